"""A report as a page: complete, well-formed, asking nobody for anything, and safe whatever the invoice says."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from xml.etree.ElementTree import Element

import pytest

import chorus_ocr
from chorus_ocr import (
    CHORUS_PRO,
    Check,
    FieldRule,
    Firmness,
    Lang,
    Message,
    Parsed,
    Prefill,
    Report,
    RulePack,
    Seen,
    Severity,
    Status,
    Text,
    ValueType,
    check,
)
from chorus_ocr.drawing import beside
from chorus_ocr.drawing.markup import element
from chorus_ocr.drawing.printable import safe
from chorus_ocr.report import overlay
from chorus_ocr.report import phrases as common
from chorus_ocr.report.form import PREFILLED, form_entries
from chorus_ocr.report.html import Listed, article, closing, failure, opening, phrases, verdict
from chorus_ocr.report.html.style import STYLE
from chorus_ocr.report.phrases import SEVERITIES
from fixtures.make_invoices import INVOICES
from html_pages import Read, by_id, of_class, said, shown, tree
from pages import document
from rules.checks.bills import LINES, WRONG, Case, bill, with_, without
from rules.checks.cases import failing_cases
from tuning.corpora import SHARED, WITHOUT_SHARED

PDFS = sorted(INVOICES.glob("*.pdf"))
TODAY = date(2026, 11, 22)

DRAWN = ("svg", "g", "rect", "path", "text", "title")
"""The elements of a drawing: none of them runs or fetches anything."""

DRAWN_WITH = (
    "viewbox", "width", "height", "x", "y", "d", "transform", "fill", "fill-opacity", "stroke", "stroke-width",
    "stroke-dasharray", "font-family", "font-size", "font-weight", "text-anchor", "textlength", "lengthadjust",
)  # fmt: skip

BESIDE = frozenset(value for name, value in vars(beside).items() if name.startswith("_") and isinstance(value, str)) | {
    "max-width:100%;height:auto"
}
"""The styles of what stands beside a drawing, and of the drawing itself."""


def scan(path: Path, lang: str = "fr") -> Report:
    return chorus_ocr.scan(path, password="secret", lang=lang, today=TODAY)


def assert_it_stands_alone(page: str) -> None:
    """Assert that a page is well-formed, links to itself only, and neither runs nor fetches anything."""
    read, root = Read(page), tree(page)
    assert page.startswith("<!DOCTYPE html>\n") and page.endswith("</html>\n")
    assert {tag for tag, _ in read.elements} <= {
        "html", "head", "meta", "title", "style", "body", "nav", "ol", "article", "header", "section", "figure",
        "figcaption", "h1", "h2", "h3", "h4", "p", "span", "b", "a", "code", "pre", "ul", "li", "div", "dl", "dt", "dd",
        "details", "summary", "table", "thead", "tbody", "tr", "th", "td", "br", *DRAWN,
    }  # fmt: skip
    assert {name for name, _ in read.attributes} <= {
        "lang", "charset", "http-equiv", "content", "name", "class", "id", "href", "style", "open", "scope",
        "aria-hidden", "aria-label", "role", *DRAWN_WITH,
    }  # fmt: skip
    anchors = [value for name, value in read.attributes if name == "id"]
    assert len(set(anchors)) == len(anchors)
    links = {value for name, value in read.attributes if name == "href"}
    assert links and links <= {f"#{anchor}" for anchor in anchors}
    assert not re.search(r"url\(|@import|expression|behavior", read.style)
    styles = {value for name, value in read.attributes if name == "style"}
    assert all(each in BESIDE or re.fullmatch(r"min-width:[0-9.]+ch", each) for each in styles)
    policies = [own["content"] for tag, own in read.elements if own.get("http-equiv") == "Content-Security-Policy"]
    assert [(policy or "").partition(";")[0] for policy in policies] == ["default-src 'none'"]
    assert root.find("body") is not None
    page.encode("utf-8")


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.stem)
def test_a_page_stands_alone(path: Path, lang: str) -> None:
    page = scan(path, lang).to_html()
    assert_it_stands_alone(page)
    assert tree(page).get("lang") == lang
    assert "<script" not in page and "http:" not in page and "https:" not in page


def test_a_report_is_always_the_same_page() -> None:
    assert scan(PDFS[0]).to_html() == scan(PDFS[0]).to_html()


# The form


def form_of(page: str) -> Element:
    [form] = of_class(tree(page), "form")
    return form


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.stem)
def test_every_field_is_there_with_what_the_form_holds(path: Path) -> None:
    report = scan(path)
    form = form_of(report.to_html())
    entries = list(form_entries(report))
    assert {entry.name for entry in entries} == set(Prefill.__dataclass_fields__) == set(report.fields)
    assert set(list(Prefill.__dataclass_fields__)[:13]) == PREFILLED
    shown_entries = of_class(form, "entry")[1:]  # the first is the cadre
    assert len(shown_entries) == len(entries)
    for entry, told in zip(entries, shown_entries, strict=True):
        assert said(told.find("dt")) == entry.label + ("" if entry.prefilled else "*")
        assert [said(each) for each in of_class(told, "value")] == [safe(value) for value in entry.values]
        assert len(of_class(told, "blank")) == (not entry.values)
        assert safe(entry.mark) in said(told.find("dd"))
        filled = getattr(report.prefill, entry.name) is not None
        assert filled == (bool(entry.values) and "inferred" not in told.get("class", ""))


def test_the_blocks_stand_in_the_order_of_the_portal() -> None:
    form = form_of(scan(INVOICES / "overseas.pdf").to_html())
    assert [said(block.find("h3")) for block in of_class(form, "block")] == [
        "Cadre de facturation", "Identification", "Destinataire", "Fournisseur", "Références", "Montants", "TVA",
        "Paiement",
    ]  # fmt: skip
    assert said(of_class(form, "entry")[0]) == "A1facture d'un fournisseur choisi au dépôt, non lu dans le PDF"


def entry_of(report: Report, name: str) -> Element:
    [found] = [
        each
        for each in of_class(form_of(report.to_html()), "entry")
        if any(link.get("href") == f"#report-1-{name}" for link in each.iter("a"))
    ]
    return found


def test_a_blank_says_what_to_look_for_and_the_line_to_print() -> None:
    entry = entry_of(chorus_ocr.scan(bill(without(LINES, "service"))), "code_service")
    assert said(entry.find("dd")) == "vide à annoncer par « code service » ou « code du service »"
    blank = entry_of(chorus_ocr.scan(bill(), rules=with_infos("Code service : X")), "numero_marche")
    assert "À imprimer : Code service : X" in said(blank)


def test_a_blank_that_many_invoices_have_is_no_advice() -> None:
    entry = entry_of(chorus_ocr.scan(bill()), "affactureur")
    assert said(entry.find("dd")) == "vide s'il y a lieu, à imprimer, par exemple « subrogation »"


def test_an_inferred_value_is_marked_as_computed() -> None:
    report = chorus_ocr.scan(bill(without(LINES, "tax", "rate")))
    entry = entry_of(report, "montant_tva")
    assert said(entry.find("dd")) == "240,00 calculé ! MNT02"
    assert "inferred" in (entry.get("class") or "")
    assert "Calculé : n'est pas imprimé" in said(form_of(report.to_html()))
    assert "n'est pas imprimé" not in said(form_of(chorus_ocr.scan(bill()).to_html()))


def test_ambiguous_and_invalid_values_are_shown_and_linked_to_their_warnings() -> None:
    invalid = scan(INVOICES / "invalid_siret.pdf")
    assert said(entry_of(invalid, "siret_destinataire").find("dd")) == "vide invalide : 217 029 147 00016 × DES02"
    two = scan(INVOICES / "two_engagements.pdf")
    told = said(entry_of(two, "numero_engagement").find("dd"))
    assert told == "vide ambigu : 1400772158, 1400772163 ! REF07"


def test_a_flagged_identifier_is_shown_with_its_mark() -> None:
    pdf = bill(with_(LINES, client_siret=f"SIRET client : {WRONG}"))
    entry = entry_of(chorus_ocr.scan(pdf, checksums="flag"), "siret_destinataire")
    assert said(entry.find("dd")) == f"{WRONG} clé fausse × DES02"


def test_every_line_of_vat_stands_on_its_own() -> None:
    entry = entry_of(scan(INVOICES / "credit_note.pdf"), "lignes_tva")
    assert [said(each) for each in of_class(entry, "value")] == [
        "20 % de -35,00 = -7,00", "5,5 % de -976,48 = -53,71",
    ]  # fmt: skip


def test_the_applications_own_fields_are_there() -> None:
    page = chorus_ocr.scan(bill(with_(LINES, own="Chose : A12")), rules=with_a_thing(label="Chose")).to_html()
    assert_it_stands_alone(page)
    [*_, last] = of_class(form_of(page), "block")
    assert said(last) == "Autres champsChose*A12"


# The warnings


def with_infos(line: str = "Ligne", count: int = 20) -> RulePack:
    """Return a pack with as many checks that only inform, of several families."""

    def made(number: int) -> Check:
        def found(seen: Seen) -> Iterator[Message]:
            """Say something on every invoice."""
            yield Message(key="all", field="numero_marche", page=7, print_text=line)

        return check(
            code=f"{('MEN', 'DOC', 'ZZ')[number % 3]}{70 + number}",
            slug=f"info-{number}",
            severity=Severity.INFO,
            title=Text(f"Titre {number}", f"Title {number}"),
            rationale="A check of the tests.",
            source="the tests",
            firmness=Firmness.LOW,
            since="0.1.0",
            messages={"all": Text(f"Message {number}", f"Message {number}")},
            hints={"all": Text("Rien à faire", "Nothing to do")},
        )(found)

    pack = CHORUS_PRO
    for number in range(count):
        pack = pack.with_check(made(number))
    return pack


def findings(page: str) -> list[Element]:
    return of_class(tree(page), "finding")


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("case", list(failing_cases()))
def test_every_warning_is_told_whole(case: Case, lang: str) -> None:
    report = chorus_ocr.scan(case.failing, file_name=case.failing_name, lang=lang, **case.how)
    page = report.to_html()
    assert_it_stands_alone(page)
    assert case.code in [each.code for each in report.warnings]
    for warning, told in zip(report.warnings, findings(page), strict=True):
        text = said(told)
        severity = SEVERITIES[warning.severity].in_lang(report.lang)
        for each in (severity, warning.code, warning.slug, warning.title, warning.message, warning.hint):
            assert safe(each) in text
        assert warning.source in text
        assert [each.text for each in told.iter("pre")] == [warning.print_text] * (warning.print_text is not None)
        links = [link.get("href") for link in told.iter("a")]
        assert (f"#report-1-{warning.field}" in links) == (warning.field is not None)
        read = [page.number for page in report.document.pages]
        assert (f"#report-1-page-{warning.page}" in links) == (warning.page in read)


def test_warnings_stand_most_severe_first_and_infos_are_folded_by_what_they_are_about() -> None:
    pdf = bill(with_(LINES, client_siret=f"SIRET client : {WRONG}", engagement="BDC n° : BC26-0417"), more_pages=3)
    report = chorus_ocr.scan(pdf, rules=with_infos())
    page = report.to_html()
    kinds = [(told.get("class") or "").split()[1] for told in findings(page)]
    assert kinds == ["blocking", "warning"] + ["info"] * 21
    assert [said(each) for each in of_class(tree(page), "verdict")] == ["× BLOQUANT 1 ! ATTENTION 1 i INFO 21"]
    [section] = of_class(tree(page), "warnings")
    folded = of_class(section, "infos")
    assert [said(each.find("summary")).partition(" Titre")[0] for each in folded] == [
        "i INFO 8 DOC – Fichier et lisibilité Des pages ne sont pas lues ·", "i INFO 7 MEN – Mentions",
        "i INFO 6 ZZ",
    ]  # fmt: skip
    assert all(each.get("open") is None for each in folded)
    assert sum(len(of_class(each, "finding")) for each in folded) == 21
    assert [told.get("class") for told in section if told.tag == "article"] == ["finding blocking", "finding warning"]


def test_few_infos_are_not_folded() -> None:
    [folded, *_] = of_class(tree(chorus_ocr.scan(bill(), rules=with_infos(count=3)).to_html()), "infos")
    assert folded.get("open") == ""
    [folded, *_] = of_class(tree(chorus_ocr.scan(bill(), rules=with_infos(count=4)).to_html()), "infos")
    assert folded.get("open") is None


def test_a_page_without_warnings_says_so() -> None:
    page = scan(INVOICES / "credit_note.pdf").to_html()
    assert findings(page) == []
    assert said(of_class(tree(page), "warnings")[0]) == "AvertissementsRien à signaler."
    assert said(of_class(tree(page), "verdict")[0]) == "✓ Rien à signaler"
    assert "Le portail préremplirait 10 de ses 13 champs." in shown(page)


def test_a_warning_about_nothing_that_is_on_the_page_is_linked_to_nothing() -> None:
    report = chorus_ocr.scan(bill(), rules=with_infos().without("numero_marche"))
    page = report.to_html()
    assert_it_stands_alone(page)
    assert "Champ : numero_marche" in said(findings(page)[0]).replace("Champ", "Champ : ")


# The decisions and the facts


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.stem)
@pytest.mark.parametrize("lang", ["fr", "en"])
def test_every_decision_is_explained(path: Path, lang: str) -> None:
    report = scan(path, lang)
    root = tree(report.to_html())
    for name, rule in report.rules.fields.items():
        told = by_id(root, f"report-1-{name}")
        lines = replace(report, warnings=()).explain(name).split("\n")
        assert lines[0] == f"{rule.label} ({name})"
        # A line of the explanation may itself hold a break, where the print goes on in the next line.
        first, *parts = [said(each) for each in told.iter() if each.tag in ("p", "li")]
        assert first == name
        assert " ".join(parts) == " ".join(" ".join(map(safe, lines[1:])).split())


def test_a_field_and_its_decision_are_linked() -> None:
    root = tree(scan(INVOICES / "invalid_siret.pdf").to_html())
    [decisions] = of_class(root, "decisions")
    summary = [said(each.find("summary")) for each in decisions.iter("details")]
    assert summary.count("Destinataire : SIRET invalide × DES02") == 1
    assert summary[0] == "Identification : numéro de facture trouvé PD-2026/231"
    assert len(summary) == len(CHORUS_PRO.fields)


def test_the_document_and_the_rules_are_told() -> None:
    report = replace(chorus_ocr.scan(bill(more_pages=4), cadre="A9", file_name="f.pdf"), not_run=("IDE05", "IDE06"))
    root = tree(report.to_html())
    [facts] = of_class(root, "facts")
    told = {said(each.find("dt")): said(each.find("dd")) for each in facts}
    assert told == {
        "Fichier": "f.pdf",
        "Pages": "5",
        "Pages lues": "1, 2, 3 (les trois premières)",
        "Taille": f"{report.document.byte_size // 1000} {report.document.byte_size % 1000:03} octets",
        "Protégé": "non",
        "Signatures électroniques": "0",
        "Fichiers joints": "aucun",
        "Cadre de facturation": "A9 : facture d'un sous-traitant",
        "Règles": f"{CHORUS_PRO.name} {CHORUS_PRO.version}, empreinte {CHORUS_PRO.fingerprint}",
        "Contrôles non faits": "IDE05, IDE06",
    }
    rows = [[said(cell) for cell in row] for row in next(root.iter("table")).iter("tr")]
    words = [len(page.words) for page in report.document.pages]
    assert rows[0] == ["Page", "Format", "Mots", "Mots hors de la page", "Champs PDF remplis", "Images"]
    assert rows[1:] == [[str(at + 1), "210 × 297 mm", str(count), "0", "0", "0"] for at, count in enumerate(words)]


def test_a_drawing_of_a_page_has_its_place() -> None:
    drawing = element("svg", element("rect", x="1", y="2"), viewBox="0 0 595 842")
    made = article(scan(INVOICES / "overseas.pdf"), "x", 1, {1: drawing})
    [facts] = of_class(tree(made), "document")
    [figure] = facts.iter("figure")
    assert figure[0].tag == "svg" and said(figure) == "Page 1"


# Languages


def test_all_that_the_page_says_is_in_both_languages() -> None:
    told: list[Text] = []
    for value in [each for module in (phrases, common, overlay) for each in vars(module).values()]:
        if isinstance(value, Text):
            told.append(value)
        elif isinstance(value, MappingProxyType):
            told += [each for each in value.values() if isinstance(each, Text)]
    assert len(told) > 50
    assert all(text.fr.strip() and text.en.strip() for text in told)
    same = {text.fr for text in told if text.fr == text.en}
    assert same == {"Page", "Pages", "Format", "Images", "Source", "absent", "Cadre de facturation", "INFO"}


def test_an_english_page_keeps_the_forms_own_words_in_french() -> None:
    page = scan(INVOICES / "overseas.pdf", "en").to_html()
    assert "SIRET of the recipient announced by an unpublished word" in shown(page)
    assert "The portal would pre-fill 12 of its 13 fields." in shown(page)
    assert "12,118.04" in said(form_of(page)) and "inferred" in said(form_of(page))
    assert "Numéro d'engagement" in said(form_of(page))
    labels = [each for each in of_class(form_of(page), "entry")[1:] if each.find("dt/a[@lang='fr']") is not None]
    assert len(labels) == len(CHORUS_PRO.fields)
    for french in ("Avertissements", "Décisions", "Règles", "Ligne à imprimer", "trouvé"):
        assert french not in shown(page)


# Hostile print


SCRIPT = "<script>alert('1'+\"2\")</script>&amp;\u202e<img/src=x/onerror=alert(1)>\u2066\u200f]]>\x00\udc80"


def anything(raw: str) -> Parsed[str]:
    return Parsed(raw)


def with_a_thing(label: str) -> RulePack:
    value = ValueType(name="anything", pattern=re.compile(r"\S+"), parse=anything)
    return CHORUS_PRO.with_field(
        FieldRule(name="chose", label=label, keywords=("chose",), value=value, source="the tests")
    )


def hostile_report(lang: Lang) -> Report:
    """Return a report in which whatever can say something says what a page might take for markup."""
    drawn = replace(
        document(
            "FACTURE N° FA-12",
            f"{SCRIPT} {SCRIPT}",
            f"Chose : {SCRIPT}",
            f"SIRET client {SCRIPT} : {WRONG}",
            f"Engagement : <b>12 {SCRIPT}",
            f"Votre règlement est à faire à {SCRIPT} Factor",
            f"{SCRIPT} 12,00 € TTC {SCRIPT}",
        ),
        file_name=f"{SCRIPT}.pdf",
        embedded_files=(SCRIPT,),
    )
    report = chorus_ocr.recognize(drawn, rules=with_a_thing(label=f"Bloc {SCRIPT} : chose"), lang=lang)
    [first, *others] = report.warnings
    said_so = replace(
        first, title=SCRIPT, message=SCRIPT, hint=SCRIPT, print_text=SCRIPT, source=SCRIPT, slug=SCRIPT, field=SCRIPT
    )
    rules = replace(report.rules, name=SCRIPT, version=SCRIPT)
    return replace(report, warnings=(said_so, first, *others), not_run=(SCRIPT,), rules=rules)


@pytest.mark.slow
def test_the_page_of_any_file_stands_alone() -> None:
    if not SHARED.is_dir():
        pytest.skip(WITHOUT_SHARED)
    made = 0
    for path in sorted(SHARED.rglob("*.pdf")):
        with suppress(chorus_ocr.UnreadableDocument):
            assert_it_stands_alone(chorus_ocr.scan(path, today=TODAY).to_html())
            made += 1
    assert made > 100


@pytest.mark.parametrize("lang", list(Lang))
def test_nothing_that_an_invoice_says_is_obeyed(lang: Lang) -> None:
    report = hostile_report(lang)
    assert report.fields["chose"].status is Status.FOUND
    page = report.to_html()
    assert_it_stands_alone(page)
    assert "<script" not in page and "<img" not in page and SCRIPT not in page
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\x00\udc80]", page)
    assert page.count("&lt;script&gt;alert(&#x27;1&#x27;+&quot;2&quot;)&lt;/script&gt;&amp;amp;") > 12
    assert safe(SCRIPT) in shown(page)


def test_a_pdf_that_prints_markup_shows_markup() -> None:
    pdf = bill(with_(LINES, service="Code service : <script>A</script>", own="<!-- & --> \"Total TTC\" : '12,00 €'"))
    page = chorus_ocr.scan(pdf, file_name="<b>.pdf").to_html()
    assert_it_stands_alone(page)
    assert "<script" not in page and "&lt;b&gt;.pdf" in page


def test_a_file_that_could_not_be_read_is_told_safely() -> None:
    page = opening(Lang.EN) + failure(SCRIPT, SCRIPT, 1, Lang.EN) + failure("b", "c", 2, Lang.EN)
    page += closing([Listed(number=1, name=SCRIPT, verdict=element("b", SCRIPT))] * 2, Lang.EN, SCRIPT)
    assert_it_stands_alone(page)
    assert said(of_class(tree(page), "report")[1]) == "Chorus Pro pre-fill Contentsb× UNREADABLE c"


def test_a_masked_page_hides_what_the_plain_one_shows() -> None:
    report = scan(INVOICES / "invalid_siret.pdf")
    plain, masked = (shown(each.to_html()) for each in (report, report.masked()))
    for secret in ("invalid_siret", "217 029 147 00016", "PD-2026/231", "29/05/2026", "3 896,50", "ESPACES-VERTS"):
        assert secret in plain and secret not in masked
    assert "invalide : 900 000 000 00001" in masked and "xxxxxxx_siret.pdf" in masked


# How it looks


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, as WCAG 2 computes it."""
    digits = colour * 2 if len(colour) == 3 else colour
    wide = digits if len(colour) == 6 else "".join(mark * 2 for mark in colour)
    parts = [int(wide[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_text_stands_out_on_light_on_dark_and_on_paper() -> None:
    assert round(contrast("fff", "000"), 1) == 21.0 and contrast("777", "777") == 1.0
    roots = [
        dict(re.findall(r"--([a-z]+): #([0-9a-f]+)", rules)) for rules in re.findall(r":root \{(.*?)\}", STYLE, re.S)
    ]
    assert len(roots) == 3
    for colours in roots:
        for name in ("ink", "quiet", "link", "blocking", "warning", "info", "fine"):
            assert contrast(colours[name], colours["paper"]) >= 4.5, name
            assert contrast(colours[name], colours["sheet"]) >= 4.5, name
    for colours in roots[:2]:
        assert contrast(colours["on"], colours["blocking"]) >= 4.5


def test_a_severity_is_told_by_a_word() -> None:
    report = scan(INVOICES / "invalid_siret.pdf")
    assert said(tree(element("p", verdict(report)))).startswith("× BLOQUANT 1")
    assert said(findings(report.to_html())[0]).startswith("× BLOQUANT DES02 SIRET du destinataire invalide")


def test_every_class_that_the_style_names_is_used() -> None:
    told = chorus_ocr.scan(
        bill(with_(without(LINES, "tax", "rate"), client_siret="", service="", engagement="BDC n° : BC26-0417")),
        rules=with_infos(),
    ).to_html()
    pages = [told, *(scan(INVOICES / f"{name}.pdf").to_html() for name in ("invalid_siret", "two_engagements"))]
    pages.append(scan(INVOICES / "credit_note.pdf").to_html())
    used = {
        each for page in pages for name, value in Read(page).attributes if name == "class" for each in value.split()
    }
    named = set(re.findall(r"\.([a-z][a-z-]*)", re.sub(r"\{.*?\}", "{}", STYLE.replace("\n", " "))))
    assert len(named) > 25
    assert named <= used
