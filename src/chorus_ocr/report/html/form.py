"""The form on the page: block by block, blanks with what would fill them."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from chorus_ocr.compliance.messages import Lang
from chorus_ocr.drawing.markup import NEW_LINE, Markup, element, joined, prose
from chorus_ocr.recognition.candidate import Status
from chorus_ocr.report.form import Entry, form_entries, lines_to_print
from chorus_ocr.report.html import phrases
from chorus_ocr.report.html.anchors import decision_anchor, warnings_about
from chorus_ocr.report.html.severity import code_link
from chorus_ocr.report.reported import Reported

FRENCH = "fr"
"""The language of the form's labels, whatever that of the messages."""


def form_section(report: Reported, anchor: str) -> Markup:
    """Return the form."""
    entries = list(form_entries(report))
    wide = max((_width(value) for entry in entries if entry.amount for value in entry.values), default=0.0)
    blocks = [_cadre(report)]
    for name, own in groupby(entries, key=lambda entry: entry.block):
        shown = [_entry(entry, report, anchor, wide) for entry in own]
        blocks.append(_block(name or phrases.OTHER_FIELDS.in_lang(report.lang), shown))
    return element(
        "section",
        element("h2", phrases.FORM.in_lang(report.lang)),
        *blocks,
        *_legend(entries, report.lang),
        class_="form",
    )


def _width(amount: str) -> float:
    """Return about how wide an amount is, in digits: signs and separators are half as wide."""
    return sum(1.0 if mark.isdigit() else 0.5 for mark in amount)


def _block(name: str, entries: Sequence[Markup]) -> Markup:
    heading = element("h3", name, lang=FRENCH)
    return element("section", heading, element("dl", joined(entries, NEW_LINE)), NEW_LINE, class_="block")


def _cadre(report: Reported) -> Markup:
    told = element("dd", element("span", report.cadre.label, class_="value", lang=FRENCH), " ",
                   element("span", prose(phrases.CHOSEN.in_lang(report.lang)), class_="mark"))  # fmt: skip
    entry = element("div", element("dt", str(report.cadre)), told, class_="entry found")
    return _block(phrases.CADRE.in_lang(report.lang), [entry])


def _entry(entry: Entry, report: Reported, anchor: str, wide: float) -> Markup:
    label = element("a", entry.label, href=f"#{decision_anchor(anchor, entry.name)}", lang=FRENCH)
    by_hand = "" if entry.prefilled else element("span", "*", class_="by-hand")
    quiet = " quiet" if entry.needless else ""
    return element(
        "div",
        element("dt", label, by_hand),
        element("dd", joined(_told(entry, report, anchor, wide), Markup(" "))),
        class_=f"entry {entry.status}{quiet}",
    )


def _told(entry: Entry, report: Reported, anchor: str, wide: float) -> Iterator[Markup]:
    width = f"min-width:{wide:g}ch" if entry.amount else None
    for value in entry.values:
        yield element("span", value, class_="value amount" if entry.amount else "value", style=width)
    if not entry.values:
        yield element("span", phrases.BLANK.in_lang(report.lang), class_="blank")
    if entry.mark:
        mark = phrases.IF_ANY.in_lang(report.lang, mark=entry.mark) if entry.needless else entry.mark
        yield element("span", prose(mark), class_="mark")
    yield from (code_link(warning, own) for warning, own in warnings_about(entry.name, report.warnings, anchor))
    lines = lines_to_print(report, entry.name)
    if lines and not entry.values:
        told = phrases.TO_PRINT.in_lang(report.lang)
        yield element("span", prose(told), " ", *(element("code", line) for line in lines), class_="to-print")


def _legend(entries: Sequence[Entry], lang: Lang) -> Iterator[Markup]:
    if any(entry.status is Status.INFERRED for entry in entries):
        yield element("p", prose(phrases.NOT_PRINTED.in_lang(lang)), class_="legend")
    if not all(entry.prefilled for entry in entries):
        yield element("p", prose(phrases.BY_HAND.in_lang(lang)), class_="legend")
