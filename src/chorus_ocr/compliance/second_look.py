"""Documents to look at a second time: with all that is hidden shown, and what lies beyond the scope as pages.

Recognition is the same as for the first look, so that a warning about what was not read rests on the same rules.
"""

from collections.abc import Collection, Sequence
from dataclasses import fields, replace

from chorus_ocr.layout.visibility import UNREADABLE_SIZE
from chorus_ocr.reading.document import Document, Page, PageText, WordTable

_BLACK = 0x000000FF
_SIZE = 10.0
_SMALL = UNREADABLE_SIZE
_ADVANCE, _LEADING = 0.5 * _SIZE, 1.2 * _SIZE


def uncovered(document: Document, hidden: Sequence[Collection[int]]) -> Document | None:
    """Return a document on which all that is hidden can be seen; None where nothing is hidden that may be a datum.

    ``hidden``: the rows of the words that nobody can see, page by page.
    """
    if not any(map(_may_be_data, document.pages, hidden)):
        return None
    return replace(document, pages=tuple(map(_uncovered, document.pages, hidden)))


def _may_be_data(page: Page, hidden: Collection[int]) -> bool:
    """Tell whether hidden print has a digit, or a colon: the mark that some software leaves on every page has none."""
    texts = [*map(page.words.text.__getitem__, hidden), *page.off_page.text]
    return any(":" in text or any(map(str.isdigit, text)) for text in texts)


def _uncovered(page: Page, hidden: Collection[int]) -> Page:
    words = page.words
    shown = replace(
        words,
        colour=tuple(_BLACK if row in hidden else colour for row, colour in enumerate(words.colour)),
        mode=tuple(0 if row in hidden else mode for row, mode in enumerate(words.mode)),
        size=tuple(max(size, _SMALL) if row in hidden else size for row, size in enumerate(words.size)),
    )
    return replace(page, words=_joined(shown, page.off_page), off_page=WordTable(), clipped=(), covered=())


def _joined(one: WordTable, other: WordTable) -> WordTable:
    return WordTable(**{each.name: getattr(one, each.name) + getattr(other, each.name) for each in fields(WordTable)})


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
