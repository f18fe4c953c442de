"""Documents to look at a second time: with all that is hidden shown, and what lies beyond the scope as pages.

Recognition is the same as for the first look, so that a warning about what was not read rests on the same rules.
"""

from dataclasses import replace

from chorus_ocr.layout.visibility import visible_rows
from chorus_ocr.reading.document import Document, Page, PageText, WordTable

_BLACK = 0x000000FF
_SIZE = 10.0
_ADVANCE, _LEADING = 0.5 * _SIZE, 1.2 * _SIZE


def uncovered(document: Document) -> Document | None:
    """Return a document on which all that is hidden can be seen; None where nothing is hidden."""
    pages = tuple(map(_uncovered, document.pages))
    return None if pages == document.pages else replace(document, pages=pages)


def _uncovered(page: Page) -> Page:
    words = page.words
    count = len(words)
    is_plain = not set(words.mode) - {0} and set(words.colour) <= {_BLACK}
    if is_plain and not page.clipped and not page.covered:
        return page
    if len(visible_rows(page)) == count:
        return page
    seen = set(visible_rows(page))
    return replace(
        page,
        clipped=(),
        covered=(),
        words=replace(
            words,
            colour=tuple(colour if row in seen else _BLACK for row, colour in enumerate(words.colour)),
            mode=tuple(mode if row in seen else 0 for row, mode in enumerate(words.mode)),
        ),
    )


def beyond_scope(document: Document) -> Document | None:
    """Return the pages beyond the scope as a document of their own; None where there are none.

    Their bare text is set line by line in a type of one width: what stood side by side stands so still.
    """
    pages = tuple(_set(each) for each in document.beyond_scope)
    return replace(document, pages=pages, beyond_scope=()) if pages else None


def _set(page: PageText) -> Page:
    text: list[str] = []
    x0: list[float] = []
    top: list[float] = []
    for row, line in enumerate(page.text.split("\n")):
        at = 0
        for word in line.split():
            at = line.index(word, at)
            text.append(word)
            x0.append(at * _ADVANCE)
            top.append(row * _LEADING)
            at += len(word)
    count = len(text)
    words = WordTable(
        text=tuple(text),
        x0=tuple(x0),
        top=tuple(top),
        x1=tuple(left + len(word) * _ADVANCE for left, word in zip(x0, text, strict=True)),
        bottom=tuple(upper + _SIZE for upper in top),
        size=(_SIZE,) * count,
        colour=(_BLACK,) * count,
        mode=(0,) * count,
        angle=(0,) * count,
    )
    width, height = max(words.x1, default=0.0), max(words.bottom, default=0.0)
    return Page(number=page.number, width=width + _SIZE, height=height + _SIZE, words=words)
