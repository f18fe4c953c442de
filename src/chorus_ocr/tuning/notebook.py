"""Evaluations and comparisons as a notebook shows them: figures, the wrong-rate first, and the documents to look at."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from chorus_ocr.compliance.messages import Lang
from chorus_ocr.drawing.beside import table
from chorus_ocr.drawing.marks import cut
from chorus_ocr.drawing.markup import NEW_LINE, Markup, element, joined
from chorus_ocr.tuning.comparison_text import COUNTS as EFFECTS
from chorus_ocr.tuning.comparison_text import SIGNS, side, told
from chorus_ocr.tuning.grading import Outcome, Tally
from chorus_ocr.tuning.pack_diff import few
from chorus_ocr.tuning.tables import COUNTS, shown

if TYPE_CHECKING:
    from chorus_ocr.tuning.comparison import Comparison, Effects, FieldComparison
    from chorus_ocr.tuning.evaluation import Evaluation

WORST: Final = 10
"""How many documents are shown, those to look at first."""
CHANGES: Final = 20
"""How many changes of a pack are shown, those that did something first."""

MOST_OF_A_SIDE: Final = 120
"""How many characters are shown of what a pack made of a field: a value, and where its keyword stands."""

_TALLIES: Final = ("wrong-rate", "recall", "printed", *map(str, COUNTS))


def evaluation_html(evaluation: "Evaluation") -> str:
    """Return an evaluation as a piece of HTML."""
    rows = [*evaluation.tallies.items(), ("core fields", evaluation.core), ("all fields", evaluation.total)]
    parts = [element("p", repr(evaluation)), _tallies("field", rows)]
    failures = [_failure(each.id, outcome) for each in evaluation.worst(WORST) for outcome in each.failures]
    if failures:
        parts.append(table(("document", "field", "grade", "printed", "returned", "status"), failures))
    return element("div", joined([*parts, *_left_out(evaluation)], NEW_LINE))


def comparison_html(comparison: "Comparison") -> str:
    """Return a comparison as a piece of HTML: what its page tells, in brief."""
    graded = sum(each.graded for each in comparison.documents)
    counts = f"{len(comparison.documents)} documents, {graded} with a truth; net effect {comparison.effects.net:+}: "
    parts = [
        element("p", f"{comparison.diff.before} → {comparison.diff.after}"),
        element("p", counts, element("b", _brief(comparison.effects))),
        _tallies("", [("before", comparison.before.total), ("after", comparison.after.total)]),
        *_changes(comparison),
        *_by_field(comparison),
        *_documents(comparison),
        *_left_out(comparison.before),
    ]
    return element("div", joined(parts, NEW_LINE), lang=str(Lang.EN))


def _changes(comparison: "Comparison") -> Iterator[Markup]:
    worth, changes = comparison.by_change, comparison.diff.changes
    none = ("",) * (len(EFFECTS) - 1)
    told_first = sorted(changes, key=lambda each: _idle(worth.get(each)))[:CHANGES]
    if changes:
        rows = [(str(each), *(_counts(worth[each])[:-1] if each in worth else none)) for each in told_first]
        yield table(("what differs between the packs", *EFFECTS[:-1]), rows, figures=True)
    yield from _more(len(changes) - CHANGES, "changes")


def _by_field(comparison: "Comparison") -> Iterator[Markup]:
    rows = [(name, *_counts(each)) for name, each in comparison.by_field.items() if not _idle(each)]
    if rows:
        yield table(("field", *EFFECTS), rows, figures=True)


def _documents(comparison: "Comparison") -> Iterator[Markup]:
    worst = comparison.worst()
    rows = [_difference(each.id, field, graded=each.graded) for each in worst[:WORST] for field in each.differences]
    if rows:
        yield table(("document", "field", "effect", "printed", "before", "after", "by"), rows)
    yield from _more(len(worst) - WORST, "documents that differ")


def _more(count: int, what: str) -> Iterator[Markup]:
    if count > 0:
        yield element("p", f"and {count} more {what}")


def _tallies(corner: str, rows: list[tuple[str, Tally]]) -> Markup:
    return table((corner, *_TALLIES), [_tally(name, tally) for name, tally in rows], figures=True)


def _tally(name: str, tally: Tally) -> tuple[str, ...]:
    counts = (str(getattr(tally, each)) for each in COUNTS)
    return name, f"{tally.wrong_rate:.4f}", f"{tally.recall:.4f}", str(tally.printed), *counts


def _failure(document: str, outcome: Outcome) -> tuple[str, ...]:
    status = "not read" if outcome.decision is None else str(outcome.decision.status)
    values = (cut(shown(outcome.expected)), cut(shown(outcome.returned)))
    return document, outcome.field, str(outcome.grade), *values, status


def _brief(effects: "Effects") -> str:
    counted = zip(SIGNS, EFFECTS, effects.to_dict().values(), strict=False)
    return " · ".join(f"{sign} {word} {count}" for sign, word, count in counted if count) or "✓ nothing differs"


def _counts(effects: "Effects") -> tuple[str, ...]:
    return tuple(map(str, effects.to_dict().values()))


def _idle(effects: "Effects | None") -> bool:
    return effects is None or not (effects.broken or effects.fixed or effects.changed)


def _difference(document: str, each: "FieldComparison", *, graded: bool) -> tuple[str, ...]:
    effect = told(each).partition(" · ")[0]
    printed = cut(shown(each.before.expected)) if graded else ""
    sides = (cut(side(outcome), MOST_OF_A_SIDE) for outcome in (each.before, each.after))
    return document, each.field, effect, printed, *sides, few(each.responsible)


def _left_out(evaluation: "Evaluation") -> Iterator[Markup]:
    unread = [(each.source, each.error_type, each.message) for each in evaluation.unread[:WORST]]
    if unread:
        yield table(("not read", "error", "cause"), unread)
    yield from _more(len(evaluation.unread) - WORST, "files that were not read")
    skipped = [(each.source, each.reason) for each in evaluation.skipped[:WORST]]
    if skipped:
        yield table(("left out", "reason"), skipped)
    yield from _more(len(evaluation.skipped) - WORST, "documents that were left out")
    if evaluation.unknown_fields:
        yield element("p", f"not in the rules: {', '.join(evaluation.unknown_fields)}")
