"""The decisions on the page: each field folded away, with what ``Report.explain`` says of it."""

from chorus_ocr.drawing.markup import NEW_LINE, Markup, element, joined, prose
from chorus_ocr.recognition.candidate import Decision
from chorus_ocr.recognition.field import FieldRule
from chorus_ocr.report.explain import explanation
from chorus_ocr.report.form import Entry, form_entries
from chorus_ocr.report.html import phrases
from chorus_ocr.report.html.anchors import decision_anchor, warnings_about
from chorus_ocr.report.html.form import FRENCH
from chorus_ocr.report.html.severity import code_link
from chorus_ocr.report.phrases import STATUSES
from chorus_ocr.report.reported import Reported


def decisions_section(report: Reported, anchor: str) -> Markup:
    """Return the decisions, in the order of the form."""
    told = [
        _decision(entry, report.rules.fields[entry.name], report.recognition[entry.name], report, anchor)
        for entry in form_entries(report)
    ]
    heading = element("h2", phrases.DECISIONS.in_lang(report.lang))
    return element("section", heading, joined(told, NEW_LINE), class_="decisions")


def _decision(
    entry: Entry, rule: FieldRule[object], decision: Decision[object], report: Reported, anchor: str
) -> Markup:
    status = STATUSES[entry.status].in_lang(report.lang)
    about = [code_link(warning, own) for warning, own in warnings_about(entry.name, report.warnings, anchor)]
    summary = [
        element("span", prose(rule.label), class_="label", lang=FRENCH),
        element("span", status, class_=f"status {entry.status}"),
        element("span", " ; ".join(entry.values), class_="value"),
        *about,
    ]
    body = [element("p", element("code", rule.name))]
    for head, items in explanation(rule, decision, report.rules.fields, report.lang):
        if not head:
            body.extend(element("p", prose(item)) for item in items)
            continue
        body.append(element("p", prose(head)))
        if items:
            body.append(element("ul", *(element("li", prose(item)) for item in items)))
    # A browser unfolds what holds the target of a link, not the target itself.
    return element(
        "details",
        element("summary", joined(summary, Markup(" "))),
        element("div", *body, id=decision_anchor(anchor, entry.name)),
    )
