"""The keys that are reckoned here are those that python-stdnum reckons."""

from itertools import product
from string import ascii_uppercase

from hypothesis import given
from hypothesis import strategies as st
from stdnum import bic, luhn
from stdnum.fr import siren, siret, tva
from stdnum.iso7064 import mod_97_10

from chorus_ocr.values.bic import BIC
from chorus_ocr.values.keys import passes_luhn, passes_mod_97
from chorus_ocr.values.siren import SIREN
from chorus_ocr.values.siret import SIRET
from chorus_ocr.values.tva import TVA
from values.spellings import luhn_digit

DIGITS = "0123456789"
LETTERS_OF_KEYS = "ABCDEFGHJKLMNPQRSTUVWXYZ"


@given(st.text(alphabet=DIGITS, min_size=1, max_size=30))
def test_luhn(number: str) -> None:
    assert passes_luhn(number) == luhn.is_valid(number)
    assert passes_luhn(number + luhn_digit(number))


def test_luhn_is_of_ascii_digits() -> None:
    assert passes_luhn("18")
    assert not passes_luhn("١٨")
    assert not luhn.is_valid("١٨")


@given(st.text(alphabet=DIGITS + ascii_uppercase, min_size=1, max_size=40))
def test_mod_97(number: str) -> None:
    assert passes_mod_97(number) == mod_97_10.is_valid(number)
    assert passes_mod_97(number + mod_97_10.calc_check_digits(number))


@given(st.text(alphabet=DIGITS, min_size=8, max_size=8), st.sampled_from(DIGITS))
def test_sirens(head: str, key: str) -> None:
    for number in (head + key, head + luhn_digit(head)):
        assert SIREN.parse(number).valid == siren.is_valid(number)


@given(st.sampled_from(["356000000", "110002011", "123456789", "000000000"]), st.text(DIGITS, min_size=5, max_size=5))
def test_sirets(head: str, tail: str) -> None:
    # Of La Poste, of the State, of nobody.
    for number in (head + tail, head + tail[:4] + luhn_digit(head + tail[:4])):
        assert SIRET.parse(number).valid == siret.is_valid(number)


def test_every_establishment_of_la_poste() -> None:
    for tail in range(0, 100_000, 7):
        number = f"356000000{tail:05d}"
        assert SIRET.parse(number).valid == siret.is_valid(number)


@given(st.sampled_from(["303265045", "123456782", "123456789", "000004605", "000004606"]))
def test_french_vat_numbers(number: str) -> None:
    keys = map("".join, product(DIGITS + LETTERS_OF_KEYS, repeat=2))
    numbers = [f"FR{key}{number}" for key in keys]
    judged = [TVA.parse(each).valid for each in numbers]
    assert judged == [tva.is_valid(each) for each in numbers]
    assert any(judged) == tva.is_valid(f"FR{int(number + '12') % 97:02d}{number}")


def test_the_countries_of_bank_codes() -> None:
    # A code with a digit may be of any country.
    countries = list(map("".join, product(ascii_uppercase, repeat=2)))
    codes = [f"BANK{country}2A" for country in countries]
    known = [BIC.parse(code).value is not None for code in codes]
    assert known == [bic.is_valid(code) for code in codes]
    assert 200 < sum(known) < 300


def test_a_bank_code_without_digits_is_of_a_country_too() -> None:
    codes = [f"BANK{''.join(three)}A" for three in product(ascii_uppercase, repeat=3)]
    read = [code for code in codes if BIC.parse(code).value is not None]
    assert len(read) > 40
    assert all(map(bic.is_valid, read))
