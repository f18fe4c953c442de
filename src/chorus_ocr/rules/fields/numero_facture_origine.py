"""Number of the invoice that a credit note corrects."""

from chorus_ocr.recognition.field import FieldRule, Part, Rivals
from chorus_ocr.rules.sources import OURS
from chorus_ocr.values.identifier import REFERENCE

NUMERO_FACTURE_ORIGINE: FieldRule[str] = FieldRule(
    name="numero_facture_origine",
    label="Références : facture d'origine",
    aliases=(
        "facture d'origine",
        "facture origine",
        "numéro de facture d'origine",
        "facture associée",
        "numéro de facture associée",
        "facture liée",
        "facture initiale",
        "facture concernée",
        "annule la facture",
        "avoir sur facture",
        "avoir sur facture n°",
        "annule et remplace la facture",
        "facture rectifiée",
        "correction de la facture",
        "facture annulée",
        "avoir sur la facture n°",
        "en annulation de la facture",
        "relatif à la facture",
        "se rapportant à la facture",
        "facture de référence",
        "facture créditée",
        "annulation de la facture",
        "avoir relatif à la facture",
        "facture corrigée",
        "rectifie la facture",
        "annule la facture n°",
        "facture d'origine n°",
        "en référence à la facture",
        "concerne la facture",
        "concernant la facture",
    ),
    value=REFERENCE,
    part=Part.CORRECTED,
    rivals=Rivals.FIRST,
    source=OURS,
    examples=(
        ("Facture d'origine : FA-2026-0042", "FA-2026-0042"),
        ("Annule la facture n° F2026-12", "F2026-12"),
        ("N° DE FACTURE ASSOCIÉE : F2025-003", "F2025-003"),
    ),
    counter_examples=(
        "Facture n° FA-2026-0042",
        "Facture associée du 12/03/2026",
    ),
)
