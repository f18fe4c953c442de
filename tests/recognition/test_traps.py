"""Every trap that was seen to fool a published tool, with the verdict of the candidate that it sets.

One section a line of the list of traps, in its order.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from chorus_ocr import read, recognize
from chorus_ocr.prefill import LigneTva
from chorus_ocr.reading.document import Document, Page, PageText
from chorus_ocr.recognition.candidate import Status
from fixtures.bill import NBSP
from fixtures.parties import PONTVERNOIS, STATE_SIRET, SYLVARDE, TREFONTAINE, spaced
from fixtures.sheet import Sheet
from pages import document, page
from reading.pdfs import draw, text
from recognition.seen import Line, fields, value, verdicts

NARROW = "\u202f"
MINUS = "\u2212"
CLIENT = PONTVERNOIS.siret
OWN = SYLVARDE.siret
ROUTING = ("siret_destinataire", "code_service", "numero_engagement")
AMOUNTS = ("montant_ht", "montant_tva", "montant_ttc", "montant_a_payer")
TOTALS: tuple[Line, ...] = (
    [(300, "Total HT"), (480, "1 000,00 €")],
    [(300, "TVA 20 %"), (480, "200,00 €")],
    [(300, "Total TTC"), (480, "1 200,00 €")],
)


def invoice(
    *extra: Line, title: str = "FACTURE N° F2026-0117", totals: Sequence[Line] = TOTALS, foot: str = ""
) -> list[Line]:
    """Return the lines of a plain invoice with ``extra`` lines among its references."""
    return [
        [(40, SYLVARDE.name), (320, PONTVERNOIS.lines[0])],
        [(40, SYLVARDE.street), (320, PONTVERNOIS.lines[2])],
        [(40, SYLVARDE.town), (320, PONTVERNOIS.lines[3])],
        "",
        title,
        *extra,
        "",
        [(40, "Ronde de nuit, 31 passages"), (480, "1 000,00")],
        "",
        *totals,
        "",
        foot,
    ]


dates = st.dates(date(2000, 1, 1), date(2035, 12, 31))
cents = st.decimals(Decimal("0.01"), Decimal("999999.99"), places=2)


def french(amount: Decimal, thousands: str = " ") -> str:
    return f"{amount:,.2f}".replace(",", "_").replace(".", ",").replace("_", thousands)


# `capital social 120 000,00 €` (712 588 399,56 €) taken as the total.


@pytest.mark.parametrize(
    ("mention", "raw"),
    [
        ("SARL au capital de 120 000,00 €", "120 000,00"),
        ("Société anonyme au capital social de 712 588 399,56 €", "712 588 399,56"),
        ("Capital social : 1.250.000,00 EUR", "1.250.000,00"),
        ("SAS au capital variable de 10 000 €", "10 000"),
        ("S.A.R.L. au capital de 3 000,00 euros", "3 000,00"),
    ],
)
@pytest.mark.parametrize("totals", [(), TOTALS], ids=["alone", "beside totals"])
def test_the_share_capital_is_no_total(mention: str, raw: str, totals: Sequence[Line]) -> None:
    seen = fields(*invoice(totals=totals, foot=f"{SYLVARDE.name} - {mention} - RCS Orléans"))
    assert value(seen, "montant_ttc") == (Decimal("1200.00") if totals else None)
    assert value(seen, "montant_a_payer") is None
    assert verdicts(seen, "montant_ttc", raw) <= {"share_capital"}
    if "variable" not in mention:
        assert verdicts(seen, "montant_ttc", raw)


@given(cents)
@settings(max_examples=40)
def test_no_share_capital_at_all_is_a_total(capital: Decimal) -> None:
    seen = fields(*invoice(totals=(), foot=f"SAS au capital de {french(capital)} €"))
    assert all(value(seen, name) is None for name in AMOUNTS)


# "Facture … Date de facture 16/11/2017" gives a date as the invoice number; a header row gives `DATE` as the number.


@pytest.mark.parametrize(
    "lines",
    [
        ("Facture", "Date de facture 16/11/2017"),
        ("Facture Date de facture 16/11/2017",),
        ([(40, "Facture"), (200, "Date de facture"), (340, "16/11/2017")],),
        ([(40, "Facture"), (200, "Date")], [(200, "16/11/2017")]),
        ([(40, "N° facture"), (200, "Date")], [(40, ""), (200, "16/11/2017")]),
    ],
)
def test_neither_a_date_nor_a_header_is_the_number(lines: tuple[Line, ...]) -> None:
    seen = fields(*lines)
    assert value(seen, "numero_facture") is None
    assert value(seen, "date_facture") == date(2017, 11, 16)
    assert not [each for each in seen["numero_facture"].candidates if each.verdict == "chosen"]


def test_the_number_under_its_header_is_not_the_next_header() -> None:
    seen = fields([(40, "Facture"), (200, "Date")], [(40, "F-2017-88"), (200, "16/11/2017")])
    assert value(seen, "numero_facture") == "F-2017-88"


# A customer's name in capitals (ALEXINUX) accepted as a BIC; a VAT percentage glued to a date (`99\nTVA 20`).


@pytest.mark.parametrize(
    "lines",
    [
        ("Client : ALEXINUX",),
        ("ALEXINUX", "12 rue du Port"),
        ([(40, "BIC"), (320, "Client")], [(320, "ALEXINUX")]),
        ("BIC :", "Client : ALEXINUX"),
    ],
)
def test_a_name_in_capitals_is_no_bic(lines: tuple[Line, ...]) -> None:
    assert value(fields(*invoice(*lines)), "bic") is None


def test_the_bic_beside_a_name_in_capitals_is_the_bic() -> None:
    seen = fields(*invoice([(40, "BIC"), (320, "Client")], [(40, SYLVARDE.account.bic), (320, "ALEXINUX")]))
    assert value(seen, "bic") == SYLVARDE.account.bic


def test_a_rate_under_the_cents_of_an_amount_is_no_date() -> None:
    seen = fields("FACTURE N° F2026-0117", "Date", "Montant HT 1 299,99", "TVA 20", "Total TTC 1 559,99 €")
    assert seen["date_facture"].status is Status.ABSENT


# Day and month swapped; the due date or a down-payment date taken for the invoice date (min/max heuristics).


@given(dates, st.sampled_from(["%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%Y-%m-%d"]))
@settings(max_examples=60)
def test_day_and_month_are_never_swapped(when: date, spelling: str) -> None:
    assert value(fields(*invoice(f"Date de facture : {when.strftime(spelling)}")), "date_facture") == when


OTHER_DATES = (
    "Échéance : {}",
    "Acompte versé le {}",
    "Date de livraison : {}",
    "Commande du {}",
    "Période du {} au 31/12/2036",
    "Devis accepté le {}",
    "Date d'intervention : {}",
    "À régler avant le {}",
)


@given(dates, dates, st.sampled_from(OTHER_DATES), st.booleans())
@settings(max_examples=80)
def test_another_date_is_never_the_invoice_date(when: date, other: date, label: str, first: bool) -> None:
    lines = [f"Date de facture : {when:%d/%m/%Y}", label.format(f"{other:%d/%m/%Y}")]
    seen = fields(*invoice(*(reversed(lines) if first else lines)))
    assert value(seen, "date_facture") == when


@pytest.mark.parametrize("label", OTHER_DATES)
def test_another_date_alone_leaves_the_invoice_date_blank(label: str) -> None:
    seen = fields(*invoice(label.format("05/04/2026")))
    assert value(seen, "date_facture") is None
    assert verdicts(seen, "date_facture", "05/04/2026") <= {"other_date", "not_announced", "lost_to"}


# A French amount joined to the year before it (`05/11/2017 201,00` → `017 201,00`).


@given(dates, cents)
@settings(max_examples=60)
def test_an_amount_is_never_joined_to_the_year_before_it(when: date, amount: Decimal) -> None:
    seen = fields(*invoice(totals=(f"Total TTC au {when:%d/%m/%Y} {french(amount)} €",)))
    assert value(seen, "montant_ttc") in (amount, None)


def test_the_amount_after_a_year_is_read() -> None:
    seen = fields(*invoice(totals=([(40, "Total TTC au 05/11/2017"), (200, "201,00 €")],)))
    assert value(seen, "montant_ttc") == Decimal("201.00")


# A minus sign lost: `-218,48 €`, `−218,48` (U+2212), `218,48-`, `(218,48)`.


@given(cents, st.sampled_from(["-{} €", MINUS + "{}", "{}-", "({})", "- {} €", "-{} EUR", "({} €)"]))
@settings(max_examples=80)
def test_a_minus_sign_is_never_lost(amount: Decimal, spelling: str) -> None:
    total = [(300, "Total TTC"), (480, spelling.format(french(amount)))]
    seen = fields(*invoice(title="AVOIR N° AV-12 du 12/03/2026", totals=[total]))
    assert value(seen, "montant_ttc") == -amount


@given(cents, st.sampled_from(["– {} €", "Total TTC – {} €"]))
@settings(max_examples=20)
def test_a_dash_before_an_amount_never_makes_it_positive(amount: Decimal, spelling: str) -> None:
    total = [(300, "Total TTC"), (480, spelling.format(french(amount)))]
    seen = fields(*invoice(title="AVOIR N° AV-12 du 12/03/2026", totals=[total]))
    assert value(seen, "montant_ttc") in (-amount, None) or spelling.startswith("Total")


# A specimen page ("comprendre votre facture") feeding amounts. TTC returned where "Solde à payer" differs.


def specimen(number: int) -> Page:
    return page(
        "COMPRENDRE VOTRE FACTURE",
        "Exemple de facture",
        "",
        "Facture n° SPEC-0001",
        "Date de facture : 01/01/2020",
        f"SIRET client : {spaced(TREFONTAINE.siret, 3, 3, 3, 5)}",
        "N° d'engagement : EXEMPLE01",
        "Total HT : 500,00 €",
        "TVA 20 % : 100,00 €",
        "Total TTC : 600,00 €",
        "Montant à payer : 600,00 €",
        number=number,
    )


def test_a_specimen_page_feeds_nothing() -> None:
    first = page(*invoice(f"SIRET client : {CLIENT}", "N° d'engagement : 26D00417", "Date de facture : 12/03/2026"))
    seen = recognize(Document(pages=(first, specimen(2)), page_count=2)).fields
    assert value(seen, "montant_ttc") == Decimal("1200.00")
    assert value(seen, "siret_destinataire") == CLIENT
    assert value(seen, "numero_engagement") == "26D00417"
    assert value(seen, "date_facture") == date(2026, 3, 12)
    assert value(seen, "montant_a_payer") is None
    for name, raw in (("montant_ttc", "600,00"), ("montant_a_payer", "600,00"), ("numero_engagement", "EXEMPLE01")):
        assert verdicts(seen, name, raw) == {"specimen"}, name


@pytest.mark.parametrize("label", ["Solde à payer", "Reste à payer", "Net à payer", "Montant dû", "Solde restant dû"])
def test_what_is_left_to_pay_is_not_the_total(label: str) -> None:
    seen = fields(
        *invoice(totals=(*TOTALS[:2], [(300, "Total TTC"), (480, "671,15 €")], [(300, label), (480, "470,15 €")]))
    )
    assert value(seen, "montant_ttc") in (Decimal("671.15"), None)
    assert value(seen, "montant_a_payer") == Decimal("470.15")


# A multi-rate VAT total judged as one rate. HT + TVA checked against a TVA that the tool computed itself.


def test_two_rates_are_two_lines_and_one_total() -> None:
    totals: list[Line] = [
        [(300, "Total HT"), (480, "300,00 €")],
        [(300, "TVA 20 %"), (480, "20,00 €")],
        [(300, "TVA 5,5 %"), (480, "11,00 €")],
        [(300, "Total TVA"), (480, "31,00 €")],
        [(300, "Total TTC"), (480, "331,00 €")],
    ]
    seen = fields(*invoice(totals=totals))
    assert [value(seen, name) for name in AMOUNTS[:3]] == [Decimal(300), Decimal(31), Decimal(331)]
    lines = value(seen, "lignes_tva")
    assert isinstance(lines, tuple)
    assert {(line.taux, line.montant) for line in lines if isinstance(line, LigneTva)} == {
        (Decimal(20), Decimal(20)),
        (Decimal("5.5"), Decimal(11)),
    }
    assert "does_not_add_up" not in {each.verdict for each in seen["montant_tva"].candidates}


@pytest.mark.parametrize("ttc", ["1 250,00 €", "1 200,01 €", "1 100,00 €"])
def test_amounts_that_do_not_add_up_are_never_corrected(ttc: str) -> None:
    seen = fields(*invoice(totals=(*TOTALS[:2], [(300, "Total TTC"), (480, ttc)])))
    printed = {Decimal(1000), Decimal(200), Decimal(ttc.removesuffix(" €").replace(" ", "").replace(",", "."))}
    assert {value(seen, name) for name in AMOUNTS} <= printed | {None}
    assert value(seen, "montant_ttc") in (max(printed), None)


def test_the_vat_is_never_computed_from_a_rate() -> None:
    seen = fields(*invoice(totals=([(300, "Total HT"), (480, "1 000,00 €")], "TVA : 20 %")))
    assert value(seen, "montant_tva") is None
    assert value(seen, "montant_ttc") is None


# Two SIRETs both labelled only "SIRET". The supplier's SIRET in the footer with no label. A 14-digit number that is
# no SIRET. A phone number, an IBAN's digits, an RCS number.


def test_two_bare_labels_are_told_apart_by_their_blocks() -> None:
    seen = fields(
        [(40, "Émetteur"), (320, "Destinataire")],
        *invoice()[:3],
        [(40, f"SIRET : {spaced(OWN, 3, 3, 3, 5)}"), (320, f"SIRET : {spaced(CLIENT, 3, 3, 3, 5)}")],
        *invoice()[3:],
    )
    assert value(seen, "siret_fournisseur") == OWN
    assert value(seen, "siret_destinataire") == CLIENT
    assert verdicts(seen, "siret_destinataire", OWN) == {"wrong_role"}
    assert verdicts(seen, "siret_fournisseur", CLIENT) == {"wrong_role"}


def test_two_private_firms_under_bare_labels_do_not_take_each_others_part() -> None:
    seen = fields("FACTURE N° F-12", f"SIRET : {OWN}", "Ronde de nuit", f"SIRET : {TREFONTAINE.siret}")
    assert value(seen, "siret_destinataire") is None
    assert value(seen, "siret_fournisseur") is None


def test_an_unlabelled_siret_in_the_footer_is_never_the_recipient() -> None:
    foot = f"{SYLVARDE.name} - {SYLVARDE.street} - {spaced(OWN, 3, 3, 3, 5)} - TVA {SYLVARDE.vat}"
    seen = fields(*invoice(f"SIRET client : {CLIENT}", foot=foot))
    assert value(seen, "siret_destinataire") == CLIENT
    assert value(seen, "siret_fournisseur") in (OWN, None)
    assert value(fields(*invoice(foot=foot)), "siret_destinataire") is None


@given(st.from_regex(r"[0-9]{14}", fullmatch=True))
@settings(max_examples=60)
def test_fourteen_digits_without_a_label_are_no_siret(digits: str) -> None:
    seen = fields(*invoice(f"Point de livraison : {digits}"))
    assert value(seen, "siret_destinataire") is None
    assert value(seen, "siret_fournisseur") is None


@pytest.mark.parametrize(
    "line",
    [
        "Tél. 02 61 91 58 21 - Fax 02 61 91 58 22",
        f"IBAN : {SYLVARDE.account.iban}",
        "RCS Orléans 653 611 004",
        "Compteur n° 21250911100010",
        "N° de contrat 04417 220 118 00034",
        "Dossier 217 209 147 00016",
    ],
)
def test_other_digits_are_no_siret(line: str) -> None:
    seen = fields(*invoice(line))
    assert value(seen, "siret_destinataire") is None
    assert value(seen, "siret_fournisseur") is None


# A keyword glued to its value (`SIRETclient2200…`, `EngagementC2019…`). A keyword split by kerning (`SIR ET`).
# Letter-spaced text (`F A C T U R E`).


@pytest.mark.parametrize(
    ("line", "name", "want"),
    [
        (f"SIRETclient{CLIENT}", "siret_destinataire", CLIENT),
        (f"SIRET client{CLIENT}", "siret_destinataire", CLIENT),
        (f"SIRETclient : {CLIENT}", "siret_destinataire", CLIENT),
        ("EngagementC20198758", "numero_engagement", "C20198758"),
        ("Engagement:C20198758", "numero_engagement", "C20198758"),
        ("N°engagement:C20198758", "numero_engagement", "C20198758"),
        (f"SIR ET client : {CLIENT}", "siret_destinataire", CLIENT),
        (f"SI RET DESTI NA TAI RE : {CLIENT}", "siret_destinataire", CLIENT),
        ("En ga gement : C20198758", "numero_engagement", "C20198758"),
        (f"S I R E T  C L I E N T : {CLIENT}", "siret_destinataire", CLIENT),
    ],
)
def test_a_glued_or_split_keyword_announces_its_value(line: str, name: str, want: str) -> None:
    assert value(fields(*invoice(line)), name) == want


@pytest.mark.parametrize("title", ["F A C T U R E", "F A C T U R E N° F2026-0117", "FAC TURE N° F2026-0117"])
def test_a_letter_spaced_title_is_a_title(title: str) -> None:
    seen = fields(*invoice(title=title))
    assert str(value(seen, "type_facture")) == "FACTURE"
    assert value(seen, "numero_facture") == ("F2026-0117" if "F2026" in title else None)


# A SIRET wrapped over two lines, grouped 3-3-3-5, 9+5, dotted, with NBSP or U+202F; U+202F may leave no glyph at all.


@pytest.mark.parametrize(
    "lines",
    [
        (f"SIRET client : {CLIENT[:9]}", CLIENT[9:]),
        (f"SIRET client : {CLIENT[:3]} {CLIENT[3:6]}", f"{CLIENT[6:9]} {CLIENT[9:]}"),
        ([(320, "SIRET client")], [(320, CLIENT[:9])], [(320, CLIENT[9:])]),
        (f"SIRET client : {spaced(CLIENT, 3, 3, 3, 5)}",),
        (f"SIRET client : {spaced(CLIENT, 9, 5)}",),
        (f"SIRET client : {spaced(CLIENT, 3, 3, 3, 5).replace(' ', '.')}",),
        (f"SIRET client : {spaced(CLIENT, 3, 3, 3, 5).replace(' ', NBSP)}",),
        (f"SIRET client : {spaced(CLIENT, 3, 3, 3, 5).replace(' ', NARROW)}",),
        (f"SIRET client{NARROW}: {CLIENT}",),
        (f"SIRETclient:{CLIENT}",),
    ],
)
def test_a_siret_is_read_however_it_is_grouped(lines: tuple[Line, ...]) -> None:
    assert value(fields(*invoice(*lines)), "siret_destinataire") == CLIENT


@given(cents, st.sampled_from([" ", NBSP, NARROW, ""]))
@settings(max_examples=40)
def test_amounts_are_read_whatever_space_groups_them(amount: Decimal, space: str) -> None:
    seen = fields(*invoice(totals=([(300, "Total TTC"), (480, f"{french(amount, space)}{space or ' '}€")],)))
    assert value(seen, "montant_ttc") == amount


# A VAT number printed without its first letter (`F63530848134`); `FR 604 219 388 61` (digits where a key should be).


@pytest.mark.parametrize("raw", ["F63530848134", "63530848134", "R63530848134"])
def test_a_truncated_vat_number_is_no_vat_number(raw: str) -> None:
    seen = fields(*invoice(f"N° TVA : {raw}"))
    assert value(seen, "tva_fournisseur") is None
    assert value(seen, "tva_destinataire") is None


@pytest.mark.parametrize(
    ("raw", "want"), [("FR 604 219 388 61", "FR60421938861"), ("FR 60 421938861", "FR60421938861")]
)
def test_a_vat_number_is_read_however_it_is_grouped(raw: str, want: str) -> None:
    assert value(fields(*invoice(f"N° TVA : {raw}")), "tva_fournisseur") == want


# Official samples whose SIRETs fail Luhn (99999999800010, 78787878400035): warn, show, never drop silently.


@pytest.mark.parametrize("siret", ["99999999800010", "78787878400035", "00000000415073"])
@pytest.mark.parametrize(
    ("label", "name"), [("SIRET client", "siret_destinataire"), ("SIRET fournisseur", "siret_fournisseur")]
)
@pytest.mark.parametrize("groups", [(14,), (3, 3, 3, 5)])
def test_a_siret_that_fails_its_checksum_is_shown_and_not_taken(
    siret: str, label: str, name: str, groups: tuple[int, ...]
) -> None:
    seen = fields(*invoice(f"{label} : {spaced(siret, *groups)}"))
    assert seen[name].status is Status.INVALID
    assert value(seen, name) is None
    assert verdicts(seen, name, siret) == {"checksum"}


# `Fin d'engagement` (telecom), "engagement de confidentialité", "passer commande", "commande n° … du site web": not
# an EJ. An empty form field: `N° d'engagement :` followed by nothing, then another label.


@pytest.mark.parametrize(
    "line",
    [
        "Fin d'engagement : 12/03/2028",
        "Fin d'engagement le 31122028",
        "Durée d'engagement : 36 mois",
        "Engagement de confidentialité n° 2026-12",
        "Notre engagement : 48 heures",
        "Engagement qualité ISO 9001",
        "Sans engagement de durée",
        "Pour passer commande : 02 61 91 44 10",
        "Passez commande sur notre site : code 4417",
        "Service commandes : poste 214",
        "Merci de votre commande 24h/24",
        "Frais de commande 4,90 €",
        "Commande minimum : 150",
    ],
)
def test_what_is_no_engagement(line: str) -> None:
    seen = fields(*invoice(line))
    assert value(seen, "numero_engagement") is None
    chosen = {each.verdict for each in seen["numero_engagement"].candidates}
    assert chosen <= {"not_a_reference", "other_reference", "not_announced", "other_date"}


@pytest.mark.parametrize("line", ["Commande n° 100048812 du site web", "N° de commande web : 100048812"])
def test_a_web_shops_own_order_is_no_engagement(line: str) -> None:
    seen = fields(*invoice(line))
    assert value(seen, "numero_engagement") is None
    assert verdicts(seen, "numero_engagement", "100048812") <= {"not_a_reference", "other_reference"}


@pytest.mark.parametrize("label", ["N° d'engagement :", "Engagement juridique :", "Bon de commande n° :", "EJ :"])
@pytest.mark.parametrize(
    "lines",
    [
        ("{}", "Date de facture : 12/03/2026"),
        ("{}", "N° de marché : 2026-044"),
        ("{}", "Votre interlocuteur : 0261915821"),
        ([(40, "{}"), (320, "Code service :")], [(320, "VOIRIE")]),
        ([(40, "{}"), (320, "Code client : 41100382")],),
        ("{}", "", "Ronde de nuit 31"),
    ],
    ids=["date below", "market below", "phone below", "other column", "other label right", "items below"],
)
def test_an_empty_field_takes_nothing_from_its_neighbours(label: str, lines: tuple[Line, ...]) -> None:
    filled = [
        line.format(label) if isinstance(line, str) else [(x, text_.format(label)) for x, text_ in line]
        for line in lines
    ]
    assert value(fields(*invoice(*filled)), "numero_engagement") is None


# Two engagement numbers. A credit note that quotes the original invoice's number. A second reference.


@pytest.mark.parametrize(
    "lines",
    [
        ("N° d'engagement : 26D00417", "N° d'engagement : 26D00418"),
        ("Engagement : 26D00417", "EJ : 26D00418"),
        ("Commande n° 26D00417", "Commande n° 26D00418"),
    ],
)
def test_two_engagements_are_ambiguous(lines: tuple[str, ...]) -> None:
    decision = fields(*invoice(*lines))["numero_engagement"]
    assert decision.status is Status.AMBIGUOUS
    assert decision.value is None
    assert {each.value for each in decision.candidates if each.verdict == "rival"} == {"26D00417", "26D00418"}


def test_an_engagement_wins_over_a_commande() -> None:
    seen = fields(*invoice("Commande n° 26D00418", "N° d'engagement : 26D00417"))
    assert value(seen, "numero_engagement") == "26D00417"
    assert verdicts(seen, "numero_engagement", "26D00418") <= {"weaker_keyword", "lost_to"}


@pytest.mark.parametrize("quoting", ["Avoir sur facture n° FA2026-0101", "Facture d'origine : FA2026-0101"])
def test_a_credit_note_keeps_its_own_number(quoting: str) -> None:
    seen = fields(*invoice(quoting, "Date de l'avoir : 12/03/2026", title="AVOIR N° AV2026-0007"))
    assert value(seen, "numero_facture") == "AV2026-0007"
    assert value(seen, "numero_facture_origine") == "FA2026-0101"
    assert "chosen" not in verdicts(seen, "numero_facture", "FA2026-0101")


@pytest.mark.parametrize(
    "line",
    [
        "Votre référence : 26D00999",
        "N° client : 26D00999",
        "Réf. client : 26D00999",
        "Code client : 26D00999",
        "N° de dossier : 26D00999",
        "Bon de livraison n° 26D00999",
        "Devis n° 26D00999",
    ],
)
def test_a_second_reference_disturbs_neither_number_nor_engagement(line: str) -> None:
    seen = fields(*invoice(line, "N° d'engagement : 26D00417"))
    assert value(seen, "numero_facture") == "F2026-0117"
    assert value(seen, "numero_engagement") == "26D00417"
    alone = fields(*invoice(line, title="FACTURE"))
    assert value(alone, "numero_facture") is None
    assert verdicts(alone, "numero_facture", "26D00999") <= {"other_reference", "not_announced"}


# "Ministère" in a sentence ("organisme agréé par le Ministère du Travail") is not the recipient.


@pytest.mark.parametrize(
    "line",
    [
        "Organisme agréé par le Ministère du Travail sous le n° 53 29 00417 29",
        "Agrément du Ministère de l'Intérieur : AUT-045-2118-04-12",
        "Formation conforme au référentiel du Ministère de la Santé.",
        "Avec le soutien du Ministère de la Culture",
    ],
)
@pytest.mark.parametrize("at_foot", [False, True])
def test_a_ministry_in_a_sentence_is_not_the_recipient(line: str, at_foot: bool) -> None:
    seen = fields(*(invoice(foot=line) if at_foot else invoice(line)))
    assert seen["siret_destinataire"].status is Status.ABSENT
    assert seen["siret_destinataire"].value is None


def test_a_ministry_that_heads_the_recipient_block_is_the_state() -> None:
    seen = fields(
        SYLVARDE.name,
        SYLVARDE.street,
        SYLVARDE.town,
        [(320, "Ministère de l'Intérieur")],
        [(320, "Bureau des achats")],
        [(320, "19 rue des Blanchisseurs")],
        [(320, "69980 Lugdon Cedex 3")],
        "",
        "FACTURE N° F2026-0117",
        *TOTALS,
    )
    assert seen["siret_destinataire"].status is Status.INFERRED
    assert seen["siret_destinataire"].value == STATE_SIRET
    assert seen["siret_destinataire"].premises


# Data on page 4 only. A cover page first. Carried-over totals ("Report", "À reporter"). Works situations with
# cumulative amounts and retention.


def sheet_of(pages: Sequence[Sequence[str]]) -> bytes:
    """Return a PDF of these pages of lines."""
    sheet = Sheet()
    for place, lines in enumerate(pages):
        if place:
            sheet.add_page()
        sheet.stack(20, 25, lines, size=10, leading=6)
    return sheet.finish()


LATE = ("N° d'engagement : 26D00417", f"SIRET client : {CLIENT}", "Total TTC : 1 200,00 €")
FIRST = ("FACTURE N° F2026-0117", "Date : 12/03/2026", "Détail en pages suivantes")


def test_what_stands_on_page_four_only_fills_nothing() -> None:
    seen = recognize(read(sheet_of([FIRST, ["Détail"], ["Détail, suite"], LATE]))).fields
    assert value(seen, "numero_facture") == "F2026-0117"
    for name in ("numero_engagement", "siret_destinataire", "montant_ttc"):
        assert seen[name].status is Status.ABSENT
        assert not seen[name].candidates


def test_what_follows_a_cover_page_is_read() -> None:
    cover = ("Direction des affaires financières", "Bordereau d'envoi", "Veuillez trouver ci-joint notre facture.")
    seen = recognize(read(sheet_of([cover, FIRST, LATE]))).fields
    assert value(seen, "numero_facture") == "F2026-0117"
    assert value(seen, "numero_engagement") == "26D00417"
    assert value(seen, "montant_ttc") == Decimal("1200.00")


@pytest.mark.parametrize(
    "label", ["Report", "À reporter", "A reporter", "Total à reporter", "Sous-total page 1", "Report page précédente"]
)
def test_a_total_carried_over_is_no_total(label: str) -> None:
    carried: list[Line] = [[(300, label), (480, "640,00 €")]]
    seen = fields(*invoice(totals=(*carried, *TOTALS)))
    assert value(seen, "montant_ht") == Decimal("1000.00")
    assert value(seen, "montant_ttc") == Decimal("1200.00")
    alone = fields(*invoice(totals=carried))
    assert all(value(alone, name) is None for name in AMOUNTS)
    for name in AMOUNTS:
        assert verdicts(alone, name, "640,00") <= {"not_the_total", "not_announced", "item_column"}


def test_cumulative_amounts_and_retention_are_not_the_months_totals() -> None:
    totals: list[Line] = [
        [(200, "Montant cumulé HT"), (480, "9 000,00 €")],
        [(200, "Situations précédentes HT"), (480, "-8 000,00 €")],
        [(200, "Montant HT de la situation"), (480, "1 000,00 €")],
        [(200, "TVA 20 %"), (480, "200,00 €")],
        [(200, "Montant TTC de la situation"), (480, "1 200,00 €")],
        [(200, "Retenue de garantie 5 %"), (480, "-60,00 €")],
        [(200, "Net à payer"), (480, "1 140,00 €")],
    ]
    seen = fields(*invoice(totals=totals))
    assert [value(seen, name) for name in AMOUNTS] == [Decimal(1000), Decimal(200), Decimal(1200), Decimal(1140)]
    assert verdicts(seen, "montant_ht", "9 000,00") <= {"not_the_total", "does_not_add_up", "lost_to"}


# Text in white, in white on blue, under an image, off the page, clipped, invisible (render mode 3), rotated,
# drawn twice for boldness, 1 pt high.

SEEN_TEXT = text("FACTURE N° F2026-0117 du 12/03/2026", 60, 760) + text("Total TTC : 1 200,00 €", 60, 600)
ENGAGEMENT = "Engagement : 26D00417"


@pytest.mark.parametrize(
    "content",
    [
        "1 1 1 rg " + text(ENGAGEMENT, 60, 700) + " 0 g ",
        text(ENGAGEMENT, 700, 700),
        text(ENGAGEMENT, 60, 900),
        text(ENGAGEMENT, 60, 700, before="3 Tr") + " 0 Tr ",
        text(ENGAGEMENT, 60, 700, size=1),
    ],
    ids=["white", "right of the page", "above the page", "invisible", "1 pt"],
)
def test_text_that_nobody_sees_fills_nothing(content: str) -> None:
    # Text under an image, clipped and mirrored text are not told apart yet: the reader knows no order of painting, and
    # fonts whose own matrix is a mirror are upright in a mirrored one.
    seen = recognize(read(draw(SEEN_TEXT + content))).fields
    assert value(seen, "numero_facture") == "F2026-0117"
    assert value(seen, "numero_engagement") is None


@pytest.mark.parametrize(
    "content",
    [
        "0 0 0.6 rg 50 690 300 25 re f 1 1 1 rg " + text(ENGAGEMENT, 60, 700) + " 0 g ",
        text(ENGAGEMENT, 60, 700) + text(ENGAGEMENT, 60.3, 700),
        text(ENGAGEMENT, 500, 300, turn="0 1 -1 0"),
        text(ENGAGEMENT, 60, 700, before="2 Tr"),
    ],
    ids=["white on blue", "twice for boldness", "rotated", "outlined and filled"],
)
def test_text_that_everybody_sees_is_read(content: str) -> None:
    decision = recognize(read(draw(SEEN_TEXT + content))).fields["numero_engagement"]
    assert (decision.status, decision.value) == (Status.FOUND, "26D00417")


# Fonts without ToUnicode: `(cid:12)` tokens, private-use characters, look-alike glyphs. A hidden OCR layer over a
# scan, with OCR errors (O/0, l/1).


@pytest.mark.parametrize(
    "raw",
    ["(cid:12)(cid:47)(cid:3)", "\ue012\ue047\ue003", "\ufffd\ufffd\ufffd", "ЕЈ-ОО417"],
    ids=["cid", "private use", "replacement", "cyrillic"],
)
def test_tokens_of_a_lost_font_are_no_values(raw: str) -> None:
    seen = fields(*invoice(f"SIRET client : {raw}", f"Total TTC : {raw}", f"Date de facture : {raw}", totals=()))
    for name in ("siret_destinataire", "montant_ttc", "date_facture"):
        assert value(seen, name) is None
    for name in ("numero_engagement", "code_service"):
        assert value(fields(*invoice(f"N° d'engagement : {raw}", f"Code service : {raw}")), name) in (None, raw)
    if not raw.startswith("Е"):
        seen = fields(*invoice(f"N° d'engagement : {raw}", f"Code service : {raw}", title=f"FACTURE N° {raw}"))
        assert {value(seen, name) for name in ("numero_engagement", "code_service", "numero_facture")} == {None}


@given(st.sets(st.integers(0, 13), min_size=1, max_size=3))
@settings(max_examples=40)
def test_ocr_errors_in_a_siret_never_give_another_siret(places: set[int]) -> None:
    swapped = {"0": "O", "1": "l", "5": "S", "2": "Z", "8": "B"}
    raw = "".join(swapped.get(digit, digit) if place in places else digit for place, digit in enumerate(CLIENT))
    assume(raw != CLIENT)
    seen = fields(*invoice(f"SIRET client : {raw}"))
    assert value(seen, "siret_destinataire") in (None, CLIENT)


# `1.234,56`, `1,234.56`, `1 234.56`, `1'234,56`, `1234,5`, `EUR 12`, `12 €00`, `douze euros`. A quantity, a rate or a
# unit price next to the word Total.


@pytest.mark.parametrize(
    ("raw", "want"),
    [
        ("1.234,56", "1234.56"),
        ("1,234.56", "1234.56"),
        ("1 234.56", "1234.56"),
        ("1'234,56", "1234.56"),
        ("1234,5", "1234.50"),
        ("EUR 12", "12"),
        ("EUR 1 234,56", "1234.56"),
        ("12 €00", "12.00"),
        ("12€50", "12.50"),
        ("1 234 €", "1234"),
        ("1 234,56€", "1234.56"),
        ("douze euros", None),
        ("12,3,4", None),
        ("1.2.3", None),
    ],
)
def test_spellings_of_amounts(raw: str, want: str | None) -> None:
    seen = fields(*invoice(totals=([(300, "Total TTC"), (480, raw)],)))
    assert value(seen, "montant_ttc") == (None if want is None else Decimal(want))


@pytest.mark.parametrize(
    "line",
    [
        [(300, "Total heures"), (480, "37,50 h")],
        [(300, "Total"), (480, "12 articles")],
        [(300, "Total"), (480, "20,00 %")],
        [(300, "Total colis"), (480, "14")],
        [(300, "Poids total"), (480, "218,40 kg")],
        [(300, "Total pages"), (480, "3")],
        [(40, "Qté"), (200, "P.U. HT"), (340, "Taux")],
        [(300, "Surface totale"), (480, "1 240,00 m²")],
    ],
)
def test_a_quantity_a_rate_or_a_price_beside_total_is_no_total(line: Line) -> None:
    alone = fields(*invoice(totals=(line,)))
    assert all(value(alone, name) is None for name in AMOUNTS)
    beside = fields(*invoice(totals=(line, *TOTALS)))
    assert [value(beside, name) for name in AMOUNTS] == [Decimal(1000), Decimal(200), Decimal(1200), None]


def test_a_rate_between_the_label_and_the_amount_is_passed_over() -> None:
    seen = fields(*invoice(totals=([(300, "Total TTC"), (400, "20,00 %"), (480, "1 200,00 €")],)))
    assert value(seen, "montant_ttc") == Decimal("1200.00")


# `00 TVA 20`, `12`, `mars`, `A1`, `36 mois` read as dates by general date parsers; general price parsers read
# `F2024-0317` as 2024 and drop signs.


@pytest.mark.parametrize(
    "raw", ["00 TVA 20", "12", "mars", "A1", "36 mois", "2026", "mars 2026", "12/03", "32/01/2026", "30/02/2026"]
)
def test_what_is_no_date(raw: str) -> None:
    decision = fields(*invoice(f"Date de facture : {raw}"))["date_facture"]
    assert decision.status in (Status.ABSENT, Status.INVALID)
    assert decision.value is None


@pytest.mark.parametrize("raw", ["30/02/2026", "32/01/2026", "12/13/2026"])
def test_an_impossible_date_is_shown_as_one(raw: str) -> None:
    seen = fields(*invoice(f"Date de facture : {raw}"))
    assert seen["date_facture"].status is Status.INVALID
    assert verdicts(seen, "date_facture", raw) == {"impossible_date"}


@pytest.mark.parametrize("raw", ["F2024-0317", "2024-0317", "FR7619", "A1", "n° 12", "0261915821", "12/03/2026"])
def test_what_is_no_amount(raw: str) -> None:
    seen = fields(*invoice(totals=([(300, "Total TTC"), (480, raw)],)))
    assert value(seen, "montant_ttc") is None


# German, English, Italian invoices: nothing French may be invented from them.

GERMAN = (
    "Holzbau Wiesental GmbH",
    "Industriestraße 4, 79990 Wiesental",
    "",
    "Gemeinde Oberried, Rathausplatz 1, 79999 Oberried",
    "",
    "Rechnung Nr. 2026-0417",
    "Rechnungsdatum: 12.03.2026",
    "Kundennummer: 41100382",
    "Bestellung: 4500118822",
    "Lieferdatum: 05.03.2026",
    "Position Menge Einzelpreis Gesamt",
    "Dachlatten 40 12,50 500,00",
    "Nettobetrag 500,00 EUR",
    "MwSt. 19 % 95,00 EUR",
    "Gesamtbetrag 595,00 EUR",
    "Zahlbar bis 11.04.2026 per Überweisung",
    "IBAN: DE91999004170004170000",
    "USt-IdNr.: DE999004171",
    "Geschäftsführer: K. Maier, Amtsgericht Freiburg HRB 12345",
)
ENGLISH = (
    "Northfield Surveys Ltd",
    "8 Mill Lane, Northfield",
    "",
    "Borough Council of Westmere",
    "",
    "INVOICE",
    "Invoice number: INV-0417",
    "Invoice date: 12 March 2026",
    "Purchase order: PO-118822",
    "Customer number: 41100382",
    "Engagement letter: EL-77",
    "Description Qty Unit price Amount",
    "Site survey 2 250.00 500.00",
    "Subtotal £500.00",
    "VAT 20% £100.00",
    "Total £600.00",
    "Amount due £600.00",
    "Payment by bank transfer within 30 days",
    "VAT registration number GB123456782",
)
ITALIAN = (
    "Officine Valdombra S.r.l.",
    "Via dei Mille 12, 10099 Valdombra (TO)",
    "",
    "Comune di Montefresco",
    "",
    "FATTURA N. 417/2026",
    "Data: 12/03/2026",
    "Ordine n. 118822 del 02/02/2026",
    "Codice cliente: 41100382",
    "CIG: Z4417220AB",
    "Descrizione Q.tà Importo",
    "Manutenzione caldaia 1 500,00",
    "Imponibile 500,00 €",
    "IVA 22% 110,00 €",
    "Totale fattura 610,00 €",
    "Pagamento: bonifico bancario a 30 giorni",
    "P.IVA IT99900001001",
    "Capitale sociale € 10.000,00 i.v.",
)
FRENCH_ONLY = (
    "siret_destinataire",
    "siret_fournisseur",
    "code_service",
    "numero_marche",
    "type_tva",
    "motif_exoneration",
    "numero_facture_origine",
    "affactureur",
    "tva_destinataire",
)


@pytest.mark.parametrize("lines", [GERMAN, ENGLISH, ITALIAN], ids=["german", "english", "italian"])
def test_nothing_french_is_invented_from_a_foreign_invoice(lines: tuple[str, ...]) -> None:
    seen = fields(*lines)
    assert {name: value(seen, name) for name in FRENCH_ONLY} == dict.fromkeys(FRENCH_ONLY)
    assert value(seen, "numero_engagement") in (None, "PO-118822")
    assert value(seen, "montant_ht") in (None, Decimal(500))
    assert value(seen, "montant_tva") in (None, Decimal(95), Decimal(100), Decimal(110))
    assert value(seen, "montant_ttc") in (None, Decimal(595), Decimal(600), Decimal(610))
    assert value(seen, "date_facture") in (None, date(2026, 3, 12))
    assert value(seen, "numero_facture") in (None, "2026-0417", "INV-0417", "417/2026")


# A quote ("devis"), an order ("bon de commande") or terms of sale deposited in place of an invoice.


@pytest.mark.parametrize(
    "title",
    [
        "DEVIS N° D2026-0044",
        "BON DE COMMANDE N° BC2026-0044",
        "Devis estimatif n° D2026-0044",
        "PROPOSITION COMMERCIALE N° P2026-0044",
        "ACCUSÉ DE RÉCEPTION DE COMMANDE N° C2026-0044",
        "BON DE LIVRAISON N° BL2026-0044",
        "CONDITIONS GÉNÉRALES DE VENTE",
        "RELEVÉ D'IDENTITÉ BANCAIRE",
    ],
)
def test_another_paper_fills_neither_number_nor_routing(title: str) -> None:
    seen = fields(
        *invoice(
            "Date : 12/03/2026",
            f"SIRET client : {CLIENT}",
            "N° d'engagement : 26D00417",
            "Code service : VOIRIE",
            title=title,
        )
    )
    blank = ("numero_facture", "date_facture", "type_facture", "code_service", "numero_engagement")
    assert {name: value(seen, name) for name in blank} == dict.fromkeys(blank)
    for name, raw in (("numero_engagement", "26D00417"), ("code_service", "VOIRIE")):
        assert verdicts(seen, name, raw) <= {"not_an_invoice"}, name


def test_an_invoice_with_a_quote_and_an_order_named_in_it_stays_an_invoice() -> None:
    seen = fields(
        *invoice("Suivant devis n° D2026-0044 et bon de commande n° 26D00417", "Conditions générales de vente au verso")
    )
    assert str(value(seen, "type_facture")) == "FACTURE"
    assert value(seen, "numero_facture") == "F2026-0117"
    assert value(seen, "numero_engagement") == "26D00417"


def test_beyond_the_scope_nothing_is_a_candidate() -> None:
    drawn = replace(
        document(*invoice()), beyond_scope=(PageText(number=4, text="N° d'engagement : 26D00417"),), page_count=4
    )
    assert not recognize(drawn).fields["numero_engagement"].candidates
