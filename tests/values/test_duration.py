"""Payment terms: what they say, the day they give, and the terms that this type cannot hold."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chorus_ocr.values.duration import DURATION, PaymentTerm
from chorus_ocr.values.parsed import Parsed
from values.spellings import found, raws

MATCH = [
    ("à 30 jours", PaymentTerm(30)),
    ("A 30 jours", PaymentTerm(30)),
    ("30 jours", PaymentTerm(30)),
    ("30 JOURS NET", PaymentTerm(30)),
    ("30 jours nets", PaymentTerm(30)),
    ("30 jours calendaires", PaymentTerm(30)),
    ("30 j", PaymentTerm(30)),
    ("30j", PaymentTerm(30)),
    ("trente jours", PaymentTerm(30)),
    ("trente (30) jours", PaymentTerm(30)),
    ("quarante-cinq jours fin de mois", PaymentTerm(45, True)),
    ("sous 30 jours", PaymentTerm(30)),
    ("30 jours date de facture", PaymentTerm(30)),
    ("30 jours à réception de facture", PaymentTerm(30)),
    ("30 jours après réception de la facture", PaymentTerm(30)),
    ("30 jours à compter de la date de facture", PaymentTerm(30)),
    ("30 jours fin de mois", PaymentTerm(30, True)),
    ("30j FDM", PaymentTerm(30, True)),
    ("30j. F.D.M.", PaymentTerm(30, True)),
    ("45 jours fin de mois le 10", PaymentTerm(45, True, 10)),
    ("45 jours fin de mois, le 15", PaymentTerm(45, True, 15)),
    ("fin de mois", PaymentTerm(0, True)),
    ("fin de mois le 10", PaymentTerm(0, True, 10)),
    ("à réception", PaymentTerm(0)),
    ("à réception de facture", PaymentTerm(0)),
    ("A réception", PaymentTerm(0)),
    ("comptant", PaymentTerm(0)),
    ("Au comptant", PaymentTerm(0)),
]

IN_TEXT = [
    ("Conditions de règlement : 30 jours net", [PaymentTerm(30)]),
    ("Paiement à 30 jours. Pénalités", [PaymentTerm(30)]),
    ("PAIEMENT 30 JOURS NET", [PaymentTerm(30)]),
]

#: No shorter term may be read out of one of these.
NO_MATCH = [
    "30 jours ouvrés",
    "30 jours ouvrables",
    "30 jours de retard",
    "15 jours après la commande",
    "fin de mois + 30 jours",
    "fin de mois 30 jours",
    "30 jours + fin de mois",
    "30 ou 45 jours",
    "entre 30 et 45 jours",
    "30 journées",
    "comptante",
    "2024-30 jours",
    "30 jours fin de mois le 10/12",
    "2 mois",
]


@pytest.mark.parametrize(("text", "term"), MATCH)
def test_term_is_read(text: str, term: PaymentTerm) -> None:
    assert raws(DURATION, text) == [text]
    assert DURATION.parse(text) == Parsed(term)


@pytest.mark.parametrize(("text", "terms"), IN_TEXT)
def test_terms_of_a_cell(text: str, terms: list[PaymentTerm]) -> None:
    assert found(DURATION, text) == terms


@pytest.mark.parametrize("text", NO_MATCH)
def test_no_term(text: str) -> None:
    assert raws(DURATION, text) == []


@pytest.mark.parametrize(
    "text",
    ["", "30", "30 jours le 10", "trente (45) jours", "400 jours", "30 jours fin de mois le 40", "30 jours ouvrés"],
)
def test_fault_is_the_format(text: str) -> None:
    assert DURATION.parse(text) == Parsed(None, "format")


@pytest.mark.parametrize(
    ("term", "invoiced", "due"),
    [
        (PaymentTerm(30), date(2024, 1, 31), date(2024, 3, 1)),
        (PaymentTerm(0), date(2024, 1, 31), date(2024, 1, 31)),
        (PaymentTerm(30, True), date(2024, 1, 15), date(2024, 2, 29)),
        (PaymentTerm(45, True), date(2024, 1, 20), date(2024, 3, 31)),
        (PaymentTerm(45, True, 10), date(2024, 1, 20), date(2024, 4, 10)),
        (PaymentTerm(0, True), date(2023, 2, 3), date(2023, 2, 28)),
        (PaymentTerm(0, True, 31), date(2023, 1, 3), date(2023, 2, 28)),
        (PaymentTerm(30, True, 10), date(2023, 11, 15), date(2024, 1, 10)),
    ],
)
def test_due(term: PaymentTerm, invoiced: date, due: date) -> None:
    assert term.due(invoiced) == due


@given(st.integers(0, 365), st.booleans(), st.none() | st.integers(1, 31), st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_never_due_before_the_days_have_passed(days: int, end: bool, then: int | None, invoiced: date) -> None:
    due = PaymentTerm(days, end, then).due(invoiced)
    assert due >= invoiced + timedelta(days=days)
    assert due.day == then or then is None or (due + timedelta(days=1)).day == 1
