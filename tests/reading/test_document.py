"""The types that a reader fills."""

import pytest

from chorus_ocr.reading.document import Box, Document, Page, Word, WordTable

TABLE = WordTable(
    text=("Facture", "F-12"),
    x0=(10.0, 60.0),
    top=(20.0, 20.0),
    x1=(55.0, 90.0),
    bottom=(32.0, 32.0),
    size=(10.0, 10.0),
    colour=(0x000000FF, 0xFF0000FF),
    mode=(0, 3),
    angle=(0, 90),
)


def test_a_word_is_a_view_on_a_row() -> None:
    assert len(TABLE) == 2
    assert TABLE[1] == Word("F-12", Box(60.0, 20.0, 90.0, 32.0), 10.0, 0xFF0000FF, 3, 90)
    assert TABLE.box(0) == Box(10.0, 20.0, 55.0, 32.0)
    assert len(WordTable()) == 0


def test_a_page_is_found_by_its_number_not_its_place() -> None:
    document = Document(
        pages=(Page(number=1, width=595, height=842), Page(number=9, width=595, height=842)), page_count=9
    )
    assert document.page(9) is document.pages[1]
    with pytest.raises(KeyError):
        document.page(2)


def test_documents_compare_and_hash_by_their_content() -> None:
    one, other = (Document(pages=(Page(number=1, width=1, height=1, words=TABLE),), page_count=1) for _ in "ab")
    assert one == other
    assert hash(one) == hash(other)
