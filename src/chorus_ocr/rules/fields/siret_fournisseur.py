"""SIRET of the supplier who issues the invoice."""

from chorus_ocr.recognition.field import FieldRule, Part
from chorus_ocr.rules.generic import GENERIC_SIRET
from chorus_ocr.rules.sources import OURS
from chorus_ocr.values.siret import SIRET, Siret

SIRET_FOURNISSEUR: FieldRule[Siret] = FieldRule(
    name="siret_fournisseur",
    label="Fournisseur : SIRET",
    aliases=(
        "SIRET fournisseur",
        "SIRET émetteur",
        "SIRET vendeur",
        "SIRET prestataire",
        "SIRET titulaire",
        "notre SIRET",
        "SIRET entreprise",
        "SIRET société",
        "SIRET de l'entreprise",
        "SIRET créancier",
        "émetteur SIRET",
        "fournisseur SIRET",
        "SIRET expéditeur",
        "vendeur SIRET",
        "prestataire SIRET",
        "SIRET établissement émetteur",
        "SIRET agence",
        "SIRET bailleur",
        "SIRET cabinet",
    ),
    weak_aliases=(*GENERIC_SIRET, "SIRET siège"),
    value=SIRET,
    part=Part.SUPPLIER_SIRET,
    source=OURS,
    examples=(
        ("SIRET fournisseur : 732 829 320 00074", "73282932000074"),
        ("Notre SIRET : 73282932000074", "73282932000074"),
    ),
    counter_examples=(
        "SIRET client : 732 829 320 00074",
        "SIRET fournisseur : 732 829 320 00075",
        "RCS Paris 732 829 320",
    ),
)
