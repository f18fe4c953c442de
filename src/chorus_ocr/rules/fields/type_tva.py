"""When the VAT falls due, or why there is none: read from the mention that is printed."""

from chorus_ocr.recognition.field import FieldRule, Part
from chorus_ocr.rules.sources import OURS
from chorus_ocr.values import words
from chorus_ocr.values.portal import TypeTva

TYPE_TVA: FieldRule[TypeTva] = FieldRule(
    name="type_tva",
    label="Montants : type de TVA",
    terms=(
        ("TVA acquittée sur les débits", TypeTva.TVA_SUR_DEBIT),
        ("TVA sur les débits", TypeTva.TVA_SUR_DEBIT),
        ("TVA d'après les débits", TypeTva.TVA_SUR_DEBIT),
        ("TVA acquittée d'après les débits", TypeTva.TVA_SUR_DEBIT),
        ("TVA payée d'après les débits", TypeTva.TVA_SUR_DEBIT),
        ("taxe d'après les débits", TypeTva.TVA_SUR_DEBIT),
        ("TVA au débit", TypeTva.TVA_SUR_DEBIT),
        ("option pour les débits", TypeTva.TVA_SUR_DEBIT),
        ("exigibilité débits", TypeTva.TVA_SUR_DEBIT),
        ("exigibilité de la TVA débits", TypeTva.TVA_SUR_DEBIT),
        ("régime TVA débits", TypeTva.TVA_SUR_DEBIT),
        ("TVA acquittée sur les encaissements", TypeTva.TVA_SUR_ENCAISSEMENT),
        ("TVA sur les encaissements", TypeTva.TVA_SUR_ENCAISSEMENT),
        ("TVA d'après les encaissements", TypeTva.TVA_SUR_ENCAISSEMENT),
        ("TVA à l'encaissement", TypeTva.TVA_SUR_ENCAISSEMENT),
        ("TVA exigible à l'encaissement", TypeTva.TVA_SUR_ENCAISSEMENT),
        ("TVA acquittée à l'encaissement", TypeTva.TVA_SUR_ENCAISSEMENT),
        ("TVA payée sur les encaissements", TypeTva.TVA_SUR_ENCAISSEMENT),
        ("exigibilité encaissements", TypeTva.TVA_SUR_ENCAISSEMENT),
        ("régime des encaissements", TypeTva.TVA_SUR_ENCAISSEMENT),
        ("TVA non applicable", TypeTva.EXONERATION),
        ("exonération de TVA", TypeTva.EXONERATION),
        ("exonéré de TVA", TypeTva.EXONERATION),
        ("exonérée de TVA", TypeTva.EXONERATION),
        ("non assujetti à la TVA", TypeTva.EXONERATION),
        ("non soumis à la TVA", TypeTva.EXONERATION),
        ("franchise en base", TypeTva.EXONERATION),
        ("art 293 B", TypeTva.EXONERATION),
        ("article 293 B", TypeTva.EXONERATION),
        ("autoliquidation", TypeTva.EXONERATION),
        ("article 261", TypeTva.EXONERATION),
        ("article 262", TypeTva.EXONERATION),
        ("article 283", TypeTva.EXONERATION),
        ("art 261", TypeTva.EXONERATION),
        ("art 262", TypeTva.EXONERATION),
        ("art 283", TypeTva.EXONERATION),
    ),
    value=words.TYPE_TVA,
    part=Part.MENTION,
    source=OURS,
    examples=(
        ("TVA acquittée sur les débits", "TVA_SUR_DEBIT"),
        ("TVA sur les encaissements", "TVA_SUR_ENCAISSEMENT"),
        ("TVA non applicable, art. 293 B du CGI", "EXONERATION"),
        ("Autoliquidation", "EXONERATION"),
    ),
    counter_examples=(
        "Total TVA : 12,00 €",
        "Votre compte sera débité le 12/03/2026",
    ),
)
