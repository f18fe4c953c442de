"""The factor to whom the claim is assigned, or the subrogation mention."""

from chorus_ocr.recognition.field import FieldRule, Part, Rivals
from chorus_ocr.rules.sources import OURS
from chorus_ocr.values.words import FACTOR

AFFACTUREUR: FieldRule[str] = FieldRule(
    name="affactureur",
    label="Paiement : affactureur",
    aliases=(
        "affactureur",
        "société d'affacturage",
        "factor",
        "organisme d'affacturage",
        "cessionnaire",
        "établissement cessionnaire",
    ),
    terms=(
        ("subrogation", ""),
        ("cession de créance", ""),
        ("cédée dans le cadre", ""),
        ("créance cédée", ""),
        ("règlement libératoire", ""),
        ("paiement libératoire", ""),
        ("facture subrogée", ""),
        ("pour être libératoire", ""),
    ),
    value=FACTOR,
    part=Part.MENTION,
    rivals=Rivals.FIRST,
    source=OURS,
    examples=(
        ("Subrogation : paiement à l'ordre de Factoria Nord", "Subrogation : paiement à l'ordre de Factoria Nord"),
    ),
    counter_examples=("Règlement par virement",),
)
