"""The mention that says why no VAT is charged."""

from chorus_ocr.recognition.field import FieldRule, Part, Rivals
from chorus_ocr.rules.sources import OURS
from chorus_ocr.values.words import MENTION

MOTIF_EXONERATION: FieldRule[str] = FieldRule(
    name="motif_exoneration",
    label="TVA : motif d'exonération",
    terms=(
        ("TVA non applicable", ""),
        ("exonération de TVA", ""),
        ("exonéré de TVA", ""),
        ("exonérée de TVA", ""),
        ("non assujetti à la TVA", ""),
        ("non soumis à la TVA", ""),
        ("franchise en base de TVA", ""),
        ("art 293 B", ""),
        ("article 293 B", ""),
        ("article 256 B", ""),
        ("art 256 B", ""),
        ("hors champ d'application de la TVA", ""),
        ("hors champ de la TVA", ""),
        ("autoliquidation", ""),
        ("article 261", ""),
        ("article 262", ""),
        ("article 283", ""),
        ("art 261", ""),
        ("art 262", ""),
        ("art 283", ""),
    ),
    value=MENTION,
    part=Part.MENTION,
    rivals=Rivals.FIRST,
    source=OURS,
    examples=(
        ("TVA non applicable, art. 293 B du CGI", "TVA non applicable, art. 293 B du CGI"),
        ("Autoliquidation", "Autoliquidation"),
    ),
    counter_examples=("TVA acquittée sur les débits",),
)
