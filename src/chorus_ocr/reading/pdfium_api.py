"""The functions of PDFium that the reader calls, with prototypes of our own.

pypdfium2 ships the library and binds it. Its bindings are not used here, for two reasons. They build a Python object
for every handle and every out-parameter, which costs six times as much as plain addresses on a page of text; and
their prototypes are shared by every user in the process, so that they may not be altered. Hence a second set of
function objects on the same library: handles and addresses are plain integers.

PDFium is not thread-safe, not even on different documents. The functions here hold the interpreter's lock while they
run, and ``LOCK`` has to be held around everything that belongs to one document. An application that itself uses
PDFium from other threads is outside that lock, and has to keep the two apart.
"""

import ctypes
import os
import struct
import sys
import threading
from array import array
from collections import deque
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cache
from importlib.util import find_spec
from typing import Any

LOCK = threading.Lock()

if hasattr(os, "register_at_fork"):
    # A child forked while another thread reads would inherit a lock that nobody is left to release.
    os.register_at_fork(before=LOCK.acquire, after_in_parent=LOCK.release, after_in_child=LOCK.release)

# Handles come back as integers, 0 for none; arguments take an integer for any pointer.
_HANDLE = ctypes.c_size_t
_POINTER = ctypes.c_void_p
_INT = ctypes.c_int
_ULONG = ctypes.c_ulong

ERROR_PASSWORD = 4
ERROR_SECURITY = 5

OBJECT_PATH = 2
OBJECT_IMAGE = 3
OBJECT_SHADING = 4
OBJECT_FORM = 5

BLACK = 0x000000FF

_LOW_BYTE = 0 if sys.byteorder == "little" else 3


class _Config(ctypes.Structure):
    """``FPDF_LIBRARY_CONFIG`` in its second version."""

    _fields_ = (
        ("version", ctypes.c_int),
        ("user_font_paths", ctypes.POINTER(ctypes.c_char_p)),
        ("isolate", ctypes.c_void_p),
        ("embedder_slot", ctypes.c_uint),
    )


# An empty list of folders with fonts, in place of the system's. Print whose font is not embedded is then measured by
# the library's own fonts, the same on every machine, and not by whatever is installed on this one. The library keeps
# the address of the list: it lives as long as the module. On Windows and macOS it asks the system all the same.
_NO_FOLDERS = (ctypes.c_char_p * 1)(None)
_CONFIG = _Config(version=2, user_font_paths=_NO_FOLDERS)


class Opened:
    """Closes a handle in any case. Closing 0, which stands for a failure to open, does nothing."""

    __slots__ = ("_close", "_handle")

    def __init__(self, handle: int, close: Callable[[int], object]) -> None:
        self._handle = handle
        self._close = close

    def __enter__(self) -> int:
        return self._handle

    def __exit__(self, *_: object) -> None:
        self._close(self._handle)


class Pdfium:
    """The library's functions, under their own names. See PDFium's public headers for what each does."""

    def __init__(self, path: str) -> None:
        library = ctypes.PyDLL(path)

        def function(name: str, result: type | None, *arguments: type) -> Callable[..., int]:
            prototype = library[name]
            prototype.restype, prototype.argtypes = result, arguments
            return prototype

        self.FPDF_InitLibraryWithConfig = function("FPDF_InitLibraryWithConfig", None, _POINTER)
        self.FPDF_GetLastError = function("FPDF_GetLastError", _ULONG)
        self.FPDF_LoadMemDocument64 = function(
            "FPDF_LoadMemDocument64", _HANDLE, ctypes.c_char_p, ctypes.c_size_t, ctypes.c_char_p
        )
        self.FPDF_CloseDocument = function("FPDF_CloseDocument", None, _POINTER)
        self.FPDF_GetPageCount = function("FPDF_GetPageCount", _INT, _POINTER)
        self.FPDF_GetSecurityHandlerRevision = function("FPDF_GetSecurityHandlerRevision", _INT, _POINTER)
        self.FPDFDoc_GetAttachmentCount = function("FPDFDoc_GetAttachmentCount", _INT, _POINTER)
        self.FPDFDoc_GetAttachment = function("FPDFDoc_GetAttachment", _HANDLE, _POINTER, _INT)
        self.FPDFAttachment_GetName = function("FPDFAttachment_GetName", _ULONG, _POINTER, _POINTER, _ULONG)

        self.FPDFAttachment_GetFile = function("FPDFAttachment_GetFile", _INT, _POINTER, _POINTER, _ULONG, _POINTER)
        self.FPDF_GetSignatureCount = function("FPDF_GetSignatureCount", _INT, _POINTER)
        self.FPDF_GetSignatureObject = function("FPDF_GetSignatureObject", _HANDLE, _POINTER, _INT)
        self.FPDFSignatureObj_GetContents = function("FPDFSignatureObj_GetContents", _ULONG, _POINTER, _POINTER, _ULONG)

        self.FPDFBitmap_Create = function("FPDFBitmap_Create", _HANDLE, _INT, _INT, _INT)
        self.FPDFBitmap_Destroy = function("FPDFBitmap_Destroy", None, _POINTER)
        self.FPDFBitmap_FillRect = function("FPDFBitmap_FillRect", _INT, _POINTER, *[_INT] * 4, _ULONG)
        self.FPDFBitmap_GetBuffer = function("FPDFBitmap_GetBuffer", _HANDLE, _POINTER)
        self.FPDFBitmap_GetStride = function("FPDFBitmap_GetStride", _INT, _POINTER)
        self.FPDF_RenderPageBitmap = function("FPDF_RenderPageBitmap", None, _POINTER, _POINTER, *[_INT] * 6)

        self.FPDF_LoadPage = function("FPDF_LoadPage", _HANDLE, _POINTER, _INT)
        self.FPDF_ClosePage = function("FPDF_ClosePage", None, _POINTER)
        self.FPDF_GetPageBoundingBox = function("FPDF_GetPageBoundingBox", _INT, _POINTER, _POINTER)
        self.FPDFPage_GetRotation = function("FPDFPage_GetRotation", _INT, _POINTER)
        self.FPDFPage_CountObjects = function("FPDFPage_CountObjects", _INT, _POINTER)
        self.FPDFPage_GetObject = function("FPDFPage_GetObject", _HANDLE, _POINTER, _INT)

        self.FPDFFormObj_CountObjects = function("FPDFFormObj_CountObjects", _INT, _POINTER)
        self.FPDFFormObj_GetObject = function("FPDFFormObj_GetObject", _HANDLE, _POINTER, _ULONG)
        self.FPDFPageObj_GetType = function("FPDFPageObj_GetType", _INT, _POINTER)
        self.FPDFPageObj_GetBounds = function("FPDFPageObj_GetBounds", _INT, *[_POINTER] * 5)
        self.FPDFPageObj_GetMatrix = function("FPDFPageObj_GetMatrix", _INT, _POINTER, _POINTER)
        self.FPDFPageObj_GetFillColor = function("FPDFPageObj_GetFillColor", _INT, *[_POINTER] * 5)
        self.FPDFPageObj_HasTransparency = function("FPDFPageObj_HasTransparency", _INT, _POINTER)
        self.FPDFPageObj_GetClipPath = function("FPDFPageObj_GetClipPath", _HANDLE, _POINTER)
        self.FPDFClipPath_CountPaths = function("FPDFClipPath_CountPaths", _INT, _POINTER)
        self.FPDFClipPath_CountPathSegments = function("FPDFClipPath_CountPathSegments", _INT, _POINTER, _INT)
        self.FPDFClipPath_GetPathSegment = function("FPDFClipPath_GetPathSegment", _HANDLE, _POINTER, _INT, _INT)
        self.FPDFPath_CountSegments = function("FPDFPath_CountSegments", _INT, _POINTER)
        self.FPDFPath_GetPathSegment = function("FPDFPath_GetPathSegment", _HANDLE, _POINTER, _INT)
        self.FPDFPathSegment_GetPoint = function("FPDFPathSegment_GetPoint", _INT, *[_POINTER] * 3)
        self.FPDFPath_GetDrawMode = function("FPDFPath_GetDrawMode", _INT, *[_POINTER] * 3)
        self.FPDFTextObj_GetFontSize = function("FPDFTextObj_GetFontSize", _INT, _POINTER, _POINTER)
        self.FPDFTextObj_GetTextRenderMode = function("FPDFTextObj_GetTextRenderMode", _INT, _POINTER)

        self.FPDFDOC_InitFormFillEnvironment = function("FPDFDOC_InitFormFillEnvironment", _HANDLE, _POINTER, _POINTER)
        self.FPDFDOC_ExitFormFillEnvironment = function("FPDFDOC_ExitFormFillEnvironment", None, _POINTER)
        self.FPDFPage_GetAnnotCount = function("FPDFPage_GetAnnotCount", _INT, _POINTER)
        self.FPDFPage_GetAnnot = function("FPDFPage_GetAnnot", _HANDLE, _POINTER, _INT)
        self.FPDFPage_CloseAnnot = function("FPDFPage_CloseAnnot", None, _POINTER)
        self.FPDFAnnot_GetSubtype = function("FPDFAnnot_GetSubtype", _INT, _POINTER)
        self.FPDFAnnot_GetFlags = function("FPDFAnnot_GetFlags", _INT, _POINTER)
        self.FPDFAnnot_GetRect = function("FPDFAnnot_GetRect", _INT, _POINTER, _POINTER)
        self.FPDFAnnot_GetStringValue = function(
            "FPDFAnnot_GetStringValue", _ULONG, _POINTER, ctypes.c_char_p, _POINTER, _ULONG
        )
        self.FPDFAnnot_GetFormFieldType = function("FPDFAnnot_GetFormFieldType", _INT, _POINTER, _POINTER)
        self.FPDFAnnot_GetFormFieldName = function(
            "FPDFAnnot_GetFormFieldName", _ULONG, _POINTER, _POINTER, _POINTER, _ULONG
        )
        self.FPDFAnnot_GetFormFieldValue = function(
            "FPDFAnnot_GetFormFieldValue", _ULONG, _POINTER, _POINTER, _POINTER, _ULONG
        )

        self.FPDFText_LoadPage = function("FPDFText_LoadPage", _HANDLE, _POINTER)
        self.FPDFText_ClosePage = function("FPDFText_ClosePage", None, _POINTER)
        self.FPDFText_CountChars = function("FPDFText_CountChars", _INT, _POINTER)
        self.FPDFText_GetText = function("FPDFText_GetText", _INT, _POINTER, _INT, _INT, _POINTER)
        self.FPDFText_GetTextIndexFromCharIndex = function("FPDFText_GetTextIndexFromCharIndex", _INT, _POINTER, _INT)
        self.FPDFText_GetUnicode = function("FPDFText_GetUnicode", ctypes.c_uint, _POINTER, _INT)
        self.FPDFText_HasUnicodeMapError = function("FPDFText_HasUnicodeMapError", _INT, _POINTER, _INT)
        self.FPDFText_IsHyphen = function("FPDFText_IsHyphen", _INT, _POINTER, _INT)
        self.FPDFText_GetLooseCharBox = function("FPDFText_GetLooseCharBox", _INT, _POINTER, _INT, _POINTER)
        self.FPDFText_GetCharOrigin = function("FPDFText_GetCharOrigin", _INT, _POINTER, _INT, _POINTER, _POINTER)
        self.FPDFText_GetTextObject = function("FPDFText_GetTextObject", _HANDLE, _POINTER, _INT)
        self.FPDFText_GetMatrix = function("FPDFText_GetMatrix", _INT, _POINTER, _INT, _POINTER)

    def fill_colours(self, objects: Collection[int]) -> Sequence[int]:
        """Return the fill colour of page objects as ``0xRRGGBBAA``: the default, black, where there is none to know."""
        members = integers(4 * len(objects))
        are_known = list(
            map(self.FPDFPageObj_GetFillColor, objects, *(addresses(members, 4, offset) for offset in range(4)))
        )
        # Red, green, blue and alpha stand in a word each, of which one byte counts: those bytes in turn are the colour.
        colours = struct.unpack(f">{len(objects)}I", members.tobytes()[_LOW_BYTE::4])
        return [colour if is_known else BLACK for colour, is_known in zip(colours, are_known, strict=True)]


# Arrays that the library writes into. Those of ctypes would do, but for the type that it makes for every new length:
# it takes longer to make than a short array takes to fill.


def floats(count: int) -> "array[float]":
    return array("f", bytes(4 * count))


def integers(count: int) -> "array[int]":
    return array("I", bytes(4 * count))


def address(values: "array[Any]") -> int:
    """Return where an array stands in memory. It must be held, and not grow, as long as the address is used."""
    return values.buffer_info()[0]


def addresses(values: "array[Any]", step: int, offset: int = 0) -> range:
    """Return the addresses of every ``step``-th value of an array, from the value at ``offset``.

    With ``map`` over a function that writes through a pointer, one call fills the array: see ``run``.
    """
    start, count = values.buffer_info()
    size = values.itemsize
    return range(start + offset * size, start + count * size, step * size)


def run(calls: Iterable[object]) -> None:
    """Make the calls of a ``map`` whose results do not matter."""
    deque(calls, maxlen=0)


def load() -> Pdfium:
    """Return the library, ready for use. To be called with ``LOCK`` held, at the start of every reading.

    Initialising twice does nothing, so the fonts are those of whoever came first. The library is never taken down
    here: whoever else uses it in this process may still need it. Doing it every time matters where pypdfium2, imported
    by the application, has taken the library down at the exit of the interpreter and a last reading follows.
    """
    library = _bind()
    library.FPDF_InitLibraryWithConfig(ctypes.addressof(_CONFIG))
    return library


@cache
def _bind() -> Pdfium:
    return Pdfium(_library_path())


def _library_path() -> str:
    """Return the path of the library that pypdfium2 loads: the same path gives the same library, not a second one.

    The package is located, not imported: importing it binds every function there is, which takes longer than reading
    most invoices. Builds that use a library elsewhere on the system know alone where it is, and are asked.
    """
    name = {"win32": "pdfium.dll", "darwin": "libpdfium.dylib"}.get(sys.platform, "libpdfium.so")
    package = find_spec("pypdfium2_raw")
    for folder in (package and package.submodule_search_locations) or ():
        path = os.path.join(folder, name)  # noqa: PTH118 - pathlib takes longer to load than this module
        if os.path.isfile(path):  # noqa: PTH113
            return os.path.realpath(path)
    from pypdfium2_raw import bindings

    return str(bindings._libs["pdfium"]._name)
