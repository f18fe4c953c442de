"""Whether the document is an invoice or a credit note: read from its title."""

from chorus_ocr.recognition.field import FieldRule, Part, Rivals
from chorus_ocr.rules.sources import OURS
from chorus_ocr.values import words
from chorus_ocr.values.portal import TypeFacture

TYPE_FACTURE: FieldRule[TypeFacture] = FieldRule(
    name="type_facture",
    label="Identification : type de facture",
    value=words.TYPE_FACTURE,
    part=Part.TYPE,
    rivals=Rivals.FIRST,
    source=OURS,
    examples=(
        ("FACTURE N° 26-12", "FACTURE"),
        ("AVOIR N° A26-3", "AVOIR"),
        ("Facture d'avoir AV-12", "AVOIR"),
    ),
    counter_examples=(
        "Nous vous remercions d'avoir choisi notre société",
        "DEVIS N° D-12",
    ),
)
