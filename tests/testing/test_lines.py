"""The lines to print: each, printed on an invoice, makes its field be read as it was meant."""

from datetime import date
from decimal import Decimal

import pytest

from chorus_ocr import CHORUS_PRO, LigneTva, ModePaiement, TypeFacture, TypeTva, scan
from chorus_ocr.testing.lines import lines_to_print
from chorus_ocr.tuning import VatLine
from fixtures.parties import COURCERON, SARVANE
from rules.checks.bills import bill

VALUES: list[tuple[str, object]] = [
    ("numero_facture", "FA-1"),
    ("date_facture", date(2026, 3, 12)),
    ("siret_destinataire", COURCERON.siret),
    ("code_service", "FAC-07"),
    ("siret_fournisseur", SARVANE.siret),
    ("numero_engagement", "26D000417"),
    *(("devise", code) for code in ("EUR", "XPF", "USD", "CHF")),
    ("montant_ht", Decimal("12.5")),
    ("montant_tva", Decimal("2.5")),
    ("montant_ttc", Decimal(15)),
    ("montant_a_payer", Decimal(15)),
    *(("type_facture", kind) for kind in TypeFacture),
    *(("type_tva", kind) for kind in TypeTva),
    *(("mode_paiement", mode) for mode in ModePaiement),
    ("numero_marche", "2026-M-12"),
    ("numero_facture_origine", "FA-0"),
    ("motif_exoneration", "TVA non applicable, art. 293 B du CGI"),
    ("tva_fournisseur", SARVANE.vat),
    ("tva_destinataire", "FR40303265045"),
    ("date_echeance", date(2026, 4, 12)),
    ("iban", SARVANE.account.iban),
    ("bic", SARVANE.account.bic),
    ("affactureur", "Subrogation : paiement à l'ordre de Factoria Nord"),
]
VALUES += [  # of a field that is not named above, what its own examples hold
    (rule.name, rule.value.parse(value).value)
    for rule in CHORUS_PRO.fields
    for _, value in rule.examples[:1]
    if rule.name not in {"lignes_tva", *(name for name, _ in VALUES)}
]


@pytest.mark.parametrize(("name", "value"), VALUES, ids=str)
def test_the_line_is_read(name: str, value: object) -> None:
    lines = lines_to_print(CHORUS_PRO.rules[name], value)
    title = {} if name == "type_facture" else {"title": "AVOIR" if name == "numero_facture_origine" else "FACTURE"}
    report = scan(bill({**title, **{str(at): line for at, line in enumerate(lines)}}))
    assert len(lines) == 1
    assert getattr(report.prefill, name) == value


def test_the_lines_of_vat_are_read() -> None:
    meant = (
        VatLine(taux=Decimal(20), base_ht=Decimal(1200), montant=Decimal(240)),
        VatLine(taux=Decimal("5.5"), base_ht=None, montant=Decimal("5.5")),
    )
    lines = lines_to_print(CHORUS_PRO.rules["lignes_tva"], meant)
    assert lines == ("TVA 20 % sur 1 200,00 : 240,00", "TVA 5,5 % : 5,50")
    read = scan(bill({"title": "FACTURE", "first": lines[0], "second": lines[1]})).prefill.lignes_tva
    assert read == (
        LigneTva(taux=Decimal(20), base_ht=Decimal("1200.00"), montant=Decimal("240.00")),
        LigneTva(taux=Decimal("5.5"), base_ht=None, montant=Decimal("5.50")),
    )


def test_no_field_is_forgotten() -> None:
    assert {name for name, _ in VALUES} | {"lignes_tva"} == set(CHORUS_PRO.rules)
