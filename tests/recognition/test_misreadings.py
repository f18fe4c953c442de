"""Values that were once read wrongly or left blank, each on a page drawn anew with invented data.

For each there is a page on which it must be read, and one near by on which it must not.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from chorus_ocr import recognize
from chorus_ocr.prefill import LigneTva, TypeFacture
from chorus_ocr.reading.document import Document, Page
from chorus_ocr.recognition.candidate import Decision, Status
from fixtures.parties import CLERY, HAUTELISSE, PONTVERNOIS, STATE_SIRET, SYLVARDE, siret, spaced
from pages import CHAR, document, page

Line = str | Sequence[tuple[float, str]]
Fields = Mapping[str, Decision[object]]

TITLE = "FACTURE N° F2026-0817"
CLIENT = spaced(PONTVERNOIS.siret, 3, 3, 3, 5)
OWN = spaced(SYLVARDE.siret, 3, 3, 3, 5)
OTHER = spaced(HAUTELISSE.siret, 3, 3, 3, 5)
HEAD_OFFICE = siret(SYLVARDE.siren, 998)
FOOT = f"{SYLVARDE.name} – {SYLVARDE.form} – SIRET {OWN} – RCS {SYLVARDE.registry}"
TOTALS: tuple[Line, ...] = (
    [(300, "Total HT"), (480, "1 460,00 €")],
    [(300, "TVA 20 %"), (480, "292,00 €")],
    [(300, "Total TTC"), (480, "1 752,00 €")],
)
LARGE = 20.0
TOP = 60.0


def fields(*lines: Line) -> Fields:
    return recognize(document(*lines)).fields


def fields_of(*pages: Page) -> Fields:
    return recognize(Document(pages=pages, page_count=len(pages))).fields


def value(seen: Fields, name: str) -> object:
    """Return what is printed, announced and valid; nothing inferred."""
    return seen[name].value if seen[name].status is Status.FOUND else None


def amounts(seen: Fields) -> tuple[object, object, object]:
    return value(seen, "montant_ht"), value(seen, "montant_tva"), value(seen, "montant_ttc")


def verdicts(seen: Fields, name: str, raw: str) -> set[str]:
    """Return the verdicts of the candidates of a field that are printed like this."""
    return {each.verdict for each in seen[name].candidates if raw in each.raw}


def titled_large(sheet: Page) -> Page:
    """Return a page whose first line is set in large type."""
    words = sheet.words
    size = tuple(LARGE if top == TOP else each for top, each in zip(words.top, words.size, strict=True))
    bottom = tuple(top + LARGE if top == TOP else each for top, each in zip(words.top, words.bottom, strict=True))
    return replace(sheet, words=replace(words, size=size, bottom=bottom))


def spread(*texts: str, gap: float) -> list[tuple[float, str]]:
    """Return cells on one line with the same gap between any two."""
    cells: list[tuple[float, str]] = []
    x = 60.0
    for text in texts:
        cells.append((x, text))
        x += len(text) * CHAR + gap
    return cells


# A date that is printed beside the number of another invoice.


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


# A reference that stands alone beside the title.


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


# A column of dates or of numbers.

DATES: Line = [(40, "Date"), (200, "Agent"), (400, "Coût")]
DAYS: tuple[Line, ...] = (
    [(40, "02/05/2026"), (200, "Martin"), (400, "30,00 €")],
    [(40, "09/05/2026"), (200, "Martin"), (400, "40,00 €")],
    [(40, "16/05/2026"), (200, "Martin"), (400, "40,00 €")],
)


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


# Another tax than VAT, and the base of VAT.


@pytest.mark.parametrize(
    ("tax", "want"),
    [("Taxe sur la valeur ajoutée (20 %)", Decimal("200.00")), ("Taxe sur les conventions d'assurance (20 %)", None)],
)
def test_only_the_tax_on_added_value_is_vat(tax: str, want: Decimal | None) -> None:
    seen = fields(
        TITLE,
        "",
        [(250, "Total HT"), (500, "1 000,00 €")],
        [(250, tax), (500, "200,00 €")],
        [(250, "Total TTC"), (500, "1 200,00 €")],
    )
    assert amounts(seen) == (Decimal("1000.00"), want, Decimal("1200.00"))
    assert (value(seen, "lignes_tva") is None) == (want is None)


def test_an_insurance_tax_of_nine_percent_is_no_vat() -> None:
    seen = fields(TITLE, "", "Taxe sur les conventions d'assurance (9 %) 563,45 €", "Total TTC 6 824,01 €")
    assert amounts(seen) == (None, None, Decimal("6824.01"))
    assert value(seen, "lignes_tva") is None


@pytest.mark.parametrize(
    "lines",
    [
        ("Montant soumis à TVA 20,00 % 252,40", "Montant T.V.A. 20,00 % 50,48"),
        (
            [(300, "Montant soumis à TVA 20,00 %"), (480, "252,40")],
            [(300, "Montant T.V.A. 20,00 %"), (480, "50,48")],
        ),
    ],
)
def test_the_amount_subject_to_vat_is_not_the_vat(lines: tuple[Line, ...]) -> None:
    assert value(fields(TITLE, "", *lines), "montant_tva") == Decimal("50.48")
    alone = fields(TITLE, "", lines[0])
    assert value(alone, "montant_tva") is None
    assert value(alone, "lignes_tva") is None


# Rows of amounts under their headers.


@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4), (4, 3, 2, 1, 0), (3, 0, 1, 2, 4), (2, 4, 3, 0, 1)])
def test_amounts_that_are_evenly_spaced_go_each_to_its_own_header(order: tuple[int, ...]) -> None:
    heads = ("TVA 2,10", "TVA 20,00", "Total TVA", "Total HT", "Total TTC")
    printed = ("8,66", "30,00", "38,66", "562,34", "601,00")
    row = spread(*(printed[at] for at in order), gap=35)
    header = [(x + CHAR * (len(text) - len(heads[at])), heads[at]) for at, (x, text) in zip(order, row, strict=True)]
    seen = fields(TITLE, "", header, row)
    assert amounts(seen) == (Decimal("562.34"), Decimal("38.66"), Decimal("601.00"))


def test_a_justified_sentence_is_no_row_of_amounts() -> None:
    sentence = "Un accord sur le total HT et le total TTC vaut 562,34 euros"
    under = "puis nous avons bien revu ensemble les 601,00 euros du lot"
    lines = [spread(*line.split(" "), gap=12) for line in (sentence, under)]
    assert amounts(fields(TITLE, "", *lines)) == (None, None, None)


RATES: tuple[Line, ...] = (
    [(40, "TTC EUR"), (160, "TVA EUR"), (280, "Taux %"), (400, "HT EUR")],
    [(40, "1 055,00"), (160, "55,00"), (280, "5,50"), (400, "1 000,00")],
    [(40, "600,00"), (160, "100,00"), (280, "20,00"), (400, "500,00")],
)
TWO_RATES = (
    LigneTva(taux=Decimal("5.50"), base_ht=Decimal("1000.00"), montant=Decimal("55.00")),
    LigneTva(taux=Decimal("20.00"), base_ht=Decimal("500.00"), montant=Decimal("100.00")),
)


def test_the_total_row_of_a_vat_table_is_read_by_its_headers() -> None:
    seen = fields(TITLE, "", *RATES, [(40, "1 655,00"), (160, "155,00"), (280, "Total"), (400, "1 500,00")])
    assert amounts(seen) == (Decimal("1500.00"), Decimal("155.00"), Decimal("1655.00"))
    assert value(seen, "lignes_tva") == TWO_RATES
    assert verdicts(seen, "montant_ttc", "1 500,00") == {"vat_table"}


def test_the_total_of_a_vat_table_with_one_rate_is_read_by_its_headers() -> None:
    seen = fields(TITLE, "", *RATES[:2], [(40, "1 055,00"), (160, "55,00"), (280, "Total"), (400, "1 000,00")])
    assert amounts(seen) == (Decimal("1000.00"), Decimal("55.00"), Decimal("1055.00"))
    assert verdicts(seen, "montant_ttc", "1 000,00") == {"vat_table"}


def test_a_total_that_stands_under_no_rates_announces_what_stands_at_its_right() -> None:
    assert value(fields(TITLE, "", [(280, "Total"), (400, "1 500,00")]), "montant_ttc") == Decimal("1500.00")


@pytest.mark.parametrize(
    ("rates", "bases"),
    [
        (([(40, "TVA 5,5 %"), (150, "759,27 €")], [(40, "TVA 20 %"), (150, "41,25 €")]), True),
        (([(40, "TVA 5,5 % sur 759,27 €")], [(40, "TVA 20 % sur 41,25 €")]), True),
        (([(40, "TVA 5,5 %")], [(40, "TVA 20 %")]), False),
    ],
)
def test_amounts_that_touch_the_next_label_are_not_mixed_up(
    rates: tuple[list[tuple[float, str]], ...], bases: bool
) -> None:
    seen = fields(
        TITLE,
        "",
        [*rates[0], (250, "41,76 € Total HT"), (480, "800,52 €")],
        [*rates[1], (250, "8,25 € Total TVA"), (480, "50,01 €")],
        [(290, "Total TTC"), (480, "850,53 €")],
    )
    assert amounts(seen) == (Decimal("800.52"), Decimal("50.01"), Decimal("850.53"))
    assert value(seen, "lignes_tva") == (
        LigneTva(taux=Decimal("5.5"), base_ht=Decimal("759.27") if bases else None, montant=Decimal("41.76")),
        LigneTva(taux=Decimal("20"), base_ht=Decimal("41.25") if bases else None, montant=Decimal("8.25")),
    )


def test_an_amount_that_touches_a_sentence_is_no_vat() -> None:
    seen = fields(TITLE, "", [(40, "TVA 5,5 %"), (250, "41,76 € de plus que prévu"), (480, "50,01 €")])
    assert value(seen, "lignes_tva") is None


def test_a_bare_quantity_may_stand_between_a_total_and_its_amount() -> None:
    seen = fields(TITLE, "", [(40, "TOTAL HT"), (300, "1264"), (480, "35.849,52")])
    assert value(seen, "montant_ht") == Decimal("35849.52")


@pytest.mark.parametrize(
    "line",
    [
        [(40, "TOTAL HT"), (300, "1264")],
        [(40, "TOTAL HT"), (300, "heures de nuit"), (480, "35.849,52")],
        [(40, "TOTAL HT"), (300, "1264 h"), (480, "35.849,52")],
    ],
)
def test_a_quantity_is_no_total_and_words_keep_a_total_from_what_follows_them(line: Line) -> None:
    assert value(fields(TITLE, "", line), "montant_ht") is None


# Labels in parentheses after their values.


def test_a_label_in_parentheses_stands_after_its_value() -> None:
    account = SYLVARDE.account
    seen = fields(TITLE, "", f"{account.bic} (BIC) – {spaced(account.iban, 4)} (IBAN)")
    assert value(seen, "bic") == account.bic
    assert value(seen, "iban") == account.iban


@pytest.mark.parametrize("remark", ["voir {}", "ancien {}", "{} à préciser"])
def test_a_remark_in_parentheses_announces_nothing(remark: str) -> None:
    account = SYLVARDE.account
    bic, iban = remark.format("BIC"), remark.format("IBAN")
    seen = fields(TITLE, "", f"{account.bic} ({bic}) – {spaced(account.iban, 4)} ({iban})")
    assert value(seen, "bic") is None
    assert value(seen, "iban") is None


@pytest.mark.parametrize(
    ("words", "want"), [("SIRET", SYLVARDE.siret), ("voir le SIRET", None), ("SIREN", None), ("au verso", None)]
)
def test_a_siret_may_have_its_label_in_parentheses_after_it(words: str, want: str | None) -> None:
    seen = fields(TITLE, "", f"{OWN} ({words})", "", f"SIRET client : {CLIENT}")
    assert value(seen, "siret_fournisseur") == want
    assert value(seen, "siret_destinataire") == PONTVERNOIS.siret


# Whose SIRET it is.


def without_clue(first: str, second: str) -> list[Line]:
    return [TITLE, "", f"SIRET : {first}", "Ronde de nuit", "", "Mai 2026", "", f"SIRET : {second}"]


@pytest.mark.parametrize("public", [PONTVERNOIS.siret, STATE_SIRET])
@pytest.mark.parametrize("first", [True, False])
def test_of_two_sirets_the_public_one_is_the_recipients(public: str, first: bool) -> None:
    body = spaced(public, 3, 3, 3, 5)
    seen = fields(*(without_clue(body, OWN) if first else without_clue(OWN, body)))
    assert value(seen, "siret_destinataire") == public
    assert value(seen, "siret_fournisseur") == SYLVARDE.siret
    assert verdicts(seen, "siret_destinataire", OWN) == {"wrong_role"}
    assert verdicts(seen, "siret_fournisseur", body) == {"wrong_role"}


@pytest.mark.parametrize(("first", "second"), [(CLIENT, spaced(CLERY.siret, 3, 3, 3, 5)), (OWN, OTHER)])
def test_two_public_or_two_private_sirets_without_a_clue_stay_blank(first: str, second: str) -> None:
    seen = fields(*without_clue(first, second))
    assert value(seen, "siret_destinataire") is None
    assert value(seen, "siret_fournisseur") is None


FACTORING = (
    (f"À régler à l'ordre de CRÉDIFACTOR, SA au capital de 50 000 €, SIRET {OTHER}, qui la reçoit par subrogation.",),
    (
        "Pour être libératoire, le règlement de cette facture est à faire à l'ordre de CRÉDIFACTOR,",
        f"SA au capital de 5 000 000 €, SIRET {OTHER}, 8 rue du Pont, 59980 Wattreloin,",
        "qui la reçoit par subrogation dans le cadre d'un contrat d'affacturage.",
    ),
)


@pytest.mark.parametrize("paragraph", FACTORING)
def test_the_siret_of_a_factor_is_not_the_suppliers(paragraph: tuple[str, ...]) -> None:
    alone = fields(TITLE, "", f"SIRET client : {CLIENT}", "", *paragraph)
    assert value(alone, "siret_fournisseur") is None
    signed = fields(TITLE, "", f"SIRET client : {CLIENT}", "", *paragraph, "", "", FOOT)
    assert value(signed, "siret_fournisseur") == SYLVARDE.siret
    for seen in (alone, signed):
        assert value(seen, "siret_destinataire") == PONTVERNOIS.siret
        assert verdicts(seen, "siret_fournisseur", OTHER) == {"wrong_role"}


def test_a_mention_of_the_capital_that_speaks_of_no_factor_is_the_suppliers() -> None:
    seen = fields(TITLE, "", f"{HAUTELISSE.name}, SA au capital de 5 000 000 €, SIRET {OTHER}, 59980 Wattreloin")
    assert value(seen, "siret_fournisseur") == HAUTELISSE.siret


@pytest.mark.parametrize("label", ["SIRET de l'établissement", "SIRET agence", "SIRET fournisseur"])
def test_the_establishment_that_bills_goes_before_its_head_office(label: str) -> None:
    seen = fields(TITLE, f"SIRET du siège : {HEAD_OFFICE}", f"{label} : {OWN}", "", f"SIRET client : {CLIENT}")
    assert value(seen, "siret_fournisseur") == SYLVARDE.siret
    assert verdicts(seen, "siret_fournisseur", HEAD_OFFICE) == {"lost_to"}


def test_the_siret_in_the_footer_goes_before_that_of_the_head_office() -> None:
    seen = fields(TITLE, f"SIRET du siège : {HEAD_OFFICE}", "", f"SIRET client : {CLIENT}", "", FOOT)
    assert value(seen, "siret_fournisseur") == SYLVARDE.siret


@pytest.mark.parametrize("client", [(), (f"SIRET client : {CLIENT}",)])
def test_the_siret_of_the_head_office_counts_where_it_is_alone(client: tuple[str, ...]) -> None:
    seen = fields(TITLE, f"SIRET du siège : {HEAD_OFFICE}", "", *client)
    assert value(seen, "siret_fournisseur") == HEAD_OFFICE
    assert value(seen, "siret_destinataire") == (PONTVERNOIS.siret if client else None)


@pytest.mark.parametrize("label", ["SIRET abonné (client)", "SIRET abonné (client) :", "SIRET (client)"])
def test_a_label_may_end_with_whose_siret_it_is(label: str) -> None:
    seen = fields(TITLE, "", [(40, label), (200, CLIENT)])
    assert value(seen, "siret_destinataire") == PONTVERNOIS.siret
    assert value(seen, "siret_fournisseur") is None


def test_a_label_that_ends_with_the_supplier_is_the_suppliers() -> None:
    seen = fields(TITLE, "", [(40, "SIRET (fournisseur)"), (200, OWN)])
    assert value(seen, "siret_destinataire") is None
    assert value(seen, "siret_fournisseur") == SYLVARDE.siret


@pytest.mark.parametrize(("lines", "want"), [((), None), ((f"SIRET fournisseur : {OWN}",), SYLVARDE.siret)])
def test_the_siret_of_an_agent_is_not_the_suppliers(lines: tuple[str, ...], want: str | None) -> None:
    seen = fields(TITLE, "", f"SIRET mandataire : {OTHER}", f"SIRET client : {CLIENT}", *lines)
    assert value(seen, "siret_fournisseur") == want
    assert value(seen, "siret_destinataire") == PONTVERNOIS.siret


# Letters.

LETTER: tuple[Line, ...] = (
    SYLVARDE.name,
    [(320, PONTVERNOIS.lines[0])],
    [(320, PONTVERNOIS.lines[3])],
    "",
    [(320, "Cléry-la-Forêt, le 20/06/2026")],
    "",
)
ROUTING: tuple[Line, ...] = (
    "",
    "Madame, Monsieur,",
    "",
    f"SIRET client : {CLIENT}",
    "Code service : RH01",
    "Engagement : EJ26004109",
)
LETTERED = ("numero_facture", "date_facture", "type_facture", "siret_destinataire", "code_service", "numero_engagement")


@pytest.mark.parametrize("what", ["2e relance", "relance", "mise en demeure", "1re relance"])
def test_a_reminder_is_no_invoice(what: str) -> None:
    seen = fields(*LETTER, f"Objet : {what} – facture n° FA-2026-0118", *ROUTING)
    assert [value(seen, name) for name in LETTERED] == [None] * len(LETTERED)
    assert verdicts(seen, "numero_facture", "FA-2026-0118") == {"not_an_invoice"}
    assert verdicts(seen, "siret_destinataire", CLIENT) == {"not_an_invoice"}


def test_a_letter_whose_object_is_an_invoice_is_one() -> None:
    seen = fields(*LETTER, "Objet : facture n° FA-2026-0118", *ROUTING)
    assert [value(seen, name) for name in LETTERED] == [
        "FA-2026-0118",
        date(2026, 6, 20),
        TypeFacture.FACTURE,
        PONTVERNOIS.siret,
        "RH01",
        "EJ26004109",
    ]


@pytest.mark.parametrize("label", ["Engagement", "Engagement :", "N° engagement"])
@pytest.mark.parametrize("address", ["25980 PONTVERNOIS", "25980 Pontvernois"])
def test_a_postcode_beside_an_empty_engagement_is_no_engagement(label: str, address: str) -> None:
    assert value(fields(TITLE, "", [(40, label), (320, address)]), "numero_engagement") is None


@pytest.mark.parametrize(
    ("line", "want"),
    [
        ([(40, "Engagement"), (200, "2598011"), (320, "25980 PONTVERNOIS")], "2598011"),
        ([(40, "Engagement"), (200, "25980")], "25980"),
    ],
)
def test_an_engagement_beside_or_like_a_postcode_is_read(line: Line, want: str) -> None:
    assert value(fields(TITLE, "", line), "numero_engagement") == want


# Deadlines.


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


# Codes and numbers.

CHORUS = "Facture à adresser par Chorus Pro, destinataire : commune de Pontvernois, code service :"


@pytest.mark.parametrize(
    "line", ["Service : RH01", [(40, "Service"), (200, "RH01")], [(40, "Service :"), (90, "RH01")]]
)
def test_a_code_after_a_bare_service_counts_though_nobody_publishes_that_word(line: Line) -> None:
    decision = fields(TITLE, "", line)["code_service"]
    assert (decision.status, decision.value) == (Status.FOUND, "RH01")
    assert decision.choice is not None
    assert (decision.choice.keyword, decision.choice.published) == ("service", False)


def test_a_bare_service_is_weaker_than_a_code_service() -> None:
    seen = fields(TITLE, "", "Service : RH01", "Code service : RH02")
    assert value(seen, "code_service") == "RH02"
    assert verdicts(seen, "code_service", "RH01") == {"weaker_keyword"}


@pytest.mark.parametrize(
    ("line", "raw", "verdict"),
    [
        ("SERVICE : FINANCES", "FINANCES", "not_announced"),
        ([(40, "SERVICE"), (200, "FINANCES")], "FINANCES", "not_announced"),
        ("Service RH01", "RH01", "not_announced"),
        ("Service client : 3901", "3901", "other_reference"),
        ("Service clients : 3901", "3901", "other_reference"),
    ],
)
def test_the_name_of_a_service_and_a_telephone_are_no_code(line: Line, raw: str, verdict: str) -> None:
    seen = fields(TITLE, "", line)
    assert value(seen, "code_service") is None
    assert verdicts(seen, "code_service", raw) == {verdict}


@pytest.mark.parametrize(
    ("below", "want"),
    [
        ("RH01", "RH01"),
        ("RH01.", "RH01"),
        ("BATIMENTS-2, engagement EJ26004109.", "BATIMENTS-2"),
        ("Direction des routes", None),
        ("25980 Pontvernois", None),
        ("Engagement : EJ26004109", None),
    ],
)
def test_a_code_service_at_the_end_of_a_line_has_its_value_on_the_next(below: str, want: str | None) -> None:
    assert value(fields(TITLE, "", CHORUS, below), "code_service") == want


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


@pytest.mark.parametrize("ours", ["Notre n° de commande", "Notre numéro de commande", "Notre bon de commande"])
def test_the_suppliers_own_order_is_no_engagement(ours: str) -> None:
    both = fields(TITLE, "", f"{ours} : CF-7781", "Votre n° de commande : BC26-0412")
    assert value(both, "numero_engagement") == "BC26-0412"
    alone = fields(TITLE, "", f"{ours} : CF-7781")
    assert value(alone, "numero_engagement") is None
    for seen in (both, alone):
        assert verdicts(seen, "numero_engagement", "CF-7781") == {"not_a_reference"}


# Totals.


@pytest.mark.parametrize(
    ("line", "want"),
    [
        ("Total TTC de l'avoir 911,52 €", Decimal("911.52")),
        ([(300, "Total TTC de l'avoir"), (480, "911,52 €")], Decimal("911.52")),
        ("Total TTC de la garantie 911,52 €", None),
        ("Total TTC du devis 911,52 €", None),
    ],
)
def test_a_total_may_name_the_credit_note_but_no_other_thing(line: Line, want: Decimal | None) -> None:
    assert value(fields("AVOIR N° AV26-017", "", line), "montant_ttc") == want


@pytest.mark.parametrize(
    ("label", "total", "due"),
    [
        ("Total TTC à régler", True, True),
        ("Net à payer TTC", True, True),
        ("Total TTC", True, False),
        ("Net à payer", False, True),
    ],
)
def test_one_label_may_announce_the_total_and_what_is_to_be_paid(label: str, total: bool, due: bool) -> None:
    seen = fields(TITLE, "", [(300, label), (480, "911,52 €")])
    assert value(seen, "montant_ttc") == (Decimal("911.52") if total else None)
    assert value(seen, "montant_a_payer") == (Decimal("911.52") if due else None)


def test_what_is_left_to_pay_with_taxes_is_not_the_total_beside_one() -> None:
    seen = fields(
        TITLE,
        "",
        [(300, "Total TTC"), (480, "1 200,00 €")],
        [(300, "Acompte"), (480, "288,48 €")],
        [(300, "Net à payer TTC"), (480, "911,52 €")],
    )
    assert value(seen, "montant_ttc") == Decimal("1200.00")
    assert value(seen, "montant_a_payer") == Decimal("911.52")


READ = (Decimal("1460.00"), Decimal("292.00"), Decimal("1752.00"))


def test_a_sentence_may_tell_the_three_totals() -> None:
    sentence = "Le montant HT s'élève à 1 460,00 €, la TVA (20 %) à 292,00 €, et le montant TTC à 1 752,00 €."
    assert amounts(fields(TITLE, "", sentence)) == READ


@pytest.mark.parametrize(
    "sentence",
    [
        "Toute commande d'un montant total HT 600,00 € au moins est livrée franco de port.",
        "Au-delà d'un montant total HT 600,00 €, la livraison est offerte au client.",
    ],
)
def test_terms_of_sale_that_quote_an_amount_disturb_no_total(sentence: str) -> None:
    terms = page("Article 4", "", sentence, number=2)
    seen = fields_of(page(TITLE, "", *TOTALS), terms)
    assert amounts(seen) == READ
    assert verdicts(seen, "montant_ht", "600,00") == {"does_not_add_up"}
    assert amounts(fields_of(page(TITLE, "", "Ronde de nuit"), terms)) == (None, None, None)


@pytest.mark.parametrize("first", [TOTALS, ("Ronde de nuit",)], ids=["totals", "none"])
def test_the_copy_of_an_order_gives_no_totals(first: tuple[Line, ...]) -> None:
    order = page(
        "BON DE COMMANDE",
        "",
        "Fournitures",
        [(300, "Total HT"), (480, "990,00 €")],
        [(300, "TVA 20 %"), (480, "198,00 €")],
        [(300, "Total TTC"), (480, "1 188,00 €")],
        number=2,
    )
    seen = fields_of(page(TITLE, "", *first), titled_large(order))
    assert amounts(seen) == (READ if first is TOTALS else (None, None, None))
    assert verdicts(seen, "montant_ttc", "1 188,00") == {"specimen"}


@pytest.mark.parametrize("head", ["FACTURE", "Détail", "FACTURE – BON DE COMMANDE BC26-0412"])
def test_a_second_page_that_is_headed_otherwise_gives_totals(head: str) -> None:
    assert amounts(fields_of(page(TITLE, "", "Ronde de nuit"), titled_large(page(head, "", *TOTALS, number=2)))) == READ


@pytest.mark.parametrize(
    ("printed", "want"),
    [
        ("37\ufffd761,00 €", Decimal("37761.00")),
        ("1\ufffd137\ufffd761,00", Decimal("1137761.00")),
        ("37\ufffd76,00 €", None),
        ("37\ufffd7610,00 €", None),
        ("37,\ufffd61 €", None),
    ],
)
def test_a_lost_space_is_given_back_before_three_digits_only(printed: str, want: Decimal | None) -> None:
    assert value(fields(TITLE, "", [(300, "Total HT"), (480, printed)]), "montant_ht") == want
    assert value(fields(TITLE, "", f"Total HT : {printed}"), "montant_ht") == want


def test_a_rate_in_a_header_is_no_amount_of_vat() -> None:
    head: list[tuple[float, str]] = [(40, "TVA 20,00"), (140, "Total HT"), (240, "Total TTC")]
    row: list[tuple[float, str]] = [(40, "100,00"), (140, "500,00"), (240, "600,00")]
    assert value(fields("FACTURE N° F2026-0901", "", head, row), "montant_tva") == Decimal("100.00")
    assert value(fields("FACTURE N° F2026-0901", "", [(40, "TVA 20,00")]), "montant_tva") == Decimal("20.00")


@pytest.mark.parametrize(
    ("line", "number"),
    [("FACTURE N° 2026 / 08 du 12/05/2026", "2026 / 08"), ("N° de facture : 2026 / 08 / 15", None)],
)
def test_a_spaced_slash_belongs_to_the_number_or_spoils_it(line: str, number: str | None) -> None:
    assert value(fields(line), "numero_facture") == number


def test_the_second_of_a_column_of_days_is_no_date_of_a_letter() -> None:
    head: list[tuple[float, str]] = [(40, "Date"), (200, "Agent"), (400, "Heures")]
    rows: list[list[tuple[float, str]]] = [
        [(40, "02/05/2026"), (200, "Martin"), (400, "3")],
        [(40, "09/05/2026"), (200, "Martin"), (400, "4")],
    ]
    assert value(fields("FACTURE N° F2026-0902", "", head, *rows), "date_facture") is None


def test_a_role_in_parentheses_overrules_the_words_before_it() -> None:
    line: list[tuple[float, str]] = [(40, "SIRET entreprise (client)"), (240, CLIENT)]
    assert value(fields("FACTURE N° F2026-0903", "", line), "siret_fournisseur") is None


def test_the_invoice_that_a_deposit_quotes_is_never_this_one() -> None:
    line = "Acompte de 30 % – facture n° F2026-0104 du 15/05/2026"
    assert value(fields("FACTURE", "", line), "numero_facture") is None
    assert value(fields("FACTURE", "", line), "date_facture") is None


def test_a_letter_about_an_invoice_that_ends_with_a_reminder_is_no_invoice() -> None:
    assert value(fields("Objet : facture n° F2026-0118 – relance"), "numero_facture") is None
    assert value(fields("Objet : facture n° F2026-0118 – travaux"), "numero_facture") == "F2026-0118"


@pytest.mark.parametrize("line", ["Service : FINANCES", [(40, "Service"), (200, "FINANCES")]])
def test_among_small_letters_a_word_of_capitals_is_the_code_of_a_service(line: Line) -> None:
    assert value(fields(TITLE, "", line), "code_service") == "FINANCES"
    assert value(fields(TITLE, "", "Service : Finances"), "code_service") is None
    assert value(fields(TITLE, "", line, "Code service : COMPTA-2"), "code_service") == "COMPTA-2"


def test_a_number_whose_end_no_rule_can_tell_stays_blank() -> None:
    assert value(fields("FACTURE : 26 3 4188207"), "numero_facture") is None
    assert value(fields("Facture n° TF0318 26C4-19"), "numero_facture") is None
    assert value(fields("Facture n° TF0318 du 18 mai 2026"), "numero_facture") == "TF0318"


def test_a_siret_in_a_sentence_under_an_address_is_nobodys() -> None:
    seen = fields(
        TITLE,
        "",
        [(320, "Collège de Rocheval")],
        [(320, "17230 ROCHEVAL")],
        "",
        f"Fournisseur du matériel : {HAUTELISSE.name} (SIRET {OTHER}). Le loyer est cédé à la banque du bailleur.",
        "",
        FOOT,
    )
    assert value(seen, "siret_destinataire") is None
    assert value(seen, "siret_fournisseur") == SYLVARDE.siret


def test_where_the_supplier_is_known_a_public_siren_left_over_is_the_recipients() -> None:
    seen = fields(TITLE, "", [(40, "Vos références")], "", f"N° Siret : {CLIENT}", "", FOOT)
    assert value(seen, "siret_destinataire") == PONTVERNOIS.siret
    company = fields(TITLE, "", [(40, "Vos références")], "", f"N° Siret : {OTHER}", "", FOOT)
    assert value(company, "siret_destinataire") is None


def test_the_holder_of_the_contract_is_not_the_subcontractor_who_bills() -> None:
    holder = f"SIRET titulaire : {OTHER}"
    assert value(fields(TITLE, "", holder), "siret_fournisseur") == HAUTELISSE.siret
    assert value(fields(TITLE, "Sous-traitant agréé (DC4)", "", holder), "siret_fournisseur") is None


def test_the_first_row_of_a_table_is_no_total_though_it_adds_up() -> None:
    head: Line = [(40, "Désignation du matériel"), (240, "Montant HT"), (330, "Montant TVA"), (430, "Montant TTC")]
    rows: list[Line] = [
        [(40, "Copieur A3 couleur"), (250, "842,00"), (340, "168,40"), (440, "1 010,40")],
        [(40, "Copieur A4 N&B"), (250, "395,00"), (340, "79,00"), (440, "474,00")],
    ]
    assert amounts(fields(TITLE, "", head, *rows)) == (None, None, None)
    total: Line = [(40, "TOTAUX"), (244, "1 237,00"), (340, "247,40"), (434, "1 484,40")]
    assert amounts(fields(TITLE, "", head, *rows, total)) == (
        Decimal("1237.00"),
        Decimal("247.40"),
        Decimal("1484.40"),
    )


def test_a_row_of_the_breakdown_may_name_its_columns_or_leave_out_the_sign_of_the_rate() -> None:
    named: Line = [(40, "T1 TVA"), (100, "5,5 %"), (150, "BASE"), (200, "486,24"), (260, "TVA"), (300, "26,74")]
    bare: Line = [(40, "TVA 10,00"), (150, "300,00"), (260, "30,00")]
    wrong: Line = [(40, "TVA 10,00"), (150, "300,00"), (260, "31,00")]
    first = LigneTva(taux=Decimal("5.5"), base_ht=Decimal("486.24"), montant=Decimal("26.74"))
    second = LigneTva(taux=Decimal("10.00"), base_ht=Decimal("300.00"), montant=Decimal("30.00"))
    assert value(fields(TITLE, "", named, bare), "lignes_tva") == (first, second)
    assert value(fields(TITLE, "", wrong), "lignes_tva") is None


def test_an_empty_box_in_a_row_of_captions_does_not_take_the_value_over_it() -> None:
    captions: Line = [(40, "Engagement"), (200, "Code service"), (360, "Marché n°")]
    over: Line = [(40, "8800412"), (200, "C61560"), (360, "03.07.26")]
    under: Line = [(40, "SMEB-26-77"), (360, "2026M014")]
    seen = fields(TITLE, "", over, captions, under)
    assert value(seen, "code_service") is None
    assert value(seen, "numero_engagement") == "SMEB-26-77"


def test_a_bare_engagement_at_the_end_of_a_line_announces_only_what_has_the_next_for_itself() -> None:
    lead = "Références à rappeler : SIRET du client, service enfance, engagement"
    assert value(fields(TITLE, "", lead, "BOU-25-0041."), "numero_engagement") == "BOU-25-0041"
    assert value(fields(TITLE, "", lead, "2026 de la commune, sans autre référence."), "numero_engagement") is None


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


def test_a_year_in_a_label_is_no_reference() -> None:
    assert value(fields(TITLE, "", "N° d'engagement 2026 : CV26-00057"), "numero_engagement") == "CV26-00057"
    assert value(fields(TITLE, "", "Engagement n° 2026 VO 01188"), "numero_engagement") is None


def test_the_party_that_a_label_names_is_whose_number_it_is() -> None:
    vat = "FR85127135127"
    assert value(fields(TITLE, "", "N° de TVA du bailleur : " + SYLVARDE.vat), "tva_fournisseur") == SYLVARDE.vat
    assert value(fields(TITLE, "", "N° de TVA du bailleur : " + SYLVARDE.vat), "tva_destinataire") is None
    assert value(fields(TITLE, "", f"N° de TVA du bailleur : {vat}"), "tva_fournisseur") is None  # fails its key
    assert value(fields(TITLE, "", f"SIRET bénéficiaire : {CLIENT}"), "siret_fournisseur") is None


def test_a_share_under_a_rate_is_no_total() -> None:
    head: Line = [(40, "Taux de TVA"), (200, "5,5 %"), (290, "10 %"), (360, "Ensemble")]
    net: Line = [(40, "Base HT"), (195, "1 149,57"), (274, "1 200,14"), (363, "2 349,71")]
    tax: Line = [(40, "TVA"), (207, "63,23"), (281, "120,01"), (370, "183,24")]
    gross: Line = [(40, "TTC"), (195, "1 212,80"), (274, "1 320,15"), (363, "2 532,95")]
    seen = amounts(fields(TITLE, "", head, net, tax, gross))
    assert set(seen) <= {None, Decimal("2349.71"), Decimal("183.24"), Decimal("2532.95")}
    assert Decimal("1149.57") not in seen


def test_the_number_of_another_firm_is_not_the_suppliers_where_its_register_entry_is_printed() -> None:
    parent = f"Notre société est une filiale de {HAUTELISSE.name}, SIRET {OTHER}, qui n'intervient pas."
    seen = fields(TITLE, f"RCS Orléans {spaced(SYLVARDE.siren, 3, 3, 3)}", "", parent)
    assert value(seen, "siret_fournisseur") is None
    alone = fields(TITLE, "", f"SIRET {OTHER}")
    assert value(alone, "siret_fournisseur") == HAUTELISSE.siret


def test_an_exempt_row_under_the_rates_belongs_to_the_breakdown() -> None:
    rows: list[Line] = [
        [(40, "TVA 8,50 %"), (250, "14 784,85"), (340, "1 256,71")],
        [(40, "Exonéré (art. 261 CGI) 0,00 %"), (250 + 3 * CHAR, "450,00"), (340 + 4 * CHAR, "0,00")],
    ]
    seen = value(fields(TITLE, "", *rows), "lignes_tva")
    assert seen == (
        LigneTva(taux=Decimal("8.50"), base_ht=Decimal("14784.85"), montant=Decimal("1256.71")),
        LigneTva(taux=Decimal(0), base_ht=Decimal("450.00"), montant=Decimal("0.00")),
    )


def test_the_due_date_of_the_invoice_that_a_credit_note_quotes_is_not_its_own() -> None:
    line = "Rappel facture d'origine : HT 1 314,80 € – TTC 1 577,76 €, échéance 13/04/2026."
    assert value(fields("AVOIR N° AV26-0021", "", line), "date_echeance") is None
    assert value(fields("AVOIR N° AV26-0021", "", "Échéance 13/04/2026"), "date_echeance") == date(2026, 4, 13)
