"""DOC12: the file holds several invoices."""

from collections.abc import Iterator
from dataclasses import replace

from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.messages import Own, Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.recognition.candidate import Candidate, DocumentKind, Recognition, Status, Verdict
from chorus_ocr.rules.sources import AIFE_DEPOSIT

_BILLS = (DocumentKind.INVOICE, DocumentKind.CREDIT_NOTE)
_OWN = frozenset({"numero_facture", "date_facture"})
_NAMED = (Verdict.CHOSEN, Verdict.SAME_VALUE, Verdict.RIVAL, Verdict.LOST_TO, Verdict.WEAKER_KEYWORD)
_REST = ("siret_destinataire", "code_service", "numero_engagement", "montant_ht", "montant_ttc", "montant_a_payer")
"""What stands at the head of an invoice, and what else does not stand where invoices are only named."""


@check(
    code="DOC12",
    slug="plusieurs-factures",
    severity=Severity.WARNING,
    title=Text("Plusieurs factures en un fichier", "Several invoices in one file"),
    rationale=Text(
        "Au dépôt unitaire, un PDF est une facture : le formulaire ne prend que les données de l'une d'elles, ou "
        "mêle celles de plusieurs. Plusieurs factures se déposent une à une, ou par lot en XML ou Factur-X.",
        "In the single deposit, a PDF is one invoice: the form takes the data of one of them only, or mixes those of "
        "several. Several invoices are deposited one by one, or by batch as XML or Factur-X.",
    ),
    source=AIFE_DEPOSIT,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text(
            "« FACTURE N° FA-2026-0412 » à la page 1, « FACTURE N° FA-2026-0413 » à la page 2.",
            "« FACTURE N° FA-2026-0412 » on page 1, « FACTURE N° FA-2026-0413 » on page 2.",
        ),
        passes=Text(
            "« FACTURE N° FA-2026-0412 » sur toutes les pages.",
            "« FACTURE N° FA-2026-0412 » on every page.",
        ),
    ),
    needs=[Need.PAGE],
    messages={
        "numbers": Text(
            "Le PDF contient plusieurs factures : {numbers} (pages {pages}).",
            "The PDF holds several invoices: {numbers} (pages {pages}).",
        )
    },
    hints={
        "numbers": Text(
            "Enregistrer un PDF par facture, et les déposer un à un.",
            "Save one PDF for each invoice, and deposit them one by one.",
        )
    },
)
def plusieurs_factures(seen: Seen) -> Iterator[Message]:
    """Pages are titled as invoices of different numbers and carry a date each."""
    heads: dict[object, Candidate[object]] = {}
    for candidate in _heads(seen):
        heads.setdefault(candidate.value, candidate)
    if len(heads) > 1:
        second = list(heads.values())[1]
        yield Message.at(
            "numbers",
            second,
            "numero_facture",
            numbers=tuple(heads),
            pages=Own(", ".join(str(each.page) for each in heads.values())),
        )


def _heads(seen: Seen) -> Iterator[Candidate[object]]:
    """Yield the number of each page that is by itself the first of an invoice."""
    document, again = seen.document, seen.again
    candidates = seen.decision("numero_facture").candidates
    numbers = {(each.page, each.value) for each in candidates if each.verdict in _NAMED}
    # To recognise every page by itself costs as much as the scan did: only where several pages have a number each.
    several = len({page for page, _ in numbers}) > 1 and len({number for _, number in numbers}) > 1
    if several and again is not None:
        for page in document.pages:
            yield from _head(again(replace(document, pages=(page,), beyond_scope=())))
    else:
        yield from _head(seen.recognition)
    for recognition in seen.beyond_by_page:
        yield from _head(recognition)


def _head(recognition: Recognition) -> Iterator[Candidate[object]]:
    """Yield the number of an invoice that begins on the pages recognised.

    A page that only names other invoices (a statement, a reminder) names several, or is for nobody and over nothing.
    """
    if recognition.kind not in _BILLS or not _OWN.issubset(recognition):
        return
    number, day = recognition["numero_facture"], recognition["date_facture"]
    named = {each.value for each in number.candidates if each.verdict in _NAMED}
    if not (number.status is day.status is Status.FOUND and len(named) == 1) or number.choice is None:
        return
    if any(recognition[name].status is Status.FOUND for name in _REST if name in recognition):
        yield number.choice
