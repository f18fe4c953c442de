"""Draws docs/architecture.svg and the table of docs/architecture.md from imports: python docs/make_architecture.py.

A row is a room, a column one that it uses, in the order of the layers: every mark stands right of the diagonal.
"""

import ast
import tomllib
from collections import defaultdict
from html import escape
from pathlib import Path
from typing import NamedTuple

import grimp

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "chorus_ocr"
DRAWING = Path(__file__).parent / "architecture.svg"
PAGE = Path(__file__).parent / "architecture.md"
TABLE = ("<!-- the rooms, by docs/make_architecture.py -->\n", "<!-- end of the rooms -->\n")

CELL, LEFT, TOP = 26, 130, 110


class Room(NamedTuple):
    """A room of the house: its name, its duty, and the rooms that it imports from."""

    name: str
    duty: str
    uses: set[str]


def rooms() -> list[Room]:
    """Return the rooms, from the uppermost layer down."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        contracts = tomllib.load(file)["tool"]["importlinter"]["contracts"]
    [layers] = [contract["layers"] for contract in contracts if contract["type"] == "layers"]
    graph = grimp.build_graph("chorus_ocr", cache_dir=None)
    uses: dict[str, set[str]] = defaultdict(set)
    for importer in graph.modules:
        for imported in graph.find_modules_directly_imported_by(importer):
            uses[_room(importer)].add(_room(imported))
    return [Room(name, _duty(name), uses[name] - {name}) for name in layers]


def _room(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def _duty(name: str) -> str:
    folder = PACKAGE / name
    first = folder / "__init__.py" if folder.is_dir() else folder.with_suffix(".py")
    return (ast.get_docstring(ast.parse(first.read_text(encoding="utf-8"))) or "").partition("\n")[0]


def drawing(all_rooms: list[Room]) -> str:
    """Return the matrix of the rooms as SVG."""
    names = [room.name for room in all_rooms]
    width, height = LEFT + CELL * len(names) + 10, TOP + CELL * len(names) + 10
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        'font-family="sans-serif" font-size="12">',
        "<title>Which room uses which: rows use columns</title>",
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
    ]
    for at, name in enumerate(names):
        x, y = LEFT + CELL * at, TOP + CELL * at
        parts += [
            f'<text x="{LEFT - 8}" y="{y + 17}" text-anchor="end" fill="#1f2937">{escape(name)}</text>',
            f'<text transform="translate({x + 17} {TOP - 8}) rotate(-60)" fill="#1f2937">{escape(name)}</text>',
            f'<rect x="{x}" y="{y}" width="{CELL}" height="{CELL}" fill="#d1d5db"/>',
        ]
    for row, room in enumerate(all_rooms):
        for column, name in enumerate(names):
            x, y = LEFT + CELL * column, TOP + CELL * row
            parts.append(f'<rect x="{x}" y="{y}" width="{CELL}" height="{CELL}" fill="none" stroke="#e5e7eb"/>')
            if name in room.uses:
                parts.append(f'<circle cx="{x + CELL / 2}" cy="{y + CELL / 2}" r="6" fill="#1d4ed8"/>')
    return "\n".join([*parts, "</svg>"]) + "\n"


def table(all_rooms: list[Room]) -> str:
    """Return the rooms with their duties as a table in Markdown."""
    rows = [f"| `{room.name}` | {room.duty} |\n" for room in all_rooms]
    return "".join(["\n| Room | Duty |\n|---|---|\n", *rows, "\n"])


def page(all_rooms: list[Room]) -> str:
    """Return the page with its table made anew; the prose around it is written by hand."""
    text = PAGE.read_text(encoding="utf-8")
    before, rest = text.split(TABLE[0])
    _, after = rest.split(TABLE[1])
    return before + TABLE[0] + table(all_rooms) + TABLE[1] + after


def main() -> None:
    """Write the drawing and the page."""
    found = rooms()
    DRAWING.write_text(drawing(found), encoding="utf-8")
    PAGE.write_text(page(found), encoding="utf-8")


if __name__ == "__main__":
    main()
