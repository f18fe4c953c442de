"""The factor to whom the claim is assigned, or the subrogation mention."""

from chorus_ocr.recognition.field import FieldRule, Part, Rivals
from chorus_ocr.rules.sources import OURS
from chorus_ocr.values.words import MENTION

AFFACTUREUR: FieldRule[str] = FieldRule(
    name="affactureur",
    label="Paiement : affactureur",
    terms=(
        ("subrogation", ""),
        ("cession de créance", ""),
        ("cédée dans le cadre", ""),
        ("créance cédée", ""),
        ("affacturage", ""),
        ("affactureur", ""),
        ("société d'affacturage", ""),
        ("règlement libératoire", ""),
        ("paiement libératoire", ""),
        ("pour être libératoire", ""),
    ),
    value=MENTION,
    part=Part.MENTION,
    rivals=Rivals.FIRST,
    source=OURS,
    examples=(
        ("Subrogation : paiement à l'ordre de Factoria Nord", "Subrogation : paiement à l'ordre de Factoria Nord"),
    ),
    counter_examples=("Règlement par virement",),
)
