"""A pack is a value: methods return new ones, faults are listed all at once, with suggestions."""

import pickle
from datetime import date
from typing import assert_type

import pytest

import chorus_ocr
from chorus_ocr.errors import RuleError
from chorus_ocr.recognition.candidate import Decision, Status
from chorus_ocr.recognition.field import FieldRule, Relation
from chorus_ocr.recognition.recognise import recognise
from chorus_ocr.recognition.vocabulary import Party, StopPhrase
from chorus_ocr.rules import CHORUS_PRO, RulePack, published_words
from chorus_ocr.rules.checks import CHECKS
from chorus_ocr.values.date import DATE
from chorus_ocr.values.identifier import REFERENCE
from pages import document


def decide(pack: RulePack, *lines: str) -> dict[str, Decision[object]]:
    return dict(recognise(document(*lines), pack.rules, pack.lexicon, pack.vocabulary, pack.stop_rules).decisions)


DELIVERED: FieldRule[date] = FieldRule(
    name="date_livraison", label="Date de livraison", value=DATE, aliases=("livré le",), source="our contract"
)


def test_a_keyword_added_announces_and_the_old_pack_is_unchanged() -> None:
    line = "Matricule acheteur : 110 002 011 00044"
    more = CHORUS_PRO.with_keywords("siret_destinataire", "matricule acheteur")
    assert decide(more, line)["siret_destinataire"].value == "11000201100044"
    assert decide(CHORUS_PRO, line)["siret_destinataire"].value is None
    assert more.fingerprint != CHORUS_PRO.fingerprint


def test_an_alias_added_is_not_a_published_word() -> None:
    pack = CHORUS_PRO.with_aliases("siret_destinataire", "matricule acheteur")
    choice = decide(pack, "Matricule acheteur : 110 002 011 00044")["siret_destinataire"].choice
    assert choice is not None
    assert not choice.published


def test_a_keyword_taken_away_announces_nothing() -> None:
    pack = CHORUS_PRO.without_keywords("numero_engagement", "EJ", "EJ n°", "numéro EJ", "référence EJ")
    assert decide(pack, "EJ : 4500012345")["numero_engagement"].value is None


def test_a_field_of_the_application_is_recognised_and_typed() -> None:
    pack = CHORUS_PRO.with_field(DELIVERED)
    decision = decide(pack, "Livré le 12/03/2026")["date_livraison"]
    assert decision.value == date(2026, 3, 12)
    assert_type(DELIVERED.value.parse("12/03/2026").value, date | None)


def test_stop_phrases_and_roles_are_values_of_the_pack() -> None:
    stopped = CHORUS_PRO.with_stop_phrases(StopPhrase(phrase="engagement moral", verdict="not_a_reference"))
    decision = decide(stopped, "Engagement moral n° 12345")["numero_engagement"]
    assert decision.status is Status.ABSENT
    assert [candidate.verdict for candidate in decision.candidates] == ["not_a_reference"]
    pack = CHORUS_PRO.with_roles(Party.RECIPIENT, "notre cher financeur")
    lines = ("Notre cher financeur :", "SIRET : 213 509 037 00015")
    assert decide(pack, *lines)["siret_destinataire"].value == "21350903700015"
    assert decide(CHORUS_PRO, *lines)["siret_destinataire"].value is None


def test_relations_and_reach_are_values_of_the_pack() -> None:
    under = ("N° d'engagement", "26D009726")
    assert decide(CHORUS_PRO, *under)["numero_engagement"].value == "26D009726"
    beside = CHORUS_PRO.with_relations("numero_engagement", Relation.SAME_CELL, Relation.RIGHT)
    assert decide(beside, *under)["numero_engagement"].value is None
    assert decide(beside, "N° d'engagement : 26D009726")["numero_engagement"].value == "26D009726"
    assert beside.fingerprint != CHORUS_PRO.fingerprint

    far = ("N° d'engagement", "", "", "26D009726")
    assert decide(CHORUS_PRO, *far)["numero_engagement"].value is None
    further = CHORUS_PRO.with_reach(below=9.0)
    assert decide(further, *far)["numero_engagement"].value == "26D009726"
    assert further.vocabulary.reach.block == CHORUS_PRO.vocabulary.reach.block
    assert further.fingerprint != CHORUS_PRO.fingerprint


def test_a_relation_may_be_refused_for_every_field() -> None:
    lines = ("N° d'engagement : 26D009726", "Code service : FINANCES", "IBAN", "FR76 3000 6000 0112 3456 7890 189")
    pack = CHORUS_PRO.without_relations(Relation.SAME_CELL)
    seen = decide(pack, *lines)
    assert (seen["numero_engagement"].value, seen["code_service"].value) == (None, None)
    assert seen["iban"].value == decide(CHORUS_PRO, *lines)["iban"].value is not None
    [refused] = seen["numero_engagement"].candidates
    assert (refused.value, refused.verdict, refused.detail) == ("26D009726", "not_announced", "refused_place")
    assert pack.fingerprint != CHORUS_PRO.fingerprint
    assert pack.without_relations(Relation.SAME_CELL) == pack
    assert decide(pack.without_relations(Relation.BELOW), *lines)["iban"].value is None


def test_a_relation_or_a_reach_that_cannot_be_is_a_fault() -> None:
    with pytest.raises(RuleError, match="no relation 'same_cel'; did you mean 'same_cell'"):
        CHORUS_PRO.without_relations("same_cel")  # type: ignore[arg-type]
    with pytest.raises(RuleError, match="no relation"):
        CHORUS_PRO.with_relations("numero_engagement")
    with pytest.raises(RuleError, match="did you mean 'numero_engagement'"):
        CHORUS_PRO.with_relations("numero_engagment", Relation.RIGHT)
    with pytest.raises(RuleError) as caught:
        CHORUS_PRO.with_reach(below=0, block=float("nan"))
    assert len(caught.value.faults) == 2


def test_without_takes_fields_and_suggests() -> None:
    assert "bic" not in CHORUS_PRO.without("bic").rules
    with pytest.raises(RuleError, match="did you mean 'numero_engagement'"):
        CHORUS_PRO.without("numero_engagment")
    with pytest.raises(RuleError, match="did you mean 'siret_destinataire'"):
        CHORUS_PRO.with_keywords("siret_destinatire", "x")
    with pytest.raises(RuleError, match="no keyword or alias 'EJJ'"):
        CHORUS_PRO.without_keywords("numero_engagement", "EJJ")


def test_every_fault_of_a_rule_is_listed() -> None:
    with pytest.raises(RuleError) as caught:
        FieldRule(name="No Name", label=" ", value=REFERENCE, keywords=("a+b", "x", "X"), source="")
    assert len(caught.value.faults) == 5


def test_every_fault_of_a_pack_is_listed() -> None:
    rule: FieldRule[str] = FieldRule(name="one", label="One", value=REFERENCE, aliases=("mot",), source="s")
    same: FieldRule[str] = FieldRule(name="two", label="Two", value=REFERENCE, aliases=("Mots",), source="s")
    with pytest.raises(RuleError) as caught:
        RulePack(name="", version="1", fields=(rule, rule, same))
    assert len(caught.value.faults) == 3


def test_a_pack_has_fields_and_each_check_once() -> None:
    with pytest.raises(RuleError) as caught:
        RulePack(name="none", version="1", fields=(), checks=CHECKS[:1] * 2)
    assert caught.value.faults == ("a pack has at least one field", f"{CHECKS[0].code}: two checks have this code")


def test_packs_and_rules_pickle() -> None:
    again = pickle.loads(pickle.dumps(CHORUS_PRO))
    assert again == CHORUS_PRO
    assert again.fingerprint == CHORUS_PRO.fingerprint
    assert chorus_ocr.__name__ == "chorus_ocr"


def test_another_list_of_checks_is_another_pack_with_the_same_words() -> None:
    before = CHORUS_PRO.fingerprint
    fewer = CHORUS_PRO.without(CHORUS_PRO.checks[0].code)
    assert fewer.checks == CHORUS_PRO.checks[1:] and CHORUS_PRO.checks == CHECKS
    assert (fewer.fields, fewer.vocabulary, fewer.lexicon) == (
        CHORUS_PRO.fields, CHORUS_PRO.vocabulary, CHORUS_PRO.lexicon,
    )  # fmt: skip
    assert fewer.fingerprint != before == CHORUS_PRO.fingerprint
    assert fewer.with_check(CHORUS_PRO.checks[0]).checks == (*CHORUS_PRO.checks[1:], CHORUS_PRO.checks[0])
    both = CHORUS_PRO.without(CHORUS_PRO.checks[0].code, "bic")
    assert (both.checks, len(both.fields)) == (CHORUS_PRO.checks[1:], len(CHORUS_PRO.fields) - 1)
    assert pickle.loads(pickle.dumps(fewer)) == fewer


def test_what_is_published_is_told_by_field() -> None:
    assert published_words("siret_destinataire")[:2] == ("SIRET client", "SIRET dest")
    assert {rule.name for rule in CHORUS_PRO.fields if rule.published} == {"siret_destinataire", "numero_engagement"}
    assert published_words("numero_facture") == ()
    assert published_words("date_livraison") == ()  # a field of the application


def test_a_pack_without_parties_says_nothing_of_a_siret() -> None:
    none = CHORUS_PRO.without("siret_destinataire", "siret_fournisseur")
    line = "110 002 011 00044"
    assert not any(each.candidates for each in decide(none, line).values())
    assert [each.raw for each in decide(CHORUS_PRO, line)["siret_fournisseur"].candidates] == [line]
