"""What stands near a value and is not it: pages that are almost read otherwise, each beside the one that is."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

import pytest

from chorus_ocr import FieldRule, LigneTva, ModePaiement, RuleError, Status, recognize
from chorus_ocr.reading.document import Document
from chorus_ocr.recognition.candidate import Decision, Detail, Verdict
from chorus_ocr.recognition.folding import fold
from chorus_ocr.recognition.vat_row import rate_of
from chorus_ocr.values.identifier import REFERENCE
from fixtures.parties import PONTVERNOIS, SYLVARDE, siret, spaced
from pages import document, page

Line = str | Sequence[tuple[float, str]]
TITLE = "FACTURE N° F2026-0817"
ACCOUNT = f"IBAN : {spaced(SYLVARDE.account.iban, 4)}"


def fields(*lines: Line) -> Mapping[str, Decision[object]]:
    return recognize(document(*lines)).fields


def found(name: str, *lines: Line) -> object:
    decision = fields(*lines)[name]
    return decision.value if decision.status is Status.FOUND else None


def rejected(name: str, *lines: Line) -> list[tuple[str, str | None]]:
    return [(each.verdict, each.detail) for each in fields(*lines)[name].candidates if each.verdict]


# Accounts


COLLECTED = "Le montant sera prélevé sur votre compte"


def test_an_account_under_the_sentence_of_a_collection_is_the_customers() -> None:
    assert found("iban", TITLE, COLLECTED, ACCOUNT) is None
    assert (Verdict.WRONG_ROLE, Detail.CUSTOMERS_ACCOUNT) in rejected("iban", TITLE, COLLECTED, ACCOUNT)


def test_an_account_that_stands_apart_from_that_sentence_is_the_suppliers() -> None:
    assert found("iban", TITLE, COLLECTED, "", "", "", ACCOUNT) == SYLVARDE.account.iban


def test_the_sentence_is_not_looked_for_further_than_some_lines_over_an_account() -> None:
    between = [f"Ligne de détail numéro {row} du relevé" for row in range(6)]
    assert found("iban", TITLE, COLLECTED, *between, ACCOUNT) == SYLVARDE.account.iban
    assert found("iban", TITLE, COLLECTED, *between[:2], ACCOUNT) is None


def test_an_account_goes_on_in_the_next_line_where_its_key_is_right() -> None:
    number = spaced(SYLVARDE.account.iban, 4)
    wrong = f"{number[:-1]}{(int(number[-1]) + 1) % 10}"
    assert found("iban", TITLE, f"IBAN : {number[:14]}", number[15:]) == SYLVARDE.account.iban
    assert found("iban", TITLE, f"IBAN : {wrong[:14]}", wrong[15:]) is None


# Amounts


def test_an_amount_to_pay_by_a_day_is_not_said_in_passing() -> None:
    assert found("montant_a_payer", TITLE, "Net à payer au 31/03/2026 : 1 440,00 €") == Decimal("1440.00")
    passing = "Rappel du net à payer au 31/03/2026 : 1 440,00 €"
    assert found("montant_a_payer", TITLE, passing) is None
    assert (Verdict.NOT_ANNOUNCED, Detail.IN_SENTENCE) in rejected("montant_a_payer", TITLE, passing)


def test_a_total_of_the_vat_that_the_rows_disprove_is_set_aside() -> None:
    lines = (TITLE, "Total HT : 100,00 €", "TVA 20 % sur 100,00 : 20,00", "Total TTC : 120,00 €", "Total TVA : 15,00 €")
    assert found("montant_tva", *lines) == Decimal("20.00")
    assert (Verdict.DOES_NOT_ADD_UP, "20,00") in rejected("montant_tva", *lines)


def test_two_rows_of_one_rate_with_different_taxes_are_no_sum() -> None:
    lines = (TITLE, "TVA 20 % : 20,00", "TVA 20 % : 31,00")
    assert found("lignes_tva", *lines[:2]) is not None
    assert found("lignes_tva", *lines) is None


# Dates and decisions


def test_what_the_strongest_word_announces_is_not_replaced_by_what_a_weaker_one_does() -> None:
    decision = fields(TITLE, "Date de facture : 32/03/2026", "Date : 12/03/2026")["date_facture"]
    assert decision.status is Status.INVALID and decision.value is None
    assert found("date_facture", TITLE, "Date : 12/03/2026") == date(2026, 3, 12)


def test_the_value_before_a_label_in_parentheses_is_the_one_that_touches_it() -> None:
    line = "Commande du 10/03/2026, facture du 12/03/2026 (date de facture)"
    assert found("date_facture", TITLE, line) == date(2026, 3, 12)


def test_a_day_that_fills_its_line_is_a_deadline_and_one_in_a_sentence_is_not() -> None:
    assert found("date_echeance", TITLE, "Avant le 26 juin 2026") == date(2026, 6, 26)
    assert found("date_echeance", TITLE, "Avant le 26 juin 2026 merci de confirmer") is None


# Means of payment


def test_a_choice_of_means_of_payment_is_none() -> None:
    assert found("mode_paiement", TITLE, "Paiement par virement à 30 jours") is ModePaiement.VIREMENT
    assert found("mode_paiement", TITLE, "Règlement par chèque à 30 jours") is ModePaiement.CHEQUE
    for choice in ("Paiement par virement ou par chèque", "Règlement par chèque ou virement à 30 jours"):
        assert found("mode_paiement", TITLE, choice) is None
        assert (Verdict.RIVAL, Detail.ONE_OF_SEVERAL) in rejected("mode_paiement", TITLE, choice)


# Quotes


def test_a_quote_in_larger_type_is_no_invoice() -> None:
    assert recognize(document("DEVIS N° 2026-12")).recognition.kind == "quote"
    assert recognize(document("BON DE COMMANDE N° 2026-12")).recognition.kind == "order"


# Parties


OWN = f"{SYLVARDE.name} SARL - SIRET {spaced(SYLVARDE.siret, 3, 3, 3, 5)} - RCS {SYLVARDE.registry}"
HOLDER = ("", "Titulaire du marché", f"SIRET {spaced(PONTVERNOIS.siret, 3, 3, 3, 5)}")


def test_the_holder_of_a_contract_is_a_third_party_where_a_subcontractor_bills() -> None:
    assert found("siret_fournisseur", TITLE, *HOLDER) == PONTVERNOIS.siret
    assert found("siret_fournisseur", TITLE, "Paiement direct du sous-traitant", *HOLDER) is None


def test_the_name_of_a_public_body_before_its_number_tells_whose_it_is() -> None:
    number = spaced(PONTVERNOIS.siret, 3, 3, 3, 5)
    assert found("siret_destinataire", TITLE, "", f"Commune de Bourg SIRET {number}", "", "", OWN) == PONTVERNOIS.siret


def test_a_public_siren_on_another_page_than_the_firms_is_no_letterhead() -> None:
    firm, body = spaced(SYLVARDE.siret, 3, 3, 3, 5), spaced(PONTVERNOIS.siret, 3, 3, 3, 5)
    first, second = page(f"SIRET : {body}", "", TITLE), page(f"SIRET : {firm}", number=2)
    read = recognize(Document(pages=(first, second), page_count=2)).fields
    assert read["siret_destinataire"].value == PONTVERNOIS.siret
    assert fields(f"SIRET : {body}", "", TITLE, "", f"SIRET : {firm}")["siret_destinataire"].value is None


def test_a_ministry_without_an_address_is_no_recipient() -> None:
    address = (TITLE, "Ministère de la Culture", "3 rue de Valois", "75001 Paris")
    assert fields(*address)["siret_destinataire"].status is Status.INFERRED
    assert fields(*address[:2])["siret_destinataire"].status is Status.ABSENT


# VAT


SENTENCE = "TVA au taux de 20 % soit 760,00 euros"


def test_the_tax_of_a_sentence_is_taken_where_an_amount_before_it_proves_it() -> None:
    for lines in (
        (f"Montant de 3 800,00 euros, {SENTENCE}",),
        ("Pour 3 800,00 euros HT", f"la {SENTENCE}, ce qui donne"),
    ):
        assert found("lignes_tva", TITLE, *lines) == (
            LigneTva(taux=Decimal(20), base_ht=None, montant=Decimal("760.00")),
        )


def test_a_rate_is_a_number_and_none_that_is_out_of_reach() -> None:
    assert [rate_of(text) for text in ("5,5", "20", "20.5.1", "99")] == [Decimal("5.5"), Decimal(20), None, None]


def test_the_code_of_a_rate_in_a_table_is_no_amount() -> None:
    heads, row = ("Taux", "Code", "Base HT", "Montant TVA"), ("20 %", "1", "100,00", "20,00")
    places = (40.0, 120.0, 200.0, 300.0)
    lines = (TITLE, list(zip(places, heads, strict=True)), list(zip(places, row, strict=True)))
    assert found("lignes_tva", *lines) == (
        LigneTva(taux=Decimal(20), base_ht=Decimal("100.00"), montant=Decimal("20.00")),
    )


def test_an_amount_that_another_label_touches_belongs_to_the_first() -> None:
    tax = (LigneTva(taux=Decimal(20), base_ht=None, montant=Decimal("41.76")),)
    assert found("lignes_tva", TITLE, [(40, "TVA 20 %"), (120, "41,76 € Total TVA"), (300, "8,35 €")]) == tax
    assert found("montant_ht", TITLE, "Total HT : 41,76 € Total TVA : 8,35 €") == Decimal("41.76")


def test_a_group_of_thousands_that_stands_apart_is_no_amount() -> None:
    assert found("montant_ht", TITLE, [(300, "Total HT"), (480, "460,00 €")]) == Decimal("460.00")
    assert found("montant_ht", TITLE, [(300, "Total HT"), (400, "1"), (480, "460,00 €")]) is None


# The title and the place of writing


def test_two_references_beside_a_title_are_not_told_apart() -> None:
    assert found("numero_facture", "FACTURE N° F2026-12") == "F2026-12"
    assert found("numero_facture", [(40, "FACTURE"), (200, "F2026-12"), (260, "C4471")]) is None


def test_the_date_of_a_letter_is_one_of_the_calendar() -> None:
    for day, read in (("12/02/2026", date(2026, 2, 12)), ("31/02/2026", None)):
        assert found("date_facture", TITLE, f"Bourges, le {day}", "18000 Bourges") == read


# Very many keywords


def test_a_page_of_nothing_but_keywords_is_read_to_a_bound() -> None:
    crowd = [[(20.0 + 60 * column, "SIRET") for column in range(9)] for _ in range(180)]
    decision = fields(TITLE, *crowd)["siret_fournisseur"]
    assert (decision.status, decision.candidates) == (Status.ABSENT, ())
    assert found("numero_facture", TITLE, *crowd[:20]) == "F2026-0817"


# Rules and letters


def test_a_letter_that_becomes_two_in_lower_case_keeps_its_place() -> None:
    assert fold("İÉ n°") == "İÉ n°".translate({ord("É"): "e"}) or len(fold("İÉ n°")) == len("İÉ n°")
    assert fold("İ Référence")[2:] == "reference"


def test_a_rule_without_words_or_with_words_of_nothing_is_a_fault() -> None:
    with pytest.raises(RuleError, match="nothing announces it"):
        FieldRule(name="numero", label="Numéro", value=REFERENCE, source="s")
    with pytest.raises(RuleError, match="the phrase '--' holds no letter or digit"):
        FieldRule(name="numero", label="Numéro", value=REFERENCE, source="s", keywords=("--",))


def test_two_establishments_of_one_body_are_not_told_apart_by_their_siren() -> None:
    one, other = PONTVERNOIS.siret, siret(PONTVERNOIS.siret[:9], 3)
    own = f"{SYLVARDE.name} SARL - SIRET {spaced(SYLVARDE.siret, 3, 3, 3, 5)} - RCS {SYLVARDE.registry}"
    assert found("siret_destinataire", TITLE, f"SIRET {one}", "", own) == one
    assert found("siret_destinataire", TITLE, f"SIRET {one}", f"SIRET {other}", "", own) is None
