"""VAT number of the recipient."""

from chorus_ocr.recognition.field import FieldRule, Part
from chorus_ocr.rules.generic import GENERIC_TVA
from chorus_ocr.rules.sources import OURS
from chorus_ocr.values.tva import TVA

TVA_DESTINATAIRE: FieldRule[str] = FieldRule(
    name="tva_destinataire",
    label="Destinataire : numéro de TVA",
    aliases=(
        "TVA client",
        "numéro de TVA client",
        "TVA intracommunautaire client",
        "numéro TVA intracommunautaire client",
        "TVA destinataire",
        "numéro de TVA du client",
        "votre numéro de TVA",
        "TVA acheteur",
        "customer VAT number",
        "numéro de TVA intracommunautaire du client",
        "client TVA",
        "TVA intra client",
        "TVA intracom client",
        "numéro TVA destinataire",
        "votre TVA intracommunautaire",
        "TVA du destinataire",
    ),
    weak_aliases=GENERIC_TVA,
    value=TVA,
    part=Part.RECIPIENT_VAT,
    source=OURS,
    examples=(("N° TVA client : FR44732829320", "FR44732829320"),),
    counter_examples=("N° TVA fournisseur : FR44732829320",),
)
