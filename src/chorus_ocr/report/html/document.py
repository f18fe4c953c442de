"""The page as a whole: one report, or many that are written one after the other and listed at the end."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from chorus_ocr.compliance.messages import Lang
from chorus_ocr.compliance.warning import SEVERITIES, Severity
from chorus_ocr.drawing.markup import NEW_LINE, NOTHING, Markup, element, joined, prose
from chorus_ocr.recognition.candidate import Status
from chorus_ocr.report.form import form_entries
from chorus_ocr.report.html import phrases
from chorus_ocr.report.html.decisions import decisions_section
from chorus_ocr.report.html.facts import facts_section
from chorus_ocr.report.html.form import form_section
from chorus_ocr.report.html.severity import badge, signed
from chorus_ocr.report.html.style import STYLE
from chorus_ocr.report.html.warnings import warnings_section
from chorus_ocr.report.page_view import page_drawings
from chorus_ocr.report.phrases import FINE
from chorus_ocr.report.reported import Reported

CONTENTS: Final = "contents"
"""The anchor of the list of contents."""

NO_DRAWINGS: Final[Mapping[int, Markup]] = {}

POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""What a browser is told besides: should anything ever slip through, it is neither run nor fetched."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A part of a page as the list of contents tells it: the number of its anchor, its name, its badges."""

    number: int
    name: str
    verdict: Markup


def page(report: Reported, name: str) -> str:
    """Return one report as a whole page."""
    title = f"{name} – {phrases.KIND.in_lang(report.lang)}"
    told = article(report, name, 1, page_drawings(report))
    return opening(report.lang, title) + told + "\n" + closing((), report.lang, "")


def opening(lang: Lang, title: str = "", style: Markup = NOTHING) -> str:
    """Return the beginning of a page, which ``closing`` ends; ``style``: rules of its own besides."""
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", prose(title or phrases.KIND.in_lang(lang))),
        element("style", STYLE, style),
    )
    return f'<!DOCTYPE html>\n<html lang="{lang}">\n{head}\n<body>\n'


def article(report: Reported, name: str, number: int, drawings: Mapping[int, Markup] = NO_DRAWINGS) -> Markup:
    """Return a report as a part of a page; ``number`` counts the parts from 1.

    ``drawings``: pages of the document as drawings, by their number.
    """
    anchor = anchor_of(number)
    sections = [
        _header(report, name, number),
        form_section(report, anchor),
        warnings_section(report, anchor),
        decisions_section(report, anchor),
        facts_section(report, name, anchor, drawings),
    ]
    return element("article", joined(sections, NEW_LINE), class_="report", id=anchor)


def failure(name: str, cause: str, number: int, lang: Lang) -> Markup:
    """Return the part of a page that tells of a file that could not be read."""
    told = [_kind(number, lang), element("h1", name), element("p", unread(lang), " ", prose(cause), class_="verdict")]
    return element("article", element("header", *told), class_="report", id=anchor_of(number))


def closing(listed: Sequence[Listed], lang: Lang, summary: str) -> str:
    """Return the end of a page: the list of contents, which the style puts first, where there is more than one part."""
    nav = ""
    if len(listed) > 1:
        items = [
            element("li", element("a", each.name, href=f"#{anchor_of(each.number)}"), " ", each.verdict)
            for each in listed
        ]
        title = element("h1", phrases.CONTENTS.in_lang(lang))
        nav = element("nav", title, element("p", prose(summary)), element("ol", joined(items, NEW_LINE)), id=CONTENTS)
    return f"{nav}\n</body>\n</html>\n"


def verdict(report: Reported) -> Markup:
    """Return how many warnings there are of each severity, as badges."""
    counts = Counter(warning.severity for warning in report.warnings)
    told = [badge(severity, report.lang, counts[severity]) for severity in SEVERITIES if counts[severity]]
    return joined(told or [signed("✓", FINE.in_lang(report.lang).rstrip("."), "fine")], Markup(" "))


def unread(lang: Lang) -> Markup:
    """Return the badge of a file that could not be read."""
    return signed("×", phrases.UNREADABLE.in_lang(lang), Severity.BLOCKING)


def hidden_name(number: int, lang: Lang) -> str:
    """Return what a file that could not be read is called where names are hidden."""
    return phrases.FILE_NUMBER.in_lang(lang, number=number)


def anchor_of(number: int) -> str:
    """Return the anchor of a part of a page."""
    return f"report-{number}"


def _header(report: Reported, name: str, number: int) -> Markup:
    lang = report.lang
    worst = [phrases.VERDICTS[warning.severity].in_lang(lang) for warning in report.warnings[:1]]
    entries = [entry for entry in form_entries(report) if entry.prefilled]
    filled = sum(bool(entry.values) and entry.status is not Status.INFERRED for entry in entries)
    told = [
        _kind(number, lang),
        element("h1", name),
        element("p", verdict(report), class_="verdict"),
        element("p", prose(" ".join([*worst, phrases.COUNTS.in_lang(lang, filled=filled, count=len(entries))]))),
    ]
    return element("header", joined(told, NEW_LINE))


def _kind(number: int, lang: Lang) -> Markup:
    kind = element("span", phrases.KIND.in_lang(lang))
    back = element("a", phrases.CONTENTS.in_lang(lang), href=f"#{CONTENTS}") if number > 1 else ""
    return element("p", kind, " ", back, class_="kind")
