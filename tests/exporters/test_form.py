"""The sheet a clerk keys in from: the portal's blocks in its order, its spelling of values, blanks with what to do."""

import json
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import chorus_ocr
from chorus_ocr import CHORUS_PRO, FieldRule, LigneTva, Prefill, Report, Status
from chorus_ocr.exporters import FormLine, FormSheet, to_form
from chorus_ocr.exporters.form import BLOCKS, keyed
from chorus_ocr.values.identifier import REFERENCE
from fixtures.make_invoices import INVOICES
from html_pages import Read, of_class, said, tree
from rules.checks.bills import CLIENT, LINES, STATE_LINES, WRONG, bill, with_, without

PDFS = sorted(INVOICES.glob("*.pdf"))
TODAY = date(2026, 11, 22)


def scan(name: str, lang: str = "fr") -> Report:
    return chorus_ocr.scan(INVOICES / f"{name}.pdf", password="secret", today=TODAY, lang=lang)


def line(sheet: FormSheet, label: str, block: str | None = None) -> FormLine:
    """Return the line of the sheet with this label."""
    [found] = [each for own in sheet.blocks for each in own.lines if each.label == label and block in (None, own.title)]
    return found


# Blocks


def test_the_blocks_stand_in_the_order_of_the_portal() -> None:
    assert [block.title for block in to_form(scan("overseas")).blocks] == [
        "Cadre de facturation", "Identification", "Destinataire", "Fournisseur", "Références", "Montants", "TVA",
        "Pièces jointes", "Pour mémoire",
    ]  # fmt: skip


def test_every_field_of_the_form_has_its_place_or_none_at_all() -> None:
    placed = [name for _, names in BLOCKS for name in names]
    assert len(placed) == len(set(placed)) == 18
    aside = set(Prefill.__dataclass_fields__) - set(placed)
    assert aside >= {"tva_fournisseur", "tva_destinataire", "date_echeance", "iban", "bic", "affactureur"}


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.stem)
def test_the_sheet_says_what_the_form_holds(path: Path) -> None:
    report = scan(path.stem)
    sheet = to_form(report)
    lines = [each for block in sheet.blocks for each in block.lines if each.name is not None]
    for name in report.fields:
        own = [each for each in lines if each.name == name]
        value = getattr(report.completed, name)
        printed = getattr(report.prefill, name)
        if value is None:
            assert all(each.blank for each in own)
        elif isinstance(value, tuple):
            assert [each.value for each in own] == [
                part
                for row in value
                for part in (
                    f"{row.taux:f}".replace(".", ","),
                    *("" if amount is None else keyed(amount) for amount in (row.base_ht, row.montant)),
                )
            ]
        elif name == "mode_paiement" and report.completed.type_facture == "AVOIR":
            assert [each.value for each in own] == [""]
        else:
            assert [(each.value, each.computed) for each in own] == [(keyed(value), printed is None)]


def test_values_are_spelled_as_they_are_keyed_in() -> None:
    sheet = to_form(scan("overseas", "en"))
    assert line(sheet, "Total HT").value == "11168,70"
    assert line(sheet, "SIRET", "Destinataire").value == "21974909000011"
    assert line(sheet, "Date de facture").value == "14/09/2026"
    assert line(sheet, "Type de TVA").value == "TVA sur les débits"
    assert line(sheet, "Taux").value == "8,5"


@pytest.mark.parametrize(
    ("amount", "typed"),
    [("1440", "1440,00"), ("-1072.19", "-1072,19"), ("1234567.8", "1234567,80"), ("0.125", "0,125")],
)
def test_an_amount_has_a_comma_and_no_spaces(amount: str, typed: str) -> None:
    assert keyed(Decimal(amount)) == typed


# The question about the State


def test_the_state_is_told_by_its_siret() -> None:
    assert line(to_form(chorus_ocr.scan(bill(STATE_LINES))), "Le destinataire est-il l'État ?").value == "Oui"
    other = line(to_form(chorus_ocr.scan(bill())), "Le destinataire est-il l'État ?")
    assert (other.value, other.notes, other.computed) == ("Non", ("d'après le SIRET",), False)


def test_without_a_siret_the_question_stays_open() -> None:
    wrong = chorus_ocr.scan(bill(with_(LINES, client_siret=f"SIRET client : {WRONG}")))
    told = line(to_form(wrong), "Le destinataire est-il l'État ?")
    assert told.blank and told.notes == ("oui si c'est un ministère, non pour tout autre",)


def test_an_answer_that_rests_on_an_inferred_siret_is_computed() -> None:
    lines = without(STATE_LINES, "client siret")
    address = {**lines, "client": "Ministère de la Transition écologique", "street": "Tour Séquoia", "t": "75700 Paris"}
    page = {name: address[name] for name in ("title", "date", "client", "street", "t", "net")}
    report = chorus_ocr.scan(bill(page))
    assert report.fields["siret_destinataire"].status is Status.INFERRED
    told = line(to_form(report), "Le destinataire est-il l'État ?")
    assert (told.value, told.computed) == ("Oui", True)
    assert line(to_form(report), "SIRET", "Destinataire").computed


# Blanks and computed values


def test_a_computed_value_is_marked_as_such() -> None:
    report = chorus_ocr.scan(bill(without(LINES, "due")))
    assert line(to_form(report), "Net à payer") == FormLine(
        label="Net à payer", value="1440,00", name="montant_a_payer", computed=True
    )
    text = to_form(report).to_text()
    assert re.search(r"^  Net à payer +1440,00 +calculé$", text, re.MULTILINE)
    assert "Calculé : n'est pas imprimé" in text
    assert "calculé" not in to_form(chorus_ocr.scan(bill())).to_text().lower()


def test_a_blank_tells_the_words_to_look_for_and_the_line_to_print() -> None:
    report = chorus_ocr.scan(bill(with_(LINES, service="TECHNIQUE")))
    told = line(to_form(report), "Code service")
    assert told.blank and "à annoncer par « code service »" in told.notes[0]


def test_a_blank_tells_what_came_closest_and_what_would_have_been_read() -> None:
    report = chorus_ocr.scan(bill(with_(LINES, client_siret=CLIENT)))
    told = line(to_form(report), "SIRET", "Destinataire")
    assert told.blank and told.notes == (
        "à annoncer par « SIRET client » ou « SIRET dest »",
        f"au plus près : « {CLIENT} » (page 1), aucun mot-clé ne l'annonce",
        f"À imprimer : SIRET client : {CLIENT}",
    )


def test_an_invalid_value_and_rivals_are_shown_as_such() -> None:
    assert line(to_form(scan("invalid_siret")), "SIRET", "Destinataire").notes[0] == "invalide : 217 029 147 00016"
    assert line(to_form(scan("two_engagements")), "Numéro d'engagement").notes[0].startswith("ambigu : 1400772158, ")


def test_a_flagged_identifier_is_filled_in_with_its_fault() -> None:
    report = chorus_ocr.scan(INVOICES / "invalid_siret.pdf", checksums="flag")
    told = line(to_form(report), "SIRET", "Destinataire")
    assert (told.value, told.notes[0]) == ("21702914700016", "clé fausse")


def test_fields_of_other_invoices_are_not_asked_for() -> None:
    labels = [each.label for block in to_form(scan("overseas")).blocks for each in block.lines]
    assert "Facture d'origine" not in labels and "Motif d'exonération" not in labels
    assert line(to_form(scan("credit_note")), "Facture d'origine").value == "FA-2026-0102"
    exempt = to_form(scan("franchise_293b"))
    assert "293 B" in line(exempt, "Motif d'exonération").value
    assert "TVA" not in [block.title for block in exempt.blocks]


def test_a_credit_note_has_no_mode_of_payment() -> None:
    told = line(to_form(scan("credit_note")), "Mode de paiement")
    assert told.blank and told.notes == ("à laisser vide : un avoir n'en a pas",)


def test_several_rates_are_counted_and_a_part_that_is_not_printed_is_blank() -> None:
    sheet = to_form(scan("invalid_siret"))
    assert line(sheet, "Montant TVA 2").value == "61,10"
    assert line(sheet, "Base HT 2").notes == ("pas imprimé sur cette ligne",)


def test_what_would_keep_it_from_going_stands_first() -> None:
    sheet = to_form(scan("invalid_siret"))
    assert [each.code for each in sheet.alerts] == ["DES02"]
    assert sheet.to_text().splitlines()[1].startswith("BLOQUANT DES02  Le SIRET 217 029 147 00016")
    assert not to_form(scan("overseas")).alerts


def test_an_application_s_own_field_has_its_place() -> None:
    own = FieldRule(name="dossier", label="Dossier", keywords=("numéro de dossier",), value=REFERENCE, source="own")
    pdf = bill(with_(LINES, own="Numéro de dossier : D-2026/18"))
    sheet = to_form(chorus_ocr.scan(pdf, rules=CHORUS_PRO.with_field(own)))
    assert line(sheet, "Dossier", "Autres champs").value == "D-2026/18"


def test_a_smaller_pack_has_a_smaller_sheet() -> None:
    sheet = to_form(chorus_ocr.scan(bill(), rules=CHORUS_PRO.without("siret_fournisseur", "devise")))
    assert "Fournisseur" not in [block.title for block in sheet.blocks]


def test_a_file_without_a_name_is_told() -> None:
    assert line(to_form(chorus_ocr.scan(bill())), "Facture").notes == ("le PDF, dont le nom n'est pas connu ici",)


# As text and as a page


@pytest.mark.parametrize("width", [40, 60, 80, 100, 200])
@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.stem)
def test_text_keeps_to_its_width_as_far_as_words_allow(path: Path, width: int) -> None:
    text = to_form(scan(path.stem)).to_text(width=width)
    assert text.endswith("\n") and not re.search(r"[ \t]\n", text)
    longest = max(len(each) for each in text.splitlines())
    assert longest <= max(width, 100)


def test_the_title_is_the_name_that_is_given() -> None:
    sheet = to_form(scan("overseas"))
    assert str(sheet).startswith("Feuille de saisie Chorus Pro – overseas.pdf\n")
    assert sheet.to_text(name="a/b.pdf").startswith("Feuille de saisie Chorus Pro – a/b.pdf\n")
    assert str(to_form(scan("overseas", "en"))).startswith("Chorus Pro keying sheet – overseas.pdf\n")
    assert repr(sheet) == "<FormSheet of 'overseas.pdf': 21 of 22 fields filled>"


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.stem)
def test_a_page_stands_alone_and_says_what_the_sheet_says(path: Path, lang: str) -> None:
    sheet = to_form(scan(path.stem, lang))
    page = sheet.to_html()
    read, root = Read(page), tree(page)
    assert page.startswith("<!DOCTYPE html>\n") and root.get("lang") == lang
    assert not {"script", "a", "img", "link", "iframe", "object", "form", "input"} & {tag for tag, _ in read.elements}
    assert not [name for name, _ in read.attributes if name in ("href", "src", "action") or name.startswith("on")]
    assert "http:" not in page and "https:" not in page and not re.search(r"url\(|@import", read.style)
    lines = [each for block in sheet.blocks for each in block.lines]
    shown = of_class(root, "entry")
    assert len(shown) == len(lines)
    for entry, told in zip(shown, lines, strict=True):
        assert said(entry.find("dt")) == told.label
        assert ["".join(each.itertext()) for each in of_class(entry, "value")] == ([told.value] if told.value else [])
        assert len(of_class(entry, "blank")) == told.blank
        marks = " ".join(said(each) for each in of_class(entry, "mark"))
        assert all(" ".join(note.split()) in marks for note in told.notes)
        assert ("computed" in entry.get("class", "").split()) == told.computed
    assert [said(block.find("h3")) for block in of_class(root, "block")] == [block.title for block in sheet.blocks]


def test_what_an_invoice_says_is_never_markup_nor_obeyed() -> None:
    evil = "<script>alert(1)</script>\x1b[2J\u202e"
    report = scan("overseas")
    decisions = dict(report.recognition)
    decisions["numero_facture"] = replace(decisions["numero_facture"], value=evil)
    spoilt = replace(
        report,
        recognition=replace(report.recognition, decisions=decisions),
        prefill=replace(report.prefill, numero_facture=evil),
        document=replace(report.document, file_name=evil),
    )
    page, text = to_form(spoilt).to_html(), to_form(spoilt).to_text()
    assert "<script" not in page and "&lt;script&gt;" in page
    for told in (page, text):
        assert "\x1b" not in told and "\u202e" not in told


def test_digits_are_grouped_to_the_eye_only() -> None:
    root = tree(to_form(scan("overseas")).to_html())
    groups = {
        "".join(each.itertext()): [part.text for part in each] for each in of_class(root, "value") if each.get("lang")
    }
    assert groups["21974909000011"] == ["219", "749", "090", "00011"]
    assert groups["11168,70"] == ["11", "168,70"]
    assert groups["FBR-26-00157"] == ["FBR-26-00157"]


def test_what_is_no_report_is_refused() -> None:
    with pytest.raises(TypeError, match="report is a Report"):
        to_form(Prefill())  # type: ignore[arg-type]


def test_a_report_that_came_back_has_the_same_sheet() -> None:
    for path in PDFS:
        for lang in ("fr", "en"):
            report = scan(path.stem, lang)
            back, before = to_form(Report.from_dict(json.loads(report.to_json()))), to_form(report)
            assert (back.blocks, back.to_text(), back.to_html()) == (before.blocks, before.to_text(), before.to_html())


def test_a_rate_alone_is_a_row() -> None:
    report = scan("overseas")
    decisions = dict(report.recognition)
    rows = (LigneTva(taux=Decimal("20"), base_ht=None, montant=None),)
    decisions["lignes_tva"] = replace(decisions["lignes_tva"], value=rows)
    sheet = to_form(replace(report, recognition=replace(report.recognition, decisions=decisions)))
    assert [line(sheet, label).value for label in ("Taux", "Base HT", "Montant TVA")] == ["20", "", ""]
