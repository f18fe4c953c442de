"""What a PDF carries besides its pages, through pdfminer: attached files, values of form fields, signatures."""

import codecs
from collections.abc import Iterator, Sequence
from typing import Any

from pdfminer.ascii85 import ascii85decode, asciihexdecode
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdftypes import PDFStream, dict_value, list_value, resolve1
from pdfminer.psparser import PSLiteral, literal_name
from pdfminer.utils import decode_text

from chorus_ocr.reading.attached import XML_BYTES, XML_FILES, inflate, may_be_invoice
from chorus_ocr.reading.document import EmbeddedXml, FormValue
from chorus_ocr.reading.limits import PageLimits
from chorus_ocr.reading.plumber_page import ShownPage
from chorus_ocr.reading.words import clean

MAX_EMBEDDED = 1_000
"""How many nodes of the tree of embedded files are looked at: files made to exhaust a reader have no end of them."""

MAX_PARENTS = 32
"""How many parents of a form field are looked at, for the same reason."""

UNSEEN = 2 | 32
"""The flags of an annotation that is not shown: hidden, or there for print alone."""

Specification = dict[Any, Any]
"""The dictionary that tells of one attached file."""


def attachments(document: PDFDocument) -> Iterator[tuple[str, Specification]]:
    """Yield the names of the files in the tree of names, in its order, and where their content is."""
    names = dict_value(document.catalog.get("Names") or {})
    pending = [resolve1(names.get("EmbeddedFiles"))]
    for _ in range(MAX_EMBEDDED):
        if not pending:
            return
        node = dict_value(pending.pop() or {})
        pending += reversed(list_value(node.get("Kids") or []))
        for specification in map(dict_value, list_value(node.get("Names") or [])[1::2]):
            name = resolve1(specification.get("UF") or specification.get("F"))
            if isinstance(name, bytes):
                yield clean(_decoded(name)), specification


def embedded_xml(document: PDFDocument, attached: Sequence[tuple[str, Specification]]) -> tuple[EmbeddedXml, ...]:
    """Return the content of the attached files that may be an invoice, none of an encrypted document."""
    if document.encryption is not None:
        return ()
    found, room = [], XML_BYTES
    for name, specification in [each for each in attached if may_be_invoice(each[0])][:XML_FILES]:
        data = _content(specification, room)
        if data is None:
            break
        if data:
            found.append(EmbeddedXml(name=name, data=data))
            room -= len(data)
    return tuple(found)


def signatures(document: PDFDocument) -> int:
    """Return how many fields hold a signature. One that waits for it does not count, nor one in a group of fields."""
    form = dict_value(document.catalog.get("AcroForm") or {})
    fields = map(_dictionary, list_value(form.get("Fields") or []))
    held = (_dictionary(field.get("V")) for field in fields if _name(field.get("FT")) == "Sig")
    return sum(bool(resolve1(value.get("Contents"))) for value in held)


def form_values(page: ShownPage, limits: PageLimits) -> Iterator[FormValue]:
    """Yield the values of the fields that are shown on a page. Raises ``LimitExceeded``."""
    annotations = list_value(page.page_obj.annots or [])
    limits.check("objects", len(annotations))
    characters = 0
    for widget in map(_dictionary, annotations):
        flags = resolve1(widget.get("F"))
        if _name(widget.get("Subtype")) != "Widget" or (isinstance(flags, int) and flags & UNSEEN):
            continue
        field = list(_with_parents(widget))
        kind = _name(_inherited(field, "FT"))
        if kind not in ("Tx", "Ch"):
            continue
        value = _inherited(field, "V")
        if value is None and kind == "Ch":
            value = _inherited(field, "DV")
        said = clean(_string(value)).strip()
        name = ".".join(part for each in reversed(field) if (part := clean(_string(each.get("T")))))
        characters += len(name) + len(said)
        limits.check("characters", characters)
        sides = [
            side for each in list_value(widget.get("Rect") or []) if isinstance(side := resolve1(each), int | float)
        ]
        if said and len(sides) == 4:
            (left, right), (bottom, top) = sorted(sides[0::2]), sorted(sides[1::2])
            if box := page.frame.box(left, bottom, right, top):
                yield FormValue(name=name, value=said, box=box)


def _with_parents(field: dict[Any, Any]) -> Iterator[dict[Any, Any]]:
    for _ in range(MAX_PARENTS):
        if not field:
            return
        yield field
        field = _dictionary(field.get("Parent"))


def _inherited(field: Sequence[dict[Any, Any]], key: str) -> object:
    return next((value for each in field if (value := resolve1(each.get(key))) is not None), None)


def _dictionary(value: object) -> dict[Any, Any]:
    """Return what a reference leads to, where that is a dictionary, else an empty one."""
    value = resolve1(value)
    return value if isinstance(value, dict) else {}


def _name(value: object) -> str:
    value = resolve1(value)
    return str(literal_name(value)) if isinstance(value, PSLiteral) else ""


def _string(value: object) -> str:
    """Return a string that stands for itself, in a stream, or first in a list; of anything else nothing."""
    value = resolve1(value)
    if isinstance(value, list):
        value = resolve1(value[0]) if value else None
    if isinstance(value, PDFStream):
        value = _unpacked(value, XML_BYTES)
    return _decoded(value) if isinstance(value, bytes) else ""


def _content(specification: Specification, most: int) -> bytes | None:
    """Return what an attached file contains, nothing where that cannot be found, or None for more than ``most``."""
    streams = _dictionary(specification.get("EF"))
    for key in ("UF", "F"):
        stream = resolve1(streams.get(key))
        if specification.get(key) and isinstance(stream, PDFStream):
            return _unpacked(stream, most)
    return b""


def _unpacked(stream: PDFStream, most: int) -> bytes | None:
    """Return what a stream contains: nothing if it is damaged or rarely packed, None for more than ``most`` bytes."""
    data: bytes | None = stream.get_rawdata() or b""
    try:
        for kind, parameters in stream.get_filters():
            if data is None:
                return None
            if _dictionary(parameters).get("Predictor", 1) != 1:
                return b""
            match _name(kind):
                case "FlateDecode" | "Fl":
                    data = inflate(data, most)
                case "ASCII85Decode" | "A85":
                    data = ascii85decode(data)
                case "ASCIIHexDecode" | "AHx":
                    data = asciihexdecode(data)
                case _:
                    return b""
    except Exception:  # any at all: whatever goes wrong within pdfminer comes through
        return b""
    return data if data is not None and len(data) <= most else None


def _decoded(text: bytes) -> str:
    """Return a text string of a file: UTF-16 or UTF-8 where it is marked as such, else what PDFs have instead."""
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF8, "utf-8")):
        if text.startswith(mark):
            return text[len(mark) :].decode(encoding, "replace")
    return decode_text(text)
