"""Why a file could not be read, in the language asked for: reading itself says it in English."""

import re
from types import MappingProxyType

from chorus_ocr.compliance.messages import Lang, Text
from chorus_ocr.errors import NotAPdf, UnreadableDocument

CAUSES = MappingProxyType(
    {
        text.en: text
        for text in (
            Text("ce fichier n'existe pas", "no such file"),
            Text("c'est un dossier, non un fichier", "a directory, not a file"),
            Text("la lecture n'en est pas permise", "no permission to read it"),
            Text("le fichier est vide", "the file is empty"),
            Text("ce n'est pas un PDF", "the file does not start like a PDF"),
            Text("un mot de passe est nécessaire", "a password is needed"),
            Text("le mot de passe est faux", "the password is wrong"),
            Text("protégé d'une façon inconnue", "protected in a way that the reader does not know"),
            Text("le PDF est endommagé et ne s'ouvre pas", "damaged: it cannot be opened"),
            Text("le PDF n'a aucune page", "no pages"),
            Text("le PDF est endommagé : une page ne se lit pas", "damaged: page N cannot be read"),
            Text("le PDF est endommagé : ses pages sont introuvables", "damaged: its pages cannot be found"),
            Text("il y faut plus de temps que permis", "it takes longer than allowed"),
            Text("il y faut plus de mémoire que permis", "it takes more memory than allowed"),
            Text("arrêté par le système, faute de mémoire", "killed by the system, as happens where memory runs out"),
            Text("le PDF est endommagé et fait échouer sa lecture", "damaged: it ends the process that reads it"),
            Text("le PDF est endommagé : une page ne se peint pas", "damaged: page N cannot be painted"),
            Text("aucun PDF dans ce dossier", "no PDF in this directory"),
        )
    }
)
"""The causes that reading gives, in both languages. One that is not here is shown as it is."""

_LIKE = Text("{cause} : il commence comme un fichier {kind}", "{cause}, but like {kind}")


def cause_in(error: UnreadableDocument, lang: Lang) -> str:
    """Return why a file was not read.

    >>> cause_in(NotAPdf("a.pdf", "the file does not start like a PDF", "HTML"), Lang.EN)
    'the file does not start like a PDF, but like HTML'
    """
    cause = re.sub(r"page \d+", "page N", error.cause)
    known = CAUSES.get(re.sub(r"( process that reads it) \(.+\)$", r"\1", cause))
    told = error.cause if known is None or lang is Lang.EN else known.fr
    if isinstance(error, NotAPdf) and error.kind is not None:
        return _LIKE.in_lang(lang, cause=told, kind=error.kind)
    return told
