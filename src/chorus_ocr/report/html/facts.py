"""What the page tells of the document and of the rules; drawings of the pages stand here, too."""

from collections.abc import Mapping

from chorus_ocr.compliance.messages import Lang
from chorus_ocr.drawing.markup import NEW_LINE, NOTHING, Markup, element, joined, prose
from chorus_ocr.reading.document import Document, Page
from chorus_ocr.report.html import phrases
from chorus_ocr.report.html.anchors import page_anchor
from chorus_ocr.report.html.form import FRENCH
from chorus_ocr.report.reported import Reported

MILLIMETRES = 25.4 / 72
"""In a point."""


def facts_section(report: Reported, name: str, anchor: str, drawings: Mapping[int, Markup]) -> Markup:
    """Return the facts, and the drawings of pages by their number."""
    facts = [element("div", element("dt", prose(label)), element("dd", told))
             for label, told in _facts(report, name).items()]  # fmt: skip
    left_out = element("p", phrases.NOT_DRAWN.in_lang(report.lang), class_="legend")
    return element(
        "section",
        element("h2", phrases.FACTS.in_lang(report.lang)),
        element("dl", joined(facts, NEW_LINE), class_="facts"),
        _pages(report.document, anchor, report.lang),
        *(
            element("figure", drawing, element("figcaption", f"{phrases.PAGE.in_lang(report.lang)} {number}"))
            for number, drawing in drawings.items()
        ),
        NOTHING if drawings or not report.document.pages else left_out,
        class_="document",
    )


def _facts(report: Reported, name: str) -> Mapping[str, Markup]:
    document, rules, lang = report.document, report.rules, report.lang
    read = ", ".join(str(page.number) for page in document.pages) or phrases.NONE.in_lang(lang)
    scope = phrases.SCOPES[document.scope].in_lang(lang)
    fingerprint = phrases.FINGERPRINT.in_lang(lang, fingerprint=rules.fingerprint)
    cadre = element("span", f"{report.cadre} : {report.cadre.label}", lang=FRENCH)
    told: dict[str, Markup | str] = {
        phrases.FILE.in_lang(lang): name,
        phrases.PAGES.in_lang(lang): str(document.page_count),
        phrases.PAGES_READ.in_lang(lang): f"{read} ({scope})",
        phrases.SIZE.in_lang(lang): phrases.BYTES.in_lang(lang, count=_grouped(document.byte_size, lang)),
        phrases.PROTECTED.in_lang(lang): (phrases.YES if document.encrypted else phrases.NO).in_lang(lang),
        phrases.SIGNATURES.in_lang(lang): str(document.signatures),
        phrases.ATTACHED.in_lang(lang): ", ".join(document.embedded_files) or phrases.NONE.in_lang(lang),
        phrases.CADRE.in_lang(lang): cadre,
        phrases.RULES.in_lang(lang): f"{rules.name} {rules.version}, {fingerprint}",
        phrases.NOT_RUN.in_lang(lang): ", ".join(report.not_run) or phrases.NONE.in_lang(lang),
    }
    return {label: each if isinstance(each, Markup) else prose(each) for label, each in told.items()}


def _pages(document: Document, anchor: str, lang: Lang) -> Markup:
    counted = () if document.bare else (phrases.WORDS, phrases.OFF_PAGE, phrases.FILLED, phrases.IMAGES)
    columns = (phrases.PAGE, phrases.FORMAT, *counted)
    head = element("tr", *(element("th", column.in_lang(lang), scope="col") for column in columns))
    rows = [_page(page, anchor, lang, counted=not document.bare) for page in document.pages]
    return element("table", element("thead", head), element("tbody", joined(rows, NEW_LINE)))


def _page(page: Page, anchor: str, lang: Lang, *, counted: bool) -> Markup:
    size = f"{page.width * MILLIMETRES:.0f} × {page.height * MILLIMETRES:.0f} mm"
    counts = (len(page.words), len(page.off_page), len(page.form_values), len(page.images)) if counted else ()
    told = [size, *(_grouped(count, lang) for count in counts)]
    number = element("th", str(page.number), scope="row")
    return element("tr", number, *(element("td", each) for each in told), id=page_anchor(anchor, page.number))


def _grouped(count: int, lang: Lang) -> str:
    return f"{count:,}" if lang is Lang.EN else f"{count:,}".replace(",", " ")
