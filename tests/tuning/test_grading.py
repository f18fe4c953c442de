"""One field against what is printed: every grade, and the cases between right and wrong."""

from datetime import date
from decimal import Decimal

import pytest

from chorus_ocr.prefill import LigneTva, TypeFacture
from chorus_ocr.reading.document import Box
from chorus_ocr.recognition.candidate import Candidate, Decision, Status, Verdict
from chorus_ocr.tuning import Grade, Tally, Truth
from chorus_ocr.tuning.grading import FAILURES, grade


def truth(prefill: dict[str, object], **more: object) -> Truth:
    return Truth.from_dict({"id": "F", "prefill": prefill, **more})


def candidate(value: object, raw: str, verdict: str = Verdict.RIVAL) -> Candidate[object]:
    return Candidate(
        value=value, raw=raw, verdict=verdict, keyword=None, relation=None, page=1, box=Box(0.0, 0.0, 1.0, 1.0)
    )


def decided(status: Status, *candidates: Candidate[object]) -> Decision[object]:
    return Decision(status=status, candidates=candidates)


PLAIN = truth(
    {
        "numero_facture": "FA 2026/17",
        "date_facture": "2026-03-12",
        "type_facture": "AVOIR",
        "montant_ttc": "-120.00",
        "code_service": None,
        "montant_ht": None,
        "iban": "FR7630006000011234567890189",
        "lignes_tva": [
            {"taux": "20", "base_ht": None, "montant": "87.70"},
            {"taux": "5.5", "base_ht": "1.00", "montant": "4.00"},
        ],
    },
    derivable={"montant_ht": "100.00"},
    ocr_errors=["iban"],
)


def line(rate: str, amount: str | None, base: str | None = None) -> LigneTva:
    return LigneTva(
        taux=Decimal(rate),
        base_ht=None if base is None else Decimal(base),
        montant=None if amount is None else Decimal(amount),
    )


@pytest.mark.parametrize(
    ("name", "returned", "expected"),
    [
        ("numero_facture", "FA 2026/17", Grade.CORRECT),
        ("numero_facture", "fa2026/17", Grade.CORRECT),
        ("numero_facture", "FA 2026/71", Grade.WRONG),
        ("numero_facture", None, Grade.MISSING),
        ("numero_facture", "", Grade.MISSING),
        ("date_facture", date(2026, 3, 12), Grade.CORRECT),
        ("date_facture", date(2026, 12, 3), Grade.WRONG),
        ("type_facture", TypeFacture.AVOIR, Grade.CORRECT),
        ("type_facture", TypeFacture.FACTURE, Grade.WRONG),
        ("montant_ttc", Decimal("-120"), Grade.CORRECT),
        ("montant_ttc", Decimal("120.00"), Grade.WRONG),
        ("montant_ttc", Decimal("-120.004"), Grade.CORRECT),
        ("montant_ttc", Decimal("-120.01"), Grade.WRONG),
        ("montant_ttc", Decimal("1E+40"), Grade.WRONG),
        ("code_service", None, Grade.BLANK),
        ("code_service", "SPORTS", Grade.SPURIOUS),
        ("montant_ht", Decimal("100.00"), Grade.INFERRED),
        ("montant_ht", Decimal("100.10"), Grade.SPURIOUS),
        ("iban", "anything", Grade.NOT_SCORED),
        ("lignes_tva", (line("5.50", "4.00"), line("20.00", "87.7")), Grade.CORRECT),
        ("lignes_tva", (line("20.00", "87.70"),), Grade.WRONG),
        ("lignes_tva", (line("20.00", None), line("5.5", "4")), Grade.WRONG),
        ("lignes_tva", (), Grade.MISSING),
        ("bic", "AGRIFRPP882", Grade.NOT_SCORED),
    ],
)
def test_printed_or_not(name: str, returned: object, expected: Grade) -> None:
    assert grade(PLAIN, name, returned, None) is expected


def test_where_the_truth_is_xml_signs_do_not_count() -> None:
    assert grade(truth({"montant_ttc": "-120.00"}, truth_source="xml"), "montant_ttc", Decimal(120), None) is (
        Grade.CORRECT
    )


def test_vat_lines_whose_print_is_not_known_are_not_scored() -> None:
    known = truth({"lignes_tva": [{"taux": "20", "base_ht": None, "montant": None}]})
    assert grade(known, "lignes_tva", (line("20", "1.00"),), None) is Grade.NOT_SCORED


BAD = truth({"siret_destinataire": None}, invalid={"siret_destinataire": "213 509 037 00016"})


@pytest.mark.parametrize(
    ("returned", "decision", "expected"),
    [
        (None, decided(Status.INVALID, candidate(None, "213509037 00016")), Grade.FLAGGED),
        (None, decided(Status.INVALID, candidate("21350903700016", "21350903700016")), Grade.FLAGGED),
        (None, decided(Status.INVALID, candidate(None, "213 509 037 00017")), Grade.MISSING),
        (None, decided(Status.ABSENT, candidate(None, "21350903700016")), Grade.MISSING),
        (None, None, Grade.MISSING),
        ("21350903700016", decided(Status.FOUND), Grade.WRONG),
    ],
)
def test_a_printed_value_that_fails_its_checksum(
    returned: object, decision: Decision[object] | None, expected: Grade
) -> None:
    assert grade(BAD, "siret_destinataire", returned, decision) is expected


@pytest.mark.parametrize(
    ("returned", "expected"), [(None, Grade.BLANK), ("PO 445", Grade.BLANK), ("PO446", Grade.WRONG)]
)
def test_a_value_without_a_keyword(returned: object, expected: Grade) -> None:
    known = truth({"numero_engagement": None}, unannounced={"numero_engagement": "PO445"})
    assert grade(known, "numero_engagement", returned, None) is expected


TWO = truth({"numero_engagement": None}, rivals={"numero_engagement": ["EJ 1", "EJ 2"]})


@pytest.mark.parametrize(
    ("returned", "decision", "expected"),
    [
        (None, decided(Status.AMBIGUOUS, candidate("EJ1", "EJ 1"), candidate("EJ2", "EJ 2")), Grade.FLAGGED),
        (None, decided(Status.AMBIGUOUS, candidate("EJ1", "EJ 1"), candidate(None, "n° EJ 2")), Grade.FLAGGED),
        (None, decided(Status.AMBIGUOUS, candidate("EJ1", "EJ 1"), candidate("EJ3", "EJ 3")), Grade.MISSING),
        (None, decided(Status.ABSENT), Grade.MISSING),
        ("EJ 1", decided(Status.FOUND), Grade.WRONG),
    ],
)
def test_values_of_equal_right(returned: object, decision: Decision[object] | None, expected: Grade) -> None:
    assert grade(TWO, "numero_engagement", returned, decision) is expected


def test_amounts_of_equal_right() -> None:
    known = truth({"montant_ttc": None}, rivals={"montant_ttc": ["120.00", "130.00"]})
    shown = decided(Status.AMBIGUOUS, candidate(Decimal(120), "120 €"), candidate(Decimal("130.00"), "130,00 €"))
    assert grade(known, "montant_ttc", None, shown) is Grade.FLAGGED


def test_a_field_of_the_applications_own() -> None:
    known = truth({"lots": "A; B", "prix": "12.50"})
    assert grade(known, "lots", ("a", "b"), None) is Grade.CORRECT
    assert grade(known, "prix", Decimal("12.50"), None) is Grade.CORRECT


def test_an_empty_tally_is_neither_wrong_nor_incomplete() -> None:
    assert (Tally().wrong_rate, Tally().recall, Tally().printed, Tally().scored) == (0.0, 1.0, 0, 0)


def test_a_tally_tells_the_wrong_rate_first() -> None:
    tally = Tally.of({Grade.CORRECT: 7, Grade.FLAGGED: 1, Grade.WRONG: 1, Grade.SPURIOUS: 2, Grade.MISSING: 1})
    assert (tally.printed, tally.returned) == (10, 10)
    assert (tally.wrong_rate, tally.recall) == (0.3, 0.8)
    assert list(tally.to_dict())[:3] == ["wrong_rate", "recall", "printed"]
    assert {str(each) for each in Grade} <= set(tally.to_dict())


def test_three_grades_fail() -> None:
    assert {Grade.WRONG, Grade.SPURIOUS, Grade.MISSING} == FAILURES
