"""The two languages of messages, and how a value is written for a person in each."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Final, NamedTuple

from chorus_ocr.values.amount import format_amount
from chorus_ocr.values.date import format_date
from chorus_ocr.values.iban import Iban, format_iban
from chorus_ocr.values.portal import LigneTva, ModePaiement, TypeFacture, TypeTva
from chorus_ocr.values.siret import Siret, format_siret
from chorus_ocr.values.tva import Tva, format_tva


class Lang(StrEnum):
    """The languages of messages."""

    FR = "fr"
    EN = "en"


class Own(str):
    """An argument of a message in the library's own words (ranges of pages), which a masked report may show."""

    __slots__ = ()


class Text(NamedTuple):
    """A text in both languages, with ``{names}`` for the arguments of a message."""

    fr: str
    en: str

    def in_lang(self, lang: Lang, **arguments: object) -> str:
        """Return the text in one language, its arguments filled in as people write them there.

        >>> Text("écart de {gap}", "a gap of {gap}").in_lang(Lang.EN, gap=Decimal("1250.5"))
        'a gap of 1,250.50'
        """
        template = self.fr if lang is Lang.FR else self.en
        return template.format_map({name: written(value, lang) for name, value in arguments.items()})


def written(value: object, lang: Lang, kind: str = "") -> str:
    """Return a value as a person writes it; ``kind`` is the name of its value type, which groups digits.

    >>> written(Decimal("-1227.5"), Lang.FR), written(date(2026, 3, 12), Lang.EN)
    ('-1 227,50', '2026-03-12')
    >>> written("11000201100044", Lang.FR, "siret"), written(TypeTva.SANS_TVA, Lang.FR)
    ('110 002 011 00044', 'sans TVA')
    >>> written((LigneTva(taux=Decimal("5.5"), base_ht=Decimal(100), montant=Decimal("5.5")),), Lang.FR)
    '5,5 % de 100,00 = 5,50'
    """
    match value:
        case Text():
            return value.in_lang(lang)
        case Decimal():
            return format_amount(value) if lang is Lang.FR else _english_amount(value)
        case date():
            return format_date(value) if lang is Lang.FR else value.isoformat()
        case LigneTva():
            return _vat_line(value, lang)
        case tuple():
            return "; ".join(written(each, lang) for each in value)
        case StrEnum():
            return _PORTAL_WORDS.get(value, str(value))
        case str() if kind in _GROUPED:
            return _GROUPED[kind](value)
        case _:
            return str(value)


def _english_amount(value: Decimal) -> str:
    whole, _, decimals = f"{value:,f}".partition(".")
    return f"{whole}.{decimals.ljust(2, '0')}"


def _vat_line(line: LigneTva, lang: Lang) -> str:
    rate = f"{line.taux:f} %".replace(".", "," if lang is Lang.FR else ".")
    base = "" if line.base_ht is None else f" {'de' if lang is Lang.FR else 'of'} {written(line.base_ht, lang)}"
    return rate + base + ("" if line.montant is None else f" = {written(line.montant, lang)}")


_GROUPED: Final[Mapping[str, Callable[[str], str]]] = MappingProxyType(
    {
        "siret": lambda number: format_siret(Siret(number)),
        "tva": lambda number: format_tva(Tva(number)),
        "iban": lambda number: format_iban(Iban(number)),
    }
)

_PORTAL_WORDS: Final[Mapping[StrEnum, str]] = MappingProxyType(
    {
        TypeFacture.FACTURE: "facture",
        TypeFacture.AVOIR: "avoir",
        TypeTva.TVA_SUR_DEBIT: "TVA sur les débits",
        TypeTva.TVA_SUR_ENCAISSEMENT: "TVA sur les encaissements",
        TypeTva.EXONERATION: "exonération",
        TypeTva.SANS_TVA: "sans TVA",
        ModePaiement.CHEQUE: "chèque",
        ModePaiement.PRELEVEMENT: "prélèvement",
        ModePaiement.VIREMENT: "virement",
        ModePaiement.ESPECE: "espèces",
        ModePaiement.AUTRE: "autre",
        ModePaiement.REPORT: "report",
    }
)
"""What the form shows for the codes of its API: French in every language, as the portal itself is."""
