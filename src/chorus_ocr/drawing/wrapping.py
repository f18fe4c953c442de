"""Prose on lines of a width: for terminals, and for sheets of text."""

import textwrap

from chorus_ocr.drawing.printable import NO_BREAK, unbroken


def wrapped(text: str, width: int) -> list[str]:
    """Break text into lines at its spaces, but not inside French quotes nor before a colon; at least one line.

    >>> wrapped("Imprimer « EJ » : 12", 12)
    ['Imprimer', '« EJ » : 12']
    """
    lines = textwrap.wrap(unbroken(text), width, drop_whitespace=False, break_long_words=False)
    return [line.replace(NO_BREAK, " ").rstrip() for line in lines] or [""]
