"""The default reader, on pages drawn for it: one trap a test."""

import math
from concurrent.futures import ThreadPoolExecutor

import pytest
from fpdf.enums import EncryptionMethod

from chorus_ocr.errors import DamagedDocument, EncryptedDocument, UnreadableDocument
from chorus_ocr.reading import pdfium_api
from chorus_ocr.reading.document import Box, Fill, Page, PageScope
from chorus_ocr.reading.painting import MOST_FILLS
from reading.pdfs import IMAGE, draw, form, protected, read, stream, text, word, words, write

# Where Helvetica of size 12 stands: from 2.7 points under the base line to 11.3 over it.
UNDER, OVER = 2.7, 11.3


def near(box: Box, x0: float, top: float, x1: float, bottom: float) -> bool:
    return all(math.isclose(a, b, abs_tol=0.15) for a, b in zip(box, (x0, top, x1, bottom), strict=True))


def invented_font(encoding: str = "/Encoding /WinAnsiEncoding", *, last_width: int = 500) -> str:
    """A font that is not in the file, described by object 101."""
    return (
        f"/Type /Font /Subtype /TrueType /BaseFont /Invented {encoding} /FontDescriptor 101 0 R "
        f"/FirstChar 32 /LastChar 126 /Widths [{'500 ' * 94} {last_width}]"
    )


def descriptor(*, ascent: int, descent: int) -> bytes:
    return (
        f"<< /Type /FontDescriptor /FontName /Invented /Flags 32 /ItalicAngle 0 /CapHeight 700 /StemV 80 "
        f"/Ascent {ascent} /Descent {descent} /FontBBox [0 {descent} 1000 {ascent}] >>"
    ).encode()


UPRIGHT = {101: descriptor(ascent=900, descent=-200)}


# --- words and their places -------------------------------------------------------------------------------------------


def test_a_word_has_its_place_from_the_top_left() -> None:
    page = read(draw(text("SIRET : 12", x=100, y=700))).pages[0]
    assert (page.number, page.width, page.height) == (1, 595, 842)
    assert page.words.text == ("SIRET", ":", "12")
    assert near(page.words.box(0), 100, 142 - OVER, 135.3, 142 + UNDER)
    assert (page.words.size[0], page.words.colour[0], page.words.mode[0], page.words.angle[0]) == (12, 0xFF, 0, 0)
    assert len(page.off_page) == 0


def test_a_page_without_words_is_read() -> None:
    for content in ("", "0 0 100 100 re f", text(" ")):
        assert words(draw(content)).text == ()


def test_a_size_is_the_size_seen() -> None:
    shown = draw("q 2 0 0 2 0 0 cm " + text("grand", x=50, y=300, size=1, turn="9 0 0 9") + "Q")
    assert word(shown, "grand").size == pytest.approx(18)
    assert word(draw(text("court", turn="0.5 0 0 1")), "court").size == pytest.approx(12)


def test_a_negative_font_size_undone_by_the_matrix_is_upright() -> None:
    shown = word(draw(text("droit", size=-12, turn="-1 0 0 -1")), "droit")
    assert (shown.size, shown.angle) == (12, 0)
    assert shown.box.x0 == pytest.approx(100, abs=0.1)
    assert word(draw(text("envers", x=300, size=-12)), "envers").angle == 180


def test_form_text_is_placed_through_the_form() -> None:
    drawn = draw(
        "q 2 0 0 2 100 100 cm /X1 Do Q",
        resources="/XObject << /X1 100 0 R >>",
        objects={100: form(text("dedans", x=10, y=10, size=6), matrix="1 0 0 1 50 60")},
    )
    shown = word(drawn, "dedans")
    assert shown.size == pytest.approx(12)
    assert shown.box.x0 == pytest.approx(220, abs=0.1)
    assert shown.box.bottom == pytest.approx(842 - 240 + UNDER, abs=0.1)


def test_a_crop_box_is_the_page_as_shown() -> None:
    page = read(draw(text("SIRET", x=150, y=450), page="/CropBox [100 100 400 500]")).pages[0]
    assert (page.width, page.height) == (300, 400)
    assert near(page.words.box(0), 50, 50 - OVER, 85.3, 50 + UNDER)


def test_a_crop_box_beyond_the_media_box_is_cut_to_it() -> None:
    page = read(draw(text("SIRET", x=50, y=450), page="/CropBox [-100 -100 400 5000]")).pages[0]
    assert (page.width, page.height) == (400, 842)
    assert page.words.x0[0] == pytest.approx(50, abs=0.1)


def test_a_media_box_away_from_the_origin() -> None:
    page = read(draw(text("SIRET", x=-150, y=1450), media_box=(-200, 1000, 100, 1500))).pages[0]
    assert (page.width, page.height) == (300, 500)
    assert near(page.words.box(0), 50, 50 - OVER, 85.3, 50 + UNDER)


def test_a_missing_media_box_has_a_default() -> None:
    page = read(draw(text("SIRET", x=100, y=700), media_box=None)).pages[0]
    assert (page.width, page.height) == (612, 792)
    assert near(page.words.box(0), 100, 92 - OVER, 135.3, 92 + UNDER)


@pytest.mark.parametrize("side", ["9" * 60, "-5", "0", "(a)"])
def test_an_absurd_media_box_leaves_a_page(side: str) -> None:
    page = read(draw(text("SIRET"), media_box=None, page=f"/MediaBox [0 0 {side} 842]")).pages[0]
    assert 0 < page.width < math.inf
    assert 0 < page.height < math.inf


@pytest.mark.parametrize(
    ("rotate", "size", "box", "angle"),
    [
        (0, (595, 842), (100, 142 - OVER, 135.3, 142 + UNDER), 0),
        (90, (842, 595), (700 - UNDER, 100, 700 + OVER, 135.3), 270),
        (180, (595, 842), (459.7, 700 - UNDER, 495, 700 + OVER), 180),
        (270, (842, 595), (142 - OVER, 459.7, 142 + UNDER, 495), 90),
        (-90, (842, 595), (142 - OVER, 459.7, 142 + UNDER, 495), 90),
        (450, (842, 595), (700 - UNDER, 100, 700 + OVER, 135.3), 270),
    ],
)
def test_a_rotated_page_is_read_as_shown(
    rotate: int, size: tuple[float, float], box: tuple[float, float, float, float], angle: int
) -> None:
    page = read(draw(text("SIRET", x=100, y=700), page=f"/Rotate {rotate}")).pages[0]
    assert (page.width, page.height) == size
    assert near(page.words.box(0), *box)
    assert page.words.angle == (angle,)
    assert page.words.size == (12,)


@pytest.mark.parametrize(
    ("rotate", "turn", "x", "y"),
    [(90, "0 1 -1 0", 142, 100), (180, "-1 0 0 -1", 495, 142), (270, "0 -1 1 0", 453, 742)],
)
def test_text_turned_against_the_page_is_upright_as_shown(rotate: int, turn: str, x: float, y: float) -> None:
    shown = word(draw(text("SIRET", x=x, y=y, turn=turn), page=f"/Rotate {rotate}"), "SIRET")
    assert shown.angle == 0
    assert near(shown.box, 100, 142 - OVER, 135.3, 142 + UNDER)


@pytest.mark.parametrize(
    ("turn", "angle", "box"),
    [
        ("0 1 -1 0", 90, (300 - OVER, 442 - 35.3, 300 + UNDER, 442)),
        ("-1 0 0 -1", 180, (300 - 35.3, 442 - UNDER, 300, 442 + OVER)),
        ("0 -1 1 0", 270, (300 - UNDER, 442, 300 + OVER, 442 + 35.3)),
    ],
)
def test_rotated_text_has_the_box_of_the_whole_word(
    turn: str, angle: int, box: tuple[float, float, float, float]
) -> None:
    shown = word(draw(text("SIRET", x=300, y=400, turn=turn)), "SIRET")
    assert (shown.angle, shown.size) == (angle, 12)
    assert near(shown.box, *box)


def test_slanted_text_has_the_upright_box_around_it() -> None:
    shown = word(draw(text("DUPLICATA", x=200, y=400, size=40, turn="0.7071 0.7071 -0.7071 0.7071")), "DUPLICATA")
    assert shown.angle == 45
    assert shown.size == pytest.approx(40, abs=0.01)
    width, height = shown.box.x1 - shown.box.x0, shown.box.bottom - shown.box.top
    assert width == pytest.approx(height, abs=0.1)
    assert 160 < width < 260


@pytest.mark.parametrize(("degrees", "angle"), [(0.8, 0), (-1.5, 0), (91, 90), (-3, 357), (5.4, 5)])
def test_a_small_tilt_is_forgiven(degrees: float, angle: int) -> None:
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    assert word(draw(text("penche", turn=f"{cos:f} {sin:f} {-sin:f} {cos:f}")), "penche").angle == angle


def test_text_off_the_page_is_kept_apart() -> None:
    drawn = draw(
        text("ici") + text("gauche", x=-200) + text("haut", y=900) + text("bas", y=-40) + text("droite", x=580, size=30)
    )
    page = read(drawn).pages[0]
    assert page.words.text == ("ici",)
    assert set(page.off_page.text) == {"gauche", "haut", "bas", "droite"}
    assert page.off_page[page.off_page.text.index("gauche")].box.x1 < 0


def test_text_whose_centre_is_on_the_page_counts() -> None:
    assert words(draw(text("bord", x=570))).text == ("bord",)


def test_coordinates_beyond_all_numbers_are_put_off_the_page() -> None:
    absurd = "9" * 60
    for content in (
        text("loin", turn=f"{absurd} 0 0 {absurd}") + text("ici", y=300),
        f"q {absurd} 0 0 {absurd} {absurd} {absurd} cm " + text("loin") + "Q " + text("ici", y=300),
    ):
        page = read(draw(content)).pages[0]
        assert page.words.text == ("ici",)
        for table in (page.words, page.off_page):
            for row in range(len(table)):
                assert all(map(math.isfinite, (*table.box(row), table.size[row])))


# --- what a word says -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("emoji", ["\ud83d\udcde", "\ud83d", "\udcde"])
def test_a_surrogate_does_not_shift_what_follows(emoji: str) -> None:
    content = text("~ 01 SIRET 12") + text("~ fin", y=600)
    plain, mapped = words(draw(content)), words(draw(content, to_unicode={0x7E: emoji}))
    assert mapped.text[1:4] == ("01", "SIRET", "12")
    assert mapped.text[5] == "fin"
    assert mapped.x0[1:4] == plain.x0[1:4]
    assert mapped.x0[5] == plain.x0[5]
    assert mapped.text[0] in ("📞", "\ufffd")


def test_characters_left_out_of_the_text_do_not_shift_what_follows() -> None:
    plain, holed = words(draw(text("aaabbb SIRET 12"))), words(draw(text("aaa\x03bbb SIRET 12")))
    assert holed.text == ("aaa\ufffdbbb", "SIRET", "12")
    assert holed.x0[1] - holed.x0[0] == pytest.approx(plain.x0[1] - plain.x0[0] + 12 * 0.278, abs=0.1)


def test_a_glyph_without_a_character_is_shown_as_such() -> None:
    drawn = draw(text("e\x1cectif A"), font="/Type /Font /Subtype /Type1 /BaseFont /Helvetica")
    assert words(drawn).text == ("e\ufffdectif", "A")


def test_a_word_broken_at_the_end_of_a_line_is_two_words() -> None:
    table = words(draw(text("engage-", y=700) + text("ment 12", y=686)))
    assert table.text == ("engage-", "ment", "12")
    assert table.top[1] - table.top[0] == pytest.approx(14, abs=0.1)
    assert table.bottom[0] - table.top[0] < 15


def test_a_number_broken_at_the_end_of_a_line_is_two_words() -> None:
    assert words(draw(text("2026-", y=700) + text("110", y=686))).text == ("2026-", "110")


def test_a_glyph_without_a_character_is_no_hyphen() -> None:
    assert words(draw(text("ab~cd"), to_unicode={0x7E: "\0"})).text == ("ab\ufffdcd",)


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009"])
def test_a_space_that_does_not_break_separates_like_any_other(space: str) -> None:
    assert words(draw(text("4~470,06~€"), to_unicode={0x7E: space})).text == ("4", "470,06", "€")


def test_a_space_without_a_glyph_leaves_one_word() -> None:
    # The producer moves on instead of printing a narrow space. So does a kerning: the two cannot be told apart here.
    assert words(draw("BT /F1 12 Tf 100 700 Td [(4) -120 (470,06)] TJ ET")).text == ("4470,06",)
    assert words(draw("BT /F1 12 Tf 100 700 Td [(4) -400 (470,06)] TJ ET")).text == ("4", "470,06")


def test_an_invisible_character_goes() -> None:
    drawn = draw(text("SI~RET~ ~ 12"), to_unicode={0x7E: "\u200b"})
    plain = words(draw(text("SI~RET~ ~ 12")))
    table = words(drawn)
    assert table.text == ("SIRET", "12")
    assert table.x1[0] < plain.x1[0]


def test_a_soft_hyphen_that_is_drawn_stays() -> None:
    assert words(draw(text("F~12"), to_unicode={0x7E: "\u00ad"})).text == ("F\u00ad12",)


def test_a_soft_hyphen_that_leaves_no_trace_goes() -> None:
    empty = "/Encoding << /BaseEncoding /WinAnsiEncoding /Differences [126 /space] >>"
    drawn = draw(
        text("fac~ture"), font=invented_font(empty, last_width=0), to_unicode={0x7E: "\u00ad"}, objects=UPRIGHT
    )
    assert words(drawn).text == ("facture",)


def test_a_ligature_is_its_letters() -> None:
    assert words(draw(text("e~ectif ~"), to_unicode={0x7E: "ff"})).text == ("effectif", "ff")
    assert words(draw(text("e~ectif"), to_unicode={0x7E: "\ufb00"})).text == ("effectif",)


def test_bold_made_by_drawing_twice_is_read_once() -> None:
    assert words(draw(text("Total") + text("Total", x=100.3))).text == ("Total",)


@pytest.mark.parametrize("spacing", [2, 6, 14])
def test_letter_spaced_text_is_one_word(spacing: float) -> None:
    assert words(draw(text("FACTURE", before=f"{spacing} Tc"))).text == ("FACTURE",)


@pytest.mark.parametrize("turn", ["1 0 0 1", "0 1 -1 0"])
def test_columns_that_the_engine_glues_are_taken_apart(turn: str) -> None:
    # A jump backwards within one operator, as some rewriters of PDFs make it.
    drawn = draw(f"BT /F1 12 Tf {turn} 400 200 Tm [(TVA) 14000 (Libell\\351)] TJ ET")
    table = words(drawn)
    assert sorted(table.text) == ["Libellé", "TVA"]
    assert max(x1 - x0 for x0, x1 in zip(table.x0, table.x1, strict=True)) < 50
    assert max(bottom - top for top, bottom in zip(table.top, table.bottom, strict=True)) < 50


def test_a_short_jump_backwards_is_seen_too() -> None:
    assert sorted(words(draw("BT /F1 12 Tf 400 700 Td [(Montant) 8000 (Total)] TJ ET")).text) == ["Montant", "Total"]


def test_text_from_right_to_left_is_one_word() -> None:
    letters = {0x61: "\u05d0", 0x62: "\u05d1", 0x63: "\u05d2"}
    assert words(draw(text("abc"), to_unicode=letters)).text == ("\u05d2\u05d1\u05d0",)


@pytest.mark.parametrize(
    ("turn", "box"),
    [
        ("1 0 0 1", (300, 442 - OVER, 330, 442 + UNDER)),
        ("0 1 -1 0", (300 - OVER, 412, 300 + UNDER, 442)),
        ("-1 0 0 -1", (270, 442 - UNDER, 300, 442 + OVER)),
        ("0 -1 1 0", (300 - UNDER, 442, 300 + OVER, 472)),
    ],
)
def test_an_impossible_ascent_does_not_cover_the_lines_above(turn: str, box: tuple[float, float, float, float]) -> None:
    tall = {101: descriptor(ascent=5000, descent=-900)}
    shown = word(draw(text("SIRET", x=300, y=400, turn=turn), font=invented_font(), objects=tall), "SIRET")
    assert all(math.isclose(a, b, abs_tol=0.7) for a, b in zip(shown.box, box, strict=True))  # T overhangs a little


def test_a_font_that_hides_its_size_is_measured() -> None:
    # Glyphs drawn in points by a font whose matrix scales nothing, set in size 1.
    glyph = stream("", b"6 0 0 0 6 8 d1 0 0 5 8 re f")
    drawn_font = (
        "/Type /Font /Subtype /Type3 /FontBBox [0 0 6 8] /FontMatrix [1 0 0 1 0 0] /FirstChar 65 /LastChar 67 "
        "/Widths [6 6 6] /Encoding << /Differences [65 /A /B /C] >> /CharProcs << /A 101 0 R /B 101 0 R /C 101 0 R >>"
    )
    drawn = draw("BT /F1 1 Tf 100 700 Td [(ABC) -900 (ABC)] TJ ET", font=drawn_font, objects={101: glyph})
    table = words(drawn)
    assert table.text == ("ABCABC",)
    assert table.size[0] == pytest.approx(7, abs=0.5)
    assert table.x1[0] - table.x0[0] == pytest.approx(37, abs=1)
    assert table.bottom[0] - table.top[0] == pytest.approx(8, abs=0.1)


# --- style ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("operators", "colour"),
    [
        ("1 0 0 rg", 0xFF0000FF),
        ("0.2 g", 0x333333FF),
        ("0 0 0 1 k", 0x000000FF),
        ("1 g", 0xFFFFFFFF),
        ("0 0 1 rg /G1 gs", 0x0000FF80),
    ],
)
def test_a_colour_is_that_of_the_fill(operators: str, colour: int) -> None:
    drawn = draw(text("teinte", before=operators), resources="/ExtGState << /G1 << /ca 0.5 >> >>")
    shown = word(drawn, "teinte").colour
    assert all(
        abs((shown >> byte & 255) - (colour >> byte & 255)) <= (40 if " k" in operators else 1)
        for byte in (0, 8, 16, 24)
    )


def test_every_word_has_its_own_style() -> None:
    table = words(
        draw(text("un", before="1 0 0 rg") + text("deux", y=600, size=9) + text("trois", y=500, before="3 Tr"))
    )
    assert table.text == ("un", "deux", "trois")
    assert table.size == (12, 9, 12)
    assert table.mode == (0, 0, 3)
    assert table.colour[0] == 0xFF0000FF


@pytest.mark.parametrize("mode", range(8))
def test_a_render_mode_is_kept(mode: int) -> None:
    assert word(draw(text("mode", before=f"{mode} Tr")), "mode").mode == mode


# --- images and shapes ------------------------------------------------------------------------------------------------

PAINT_IMAGE = "q 200 0 0 100 50 600 cm /I1 Do Q "


def test_an_image_has_its_box() -> None:
    drawn = draw(PAINT_IMAGE, resources="/XObject << /I1 100 0 R >>", objects={100: IMAGE})
    assert read(drawn).pages[0].images == (Box(50, 142, 250, 242),)


def test_an_image_within_forms_has_its_box() -> None:
    within = {
        100: IMAGE,
        101: form("q 1 0 0 1 10 20 cm " + PAINT_IMAGE + "Q", resources="/XObject << /I1 100 0 R >>"),
        102: form("q 0.5 0 0 0.5 0 0 cm /X1 Do Q", matrix="1 0 0 1 7 0", resources="/XObject << /X1 101 0 R >>"),
    }
    drawn = draw("q 2 0 0 2 0 -500 cm /X2 Do Q", resources="/XObject << /X2 102 0 R >>", objects=within)
    (box,) = read(drawn).pages[0].images
    assert near(box, 74, 842 - 220, 274, 842 - 120)


def test_an_inline_image_counts_and_turns_with_the_page() -> None:
    inline = "q 200 0 0 100 50 600 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q"
    assert read(draw(inline, page="/Rotate 90")).pages[0].images == (Box(600, 50, 700, 250),)


def test_an_image_is_cut_to_the_page() -> None:
    drawn = draw(
        "q 2000 0 0 2000 -500 -500 cm /I1 Do Q q 10 0 0 10 700 0 cm /I1 Do Q",
        resources="/XObject << /I1 100 0 R >>",
        objects={100: IMAGE},
    )
    assert read(drawn).pages[0].images == (Box(0, 0, 595, 842),)


BAND = "0 0 0.4 rg 50 650 400 100 re f "


BLUE = 0x000066FF
BLUE_BAND = Fill(Box(50, 92, 450, 192), BLUE, whole=True)


def first(data: bytes) -> Page:
    return read(data).pages[0]


def test_filled_shapes_are_collected_whatever_the_text() -> None:
    for content in (text("clair", before="1 g"), text("noir"), ""):
        assert first(draw(BAND + content)).fills == (BLUE_BAND,)


def test_only_filled_shapes_as_wide_as_print_are_collected() -> None:
    others = "0 g 0 0 9 9 re S 0 g 0 0 9 9 re n 0 0 500 1.9 re f 0 0 1.9 500 re f 0 600 m 500 600 l f 700 0 9 9 re f "
    assert first(draw(others + BAND)).fills == (BLUE_BAND,)


def test_shapes_stand_in_the_order_in_which_they_are_painted() -> None:
    bands = BAND + "q 1 0 0 rg 60 660 9 9 re f Q /X1 Do 0 1 0 rg 60 660 5 5 re f"
    inner = {100: form("1 0 1 rg 60 660 7 7 re f")}
    page = first(draw(bands, resources="/XObject << /X1 100 0 R >>", objects=inner))
    assert [fill.colour for fill in page.fills] == [BLUE, 0xFF0000FF, 0xFF00FFFF, 0x00FF00FF]


def test_a_shape_like_the_paper_is_collected_where_it_lies_on_another() -> None:
    white = "1 g 60 660 9 9 re f "
    assert first(draw(white)).fills == ()
    assert first(draw(white + BAND)).fills == (BLUE_BAND,)
    assert first(draw(BAND + "1 g 60 500 9 9 re f")).fills == (BLUE_BAND,)
    assert first(draw(BAND + white)).fills == (BLUE_BAND, Fill(Box(60, 173, 69, 182), 0xFFFFFFFF, whole=True))
    assert first(draw(BAND + "0.8 g 60 500 9 9 re f")).fills[1:] == (
        Fill(Box(60, 333, 69, 342), 0xCCCCCCFF, whole=True),
    )


@pytest.mark.parametrize(
    ("content", "whole"),
    [
        ("50 50 m 90 50 l 90 90 l 50 90 l f", True),
        ("50 50 m 50 90 l 90 90 l 90 50 l h f", True),
        ("q 0 2 -2 0 100 0 cm 10 10 9 9 re f Q", True),
        ("50 50 m 90 50 l 90 90 l f", False),
        ("50 50 m 90 50 l 95 90 l 50 90 l f", False),
        ("50 50 m 90 50 l 90 90 l 50 90 l 55 70 l f", False),
        ("50 50 m 90 50 l 90 90 50 90 30 30 c f", False),
        ("50 50 9 9 re 90 90 9 9 re f", False),
        ("q 0.7 0.7 -0.7 0.7 100 0 cm 10 10 9 9 re f Q", False),
        ("q 50 50 20 20 re W n 50 50 40 40 re f Q", True),
        ("q 50 50 m 90 50 l 70 90 l W n 50 50 40 40 re f Q", False),
    ],
)
def test_only_a_rectangle_is_known_to_paint_all_of_its_box(content: str, whole: bool) -> None:
    [fill] = first(draw("0 0 0.4 rg " + content)).fills
    assert (fill.colour, fill.whole) == (BLUE, whole)


def test_a_shape_reaches_no_farther_than_its_clip() -> None:
    content = f"q 60 660 90 30 re W n {BAND} Q q 0 0 9 9 re W n {BAND} Q"
    assert first(draw(content)).fills == (Fill(Box(60, 152, 150, 182), BLUE, whole=True),)


def test_a_gradient_is_of_no_one_colour() -> None:
    gradient = (
        "/Shading << /S1 << /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 500 0] "
        "/Function << /FunctionType 2 /N 1 /Domain [0 1] /C0 [0] /C1 [0.3] >> >> >>"
    )
    drawn = draw("q 50 650 400 100 re W n /S1 sh Q " + text("clair", before="1 g"), resources=gradient)
    assert first(drawn).fills == (Fill(Box(50, 92, 450, 192), None, whole=False),)


def test_a_shape_within_a_form_is_collected() -> None:
    drawn = draw(
        "q 1 0 0 1 0 -50 cm /X1 Do Q " + text("clair", y=650, before="1 g"),
        resources="/XObject << /X1 100 0 R >>",
        objects={100: form(BAND)},
    )
    assert first(drawn).fills == (Fill(Box(50, 142, 450, 242), BLUE, whole=True),)


def test_of_very_many_shapes_the_largest_are_kept() -> None:
    bands = "".join(
        f"0 0 {0.1 + at % 7 / 10:.1f} rg {at % 500} {at // 500} 9 {9 + at / 100} re f " for at in range(1_500)
    )
    fills = first(draw(bands)).fills
    assert len(fills) == MOST_FILLS
    assert min(fill.box.bottom - fill.box.top for fill in fills) > 13.9


# --- text that nobody sees --------------------------------------------------------------------------------------------

FORM = "/XObject << /X1 100 0 R >>"


def unseen(data: bytes) -> tuple[set[str], set[str]]:
    """Return which words of the first page are clipped, and which are covered."""
    page = first(data)
    return {page.words.text[row] for row in page.clipped}, {page.words.text[row] for row in page.covered}


@pytest.mark.parametrize(
    ("content", "clipped"),
    [
        (
            "q 0 0 150 842 re W n " + text("ici loin") + text("au-delà", x=300) + " Q " + text("après", x=400),
            {"au-delà"},
        ),
        ("q 0 0 130 842 re W n " + text("SIRET 110002011") + "Q", {"110002011"}),
        ("q 0 0 595 100 re W* n " + text("dessus") + "Q", {"dessus"}),
        ("q 0 0 m 200 0 l 0 842 l W n " + text("coin", x=150, y=600) + text("hors", x=230) + "Q", {"hors"}),
        ("q 90 690 200 30 re W n 0 0 595 100 re W n " + text("entre") + "Q", {"entre"}),
        ("q 0 0 0 0 re W n " + text("rien") + "Q", {"rien"}),
        ("q 700 0 9 9 re W n " + text("ailleurs") + "Q", {"ailleurs"}),
        ("q 90 690 200 30 re W n " + text("dedans") + "Q " + text("dehors", x=400), set()),
        ("q 100 690 15 30 re W n " + text("bord") + "Q", set()),
    ],
)
def test_words_outside_the_clip_of_their_text_are_told(content: str, clipped: set[str]) -> None:
    assert unseen(draw(content)) == (clipped, set())


def test_a_clip_turns_and_is_cropped_with_its_page() -> None:
    content = "q 0 0 150 842 re W n " + text("ici") + text("loin", x=300) + "Q"
    for page in ("/Rotate 90", "/Rotate 180", "/Rotate 270", "/CropBox [50 100 595 842]"):
        assert unseen(draw(content, page=page)) == ({"loin"}, set())


def test_a_clip_holds_within_forms() -> None:
    inner = form("q 0 0 130 842 re W n " + text("un") + text("deux", x=200) + "Q " + text("trois", x=200, y=600))
    for content, clipped in (
        ("/X1 Do", {"deux"}),
        ("q 0 650 595 100 re W n /X1 Do Q", {"deux", "trois"}),
        ("q 1 0 0 1 50 0 cm 0 0 60 842 re W n /X1 Do Q", {"un", "deux", "trois"}),
    ):
        assert unseen(draw(content, resources=FORM, objects={100: inner})) == (clipped, set())
    outer = form("/X1 Do", resources="/XObject << /X1 101 0 R >>")
    content = "q 0 650 595 100 re W n /X1 Do Q"
    assert unseen(draw(content, resources=FORM, objects={100: outer, 101: inner})) == ({"deux", "trois"}, set())


def test_a_clip_of_thousands_of_points_is_no_clip() -> None:
    points = " ".join(f"{at % 20} {at // 20} l" for at in range(3_000))
    content = f"q 0 0 m {points} W n " + text("loin") + "Q"
    assert unseen(draw(content)) == (set(), set())


@pytest.mark.parametrize(
    ("content", "covered"),
    [
        (text("dessous 12") + "1 g 90 690 200 30 re f ", {"dessous", "12"}),
        (text("dessous") + text("reste", x=300) + BAND.replace("400", "100"), {"dessous"}),
        (text("avant", x=60, y=500) + "1 g 90 690 200 30 re f " + text("dessus"), set()),
        (text("bord") + "1 g 90 690 15 30 re f ", set()),
        (text("cadre") + "0 g 90 690 200 30 re S ", set()),
        (text("courbe") + "1 g 90 690 m 290 690 l 290 720 90 720 90 700 c f ", set()),
        (text("voile") + "/G1 gs 1 g 90 690 200 30 re f ", set()),
        (text("surligné") + "/G2 gs 1 1 0 rg 90 690 200 30 re f ", set()),
        (text("ailleurs") + "q 0 0 50 50 re W n 1 g 90 690 200 30 re f Q ", set()),
        (text("triangle") + "q 0 0 m 595 0 l 595 842 l W n 1 g 90 690 200 30 re f Q ", set()),
        (text("gauche", x=100) + text("droite", x=200) + "q 190 0 99 842 re W n 1 g 90 690 200 30 re f Q ", {"droite"}),
    ],
)
def test_words_under_an_opaque_rectangle_are_told(content: str, covered: set[str]) -> None:
    states = "/ExtGState << /G1 << /ca 0.5 >> /G2 << /BM /Multiply >> >>"
    assert unseen(draw(content, resources=states)) == (set(), covered)


def test_the_order_of_painting_goes_into_forms() -> None:
    inner = form(text("dedans") + "1 g 290 690 200 30 re f ")
    for content, covered in (
        (text("avant", x=300) + "/X1 Do " + text("après", x=400), {"avant"}),
        ("/X1 Do 1 g 90 690 200 30 re f ", {"dedans"}),
        ("1 g 90 690 200 30 re f /X1 Do", set()),
    ):
        assert unseen(draw(content, resources=FORM, objects={100: inner})) == (set(), covered)


def test_a_form_painted_through_a_veil_covers_nothing() -> None:
    inner = form("1 g 90 690 200 30 re f ")
    group = inner.replace(b"/Resources", b"/Group << /S /Transparency >> /Resources")
    for cover, covered in ((inner, {"avant"}), (group, set())):
        assert unseen(draw(text("avant") + "/X1 Do", resources=FORM, objects={100: cover})) == (set(), covered)


def test_an_image_over_text_is_not_known_to_be_opaque() -> None:
    drawn = draw(
        text("SIRET") + "q 200 0 0 30 90 690 cm /I1 Do Q", resources="/XObject << /I1 100 0 R >>", objects={100: IMAGE}
    )
    assert unseen(drawn) == (set(), set())


def test_rows_are_those_of_the_words_on_the_page() -> None:
    content = text("loin", x=-300) + "q 0 0 150 842 re W n " + text("ici") + text("hors", x=300) + "Q"
    assert unseen(draw(content)) == ({"hors"}, set())
    assert unseen(draw(text("loin", x=-300) + text("avant") + "1 g 90 690 200 30 re f ")) == (set(), {"avant"})


def test_forms_within_forms_without_end_are_left() -> None:
    nested = {
        number: form(f"/X{number + 1} Do", resources=f"/XObject << /X{number + 1} {number + 1} 0 R >>")
        for number in range(100, 160)
    }
    nested[160] = form(PAINT_IMAGE)
    own = form("/X1 Do " + text("soi"), resources="/XObject << /X1 100 0 R >>")
    for objects in (nested, {100: own}):
        read(draw("/X1 Do " + text("ici", y=300), resources="/XObject << /X1 100 0 R >>", objects=objects))


# --- the document -----------------------------------------------------------------------------------------------------


def pages(count: int) -> bytes:
    return draw(*(text(f"page {number}") for number in range(1, count + 1)))


def test_the_first_three_pages_are_read_and_four_kept_as_text() -> None:
    document = read(pages(9))
    assert document.page_count == 9
    assert document.scope is PageScope.FIRST_THREE
    assert [page.number for page in document.pages] == [1, 2, 3]
    assert [(page.number, page.text) for page in document.beyond_scope] == [
        (number, f"page {number}") for number in (4, 5, 6, 7)
    ]


def test_the_other_scopes() -> None:
    first_and_last = read(pages(9), scope=PageScope.FIRST_AND_LAST_TWO)
    assert [page.number for page in first_and_last.pages] == [1, 8, 9]
    assert [page.words.text[1] for page in first_and_last.pages] == ["1", "8", "9"]
    assert [page.number for page in first_and_last.beyond_scope] == [2, 3, 4, 5]
    everything = read(pages(9), scope=PageScope.ALL)
    assert len(everything.pages) == 9
    assert everything.beyond_scope == ()
    assert [page.number for page in read(pages(2), scope=PageScope.FIRST_AND_LAST_TWO).pages] == [1, 2]


def test_the_text_beyond_the_scope_is_clean() -> None:
    far = text("engage-", y=700) + text("ment ~", y=686)
    document = read(draw("", "", "", far, to_unicode={0x7E: "\ud83d"}))
    assert document.beyond_scope[0].text == "engage-\nment \ufffd"


def test_the_facts_about_the_file() -> None:
    data = pages(1)
    document = read(data)
    assert (document.byte_size, document.encrypted, document.embedded_files) == (len(data), False, ())
    assert document.file_name is None


def test_embedded_files_are_named() -> None:
    attached = {
        100: stream("/Type /EmbeddedFile", b"<a/>"),
        101: b"<< /Type /Filespec /F (factur-x.xml) /UF (factur-x.xml) /EF << /F 100 0 R >> >>",
        102: b"<< /Type /Filespec /F (d.ods) /UF <"
        + "détail é.ods".encode("utf-16").hex().encode()
        + b"> /EF << /F 100 0 R >> >>",
    }
    names = "/Names << /EmbeddedFiles << /Names [(d) 102 0 R (f) 101 0 R] >> >>"
    assert read(draw(text("a"), catalog=names, objects=attached)).embedded_files == ("détail é.ods", "factur-x.xml")


# --- protected and damaged files --------------------------------------------------------------------------------------


METHODS = [EncryptionMethod.RC4, EncryptionMethod.AES_128, EncryptionMethod.AES_256]


@pytest.mark.parametrize("method", METHODS)
def test_a_file_protected_by_no_password_opens(method: EncryptionMethod) -> None:
    document = read(protected(None, method))
    assert document.encrypted
    assert document.pages[0].words.text == ("SIRET", "12")
    assert read(protected(None, method), password="for another file") == document


@pytest.mark.parametrize("method", METHODS)
def test_a_password_is_asked_for_and_used(method: EncryptionMethod) -> None:
    data = protected("sésame", method)
    with pytest.raises(EncryptedDocument, match="a password is needed"):
        read(data)
    with pytest.raises(EncryptedDocument, match="the password is wrong"):
        read(data, password="other")
    document = read(data, password="sésame")
    assert document.encrypted
    assert document.pages[0].words.text == ("SIRET", "12")
    assert read(data, password="propriétaire").pages == document.pages


def test_a_file_without_pages_is_damaged() -> None:
    with pytest.raises(DamagedDocument, match="no pages"):
        read(draw())


def test_a_file_that_is_no_more_than_a_header_is_damaged() -> None:
    for data in (b"%PDF-1.7", b"%PDF-1.7\n" + b"\0" * 5000, b"%PDF-1.7\ntrailer << /Root 1 0 R >>"):
        with pytest.raises(DamagedDocument, match="<bytes>: damaged"):
            read(data)


def test_a_page_that_cannot_be_read_is_named() -> None:
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>",
        4: b"null",
    }
    with pytest.raises(DamagedDocument, match="page 2 cannot be read"):
        read(write(objects))


def test_a_page_beyond_the_scope_that_cannot_be_read_is_passed_over() -> None:
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R 3 0 R 3 0 R 4 0 R 3 0 R] /Count 5 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>",
        4: b"null",
    }
    document = read(write(objects))
    assert document.page_count == 5
    assert [page.number for page in document.beyond_scope] == [5]


def test_a_truncated_file_is_read_or_refused_without_a_word(capfd: pytest.CaptureFixture[str]) -> None:
    data = draw(text("SIRET 12"), text("deux"), resources="/XObject << /I1 100 0 R >>", objects={100: IMAGE})
    kinds: set[type] = set()
    for length in range(10, len(data), 7):
        try:
            kinds.add(type(read(data[:length])))
        except UnreadableDocument as error:
            kinds.add(type(error))
    assert DamagedDocument in kinds
    assert capfd.readouterr() == ("", "")


# --- several readings -------------------------------------------------------------------------------------------------


def test_two_readings_are_equal() -> None:
    data = draw(BAND + text("clair", before="1 g"), text("deux", x=-300))
    assert read(data) == read(data)


def test_nothing_is_read_without_the_lock(monkeypatch: pytest.MonkeyPatch) -> None:
    held = []

    def load() -> pdfium_api.Pdfium:
        held.append(pdfium_api.LOCK.locked())
        return loaded

    with pdfium_api.LOCK:
        loaded = pdfium_api.load()
    monkeypatch.setattr(pdfium_api, "load", load)
    read(pages(1))
    assert held == [True]
    assert not pdfium_api.LOCK.locked()


def test_a_reading_that_fails_gives_the_lock_back() -> None:
    for _ in range(2):
        with pytest.raises(DamagedDocument):
            read(draw())


def test_threads_read_what_one_thread_reads() -> None:
    files = [draw(*(text(f"F{file} page {page} " * 9, y=60 * page) for page in range(1, 6))) for file in range(8)]
    alone = [read(data) for data in files]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(read, files * 6))
    assert together == alone * 6
