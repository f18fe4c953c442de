"""From what a caller holds (a path, bytes, an open file) to the bytes of a PDF and a name to speak of them by."""

import io
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, TypeAlias

from chorus_ocr.errors import NotAPdf, UnreadableDocument

PdfSource: TypeAlias = str | os.PathLike[str] | bytes | bytearray | memoryview | BinaryIO
"""Whatever a PDF can be read from. A text of type ``str`` is always a path, never the content."""

HEADER = b"%PDF-"
HEADER_REACH = 1024
"""In bytes: readers accept this much junk (a mail header, a byte order mark) before the header of a PDF."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The bytes of a PDF, held in memory.

    ``label`` names them in error messages: the path as given, or ``<bytes>``, or ``<file>``. ``file_name`` is a bare
    name without folders, or None where nothing tells it.
    """

    data: bytes = field(repr=False)
    label: str
    file_name: str | None = None


def load_source(source: PdfSource, *, file_name: str | None = None) -> Source:
    """Return the bytes behind ``source``, checked to start like a PDF.

    A binary file object is read from its current position to its end, and left open. ``file_name`` replaces the name
    that a path or a file object carries; folders before it, of either kind of slash, are dropped.

    Raises ``NotAPdf`` for no bytes or none of a PDF, ``UnreadableDocument`` where the system refuses to read (no such
    file, a directory, no permission), ``TypeError`` for a file opened in text mode or another type.

    >>> load_source(b"%PDF-1.7 ...", file_name="C:\\\\factures\\\\F-12.pdf")
    Source(label='<bytes>', file_name='F-12.pdf')
    """
    if isinstance(source, bytes | bytearray | memoryview):
        data, label, own_name = bytes(source), "<bytes>", None
    elif isinstance(source, str | os.PathLike):
        label = os.fsdecode(source)
        data, own_name = _read_path(label), label
    elif callable(getattr(source, "read", None)):
        own_name = _name_of(source)
        label = own_name or "<file>"
        data = _read_file(source, label)
    else:
        raise TypeError(f"a PDF is read from a path, bytes or a binary file, not from {type(source).__name__}")
    if not data:
        raise NotAPdf(label, "the file is empty")
    if HEADER not in data[: HEADER_REACH + len(HEADER)]:
        raise NotAPdf(label, "the file does not start like a PDF")
    return Source(data=data, label=label, file_name=_bare(own_name if file_name is None else file_name))


def _read_path(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise UnreadableDocument(path, _cause(error, path)) from error
    except ValueError as error:  # a NUL character in the path
        raise UnreadableDocument(path, str(error)) from error


def _read_file(file: BinaryIO, label: str) -> bytes:
    if isinstance(file, io.TextIOBase):
        raise TypeError(f"{label} is open in text mode: open it in binary mode, open(path, 'rb')")
    try:
        data: object = file.read()
    except OSError as error:
        raise UnreadableDocument(label, _cause(error, None)) from error
    if isinstance(data, bytes | bytearray | memoryview):
        return bytes(data)
    raise TypeError(f"{label} gives {type(data).__name__} where a file open in binary mode gives bytes")


def _cause(error: OSError, path: str | None) -> str:
    # Windows answers "permission denied" for a directory: ask, rather than trust the kind of error.
    if path is not None and Path(path).is_dir():
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
