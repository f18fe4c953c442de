"""Drawn identifiers, amounts and breakdowns: valid, within the portal's limits, and of every kind."""

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import TypeVar

import pytest
import stdnum.bic
import stdnum.fr.siret
import stdnum.fr.tva
import stdnum.iban
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from chorus_ocr import LigneTva, Siret
from chorus_ocr.testing.strategies import (
    SpelledAmount,
    amount_spellings,
    bics,
    engagements,
    ibans,
    invoice_numbers,
    service_codes,
    sirets,
    vat_breakdowns,
    vat_numbers,
)
from chorus_ocr.testing.strategies.identifiers import LA_POSTE
from chorus_ocr.values import amount
from chorus_ocr.values.siren import Siren
from testing.strategies.generated import SETTINGS

T = TypeVar("T")


def drawn(strategy: st.SearchStrategy[T], count: int = 200) -> list[T]:
    """Return what a strategy draws, the same in every run."""
    found: list[T] = []

    @given(strategy)
    @settings(SETTINGS, max_examples=count, phases=[Phase.generate], database=None)
    def take(value: T) -> None:
        found.append(value)

    take()
    return found


@given(sirets())
@settings(SETTINGS)
def test_every_siret_passes_its_key(siret: Siret) -> None:
    assert stdnum.fr.siret.is_valid(siret)


def test_la_poste_is_among_them() -> None:
    of_la_poste = [siret for siret in drawn(sirets()) if siret.startswith(LA_POSTE)]
    assert of_la_poste
    # Its establishments have a key of their own: not Luhn's but by chance.
    assert all(sum(map(int, siret)) % 5 == 0 for siret in of_la_poste)
    assert len(of_la_poste) < 150


def test_sirets_of_one_unit_share_its_siren() -> None:
    for siren in (Siren("732829320"), LA_POSTE):
        found = drawn(sirets(siren), 50)
        assert all(siret.startswith(siren) and stdnum.fr.siret.is_valid(siret) for siret in found)
        assert len(set(found)) > 10


@given(vat_numbers(), ibans(), bics())
@settings(SETTINGS)
def test_numbers_of_firms_and_accounts_are_valid(vat: str, iban: str, bic: str) -> None:
    assert stdnum.fr.tva.is_valid(vat)
    assert stdnum.iban.is_valid(iban)
    assert stdnum.bic.is_valid(bic)


@given(engagements())
@settings(SETTINGS)
def test_engagements_are_within_the_portals_limits(number: str) -> None:
    assert re.fullmatch(r"[A-Z0-9_+/-]{1,50}", number)


@given(invoice_numbers(), service_codes())
@settings(SETTINGS)
def test_numbers_and_codes_are_within_the_portals_limits(number: str, code: str) -> None:
    assert re.fullmatch(r"[A-Za-z0-9_/+-]{1,20}", number)
    assert 1 <= len(code) <= 100


@pytest.mark.slow
def test_references_come_in_many_shapes() -> None:
    for strategy, least in ((engagements(), 8), (service_codes(), 5), (invoice_numbers(), 5)):
        shapes = {re.sub("[A-Z]+", "A", re.sub("[0-9]+", "0", each)) for each in drawn(strategy)}
        assert len(shapes) >= least, shapes


@given(amount_spellings())
@settings(SETTINGS)
def test_every_spelling_of_an_amount_is_read_back(spelled: SpelledAmount) -> None:
    assert amount.parse(spelled.text) == (spelled.value, None)
    assert amount.PATTERN.fullmatch(spelled.text)


def test_amounts_are_spelled_in_many_ways() -> None:
    found = drawn(amount_spellings())
    assert {"€", "EUR", "euros", ""} == {re.sub(r"[^€A-Za-z]", "", each.text) for each in found}
    assert any(each.value < 0 for each in found) and any(each.value > 1000 for each in found)


@given(vat_breakdowns())
@settings(SETTINGS)
def test_a_breakdown_adds_up(lines: tuple[LigneTva, ...]) -> None:
    assert 1 <= len(lines) == len({line.taux for line in lines}) <= 3
    for line in lines:
        assert line.base_ht is not None and line.montant is not None and line.montant > 0
        exact = line.base_ht * line.taux / 100
        assert line.montant == exact.quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
