"""What a document is certain not to print, for the mentions that the law wants and that are no field.

That a page does not say a thing is harder to know than that it says it: print may be letter-spaced, broken at the end
of a line, glued together, drawn as a picture, or stand on a page that was not read. So words are looked for in all the
letters of the document run together, in the order of its content (and row by row where that is in no order), and
nothing is certain where some of its print may not be known.
"""

from collections.abc import Iterator, Sequence
from itertools import compress, islice, repeat
from operator import lt, sub
from typing import Final

from chorus_ocr.compliance.prose import Prose, plain
from chorus_ocr.reading.document import Document, Page
from chorus_ocr.recognition.folding import LOST

FEW_WORDS: Final = 40
"""A whole invoice has more words than this; where fewer are read, the others may be outlines."""

_FRENCH: Final = (" facture ", " avoir ", " honoraires ", " ttc ", " ht ", " montant ", " quantite ", " echeance ")
_ENOUGH: Final = 2
"""So many of these words make a French page: on one in another language, mentions are worded in that one. TVA and
SIRET are not among them: a French firm's invoices in English print them, too."""

_ONE_ROW: Final = 2.0
"""Points by which the feet of words of one row differ at most."""

_SELDOM: Final = 8
"""Content in the order of reading goes back less often than once in so many words."""


def words(*phrases: str) -> tuple[str, ...]:
    """Return phrases as they are looked for: the letters of each, run together.

    >>> words("Pénalités de retard", "P.U. HT")
    ('penalitesderetard', 'puht')
    """
    return tuple(plain(phrase).replace(" ", "") for phrase in phrases)


def all_letters(document: Document, pages: Sequence[Prose]) -> str | None:
    """Return all that a document prints, its letters run together; None where some of its print may not be known.

    ``pages``: what its pages in scope say. None, too, where the document is not in French, or hardly says a thing.
    """
    if document.page_count > len(document.pages) + len(document.beyond_scope):
        return None
    if sum(len(page.words) for page in document.pages) < FEW_WORDS:
        return None
    if any(page.unmapped or _may_be_pictured(page) for page in document.pages):
        return None
    texts = [page.text for page in pages]
    texts += [f" {plain(page.text)} " for page in document.beyond_scope]
    texts += [f" {plain(field.value)} " for page in document.pages for field in page.form_values]
    if any(LOST in text and _has_lost_letters(text) for text in texts):
        return None
    text = "".join(texts)
    if len(list(islice(filter(text.__contains__, _FRENCH), _ENOUGH))) < _ENOUGH:
        return None
    rows = ("".join(_in_rows(page)) for page in pages if _is_shuffled(page.page))
    return "".join((text, *rows)).replace(" ", "")


def _is_shuffled(page: Page) -> bool:
    """Whether the content of a page goes back and up more often than at the head of a column."""
    words = page.words
    # Column by column: a loop over the words would cost as much as all the checks of mentions.
    falls: list[float] = list(map(sub, words.bottom[1:], words.bottom))
    to_the_left = map(lt, words.x0[1:], words.x0)
    up: int = sum(map(lt, falls, repeat(-_ONE_ROW)))
    back = sum(-_ONE_ROW <= fall < _ONE_ROW for fall in compress(falls, to_the_left))
    return up + back > len(words) / _SELDOM


def _in_rows(page: Prose) -> Iterator[str]:
    """Yield the words of a page row by row."""
    words = page.page.words
    row: list[int] = []
    for each in sorted(range(len(words)), key=words.bottom.__getitem__):
        if row and words.bottom[each] - words.bottom[row[-1]] > _ONE_ROW:
            yield from (page.words[at] for at in sorted(row, key=words.x0.__getitem__))
            row = []
        row.append(each)
    yield from (page.words[at] for at in sorted(row, key=words.x0.__getitem__))


def _may_be_pictured(page: Page) -> bool:
    """Whether a picture is as wide as a letterhead or a footer, which may then hold mentions."""
    return any((box.x1 - box.x0) * 2 > page.width for box in page.images)


def _has_lost_letters(text: str) -> bool:
    """Whether words lack letters whose codes the font does not tell; a sign that stands alone is none."""
    return any(LOST in word and word.strip(LOST) for word in text.split())
