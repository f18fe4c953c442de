"""PDFs drawn by hand, byte by byte: what a library would not write is what a reader has to survive."""

from collections.abc import Mapping, Sequence

from fpdf import FPDF
from fpdf.enums import EncryptionMethod

from chorus_ocr.reading.document import Document, PageScope, Word, WordTable
from chorus_ocr.reading.limits import DEFAULT_LIMITS, Limits
from chorus_ocr.reading.pdfium import PdfiumReader
from chorus_ocr.reading.source import load_source

HELVETICA = "/Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding"

A4 = (0, 0, 595, 842)


def draw(
    *contents: str,
    media_box: Sequence[float] | None = A4,
    page: str = "",
    resources: str = "",
    font: str = HELVETICA,
    to_unicode: Mapping[int, str] | None = None,
    objects: Mapping[int, bytes] | None = None,
    catalog: str = "",
) -> bytes:
    """Return a PDF with one page for each content stream.

    ``page`` and ``catalog``: further entries of the page and catalog dictionaries. ``resources``: further entries of
    the resources, beside the font ``/F1``. ``to_unicode``: which text the codes of that font stand for, in UTF-16
    units, halves of pairs allowed. ``objects``: further objects by number, from 100.
    """
    body: dict[int, bytes] = {}
    kids = " ".join(f"{10 + 2 * index} 0 R" for index in range(len(contents)))
    body[1] = f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode()
    body[2] = f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>".encode()
    body[3] = f"<< {font} {'/ToUnicode 4 0 R' if to_unicode else ''} >>".encode()
    if to_unicode:
        body[4] = stream("", _character_map(to_unicode))
    box = "" if media_box is None else "/MediaBox [" + " ".join(map(str, media_box)) + "]"
    for index, content in enumerate(contents):
        body[10 + 2 * index] = (
            f"<< /Type /Page /Parent 2 0 R {box} {page} /Contents {11 + 2 * index} 0 R "
            f"/Resources << /Font << /F1 3 0 R >> {resources} >> >>"
        ).encode()
        body[11 + 2 * index] = stream("", content.encode("latin-1"))
    return write({**body, **(objects or {})})


def write(objects: Mapping[int, bytes]) -> bytes:
    """Return a PDF of numbered objects, of which number 1 is the catalog."""
    out = bytearray(b"%PDF-1.7\n")
    offsets = {}
    for number in sorted(objects):
        offsets[number] = len(out)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, objects[number])
    size = max(objects) + 1
    table = b"".join(
        b"%010d 00000 n \n" % offsets[number] if number in offsets else b"0000000000 65535 f \n"
        for number in range(size)
    )
    trailer = b"xref\n0 %d\n%btrailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return bytes(out + trailer % (size, table, size, len(out)))


def stream(entries: str, data: bytes) -> bytes:
    return b"<< %b /Length %d >>\nstream\n%b\nendstream" % (entries.encode(), len(data), data)


def text(
    said: str, x: float = 100, y: float = 700, *, size: float = 12, turn: str = "1 0 0 1", before: str = ""
) -> str:
    """Return the operators that set a text in the font ``/F1``, with its base line at ``y``.

    ``turn``: the four numbers of a rotation or a scale. ``before``: operators before the text is shown.
    """
    return f"BT /F1 {size} Tf {turn} {x} {y} Tm {before} <{said.encode('cp1252', 'surrogateescape').hex()}> Tj ET\n"


def form(content: str, *, matrix: str = "1 0 0 1 0 0", resources: str = "") -> bytes:
    """Return a form XObject that has the font ``/F1``."""
    return stream(
        f"/Type /XObject /Subtype /Form /BBox [-2000 -2000 2000 2000] /Matrix [{matrix}] "
        f"/Resources << /Font << /F1 3 0 R >> {resources} >>",
        content.encode("latin-1"),
    )


IMAGE = stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", b"\x80")


def protected(
    user_password: str | None,
    method: EncryptionMethod = EncryptionMethod.AES_256,
    *,
    owner_password: str = "propriétaire",
) -> bytes:
    """Return a PDF that says « SIRET 12 », protected by a user's password or, for everybody, by none."""
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("helvetica", size=12)
    pdf.cell(text="SIRET 12")
    pdf.set_encryption(owner_password=owner_password, user_password=user_password, encryption_method=method)
    return bytes(pdf.output())


def _character_map(to_unicode: Mapping[int, str]) -> bytes:
    pairs = "\n".join(
        f"<{code:02x}> <{said.encode('utf-16-be', 'surrogatepass').hex()}>" for code, said in to_unicode.items()
    )
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Invented def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <ff> endcodespacerange\n{len(to_unicode)} beginbfchar\n{pairs}\nendbfchar\n"
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    ).encode()


def read(
    data: bytes,
    *,
    scope: PageScope = PageScope.FIRST_THREE,
    password: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Document:
    return PdfiumReader().read(load_source(data), scope=scope, password=password, limits=limits)


def words(data: bytes) -> WordTable:
    """Return the words of the first page."""
    return read(data).pages[0].words


def word(data: bytes, said: str) -> Word:
    """Return the one word of the first page that says ``said``."""
    table = words(data)
    assert table.text.count(said) == 1, table.text
    return table[table.text.index(said)]
