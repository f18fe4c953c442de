"""What a check sees of a document, for tests of what it may look at."""

from typing import Any

from chorus_ocr import CHORUS_PRO, Document, Seen
from chorus_ocr.recognition.candidate import Recognition
from chorus_ocr.recognition.recognise import recognise


def seen_of(document: Document, **told: Any) -> Seen:
    """Return what the checks of the standard pack see of a document."""

    def again(other: Document) -> Recognition:
        pack = CHORUS_PRO
        return recognise(other, pack.rules, pack.lexicon, pack.vocabulary, pack.stop_rules)

    return Seen(document=document, recognition=again(document), rules=CHORUS_PRO.rules, again=again, **told)
