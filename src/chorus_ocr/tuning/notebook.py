"""Evaluations and comparisons as a notebook shows them: figures, the wrong-rate first, and the documents to look at."""

from typing import TYPE_CHECKING, Final

from chorus_ocr.compliance.messages import Lang
from chorus_ocr.drawing.beside import table
from chorus_ocr.drawing.marks import cut
from chorus_ocr.drawing.markup import NEW_LINE, Markup, element, joined
from chorus_ocr.tuning.comparison_text import COUNTS as EFFECTS
from chorus_ocr.tuning.comparison_text import SIGNS, side, told
from chorus_ocr.tuning.grading import Outcome, Tally
from chorus_ocr.tuning.tables import COUNTS, shown

if TYPE_CHECKING:
    from chorus_ocr.tuning.comparison import Comparison, Effects, FieldComparison
    from chorus_ocr.tuning.corpus import Unread
    from chorus_ocr.tuning.evaluation import Evaluation

WORST: Final = 10
"""How many documents are shown, those to look at first."""

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
    return element("div", joined([*parts, *_unread(evaluation.unread)], NEW_LINE))


def comparison_html(comparison: "Comparison") -> str:
    """Return a comparison as a piece of HTML: what its page tells, in brief."""
    effects, worth = comparison.effects, comparison.by_change
    graded = sum(each.graded for each in comparison.documents)
    counts = f"{len(comparison.documents)} documents, {graded} with a truth; net effect {effects.net:+}: "
    parts = [
        element("p", f"{comparison.diff.before} → {comparison.diff.after}"),
        element("p", counts, element("b", _brief(effects))),
        _tallies("", [("before", comparison.before.total), ("after", comparison.after.total)]),
    ]
    changes = [
        (str(change), *(_counts(worth[change])[:-1] if change in worth else ("",) * (len(EFFECTS) - 1)))
        for change in comparison.diff.changes
    ]
    if changes:
        parts.append(table(("what differs between the packs", *EFFECTS[:-1]), changes, figures=True))
    fields = [
        (name, *_counts(each)) for name, each in comparison.by_field.items() if each.broken + each.fixed + each.changed
    ]
    if fields:
        parts.append(table(("field", *EFFECTS), fields, figures=True))
    worst = comparison.worst()
    differences = [
        _difference(each.id, field, graded=each.graded) for each in worst[:WORST] for field in each.differences
    ]
    if differences:
        parts.append(table(("document", "field", "effect", "printed", "before", "after", "by"), differences))
    if len(worst) > WORST:
        parts.append(element("p", f"and {len(worst) - WORST} more documents that differ"))
    return element("div", joined([*parts, *_unread(comparison.unread)], NEW_LINE), lang=str(Lang.EN))


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


def _difference(document: str, each: "FieldComparison", *, graded: bool) -> tuple[str, ...]:
    effect = told(each).partition(" · ")[0]
    printed = cut(shown(each.before.expected)) if graded else ""
    responsible = "; ".join(map(str, each.responsible))
    sides = (cut(side(outcome), MOST_OF_A_SIDE) for outcome in (each.before, each.after))
    return document, each.field, effect, printed, *sides, responsible


def _unread(unread: "tuple[Unread, ...]") -> list[Markup]:
    rows = [(each.source, each.error_type, each.message) for each in unread[:WORST]]
    return [table(("not read", "error", "cause"), rows)] if rows else []
