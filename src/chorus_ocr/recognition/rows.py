"""Amounts on a row: which of several is a label's own, the row « Total » of a table, what only looks like an amount."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import islice

from chorus_ocr.recognition.anchors import Anchor, PageText
from chorus_ocr.recognition.candidate import Verdict
from chorus_ocr.recognition.columns import MIN_HEADERS, column_below, header_over, is_current, is_past, part_of_header
from chorus_ocr.recognition.field import FieldRule, Part, Relation
from chorus_ocr.recognition.lexicon import EntryKind, Lexicon
from chorus_ocr.recognition.link import AMOUNT_PARTS, Link
from chorus_ocr.recognition.value_at import FILLER_CELL, start_of_value, starts_with_label, value_at
from chorus_ocr.recognition.vocabulary import Reach
from chorus_ocr.values.late import compile_late

Rules = Mapping[str, FieldRule[object]]

MAX_RATE = 30
"""No French VAT rate, past or present, comes near it (rates of rule G1.24 of the external specifications)."""

SPLIT_GROUP = compile_late(r"\d{3}(?:[.,]\d|\s)")
QUANTITY = re.compile(r"\d{1,6}")
"""A bare number between « Total HT » and its amount: hours, pieces."""

_WORD = re.compile(r"[^\W\d_]{3,}")
_RATE_CELL = compile_late(r"\d{1,2}(?:[.,]\d{1,3})?\s?%")
_NUMBER_CELL = compile_late(r"(?:[-(]|−|)(?:[\d\s.,']++|’)++\)?\s?(?:€|EUR)?")


def stands_under_rate(page: PageText, cell: int) -> bool:
    """Whether the column of an amount is headed by a rate: it is the share of that rate, not the total."""
    layout = page.layout
    for over in layout.above(cell, 8 * layout.size[cell]):
        if _RATE_CELL.fullmatch(layout.text[over]):
            return True
        if not _NUMBER_CELL.fullmatch(layout.text[over]):
            return False
    return False


def amounts_right_of(page: PageText, cell: int, rule: FieldRule[object]) -> list[Link]:
    """Return the amounts to the right on the same row, up to the next label."""
    found: list[Link] = []
    for near in page.layout.right_of(cell):
        if starts_with_label(page, near):
            break
        link = value_at(page, near, start_of_value(page.layout.text[near]), rule)
        if link is not None:
            found.append(link)
        elif _WORD.search(page.layout.text[near]) and not FILLER_CELL.fullmatch(page.layout.text[near]):
            break
    return found


def amounts_left_of(page: PageText, cell: int, rule: FieldRule[object]) -> list[Link]:
    line = page.layout.lines[page.layout.line_of[cell]]
    found = [value_at(page, near, start_of_value(page.layout.text[near]), rule) for near in range(line.start, cell)]
    return [link for link in found if link is not None]


def right_in_column(
    page: PageText, anchor: Anchor, rule: FieldRule[object], rules: Rules, lexicon: Lexicon
) -> Link | None:
    """Of several amounts on a row, return the one whose column is the keyword's own, and of this invoice."""
    row = amounts_right_of(page, anchor.cell, rule)
    if len(row) < MIN_HEADERS:
        return None
    open_: list[Link] = []
    for link in row:
        header = header_over(page, link.spans[0].cell)
        part = part_of_header(page, header, rules)
        if is_past(page, header, lexicon) or stands_under_rate(page, link.spans[0].cell):
            continue
        if part is rule.part:
            return link
        if part is None:
            open_.append(link)
    for link in open_:
        if is_current(page, header_over(page, link.spans[0].cell), lexicon):
            return link
    # Every amount stands under a header of something else, or of earlier bills: none is this keyword's.
    if not open_:
        row[0].reject(Verdict.ITEM_COLUMN)
        return row[0]
    return open_[0]


def total_rows(page: PageText, rules: Rules, lexicon: Lexicon) -> Iterator[Link]:
    """Yield the amounts of a last row « Total » of a table, each for the field its column header names."""
    by_part = {rule.part: rule for rule in rules.values() if rule.part in AMOUNT_PARTS}
    for anchor in page.of_part(Part.GROSS):
        entry = anchor.entry(EntryKind.FIELD)
        if entry is None or rules[entry.name].part is not Part.GROSS or anchor.start > 1:
            continue
        rule = rules[entry.name]
        row = amounts_right_of(page, anchor.cell, rule)
        in_rates = stands_under_rates(page, anchor)
        if in_rates:  # « 1 717,66 · 94,66 · Total · 1 623,00 »: the label stands in the column of the rates
            row = amounts_left_of(page, anchor.cell, rule) + row
        if len(row) < MIN_HEADERS:
            continue
        for link in row:
            header = header_over(page, link.spans[0].cell)
            part = part_of_header(page, header, rules)
            told = part is Part.GROSS and not in_rates  # by the label itself, to its right
            if part not in by_part or told or is_past(page, header, lexicon):
                continue
            link.rule = by_part[part]
            headings = [each for head in header for near in page.by_cell.get(head, ()) for each in near.entries]
            own = next(each for each in headings if each.name == link.rule.name)
            yield link.tied(anchor, own._replace(weak=True), Relation.RIGHT, 0.0)


def stands_under_rates(page: PageText, anchor: Anchor) -> bool:
    return bool(page.of_kind(EntryKind.VAT_HEADER)) and any(
        head.has(EntryKind.VAT_HEADER) for over in header_over(page, anchor.cell) for head in page.by_cell.get(over, ())
    )


def is_rate_of_header(link: Link, anchor: Anchor, reach: Reach) -> bool:
    """Whether a number after « TVA » is a rate, small and without a currency, over the amount of its column."""
    layout = link.page.layout
    span = link.spans[-1]
    if not isinstance(link.value, Decimal) or abs(link.value) > MAX_RATE or len(layout.text[span.cell]) > span.end:
        return False
    if not link.raw[-1].isdigit() or anchor.length > 1:
        return False
    for under in islice(column_below(link.page, span.cell, reach), 1):
        amount = value_at(link.page, under, start_of_value(layout.text[under]), link.rule)
        return amount is not None and amount.valid
    return False
