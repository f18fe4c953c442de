"""TAHITI number: that of a firm in French Polynesia, a digit or a letter and five digits, then 3 for the establishment.

Source: ISPF, « Répertoire des entreprises, numéro TAHITI »; AIFE, API Chorus Pro, « structures », ``typeIdentifiant``.
It has no key.

>>> parse("C41287")
Parsed(value='C41287', fault=None)
>>> parse("C41287 001")
Parsed(value='C41287001', fault=None)
"""

from typing import NewType

from chorus_ocr.values.parsed import Parsed
from chorus_ocr.values.spelling import compact

Tahiti = NewType("Tahiti", str)

LENGTHS = (6, 9)
"""A firm, or one of its establishments."""


def parse(raw: str) -> Parsed[Tahiti]:
    """Read a spelling of a TAHITI number, with or without the digits of the establishment.

    >>> parse("123456-001").value, parse("PAPEETE").fault
    ('123456001', 'format')
    """
    number = compact(raw).upper()
    head, rest = number[:1], number[1:]
    if len(number) not in LENGTHS or not (number.isascii() and head.isalnum() and rest.isdigit()):
        return Parsed(None, "format")
    return Parsed(Tahiti(number))
