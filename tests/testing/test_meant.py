"""What was meant: any field by its name, values as typed or as text, and every fault told at once."""

import json
from dataclasses import fields
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from chorus_ocr import CHORUS_PRO, FieldRule, LigneTva, ModePaiement, Prefill, Siret, Truth, TruthError, TypeTva
from chorus_ocr.testing import Fields, meant_truth, read_meant
from chorus_ocr.tuning import VatLine
from chorus_ocr.values.amount import AMOUNT
from fixtures.make_invoices import INVOICES
from rules.checks.bills import WRONG

DAY = date(2026, 3, 12)
MOMENT = datetime(2026, 3, 12, 8, tzinfo=UTC)
BARE = VatLine(taux=Decimal("5.5"), base_ht=None, montant=None)
LINE = VatLine(taux=Decimal("5.5"), base_ht=Decimal("1000.00"), montant=Decimal("55"))

SPELT: list[tuple[str, object, object]] = [
    ("siret_destinataire", "110 002 011 00044", "11000201100044"),
    ("siret_destinataire", Siret("11000201100044"), "11000201100044"),
    ("siret_destinataire", WRONG, WRONG.replace(" ", "")),
    ("siret_destinataire", "1100", "1100"),
    ("numero_engagement", " BDC 2026/110 ", "BDC 2026/110"),
    ("montant_ttc", Decimal("1440.00"), Decimal(1440)),
    ("montant_ttc", 1440, Decimal(1440)),
    ("montant_ttc", 12.5, Decimal("12.5")),
    ("montant_ttc", "1440", Decimal(1440)),
    ("montant_ttc", "1 440,00", Decimal(1440)),
    ("montant_ttc", "1\N{NO-BREAK SPACE}440,00 €", Decimal(1440)),
    ("montant_ttc", "-1440.5", Decimal("-1440.5")),
    ("montant_ttc", "2026", Decimal(2026)),
    ("montant_ttc", "12345678", Decimal(12345678)),
    ("date_facture", DAY, DAY),
    ("date_facture", "2026-03-12", DAY),
    ("date_facture", "12/03/2026", DAY),
    ("date_facture", "12 mars 2026", DAY),
    ("type_facture", "avoir", "AVOIR"),
    ("type_tva", TypeTva.SANS_TVA, "SANS_TVA"),
    ("type_tva", "TVA sur les débits", "TVA_SUR_DEBIT"),
    ("mode_paiement", ModePaiement.VIREMENT, "VIREMENT"),
    ("mode_paiement", "espèces", "ESPECE"),
    ("devise", "€", "EUR"),
    ("iban", "FR76 3000 6000 0112 3456 7890 189", "FR7630006000011234567890189"),
    ("lignes_tva", [{"taux": "5,5 %", "base_ht": "1 000,00", "montant": 55}], (LINE,)),
    ("lignes_tva", [{"taux": "5.5", "base_ht": "", "montant": None}], (BARE,)),
    ("lignes_tva", (LigneTva(taux=Decimal("5.5"), base_ht=Decimal(1000), montant=Decimal(55)),), (LINE,)),
    ("lignes_tva", [LINE], (LINE,)),
    ("bic", None, None),
    ("bic", " ", None),
]  # fmt: skip


@pytest.mark.parametrize(("name", "raw", "value"), SPELT, ids=str)
def test_a_value_is_understood_as_typed_or_as_text(name: str, raw: object, value: object) -> None:
    assert meant_truth({name: raw}).prefill == {name: value}


def test_the_names_for_type_checkers_are_those_of_the_form() -> None:
    assert tuple(Fields.__annotations__) == tuple(each.name for each in fields(Prefill))


FAULTS: list[tuple[str, Any, str]] = [
    ("siret_destinatair", "1", "no field 'siret_destinatair'; did you mean 'siret_destinataire'?"),
    ("montant_ttc", "1.234", "montant_ttc: '1.234' is not an amount such as "),
    ("montant_ttc", "abc", "montant_ttc: 'abc' is not an amount such as "),
    ("montant_ttc", True, "montant_ttc: True is not an amount such as "),
    ("montant_ttc", float("nan"), "montant_ttc: nan is not an amount such as "),
    ("date_facture", "31/02/2026", "date_facture: '31/02/2026' is not a date such as "),
    ("date_facture", MOMENT, f"date_facture: {MOMENT!r} is not a date such as "[:70]),
    ("code_service", 12, "code_service: 12 is not a text"),
    ("mode_paiement", "troc", "mode_paiement: 'troc' is not one of CHEQUE, PRELEVEMENT, VIREMENT, "),
    ("type_tva", 3, "type_tva: 3 is not one of TVA_SUR_DEBIT, "),
    ("lignes_tva", "20 %", "lignes_tva: '20 %' is not VAT lines such as "),
    ("lignes_tva", {"taux": 20}, "lignes_tva: {'taux': 20} is not VAT lines such as "),
    ("lignes_tva", [20], "lignes_tva[0]: 20 is not a VAT line, "),
    ("lignes_tva", [{"montant": 20}], "lignes_tva[0].taux: compulsory"),
    ("lignes_tva", [{"taux": "vingt"}], "lignes_tva[0].taux: 'vingt' is not a rate such as "),
    ("lignes_tva", [{"taux": 20, "base": 1}], "lignes_tva[0].base: no such key; a VAT line has taux, base_ht, montant"),
    ("lignes_tva", [{"taux": 20, "montant": "x" * 99}], "lignes_tva[0].montant: 'xxx"),
]


@pytest.mark.parametrize(("name", "raw", "fault"), FAULTS, ids=[fault for *_, fault in FAULTS])
def test_what_cannot_be_meant_is_refused(name: str, raw: Any, fault: str) -> None:
    with pytest.raises(TruthError) as raised:
        meant_truth({name: raw})
    [told] = raised.value.faults
    assert told.startswith(fault)
    assert len(told) < 160


def test_every_fault_is_listed() -> None:
    with pytest.raises(TruthError) as raised:
        meant_truth({name: raw for name, raw, _ in FAULTS}, source="facture")
    assert len(raised.value.faults) == len({name for name, *_ in FAULTS})
    assert raised.value.source == "facture"


def test_a_field_is_meant_once() -> None:
    for held in ({"bic": "BQMNFR21"}, Truth(id="x", prefill={"bic": "BQMNFR21"}), Prefill(bic="BQMNFR21")):
        with pytest.raises(TruthError, match="bic: meant twice"):
            meant_truth(held, bic="BQMNFR21")


def test_of_a_form_the_filled_fields_are_meant() -> None:
    form = Prefill(siret_destinataire=Siret("11000201100044"), montant_ttc=Decimal("12.00"))
    assert meant_truth(form).prefill == {"siret_destinataire": "11000201100044", "montant_ttc": Decimal("12.00")}


def test_a_truth_is_kept_with_all_that_it_says_besides() -> None:
    truth = Truth(id="x", prefill={"bic": None}, unannounced={"bic": "BQMNFR21"})
    assert meant_truth(truth, iban=None).unannounced == {"bic": "BQMNFR21"}
    with pytest.raises(TruthError, match="no field 'bick'; did you mean 'bic'"):
        meant_truth(Truth(id="x", prefill={"bick": None}))


def test_what_is_no_mapping_is_refused() -> None:
    with pytest.raises(TypeError, match="a mapping of fields, a Prefill or a Truth, not list"):
        meant_truth(["bic"])  # type: ignore[arg-type]


def test_a_field_of_an_own_pack_is_meant_by_its_name() -> None:
    own = FieldRule(name="consigne", label="Consigne", aliases=("consigne",), value=AMOUNT, source="ours")
    pack = CHORUS_PRO.with_field(own)
    assert meant_truth({"consigne": "12,00"}, rules=pack).prefill == {"consigne": Decimal("12.00")}
    assert meant_truth({"consigne": Decimal(12)}, rules=pack).prefill == {"consigne": Decimal(12)}
    with pytest.raises(TruthError, match="no field 'consigne'"):
        meant_truth({"consigne": "12,00"})


def test_a_file_holds_fields_or_is_a_sidecar(tmp_path: Path) -> None:
    file = tmp_path / "meant.json"
    file.write_text(json.dumps({"montant_ttc": "1 440,00", "bic": None}), encoding="utf-8")
    assert read_meant(file).prefill == {"montant_ttc": Decimal("1440.00"), "bic": None}
    file.write_text(json.dumps({"prefill": {"montant_ttc": "1440.00"}}), encoding="utf-8")
    assert read_meant(str(file)).prefill == {"montant_ttc": Decimal("1440.00")}
    sidecar = INVOICES / "two_columns.expected.json"
    assert read_meant(sidecar).prefill == Truth.read(sidecar).prefill


@pytest.mark.parametrize(
    ("content", "faults"),
    [
        (b"{", ("not JSON: ",)),
        (b"\xff", ("not UTF-8 text",)),
        (b"[]", ("what is meant is one JSON object of fields",)),
        (b'{"bick": null, "montant_ttc": "x"}', ("no field 'bick'", "montant_ttc: 'x' is not an amount")),
        (b'{"prefill": {"montant_ttc": "1 440,00"}}', ("prefill.montant_ttc: '1 440,00' is not a number",)),
        (b'{"prefill": {"bick": null}}', ("no field 'bick'",)),
    ],
)
def test_a_file_with_faults_is_refused_with_each(tmp_path: Path, content: bytes, faults: tuple[str, ...]) -> None:
    file = tmp_path / "meant.json"
    file.write_bytes(content)
    with pytest.raises(TruthError) as raised:
        read_meant(file)
    assert raised.value.source == str(file)
    assert len(raised.value.faults) == len(faults)
    assert all(told.startswith(fault) for told, fault in zip(raised.value.faults, faults, strict=True))


def test_a_file_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(TruthError, match="No such file or directory"):
        read_meant(tmp_path / "meant.json")
