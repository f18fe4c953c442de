"""What is visibly printed on the pages in scope: whether a known value stands there, in any of its spellings.

This asks less than recognition does: not whose value it is nor what announces it, only whether a reader sees it.
"""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Final, Self

from chorus_ocr.layout import lay_out
from chorus_ocr.reading.document import Document
from chorus_ocr.values import amount, currency, rate
from chorus_ocr.values import date as dates
from chorus_ocr.values.spelling import HYPHENS

LANGUAGES: Final[Mapping[str, re.Pattern[str]]] = MappingProxyType(
    {
        "fr": re.compile(r"\b(?:factures?|avoir|montant|échéance|règlement)\b", re.IGNORECASE),
        "de": re.compile(r"\b(?:rechnung\w*|gutschrift|betrag|mwst|ust)\b", re.IGNORECASE),
        "en": re.compile(r"\b(?:invoice|credit note|amount|due date)\b", re.IGNORECASE),
        "it": re.compile(r"\b(?:fattura|nota di credito|importo|imponibile)\b", re.IGNORECASE),
    }
)
"""Words that only an invoice in that language prints; on a bilingual page the first language counts."""

_ANY_HYPHEN: Final = re.compile(f"[{HYPHENS}]")
_GAP: Final = r"[\s.]?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """The visible print of a document: its lines as text, and every amount, date and rate that is written there.

    ``amounts`` counts how often each is printed, without its sign.
    """

    lines: tuple[str, ...]
    amounts: Counter[Decimal]
    dates: Counter[date]
    rates: frozenset[Decimal]
    currencies: frozenset[str]

    @classmethod
    def of(cls, document: Document) -> Self:
        """Return what a reader sees on the pages in scope of a document."""
        lines: list[str] = []
        cells: list[str] = []
        for page in document.pages:
            layout = lay_out(page)
            cells.extend(layout.text)
            lines.extend(" ".join(layout.text[cell] for cell in line) for line in layout.lines)
        amounts = (amount.parse(found[0]).value for cell in cells for found in amount.PATTERN.finditer(cell))
        printed_dates = (dates.parse(found[0]).value for line in lines for found in dates.PATTERN.finditer(line))
        signed = (rate.parse(found[0]).value for line in lines for found in rate.PATTERN.finditer(line))
        bare = (rate.parse_bare(found[0]).value for cell in cells for found in rate.PATTERN_BARE.finditer(cell))
        codes = (currency.parse(found[0]).value for line in lines for found in currency.PATTERN.finditer(line))
        return cls(
            lines=tuple(_ANY_HYPHEN.sub("-", line).upper() for line in lines),
            amounts=Counter(abs(value) for value in amounts if value is not None),
            dates=Counter(value for value in printed_dates if value is not None),
            rates=frozenset(value for value in (*signed, *bare) if value is not None),
            currencies=frozenset(value for value in codes if value is not None),
        )

    def holds(self, reference: str) -> bool:
        """Whether a number or a name is printed, whole, in any case and in groups of any length.

        A line holds all of it: what is wrapped over two lines is not found.
        """
        compact = re.sub(r"\s+", "", _ANY_HYPHEN.sub("-", reference)).upper()
        if not compact:
            return False
        body = _GAP.join(map(re.escape, compact))
        whole = re.compile(rf"(?<![A-Z0-9])(?<![A-Z0-9][-_/.]){body}(?![-_/.]?[A-Z0-9])")
        return any(whole.search(line) for line in self.lines)

    def says(self, word: str) -> bool:
        """Whether a word is printed, in any case, in the singular or the plural."""
        whole = re.compile(rf"\b{re.escape(word.upper())}S?\b")
        return any(whole.search(line) for line in self.lines)

    @property
    def language(self) -> str | None:
        """The language of the print, as far as a few words tell it."""
        text = "\n".join(self.lines)
        return next((code for code, words in LANGUAGES.items() if words.search(text)), None)
