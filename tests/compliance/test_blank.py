"""A blank field is told with what came closest, and with the line that would fill it."""

import pytest

import chorus_ocr
from chorus_ocr import CHORUS_PRO, Candidate, Decision, Lang, Status, Text, Verdict
from chorus_ocr.compliance.blank import KEYS, blank, blank_hints, blank_messages, line_to_print, near_miss
from chorus_ocr.compliance.verdicts import VERDICTS
from chorus_ocr.reading.document import Box
from chorus_ocr.recognition.candidate import Detail
from rules.checks.bills import CLIENT, LINES, bill, with_, without
from seeing import seen_of


def candidate(value: str | None, verdict: str, detail: str | None = None) -> Candidate[object]:
    return Candidate(
        value=value,
        raw=value or "?",
        verdict=verdict,
        detail=detail,
        keyword=None,
        relation=None,
        page=1,
        box=Box(0, 0, 1, 1),
    )


def absent(*candidates: Candidate[object]) -> Decision[object]:
    return Decision(status=Status.ABSENT, candidates=candidates)


def test_the_nearest_verdict_is_the_near_miss() -> None:
    stopped = candidate("A", "other_reference")
    lost = candidate("B", Verdict.LOST_TO)
    found = near_miss(absent(stopped, lost))
    assert found is not None and found.candidate is lost and not found.may_be_it
    found = near_miss(absent(stopped))
    assert found is not None and found.candidate is stopped and not found.may_be_it
    assert near_miss(absent()) is None


def test_a_value_that_nothing_speaks_against_may_be_it_unless_there_are_two() -> None:
    free = candidate("A", Verdict.NOT_ANNOUNCED)
    again = candidate("A", Verdict.WRONG_ROLE, Detail.NO_PARTY)
    found = near_miss(absent(candidate("C", "other_reference"), free, again))
    assert found is not None and found.candidate is free and found.may_be_it
    found = near_miss(absent(free, candidate("B", Verdict.NOT_ANNOUNCED)))
    assert found is not None and not found.may_be_it
    found = near_miss(absent(candidate("A", Verdict.NOT_ANNOUNCED, Detail.IN_SENTENCE)))
    assert found is not None and not found.may_be_it


@pytest.mark.parametrize("name", ["siret_destinataire", "numero_engagement", "montant_ttc", "date_facture", "iban"])
def test_the_line_to_print_is_read_as_the_field(name: str) -> None:
    report = chorus_ocr.scan(bill())
    value = report.fields[name].value
    line = line_to_print(CHORUS_PRO.rules[name], value)
    # Alone on a page, so that nothing else announces it.
    assert chorus_ocr.scan(bill({"title": "FACTURE", "line": line})).fields[name].value == value, line


def test_each_key_has_a_message_and_a_hint() -> None:
    one = Text("Rien.", "Nothing.")
    assert tuple(blank_messages(one)) == tuple(blank_hints(one)) == KEYS
    assert tuple(blank_messages(one, "absent", "inferred")) == ("absent", "inferred")
    assert blank_messages(one)["absent"] == one == blank_hints(one)["near"]
    assert blank_messages(one)["near"].en == "Nothing. The nearest: « {near} » (page {page}), {why}."


def test_a_near_miss_is_told_with_its_reason_in_both_languages() -> None:
    seen = seen_of(chorus_ocr.read(bill(with_(LINES, title="FACTURE", number="Numéro de client : C00872"))))
    message = blank(seen, "numero_facture")
    assert message.key == "near" and message.arguments["near"] == "C00872"
    why = message.arguments["why"]
    assert isinstance(why, Text)
    assert why == VERDICTS["other_reference"]
    assert message.page == 1 and message.box is not None and message.print_text is None
    assert blank(seen, "numero_facture", "absent").key == "absent"


def test_a_value_without_a_word_is_told_with_the_line_to_print() -> None:
    seen = seen_of(chorus_ocr.read(bill(with_(LINES, client_siret=CLIENT))))
    message = blank(seen, "siret_destinataire")
    assert (message.key, message.print_text) == ("unannounced", f"SIRET client : {CLIENT}")


def test_a_value_that_follows_from_others_is_told_with_the_line_to_print() -> None:
    seen = seen_of(chorus_ocr.read(bill(without(LINES, "tax", "rate"))))
    message = blank(seen, "montant_tva", "absent", "inferred")
    assert message.key == "inferred" and message.print_text is not None and message.print_text.endswith(" : 240,00")
    assert blank(seen, "montant_tva", "absent").key == "absent"


def test_a_field_without_candidates_is_absent() -> None:
    seen = seen_of(chorus_ocr.read(bill(without(LINES, "bic", "iban"))))
    assert seen.is_blank("iban") and blank(seen, "iban").key == "absent"
    assert not seen.is_blank("numero_facture")
    assert seen.lang is Lang.FR
