"""How the invoice is to be paid."""

from chorus_ocr.recognition.field import FieldRule, Part
from chorus_ocr.rules.sources import OURS
from chorus_ocr.values import words
from chorus_ocr.values.portal import ModePaiement

MODE_PAIEMENT: FieldRule[ModePaiement] = FieldRule(
    name="mode_paiement",
    label="Paiement : mode de paiement",
    aliases=(
        "mode de paiement",
        "mode de règlement",
        "moyen de paiement",
        "moyen de règlement",
        "mode paiement",
        "mode règlement",
        "règlement par",
        "paiement par",
        "payable par",
        "payment method",
        "règlement",
        "paiement",
        "conditions de règlement",
        "conditions de paiement",
        "modalités de paiement",
        "modalités de règlement",
        "type de règlement",
        "à régler par",
    ),
    terms=(
        ("par virement", ModePaiement.VIREMENT),
        ("virement bancaire", ModePaiement.VIREMENT),
        ("virement à effectuer", ModePaiement.VIREMENT),
        ("virement administratif", ModePaiement.VIREMENT),
        ("virement sur", ModePaiement.VIREMENT),
        ("virement à", ModePaiement.VIREMENT),
        ("bank transfer", ModePaiement.VIREMENT),
        ("règlement virement", ModePaiement.VIREMENT),
        ("par prélèvement", ModePaiement.PRELEVEMENT),
        ("prélèvement automatique", ModePaiement.PRELEVEMENT),
        ("prélèvement SEPA", ModePaiement.PRELEVEMENT),
        ("sera prélevé", ModePaiement.PRELEVEMENT),
        ("par chèque", ModePaiement.CHEQUE),
    ),
    value=words.MODE_PAIEMENT,
    part=Part.MENTION,
    source=OURS,
    examples=(
        ("Mode de règlement : Virement", "VIREMENT"),
        ("Règlement par chèque à l'ordre de Dupont", "CHEQUE"),
        ("Paiement par prélèvement automatique", "PRELEVEMENT"),
    ),
    counter_examples=(
        "Règlement à 30 jours",
        "Virement de crédits n° 4",
    ),
)
