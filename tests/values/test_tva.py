"""VAT numbers: French ones in every grouping, foreign ones with their prefix, and what looks like either."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chorus_ocr.values.parsed import Parsed
from chorus_ocr.values.tva import TVA, Tva, format_tva, siren_of
from values.spellings import found, french_ibans, french_vat_numbers, grouped, raws

FRENCH = [
    "FR40303265045",
    "FR 40 303 265 045",
    "FR40 303265045",
    "FR 40303265045",
    "FR.40.303.265.045",
    "FR-40-303-265-045",
    "FR\u00a040\u202f303\u202f265\u202f045",
    "TVA intracom. FR40303265045 – RCS",
    "TVAFR40303265045",
    "FR40303265045N° SIRET",
    "FR40303265045 75015 Paris",
    "FR40 303 265 045 75015 Paris",
    "FR 40 303 265 045 01 23 45 67 89",
]

FOREIGN = [
    ("DE136695976", "DE136695976"),
    ("DE 136695976", "DE136695976"),
    ("BE 0403.019.261", "BE0403019261"),
    ("ATU13585627", "ATU13585627"),
    ("ESA12345674", "ESA12345674"),
    ("IT 00743110157", "IT00743110157"),
    ("NL 0044.95.445.B.01", "NL004495445B01"),
    ("LU 150 274 42", "LU15027442"),
    ("IE6433435F", "IE6433435F"),
    ("EL094259216", "EL094259216"),
    ("RO18547290", "RO18547290"),
    ("XI980780684", "XI980780684"),
]

NO_MATCH = [
    "40303265045",
    "FR4030326504",
    "FR403032650451",
    "FR40 303 265 045 2",
    "FR7630003954806604826068851",
    "FR76 3000 3954 8066 0482 6068 851",
    "FR7430003000402964223654P78",
    "CAPITAL DE 120 000 000 €",
    "CAPITAL DE 120000000 €",
    "FACTURE DE 20240117",
    "DE 136 695 976",
    "RO18547290 12",
    "fr40303265045",
    "XDE136695976",
]


@pytest.mark.parametrize("text", FRENCH)
def test_french_number_is_read(text: str) -> None:
    assert found(TVA, text) == ["FR40303265045"]


@pytest.mark.parametrize(("text", "value"), FOREIGN)
def test_foreign_number_is_read(text: str, value: str) -> None:
    assert raws(TVA, f"VAT {text} Ltd") == [text]
    assert TVA.parse(text) == Parsed(value)


@pytest.mark.parametrize("text", NO_MATCH)
def test_other_number_is_left_alone(text: str) -> None:
    assert raws(TVA, text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("FR41303265045", "FR41303265045"),
        ("FR76000023315", "FR76000023315"),
        ("FR00000000000", "FR00000000000"),
        ("DE123456789", "DE123456789"),
        ("BE0403019262", "BE0403019262"),
    ],
)
def test_failed_key_keeps_the_value(text: str, value: str) -> None:
    assert raws(TVA, text) == [text]
    assert TVA.parse(text) == Parsed(value, "checksum")


@pytest.mark.parametrize("text", ["F63530848134", "FRIO334175221"])
def test_damaged_number_is_shown_and_never_corrected(text: str) -> None:
    assert raws(TVA, text) == [text]
    assert TVA.parse(text) == Parsed(None, "format")


@pytest.mark.parametrize("text", ["", "FR", "40303265045", "GB980780684", "DE12345678", "fr40303265045"])
def test_no_vat_number_at_all(text: str) -> None:
    assert TVA.parse(text) == Parsed(None, "format")


@pytest.mark.parametrize("number", ["FR40303265045", "FRK7399859412", "FR4Z123456782", "FR53000004605"])
def test_keys_old_new_and_monaco(number: str) -> None:
    assert TVA.parse(number) == Parsed(number)


def test_key_grouped_with_the_siren() -> None:
    assert found(TVA, "TVA : FR 604 219 388 61") == ["FR60421938861"]


def test_siren_inside() -> None:
    assert siren_of(Tva("FRK7399859412")) == "399859412"
    assert siren_of(Tva("FR53000004605")) is None  # Monaco
    assert siren_of(Tva("DE136695976")) is None


@given(french_vat_numbers(), st.data())
def test_any_grouping_gives_the_same_value(number: str, data: st.DataObject) -> None:
    text = "FR" + data.draw(grouped(number[2:]))
    assert raws(TVA, text) == [text]
    assert TVA.parse(text) == Parsed(number)
    assert TVA.parse(format_tva(Tva(number))) == Parsed(number)
    assert siren_of(Tva(number)) == number[4:]


@given(french_vat_numbers(), st.integers(1, 96))
def test_no_number_that_fails_its_key_is_valid(number: str, shift: int) -> None:
    wrong = f"FR{(int(number[2:4]) + shift) % 97:02}{number[4:]}"
    assert TVA.parse(wrong) == Parsed(wrong, "checksum")


@given(french_ibans())
def test_an_iban_is_none(iban: str) -> None:
    four = " ".join(iban[at : at + 4] for at in range(0, 27, 4))
    for text in (iban, four, f"IBAN : {four} BIC CMCIFRPP"):
        assert "FR" not in "".join(str(value) for value in found(TVA, text))
