"""The date of the invoice, among other dates.

Each test draws a kind of page, with invented data, that was once read wrongly or left blank, or is near one that was.
For each there is a page on which a value must be read, and one near by on which it must not.
"""

from datetime import date

import pytest

from fixtures.parties import SYLVARDE
from recognition.seen import TITLE, Line, fields, printed, several, value, verdicts


@pytest.mark.parametrize(
    "line",
    [
        "Acompte de 30 % – facture n° 2026-03-002 du 15/05/2026",
        "Solde antérieur (facture n° 2026-03-002 du 15/05/2026)",
    ],
)
@pytest.mark.parametrize(
    ("head", "want"),
    [
        (["FACTURE N° 2026-06-011", "", [(320, "Cléry-la-Forêt, le 20/06/2026")]], date(2026, 6, 20)),
        (["FACTURE N° 2026-06-011 du 20/06/2026"], date(2026, 6, 20)),
        (["FACTURE N° 2026-06-011"], None),
    ],
)
def test_the_date_beside_the_number_of_another_invoice_is_not_this_ones(
    head: list[Line], want: date | None, line: str
) -> None:
    seen = fields(*head, "", line)
    assert value(seen, "numero_facture") == "2026-06-011"
    assert value(seen, "date_facture") == want
    assert verdicts(seen, "date_facture", "15/05/2026") == {"wrong_role"}


def test_the_date_beside_the_invoices_own_number_is_its_date_wherever_it_stands() -> None:
    seen = fields("FACTURE N° 2026-06-011", "", "Rappel : facture n° 2026-06-011 du 15/05/2026")
    assert value(seen, "date_facture") == date(2026, 5, 15)


DAYS: tuple[Line, ...] = (
    [(40, "02/05/2026"), (200, "Martin"), (400, "30,00 €")],
    [(40, "09/05/2026"), (200, "Martin"), (400, "40,00 €")],
    [(40, "16/05/2026"), (200, "Martin"), (400, "40,00 €")],
)


DATES: Line = [(40, "Date"), (200, "Agent"), (400, "Coût")]


@pytest.mark.parametrize("rows", [2, 3])
def test_nothing_is_taken_from_a_column_of_dates(rows: int) -> None:
    seen = fields(TITLE, "", DATES, *DAYS[:rows])
    assert value(seen, "date_facture") is None
    assert verdicts(seen, "date_facture", "02/05/2026") == {"item_column"}


def test_the_letters_date_stays_beside_a_column_of_dates() -> None:
    seen = fields(TITLE, [(320, "Cléry-la-Forêt, le 20/06/2026")], "", DATES, *DAYS)
    assert value(seen, "date_facture") == date(2026, 6, 20)


def test_the_only_date_under_its_header_is_taken() -> None:
    assert value(fields(TITLE, "", DATES, DAYS[0]), "date_facture") == date(2026, 5, 2)


@pytest.mark.parametrize(
    ("address", "line", "want"),
    [
        ("46000 CAHORS", "Cahors le 14/04/2026", date(2026, 4, 14)),
        ("25980 Pontvernois", "Cahors le 14/04/2026", None),
        ("25980 Pontvernois", "Cahors, le 14/04/2026", date(2026, 4, 14)),
        ("46000 CAHORS", "Livraison le 14/04/2026", None),
    ],
)
def test_a_town_without_a_comma_dates_a_letter_only_if_it_is_in_an_address(
    address: str, line: str, want: date | None
) -> None:
    seen = fields(TITLE, SYLVARDE.name, "14 rue du Lavoir", address, "", [(320, line)])
    assert value(seen, "date_facture") == want


def test_the_second_of_a_column_of_days_is_no_date_of_a_letter() -> None:
    head: list[tuple[float, str]] = [(40, "Date"), (200, "Agent"), (400, "Heures")]
    rows: list[list[tuple[float, str]]] = [
        [(40, "02/05/2026"), (200, "Martin"), (400, "3")],
        [(40, "09/05/2026"), (200, "Martin"), (400, "4")],
    ]
    assert value(fields("FACTURE N° F2026-0902", "", head, *rows), "date_facture") is None


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
    assert several(("numero_facture", "date_facture"), TITLE, "46000 CAHORS", "", line) == ("F2026-0817", None)


@pytest.mark.parametrize("event", ["Formation", "Acquittée", "Intervention"])
def test_the_date_of_an_event_is_not_the_bills(event: str) -> None:
    assert printed("date_facture", TITLE, "", [(320, f"{event}, le 14/04/2026")]) is None
    assert printed("date_facture", TITLE, "", [(320, "Cahors, le 14/04/2026")]) == date(2026, 4, 14)


def test_a_town_that_begins_like_an_event_dates_the_letter() -> None:
    assert printed("date_facture", TITLE, "", [(320, "Payrac, le 14/04/2026")]) == date(2026, 4, 14)
    assert printed("date_facture", TITLE, "", [(320, "Payé, le 14/04/2026")]) is None


@pytest.mark.parametrize("became", ["remplacée", "annulée", "déjà réglée"])
def test_the_date_of_a_bill_that_was_is_not_the_bills(became: str) -> None:
    lines: list[Line] = [f"Facture du 12/04/2026 {became}", "FACTURE N° F26-015 du 12/05/2026"]
    assert several(("date_facture", "numero_facture"), *lines) == (date(2026, 5, 12), "F26-015")
    assert printed("date_facture", "Facture du 12/04/2026") == date(2026, 4, 12)


def test_a_date_under_a_header_of_the_table_of_items_is_an_item() -> None:
    seen = printed(
        "date_facture",
        "FACTURE N° F2026-0812",
        "",
        [(40, "Date"), (200, "Désignation"), (400, "Qté"), (480, "Total HT")],
        [(40, "12/03/2026"), (200, "Ronde de nuit"), (400, "2"), (480, "86,92")],
    )
    assert seen is None


@pytest.mark.parametrize("label", ["Ordonnance du", "Procès-verbal du", "Visite :"])
def test_a_date_beside_words_that_end_with_du_is_that_of_something_else(label: str) -> None:
    lines: tuple[Line, ...] = ([(40, label), (155, "06/10/2025")], "", "SIRET client : 110 002 011 00044")
    assert value(fields("FACTURE n° M26-497", *lines), "date_facture") is None
    letter = fields("FACTURE n° M26-497", "Fait à Ajaccio, le 4 janvier 2026.", *lines)
    assert value(letter, "date_facture") == date(2026, 1, 4)


@pytest.mark.parametrize(
    ("behind", "want"),
    [
        ("du 01/04/2026", date(2026, 4, 1)),
        ("du 31/02/2026", None),  # no day of the calendar
        ("du 01/04/2026 au 30/04/2026", None),  # a period
    ],
)
def test_the_date_behind_the_number_is_a_day(behind: str, want: date | None) -> None:
    assert printed("date_facture", f"Facture n° F-26-118 {behind}") == want


@pytest.mark.parametrize("label", ["Datede facture", "Date defacture", "Datedefacture"])
def test_a_label_whose_words_touch_announces_the_date(label: str) -> None:
    assert printed("date_facture", f"{label} : 12/03/2026") == date(2026, 3, 12)
    assert printed("date_facture", f"{label}tion fiscale : 12/03/2026") is None
