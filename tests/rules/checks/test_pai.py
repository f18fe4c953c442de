"""What the checks of the payment are silent about, and what is subtle in what they say."""

from datetime import date
from decimal import Decimal

import pytest

import chorus_ocr
from chorus_ocr import Cadre
from chorus_ocr.values.portal import LigneTva
from fixtures.parties import SARVANE, spaced
from rules.checks.bills import LINES, Lines, bill, with_, without
from rules.checks.test_mnt import keyed_in, table, told, told_of

IBAN = SARVANE.account.iban


@pytest.mark.parametrize(
    "line",
    [
        "IBAN : voir le relevé ci-joint",
        "IBAN : FR76",
        "IBAN : FR76 XXXX XXXX XXXX XXXX XXXX 607",
        "Notre IBAN n'a pas changé",
        "IBAN BIC Titulaire",
    ],
)
def test_what_is_no_spelling_of_an_iban_is_none_that_is_wrong(line: str) -> None:
    assert not told(with_(LINES, iban=line), "PAI01")


def test_an_iban_over_two_lines_is_not_a_short_one() -> None:
    head, tail = IBAN[:16], IBAN[16:]
    lines = with_(LINES, iban=f"IBAN : {spaced(head, 4)}", bic=spaced(tail, 4))
    assert not told(lines, "PAI01")


def test_a_right_iban_printed_besides_does_not_hide_the_wrong_one() -> None:
    wrong = f"{IBAN[:-1]}{(int(IBAN[-1]) + 1) % 10}"
    [warning] = told(with_(LINES, iban=f"IBAN : {spaced(wrong, 4)}"), "PAI01")
    assert spaced(wrong, 4) in warning.message and warning.box is not None


@pytest.mark.parametrize(
    "line",
    [
        "BIC : voir ci-joint",
        "BIC TITULAIRE",
        "BIC : BNPA FR PP",
        "BIC :",
        "BIC : AGRIINPP",
        "Stylos BIC : COULEURS ASSORTIES",
    ],
)
def test_what_is_no_spelling_of_a_bic_is_none_that_is_wrong(line: str) -> None:
    # AGRIINPP has the shape of an Indian bank's: the library does not read it, and does not call it wrong.
    assert not told(with_(LINES, bic=line), "PAI02")


def test_a_label_beside_an_empty_one_is_no_bic() -> None:
    bare = without(LINES, "bic")
    assert not told_of(table(("BIC :", "BANQUE", "DOMICILIATION"), ("", "", ""), lines=bare), "PAI02")
    assert [each.key for each in told_of(table(("BIC :", "AGRIFRP"), ("", ""), lines=bare), "PAI02")] == ["shape"]


def test_an_account_keyed_in_is_checked() -> None:
    assert keyed_in("PAI01", iban="FR7630006000011234567890188") == ["checksum"]
    assert keyed_in("PAI01", iban="FR763000600001") == ["shape"]
    assert not keyed_in("PAI01", iban=IBAN)
    assert keyed_in("PAI02", bic="AGRIFRP") == ["shape"]
    assert not keyed_in("PAI02", bic="AGRIFRPP882")


def test_an_invoice_already_paid_may_have_been_due_before() -> None:
    pdf = bill(with_(LINES, term="Date d'échéance : 01/03/2026"))
    codes = [each.code for each in chorus_ocr.scan(pdf).warnings]
    paid = [each.code for each in chorus_ocr.scan(pdf, cadre=Cadre.A2).warnings]
    assert "PAI03" in codes and "PAI03" not in paid


@pytest.mark.parametrize(
    ("client", "due", "limit"),
    [
        ("Mairie de Courceron", "11/04/2026", None),
        ("Mairie de Courceron", "12/04/2026", "30 jours"),
        ("Centre hospitalier de Courceron", "02/05/2026", "50 jours"),
        ("Société publique locale de Courceron", "11/05/2026", None),
        ("Société publique locale de Courceron", "12/05/2026", "60 jours"),
    ],
)
def test_the_delay_is_that_of_the_client(client: str, due: str, limit: str | None) -> None:
    warnings = told(with_(LINES, client=client, term=f"Date d'échéance : {due}"), "PAI04")
    assert ([limit in each.message for each in warnings] == [True]) if limit else not warnings


def test_a_term_counts_as_the_date_it_tells() -> None:
    lines = with_(without(LINES, "term"), mode="Règlement par virement à 60 jours")
    [warning] = told(lines, "PAI04")
    assert "11/05/2026" in warning.message


@pytest.mark.parametrize(
    ("mention", "expected"),
    [
        ("Facture subrogée : règlement à l'ordre de Mistral Factor.", []),
        ("Paiement libératoire à effectuer auprès de la Banque des Marais.", []),
        ("PAIEMENT PAR SUBROGATION A L'ORDRE DE MISTRAL", []),
        ("Facture subrogée, règlement au factor.", ["PAI05"]),
        ("Affactureur : Mistral Factor", ["PAI06"]),
        ("Subrogation de l'employeur : indemnités journalières", []),
    ],
)
def test_a_mention_names_somebody_and_a_name_is_mentioned(mention: str, expected: list[str]) -> None:
    lines = with_(LINES, mode=mention)
    assert [each.code for each in chorus_ocr.scan(bill(lines)).warnings if each.code in ("PAI05", "PAI06")] == expected


def test_only_a_credit_note_has_no_means_of_payment() -> None:
    avoir: Lines = with_(LINES, title="AVOIR N° AV-2026-0412")
    assert [each.key for each in told(avoir, "PAI07")] == ["mode"]
    assert not told(LINES, "PAI07")
    assert not told(with_(avoir, mode="À déduire de votre prochain règlement"), "PAI07")


def test_what_a_form_cannot_tell_is_not_asked_of_it() -> None:
    # Neither the client's name nor an address is on it: its delay is not known.
    assert not keyed_in("PAI04", date_facture=date(2026, 3, 12), date_echeance=date(2026, 12, 31))
    assert keyed_in("PAI03", date_facture=date(2026, 3, 12), date_echeance=date(2026, 3, 11)) == ["before"]
    rate = (LigneTva(taux=Decimal("8.5"), base_ht=None, montant=Decimal(10)),)
    assert not keyed_in("MNT09", lignes_tva=rate)
