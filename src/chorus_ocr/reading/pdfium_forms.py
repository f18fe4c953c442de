"""What a PDF is filled in and signed with, through PDFium: the values of its form fields, and its signatures."""

import ctypes
from collections.abc import Callable, Iterator
from functools import partial

from chorus_ocr.reading.document import Box, FormValue
from chorus_ocr.reading.frame import Frame
from chorus_ocr.reading.limits import PageLimits
from chorus_ocr.reading.pdfium_api import Opened, Pdfium, address, floats, integers
from chorus_ocr.reading.words import clean

WIDGET = 20
"""The subtype of an annotation that shows a form field."""

UNSEEN = 2 | 32
"""The flags of an annotation that is not shown: hidden, or there for print alone."""

COMBO_BOX, LIST_BOX, TEXT_FIELD = 4, 5, 6
NO_FIELD = -1

_String = Callable[[int | None, int], int]
"""Writes a string into so many bytes at an address, and returns how many it has, its end included."""


class FormFields:
    """The form fields of an open document. To be left before the document is closed.

    The engine gathers the tree of fields when it is first needed: on a page that shows one.
    """

    def __init__(self, pdfium: Pdfium, document: int) -> None:
        self._pdfium = pdfium
        self._document = document
        self._tree: int | None = None
        self._nobody_to_call = integers(256)
        self._nobody_to_call[0] = 2  # the version of a description that is otherwise empty

    def __enter__(self) -> "FormFields":
        return self

    def __exit__(self, *_: object) -> None:
        if self._tree is not None:
            self._pdfium.FPDFDOC_ExitFormFillEnvironment(self._tree)

    def signatures(self) -> int:
        """Return how many fields hold a signature. One that waits for it does not count."""
        pdfium = self._pdfium
        fields = range(pdfium.FPDF_GetSignatureCount(self._document))
        signatures = (pdfium.FPDF_GetSignatureObject(self._document, index) for index in fields)
        return sum(pdfium.FPDFSignatureObj_GetContents(signature, None, 0) > 0 for signature in signatures)

    def values(self, page: int, frame: Frame, limits: PageLimits) -> tuple[FormValue, ...]:
        """Return the values of the fields that are shown on an open page. Raises ``LimitExceeded``."""
        count = self._pdfium.FPDFPage_GetAnnotCount(page)
        return tuple(self._values(page, count, frame, limits)) if count > 0 else ()

    def _values(self, page: int, count: int, frame: Frame, limits: PageLimits) -> Iterator[FormValue]:
        pdfium, characters = self._pdfium, 0
        limits.check("objects", count)
        for index in range(count):
            with Opened(pdfium.FPDFPage_GetAnnot(page, index), pdfium.FPDFPage_CloseAnnot) as annotation:
                if pdfium.FPDFAnnot_GetSubtype(annotation) != WIDGET or pdfium.FPDFAnnot_GetFlags(annotation) & UNSEEN:
                    continue
                name, value = self._name_and_value(annotation)
                # A file may show one long value any number of times: its length is asked before it is copied.
                characters += (name(None, 0) + value(None, 0)) // 2
                limits.check("characters", characters)
                box, said = self._box(annotation, frame), _text(value).strip()
                if box and said:
                    yield FormValue(name=_text(name), value=said, box=box)

    def _name_and_value(self, annotation: int) -> tuple[_String, _String]:
        pdfium = self._pdfium
        if self._tree is None:
            self._tree = pdfium.FPDFDOC_InitFormFillEnvironment(self._document, address(self._nobody_to_call))
        kind = pdfium.FPDFAnnot_GetFormFieldType(self._tree, annotation)
        if kind in (COMBO_BOX, LIST_BOX, TEXT_FIELD):
            return (
                partial(pdfium.FPDFAnnot_GetFormFieldName, self._tree, annotation),
                partial(pdfium.FPDFAnnot_GetFormFieldValue, self._tree, annotation),
            )
        own = partial(pdfium.FPDFAnnot_GetStringValue, annotation)
        if kind == NO_FIELD and _text(partial(own, b"FT")) in ("Tx", "Ch"):
            # Software that joins files leaves the tree behind: the field is shown all the same, as it says itself.
            return partial(own, b"T"), partial(own, b"V")
        return _nothing, _nothing

    def _box(self, annotation: int, frame: Frame) -> Box | None:
        sides = floats(4)
        self._pdfium.FPDFAnnot_GetRect(annotation, address(sides))
        left, top, right, bottom = sides
        return frame.box(left, bottom, right, top)


def _nothing(_where: int | None, _size: int) -> int:
    return 0


def _text(string: _String) -> str:
    size = string(None, 0)
    if size <= 2:
        return ""
    units = ctypes.create_string_buffer(size)
    string(ctypes.addressof(units), size)
    return clean(units.raw.decode("utf-16-le", "surrogatepass").rstrip("\0"))
