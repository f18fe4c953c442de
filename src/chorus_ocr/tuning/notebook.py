"""An evaluation as a notebook shows it: the tallies, the wrong-rate first, and the documents to look at."""

from typing import TYPE_CHECKING, Final

from chorus_ocr.drawing.beside import table
from chorus_ocr.drawing.marks import cut
from chorus_ocr.drawing.markup import NEW_LINE, element, joined
from chorus_ocr.tuning.grading import Outcome, Tally
from chorus_ocr.tuning.tables import COUNTS, shown

if TYPE_CHECKING:
    from chorus_ocr.tuning.evaluation import Evaluation

WORST: Final = 10
"""How many documents are shown that are not wholly right."""


def evaluation_html(evaluation: "Evaluation") -> str:
    """Return an evaluation as a piece of HTML."""
    rows = [*evaluation.tallies.items(), ("core fields", evaluation.core), ("all fields", evaluation.total)]
    heads = ("field", "wrong-rate", "recall", "printed", *map(str, COUNTS))
    told = [element("p", repr(evaluation)), table(heads, [_tally(name, tally) for name, tally in rows])]
    failures = [_failure(each.id, outcome) for each in evaluation.worst(WORST) for outcome in each.failures]
    if failures:
        told.append(table(("document", "field", "grade", "printed", "returned", "status"), failures))
    unread = [(each.source, each.error_type, each.message) for each in evaluation.unread[:WORST]]
    if unread:
        told.append(table(("not read", "error", "cause"), unread))
    return element("div", joined(told, NEW_LINE))


def _tally(name: str, tally: Tally) -> tuple[str, ...]:
    counts = (str(getattr(tally, each)) for each in COUNTS)
    return name, f"{tally.wrong_rate:.4f}", f"{tally.recall:.4f}", str(tally.printed), *counts


def _failure(document: str, outcome: Outcome) -> tuple[str, ...]:
    status = "not read" if outcome.decision is None else str(outcome.decision.status)
    told = (cut(shown(outcome.expected)), cut(shown(outcome.returned)))
    return document, outcome.field, str(outcome.grade), *told, status
