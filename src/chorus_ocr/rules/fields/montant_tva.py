"""Total of the VAT."""

from decimal import Decimal

from chorus_ocr.recognition.field import FieldRule, Part, Relation
from chorus_ocr.rules.sources import OURS
from chorus_ocr.values.amount import AMOUNT

MONTANT_TVA: FieldRule[Decimal] = FieldRule(
    name="montant_tva",
    label="Montants : total TVA",
    aliases=(
        "total TVA",
        "montant TVA",
        "montant de la TVA",
        "TVA totale",
        "total de la TVA",
        "montant total TVA",
        "dont TVA",
        "total taxes",
        "total des taxes",
        "TVA",
        "taxes",
        "taxe",
        "total taxe",
        "TVA à payer",
        "montant des taxes",
        "total VAT",
        "VAT",
        "VAT amount",
        "tax total",
        "montant total de la TVA",
        "TVA au taux de",
        "TVA à",
        "TGC",
        "total TGC",
        "taxe sur la valeur ajoutée",
    ),
    relations=(
        Relation.SAME_CELL,
        Relation.RIGHT,
        Relation.BELOW,
        Relation.BEFORE,
    ),
    value=AMOUNT,
    part=Part.TAX,
    source=OURS,
    examples=(
        ("Total TVA : 245,50 €", "245.50"),
        ("Montant TVA 20,00 €", "20.00"),
    ),
    counter_examples=(
        "N° TVA : FR40303265045",
        "TVA non applicable, art. 293 B du CGI",
        "Taux de TVA : 20 %",
    ),
)
