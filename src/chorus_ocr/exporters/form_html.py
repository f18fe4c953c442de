"""The clerk's sheet as a page of HTML, which looks like that of the report: digits are grouped to the eye only."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from chorus_ocr.drawing.markup import NEW_LINE, NOTHING, Markup, element, joined, prose
from chorus_ocr.exporters.form_text import COMPUTED, TITLE
from chorus_ocr.report.html import closing, opening, phrases
from chorus_ocr.report.html.form import FRENCH
from chorus_ocr.report.html.severity import badge

if TYPE_CHECKING:
    from chorus_ocr.compliance.warning import ComplianceWarning
    from chorus_ocr.exporters.form import FormBlock, FormLine, FormSheet

STYLE: Final = Markup("""
.sheet .value { user-select: all; -webkit-user-select: all; }
.sheet .value i { font-style: inherit; }
.sheet .value i + i { margin-left: .22em; }
.sheet .entry { grid-template-columns: 14.5rem 1fr; border-bottom: 1px dotted var(--rule); }
.sheet .entry:last-child { border-bottom: 0; }
.sheet .mark { flex-basis: 100%; }
.sheet .value + .mark, .sheet .given .mark { flex-basis: auto; }
.sheet .computed .mark { color: var(--warning); }
.sheet .blank { min-width: 9rem; min-height: 1.5em; }
.sheet .aside { color: var(--quiet); }
@media (max-width: 44rem) { .sheet .entry { grid-template-columns: 1fr; } }
@media print { .sheet .finding { padding: .3rem .6rem; } }
""")

_DIGITS: Final = re.compile(r"-?[0-9]{5,}(,[0-9]+)?")


def form_html(sheet: "FormSheet") -> str:
    """Return the sheet as a page that stands alone."""
    lang, name = sheet.lang, sheet.file or "<bytes>"
    title = TITLE.in_lang(lang)
    head = element("header", element("p", element("span", prose(title)), class_="kind"), element("h1", name))
    alerts = [_alert(each, sheet) for each in sheet.alerts]
    blocks = [_block(block, sheet) for block in sheet.blocks]
    legend = element("p", prose(phrases.NOT_PRINTED.in_lang(lang)), class_="legend") if sheet.computed else NOTHING
    parts = [head, *([element("section", joined(alerts, NEW_LINE))] if alerts else [])]
    parts.append(element("section", joined(blocks, NEW_LINE), legend, class_="form"))
    article = element("article", joined(parts, NEW_LINE), class_="report sheet")
    return f"{opening(lang, f'{name} – {title}', STYLE)}{article}\n{closing((), lang, '')}"


def _alert(warning: "ComplianceWarning", sheet: "FormSheet") -> Markup:
    head = joined([badge(warning.severity, sheet.lang), warning.code], Markup(" "))
    hint = element("p", prose(warning.hint), class_="hint") if warning.hint else NOTHING
    told = element("p", prose(warning.message), class_="message")
    return element("article", element("p", head), told, hint, class_=f"finding {warning.severity}")


def _block(block: "FormBlock", sheet: "FormSheet") -> Markup:
    lines = joined((_line(line, sheet) for line in block.lines), NEW_LINE)
    return element("section", element("h3", block.title, lang=FRENCH), element("dl", lines), NEW_LINE, class_="block")


def _line(line: "FormLine", sheet: "FormSheet") -> Markup:
    kind = "computed inferred" if line.computed else "given" if line.by_choice else "read"
    label = element("dt", prose(line.label), lang=FRENCH)
    return element("div", label, element("dd", joined(_told(line, sheet), Markup(" "))), class_=f"entry {kind}")


def _told(line: "FormLine", sheet: "FormSheet") -> Iterator[Markup]:
    if line.blank:
        yield element("span", NOTHING, class_="blank", role="img", aria_label=phrases.BLANK.in_lang(sheet.lang))
    else:
        yield element("span", _grouped(line.value), class_="value", lang=FRENCH)
    if line.computed:
        yield element("span", COMPUTED.in_lang(sheet.lang), class_="mark")
    for note in line.notes:
        yield element("span", prose(note), class_="mark")


def _grouped(value: str) -> Markup:
    """Return a value whose digits stand in threes; what is copied has no spaces.

    >>> _grouped("-11168,70")
    '<i>-11</i><i>168,70</i>'
    """
    if not _DIGITS.fullmatch(value):
        return element("i", value)
    whole, comma, decimals = value.partition(",")
    groups = _in_threes(whole, from_left=not comma)
    groups[-1] += comma + decimals
    return joined(element("i", group) for group in groups)


def _in_threes(digits: str, *, from_left: bool) -> list[str]:
    """Split digits: an amount from its right, a number (« 110 002 011 00044 ») from its left."""
    if from_left:
        head = [digits[at : at + 3] for at in range(0, min(len(digits), 9), 3)]
        return [*head, digits[9:]] if len(digits) > 9 else head
    cut = len(digits) % 3 or 3
    if digits.startswith("-"):
        cut = (len(digits) - 1) % 3 + 1 if (len(digits) - 1) % 3 else 4
    return [digits[:cut], *(digits[at : at + 3] for at in range(cut, len(digits), 3))]
