"""A page to be drawn, as plain data: its print, what is marked on it and how, and what is told beside it.

Nothing here knows what a field or a verdict is: whoever shows decisions says in these terms what is to be seen.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias

Rect: TypeAlias = tuple[float, float, float, float]
"""Left, top, right and bottom edge in points from the top left of the page as shown."""

MOST_WORDS: Final = 4_000
"""Of one page, that are drawn. The fullest invoices print a quarter of it."""

MOST_MARKS: Final = 200
"""Of one page, that are drawn; those that matter most go first."""

MOST_ROWS: Final = 300
"""Of the table beside a page."""

MOST_CHARACTERS: Final = 80
"""Of one print or one label, that are drawn."""


class Kind(StrEnum):
    """What a mark says of the place that it stands at, strongest first. Each has a shape of its own."""

    TAKEN = "taken"
    """A value that was taken: a frame, and a full tag."""
    SAME = "same"
    """Says the same as the one taken: a thin frame."""
    DOUBTFUL = "doubtful"
    """Announced, and yet not taken: a double frame."""
    SET_ASIDE = "set_aside"
    """A dashed frame with cut corners."""
    KEYWORD = "keyword"
    """A word that announces: a bracket under it."""
    WARNING = "warning"
    """A zigzag line, and a tag with a point."""


SIGNS: Final = {Kind.TAKEN: "", Kind.SAME: "=", Kind.DOUBTFUL: "?", Kind.SET_ASIDE: "×", Kind.WARNING: "! "}
"""What stands before a number or a code to tell what it marks where neither shape nor colour is seen."""

FRAMES: Final = (Kind.TAKEN, Kind.SAME, Kind.DOUBTFUL, Kind.SET_ASIDE)
"""The kinds of mark that frame a value, strongest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """A word of the page: ``angle`` is its reading direction in degrees counter-clockwise, ``size`` in points."""

    text: str
    box: Rect
    size: float
    angle: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A place that is marked. ``label`` is written beside it, unless empty; ``told`` appears where one points at it."""

    kind: Kind
    box: Rect
    label: str = ""
    told: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """The link between a keyword and the value it announces; ``kind`` is that of the value."""

    keyword: Rect
    value: Rect
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What is told beside the page of one mark, or of none: ``tag`` as on the page, a title, and the rest."""

    tag: str
    kind: Kind | None
    title: str
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A page to be drawn, ``width`` by ``height`` points, and what stands beside it.

    ``legend`` says what the kinds of mark mean; ``notes`` what is to be known of the drawing: that something was left
    out of it, for one. ``heads`` are the heads of the three columns of ``rows``.
    """

    title: str
    file: str = ""
    width: float
    height: float
    words: tuple[Print, ...] = ()
    images: tuple[Rect, ...] = ()
    marks: tuple[Mark, ...] = ()
    ties: tuple[Tie, ...] = ()
    legend: tuple[tuple[Kind, str], ...] = ()
    heads: tuple[str, str, str] = ("", "", "")
    rows: tuple[Row, ...] = ()
    notes: tuple[str, ...] = ()


def cut(text: str, most: int = MOST_CHARACTERS) -> str:
    """Return a text, or its beginning where it is too long to be drawn: whole words, unless one alone is too long.

    >>> cut("F-2026-118", 6), cut("montant d'une ligne d'article", 20)
    ('F-202…', "montant d'une ligne…")
    """
    if len(text) <= most:
        return text
    kept = text[: most - 1]
    whole = kept if text[most - 1] == " " else kept.rpartition(" ")[0]
    return (whole if 2 * len(whole) > most else kept) + "…"
