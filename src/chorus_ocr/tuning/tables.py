"""Tallies and outcomes as text for a terminal."""

from collections.abc import Iterable, Sequence
from typing import Final

from chorus_ocr.recognition.candidate import Candidate
from chorus_ocr.tuning.grading import Grade, Outcome, Tally
from chorus_ocr.tuning.truth import plain_truth

COUNTS: Final = (Grade.CORRECT, Grade.FLAGGED, Grade.WRONG, Grade.SPURIOUS, Grade.MISSING)
MOST_CANDIDATES: Final = 8
"""How many candidates of one field are shown."""
MOST_CHARACTERS: Final = 60
"""How much of a sentence that was taken for a value is shown."""


def tally_table(rows: Sequence[tuple[str, Tally]]) -> list[str]:
    """Return the lines of a table of tallies, the wrong-rate before the recall."""
    width = max((len(name) for name, _ in rows), default=0)
    heads = ("wrong-rate", "recall", "printed", *map(str, COUNTS))
    lines = [" ".join([" " * width, *(f"{head:>10}" for head in heads)])]
    for name, tally in rows:
        cells = [f"{tally.wrong_rate:.4f}", f"{tally.recall:.4f}", str(tally.printed)]
        cells += [str(getattr(tally, each)) for each in COUNTS]
        lines.append(" ".join([name.ljust(width), *(f"{cell:>10}" for cell in cells)]))
    return lines


def outcome_lines(outcome: Outcome) -> list[str]:
    """Return what went wrong with one field: the values, and the verdict on every candidate."""
    status = "not read" if outcome.decision is None else str(outcome.decision.status)
    expected, returned = shown(outcome.expected), shown(outcome.returned)
    lines = [f"{outcome.field}: {outcome.grade} · printed {expected} · returned {returned} ({status})"]
    candidates = () if outcome.decision is None else outcome.decision.candidates
    lines += [f"  {_candidate_line(each)}" for each in candidates[:MOST_CANDIDATES]]
    if len(candidates) > MOST_CANDIDATES:
        lines.append(f"  … and {len(candidates) - MOST_CANDIDATES} more")
    return lines


def _candidate_line(candidate: Candidate[object]) -> str:
    value, raw = _cut(shown(candidate.value)), _cut(candidate.raw)
    told = f"{candidate.verdict}: {value}" + ("" if raw == value else f" ({raw!r})") + place_of(candidate)
    return told + (f", {_cut(candidate.detail)}" if candidate.detail else "")


def place_of(candidate: Candidate[object]) -> str:
    """Return which keyword announces a candidate, and from where, to go on with."""
    keyword = f", « {candidate.keyword} »" if candidate.keyword else ""
    relation = f" {candidate.relation}" if candidate.relation else ""
    return f"{keyword}{relation}, page {candidate.page}"


def _cut(text: str) -> str:
    return text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - 1] + "…"


def shown(value: object) -> str:
    """Return a value on one line.

    >>> shown(None), shown(("A1", "A2"))
    ('nothing', 'A1; A2')
    """
    return _line(plain_truth(value))


def _line(value: object) -> str:
    match value:
        case None | [] | "":
            return "nothing"
        case {"taux": rate, "montant": amount}:
            return f"{rate} % = {amount}"
        case list():
            return "; ".join(_line(each) for each in value)
        case _:
            return str(value)


def indented(lines: Iterable[str], by: str = "  ") -> list[str]:
    """Return lines moved to the right."""
    return [by + line for line in lines]


def listed(title: str, items: Sequence[str], most: int | None = None) -> list[str]:
    """Return the lines of a list under its title, none for an empty one; at most so many, then how many more."""
    if not items:
        return []
    more = [] if most is None or len(items) <= most else [f"… and {len(items) - most} more"]
    return ["", f"{title} ({len(items)}):", *indented([*items[:most], *more])]
