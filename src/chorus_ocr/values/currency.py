"""Currency: the word or sign that invoices print for it, as an ISO 4217 code.

Source: ISO 4217; the portal's ``codeDeviseFacture`` is that code. « F CFP » is XPF. A bare « $ » is taken for the
American dollar. A code or word stands alone or next to figures, never inside a word (EURL, Euronext).

>>> parse("F CFP")
Parsed(value='XPF', fault=None)
>>> parse("EURL")
Parsed(value=None, fault='format')
"""

import re
from typing import Final, NewType

from chorus_ocr.values.late import compile_late
from chorus_ocr.values.parsed import Parsed, ValueType
from chorus_ocr.values.spelling import trim

Currency = NewType("Currency", str)

_WORDS: Final = (
    ("EUR", "€", r"EUR|(?i:euros?)"),
    ("XPF", "", r"XPF|F\.?[^\S\n]?C\.?F\.?P\.?|(?i:francs?[^\S\n](?:cfp|pacifiques?))"),
    ("CHF", "", "CHF"),
    ("USD", r"\$", r"USD|US\$"),
    ("GBP", "£", "GBP"),
)
_SIGNS: Final = "|".join(sign for _, sign, _ in _WORDS if sign)
_LETTERS: Final = "|".join(word for _, _, word in _WORDS)

#: A currency wherever it stands, for the amounts: signs may touch letters at their right (« €TTC »), words may not.
SPELLINGS: Final = rf"(?:{_SIGNS}|(?:{_LETTERS})(?![^\W\d_]))"

# The first character alone tells most of a page apart from a currency.
PATTERN: Final = re.compile(rf"(?=[€$£CEFGUXef])(?:{_SIGNS}|(?<![^\W\d_])(?:{_LETTERS})(?![^\W\d_]))")

_BY_CODE: Final = tuple(
    (Currency(code), compile_late(f"{sign}|{word}" if sign else word)) for code, sign, word in _WORDS
)


def parse(raw: str) -> Parsed[Currency]:
    """Read the word or sign of one currency.

    >>> parse("Euros").value, parse("€").value, parse("XPF").value, parse("£").value
    ('EUR', 'EUR', 'XPF', 'GBP')
    """
    word = trim(raw)
    for code, pattern in _BY_CODE:
        if pattern.fullmatch(word):
            return Parsed(code)
    return Parsed(None, "format")


CURRENCY: Final[ValueType[Currency]] = ValueType(name="currency", pattern=PATTERN, parse=parse)
