"""Amount of money, as French invoices print it: ``1 227,51 €``, and the spellings of other locales beside it.

Source: Imprimerie nationale, « Lexique des règles typographiques », *Nombres*: groups of three set apart by a
non-breaking space, a decimal comma. The other spellings (``1.234,56``, ``1,234.56``, ``1'234,56``) are Unicode
CLDR's for the locales that invoicing software is left in. The value keeps the printed sign and the printed digits.

Strict on purpose: a price parser that makes the best of anything takes a year for a total and drops a minus.

- After its decimals an amount ends: ``1 227,51 245,50`` is two. Groups are of three, and the first has no leading
  zero: in ``05/11/2017 201,00`` only 201,00 is an amount, in ``12 34 56`` nothing is.
- One separator before exactly three digits, ``1.234`` or ``12,345``, is thousands in one country and decimals in
  another: fault ``"format"``, unless the head can be no group (``0,345``, ``1234,567``) or the currency has no
  decimals (``1.162 F CFP``). ``1 234`` is thousands; ``1.234.567`` too, with a currency beside it.
- A minus is a glued ``-``, ``−`` or ``–``, a minus sign with a blank, a trailing ``-``, or parentheses around the
  whole. A hyphen *and* a blank are a minus at the start of a cell or after a colon; elsewhere they may as well set
  two things apart (« 20% - 375,42 »), so that nothing is read. An en dash and a blank only set apart.
- Without decimals and without a currency, it is an amount only if nothing tells another thing: not a year, not a
  number of 8 digits or a SIREN's groups, not before a word in lower case (« 30 jours ») or a month.
- ``1 /993,92`` is what broken fonts print for 1 993,92: their narrow space has the glyph of a slash.

>>> parse("-1 227,51 €")
Parsed(value=Decimal('-1227.51'), fault=None)
>>> parse("20 %")
Parsed(value=None, fault='format')
"""

import re
from decimal import Decimal
from typing import Final

from chorus_ocr.values import currency
from chorus_ocr.values.currency import Currency
from chorus_ocr.values.late import compile_late
from chorus_ocr.values.parsed import Parsed, ValueType
from chorus_ocr.values.spelling import FAR_HYPHENS, HYPHEN, HYPHENS, LATIN_HYPHENS, any_of, trim

_CUR: Final = currency.SPELLINGS
_SIGN: Final = any_of(f"+{LATIN_HYPHENS}", FAR_HYPHENS, "–")
_PERCENT: Final = any_of("%", "‰％")
_GROUP: Final = r"[0-9]{3}(?![0-9])"

# A number whose decimals are printed.
_DECIMAL: Final = rf"""(?:
    (?: [1-9][0-9]{{0,2}}
        (?: (?:\s{_GROUP}){{1,4}} [.,]
          | (?:['’]{_GROUP}){{1,4}} [.,]
          | (?:\.{_GROUP}){{1,4}} ,
          | (?:,{_GROUP}){{1,4}} \.
          | (?:\s?/{_GROUP}){{1,4}} [.,] (?=[0-9]{{2}}(?![0-9]))
        )
      | (?:0|[1-9][0-9]{{0,11}}) [.,]
    )
    [0-9]{{1,6}}
)"""

# A whole number; a currency or _BARE must vouch for it.
_WHOLE: Final = rf"""(?:
    [1-9][0-9]{{0,2}}
    (?: (?:\s{_GROUP}){{1,4}} | (?:['’]{_GROUP}){{1,4}} | (?:\.{_GROUP}){{2,4}} | (?:,{_GROUP}){{2,4}} )
  | (?:0|[1-9][0-9]{{0,11}})
)(?![0-9])"""

# A sign of what is numbered or priced, and what a number may not be glued to.
_NUMBERED: Final = any_of("°#/$£", "№€")
_TOUCHING: Final = any_of(rf"{LATIN_HYPHENS}+,/'°#\w", FAR_HYPHENS, "–—’", "№")

# What a whole number must look like to stand on its own, and stand after.
_BARE: Final = rf"""
    (?<![0-9]\s) (?<![0-9][.,]\s) (?<![($£]) (?<!€) (?<!{_NUMBERED}\s)
    (?!(?:199|20[0-9])[0-9](?![0-9]))                       # a year
    (?: [1-9][0-9]{{0,2}} [\s'’] {_GROUP}
      | [1-9][0-9]? (?:[\s'’]{_GROUP}){{2}}                   # three groups of three are a SIREN
      | 0 | [1-9][0-9]{{0,6}}
    )(?![0-9])
"""
_BARE_END: Final = (
    r"(?! \s[0-9] | \s?[.,]\s?[0-9] | \.\s\w | \s?[)/:°²³×*] | \s[a-zß-öø-ÿ]"
    r" | \s(?i:janv|f[ée]v|mars|avr|mai\b|juin|juil|ao[uû]t|sept|oct|nov|d[ée]c) )"
)

# Where a number may start: nothing glued before it but dot leaders, unless it has a sign; not after a minus that was
# not taken for its sign; a dash that opens the cell may be a minus set by a word processor, a parenthesis that does not
# close may be one too.
_START: Final = rf"""
    (?<!{_TOUCHING}) (?<!{HYPHEN}\s)
    (?: (?<![.)%]) (?<!€) {_SIGN}
      | (?<![0-9]:) (?<![^.]\.) (?<!^\.) (?<!^[–—]\s) (?: (?<!\() | (?=[^()]{{1,60}}\)) )
    )
"""
# Nor after another group of digits that it could belong to, unless that group is closed: decimals, part of a date,
# a year, or part of a word (« T1 »).
_APART: Final = (
    r"(?: (?<![0-9]\s) | (?<=[.,/-][0-9]\s) | (?<=[.,/-][0-9]{2}\s) | (?<=(?:19|20)[0-9]{2}\s)"
    r" | (?<=[A-Za-z°][0-9]\s) | (?<=[A-Za-z°][0-9]{2}\s) )"
)
# A sign that a blank sets apart.
_FAR_SIGN: Final = rf"""
    (?<![\w)%]) (?<!€) −\s
  | (?: (?<=[:=(|]) | (?<=[:=(|]\s) | ^ ) {any_of(f"+{LATIN_HYPHENS}", FAR_HYPHENS)}\s
"""
_TRAILING: Final = rf"{HYPHEN}(?!\w)"
# What may not follow a number: more of it, a glued word, a percentage, a dash that is perhaps its sign, a currency that
# was not taken because what follows it tells against it.
_END: Final = (
    rf"(?! [{LATIN_HYPHENS}\w] | [{FAR_HYPHENS}] | [–—] | [.,:'/][0-9] | ’[0-9] | /\w"
    rf" | \s?{_PERCENT} | \s{HYPHEN}\s?\Z | \s?{_CUR} )"
)
_AFTER_CUR: Final = rf"(?! {HYPHEN}(?!\w) | \s{HYPHEN}\s?\Z )"
# « 12 € 50 » is neither 12 nor surely 12,50.
_NO_CENTS: Final = r"(?! [0-9] | \s[0-9]{2} (?! [0-9.,] | \s?[%0-9] | \s?€ ) )"

PATTERN: Final = compile_late(
    rf"""
    (?=[(0-9+€$£EXCUGFf–{HYPHENS}])
    (?: (?P<open>\()\s? | {_START} | {_FAR_SIGN} )
    (?: (?<![0-9]\s) (?P<code>{_CUR}) \s? (?:{_SIGN}\s?)? )?
    {_APART}
    (?: (?P<decimal>{_DECIMAL}) | (?P<bare>{_BARE}) | {_WHOLE} )
    (?(decimal)|(?P<cents>\s?€[0-9]{{2}}(?![0-9.,]))?)
    (?(cents)|(?:\s?(?P<cur>{_CUR}))?)
    (?(open)
        # (218,48 €): parentheses are a minus, not around a bare number, which is a note or a département.
        (?(decimal)|(?(code)|(?(cur)|(?!)))) \s?\) (?!\w)
    |(?(cents)
    |(?(cur)
        (?(code)(?!)) (?:{_TRAILING})? {_AFTER_CUR} (?(decimal)|{_NO_CENTS})
    |   (?(decimal)|(?(code) (?! \s?[.,]\s?[0-9] | \s[0-9] )))
        (?: {_END} (?(decimal)|(?(code)|(?(bare){_BARE_END}|(?!))))
          | {_TRAILING} (?(decimal) (?:\s?{_CUR})? (?!\s?{_PERCENT}) |(?(code)|(?!)) )
        )
    )))
    """,
    re.VERBOSE,
)

_CURRENCY: Final = compile_late(_CUR)
_CENTS: Final = compile_late(r"€([0-9]{2})\Z")
_BEFORE: Final = any_of(rf"(\s+{LATIN_HYPHENS}", FAR_HYPHENS, "–")
_AFTER: Final = any_of(rf")\s{LATIN_HYPHENS}", FAR_HYPHENS)
_NEGATIVE: Final = compile_late(any_of(LATIN_HYPHENS, FAR_HYPHENS, "–"))
_AROUND: Final = compile_late(rf"^{_BEFORE}++|{_AFTER}++\Z")
_GROUPING: Final = compile_late(any_of(r"\s'/", "’"))
_AMBIGUOUS: Final = compile_late(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
# What most invoices print, « 1 227,51 € », « -12.00 EUR »: a part of what the pattern accepts, read without asking it
# again.
_USUAL: Final = compile_late(
    r"(-?(?:[1-9][0-9]{0,2}(?:\s[0-9]{3}){1,2}|[1-9][0-9]{0,5}|0))[.,]([0-9]{2})(?:\s?(?:€|EUR|euros))?"
)
_NO_SUBUNIT: Final = frozenset({"XPF"})


def parse(raw: str) -> Parsed[Decimal]:
    """Read a spelling of an amount; the value has the digits and the sign that are printed, never rounded.

    >>> parse("1.234,50 EUR").value, parse("(218,48)").value, parse("12 €00").value
    (Decimal('1234.50'), Decimal('-218.48'), Decimal('12.00'))
    >>> parse("1.234"), parse("1.162 F CFP").value
    (Parsed(value=None, fault='format'), Decimal('1162'))
    """
    text = trim(raw)
    usual = _USUAL.fullmatch(text)
    return Parsed(Decimal(f"{''.join(usual[1].split())}.{usual[2]}")) if usual else _parse_unusual(text)


def _parse_unusual(text: str) -> Parsed[Decimal]:
    if not PATTERN.fullmatch(text):
        return Parsed(None, "format")
    minuses = len(_NEGATIVE.findall(text)) + text.count("(")
    number = _number(text)
    if number is None or minuses > 1:
        return Parsed(None, "format")
    return Parsed(Decimal(f"-{number}" if minuses else number))


def _number(text: str) -> str | None:
    """The digits of a spelling that the pattern accepts, with a decimal point; None when it has two readings."""
    cents = _CENTS.search(text)
    whole = text[: cents.start()] if cents else text
    printed = _AROUND.sub("", _CURRENCY.sub("", _AROUND.sub("", whole)))
    digits = _GROUPING.sub("", printed)
    if cents:
        return f"{digits.replace('.', '').replace(',', '')}.{cents[1]}"
    head, mark, tail = _last_separator(digits)
    if not mark:
        return digits
    grouped = "." in head or "," in head
    if mark in head or (_AMBIGUOUS.fullmatch(printed) and currency_of(text) in _NO_SUBUNIT):
        return head.replace(mark, "") + tail  # 1.234.567
    if _AMBIGUOUS.fullmatch(printed):
        return None
    return f"{head.replace('.', '').replace(',', '') if grouped else head}.{tail}"


def _last_separator(digits: str) -> tuple[str, str, str]:
    position = max(digits.rfind("."), digits.rfind(","))
    if position < 0:
        return digits, "", ""
    return digits[:position], digits[position], digits[position + 1 :]


def has_decimals(raw: str) -> bool:
    """Whether decimals are printed: what sets a sum of money apart from a quantity or a number of days.

    >>> has_decimals("1 227,51 €"), has_decimals("12 €00"), has_decimals("1 227 €"), has_decimals("1.234")
    (True, True, False, False)
    """
    value = parse(raw).value
    return value is not None and int(value.as_tuple().exponent) < 0


def currency_of(raw: str) -> Currency | None:
    """The ISO 4217 code of the currency printed with an amount; None when there is none, or more than one.

    >>> currency_of("1 227,51 €"), currency_of("EUR 12"), currency_of("1 162 F CFP"), currency_of("12,00")
    ('EUR', 'EUR', 'XPF', None)
    """
    codes = {currency.parse(match[0]).value for match in _CURRENCY.finditer(raw)}
    return codes.pop() if len(codes) == 1 else None


def format_amount(value: Decimal) -> str:
    """Print an amount the French way, with at least two decimals.

    >>> format_amount(Decimal("-1227.5")), format_amount(Decimal("0.125")), format_amount(Decimal("15360"))
    ('-1 227,50', '0,125', '15 360,00')
    """
    whole, _, decimals = f"{abs(value):,f}".partition(".")
    sign = "-" if value < 0 else ""
    return f"{sign}{whole.replace(',', ' ')},{decimals.ljust(2, '0')}"


AMOUNT: Final[ValueType[Decimal]] = ValueType(name="amount", pattern=PATTERN, parse=parse)
