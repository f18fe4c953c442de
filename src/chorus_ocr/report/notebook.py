"""A report as a notebook shows it: the form, the warnings, and the pages with the decisions on them."""

from chorus_ocr.compliance.messages import Text
from chorus_ocr.drawing.beside import figure, table
from chorus_ocr.drawing.markup import NEW_LINE, Markup, element, joined, prose
from chorus_ocr.report.form import form_entries
from chorus_ocr.report.overlay import drawn_pages, sheet
from chorus_ocr.report.phrases import FINE, SEVERITIES, STATUSES
from chorus_ocr.report.reported import Reported

_FORM = (Text("Champ", "Field"), Text("Valeur", "Value"), Text("Décision", "Decision"))
_WARNINGS = (Text("Gravité", "Severity"), Text("Contrôle", "Check"), Text("Message", "Message"))
_PAGE = Text("Page {number}", "Page {number}")


def report_html(report: Reported) -> str:
    """Return a report as a piece of HTML: the same facts as its page, in brief."""
    told = [element("p", element("b", report.document.file_name or "<bytes>")), _form(report), _warnings(report)]
    for at, number in enumerate(drawn_pages(report)):
        summary = element("summary", _PAGE.in_lang(report.lang, number=number))
        told.append(element("details", summary, figure(sheet(report, number)), open=at == 0))
    return element("div", joined(told, NEW_LINE))


def _form(report: Reported) -> Markup:
    rows = []
    for entry in form_entries(report):
        told = " – ".join(dict.fromkeys(filter(None, (STATUSES[entry.status].in_lang(report.lang), entry.mark))))
        rows.append((f"{entry.block} : {entry.label}" if entry.block else entry.label, "\n".join(entry.values), told))
    return table([head.in_lang(report.lang) for head in _FORM], rows)


def _warnings(report: Reported) -> Markup:
    if not report.warnings:
        return element("p", prose(FINE.in_lang(report.lang)))
    rows = [
        (SEVERITIES[each.severity].in_lang(report.lang), each.code, f"{each.message} {each.hint}")
        for each in report.warnings
    ]
    return table([head.in_lang(report.lang) for head in _WARNINGS], rows)
