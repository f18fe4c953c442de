"""The difference of two packs: complete, in order, and of what decides or checks only."""

from dataclasses import fields, replace

import pytest

from chorus_ocr import CHORUS_PRO, Party, Relation, RulePack, Severity, StopPhrase
from chorus_ocr.recognition.field import FieldRule, Rivals
from chorus_ocr.recognition.vocabulary import Vocabulary
from chorus_ocr.tuning import PackChange, Sign, pack_diff
from chorus_ocr.tuning.pack_diff import OTHER_PARTS, UNREAD_PARTS, VOCABULARY, WORDS
from chorus_ocr.values.amount import AMOUNT
from chorus_ocr.values.identifier import REFERENCE, SERVICE

DOSSIER: FieldRule[str] = FieldRule(
    name="dossier", label="Dossier", value=REFERENCE, aliases=("Dossier",), source="own"
)


def told(other: RulePack, first: RulePack = CHORUS_PRO) -> list[str]:
    return [str(each) for each in pack_diff(first, other).changes]


def changed_rule(name: str, **parts: object) -> RulePack:
    return CHORUS_PRO.with_field(replace(CHORUS_PRO.rules[name], **parts))  # type: ignore[arg-type]


def test_a_pack_does_not_differ_from_itself() -> None:
    same = pack_diff(CHORUS_PRO, CHORUS_PRO)
    assert not same and same.changes == ()
    assert same.to_text().endswith("\n  no difference\n")
    assert repr(same).endswith(": no difference>")


@pytest.mark.parametrize(
    ("other", "changes"),
    [
        (CHORUS_PRO.with_aliases("iban", "Compte n°"), ["+ iban: alias « Compte n° »"]),
        (CHORUS_PRO.with_keywords("numero_engagement", "Bon"), ["+ numero_engagement: keyword « Bon »"]),
        (
            CHORUS_PRO.without_keywords("siret_destinataire", "SIRET client"),
            ["- siret_destinataire: keyword « SIRET client »"],
        ),
        (CHORUS_PRO.with_field(DOSSIER), ["+ field dossier"]),
        (CHORUS_PRO.without("bic", "DES01"), ["- field bic", "- check DES01"]),
        (
            CHORUS_PRO.with_stop_phrases(StopPhrase(phrase="n° interne", verdict="internal", field="iban")),
            ["+ stop phrase « n° interne » (internal, iban)"],
        ),
        (CHORUS_PRO.with_roles(Party.SUPPLIER, "atelier"), ["+ role word « atelier » (supplier)"]),
        (CHORUS_PRO.with_reach(below=1.5), ["~ reach below (2.6 → 1.5)"]),
        (
            CHORUS_PRO.with_relations("code_service", Relation.RIGHT),
            ["~ code_service: relations (same_cell, right, below → right)"],
        ),
        (CHORUS_PRO.without_relations(Relation.ABOVE), ["+ refused relation « above »"]),
        (changed_rule("iban", rivals=Rivals.FIRST), ["~ iban: rivals (ambiguous → first)"]),
        (changed_rule("code_service", value=REFERENCE), [f"~ code_service: value ({SERVICE.name} → {REFERENCE.name})"]),
        (
            CHORUS_PRO.with_check(replace(CHORUS_PRO.checks[0], severity=Severity.INFO)),
            [f"~ check {CHORUS_PRO.checks[0].code} ({CHORUS_PRO.checks[0].severity} → info)"],
        ),
        (replace(CHORUS_PRO, fields=CHORUS_PRO.fields[::-1]), ["~ order of fields"]),
    ],
)
def test_each_change_is_told(other: RulePack, changes: list[str]) -> None:
    assert told(other) == changes
    back = told(CHORUS_PRO, other)
    assert len(back) == len(changes)
    assert [each[0] for each in back] == [{"+": "-", "-": "+", "~": "~"}[each[0]] for each in changes]


def test_a_word_that_moves_is_told_where_it_was_and_where_it_is() -> None:
    rule = CHORUS_PRO.rules["code_service"]
    word = rule.aliases[0]
    moved = CHORUS_PRO.with_field(replace(rule, aliases=rule.aliases[1:], keywords=(*rule.keywords, word)))
    assert set(told(moved)) == {f"- code_service: alias « {word} »", f"+ code_service: keyword « {word} »"}


def test_a_word_that_means_something_else_is_changed() -> None:
    stop = CHORUS_PRO.vocabulary.stop_phrases[0]
    other = replace(
        CHORUS_PRO.vocabulary,
        stop_phrases=(replace(stop, verdict="elsewhere", field=None), *CHORUS_PRO.vocabulary.stop_phrases[1:]),
    )
    [change] = pack_diff(CHORUS_PRO, CHORUS_PRO.with_vocabulary(other)).changes
    assert (change.sign, change.kind, change.what) == (Sign.CHANGED, "stop phrase", stop.phrase)
    assert change.detail.endswith("→ elsewhere")


def test_an_order_of_words_that_changes_is_told() -> None:
    aliases = CHORUS_PRO.rules["code_service"].aliases
    assert told(changed_rule("code_service", aliases=aliases[::-1])) == ["~ code_service: order of alias list"]


def test_what_nobody_reads_by_is_left_out() -> None:
    assert told(changed_rule("iban", label="Compte : IBAN", source="elsewhere", examples=(), counter_examples=())) == []


def test_no_part_of_a_pack_is_forgotten() -> None:
    assert {each.name for each in fields(FieldRule)} == {*WORDS, *OTHER_PARTS, *UNREAD_PARTS}
    assert {each.name for each in fields(Vocabulary)} == {*VOCABULARY, "reach"}
    assert {each.name for each in fields(RulePack) if each.init} == {
        "name", "version", "fields", "checks", "vocabulary",
    }  # fmt: skip


def test_the_order_is_that_of_the_form_then_the_words_around_it_then_the_checks() -> None:
    other = CHORUS_PRO.without("DES01").with_reach(block=2).with_aliases("iban", "X1").with_aliases("devise", "X2")
    kinds = [(each.field, each.kind) for each in pack_diff(CHORUS_PRO, other).changes]
    assert kinds == [("devise", "alias"), ("iban", "alias"), (None, "reach"), (None, "check")]


def test_a_difference_shows_itself() -> None:
    other = CHORUS_PRO.with_aliases("iban", "X1", "X2", "X3", "X4")
    found = pack_diff(CHORUS_PRO, other)
    assert repr(found) == (
        f"<PackDiff {found.before} → {found.after}: + iban: alias « X1 »; + iban: alias « X2 »; "
        "+ iban: alias « X3 »; and 1 more>"
    )
    assert other.fingerprint in found.after
    assert found.to_text().splitlines()[1:3] == ["  + iban: alias « X1 »", "  + iban: alias « X2 »"]
    assert repr(found.changes[0]) == "<PackChange + iban: alias « X1 »>"


def test_a_change_is_plain_data() -> None:
    [change] = pack_diff(CHORUS_PRO, CHORUS_PRO.with_aliases("iban", "X1")).changes
    assert change == PackChange(sign=Sign.ADDED, kind="alias", what="X1", field="iban")
    assert change.to_dict() == {"sign": "added", "kind": "alias", "what": "X1", "field": "iban", "detail": ""}
    assert change.decides
    [check] = pack_diff(CHORUS_PRO, CHORUS_PRO.without("DES01")).changes
    assert not check.decides


def test_a_value_type_of_the_same_name_is_another() -> None:
    rule = CHORUS_PRO.rules["montant_ht"]
    again = replace(AMOUNT, parse=lambda raw: AMOUNT.parse(raw))
    assert told(CHORUS_PRO.with_field(replace(rule, value=again))) == ["~ montant_ht: value"]
