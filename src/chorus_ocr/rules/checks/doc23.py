"""DOC23: no space parts a datum from the word that announces it."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.legibility import label, line_of, meet
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import AIFE_READABLE


@check(
    code="DOC23",
    slug="mot-cle-colle",
    severity=Severity.WARNING,
    title=Text("Mot-clé collé à la donnée", "Keyword glued to its datum"),
    rationale=Text(
        "L'AIFE demande de laisser une espace entre chaque mot-clé et la donnée qu'il annonce. Collés, ils font un "
        "seul "
        "mot, qui n'est ni l'un ni l'autre.",
        "AIFE asks to leave a space between each keyword and the datum that it announces. Glued together they are one "
        "word, which is neither.",
    ),
    source=AIFE_READABLE,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=printed("Engagement:26D000417"),
        passes=printed("Engagement : 26D000417"),
    ),
    needs=[Need.PAGE],
    messages={
        "glued": Text(
            "« {word} » colle le mot-clé et la donnée ({label}).",
            "« {word} » glues the keyword and the datum ({label}).",
        )
    },
    hints={
        "glued": Text("Laisser une espace entre les deux : « {line} ».", "Leave a space between the two: « {line} ».")
    },
)
def mot_cle_colle(seen: Seen) -> Iterator[Message]:
    """No space parts a datum from the word that announces it."""
    for datum in seen.data:
        candidate = datum.candidate
        if candidate.keyword_box is None or not meet(candidate.box, candidate.keyword_box):
            continue
        shared = set(datum.rows).intersection(datum.keyword_rows)
        word = next((text for row in shared if _is_glued(text := datum.page.words.text[row], candidate.raw)), None)
        if word:
            told, line = label(seen, datum.name), line_of(seen, datum)
            yield Message.at("glued", candidate, datum.name, word=word, label=told, line=line)


def _is_glued(word: str, raw: str) -> bool:
    """Tell whether a word runs into a datum that stands in it, or out of it. The sign of « N°12 » is none.

    >>> _is_glued("SIRETclient110", "110"), _is_glued("N°12", "12"), _is_glued("12", "12")
    (True, False, False)
    """
    first, last = raw.split()[0], raw.split()[-1]
    before, found, _ = word.partition(first)
    if found and before and (before[-1].isalnum() or before[-1] in ":="):
        return True
    _, found, after = word.rpartition(last)
    return bool(found and after and after[0].isalpha())
