"""PAI06: a factor is named, and no subrogation is mentioned."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import SUBROGATION


@check(
    code="PAI06",
    slug="factor-sans-subrogation",
    severity=Severity.INFO,
    title=Text("Affactureur sans mention de subrogation", "Factor without a mention of subrogation"),
    rationale=Text(
        "Le nom d'un affactureur ne dit pas que la créance lui est transmise. La mention de subrogation, ou de "
        "cession, le dit, et qu'un paiement à un autre ne libère pas.",
        "The name of a factor does not say that the claim is assigned to it. The mention of subrogation, or of "
        "assignment, does, and that a payment to another does not discharge.",
    ),
    source=SUBROGATION,
    firmness=Firmness.MEDIUM,
    since="0.1.0",
    example=Example(
        fails=printed("Affactureur : Mistral Factor"),
        passes=printed("Paiement à Mistral Factor, par subrogation."),
    ),
    needs=[Need.PAGE],
    messages={
        "unassigned": Text(
            "L'affactureur « {factor} » est nommé, et aucune mention ne dit que la créance lui est transmise.",
            "The factor « {factor} » is named, and no mention says that the claim is assigned to it.",
        )
    },
    hints={
        "unassigned": Text(
            "Si la créance lui est transmise, imprimer « {print_text} ».",
            "If the claim is assigned to it, print « {print_text} ».",
        )
    },
)
def factor_sans_subrogation(seen: Seen) -> Iterator[Message]:
    """A factor is named, and no page speaks of a subrogation or an assignment."""
    value = seen.found("affactureur")
    if value is None:
        return
    # Few invoices get here: a first scan loads it only where it is needed.
    from chorus_ocr.compliance.factoring import is_assigned

    if is_assigned(str(value)) or any(is_assigned(prose.text) for prose in seen.prose):
        return
    line = f"Paiement libératoire à l'ordre de {value}, par subrogation"
    yield Message.about("unassigned", "affactureur", seen, print_text=line, factor=str(value))
