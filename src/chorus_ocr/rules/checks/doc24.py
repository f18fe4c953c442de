"""DOC24: two data stand side by side without a space."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.datum import Datum
from chorus_ocr.compliance.legibility import told
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.reading.document import Box
from chorus_ocr.recognition.field import Relation
from chorus_ocr.rules.sources import AIFE_READABLE

NEAREST = 0.12
"""In ems: a space is twice as wide in any type."""


@check(
    code="DOC24",
    slug="donnees-collees",
    severity=Severity.WARNING,
    title=Text("Données collées", "Data run together"),
    rationale=Text(
        "L'AIFE demande de laisser une espace entre chaque champ de la facture. Deux données sans espace se lisent "
        "comme une seule.",
        "AIFE asks to leave a space between the fields of the invoice. Two data without a space are read as one.",
    ),
    source=AIFE_READABLE,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=printed("Engagement : 26D000417,service : TECHNIQUE"),
        passes=printed("Engagement : 26D000417, service : TECHNIQUE"),
    ),
    needs=[Need.PAGE],
    messages={
        "together": Text(
            "« {first} » et « {second} » ({labels}) se touchent.",
            "« {first} » and « {second} » ({labels}) touch.",
        )
    },
    hints={
        "together": Text(
            "Laisser au moins une espace entre les deux, ou une colonne.", "Leave a space between the two, or a column."
        )
    },
)
def donnees_collees(seen: Seen) -> Iterator[Message]:
    """A datum touches another one, or the word that announces another one, which follows it."""
    touching: set[tuple[str, str]] = set()
    for first, second in _on_one_row(seen.data):
        names = first.datum.name, second.datum.name
        if first.is_keyword or names in touching:  # a keyword that touches what follows it is told by another check
            continue
        if _may_touch(first.box, second.box) and _touch(first, second):
            touching.add(names)
            candidate = first.datum.candidate
            texts = {"first": first.text, "second": second.text}
            yield Message.at("together", candidate, names[0], **texts, labels=told(seen, names))


class _Print(NamedTuple):
    """A datum, or the words that announce it."""

    datum: Datum
    box: Box
    is_keyword: bool

    @property
    def text(self) -> str:
        candidate = self.datum.candidate
        return candidate.keyword or "" if self.is_keyword else candidate.raw

    @property
    def rows(self) -> tuple[int, ...]:
        return self.datum.keyword_rows if self.is_keyword else self.datum.rows


def _on_one_row(data: Iterable[Datum]) -> Iterator[tuple[_Print, _Print]]:
    """Yield the pairs, of a datum and what belongs to another one, that overlap in height on one page.

    The one further left comes first.
    """
    prints: list[_Print] = []
    for datum in data:
        candidate = datum.candidate
        # A word that is its own value stands wherever it likes (« 12,00€ »), and a table has columns of its own.
        if candidate.relation != Relation.ITSELF and not isinstance(candidate.value, tuple):
            prints.append(_Print(datum, candidate.box, False))
            if candidate.keyword_box:
                prints.append(_Print(datum, candidate.keyword_box, True))
    prints.sort(key=lambda each: (each.datum.page.number, each.box.top))
    for at, one in enumerate(prints, start=1):
        datum, box, _ = one
        page, bottom, place = datum.page, box.bottom, _place(one)
        for other in islice(prints, at, None):
            if other.datum.page is not page or other.box.top >= bottom:
                break
            if other.datum is not datum:
                yield (one, other) if place <= _place(other) else (other, one)


def _place(each: _Print) -> tuple[float, float, bool]:
    return each.box.x0, each.box.x1, each.is_keyword


def _may_touch(one: Box, other: Box) -> bool:
    height = min(one.bottom - one.top, other.bottom - other.top)
    return other.x0 - one.x1 < NEAREST * height


def _touch(first: _Print, second: _Print) -> bool:
    mine, others = first.rows, second.rows
    if not mine or not others or first.datum.candidate.raw == second.datum.candidate.raw:
        return False  # the same print may be two fields, as the total that is also to be paid
    words = first.datum.page.words
    last, start = mine[-1], others[0]
    if last == start:
        rest = words.text[last].partition(first.text.split()[-1])[2]
        if second.is_keyword:  # which begins where the datum ends, even where it was taken for a part of it
            return len(others) > 1 or any(map(str.isalpha, rest))
        return second.text.split()[0] in rest
    overlap = min(words.bottom[last], words.bottom[start]) - max(words.top[last], words.top[start])
    gap, size = words.x0[start] - words.x1[last], words.size[last]
    return overlap > 0.5 * size and -0.5 * size < gap < NEAREST * size
