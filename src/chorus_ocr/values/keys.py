"""The keys of the numbers that most French invoices print: Luhn's, and ISO 7064 mod 97-10.

python-stdnum judges all other numbers. It reckons these as well, but takes a tenth of a first scan to load; a test
compares the two.

>>> passes_luhn("552100554"), passes_luhn("552100555")
(True, False)
>>> passes_mod_97("30006000011234567890189FR76"), passes_mod_97("30006000011234567890188FR76")
(True, False)
"""

from typing import Final

_DOUBLED: Final = str.maketrans("0123456789", "0246813579")
"""Twice a digit, or the sum of its two digits."""


def passes_luhn(digits: str) -> bool:
    """Whether the last of some digits is the key of the others by Luhn's algorithm; no digits but ASCII's have one."""
    return (
        digits.isascii() and (sum(map(int, digits[::-2])) + sum(map(int, digits[-2::-2].translate(_DOUBLED)))) % 10 == 0
    )


def passes_mod_97(number: str) -> bool:
    """Whether a number of ASCII digits and capitals, its key at the end, leaves 1 of 97; a letter counts from 10."""
    return int("".join(str(int(each, 36)) for each in number)) % 97 == 1
