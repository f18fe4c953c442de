"""IBAN of the account to pay to."""

from chorus_ocr.recognition.field import FieldRule
from chorus_ocr.rules.sources import OURS
from chorus_ocr.values import iban

IBAN: FieldRule[str] = FieldRule(
    name="iban",
    label="Paiement : IBAN",
    aliases=(
        "IBAN",
        "code IBAN",
        "IBAN n°",
        "numéro IBAN",
        "compte IBAN",
        "IBAN / SEPA",
        "coordonnées bancaires IBAN",
        "RIB IBAN",
        "RIB / IBAN",
        "IBAN virement",
        "n° de compte IBAN",
        "compte bancaire IBAN",
        "IBAN de l'affactureur",
        "IBAN du factor",
        "IBAN affactureur",
        "numéro de compte bancaire international",
    ),
    weak_aliases=(
        "compte",
        "compte bancaire",
        "RIB",
        "numéro de compte",
        "banque",
        "domiciliation",
        "coordonnées bancaires",
        "IBAN / BIC",
    ),
    value=iban.IBAN,
    source=OURS,
    examples=(("IBAN : FR76 3000 6000 0112 3456 7890 189", "FR7630006000011234567890189"),),
    counter_examples=(
        "IBAN : FR76 3000 6000 0112 3456 7890 188",
        "RIB : 30006 00001 12345678901 89",
    ),
)
