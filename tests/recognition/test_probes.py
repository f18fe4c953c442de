"""Pages drawn near a rule that reads much, on which a careless rule would give a wrong value."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest

from chorus_ocr import recognize
from chorus_ocr.prefill import LigneTva
from chorus_ocr.recognition.candidate import Status
from fixtures.parties import HAUTELISSE, LYCEE, PONTVERNOIS, SYLVARDE, siret, spaced
from pages import document

Line = str | Sequence[tuple[float, str]]

TITLE = "FACTURE N° F2026-0817"
ISSUED = "Date : 12/05/2026"
CLIENT = spaced(PONTVERNOIS.siret, 3, 3, 3, 5)
SCHOOL = spaced(siret(PONTVERNOIS.siret[:9], 2), 3, 3, 3, 5)
LYCEE_NUMBER = spaced(LYCEE.siret, 3, 3, 3, 5)
OWN = spaced(SYLVARDE.siret, 3, 3, 3, 5)
OTHER = spaced(HAUTELISSE.siret, 3, 3, 3, 5)
FOOT = f"{SYLVARDE.name} – {SYLVARDE.form} – SIRET {OWN} – RCS {SYLVARDE.registry}"


def values(names: Sequence[str], *lines: Line) -> tuple[object, ...]:
    """Return what is printed, announced and valid for these fields; nothing inferred."""
    seen = recognize(document(*lines)).fields
    return tuple(seen[name].value if seen[name].status is Status.FOUND else None for name in names)


def value(name: str, *lines: Line) -> object:
    return values([name], *lines)[0]


@pytest.mark.parametrize(
    "beside",
    [
        "02 61 91 58 21",
        "1 / 3",
        "DUPLICATA",
        "Lot 3",
        "1 752,00 €",
        "RCS 678 327 578",
        "75001 PARIS",
        "12 mai 2026",
        SYLVARDE.siret,
        SYLVARDE.account.iban,
    ],
)
def test_what_is_plainly_something_else_beside_the_title_is_no_number(beside: str) -> None:
    assert value("numero_facture", [(40, "FACTURE"), (100, beside)], "", ISSUED) is None
    assert value("numero_facture", "FACTURE", beside, "", ISSUED) is None


@pytest.mark.parametrize(
    ("lines", "want"),
    [
        (([(40, "FACTURE"), (120, "C04511")], "N° de facture : F26-118"), "F26-118"),
        (([(40, "FACTURE"), (120, "Client")], [(40, "F26-118"), (120, "C04511")]), "F26-118"),
        (("FACTURE", [(40, "Client"), (120, "C04511")]), None),
    ],
)
def test_a_label_tells_the_number_of_the_bill_from_the_customers(lines: tuple[Line, ...], want: str | None) -> None:
    assert value("numero_facture", *lines, "", ISSUED) == want


@pytest.mark.parametrize(
    ("line", "want"),
    [
        ("FACTURE N° 118 / Client 12", "118"),
        ("FACTURE N° 118 / 451 du 12/05/2026", None),
        ("FACTURE N° 118 / 12.05.2026", "118"),
        ("FACTURE N° 26118 - 1 / 2", "26118"),
        (f"FACTURE N° {OWN}", None),
        ("FACTURE N° 0261915821", None),
    ],
)
def test_what_follows_a_number_is_no_part_of_it(line: str, want: str | None) -> None:
    assert value("numero_facture", line, ISSUED) == want


def test_a_delivery_site_does_not_displace_the_number_of_the_client() -> None:
    site = f"Livré à l'école Jules-Verne, SIRET : {SCHOOL}"
    assert value("siret_destinataire", TITLE, "", f"SIRET client : {CLIENT}", "", site, "", FOOT) == PONTVERNOIS.siret


@pytest.mark.parametrize("heading", ["Adresse de livraison :", "Lieu d'intervention", "Sous-traitant :"])
def test_a_number_under_the_heading_of_another_party_is_not_the_clients(heading: str) -> None:
    block = [heading, "École Jules-Verne", "25980 Pontvernois", f"SIRET : {SCHOOL}"]
    assert values(("siret_destinataire", "siret_fournisseur"), TITLE, "", *block, "", FOOT) == (None, SYLVARDE.siret)


def test_of_three_numbers_without_a_clue_none_is_taken() -> None:
    lines = [TITLE, "", f"SIRET : {CLIENT}", "Ronde", "", f"SIRET : {OWN}", "", "Mai", "", f"SIRET : {OTHER}"]
    assert values(("siret_destinataire", "siret_fournisseur"), *lines) == (None, None)


def test_an_establishment_under_the_address_of_the_client_is_the_clients() -> None:
    number = f"SIRET de l'établissement : {LYCEE_NUMBER}"
    block: list[Line] = [[(320, text)] for text in ("Lycée Simone-Arnould", "54970 Bréval-aux-Forges", number)]
    assert values(("siret_destinataire", "siret_fournisseur"), TITLE, *block, "", FOOT) == (
        LYCEE.siret,
        SYLVARDE.siret,
    )


@pytest.mark.parametrize(
    "line",
    [
        "Service : 02 61 91 58 21",
        "Service : mai 2026",
        "Service : 1 752,00 €",
        "Service : M. MARTIN",
        "Service : ESPACES VERTS",
        "Service fait le 12/05/2026",
        "Service facturation : 0806000123",
        "Prestation de service : RH01",
        "Type de service : MAINT01",
        "Période de service : 05/2026",
        "Contrat de service : CS-118",
    ],
)
def test_what_speaks_of_services_is_no_code(line: str) -> None:
    assert value("code_service", TITLE, "", line) is None


def test_a_code_service_goes_before_the_ward_of_a_patient() -> None:
    assert value("code_service", TITLE, "", "Service : CARDIO", "Code service : FACT01") == "FACT01"


@pytest.mark.parametrize(
    "line",
    [
        "Contrat : 36 mois",
        "Contrat du 12/05/2026",
        "Contrat d'assurance n° 118455",
        "Contrat annuel : 1 752,00 €",
        "Date du contrat : 12/05/2026",
    ],
)
def test_what_speaks_of_a_contract_is_no_number(line: str) -> None:
    assert value("numero_marche", TITLE, "", line) is None


@pytest.mark.parametrize("order", [0, 1])
def test_a_bare_contract_is_weaker_than_a_market(order: int) -> None:
    lines = ["Marché n° 2026M014", "Contrat : CT-118"]
    assert value("numero_marche", TITLE, "", *lines[:: 1 - 2 * order]) == "2026M014"


@pytest.mark.parametrize(
    "line",
    [
        [(40, "Base TVA 20 %"), (200, "100,00")],
        [(40, "Total HT soumis à TVA 20 %"), (200, "100,00")],
        "TVA 20 % incluse : 1 200,00 €",
    ],
)
def test_a_base_of_vat_or_a_price_with_it_is_not_its_amount(line: Line) -> None:
    assert values(("montant_tva", "lignes_tva"), TITLE, "", line) == (None, None)


@pytest.mark.parametrize(
    "lines",
    [
        ([(40, "TVA 20 %"), (120, "TVA"), (170, "20,00"), (260, "BASE"), (320, "100,00")],),
        ([(40, "Base"), (140, "TVA %"), (240, "TVA €")], [(40, "100,00"), (140, "20,00"), (240, "20,00")]),
    ],
)
def test_a_row_that_names_base_and_tax_is_read_in_any_order(lines: tuple[Line, ...]) -> None:
    row = LigneTva(taux=Decimal(20), base_ht=Decimal("100.00"), montant=Decimal("20.00"))
    assert value("lignes_tva", TITLE, "", *lines) == (row,)


def test_a_caption_of_vat_between_two_amounts_is_read_with_its_own() -> None:
    stack: list[Line] = [
        [(300, text)] for text in ("Total HT", "1 460,00 €", "TVA 20 %", "292,00 €", "Total TTC", "1 752,00 €")
    ]
    assert values(("montant_ht", "montant_tva", "montant_ttc"), TITLE, "", *stack) == (
        Decimal("1460.00"),
        Decimal("292.00"),
        Decimal("1752.00"),
    )


def test_the_amounts_of_this_bill_stand_between_those_of_earlier_ones_and_the_sum() -> None:
    head: Line = [(200, "Situation antérieure"), (320, "Présente situation"), (440, "Total cumulé")]
    net: Line = [(40, "Total HT"), (200, "1 000,00"), (320, "500,00"), (440, "1 500,00")]
    tax: Line = [(40, "TVA 20 %"), (200, "200,00"), (320, "100,00"), (440, "300,00")]
    gross: Line = [(40, "Total TTC"), (200, "1 200,00"), (320, "600,00"), (440, "1 800,00")]
    assert values(("montant_ht", "montant_tva", "montant_ttc"), TITLE, "", head, net, tax, gross) == (
        Decimal("500.00"),
        Decimal("100.00"),
        Decimal("600.00"),
    )


@pytest.mark.parametrize("label", ["Net à payer TTC", "Total TTC à payer", "Montant TTC à régler"])
def test_what_is_left_after_a_deposit_is_not_the_total_though_it_is_called_so(label: str) -> None:
    lines: list[Line] = [
        [(300, "Total HT"), (480, "1 460,00 €")],
        [(300, "TVA 20 %"), (480, "292,00 €")],
        [(300, "Acompte versé"), (480, "500,00 €")],
        [(300, label), (480, "1 252,00 €")],
    ]
    assert values(("montant_ttc", "montant_a_payer"), TITLE, "", *lines) == (None, Decimal("1252.00"))


@pytest.mark.parametrize(
    "line",
    ["À régler avant le 20/06/2026 – indemnité forfaitaire 40,00 €", "À régler avant le 20/06/2026 sous peine de 40 €"],
)
def test_an_indemnity_after_a_deadline_is_not_to_be_paid(line: str) -> None:
    assert values(("date_echeance", "montant_a_payer"), TITLE, "", line) == (date(2026, 6, 20), None)


@pytest.mark.parametrize(
    "line",
    [
        "Annule et remplace la facture n° F26-014 du 14/04/2026",
        "À déduire : facture F26-014 du 14/04/2026",
        "Votre paiement de la facture précédente du 14/04/2026",
        "Commande du 14/04/2026 livrée à Cahors le 14/04/2026",
    ],
)
def test_a_date_that_a_line_tells_of_something_else_is_not_the_bills(line: str) -> None:
    assert values(("numero_facture", "date_facture"), TITLE, "46000 CAHORS", "", line) == ("F2026-0817", None)


@pytest.mark.parametrize(
    "line",
    [
        f"Créance cédée à la Banque du Bocage, SIRET : {OTHER}",
        f"Logiciel hébergé par {HAUTELISSE.name}, SAS au capital de 5 000 €, SIRET {OTHER}",
        f"{SYLVARDE.name}, filiale de {HAUTELISSE.name}, SIRET {OTHER}",
    ],
)
def test_the_siret_of_a_third_party_is_nobodys(line: str) -> None:
    got = values(("siret_fournisseur", "siret_destinataire"), TITLE, line, "", f"SIRET client : {CLIENT}")
    assert got == (None, PONTVERNOIS.siret)


def test_the_head_office_in_the_clients_block_is_not_the_suppliers() -> None:
    lines: list[Line] = [
        [(320, "Mairie de Pontvernois")],
        [(320, "25980 Pontvernois")],
        [(320, f"SIRET siège : {CLIENT}")],
    ]
    assert value("siret_fournisseur", TITLE, *lines) is None


@pytest.mark.parametrize(
    "line",
    [
        "Facture n° F26-014 du 14/04/2026 déjà réglée",
        "Trop-perçu sur facture n° F26-014 du 14/04/2026",
        "(facture n° F26-014 du 14/04/2026)",
    ],
)
def test_a_bill_that_was_gives_no_number(line: str) -> None:
    assert values(("numero_facture", "date_facture"), "FACTURE", "", line) == (None, None)
    assert value("numero_facture", TITLE, "", line) == "F2026-0817"


@pytest.mark.parametrize(
    "subject",
    ["Objet : rappel – facture n° F26-014 impayée", "Objet : contestation de la facture n° F26-014"],
)
def test_a_letter_about_a_bill_is_no_bill(subject: str) -> None:
    assert value("numero_facture", subject, "", "Madame,") is None
    assert value("numero_facture", "Objet : facture n° F26-014", "", "Madame,") == "F26-014"


@pytest.mark.parametrize("event", ["Formation", "Acquittée", "Intervention"])
def test_the_date_of_an_event_is_not_the_bills(event: str) -> None:
    assert value("date_facture", TITLE, "", [(320, f"{event}, le 14/04/2026")]) is None
    assert value("date_facture", TITLE, "", [(320, "Cahors, le 14/04/2026")]) == date(2026, 4, 14)


def test_an_amount_belongs_to_the_label_at_its_left() -> None:
    lines: list[Line] = [[(40, "Remise"), (200, "12,00 € Total TTC")], [(480, "100,00 €")]]
    assert value("montant_ttc", TITLE, "", *lines) is None
    assert value("montant_ttc", TITLE, "", [(200, "12,00 € Total TTC")]) == Decimal("12.00")


@pytest.mark.parametrize("lead", ["Montant", "Total"])
def test_a_base_that_names_its_rate_is_no_tax(lead: str) -> None:
    line: Line = [(40, f"{lead} HT à 20 % de TVA"), (300, "100,00")]
    assert values(("montant_tva", "montant_ht"), TITLE, "", line) == (None, None)


def test_the_bill_that_a_credit_note_names_is_not_its_own_number() -> None:
    assert value("numero_facture", "AVOIR", "", "Facture n° F26-118") is None
    assert value("numero_facture", "AVOIR N° A26-07", "", "Facture n° F26-118") == "A26-07"


@pytest.mark.parametrize("line", ["N/réf. commande : CF-7781", "Notre référence commande : CF-7781"])
def test_the_suppliers_own_reference_is_no_engagement(line: str) -> None:
    assert value("numero_engagement", TITLE, "", line) is None
    assert value("numero_engagement", TITLE, "", line, "V/réf. commande : 26D0451") == "26D0451"


def test_an_insurance_policy_is_no_market() -> None:
    line = "Contrat n° 118455-A assurance décennale"
    assert value("numero_marche", TITLE, "", line) is None


def test_a_public_body_that_bills_a_firm_is_not_taken_for_the_client() -> None:
    lines: list[Line] = [
        "Régie des eaux de Pontvernois",
        "25980 Pontvernois",
        f"SIRET : {CLIENT}",
        "",
        TITLE,
        [(320, SYLVARDE.name)],
        [(320, "39980 Les Essarts")],
        "",
    ]
    parties = ("siret_fournisseur", "siret_destinataire")
    assert values(parties, *lines, [(320, f"SIRET : {OWN}")]) == (None, None)
    assert values(parties, *lines, f"SIRET : {OWN}") == (None, None)  # under the title, wherever it is set
    assert values(parties, f"SIRET : {OWN}", "", TITLE, "", [(320, f"SIRET : {CLIENT}")]) == (
        SYLVARDE.siret,
        PONTVERNOIS.siret,
    )


def test_a_town_that_begins_like_an_event_dates_the_letter() -> None:
    assert value("date_facture", TITLE, "", [(320, "Payrac, le 14/04/2026")]) == date(2026, 4, 14)
    assert value("date_facture", TITLE, "", [(320, "Payé, le 14/04/2026")]) is None


def test_a_number_that_the_register_and_a_heading_give_to_two_parties_is_nobodys() -> None:
    lines: list[Line] = ["Client :", "Habitat du Val SA", f"SIRET {OTHER} – RCS Cahors {OTHER[:11]}"]
    assert values(("siret_fournisseur", "siret_destinataire"), TITLE, "", *lines) == (None, None)


@pytest.mark.parametrize("word", ["assurances", "lot 2 – assurance"])
def test_the_market_of_an_insurer_is_no_policy(word: str) -> None:
    assert value("numero_marche", TITLE, "", f"Marché n° 24-0118 – {word}") == "24-0118"


@pytest.mark.parametrize(
    "line",
    ["Sans votre numéro d'engagement la facture 26-118 sera rejetée", "Facture sans numéro d'engagement : 26-118455"],
)
def test_a_sentence_about_what_is_missing_announces_nothing(line: str) -> None:
    assert value("numero_engagement", TITLE, "", line) is None
    assert value("numero_engagement", TITLE, "", line, "N° d'engagement : 26D0451") == "26D0451"


def test_a_bare_year_is_no_number() -> None:
    assert value("numero_marche", TITLE, "", "Marché 2026") is None
    assert value("numero_marche", TITLE, "", "Marché n° 2026") == "2026"


@pytest.mark.parametrize("became", ["remplacée", "annulée", "déjà réglée"])
def test_the_date_of_a_bill_that_was_is_not_the_bills(became: str) -> None:
    lines: list[Line] = [f"Facture du 12/04/2026 {became}", "FACTURE N° F26-015 du 12/05/2026"]
    assert values(("date_facture", "numero_facture"), *lines) == (date(2026, 5, 12), "F26-015")
    assert value("date_facture", "Facture du 12/04/2026") == date(2026, 4, 12)
