"""What a page says, for the mentions that are no field: folded words with one space between them."""

from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import NamedTuple

from chorus_ocr.reading.document import Box, Page
from chorus_ocr.recognition.folding import fold

_MARKS = b"'\".,;:!?()[]{}|/\\-_*=+<>"
_FAR_MARKS = "«»•·…"
"""Marks that part words, or stand for nothing here: in ASCII and beyond."""

_BLANKS = bytes.maketrans(_MARKS, b" " * len(_MARKS))


class Passage(NamedTuple):
    """A phrase as a page prints it, and where."""

    raw: str
    page: int
    box: Box


class Prose:
    """The words of a page in the order of its content.

    ``raw``: as they are printed, one a line. ``text``: folded, without punctuation, and a space at both ends.
    ``tokens``: the different words of the text; to ask for one here costs nothing.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self.raw = "\n".join(page.words.text)
        # One pass over the page costs a fraction of what a pass over each word does.
        self._unmarked = _unmarked(self.raw)
        words = self._unmarked.split()
        self.text = f" {' '.join(words)} "
        self.tokens = frozenset(words)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The text for each row of the page's table; a row of punctuation is empty."""
        return tuple(self._unmarked.split("\n")) if self.page.words.text else ()

    def find(self, phrase: str, fits: Callable[[str, str], bool] | None = None) -> Passage | None:
        """Return where a phrase stands, or None. Whole words; case, accents and punctuation do not count.

        ``fits`` is told the text before and after a place, and whether the phrase means there what is looked for.
        """
        sought = _sought(phrase)
        if not sought or sought.partition(" ")[0] not in self.tokens:
            return None
        at = self.text.find(f" {sought} ")
        while at >= 0:
            end = at + 1 + len(sought)
            if fits is None or fits(self.text[:at], self.text[end:]):
                return self._passage(at, sought)
            at = self.text.find(f" {sought} ", end)
        return None

    def _passage(self, at: int, sought: str) -> Passage:
        words = self.page.words
        # Letters are counted, not spaces: one word of the page may be several here, or none.
        before = at - self.text.count(" ", 0, at)
        after = before + len(sought) - sought.count(" ")
        ends = list(accumulate(len(text.replace(" ", "")) for text in self.words))
        rows = [row for row, end in enumerate(ends) if end > before and (ends[row - 1] if row else 0) < after]
        box = Box(
            min(words.x0[row] for row in rows),
            min(words.top[row] for row in rows),
            max(words.x1[row] for row in rows),
            max(words.bottom[row] for row in rows),
        )
        return Passage(" ".join(words.text[row] for row in rows), self.page.number, box)

    def after(self, phrase: str) -> Iterator[str]:
        """Yield what stands after each print of a phrase, folded, to the end of the page."""
        sought = f" {_sought(phrase)} "
        at = self.text.find(sought) if sought.strip() else -1
        while at >= 0:
            yield self.text[at + len(sought) : -1]
            at = self.text.find(sought, at + 1)


def plain(text: str) -> str:
    """Return a text folded, its punctuation out, one space between words.

    >>> plain("Pénalités de  retard : 3 fois le taux d'intérêt légal.")
    'penalites de retard 3 fois le taux d interet legal'
    """
    return " ".join(_unmarked(text).split())


@lru_cache(maxsize=1024)
def _sought(phrase: str) -> str:
    return plain(phrase)


def _unmarked(text: str) -> str:
    folded = fold(text)
    for mark in _FAR_MARKS:
        if mark in folded:
            folded = folded.replace(mark, " ")
    # Bytes are translated twenty times faster than letters, and no byte of a letter beyond ASCII is one of these.
    blanked = folded.encode("utf-8", "surrogatepass").translate(_BLANKS)
    return blanked.decode("utf-8", "surrogatepass")
