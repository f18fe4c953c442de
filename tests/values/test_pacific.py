"""RIDET and TAHITI numbers: how many characters they have, however they are grouped, and what is neither."""

import pytest

from chorus_ocr.values import ridet, tahiti


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("284663", "284663"),
        ("1284663", "1284663"),
        ("284663001", "284663.001"),
        ("1284663001", "1284663.001"),
        ("1 284 663.001", "1284663.001"),
        ("1\u202f284\u202f663-001", "1284663.001"),
    ],
)
def test_a_ridet_has_six_or_seven_digits_and_three_more(raw: str, value: str) -> None:
    assert ridet.parse(raw).value == value


@pytest.mark.parametrize("raw", ["", "12345", "12345678", "12345678901", "A284663", "٢٨٤٦٦٣", "73282932000074"])
def test_what_is_no_ridet(raw: str) -> None:
    parsed = ridet.parse(raw)
    assert (parsed.value, parsed.fault) == (None, "format")


@pytest.mark.parametrize(
    ("raw", "value"),
    [("C41287", "C41287"), ("c41287", "C41287"), ("412876", "412876"), ("C41287 001", "C41287001")],
)
def test_a_tahiti_number_has_six_characters_and_three_more(raw: str, value: str) -> None:
    assert tahiti.parse(raw).value == value


@pytest.mark.parametrize("raw", ["", "C4128", "C412870", "CC1287", "98713", "É41287", "C4128X", "+41287"])
def test_what_is_no_tahiti_number(raw: str) -> None:
    parsed = tahiti.parse(raw)
    assert (parsed.value, parsed.fault) == (None, "format")
