"""References: numbers of invoices, engagements, orders and markets, and codes of services.

Nobody prescribes their shape. Chorus Pro's own limits (an invoice number of 20 characters out of letters, digits and
``- _ / +``; an engagement of 50 out of ``A-Z 0-9 _ + / -``) are matters of compliance, checked later: here a reference
is what a reader takes for one, a word with a digit in it that is no date, amount, telephone number or SIRET.

>>> REFERENCE.pattern.match("F2026-0117 du 3 mars").group()
'F2026-0117'
>>> parse_reference("BDC  2026/110").value
'BDC 2026/110'
>>> parse_reference("16/11/2017").fault
'format'
"""

import re

from chorus_ocr.values.late import compile_late
from chorus_ocr.values.parsed import Parsed, ValueType
from chorus_ocr.values.spelling import FAR_HYPHENS, LATIN_HYPHENS, any_of

_FOLD_HYPHENS = str.maketrans(dict.fromkeys("\u00ad\u2010\u2011\u2212", "-"))
_JOINT = any_of(rf"_+/.:{LATIN_HYPHENS}", FAR_HYPHENS)

_MARK = any_of(f"/.{LATIN_HYPHENS}", FAR_HYPHENS)


def _before_digit(others: str) -> str:
    """Return a look-ahead: letters, these signs and hyphens up to a digit."""
    near = f"[A-Za-z{others}{LATIN_HYPHENS}]*+"
    return rf"(?={near}(?:[{FAR_HYPHENS}]{near})*+\d)"


_HOLDS_DIGIT = _before_digit("_+/.:")
_SERVICE_HOLDS_DIGIT = _before_digit("_+/.")
_WORD = rf"[A-Za-z0-9]+(?:{_JOINT}(?:{_JOINT}|)[A-Za-z0-9]+)*"
# Neither an amount ("1 234,56 €", "20 %") nor an address ("n° 12, rue" is refused by its brevity in the rules).
_UNIT = r"(?:EUR|euros?|mois|ans?|jours?|heures?|kWh|MWh|kg|km)"
_NO_AMOUNT = (
    rf"(?![A-Za-z0-9@]|[,.']\d|’\d|\s?[€%]|\s\d{{3}}[,.]\d\d|\s?{_UNIT}\b"
    r"|\s(?:du|sur le|via le) site\b)"
)

# « N° 2026 / 08 » is one number, « FA26-118 / 3 pages » is not.
_AFTER = r"\s*$|\s+du\b|\s*[,;)]|\s[–—-]\s"

REFERENCE_PATTERN = compile_late(
    rf"(?:[#*]\s?)?(?:[A-Z]{{1,8}}(?:\s?{_MARK}\s?|\s))?{_HOLDS_DIGIT}{_WORD}"
    rf"(?:\s\d{{2,7}}(?![\dA-Za-z,.:/%]|€|\s?[€%]|{_JOINT}\d))*(?:(?:(?<=20\d\d)\s/\s\d{{1,6}}|(?<=\d\d\d)\s/\s\d\d)(?={_AFTER}))?"
    rf"{_NO_AMOUNT}(?!\s/\s\d{{1,6}}(?:{_AFTER}|\s/))"
)

# Two more groups of two or three digits make a telephone number of it: « N° de service : 0800 12 34 56 ».
SERVICE_PATTERN = compile_late(
    rf"{_SERVICE_HOLDS_DIGIT}{_WORD}{_NO_AMOUNT}(?!(?:[ .]\d\d){{2}}(?!\d)|(?:[ .]\d\d\d){{2}}(?!\d))"
    rf"|(?:[A-Z]+(?:(?:_|{_MARK})[A-Z]+)+|[A-Z]{{2,}})(?=\s*(?:$|[.,;:)|»·\"]|•|[–—-]\s)|\s+[A-ZÉ][a-zé]+\s?:)"
)

_DAY, _MONTH, _YEAR = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])", r"(?:19|20)\d\d"
_DATE = compile_late(rf"{_DAY}[/.-]{_MONTH}[/.-](?:\d\d|{_YEAR})|{_YEAR}[/.-]{_MONTH}[/.-]{_DAY}")
_NO_PREFIX = frozenset(
    (
        "SIRET", "SIREN", "TVA", "IBAN", "RIB", "RCS", "APE", "NAF", "BIC", "TEL", "FAX", "PAGE", "DATE", "DU", "LE",
        "AU", "CEDEX", "BP", "CS", "TOTAL", "HT", "TTC", "EUR", "CODE", "ID",
    )
)  # fmt: skip
"""Capitals before a number that make it something else than a reference."""
_OPENING_HOURS = compile_late(r"\d{1,2}h\d{0,2}(?:[/-]\d{1,2}h?\d{0,2}){0,2}|7j/7", re.IGNORECASE)
_TELEPHONE = compile_late(r"(?:\+33 ?|0)[1-9](?:[ .-]?\d\d){4}")
_SIRET_LIKE = compile_late(r"(?:\d[ .]?){13}\d")
_IBAN_LIKE = compile_late(r"[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3}")
_SPACES = re.compile(r"\s+")


_MORE_DIGITS = compile_late(r"\s\d\s\d{3}|\s(?!DU|LE|AU|DE|EN|ET|LOT|SUR)[A-Z]{1,4}\s\d{2}")
_MORE_SIGNS = compile_late(r"\s(?=[A-Z]*\d)(?=\d*[A-Z])[A-Z0-9]{3,8}(?:-[A-Z0-9]+)*(?=\s|$)")
_PERIOD = compile_late(
    r"(?:19|20)\d\d(?:\s?[-/]\s?(?:(?:19|20)\d\d|\d{1,2}))?|\d{1,2}\s?[-/]\s?(?:19|20)\d\d|20\d\d[01]\d[0-3]\d"
    r"|[TS]\d[-/ ]?(?:20)?\d\d|\d[TS](?:20)?\d\d|SEM\.?\s?\d+|\d{1,2}[:h]\d{2}.*|\d{1,2}/\d{1,2}|\dj/\d"
    r"|\d+(?:er|e|eme)",
    re.IGNORECASE,
)


def goes_on(raw: str, rest: str) -> bool:
    """Whether more of a reference follows, so that nobody can tell where it ends.

    >>> goes_on("26", " 3 4188207"), goes_on("TF0318", " 26C4-19 0044"), goes_on("F26-118", " LOT2")
    (True, True, False)
    """
    if any(mark in raw for mark in "-/_+."):
        return False
    digits = raw.replace(" ", "").isdigit()
    return (digits and _MORE_DIGITS.match(rest) is not None) or (len(raw) <= 8 and _MORE_SIGNS.match(rest) is not None)


def is_period(raw: str) -> bool:
    """Whether a number that no number sign announces is a year, a month, a quarter, a time or a ratio.

    >>> is_period("2025-2026"), is_period("T2-2026"), is_period("05/2026"), is_period("24/24"), is_period("CT-118")
    (True, True, True, True, False)
    """
    return _PERIOD.fullmatch(raw.strip()) is not None


def parse_reference(raw: str) -> Parsed[str]:
    """Return the printed spelling, inner runs of spaces folded to one, hyphens of any kind as ``-``."""
    text = _SPACES.sub(" ", raw.translate(_FOLD_HYPHENS)).strip(" #*")
    if not any(char.isdigit() for char in text) or _DATE.fullmatch(text):
        return Parsed(None, "format")
    if _OPENING_HOURS.fullmatch(text):
        return Parsed(None, "format")
    if " " in text and text.split(" ", 1)[0] in _NO_PREFIX:
        return Parsed(None, "format")
    if _TELEPHONE.fullmatch(text) or _is_siret(text) or _IBAN_LIKE.match(text):
        return Parsed(None, "format")
    return Parsed(text)


def _is_siret(text: str) -> bool:
    """Whether a number is a SIRET: grouped like one, or of fourteen digits that pass its checksum."""
    if _SIRET_LIKE.fullmatch(text) is None:
        return False
    from stdnum import luhn

    return not text.isdigit() or luhn.is_valid(text)


def parse_service(raw: str) -> Parsed[str]:
    """Return the code of a service as printed.

    >>> parse_service("FACTURES_PUBLIQUES").value
    'FACTURES_PUBLIQUES'
    """
    text = _SPACES.sub(" ", raw.translate(_FOLD_HYPHENS)).strip()
    if (
        len(text) < 2
        or _OPENING_HOURS.fullmatch(text)
        or _DATE.fullmatch(text)
        or _TELEPHONE.fullmatch(text)
        or _SIRET_LIKE.fullmatch(text)
    ):
        return Parsed(None, "format")
    return Parsed(text)


REFERENCE: ValueType[str] = ValueType(name="reference", pattern=REFERENCE_PATTERN, parse=parse_reference)
SERVICE: ValueType[str] = ValueType(name="service", pattern=SERVICE_PATTERN, parse=parse_service)
