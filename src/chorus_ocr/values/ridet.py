"""RIDET: the number of an establishment in New Caledonia, a RID of 6 or 7 digits followed by 3 for the establishment.

Source: ISEE, « Répertoire d'identification des entreprises et des établissements (RIDET) »; AIFE, API Chorus Pro,
« structures », ``typeIdentifiant``. It has no key.

>>> parse("1 284 663.001")
Parsed(value='1284663.001', fault=None)
>>> parse("1 284 663")
Parsed(value='1284663', fault=None)
"""

from typing import NewType

from chorus_ocr.values.parsed import Parsed
from chorus_ocr.values.spelling import compact

Ridet = NewType("Ridet", str)

LENGTHS = (6, 7, 9, 10)
"""A RID alone, or with its establishment."""


def parse(raw: str) -> Parsed[Ridet]:
    """Read a spelling of a RIDET, with or without the digits of the establishment.

    >>> parse("0123456-002").value, parse("12 34").fault
    ('0123456.002', 'format')
    """
    digits = compact(raw)
    if not (digits.isascii() and digits.isdigit()) or len(digits) not in LENGTHS:
        return Parsed(None, "format")
    return Parsed(Ridet(f"{digits[:-3]}.{digits[-3:]}" if len(digits) > 7 else digits))
