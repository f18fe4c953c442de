"""VAT number of the supplier."""

from chorus_ocr.recognition.field import FieldRule, Part
from chorus_ocr.rules.generic import GENERIC_TVA
from chorus_ocr.rules.sources import OURS
from chorus_ocr.values.tva import TVA

TVA_FOURNISSEUR: FieldRule[str] = FieldRule(
    name="tva_fournisseur",
    label="Fournisseur : numéro de TVA",
    aliases=(
        "TVA fournisseur",
        "numéro de TVA fournisseur",
        "TVA émetteur",
        "notre numéro de TVA",
        "numéro TVA vendeur",
        "TVA prestataire",
        "TVA vendeur",
    ),
    weak_aliases=GENERIC_TVA,
    value=TVA,
    part=Part.SUPPLIER_VAT,
    source=OURS,
    examples=(
        ("N° TVA fournisseur : FR 44 732829320", "FR44732829320"),
        ("TVA intracommunautaire : FR44732829320", "FR44732829320"),
    ),
    counter_examples=(
        "N° TVA client : FR44732829320",
        "TVA : 12,00 €",
        "N° TVA : FR45732829320",
    ),
)
