"""A page as a notebook shows it: its words where they stand, and the frames of its images."""

from chorus_ocr.drawing.beside import figure
from chorus_ocr.drawing.marks import MOST_WORDS, Print, Sheet, cut
from chorus_ocr.reading.document import Page

LEAST = 1.0
"""In points: a page is drawn no smaller, whatever its file says."""


def page_html(page: Page) -> str:
    """Return a page as a drawing in a piece of HTML."""
    count = len(page.words)
    notes = (f"{MOST_WORDS} / {count} mots · words",) if count > MOST_WORDS else ()
    return figure(
        Sheet(
            title=f"Page {page.number}",
            width=max(page.width, LEAST),
            height=max(page.height, LEAST),
            words=prints(page),
            images=page.images,
            notes=notes,
        )
    )


def prints(page: Page) -> tuple[Print, ...]:
    """Return the words of a page to be drawn, ``MOST_WORDS`` at most: the first in the order of the file."""
    words = (page.words[row] for row in range(min(len(page.words), MOST_WORDS)))
    return tuple(Print(text=cut(word.text), box=word.box, size=word.size, angle=word.angle) for word in words)
