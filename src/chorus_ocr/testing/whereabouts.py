"""Where a value that was not read stands in a document, if it stands anywhere: the print itself is searched."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from chorus_ocr.layout.visibility import hidden_rows
from chorus_ocr.reading.document import Document, Page

LONG_ENOUGH: Final = 5
"""In characters, without blanks: what is shorter stands in many a longer word by chance."""


class Whereabouts(StrEnum):
    """How a value stands on a page."""

    PLAIN = "plain"
    """To be read, as a word or words of its own."""
    GLUED = "glued"
    """To be read, in one word with something else."""
    HIDDEN = "hidden"
    """White, covered, clipped, tiny or beside the page: nobody sees it."""
    BEYOND = "beyond"
    """On a page that the portal does not read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A place where a value stands. ``printed``: the whole word or words around it; ``page`` counts from 1."""

    how: Whereabouts
    page: int
    printed: str


def whereabouts(document: Document, value: str) -> tuple[Found, ...]:
    """Return where a value stands: the first place of each kind, the best to be read before all others.

    Blanks and case do not count. A short value is only looked for as a word of its own.
    """
    letters = re.sub(r"\s+", "", value)
    first: dict[Whereabouts, Found] = {}
    for each in _all(document, letters) if letters else ():
        first.setdefault(each.how, each)
    return tuple(first[how] for how in Whereabouts if how in first)


def _all(document: Document, letters: str) -> Iterator[Found]:
    # Print is searched as it is: no Unicode folding, which may change lengths.
    pattern = re.compile(r"\s?".join(map(re.escape, letters)), re.IGNORECASE)
    for page in document.pages:
        seen, unseen = _texts(page)
        yield from _in(pattern, seen, page.number, Whereabouts.PLAIN)
        yield from _in(pattern, unseen, page.number, Whereabouts.HIDDEN)
    for beyond in document.beyond_scope:
        yield from _in(pattern, beyond.text, beyond.number, Whereabouts.BEYOND)


def _texts(page: Page) -> tuple[str, str]:
    """Return the words of a page that can be seen and those that cannot, each as one text."""
    hidden = {*hidden_rows(page), *page.clipped}
    rows = range(len(page.words))
    seen = " ".join(page.words.text[row] for row in rows if row not in hidden)
    return seen, " ".join([*(page.words.text[row] for row in rows if row in hidden), *page.off_page.text])


def _in(pattern: re.Pattern[str], text: str, page: int, how: Whereabouts) -> Iterator[Found]:
    for match in pattern.finditer(text):
        start = max(text.rfind(blank, 0, match.start()) for blank in " \n") + 1
        ends = [at for at in (text.find(blank, match.end()) for blank in " \n") if at >= 0]
        end = min(ends, default=len(text))
        before, after = text[start : match.start()], text[match.end() : end]
        if not re.search(r"\w", before + after):
            yield Found(how=how, page=page, printed=match[0])
        elif _is_long(match[0]) and not _goes_on(before, match[0], after):
            glued = Whereabouts.GLUED if how is Whereabouts.PLAIN else how
            yield Found(how=glued, page=page, printed=text[start:end])


def _is_long(printed: str) -> bool:
    return sum(not character.isspace() for character in printed) >= LONG_ENOUGH


def _goes_on(before: str, printed: str, after: str) -> bool:
    """Tell whether digits stand right before or after digits: that is another number."""
    return bool(re.search(r"[0-9][.,]?$", before) and printed[0].isdigit()) or bool(
        re.match(r"[.,]?[0-9]", after) and printed[-1].isdigit()
    )
