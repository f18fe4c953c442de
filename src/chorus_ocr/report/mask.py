"""Hides what an invoice says and keeps how it says it: digits and letters are replaced, words of the rule pack stay.

The mask of a number comes from the order in which numbers appear, never from the number. A hash would be no mask: there
are so few SIRETs, engagement numbers and amounts that trying them all finds the one behind a hash in seconds.

>>> mask = Mask(words=frozenset({"siret", "client"}))
>>> mask.text("SIRET client : 110 002 011 00044, Ville de Courceron")
'SIRET client : 900 000 000 00001, Xxxxx xx Xxxxxxxxx'
>>> mask.text("11000201100044"), mask.amount(Decimal("1234.56")), mask.text("1 234,56 €")
('90000000000001', Decimal('9000.01'), '9 000,01 €')
"""

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from itertools import count
from typing import Final

from chorus_ocr.compliance.messages import Own, Text
from chorus_ocr.prefill import LigneTva
from chorus_ocr.recognition.folding import LOST, fold, tokens
from chorus_ocr.values.rate import FRENCH_RATES

SMALL: Final = 1000
"""Whole numbers below this are pages, lengths and counts."""

FIRST_DAY: Final = date(2001, 1, 1)

_LETTERS: Final = r"[^\W_]"
_JOINT: Final = r"[ \t\u00a0\u2009\u202f.,:/'’+_\-\u00ad\u2010-\u2013\u2212]"
_NUMBER: Final = rf"[^\W\d_]*\d{_LETTERS}*"
_PIECE: Final = re.compile(rf"(?P<number>{_NUMBER}(?:{_JOINT}{_NUMBER})*)|(?P<word>{_LETTERS}+)|(?P<sign>[\W_])")

_SIGNS: Final = frozenset(
    " \t\r\n\u00a0\u2009\u202f!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~§©«»°±·¿€£–—‘’“”•…\u00ad\u2010\u2011\u2212" + LOST
)
"""Marks that say nothing by themselves. Any other may be a letter in disguise: fonts put theirs where they like."""


class Mask:
    """Masks the values of one report: the same value always in the same way, different numbers in different ways.

    ``words``: folded words that stay readable. ``phrases``: phrases whose digits stay, too (« art 293 B »). ``numbers``
    and ``days``: what stands on the pages, which no mask may happen to say; see ``seen_numbers``, ``seen_days``.

    A number is masked digit for digit, and its separators and its length are kept; letters become ``x`` or ``X``. Dates
    become the first days of 2001, or of the first later year that the pages do not name, in their order.
    """

    def __init__(
        self,
        *,
        words: Collection[str],
        phrases: Iterable[str] = (),
        numbers: Collection[str] = (),
        days: Collection[date] = (),
    ) -> None:
        self.words = frozenset(words)
        self.seen_numbers: set[str] = set()
        self.seen_days: set[date] = set()
        self._taken = frozenset(numbers)
        self._days = _days(days, numbers)
        self._numbers: dict[str, str] = {}
        self._used: Counter[int] = Counter()
        self._texts: dict[str, str] = {}
        self._kept = _pattern(phrases)

    def text(self, text: str) -> str:
        """Return a text with every digit masked, and every letter but those of the pack's words."""
        known = self._texts.get(text)
        if known is not None:
            return known
        told, at = [], 0
        for kept in self._kept.finditer(fold(text)) if self._kept is not None else ():
            told += [self._masked(text[at : kept.start()]), text[kept.start() : kept.end()]]
            at = kept.end()
        told.append(self._masked(text[at:]))
        masked = self._texts[text] = "".join(told)
        return masked

    def amount(self, amount: Decimal) -> Decimal:
        """Return an amount of the same sign and length."""
        return Decimal(self.text(f"{amount:f}")) if amount.is_finite() else amount

    def day(self, day: date) -> date:
        """Return a day that stands to the others as this one does: before or after."""
        self.seen_days.add(day)
        return self._days.get(day, FIRST_DAY)

    def value(self, value: object) -> object:
        """Return a value of the same type, masked. Codes of enumerations and VAT rates in force stay.

        A value of a type that this library does not know becomes its text, masked.
        """
        match value:
            case None | bool() | Enum() | Own() | Text():
                return value
            case str():
                return self.text(value)
            case Decimal():
                return self.amount(value)
            case date():
                return self.day(value)
            case int():
                return value if abs(value) < SMALL else int(self.text(str(value)))
            case float():
                return float(self.text(f"{value:f}")) if math.isfinite(value) else value
            case LigneTva():
                return self._vat_line(value)
            case tuple() | list():
                return tuple(self.value(each) for each in value)
            case _:
                return self.text(str(value))

    def _vat_line(self, line: LigneTva) -> LigneTva:
        return replace(
            line,
            taux=line.taux if line.taux in FRENCH_RATES else self.amount(line.taux),
            base_ht=None if line.base_ht is None else self.amount(line.base_ht),
            montant=None if line.montant is None else self.amount(line.montant),
        )

    def _masked(self, text: str) -> str:
        return _PIECE.sub(self._piece, text)

    def _piece(self, found: re.Match[str]) -> str:
        piece = found.group()
        if found["sign"]:
            return piece if piece in _SIGNS else LOST
        if found["word"]:
            return piece if fold(piece) in self.words else "".join(map(_hidden, piece))
        digits = iter(self._number("".join(filter(str.isdecimal, piece))))
        return "".join(next(digits) if mark.isdecimal() else _hidden(mark) for mark in piece)

    def _number(self, digits: str) -> str:
        """Return the mask of a run of digits: 9, zeros, and the rank of the run among those of its length."""
        self.seen_numbers.add(digits)
        known = self._numbers.get(digits)
        if known is not None:
            return known
        size = len(digits)
        first = 9 * 10 ** (size - 1) + (size > 1)
        for rank in count(self._used[size]):
            mask = str(first + rank)
            if len(mask) > size:
                # More runs of this length than masks: so short ones name nobody, and may look alike.
                mask = ("8" if digits == "9" * size else "9") * size
                break
            self._used[size] = rank + 1
            if mask not in self._taken and mask != digits:
                break
        self._numbers[digits] = mask
        return mask


def _hidden(mark: str) -> str:
    if mark.isalpha():
        return "X" if mark.isupper() else "x"
    if mark.isalnum():  # ², ½, ①
        return "9"
    return mark if mark in _SIGNS else LOST


def _days(days: Collection[date], numbers: Collection[str]) -> dict[date, date]:
    named = {day.year for day in days}
    free = (year for year in range(FIRST_DAY.year, 9000) if year not in named and str(year) not in numbers)
    first = FIRST_DAY.replace(year=next(free, FIRST_DAY.year))  # a page may print every number there is
    return {day: first + timedelta(rank) for rank, day in enumerate(sorted(days))}


def _pattern(phrases: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds these phrases in folded text: those that hold digits, for the words of others are kept anyhow.

    Nothing that goes on with more digits is one: « article 262 000,00 ».
    """
    told = [[re.escape(token.text) for token in tokens(fold(phrase))] for phrase in phrases if re.search(r"\d", phrase)]
    if not told:
        return None
    longest = sorted((r"[\W_]{1,3}".join(each) for each in told), key=lambda each: (-len(each), each))
    return re.compile(rf"(?<!{_LETTERS})(?:{'|'.join(longest)})(?!{_LETTERS}|{_JOINT}?\d)")
