"""Which change of a pack is responsible for a difference, as far as the candidates tell it."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from chorus_ocr.recognition.candidate import Candidate, Decision
from chorus_ocr.tuning.pack_diff import ANNOUNCING, PackChange, PackDiff, Sign

Decisions: TypeAlias = Mapping[str, Decision[object]]
"""The decisions of one pack on one document, by field."""


def responsible(diff: PackDiff, name: str, before: Decisions, after: Decisions) -> tuple[PackChange, ...]:
    """Return the changes that a difference on a field comes from, the first of these that there are:

    - the field itself, where only one pack has it;
    - the words that announce the value chosen by either pack, which the other does not have;
    - those that announce a candidate of the field, or set one aside;
    - what else of the field was changed;
    - those that announce a candidate of another field: all fields are decided together;
    - all the changes that may decide anything, where no candidate points at one.
    """
    able = [change for change in diff.changes if change.decides]

    def chosen(change: PackChange) -> bool:
        return _names(change, name, before, after, _chosen)

    def seen(change: PackChange) -> bool:
        return _names(change, name, before, after, _all)

    def seen_elsewhere(change: PackChange) -> bool:
        return any(_names(change, other, before, after, _all) for other in {**before, **after})

    tests: tuple[Callable[[PackChange], bool], ...] = (
        lambda change: change.kind == "field" and change.field == name,
        chosen,
        seen,
        lambda change: change.field == name and change.kind not in ANNOUNCING,
        seen_elsewhere,
    )
    for test in tests:
        found = tuple(filter(test, able))
        if found:
            return found
    return tuple(able)


def _names(
    change: PackChange,
    name: str,
    before: Decisions,
    after: Decisions,
    candidates: "Callable[[Decision[object]], Iterator[Candidate[object]]]",
) -> bool:
    """Whether candidates of a field name the words that changed: as new ones, as old ones, or as either."""
    if change.kind not in ANNOUNCING or change.field not in (None, name):
        return False
    sides = [after] if change.sign is Sign.ADDED else [before] if change.sign is Sign.REMOVED else [before, after]
    return any(
        candidate.keyword == change.what for side in sides if name in side for candidate in candidates(side[name])
    )


def _chosen(decision: Decision[object]) -> Iterator[Candidate[object]]:
    if decision.choice is not None:
        yield decision.choice


def _all(decision: Decision[object]) -> Iterator[Candidate[object]]:
    yield from decision.candidates
