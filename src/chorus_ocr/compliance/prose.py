"""What a page says, for the mentions that are no field: folded words with one space between them."""

from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple, Self

from chorus_ocr.reading.document import Box, Page
from chorus_ocr.recognition.folding import fold

_SPACES = str.maketrans(dict.fromkeys("'\"«».,;:!?()[]{}|/\\-_*=+<>•·…", " "))
"""Marks that part words, or stand for nothing here."""


class Passage(NamedTuple):
    """A phrase as a page prints it, and where."""

    raw: str
    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class Prose:
    """The words of a page in the order of its content, folded, without punctuation, and a space at both ends."""

    page: Page
    text: str

    @classmethod
    def of(cls, page: Page) -> Self:
        """Return what a page says."""
        return cls(page, f" {_plain(' '.join(page.words.text))} ")

    def find(self, phrase: str) -> Passage | None:
        """Return where a phrase stands, or None. Whole words; case, accents and punctuation do not count."""
        sought = _plain(phrase)
        at = self.text.find(f" {sought} ")
        if at < 0 or not sought:
            return None
        words = self.page.words
        # Letters are counted, not spaces: one word of the page may be several here, or none.
        before = at - self.text.count(" ", 0, at)
        after = before + len(sought) - sought.count(" ")
        ends = list(accumulate(len(_plain(text).replace(" ", "")) for text in words.text))
        rows = [row for row, end in enumerate(ends) if end > before and (ends[row - 1] if row else 0) < after]
        box = Box(
            min(words.x0[row] for row in rows),
            min(words.top[row] for row in rows),
            max(words.x1[row] for row in rows),
            max(words.bottom[row] for row in rows),
        )
        return Passage(" ".join(words.text[row] for row in rows), self.page.number, box)


def _plain(text: str) -> str:
    """Return a text folded, its punctuation out, one space between words.

    >>> _plain("Pénalités de  retard : 3 fois le taux d'intérêt légal.")
    'penalites de retard 3 fois le taux d interet legal'
    """
    return " ".join(fold(text).translate(_SPACES).split())
