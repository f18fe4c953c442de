"""Date by which the invoice is to be paid."""

from datetime import date

from chorus_ocr.recognition.field import FieldRule, Part, Rivals
from chorus_ocr.rules.sources import OURS
from chorus_ocr.values.date import DATE

DATE_ECHEANCE: FieldRule[date] = FieldRule(
    name="date_echeance",
    label="Paiement : date d'échéance",
    aliases=(
        "date d'échéance",
        "échéance",
        "date échéance",
        "date limite de paiement",
        "date limite de règlement",
        "à payer avant le",
        "à régler avant le",
        "à payer avant",
        "payable le",
        "à régler le",
        "échéance de paiement",
        "échéance le",
        "date d'échéance de paiement",
        "paiement attendu avant le",
        "payable avant le",
        "due date",
        "règlement avant le",
        "payable au plus tard le",
        "à régler au plus tard le",
        "à payer le",
        "à payer au plus tard le",
        "date de paiement",
        "date de règlement",
        "régler d'ici le",
        "de régler d'ici le",
        "échéance au",
        "paiement pour le",
        "payment due",
        "payable jusqu'au",
        "date limite paiement",
        "paiement avant le",
        "échéance du",
        "à régler d'ici le",
        "date d'échéance / due date",
        "règlement au plus tard le",
        "règlement attendu le",
        "paiement le",
        "règlement le",
        "payer avant le",
        "à payer par prélèvement le",
    ),
    weak_aliases=(
        "avant le",
        "au plus tard le",
        "soit le",
    ),
    value=DATE,
    part=Part.DUE_DATE,
    rivals=Rivals.FIRST,
    source=OURS,
    examples=(
        ("Date d'échéance : 18/03/2026", "2026-03-18"),
        ("À régler avant le 5 mai 2026", "2026-05-05"),
        ("Échéance : 20260914", "2026-09-14"),
    ),
    counter_examples=(
        "Date de facture : 18/03/2026",
        "Échéance : 30 jours",
    ),
)
