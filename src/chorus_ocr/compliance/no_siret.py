"""Suppliers that have no SIRET: the identifiers of other kinds that invoices print in its place.

Source: AIFE, API Chorus Pro, « structures », ``typeIdentifiant``: SIRET, UE_HORS_FRANCE, RIDET, TAHITI and others.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.reading.document import Box, Page
from chorus_ocr.recognition.folding import fold
from chorus_ocr.values import ridet, tahiti
from chorus_ocr.values.parsed import Parsed

WORDS = 5
"""An identifier follows its word within so many words: « N° RIDET : 1 284 663.001 »."""

_MARKS = " :°.#-–"
_NUMBER_SIGNS = ("n°", "no ", "no.", "numero ")

COUNTRIES = {
    "AT": Text("Autriche", "Austria"),
    "BE": Text("Belgique", "Belgium"),
    "BG": Text("Bulgarie", "Bulgaria"),
    "CY": Text("Chypre", "Cyprus"),
    "CZ": Text("Tchéquie", "Czechia"),
    "DE": Text("Allemagne", "Germany"),
    "DK": Text("Danemark", "Denmark"),
    "EE": Text("Estonie", "Estonia"),
    "EL": Text("Grèce", "Greece"),
    "ES": Text("Espagne", "Spain"),
    "FI": Text("Finlande", "Finland"),
    "HR": Text("Croatie", "Croatia"),
    "HU": Text("Hongrie", "Hungary"),
    "IE": Text("Irlande", "Ireland"),
    "IT": Text("Italie", "Italy"),
    "LT": Text("Lituanie", "Lithuania"),
    "LU": Text("Luxembourg", "Luxembourg"),
    "LV": Text("Lettonie", "Latvia"),
    "MT": Text("Malte", "Malta"),
    "NL": Text("Pays-Bas", "Netherlands"),
    "PL": Text("Pologne", "Poland"),
    "PT": Text("Portugal", "Portugal"),
    "RO": Text("Roumanie", "Romania"),
    "SE": Text("Suède", "Sweden"),
    "SI": Text("Slovénie", "Slovenia"),
    "SK": Text("Slovaquie", "Slovakia"),
    "XI": Text("Irlande du Nord", "Northern Ireland"),
}
"""By the prefix of their VAT numbers."""


class Identifier(NamedTuple):
    """An identifier that its own word announces, and where the word stands."""

    value: str
    page: int
    box: Box


def ridets(seen: Seen) -> tuple[Identifier, ...]:
    """Return the RIDETs, of New Caledonia, that an invoice prints which has no SIRET of its supplier."""
    return _after(seen, "ridet", ridet.parse, least=1)


def tahitis(seen: Seen) -> tuple[Identifier, ...]:
    """Return the TAHITI numbers, of French Polynesia, that an invoice prints which has no SIRET of its supplier."""
    # The word is an island's name too, before a telephone number.
    return _after(seen, "tahiti", tahiti.parse, least=6)


def foreign_vat_of(seen: Seen) -> str | None:
    """Return the VAT number of the supplier where it is another Member State's; None for a French one and for none."""
    number = seen.found("tva_fournisseur")
    return None if number is None or str(number).startswith("FR") else str(number)


def has_no_siret(seen: Seen) -> bool:
    """Whether the supplier is known by an identifier of another kind than a SIRET."""
    return foreign_vat_of(seen) is not None or bool(ridets(seen) or tahitis(seen))


def _after(seen: Seen, word: str, parse: Callable[[str], Parsed[str]], *, least: int) -> tuple[Identifier, ...]:
    """Return what a word announces, each value once; its first group has ``least`` characters or more."""
    if not seen.on_paper or not seen.is_blank("siret_fournisseur"):
        return ()
    found: dict[str, Identifier] = {}
    for prose in seen.prose:
        if f" {word} " in prose.text:
            for each in _on_page(prose.page, word, parse, least):
                found.setdefault(each.value, each)
    return tuple(found.values())


def _on_page(page: Page, word: str, parse: Callable[[str], Parsed[str]], least: int) -> Iterator[Identifier]:
    words = page.words
    for row, text in enumerate(words.text):
        folded = fold(text)
        end = folded.find(word) + len(word)
        if end < len(word) or folded[end : end + 1].isalpha():
            continue
        rest = " ".join((text[end:], *words.text[row + 1 : row + 1 + WORDS])).lstrip(_MARKS)
        sign = next((each for each in _NUMBER_SIGNS if fold(rest).startswith(each)), "")
        groups = rest[len(sign) :].lstrip(_MARKS).split()[:WORDS]
        if not groups or len(groups[0]) < least:
            continue
        for count in range(len(groups), 0, -1):
            parsed = parse(" ".join(groups[:count]).strip(_MARKS + ",;|"))
            if parsed.value is not None:
                box = Box(words.x0[row], words.top[row], words.x1[row], words.bottom[row])
                yield Identifier(parsed.value, page.number, box)
                break
