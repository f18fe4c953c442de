"""What is told of print that is hard to read: once, of the right words, and never of print that is right."""

from collections.abc import Sequence
from functools import partial

import pytest

import chorus_ocr
from chorus_ocr import ComplianceWarning
from chorus_ocr.layout.visibility import Hidden, background, contrast, hidden_rows
from chorus_ocr.reading.document import Box, Fill, Page
from fixtures.sheet import WHITE, Sheet
from pages import page
from reading.pdfs import IMAGE, draw, text
from rules.checks.bills import CLIENT, LINES, bill, with_, without
from rules.checks.cases_readable import BLUE, clipped, in_mode, in_the_margin, put, sheet

READABLE = [f"DOC{number}" for number in range(15, 25)]


def told(pdf: bytes, **how: str) -> Sequence[ComplianceWarning]:
    return [each for each in chorus_ocr.scan(pdf, **how).warnings if each.code in READABLE]  # type: ignore[arg-type]


def test_a_colour_is_told_once_with_all_that_it_prints() -> None:
    names = ("engagement", "service", "gross")
    [warning] = told(sheet(partial(put, ink=BLUE), *names))
    assert (warning.code, warning.field) == ("DOC15", "code_service")
    assert "#0C3F8C" in warning.message
    for label in ("code service", "numéro d'engagement", "total TTC"):
        assert label in warning.message
    two = partial(put, ink=(200, 0, 0)), partial(put, ink=BLUE)
    drawn = Sheet()
    for row, (name, line) in enumerate(LINES.items()):
        ink = {"engagement": two[0], "service": two[1]}.get(name, put)
        ink(drawn, 20, 20 + 8 * row, line)
    assert [each.code for each in told(drawn.finish())] == ["DOC15", "DOC15"]


def test_a_title_may_be_coloured() -> None:
    assert told(sheet(partial(put, ink=BLUE), "supplier", "header", "penalties")) == []
    drawn = with_(without(LINES, "title"), title="FACTURE", number="N° de facture : FA-2026-0412")
    assert told(sheet(partial(put, ink=BLUE), "title", lines=drawn)) == []


def test_white_on_dark_is_no_want_of_contrast() -> None:
    assert [each.code for each in told(sheet(partial(put, ink=WHITE, ground=BLUE), "engagement"))] == ["DOC15"]


def test_a_stamp_across_a_datum_is_not_the_datum() -> None:
    drawn = Sheet()
    for row, line in enumerate(LINES.values()):
        drawn.put(20, 20 + 8 * row, line, size=10)
    with drawn.rotation(45, 60, 140):
        drawn.put(20, 140, "DUPLICATA", size=40, ink=(225, 225, 225))
    assert told(drawn.finish()) == []


def test_a_label_that_nobody_sees_is_told_with_the_value_that_it_announces() -> None:
    def half(drawn: Sheet, x: float, y: float, line: str) -> None:
        label, value = line.split(" : ")
        drawn.put(drawn.put(x, y, f"{label} : ", size=10, ink=WHITE), y, value, size=10)

    [warning] = told(sheet(half, "client siret"))
    assert (warning.code, warning.field) == ("DOC17", "siret_destinataire")
    assert warning.print_text == f"SIRET client : {CLIENT}"


def test_hidden_print_that_is_printed_besides_is_not_told() -> None:
    for hide in (partial(put, ink=WHITE), partial(in_mode, "3"), partial(clipped, 5.0)):
        lines = with_(LINES, again=LINES["engagement"])
        assert told(sheet(hide, "again", lines=lines)) == []


def test_a_hidden_layer_that_is_read_is_not_hidden() -> None:
    drawn = Sheet()
    for row, line in enumerate(LINES.values()):
        in_mode("3", drawn, 20, 20 + 8 * row, line)
    report = chorus_ocr.scan(drawn.finish())
    assert report.prefill.numero_engagement == "26D000417"
    assert [each for each in report.warnings if each.code == "DOC18"] == []


def test_a_datum_off_the_page_has_no_box_on_it() -> None:
    drawn = Sheet()
    for row, (name, line) in enumerate(LINES.items()):
        drawn.put(-150 if name == "engagement" else 20, 20 + 8 * row, line, size=10)
    [warning] = told(drawn.finish())
    assert (warning.code, warning.key, warning.page, warning.box) == ("DOC19", "off_page", 1, None)


def test_what_an_image_may_hide_is_not_told() -> None:
    content = text("Engagement : 26D000417") + "q 400 0 0 40 90 680 cm /I1 Do Q"
    assert told(draw(content, resources="/XObject << /I1 100 0 R >>", objects={100: IMAGE})) == []


def test_a_sideways_page_is_told_once_and_a_margin_each_datum() -> None:
    margin = told(sheet(in_the_margin, "engagement"))
    assert [(each.code, each.field) for each in margin] == [("DOC20", "numero_engagement")]
    assert "90°" in margin[0].message


@pytest.mark.parametrize(
    ("line", "is_glued"),
    [
        ("Engagement:26D000417", True),
        ("Engagement : 26D000417", False),
        ("Engagement :26D000417", False),
        ("Engagement26D000417", True),
        ("Engagement n°26D000417", False),
    ],
)
def test_a_keyword_is_glued_where_no_space_parts_it(line: str, is_glued: bool) -> None:
    warnings = [each for each in told(bill(with_(LINES, engagement=line))) if each.field == "numero_engagement"]
    assert [each.code for each in warnings] == (["DOC23"] if is_glued else [])


def test_an_amount_glued_to_what_follows_is_told() -> None:
    [warning] = told(bill(with_(LINES, gross="1 440,00 €TTC")))
    assert (warning.code, warning.field) == ("DOC23", "montant_ttc")


@pytest.mark.parametrize(
    ("line", "is_together"),
    [
        ("Engagement : 26D000417Code service : TECHNIQUE", True),
        ("Engagement : 26D000417,service : TECHNIQUE", True),
        ("Engagement : 26D000417, service : TECHNIQUE", False),
        ("Engagement : 26D000417 Code service : TECHNIQUE", False),
    ],
)
def test_data_are_together_where_the_next_label_begins_without_a_space(line: str, is_together: bool) -> None:
    warnings = told(bill(with_(without(LINES, "service"), engagement=line)))
    assert [each.code for each in warnings] == (["DOC24"] if is_together else [])


# --- what is behind print ---------------------------------------------------------------------------------------------

ALL = Box(0, 0, 595, 842)
HERE = Box(30, 50, 200, 80)


def on(*fills: Fill, images: tuple[Box, ...] = ()) -> Page:
    drawn = page("SIRET")
    return Page(number=1, width=595, height=842, words=drawn.words, fills=fills, images=images)


@pytest.mark.parametrize(
    ("fills", "colour"),
    [
        ((), 0xFFFFFF),
        ((Fill(ALL, 0x0000FFFF, whole=True),), 0x0000FF),
        ((Fill(ALL, 0x0000FFFF, whole=True), Fill(HERE, 0xFF0000FF, whole=True)), 0xFF0000),
        ((Fill(HERE, 0xFF0000FF, whole=True), Fill(ALL, 0x0000FFFF, whole=True)), 0x0000FF),
        ((Fill(Box(300, 50, 400, 80), 0xFF0000FF, whole=True),), 0xFFFFFF),
        ((Fill(HERE, 0x00000080, whole=True),), 0x7F7F7F),
        ((Fill(HERE, 0x0000FFFF, whole=False),), None),
        ((Fill(HERE, None, whole=False),), None),
        ((Fill(HERE, None, whole=False), Fill(HERE, 0x00000080, whole=True)), None),
        ((Fill(ALL, None, whole=False), Fill(HERE, 0xFF0000FF, whole=True)), 0xFF0000),
    ],
)
def test_the_colour_behind_a_word_is_that_of_the_last_rectangle(fills: tuple[Fill, ...], colour: int | None) -> None:
    assert background(on(*fills), 0) == colour


def test_on_an_image_no_colour_is_known() -> None:
    assert background(on(Fill(ALL, 0x0000FFFF, whole=True), images=(HERE,)), 0) is None


def test_contrast_is_that_of_the_colours_as_they_mix() -> None:
    assert contrast(0x000000FF, 0xFFFFFF) == pytest.approx(21)
    assert contrast(0x777777FF, 0x777777) == 1
    assert contrast(0x00000000, 0xFFFFFF) == 1
    assert contrast(0x00000080, 0xFFFFFF) == pytest.approx(contrast(0x7F7F7FFF, 0xFFFFFF))
    assert contrast(0xFFFFFFFF, 0x000066) == contrast(0x000066FF, 0xFFFFFF)


def test_the_reason_why_a_word_is_hidden_is_told() -> None:
    content = (
        text("noir")
        + text("blanc", y=600, before="1 g")
        + "0 g "
        + text("mode", y=500, before="3 Tr")
        + "BT 0 Tr ET "
        + text("petit", y=400, size=1)
        + "q 0 0 50 50 re W n "
        + text("hors", y=300)
        + "Q "
        + text("sous", y=200)
        + "1 g 90 190 200 30 re f 0 g "
        + text("----", y=100, before="3 Tr")
    )
    [seen] = chorus_ocr.read(draw(content)).pages
    assert {seen.words.text[row]: why for row, why in hidden_rows(seen).items()} == {
        "blanc": Hidden.LIGHT,
        "mode": Hidden.INVISIBLE,
        "petit": Hidden.TINY,
        "sous": Hidden.COVERED,
    }
