"""The warnings on the page: most severe first, the mere infos folded away by what they are about."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from chorus_ocr.catalogue.entries import FAMILIES, family
from chorus_ocr.compliance.messages import Lang
from chorus_ocr.compliance.warning import ComplianceWarning, Severity
from chorus_ocr.drawing.markup import NEW_LINE, Markup, element, joined, prose
from chorus_ocr.report.html import phrases
from chorus_ocr.report.html.anchors import decision_anchor, page_anchor, warning_anchor
from chorus_ocr.report.html.form import FRENCH
from chorus_ocr.report.html.severity import badge
from chorus_ocr.report.phrases import FINE
from chorus_ocr.report.reported import Reported

FEW_INFOS: Final = 3
"""So many infos, or fewer, are shown unfolded."""


class _Placed(NamedTuple):
    warning: ComplianceWarning
    anchor: str


def warnings_section(report: Reported, anchor: str) -> Markup:
    """Return the warnings."""
    placed = [_Placed(each, warning_anchor(anchor, at)) for at, each in enumerate(report.warnings)]
    grave = [each for each in placed if each.warning.severity is not Severity.INFO]
    infos = [each for each in placed if each.warning.severity is Severity.INFO]
    shown = [_warning(each, report, anchor, "h3") for each in grave]
    if not placed:
        shown.append(element("p", prose(FINE.in_lang(report.lang)), class_="fine"))
    return element(
        "section",
        element("h2", phrases.WARNINGS.in_lang(report.lang)),
        *shown,
        *_infos(infos, report, anchor),
        class_="warnings",
        id=f"{anchor}-warnings",
    )


def _infos(infos: Sequence[_Placed], report: Reported, anchor: str) -> Iterator[Markup]:
    if not infos:
        return
    yield element("h3", prose(phrases.INFOS.in_lang(report.lang, count=len(infos))))
    families: dict[str, list[_Placed]] = {}
    for each in infos:
        families.setdefault(family(each.warning.code), []).append(each)
    for letters, own in families.items():
        yield element(
            "details",
            element("summary", badge(Severity.INFO, report.lang, len(own)), " ", _name(letters, own, report.lang)),
            *(_warning(each, report, anchor, "h4") for each in own),
            class_="infos",
            open=len(infos) <= FEW_INFOS,
        )


def _name(letters: str, own: Sequence[_Placed], lang: Lang) -> Markup:
    known = FAMILIES.get(letters)
    name = letters if known is None else f"{letters} – {known.in_lang(lang)}"
    titles = " · ".join(dict.fromkeys(each.warning.title for each in own))
    return joined([element("b", name), " ", element("span", prose(titles), class_="titles")])


def _warning(placed: _Placed, report: Reported, anchor: str, heading: str) -> Markup:
    warning, lang = placed.warning, report.lang
    parts = [
        element(
            heading,
            badge(warning.severity, lang), " ", element("span", warning.code, class_="code"), " ", prose(warning.title),
        ),
        element("p", prose(warning.message), class_="message"),
    ]  # fmt: skip
    if warning.hint:
        parts.append(element("p", prose(warning.hint), class_="hint"))
    if warning.print_text is not None:
        caption = element("figcaption", phrases.LINE.in_lang(lang))
        parts.append(element("figure", caption, element("pre", warning.print_text), class_="line"))
    about = _about(warning, report, anchor)
    told = [element("div", element("dt", name), element("dd", what)) for name, what in about.items()]
    parts.append(element("dl", *told, class_="about"))
    return element("article", joined(parts, NEW_LINE), NEW_LINE, class_=f"finding {warning.severity}", id=placed.anchor)


def _about(warning: ComplianceWarning, report: Reported, anchor: str) -> Mapping[str, Markup]:
    """Return what there is to know of a warning besides, by name."""
    told = {}
    if warning.field is not None:
        rule = report.rules.fields.get(warning.field)
        label = warning.field if rule is None else rule.label
        shown = prose(label)
        if rule is not None:
            shown = element("a", shown, href=f"#{decision_anchor(anchor, warning.field)}", lang=FRENCH)
        told[phrases.FIELD.in_lang(report.lang)] = shown
    if warning.page is not None:
        number: Markup = prose(str(warning.page))
        if warning.page in [page.number for page in report.document.pages]:
            number = element("a", number, href=f"#{page_anchor(anchor, warning.page)}")
        told[phrases.PAGE.in_lang(report.lang)] = number
    told[phrases.CHECK.in_lang(report.lang)] = element("code", warning.slug)
    told[phrases.SOURCE.in_lang(report.lang)] = prose(warning.source)
    return told
