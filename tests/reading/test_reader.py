"""Which pages are read, whatever the reader."""

import pytest

from chorus_ocr.reading.document import PageScope
from chorus_ocr.reading.pdfium import PdfiumReader
from chorus_ocr.reading.reader import Reader, pages_beyond_scope, pages_in_scope


@pytest.mark.parametrize(
    ("scope", "page_count", "covered", "beyond"),
    [
        (PageScope.FIRST_THREE, 1, [1], []),
        (PageScope.FIRST_THREE, 3, [1, 2, 3], []),
        (PageScope.FIRST_THREE, 5, [1, 2, 3], [4, 5]),
        (PageScope.FIRST_THREE, 200, [1, 2, 3], [4, 5, 6, 7]),
        (PageScope.FIRST_AND_LAST_TWO, 1, [1], []),
        (PageScope.FIRST_AND_LAST_TWO, 2, [1, 2], []),
        (PageScope.FIRST_AND_LAST_TWO, 3, [1, 2, 3], []),
        (PageScope.FIRST_AND_LAST_TWO, 4, [1, 3, 4], [2]),
        (PageScope.FIRST_AND_LAST_TWO, 200, [1, 199, 200], [2, 3, 4, 5]),
        (PageScope.ALL, 5, [1, 2, 3, 4, 5], []),
        (PageScope.ALL, 0, [], []),
    ],
)
def test_a_scope_covers_pages_and_leaves_some_beyond(
    scope: PageScope, page_count: int, covered: list[int], beyond: list[int]
) -> None:
    assert list(pages_in_scope(scope, page_count)) == covered
    assert list(pages_beyond_scope(scope, page_count)) == beyond


def test_an_absurd_page_count_costs_nothing() -> None:
    for scope in PageScope:
        assert len(pages_in_scope(scope, 10**9)) >= 3


def test_the_default_reader_is_a_reader() -> None:
    reader: Reader = PdfiumReader()
    assert isinstance(reader, Reader)
