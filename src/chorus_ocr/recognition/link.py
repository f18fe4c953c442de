"""A keyword and the value it announces, until the joint decision gives its verdict."""

from collections.abc import Sequence
from dataclasses import dataclass

from chorus_ocr.layout.cells import CellSpan
from chorus_ocr.reading.document import Box
from chorus_ocr.recognition.anchors import Anchor, PageText
from chorus_ocr.recognition.candidate import Candidate, Verdict
from chorus_ocr.recognition.field import FieldRule, Part, Relation
from chorus_ocr.recognition.lexicon import Entry
from chorus_ocr.values.parsed import Parsed

AMOUNT_PARTS = frozenset({Part.NET, Part.TAX, Part.GROSS, Part.DUE})


@dataclass(slots=True, eq=False, repr=False)
class Link:
    """A keyword and the value it announces, until the joint decision gives its verdict."""

    rule: FieldRule[object]
    page: PageText
    spans: tuple[CellSpan, ...]
    raw: str
    value: object
    fault: str | None
    relation: Relation | None
    anchor: Anchor | None = None
    entry: Entry | None = None
    distance: float = 0.0
    loose: bool = False
    """Announced by its place on the page only: as weak as a weak word."""
    basis: "Link | None" = None
    """The value it was printed beside, of which it tells something more."""
    verdict: str | None = None
    detail: str | None = None

    @property
    def valid(self) -> bool:
        return self.fault is None

    @property
    def weak(self) -> bool:
        return self.loose or (self.entry is not None and self.entry.weak)

    @property
    def place(self) -> tuple[int, int, int]:
        """Page, cell and character at which the value starts: two links to one place are about one mention."""
        return self.page.layout.page.number, self.spans[0].cell, self.spans[0].start

    @property
    def position(self) -> tuple[int, float, float]:
        """Page, then distance from its top, then from its left: the order in which a person reads."""
        layout = self.page.layout
        cell = self.spans[0].cell
        return layout.page.number, layout.top[cell], layout.x0[cell]

    def tied(self, anchor: Anchor, entry: Entry, relation: Relation, distance: float) -> "Link":
        """Tie the value to the keyword that announces it; return the link."""
        self.anchor, self.entry, self.relation, self.distance = anchor, entry, relation, distance
        return self

    def reject(self, verdict: str, detail: str | None = None) -> None:
        """Give a verdict, unless one was given already: the first reason stands."""
        if self.verdict is None:
            self.verdict, self.detail = verdict, detail

    def candidate(self) -> Candidate[object]:
        """Return the link as a candidate of the report."""
        verdict = self.verdict or (self.fault or Verdict.LOST_TO)
        layout = self.page.layout
        return Candidate(
            value=self.value,
            raw=self.raw,
            verdict=str(verdict),
            detail=None if self.detail is None else str(self.detail),
            keyword=self.entry.phrase if self.entry else None,
            published=self.entry.published if self.entry else False,
            relation=str(self.relation) if self.relation else None,
            page=layout.page.number,
            box=layout.box(self.spans[0])
            if len(self.spans) == 1
            else _union([layout.box(span) for span in self.spans]),
            keyword_box=layout.box(self.anchor.span) if self.anchor else None,
        )


def _union(boxes: Sequence[Box]) -> Box:
    return Box(
        min(box.x0 for box in boxes),
        min(box.top for box in boxes),
        max(box.x1 for box in boxes),
        max(box.bottom for box in boxes),
    )


def link_to(
    rule: FieldRule[object], page: PageText, spans: tuple[CellSpan, ...], raw: str, parsed: Parsed[object]
) -> Link:
    """Return a link to a parsed spelling, not yet tied to a keyword."""
    return Link(rule, page, spans, raw, parsed.value, parsed.fault, None)


def plain_link(
    rule: FieldRule[object],
    page: PageText,
    spans: tuple[CellSpan, ...],
    raw: str,
    value: object,
    relation: Relation | None,
    anchor: Anchor | None = None,
) -> Link:
    """Return a link to a value that is known to be valid."""
    return Link(rule, page, spans, raw, value, None, relation, anchor)
