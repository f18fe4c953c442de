"""Amounts: every spelling with the same value, the sign that must survive, and the numbers that are no money."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chorus_ocr.values import amount
from chorus_ocr.values.amount import AMOUNT, currency_of, format_amount, has_decimals
from chorus_ocr.values.parsed import Parsed
from values.spellings import found, raws

MATCH = [
    ("1 227,51 €", "1227.51"),
    ("1\u00a0227,51", "1227.51"),
    ("1\u202f227,51", "1227.51"),
    ("1\u2009227,51", "1227.51"),
    ("1.234,56", "1234.56"),
    ("1,234.56", "1234.56"),
    ("1 234.56", "1234.56"),
    ("1'234,56", "1234.56"),
    ("1’234,56", "1234.56"),
    ("12.345.678,90", "12345678.90"),
    ("1,234,567.89", "1234567.89"),
    ("4470,06", "4470.06"),  # U+202F that left no glyph
    ("4470.06", "4470.06"),
    ("1234,5", "1234.5"),
    ("1 /993,92 €", "1993.92"),  # U+202F with the glyph of a slash
    ("1/993,92", "1993.92"),
    ("12", "12"),
    ("12 €", "12"),
    ("EUR 12", "12"),
    ("€12,00", "12.00"),
    ("€1.551,44", "1551.44"),
    ("12 €00", "12.00"),
    ("12€50", "12.50"),
    ("1 234,56 EUR", "1234.56"),
    ("12,00 euros", "12.00"),
    ("12,00 EUROS", "12.00"),
    ("1 162 F CFP", "1162"),
    ("1 162 XPF", "1162"),
    ("1.162 F CFP", "1162"),  # a currency without decimals settles what the dot is
    ("$12.50", "12.50"),
    ("1 234", "1234"),
    ("1.234.567 €", "1234567"),
    ("0,345", "0.345"),
    ("1234,567", "1234.567"),
    ("1 234,567", "1234.567"),
    ("1.234,567", "1234.567"),
    ("0,00 €", "0.00"),
    ("2000 €", "2000"),
    ("+12,00", "12.00"),
]

NEGATIVE = [
    ("-218,48 €", "-218.48"),
    ("−218,48", "-218.48"),
    ("\u2010218,48", "-218.48"),
    ("\u2011218,48", "-218.48"),
    ("\u00ad218,48", "-218.48"),
    ("–218,48 €", "-218.48"),
    ("− 218,48", "-218.48"),
    ("- 5,00", "-5.00"),
    ("218,48-", "-218.48"),
    ("218,48- €", "-218.48"),
    ("218,48 €-", "-218.48"),
    ("218,48−", "-218.48"),
    ("(218,48)", "-218.48"),
    ("(218,48 €)", "-218.48"),
    ("( 12 € )", "-12"),
    ("-€12,00", "-12.00"),
    ("€-12,00", "-12.00"),
    ("EUR -12,00", "-12.00"),
    ("-12", "-12"),
]

IN_TEXT = [
    ("2 246,91 euros 13 481,46 euros", ["2 246,91 euros", "13 481,46 euros"]),
    ("1 227,51 245,50", ["1 227,51", "245,50"]),
    ("05/11/2017 201,00", ["201,00"]),
    ("05/11/17 201,00", ["201,00"]),
    ("Total TTC 2024 1 234,56", ["1 234,56"]),
    ("Lot T1 1 250,00", ["1 250,00"]),
    ("TVA 20 % 12,00", ["12,00"]),
    ("TVA (20%) €1.551,44", ["€1.551,44"]),
    ("1983,50€20,00% 2380,20€", ["1983,50€", "2380,20€"]),
    ("(10 × 376,95 €) 3769,50€", ["376,95 €", "3769,50€"]),
    ("Total HT : - 5,00", ["- 5,00"]),
    ("Total HT:-5,00", ["-5,00"]),
    ("Total HT -5,00", ["-5,00"]),
    ("Total HT – 5,00", ["5,00"]),  # an en dash and a blank set apart
    ("Total......12,00", ["12,00"]),
    ("12,00€TTC", ["12,00€"]),
    ("12,00 € HT", ["12,00 €"]),
    ("€ 12,00 € 15,00", ["12,00 €", "15,00"]),
    ("12 000 EUR 15 000 EUR", ["12 000 EUR", "15 000 EUR"]),
    ("12 € 50,00 €", ["12 €", "50,00 €"]),
    ("(dont 12,00 €)", ["12,00 €"]),
    ("1 234,-", ["1 234"]),
    ("capital social 120 000,00 €", ["120 000,00 €"]),
]

NO_MATCH = [
    # rates
    "20 %",
    "20,00%",
    "12,00 %",
    "1 234,00 %",
    # dates, years, durations, hours
    "18/02/2024",
    "18.02.2024",
    "18-02-2024",
    "2024-02-18",
    "18 02 2024",
    "20240218",
    "18 février 2024",
    "21 JUIN 2026",
    "2024",
    "30 jours",
    "36 mois",
    "12h30",
    "12:30",
    # references and other numbers
    "F2024",
    "2024-0317",
    "F2024-0317",
    "REF12.50",
    "FA/2024/12",
    "n° 12",
    "N°12,50",
    "1/3",
    "1 / 3",
    "1) 2)",
    "(75)",
    "(20)",
    "12345678",
    "11000201100044",
    "110 002 011 00044",
    "110.002.011.00044",
    "737 302 778",
    "303.656.847",
    "FR76 3000 3954 8066 0482 6068 851",
    "06 12 34 56 78",
    "01.23.45.67.89",
    "0800 123 456",
    "192.168.10.20",
    # badly grouped, or two numbers that may be one
    "017 201,00",
    "00,50",
    "12 34 56",
    "12 34 56,78",
    "1 234 56,78",
    "1 234.567,89",
    "10 15,81",
    "12 € 50",
    "1 227, 51",
    # a sign that cannot be told
    "Total HT - 5,00",
    "20% - 375,42 €",
    "– 5,00",
    "218,48 -",
    "(218,48",
    "12,00-15,00",
    "12,00–15,00",
    # a unit price, a weight
    "12,00/unité",
    "1,5kg",
    "٣٤",
]

AMBIGUOUS = ["12,345", "1.234", "1.234 €", "EUR 1,234", "-1.234", "(1.234)", "-12,00-", "(12,00"]


@pytest.mark.parametrize(("text", "value"), [*MATCH, *NEGATIVE])
def test_spelling_is_read(text: str, value: str) -> None:
    assert raws(AMOUNT, text) == [text]
    parsed = AMOUNT.parse(text)
    assert parsed == Parsed(Decimal(value))
    assert str(parsed.value) == value  # the digits that are printed, not a rounded number


@pytest.mark.parametrize(("text", "spellings"), IN_TEXT)
def test_amounts_of_a_cell(text: str, spellings: list[str]) -> None:
    assert raws(AMOUNT, text) == spellings


@pytest.mark.parametrize("text", NO_MATCH)
def test_other_number_is_left_alone(text: str) -> None:
    assert raws(AMOUNT, text) == []


@pytest.mark.parametrize("text", [*AMBIGUOUS, "", "€", "douze euros", "20 %", "1\x1c234,00"])
def test_no_single_reading(text: str) -> None:
    assert AMOUNT.parse(text) == Parsed(None, "format")


def test_match_right_after_a_label_sees_what_stands_before() -> None:
    assert AMOUNT.pattern.match("Total TTC : 1 227,51 €", 12) is not None
    assert AMOUNT.pattern.match("05/11/2017 201,00", 4) is None
    text = "Remise - 5,00"
    assert AMOUNT.pattern.match(text, text.index("5")) is None  # its sign was skipped: no value rather than a wrong one


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1 227,51 €", "EUR"),
        ("12,00 euros", "EUR"),
        ("EUR 12", "EUR"),
        ("12 €00", "EUR"),
        ("1 162 F CFP", "XPF"),
        ("1 162 FCFP", "XPF"),
        ("12 CHF", "CHF"),
        ("$12", "USD"),
        ("£12", "GBP"),
        ("12,00", None),
        ("€ 12 CHF", None),
    ],
)
def test_currency(text: str, code: str | None) -> None:
    assert currency_of(text) == code


@pytest.mark.parametrize(
    ("text", "answer"),
    [("12,00", True), ("12 €00", True), ("12,5", True), ("12", False), ("1 234", False), ("1.234", False)],
)
def test_has_decimals(text: str, answer: bool) -> None:
    assert has_decimals(text) is answer


cents = st.integers(0, 10**11).map(lambda value: Decimal(value) / 100)


def _groups(value: Decimal, mark: str, point: str) -> str:
    return f"{value:,.2f}".replace(",", "\0").replace(".", point).replace("\0", mark)


@given(cents, st.sampled_from([" ", "\u00a0", "\u202f", "'", "’", ""]), st.sampled_from([",", "."]))
def test_spellings_round_trip(value: Decimal, mark: str, point: str) -> None:
    text = _groups(value, mark, point)
    for spelled in (
        text,
        f"{text} €",
        f"{text}€",
        f"{text} EUR",
        f"EUR {text}",
        f"€{text}",
        f"+{text}",
        f"{text} euros",
    ):
        assert raws(AMOUNT, spelled) == [spelled]
        assert AMOUNT.parse(spelled) == Parsed(value)


@given(cents, st.sampled_from([(".", ","), (",", ".")]))
def test_locales_round_trip(value: Decimal, marks: tuple[str, str]) -> None:
    text = _groups(value, *marks)
    assert raws(AMOUNT, text) == [text]
    assert AMOUNT.parse(text) == Parsed(value)


@given(st.from_regex(amount._USUAL, fullmatch=True, alphabet="-0123456789., \u00a0\u202f€EURosu"))
def test_the_usual_spelling_is_a_part_of_the_pattern(text: str) -> None:
    assert amount.parse(text) == amount._parse_unusual(text)


@given(cents.filter(bool), st.sampled_from([" ", "\u202f", ""]))
def test_sign_survives(value: Decimal, mark: str) -> None:
    text = _groups(value, mark, ",")
    for spelled in (
        f"-{text}",
        f"−{text}",
        f"–{text}",
        f"- {text}",
        f"− {text}",
        f"{text}-",
        f"({text})",
        f"({text} €)",
    ):
        assert AMOUNT.parse(spelled) == Parsed(-value), spelled
        assert AMOUNT.parse(f"{spelled} €").value in (-value, None)


@given(cents, cents)
def test_an_amount_ends_after_its_decimals(first: Decimal, second: Decimal) -> None:
    one, two = _groups(first, " ", ","), _groups(second, " ", ",")
    assert found(AMOUNT, f"{one} {two}") == [first, second]


@given(st.dates(), cents)
def test_a_date_never_joins_an_amount(day: object, value: Decimal) -> None:
    text = _groups(value, " ", ",")
    assert found(AMOUNT, f"{day:%d/%m/%Y} {text}") in ([value], [])


@given(cents, st.booleans())
def test_format_round_trips(value: Decimal, negative: bool) -> None:
    printed = -value if negative else value
    assert AMOUNT.parse(format_amount(printed)) == Parsed(printed)


@given(st.text(alphabet="0123456789 .,", max_size=30))
def test_every_value_has_the_digits_of_its_spelling(text: str) -> None:
    for match in AMOUNT.pattern.finditer(text):
        parsed = AMOUNT.parse(match[0])
        if parsed.value is not None:
            digits = "".join(char for char in match[0] if char.isdigit())
            assert "".join(map(str, parsed.value.as_tuple().digits)) == (digits.lstrip("0") or "0")
