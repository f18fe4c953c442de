"""DOC21: the characters of a datum, or of the words that announce it, are set apart."""

from collections.abc import Iterator, Sequence

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.legibility import label, line_of
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.reading.document import Box, Page
from chorus_ocr.rules.sources import AIFE_READABLE

WIDE = 0.95
"""In ems: no type is so wide on the average of a word; where one seems to be, its characters are set apart."""

FEW = 4
"""Fewer characters tell nothing: « WWW » is wide in any type, and « N ° » three marks."""


@check(
    code="DOC21",
    slug="lettres-espacees",
    severity=Severity.WARNING,
    title=Text("Caractères espacés", "Characters set apart"),
    rationale=Text(
        "L'AIFE recommande d'éviter les effets. Des caractères espacés deviennent autant de mots : ni « S I R E T » ni "
        "un numéro imprimé chiffre par chiffre dans des cases ne se reconnaissent à coup sûr.",
        "AIFE recommends to avoid effects. Characters that are set apart become as many words: neither « S I R E T » "
        "nor a number that is printed digit by digit into boxes is recognised for certain.",
    ),
    source=AIFE_READABLE,
    firmness=Firmness.MEDIUM,
    since="0.1.0",
    example=Example(
        fails=printed("E n g a g e m e n t : 26D000417"),
        passes=printed("Engagement : 26D000417"),
    ),
    needs=[Need.PAGE],
    messages={
        "value": Text(
            "Les caractères de « {raw} » ({label}) sont espacés.",
            "The characters of « {raw} » ({label}) are set apart.",
        ),
        "keyword": Text(
            "Les lettres de « {keyword} », qui annonce « {raw} » ({label}), sont espacées.",
            "The letters of « {keyword} », which announces « {raw} » ({label}), are set apart.",
        ),
    },
    hints={
        key: Text(
            "Imprimer sans écart entre les caractères : {line}.", "Print without gaps between the characters: {line}."
        )
        for key in ("value", "keyword")
    },
)
def lettres_espacees(seen: Seen) -> Iterator[Message]:
    """The characters of a datum, or of the words that announce it, are set apart."""
    for datum in seen.data:
        candidate, page = datum.candidate, datum.page
        if isinstance(candidate.value, tuple):  # a table of its own: its columns are apart
            continue
        if _may_be_spaced(candidate.raw, candidate.box) and _is_spaced(page, datum.rows):
            key = "value"
        elif _may_be_spaced(candidate.keyword, candidate.keyword_box) and _is_spaced(page, datum.keyword_rows):
            key = "keyword"
        else:
            continue
        yield Message.at(
            key,
            candidate,
            datum.name,
            raw=candidate.raw,
            keyword=candidate.keyword,
            label=label(seen, datum.name),
            line=line_of(seen, datum),
        )


def _may_be_spaced(text: str | None, box: Box | None) -> bool:
    """Tell whether a text looks wide for its height: a cheap question, asked of every datum."""
    if not text or box is None:
        return False
    return box.x1 - box.x0 > 0.6 * (len(text) - text.count(" ")) * (box.bottom - box.top)


def _is_spaced(page: Page, rows: Sequence[int]) -> bool:
    words = page.words
    run = 0
    for row in rows:
        text, width = words.text[row], words.x1[row] - words.x0[row]
        run = run + 1 if len(text) == 1 and text.isalnum() else 0
        if run >= FEW or (len(text) >= FEW and width >= WIDE * words.size[row] * len(text)):
            return True
    return False
