"""A comparison as text for a terminal."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from chorus_ocr.tuning.evaluation import MOST_SKIPPED
from chorus_ocr.tuning.grading import Outcome
from chorus_ocr.tuning.tables import indented, listed, place_of, shown, tally_table

if TYPE_CHECKING:
    from chorus_ocr.tuning.comparison import Comparison, FieldComparison

COUNTS = ("newly wrong", "newly blank", "fixed", "changed", "same")
SIGNS = ("×", "!", "✓", "i")
"""What tells the counts of what differs apart without colour."""


def text(comparison: "Comparison", worst: int) -> str:
    """Return a comparison as text, with so many of the documents to look at first."""
    return "\n".join(_lines(comparison, worst)) + "\n"


def _lines(comparison: "Comparison", worst: int) -> Iterator[str]:
    effects, documents = comparison.effects, comparison.documents
    graded = sum(each.graded for each in documents)
    yield f"{comparison.diff.before} → {comparison.diff.after}"
    yield f"{len(documents)} documents, {graded} with a truth"
    yield f"net effect {effects.net:+}: {effects}"
    yield ""
    yield from tally_table([("before", comparison.before.total), ("after", comparison.after.total)])
    worth = comparison.by_change
    yield from listed(
        "What differs between the packs",
        [f"{each}: {worth[each]}" if each in worth else str(each) for each in comparison.diff.changes],
    )
    yield from _by_field(comparison)
    looked_at = comparison.worst(worst)
    for document in looked_at:
        yield ""
        yield f"{document.id}: {document.effects.brief()} · {document.source}"
        yield from indented(line for each in document.differences for line in difference_lines(each))
    more = len(comparison.worst()) - len(looked_at)
    if more:
        yield ""
        yield f"and {more} more documents that differ"
    yield from listed("Not read", list(map(str, comparison.unread)))
    yield from listed("Left out", list(map(str, comparison.skipped)), most=MOST_SKIPPED)
    yield from listed("Not in the rule packs", comparison.before.unknown_fields)


def _by_field(comparison: "Comparison") -> Iterator[str]:
    rows = {name: each for name, each in comparison.by_field.items() if each.broken or each.fixed or each.changed}
    if not rows:
        return
    width = max(map(len, rows))
    yield ""
    yield " ".join([" " * width, *(f"{head:>11}" for head in COUNTS)])
    for name, each in rows.items():
        yield " ".join([name.ljust(width), *(f"{count:>11}" for count in each.to_dict().values())])


def difference_lines(each: "FieldComparison") -> Iterator[str]:
    """Yield what became of one field, and what it comes from."""
    yield f"{each.field}: {told(each)}"
    yield f"  before: {side(each.before)}"
    yield f"  after:  {side(each.after)}"
    yield from (f"  by {change}" for change in each.responsible)


def told(each: "FieldComparison") -> str:
    """Return the effect, the grades and what is printed, where a truth tells it."""
    if not each.differs or each.before.grade is each.after.grade:
        grades = "" if each.before.grade == "not_scored" else f" ({each.before.grade})"
    else:
        grades = f" ({each.before.grade} → {each.after.grade})"
    printed = "" if each.before.grade == "not_scored" else f" · printed {shown(each.before.expected)}"
    return f"{each.effect}{grades}{printed}"


def side(outcome: Outcome) -> str:
    """Return what one pack made of a field: the value, the status, and where the keyword stands that announces it."""
    if outcome.decision is None:
        return "not in the pack"
    choice = outcome.decision.choice
    value = outcome.returned if outcome.returned is not None else outcome.decision.value
    return f"{shown(value)} ({outcome.decision.status})" + ("" if choice is None else place_of(choice))
