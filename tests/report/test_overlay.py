"""The drawing of a page: the facts of the report, each at its place, and no second opinion."""

from collections import Counter
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

import chorus_ocr
from chorus_ocr import CHORUS_PRO, Lang, PageScope, Report, Status, Verdict
from chorus_ocr.compliance.verdicts import VERDICTS, why
from chorus_ocr.drawing.marks import FRAMES, MOST_WORDS, Kind, Mark
from chorus_ocr.drawing.placing import overlap
from chorus_ocr.drawing.shapes import Caption, groups
from chorus_ocr.report.explain import announced
from chorus_ocr.report.overlay import KINDS, LEGEND, MOST_PAGES
from fixtures.make_invoices import INVOICES
from html_pages import Read, shown, tree
from pages import document, page
from rules.checks.bills import LINES, bill, with_

PDFS = sorted(path for path in INVOICES.glob("*.pdf") if path.stem != "scan")
TWO = INVOICES / "two_engagements.pdf"


def scan(path: Path, lang: Lang = Lang.FR) -> Report:
    return chorus_ocr.scan(path, password="secret", lang=lang)


def pages_of(report: Report) -> list[int]:
    return [each.number for each in report.document.pages]


def parsed(svg: str) -> Element:
    return ElementTree.fromstring(svg.partition("?>")[2])


def texts(svg: str) -> list[str]:
    return ["".join(each.itertext()) for each in parsed(svg).iter() if each.tag.endswith("}text")]


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.stem)
def test_every_candidate_is_marked_where_it_stands(path: Path) -> None:
    report = scan(path)
    for number in pages_of(report):
        own = [each for decision in report.fields.values() for each in decision.candidates if each.page == number]
        marks = report.page(number).sheet.marks
        frames = {mark.box: mark for mark in marks if mark.kind in FRAMES}
        assert set(frames) == {each.box for each in own}
        for box, frame in frames.items():
            kinds = [KINDS.get(each.verdict, Kind.SET_ASIDE) for each in own if each.box == box]
            assert frame.kind == min(kinds, key=FRAMES.index)
        keywords = {each.keyword_box for each in own} - {None}
        assert keywords >= {mark.box for mark in marks if mark.kind is Kind.KEYWORD}
        ties = {(tie.keyword, tie.value) for tie in report.page(number).sheet.ties}
        assert ties == {(each.keyword_box, each.box) for each in own if each.keyword_box not in (None, each.box)}


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.stem)
def test_the_table_says_what_the_explanation_says(path: Path, lang: Lang) -> None:
    report = scan(path, lang)
    told = Counter(line for number in pages_of(report) for row in report.page(number).sheet.rows for line in row.told)
    for name, decision in report.fields.items():
        explained = report.explain(name)
        for each in decision.candidates:
            reading = f"{announced(each, lang)} : {why(each, lang)}"
            assert any(line.endswith(reading) for line in told)
            assert announced(each, lang) in explained
            assert why(each, lang) in explained or each.verdict == Verdict.CHOSEN
    assert sum(told.values()) >= sum(len(decision.candidates) for decision in report.fields.values())


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.stem)
def test_labels_do_not_hide_each_other(path: Path) -> None:
    report = scan(path)
    for number in pages_of(report):
        for field in (None, *report.fields):
            view = report.page(number).show(field)
            shapes = [shape for group in groups(view.sheet) for shape in group.shapes]
            boxes = [shape.box for shape in shapes if isinstance(shape, Caption)]
            assert len(boxes) == sum(bool(mark.label) for mark in set(view.sheet.marks))
            assert not [pair for pair in combinations(boxes, 2) if overlap(*pair)]


def test_a_page_narrows_to_one_field() -> None:
    report = scan(TWO)
    whole, one = report.page(1), report.page(1).show("numero_engagement")
    assert one.show().sheet == whole.sheet
    assert [mark.kind for mark in one.sheet.marks if mark.kind in FRAMES] == [Kind.DOUBTFUL, Kind.DOUBTFUL]
    assert all("aussi bien annoncé" in mark.label for mark in one.sheet.marks if mark.kind in FRAMES)
    assert {row.title for row in one.sheet.rows} == {
        "Références : numéro d'engagement, ambigu", "Plusieurs numéros d'engagement",
    }  # fmt: skip
    # A place keeps its number.
    numbers = {mark.box: mark.label.split()[0] for mark in whole.sheet.marks if mark.kind in FRAMES}
    assert all(numbers[mark.box] == mark.label.split()[0] for mark in one.sheet.marks if mark.kind in FRAMES)
    assert repr(one) == "<page 1 of two_engagements.pdf, numero_engagement only: 2 places marked, 0 taken>"


def test_warnings_are_marked_and_told() -> None:
    sheet = scan(TWO).page(1).sheet
    [warned] = [mark for mark in sheet.marks if mark.kind is Kind.WARNING]
    assert warned.label == "! REF07"
    titles = {row.tag: row.title for row in sheet.rows if row.kind is Kind.WARNING}
    assert titles["! REF07"] == "Plusieurs numéros d'engagement"
    assert set(titles) == {f"! {each.code}" for each in scan(TWO).warnings}


def test_a_warning_about_a_page_that_was_not_read_is_told_beside_the_first() -> None:
    report = scan(INVOICES / "several_pages.pdf")
    assert [each.page for each in report.warnings if each.code == "DOC07"] == [4]
    tags = {number: [row.tag for row in report.page(number).sheet.rows] for number in pages_of(report)}
    assert {number: "! DOC07" in told for number, told in tags.items()} == {1: True, 2: False, 3: False}
    assert not [mark for mark in report.page(1).sheet.marks if mark.label == "! DOC07"]


def test_keywords_that_lead_nowhere_are_shown_with_their_field() -> None:
    report = chorus_ocr.recognize(document("FACTURE N° F-12", "Votre commande :", "", "Merci."))
    [unanswered] = report.fields["numero_engagement"].unanswered
    assert (unanswered.keyword, unanswered.published, unanswered.page) == ("votre commande", True, 1)
    assert Mark(kind=Kind.KEYWORD, box=unanswered.box, told="« votre commande » : aucune valeur à portée") in (
        report.page(1).show("numero_engagement").sheet.marks
    )
    assert not [mark for mark in report.page(1).sheet.marks if mark.box == unanswered.box]
    assert "Mots-clés sans valeur à portée : « votre commande » (page 1)" in report.explain("numero_engagement")
    assert "Keywords with no value in reach: « votre commande » (page 1)" in report.explain(
        "numero_engagement", lang="en"
    )


def test_a_keyword_is_answered_or_not() -> None:
    report = chorus_ocr.scan(bill(with_(LINES, engagement="Engagement n° : EJ-26-0417")))
    decision = report.fields["numero_engagement"]
    assert decision.status is Status.FOUND
    assert decision.unanswered == ()  # the letters of the value are no keyword that waits for one
    twice = document("N° d'engagement : 26D000117", "TVA", "TVA", "EJ")
    told = chorus_ocr.recognize(twice)
    assert [each.keyword for each in told.fields["numero_engagement"].unanswered] == ["EJ"]
    assert "« TVA » (page 1, 2 fois)" in told.explain("montant_tva")


def test_the_legend_names_the_marks_that_are_there_and_no_others() -> None:
    sheet = scan(INVOICES / "credit_note.pdf").page(1).sheet
    assert {kind for kind, _ in sheet.legend} == {mark.kind for mark in sheet.marks}
    assert set(LEGEND) == set(Kind)
    assert set(KINDS) <= set(VERDICTS)


def test_a_drawing_needs_no_pdf() -> None:
    report = chorus_ocr.recognize(document("FACTURE N° F-12", "SIRET client : 21350903700015"))
    drawn = texts(report.page(1).to_svg())
    assert "FACTURE" in drawn and "21350903700015" in drawn


def test_the_same_report_gives_the_same_drawing() -> None:
    assert scan(PDFS[0]).page(1).to_svg() == scan(PDFS[0]).page(1).to_svg()


def test_pages_and_fields_that_there_are_not_are_told() -> None:
    report = scan(INVOICES / "several_pages.pdf")
    with pytest.raises(ValueError, match="no page 4 was read; the pages in scope are 1, 2, 3"):
        report.page(4)
    with pytest.raises(ValueError, match="no field 'numero_engagemant'; did you mean 'numero_engagement'"):
        report.page(1).show("numero_engagemant")
    with pytest.raises(ValueError, match="no page 9"):
        report.save_overlay("nowhere.svg", page=9)
    with pytest.raises(ValueError, match="no field 'x'"):
        report.save_overlay("nowhere.svg", field="x")
    assert not Path("nowhere.svg").exists()


def test_an_overlay_is_a_file_of_all_pages_or_of_one(tmp_path: Path) -> None:
    report = scan(INVOICES / "several_pages.pdf")
    report.save_overlay(tmp_path / "all.svg")
    report.save_overlay(str(tmp_path / "one.svg"), page=2, field="montant_ht")
    everything, one = ((tmp_path / name).read_text(encoding="utf-8") for name in ("all.svg", "one.svg"))
    heads = [text for text in texts(everything) if text.startswith("several_pages.pdf")]
    assert heads == [f"several_pages.pdf – Page {number} sur 5" for number in (1, 2, 3)]
    assert one == report.page(2).show("montant_ht").to_svg()
    assert parsed(everything).tag == "{http://www.w3.org/2000/svg}svg"
    with pytest.raises(OSError):
        report.save_overlay(tmp_path / "missing" / "x.svg")


def test_what_is_left_out_is_said() -> None:
    pages = tuple(page("FACTURE N° F-12", number=at) for at in range(1, 13))
    many = chorus_ocr.recognize(chorus_ocr.Document(pages=pages, page_count=12, scope=PageScope.ALL))
    assert many.page(1).sheet.notes == ("10 pages dessinées sur 12 lues.",)
    assert many.page(11).sheet.notes == ()
    html = many.to_html()
    assert html.count("<svg") == MOST_PAGES
    words = chorus_ocr.recognize(document(*["mot " * 50 for _ in range(100)]))
    assert len(words.page(1).sheet.words) == MOST_WORDS
    assert words.page(1).sheet.notes == ("4000 mots dessinés sur 5000.",)
    assert "4000 mots dessinés sur 5000." in texts(words.page(1).to_svg())
    assert f"{MOST_WORDS} / 5000 mots" in words.document.page(1)._repr_html_()


def test_more_candidates_than_the_table_holds_are_counted() -> None:
    lines = [f"Engagement n° : 26D{at:06}" for at in range(40)]
    sheet = chorus_ocr.recognize(document("FACTURE N° F-12", *lines)).page(1).show("numero_engagement").sheet
    assert sum(mark.kind is Kind.DOUBTFUL for mark in sheet.marks) == 40
    assert [row.told for row in sheet.rows if not row.tag] == [("et 28 autres",)]


def test_the_page_of_a_report_holds_the_drawings() -> None:
    report = scan(TWO)
    root = tree(report.to_html())
    [figure] = [each for each in root.iter("figure") if each.find("figcaption") is not None and each.iter("svg")
                and next(each.iter("svg"), None) is not None]  # fmt: skip
    assert "! REF07" in ["".join(each.itertext()) for each in figure.iter("text")]
    assert report.page(1)._repr_html_() in report.to_html()


def test_a_report_without_pages_has_no_drawing() -> None:
    report = chorus_ocr.recognize(chorus_ocr.Document(pages=(), page_count=0))
    assert "<svg" not in report.to_html() and "<svg" not in report._repr_html_()
    with pytest.raises(ValueError, match="no page is in scope"):
        report.page(1)


def test_a_notebook_shows_a_report_with_its_form_its_warnings_and_its_pages() -> None:
    report = scan(TWO)
    read = Read(report._repr_html_())
    assert {tag for tag, _ in read.elements} <= {
        "div", "p", "b", "table", "thead", "tbody", "tr", "th", "td", "details", "summary", "svg", "g", "rect", "path",
        "text", "title", "br",
    }  # fmt: skip
    for said in ("two_engagements.pdf", "ATTENTION", "REF07", "Page 1", "FAC_2026_0075", "ambigu"):
        assert any(said in text for text in read.texts), said
    assert not {name for name, _ in read.attributes if name.startswith("on") or name in ("id", "class", "href")}


def test_each_part_of_a_report_shows_itself() -> None:
    report = scan(TWO)
    prefill = shown(report.prefill._repr_html_()).split("\n")
    assert {"numero_facture", "FAC_2026_0075", "20 % = 920.00 ; 5.5 % = 15.81"} <= {*prefill}
    decision = Read(report.fields["numero_engagement"]._repr_html_()).texts
    assert {"ambiguous", "rival", "1400772158", "1400772163", "engagement n°"} <= {*decision}
    fields = Read(report.recognition._repr_html_()).texts
    assert {*report.fields} <= {*fields}
    page_ = Read(report.document.page(1)._repr_html_())
    assert {"Facture", "hautelisse"} <= {*page_.texts} and "table" not in {tag for tag, _ in page_.elements}


def test_nothing_that_an_invoice_says_is_obeyed_in_a_notebook() -> None:
    hostile = "</text><script>alert(1)</script>"
    report = chorus_ocr.recognize(
        replace(document(f"FACTURE N° {hostile}", f"Code service : {hostile}", f"Engagement n° {hostile}"),
                file_name=hostile + ".pdf"),
        rules=CHORUS_PRO,
    )  # fmt: skip
    parts: list[Any] = [report, report.prefill, report.recognition, *report.fields.values()]
    for each in [*parts, report.page(1), report.document.page(1)]:
        assert "<script" not in each._repr_html_()
