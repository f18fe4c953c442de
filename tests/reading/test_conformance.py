"""The two readers read the same page alike; where their engines differ, the difference is written down here.

``test_pdfium.py`` says what is right: here the reference reader is held against the default one, on the same traps.
"""

import math
import re
from collections.abc import Iterator, Mapping
from typing import Final

import pytest
from fpdf.enums import EncryptionMethod

from chorus_ocr.errors import DamagedDocument, EncryptedDocument, UnreadableDocument
from chorus_ocr.reading.document import Box, Document, Fill, Page, PageScope, WordTable
from chorus_ocr.reading.pdfium import PdfiumReader
from chorus_ocr.reading.plumber import PdfplumberReader
from chorus_ocr.reading.reader import Reader
from chorus_ocr.reading.source import load_source
from fixtures.make_invoices import INVOICES
from reading.pdfs import IMAGE, draw, form, protected, stream, text, write
from reading.test_pdfium import BAND, PAINT_IMAGE, UPRIGHT, descriptor, invented_font, pages

READERS: Final[Mapping[str, Reader]] = {"pdfium": PdfiumReader(), "pdfplumber": PdfplumberReader()}

ALONG: Final = 0.15
"""In points: how far apart the two may see the ends of a word on its line. PDFium counts in 32 bits."""

SUBSTITUTED_IN_EMS: Final = 0.25
"""The same in ems, in print of the standard fonts beyond ASCII. Such fonts are not in the file, and each engine has
its own in their place: PDFium's has a bold euro and guillemets up to a ninth of an em wider than the widths that Adobe
publishes, by which pdfminer goes, and each moves what is printed after it by the same operator."""

UNDER_IN_EMS, OVER_IN_EMS = 0.22, 0.2
"""How far apart they may see the lower and the upper side of a word, in ems. PDFium draws its box from the descent of
the font to its ascent, pdfplumber one em up from the descent; of a font that is not in the file (Courier most of all)
they have the descent from different books."""

SIZE: Final = 0.01
"""In points, of the effective size of the font: the same numbers multiplied in 32 and in 64 bits."""

CHANNEL: Final = 1
"""Of 255: the same share rounded from 32 and from 64 bits."""

PRESSED: Final = 82
"""Of 255, for process colours: PDFium asks a profile what cyan ink looks like, pdfminer has none."""


def both(data: bytes, *, scope: PageScope = PageScope.FIRST_THREE, password: str | None = None) -> list[Document]:
    """Return what the default and the reference reader make of a PDF, in this order."""
    return [reader.read(load_source(data), scope=scope, password=password) for reader in READERS.values()]


def channels(colour: int) -> tuple[int, ...]:
    return tuple(colour >> shift & 255 for shift in (24, 16, 8, 0))


def sides(box: Box, angle: int) -> tuple[float, float, float, float]:
    """Return where a word begins and ends on its line, and where its lower and its upper side are."""
    match angle:
        case 90:
            return box.bottom, box.top, box.x1, box.x0
        case 180:
            return box.x1, box.x0, box.top, box.bottom
        case 270:
            return box.top, box.bottom, box.x0, box.x1
        case _:
            return box.x0, box.x1, box.bottom, box.top


def middle(box: Box) -> tuple[float, float]:
    return (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2


def differences(
    default: WordTable, reference: WordTable, *, along: float = 0.0, colour: int = CHANNEL
) -> Iterator[str]:
    """Yield every column in which two tables differ by more than is allowed, word by word.

    ``along``: how far the ends of a word may be apart besides ``ALONG``, in ems.
    """
    if default.text != reference.text:
        yield f"text: {default.text} against {reference.text}"
        return
    for row, said in enumerate(default.text):
        one, other = default[row], reference[row]
        if (one.mode, one.angle) != (other.mode, other.angle):
            yield f"{said}: mode or angle: {one} against {other}"
            continue
        if abs(one.size - other.size) > SIZE:
            yield f"{said}: size {one.size} against {other.size}"
        if any(abs(a - b) > colour for a, b in zip(channels(one.colour), channels(other.colour), strict=True)):
            yield f"{said}: colour {one.colour:08x} against {other.colour:08x}"
        ends = ALONG + along * one.size
        allowed = (ends, ends, UNDER_IN_EMS * one.size, OVER_IN_EMS * one.size)
        apart = zip(sides(one.box, one.angle), sides(other.box, other.angle), allowed, strict=True)
        if one.angle % 90:
            # The box around slanted text has no lower and upper side to speak of: its middle has to do.
            middles = zip(middle(one.box), middle(other.box), strict=True)
            if any(abs(a - b) > UNDER_IN_EMS * one.size for a, b in middles):
                yield f"{said}: {one.box} against {other.box}"
        elif any(abs(a - b) > limit for a, b, limit in apart):
            yield f"{said}: {one.box} against {other.box}"


def alike(one: Box, other: Box) -> bool:
    return all(math.isclose(a, b, abs_tol=0.05) for a, b in zip(one, other, strict=True))


def assert_same_page(default: Page, reference: Page, *, along: float = 0.0, colour: int = CHANNEL) -> None:
    assert default.number == reference.number
    assert (reference.width, reference.height) == pytest.approx((default.width, default.height), abs=0.01)
    assert list(differences(default.words, reference.words, along=along, colour=colour)) == []
    assert list(differences(default.off_page, reference.off_page, along=along, colour=colour)) == []
    assert len(default.images) == len(reference.images)
    assert all(map(alike, sorted(default.images), sorted(reference.images))), (default.images, reference.images)
    assert len(default.fills) == len(reference.fills)
    for ours, theirs in zip(default.fills, reference.fills, strict=True):
        assert ours.colour is not None
        assert theirs.colour is not None
        apart = zip(channels(ours.colour), channels(theirs.colour), strict=True)
        assert all(abs(a - b) <= colour for a, b in apart), (ours, theirs)
        assert alike(ours.box, theirs.box), (ours, theirs)
        assert ours.whole == theirs.whole, (ours, theirs)
    assert (default.clipped, default.covered) == (reference.clipped, reference.covered)
    assert default.unmapped == reference.unmapped
    filled_in = [[(value.name, value.value) for value in page.form_values] for page in (default, reference)]
    assert filled_in[0] == filled_in[1]
    for one, other in zip(default.form_values, reference.form_values, strict=True):
        assert alike(one.box, other.box), (one, other)


FACTS: Final = (
    "page_count",
    "scope",
    "file_name",
    "byte_size",
    "encrypted",
    "embedded_files",
    "embedded_xml",
    "signatures",
    "beyond_scope",
)
"""Of a document, besides its pages."""


def assert_same(
    data: bytes, *, scope: PageScope = PageScope.FIRST_THREE, along: float = 0.0, colour: int = CHANNEL
) -> None:
    """Hold the two readings of a PDF against each other, column by column and fact by fact."""
    default, reference = both(data, scope=scope)
    for fact in FACTS:
        assert getattr(reference, fact) == getattr(default, fact), fact
    assert len(default.pages) == len(reference.pages)
    for one, other in zip(default.pages, reference.pages, strict=True):
        assert_same_page(one, other, along=along, colour=colour)


# --- the same ---------------------------------------------------------------------------------------------------------

UPRIGHT_45 = "0.7071 0.7071 -0.7071 0.7071"
WITH_IMAGE = "/XObject << /I1 100 0 R >>"
NESTED = {
    100: IMAGE,
    101: form("q 1 0 0 1 10 20 cm " + PAINT_IMAGE + "Q", resources=WITH_IMAGE),
    102: form("q 0.5 0 0 0.5 0 0 cm /X1 Do Q", matrix="1 0 0 1 7 0", resources="/XObject << /X1 101 0 R >>"),
}
OPACITY = "/ExtGState << /G1 << /ca 0.5 >> /G2 << /ca 0 >> >>"
IN_FORM = {100: form(text("dedans", x=10, y=10, size=6), matrix="1 0 0 1 50 60")}
FORM = "/XObject << /X1 100 0 R >>"

PAGES: Final[Mapping[str, bytes]] = {
    "one line": draw(text("SIRET : 12")),
    "nothing": draw(""),
    "no text": draw("0 0 100 100 re f"),
    "three pages": draw(text("un"), text("deux"), text("trois", x=300)),
    "a size that a matrix makes": draw("q 2 0 0 2 0 0 cm " + text("grand", x=50, y=300, size=1, turn="9 0 0 9") + "Q"),
    "a narrow size": draw(text("court", turn="0.5 0 0 1")),
    "a negative size": draw(text("droit", size=-12, turn="-1 0 0 -1") + text("envers", x=300, size=-12)),
    "a narrow scale": draw(text("SIRET 12", before="50 Tz") + text("deux", y=600, turn="0 1 -1 0", before="50 Tz")),
    "a scale below nothing": draw(text("SIRET 12", x=300, before="-100 Tz")),
    "a mirrored text": draw(text("SIRET", x=300, turn="-1 0 0 1")),
    "raised text": draw(text("un", before="5 Ts") + text("deux", y=600, turn="0 1 -1 0", before="5 Ts")),
    "words set apart": draw(text("SIRET 12 34", before="20 Tw")),
    "lines by operators": draw("BT /F1 12 Tf 14 TL 100 700 Td (un) Tj (deux) ' 3 1 (trois quatre) \" T* (cinq) Tj ET"),
    "a glyph for two words": draw(text("a~b"), to_unicode={0x7E: "n° 12"}),
    "a form": draw("q 2 0 0 2 100 100 cm /X1 Do Q", resources=FORM, objects=IN_FORM),
    "a form in the state of its page": draw("1 0 0 rg BT 3 Tr ET /X1 Do", resources=FORM, objects=IN_FORM),
    "cropped": draw(text("SIRET", x=150, y=450) + text("loin", x=20, y=20), page="/CropBox [100 100 400 500]"),
    "cropped beyond": draw(text("SIRET", x=50, y=450), page="/CropBox [-100 -100 400 5000]"),
    "cropped to nothing": draw(text("SIRET", x=50, y=450), page="/CropBox [7 7 7 7]"),
    "away from the origin": draw(text("SIRET", x=-150, y=1450), media_box=(-200, 1000, 100, 1500)),
    "corners in another order": draw(text("SIRET", x=-150, y=1450), media_box=(100, 1500, -200, 1000)),
    "no media box": draw(text("SIRET"), media_box=None),
    "an absurd media box": draw(text("SIRET"), media_box=None, page="/MediaBox [0 0 0 842]"),
    "text at 90": draw(text("SIRET 12", x=300, y=400, turn="0 1 -1 0")),
    "text at 180": draw(text("SIRET 12", x=300, y=400, turn="-1 0 0 -1")),
    "text at 270": draw(text("SIRET 12", x=300, y=400, turn="0 -1 1 0")),
    "text in several directions": draw(
        text("droit", y=500) + text("marge", x=20, turn="0 1 -1 0") + text("encore", x=150, y=500)
    ),
    "slanted text": draw(text("DUPLICATA DE FACTURE", x=200, y=400, size=40, turn=UPRIGHT_45)),
    "a small tilt": draw(text("SIRET : 12 345", turn="0.9999 0.0140 -0.0140 0.9999")),
    "off the page": draw(
        text("ici") + text("gauche", x=-200) + text("haut", y=900) + text("bas", y=-40) + text("droite", x=580, size=30)
    ),
    "over the edge": draw(text("bord", x=570)),
    "a little kerning": draw("BT /F1 12 Tf 100 700 Td [(4) -120 (470,06)] TJ ET"),
    "a space without a glyph": draw("BT /F1 12 Tf 100 700 Td [(4) -200 (470,06)] TJ ET"),
    "invisible characters": draw(text("SI~RET~ ~ 12 ~34"), to_unicode={0x7E: "\u200b"}),
    "a soft hyphen": draw(text("F~12"), to_unicode={0x7E: "\u00ad"}),
    "a ligature in two letters": draw(text("e~ectif ~"), to_unicode={0x7E: "ff"}),
    "a ligature": draw(text("e~ectif"), to_unicode={0x7E: "\ufb00"}),
    "half a surrogate pair": draw(text("~ 01 SIRET 12"), to_unicode={0x7E: "\ud83d"}),
    "broken at the end of a line": draw(text("engage-", y=700) + text("ment 12", y=686)),
    "bold by drawing twice": draw(text("Total 11") + text("Total 11", x=100.3)),
    "small print": draw(text("appelle 1111 ....", size=2)),
    "columns in one operator": draw("BT /F1 12 Tf 400 200 Td [(TVA) 14000 (Libell\\351)] TJ ET"),
    "black": draw(text("teinte")),
    "red": draw(text("teinte", before="1 0 0 rg")),
    "grey": draw(text("teinte", before="0.2 g")),
    "half opaque": draw(text("teinte", before="0 0 1 rg /G1 gs"), resources=OPACITY),
    "transparent": draw("q /G2 gs " + text("rien") + "Q " + text("fini", y=300), resources=OPACITY),
    "styles in turn": draw(
        text("un", before="1 0 0 rg") + text("deux", y=600, size=9) + text("trois", y=500, before="3 Tr")
    ),
    "an image": draw(PAINT_IMAGE, resources=WITH_IMAGE, objects={100: IMAGE}),
    "an image in forms": draw("q 2 0 0 2 0 -500 cm /X2 Do Q", resources="/XObject << /X2 102 0 R >>", objects=NESTED),
    "an inline image": draw("q 200 0 0 100 50 600 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q", page="/Rotate 90"),
    "images over the edge": draw(
        "q 2000 0 0 2000 -500 -500 cm /I1 Do Q q 10 0 0 10 700 0 cm /I1 Do Q",
        resources=WITH_IMAGE,
        objects={100: IMAGE},
    ),
    "light text on a band": draw(BAND + text("clair", before="1 g")),
    "dark text on a band": draw(BAND + text("noir")),
    "light text off the page": draw(BAND + text("loin", x=-300, before="1 g")),
    "shapes that are not dark": draw(
        "0.9 g 0 0 9 9 re f 0 g 0 0 9 9 re S 0 g 0 0 9 9 re n " + BAND + text("clair", before="1 g")
    ),
    "a band filled by the old operator": draw(BAND.replace("re f ", "re F ") + text("clair", before="1 g")),
    "a band within a form": draw(
        "q 1 0 0 1 0 -50 cm /X1 Do Q " + text("clair", y=650, before="1 g"), resources=FORM, objects={100: form(BAND)}
    ),
    "shapes one over the other": draw(BAND + "1 0 0 rg 60 660 9 9 re f 1 g 62 662 5 5 re f 0 g 0 0 500 1 re f"),
    "shapes of all kinds": draw(
        "0.5 g 50 50 m 90 50 l 90 90 l 50 90 l f 0 g 90 50 m 70 90 l 50 50 l f 1 0 0 rg 50 50 9 9 re 90 90 9 9 re f "
        "0 1 0 rg 50 50 m 90 50 l 90 60 60 70 50 70 c f q 0.7 0.7 -0.7 0.7 100 0 cm 10 10 9 9 re f Q"
    ),
    "shapes in forms": draw(BAND + "/X1 Do 0 1 0 rg 0 0 9 9 re f", resources=FORM, objects={100: form(BAND)}),
    "a shape beyond its clip": draw(f"q 60 660 90 30 re W n {BAND} Q q 0 0 9 9 re W n {BAND} Q"),
    "a shape through a triangle": draw(f"q 60 660 m 90 660 l 70 700 l W n {BAND} Q"),
    "clipped text": draw("q 0 0 150 842 re W n " + text("ici") + text("loin", x=300) + "Q " + text("après", x=400)),
    "a clip within a clip": draw(
        "q 90 690 200 30 re W* n 0 0 595 600 re W n " + text("un") + "Q q 0 0 9 9 re W S " + text("deux", y=300) + "Q"
    ),
    "a clip to nothing": draw("q 0 0 0 0 re W n " + text("rien") + "Q q W n " + text("tout", y=500) + "Q"),
    "a clip on a turned page": draw(
        "q 0 0 150 842 re W n " + text("ici") + text("loin", x=300) + "Q", page="/Rotate 90 /CropBox [50 100 595 842]"
    ),
    "clips in forms": draw(
        "q 0 650 595 100 re W n 2 0 0 1 0 0 cm /X1 Do Q",
        resources=FORM,
        objects={100: form("q 0 0 80 842 re W n " + text("un", x=60) + text("deux") + "Q " + text("trois", y=500))},
    ),
    "a form that ends at its box": draw(
        "/X1 Do",
        resources=FORM,
        objects={100: form(text("un") + text("deux", x=300)).replace(b"-2000 -2000 2000 2000", b"0 0 200 2000")},
    ),
    "covered text": draw(text("dessous 12") + "1 g 90 690 200 30 re f " + text("dessus", x=95, y=705, size=9)),
    "text under what is no cover": draw(
        text("a") + "0 g 90 690 40 30 re S 1 g 90 690 m 290 690 l 290 720 90 720 90 700 c f /G1 gs 90 690 40 30 re f",
        resources=OPACITY,
    ),
    "marked text": draw(
        text("a") + "q /G1 gs 1 1 0 rg 90 690 40 30 re f Q q /G2 gs 90 690 40 30 re f Q",
        resources="/ExtGState << /G1 << /BM /Multiply >> /G2 << /BM [/Darken /Normal] >> >>",
    ),
    "text no longer marked": draw(
        text("a") + "/G1 gs /G2 gs 1 1 0 rg 90 690 40 30 re f",
        resources="/ExtGState << /G1 << /BM /Multiply >> /G2 << /BM /Normal >> >>",
    ),
    "text under a group": draw(
        text("a") + "/X1 Do",
        resources=FORM,
        objects={
            100: form("1 g 90 690 40 30 re f").replace(b"/Resources", b"/Group << /S /Transparency >> /Resources")
        },
    ),
    "text under a form": draw(text("a") + "/X1 Do", resources=FORM, objects={100: form("1 g 90 690 40 30 re f")}),
    "pages beyond the scope": draw(*(text(f"page {number}") for number in range(1, 10))),
}


SUBSTITUTED: Final[Mapping[str, bytes]] = {
    "no-break spaces": draw(text("4~470,06~€"), to_unicode={0x7E: "\u202f"}),
    "the euro of a standard font": draw(text("1 200,00 € TTC, soit 200,00 € de TVA")),
    "another standard font": draw(
        text("1 200,00 € TTC"), font="/Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding"
    ),
    "an impossible ascent": draw(
        text("SIRET", x=300), font=invented_font(), objects={101: descriptor(ascent=5000, descent=-900)}
    ),
    "a soft hyphen that is not drawn": draw(
        text("fac~ture"),
        font=invented_font("/Encoding << /BaseEncoding /WinAnsiEncoding /Differences [126 /space] >>", last_width=0),
        to_unicode={0x7E: "\u00ad"},
        objects=UPRIGHT,
    ),
}
"""Pages in fonts that are not in the file, with characters whose widths each engine takes from its own book."""


@pytest.mark.parametrize("name", PAGES)
def test_both_read_the_same_page(name: str) -> None:
    assert_same(PAGES[name])


@pytest.mark.parametrize("name", SUBSTITUTED)
def test_both_read_the_same_page_in_fonts_that_are_not_there(name: str) -> None:
    assert_same(SUBSTITUTED[name], along=SUBSTITUTED_IN_EMS)


@pytest.mark.parametrize("rotate", [0, 90, 180, 270, -90, 450])
@pytest.mark.parametrize("crop", ["", "/CropBox [50 100 400 750]"])
def test_both_turn_and_crop_a_page(rotate: int, crop: str) -> None:
    drawn = BAND + text("SIRET : 12", before="1 g") + text("marge", x=60, y=300, turn="0 1 -1 0") + PAINT_IMAGE
    assert_same(draw(drawn, page=f"/Rotate {rotate} {crop}", resources=WITH_IMAGE, objects={100: IMAGE}))


@pytest.mark.parametrize("mode", range(8))
def test_both_see_the_render_mode(mode: int) -> None:
    assert_same(draw(text("mode", before=f"{mode} Tr")))


@pytest.mark.parametrize("operator", ["0 0 0 1 k", "1 0 0 0 k", "0 1 1 0 k", "0.2 0.3 0.4 0.1 k", "0 0 0 0 k"])
def test_both_see_process_colours_nearly_alike(operator: str) -> None:
    assert_same(draw(text("teinte", before=operator)), colour=PRESSED)


@pytest.mark.parametrize("scope", PageScope)
def test_both_cover_a_scope(scope: PageScope) -> None:
    assert_same(pages(9), scope=scope)


NAMES = sorted(path.stem for path in INVOICES.glob("*.pdf"))


@pytest.mark.parametrize("name", [name for name in NAMES if name != "password"])
def test_both_read_the_invoices_of_the_project(name: str) -> None:
    assert_same((INVOICES / f"{name}.pdf").read_bytes(), along=SUBSTITUTED_IN_EMS)


def test_both_name_embedded_files() -> None:
    attached = {
        100: stream("/Type /EmbeddedFile", b"<a/>"),
        101: b"<< /Type /Filespec /F (factur-x.xml) /UF (factur-x.xml) /EF << /F 100 0 R >> >>",
        102: b"<< /Type /Filespec /F (d.ods) /UF <"
        + "détail é.ods".encode("utf-16").hex().encode()
        + b"> /EF << /F 100 0 R >> >>",
        103: b"<< /Names [(d) 102 0 R] >>",
        104: b"<< /Names [(f) 101 0 R] >>",
    }
    for names in ("/Names [(d) 102 0 R (f) 101 0 R]", "/Kids [103 0 R 104 0 R]"):
        data = draw(text("a"), catalog=f"/Names << /EmbeddedFiles << {names} >> >>", objects=attached)
        assert_same(data)
        assert both(data)[1].embedded_files == ("détail é.ods", "factur-x.xml")


# --- protected and damaged files --------------------------------------------------------------------------------------


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
@pytest.mark.parametrize("method", [EncryptionMethod.RC4, EncryptionMethod.AES_128, EncryptionMethod.AES_256])
class TestPasswords:
    def test_none_opens(self, reader: Reader, method: EncryptionMethod) -> None:
        source = load_source(protected(None, method))
        document = reader.read(source)
        assert document.encrypted
        assert document.pages[0].words.text == ("SIRET", "12")
        assert reader.read(source, password="for another file") == document
        assert reader.read(source, password="pour un autre, à 5 €") == document

    def test_one_is_asked_for_and_used(self, reader: Reader, method: EncryptionMethod) -> None:
        source = load_source(protected("sésame", method))
        with pytest.raises(EncryptedDocument, match="a password is needed"):
            reader.read(source)
        for wrong in ("other", "5 €"):
            with pytest.raises(EncryptedDocument, match="the password is wrong"):
                reader.read(source, password=wrong)
        document = reader.read(source, password="sésame")
        assert document.encrypted
        assert document.pages[0].words.text == ("SIRET", "12")
        assert reader.read(source, password="propriétaire").pages == document.pages


@pytest.mark.parametrize("method", [EncryptionMethod.RC4, EncryptionMethod.AES_128])
def test_both_try_a_password_as_utf_8(method: EncryptionMethod) -> None:
    # The older methods hash bytes, and leave open of which encoding: this file was made with those of UTF-8.
    source = load_source(protected("sésame".encode().decode("latin-1"), method))
    for reader in READERS.values():
        assert reader.read(source, password="sésame").pages[0].words.text == ("SIRET", "12")


def test_both_say_that_a_protection_is_unknown() -> None:
    encrypted = b"<< /Filter /Invented /V 1 /R 2 /O <00> /U <00> /P -4 >>"
    data = draw(text("a"), objects={100: encrypted}).replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt 100 0 R")
    for reader in READERS.values():
        with pytest.raises(EncryptedDocument, match="protected in a way that the reader does not know"):
            reader.read(load_source(data))


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
def test_what_is_no_document_is_damaged(reader: Reader) -> None:
    with pytest.raises(DamagedDocument, match="<bytes>: no pages"):
        reader.read(load_source(draw()))
    for data in (b"%PDF-1.7", b"%PDF-1.7\n" + b"\0" * 5000):
        with pytest.raises(DamagedDocument, match="<bytes>: damaged"):
            reader.read(load_source(data))


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
def test_a_truncated_file_is_read_or_refused_without_a_word(reader: Reader, capfd: pytest.CaptureFixture[str]) -> None:
    data = draw(text("SIRET 12"), text("deux"), resources=WITH_IMAGE, objects={100: IMAGE})
    kinds: set[type] = set()
    for length in range(10, len(data), 7):
        try:
            kinds.add(type(reader.read(load_source(data[:length]))))
        except UnreadableDocument as error:
            kinds.add(type(error))
    assert kinds == {Document, DamagedDocument}
    assert capfd.readouterr() == ("", "")


# --- where the engines differ -----------------------------------------------------------------------------------------


def said(data: bytes) -> tuple[tuple[str, ...], ...]:
    """Return the words of the first page as each reader has them, the default one first."""
    return tuple(document.pages[0].words.text for document in both(data))


@pytest.mark.parametrize("method", [EncryptionMethod.RC4, EncryptionMethod.AES_128])
def test_an_empty_password_of_the_owner_opens_for_the_reference_reader_alone(method: EncryptionMethod) -> None:
    source = load_source(protected("sésame", method, owner_password=""))
    with pytest.raises(EncryptedDocument, match="a password is needed"):
        READERS["pdfium"].read(source)
    assert READERS["pdfplumber"].read(source).pages[0].words.text == ("SIRET", "12")


@pytest.mark.parametrize("spacing", [2, 6, 14])
def test_letter_spaced_text_is_one_word_for_the_default_reader_alone(spacing: float) -> None:
    # PDFium compares the gap with those around it; pdfplumber only with the size.
    assert said(draw(text("FACTURE", before=f"{spacing} Tc"))) == (("FACTURE",), tuple("FACTURE"))


@pytest.mark.parametrize("space", ["202F", "00A0"])
def test_a_space_under_another_name_parts_words_for_the_reference_reader_alone(space: str) -> None:
    # Office software prints a space and says beside it that it is a narrow one. PDFium goes by what is said, takes
    # such a space for none, and finds no gap wide enough; pdfminer goes by what is printed.
    drawn = (
        "BT 100 700 Td /F1 12 Tf (4) Tj ET "
        f"BT /Span << /ActualText <FEFF{space}> >> BDC 106.7 700 Td /F1 12 Tf ( ) Tj EMC ET "
        "BT 108.3 700 Td /F1 12 Tf (470,06) Tj ET"
    )
    assert said(draw(drawn)) == (("4470,06",), ("4", "470,06"))


def test_text_that_the_file_says_differently_is_heard_by_the_default_reader_alone() -> None:
    drawn = "BT /F1 12 Tf 100 700 Td (12) Tj /Span << /ActualText <FEFF0054> >> BDC (xyz) Tj EMC (34) Tj ET"
    assert said(draw(drawn)) == (("12T34",), ("12xyz34",))


def test_a_control_character_that_unicode_calls_a_space_parts_words_for_the_reference_reader_alone() -> None:
    assert said(draw(text("a~b"), to_unicode={0x7E: "\u0085"})) == (("a\u0085b",), ("a", "b"))


def test_a_code_without_a_character_has_a_width_for_the_default_reader_alone() -> None:
    documents = both(draw(text("e\x1cectif A"), font="/Type /Font /Subtype /Type1 /BaseFont /Helvetica"))
    default, reference = (document.pages[0].words for document in documents)
    assert default.text == reference.text == ("e\ufffdectif", "A")
    assert default.x0[1] - reference.x0[1] == pytest.approx(12 * 0.278, abs=0.1)


def test_text_from_right_to_left_is_in_its_own_order_for_the_default_reader_alone() -> None:
    letters = {0x61: "\u05d0", 0x62: "\u05d1", 0x63: "\u05d2"}
    assert said(draw(text("abc"), to_unicode=letters)) == (("\u05d2\u05d1\u05d0",), ("\u05d0\u05d1\u05d2",))


def test_fonts_without_a_character_map_are_guessed_by_the_default_reader_alone() -> None:
    # A font whose codes are glyph numbers, as some converters leave it: PDFium takes the codes for characters.
    descendant = (
        "/Type /Font /Subtype /CIDFontType2 /BaseFont /Invented /FontDescriptor 101 0 R /DW 600 "
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
    )
    objects = {**UPRIGHT, 102: f"<< {descendant} >>".encode()}
    font = "/Type /Font /Subtype /Type0 /BaseFont /Invented /Encoding /Identity-H /DescendantFonts [102 0 R]"
    default, reference = said(draw("BT /F1 12 Tf 100 700 Td <004600310032> Tj ET", font=font, objects=objects))
    assert (default, reference) == (("F12",), ("\ufffd\ufffd\ufffd",))


@pytest.mark.parametrize(
    ("operators", "default", "reference"),
    [
        ("/Spot cs 1 scn", 0xFF0000FF, 0x000000FF),  # the strength of an ink is known, not its hue
        ("/Spot cs 0 scn", 0xFFFFFFFF, 0xFFFFFFFF),
        ("/Palette cs 1 sc", 0x0000FFFF, 0x000000FF),  # what a palette holds is not
        ("/Lab cs 50 80 0 sc", 0xEA0079FF, 0x808080FF),  # the lightness is
        ("/Pattern cs /P1 scn", 0xBFBFBFFF, 0x000000FF),
        ("/Profile cs 0 1 0 sc", 0x00FF00FF, 0x00FF00FF),
        ("/Spot cs", 0x000000FF, 0x000000FF),
    ],
)
def test_colours_that_the_file_explains_are_known_to_the_default_reader_alone(
    operators: str, default: int, reference: int
) -> None:
    spaces = (
        "/ColorSpace << /Spot [/Separation /Spot /DeviceRGB "
        "<< /FunctionType 2 /N 1 /Domain [0 1] /C0 [1 1 1] /C1 [1 0 0] >>] "
        "/Palette [/Indexed /DeviceRGB 1 <ff00000000ff>] /Profile [/ICCBased 100 0 R] "
        "/Lab [/Lab << /WhitePoint [0.95 1 1.09] /Range [-100 100 -100 100] >>] >> /Pattern << /P1 101 0 R >>"
    )
    tiles = (
        "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep 1 /YStep 1 /Resources << >>"
    )
    objects = {100: stream("/N 3 /Alternate /DeviceRGB", b"x"), 101: stream(tiles, b"")}
    documents = both(draw(text("teinte", before=operators), resources=spaces, objects=objects))
    assert [document.pages[0].words.colour for document in documents] == [(default,), (reference,)]


def test_gradients_are_seen_by_the_default_reader_alone() -> None:
    # pdfminer passes over them, and follows no clip that would tell how far one reaches.
    gradient = (
        "/Shading << /S1 << /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 500 0] "
        "/Function << /FunctionType 2 /N 1 /Domain [0 1] /C0 [0] /C1 [0.3] >> >> >>"
    )
    drawn = draw("q 50 650 400 100 re W n /S1 sh Q " + text("clair", before="1 g"), resources=gradient)
    assert [document.pages[0].fills for document in both(drawn)] == [
        (Fill(Box(50, 92, 450, 192), None, whole=False),),
        (),
    ]


def test_a_font_that_hides_its_size_is_measured_by_its_own_box() -> None:
    # The default reader measures the character; pdfminer keeps no shape of it, and the box of the font has to do.
    glyph = stream("", b"6 0 0 0 6 8 d1 0 0 5 8 re f")
    drawn_font = (
        "/Type /Font /Subtype /Type3 /FontBBox [0 0 6 8] /FontMatrix [1 0 0 1 0 0] /FirstChar 65 /LastChar 67 "
        "/Widths [6 6 6] /Encoding << /Differences [65 /A /B /C] >> /CharProcs << /A 101 0 R /B 101 0 R /C 101 0 R >>"
    )
    documents = both(draw("BT /F1 1 Tf 100 700 Td (ABC) Tj ET", font=drawn_font, objects={101: glyph}))
    for document in documents:
        word = document.pages[0].words[0]
        assert word.text == "ABC"
        assert word.size == pytest.approx(7, abs=0.5)
        assert (word.box.x0, word.box.x1) == pytest.approx((100, 118), abs=1)
        assert (word.box.top, word.box.bottom) == pytest.approx((134, 142), abs=0.5)


def test_a_hole_among_the_pages_is_an_error_for_the_default_reader_alone() -> None:
    # pdfminer lists the pages that it finds; PDFium believes the count, and misses the one that is not there.
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>",
        4: b"null",
    }
    with pytest.raises(DamagedDocument, match="page 2 cannot be read"):
        READERS["pdfium"].read(load_source(write(objects)))
    assert READERS["pdfplumber"].read(load_source(write(objects))).page_count == 1


def test_a_page_listed_twice_is_two_pages_for_the_default_reader_alone() -> None:
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 2 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>",
    }
    assert [document.page_count for document in both(write(objects))] == [2, 1]


def test_a_stream_that_does_not_say_its_length_is_mended_by_the_default_reader_alone() -> None:
    drawn = draw(text("SIRET"))
    [length] = re.findall(rb"/Length \d+", drawn)
    assert said(drawn) == (("SIRET",), ("SIRET",))
    assert said(drawn.replace(length, b" " * len(length))) == (("SIRET",), ())


def test_coordinates_beyond_all_numbers_are_off_the_page_for_both() -> None:
    absurd = "9" * 60
    for content in (
        text("loin", turn=f"{absurd} 0 0 {absurd}") + text("ici", y=300),
        f"q {absurd} 0 0 {absurd} {absurd} {absurd} cm " + text("loin") + "Q " + text("ici", y=300),
    ):
        for document in both(draw(content)):
            page = document.pages[0]
            assert page.words.text == ("ici",)
            for table in (page.words, page.off_page):
                assert all(
                    math.isfinite(value) for row in range(len(table)) for value in (*table.box(row), table.size[row])
                )


def test_the_tolerances_would_see_a_difference() -> None:
    (one, _), (other, _) = both(draw(text("SIRET"))), both(draw(text("SIRET", x=100.5)))
    assert [each.partition(":")[0] for each in differences(one.pages[0].words, other.pages[0].words)] == ["SIRET"]
    (red, _) = both(draw(text("SIRET", before="1 0 0 rg")))
    assert "colour" in next(differences(one.pages[0].words, red.pages[0].words))
    (large, _) = both(draw(text("SIRET", size=12.5)))
    assert "size" in next(differences(one.pages[0].words, large.pages[0].words))
    assert "text" in next(differences(one.pages[0].words, both(draw(text("SIREN")))[1].pages[0].words))
