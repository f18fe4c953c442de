"""Currencies: the words and signs of invoices as ISO 4217 codes, never inside another word."""

import pytest

from chorus_ocr.values.currency import CURRENCY
from chorus_ocr.values.parsed import Parsed
from values.spellings import found, raws


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("€", "EUR"),
        ("EUR", "EUR"),
        ("euro", "EUR"),
        ("euros", "EUR"),
        ("Euros", "EUR"),
        ("EUROS", "EUR"),
        ("F CFP", "XPF"),
        ("F\u00a0CFP", "XPF"),
        ("FCFP", "XPF"),
        ("XPF", "XPF"),
        ("francs CFP", "XPF"),
        ("CHF", "CHF"),
        ("USD", "USD"),
        ("$", "USD"),
        ("US$", "USD"),
        ("GBP", "GBP"),
        ("£", "GBP"),
    ],
)
def test_word_is_read(text: str, code: str) -> None:
    assert raws(CURRENCY, text) == [text]
    assert CURRENCY.parse(text) == Parsed(code)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Devise : EUR.", ["EUR"]),
        ("12,00€", ["EUR"]),
        ("12,00EUR", ["EUR"]),
        ("montants en €HT", ["EUR"]),
        ("1 162 F CFP", ["XPF"]),
        ("EURL Martin", []),
        ("Eurocopter", []),
        ("neuro", []),
        ("12 F", []),
        ("CHFX", []),
    ],
)
def test_currencies_of_a_cell(text: str, codes: list[str]) -> None:
    assert found(CURRENCY, text) == codes


@pytest.mark.parametrize("text", ["", "EURL", "F", "eur€", "dollars"])
def test_fault_is_the_format(text: str) -> None:
    assert CURRENCY.parse(text) == Parsed(None, "format")
