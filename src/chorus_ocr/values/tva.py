"""VAT number: ``FR``, a key of two characters and a SIREN; or another Member State's number with its prefix.

Source: CGI, art. 286 ter; Directive 2006/112/CE, art. 215 (the prefix is compulsory); the shapes are those of the
European Commission's VIES, « FAQ » (https://ec.europa.eu/taxation_customs/vies/). Checked by python-stdnum.

>>> parse("FR 40 303 265 045")
Parsed(value='FR40303265045', fault=None)
>>> parse("FR 41 303 265 045")
Parsed(value='FR41303265045', fault='checksum')
"""

import re
from typing import Final, NewType

from chorus_ocr.values.late import compile_late
from chorus_ocr.values.parsed import Parsed, ValueType
from chorus_ocr.values.siren import Siren
from chorus_ocr.values.spelling import compact

Tva = NewType("Tva", str)

_SEP: Final = r"[\s.-]"
_N: Final = rf"{_SEP}?[0-9]"
# Shapes of a fixed length may be printed in groups. Those whose length varies are read in one block only: nothing else
# says where they end.
_FOREIGN: Final = rf"""(?:
    (?:DK|FI|HU|LU|MT|SI) (?:{_N}){{8}}
  | (?:EE|EL|PT) (?:{_N}){{9}}
  | DE (?: {_SEP}?[0-9]{{9}} | [0-9](?:{_N}){{8}} )          # after the French word « DE » and a space, one block
  | (?:BE|PL|SK) (?:{_N}){{10}}
  | (?:HR|IT|LV) (?:{_N}){{11}}
  | SE (?:{_N}){{12}}
  | AT {_SEP}?U (?:{_N}){{8}}
  | CY (?:{_N}){{8}} {_SEP}?[A-Z]
  | ES {_SEP}?[0-9A-Z] (?:{_N}){{7}} {_SEP}?[0-9A-Z]
  | NL (?:{_N}){{9}} {_SEP}?B {_N} {_N}
  | BG {_SEP}?[0-9]{{9,10}}
  | CZ {_SEP}?[0-9]{{8,10}}
  | IE {_SEP}?[0-9][0-9A-Z][0-9]{{5}}[A-Z]{{1,2}}
  | RO {_SEP}?[0-9]{{6,10}}
  | (?:LT|XI) {_SEP}?[0-9]{{9}}(?:[0-9]{{3}})?
)"""

PATTERN: Final = compile_late(
    rf"""
    (?=[A-Z]) (?<![0-9_])
    (?:
        # A keyword may be glued to it (TVAFR40303265045). Any two characters stand for the key: parse() judges them.
        FR {_SEP}? [0-9A-Z] {_SEP}? [0-9A-Z] {_SEP}?
        (?: [0-9]{{9}} (?![0-9])
          | [0-9]{{3}} \s [0-9]{{3}} \s [0-9]{{3}} (?= \s(?:[0-9]{{5}}\s[A-Z]|0[1-9]\s) )  # postcode, telephone
          | [0-9] (?:{_N}){{8}} (?! [\s./-]?[0-9] )             # else the head of an IBAN
        )
      | (?<![A-Za-z]) {_FOREIGN} (?! [\s./-]?[0-9] | \s?(?:€|EUR|%) | ,[0-9] )
      | (?<![A-Za-z]) F[0-9]{{11}}                       # its first letter lost: shown as a fault, never corrected
    )
    (?![0-9_]) (?! [./,-][0-9] )
    (?! [^\W\d_] (?![^\W\d_]|°) )                        # a glued word may follow, a stray letter may not
    """,
    re.VERBOSE,
)

_FRENCH: Final = compile_late(r"FR[0-9A-HJ-NP-Z]{2}[0-9]{9}")


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
    if not number.startswith("F") and PATTERN.fullmatch(number):
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


def number_of(siren: str) -> Tva:
    """Return the French number of a SIREN, with the key of two digits that follows from it.

    >>> number_of("303265045")
    'FR40303265045'
    """
    return Tva(f"FR{int(siren + '12') % 97:02d}{siren}")


def format_tva(tva: Tva) -> str:
    """Print a French number in groups; foreign ones, whose habits differ, stay in one block.

    >>> format_tva(Tva("FR40303265045")), format_tva(Tva("DE136695976"))
    ('FR 40 303 265 045', 'DE136695976')
    """
    if not tva.startswith("FR"):
        return tva
    return f"FR {tva[2:4]} {tva[4:7]} {tva[7:10]} {tva[10:]}"


TVA: Final[ValueType[Tva]] = ValueType(name="tva", pattern=PATTERN, parse=parse)
