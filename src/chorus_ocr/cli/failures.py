"""A file that could not be read, on one line and in the language asked for."""

from types import MappingProxyType

from chorus_ocr.compliance.messages import Lang, Text
from chorus_ocr.drawing.printable import safe
from chorus_ocr.errors import UnreadableDocument
from chorus_ocr.report.unread import CAUSES, cause_in

NO_PDF = CAUSES["no PDF in this directory"]

_OPTIONS = MappingProxyType({"a password is needed": "--password", "it takes longer than allowed": "--timeout"})
"""The options of the command line that a cause is cured by."""

_UNWRITTEN = Text("le dessin ne peut pas être écrit : {cause}", "the drawing cannot be written: {cause}")
_BROKEN = Text("erreur interne, à signaler : {error}", "internal error, please report it: {error}")


def told(path: str, cause: str) -> str:
    """Return the line that tells of a file."""
    return safe(f"chorus-ocr: {path}: {cause}")


def cause_of(error: Exception, lang: Lang, *, masked: bool = False) -> str:
    """Return why a file was not read; anything but an ``UnreadableDocument`` is a fault of this program.

    ``masked``: without what such a fault says, which may quote the file.
    """
    if not isinstance(error, UnreadableDocument):
        name = type(error).__name__
        return _BROKEN.in_lang(lang, error=name if masked else f"{name}: {error}")
    option = _OPTIONS.get(error.cause)
    return cause_in(error, lang) + (f" ({option})" if option and lang is Lang.FR else "")


def cause_of_unwritten(error: OSError, lang: Lang) -> str:
    """Return why a drawing was not written."""
    return _UNWRITTEN.in_lang(lang, cause=f"{error.strerror or type(error).__name__}: {error.filename}")


def cause_of_walk(error: OSError) -> str:
    """Return why a directory could not be listed, in the words of reading."""
    return "no permission to read it" if isinstance(error, PermissionError) else error.strerror or str(error)
