"""MEN08: nothing tells the indemnity for the cost of recovery."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.unsaid import words
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.mentions import awaits_payment

_MENTION = "Indemnité forfaitaire pour frais de recouvrement en cas de retard de paiement : 40 €"
_INDEMNITY = words("recouvrement", "indemnité", "frais de retard", "recovery", "D441-5", "D2192-35")


@check(
    code="MEN08",
    slug="indemnite-de-recouvrement",
    severity=Severity.INFO,
    title=Text("Pas d'indemnité pour frais de recouvrement", "No indemnity for the cost of recovery"),
    rationale=Text(
        "Une facture entre professionnels dit le montant de l'indemnité forfaitaire due en cas de retard : 40"
        " €, dans la commande publique aussi.",
        "An invoice between professionals tells the flat-rate indemnity that late payment costs: 40 €, in "
        "public procurement too.",
    ),
    source="Code de commerce, art. L441-9, I ; code de la commande publique, art. D2192-35",
    firmness=Firmness.MEDIUM,
    since="0.1.0",
    example=Example(
        fails=Text(
            "Une facture qui ne dit rien des frais de recouvrement.",
            "An invoice that says nothing of the cost of recovery.",
        ),
        passes=printed("Indemnité forfaitaire pour frais de recouvrement : 40 €"),
    ),
    needs=[Need.PAGE],
    messages={
        "absent": Text(
            "Rien n'est dit de l'indemnité forfaitaire pour frais de recouvrement.",
            "Nothing is said of the flat-rate indemnity for the cost of recovery.",
        ),
    },
    hints={
        "absent": Text("Imprimer « {print_text} ».", "Print « {print_text} »."),
    },
)
def indemnite_de_recouvrement(seen: Seen) -> Iterator[Message]:
    """Nothing printed tells the indemnity for the cost of recovery."""
    if seen.lacks(_INDEMNITY) and awaits_payment(seen):
        yield Message(key="absent", print_text=_MENTION)
