"""Pages as SVG: nothing but lines, text and figures; no style that leaks, no name that clashes, nothing to fetch.

A drawing brings its own white paper along: it reads the same on light and on dark. A page of ``MOST_WORDS`` words and
``MOST_MARKS`` marks is well under a megabyte, whatever the document.
"""

import math
import textwrap
from collections.abc import Iterable
from typing import Final

from chorus_ocr.drawing.marks import MOST_ROWS, MOST_WORDS, Print, Rect, Row, Sheet, cut
from chorus_ocr.drawing.markup import NEW_LINE, NOTHING, Markup, element, joined
from chorus_ocr.drawing.printable import safe, unbroken
from chorus_ocr.drawing.shapes import PAPER, Caption, Group, Path, groups, sample, tag, within

NAMESPACE: Final = "http://www.w3.org/2000/svg"
FONTS: Final = "Helvetica, Arial, Liberation Sans, DejaVu Sans, sans-serif"
INK, QUIET, RULE = "#1b1f24", "#59636e", "#c3c9d0"
PRINTED: Final = "#5b6570"
"""The colour of the page's own words: paler than what is said of them."""

MARGIN: Final = 10.0
LINE: Final = 11.0
TYPE: Final = 8.5
"""Size of type beside a page, in points."""

PANEL: Final = 330.0
"""Width of the table beside a page, in points."""

ACROSS: Final = 62
"""Characters of a line of the table."""

LEGEND_COLUMN: Final = 190.0
FILE_NAME: Final = 40
"""Characters of a file's name that head the table."""

MOST_IMAGES: Final = 200


def drawing(sheet: Sheet) -> Markup:
    """Return a page with its marks and its legend, to stand in a page of HTML."""
    body, height = _page(sheet)
    return _svg([sheet], body, sheet.width + 2 * MARGIN, height, style="max-width:100%;height:auto")


def picture(sheets: Iterable[Sheet]) -> str:
    """Return a file of SVG: pages one under the other, each with its table beside it."""
    drawn, top, widest, kept = [], 0.0, 0.0, []
    for sheet in sheets:
        kept.append(sheet)
        page, below = _page(sheet)
        beside, end = _panel(sheet)
        panel = element("g", beside, transform=f"translate({number(sheet.width + 3 * MARGIN)} 0)")
        drawn.append(element("g", page, NEW_LINE, panel, transform=f"translate(0 {number(top)})"))
        top += max(below, end)
        widest = max(widest, sheet.width)
    body = joined(drawn, NEW_LINE)
    told = _svg(kept, body, widest + PANEL + 4 * MARGIN, top, xmlns=NAMESPACE)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{told}\n'


def number(value: float) -> str:
    """Return a length for a drawing, to a tenth of a point.

    >>> number(12.0), number(-0.01), number(3.25)
    ('12', '0', '3.2')
    """
    told = f"{value:.1f}".removesuffix(".0")
    return "0" if told == "-0" else told


def _svg(sheets: list[Sheet], body: Markup, width: float, height: float, **more: str) -> Markup:
    named = "; ".join(dict.fromkeys(sheet.title for sheet in sheets))
    paper = element("rect", width=number(width), height=number(height), fill=PAPER)
    return element(
        "svg",
        paper,
        NEW_LINE,
        body,
        viewBox=f"0 0 {number(width)} {number(height)}",
        width=number(width),
        height=number(height),
        role="img",
        aria_label=named,
        font_family=FONTS,
        **more,
    )


def _page(sheet: Sheet) -> tuple[Markup, float]:
    """Return a page with what stands under it, and where that ends."""
    size = (sheet.width, sheet.height)
    edge = element("rect", width=number(size[0]), height=number(size[1]), fill="none", stroke=RULE)
    images = [_image(within(box, size)) for box in sheet.images[:MOST_IMAGES]]
    words = [_word(word, size) for word in sheet.words[:MOST_WORDS]]
    marks = [_group(group) for group in groups(sheet)]
    page = element(
        "g",
        edge,
        *images,
        element("g", joined(words, NEW_LINE), fill=PRINTED),
        NEW_LINE,
        joined(marks, NEW_LINE),
        transform=f"translate({number(MARGIN)} {number(MARGIN)})",
    )
    under, end = _legend(sheet, sheet.height + 2 * MARGIN)
    return joined([page, NEW_LINE, under]), end + MARGIN


def _word(word: Print, size: tuple[float, float]) -> Markup:
    x0, top, x1, bottom = within(word.box, size)
    wide, high, said = x1 - x0, bottom - top, cut(word.text)
    match word.angle:
        case 0:
            return _said(said, x0, bottom - 0.22 * high, _size(word), wide)
        case 90:
            return _said(said, x1 - 0.22 * wide, bottom, _size(word), high, turned=-90)
        case 180:
            return _said(said, x1, top + 0.22 * high, _size(word), wide, turned=180)
        case 270:
            return _said(said, x0 + 0.22 * wide, top, _size(word), high, turned=90)
        case _:
            at = (x0 + x1) / 2, (top + bottom) / 2
            return _said(said, *at, _size(word), math.hypot(wide, high), turned=-word.angle, anchor="middle")


def _size(word: Print) -> float:
    return min(max(word.size, 1.0), 300.0) if math.isfinite(word.size) else 1.0


def _said(
    said: str, x: float, y: float, size: float, length: float, turned: int = 0, anchor: str | None = None
) -> Markup:
    # The length is given, so that print fills its box in whatever font the drawing is shown.
    fitted = number(length) if len(said) > 1 and length >= 1 else None
    turn = f"rotate({turned} {number(x)} {number(y)})" if turned else None
    return element(
        "text",
        said,
        x=number(x),
        y=number(y),
        font_size=number(size),
        textLength=fitted,
        lengthAdjust=fitted and "spacingAndGlyphs",
        transform=turn,
        text_anchor=anchor,
    )


def _image(box: Rect) -> Markup:
    x0, top, x1, bottom = map(number, box)
    cross = f"M{x0} {top}H{x1}V{bottom}H{x0}Z M{x0} {top}L{x1} {bottom}M{x0} {bottom}L{x1} {top}"
    return element("path", d=cross, fill="none", stroke=RULE, stroke_width="0.6")


def _group(group: Group) -> Markup:
    told = element("title", group.told) if group.told else NOTHING
    return element("g", told, *(_shape(shape) for shape in group.shapes))


def _shape(shape: Path | Caption) -> Markup:
    if isinstance(shape, Caption):
        x0, top, x1, bottom = shape.box
        return element(
            "text",
            shape.text,
            x=number((x0 + x1) / 2),
            y=number(bottom - 0.28 * (bottom - top)),
            font_size=number(shape.size),
            font_weight="bold",
            fill=shape.colour,
            text_anchor="middle",
            textLength=number(x1 - x0) if len(shape.text) > 2 else None,
            lengthAdjust="spacingAndGlyphs" if len(shape.text) > 2 else None,
        )
    points = "L".join(f"{number(x)} {number(y)}" for x, y in shape.points)
    return element(
        "path",
        d=f"M{points}{'Z' if shape.closed else ''}",
        fill=(shape.fill_colour or shape.colour) if shape.fill else "none",
        fill_opacity=f"{shape.fill:g}" if 0 < shape.fill < 1 else None,
        stroke=shape.colour if shape.width else None,
        stroke_width=number(shape.width) if shape.width else None,
        stroke_dasharray=" ".join(map(number, shape.dash)) if shape.dash else None,
    )


def _legend(sheet: Sheet, top: float) -> tuple[Markup, float]:
    """Return the legend and the notes under a page, and where they end."""
    columns = max(1, int(sheet.width // LEGEND_COLUMN))
    told: list[Markup] = []
    for at, (kind, text) in enumerate(sheet.legend):
        x, y = MARGIN + (at % columns) * LEGEND_COLUMN, top + (at // columns) * (LINE + 4)
        told.append(_group(sample(kind, (x + 3, y, x + 25, y + 7))))
        told.append(_line(text, x + 44, y + 7))
    y = top + -(-len(sheet.legend) // columns) * (LINE + 4)
    across = max(20, int(sheet.width / (TYPE * 0.56)))
    for note in sheet.notes:
        for line in textwrap.wrap(unbroken(safe(note)), across):
            y += LINE
            told.append(_line(line, MARGIN, y, fill=QUIET))
    return joined(told, NEW_LINE), y


def _panel(sheet: Sheet) -> tuple[Markup, float]:
    """Return the table beside a page, and where it ends."""
    y = MARGIN + TYPE
    told = [_line(f"{cut(sheet.file, FILE_NAME)} – {sheet.title}", 0.0, y, font_weight="bold", size=TYPE + 1.5)]
    y += LINE
    for row in sheet.rows[:MOST_ROWS]:
        y += 3.0
        shown, width = _tag(row, y)
        told.append(shown)
        indent, first = max(30.0, width + 5.0), True
        for text in (row.title, *row.told):
            for line in textwrap.wrap(unbroken(safe(text)), ACROSS - int((indent - 30.0) / 5)) or [""]:
                y += LINE
                told.append(_line(line, indent, y - 2.5, font_weight="bold" if first else None))
            first = False
    return joined(told, NEW_LINE), y + MARGIN


def _tag(row: Row, top: float) -> tuple[Markup, float]:
    if not row.tag:
        return NOTHING, 0.0
    shown = tag(row.kind, row.tag, 2.0, top + 0.6)
    [edge] = [each for each in shown.shapes if isinstance(each, Path)]
    return _group(shown), max(x for x, _ in edge.points)


def _line(
    text: str, x: float, y: float, *, size: float = TYPE, fill: str = INK, font_weight: str | None = None
) -> Markup:
    return element("text", text, x=number(x), y=number(y), font_size=number(size), fill=fill, font_weight=font_weight)
