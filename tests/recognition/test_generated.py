"""Kinds of misreadings that generated invoices showed, each on a page drawn anew.

For each there is a page on which a value must be read, and one near by on which it must not.
"""

from collections.abc import Sequence
from decimal import Decimal

import pytest

from chorus_ocr import LigneTva, ModePaiement, Status, TypeTva, recognize
from chorus_ocr.reading.document import Document
from chorus_ocr.recognition.candidate import Verdict
from fixtures.parties import CLERY, PONTVERNOIS, SYLVARDE
from pages import document, page

Line = str | Sequence[tuple[float, str]]


def value(name: str, *lines: Line) -> object:
    """Return what is printed, announced and valid; nothing inferred."""
    decision = recognize(document(*lines)).fields[name]
    return decision.value if decision.status is Status.FOUND else None


# A keyword that is part of another field's number


@pytest.mark.parametrize("number", ["EJ26001", "EJ26/001", "CDE26/001", "BDC 2026/001"])
def test_the_letters_of_an_invoice_number_announce_no_engagement(number: str) -> None:
    lines = (f"Facture n° : {number}", "Total TTC : 12,00 €")
    assert value("numero_facture", *lines) == number
    assert value("numero_engagement", *lines) is None
    [candidate] = recognize(document(*lines)).fields["numero_engagement"].candidates
    assert (candidate.verdict, candidate.detail) == (Verdict.LOST_TO, number)


@pytest.mark.parametrize("label", ["Code service", "Marché n°", "Facture d'origine"])
def test_nor_do_those_of_any_other_number(label: str) -> None:
    assert value("numero_engagement", "AVOIR", f"{label} : EJ20261") is None


@pytest.mark.parametrize(
    "line", ["Engagement : EJ26001", "Contrat EJ 4500012345", "Facture n° F26-118 EJ 4500012345", "EJ 4500012345"]
)
def test_letters_before_a_number_of_their_own_announce_it(line: str) -> None:
    seen = value("numero_engagement", line)
    assert seen is not None and str(seen).endswith(("26001", "4500012345"))


# A date in the head of the page that a caption announces


CAPTION = ("FACTURE", "", "12/03/2026", "À régler avant le", "")


def captioned(*captions: str) -> tuple[object, object]:
    """Return both dates of a page of captions in small type under their dates."""
    from dataclasses import replace

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


# Totals under the breakdown of the VAT that look like a row of it


HEADER: Line = [(40, "Taux TVA"), (200, "Base HT"), (300, "Montant TVA")]


def breakdown(*rows: Line) -> object:
    return value("lignes_tva", "FACTURE N° F2026-0817", "", HEADER, *rows)


def test_the_totals_under_the_breakdown_are_no_row_of_it() -> None:
    seen = breakdown(
        [(40, "20,00 %"), (200, "16,67"), (300, "3,33")],
        [(40, "16,67"), (200, "3,33"), (300, "20,00")],
    )
    assert seen == (LigneTva(taux=Decimal(20), base_ht=Decimal("16.67"), montant=Decimal("3.33")),)


def test_nor_are_those_under_headers_of_their_own() -> None:
    seen = breakdown(
        [(40, "20,00"), (200, "5,00"), (300, "1,00")],
        [(40, "2,10"), (200, "5,00"), (300, "0,11")],
        "",
        [(40, "Total HT"), (200, "Total TVA"), (300, "Total TTC")],
        [(40, "10,00"), (200, "1,11"), (300, "11,11")],
    )
    assert seen == (
        LigneTva(taux=Decimal(20), base_ht=Decimal(5), montant=Decimal(1)),
        LigneTva(taux=Decimal("2.1"), base_ht=Decimal(5), montant=Decimal("0.11")),
    )


def test_a_bare_rate_of_the_law_is_one() -> None:
    seen = breakdown([(40, "5,50"), (200, "1 000,00"), (300, "55,00")])
    assert seen == (LigneTva(taux=Decimal("5.5"), base_ht=Decimal(1000), montant=Decimal(55)),)


def test_a_label_of_another_field_over_the_breakdown_heads_no_column_of_it() -> None:
    row: Line = [(40, "TVA 20 % sur 1 000,00 € :"), (200, "200,00 €")]
    for label in ("Marché n° :", "Engagement :"):
        seen = value("lignes_tva", "FACTURE N° F2026-0817", [(40, label), (200, "2026M01")], row)
        assert seen == (LigneTva(taux=Decimal(20), base_ht=Decimal(1000), montant=Decimal(200)),), label


# Who made the page


def made_by(line: str) -> object:
    foot = [""] * 46
    return value(
        "siret_fournisseur",
        "FACTURE N° F2026-0817",
        "",
        *("" for _ in range(6)),
        [(40, SYLVARDE.name), (320, "Client")],
        [(40, SYLVARDE.street), (320, PONTVERNOIS.lines[0])],
        [(40, SYLVARDE.town), (320, PONTVERNOIS.lines[2])],
        [(40, f"SIRET : {SYLVARDE.siret}"), (320, f"SIRET : {PONTVERNOIS.siret}")],
        *foot[:30],
        line,
    )


@pytest.mark.parametrize("how", ["Facture éditée avec Plumeau, un logiciel de", "Document généré par", "Éditée par"])
def test_the_register_entry_of_the_softwares_publisher_is_not_the_suppliers(how: str) -> None:
    assert made_by(f"{how} Scribouille SAS, SIREN {CLERY.siret[:9]}") == SYLVARDE.siret


def test_a_register_entry_of_who_signs_is() -> None:
    assert made_by(f"Scribouille SAS, RCS Montauvert {CLERY.siret[:9]}") is None


# Short codes


@pytest.mark.parametrize(("name", "label"), [("code_service", "Code service"), ("numero_engagement", "Engagement")])
def test_a_short_code_behind_a_colon_is_a_value(name: str, label: str) -> None:
    assert value(name, f"{label} : 12") == "12"


def test_a_short_number_without_a_colon_heads_a_column() -> None:
    row: Line = [(40, "Engagement n° 1"), (200, "Engagement n° 2")]
    assert value("numero_engagement", row, [(40, "26D000117"), (200, "26D000117")]) == "26D000117"


# The portal's own words


@pytest.mark.parametrize(
    ("print_", "mode"),
    [("autre", ModePaiement.AUTRE), ("Report", ModePaiement.REPORT), ("par report", ModePaiement.REPORT)],
)
def test_the_portals_words_are_means_of_payment(print_: str, mode: ModePaiement) -> None:
    assert value("mode_paiement", f"Mode de paiement : {print_}") is mode


@pytest.mark.parametrize("print_", ["autre que chèque", "report de solde 12,00 €", "à reporter"])
def test_in_a_sentence_they_are_none(print_: str) -> None:
    assert value("mode_paiement", f"Mode de paiement : {print_}") is None


@pytest.mark.parametrize(("print_", "regime"), [("sans TVA", TypeTva.SANS_TVA), ("exonération", TypeTva.EXONERATION)])
def test_a_regime_without_vat_is_told_by_its_label(print_: str, regime: TypeTva) -> None:
    assert value("type_tva", f"Régime de TVA : {print_}") is regime
    assert value("motif_exoneration", f"Régime de TVA : {print_}") is None


@pytest.mark.parametrize("line", ["Prix sans TVA", "Régime de TVA : sans TVA sur les ports", "Exonération demandée"])
def test_words_without_their_label_are_no_regime(line: str) -> None:
    assert value("type_tva", line) is None


# A mention over the value of a label


def test_a_mention_does_not_go_on_with_the_value_of_a_label_under_it() -> None:
    mention = "TVA non applicable, art. 293 B du CGI"
    seen = value(
        "motif_exoneration",
        "FACTURE N° F2026-0817",
        [(300, mention)],
        [(40, "Mode de paiement :"), (300, "virement")],
    )
    assert seen == mention


def test_it_goes_on_with_the_rest_of_its_sentence() -> None:
    seen = value("motif_exoneration", "FACTURE N° F2026-0817", [(300, "TVA non applicable,")], [(300, "art. 293 B")])
    assert seen == "TVA non applicable, art. 293 B"


# Whose block it is


def under_the_factor(*lines: Line) -> object:
    """Return the supplier's SIRET of a page whose address blocks stand under a line about a factor."""
    return value(
        "siret_fournisseur",
        "FACTURE N° F2026-0817",
        "",
        *lines,
        "",
        "",
        [(40, SYLVARDE.name), (320, "Client")],
        [(40, SYLVARDE.street), (320, PONTVERNOIS.lines[0])],
        [(40, SYLVARDE.town), (320, PONTVERNOIS.lines[2])],
        [(40, f"SIRET : {SYLVARDE.siret}"), (320, f"SIRET : {PONTVERNOIS.siret}")],
    )


@pytest.mark.parametrize(
    "line", ["Affactureur : Mistral Factor", [(40, "Affactureur :"), (200, "Mistral Factor")]], ids=str
)
def test_a_factor_named_on_its_row_heads_no_block_further_down(line: Line) -> None:
    assert under_the_factor(line) == SYLVARDE.siret


def test_a_bare_heading_of_a_factor_heads_the_block_under_it() -> None:
    assert under_the_factor("Affactureur") is None


def test_it_goes_on_where_the_start_of_a_column_has_parted_it() -> None:
    # Two lines over and under start a cell where « du » starts; a space alone stands before it.
    column: Line = [(40, "Date :"), (210, "F26-118")]
    seen = value(
        "motif_exoneration", column, column, [(40, "TVA non applicable, article 256 B du CGI")], column, column
    )
    assert seen == "TVA non applicable, article 256 B du CGI"


# The first line of a page is in the title of that page only


@pytest.mark.parametrize("line", ["Acompte de 30 % – facture n° 26-118", "Relevé facture n° 44532"])
def test_what_opens_the_second_page_is_not_in_the_title_of_the_first(line: str) -> None:
    first = page("FACTURE", "Total TTC : 12,00 €")
    drawn = Document(pages=(first, page(line, number=2)), page_count=2)
    assert recognize(drawn).fields["numero_facture"].value is None


def test_the_title_itself_may_be_the_first_line_of_any_page() -> None:
    drawn = Document(pages=(page("Bordereau d'envoi"), page("FACTURE n° 26-118", number=2)), page_count=2)
    assert recognize(drawn).fields["numero_facture"].value == "26-118"
