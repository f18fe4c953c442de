"""What the checks of the supplier must not mistake: other identifiers, small invoices, groups, numbers of others."""

import pytest

from chorus_ocr import Prefill, Report, check_prefill, scan
from fixtures.parties import COURCERON, SARVANE, siret, spaced
from rules.checks.bills import LINES, Lines, bill, with_, without
from rules.checks.cases_fou import NO_SIREN, NO_SIRET, NO_VAT, PACIFIC, WRONG_SIRET


def told(lines: Lines, **how: str) -> list[str]:
    """Return the codes of this family, in their order."""
    return sorted(each.code for each in scan(bill(lines), **how).warnings if each.code.startswith("FOU"))  # type: ignore[arg-type]


def message(report: Report, code: str) -> str:
    [warning] = [each for each in report.warnings if each.code == code]
    return warning.message


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("RIDET : 1 284 663.001", "1284663.001"),
        ("N° RIDET : 1284663001", "1284663.001"),
        ("Ridet n° 1 284 663-001 - Nouméa", "1284663.001"),
        ("RIDET:0284663.001", "0284663.001"),
        ("SARL au capital de 1 000 000 F CFP - RIDET 284663", "284663"),
    ],
)
def test_a_ridet_is_read_however_it_is_grouped(line: str, number: str) -> None:
    report = scan(bill(with_(PACIFIC, legal=line)))
    assert number in message(report, "FOU07")
    [warning] = [each for each in report.warnings if each.code.startswith("FOU")]
    assert warning.page == 1 and warning.box is not None


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("N° TAHITI : C41287", "C41287"),
        ("TAHITI 412876-001, RC 1234B", "412876001"),
        ("Tahiti n°C41287 - Papeete", "C41287"),
    ],
)
def test_a_tahiti_number_is_read_however_it_is_grouped(line: str, number: str) -> None:
    assert number in message(scan(bill(with_(PACIFIC, legal=line))), "FOU08")


@pytest.mark.parametrize(
    "line",
    [
        "98713 Papeete - Tahiti - 40 50 60 70",
        "BP 1234, 98713 Papeete, Tahiti",
        "Livraison à Tahiti 123 456 colis",
        "RIDET client : 1 284 663.001",
        "Le RIDET 12 34 n'en est pas un",
        "Ridetti 1284663",
    ],
)
def test_what_only_looks_like_an_identifier_of_the_pacific_is_none(line: str) -> None:
    assert told(with_(PACIFIC, legal=line)) == ["FOU01"]


def test_of_two_ridets_both_are_named() -> None:
    lines = with_(PACIFIC, legal="RIDET : 1 284 663.001", client_address="RIDET : 0 311 222.001")
    assert "0311222.001, 1284663.001" in message(scan(bill(lines)), "FOU07")


def test_a_ridet_beside_a_siret_is_said_nothing_of() -> None:
    assert told(with_(LINES, other="RIDET : 1 284 663.001")) == []


def test_a_supplier_without_a_siret_is_not_asked_for_one_nor_for_a_french_vat_number() -> None:
    # TGC in New Caledonia is no VAT, but amounts of it stand under the same words.
    assert told(with_(NO_SIREN, legal="RIDET : 1 284 663.001")) == ["FOU07"]
    assert told(with_(NO_SIREN, supplier_vat="N° TVA du fournisseur : DE136695976")) == ["FOU09"]


@pytest.mark.parametrize(
    "lines",
    [
        with_(
            without(NO_VAT, "rate"), net="Total HT : 150,00 €", tax="Total TVA : 30,00 €", gross="Total TTC : 180,00 €"
        ),
        with_(
            without(NO_VAT, "rate", "tax"), gross="Total TTC : 1 200,00 €", due="TVA non applicable, art. 293 B du CGI"
        ),
        with_(without(NO_VAT, "rate"), tax="Total TVA : 0,00 €", gross="Total TTC : 1 200,00 €"),
        without(NO_VAT, "rate", "tax"),
        with_(NO_VAT, title="DEVIS N° D-2026-0412"),
    ],
    ids=["small", "exempt", "nothing", "unsaid", "quote"],
)
def test_a_vat_number_is_asked_for_only_where_vat_is_charged(lines: Lines) -> None:
    assert told(lines) == []


def test_a_line_of_vat_is_a_charge_without_a_total_of_it() -> None:
    lines = with_(without(NO_VAT, "tax"), rate="TVA 20 % sur 1 200,00 € : 240,00 €")
    assert told(lines) == ["FOU04"]


def test_the_siren_of_a_vat_number_is_compared_with_that_of_the_siret_only() -> None:
    branch = siret(SARVANE.siren, 12)
    for vat in (SARVANE.vat, "FR53000004605", "DE136695976"):  # the same firm; Monaco has no SIREN; another country
        lines = with_(
            LINES, supplier_siret=f"SIRET fournisseur : {branch}", supplier_vat=f"N° TVA du fournisseur : {vat}"
        )
        assert "FOU06" not in told(lines), vat


def test_what_is_printed_and_wrong_is_not_absent_too() -> None:
    assert told(with_(LINES, supplier_siret=f"SIRET fournisseur : {WRONG_SIRET}")) == ["FOU02"]
    assert told(with_(LINES, supplier_vat="N° TVA du fournisseur : FR00648126977")) == ["FOU05"]


def test_a_number_that_fails_its_key_is_told_of_wherever_it_is_kept() -> None:
    lines = with_(LINES, supplier_siret=f"SIRET fournisseur : {WRONG_SIRET}")
    assert told(lines, checksums="flag") == ["FOU02"]


@pytest.mark.parametrize("lines", [NO_SIRET, NO_SIREN], ids=["with its VAT number", "alone"])
def test_a_siret_that_nothing_announces_is_proposed(lines: Lines) -> None:
    report = scan(bill(with_(lines, legal=SARVANE.siret)))
    [warning] = [each for each in report.warnings if each.code == "FOU01"]
    assert warning.print_text == f"SIRET fournisseur : {spaced(SARVANE.siret, 3, 3, 3, 5)}"


def test_the_recipients_number_is_not_proposed_as_the_suppliers() -> None:
    lines = with_(NO_SIREN, client="Client", client_siret=f"SIRET : {COURCERON.siret}")
    [warning] = [each for each in scan(bill(lines)).warnings if each.code == "FOU01"]
    assert warning.print_text is None and "l'autre partie" in warning.message


def test_a_form_is_asked_for_the_same() -> None:
    good = scan(bill()).prefill
    forms = {name: getattr(good, name) for name in ("siret_fournisseur", "montant_ht", "montant_tva")}
    [warning] = [each for each in check_prefill(Prefill(**forms)) if each.code.startswith("FOU")]
    assert (warning.code, warning.print_text) == ("FOU04", f"TVA fournisseur : {_printed(SARVANE.vat)}")


def _printed(vat: str) -> str:
    return f"{vat[:2]} {vat[2:4]} {spaced(vat[4:], 3)}"
