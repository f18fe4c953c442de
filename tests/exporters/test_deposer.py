"""The form in the shape of the government's own answer: its keys, its types, and the very amounts of the page."""

import json
import re
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chorus_ocr
from chorus_ocr import HandOverError, Prefill, Siret, TypeFacture, TypeTva
from chorus_ocr.exporters import to_deposer_pdf
from chorus_ocr.exporters.numbers import number
from exporters.portal import FACTS, WITHOUT_FACTS, validator
from fixtures.make_invoices import INVOICES

PDFS = sorted(INVOICES.glob("*.pdf"))

KEYS = {
    "numeroFacture": "numero_facture",
    "dateFacture": "date_facture",
    "codeDestinataire": "siret_destinataire",
    "codeServiceExecutant": "code_service",
    "codeFournisseur": "siret_fournisseur",
    "codeDeviseFacture": "devise",
    "typeFacture": "type_facture",
    "typeTva": "type_tva",
    "numeroBonCommande": "numero_engagement",
    "montantTtcAvantRemiseGlobalTTC": "montant_ttc",
    "montantAPayer": "montant_a_payer",
    "montantHtTotal": "montant_ht",
    "montantTVA": "montant_tva",
}
"""The thirteen, in the order of the facts, and the field of the form that each of them is."""

FULL = Prefill(
    numero_facture="FA-2026-0412",
    date_facture=date(2026, 3, 12),
    type_facture=TypeFacture.FACTURE,
    siret_destinataire=Siret("11000201100044"),
    code_service="TECHNIQUE",
    siret_fournisseur=Siret("40303265045001"),
    numero_engagement="26D000417",
    devise="EUR",
    montant_ht=Decimal("1200.00"),
    montant_tva=Decimal("240.10"),
    montant_ttc=Decimal("1440.10"),
    montant_a_payer=Decimal("-0.00"),
    type_tva=TypeTva.TVA_SUR_DEBIT,
    iban="FR7630006000011234567890189",
    date_echeance=date(2026, 4, 11),
)


def test_the_keys_are_the_thirteen_of_the_answer() -> None:
    assert list(to_deposer_pdf(Prefill())) == list(KEYS)
    assert set(KEYS.values()) == {each.name for each in fields(Prefill)[:13]}


def test_nothing_found_is_null_and_nothing_is_a_default() -> None:
    assert set(to_deposer_pdf(Prefill()).values()) == {None}


def test_every_value_is_told_as_the_portal_tells_it() -> None:
    assert json.dumps(to_deposer_pdf(FULL)) == (
        '{"numeroFacture": "FA-2026-0412", "dateFacture": "2026-03-12", "codeDestinataire": "11000201100044", '
        '"codeServiceExecutant": "TECHNIQUE", "codeFournisseur": "40303265045001", "codeDeviseFacture": "EUR", '
        '"typeFacture": "FACTURE", "typeTva": "TVA_SUR_DEBIT", "numeroBonCommande": "26D000417", '
        '"montantTtcAvantRemiseGlobalTTC": 1440.1, "montantAPayer": 0.0, "montantHtTotal": 1200.0, '
        '"montantTVA": 240.1}'
    )


def test_values_are_plain_ones() -> None:
    kinds = {type(value) for value in to_deposer_pdf(FULL).values()}
    assert kinds == {str, float}


@pytest.mark.skipif(not FACTS.exists(), reason=WITHOUT_FACTS)
@pytest.mark.parametrize("path", [*PDFS, None], ids=lambda path: path.stem if path else "full")
def test_it_is_what_the_portal_defines(path: Path | None) -> None:
    prefill = FULL if path is None else chorus_ocr.scan(path, password="secret").prefill
    told = to_deposer_pdf(prefill)
    own = validator("WsRetourDeposerPdfFacture", nullable=True, without="pieceJointeId")
    own.validate(told)
    assert not own.is_valid({**told, "deviseFacture": "EUR"})
    assert not own.is_valid({**told, "montantHtTotal": "1200.00"})
    assert not own.is_valid({key: value for key, value in told.items() if key != "typeTva"})


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.stem)
def test_it_says_what_the_form_says(path: Path) -> None:
    prefill = chorus_ocr.scan(path, password="secret").prefill
    told = json.loads(json.dumps(to_deposer_pdf(prefill)), parse_float=Decimal)
    for key, name in KEYS.items():
        value = getattr(prefill, name)
        if isinstance(value, date):
            assert told[key] == f"{value:%Y-%m-%d}"
        else:
            assert told[key] == value


def test_what_is_no_form_is_refused() -> None:
    with pytest.raises(TypeError, match="prefill is a Prefill, not Report"):
        to_deposer_pdf(chorus_ocr.scan(PDFS[0]))  # type: ignore[arg-type]


@pytest.mark.parametrize("amount", ["12345678901234", "0.0000001", "NaN", "Infinity", "1E+20", "12345678901.123456"])
def test_an_amount_that_the_portal_has_no_number_for_is_refused_by_its_key(amount: str) -> None:
    prefill = replace(FULL, montant_ht=Decimal(amount), montant_tva=Decimal(amount))
    with pytest.raises(HandOverError) as caught:
        to_deposer_pdf(prefill)
    assert caught.value.faults == tuple(
        f"{key}: the portal has no number for {Decimal(amount)}" for key in ("montantHtTotal", "montantTVA")
    )


@given(st.decimals(min_value=-(10**13) + 1, max_value=10**13 - 1, places=2, allow_nan=False))
def test_no_amount_to_the_cent_is_told_as_another(amount: Decimal) -> None:
    told = number(amount)
    assert told is not None
    text = json.dumps(told)
    assert Decimal(text) == amount
    assert re.fullmatch(r"-?\d+\.\d{1,2}", text) and text != "-0.0"


@given(st.decimals(allow_nan=True, allow_infinity=True))
def test_any_amount_is_told_exactly_or_not_at_all(amount: Decimal) -> None:
    told = number(amount)
    assert told is None or Decimal(json.dumps(told)) == amount
