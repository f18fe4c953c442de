"""A page of a report as it is shown: in a notebook, in a file, in a page of HTML."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Self

from chorus_ocr.drawing.beside import figure
from chorus_ocr.drawing.marks import Kind, Sheet
from chorus_ocr.drawing.markup import Markup
from chorus_ocr.drawing.printable import safe
from chorus_ocr.drawing.svg import picture
from chorus_ocr.report.overlay import drawn_pages, sheet
from chorus_ocr.report.reported import Reported
from chorus_ocr.report.unknown import NO_WORDS, unknown_field, unknown_page


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PageView:
    """A page that was read, with what the report says of it: a notebook shows it as a drawing.

    ``number`` counts from 1. ``field``: the one field that is shown, or None for all. The drawing is made of the words
    and boxes that the report holds: the PDF itself is not needed, and a masked report gives a masked drawing.
    """

    report: Reported
    number: int
    field: str | None = None

    @classmethod
    def of(cls, report: Reported, number: int) -> Self:
        """Return a page of a report. Raises ``ValueError`` for one that is not in scope, or has no words left."""
        if report.document.bare:
            raise ValueError(NO_WORDS)
        numbers = [page.number for page in report.document.pages]
        if number not in numbers:
            raise ValueError(unknown_page(number, numbers))
        return cls(report=report, number=number)

    def show(self, field: str | None = None) -> Self:
        """Return the same page with one field only, or with all of them.

        Raises ``ValueError`` for a field that the pack does not have, naming the nearest one.
        """
        if field is not None and field not in self.report.rules.fields:
            raise ValueError(unknown_field(field, self.report.rules.fields))
        return replace(self, field=field)

    @property
    def sheet(self) -> Sheet:
        """What is drawn, as plain data: the words, the marks, and the rows of the table beside them."""
        return sheet(self.report, self.number, self.field)

    def to_svg(self) -> str:
        """Return the page as a file of SVG, with its legend under it and its table beside it."""
        return picture([self.sheet])

    def _repr_html_(self) -> str:
        return figure(self.sheet)

    def __repr__(self) -> str:
        marks = self.sheet.marks
        taken = sum(mark.kind is Kind.TAKEN for mark in marks)
        framed = sum(mark.kind not in (Kind.KEYWORD, Kind.WARNING) for mark in marks)
        shown = "" if self.field is None else f", {self.field} only"
        name = safe(self.report.document.file_name or "<bytes>")
        return f"<page {self.number} of {name}{shown}: {framed} places marked, {taken} taken>"


def overlay(report: Reported, page: int | None, field: str | None) -> str:
    """Return the pages of a report as one file of SVG: one page, or all that are drawn.

    Raises ``ValueError`` for a page that is not in scope and a field that the pack does not have.
    """
    if report.document.bare:
        raise ValueError(NO_WORDS)
    numbers = drawn_pages(report) if page is None else [page]
    views = [PageView.of(report, number).show(field) for number in numbers]
    return picture(view.sheet for view in views)


def page_drawings(report: Reported) -> Mapping[int, Markup]:
    """Return the pages that are drawn, by number, to stand in a page of HTML."""
    return {number: figure(sheet(report, number)) for number in drawn_pages(report)}
