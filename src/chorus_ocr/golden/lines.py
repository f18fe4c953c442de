"""From a form to the lines that print it: by the words that the rules know, published ones first."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from chorus_ocr.compliance.blank import words_to_print
from chorus_ocr.compliance.messages import Lang, written
from chorus_ocr.golden.block import GoldenLine
from chorus_ocr.prefill import LigneTva, ModePaiement, Prefill, TypeFacture, TypeTva
from chorus_ocr.recognition.field import FieldRule
from chorus_ocr.values.amount import format_amount

SEPARATOR: Final = " : "

ORDER: Final = (
    "type_facture", "numero_facture", "date_facture", "numero_facture_origine",
    "siret_destinataire", "tva_destinataire", "code_service", "numero_engagement", "numero_marche",
    "siret_fournisseur", "tva_fournisseur",
    "devise", "montant_ht", "lignes_tva", "montant_tva", "montant_ttc", "montant_a_payer", "type_tva",
    "motif_exoneration",
    "date_echeance", "mode_paiement", "iban", "bic", "affactureur",
)  # fmt: skip
"""The fields of the form as people read them on an invoice: what belongs together stands together.

A field that is not named here is printed after these.
"""

_TITLES: Final = MappingProxyType({TypeFacture.FACTURE: "FACTURE", TypeFacture.AVOIR: "AVOIR"})
_NUMBERED: Final = MappingProxyType({TypeFacture.AVOIR: "Avoir n°", None: "Numéro de document"})
"""What announces the number of a document that is no plain invoice: the words say besides what the document is."""
_REGIMES: Final = MappingProxyType(
    {
        TypeTva.TVA_SUR_DEBIT: "TVA acquittée sur les débits",
        TypeTva.TVA_SUR_ENCAISSEMENT: "TVA acquittée sur les encaissements",
    }
)
_NO_TAX: Final = MappingProxyType({TypeTva.EXONERATION: "exonération", TypeTva.SANS_TVA: "sans TVA"})
_MODES: Final = MappingProxyType(
    {
        ModePaiement.CHEQUE: "chèque",
        ModePaiement.PRELEVEMENT: "prélèvement",
        ModePaiement.VIREMENT: "virement",
        ModePaiement.ESPECE: "espèces",
        ModePaiement.AUTRE: "autre",
        ModePaiement.REPORT: "par report",
    }
)
_SIGNS: Final = MappingProxyType({"EUR": "€"})
"""Currencies with a sign that every font holds; the others are printed by their code."""


def golden_lines(prefill: Prefill, rules: Mapping[str, FieldRule[object]]) -> Iterator[GoldenLine]:
    """Yield the lines that print a form, block by block; whatever is None is not printed."""
    for name in dict.fromkeys((*ORDER, *(each.name for each in fields(prefill)))):
        rule = rules[name]
        value = getattr(prefill, name)
        if value is not None:
            yield from _lines_of(rule, value, prefill)


def _lines_of(rule: FieldRule[object], value: object, prefill: Prefill) -> Iterator[GoldenLine]:
    match rule.name:
        case "type_facture":
            if prefill.numero_facture is None and isinstance(value, TypeFacture):
                yield GoldenLine("", "", _TITLES[value])  # else the label of the number says it
        case "devise":
            yield GoldenLine("Devise", SEPARATOR, str(value))
        case "lignes_tva" if isinstance(value, tuple):
            yield from (_vat_line(line, prefill.devise) for line in value)
        case "type_tva" if value in _REGIMES:
            yield GoldenLine("", "", _REGIMES[TypeTva(str(value))])
        case "type_tva":
            if prefill.motif_exoneration is None:  # else the mention says it
                yield GoldenLine("Régime de TVA", SEPARATOR, _NO_TAX[TypeTva(str(value))])
        case "motif_exoneration":
            yield GoldenLine("", "", str(value))
        case "affactureur" if rule.value.pattern.fullmatch(str(value)) is None:
            yield GoldenLine("", "", str(value))  # a mention, which holds the words that it is known by
        case _:
            yield GoldenLine(label_of(rule, prefill.type_facture), SEPARATOR, _printed(value, rule, prefill.devise))


def label_of(rule: FieldRule[object], kind: TypeFacture | None) -> str:
    """Return the words that announce a field on a document of a kind: « SIRET client », « Avoir n° »."""
    return _NUMBERED[kind] if rule.name == "numero_facture" and kind in _NUMBERED else words_to_print(rule)


def _printed(value: object, rule: FieldRule[object], currency: str | None) -> str:
    if isinstance(value, Decimal):
        return _amount(value, currency)
    if isinstance(value, ModePaiement):
        return _MODES[value]
    return written(value, Lang.FR, rule.value.name)


def _vat_line(line: LigneTva, currency: str | None) -> GoldenLine:
    rate = f"{line.taux:f}"
    rate = rate.rstrip("0").rstrip(".") if "." in rate else rate
    base = "" if line.base_ht is None else f" sur {_amount(line.base_ht, currency)}"
    told = "" if line.montant is None else _amount(line.montant, currency)
    return GoldenLine(f"TVA {rate.replace('.', ',')} %{base}", SEPARATOR, told)


def _amount(value: Decimal, currency: str | None) -> str:
    """Return an amount with its currency, as the portal writes it: with a decimal comma."""
    unit = "" if currency is None else f" {_SIGNS.get(currency, currency)}"
    return f"{format_amount(value)}{unit}"
