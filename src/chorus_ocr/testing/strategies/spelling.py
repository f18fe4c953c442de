"""How a layout spells what an invoice says: the labels of its fields, and their values."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from chorus_ocr.golden.lines import golden_lines, label_of
from chorus_ocr.prefill import LigneTva, Prefill, TypeFacture
from chorus_ocr.rules import CHORUS_PRO
from chorus_ocr.testing.strategies.amounts import NO_BREAK
from chorus_ocr.testing.strategies.layout import AmountStyle, DateStyle, Layout, SiretStyle, VatPrint, Words
from chorus_ocr.values.amount import format_amount
from chorus_ocr.values.date import format_date
from chorus_ocr.values.iban import Iban, format_iban

Pair = tuple[str, str]
"""A label and its value, as they are printed."""

_USUAL: Final[Mapping[str, str]] = MappingProxyType(
    {
        "date_facture": "Date",
        "siret_destinataire": "Votre SIRET",
        "code_service": "Service exécutant",
        "siret_fournisseur": "Notre SIRET",
        "numero_engagement": "N° de bon de commande",
        "montant_ht": "Montant hors taxes",
        "montant_tva": "Montant de la TVA",
        "montant_ttc": "Montant TTC",
        "montant_a_payer": "Reste à payer",
        "numero_marche": "Contrat n°",
        "numero_facture_origine": "Annule la facture n°",
        "tva_fournisseur": "N° TVA intracommunautaire",
        "tva_destinataire": "N° TVA client",
        "date_echeance": "À régler avant le",
        "mode_paiement": "Règlement par",
        "bic": "Code SWIFT",
        "affactureur": "Société d'affacturage",
    }
)
"""Words that invoices print for the fields, where they are not the golden block's."""

_MONTHS: Final = (
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
    "décembre",
)  # fmt: skip


class Speller:
    """What an invoice says, as one layout spells it."""

    def __init__(self, prefill: Prefill, layout: Layout) -> None:
        self.prefill = prefill
        self.layout = layout
        rules = CHORUS_PRO.rules
        lines = list(golden_lines(prefill, rules))
        self._values = {line.label: line.value for line in lines if line.label}
        self.mentions = tuple(line.value for line in lines if not line.label)
        """Sentences that are themselves a value."""
        self._labels = {name: label_of(rule, prefill.type_facture) for name, rule in rules.items()}

    def pair(self, name: str) -> Pair | None:
        """Return the label and the value of a field; None where the form leaves it blank."""
        value = getattr(self.prefill, name)
        return None if value is None else (self.label(name), self.value(name, value))

    def label(self, name: str) -> str:
        """Return the words that announce a field."""
        golden = self._labels[name]
        if self.layout.words is Words.USUAL and name == "numero_facture":
            return "N° d'avoir" if self.prefill.type_facture is TypeFacture.AVOIR else "N° de facture"
        if self.layout.words is Words.USUAL:
            return _USUAL.get(name, golden)
        return self.cased(golden)

    def cased(self, words: str) -> str:
        """Return words in capitals, where the layout prints its labels so."""
        return words.upper() if self.layout.words is Words.CAPITALS else words

    def value(self, name: str, value: object) -> str:
        """Return the value of a field as the layout spells it."""
        if isinstance(value, Decimal):
            return self.amount(value)
        if isinstance(value, date):
            return self.day(value)
        if name.startswith("siret_"):
            return _siret(str(value), self.layout.sirets)
        if name == "iban":
            return format_iban(Iban(str(value)))
        return self._values.get(self._labels[name], str(value))

    def amount(self, value: Decimal) -> str:
        """Return an amount as the layout spells it."""
        french = format_amount(value)
        match self.layout.amounts:
            case AmountStyle.SPACES:
                return f"{french} €"
            case AmountStyle.UNBROKEN:
                return f"{french} €".replace(" ", NO_BREAK)
            case AmountStyle.SOLID:
                return f"{french.replace(' ', '')} €"
            case AmountStyle.DOTTED:
                return f"{french.replace(' ', '.')} EUR"
            case AmountStyle.BARE:
                return french

    def day(self, value: date) -> str:
        """Return a date as the layout spells it."""
        match self.layout.dates:
            case DateStyle.SLASHES:
                return format_date(value)
            case DateStyle.DOTS:
                return f"{value:%d.%m.%Y}"
            case DateStyle.DASHES:
                return f"{value:%d-%m-%Y}"
            case DateStyle.ISO:
                return value.isoformat()
            case DateStyle.WORDS:
                return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"

    def vat_rows(self) -> list[Pair]:
        """Return the breakdown as rows among the totals; none where it stands in a table of its own."""
        lines = () if self.layout.vat is VatPrint.TABLE else self.prefill.lignes_tva or ()
        return [(self._vat_label(line), self.amount(line.montant or Decimal(0))) for line in lines]

    def _vat_label(self, line: LigneTva) -> str:
        base = ""
        if self.layout.vat is VatPrint.LINES and line.base_ht is not None:
            base = f" sur {self.amount(line.base_ht)}"
        return f"TVA {rate(line)}{base}"


def rate(line: LigneTva) -> str:
    """Return the rate of a line: « 5,5 % »."""
    return f"{line.taux:f} %".replace(".", ",")


def _siret(digits: str, style: SiretStyle) -> str:
    match style:
        case SiretStyle.GROUPS:
            return f"{digits[:3]} {digits[3:6]} {digits[6:9]} {digits[9:]}"
        case SiretStyle.SOLID:
            return digits
        case SiretStyle.TWO:
            return f"{digits[:9]} {digits[9:]}"
        case SiretStyle.DOTTED:
            return f"{digits[:3]}.{digits[3:6]}.{digits[6:9]}.{digits[9:]}"
