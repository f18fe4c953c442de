"""SIRET: the 14 digits of a French establishment, a SIREN (9) followed by a NIC (5).

Source: Code de commerce, art. R123-221; INSEE, « Définition – Numéro SIRET »
(https://www.insee.fr/fr/metadonnees/definition/c1841). The key is Luhn's, except at La Poste, whose establishments
other than the head office have a sum of digits that is a multiple of 5. Checked by python-stdnum.

>>> parse("110 002 011 00044")
Parsed(value='11000201100044', fault=None)
>>> parse("110 002 011 00045")
Parsed(value='11000201100045', fault='checksum')
"""

import re
from typing import Final, NewType

from chorus_ocr.values.late import compile_late
from chorus_ocr.values.parsed import Parsed, ValueType
from chorus_ocr.values.siren import Siren
from chorus_ocr.values.spelling import FAR_HYPHENS, LATIN_HYPHENS, any_of, compact

Siret = NewType("Siret", str)

_JOIN: Final = any_of(rf"\s.{LATIN_HYPHENS}", FAR_HYPHENS)
_JOINED: Final = any_of(rf"\s.,/{LATIN_HYPHENS}", FAR_HYPHENS)
_MARK: Final = any_of(rf".,/{LATIN_HYPHENS}", FAR_HYPHENS)
_LETTER: Final = r"[^\W\d_]"

# A group that does not look like the NIC of any but the largest networks, followed by a name, is a postcode and its
# town (« RCS Reims 566963880 51100 Reims »): read as a NIC it would pass the key one time in ten.
_NIC: Final = (
    r"(?:00[0-9]{3}|[0-9]{5}(?!\s"
    r"(?!(?i:siret|siren|rcs|ape|naf|tva|code|n°|iban|bic|t[ée]l|fax|email)\b)[A-ZÀ-Ý]))"
)

# The lookbehinds stand after the first digit: a pattern that opens with a plain class is scanned for at full speed.
PATTERN: Final = compile_late(
    rf"""
    [0-9]
    (?<![0-9_][0-9])
    (?<![0-9]{_JOINED}[0-9])                   # not the middle of a longer run of groups
    (?<!\b{_LETTER}[0-9]) (?<!\b{_LETTER}{{2}}[0-9])        # F20240318123456, BE68539007547034: other numbers;
    (?<![0-9]{_LETTER}[0-9]) (?<![0-9]{_LETTER}{{2}}[0-9])  # a keyword glued to its value is longer (« client2200… »)
    (?<![0-9]{_LETTER}{{4}}[0-9]) (?<![0-9]\s{_LETTER}{{4}}\s[0-9])  # GB29NWBK60161331926819, an IBAN
    (?<!\b(?:FR|BE)\s[0-9]) (?<!\bF\sR\s[0-9])       # a VAT number or an IBAN, spaced
    (?:
        (?: [0-9]{{13}}                                            # 11000201100044
          # 110002011 00044, 110 002 011 00044
          | (?: [0-9]{{8}} | [0-9]{{2}} (?:{_JOIN}[0-9]{{3}}){{2}} ) {_JOIN} {_NIC}
        )
        (?! [0-9] | {_MARK}[0-9] | ['’][0-9] )
      |
        # Any other grouping, of one kind throughout and alone among digits. Pairs from 0 are a phone number.
        (?! (?: [0-9]{{8}} | [0-9]{{2}} (?:\s[0-9]{{3}}){{2}} ) \s [0-9]{{5}} (?![0-9]) )
        (?: (?<!0) | (?! [1-9] (?:[\s.][0-9]{{2}}){{4}} ) )
        (?: (?:\s?[0-9]){{13}} | (?:\.?[0-9]){{13}} )
        (?! [0-9] | {_JOINED}[0-9] | ['’][0-9] )
    )
    (?!_)
    (?! {_LETTER} (?!{_LETTER}|°) )                         # a glued word may follow, a stray letter may not
    """,
    re.VERBOSE,
)

_DIGITS: Final = compile_late(r"[0-9]{14}")


def parse(raw: str) -> Parsed[Siret]:
    """Read a spelling of a SIRET; one that fails its key is kept, with the fault ``"checksum"``.

    >>> parse("356000000.00048").valid, parse("35600000049837").valid
    (True, True)
    >>> parse("1100020110004")
    Parsed(value=None, fault='format')
    """
    digits = compact(raw)
    if not _DIGITS.fullmatch(digits):
        return Parsed(None, "format")
    return Parsed(Siret(digits), None if passes(digits) else "checksum")


def passes(digits: str) -> bool:
    """Whether fourteen ASCII digits have the key of a SIRET."""
    from stdnum.fr import siret

    is_valid: bool = siret.is_valid(digits)
    return is_valid


def siren_of(siret: Siret) -> Siren:
    """The SIREN of the unit that an establishment belongs to.

    >>> siren_of(Siret("11000201100044"))
    '110002011'
    """
    return Siren(siret[:9])


def format_siret(siret: Siret) -> str:
    """Print a SIRET the way people read it.

    >>> format_siret(Siret("11000201100044"))
    '110 002 011 00044'
    """
    return f"{siret[:3]} {siret[3:6]} {siret[6:9]} {siret[9:]}"


SIRET: Final[ValueType[Siret]] = ValueType(name="siret", pattern=PATTERN, parse=parse)
