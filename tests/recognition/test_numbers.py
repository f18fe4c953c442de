"""The number of the invoice, among the numbers of other things.

Each test draws a kind of page, with invented data, that was once read wrongly or left blank, or is near one that was.
For each there is a page on which a value must be read, and one near by on which it must not.
"""

from datetime import date

import pytest

from chorus_ocr import recognize
from chorus_ocr.reading.document import Document
from fixtures.parties import SYLVARDE
from pages import page
from recognition.seen import OWN, TITLE, Line, fields, fields_of, printed, several, value, verdicts


@pytest.mark.parametrize(
    "lines",
    [
        ([(40, "Facture"), (100, "FC26050871")], "", "Date : 12/05/2026"),
        ([(40, "Facture"), (200, "FC26050871")], [(40, "Date"), (200, "12/05/2026")], [(40, "Folio"), (200, "1")]),
        ("FACTURE", "FC26050871", "", "Date : 12/05/2026"),
        ("FACTURE DE SOLDE", "FC26050871", "", "Date : 12/05/2026"),
    ],
)
def test_a_reference_alone_beside_the_title_is_the_number(lines: tuple[Line, ...]) -> None:
    assert value(fields(*lines), "numero_facture") == "FC26050871"


@pytest.mark.parametrize("beside", ["2026", "7", "12", "25980 PONTVERNOIS", "25980 Pontvernois"])
def test_a_year_a_page_or_an_address_beside_the_title_is_no_number(beside: str) -> None:
    grid = fields([(40, "Facture"), (200, beside)], [(40, "Date"), (200, "12/05/2026")])
    under = fields("FACTURE DE SOLDE", beside, "", "Date : 12/05/2026")
    assert value(grid, "numero_facture") is None
    assert value(under, "numero_facture") is None


def test_a_reference_beside_a_title_that_has_its_number_is_another_one() -> None:
    assert value(fields([(40, TITLE), (160, "FC26050871")]), "numero_facture") == "F2026-0817"


def test_a_reference_far_from_the_title_is_no_number() -> None:
    assert value(fields([(40, "Facture"), (320, "FC26050871")], "", "Prestation"), "numero_facture") is None


DEPOSITS: tuple[Line, ...] = (
    [(40, "FA-2026-031"), (200, "oui"), (400, "300,00 €")],
    [(40, "FA-2026-044"), (200, "oui"), (400, "300,00 €")],
)


@pytest.mark.parametrize("label", ["Facture d'acompte", "Facture n°"])
def test_nothing_is_taken_from_a_column_of_numbers(label: str) -> None:
    seen = fields("FACTURE", "", [(40, label), (200, "Versé"), (400, "Somme")], *DEPOSITS)
    assert value(seen, "numero_facture") is None
    assert verdicts(seen, "numero_facture", "FA-2026-031") == {"item_column"}


def test_the_only_number_under_its_header_is_taken() -> None:
    seen = fields("FACTURE", "", [(40, "Facture n°"), (200, "Affaire"), (400, "Visa")], DEPOSITS[0])
    assert value(seen, "numero_facture") == "FA-2026-031"


@pytest.mark.parametrize(
    ("printed", "want"),
    [("2026 / 08", "2026 / 08"), ("FA26-118 / 3 pages", "FA26-118"), ("FA26-118 / Page 1", "FA26-118")],
)
def test_a_number_with_a_spaced_slash_is_whole_and_a_count_of_pages_is_no_part_of_it(printed: str, want: str) -> None:
    assert value(fields(f"N° de facture : {printed}", "Date : 12/05/2026"), "numero_facture") == want


def test_fourteen_digits_that_are_no_siret_may_be_a_number() -> None:
    assert value(fields("FACTURE N° 20260500001234"), "numero_facture") == "20260500001234"
    assert value(fields(f"FACTURE N° {SYLVARDE.siret}"), "numero_facture") is None


def test_a_long_number_is_not_joined_with_the_next_line() -> None:
    for under in ("00017", "56"):
        seen = fields([(40, "N° de facture"), (200, "20260500001234")], [(200, under)])
        assert value(seen, "numero_facture") == "20260500001234"
    assert value(fields("N° de facture : 20260500001234", "00017"), "numero_facture") == "20260500001234"


def test_a_number_that_breaks_off_is_joined_with_the_next_line() -> None:
    seen = fields([(40, "N° de facture"), (200, "FA-2026-")], [(200, "0118")])
    assert value(seen, "numero_facture") == "FA-2026-0118"


@pytest.mark.parametrize(
    ("line", "number"),
    [("FACTURE N° 2026 / 08 du 12/05/2026", "2026 / 08"), ("N° de facture : 2026 / 08 / 15", None)],
)
def test_a_spaced_slash_belongs_to_the_number_or_spoils_it(line: str, number: str | None) -> None:
    assert value(fields(line), "numero_facture") == number


def test_the_invoice_that_a_deposit_quotes_is_never_this_one() -> None:
    line = "Acompte de 30 % – facture n° F2026-0104 du 15/05/2026"
    assert value(fields("FACTURE", "", line), "numero_facture") is None
    assert value(fields("FACTURE", "", line), "date_facture") is None


def test_a_number_whose_end_no_rule_can_tell_stays_blank() -> None:
    assert value(fields("FACTURE : 26 3 4188207"), "numero_facture") is None
    assert value(fields("Facture n° TF0318 26C4-19"), "numero_facture") is None
    assert value(fields("Facture n° TF0318 du 18 mai 2026"), "numero_facture") == "TF0318"


ISSUED = "Date : 12/05/2026"


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
    assert printed("numero_facture", [(40, "FACTURE"), (100, beside)], "", ISSUED) is None
    assert printed("numero_facture", "FACTURE", beside, "", ISSUED) is None


@pytest.mark.parametrize(
    ("lines", "want"),
    [
        (([(40, "FACTURE"), (120, "C04511")], "N° de facture : F26-118"), "F26-118"),
        (([(40, "FACTURE"), (120, "Client")], [(40, "F26-118"), (120, "C04511")]), "F26-118"),
        (("FACTURE", [(40, "Client"), (120, "C04511")]), None),
    ],
)
def test_a_label_tells_the_number_of_the_bill_from_the_customers(lines: tuple[Line, ...], want: str | None) -> None:
    assert printed("numero_facture", *lines, "", ISSUED) == want


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
    assert printed("numero_facture", line, ISSUED) == want


@pytest.mark.parametrize(
    "line",
    [
        "Facture n° F26-014 du 14/04/2026 déjà réglée",
        "Trop-perçu sur facture n° F26-014 du 14/04/2026",
        "(facture n° F26-014 du 14/04/2026)",
    ],
)
def test_a_bill_that_was_gives_no_number(line: str) -> None:
    assert several(("numero_facture", "date_facture"), "FACTURE", "", line) == (None, None)
    assert printed("numero_facture", TITLE, "", line) == "F2026-0817"


def test_the_bill_that_a_credit_note_names_is_not_its_own_number() -> None:
    assert printed("numero_facture", "AVOIR", "", "Facture n° F26-118") is None
    assert printed("numero_facture", "AVOIR N° A26-07", "", "Facture n° F26-118") == "A26-07"


def test_a_bare_year_is_no_number() -> None:
    assert printed("numero_marche", TITLE, "", "Marché 2026") is None
    assert printed("numero_marche", TITLE, "", "Marché n° 2026") == "2026"


@pytest.mark.parametrize("line", ["Acompte de 30 % – facture n° 26-118", "Relevé facture n° 44532"])
def test_what_opens_the_second_page_is_not_in_the_title_of_the_first(line: str) -> None:
    first = page("FACTURE", "Total TTC : 12,00 €")
    drawn = Document(pages=(first, page(line, number=2)), page_count=2)
    assert recognize(drawn).fields["numero_facture"].value is None


def test_the_title_itself_may_be_the_first_line_of_any_page() -> None:
    drawn = Document(pages=(page("Bordereau d'envoi"), page("FACTURE n° 26-118", number=2)), page_count=2)
    assert recognize(drawn).fields["numero_facture"].value == "26-118"


@pytest.mark.parametrize("title", ["FACTURE - Situation n° 5", "Facture de situation n° 5", "FACTURE D'ACOMPTE N° 02"])
def test_what_counts_the_bills_of_a_contract_is_not_the_number_of_this_one(title: str) -> None:
    assert printed("numero_facture", title, "", "Facture n° : 2565467") == "2565467"
    [candidate] = [each for each in fields(title)["numero_facture"].candidates if each.keyword]
    assert (candidate.verdict, candidate.detail) == ("not_announced", "count")
    assert printed("numero_facture", title) is None


@pytest.mark.parametrize("title", ["FACTURE DE SITUATION N° S26-05", "FACTURE D'ACOMPTE N° 260512"])
def test_a_situation_may_have_a_number_of_its_own(title: str) -> None:
    assert printed("numero_facture", title) == title.split()[-1]


@pytest.mark.parametrize("label", ["Réf. facture", "Référence facture", "Référence de la facture", "Facture n°"])
def test_a_credit_note_that_refers_to_an_invoice_has_another_number(label: str) -> None:
    seen = fields("AVOIR", "N° NC4225417 du 10/02/2026", f"{label} : IN5626636 émise le 03/12/2025")
    assert value(seen, "numero_facture") == "NC4225417"
    assert value(seen, "date_facture") == date(2026, 2, 10)
    assert value(seen, "numero_facture_origine") == (None if label == "Facture n°" else "IN5626636")


@pytest.mark.parametrize("label", ["Réf. facture", "Référence facture"])
def test_an_invoice_that_refers_to_itself_has_that_number(label: str) -> None:
    assert printed("numero_facture", "FACTURE", f"{label} : IN5626636 émise le 03/12/2025") == "IN5626636"


@pytest.mark.parametrize("title", ["MÉMOIRE DE FRAIS n° M26-497", "MÉMOIRE D'HONORAIRES n° 56/2025"])
def test_a_claim_of_an_expert_is_numbered_by_its_title(title: str) -> None:
    assert printed("numero_facture", title) == title.split()[-1]


def test_the_count_of_the_bills_of_a_market_gives_way_to_a_number_with_its_label() -> None:
    assert printed("numero_facture", "Numéro : 26.929", "", "Facture n° 4") == "26.929"
    assert printed("numero_facture", "Facture n° 4", "", "Total TTC : 12,00 €") == "4"
    assert printed("numero_facture", "Ordre des architectes n° 528571", "", "Facture n° 4") == "4"


@pytest.mark.parametrize(
    ("row", "want"),
    [
        ([(40, "C4471"), (100, "F-26-118")], "F-26-118"),
        ([(67, "C4471"), (100, "F-26-118")], None),  # a word's space from it: the two are one thing
        ([(100, "F-26-118"), (180, "C4471")], None),
        ([(100, "F-26-118"), (180, "Page 1")], "F-26-118"),
    ],
)
def test_a_reference_under_the_title_stands_apart_from_others(row: Line, want: str | None) -> None:
    assert printed("numero_facture", [(100, "FACTURE")], row) == want


@pytest.mark.parametrize(
    ("second", "want"),
    [
        (("N° de facture : F-26-119",), "F-26-119"),
        (([(40, "Facture d'acompte"), (200, "Date")], [(40, "F-26-090"), (200, "12/03/2026")]), "F-26-118"),
    ],
)
def test_a_word_on_another_page_goes_before_a_place_beside_the_title(second: tuple[Line, ...], want: str) -> None:
    assert value(fields_of(page("FACTURE", "F-26-118"), page(*second, number=2)), "numero_facture") == want
