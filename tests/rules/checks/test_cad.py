"""Near misses of the checks of the cadre: words that speak of another, of a payment to come, of another decree."""

import pytest

import chorus_ocr
from chorus_ocr import ComplianceWarning
from rules.checks.bills import LINES, Lines, bill, with_


def told(lines: Lines, cadre: str = "A1") -> list[ComplianceWarning]:
    return [each for each in chorus_ocr.scan(bill(lines), cadre=cadre).warnings if each.code.startswith("CAD")]


@pytest.mark.parametrize(
    "line",
    [
        "Paiement direct du sous-traitant : néant",
        "Sous-traitant agréé (DC4) : Orlevent",
        "Part à payer à notre sous-traitant, facture de sous-traitance jointe : 300,00 €",
        "Nous agissons en qualité de sous-traitant au sens de l'article 28 du RGPD",
        "Prestation réalisée sans sous-traitance",
        "Groupement : mandataire Sarvane, cotraitant Orlevent",
        "Sarvane, en qualité de mandataire, pour le cotraitant du groupement",
        "TVA acquittée sur les encaissements",
        "Toute facture non payée le 15/04/2026 porte intérêts",
        "La facture sera payée le 15/04/2026 par mandat",
        "La TVA payée le 15/04/2026 reste due",
        "Copie de la facture acquittée à joindre à toute réclamation",
        "Votre facture précédente FA-2026-0311 a été réglée le 12/02/2026",
        "Acompte de 30 % à la commande (facture FA-2026-0098 du 12/01/2026), payé le 15/01/2026",
        "Payée le : ....../....../............",
        "Le paiement est fait sur situation de travaux mensuelle",
        "Situation : centre-ville, 2 bâtiments",
        "Décompte des heures ci-joint",
        "Le solde est dû à la notification du décompte général et définitif",
    ],
)
def test_words_about_something_else_are_not_taken(line: str) -> None:
    assert told(with_(LINES, other=line)) == []


@pytest.mark.parametrize(
    ("line", "code", "offered"),
    [
        ("Facturé en tant que SOUS-TRAITANT de premier rang", "CAD01", "A9"),
        ("Autoliquidation – art. 283, 2 nonies du CGI", "CAD01", "A9"),
        ("Travaux exécutés en co-traitance", "CAD02", "A12"),
        ("Acquittée le 12/03/2026", "CAD03", "A2"),
        ("Facture déjà payée, ne pas régler", "CAD03", "A2"),
        ("Situation n°2 arrêtée au 28/02/2026", "CAD04", "A4"),
        ("Projet de décompte mensuel de février 2026", "CAD04", "A4"),
        ("État d'acompte n° 3", "CAD04", "A5"),
        ("PROJET DE DÉCOMPTE FINAL", "CAD05", "A7"),
        ("DÉCOMPTE GÉNÉRAL", "CAD05", "A8"),
    ],
)
def test_the_cadre_to_choose_is_named(line: str, code: str, offered: str) -> None:
    [warning] = told(with_(LINES, other=line))
    assert warning.code == code
    assert f"cadre {offered} (" in warning.hint
    assert "le cadre choisi est A1 (facture d'un fournisseur)" in warning.message
    assert warning.page == 1
    assert warning.box is not None


@pytest.mark.parametrize(
    ("line", "cadre"),
    [
        ("Facturé en qualité de sous-traitant", "A9"),
        ("Facturé en qualité de sous-traitant", "A10"),
        ("Facturé en qualité de cotraitant", "A12"),
        ("Payée le 15/03/2026 par carte", "A2"),
        ("Situation n° 2", "A4"),
        ("Situation n° 2", "A5"),
        ("PROJET DE DÉCOMPTE FINAL", "A7"),
        ("DÉCOMPTE GÉNÉRAL ET DÉFINITIF", "A8"),
    ],
)
def test_the_right_cadre_is_not_questioned(line: str, cadre: str) -> None:
    assert told(with_(LINES, other=line), cadre) == []


def test_who_shares_the_work_is_offered_his_own_cadres() -> None:
    claim = with_(LINES, other="Situation n° 2")
    assert "cadre A10 (" in told(claim, "A9")[0].hint
    assert "cadre A13 (" in told(claim, "A12")[0].hint
    final = with_(LINES, other="PROJET DE DÉCOMPTE FINAL")
    assert "cadre A11 (" in told(final, "A9")[0].hint
    assert "cadre A14 (" in told(final, "A12")[0].hint


def test_what_is_left_to_pay_is_not_paid() -> None:
    lines = with_(LINES, other="Réglée le 15/03/2026 par carte")
    assert [each.code for each in told(lines)] == ["CAD03"]
    assert told(with_(lines, due="Net à payer : 440,00 €")) == []


def test_fees_by_progress_are_an_invoice_like_any_other() -> None:
    lines = with_(LINES, title="NOTE D'HONORAIRES N° NH-2026-0412", other="Situation n° 2")
    assert told(lines) == []


def test_a_credit_note_claims_no_works() -> None:
    title = "AVOIR N° AV-2026-0412"
    assert told(with_(LINES, title=title, other="Annule la situation n° 2", more="Payée le 15/03/2026")) == []
