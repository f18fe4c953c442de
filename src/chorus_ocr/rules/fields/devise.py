"""Currency of the amounts, as an ISO 4217 code."""

from chorus_ocr.recognition.field import FieldRule, Part
from chorus_ocr.rules.sources import OURS
from chorus_ocr.values.currency import CURRENCY

DEVISE: FieldRule[str] = FieldRule(
    name="devise",
    label="Montants : devise",
    value=CURRENCY,
    part=Part.CURRENCY,
    source=OURS,
    examples=(
        ("Total TTC : 120,00 €", "EUR"),
        ("Montants exprimés en Euros", "EUR"),
        ("Total : 12 000 F CFP", "XPF"),
    ),
    counter_examples=("Total TTC : 120,00",),
)
