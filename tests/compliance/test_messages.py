"""Texts in two languages, and how values are written in each."""

from datetime import date
from decimal import Decimal

import pytest

from chorus_ocr.compliance.cadre import Cadre
from chorus_ocr.compliance.messages import Lang, Text, written
from chorus_ocr.prefill import LigneTva, ModePaiement, TypeFacture, TypeTva


def test_arguments_are_written_as_the_language_has_them() -> None:
    text = Text("{net} au {day}", "{net} on {day}")
    assert text.in_lang(Lang.FR, net=Decimal("-1234.5"), day=date(2026, 3, 2)) == "-1 234,50 au 02/03/2026"
    assert text.in_lang(Lang.EN, net=Decimal("-1234.5"), day=date(2026, 3, 2)) == "-1,234.50 on 2026-03-02"


def test_braces_in_print_are_not_arguments() -> None:
    assert Text("« {raw} »", "« {raw} »").in_lang(Lang.FR, raw="{x} {}") == "« {x} {} »"


@pytest.mark.parametrize(
    ("value", "kind", "french", "english"),
    [
        ("11000201100044", "siret", "110 002 011 00044", "110 002 011 00044"),
        ("FR40303265045", "tva", "FR 40 303 265 045", "FR 40 303 265 045"),
        ("FR7630006000011234567890189", "iban", "FR76 3000 6000 0112 3456 7890 189", None),
        ("BDC 2026/110", "reference", "BDC 2026/110", "BDC 2026/110"),
        (Decimal("0.125"), "", "0,125", "0.125"),
        (3, "", "3", "3"),
        ((), "", "", ""),
        (
            (
                LigneTva(taux=Decimal("20"), base_ht=None, montant=Decimal("1240")),
                LigneTva(taux=Decimal("5.5"), base_ht=Decimal("100"), montant=None),
            ),
            "",
            "20 % = 1 240,00; 5,5 % de 100,00",
            "20 % = 1,240.00; 5.5 % of 100.00",
        ),
    ],
)
def test_values_are_written_for_people(value: object, kind: str, french: str, english: str | None) -> None:
    assert written(value, Lang.FR, kind) == french
    assert written(value, Lang.EN, kind) == (french if english is None else english)


def test_the_codes_of_the_portal_are_written_in_its_words() -> None:
    for member in (*TypeFacture, *TypeTva, *ModePaiement):
        shown = written(member, Lang.FR)
        assert shown != member.value and "_" not in shown
        assert written(member, Lang.EN) == shown


def test_the_cadres_are_all_there() -> None:
    assert [str(cadre) for cadre in Cadre] == [f"A{number}" for number in range(1, 26)]
    assert all(cadre.label[0].islower() for cadre in Cadre)
