"""VAT rates: with the sign anywhere, without it only in a column of rates and only if the law has them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chorus_ocr.values.parsed import Parsed
from chorus_ocr.values.rate import FRENCH_RATES, RATE, RATE_BARE
from values.spellings import raws


@pytest.mark.parametrize(
    ("text", "raw", "value"),
    [
        ("20 %", "20 %", "20"),
        ("20%", "20%", "20"),
        ("TVA 5,5 %", "5,5 %", "5.5"),
        ("20.00%", "20.00%", "20.00"),
        ("8,5\u00a0%", "8,5\u00a0%", "8.5"),
        ("TVA (20%)", "20%", "20"),
        ("0 %", "0 %", "0"),
        ("de 2,1% à", "2,1%", "2.1"),
        ("100 %", "100 %", "100"),
    ],
)
def test_rate_is_read(text: str, raw: str, value: str) -> None:
    assert raws(RATE, text) == [raw]
    assert RATE.parse(raw) == Parsed(Decimal(value))


@pytest.mark.parametrize(
    "text", ["20", "20,00", "-10 %", "− 10 %", "F20%", "1 234,00 %", "20,0000 %", "20 € %", "n°20%x"]
)
def test_no_rate(text: str) -> None:
    assert raws(RATE, text) == []


@pytest.mark.parametrize("text", ["", "%", "20", "120 %", "100,01 %"])
def test_fault_is_the_format(text: str) -> None:
    assert RATE.parse(text) == Parsed(None, "format")


@pytest.mark.parametrize("text", ["20", "20,00", "5.5", "10,0", "2,1", "0", "8,50", "19,6"])
def test_bare_rate_of_french_law(text: str) -> None:
    assert raws(RATE_BARE, text) == [text]
    assert RATE_BARE.parse(text) == Parsed(Decimal(text.replace(",", ".")))


@pytest.mark.parametrize(
    "text", ["20 %", "20,00 €", "1 234,00", "20/02", "-20", "20.00 20.00", "200", "T20", "20h", "20:30"]
)
def test_no_bare_rate(text: str) -> None:
    assert raws(RATE_BARE, text) == []


@pytest.mark.parametrize("text", ["12,00", "1", "19", "99", "21,0"])
def test_bare_number_outside_the_law(text: str) -> None:
    assert RATE_BARE.parse(text) == Parsed(None, "format")


@given(st.sampled_from(sorted(FRENCH_RATES)), st.sampled_from([",", "."]), st.integers(0, 1))
def test_spellings_round_trip(rate: Decimal, point: str, zeros: int) -> None:
    text = (f"{rate:.2f}" if zeros else str(rate)).replace(".", point)
    assert RATE.parse(f"{text} %") == RATE.parse(f"{text}%") == RATE_BARE.parse(text) == Parsed(rate)
