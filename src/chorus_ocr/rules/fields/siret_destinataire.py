"""SIRET of the public body the invoice is addressed to (« SIRET client »)."""

from chorus_ocr.recognition.field import FieldRule, Part
from chorus_ocr.rules.generic import GENERIC_SIRET
from chorus_ocr.rules.sources import AIFE_SHEET
from chorus_ocr.values.siret import SIRET, Siret

SIRET_DESTINATAIRE: FieldRule[Siret] = FieldRule(
    name="siret_destinataire",
    label="Destinataire : SIRET",
    keywords=(
        "SIRET client",
        "SIRET dest",
        "Ministère",
    ),
    aliases=(
        "SIRET destinataire",
        "SIRET acheteur",
        "SIRET du débiteur",
        "SIRET collectivité",
        "SIRET structure publique",
        "SIRET organisme",
        "SIRET service",
        "SIRET entité publique",
        "SIRET établissement public",
        "SIRET mairie",
        "SIRET commune",
        "SIRET maître d'ouvrage",
        "votre SIRET",
        "client SIRET",
        "destinataire SIRET",
        "acheteur SIRET",
        "identifiant client SIRET",
        "identifiant SIRET client",
        "SIRET facturé",
        "SIRET payeur",
        "SIRET pouvoir adjudicateur",
        "SIRET de facturation",
        "identifiant SIRET destinataire",
        "identifiant Chorus",
        "SIREN / SIRET client",
        "identifiant Chorus Pro",
        "SIRET Chorus Pro",
        "SIRET Chorus",
        "n° identification client",
        "SIRET établissement client",
        "SIRET abonné",
        "SIRET annonceur",
        "SIRET collectivité cliente",
        "SIRET locataire",
        "SIRET État",
    ),
    weak_aliases=GENERIC_SIRET,
    value=SIRET,
    part=Part.RECIPIENT_SIRET,
    source=AIFE_SHEET,
    examples=(
        ("SIRET client : 110 002 011 00044", "11000201100044"),
        ("Siret destinataire 110.002.011.00044", "11000201100044"),
        ("SIRET ACHETEUR : 11000201100044", "11000201100044"),
    ),
    counter_examples=(
        "SIRET client : 06 12 34 56 78",
        "SIRET fournisseur : 110 002 011 00044",
        "SIRET client : 110 002 011 00045",
        "IBAN : FR76 1100 0201 1000 4411 0002 011",
    ),
)
