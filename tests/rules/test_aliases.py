"""Every keyword and alias announces its value in two invented layouts: in one cell, and over or beside its box."""

import pytest

from chorus_ocr.recognition.candidate import Decision, Status
from chorus_ocr.recognition.field import FieldRule, Part
from chorus_ocr.recognition.labels import VAGUE
from chorus_ocr.recognition.recognise import recognise
from chorus_ocr.rules import CHORUS_PRO
from chorus_ocr.rules.fields import FIELDS
from pages import document

SAMPLES = {
    "reference": "AB-2026-0117",
    "service": "SPORTS01",
    "siret": "213 509 037 00015",
    "tva": "FR44732829320",
    "amount": "1 227,51 €",
    "date": "12/03/2026",
    "iban": "FR76 3000 6000 0112 3456 7890 189",
    "bic": "AGRIFRPP882",
    "mode_paiement": "Virement",
    "type_tva": "débits",
    "mention": "Bocage Affacturage SA",
}

NOT_BY_THEMSELVES = {Part.NET, Part.GROSS, Part.TAX, Part.RECIPIENT_SIRET, Part.RECIPIENT_VAT}
"""« Total » says something only in a set of totals that adds up, « SIRET » only where its block names a party."""


def told(rule: FieldRule[object]) -> list[tuple[str, bool]]:
    strong = rule.keywords + rule.aliases
    weak = rule.weak_keywords + rule.weak_aliases
    if rule.part in NOT_BY_THEMSELVES:
        weak = ()
    return [(phrase, False) for phrase in strong + weak] + [(phrase, True) for phrase in rule.title_aliases]


PHRASES = [(rule, phrase, by_title) for rule in FIELDS for phrase, by_title in told(rule)]


def decide(rule: FieldRule[object], *lines: "str | list[tuple[float, str]]") -> Decision[object]:
    pack = CHORUS_PRO
    seen = recognise(document(*lines), pack.rules, pack.lexicon, pack.vocabulary, pack.stop_rules)
    return seen[rule.name]


@pytest.mark.parametrize(
    ("rule", "phrase", "by_title"), PHRASES, ids=[f"{rule.name}-{phrase}" for rule, phrase, _ in PHRASES]
)
def test_a_phrase_announces_its_value(rule: FieldRule[object], phrase: str, by_title: bool) -> None:
    sample = SAMPLES[rule.value.name]
    expected = rule.value.parse(sample).value
    title = "AVOIR" if rule.part is Part.CORRECTED else "FACTURE"
    one_cell = decide(rule, title, "" if not by_title else f"{phrase} {sample}", "", f"{phrase} : {sample}")
    assert one_cell.status is Status.FOUND, one_cell
    assert one_cell.value == expected
    if by_title:
        return
    rows = [[(40.0, phrase.capitalize()), (400.0, "Statut")], [(40.0, sample), (400.0, "ouvert")]]
    if phrase in VAGUE:  # under « Service » may stand the items of a table
        rows = [[(40.0, phrase.capitalize()), (200.0, sample)]]
    caption = decide(rule, title, "", *rows)
    assert caption.status is Status.FOUND, caption
    assert caption.value == expected
