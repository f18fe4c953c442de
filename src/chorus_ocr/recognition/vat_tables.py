"""Reads the rows of VAT tables, under a header « Taux · Base HT · Montant TVA », each proved by its own figures."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from chorus_ocr.layout.cells import CellSpan, PageLayout
from chorus_ocr.recognition.anchors import PageText
from chorus_ocr.recognition.field import Part
from chorus_ocr.recognition.lexicon import EntryKind
from chorus_ocr.recognition.link import AMOUNT_PARTS
from chorus_ocr.recognition.links import Linker
from chorus_ocr.recognition.value_at import ENUMERATOR
from chorus_ocr.recognition.vat_row import RATE, Amount, VatRow, amounts_in, make_row, rate_of
from chorus_ocr.values.late import compile_late
from chorus_ocr.values.rate import FRENCH_RATES

MIN_AMOUNT_HEADERS = 3
_BARE_RATE = compile_late(r"(?:\[?\d{1,2}\]\s*)?(?:[A-Za-z.]{1,6}\s)?(\d{1,2}(?:[.,]\d{1,3})?)")


def table_rows(page: PageText, linker: Linker) -> Iterator[VatRow]:
    """Yield the rows under a header of the kind « Taux · Base HT · Montant TVA », each proved by its own figures."""
    layout = page.layout
    about = [*page.of_kind(EntryKind.VAT_HEADER), *page.of_part(Part.TAX)]
    announced = {layout.line_of[cell] for anchor in about for cell in (anchor.cell, anchor.end_cell)}
    for number in sorted(announced):
        headers = _vat_headers(page, layout.lines[number])
        if len(headers) < 2:
            continue
        rates = [cell for cell in headers if _heads_rates(page, cell)]
        totals = [cell for cell in headers if cell not in rates and _heads_a_total(page, cell)]
        left = min(layout.x0[cell] for cell in headers)
        right = max(layout.x1[cell] for cell in headers)
        misses, read = 0, False
        for under in layout.lines[number + 1 : number + 16]:
            if read and _heads_totals(page, under):
                break  # another table: « 10,00 | 1,11 | 11,11 » under it are totals, though 10 % of 11,11 is 1,11
            row = _table_row(page, under, layout.lines[number], left, right, rates, totals)
            if row is None:
                misses += 1
                if misses > 3:
                    break
            else:
                misses, read = 0, True
                yield row


def _heads_totals(page: PageText, line: range) -> bool:
    """Whether a line is a row of headers « Total HT · Total TVA · Total TTC », without a number."""
    named = [
        cell
        for cell in line
        if any(anchor.start <= 1 and not AMOUNT_PARTS.isdisjoint(anchor.parts) for anchor in page.by_cell.get(cell, ()))
    ]
    return len(named) > 1 and not any(char.isdigit() for cell in line for char in page.layout.text[cell])


def _vat_headers(page: PageText, line: range) -> list[int]:
    """Return the cells of a header row that belong to a VAT table: one about rates or bases, one about tax."""
    cells: list[int] = []
    rate_or_base = False
    parts: set[Part] = set()
    for cell in line:
        for anchor in page.by_cell.get(cell, ()):
            if anchor.has(EntryKind.ITEM_HEADER):
                return []
            text = page.layout.text[cell]
            sign = _RATE_SIGN.fullmatch(text) is not None  # « % TVA » heads rates, « TVA » amounts
            if anchor.start > 1 and not sign and not ENUMERATOR.fullmatch(text, 0, anchor.start):
                continue
            if anchor.has(EntryKind.VAT_HEADER) or sign:
                cells.append(cell)
                rate_or_base = True
            elif anchor.has(EntryKind.FIELD):
                cells.append(cell)
                parts |= anchor.parts
    cells = list(dict.fromkeys(cells))
    # « Montant HT · TVA · Montant TVA · Montant TTC »: rows under it that prove themselves are a breakdown, too.
    named = {Part.NET, Part.TAX} <= parts and len(cells) >= MIN_AMOUNT_HEADERS
    return cells if rate_or_base or named else []


_RATE_SIGN = compile_late(r"%\s?(?:de\s)?T\.?V\.?A\.?|T\.?V\.?A\.?\s?\(?%\)?", re.IGNORECASE)


def _heads_rates(page: PageText, cell: int) -> bool:
    return _RATE_SIGN.fullmatch(page.layout.text[cell]) is not None or any(
        entry.kind is EntryKind.VAT_HEADER and not entry.phrase.lower().startswith(("base", "assiette", "montant"))
        for anchor in page.by_cell.get(cell, ())
        for entry in anchor.entries
    )


def _heads_a_total(page: PageText, cell: int) -> bool:
    """Whether a header is that of an amount without tax or with it: no rate stands under it."""
    return any(
        anchor.start <= 1 and not anchor.parts.isdisjoint((Part.NET, Part.GROSS)) and Part.TAX not in anchor.parts
        for anchor in page.by_cell.get(cell, ())
    )


def _is_under(layout: PageLayout, cell: int, line: range, heads: Sequence[int]) -> bool:
    """Whether one of these headers of a line stands over a cell, or is the one before it where none does.

    In a form of boxes the header stands at the left end of its box, and the figure at the right one.
    """
    over = [head for head in line if layout.x0[cell] < layout.x1[head] + 4 and layout.x1[cell] > layout.x0[head] - 4]
    if over:
        return any(head in heads for head in over)
    before = [head for head in line if layout.x1[head] < layout.x0[cell]]
    return bool(before) and before[-1] in heads


def _table_row(
    page: PageText,
    line: range,
    headers: range,
    left: float,
    right: float,
    rates: Sequence[int],
    totals: Sequence[int],
) -> VatRow | None:
    layout = page.layout
    rate: Decimal | None = None
    amounts: list[Amount] = []
    cells = [cell for cell in line if layout.x1[cell] > left - 70 and layout.x0[cell] < right + 60]
    percents = any(RATE.search(layout.text[cell]) for cell in cells)
    for cell in cells:
        text = layout.text[cell]
        percent = RATE.search(text)
        if rate is None and percent is not None:
            rate = rate_of(percent.group(1))
            amounts += amounts_in(page, cell, percent.end())
            if not amounts:
                amounts += amounts_in(page, cell)
            continue
        bare = _BARE_RATE.fullmatch(text)
        under_rates = _is_under(layout, cell, headers, rates)
        under_total = not under_rates and _is_under(layout, cell, headers, totals)
        if percents and bare is not None and "," not in text and "." not in text:
            continue  # the code of a rate
        may_be_rate = under_rates or not (amounts or rates or under_total)
        if rate is None and not percents and bare is not None and may_be_rate:
            told = rate_of(bare.group(1))
            # Without its sign only a rate of the law is believed: « 16,67 | 3,33 | 20,00 » are totals under a table.
            rate = told if told in FRENCH_RATES else None
            if rate is not None:
                continue
        amounts += amounts_in(page, cell)
    if rate is None or len(amounts) < 2:
        return None
    row = make_row(page, rate, amounts, CellSpan(cells[0], 0, len(layout.text[cells[0]])), tabular=True)
    return row if row is not None and row.proved else None
