"""Number of the public contract (marché) or of the contract."""

from chorus_ocr.recognition.field import FieldRule
from chorus_ocr.rules.sources import OURS
from chorus_ocr.values.identifier import REFERENCE

NUMERO_MARCHE: FieldRule[str] = FieldRule(
    name="numero_marche",
    label="Références : numéro de marché",
    aliases=(
        "marché n°",
        "numéro de marché",
        "numéro du marché de maîtrise d'œuvre",
        "n° de marché",
        "référence marché",
        "réf. marché",
        "marché public n°",
        "marché de maîtrise d'œuvre n°",
        "marché de travaux n°",
        "marché subséquent n°",
        "marché de services n°",
        "marché de fournitures n°",
        "marché à bons de commande n°",
        "numéro du marché",
        "marché",
        "contrat n°",
        "numéro de contrat",
        "n° contrat",
        "référence contrat",
        "référence du marché",
        "numéro marché public",
        "accord-cadre n°",
        "numéro d'accord-cadre",
        "marché public",
        "marché réf",
        "n° de marché public",
        "lettre de marché",
        "contract number",
    ),
    weak_aliases=(
        "contrat",
        "contrat maintenance",
        "accord-cadre",
    ),
    value=REFERENCE,
    source=OURS,
    examples=(
        ("N° de marché : 2025M0279", "2025M0279"),
        ("Marché public n° 26AO175", "26AO175"),
        ("N° CONTRAT : CT2018120802", "CT2018120802"),
    ),
    counter_examples=(
        "Marché de Noël",
        "Marché passé selon la procédure adaptée",
    ),
)
