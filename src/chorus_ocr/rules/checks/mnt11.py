"""MNT11: more is to pay than the invoice's total."""

from collections.abc import Iterator
from decimal import Decimal

from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.messages import Lang, Text, written
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.totals import amount
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.recognition.amounts import TOLERANCE
from chorus_ocr.rules.sources import API_DEPOSIT
from chorus_ocr.values.amount import AMOUNT

_BALANCES = (
    "solde précédent",
    "solde antérieur",
    "ancien solde",
    "report de solde",
    "solde reporté",
    "reste dû",
    "facture précédente",
    "factures précédentes",
    "impayé",
    "impayés",
    "débours",
    "taxe de séjour",
    "consigne",
    "dépôt de garantie",
)


@check(
    code="MNT11",
    slug="net-a-payer-superieur-au-ttc",
    severity=Severity.WARNING,
    title=Text("Net à payer supérieur au total TTC", "More to pay than the total with VAT"),
    rationale=Text(
        "Acomptes, retenues et remises font payer moins que le total TTC. Plus que lui, l'un des deux montants est "
        "faux, ou les pages ne disent pas ce qui s'ajoute.",
        "Deposits, retentions and discounts leave less to pay than the total with VAT. Where it is more, one of the "
        "two amounts is wrong, or the pages do not tell what is added.",
    ),
    source=API_DEPOSIT,
    firmness=Firmness.MEDIUM,
    since="0.1.0",
    example=Example(
        fails=Text(
            "« Total TTC : 1 440,00 » et « Net à payer : 1 500,00 ».",
            "« Total TTC : 1 440,00 » and « Net à payer : 1 500,00 ».",
        ),
        passes=Text(
            "Les mêmes, avec « Solde antérieur : 60,00 ».",
            "The same, with « Solde antérieur : 60,00 ».",
        ),
    ),
    messages={
        "more": Text(
            "Le net à payer, {due}, dépasse de {gap} le total TTC, {gross}, et rien ne dit pourquoi.",
            "The amount to pay, {due}, is {gap} more than the total with VAT, {gross}, and nothing tells why.",
        )
    },
    hints={
        "more": Text(
            "Vérifier les deux montants, ou imprimer ce qui s'ajoute ; si c'est un solde, « {print_text} ».",
            "Check both amounts, or print what is added; if it is a balance, « {print_text} ».",
        )
    },
)
def net_a_payer_superieur_au_ttc(seen: Seen) -> Iterator[Message]:
    """The amount to pay is larger than the total with VAT, and no print explains it."""
    gross, due = amount(seen, "montant_ttc"), amount(seen, "montant_a_payer")
    if gross is None or due is None or gross <= 0 or due - gross <= TOLERANCE:
        return
    gap = due - gross
    if seen.says(*_BALANCES) is None and not _prints(seen, gap):
        line = f"Solde antérieur : {written(gap, Lang.FR)}"
        yield Message.about("more", "montant_a_payer", seen, print_text=line, due=due, gross=gross, gap=gap)


def _prints(seen: Seen, value: Decimal) -> bool:
    """Whether an amount stands on the pages: it then tells of itself what it is."""
    return any(
        AMOUNT.parse(match.group()).value == value
        for page in seen.document.pages
        for match in AMOUNT.pattern.finditer(" ".join(page.words.text))
    )
