"""VAT rate, in percent.

Source: CGI, art. 278 to 281 nonies and 294 to 297, for the rates in force and the recent ones (mainland, Corsica,
overseas). ``RATE`` is a number before a percent sign, between 0 and 100. ``RATE_BARE`` is for the cells of a table
whose header says that they are rates: no sign, so that only a rate known to French law is believed.

>>> parse("5,5 %")
Parsed(value=Decimal('5.5'), fault=None)
>>> parse("120 %")
Parsed(value=None, fault='format')
"""

from decimal import Decimal
from typing import Final

from chorus_ocr.values.late import compile_late
from chorus_ocr.values.parsed import Parsed, ValueType
from chorus_ocr.values.spelling import HYPHENS, trim

#: The rates of French law, past ones included.
FRENCH_RATES: Final = frozenset(
    map(
        Decimal,
        ("0", "0.9", "1.05", "1.75", "2.1", "5.5", "7", "8.5", "9.2", "9.6", "10", "13", "19.6", "20", "20.6"),
    )
)

_NUMBER: Final = r"[0-9]{1,3}(?:[.,][0-9]{1,3})?"

# A signed percentage is a discount or a trend, not a rate.
PATTERN: Final = compile_late(
    rf"[0-9](?<![\w.,/'’{HYPHENS}+–][0-9])(?<![0-9]\s[0-9])(?<![{HYPHENS}]\s[0-9])"
    rf"[0-9]{{0,2}}(?:[.,][0-9]{{1,3}})?\s?[%％](?!\w)"
)
PATTERN_BARE: Final = compile_late(
    rf"[0-9](?<![\w.,/'’:°#{HYPHENS}+–][0-9])(?<![0-9]\s[0-9])[0-9]?(?:[.,][0-9]{{1,3}})?"
    rf"(?!\w|[{HYPHENS}–.,:/'’][0-9]|\s?[%％€$£°]|\s[0-9])"
)

_RATE: Final = compile_late(rf"({_NUMBER})\s?[%％]")


def parse(raw: str) -> Parsed[Decimal]:
    """Read a percentage; the value has the digits that are printed.

    >>> parse("20,00%").value, parse("0 %").value
    (Decimal('20.00'), Decimal('0'))
    >>> parse("20,00")
    Parsed(value=None, fault='format')
    """
    match = _RATE.fullmatch(trim(raw))
    if match is None:
        return Parsed(None, "format")
    rate = Decimal(match[1].replace(",", "."))
    return Parsed(rate) if rate <= 100 else Parsed(None, "format")


def parse_bare(raw: str) -> Parsed[Decimal]:
    """Read a rate printed without its sign, in a column of rates.

    >>> parse_bare("20,00").value, parse_bare("5.5").value
    (Decimal('20.00'), Decimal('5.5'))
    >>> parse_bare("12,00")
    Parsed(value=None, fault='format')
    """
    text = trim(raw)
    if not PATTERN_BARE.fullmatch(text):
        return Parsed(None, "format")
    rate = Decimal(text.replace(",", "."))
    return Parsed(rate) if rate in FRENCH_RATES else Parsed(None, "format")


RATE: Final[ValueType[Decimal]] = ValueType(name="rate", pattern=PATTERN, parse=parse)
RATE_BARE: Final[ValueType[Decimal]] = ValueType(name="rate_bare", pattern=PATTERN_BARE, parse=parse_bare)
