"""DES01: nothing announces the recipient's SIRET."""

from collections.abc import Iterator

from chorus_ocr.compliance.blank import blank, blank_hints, blank_messages
from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.recognition.candidate import Candidate, Detail, Status, Verdict
from chorus_ocr.rules.recipient import signed_by_the_supplier
from chorus_ocr.rules.sources import AIFE_SHEET
from chorus_ocr.values.siret import Siret, format_siret

_KEYS = ("absent", "near")


@check(
    code="DES01",
    slug="siret-destinataire-absent",
    severity=Severity.BLOCKING,
    title=Text("SIRET du destinataire absent", "No SIRET of the recipient"),
    rationale=Text(
        "Le portail remplit son bloc « Destinataire » à partir d'un SIRET qu'un mot-clé annonce. Sans lui, la "
        "facture n'a pas de destinataire tant que personne ne le saisit.",
        "The portal fills its « Destinataire » block from a SIRET that a keyword announces. Without one the "
        "invoice has no addressee until somebody types it in.",
    ),
    source=AIFE_SHEET,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=printed("110 002 011 00044"),
        passes=printed("SIRET client : 110 002 011 00044"),
    ),
    messages={
        **blank_messages(
            Text(
                "Aucun mot-clé lisible n'annonce le SIRET du destinataire sur les pages lues.",
                "No legible keyword announces the recipient's SIRET on the pages read.",
            ),
            *_KEYS,
        ),
        "unannounced": Text(
            "Le SIRET {siret} est imprimé page {page}, mais aucun mot-clé ne dit que c'est celui du destinataire.",
            "The SIRET {siret} is printed on page {page}, but no keyword says that it is the recipient's.",
        ),
    },
    hints={
        **blank_hints(
            Text(
                "Imprimer « SIRET client : », un espace, puis les 14 chiffres donnés par le client.",
                "Print « SIRET client : », a space, then the 14 digits that the client gave.",
            ),
            *_KEYS,
        ),
        "unannounced": Text(
            "Si c'est celui du destinataire, imprimer « {print_text} ».",
            "If it is the recipient's, print « {print_text} ».",
        ),
    },
)
def siret_destinataire_absent(seen: Seen) -> Iterator[Message]:
    """No keyword announces the recipient's SIRET."""
    decision = seen.decision("siret_destinataire")
    if decision.status is not Status.ABSENT or not seen.has_text or not seen.is_invoice:
        return
    if signed_by_the_supplier(seen) is not None:
        return
    near = {
        str(candidate.value): candidate
        for candidate in decision.candidates
        if _is_nobodys(candidate) and not _is_the_suppliers(candidate, seen)
    }
    if len(near) == 1:
        [(siret, candidate)] = near.items()
        spaced = format_siret(Siret(siret))
        yield Message.at(
            "unannounced",
            candidate,
            "siret_destinataire",
            print_text=f"SIRET client : {spaced}",
            siret=spaced,
            page=candidate.page,
        )
    else:
        yield blank(seen, "siret_destinataire", *_KEYS)


def _is_nobodys(candidate: Candidate[object]) -> bool:
    """Whether nothing on the page tells whose SIRET it is."""
    unclaimed = candidate.verdict == Verdict.WRONG_ROLE and candidate.detail == Detail.NO_PARTY
    return candidate.value is not None and (unclaimed or candidate.verdict == Verdict.NOT_ANNOUNCED)


def _is_the_suppliers(candidate: Candidate[object], seen: Seen) -> bool:
    supplier = seen.found("siret_fournisseur")
    return supplier is not None and str(candidate.value)[:9] == str(supplier)[:9]
