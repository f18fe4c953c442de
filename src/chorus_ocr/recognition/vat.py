"""The breakdown of the VAT: rows that print a rate, proved by base × rate = tax, or announced by « TVA 20 % »."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from chorus_ocr.layout.cells import CellSpan, PageLayout
from chorus_ocr.recognition.anchors import PageText
from chorus_ocr.recognition.links import Linker
from chorus_ocr.recognition.vat_labels import announced_rows
from chorus_ocr.recognition.vat_row import RATE, VatRow, amounts_in, rate_of
from chorus_ocr.recognition.vat_tables import table_rows

MAX_ROWS_APART = 4
"""Under a row of the breakdown, a row of a rate of zero stands at most so many lines lower."""


def vat_rows(pages: Sequence[PageText], linker: Linker) -> list[VatRow]:
    """Return the rows of the VAT breakdown, in reading order."""
    found: list[VatRow] = []
    for page in pages:
        rows = list(table_rows(page, linker))
        lines = {_line(row) for row in rows}
        rows += [row for row in announced_rows(page, linker) if _line(row) not in lines]
        rows += list(_rows_without_tax(page, rows))
        found += sorted(rows, key=_line)
    return found


def _line(row: VatRow) -> int:
    return row.page.layout.line_of[row.spans[0].cell]


def _rows_without_tax(page: PageText, rows: Sequence[VatRow]) -> Iterator[VatRow]:
    """Yield the rows of a rate of zero that stand under rows of the breakdown, in their columns: « Exonéré 0,00 % »."""
    layout = page.layout
    lines = {_line(row) for row in rows}
    for row in rows:
        if row.base is None or row.tabular:
            continue
        for number in range(_line(row) + 1, min(_line(row) + 1 + MAX_ROWS_APART, len(layout.lines))):
            if number in lines:
                continue
            cells = layout.lines[number]
            rate = RATE.search(layout.text[cells.start])
            if rate is None or rate_of(rate.group(1)) != 0 or layout.text[cells.start][rate.end() :].strip(" )"):
                continue
            beside = [each for cell in cells for each in amounts_in(page, cell) if cell > cells.start]
            base, tax = (
                next((each for each in beside if _share_column(layout, each.span.cell, amount.span.cell)), None)
                for amount in (row.base, row.tax)
            )
            if base is not None and tax is not None and tax.value == 0 and base.value:
                lines.add(number)
                label = CellSpan(cells.start, 0, len(layout.text[cells.start]))
                yield VatRow(page, Decimal(0), base, tax, row.tabular, True, (label, base.span, tax.span))


def _share_column(layout: PageLayout, one: int, other: int) -> bool:
    return abs(layout.x1[one] - layout.x1[other]) < 0.5 * layout.size[other]
