"""What a reader of PDFs is: the one door between a PDF library and the rest of the project."""

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from chorus_ocr.reading.document import Document, PageScope
from chorus_ocr.reading.limits import DEFAULT_LIMITS, Limits
from chorus_ocr.reading.source import Source

BEYOND_SCOPE = 4
"""How many pages outside the scope are kept as bare text: enough to warn that data stands there."""


@runtime_checkable
class Reader(Protocol):
    """Turns the bytes of a PDF into a ``Document``.

    An implementation copies all it has seen to plain Python data and closes whatever it opened before it returns; two
    readings of the same bytes give equal documents. It prints nothing, and may be called from several threads.
    """

    def read(
        self,
        source: Source,
        *,
        scope: PageScope = PageScope.FIRST_THREE,
        password: str | None = None,
        limits: Limits = DEFAULT_LIMITS,
    ) -> Document:
        """Return the document in ``source``, with the words of the pages in ``scope``.

        Without a ``password`` the empty one is tried. Raises ``EncryptedDocument`` where a password is needed and
        none, or a wrong one, was given; ``DamagedDocument`` for a file, or a page in scope, that cannot be read;
        ``LimitExceeded`` for one with more pages to open, or more on a page, than ``limits`` allow.
        """
        ...


def pages_in_scope(scope: PageScope, page_count: int) -> Sequence[int]:
    """Return the numbers, from 1, of the pages of a document that a scope covers.

    >>> list(pages_in_scope(PageScope.FIRST_THREE, 9)), list(pages_in_scope(PageScope.FIRST_AND_LAST_TWO, 9))
    ([1, 2, 3], [1, 8, 9])
    >>> list(pages_in_scope(PageScope.FIRST_AND_LAST_TWO, 2))
    [1, 2]
    """
    match scope:
        case PageScope.FIRST_THREE:
            return range(1, min(page_count, 3) + 1)
        case PageScope.FIRST_AND_LAST_TWO:
            return sorted({number for number in (1, page_count - 1, page_count) if number >= 1})
        case PageScope.ALL:
            return range(1, page_count + 1)


def pages_beyond_scope(scope: PageScope, page_count: int) -> Sequence[int]:
    """Return the numbers of the first pages outside a scope, ``BEYOND_SCOPE`` at most.

    >>> pages_beyond_scope(PageScope.FIRST_THREE, 9), pages_beyond_scope(PageScope.FIRST_AND_LAST_TWO, 5)
    ([4, 5, 6, 7], [2, 3])
    """
    covered = pages_in_scope(scope, page_count)
    # The scope covers a few pages or all of them: what lies beyond begins within its own length plus four.
    first = range(1, min(page_count, len(covered) + BEYOND_SCOPE) + 1)
    return [number for number in first if number not in covered][:BEYOND_SCOPE]
