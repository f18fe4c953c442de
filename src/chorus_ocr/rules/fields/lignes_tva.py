"""The VAT breakdown: rate, base and amount of each row."""

from chorus_ocr.recognition.field import FieldRule, Part
from chorus_ocr.rules.sources import OURS
from chorus_ocr.values import words
from chorus_ocr.values.portal import LigneTva

LIGNES_TVA: FieldRule[tuple[LigneTva, ...]] = FieldRule(
    name="lignes_tva",
    label="TVA : détail par taux",
    value=words.LIGNES_TVA,
    part=Part.VAT_LINES,
    source=OURS,
    examples=(
        ("TVA 20 % sur 1 227,51 € 245,50 €", "20 % 1227.51 245.50"),
        ("TVA 5,5 % : 12,00 €", "5.5 % 12.00"),
    ),
    counter_examples=(
        "TVA 20 %",
        "N° TVA : FR40303265045",
    ),
)
