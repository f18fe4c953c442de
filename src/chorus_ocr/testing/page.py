"""The result of a check as HTML: a piece for a notebook, and a page that stands alone, with the report below it."""

from chorus_ocr.compliance.messages import Text
from chorus_ocr.drawing.beside import table
from chorus_ocr.drawing.markup import NEW_LINE, Markup, element, joined, prose
from chorus_ocr.report import html
from chorus_ocr.report.phrases import SEVERITIES
from chorus_ocr.report.unread import cause_in
from chorus_ocr.testing.invoice_check import Difference, InvoiceCheck
from chorus_ocr.testing.text import MEANT, READ, WHY, headline, shown

_TITLE = Text("Ce qui était prévu, et ce qui se lit", "What was meant, and what is read")
_FIELD = Text("champ", "field")
_FIX = Text("que faire", "what to do")
_SEVERITY = Text("gravité", "severity")
_CHECK = Text("contrôle", "check")
_MESSAGE = Text("message", "message")


def page(check: InvoiceCheck) -> str:
    """Return a page: what differs, then the report, or why there is none."""
    title = element("h1", prose(_TITLE.in_lang(check.lang)))
    told = [element("article", title, NEW_LINE, _differences(check), class_="report", id="check")]
    if check.error is not None:
        told.append(html.failure(check.source, cause_in(check.error, check.lang), 1, check.lang))
    elif check.report is not None:
        told.append(html.article(check.report, check.source, 1, html.page_drawings(check.report)))
    return html.opening(check.lang, check.source) + joined(told, NEW_LINE) + "\n" + html.closing((), check.lang, "")


def section(check: InvoiceCheck) -> Markup:
    """Return what differs and the warnings that count, as tables."""
    lang = check.lang
    told = [_differences(check)]
    if check.warnings:
        heads = [each.in_lang(lang) for each in (_SEVERITY, _CHECK, _MESSAGE, _FIX)]
        rows = [
            (SEVERITIES[each.severity].in_lang(lang), each.code, each.message, each.hint) for each in check.warnings
        ]
        told.append(table(heads, rows))
    return element("div", joined(told, NEW_LINE))


def _differences(check: InvoiceCheck) -> Markup:
    told = [element("p", element("b", prose(headline(check))))]
    if check.differences:
        heads = [each.in_lang(check.lang) for each in (_FIELD, MEANT, READ, WHY, _FIX)]
        told.append(table(heads, [_row(each, check) for each in check.differences]))
    return element("div", joined(told, NEW_LINE), style="overflow-wrap:break-word")  # no word breaks in a narrow column


def _row(difference: Difference, check: InvoiceCheck) -> tuple[str, ...]:
    reasons = [*difference.why, *(f"{each.code} {each.message}" for each in difference.warnings)]
    return (
        difference.label,
        shown(difference.meant, check, difference.field),
        shown(difference.read, check, difference.field),
        " — ".join(reasons),
        " — ".join(difference.fixes),
    )
