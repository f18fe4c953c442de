"""Files made to exhaust a reader: a document or a typed error, and no more memory than the file asks for.

Time is not measured here: a reader that hangs hangs the test.
"""

import math
import zlib

import pytest

import chorus_ocr
from chorus_ocr.errors import DamagedDocument, LimitExceeded
from chorus_ocr.reading.limits import Limits
from reading.pdfs import IMAGE, draw, form, read, stream, text, write

CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
LEAF = b"<< /Type /Page /MediaBox [0 0 595 842] >>"


# Page trees


@pytest.mark.parametrize(
    "objects",
    [
        {2: b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"},
        {2: b"<< /Type /Pages /Kids [3 0 R] /Count 2 >>", 3: b"<< /Type /Pages /Kids [2 0 R] /Count 2 >>"},
        {2: b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>", 3: LEAF},
    ],
    ids=["itself", "each other", "itself and a page"],
)
def test_a_page_tree_that_goes_round_ends(objects: dict[int, bytes]) -> None:
    try:
        assert len(read(write({1: CATALOG, **objects})).pages) <= 2
    except DamagedDocument as error:
        assert "cannot be read" in error.cause or "no pages" in error.cause


def test_a_page_that_is_its_own_parent_is_read() -> None:
    page = b"<< /Type /Page /Parent 3 0 R /Contents 4 0 R >>"
    tree = {1: CATALOG, 2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", 3: page, 4: stream("", b"0 0 9 9 re f")}
    assert len(read(write(tree)).pages) == 1


@pytest.mark.parametrize(("depth", "is_read"), [(500, True), (5_000, False), (100_000, False)])
def test_a_deep_page_tree_is_read_or_told(depth: int, is_read: bool) -> None:
    tree = {2 + at: b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (3 + at) for at in range(depth)}
    data = write({1: CATALOG, **tree, 2 + depth: LEAF})
    if is_read:
        assert len(read(data).pages) == 1
    else:
        with pytest.raises(DamagedDocument, match="page 1 cannot be read"):
            read(data)


@pytest.mark.parametrize("count", [-1, 0, 2_000_000_000, 10**20])
def test_a_page_count_that_lies_is_not_believed(count: int) -> None:
    tree = {1: CATALOG, 2: b"<< /Type /Pages /Kids [3 0 R] /Count %d >>" % count, 3: LEAF}
    report = chorus_ocr.scan(write(tree))
    assert len(report.document.pages) == 1


def test_a_page_two_hundred_thousand_times_is_a_report() -> None:
    count = 200_000
    tree = {1: CATALOG, 2: b"<< /Type /Pages /Kids [%b] /Count %d >>" % (b"3 0 R " * count, count), 3: LEAF}
    report = chorus_ocr.scan(write(tree))
    assert (report.document.page_count, len(report.document.pages)) == (count, 3)
    with pytest.raises(LimitExceeded, match=f"at least {count} pages, where 1000 are allowed"):
        chorus_ocr.scan(write(tree), pages="all")


# Forms


def test_a_form_that_paints_itself_ends() -> None:
    # Once only: one that paints itself twice is painted a milliard times, inside the engine, where only another process
    # can stop it.
    itself = {100: form("/X1 Do " + text("dedans"), resources="/XObject << /X1 100 0 R >>")}
    drawn = draw("/X1 Do " + text("SIRET"), resources="/XObject << /X1 100 0 R >>", objects=itself)
    assert set(read(drawn).pages[0].words.text) == {"dedans", "SIRET"}


def test_two_forms_that_paint_each_other_once_end() -> None:
    round_ = {
        100: form("/X1 Do " + text("un", y=600), resources="/XObject << /X1 101 0 R >>"),
        101: form("/X1 Do " + text("deux", y=500), resources="/XObject << /X1 100 0 R >>"),
    }
    drawn = draw("/X1 Do ", resources="/XObject << /X1 100 0 R >>", objects=round_)
    assert set(read(drawn).pages[0].words.text) == {"un", "deux"}


def test_a_chain_of_a_thousand_forms_is_cut_by_the_engine() -> None:
    chain = {
        100 + at: form("/X1 Do " + text(f"n{at}", y=800 - at % 700), resources=f"/XObject << /X1 {101 + at} 0 R >>")
        for at in range(1_000)
    }
    drawn = draw("/X1 Do", resources="/XObject << /X1 100 0 R >>", objects={**chain, 1_100: form("")})
    assert 20 < len(read(drawn).pages[0].words) < 60


def test_forms_that_multiply_are_over_the_limit_of_objects() -> None:
    levels = {100 + at: form("/X1 Do " * 10, resources=f"/XObject << /X1 {101 + at} 0 R >>") for at in range(3)}
    drawn = draw("/X1 Do", resources="/XObject << /X1 100 0 R >>", objects={**levels, 103: form("0 0 9 9 re f ")})
    with pytest.raises(LimitExceeded, match="objects"):
        read(drawn, limits=Limits(objects=2_000))
    assert read(drawn).page_count == 1


# Much of everything


@pytest.mark.slow
def test_a_million_objects_are_over_the_limit() -> None:
    with pytest.raises(LimitExceeded, match="at least 1000000 objects, where 200000 are allowed"):
        read(draw("0 0 9 9 re f\n" * 1_000_000))


def long_word(said: str) -> str:
    """Return the operator that sets a word of any length: no string of a file is read beyond some 32,000 characters."""
    return "[" + "".join(f"<{said[at : at + 10_000].encode().hex()}>" for at in range(0, len(said), 10_000)) + "] TJ"


def test_a_word_of_a_megabyte_is_over_the_limit() -> None:
    drawn = draw(f"BT /F1 0.001 Tf 10 700 Td {long_word('A' * (1 << 20))} ET")
    with pytest.raises(LimitExceeded, match="characters, where 200000 are allowed"):
        read(drawn)


@pytest.mark.parametrize("char", ["A", "1", ".", "a-", "("])
def test_a_word_as_long_as_is_allowed_is_a_report(char: str) -> None:
    said = (char * 199_000)[:199_000]
    report = chorus_ocr.scan(draw(text("SIRET : 1") + f"BT /F1 4 Tf 0.0001 0 0 1 10 600 Tm {long_word(said)} ET"))
    assert max(map(len, report.document.pages[0].words.text)) > 100_000
    assert report.prefill == chorus_ocr.Prefill()


@pytest.mark.slow
def test_two_hundred_thousand_words_are_over_the_limit_and_without_one_a_report() -> None:
    line = "BT /F1 0.35 Tf 1 0 0 1 10 {} Tm (" + "mot " * 100 + ") Tj ET\n"
    drawn = draw("".join(line.format(round(840 - row * 0.4, 2)) for row in range(2_000)))
    with pytest.raises(LimitExceeded, match="are allowed") as raised:
        read(drawn)
    assert raised.value.limit == "characters"
    with pytest.raises(LimitExceeded) as raised:
        read(drawn, limits=Limits(characters=None))
    assert raised.value.limit == "words"
    report = chorus_ocr.scan(drawn, limits=Limits(characters=None, words=None))
    assert len(report.document.pages[0].words) + len(report.document.pages[0].off_page) == 200_000


def test_thousands_of_images_are_over_the_limit() -> None:
    drawn = draw(
        "q 20 0 0 10 50 600 cm /I1 Do Q " * 10_001, resources="/XObject << /I1 100 0 R >>", objects={100: IMAGE}
    )
    with pytest.raises(LimitExceeded, match="at least 10001 images, where 10000 are allowed"):
        read(drawn)


def test_a_packed_stream_of_fifty_megabytes_is_read() -> None:
    packed = zlib.compress(b" " * (50 << 20) + text("SIRET").encode(), 9)
    drawn = write(
        {
            1: CATALOG,
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            b"/Resources << /Font << /F1 5 0 R >> >> >>",
            4: stream("/Filter /FlateDecode", packed),
            5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        }
    )
    assert len(drawn) < 100_000
    assert read(drawn).pages[0].words.text == ("SIRET",)


@pytest.mark.parametrize("opened", ["[", "<< /A ", "("])
def test_what_nests_a_hundred_thousand_times_is_read(opened: str) -> None:
    closed = {"[": "]", "<< /A ": ">>", "(": ")"}[opened]
    nested = opened * 100_000 + "1 " + closed * 100_000
    assert read(draw(text("SIRET"), page=f"/Odd {nested}")).page_count == 1
    assert (
        "SIRET" in read(draw(text("SIRET", y=600) + f"/Odd {nested} BDC " + text("SIRET") + " EMC")).pages[0].words.text
    )


def test_states_saved_a_hundred_thousand_times_are_read() -> None:
    assert read(draw("q " * 100_000 + text("SIRET"))).pages[0].words.text == ("SIRET",)


def test_clips_within_clips_are_followed_to_a_bound() -> None:
    # Each text has one clip more than the one before: followed to the end, they would be the square of their number.
    nested = "".join(
        f"0 0 m 500 0 l 500 {600 + at / 10:.1f} l W n " + text(f"n{at}", x=25 * (at % 20), y=660 + at // 20 * 6, size=4)
        for at in range(400)
    )
    page = read(draw(nested)).pages[0]
    assert len(page.clipped) == len(page.words) == 400


def test_rectangles_over_words_over_rectangles_are_followed() -> None:
    layers = "".join(text("mot", y=40 + at / 4, size=4) + "1 g 0 0 595 842 re f 0 g " for at in range(1_500))
    page = read(draw(layers)).pages[0]
    assert len(page.covered) == len(page.words)


# Coordinates and sizes of nonsense

NONSENSE = ("nan", "inf", "-inf", "1e400", "-1e400", "3.4028235e38", "9" * 400, "-" + "9" * 400, "--5", "1e-400", ".")


@pytest.mark.parametrize("side", NONSENSE)
@pytest.mark.parametrize("name", ["/MediaBox", "/CropBox"])
def test_a_box_of_nonsense_leaves_a_page_with_a_size(name: str, side: str) -> None:
    for box in (f"[0 0 {side} 842]", f"[{side} {side} 595 842]", f"[{side} 0 0 {side}]"):
        data = draw(text("SIRET"), media_box=None if name == "/MediaBox" else (0, 0, 595, 842), page=f"{name} {box}")
        page = chorus_ocr.scan(data).document.pages[0]
        assert 0 < page.width < math.inf
        assert 0 < page.height < math.inf


@pytest.mark.parametrize(
    "box", ["[0 0 0 0]", "[10 10 10 500]", "[595 842 0 0]", "[-5 -5 -1 -1]", "[]", "[0 0]", "[0 0 1e-30 1e-30]"]
)
def test_a_box_without_a_surface_leaves_a_page_with_one(box: str) -> None:
    for data in (
        draw(text("SIRET"), media_box=None, page=f"/MediaBox {box}"),
        draw(text("SIRET"), page=f"/CropBox {box}"),
    ):
        page = chorus_ocr.scan(data).document.pages[0]
        assert 0 < page.width < math.inf
        assert 0 < page.height < math.inf


@pytest.mark.parametrize("number", NONSENSE)
@pytest.mark.parametrize(
    "content",
    [
        "BT /F1 {0} Tf 100 700 Td (SIRET) Tj ET",
        "BT /F1 12 Tf {0} {0} Td (SIRET) Tj ET",
        "BT /F1 12 Tf {0} {0} {0} {0} {0} {0} Tm (SIRET) Tj ET",
        "{0} 0 0 {0} 0 0 cm BT /F1 12 Tf 100 700 Td (SIRET) Tj ET",
        "BT /F1 12 Tf {0} Tc {0} Tw {0} Tz {0} TL 100 700 Td [(SI) {0} (RET)] TJ T* (12) Tj ET",
        "{0} {0} {0} {0} re f 0 0 {0} 9 re f 0 0 {0} {0} re W n 1 g BT /F1 12 Tf 100 700 Td (SIRET) Tj ET",
        "q {0} 0 0 {0} {0} {0} cm /I1 Do Q",
    ],
)
def test_coordinates_of_nonsense_place_nothing_nowhere(content: str, number: str) -> None:
    drawn = draw(content.format(number), resources="/XObject << /I1 100 0 R >>", objects={100: IMAGE})
    report = chorus_ocr.scan(drawn)
    page = report.document.pages[0]
    for table in (page.words, page.off_page):
        for row in range(len(table)):
            assert all(map(math.isfinite, (*table.box(row), table.size[row])))
    for box in (*page.images, *(fill.box for fill in page.fills)):
        assert 0 <= box.x0 < box.x1 <= page.width
        assert 0 <= box.top < box.bottom <= page.height
