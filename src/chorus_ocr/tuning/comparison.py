"""What one rule pack fixes and breaks where another stood: per field and document, in sum, and by what was changed.

Wrong values are told before blanks, everywhere, as in an evaluation.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from chorus_ocr.recognition.candidate import Status
from chorus_ocr.report.plain import Json
from chorus_ocr.tuning.corpus import Skipped, Unread
from chorus_ocr.tuning.evaluation import Evaluation, Record, cell, plain_outcome, plain_rules, record_of
from chorus_ocr.tuning.grading import Grade, Outcome
from chorus_ocr.tuning.pack_diff import PackChange, PackDiff, few

SCHEMA_VERSION: Final = 1

WRONG: Final = frozenset({Grade.WRONG, Grade.SPURIOUS})


class Effect(StrEnum):
    """What became of a field from one pack to another."""

    BROKEN = "broken"
    """Right before, wrong or missing now; or missing before, and wrong now."""
    FIXED = "fixed"
    """Wrong or missing before, right now."""
    CHANGED = "changed"
    """Another value or status, and no better or worse for all that is known: the truth does not tell, or neither is
    right. A wrong value that is blank now is among these: it does less harm, and is not right."""
    SAME = "same"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class FieldComparison:
    """One field of one document with either pack. ``responsible``: the changes of the pack that this comes from."""

    field: str
    effect: Effect
    before: Outcome
    after: Outcome
    responsible: tuple[PackChange, ...] = ()

    @property
    def newly_wrong(self) -> bool:
        """Whether a value is wrong that was not: the worst that a change can do."""
        return self.effect is Effect.BROKEN and self.after.grade in WRONG

    @property
    def newly_blank(self) -> bool:
        """Whether a value is missing that was right."""
        return self.effect is Effect.BROKEN and self.after.grade not in WRONG

    @property
    def differs(self) -> bool:
        """Whether it is anything but the same."""
        return self.effect is not Effect.SAME

    def __repr__(self) -> str:
        by = f", by {few(self.responsible)}" if self.responsible else ""
        return f"<FieldComparison {self.field}: {self.effect} ({self.before.grade} → {self.after.grade}){by}>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Effects:
    """How many fields had which effect."""

    newly_wrong: int = 0
    newly_blank: int = 0
    fixed: int = 0
    changed: int = 0
    same: int = 0

    @classmethod
    def of(cls, compared: Iterable[FieldComparison]) -> "Effects":
        """Count the effects."""
        return cls(**Counter(_count(each) for each in compared))

    @property
    def broken(self) -> int:
        """How many were right, or blank, and are wrong or missing now."""
        return self.newly_wrong + self.newly_blank

    @property
    def net(self) -> int:
        """How many more are fixed than broken."""
        return self.fixed - self.broken

    @property
    def harm(self) -> tuple[int, int, int, int]:
        """What to look at first sorts first: newly wrong, newly blank, fixed, changed, most of each."""
        return -self.newly_wrong, -self.newly_blank, -self.fixed, -self.changed

    def to_dict(self) -> dict[str, int]:
        """Return the counts, the worst first."""
        return {
            "newly_wrong": self.newly_wrong,
            "newly_blank": self.newly_blank,
            "fixed": self.fixed,
            "changed": self.changed,
            "same": self.same,
        }

    def brief(self) -> str:
        """Return the counts of what differs, without what there is none of.

        >>> Effects(newly_wrong=1, fixed=3, same=20).brief(), Effects(same=24).brief()
        ('1 newly wrong, 3 fixed', 'the same')
        """
        told = [f"{count} {name.replace('_', ' ')}" for name, count in self.to_dict().items() if count]
        return ", ".join(each for each in told if not each.endswith(" same")) or "the same"

    def __str__(self) -> str:
        told = [
            f"{self.broken} broken ({self.newly_wrong} newly wrong, {self.newly_blank} newly blank)"
            if self.broken
            else "0 broken",
            f"{self.fixed} fixed",
            f"{self.changed} changed",
        ]
        return ", ".join(told)


def _count(compared: FieldComparison) -> str:
    if compared.newly_wrong:
        return "newly_wrong"
    return "newly_blank" if compared.newly_blank else str(compared.effect)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class DocumentComparison:
    """One document with either pack. ``graded``: whether a truth is known; without one nothing is fixed or broken.

    ``id``, ``source``, ``language`` and ``kind`` are those of ``DocumentOutcome``.
    """

    id: str
    source: str
    language: str | None
    kind: str
    graded: bool
    fields: tuple[FieldComparison, ...]

    @property
    def differences(self) -> tuple[FieldComparison, ...]:
        """The fields that are not the same, in the order of the form."""
        return tuple(each for each in self.fields if each.differs)

    @property
    def effects(self) -> Effects:
        """The document's own counts."""
        return Effects.of(self.fields)

    def __repr__(self) -> str:
        return f"<DocumentComparison {self.id}: {self.effects.brief()}{'' if self.graded else ', no truth'}>"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Comparison:
    """What the second of two packs fixes and breaks on a corpus.

    ``diff``: what differs between the packs. ``before`` and ``after``: the evaluation of each on the documents whose
    truth is known. ``documents``: all that both packs were run on, in the order of the corpus. The fields are those of
    both packs: a pack leaves blank what it does not have.
    """

    diff: PackDiff
    before: Evaluation
    after: Evaluation
    documents: tuple[DocumentComparison, ...]

    @property
    def effects(self) -> Effects:
        """The counts over all fields of all documents."""
        return Effects.of(self._all())

    @property
    def broken(self) -> int:
        """How many fields were right, or blank, and are wrong or missing now."""
        return self.effects.broken

    @property
    def fixed(self) -> int:
        """How many fields were wrong or missing, and are right now."""
        return self.effects.fixed

    @property
    def by_field(self) -> Mapping[str, Effects]:
        """The counts of each field, in the order of the form."""
        held: dict[str, list[FieldComparison]] = {name: [] for name in self.before.fields}
        for each in self._all():
            held[each.field].append(each)
        return {name: Effects.of(compared) for name, compared in held.items()}

    @property
    def by_change(self) -> Mapping[PackChange, Effects]:
        """The counts of each change of the pack that may decide anything: what it is worth alone.

        Where several are responsible for one difference, it counts for each.
        """
        held: dict[PackChange, list[FieldComparison]] = {each: [] for each in self.diff.changes if each.decides}
        for each in self._all():
            for change in each.responsible:
                held[change].append(each)
        return {change: Effects.of(compared) for change, compared in held.items()}

    @property
    def unread(self) -> tuple[Unread, ...]:
        """Files that could not be read or understood."""
        return self.before.unread

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """Documents that were left out, and why."""
        return self.before.skipped

    def worst(self, count: int | None = None) -> tuple[DocumentComparison, ...]:
        """Return the documents that differ, those to look at first before the others.

        Those with the most values that are newly wrong, then newly blank, then fixed, then changed.
        """
        differing = [each for each in self.documents if each.differences]
        return tuple(sorted(differing, key=lambda each: (*each.effects.harm, each.id, each.source))[:count])

    def to_text(self, *, worst: int = 5) -> str:
        """Return the changes of the pack, what they fix and break, and the ``worst`` documents to look at first."""
        from chorus_ocr.tuning.comparison_text import text

        return text(self, worst)

    def to_html(self, *, worst: int | None = None) -> str:
        """Return a page of HTML that stands alone: no script, nothing fetched, whatever a file says escaped.

        ``worst``: how many documents are shown, those to look at first; None: all that differ.
        """
        from chorus_ocr.tuning.comparison_page import page

        return page(self, worst)

    def _repr_html_(self) -> str:
        """Return what a notebook shows."""
        from chorus_ocr.tuning.notebook import comparison_html

        return comparison_html(self)

    def to_dict(self, *, worst: int | None = None) -> dict[str, Json]:
        """Return the comparison as plain data, ready for JSON; ``worst`` None: every document that differs."""
        worth = self.by_change
        return {
            "schema_version": SCHEMA_VERSION,
            "before": _plain_side(self.before),
            "after": _plain_side(self.after),
            "changes": [{**change.to_dict(), **worth.get(change, Effects()).to_dict()} for change in self.diff.changes],
            "documents": len(self.documents),
            "graded": sum(each.graded for each in self.documents),
            "effects": {**self.effects.to_dict()},
            "fields": {name: {**each.to_dict()} for name, each in self.by_field.items()},
            "worst": [_plain_document(each) for each in self.worst(worst)],
            "unread": [each.to_dict() for each in self.unread],
            "skipped": [each.to_dict() for each in self.skipped],
            "unknown_fields": list(self.before.unknown_fields),
        }

    def to_json(self, *, worst: int | None = None, indent: int | None = 2) -> str:
        """Return the comparison as JSON text, accents as they are."""
        return json.dumps(self.to_dict(worst=worst), ensure_ascii=False, indent=indent)

    def to_records(self) -> list[Record]:
        """Return one flat record for each field of each document, the same ones too: ``pandas.DataFrame(records)``."""
        return [_record(document, each) for document in self.documents for each in document.fields]

    def __repr__(self) -> str:
        graded = sum(each.graded for each in self.documents)
        return (
            f"<Comparison {self.diff.before} → {self.diff.after}: {self.effects}; "
            f"{len(self.documents)} documents, {graded} with a truth, {len(self.unread)} unread>"
        )

    def _all(self) -> Iterator[FieldComparison]:
        for document in self.documents:
            yield from document.fields


def compared(before: Outcome, after: Outcome) -> Effect:
    """Return what became of a field.

    >>> right = Outcome(field="iban", grade=Grade.CORRECT, expected="FR14", returned="FR14", decision=None)
    >>> blank = Outcome(field="iban", grade=Grade.MISSING, expected="FR14", returned=None, decision=None)
    >>> compared(right, blank).value, compared(blank, right).value, compared(blank, blank).value
    ('broken', 'fixed', 'same')
    """
    was, now = _badness(before.grade), _badness(after.grade)
    if now > was:
        return Effect.BROKEN
    if was > now == 0:
        return Effect.FIXED
    return Effect.SAME if _held(before) == _held(after) else Effect.CHANGED


def _badness(grade: Grade) -> int:
    if grade in WRONG:
        return 2
    return 1 if grade is Grade.MISSING else 0


def _held(outcome: Outcome) -> tuple[object, ...]:
    if outcome.decision is None:  # a pack without the field leaves it blank, as where nothing announces it
        return outcome.returned, Status.ABSENT, None
    return outcome.returned, outcome.decision.status, outcome.decision.value


def _plain_side(evaluation: Evaluation) -> Json:
    return {
        "rules": plain_rules(evaluation.rules),
        "wholly_right": evaluation.wholly_right,
        "all_fields": {**evaluation.total.to_dict()},
        "core_fields": {**evaluation.core.to_dict()},
    }


def _plain_document(document: DocumentComparison) -> Json:
    return {
        "id": document.id,
        "source": document.source,
        "language": document.language,
        "kind": document.kind,
        "graded": document.graded,
        "effects": {**document.effects.to_dict()},
        "differences": [
            {
                "field": each.field,
                "effect": str(each.effect),
                "responsible": [str(change) for change in each.responsible],
                "before": plain_outcome(each.before),
                "after": plain_outcome(each.after),
            }
            for each in document.differences
        ],
    }


SIDES: Final = ("grade", "returned", "status", "keyword", "relation", "page", "verdicts")
"""What a record tells of either pack."""


def _record(document: DocumentComparison, each: FieldComparison) -> Record:
    before, after = record_of(each.before), record_of(each.after)
    sides: Record = {}
    for name in SIDES:
        sides |= {f"{name}_before": before[name], f"{name}_after": after[name]}
    return {
        "document": document.id,
        "source": document.source,
        "language": document.language,
        "kind": document.kind,
        "field": each.field,
        "effect": str(each.effect),
        "newly_wrong": int(each.newly_wrong),
        "expected": cell(each.before.expected),
        **sides,
        "responsible": "; ".join(map(str, each.responsible)) or None,
    }
