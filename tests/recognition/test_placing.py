"""Where a label and its value may stand: pages that were once left blank, each drawn anew with invented data."""

from dataclasses import replace
from decimal import Decimal

import pytest

from chorus_ocr import CHORUS_PRO, ModePaiement, Relation, Status, recognize
from chorus_ocr.recognition.candidate import Decision
from fixtures.parties import PONTVERNOIS, SYLVARDE
from pages import document

SIRET = f"{PONTVERNOIS.siret[:9]} {PONTVERNOIS.siret[9:]}"


def found(name: str, *lines: str | list[tuple[float, str]]) -> object:
    decision: Decision[object] = recognize(document(*lines)).fields[name]
    return decision.value if decision.status is Status.FOUND else None


def test_a_label_that_breaks_at_the_end_of_a_sentences_line_announces_what_opens_the_next() -> None:
    seen = found(
        "siret_destinataire",
        "NOTE D'HONORAIRES N° 26-0811",
        "",
        "Au titre de notre mission, nous vous prions de régler la présente, établie pour la commune, SIRET",
        f"destinataire {SIRET}, code service BATIMENTS-2.",
    )
    assert seen == PONTVERNOIS.siret


def test_a_siret_in_a_narrow_column_beside_the_table_of_items_is_no_item() -> None:
    seen = found(
        "siret_destinataire",
        "FACTURE N° F2026-0812",
        "",
        [(40, "SIRET client"), (200, "Désignation"), (400, "Qté"), (480, "Total HT")],
        [(40, SIRET), (200, "Ronde de nuit"), (400, "2"), (480, "86,92")],
    )
    assert seen == PONTVERNOIS.siret


@pytest.mark.parametrize(("header", "rows"), [("SIRET client", 2), ("SIRET", 2), ("SIRET", 1)])
def test_a_column_of_sirets_in_the_table_of_items_is_nobodys(header: str, rows: int) -> None:
    sites: list[list[tuple[float, str]]] = [
        [(40, "Site A"), (200, SIRET), (400, "2"), (480, "86,92")],
        [(40, "Site B"), (200, SYLVARDE.siret), (400, "2"), (480, "86,92")],
    ]
    head: list[tuple[float, str]] = [(40, "Établissement"), (200, header), (400, "Qté"), (480, "Total HT")]
    lines: list[str | list[tuple[float, str]]] = ["FACTURE N° F2026-0812", "", head, *sites[:rows]]
    assert found("siret_destinataire", *lines) is None
    assert found("siret_fournisseur", *lines) is None


def test_a_date_under_a_header_of_the_table_of_items_is_an_item() -> None:
    seen = found(
        "date_facture",
        "FACTURE N° F2026-0812",
        "",
        [(40, "Date"), (200, "Désignation"), (400, "Qté"), (480, "Total HT")],
        [(40, "12/03/2026"), (200, "Ronde de nuit"), (400, "2"), (480, "86,92")],
    )
    assert seen is None


def test_a_numbered_form_has_headers_of_a_vat_table() -> None:
    seen = found(
        "lignes_tva",
        "FACTURE N° F2026-0813",
        "",
        [
            (40, "14. Montant HT (€)"),
            (170, "15. Taux de TVA"),
            (300, "16. Montant de la TVA (€)"),
            (450, "17. Total TTC"),
        ],
        [(40, "17491,14"), (170, "20%"), (300, "3498,23"), (450, "20989,37")],
    )
    assert isinstance(seen, tuple)
    [line] = seen
    assert (line.taux, line.base_ht, line.montant) == (Decimal(20), Decimal("17491.14"), Decimal("3498.23"))


def test_a_deposit_in_the_sentence_before_refuses_no_means_of_payment() -> None:
    seen = found("mode_paiement", "FACTURE N° F2026-0814", "", "Acompte demandé : néant. Règlement par virement : IBAN")
    assert seen is ModePaiement.VIREMENT


def test_means_of_payment_that_are_only_accepted_are_none() -> None:
    seen = found("mode_paiement", "FACTURE N° F2026-0814", "", "Le règlement par virement est accepté. Merci.")
    assert seen is None


def test_an_engagement_that_breaks_before_juridique_is_read() -> None:
    seen = found(
        "numero_engagement",
        "NOTE D'HONORAIRES N° 26-0811",
        "",
        "Nous vous prions de trouver ci-après le détail de nos honoraires au titre de l'engagement",
        "juridique n° E26004109, notifié le 14 mars 2026.",
    )
    assert seen == "E26004109"


def test_amounts_may_lead_the_labels_that_end_their_cells() -> None:
    lines: list[str | list[tuple[float, str]]] = [
        "FACTURE N° F2026-0815",
        "",
        [(380, "33.970,07 € Total HT")],
        [(380, "6.794,01 € TVA 20 %")],
        [(380, "40.764,08 € Total TTC")],
    ]
    assert found("montant_ht", *lines) == Decimal("33970.07")
    assert found("montant_tva", *lines) == Decimal("6794.01")
    assert found("montant_ttc", *lines) == Decimal("40764.08")


def test_an_amount_before_a_label_that_has_its_own_is_not_the_labels() -> None:
    assert found("montant_ttc", "FACTURE N° F2026-0816", "", "33,00 € Total TTC 40,00 €") != Decimal("33.00")


def test_an_amount_of_the_column_before_is_not_the_labels() -> None:
    row: list[tuple[float, str]] = [(280, "33,00 € Total TTC"), (480, "40,00 €")]
    assert found("montant_ttc", "FACTURE N° F2026-0816", "", row) == Decimal("40.00")


def test_a_rule_that_does_not_look_before_its_label_finds_nothing_there() -> None:
    rule = CHORUS_PRO.rules["montant_ttc"]
    narrowed = replace(rule, relations=tuple(each for each in rule.relations if each is not Relation.BEFORE))
    pack = CHORUS_PRO.without("montant_ttc").with_field(narrowed)
    page = document("FACTURE N° F2026-0818", "", [(380, "40.764,08 € Total TTC")])
    assert recognize(page).value(rule) == Decimal("40764.08")
    assert recognize(page, rules=pack).fields["montant_ttc"].status is Status.ABSENT


def test_the_country_may_be_told_before_the_vat_number() -> None:
    assert found("tva_fournisseur", "FACTURE N° F2026-0817", "", "Siret 83315002200022 – TVA FR : FR56833150022") == (
        "FR56833150022"
    )
