"""From what a caller holds (a path, bytes, an open file) to the bytes of a PDF and a name to speak of them by."""

import io
import os
from dataclasses import dataclass, field
from typing import BinaryIO, Final, TypeAlias

from chorus_ocr.errors import NotAPdf, UnreadableDocument
from chorus_ocr.reading.limits import DEFAULT_LIMITS, Limits

PdfSource: TypeAlias = str | os.PathLike[str] | bytes | bytearray | memoryview | BinaryIO
"""Whatever a PDF can be read from. A text of type ``str`` is always a path, never the content."""

HEADER = b"%PDF-"
HEADER_REACH = 1024
"""In bytes: readers accept this much junk (a mail header, a byte order mark) before the header of a PDF."""

_KINDS: Final = {
    "HTML": (b"<!doctype html", b"<html"),
    "XML": (b"<?xml",),
    "PNG": (b"\x89png",),
    "JPEG": (b"\xff\xd8\xff",),
    "TIFF": (b"ii*\x00", b"mm\x00*"),
    "PostScript": (b"%!ps",),
    "RTF": (b"{\\rtf",),
    "JSON": (b'{"', b'[{"'),
    "ZIP (.docx, .odt…)": (b"pk\x03\x04",),
}
"""What files of other kinds start with, in lower case."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The bytes of a PDF, held in memory.

    ``label`` names them in error messages: the path as given, or ``<bytes>``, or ``<file>``. ``file_name`` is a bare
    name without folders, or None where nothing tells it.
    """

    data: bytes = field(repr=False)
    label: str
    file_name: str | None = None


def load_source(source: PdfSource, *, file_name: str | None = None, limits: Limits = DEFAULT_LIMITS) -> Source:
    """Return the bytes behind ``source``, checked to start like a PDF.

    A binary file object is read from its current position to its end, and left open. ``file_name`` replaces the name
    that a path or a file object carries; folders before it, of either kind of slash, are dropped. What is larger than
    ``limits.bytes`` is never held in memory: one byte more is asked for, and no further one.

    Raises ``LimitExceeded``, ``NotAPdf`` for no bytes or none of a PDF, ``UnreadableDocument`` where the system refuses
    to read (no such file, a directory, no permission), ``TypeError`` for a file opened in text mode or another type.

    >>> load_source(b"%PDF-1.7 ...", file_name="C:\\\\factures\\\\F-12.pdf")
    Source(label='<bytes>', file_name='F-12.pdf')
    """
    if isinstance(source, bytes | bytearray | memoryview):
        limits.check("bytes", source.nbytes if isinstance(source, memoryview) else len(source), "<bytes>")
        data, label, own_name = bytes(source), "<bytes>", None
    elif isinstance(source, str | os.PathLike):
        label = os.fsdecode(source)
        data, own_name = _read_path(label, limits), label
    elif callable(getattr(source, "read", None)):
        own_name = _name_of(source)
        label = own_name or "<file>"
        data = _read_file(source, label, limits)
    else:
        raise TypeError(f"a PDF is read from a path, bytes or a binary file, not from {type(source).__name__}")
    if not data:
        raise NotAPdf(label, "the file is empty")
    if HEADER not in data[: HEADER_REACH + len(HEADER)]:
        raise NotAPdf(label, "the file does not start like a PDF", _kind_of(data))
    return Source(data=data, label=label, file_name=_bare(own_name if file_name is None else file_name))


def _kind_of(data: bytes) -> str | None:
    """Return what a file that is no PDF looks like: what generators write in its place."""
    start = data[:HEADER_REACH].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return next((kind for kind, marks in _KINDS.items() if start.startswith(marks)), None)


def _read_path(path: str, limits: Limits) -> bytes:
    try:
        with open(path or os.curdir, "rb") as file:  # noqa: PTH123 - pathlib takes long to load
            # What is no common file (a pipe, a device) has no size to ask for, and is measured as it is read.
            limits.check("bytes", os.fstat(file.fileno()).st_size, path)
            return _read_file(file, path, limits)
    except OSError as error:
        raise UnreadableDocument(path, _cause(error, path)) from error
    except ValueError as error:  # a NUL character in the path
        raise UnreadableDocument(path, str(error)) from error


def _read_file(file: BinaryIO, label: str, limits: Limits) -> bytes:
    if isinstance(file, io.TextIOBase):
        raise TypeError(f"{label} is open in text mode: open it in binary mode, open(path, 'rb')")
    # A file may give less than it is asked for: a socket, a pipe.
    wanted = -1 if limits.bytes is None else limits.bytes + 1
    pieces: list[bytes] = []
    while wanted and (piece := _next_bytes(file, label, wanted)):
        pieces.append(piece)
        wanted -= len(piece) if wanted > 0 else 0
    data = pieces[0] if len(pieces) == 1 else b"".join(pieces)
    limits.check("bytes", len(data), label)
    return data


def _next_bytes(file: BinaryIO, label: str, wanted: int) -> bytes:
    try:
        data: object = file.read(wanted)
    except OSError as error:
        raise UnreadableDocument(label, _cause(error, None)) from error
    if isinstance(data, bytes | bytearray | memoryview):
        return bytes(data)
    raise TypeError(f"{label} gives {type(data).__name__} where a file open in binary mode gives bytes")


def _cause(error: OSError, path: str | None) -> str:
    # Windows answers "permission denied" for a directory: ask, rather than trust the kind of error.
    if path is not None and os.path.isdir(path or os.curdir):  # noqa: PTH112
        return "a directory, not a file"
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, PermissionError):
        return "no permission to read it"
    return error.strerror or str(error) or type(error).__name__


def _name_of(file: object) -> str | None:
    """Return the path that a file object carries: not a descriptor's number, nor a stand-in such as ``<stdin>``."""
    name = getattr(file, "name", None)
    if isinstance(name, os.PathLike | bytes):
        name = os.fsdecode(name)
    return name if isinstance(name, str) and name and not name.startswith("<") else None


def _bare(name: str | None) -> str | None:
    return name.replace("\\", "/").rpartition("/")[2] or None if name else None
