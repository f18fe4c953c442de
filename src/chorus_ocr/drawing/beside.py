"""What stands beside a drawing in a page of HTML: tables that take their colours from wherever they are shown.

Only ``style`` attributes are used: a style sheet in the output of a notebook would reach all the rest of it.
"""

from collections.abc import Sequence
from typing import Final

from chorus_ocr.drawing.marks import MOST_ROWS, Row, Sheet
from chorus_ocr.drawing.markup import NEW_LINE, Markup, element, joined, prose
from chorus_ocr.drawing.svg import drawing

_LEFT: Final = "text-align:left;vertical-align:top;padding:.15em .8em .15em 0"
_RIGHT: Final = "text-align:right;vertical-align:top;padding:.15em .8em .15em 0"
_LINE: Final = ";border-bottom:1px solid currentColor"
_HEAD: Final = _LEFT + _LINE
_TAG: Final = f"{_LEFT};white-space:nowrap;font-weight:bold"
_FIELD: Final = f"{_LEFT};min-width:9em;overflow-wrap:break-word"
_SIDE: Final = "display:flex;flex-wrap:wrap;gap:1em;align-items:flex-start"
_PAGE: Final = "flex:1 1 24em;max-width:60em"
_ROWS: Final = "flex:1 1 20em;border-collapse:collapse;font-size:.875em"


def figure(sheet: Sheet) -> Markup:
    """Return a page as a drawing, with its table beside it where there is room, else under it."""
    if not sheet.rows:
        return element("div", drawing(sheet), style=_PAGE)
    told = [_row(row) for row in sheet.rows[:MOST_ROWS]]
    head = element("tr", *(element("th", each, scope="col", style=_HEAD) for each in sheet.heads))
    rows = element("table", element("thead", head), element("tbody", joined(told, NEW_LINE)), style=_ROWS)
    return element("div", element("div", drawing(sheet), style=_PAGE), NEW_LINE, rows, style=_SIDE)


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], title: str = "", *, figures: bool = False) -> Markup:
    """Return a table; the first cell of a row is its head. ``figures``: the others hold numbers, and stand right."""
    cell = _RIGHT if figures else _LEFT
    body = [
        element(
            "tr",
            element("th", prose(first), scope="row", style=_LEFT),
            *(element("td", prose(each), style=cell) for each in rest),
        )
        for first, *rest in rows
    ]
    corner, *others = heads
    head = element(
        "tr",
        element("th", prose(corner), scope="col", style=_HEAD),
        *(element("th", prose(each), scope="col", style=cell + _LINE) for each in others),
    )
    caption = element("caption", prose(title), style="text-align:left;padding:.3em 0") if title else ""
    return element(
        "table",
        caption,
        element("thead", head),
        element("tbody", joined(body, NEW_LINE)),
        style="border-collapse:collapse",
    )


def _row(row: Row) -> Markup:
    told = joined((prose(each) for each in row.told), Markup("<br/>"))
    return element(
        "tr",
        element("td", row.tag, style=_TAG),
        element("td", prose(row.title), style=_FIELD),
        element("td", told, style=_LEFT),
    )
