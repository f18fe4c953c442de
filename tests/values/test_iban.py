"""IBAN: as long as its country says, whatever follows; and the country table against python-stdnum's."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import iban as stdnum_iban
from stdnum import numdb

from chorus_ocr.values.iban import IBAN, STRUCTURES, Iban, format_iban
from chorus_ocr.values.parsed import Parsed
from values.spellings import found, french_ibans, grouped, raws

FR = "FR7630006000011234567890189"
FOUR = "FR76 3000 6000 0112 3456 7890 189"

MATCH = [
    FR,
    FOUR,
    FOUR.replace(" ", "\u00a0"),
    FOUR.replace(" ", "\u202f"),
    FOUR.replace(" ", "-"),
    "fr76 3000 6000 0112 3456 7890 189",
    f"IBAN {FOUR} BIC CMCIFRPP",
    f"IBAN{FR}–BIC",
    f"{FR}BIC",  # a letter glued to it is not swallowed
    f"{FOUR} Total",
    f"{FOUR} 02 50 31 86 98",
    "FR 76 30006 00001 12345678901 89",
]


@pytest.mark.parametrize("text", MATCH)
def test_spelling_is_read(text: str) -> None:
    assert found(IBAN, text) == [FR]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("FR14 2004 1010 0505 0001 3M02 606", "FR1420041010050500013M02606"),
        ("FR7430003000402964223654P78", "FR7430003000402964223654P78"),
        ("DE89370400440532013000", "DE89370400440532013000"),
        ("BE62 5100 0754 7061", "BE62510007547061"),
        ("GB29 NWBK 6016 1331 9268 19 BIC NWBKGB2L", "GB29NWBK60161331926819"),
        ("NL91 ABNA 0417 1643 00 BIC ABNANL2A", "NL91ABNA0417164300"),
        ("LU28 0019 4006 4475 0000 BIC", "LU280019400644750000"),
        ("MC58 1122 2000 0101 2345 6789 030", "MC5811222000010123456789030"),
        ("ES91 2100 0418 4502 0005 1332", "ES9121000418450200051332"),
    ],
)
def test_other_accounts_and_countries(text: str, value: str) -> None:
    assert found(IBAN, text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "FR76 3000 6000 0112 3456 7890 18",
        "FR76 3000 6000 0112 3456 7890 18 BIC",
        f"{FR}0",
        "DL12 3456 7890 1234 56",
        "1FR7630006000011234567890189",
        "30006 00001 12345678901 89",
        "FR40303265045",
    ],
)
def test_other_number_is_left_alone(text: str) -> None:
    assert raws(IBAN, text) == []


@pytest.mark.parametrize("text", [FOUR[:-1] + "8", "FR77 3000 6000 0112 3456 7890 189"])
def test_failed_check_digits_keep_the_value(text: str) -> None:
    assert IBAN.parse(text) == Parsed(text.replace(" ", ""), "checksum")


@pytest.mark.parametrize(
    "text", ["", "FR76", FR[:-1], f"{FR}0", "DL1234567890123456", "DE8937040044053201300A", "IBAN"]
)
def test_no_iban_at_all(text: str) -> None:
    assert IBAN.parse(text) == Parsed(None, "format")


@given(french_ibans(), st.data())
def test_any_grouping_gives_the_same_value(iban: str, data: st.DataObject) -> None:
    text = "FR" + data.draw(grouped(iban[2:]))
    assert raws(IBAN, text) == [text]
    assert IBAN.parse(text) == Parsed(iban)
    assert IBAN.parse(format_iban(Iban(iban))) == Parsed(iban)


@given(french_ibans(), st.sampled_from(["", " "]), st.text(alphabet="ABCXYZ ", max_size=12))
def test_what_follows_is_never_swallowed(iban: str, gap: str, rest: str) -> None:
    assert raws(IBAN, f"{format_iban(Iban(iban))}{gap}{rest}") == [format_iban(Iban(iban))]


@given(french_ibans(), st.integers(4, 26), st.integers(1, 9))
def test_one_wrong_digit_is_never_valid(iban: str, place: int, shift: int) -> None:
    if iban[place].isdigit():
        wrong = f"{iban[:place]}{(int(iban[place]) + shift) % 10}{iban[place + 1 :]}"
        assert IBAN.parse(wrong) == Parsed(wrong, "checksum")


@given(french_ibans(), st.integers(2, 26), st.sampled_from("0123456789ABZ"))
def test_french_check_digits_are_judged_as_the_whole_of_stdnum_does(iban: str, place: int, char: str) -> None:
    other = f"{iban[:place]}{char}{iban[place + 1 :]}"
    parsed = IBAN.parse(other)
    # stdnum reckons with letters for check digits, too: « FR5B » is none here, whatever the sum.
    assert parsed.valid == (other[2:4].isdigit() and stdnum_iban.is_valid(other))
    assert parsed.fault in (None, "checksum", "format")


def test_structures_are_those_of_the_registry() -> None:
    registry = numdb.get("iban")
    for structure, countries in STRUCTURES.items():
        for country in countries.split():
            bban = registry.info(f"{country}0000")[0][1]["bban"]
            merged = re.sub(r"([0-9]+)!([nac])", lambda part: part[2] * int(part[1]), bban)
            assert merged == "".join(part[0] * int(part[1:]) for part in structure.split()), country
