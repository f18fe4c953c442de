"""A file that could not be read, on one line and in the language asked for."""

import re
from types import MappingProxyType

from chorus_ocr.compliance.messages import Lang, Text
from chorus_ocr.drawing.printable import safe
from chorus_ocr.errors import UnreadableDocument

NO_PDF = Text("aucun PDF dans ce dossier", "no PDF in this directory")
CAUSES = MappingProxyType(
    {
        text.en: text
        for text in (
            Text("ce fichier n'existe pas", "no such file"),
            Text("c'est un dossier, non un fichier", "a directory, not a file"),
            Text("la lecture n'en est pas permise", "no permission to read it"),
            Text("le fichier est vide", "the file is empty"),
            Text("ce n'est pas un PDF", "the file does not start like a PDF"),
            Text("un mot de passe est nécessaire (--password)", "a password is needed"),
            Text("le mot de passe est faux", "the password is wrong"),
            Text("protégé d'une façon inconnue", "protected in a way that the reader does not know"),
            Text("le PDF est endommagé et ne s'ouvre pas", "damaged: it cannot be opened"),
            Text("le PDF n'a aucune page", "no pages"),
            Text("le PDF est endommagé : une page ne se lit pas", "damaged: page N cannot be read"),
            Text("le PDF est endommagé : ses pages sont introuvables", "damaged: its pages cannot be found"),
            Text("il y faut plus de temps que permis (--timeout)", "it takes longer than allowed"),
            Text("il y faut plus de mémoire que permis", "it takes more memory than allowed"),
            Text("arrêté par le système, faute de mémoire", "killed by the system, as happens where memory runs out"),
            Text("le PDF est endommagé et fait échouer sa lecture", "damaged: it ends the process that reads it"),
            Text("le PDF est endommagé : une page ne se peint pas", "damaged: page N cannot be painted"),
            NO_PDF,
        )
    }
)
"""The causes that reading gives, in French too. One that is not here is shown as it is."""

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
    cause = re.sub(r"page \d+", "page N", error.cause)
    known = CAUSES.get(re.sub(r"( process that reads it) \(.+\)$", r"\1", cause))
    return error.cause if known is None or lang is Lang.EN else known.fr


def cause_of_unwritten(error: OSError, lang: Lang) -> str:
    """Return why a drawing was not written."""
    return _UNWRITTEN.in_lang(lang, cause=f"{error.strerror or type(error).__name__}: {error.filename}")


def cause_of_walk(error: OSError) -> str:
    """Return why a directory could not be listed, in the words of reading."""
    return "no permission to read it" if isinstance(error, PermissionError) else error.strerror or str(error)
