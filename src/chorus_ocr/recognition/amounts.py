"""Decides the amounts together: HT + TVA = TTC picks the totals out of their rivals.

Columns of items and rows of the VAT table are set aside first: a VAT row is itself a consistent triple.
"""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import product

from chorus_ocr.recognition.anchors import Anchor, PageText
from chorus_ocr.recognition.candidate import Detail, Verdict
from chorus_ocr.recognition.field import Part, Relation
from chorus_ocr.recognition.lexicon import ANNOUNCING, EntryKind
from chorus_ocr.recognition.link import AMOUNT_PARTS, Link
from chorus_ocr.recognition.vat_row import VatRow
from chorus_ocr.values.late import compile_late

TOLERANCE = Decimal("0.02")
"""How far HT + TVA may lie from TTC: a cent of rounding on either side (no official tolerance is published)."""


ROW_REACH = 1.8
"""How far under one row of a table the next one stands, in multiples of the type size."""

MIN_COLUMNS = 2
"""A row of a table has at least so many cells."""

WIDE_ROW_REACH = 3.0
"""The same where the question is whether a row is the only one."""

MAX_HEADER_REST = 30
"""Behind the word of a header stand at most so many characters of its cell."""

BY_A_DATE = frozenset({"à payer avant le", "à régler avant le", "net à payer au", "montant à payer au"})
LISTED = frozenset({"date", "reference"})
"""Types of values that tables list row by row: the dates of items, the numbers of deposits."""

_PAYABLE = compile_late(r"à payer|à régler")
_AMOUNT_CELL = compile_late(r"(?:[-(]|−|)\d[\d\s.,']*(?:’[\d\s.,']*)*[.,]\d\d\s*(?:€|EUR|euros)?[)-]?")


def set_aside(links: Iterable[Link], rows: Sequence[VatRow]) -> None:
    """Reject what stands in the table of items or in the VAT table: a line's amount, not the invoice's."""
    single = len({(row.rate, row.tax.value) for row in rows}) == 1
    # A table of one row says the totals themselves.
    tabular = {
        (row.page.layout.page.number, amount.span.cell, amount.span.start)
        for row in rows
        if row.tabular and not single
        for amount in (row.base, row.tax)
        if amount is not None
    }
    for link in links:
        if link.anchor is None or link.entry is None:
            continue
        if link.rule.part is Part.DUE and link.entry.phrase in BY_A_DATE and _is_said_in_passing(link):
            link.reject(Verdict.NOT_ANNOUNCED, Detail.IN_SENTENCE)
        if link.rule.part not in AMOUNT_PARTS:
            if _is_listed(link):
                link.reject(Verdict.ITEM_COLUMN)
        elif _has_item_header(link):
            link.reject(Verdict.ITEM_COLUMN)
        elif link.place in tabular:
            link.reject(Verdict.VAT_TABLE)
        elif link.relation is Relation.BELOW and _goes_on(link):
            link.reject(Verdict.ITEM_COLUMN)


def _is_listed(link: Link) -> bool:
    """Whether a reference, a date or a SIRET stands in a column of the table of items, or of another list."""
    if link.relation is not Relation.BELOW:
        return False
    listed = _heads_item_column(link) or _heads_column_of_sites(link)
    return (listed and not _stands_beside_items(link)) or _is_one_of_a_column(link)


def _has_item_header(link: Link) -> bool:
    """Whether the keyword of an amount is a header of the table of items, and the amount that of an item."""
    return link.relation in (Relation.BELOW, Relation.RIGHT) and EntryKind.ITEM_HEADER in _header_kinds(link)


def _is_said_in_passing(link: Link) -> bool:
    """Whether « à payer avant le … » stands behind other words, or other words behind its amount."""
    assert link.anchor is not None
    last = link.spans[-1]
    rest = link.page.layout.text[last.cell][last.end :]
    return link.anchor.start > 1 or re.search(r"[^\W\d_]{4,}", rest) is not None


def _stands_beside_items(link: Link) -> bool:
    """Whether an identifier that names its party stands once in its column: a column of references beside the items.

    A list of sites, each with its SIRET, has a column of them.
    """
    if link.rule.value.name != "siret" or link.weak:
        return False
    layout = link.page.layout
    column = layout.below(link.spans[-1].cell, layout.page.height)
    return not any(link.rule.value.pattern.search(layout.text[cell]) for cell in column)


def _is_one_of_a_column(link: Link) -> bool:
    """Whether more values of its type stand under a value, row by row: the dates of items, the numbers of deposits."""
    if link.rule.value.name not in LISTED:
        return False
    layout = link.page.layout
    cell = link.spans[-1].cell
    line = layout.lines[layout.line_of[cell]]
    if len(line) < MIN_COLUMNS:
        return False
    for under in layout.below(cell, ROW_REACH * layout.size[cell])[:1]:
        flush = abs(layout.x0[under] - layout.x0[cell]) < 1 or abs(layout.x1[under] - layout.x1[cell]) < 1
        return flush and link.rule.value.pattern.fullmatch(layout.text[under]) is not None
    return False


def _heads_column_of_sites(link: Link) -> bool:
    """Whether a bare « SIRET » heads a column beside one of amounts: a list of sites, each with its own."""
    assert link.anchor is not None
    if link.rule.value.name != "siret" or not link.weak:
        return False
    line = link.page.layout.lines[link.page.layout.line_of[link.anchor.cell]]
    return any(
        not AMOUNT_PARTS.isdisjoint(anchor.parts)
        for cell in line
        for anchor in link.page.by_cell.get(cell, ())
        if anchor.start <= 1
    )


def _heads_item_column(link: Link) -> bool:
    """Whether a keyword stands next to a header of the table of items: « Date · Désignation · Quantité »."""
    assert link.anchor is not None
    line = link.page.layout.lines[link.page.layout.line_of[link.anchor.cell]]
    return any(
        anchor.start <= 1
        and anchor.has(EntryKind.ITEM_HEADER)
        and (len(line) > MIN_COLUMNS or all(entry.phrase != "objet" for entry in anchor.entries))
        for near in (link.anchor.cell - 1, link.anchor.cell + 1)
        if near in line
        for anchor in link.page.by_cell.get(near, ())
    )


def _goes_on(link: Link, reach: float = ROW_REACH) -> bool:
    """Whether more amounts stand under an amount, in its column: it is one of several, and not a total."""
    layout = link.page.layout
    cell = link.spans[0].cell
    for under in layout.below(cell, reach * layout.size[cell])[:1]:
        labelled = any(
            anchor.start <= 1 and not ANNOUNCING.isdisjoint(anchor.kinds)
            for near in layout.lines[layout.line_of[under]]
            if near < under
            for anchor in link.page.by_cell.get(near, ())
        )
        if labelled:
            return False  # « Acompte : 10,00 » under the totals
        flush = abs(layout.x1[under] - layout.x1[cell]) < layout.size[cell]
        return flush and _AMOUNT_CELL.fullmatch(layout.text[under]) is not None
    return False


def _header_kinds(link: Link) -> set[EntryKind]:
    """Return the kinds of the phrases that stand on the keyword's own line, or right over and under it."""
    assert link.anchor is not None
    layout = link.page.layout
    line = layout.line_of[link.anchor.cell]
    cells = list(layout.lines[line])
    for other in (line - 1, line + 1):
        if 0 <= other < len(layout.lines):
            near = layout.lines[other]
            # The words of one header row are often wrapped, so that it takes two or three close lines.
            if abs(layout.top[near.start] - layout.top[link.anchor.cell]) < 1.1 * layout.size[link.anchor.cell]:
                cells.extend(near)
    return {
        kind
        for cell in cells
        for anchor in link.page.by_cell.get(cell, ())
        for kind in anchor.kinds
        if len(cells) > 1 and anchor.start <= 1 and _fills_its_cell(link.page, anchor)
    }


def _fills_its_cell(page: PageText, anchor: Anchor) -> bool:
    """Whether a phrase may be a header: « Détail : assiette 4 102,33 » is none."""
    rest = page.layout.text[anchor.cell][anchor.end :]
    return not anchor.has(EntryKind.ITEM_HEADER) or (":" not in rest and len(rest) <= MAX_HEADER_REST)


def decide_amounts(links: dict[Part, list[Link]], rows: Sequence[VatRow]) -> None:
    """Give a verdict to every rival of a set of totals that adds up; leave the rest to the usual criteria.

    Weak words (« Total », « Sous-total ») count only in a set that adds up, or where nothing else is printed.
    """
    _revive_single_rows(links)
    nets = _live(links, Part.NET)
    taxes = _live(links, Part.TAX)
    grosses = _live(links, Part.GROSS)
    by_rows = _sum_of_rows(rows)
    best: tuple[tuple[int, ...], Link, Link, Link | None] | None = None
    for net, gross in product(nets, grosses):
        if net.place == gross.place:
            continue
        tax = _tax_between(net, gross, taxes)
        difference = _amount(gross) - _amount(net)
        proved = tax is not None or (by_rows is not None and abs(difference - by_rows) <= TOLERANCE)
        if not proved and (difference != 0 or taxes):
            continue
        if not proved and (net.weak or gross.weak) and net.value == gross.value and by_rows not in (None, 0):
            continue
        criteria = (
            int(proved),
            int(not net.weak) + int(not gross.weak),
            int(tax is not None and not tax.weak),
            int(net.relation is not Relation.BEFORE),
            net.position[0] + gross.position[0],
        )
        if best is None or criteria > best[0]:
            best = (criteria, net, gross, tax)
    if best is None:
        _drop_weak(nets, grosses, taxes)
        return
    _, net, gross, tax = best
    kept = {Part.NET: net, Part.GROSS: gross}
    if tax is not None:
        kept[Part.TAX] = tax
    for part, choice in kept.items():
        for link in _live(links, part):
            if link.value != choice.value:
                link.reject(Verdict.DOES_NOT_ADD_UP, choice.raw)
    if tax is None:
        for link in taxes:
            link.reject(Verdict.DOES_NOT_ADD_UP, gross.raw)


def _revive_single_rows(links: dict[Part, list[Link]]) -> None:
    """Give back the only row of a table of items, where it adds up and the page prints no other totals."""
    if any(not link.weak for part in (Part.NET, Part.GROSS) for link in _live(links, part)):
        return
    rows = {
        part: [
            link
            for link in links.get(part, [])
            if link.verdict == Verdict.ITEM_COLUMN
            and link.relation is Relation.BELOW
            and link.valid
            and not link.weak
            and not _goes_on(link, WIDE_ROW_REACH)
        ]
        for part in (Part.NET, Part.TAX, Part.GROSS)
    }
    for net, tax, gross in product(rows[Part.NET], rows[Part.TAX], rows[Part.GROSS]):
        lines = {link.page.layout.line_of[link.spans[0].cell] for link in (net, tax, gross) if link.page is net.page}
        if (
            len(lines) == 1
            and tax.page is gross.page is net.page
            and abs(_amount(net) + _amount(tax) - _amount(gross)) <= TOLERANCE
        ):
            for link in (net, tax, gross):
                link.verdict = None
            return


def _drop_weak(nets: list[Link], grosses: list[Link], taxes: list[Link]) -> None:
    """Without a set that adds up, a bare « Sous-total » says nothing, and a bare « Total » only where it is alone."""
    for link in nets:
        if link.weak:
            link.reject(Verdict.DOES_NOT_ADD_UP)
    for link in grosses:
        # « Net à payer TTC » is the TTC only where nothing was deducted before it.
        if link.entry is not None and _PAYABLE.search(link.entry.phrase) and _has_deductions(link.page):
            link.reject(Verdict.DOES_NOT_ADD_UP)
    known = [link for link in nets + taxes if not link.weak]
    for link in grosses:
        if link.weak and (known or len({other.value for other in grosses}) > 1):
            link.reject(Verdict.DOES_NOT_ADD_UP)


def _has_deductions(page: PageText) -> bool:
    return "acompte" in page.whole or any(
        entry.name == "not_the_total"
        for anchor in page.of_kind(EntryKind.STOP)
        for entry in anchor.entries
        if entry.kind is EntryKind.STOP
    )


def _tax_between(net: Link, gross: Link, taxes: list[Link]) -> Link | None:
    difference = _amount(gross) - _amount(net)
    # A credit note may print a negative net and a positive tax: a sum of one sign goes before a sum of two.
    for tax in taxes:
        if abs(_amount(tax) - difference) <= TOLERANCE and tax.place not in (net.place, gross.place):
            return tax
    for tax in taxes:
        if abs(abs(_amount(tax)) - abs(difference)) <= TOLERANCE and tax.place not in (net.place, gross.place):
            return tax
    return None


def _sum_of_rows(rows: Sequence[VatRow]) -> Decimal | None:
    if not rows:
        return None
    lines = {(row.rate, row.tax.value) for row in rows}
    if len({rate for rate, _ in lines}) < len(lines):
        return None
    return sum((tax for _, tax in lines), Decimal(0))


def _live(links: dict[Part, list[Link]], part: Part) -> list[Link]:
    return [link for link in links.get(part, []) if link.verdict is None and link.valid]


def _amount(link: Link) -> Decimal:
    assert isinstance(link.value, Decimal)
    return link.value
