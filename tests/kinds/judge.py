"""Compares what was recognised with what a page prints, by the definitions of the corpus's ``score.py``."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal

from chorus_ocr.prefill import LigneTva
from chorus_ocr.recognition.candidate import Decision, Status
from fixtures.bill import VatLine
from fixtures.truth import Printed
from kinds.paper import Drawing

NAMES = tuple(each.name for each in fields(Printed))
FRAGMENTS = ("motif_exoneration", "affactureur")
"""Fields whose value is a mention: the truth is the part of it that must not be missing."""


def compact(value: object) -> object:
    """Return a value in the form that is compared: no spaces, capitals, VAT lines as (rate, amount)."""
    if value is None or isinstance(value, date):
        return value
    if isinstance(value, Decimal):
        return value.quantize(Decimal("0.01"))
    if isinstance(value, tuple):
        return tuple(sorted(_line(each) for each in value))
    return re.sub(r"\s+", "", str(value)).upper()


def _line(line: object) -> tuple[Decimal, Decimal]:
    if isinstance(line, VatLine):
        return line.rate, line.amount
    assert isinstance(line, LigneTva)
    return line.taux, Decimal(-1) if line.montant is None else line.montant


def same(name: str, got: object, want: object) -> bool:
    """Say whether a returned value is the printed one."""
    one, other = compact(got), compact(want)
    if name in FRAGMENTS and isinstance(one, str) and isinstance(other, str):
        return other in one
    return one == other


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One field of one drawing: ``outcome`` is correct, flagged, blank, inferred, wrong, spurious or missing."""

    field: str
    outcome: str
    got: object
    want: object
    decision: Decision[object]

    @property
    def fault(self) -> bool:
        """Whether the field is not as it should be."""
        return self.outcome in ("wrong", "spurious", "missing", "status", "verdict")

    def __str__(self) -> str:
        seen = "; ".join(f"{each.raw!r} {each.verdict}" for each in self.decision.candidates) or "no candidates"
        says = f"got {_shown(self.got)}, expected {_shown(self.want)}"
        return f"{self.field}: {self.outcome}, {says} ({self.decision.status}: {seen})"


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return " + ".join(_shown(each) for each in value)
    if isinstance(value, VatLine):
        return f"{value.rate} %: {value.amount}"
    if isinstance(value, LigneTva):
        return f"{value.taux} %: {value.montant}"
    return str(value)


def _outcome(drawing: Drawing, name: str, decision: Decision[object]) -> tuple[str, object, object]:
    got = decision.value if decision.status is Status.FOUND else None
    want = getattr(drawing.printed, name)
    prints = [compact(f"{each.raw}") for each in decision.candidates]
    prints += [compact(each.value) for each in decision.candidates]
    if name in drawing.invalid:
        bad = str(compact(drawing.invalid[name]))
        shown = decision.status is Status.INVALID and any(bad in str(each).replace(".", "") for each in prints)
        return ("wrong" if got is not None else "flagged" if shown else "missing"), got, f"invalid {bad}"
    if name in drawing.rivals:
        rivals = [compact(rival) for rival in drawing.rivals[name]]
        shown = decision.status is Status.AMBIGUOUS and all(rival in prints for rival in rivals)
        return ("wrong" if got is not None else "flagged" if shown else "missing"), got, f"ambiguous {rivals}"
    if name in drawing.either:
        allowed = drawing.either[name]
        right = got is None or same(name, got, allowed) or (want is not None and same(name, got, want))
        return ("blank" if right else "wrong"), got, f"{_shown(allowed)} or blank"
    if want is None:
        return ("blank" if got is None else "spurious"), got, want
    return ("missing" if got is None else "correct" if same(name, got, want) else "wrong"), got, want


def judge(drawing: Drawing, decisions: Mapping[str, Decision[object]]) -> Iterator[Judgement]:
    """Judge every scored field of a drawing, then the statuses and verdicts it asks for."""
    for name in NAMES:
        decision = decisions[name]
        if name not in drawing.unscored:
            outcome, got, want = _outcome(drawing, name, decision)
            yield Judgement(field=name, outcome=outcome, got=got, want=want, decision=decision)
        status = drawing.statuses.get(name)
        if status is not None and decision.status != status:
            yield Judgement(field=name, outcome="status", got=decision.status, want=status, decision=decision)
    for name, raw, verdict in drawing.verdicts:
        decision = decisions[name]
        if not any(compact(each.raw) == compact(raw) and each.verdict == verdict for each in decision.candidates):
            yield Judgement(field=name, outcome="verdict", got=None, want=f"{raw} {verdict}", decision=decision)


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Counts of outcomes over many fields."""

    counts: Mapping[str, int]

    @classmethod
    def of(cls, judgements: Iterable[Judgement]) -> "Score":
        """Count the outcomes."""
        return cls(counts=Counter(each.outcome for each in judgements))

    @property
    def recall(self) -> float:
        """Right among printed."""
        right = self.counts.get("correct", 0) + self.counts.get("flagged", 0)
        printed = right + self.counts.get("wrong", 0) + self.counts.get("missing", 0)
        return right / printed if printed else 1.0

    @property
    def wrong_rate(self) -> float:
        """Wrong and spurious among returned."""
        bad = self.counts.get("wrong", 0) + self.counts.get("spurious", 0)
        returned = bad + self.counts.get("correct", 0)
        return bad / returned if returned else 0.0

    def __str__(self) -> str:
        names = ("correct", "flagged", "wrong", "spurious", "missing")
        counts = " ".join(f"{name} {self.counts.get(name, 0)}" for name in names)
        return f"{counts}  recall {self.recall:.4f}  wrong-rate {self.wrong_rate:.4f}"
