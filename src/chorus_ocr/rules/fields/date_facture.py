"""Date of issue of the invoice."""

from datetime import date

from chorus_ocr.recognition.field import FieldRule, Part, Rivals
from chorus_ocr.rules.sources import OURS
from chorus_ocr.values.date import DATE

DATE_FACTURE: FieldRule[date] = FieldRule(
    name="date_facture",
    label="Identification : date de facture",
    aliases=(
        "date de facture",
        "date facture",
        "date de facturation",
        "date facturation",
        "date de la facture",
        "date d'émission",
        "date émission",
        "émise le",
        "facture établie le",
        "facture émise le",
        "émis le",
        "facture du",
        "facture en date du",
        "date de l'avoir",
        "avoir du",
        "date d'établissement",
        "établie le",
        "établi le",
        "date pièce",
        "date de pièce",
        "date d'arrêté",
        "date du document",
        "date document",
        "invoice date",
        "date of issue",
        "date d'édition",
        "date de création",
        "date invoice",
        "date de l'invoice",
        "date de note",
        "date de la note",
        "date avoir",
        "votre facture du",
        "facture d'avoir du",
    ),
    weak_aliases=(
        "date",
        "fait le",
        "facturé le",
        "facturée le",
        "en date du",
    ),
    title_aliases=(
        "du",
        "le",
    ),
    value=DATE,
    part=Part.ISSUED,
    rivals=Rivals.FIRST,
    source=OURS,
    examples=(
        ("Date de facture : 18/02/2026", "2026-02-18"),
        ("Date : 2026-02-18", "2026-02-18"),
        ("Émise le 5 avril 2026", "2026-04-05"),
    ),
    counter_examples=(
        "Date d'échéance : 18/02/2026",
        "Date de livraison : 18/02/2026",
        "Date de commande : 12/01/2026",
        "Date de facture : 31/02/2026",
        "Date de naissance : 12/03/1980",
    ),
)
