"""When, how and into which account is to be paid.

Each test draws a kind of page, with invented data, that was once read wrongly or left blank, or is near one that was.
For each there is a page on which a value must be read, and one near by on which it must not.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from chorus_ocr import CHORUS_PRO, FieldRule, ModePaiement, Status, recognize
from chorus_ocr.values.iban import IBAN, Iban
from fixtures.parties import SYLVARDE
from pages import document, page
from recognition.seen import TITLE, Line, fields, fields_of, printed, set_in, several, value, verdicts


@pytest.mark.parametrize(
    "line",
    [
        "Les rondes se poursuivent sauf avis contraire avant le 30/11/2026.",
        "Le contrat est reconduit sauf dénonciation au plus tard le 30/11/2026",
    ],
)
def test_a_deadline_of_no_payment_is_no_due_date(line: str) -> None:
    seen = fields(TITLE, "", line)
    assert value(seen, "date_echeance") is None
    assert verdicts(seen, "date_echeance", "30/11/2026") == {"not_announced"}


@pytest.mark.parametrize(
    ("line", "amount"),
    [
        ("À régler avant le 20/06/2026", None),
        ("Merci de verser cette somme avant le 20/06/2026", None),
        ("Payable au 20/06/2026", None),
        ("Net à payer au 20/06/2026 : 598,24 €", Decimal("598.24")),
        ([(300, "Net à payer au 20/06/2026"), (480, "598,24 €")], Decimal("598.24")),
        ("La somme à régler au plus tard le 20/06/2026 : 598,24 €", Decimal("598.24")),
    ],
)
def test_a_deadline_of_payment_is_the_due_date(line: Line, amount: Decimal | None) -> None:
    seen = fields(TITLE, "", line)
    assert value(seen, "date_echeance") == date(2026, 6, 20)
    assert value(seen, "montant_a_payer") == amount
    assert value(seen, "date_facture") is None


def test_a_stock_at_a_date_is_neither_due_nor_to_be_paid() -> None:
    seen = fields(TITLE, "", "Stock au 20/06/2026 : 598,24 €")
    assert value(seen, "date_echeance") is None
    assert value(seen, "montant_a_payer") is None


def test_an_empty_box_in_a_row_of_captions_does_not_take_the_value_over_it() -> None:
    captions: Line = [(40, "Engagement"), (200, "Code service"), (360, "Marché n°")]
    over: Line = [(40, "8800412"), (200, "C61560"), (360, "03.07.26")]
    under: Line = [(40, "SMEB-26-77"), (360, "2026M014")]
    seen = fields(TITLE, "", over, captions, under)
    assert value(seen, "code_service") is None
    assert value(seen, "numero_engagement") == "SMEB-26-77"


def test_the_account_that_is_collected_from_is_the_customers_own() -> None:
    mine = "FR76 3000 4040 3919 9325 7831 129"
    collected = ("La somme de 549,40 € sera prélevée le 20/07/2026 sur votre compte :", f"IBAN {mine}", "BIC BNPAFRPP")
    seen = fields(TITLE, "", *collected)
    assert value(seen, "iban") is None
    assert value(seen, "bic") is None
    assert verdicts(seen, "bic", "BNPAFRPP") == {"wrong_role"}
    paid = fields(TITLE, "", "Virement sur notre compte :", f"IBAN {mine}", "BIC BNPAFRPP")
    assert value(paid, "bic") == "BNPAFRPP"


def test_of_two_accounts_to_choose_from_neither_is_the_one() -> None:
    head: Line = [(40, "Banque"), (200, "BIC")]
    rows: list[Line] = [
        [(40, "Banque du Nord"), (200, "BNPAFRPPXXX")],
        [(40, "Caisse des Flandres"), (200, "AGRIFRPP882")],
    ]
    seen = fields(TITLE, "", head, *rows)
    assert seen["bic"].status is Status.AMBIGUOUS
    assert {each.raw for each in seen["bic"].candidates} == {"BNPAFRPPXXX", "AGRIFRPP882"}
    assert value(fields(TITLE, "", head, rows[0]), "bic") == "BNPAFRPPXXX"


def test_the_due_date_of_the_invoice_that_a_credit_note_quotes_is_not_its_own() -> None:
    line = "Rappel facture d'origine : HT 1 314,80 € – TTC 1 577,76 €, échéance 13/04/2026."
    assert value(fields("AVOIR N° AV26-0021", "", line), "date_echeance") is None
    assert value(fields("AVOIR N° AV26-0021", "", "Échéance 13/04/2026"), "date_echeance") == date(2026, 4, 13)


@pytest.mark.parametrize(
    "line",
    ["À régler avant le 20/06/2026 – indemnité forfaitaire 40,00 €", "À régler avant le 20/06/2026 sous peine de 40 €"],
)
def test_an_indemnity_after_a_deadline_is_not_to_be_paid(line: str) -> None:
    assert several(("date_echeance", "montant_a_payer"), TITLE, "", line) == (date(2026, 6, 20), None)


CAPTION = ("FACTURE", "", "12/03/2026", "À régler avant le", "")


def captioned(*captions: str) -> tuple[object, object]:
    """Return both dates of a page of captions in small type under their dates."""

    drawn = document(*CAPTION, *captions)
    page = drawn.pages[0]
    small = {"À", "régler", "avant", "le", "Date"}
    size = tuple(7.0 if text in small else 10.0 for text in page.words.text)
    top = tuple(y - 4 if text in small else y for text, y in zip(page.words.text, page.words.top, strict=True))
    bottom = tuple(y + high for y, high in zip(top, size, strict=True))
    words = replace(page.words, size=size, top=top, bottom=bottom)
    seen = recognize(replace(drawn, pages=(replace(page, words=words),)))
    return seen.prefill.date_facture, seen.prefill.date_echeance


def test_the_date_over_its_caption_is_not_the_date_of_a_letter() -> None:
    issued, due = captioned()
    assert issued is None and str(due) == "2026-03-12"


def test_another_date_over_a_caption_of_its_own_is() -> None:
    issued, due = captioned("20/01/2026", "Date")
    assert (str(issued), str(due)) == ("2026-01-20", "2026-03-12")


@pytest.mark.parametrize(
    ("print_", "mode"),
    [("autre", ModePaiement.AUTRE), ("Report", ModePaiement.REPORT), ("par report", ModePaiement.REPORT)],
)
def test_the_portals_words_are_means_of_payment(print_: str, mode: ModePaiement) -> None:
    assert printed("mode_paiement", f"Mode de paiement : {print_}") is mode


@pytest.mark.parametrize("print_", ["autre que chèque", "report de solde 12,00 €", "à reporter"])
def test_in_a_sentence_they_are_none(print_: str) -> None:
    assert printed("mode_paiement", f"Mode de paiement : {print_}") is None


def test_a_deposit_in_the_sentence_before_refuses_no_means_of_payment() -> None:
    seen = printed(
        "mode_paiement", "FACTURE N° F2026-0814", "", "Acompte demandé : néant. Règlement par virement : IBAN"
    )
    assert seen is ModePaiement.VIREMENT


def test_means_of_payment_that_are_only_accepted_are_none() -> None:
    seen = printed("mode_paiement", "FACTURE N° F2026-0814", "", "Le règlement par virement est accepté. Merci.")
    assert seen is None


@pytest.mark.parametrize("label", ["Paiement attendu pour le", "À payer pour le", "À régler pour le"])
def test_a_day_for_which_payment_is_expected_is_the_due_date(label: str) -> None:
    assert printed("date_echeance", "FACTURE N° F2026-0812", "", f"{label} 20 décembre 2026") == date(2026, 12, 20)


@pytest.mark.parametrize(
    ("term", "want"),
    [
        ("Paiement à trente (30) jours", date(2026, 4, 11)),
        ("Paiement à trente (40) jours", None),  # the words and the figures are two terms
        ("Paiement à 45 jours fin de mois le 10", date(2026, 5, 10)),
        ("Paiement à 30 jours le 10", None),  # of which month?
    ],
)
def test_a_term_of_payment_tells_the_due_date_where_it_is_one(term: str, want: date | None) -> None:
    decision = fields(TITLE, "Date de facture : 12/03/2026", term)["date_echeance"]
    assert (decision.status, decision.value) == (Status.INFERRED if want else Status.ABSENT, want)


@pytest.mark.parametrize(
    ("line", "want"),
    [
        ("Virement sur notre compte habituel", SYLVARDE.account.iban),
        ("Prélèvement sur votre compte habituel", None),
    ],
)
def test_an_account_that_words_stand_for_may_be_the_customers_own(line: str, want: str | None) -> None:
    known: FieldRule[Iban] = FieldRule(
        name="compte_habituel",
        label="Compte habituel",
        value=IBAN,
        terms=(("compte habituel", Iban(SYLVARDE.account.iban)),),
        source="our contract",
    )
    seen = recognize(document(TITLE, line), rules=CHORUS_PRO.with_field(known)).fields
    assert value(seen, "compte_habituel") == want


@pytest.mark.parametrize(
    ("over", "under", "want"),
    [
        ([(40, "12/05/2026"), (200, "100,00 €")], "", date(2026, 5, 12)),
        ([(40, "12/05/2026")], [(200, "100,00 €")], None),
    ],
)
def test_the_values_of_captions_in_small_type_all_stand_on_one_side(over: Line, under: Line, want: date | None) -> None:
    drawn = page(TITLE, "", over, [(40, "Date d'échéance"), (200, "Net à payer")], under)
    assert value(fields_of(set_in(drawn, 3, 7.0)), "date_echeance") == want
