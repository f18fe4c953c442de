"""Every recognised value on which the two readers disagree, with what the words around it say of the reason.

Run from anywhere: ``python tests/benchmarks/crosscheck.py``. It takes the fixtures and, where it lies beside the
repository, the shared corpus in French; or the folders named on the command line. Two engines that share no code are
seldom wrong in the same way: where they agree, the page says so; where they do not, one of them has a lesson.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from chorus_ocr import Decision, Report, Status, Truth, UnreadableDocument, read, recognize
from chorus_ocr.reading.document import Box, Document, Word
from chorus_ocr.reading.words import UNREADABLE
from chorus_ocr.tuning.corpus import Case, cases

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "corpus"
FOLDERS = (ROOT / "tests" / "fixtures" / "invoices", SHARED / "made", SHARED / "real")

DEFAULT, REFERENCE = "pdfium", "pdfplumber"

BESIDE, ABOVE = 40.0, 8.0
"""In points: how far around a value and its keyword the words are looked at."""

NEAR = 4.0
"""In points: two words of the same text whose middles are no farther apart, in either direction, are the same word.
The engines draw boxes of different heights."""

MOVED = 2.0
"""In points, along the line: the same word farther apart has been moved."""

SIZE, CHANNEL = 0.1, 90
"""In points, and of 255: print that differs by less looks alike."""


class Kind(StrEnum):
    """Why two readers disagree, as far as the words around the value tell."""

    UNREAD = "unread"
    """One of them cannot read the file."""
    UNMAPPED = "unmapped"
    """One of them has no characters for the glyphs: the font does not say what they stand for."""
    LOST = "lost"
    """One of them does not have the words."""
    CUT = "cut"
    """They have the same characters, and part or join them differently."""
    SPELT = "spelt"
    """They have words in the same place that say something else."""
    MOVED = "moved"
    """They have the same words in other places."""
    STYLE = "style"
    """They have the same words in other print: size, colour, mode or direction."""
    FOLLOWS = "follows"
    """Nothing of the sort around it, but around another field's value: this one follows from that."""
    ELSEWHERE = "elsewhere"
    """Nothing of the sort around any value: what makes the difference stands elsewhere on the pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """One field of one document. ``default`` and ``reference`` tell what each reading makes of it."""

    document: str
    field: str
    default: str
    reference: str
    kind: Kind
    reason: str

    def __str__(self) -> str:
        return (
            f"{self.document} {self.field}: {self.kind}\n"
            f"    {DEFAULT:10} {self.default}\n    {REFERENCE:10} {self.reference}\n    {self.reason}"
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One document as both readers have it; None for one that cannot be read, with the cause in ``cause``."""

    name: str
    truth: Truth | None
    default: Document | None
    reference: Document | None
    cause: str = ""


def readings(folder: Path, language: str | None = None) -> Iterator[Reading]:
    """Yield the documents of a folder, read twice. ``language``: only those whose truth is in it."""
    for case in cases(folder):
        if not isinstance(case, Case) or (language and (case.truth is None or case.truth.language != language)):
            continue
        assert not isinstance(case.source, Document)
        documents: list[Document | None] = []
        cause = ""
        for reader in (DEFAULT, REFERENCE):
            try:
                documents.append(read(case.source, reader=reader))
            except UnreadableDocument as error:
                documents.append(None)
                cause = f"{reader}: {error.cause}"
        default, reference = documents
        yield Reading(name=Path(case.label).stem, truth=case.truth, default=default, reference=reference, cause=cause)


def compare(reading: Reading) -> list[Disagreement]:
    """Return the fields of a document that the two readings decide differently, in the order of the form."""
    if reading.default is None or reading.reference is None:
        if reading.default is reading.reference:
            return []
        told = ["cannot be read" if each is None else "read" for each in (reading.default, reading.reference)]
        return [
            Disagreement(
                document=reading.name,
                field="*",
                default=told[0],
                reference=told[1],
                kind=Kind.UNREAD,
                reason=reading.cause,
            )
        ]
    one, other = recognize(reading.default), recognize(reading.reference)
    differing = [
        field
        for field, decision in one.fields.items()
        if (decision.status, decision.value) != (other.fields[field].status, other.fields[field].value)
    ]
    reasons = {field: explain(one, other, field) for field in differing}
    is_explained = any(kind is not Kind.ELSEWHERE for kind, _ in reasons.values())
    return [
        Disagreement(
            document=reading.name,
            field=field,
            default=_told(one.fields[field]),
            reference=_told(other.fields[field]),
            kind=Kind.FOLLOWS if kind is Kind.ELSEWHERE and is_explained else kind,
            reason=reason,
        )
        for field, (kind, reason) in reasons.items()
    ]


def explain(one: Report, other: Report, field: str) -> tuple[Kind, str]:
    """Return why two reports disagree on a field, by the words around the places where either has its value."""
    places = [*_places(one.fields[field]), *_places(other.fields[field])]
    unmapped = [_is_unmapped(report.document, places) for report in (one, other)]
    if unmapped[0] != unmapped[1]:
        return Kind.UNMAPPED, f"the glyphs there have no characters for {DEFAULT if unmapped[0] else REFERENCE}"
    ours, theirs = (_around(report.document, places) for report in (one, other))
    same, left, right = _paired(ours, theirs)
    said, heard = (" ".join(word.text for word in words) for words in (left, right))
    if left or right:
        if said.replace(" ", "") == heard.replace(" ", ""):
            return Kind.CUT, f"« {said} » against « {heard} »"
        if not left or not right:
            return Kind.LOST, f"only {DEFAULT if left else REFERENCE} has « {said or heard} »"
        return Kind.SPELT, f"« {said} » against « {heard} »"
    for kind, differs in ((Kind.STYLE, _other_print), (Kind.MOVED, _other_place)):
        for mine, its in same:
            if differs(mine, its):
                return kind, f"{mine} against {its}"
    return Kind.ELSEWHERE, f"{len(same)} words around it are alike"


def _places(decision: Decision[object]) -> list[tuple[int, Box]]:
    """Return where the value of a decision and its keyword stand: of all candidates, where none was chosen."""
    chosen = [decision.choice] if decision.choice else decision.candidates
    return [(each.page, box) for each in chosen for box in (each.box, each.keyword_box) if box is not None]


def _is_unmapped(document: Document, places: Iterable[tuple[int, Box]]) -> bool:
    """Say whether a word that is mostly glyphs without characters stands on one of the places."""
    for number, box in places:
        words = document.page(number).words
        for row, said in enumerate(words.text):
            x0, top, x1, bottom = words.box(row)
            is_there = x0 < box.x1 and box.x0 < x1 and top < box.bottom and box.top < bottom
            if is_there and len(said) > 1 and 2 * said.count(UNREADABLE) > len(said):
                return True
    return False


def _around(document: Document, places: Iterable[tuple[int, Box]]) -> dict[int, list[Word]]:
    """Return the words around places, by the number of the page, in reading order."""
    found: dict[int, list[Word]] = {}
    for page in document.pages:
        boxes = [box for number, box in places if number == page.number]
        words = [page.words[row] for row in range(len(page.words))]
        near = [word for word in words if any(_is_near(word.box, box) for box in boxes)]
        found[page.number] = sorted(near, key=lambda word: (round(word.box.bottom / NEAR), word.box.x0))
    return found


def _is_near(word: Box, box: Box) -> bool:
    x, y = _middle(word)
    return box.x0 - BESIDE <= x <= box.x1 + BESIDE and box.top - ABOVE <= y <= box.bottom + ABOVE


def _paired(
    ours: dict[int, list[Word]], theirs: dict[int, list[Word]]
) -> tuple[list[tuple[Word, Word]], list[Word], list[Word]]:
    """Return the words that both have, and those that only the one or the other has."""
    same: list[tuple[Word, Word]] = []
    left: list[Word] = []
    right: list[Word] = []
    for number, words in ours.items():
        others = list(theirs.get(number, ()))
        for word in words:
            twin = next((other for other in others if other.text == word.text and _are_near(word, other)), None)
            if twin is None:
                left.append(word)
            else:
                same.append((word, twin))
                others.remove(twin)
        right += others
    return same, left, right


def _are_near(word: Word, other: Word) -> bool:
    reach = max(NEAR, word.size / 2)
    return all(abs(a - b) <= reach for a, b in zip(_middle(word.box), _middle(other.box), strict=True))


def _other_print(word: Word, other: Word) -> bool:
    channels = (abs((word.colour >> shift & 255) - (other.colour >> shift & 255)) for shift in (24, 16, 8, 0))
    return (
        (word.mode, word.angle) != (other.mode, other.angle)
        or abs(word.size - other.size) > SIZE
        or max(channels) > CHANNEL
    )


def _other_place(word: Word, other: Word) -> bool:
    return abs(word.box.x0 - other.box.x0) > MOVED or abs(word.box.x1 - other.box.x1) > MOVED


def _middle(box: Box) -> tuple[float, float]:
    return (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2


def _told(decision: Decision[object]) -> str:
    if decision.value is None:
        return str(decision.status)
    printed = f", « {decision.choice.raw} »" if decision.choice else ""
    return f"{decision.status} {decision.value}{printed}" if decision.status is not Status.ABSENT else "absent"


def counts(found: Iterable[Disagreement]) -> dict[str, int]:
    """Return how many disagreements there are of each kind."""
    return dict(sorted(Counter(str(each.kind) for each in found).items()))


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the disagreements of each folder, then how many there are of each kind."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folders", nargs="*", type=Path, help="folders of PDFs")
    parser.add_argument("--lang", default="fr", help="only documents whose truth is in this language; « all »")
    given = parser.parse_args(arguments)
    for folder in given.folders or [folder for folder in FOLDERS if folder.is_dir()]:
        found: list[Disagreement] = []
        count = 0
        for reading in readings(folder, None if given.lang == "all" else given.lang):
            count += 1
            found += compare(reading)
        print(*found, sep="\n")
        print(f"{folder}: {count} documents, {len(found)} disagreements {counts(found) or ''}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
