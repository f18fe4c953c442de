"""What a PDF carries besides the print of its pages: signatures, attached XML, values of form fields, fonts that tell
no meaning. Both readers are held to the same; where their engines differ, the difference is written down here."""

import io
import pickle
import zlib
from collections.abc import Mapping, Sequence
from typing import Final

import pytest
from pypdf import PdfWriter

import chorus_ocr
from chorus_ocr.errors import LimitExceeded
from chorus_ocr.reading.attached import UNPACKED_BYTES, XML_BYTES, XML_FILES
from chorus_ocr.reading.document import Box, Document, EmbeddedXml, FormValue
from chorus_ocr.reading.limits import Limits
from chorus_ocr.reading.pdfium import PdfiumReader
from chorus_ocr.reading.plumber import PdfplumberReader
from chorus_ocr.reading.reader import Reader
from chorus_ocr.reading.source import load_source
from reading.pdfs import draw, stream, text
from reading.test_pdfium import UPRIGHT, invented_font
from test_costs import engine_calls
from tuning.corpora import SHARED, WITHOUT_SHARED

READERS: Final[Mapping[str, Reader]] = {"pdfium": PdfiumReader(), "pdfplumber": PdfplumberReader()}

both_readers = pytest.mark.parametrize("reader", READERS.values(), ids=READERS)


def read(reader: Reader, data: bytes, limits: Limits | None = None) -> Document:
    return reader.read(load_source(data), limits=limits or Limits())


def told(document: Document) -> list[tuple[str, str]]:
    return [(each.name, each.value) for page in document.pages for each in page.form_values]


# Attached XML


def attached(*files: tuple[str, bytes], entries: str = "/UF", streams: Mapping[int, bytes] | None = None) -> bytes:
    """Return a PDF with files of these names, whose content are these streams."""
    objects = {}
    for index, (name, content) in enumerate(files):
        objects[200 + 2 * index] = content
        objects[201 + 2 * index] = (
            f"<< /Type /Filespec /F ({name}) {entries} ({name}) /EF << /F {200 + 2 * index} 0 R >> >>".encode()
        )
    names = " ".join(f"({index:04}) {201 + 2 * index} 0 R" for index in range(len(files)))
    catalog = f"/Names << /EmbeddedFiles << /Names [{names}] >> >>"
    return draw(text("a"), catalog=catalog, objects={**objects, **(streams or {})})


def plain(data: bytes) -> bytes:
    return stream("/Type /EmbeddedFile", data)


def deflated(data: bytes, *, times: int = 1) -> bytes:
    for _ in range(times):
        data = zlib.compress(data, 9)
    return stream(f"/Type /EmbeddedFile /Filter [{'/FlateDecode ' * times}]", data)


def contents(document: Document) -> list[tuple[str, bytes]]:
    return [(each.name, each.data) for each in document.embedded_xml]


@both_readers
def test_xml_is_read_and_other_files_are_named(reader: Reader) -> None:
    data = attached(
        ("factur-x.xml", deflated(b"<a/>")), ("detail.ods", plain(b"ods")), ("AUTRE.XML", plain("<é/>".encode()))
    )
    document = read(reader, data)
    assert document.embedded_files == ("factur-x.xml", "detail.ods", "AUTRE.XML")
    assert document.embedded_xml == (
        EmbeddedXml(name="factur-x.xml", data=b"<a/>"),
        EmbeddedXml(name="AUTRE.XML", data="<é/>".encode()),
    )
    assert "<a/>" not in repr(document)


@both_readers
def test_a_file_without_any_has_none(reader: Reader) -> None:
    document = read(reader, draw(text("a")))
    assert (document.embedded_xml, document.signatures) == ((), 0)
    assert (document.pages[0].form_values, document.pages[0].unmapped) == ((), 0)


@both_readers
@pytest.mark.parametrize(
    "content",
    [
        plain(b""),
        b"null",
        b"(a string)",
        b"<< >>",
    ],
    ids=["empty", "missing", "no stream", "no stream either"],
)
def test_content_that_cannot_be_had_is_left_out(reader: Reader, content: bytes) -> None:
    document = read(reader, attached(("a.xml", content), ("b.xml", plain(b"<b/>"))))
    assert document.embedded_files == ("a.xml", "b.xml")
    assert contents(document) == [("b.xml", b"<b/>")]


@pytest.mark.parametrize("kind", ["FlateDecode", "Invented"])
def test_content_that_cannot_be_unpacked_is_handed_on_by_the_default_reader_alone(kind: str) -> None:
    data = attached(("a.xml", stream(f"/Filter /{kind}", b"packed")), ("b.xml", plain(b"<b/>")))
    default, reference = (contents(read(reader, data)) for reader in READERS.values())
    assert default == [("a.xml", b"packed"), *reference]
    assert reference == [("b.xml", b"<b/>")]


@both_readers
@pytest.mark.parametrize(
    ("entries", "data"),
    [
        ("/Filter /ASCIIHexDecode", b"3C 61 2F 3E>"),
        ("/Filter /ASCII85Decode", b"4CKm,~>"),
        ("/Filter [/ASCIIHexDecode /FlateDecode]", zlib.compress(b"<a/>").hex().encode() + b">"),
        ("/Filter /FlateDecode /DecodeParms << /Predictor 1 >>", zlib.compress(b"<a/>")),
    ],
)
def test_content_may_be_packed_in_several_ways(reader: Reader, entries: str, data: bytes) -> None:
    assert contents(read(reader, attached(("a.xml", stream(entries, data))))) == [("a.xml", b"<a/>")]


@both_readers
def test_content_in_all_is_bounded(reader: Reader) -> None:
    half = b"<" + b"a" * (XML_BYTES // 2 - 1)
    whole = attached(("a.xml", deflated(half)), ("b.xml", deflated(half)), ("c.xml", plain(b"<c/>")))
    document = read(reader, whole)
    assert [(name, len(data)) for name, data in contents(document)] == [("a.xml", len(half)), ("b.xml", len(half))]
    assert document.embedded_files == ("a.xml", "b.xml", "c.xml")


@both_readers
def test_the_number_of_files_is_bounded(reader: Reader) -> None:
    files = [(f"{number}.xml", plain(b"<a/>")) for number in range(XML_FILES + 1)]
    document = read(reader, attached(("first.txt", plain(b"a")), *files))
    assert [name for name, _ in contents(document)] == [f"{number}.xml" for number in range(XML_FILES)]
    assert len(document.embedded_files) == XML_FILES + 2


SPACES: Final = b" " * (UNPACKED_BYTES + 1)

BOMBS: Final[Mapping[str, bytes]] = {
    "a file": attached(("a.xml", deflated(SPACES))),
    "a file packed twice": attached(("a.xml", deflated(b" " * XML_BYTES * 2, times=2))),
    "a file under another name": attached(("a.xml", plain(b"<a/>")), ("b.txt", deflated(SPACES))),
}


@pytest.mark.parametrize("name", BOMBS)
def test_the_engine_is_not_asked_for_a_file_where_something_unpacks_without_measure(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(BOMBS[name]) < 200_000
    with engine_calls(monkeypatch) as calls:
        document = read(READERS["pdfium"], BOMBS[name])
    assert calls["FPDFAttachment_GetFile"] == 0
    assert (document.embedded_files[0], document.embedded_xml) == ("a.xml", ())


def test_the_engine_is_asked_once_for_what_is_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    long = deflated(b" " * (XML_BYTES + 1))
    with engine_calls(monkeypatch) as calls:
        document = read(READERS["pdfium"], attached(*[(f"{number}.xml", long) for number in range(9)]))
    assert calls["FPDFAttachment_GetFile"] == 1
    assert document.embedded_xml == ()


@both_readers
def test_a_large_file_with_other_things_in_it_keeps_its_xml(reader: Reader) -> None:
    picture = stream("/Filter /FlateDecode", zlib.compress(b"\0" * (UNPACKED_BYTES // 2)))
    data = attached(("a.xml", plain(b"<a/>")), streams={300: picture})
    assert contents(read(reader, data)) == [("a.xml", b"<a/>")]


@both_readers
def test_the_content_of_protected_files_is_left_out(reader: Reader) -> None:
    protected = PdfWriter(clone_from=io.BytesIO(attached(("a.xml", plain(b"<a/>")))))
    protected.encrypt(user_password="", owner_password="propriétaire", algorithm="RC4-128")
    protected.write(out := io.BytesIO())
    document = read(reader, out.getvalue())
    assert document.encrypted
    assert (document.embedded_files, document.embedded_xml) == (("a.xml",), ())


# Signatures

SIGNED: Final = "/FT /Sig /V << /Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 1 2 3] /Contents <3000> >>"


def with_fields(*fields: str, shown: Sequence[int] | None = None, page: str = "", catalog: str = "") -> bytes:
    """Return a PDF with these dictionaries as objects from 100 on, those without a /Parent as its form.

    ``shown``: the numbers of those that stand on its page, all of them if not given.
    """
    objects = {100 + index: f"<< {each} >>".encode() for index, each in enumerate(fields)}
    roots = " ".join(f"{number} 0 R" for number, each in objects.items() if b"/Parent" not in each)
    kids = " ".join(f"{number} 0 R" for number in (objects if shown is None else shown))
    return draw(
        text("a"),
        page=f"/Annots [{kids}] {page}",
        catalog=catalog or f"/AcroForm << /Fields [{roots}] >>",
        objects=objects,
    )


@both_readers
def test_signatures_are_counted_and_places_for_one_are_not(reader: Reader) -> None:
    waiting = "/FT /Sig /T (c)"
    assert read(reader, with_fields(f"{SIGNED} /T (a)", f"{SIGNED} /T (b)", waiting)).signatures == 2
    assert read(reader, with_fields(waiting, "/FT /Tx /T (d) /V (Sig)")).signatures == 0
    assert read(reader, with_fields("/FT /Sig /V << /Type /Sig >>")).signatures == 0


# Values of form fields

WIDGET: Final = "/Type /Annot /Subtype /Widget"


def widget(entries: str, x: float = 100, y: float = 600) -> str:
    return f"{WIDGET} /Rect [{x} {y} {x + 100} {y + 20}] {entries}"


@both_readers
def test_text_and_choices_are_values(reader: Reader) -> None:
    document = read(
        reader,
        with_fields(
            widget("/FT /Tx /T (siret) /V (110 002 011 00044)"),
            widget("/FT /Ch /Ff 131072 /T (service) /V (D4401PAF)", y=500),
            widget("/FT /Ch /T (liste) /V [(un) (deux)] /Opt [(un) (deux)]", y=400),
            widget(f"/FT /Tx /T <{'Numéro'.encode('utf-16').hex()}> /V <{'n° 4 €'.encode('utf-16').hex()}>", y=300),
        ),
    )
    assert told(document) == [
        ("siret", "110 002 011 00044"),
        ("service", "D4401PAF"),
        ("liste", "un"),
        ("Numéro", "n° 4 €"),
    ]
    assert document.pages[0].form_values[0].box == pytest.approx((100, 222, 200, 242), abs=0.01)
    assert document.pages[0].words.text == ("a",)


@both_readers
def test_what_is_no_value_is_left_out(reader: Reader) -> None:
    document = read(
        reader,
        with_fields(
            widget("/FT /Btn /T (case) /V /Oui /AS /Oui"),
            widget(f"{SIGNED} /T (signature)"),
            widget("/FT /Tx /T (vide) /V ()"),
            widget("/FT /Tx /T (blanc) /V (  )"),
            widget("/FT /Tx /T (rien)"),
            widget("/FT /Tx /T (nom) /V /Nom"),
            "/Type /Annot /Subtype /Link /Rect [1 2 3 4] /FT /Tx /T (lien) /V (lien)",
            "/Type /Annot /Subtype /FreeText /Rect [1 2 3 4] /Contents (note)",
        ),
    )
    assert document.pages[0].form_values == ()


@both_readers
def test_what_is_not_shown_is_left_out(reader: Reader) -> None:
    shown = [widget(f"/FT /Tx /T (f{flag}) /V (v{flag}) /F {flag}") for flag in (0, 2, 4, 32, 36)]
    nowhere = [
        widget("/FT /Tx /T (loin) /V (a)", x=2000),
        f"{WIDGET} /Rect [0 0 0 0] /FT /Tx /T (point) /V (b)",
        f"{WIDGET} /FT /Tx /T (sans) /V (c)",
    ]
    assert told(read(reader, with_fields(*shown, *nowhere))) == [("f0", "v0"), ("f4", "v4")]
    assert told(read(reader, with_fields(widget("/FT /Tx /T (autre) /V (a)"), shown=()))) == []


@both_readers
def test_a_value_is_inherited_and_a_name_is_joined(reader: Reader) -> None:
    document = read(
        reader,
        with_fields(
            "/T (acheteur) /FT /Tx /V (par defaut) /Kids [101 0 R 102 0 R]",
            widget("/T (nom) /Parent 100 0 R"),
            "/T (bloc) /FT /Tx /Parent 100 0 R /Kids [103 0 R]",
            widget("/T (siret) /Parent 102 0 R /V (12345)", y=500),
            shown=(101, 103),
        ),
    )
    assert told(document) == [("acheteur.nom", "par defaut"), ("acheteur.bloc.siret", "12345")]


@both_readers
def test_a_field_may_be_shown_in_several_places(reader: Reader) -> None:
    document = read(
        reader,
        with_fields(
            "/T (a) /FT /Tx /V (b) /Kids [101 0 R 102 0 R]",
            widget("/Parent 100 0 R"),
            widget("/Parent 100 0 R", y=500),
            shown=(101, 102),
        ),
    )
    assert told(document) == [("a", "b"), ("a", "b")]


@both_readers
def test_a_value_may_stand_in_a_stream(reader: Reader) -> None:
    data = with_fields(widget("/FT /Tx /T (a) /V 300 0 R"))
    packed = stream("/Filter /FlateDecode", zlib.compress(b"ligne 1\rligne 2"))
    assert told(read(reader, data.replace(b"/V 300 0 R", b"/V 102 0 R"))) == []
    objects = {100: f"<< {widget('/FT /Tx /T (a) /V 101 0 R')} >>".encode(), 101: packed}
    catalog = "/AcroForm << /Fields [100 0 R] >>"
    document = read(reader, draw(text("a"), page="/Annots [100 0 R]", catalog=catalog, objects=objects))
    assert told(document) == [("a", "ligne 1\rligne 2")]


@both_readers
@pytest.mark.parametrize("catalog", ["/AcroForm << /Fields [] >>", "/Lang (fr)"])
def test_a_field_that_the_form_forgot_is_shown_all_the_same(reader: Reader, catalog: str) -> None:
    data = with_fields(
        widget("/FT /Tx /T (siret) /V (12345)"), widget("/FT /Btn /T (case) /V (Oui)", y=500), catalog=catalog
    )
    assert told(read(reader, data)) == [("siret", "12345")]


@both_readers
@pytest.mark.parametrize(("rotate", "expected"), [(0, (90, 672, 190, 692)), (90, (500, 90, 520, 190))])
def test_a_place_is_that_on_the_page_as_shown(reader: Reader, rotate: int, expected: Box) -> None:
    page = f"/Rotate {rotate} /CropBox [10 100 500 792]"
    [value] = read(reader, with_fields(widget("/FT /Tx /T (a) /V (b)", y=100), page=page)).pages[0].form_values
    turned = expected if rotate == 0 else (0, 90, 20, 190)
    assert value.box == pytest.approx(turned, abs=0.01)
    assert value == FormValue(name="a", value="b", box=value.box)


@both_readers
def test_fields_that_go_round_end(reader: Reader) -> None:
    data = with_fields(
        f"/T (a) /FT /Tx /Parent 101 0 R /Kids [101 0 R] {WIDGET} /Rect [1 2 30 40]",
        f"/T (b) /Parent 100 0 R /V (rond) /Kids [100 0 R] {WIDGET} /Rect [1 2 30 40]",
        catalog="/AcroForm << /Fields [100 0 R 101 0 R] >>",
    )
    assert {value for _, value in told(read(reader, data))} <= {"rond"}


@both_readers
def test_many_fields_and_long_values_are_over_the_limits(reader: Reader) -> None:
    long = with_fields(
        f"/T (a) /FT /Tx /V ({'x' * 9_000}) /Kids [{' '.join(f'{number} 0 R' for number in range(101, 131))}]",
        *[widget("/Parent 100 0 R") for _ in range(30)],
        shown=range(101, 131),
    )
    with pytest.raises(LimitExceeded, match=r"page 1: at least 20.{4} characters, where 200000 are allowed"):
        read(reader, long)
    assert len(told(read(reader, long, Limits(characters=300_000)))) == 30
    with pytest.raises(LimitExceeded, match="page 1: at least 31 objects, where 30 are allowed"):
        read(reader, with_fields(*[widget(f"/FT /Tx /T (f{n}) /V (v)") for n in range(31)]), Limits(objects=30))


def test_two_fields_of_one_name_have_one_value_for_the_default_reader_alone() -> None:
    data = with_fields(widget("/FT /Tx /T (a) /V (un)"), widget("/FT /Tx /T (a) /V (deux)", y=500))
    assert [told(read(reader, data)) for reader in READERS.values()] == [
        [("a", "un"), ("a", "un")],
        [("a", "un"), ("a", "deux")],
    ]


# Fonts that tell no meaning

CODES: Final = (
    "/Type /Font /Subtype /Type0 /BaseFont /Invented /Encoding /Identity-H /DescendantFonts [102 0 R]",
    b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Invented /FontDescriptor 101 0 R /DW 600 "
    b"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
)
"""A font whose codes are the numbers of its glyphs, as some converters leave it."""


@both_readers
def test_characters_without_a_meaning_are_counted(reader: Reader) -> None:
    glyphs = draw("BT /F1 12 Tf 100 700 Td <0046003100320020> Tj ET", font=CODES[0], objects={**UPRIGHT, 102: CODES[1]})
    assert read(reader, glyphs).pages[0].unmapped == 4
    control = draw(text("\x1cA"), font="/Type /Font /Subtype /Type1 /BaseFont /Helvetica")
    assert read(reader, control).pages[0].unmapped == 1
    assert read(reader, draw(text("~"), to_unicode={0x7E: "\ue000"})).pages[0].unmapped == 0
    assert read(reader, draw(text("~"), to_unicode={0x7E: "\ud83d"})).pages[0].unmapped == 0


def test_glyphs_under_invented_names_are_counted_by_the_default_reader_alone() -> None:
    data = draw(text("abc"), font=invented_font("/Encoding << /Differences [97 /g1 /g2 /g3] >>"), objects=UPRIGHT)
    assert [read(reader, data).pages[0].unmapped for reader in READERS.values()] == [3, 0]


def test_a_lone_character_within_known_print_is_counted_by_the_reference_reader_alone() -> None:
    data = draw(text("e\x1cectif"), font="/Type /Font /Subtype /Type1 /BaseFont /Helvetica")
    assert [read(reader, data).pages[0].unmapped for reader in READERS.values()] == [0, 1]


# What becomes of them


def test_they_are_the_same_out_of_another_process_and_out_of_a_pickle() -> None:
    data = with_fields(widget("/FT /Tx /T (a) /V (b)"), f"{SIGNED} /T (c)")
    document = chorus_ocr.read(data)
    assert (told(document), document.signatures) == ([("a", "b")], 1)
    assert chorus_ocr.read(data, isolated=True) == document
    document = chorus_ocr.read(attached(("a.xml", deflated(b"<a/>"))))
    assert contents(document) == [("a.xml", b"<a/>")]
    assert pickle.loads(pickle.dumps(document)) == document
    assert hash(document) == hash(chorus_ocr.read(attached(("a.xml", deflated(b"<a/>")))))


# What it costs


def test_files_without_any_cost_a_call_a_fact(monkeypatch: pytest.MonkeyPatch) -> None:
    with engine_calls(monkeypatch) as calls:
        read(READERS["pdfium"], draw(text("SIRET 12"), text("deux"), "0 0 9 9 re f"))
    facts = ("FPDF_GetSignatureCount", "FPDFDoc_GetAttachmentCount", "FPDFPage_GetAnnotCount")
    assert {name: calls[name] for name in facts} == dict(zip(facts, (1, 1, 3), strict=True))
    assert calls["FPDFText_HasUnicodeMapError"] == 2  # of the first character of each piece of print
    assert not [name for name in calls if name.startswith(("FPDFAnnot", "FPDFDOC", "FPDFAttachment", "FPDFSignature"))]


def test_links_are_no_reason_to_gather_the_fields(monkeypatch: pytest.MonkeyPatch) -> None:
    link = "/Type /Annot /Subtype /Link /Rect [1 2 30 40]"
    with engine_calls(monkeypatch) as calls:
        read(READERS["pdfium"], with_fields(link, link))
    assert calls["FPDFPage_GetAnnot"] == calls["FPDFPage_CloseAnnot"] == calls["FPDFAnnot_GetSubtype"] == 2
    assert calls["FPDFDOC_InitFormFillEnvironment"] == 0


def test_all_that_is_opened_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    data = with_fields(*[widget(f"/FT /Tx /T (f{number}) /V (v)") for number in range(5)])
    for limits in (Limits(), Limits(characters=18)):
        with engine_calls(monkeypatch) as calls:
            try:
                read(READERS["pdfium"], data, limits)
            except LimitExceeded:
                assert limits.characters == 18
        assert calls["FPDFPage_GetAnnot"] == calls["FPDFPage_CloseAnnot"] > 2
        assert calls["FPDFDOC_InitFormFillEnvironment"] == calls["FPDFDOC_ExitFormFillEnvironment"] == 1


# The corpus


@pytest.mark.slow
def test_both_see_the_same_facts_in_the_corpus() -> None:
    if not SHARED.is_dir():
        pytest.skip(WITHOUT_SHARED)
    found = 0
    for path in sorted(path for folder in ("made", "real") for path in (SHARED / folder).glob("*.pdf")):
        default, reference = (reader.read(load_source(path)) for reader in READERS.values())
        assert contents(default) == contents(reference), path.name
        assert default.signatures == reference.signatures, path.name
        found += len(default.embedded_xml)
    assert found > 20
