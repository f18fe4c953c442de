"""The characters that a field of the portal takes, and those of a value that it does not."""

from collections.abc import Container
from string import ascii_letters, digits
from typing import Final

from chorus_ocr.compliance.messages import Text

LETTERS_AND_DIGITS: Final = frozenset(ascii_letters + digits)
"""Without accents."""

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
