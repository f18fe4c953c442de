"""Near misses of the checks of legal mentions: what is printed in other words, and whom a mention is not asked of."""

import re
from collections.abc import Sequence

import pytest

import chorus_ocr
from chorus_ocr import CHORUS_PRO, Severity
from chorus_ocr.rules.checks import CHECKS
from rules.checks import cases_men
from rules.checks.bills import LINES, Lines, bill, with_, without

GLUE = re.compile("Travaux de couverture|TVA due par le preneur|article 283-2|Adresse de livraison")

AUTUMN: Lines = with_(LINES, date="Date de facture : 12/10/2026", term="Date d'échéance : 11/11/2026")
BARE: Lines = without(
    LINES, "delivery", "term", "engagement", "kind", "mode", "discount", "penalties", "indemnity", "legal"
)
"""An invoice that says as little as an invoice may."""


def told(lines: Lines, cadre: str = "A1") -> list[str]:
    return [each.code for each in chorus_ocr.scan(bill(lines), cadre=cadre).warnings if each.code.startswith("MEN")]


def test_all_are_for_information_and_cite_a_text() -> None:
    mentions = [check for check in CHECKS if check.code.startswith("MEN")]
    assert [check.code for check in mentions] == sorted({case.code for case in cases_men.CASES})
    assert {check.severity for check in mentions} == {Severity.INFO}
    assert all(" art. " in check.source for check in mentions)


def test_a_bare_invoice_is_asked_for_each_mention_once() -> None:
    lines = with_(BARE, mode="Règlement par virement")
    assert told(lines) == ["MEN01", "MEN05", "MEN06", "MEN07", "MEN08", "MEN09"]


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("delivery", "Livré le 10 mars"),
        ("delivery", "Travaux exécutés en février"),
        ("delivery", "Maintenance, 1er trimestre 2026"),
        ("delivery", "Interventions des 4 et 5 mars"),
        ("delivery", "Forfait mars 2026"),
        ("delivery", "10/03/2026 Dépannage"),
        ("delivery", "20260310 Dépannage"),
        ("delivery", "Dépannage 10 / 03 / 2026"),
        ("delivery", "12/03/2026 Dépannage du jour même"),
        ("engagement", "V/réf. : 4711"),
        ("engagement", "Contrat de maintenance 2024-11"),
        ("engagement", "Convention d'objectifs du 12 mars"),
        ("engagement", "Accord-cadre 2025-03"),
        ("term", "Payable à réception"),
        ("term", "Règlement à 45 jours fin de mois"),
        ("term", "Paiement au plus tard le 11 avril"),
        ("term", "Prélevé le 11 avril"),
        ("discount", "Aucun ESCOMPTE n'est accordé"),
        ("discount", "Remise pour paiement anticipé : 0 %"),
        ("penalties", "Intérêts moratoires selon le code de la commande publique"),
        ("penalties", "En cas de retard, taux de la BCE majoré de 8 points"),
        ("penalties", "P é n a l i t é s : 3 fois le taux légal"),
        ("indemnity", "Frais de recouvrement : quarante euros"),
        ("indemnity", "Indemnité de 40 € (art. D. 441-5 du code de commerce)"),
        ("kind", "Nature des opérations : prestations de services"),
        ("kind", "La facture porte sur des livraisons de biens et des services"),
        ("legal", "S.A.R.L. au capital de 12.000 euros, R.C.S. Bourges"),
        ("legal", "SAS au capital variable - Registre du commerce de Bourges"),
        ("legal", "Sarvane Informatique, société anonyme, capital 37 000 €, RCS Bourges"),
        ("legal", "Association loi 1901"),
        ("legal", "Camille Dorval, entrepreneur individuel, RCS Bourges"),
    ],
)
def test_a_mention_in_other_words_is_printed(name: str, line: str) -> None:
    assert told(with_(AUTUMN, **{name: line})) == []


@pytest.mark.parametrize(
    "lines",
    [
        with_(LINES, header="Description, nombre, prix"),
        with_(LINES, header="Libellé, tarif", item="Dépannage 3 h à 400,00"),
        with_(LINES, header="Désignation, montant", item="Dépannage 3 x 400,00"),
        with_(LINES, header="Désignation, montant", item="Dépannage, forfait"),
        with_(LINES, header="", item="Dépannage 3 400,00 1 200,00"),
    ],
)
def test_quantities_and_prices_in_other_words_are_printed(lines: Lines) -> None:
    assert told(lines) == []


def test_days_of_payment_are_no_quantity() -> None:
    lines = with_(LINES, header="Désignation, prix", item="Réparation du portail", mode="Virement à 30 jours")
    assert told(lines) == ["MEN02"]


def test_a_flat_indemnity_is_no_lump_sum() -> None:
    lines = with_(LINES, header="Désignation, quantité, montant", item="Réparation du portail, 1")
    assert "forfaitaire" in lines["indemnity"]
    assert told(lines) == ["MEN03"]


NO_PAYMENT = ["MEN06", "MEN07", "MEN08", "MEN09"]


def asked(codes: Sequence[str]) -> list[str]:
    return [code for code in NO_PAYMENT if code in codes]


def test_what_is_paid_or_is_no_trade_needs_no_terms_of_payment() -> None:
    lines = with_(BARE, mode="Règlement par virement")
    assert asked(told(lines)) == NO_PAYMENT
    assert asked(told(lines, cadre="A2")) == []
    assert asked(told(with_(lines, other="Payée le 12/03/2026 par carte"))) == []
    assert told(lines, cadre="A3") == []
    assert told(with_(lines, title="AVOIR N° AV-2026-0412", other="Annule la facture FA-2026-0400")) == []


def test_public_bodies_that_bill_each_other_are_no_traders() -> None:
    public = with_(BARE, mode="Virement", supplier_siret="SIRET fournisseur : 217 209 147 00016", supplier_vat="")
    assert chorus_ocr.scan(bill(public)).prefill.siret_fournisseur == "21720914700016"
    assert told(public) == ["MEN01", "MEN05"]


def test_the_pacific_has_its_own_law() -> None:
    pacific = {name: text.replace("€", "XPF") for name, text in without(AUTUMN, "kind", "penalties").items()}
    assert told(pacific) == []
    assert told(without(AUTUMN, "kind", "penalties")) == ["MEN07", "MEN13"]


def test_the_mentions_of_the_reform_are_owed_from_its_day_on() -> None:
    lines = without(LINES, "kind", "client siret")
    for day, owed in (("31/08/2026", []), ("01/09/2026", ["MEN13", "MEN15"])):
        dated = with_(lines, date=f"Date de facture : {day}", term="Paiement à 30 jours")
        assert told(dated) == owed


def test_a_number_of_the_client_in_whatever_form_is_printed() -> None:
    lines = without(AUTUMN, "client siret")
    assert told(lines) == ["MEN15"]
    for line in ("217 209 147 00016", "SIREN : 217 209 147", "TVA client : FR35217209147"):
        assert "MEN15" not in told(with_(lines, client_siret=line))


def test_the_state_is_told_of_its_engagement_elsewhere() -> None:
    lines = with_(without(LINES, "engagement"), client_siret="SIRET client : 110 002 011 00044")
    codes = [each.code for each in chorus_ocr.scan(bill(lines)).warnings]
    assert "REF01" in codes
    assert "MEN05" not in codes


def test_a_heading_with_its_address_is_not_empty() -> None:
    below = with_(
        AUTUMN, heading="Adresse de livraison", place="Médiathèque", street="3 rue du Lavoir, 18910 Courceron"
    )
    assert told(below) == []
    assert told(with_(AUTUMN, heading="Expédier à")) == ["MEN18"]


def test_trades_that_need_no_insurance_are_not_asked_for_one() -> None:
    assert told(with_(LINES, item="Travaux de voirie, 1 forfait")) == []
    assert told(with_(LINES, item="Mission de maîtrise d'œuvre, travaux de rénovation, 1 forfait")) == []
    assert told(with_(LINES, item="Travaux de rénovation, 1 forfait")) == ["MEN16"]


def test_a_price_by_the_hour_is_a_unit_price() -> None:
    lines = with_(LINES, header="Désignation, quantité, montant HT", item="Réparation du portail, 3")
    assert told(lines) == ["MEN03"]
    assert told(with_(lines, item="Réparation du portail, 45,00 €/h")) == []


def test_a_pack_without_the_recipient_asks_for_no_number_of_the_client() -> None:
    lines = without(AUTUMN, "client siret")
    assert "MEN15" in told(lines)
    pack = CHORUS_PRO.without("siret_destinataire")
    assert "MEN15" not in [each.code for each in chorus_ocr.scan(bill(lines), rules=pack).warnings]


@pytest.mark.parametrize(
    ("code", "lines"),
    [
        ("MEN16", with_(LINES, item="Travaux de couverture de l'école, 1 forfait")),
        ("MEN17", with_(LINES, rate="TVA due par le preneur, article 283-2 du CGI")),
        ("MEN18", with_(AUTUMN, other="Adresse de livraison :")),
    ],
)
def test_words_that_run_into_each_other_are_no_passage_to_point_at(code: str, lines: Lines) -> None:
    assert code in told(lines)
    glued = {name: GLUE.sub(lambda found: found[0].replace(" ", ""), text) for name, text in lines.items()}
    assert glued != lines
    assert code not in told(glued)


def test_a_page_in_another_language_lacks_nothing() -> None:
    english = {"title": "INVOICE FA-2026-0412", "date": "Invoice date: 12/03/2026"}
    words = {str(row): "Olive oil, five litres, delivered as ordered" for row in range(8)}
    totals = {"net": "Net total 1 200,00 EUR", "tax": "TVA 240,00 EUR", "due": "Total 1 440,00 EUR"}
    assert told({**english, **words, **totals, "siret": LINES["supplier siret"]}) == []


def test_nothing_is_asked_of_the_layout_of_pages_beyond_the_scope() -> None:
    lines = with_(without(LINES, "delivery", "penalties"), legal="Capital de 12 000 € - RCS Bourges")
    assert told(lines) == ["MEN01", "MEN07", "MEN10"]
    long = chorus_ocr.scan(bill(lines, more_pages=3)).warnings
    assert [each.code for each in long if each.code.startswith("MEN")] == ["MEN07"]
