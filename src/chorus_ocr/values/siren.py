"""SIREN: the 9 digits of a French legal unit, its registration number.

Source: Code de commerce, art. R123-221; INSEE, « Définition – Numéro SIREN »
(https://www.insee.fr/fr/metadonnees/definition/c2047). The key is Luhn's. Checked by python-stdnum.

>>> parse("552 100 554")
Parsed(value='552100554', fault=None)
>>> parse("552 100 555")
Parsed(value='552100555', fault='checksum')
"""

import re
from typing import Final, NewType

from chorus_ocr.values.late import compile_late
from chorus_ocr.values.parsed import Parsed, ValueType
from chorus_ocr.values.spelling import FAR_HYPHENS, LATIN_HYPHENS, any_of, compact

Siren = NewType("Siren", str)

_JOIN: Final = any_of(rf"\s.{LATIN_HYPHENS}", FAR_HYPHENS)
_JOINED: Final = any_of(rf"\s.,/{LATIN_HYPHENS}", FAR_HYPHENS)
_LETTER: Final = r"[^\W\d_]"

PATTERN: Final = compile_late(
    rf"""
    [0-9]
    (?<![0-9_][0-9])
    (?<![0-9]{_JOINED}[0-9])                    # not the tail of a SIRET, a VAT number, an IBAN
    (?<!\b{_LETTER}[0-9]) (?<!\b{_LETTER}{{2}}[0-9])         # DE123456789 and other numbers with a prefix
    (?<![0-9]{_LETTER}[0-9]) (?<![0-9]{_LETTER}{{2}}[0-9])
    (?<!\b(?:FR|DE|EE|EL|GB|PT)\s[0-9])              # foreign VAT numbers of nine digits, spaced
    (?<!\bFR[A-Z0-9]{{2}}[0-9])                              # a French one whose key is made of letters
    (?<!\bFR[A-Z0-9]{{2}}\s[0-9])
    (?<!\bFR\s[A-Z0-9]{{2}}\s[0-9])
    (?: [0-9]{{8}}
      | [0-9]{{2}} (?:{_JOIN}[0-9]{{3}}){{2}}
      | (?:\s[0-9]){{8}}
    )
    (?! [0-9_] | {_JOINED}[0-9] | ['’][0-9] | \s?[€%] )
    (?! {_LETTER} (?!{_LETTER}|°) )
    """,
    re.VERBOSE,
)

_DIGITS: Final = compile_late(r"[0-9]{9}")


def parse(raw: str) -> Parsed[Siren]:
    """Read a spelling of a SIREN; one that fails its key is kept, with the fault ``"checksum"``.

    >>> parse("552 100 554 00013")
    Parsed(value=None, fault='format')
    """
    digits = compact(raw)
    if not _DIGITS.fullmatch(digits):
        return Parsed(None, "format")
    from stdnum.fr import siren

    return Parsed(Siren(digits), None if siren.is_valid(digits) else "checksum")


def format_siren(siren: Siren) -> str:
    """Print a SIREN the way people read it.

    >>> format_siren(Siren("552100554"))
    '552 100 554'
    """
    return f"{siren[:3]} {siren[3:6]} {siren[6:]}"


SIREN: Final[ValueType[Siren]] = ValueType(name="siren", pattern=PATTERN, parse=parse)
