"""A comparison as a page of HTML that stands alone."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from chorus_ocr.compliance.messages import Lang
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.drawing.markup import NEW_LINE, NOTHING, Markup, element, joined, prose
from chorus_ocr.report.html import closing, opening, signed
from chorus_ocr.tuning.comparison_text import COUNTS, SIGNS, side, told
from chorus_ocr.tuning.grading import Grade, Tally
from chorus_ocr.tuning.tables import shown

if TYPE_CHECKING:
    from chorus_ocr.tuning.comparison import Comparison, DocumentComparison, Effects, FieldComparison

TITLE: Final = "Comparison of two rule packs"
UNFOLDED: Final = 5
"""How many documents are shown unfolded."""

STYLE: Final = Markup("""
.comparison > * + * { margin-top: 2rem; }
.comparison section { overflow-x: auto; }
.comparison table { width: 100%; margin-bottom: .6rem; overflow-wrap: normal; }
.comparison th, .comparison td { vertical-align: top; }
.comparison .told { text-align: left; }
.comparison details { border-top: 1px solid var(--rule); padding: .4rem 0; }
.comparison summary { cursor: pointer; padding-bottom: .3rem; }
.comparison .cause { color: var(--quiet); font-size: .875rem; }
.comparison ul { padding-left: 1.25rem; }
""")
"""What this page needs besides the style of a report's page."""


def page(comparison: "Comparison", worst: int | None) -> str:
    """Return a comparison as a whole page, with so many documents, or all that differ."""
    title = f"{TITLE}: {comparison.diff.before} → {comparison.diff.after}"
    article = element("article", _content(comparison, worst), class_="comparison")
    return opening(Lang.EN, title, STYLE) + article + "\n" + closing((), Lang.EN, "")


def _content(comparison: "Comparison", worst: int | None) -> Markup:
    sections = [
        _header(comparison),
        _section("Net effect", _sides(comparison)),
        _section("What differs between the packs", _changes(comparison)),
        _section("By field", _by_field(comparison)),
        _section("Documents to look at first", _documents(comparison, worst)),
        _section("Not read", _list(map(str, comparison.unread))),
        _section("Left out", _list(map(str, comparison.skipped))),
        _section("Not in the rule packs", _list(comparison.before.unknown_fields)),
    ]
    return joined(sections, NEW_LINE)


def _header(comparison: "Comparison") -> Markup:
    documents, effects = comparison.documents, comparison.effects
    graded = sum(each.graded for each in documents)
    return element(
        "header",
        element("h1", TITLE),
        element("p", comparison.diff.before, " → ", comparison.diff.after),
        element("p", badges(effects), class_="verdict"),
        element("p", f"{len(documents)} documents, {graded} with a truth; net effect {effects.net:+}: {effects}."),
    )


def badges(effects: "Effects") -> Markup:
    """Return what is broken, fixed and changed as badges, each with its word; that nothing is where nothing is."""
    kinds = (str(Severity.BLOCKING), str(Severity.WARNING), "fine", str(Severity.INFO))
    counted = zip(SIGNS, effects.to_dict().values(), COUNTS, kinds, strict=False)
    told = [signed(sign, f"{word.upper()} {count}", kind) for sign, count, word, kind in counted if count]
    return joined(told or [signed("✓", "NOTHING DIFFERS", "fine")], Markup(" "))


def _section(title: str, content: Markup) -> Markup:
    return element("section", element("h2", title), content) if content else NOTHING


def _sides(comparison: "Comparison") -> Markup:
    grades = (Grade.CORRECT, Grade.FLAGGED, Grade.WRONG, Grade.SPURIOUS, Grade.MISSING)
    heads = ("wrong-rate", "recall", "printed", *map(str, grades))

    def row(name: str, tally: Tally) -> tuple[str, ...]:
        counts = (str(getattr(tally, grade)) for grade in grades)
        return name, f"{tally.wrong_rate:.4f}", f"{tally.recall:.4f}", str(tally.printed), *counts

    return _table("", heads, [row("before", comparison.before.total), row("after", comparison.after.total)])


def _changes(comparison: "Comparison") -> Markup:
    worth = comparison.by_change
    if not comparison.diff.changes:
        return element("p", "Nothing.")
    rows = [
        (str(change), *(_counts(worth[change]) if change in worth else ("",) * (len(COUNTS) - 1)))
        for change in comparison.diff.changes
    ]
    return _table("change", COUNTS[:-1], rows)


def _counts(effects: "Effects") -> tuple[str, ...]:
    return tuple(str(count) for count in effects.to_dict().values())[: len(COUNTS) - 1]


def _by_field(comparison: "Comparison") -> Markup:
    rows = [
        (name, *map(str, each.to_dict().values()))
        for name, each in comparison.by_field.items()
        if each.broken or each.fixed or each.changed
    ]
    return _table("field", COUNTS, rows) if rows else element("p", "No field differs.")


def _documents(comparison: "Comparison", worst: int | None) -> Markup:
    found = comparison.worst()
    looked_at = found[:worst]
    parts = [_document(each, unfolded=at < UNFOLDED) for at, each in enumerate(looked_at)]
    more = len(found) - len(looked_at)
    if more:
        parts.append(element("p", f"and {more} more documents that differ"))
    return joined(parts or [element("p", "None.")], NEW_LINE)


def _document(document: "DocumentComparison", *, unfolded: bool) -> Markup:
    summary = [element("b", document.id), badges(document.effects), element("span", document.source, class_="cause")]
    return element(
        "details",
        element("summary", joined(summary, Markup(" "))),
        _text_table(
            ("field", "effect", "printed", "before", "after", "by"),
            [list(_difference(each, graded=document.graded)) for each in document.differences],
        ),
        open=unfolded,
    )


def _difference(each: "FieldComparison", *, graded: bool) -> Iterator[Markup]:
    yield element("code", each.field)
    yield element("span", told(each).partition(" · ")[0])
    yield element("span", shown(each.before.expected) if graded else "")
    yield element("span", prose(side(each.before)))
    yield element("span", prose(side(each.after)))
    yield joined(element("div", prose(str(change)), class_="cause") for change in each.responsible)


def _list(items: Iterable[str]) -> Markup:
    told = [element("li", item) for item in items]
    return element("ul", joined(told, NEW_LINE)) if told else NOTHING


def _table(corner: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Markup:
    """Return a table of figures; the first cell of a row names it."""
    head = element("tr", _head(corner), *(element("th", each, scope="col") for each in heads))
    body = [
        element(
            "tr", element("th", prose(row[0]), scope="row", class_="told"), *(element("td", each) for each in row[1:])
        )
        for row in rows
    ]
    return element("table", element("thead", head), element("tbody", joined(body, NEW_LINE)))


def _text_table(heads: Sequence[str], rows: Iterable[Sequence[Markup]]) -> Markup:
    head = element("tr", *map(_head, heads))
    body = [element("tr", *(element("td", each, class_="told") for each in row)) for row in rows]
    return element("table", element("thead", head), element("tbody", joined(body, NEW_LINE)))


def _head(name: str) -> Markup:
    return element("th", name, scope="col", class_="told") if name else element("td")
