"""MNT10: amounts with a decimal point."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.totals import TOTALS
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import ISERE_GUIDE_AMOUNTS

_DECIMALS = 2


@check(
    code="MNT10",
    slug="point-decimal",
    severity=Severity.INFO,
    title=Text("Point décimal dans les montants", "Decimal point in the amounts"),
    rationale=Text(
        "Le portail veut les décimales après une virgule. Rien n'est publié de ce que sa reconnaissance fait d'un "
        "point.",
        "The portal wants decimals after a comma. Nothing is published of what its recognition makes of a point.",
    ),
    source=ISERE_GUIDE_AMOUNTS,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(fails=printed("Total TTC : 1440.00 €"), passes=printed("Total TTC : 1440,00 €")),
    needs=[Need.PAGE],
    messages={
        "point": Text(
            "« {raw} » a un point décimal : le portail veut des virgules.",
            "« {raw} » has a decimal point: the portal wants commas.",
        )
    },
    hints={
        "point": Text(
            "Imprimer les montants à la française : « {amount} ».", "Print the amounts the French way: « {amount} »."
        )
    },
)
def point_decimal(seen: Seen) -> Iterator[Message]:
    """An amount of the form is printed with a decimal point; told once, of the first."""
    for name in TOTALS:
        choice = seen.decision(name).choice
        if choice is not None and _has_decimal_point(choice.raw):
            yield Message.at("point", choice, name, raw=choice.raw, amount=choice.value)
            return


def _has_decimal_point(raw: str) -> bool:
    """Whether the last separator of an amount is a point before two digits."""
    number = "".join(char for char in raw if char.isdigit() or char in ".,").rstrip(".,")
    _, point, decimals = number.rpartition(".")
    return bool(point) and decimals.isdigit() and len(decimals) == _DECIMALS
