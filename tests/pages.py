"""Draws documents straight from words and places, so that tests of recognition need no PDF.

A page is a list of lines, each a list of (x, text) cells or one string at the left margin; type is 10 points high and
5 points wide a character, lines are 14 points apart.
"""

from collections.abc import Sequence

from chorus_ocr.reading.document import Document, Page, WordTable

CHAR = 5.0
SIZE = 10.0
LEADING = 14.0
MARGIN = 40.0


def page(*lines: "str | Sequence[tuple[float, str]]", number: int = 1, size: float = SIZE, top: float = 60.0) -> Page:
    """Return a page with these lines; an empty string leaves one out."""
    rows: list[tuple[str, float, float]] = []
    for at, line in enumerate(lines):
        y = top + at * LEADING
        cells = [(MARGIN, line)] if isinstance(line, str) else line
        for x, text in cells:
            start = x
            for word in text.split(" "):
                if word:
                    rows.append((word, start, y))
                start += (len(word) + 1) * CHAR
    return Page(
        number=number,
        width=595.0,
        height=842.0,
        words=WordTable(
            text=tuple(word for word, _, _ in rows),
            x0=tuple(x for _, x, _ in rows),
            top=tuple(y for _, _, y in rows),
            x1=tuple(x + len(word) * CHAR for word, x, _ in rows),
            bottom=tuple(y + SIZE for _, _, y in rows),
            size=(size,) * len(rows),
            colour=(0x000000FF,) * len(rows),
            mode=(0,) * len(rows),
            angle=(0,) * len(rows),
        ),
    )


def document(*lines: "str | Sequence[tuple[float, str]]") -> Document:
    """Return a document of one page with these lines."""
    return Document(pages=(page(*lines),), page_count=1)
