"""VAT number: ``FR``, a key of two characters and a SIREN; or another Member State's number with its prefix.

Source: CGI, art. 286 ter; Directive 2006/112/CE, art. 215 (the prefix is compulsory); the shapes are those of the
European Commission's VIES, « FAQ », question 11 (https://ec.europa.eu/taxation_customs/vies/). Checked by
python-stdnum.

>>> parse("FR 40 303 265 045")
Parsed(value='FR40303265045', fault=None)
>>> parse("FR 41 303 265 045")
Parsed(value='FR41303265045', fault='checksum')
"""

import re
from typing import Final, NewType

from chorus_ocr.values.parsed import Parsed, ValueType
from chorus_ocr.values.siren import Siren
from chorus_ocr.values.spelling import BLANKS, HYPHENS, compact

Tva = NewType("Tva", str)

# What follows the prefix: n a digit, L a letter, x either, other characters themselves.
_FIXED: Final = {
    "AT": ("Unnnnnnnn",),
    "BE": ("nnnnnnnnnn",),
    "CY": ("nnnnnnnnL",),
    "DE": ("nnnnnnnnn",),
    "DK": ("nnnnnnnn",),
    "EE": ("nnnnnnnnn",),
    "EL": ("nnnnnnnnn",),
    "ES": ("xnnnnnnnx",),
    "FI": ("nnnnnnnn",),
    "HR": ("nnnnnnnnnnn",),
    "HU": ("nnnnnnnn",),
    "IT": ("nnnnnnnnnnn",),
    "LU": ("nnnnnnnn",),
    "LV": ("nnnnnnnnnnn",),
    "MT": ("nnnnnnnn",),
    "NL": ("nnnnnnnnnBnn",),
    "PL": ("nnnnnnnnnn",),
    "PT": ("nnnnnnnnn",),
    "SE": ("nnnnnnnnnnnn",),
    "SI": ("nnnnnnnn",),
    "SK": ("nnnnnnnnnn",),
}
# Numbers whose length varies are read without inner separators only: nothing else says where they end.
_VARIABLE: Final = {
    "BG": "[0-9]{9,10}",
    "CZ": "[0-9]{8,10}",
    "IE": "[0-9][0-9A-Z][0-9]{5}[A-Z]{1,2}",
    "LT": "(?:[0-9]{12}|[0-9]{9})",
    "RO": "[0-9]{6,10}",
    "XI": "(?:[0-9]{12}|[0-9]{9})",
}
_CLASSES: Final = {"n": "[0-9]", "L": "[A-Z]", "x": "[0-9A-Z]"}
_SEP: Final = f"[{HYPHENS}{BLANKS}.]"


def _spaced(shape: str) -> str:
    return f"{_SEP}?".join(_CLASSES.get(char, char) for char in shape)


def _foreign() -> str:
    branches = [f"{prefix}{body}" for prefix, body in _VARIABLE.items()]
    branches += [f"{prefix}[{BLANKS}]{body}" for prefix, body in _VARIABLE.items()]
    for prefix, shapes in _FIXED.items():
        for shape in shapes:
            branches.append(f"{prefix}{_spaced(shape)}")
            # « DE » is also a French word: after it and a space, only nine digits in one block are a number.
            body = f"[0-9]{{{len(shape)}}}" if prefix == "DE" else _spaced(shape)
            branches.append(f"{prefix}[{BLANKS}]{body}")
    return "|".join(branches)


PATTERN: Final = re.compile(
    rf"""
    (?=[A-Z]) (?<![0-9_])
    (?:
        # A keyword may be glued to it (TVAFR40303265045). Any two characters stand for the key: parse() judges them.
        FR {_SEP}? [0-9A-Z] {_SEP}? [0-9A-Z] {_SEP}?
        (?: [0-9]{{9}} (?![0-9])
          | [0-9]{{3}} [{BLANKS}] [0-9]{{3}} [{BLANKS}] [0-9]{{3}} (?![{BLANKS}]?[0-9]{{3}}(?![0-9])|[0-9])
          | [0-9] (?:{_SEP}?[0-9]){{8}} (?![{HYPHENS}{BLANKS}./]?[0-9])   # else the head of an IBAN
        )
      | (?<![A-Za-z]) (?:{_foreign()})
        (?! [{HYPHENS}{BLANKS}./]?[0-9] | [{BLANKS}]?(?:€|EUR|%) | ,[0-9] )
      | (?<![A-Za-z]) F[0-9]{{11}}                       # its first letter lost: shown as a fault, never corrected
    )
    (?![0-9_]) (?! [{HYPHENS}./,][0-9] )
    (?! [A-Za-zÀ-ÿ] (?![A-Za-zÀ-ÿ°]) )
    """,
    re.VERBOSE,
)

_FRENCH: Final = re.compile(r"FR[0-9A-HJ-NP-Z]{2}[0-9]{9}")
_FOREIGN: Final = re.compile(
    "|".join(
        [f"{prefix}{body}" for prefix, body in _VARIABLE.items()]
        + [
            prefix + "".join(_CLASSES.get(char, char) for char in shape)
            for prefix, shapes in _FIXED.items()
            for shape in shapes
        ]
    )
)


def parse(raw: str) -> Parsed[Tva]:
    """Read a spelling of a VAT number, prefix and all; one that fails its key is kept, as ``"checksum"``.

    >>> parse("DE 136695976").value, parse("BE 0403.019.261").value
    ('DE136695976', 'BE0403019261')
    >>> parse("F63530848134")
    Parsed(value=None, fault='format')
    >>> parse("40303265045")
    Parsed(value=None, fault='format')
    """
    number = compact(raw)
    if _FRENCH.fullmatch(number):
        from stdnum.fr import tva

        return Parsed(Tva(number), None if tva.is_valid(number) else "checksum")
    if _FOREIGN.fullmatch(number):
        from stdnum.eu import vat

        return Parsed(Tva(number), None if vat.is_valid(number) else "checksum")
    return Parsed(None, "format")


def siren_of(tva: Tva) -> Siren | None:
    """The SIREN inside a French number; None for a foreign one and for Monaco's, which hold none.

    >>> siren_of(Tva("FR40303265045"))
    '303265045'
    >>> siren_of(Tva("DE136695976")) is siren_of(Tva("FR53000004605")) is None
    True
    """
    if not tva.startswith("FR") or tva.startswith("000", 4):
        return None
    return Siren(tva[4:])


def format_tva(tva: Tva) -> str:
    """Print a French number in groups; foreign ones, whose habits differ, stay in one block.

    >>> format_tva(Tva("FR40303265045")), format_tva(Tva("DE136695976"))
    ('FR 40 303 265 045', 'DE136695976')
    """
    if not tva.startswith("FR"):
        return tva
    return f"FR {tva[2:4]} {tva[4:7]} {tva[7:10]} {tva[10:]}"


TVA: Final[ValueType[Tva]] = ValueType(name="tva", pattern=PATTERN, parse=parse)
