"""The characters that a field of the portal takes, how many, and those of a value that it does not."""

from collections.abc import Container
from typing import Final

from chorus_ocr.compliance.messages import Text

LETTERS_AND_DIGITS: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789")
"""Without accents."""

SIGNS_OF_NUMBERS: Final = "-_/+"
"""What the number of an invoice may hold besides."""

NUMBER: Final = LETTERS_AND_DIGITS | set(SIGNS_OF_NUMBERS)
"""The characters of the number of an invoice."""

LONGEST_NUMBER: Final = 20
"""In characters. The platforms of the 2026 reform take 35; the portal does not."""

LONGEST_SERVICE: Final = 100
LONGEST_ENGAGEMENT: Final = 50

_SPACE: Final = Text("espace", "space")


def others(value: str, taken: Container[str]) -> tuple[Text | str, ...]:
    """Return the characters of a value that are not taken, each once, as a message tells them.

    >>> others("FA.2026:04", LETTERS_AND_DIGITS)
    ('« . »', '« : »')
    >>> others("FA 26", LETTERS_AND_DIGITS)
    (Text(fr='espace', en='space'),)
    """
    marks = dict.fromkeys(mark for mark in value if mark not in taken)
    return tuple(_SPACE if mark.isspace() else f"« {mark} »" for mark in marks)


def strange_in_service(code: str) -> tuple[Text | str, ...]:
    """Return the characters of a service code besides letters, digits, « _ », « - » and spaces.

    >>> strange_in_service("VOIRIE/NORD É"), strange_in_service("VOIRIE-NORD É")
    (('« / »',), ())
    """
    return others(code, {mark for mark in code if mark.isalnum() or mark in "_- "})
