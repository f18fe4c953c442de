"""MEN06: nothing tells the terms of early payment."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.unsaid import words
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.mentions import awaits_payment
from chorus_ocr.rules.sources import TRADE_MENTIONS

_MENTION = "Pas d'escompte pour paiement anticipé"
_DISCOUNT = words(
    "escompte", "paiement anticipé", "règlement anticipé", "early payment", "cash discount", "discount", "skonto"
)


@check(
    code="MEN06",
    slug="escompte",
    severity=Severity.INFO,
    title=Text("Pas de conditions d'escompte", "No terms of early payment"),
    rationale=Text(
        "Une facture entre professionnels dit ses conditions d'escompte, ou qu'il n'y en a pas. Qu'un "
        "acheteur public soit tenu pour un professionnel est discuté : la mention ne coûte rien.",
        "An invoice between professionals tells its terms of discount for early payment, or that there are "
        "none. Whether a public buyer counts as one is disputed: the mention costs nothing.",
    ),
    source=TRADE_MENTIONS,
    firmness=Firmness.MEDIUM,
    since="0.1.0",
    example=Example(
        fails=Text("Une facture qui ne dit rien de l'escompte.", "An invoice that says nothing of discounts."),
        passes=printed("Pas d'escompte pour paiement anticipé"),
    ),
    needs=[Need.PAGE],
    messages={
        "absent": Text(
            "Rien n'est dit de l'escompte pour paiement anticipé.",
            "Nothing is said of a discount for early payment.",
        ),
    },
    hints={
        "absent": Text(
            "Imprimer « {print_text} », ou les conditions convenues.",
            "Print « {print_text} », or the terms agreed.",
        ),
    },
)
def escompte(seen: Seen) -> Iterator[Message]:
    """Nothing printed tells the terms of early payment."""
    if seen.lacks(_DISCOUNT) and awaits_payment(seen):
        yield Message(key="absent", print_text=_MENTION)
