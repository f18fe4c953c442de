"""Every public type has a useful ``repr``: one short line that says what the thing is."""

import inspect
from decimal import Decimal
from enum import Enum
from typing import Any

import pytest

import chorus_ocr
import pages
from chorus_ocr import (
    CHORUS_PRO,
    ChorusOcrError,
    LimitExceeded,
    Limits,
    Parsed,
    Prefill,
    RulePack,
    Seen,
    Siret,
    tuning,
)
from fixtures.make_invoices import INVOICES

LONGEST = 320
"""In characters. A form that is filled in is longer: it tells every value."""


def without_most_aliases() -> RulePack:
    """Return a pack that differs from the standard one in hundreds of words."""
    pack = CHORUS_PRO
    for rule in CHORUS_PRO.fields:
        pack = pack.without_keywords(rule.name, *rule.aliases[1:])
    return pack


REPORT = chorus_ocr.scan(INVOICES / "two_engagements.pdf")
DECISION = REPORT.fields["numero_engagement"]
CHECK = next(each for each in CHORUS_PRO.checks if each.example is not None)
SIRET = CHORUS_PRO.rules["siret_destinataire"]
ABSENT = chorus_ocr.scan(INVOICES / "overseas.pdf").fields["numero_engagement"]
[SCANNED] = chorus_ocr.scan_many([INVOICES / "credit_note.pdf"], workers=1)
EVALUATION = chorus_ocr.evaluate(INVOICES)
WORST = EVALUATION.documents[0]
COMPARISON = chorus_ocr.compare(CHORUS_PRO, CHORUS_PRO, INVOICES)
FEWER = CHORUS_PRO.without(
    "iban", "bic", "numero_marche", "mode_paiement", "date_echeance", "montant_ht", "montant_tva"
)
FEWER_WORDS = chorus_ocr.compare(CHORUS_PRO, without_most_aliases(), INVOICES)
MOST_BLAMED = max(
    (each for found in FEWER_WORDS.documents for each in found.fields), key=lambda it: len(it.responsible)
)

THINGS: list[tuple[Any, str]] = [
    (REPORT, "<Report two_engagements.pdf: 17 of 24 fields found, 0 blocking of "),
    (REPORT.page(1), "<page 1 of two_engagements.pdf: 22 places marked, 17 taken>"),
    (REPORT.document, "<Document two_engagements.pdf: 1 of 1 pages in scope>"),
    (REPORT.document.page(1), "<Page 1: 595 × 842 pt, 178 words, 0 images>"),
    (REPORT.document.page(1).words, "<WordTable of 178 words: 'h hautelisse Facture DE À …'>"),
    (REPORT.prefill, "Prefill(numero_facture='FAC_2026_0075', date_facture=datetime.date(2026, 5, 21), type_facture="),
    (Prefill(), "Prefill()"),
    (chorus_ocr.golden_block(Prefill(code_service="FINANCES")), "<GoldenBlock of 1 lines>"),
    (chorus_ocr.GoldenLine("Code service", " : ", "FINANCES"), "GoldenLine(label='Code service'"),
    (REPORT.fields, "<Recognition of invoice: 17 found, 1 ambiguous, 6 absent>"),
    (DECISION, "<Decision ambiguous: 2 candidates>"),
    (DECISION.candidates[0], "<Candidate rival: '1400772158', « engagement n° » same_cell, page 1>"),
    (ABSENT, "<Decision found: 'CDE26000642', 2 candidates, 1 unanswered keywords>"),
    (ABSENT.unanswered[0], "<Unanswered « commande », page 1>"),
    (REPORT.warnings[0], "<ComplianceWarning REF07 warning, numero_engagement, page 1: 'Plusieurs références "),
    (CHORUS_PRO, f"<RulePack chorus-pro {CHORUS_PRO.version} ({CHORUS_PRO.fingerprint}): {len(CHORUS_PRO.fields)} "),
    (SIRET, "<FieldRule siret_destinataire: a siret, 3 keywords, "),
    (SIRET.value, "<ValueType siret>"),
    (CHECK, f"<Check {CHECK.code} {CHECK.slug} ({CHECK.severity})>"),
    (CHECK.example, "Example(fails="),
    (CHECK.title, "Text(fr="),
    (Seen(document=REPORT.document, recognition=REPORT.recognition), "<Seen: <Document two_engagements.pdf"),
    (chorus_ocr.Message(key="absent"), "Message(key='absent'"),
    (CHORUS_PRO.vocabulary.stop_phrases[0], "StopPhrase("),
    (Parsed(Siret("11000201100044")), "Parsed(value='11000201100044'"),
    (Limits(), "Limits(bytes="),
    (chorus_ocr.Attachment(name="a.pdf", byte_size=12), "Attachment(name='a.pdf'"),
    (chorus_ocr.Structure(siret=Siret("11000201100044")), "Structure(siret='11000201100044'"),
    (chorus_ocr.Service(code="A"), "Service(code='A'"),
    (chorus_ocr.CsvDirectory(), "<CsvDirectory of 0 structures>"),
    (SCANNED, "ScanResult(index=0, source="),
    (EVALUATION, "<Evaluation of chorus-pro: wrong-rate 0.0000, recall "),
    (COMPARISON, f"<Comparison chorus-pro {CHORUS_PRO.version} ({CHORUS_PRO.fingerprint}) → chorus-pro "),
    (COMPARISON.documents[0], "<DocumentComparison credit_note: the same>"),
    (WORST, f"<DocumentOutcome {WORST.id}: wholly right>"),
    (WORST.outcomes[0], "Outcome(field='numero_facture', grade=<Grade.CORRECT: 'correct'>"),
    (WORST.tally, "Tally(wrong=0"),
    (tuning.Truth(id="F-12", prefill={"bic": None, "iban": "FR76"}), "<Truth F-12: 1 of 2 fields printed>"),
    (tuning.Unread(source="a.pdf", error_type="NotAPdf", message="m"), "Unread(source='a.pdf'"),
    (tuning.Skipped(source="a.pdf", reason="r"), "Skipped(source='a.pdf'"),
    (next(iter(tuning.read_corpus(INVOICES))), f"<Case {INVOICES}/credit_note.pdf: read, its truth known>"),
    (COMPARISON.effects, "Effects(newly_wrong=0, newly_blank=0, fixed=0, changed=0, same="),
    (MOST_BLAMED, f"<FieldComparison {MOST_BLAMED.field}: broken (correct → "),
    (tuning.pack_diff(CHORUS_PRO, FEWER), "<PackDiff chorus-pro "),
    (tuning.pack_diff(CHORUS_PRO, FEWER).changes[0], "<PackChange - field "),
    (
        tuning.VatLine(taux=Decimal(20), base_ht=None, montant=Decimal("1.20")),
        "VatLine(taux=Decimal('20'), base_ht=None",
    ),
]


@pytest.mark.parametrize(("thing", "told"), THINGS, ids=[type(thing).__name__ for thing, _ in THINGS])
def test_a_thing_says_what_it_is(thing: Any, told: str) -> None:
    assert repr(thing).startswith(told)
    assert "\n" not in repr(thing)
    assert len(repr(thing)) <= (LONGEST if not isinstance(thing, Prefill) else 3 * LONGEST)


def test_no_public_type_is_forgotten() -> None:
    public = [getattr(room, name) for room in (chorus_ocr, tuning) for name in room.__all__]
    types = {each for each in public if inspect.isclass(each)}
    # Members of an enumeration and errors say what they are by themselves; a protocol has no instances, a tuple and a
    # number show what they hold.
    telling = {each for each in types if issubclass(each, (Enum, ChorusOcrError))}
    plain = {
        chorus_ocr.Box,
        chorus_ocr.Siret,
        chorus_ocr.LigneTva,
        chorus_ocr.PlacedWord,
        chorus_ocr.Reader,
        chorus_ocr.Directory,
    }
    assert {each.__name__ for each in types - telling - plain} <= {type(thing).__name__ for thing, _ in THINGS}


def test_the_repr_of_a_difference_names_a_few_of_the_words_that_it_comes_from() -> None:
    assert len(MOST_BLAMED.responsible) > 4
    assert repr(MOST_BLAMED).endswith(f"; and {len(MOST_BLAMED.responsible) - 3} more>")


def test_an_error_says_what_went_wrong() -> None:
    assert "a.pdf" in repr(LimitExceeded("a.pdf", "too many pages", "pages"))


def test_print_cannot_steer_the_terminal_through_a_repr() -> None:
    hostile = "\x1b[2J"
    document = chorus_ocr.Document(pages=(pages.page(hostile),), page_count=1, file_name=f"{hostile}.pdf")
    report = chorus_ocr.recognize(document)
    for each in (document, document.page(1).words, report, report.page(1)):
        assert hostile not in repr(each)
