"""Every field rule's own examples match, and its counter-examples do not."""

from datetime import date
from decimal import Decimal

import pytest

from chorus_ocr.prefill import LigneTva, Prefill
from chorus_ocr.recognition.candidate import Decision, Status
from chorus_ocr.recognition.field import FieldRule
from chorus_ocr.recognition.recognise import recognise
from chorus_ocr.rules import CHORUS_PRO
from chorus_ocr.rules.fields import FIELDS
from pages import document


def decide(*lines: str) -> dict[str, Decision[object]]:
    pack = CHORUS_PRO
    seen = recognise(document(*lines), pack.rules, pack.lexicon, pack.vocabulary, pack.stop_rules)
    return dict(seen.decisions)


def as_text(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return " / ".join(as_text(line) for line in value)
    if isinstance(value, LigneTva):
        parts = [f"{value.taux} %", *(str(each) for each in (value.base_ht, value.montant) if each is not None)]
        return " ".join(parts)
    if isinstance(value, Decimal):
        return str(value)
    return str(value)


EXAMPLES = [(rule, line, value) for rule in FIELDS for line, value in rule.examples]
COUNTER_EXAMPLES = [(rule, line) for rule in FIELDS for line in rule.counter_examples]


@pytest.mark.parametrize(("rule", "line", "value"), EXAMPLES, ids=[f"{r.name}-{line}" for r, line, _ in EXAMPLES])
def test_an_example_matches(rule: FieldRule[object], line: str, value: str) -> None:
    decision = decide(line)[rule.name]
    assert decision.status is Status.FOUND, decision
    assert as_text(decision.value) == value


@pytest.mark.parametrize(("rule", "line"), COUNTER_EXAMPLES, ids=[f"{r.name}-{line}" for r, line in COUNTER_EXAMPLES])
def test_a_counter_example_does_not(rule: FieldRule[object], line: str) -> None:
    decision = decide(line)[rule.name]
    assert decision.status is not Status.FOUND, decision
    assert decision.value is None or decision.status is Status.INFERRED


def test_the_rules_are_the_form_in_its_order() -> None:
    assert [rule.name for rule in FIELDS] == list(Prefill.__dataclass_fields__)


@pytest.mark.parametrize("rule", FIELDS, ids=lambda rule: rule.name)
def test_every_rule_has_a_source_and_both_kinds_of_examples(rule: FieldRule[object]) -> None:
    assert rule.source
    assert rule.examples
    assert rule.counter_examples
