"""Text fit to be shown: nothing that a PDF or a file name says steers what shows it."""

import re
from typing import Final

NO_BREAK: Final = "\N{NO-BREAK SPACE}"

_BETWEEN_DIGITS: Final = re.compile(r"(?<=\d) (?=\d)")
_INSEPARABLE: Final = ("« ", " »", " :", " ;", " ?", " !", " %", " €")


def safe(text: str) -> str:
    r"""Return text without control characters: what a PDF or a file name holds is shown, never obeyed.

    Every mark stays in its place: spaces of any kind become plain ones; what has no shape of its own, such as the marks
    that turn the direction of a line, becomes the sign for a lost character.

    >>> safe("a\x1b[2Jb\nc\u00a0d")
    'a�[2Jb c d'
    """
    if text.isprintable():
        return text
    return "".join(
        mark if mark.isprintable() else " " if mark.isspace() else "\N{REPLACEMENT CHARACTER}" for mark in text
    )


def unbroken(text: str) -> str:
    r"""Return prose that no line breaks beside French quotes, before a colon or a sign, or in a number.

    >>> unbroken("Imprimer « EJ » : 1 200,00")
    'Imprimer «\xa0EJ\xa0»\xa0: 1\xa0200,00'
    """
    for mark in _INSEPARABLE:
        text = text.replace(mark, mark.replace(" ", NO_BREAK))
    return _BETWEEN_DIGITS.sub(NO_BREAK, text)
