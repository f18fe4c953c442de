"""SIRET and SIREN: the spellings that are read, the longer numbers that are left alone, the keys."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from chorus_ocr.values.parsed import Parsed
from chorus_ocr.values.siren import SIREN, Siren, format_siren
from chorus_ocr.values.siret import SIRET, Siret, format_siret, siren_of
from values.spellings import found, french_ibans, french_vat_numbers, grouped, passes_luhn, raws, sirens, sirets

STATE = "11000201100044"

MATCH = [
    "11000201100044",
    "110002011 00044",
    "110 002 011 00044",
    "110.002.011.00044",
    "110-002-011-00044",
    "110\u2011002\u2011011\u201100044",
    "110002011-00044",
    "110\u00a0002\u202f011 00044",
    "110 002 011 000 44",
    "1100 0201 1000 44",
    "1 1 0 0 0 2 0 1 1 0 0 0 4 4",
    "SIRET : 11000201100044",
    "SIRETclient11000201100044",  # the keyword glued to its value
    "SIRET11000201100044RCS",
    "SIR ET 11000201100044",  # a keyword split by kerning
    "SIRET 110 002 011 00044, APE 8411Z",
    "SIRET 110 002 011 00044 75015 Paris",
    "SIRET 11000201100044 01 23 45 67 89",
]

NO_MATCH = [
    "1100020110004",
    "110002011000441",
    "2 110 002 011 00044",
    "2024-11000201100044",
    "110 002 011 000 44 2",
    "F11000201100044",
    "FA11000201100044",
    "11000201100044X",
    "a3f11000201100044b",
    "FR76 3000 3954 8066 0482 6068 851",
    "FR7630003954806604826068851",
    "BE68 5390 0754 7034",
    "BE68539007547034",
    "GB29 NWBK 6016 1331 9268 19",
    "GB29NWBK60161331926819",
    "DE89370400440532013000",
    "FR 12 345 678 901 234",
    "01 23 45 67 89 2024",
    "01 23 45 67 89 01 23 45 67 89",
    "12 345 678 901 234,00",
    "RCS Reims 566963880 51100 Reims",
    "566 963 880 51100 REIMS",
    "١١٠٠٠٢٠١١٠٠٠٤٤",
]

INVALID = [
    ("11000201100045", "11000201100045"),
    ("99999999800010", "99999999800010"),  # official samples that fail their key
    ("787 878 784 00035", "78787878400035"),
    ("35600000000049", "35600000000049"),
]


@pytest.mark.parametrize("text", MATCH)
def test_spelling_is_read(text: str) -> None:
    assert found(SIRET, text) == [STATE]


@pytest.mark.parametrize("text", NO_MATCH)
def test_other_number_is_left_alone(text: str) -> None:
    assert raws(SIRET, text) == []


@pytest.mark.parametrize(("text", "value"), INVALID)
def test_failed_key_keeps_the_value(text: str, value: str) -> None:
    assert raws(SIRET, text) == [text]
    assert SIRET.parse(text) == Parsed(value, "checksum")


@pytest.mark.parametrize(
    "text", ["", "1100020110004", "110002011000441", "1100020110004O", "SIRET", "110\x1c00201100044"]
)
def test_no_siret_at_all(text: str) -> None:
    assert SIRET.parse(text) == Parsed(None, "format")


@pytest.mark.parametrize("digits", ["35600000000048", "35600000009075", "35600000049837"])
def test_la_poste_has_its_own_key(digits: str) -> None:
    assert SIRET.parse(digits) == Parsed(digits)


@pytest.mark.parametrize(
    "text", ["Siret : 356 000 000 06212 Siret client", "356000000 06212 RCS Paris", "356 000 000 06212"]
)
def test_high_establishment_numbers_are_no_postcodes(text: str) -> None:
    assert found(SIRET, text) == ["35600000006212"]


def test_a_blank_in_the_first_group_only_at_its_place() -> None:
    # Digits after a SIRET in canonical groups are another word; after any other grouping they may be its own.
    assert raws(SIRET, "110 002 011 00044 12") == ["110 002 011 00044"]
    assert raws(SIRET, "1100 0201 1000 44 12") == []


@given(sirets, st.data())
def test_any_grouping_gives_the_same_value(siret: str, data: st.DataObject) -> None:
    assume(siret[0] != "0")  # pairs from 0 are a telephone number
    text = data.draw(grouped(siret))
    assert raws(SIRET, text) == [text]
    assert SIRET.parse(text) == Parsed(siret)


@given(sirets, st.lists(st.sampled_from([" ", "\u00a0", "\u202f", ".", "-", "\u2011", ""]), min_size=3, max_size=3))
def test_any_separator_gives_the_same_value(siret: str, marks: list[str]) -> None:
    groups = [siret[:3], siret[3:6], siret[6:9], siret[9:]]
    same = marks[0]
    text = same.join(groups)
    assert raws(SIRET, text) == [text]
    assert SIRET.parse(text) == Parsed(siret)
    mixed = "".join(group + mark for group, mark in zip(groups, [*marks, ""], strict=True))
    assert SIRET.parse(mixed) == Parsed(siret)


@given(st.from_regex(r"[0-9]{14}", fullmatch=True))
def test_no_number_that_fails_its_key_is_valid(digits: str) -> None:
    la_poste = digits.startswith("356000000") and sum(map(int, digits)) % 5 == 0
    assert SIRET.parse(digits).valid == (passes_luhn(digits[:9]) and (passes_luhn(digits) or la_poste))


@given(st.text(alphabet="0123456789", min_size=15, max_size=40))
def test_a_longer_run_holds_none(digits: str) -> None:
    assert raws(SIRET, digits) == []
    assert raws(SIREN, digits) == []


def test_an_iban_set_in_single_letters_holds_none() -> None:
    assert found(SIRET, "F R 63931037489135 B148M1B5012") == []
    assert found(SIRET, "63931037489135 B148M1B5012") == ["63931037489135"]


@given(french_ibans(), st.data())
def test_an_iban_holds_none(iban: str, data: st.DataObject) -> None:
    four = " ".join(iban[at : at + 4] for at in range(0, 27, 4))
    for text in (iban, four, f"IBAN {four} BIC", data.draw(grouped(iban))):
        assert [value for value in found(SIRET, text) if value != "checksum"] == []


@given(sirets)
def test_helpers(siret: str) -> None:
    value = Siret(siret)
    assert siren_of(value) == siret[:9]
    assert SIREN.parse(siren_of(value)).valid
    assert SIRET.parse(format_siret(value)) == Parsed(siret)
    assert SIREN.parse(format_siren(siren_of(value))) == Parsed(siret[:9])


SIREN_MATCH = [
    "552100554",
    "552 100 554",
    "552.100.554",
    "552\u00a0100\u202f554",
    "5 5 2 1 0 0 5 5 4",
    "RCS Paris B 552 100 554",
    "SIREN552100554",
    "RCS Reims 552100554 – Tél. 02 50 31 86 98",
]

SIREN_NO_MATCH = [
    "55210055400013",
    "552 100 554 00013",
    "552100554 00013",
    "552 100 554 000 13",
    "FR40 303 265 045",
    "FR40303265045",
    "FRAB303265045",
    "FR AB 303 265 045",
    "DE123456789",
    "DE 123456789",
    "552 100 554 €",
    "552 100 554,00",
    "06 12 34 56 789",
    "0612345678",
    "552 100 55",
    "F552100554",
    "587451236586",
]


@pytest.mark.parametrize("text", SIREN_MATCH)
def test_siren_is_read(text: str) -> None:
    assert found(SIREN, text) == ["552100554"]


@pytest.mark.parametrize("text", SIREN_NO_MATCH)
def test_no_siren(text: str) -> None:
    assert raws(SIREN, text) == []


@given(sirens)
def test_siren_key(siren: str) -> None:
    assert SIREN.parse(siren) == Parsed(Siren(siren))
    wrong = siren[:8] + str((int(siren[8]) + 1) % 10)
    assert SIREN.parse(wrong) == Parsed(Siren(wrong), "checksum")


@given(sirets, st.data())
def test_no_siren_in_a_siret_nor_in_a_vat_number(siret: str, data: st.DataObject) -> None:
    for text in (siret, format_siret(Siret(siret)), f"{siret[:9]} {siret[9:]}"):
        assert raws(SIREN, text) == []
    vat = data.draw(french_vat_numbers())
    for text in (vat, f"FR {vat[2:4]} {vat[4:7]} {vat[7:10]} {vat[10:]}", f"{vat[:4]} {vat[4:]}"):
        assert raws(SIREN, text) == []
