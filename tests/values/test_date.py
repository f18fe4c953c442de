"""Dates: day first or year first, never month first; and what general date parsers take for a date."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chorus_ocr.values.date import DATE, format_date
from chorus_ocr.values.parsed import Parsed
from values.spellings import found, raws

MATCH = [
    ("18/02/2024", "2024-02-18"),
    ("18-02-2024", "2024-02-18"),
    ("18\u201102\u20112024", "2024-02-18"),
    ("18.02.2024", "2024-02-18"),
    ("18 02 2024", "2024-02-18"),
    ("18 / 02 / 2024", "2024-02-18"),
    ("18/02/24", "2024-02-18"),
    ("18-02-24", "2024-02-18"),
    ("5/3/2024", "2024-03-05"),
    ("2024-02-18", "2024-02-18"),
    ("2024/02/18", "2024-02-18"),
    ("2024.02.18", "2024-02-18"),
    ("20240218", "2024-02-18"),
    ("1er mars 2024", "2024-03-01"),
    ("1 er mars 2024", "2024-03-01"),
    ("1ᵉʳ mars 2024", "2024-03-01"),
    ("21 JUIN 2026", "2026-06-21"),
    ("5 décembre 2026", "2026-12-05"),
    ("5 de\u0301cembre 2026", "2026-12-05"),
    ("5 decembre 2026", "2026-12-05"),
    ("15 FÉVRIER 2026", "2026-02-15"),
    ("15 AOÛT 2026", "2026-08-15"),
    ("15 aout 2026", "2026-08-15"),
    ("5 déc. 2026", "2026-12-05"),
    ("5 sept. 2026", "2026-09-05"),
    ("05-déc-2026", "2026-12-05"),
    ("05-déc-26", "2026-12-05"),
    ("21juin2026", "2026-06-21"),
    ("lundi 21 novembre 2022", "2022-11-21"),
    ("Le lundi 21 novembre 2022", "2022-11-21"),
    ("lun. 21 nov. 2022", "2022-11-21"),
    ("le 18/02/2024", "2024-02-18"),
    ("21 November 2022", "2022-11-21"),
    ("21st Nov 2022", "2022-11-21"),
    ("November 21, 2022", "2022-11-21"),
    ("Nov 21, 2022", "2022-11-21"),
    ("29/02/2024", "2024-02-29"),
]

IN_TEXT = [
    ("Date:18/02/2024", ["18/02/2024"]),
    ("du18/02/2024", ["18/02/2024"]),
    ("18/02/2024.", ["18/02/2024"]),
    ("18/02/2024 10:30", ["18/02/2024"]),
    ("2024-02-18T10:30:00", ["2024-02-18"]),
    ("du 5 au 12 mars 2024", ["12 mars 2024"]),
    ("12/01/2026 11/02/2026", ["12/01/2026", "11/02/2026"]),
    ("05/11/2017 201,00", ["05/11/2017"]),
]

IMPOSSIBLE = [
    "31/02/2024",
    "29/02/2023",
    "13/25/2024",
    "02/18/2024",  # not silently read month first
    "45/01/2024",
    "00/01/2024",
    "2024-13-01",
    "2024-18-02",
    "20240230",
    "31 février 2024",
    "0 mars 2024",
]

NO_MATCH = [
    "36 mois",
    "A1",
    "12",
    "mars",
    "mars 2024",
    "00 TVA 20",
    "99 TVA 20",
    "5 mars 24",
    "mars 21 2022",
    "FA-2024-02-18-001",
    "FA-2024-02-18",
    "FA2024-02-18",
    "2024-02-18-001",
    "F-18-02-2024",
    "20240218-01",
    "F20240218",
    "120240218",
    "20241345",
    "18991231",
    "2025-017-00-00",
    "2025-16-00-00",
    "FACT/2026/00173",
    "01.23.45.67.89",
    "01 23 45 67 89",
    "06 12 2024 12 34",
    "192.168.10.20",
    "18/02-2024",
    "18/02/1824",
    "18/02/20 24",  # a year split by kerning
    "2 5 mars 2024",  # a day split by kerning
    "12 10 2000,00",
    "12 10 2000 €",
    "2024-03-20T091440_file",
    "1-2-3",
]


@pytest.mark.parametrize(("text", "value"), MATCH)
def test_spelling_is_read(text: str, value: str) -> None:
    assert raws(DATE, text) == [text]
    assert DATE.parse(text) == Parsed(datetime.date.fromisoformat(value))


@pytest.mark.parametrize(("text", "spellings"), IN_TEXT)
def test_dates_of_a_cell(text: str, spellings: list[str]) -> None:
    assert raws(DATE, text) == spellings


@pytest.mark.parametrize("text", IMPOSSIBLE)
def test_impossible_date_is_never_swapped(text: str) -> None:
    assert raws(DATE, text) == [text]
    assert DATE.parse(text) == Parsed(None, "impossible_date")


@pytest.mark.parametrize("text", NO_MATCH)
def test_no_date(text: str) -> None:
    assert raws(DATE, text) == []
    assert DATE.parse(text) == Parsed(None, "format")


@pytest.mark.parametrize("text", ["5 ſeptembre 2024", "5 avrıl 2024", "auguſt 5, 2024"])
def test_a_letter_that_passes_for_another_whatever_its_case_spells_no_month(text: str) -> None:
    assert DATE.parse(text) == Parsed(None, "format")
    assert [DATE.parse(raw).fault for raw in raws(DATE, text)] in ([], ["format"])


MONTHS = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]
SHORT = ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."]
days = st.dates(datetime.date(1990, 1, 1), datetime.date(2099, 12, 31))


@given(days)
def test_spellings_round_trip(day: datetime.date) -> None:
    name, short = MONTHS[day.month - 1], SHORT[day.month - 1]
    for text in (
        format_date(day),
        f"{day:%d-%m-%Y}",
        f"{day:%d.%m.%Y}",
        f"{day:%d %m %Y}",
        f"{day:%Y-%m-%d}",
        f"{day:%Y/%m/%d}",
        f"{day:%Y%m%d}",
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day} {name} {day.year}",
        f"{day.day} {name.upper()} {day.year}",
        f"{day.day} {short} {day.year}",
        f"{day.day:02}-{short}-{day.year}",
        f"Le {day.day} {name} {day.year}",
    ):
        assert raws(DATE, text) == [text]
        assert DATE.parse(text) == Parsed(day), text


@given(st.integers(0, 99), st.integers(0, 99), st.integers(1900, 2099))
def test_three_numbers_are_day_month_year_or_nothing(day: int, month: int, year: int) -> None:
    try:
        expected = Parsed(datetime.date(year, month, day))
    except ValueError:
        expected = Parsed(None, "impossible_date")
    for mark in "/-.":
        assert DATE.parse(f"{day:02}{mark}{month:02}{mark}{year}") == expected


@given(days, st.sampled_from(["F", "FA-", "2024-", "12.", "1"]))
def test_a_date_inside_a_reference_is_none(day: datetime.date, head: str) -> None:
    assert format_date(day) not in raws(DATE, f"{head}{format_date(day)}")
    assert found(DATE, f"{head}{day:%Y-%m-%d}-01") == []
