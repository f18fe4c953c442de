"""A second look finds what is hidden, and what stands on pages that are not read."""

import pytest

import chorus_ocr
from chorus_ocr import Document, Seen
from chorus_ocr.compliance.second_look import beyond_scope, uncovered
from chorus_ocr.layout.visibility import hidden_rows
from chorus_ocr.reading.document import Page, PageText, WordTable
from fixtures.sheet import Sheet
from reading.pdfs import draw, text
from rules.checks.bills import LINES, bill, without
from seeing import seen_of


def hidden(line: str) -> bytes:
    sheet = Sheet()
    for row, line_ in enumerate(without(LINES, "engagement").values()):
        sheet.put(20, 20 + 8 * row, line_, size=10)
    sheet.put(120, 20, line, size=10, ink=(255, 255, 255))
    return sheet.finish()


def test_what_is_hidden_is_recognised_and_nothing_else_changes() -> None:
    document = chorus_ocr.read(hidden("Engagement : 26D000417"))
    seen = seen_of(document)
    assert seen.found("numero_engagement") is None
    assert seen.hidden["numero_engagement"].value == "26D000417"
    assert {name: each.value for name, each in seen.hidden.items() if name != "numero_engagement"} == {
        name: each.value for name, each in seen.recognition.items() if name != "numero_engagement"
    }


def test_a_page_that_hides_nothing_is_not_looked_at_again() -> None:
    document = chorus_ocr.read(bill())
    assert uncovered(document, [hidden_rows(page) for page in document.pages]) is None
    seen = seen_of(document)
    assert seen.hidden is seen.recognition


def look_again_at(content: str) -> tuple[object, object]:
    """Return which engagement is read on a page, and which if all of it could be seen."""
    seen = seen_of(chorus_ocr.read(draw(text("FACTURE") + content)))
    return seen.found("numero_engagement"), seen.hidden["numero_engagement"].value


@pytest.mark.parametrize(
    "content",
    [
        text("Engagement : 26D000417", y=600, before="1 g"),
        text("Engagement : 26D000417", y=600, before="3 Tr"),
        text("Engagement : 26D000417", y=600, size=1),
        text("Engagement : 26D000417", y=600) + "1 g 90 590 400 30 re f",
        text("Engagement : 26D000417", x=-300, y=600),
        text("Engagement :", y=600, before="3 Tr") + text("26D000417", x=200, y=600, before="0 Tr"),
    ],
    ids=["white", "invisible", "tiny", "covered", "off the page", "its label"],
)
def test_whatever_hides_a_datum_it_is_found_at_the_second_look(content: str) -> None:
    assert look_again_at(content) == (None, "26D000417")


def test_the_mark_of_a_software_is_not_looked_at_again() -> None:
    mark = text("Powered by some software", y=20, size=6, before="3 Tr")
    document = chorus_ocr.read(draw(text("Engagement : 26D000417") + mark))
    assert uncovered(document, [hidden_rows(page) for page in document.pages]) is None


def test_pages_beyond_the_scope_are_recognised_by_their_bare_text() -> None:
    text = "Page 4\nSIRET client : 110 002 011 00044      Engagement : 26D000417\nTotal TTC        1 440,00 €\n"
    document = Document(
        pages=(Page(number=1, width=595, height=842, words=WordTable()),),
        page_count=5,
        beyond_scope=(PageText(number=4, text=text), PageText(number=5, text="")),
    )
    beyond = seen_of(document).beyond
    assert beyond["siret_destinataire"].value == "11000201100044"
    assert beyond["numero_engagement"].value == "26D000417"
    choice = beyond["montant_ttc"].choice
    assert choice is not None and choice.page == 4


def test_pages_beyond_the_scope_are_also_recognised_one_by_one() -> None:
    document = Document(
        pages=(Page(number=1, width=595, height=842, words=WordTable()),),
        page_count=5,
        beyond_scope=(
            PageText(number=4, text="Engagement : 26D000417"),
            PageText(number=5, text="Engagement : 26D000999"),
        ),
    )
    seen = seen_of(document)
    assert [each["numero_engagement"].value for each in seen.beyond_by_page] == ["26D000417", "26D000999"]
    assert seen.beyond["numero_engagement"].value is None
    assert Seen(document=document, recognition=seen.recognition).beyond_by_page == ()


def test_a_document_within_the_scope_has_nothing_beyond() -> None:
    document = chorus_ocr.read(bill())
    assert beyond_scope(document) is None
    assert not seen_of(document).beyond
    assert seen_of(document).beyond_by_page == ()


def test_without_a_pack_there_is_no_second_look() -> None:
    document = chorus_ocr.read(hidden("Engagement : 26D000417"))
    first = seen_of(document)
    alone = Seen(document=document, recognition=first.recognition)
    assert alone.hidden is alone.recognition
