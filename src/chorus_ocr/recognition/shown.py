"""Decisions as a notebook shows them: in the codes of the library, which every language shares."""

from collections.abc import Iterator
from typing import Final

from chorus_ocr.drawing.beside import table
from chorus_ocr.drawing.marks import cut
from chorus_ocr.prefill import shown
from chorus_ocr.recognition.candidate import Candidate, Decision, Recognition

MOST_CANDIDATES: Final = 50
"""Of one field, that are shown."""

_HEADS: Final = ("verdict", "raw", "value", "keyword", "relation", "page", "detail")


def decision_html(decision: Decision[object]) -> str:
    """Return a decision as a table of its candidates, and of the keywords that none belongs to."""
    left_out = len(decision.candidates) - MOST_CANDIDATES
    rows = [_row(each) for each in decision.candidates[:MOST_CANDIDATES]]
    rows += [
        ("unanswered", "", "", each.keyword, "", str(each.page), "") for each in decision.unanswered[:MOST_CANDIDATES]
    ]
    more = f", and {left_out} candidates more" if left_out > 0 else ""
    return table(_HEADS, rows, " – ".join(_told(decision)) + more)


def recognition_html(recognition: Recognition) -> str:
    """Return the decisions as a table, one field a row."""
    rows = [
        (
            name,
            str(each.status),
            _shown(each.value),
            "" if each.choice is None else each.choice.keyword or "",
            "" if each.choice is None else str(each.choice.page),
            str(len(each.candidates)),
        )
        for name, each in recognition.items()
    ]
    return table(("field", "status", "value", "keyword", "page", "candidates"), rows)


def _told(decision: Decision[object]) -> Iterator[str]:
    yield str(decision.status)
    if decision.value is not None:
        yield _shown(decision.value)
    if decision.premises:
        yield ", ".join(decision.premises)


def _row(candidate: Candidate[object]) -> tuple[str, ...]:
    told = (candidate.verdict, candidate.raw, _shown(candidate.value), candidate.keyword or "")
    return *map(cut, told), candidate.relation or "", str(candidate.page), cut(candidate.detail or "")


def _shown(value: object) -> str:
    return cut(shown(value))
