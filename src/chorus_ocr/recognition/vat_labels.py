"""The rows of the VAT that a label announces, outside a table: « TVA 20 % 245,50 », in all its forms."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from chorus_ocr.layout.cells import CellSpan
from chorus_ocr.recognition.anchors import Anchor, PageText
from chorus_ocr.recognition.columns import column_below, header_over, is_current, is_past
from chorus_ocr.recognition.field import Part
from chorus_ocr.recognition.lexicon import EntryKind
from chorus_ocr.recognition.links import CAPTION_REACH, CAPTION_SHARE, Linker
from chorus_ocr.recognition.value_at import starts_with_label
from chorus_ocr.recognition.vat_row import RATE, REST, Amount, VatRow, amount_at, amounts_in, make_row, pair, rate_of
from chorus_ocr.values.amount import AMOUNT
from chorus_ocr.values.late import compile_late

_WORDS = compile_late(r"[^\W\d_]{3,}")
_PRINTED_BARE = compile_late(r"\s?(\d{1,2}[.,]\d{1,2})")
"""« TVA 2,10 »: a rate without its sign, which the amounts of its row have to prove."""
_REMARK = compile_late(r"\([^()\d]*\)")


def announced_rows(page: PageText, linker: Linker) -> Iterator[VatRow]:
    """Yield the rows of the kind « TVA 20 % 245,50 », « TVA 20 % sur 1 227,51 € : 245,50 € », « 20 % TVA : 12,00 »."""
    for anchor in page.of_part(Part.TAX):
        if anchor.cell != anchor.end_cell or _in_item_row(page, anchor) or _follows_another_total(page, anchor):
            continue
        label = _label_at(page, anchor)
        rate = rate_of(label.rate.group(1)) if label is not None else None
        if label is None or rate is None:
            continue
        behind, columns_named = _behind(page, label.beyond)
        amounts = _of_this_invoice(page, anchor, rate, label.amounts + behind, linker)
        if not amounts and (not label.beyond or starts_with_label(page, label.beyond[0])):
            amounts = _boxed(page, anchor, linker)
        if not amounts:
            continue
        text = page.layout.text[anchor.cell]
        row = make_row(page, rate, amounts, CellSpan(anchor.cell, anchor.start, len(text)), tabular=False)
        if row is not None and (row.proved or not (label.bare or columns_named or _is_base(text, label.rate, row))):
            yield row


class _Label(NamedTuple):
    """A label that names the tax and prints its rate."""

    rate: re.Match[str]
    bare: bool
    """Whether the rate is printed without its sign."""
    amounts: list[Amount]
    """What stands behind the rate in its own cell."""
    beyond: Sequence[int]
    """The cells of the row to the right of the rate's."""


def _label_at(page: PageText, anchor: Anchor) -> _Label | None:
    """Return the label that a word of the tax makes: its rate stands beside it, in the next cell, or under it."""
    text = page.layout.text[anchor.cell]
    cells = page.layout.right_of(anchor.cell)
    signed = _rate_near(text, anchor)
    rate = signed or _PRINTED_BARE.fullmatch(text, anchor.end)
    if rate is not None:
        rest = _skip_words(text, rate.end() if rate.start() >= anchor.end else anchor.end)
        amounts = amounts_in(page, anchor.cell, rest) or _told_amount(page, anchor.cell, rest, rate.group(1))
        if not amounts and _REMARK.sub("", text[rest:]).strip(" :;=.…_()€-–|"):
            return None
        return _Label(rate, signed is None, amounts, cells)
    if not cells or text[anchor.end :].strip(" :.(*"):
        return None
    rate = RATE.match(page.layout.text[cells[0]].strip())
    if rate is not None:
        return _Label(rate, False, amounts_in(page, cells[0], rate.end()), cells[1:])
    rate = _rate_below(page, anchor)
    return _Label(rate, False, [], cells) if rate is not None else None


def _behind(page: PageText, cells: Sequence[int]) -> tuple[list[Amount], bool]:
    """Return the amounts that follow on a row, up to the next label, and whether names of columns stand between.

    « T1 TVA 5,5 % · BASE · 486,24 · TVA · 26,74 ».
    """
    amounts: list[Amount] = []
    columns_named = False
    for cell in cells:
        labels = page.by_cell.get(cell, ())
        if labels and labels[0].start <= 1:
            if not _names_a_column(page, cell):
                break
            columns_named = True
            continue
        more = amounts_in(page, cell)
        if not more and not REST.fullmatch(page.layout.text[cell]):
            break
        amounts += more
        if more and any(label.start > more[-1].span.end for label in labels):
            break  # the label of another column follows
    return amounts, columns_named


def _of_this_invoice(
    page: PageText, anchor: Anchor, rate: Decimal, amounts: list[Amount], linker: Linker
) -> list[Amount]:
    """Leave out what stands in a column of earlier invoices, or of the whole contract."""

    def header(amount: Amount) -> tuple[int, ...]:
        return header_over(page, amount.span.cell)

    if len(amounts) > 1:
        # What stands over the label's own cell (« Marché n° ») heads labels, no column of amounts.
        now = [
            each for each in amounts if each.span.cell == anchor.cell or not is_past(page, header(each), linker.lexicon)
        ]
        amounts = now or amounts
    if len(amounts) > 1 and not pair(amounts, rate):
        here = [each for each in amounts if is_current(page, header(each), linker.lexicon)]
        amounts = here if len(here) == 1 else amounts
    return amounts


def _follows_another_total(page: PageText, anchor: Anchor) -> bool:
    """Whether the name of another total opens the label, with no amount between.

    « Total TTC dont TVA 20 % », « Montant HT à 20 % de TVA ».
    """
    text = page.layout.text[anchor.cell]
    return any(
        not other.parts.isdisjoint((Part.NET, Part.GROSS))
        for other in page.by_cell[anchor.cell]
        if other.end <= anchor.start and not re.search(r"\d", RATE.sub("", text[other.end : anchor.start]))
    )


def _names_a_column(page: PageText, cell: int) -> bool:
    """Whether a cell of a row of the breakdown is nothing but the name of what follows it: « BASE », « TVA »."""
    if re.search(r"\d", page.layout.text[cell]):
        return False
    return any(
        anchor.has(EntryKind.VAT_HEADER) or (Part.TAX in anchor.parts and anchor.length == 1)
        for anchor in page.by_cell[cell]
    )


def _is_base(text: str, rate: re.Match[str], row: VatRow) -> bool:
    """Whether the only amount of a row is what the rate is taken of: « TVA 20 % sur 1 000,00 € »."""
    within = text[rate.end() : row.tax.span.start] if row.tax.span.cell == row.spans[0].cell else ""
    return re.search(r"\b(?:sur|base)\b", within, re.IGNORECASE) is not None


def _told_amount(page: PageText, cell: int, at: int, rate: str) -> list[Amount]:
    """Return the amount that a sentence puts after a rate, where an amount before it in the sentence proves it."""
    told = amount_at(page, cell, at)
    percent = rate_of(rate)
    if not told or percent is None:
        return []
    layout = page.layout
    before = [each for each in amounts_in(page, cell, clean=False) if each.span.end <= told[0].span.start]
    for over in layout.above(cell, 0.9 * layout.size[cell])[:1]:
        before += amounts_in(page, over, clean=False)
    return told if pair([*before, told[0]], percent) is not None else []


def _rate_below(page: PageText, anchor: Anchor) -> re.Match[str] | None:
    """Return the rate that stands alone on the second line of a narrow label: « TVA / 20 % »."""
    layout = page.layout
    for under in layout.below(anchor.cell, 0.9 * layout.size[anchor.cell])[:1]:
        match = RATE.match(layout.text[under])
        flush = abs(layout.x0[under] - layout.x0[anchor.cell]) < layout.size[under]
        alone = under + 1 not in layout.lines[layout.line_of[under]] or not amounts_in(page, under + 1)
        if match is not None and flush and alone and not layout.text[under][match.end() :].strip(" )"):
            return match
    return None


def _boxed(page: PageText, anchor: Anchor, linker: Linker) -> list[Amount]:
    """Return the amount under a caption « TVA 20 % », alone in its box, or over it in larger type."""
    layout = page.layout
    size = layout.size[anchor.cell]
    for over in layout.above(anchor.cell, CAPTION_REACH * size)[:1]:
        amounts = amounts_in(page, over)
        line = layout.lines[layout.line_of[over]]
        labelled = over > line.start and starts_with_label(page, over - 1)
        if len(amounts) == 1 and layout.size[over] * CAPTION_SHARE >= size and not labelled:
            return amounts
    for under in column_below(page, anchor.cell, linker.reach)[:1]:
        amounts = amounts_in(page, under)
        return amounts if len(amounts) == 1 else []
    return []


def _rate_near(text: str, anchor: Anchor) -> re.Match[str] | None:
    """Return the rate that stands in the label itself, after the word or right before it."""
    match = RATE.search(text, anchor.end)
    if match is not None and not re.search(r"\d", text[anchor.end : match.start()]):
        named = any("tva" in entry.phrase.lower() for entry in anchor.entries)
        # « Taxe sur les conventions d'assurance (9 %) » is another tax.
        return match if named or not _WORDS.search(text, anchor.end, match.start()) else None
    for before in RATE.finditer(text, 0, anchor.start):
        if not text[before.end() : anchor.start].strip(" )-de"):
            return before
    return None


_BETWEEN = compile_late(
    r"[\s):;=.…_-]*(?:sur|de|base|HT|une base de|à|soit|x|×|\(|[A-Z]\b|\s)*[\s:.…_]*", re.IGNORECASE
)


def _skip_words(text: str, at: int) -> int:
    """Skip « ) », « sur », « base », « : » between a rate and its amounts."""
    match = _BETWEEN.match(text, at)
    end = match.end() if match else at
    # The sign of an amount belongs to it.
    while end > at and text[end - 1] in "-−(":
        end -= 1
    return end


def _in_item_row(page: PageText, anchor: Anchor) -> bool:
    """Whether a « TVA 20 % » stands in the row of an item: a number of that row stands right before it."""
    layout = page.layout
    line = layout.lines[layout.line_of[anchor.cell]]
    before = layout.text[anchor.cell][: anchor.start]
    if AMOUNT.pattern.search(before) and not re.search(r"[^\W\d_]{3,}", before.replace("EUR", "").replace("euros", "")):
        return True  # « 263,55 € TVA 20 % »: columns of an item that touch
    if anchor.cell == line.start:
        return False
    before = layout.text[anchor.cell - 1]
    if not re.fullmatch(r"(?:[-(]|−|)(?:[\d\s.,'/]++|’)++(?:€|EUR|euros?|F CFP|XPF)?\)?", before):
        return False
    # A row that opens with words and then prints numbers is an item; two tables side by side print numbers too, but
    # there the totals' label is far from them and stands over or under other labels of totals.
    near = layout.above(anchor.cell, layout.size[anchor.cell] * 3) + layout.below(
        anchor.cell, layout.size[anchor.cell] * 3
    )
    return not any(
        abs(layout.x0[cell] - layout.x0[anchor.cell]) < layout.size[cell] * 4
        and any(other.has(EntryKind.FIELD) for other in page.by_cell.get(cell, ()))
        and not any(
            other.has(EntryKind.ITEM_HEADER)
            for near_cell in layout.lines[layout.line_of[cell]]
            for other in page.by_cell.get(near_cell, ())
        )
        and not _repeats(page, cell, anchor.cell)
        for cell in near
    )


def _repeats(page: PageText, one: int, other: int) -> bool:
    """Whether two cells print the same words, numbers aside: a column that repeats itself."""
    return re.sub(r"[\d.,\s%]", "", page.folded[one]) == re.sub(r"[\d.,\s%]", "", page.folded[other])
