"""How one field of one document is graded against what is printed there."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Final

from chorus_ocr.prefill import LigneTva
from chorus_ocr.recognition.candidate import Decision, Status
from chorus_ocr.report import Report
from chorus_ocr.tuning.truth import AMOUNTS, VAT_LINES, Truth, VatLine, as_text


class Grade(StrEnum):
    """What a field was worth, worst first: a wrong value is far worse than a blank one."""

    WRONG = "wrong"
    """A value that is not the printed one."""
    SPURIOUS = "spurious"
    """A value where the page prints none."""
    MISSING = "missing"
    """Blank, or not reported as it should be, where the page prints a value."""
    FLAGGED = "flagged"
    """Blank and rightly so: the printed value fails its checksum, or has a rival, and the report says so."""
    INFERRED = "inferred"
    """Not printed, but it follows from what is."""
    CORRECT = "correct"
    BLANK = "blank"
    """Blank, as on the page."""
    NOT_SCORED = "not_scored"
    """The truth does not say what is printed."""


FAILURES: Final = frozenset({Grade.WRONG, Grade.SPURIOUS, Grade.MISSING})
"""The grades that keep a document from being wholly right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One field of one document: what the page prints, what was returned, and the grade of it.

    ``expected`` is the printed value (one that fails its checksum and one without a keyword, too), or the tuple of
    rivals; ``returned`` what the form was filled with. ``decision`` has the candidates and their verdicts; None where
    nothing was read.
    """

    field: str
    grade: Grade
    expected: object
    returned: object
    decision: Decision[object] | None

    @property
    def failed(self) -> bool:
        """Whether it is wrong, spurious or missing."""
        return self.grade in FAILURES


def grade_fields(truth: Truth, report: Report | None, names: Sequence[str]) -> tuple[Outcome, ...]:
    """Grade the fields of one document; ``report`` None stands for a file that could not be read."""
    return tuple(_outcome(truth, report, name) for name in names)


def _outcome(truth: Truth, report: Report | None, name: str) -> Outcome:
    decision = None if report is None else report.fields.get(name)
    returned = None if report is None else _returned(report, name)
    return Outcome(
        field=name,
        grade=grade(truth, name, returned, decision),
        expected=_expected(truth, name),
        returned=returned,
        decision=decision,
    )


def _returned(report: Report, name: str) -> object:
    """What the form holds; a field of the application's own is held by its rule alone."""
    rule = report.rules.fields.get(name)
    return getattr(report.prefill, name, None) if rule is None else report.value(rule)


def _expected(truth: Truth, name: str) -> object:
    told: tuple[Mapping[str, object], ...] = (truth.invalid, truth.rivals, truth.unannounced, truth.prefill)
    return next((held[name] for held in told if name in held), None)


def grade(truth: Truth, name: str, returned: object, decision: Decision[object] | None) -> Grade:
    """Grade what was returned for a field.

    Identifiers are compared without blanks and in any case, amounts to the cent, VAT lines by rate and amount.

    >>> truth = Truth.from_dict({"id": "F-12", "prefill": {"montant_ttc": "120.00", "bic": None}})
    >>> [grade(truth, "montant_ttc", Decimal(each), None).value for each in ("120", "-120.00", "12")]
    ['correct', 'wrong', 'wrong']
    >>> grade(truth, "bic", None, None).value, grade(truth, "iban", "FR14…", None).value
    ('blank', 'not_scored')
    """
    if name not in truth.prefill:
        return Grade.NOT_SCORED
    want, got = normal(name, truth.prefill[name]), normal(name, returned)
    if truth.signs_count and want == got and _negative(name, truth.prefill[name]) != _negative(name, returned):
        return Grade.WRONG
    if name in truth.invalid:
        return _grade_reported(got, decision, Status.INVALID, _shows(decision, truth.invalid[name]))
    if name in truth.unannounced:
        return Grade.BLANK if got in (None, normal(name, truth.unannounced[name])) else Grade.WRONG
    if name in truth.rivals:
        shown = all(_holds(name, decision, rival) for rival in truth.rivals[name])
        return _grade_reported(got, decision, Status.AMBIGUOUS, shown)
    if want is None:
        if got is None:
            return Grade.BLANK
        return Grade.INFERRED if got == normal(name, truth.derivable.get(name)) else Grade.SPURIOUS
    if name in truth.ocr_errors or (isinstance(want, tuple) and any(None in line for line in want)):
        return Grade.NOT_SCORED
    if got is None:
        return Grade.MISSING
    return Grade.CORRECT if got == want else Grade.WRONG


def normal(name: str, value: object) -> object:
    """Return a value as it is compared: None for a blank one, amounts to the cent and without sign.

    >>> normal("code_service", " fac-07 b"), normal("montant_ht", Decimal("-12.5"))
    ('FAC-07B', Decimal('12.50'))
    """
    if value is None or value == "" or value == ():
        return None
    if name == VAT_LINES and isinstance(value, tuple):
        lines = [(cents(each.taux), cents(each.montant)) for each in value if isinstance(each, LigneTva | VatLine)]
        return tuple(sorted(lines, key=str))
    if name in AMOUNTS and isinstance(value, Decimal):
        return cents(value)
    return re.sub(r"\s+", "", as_text(value)).upper()


def cents(value: Decimal | None) -> Decimal | None:
    """Return a number as it is compared: to the cent and without sign."""
    if value is None:
        return None
    try:
        return abs(value).quantize(Decimal("0.01"))
    except InvalidOperation:  # more digits than the context holds
        return abs(value)


def _negative(name: str, value: object) -> bool:
    return name in AMOUNTS and isinstance(value, Decimal) and value < 0


def _grade_reported(got: object, decision: Decision[object] | None, status: Status, shown: bool) -> Grade:
    """Grade a field that must stay blank with this status, the printed values among its candidates."""
    if got is not None:
        return Grade.WRONG
    return Grade.FLAGGED if decision is not None and decision.status is status and shown else Grade.MISSING


def _shows(decision: Decision[object] | None, printed: str) -> bool:
    """Whether a text is among the candidates, whatever marks group its letters and digits."""
    wanted = re.sub(r"[^0-9A-Z]", "", printed.upper())
    return any(wanted in re.sub(r"[^0-9A-Z]", "", text.upper()) for text in _told(decision))


def _holds(name: str, decision: Decision[object] | None, rival: object) -> bool:
    wanted = normal(name, rival)
    if decision is not None and any(normal(name, each.value) == wanted for each in decision.candidates):
        return True
    return isinstance(wanted, str) and any(wanted in re.sub(r"\s+", "", text).upper() for text in _told(decision))


def _told(decision: Decision[object] | None) -> list[str]:
    candidates = () if decision is None else decision.candidates
    return [f"{'' if each.value is None else as_text(each.value)} {each.raw}" for each in candidates]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many fields got each grade, and the two rates that follow."""

    wrong: int = 0
    spurious: int = 0
    missing: int = 0
    flagged: int = 0
    inferred: int = 0
    correct: int = 0
    blank: int = 0
    not_scored: int = 0

    @classmethod
    def of(cls, counts: Mapping[Grade, int]) -> "Tally":
        """Return the tally of a count of grades.

        >>> tally = Tally.of({Grade.CORRECT: 98, Grade.WRONG: 1, Grade.MISSING: 1})
        >>> tally.printed, tally.returned, tally.recall, round(tally.wrong_rate, 4)
        (100, 99, 0.98, 0.0101)
        """
        return cls(**{str(each): count for each, count in counts.items()})

    @property
    def printed(self) -> int:
        """How many values the pages print."""
        return self.correct + self.flagged + self.wrong + self.missing

    @property
    def returned(self) -> int:
        """How many values were returned and could be judged."""
        return self.correct + self.wrong + self.spurious

    @property
    def scored(self) -> int:
        """How many fields were graded at all."""
        return self.printed + self.spurious + self.inferred + self.blank

    @property
    def wrong_rate(self) -> float:
        """The share of wrong and spurious values among those returned; 0 where none was returned."""
        return (self.wrong + self.spurious) / self.returned if self.returned else 0.0

    @property
    def recall(self) -> float:
        """The share of printed values that were returned right, or rightly flagged; 1 where none is printed."""
        return (self.correct + self.flagged) / self.printed if self.printed else 1.0

    def to_dict(self) -> dict[str, int | float]:
        """Return the rates, the wrong-rate first, and the counts."""
        counts = {str(each): int(getattr(self, each)) for each in Grade}
        return {"wrong_rate": self.wrong_rate, "recall": self.recall, "printed": self.printed, **counts}
