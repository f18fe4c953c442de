"""The breakdown of the VAT: rows that print a rate, proved by base × rate = tax, or announced by « TVA 20 % »."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from chorus_ocr.layout.page_layout import CellSpan, PageLayout
from chorus_ocr.recognition.anchors import Anchor, PageText
from chorus_ocr.recognition.columns import column_below, header_over, is_current, is_past
from chorus_ocr.recognition.field import Part
from chorus_ocr.recognition.lexicon import EntryKind
from chorus_ocr.recognition.links import CAPTION_REACH, CAPTION_SHARE, Linker
from chorus_ocr.recognition.value_at import ENUMERATOR, looks_like_money, starts_with_label
from chorus_ocr.values.amount import AMOUNT
from chorus_ocr.values.portal import LigneTva

MIN_AMOUNT_HEADERS = 3

CENT = Decimal("0.02")
"""How far base × rate may lie from the printed tax: a cent of rounding on either side."""

MAX_RATE = Decimal(30)
"""No French VAT rate, past or present, comes near it (rates of rule G1.24 of the external specifications)."""

_RATE = re.compile(r"(?<![\d.,/-])\(?(\d{1,2}(?:[.,]\d{1,3})?)\s?%")
_BARE_RATE = re.compile(r"(?:\[?\d{1,2}\]\s*)?(?:[A-Za-z.]{1,6}\s)?(\d{1,2}(?:[.,]\d{1,3})?)")
_WORDS = re.compile(r"[^\W\d_]{3,}")
_PRINTED_BARE = re.compile(r"\s?(\d{1,2}[.,]\d{1,2})")
"""« TVA 2,10 »: a rate without its sign, which the amounts of its row have to prove."""
_REMARK = re.compile(r"\([^()\d]*\)")
_REST = re.compile(r"[\s\ufffd:;=*…_.|()\[\]%–—-]*(?:€|EUR|euros?)?[\s.…_·]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of a row, with its place."""

    value: Decimal
    span: CellSpan
    raw: str


@dataclass(frozen=True, slots=True)
class VatRow:
    """A printed row of the breakdown. ``tabular``: it stands in a table with headers, not among the totals."""

    page: PageText
    rate: Decimal
    base: Amount | None
    tax: Amount
    tabular: bool
    proved: bool
    spans: tuple[CellSpan, ...]

    @property
    def line(self) -> LigneTva:
        return LigneTva(taux=self.rate, base_ht=self.base.value if self.base else None, montant=self.tax.value)


def vat_rows(pages: Sequence[PageText], linker: Linker) -> list[VatRow]:
    """Return the rows of the VAT breakdown, in reading order."""
    found: list[VatRow] = []
    for page in pages:
        rows = list(_table_rows(page, linker))
        lines = {_line(row) for row in rows}
        rows += [row for row in _announced_rows(page, linker) if _line(row) not in lines]
        rows += list(_rows_without_tax(page, rows))
        found += sorted(rows, key=_line)
    return found


def _line(row: VatRow) -> int:
    return row.page.layout.line_of[row.spans[0].cell]


def amounts_in(page: PageText, cell: int, start: int = 0, *, clean: bool = True) -> list[Amount]:
    """Return the amounts of a cell from a place on. ``clean``: only where nothing but amounts and currencies stands."""
    text = page.layout.text[cell]
    found: list[Amount] = []
    at = start
    for match in AMOUNT.pattern.finditer(text, start):
        if clean and not _REST.fullmatch(text, at, match.start()):
            return found if found else []
        parsed = AMOUNT.parse(match.group())
        if parsed.value is not None and parsed.valid:
            found.append(Amount(parsed.value, CellSpan(cell, match.start(), match.end()), match.group()))
        at = match.end()
    if clean and found and not _REST.fullmatch(text, at):
        label = next((anchor.start for anchor in page.by_cell.get(cell, ()) if anchor.start >= at), None)
        if label is None or not _REST.fullmatch(text, at, label):
            return []  # « 41,76 € Total TVA » are columns that touch; « 41,76 € de plus » is a sentence
    return found


def _amount_at(page: PageText, cell: int, at: int) -> list[Amount]:
    """Return the amount that a sentence puts right after a rate: « au taux de 20 % soit 760,00 euros, ce qui … »."""
    match = AMOUNT.pattern.match(page.layout.text[cell], at)
    parsed = AMOUNT.parse(match.group()) if match and looks_like_money(match.group()) else None
    if match is None or parsed is None or parsed.value is None or not parsed.valid:
        return []
    return [Amount(parsed.value, CellSpan(cell, match.start(), match.end()), match.group())]


def is_tax_anchor(anchor: Anchor, linker: Linker) -> bool:
    """Whether a keyword announces the amount of VAT."""
    # A loop, as in ``Anchor.has``.
    for entry in anchor.entries:  # noqa: SIM110
        if entry.kind is EntryKind.FIELD and linker.rules[entry.name].part is Part.TAX:
            return True
    return False


def proves(base: Decimal, rate: Decimal, tax: Decimal) -> bool:
    """Whether base × rate = tax, to the cent of rounding; a rate of zero proves a tax of zero."""
    return abs(base * rate / 100 - tax) <= CENT and (tax == 0) == (rate == 0 or abs(base * rate) < 1)


def _rate_of(text: str) -> Decimal | None:
    try:
        rate = Decimal(text.replace(",", "."))
    except ArithmeticError:
        return None
    return rate if rate <= MAX_RATE else None


def _announced_rows(page: PageText, linker: Linker) -> Iterator[VatRow]:
    """Yield the rows of the kind « TVA 20 % 245,50 », « TVA 20 % sur 1 227,51 € : 245,50 € », « 20 % TVA : 12,00 »."""
    layout = page.layout
    for anchor in page.of_kind(EntryKind.FIELD):
        if anchor.cell != anchor.end_cell or not is_tax_anchor(anchor, linker) or _in_item_row(page, anchor):
            continue
        text = layout.text[anchor.cell]
        bare = None
        match = _rate_near(text, anchor)
        if match is None:
            match = bare = _PRINTED_BARE.fullmatch(text, anchor.end)
        rest = match.end() if match and match.start() >= anchor.end else anchor.end
        cells = layout.right_of(anchor.cell)
        if match is None:
            if not cells or text[anchor.end :].strip(" :.(*"):
                continue
            match = _RATE.match(layout.text[cells[0]].strip())
            if match is not None:
                # The rate stands in the next cell, alone or before its amount.
                rate_cell = cells[0]
                amounts = amounts_in(page, rate_cell, match.end())
                cells = cells[1:]
            else:
                match = _rate_below(page, anchor)
                amounts = []
            if match is None:
                continue
        else:
            rest = _skip_words(text, rest)
            amounts = amounts_in(page, anchor.cell, rest) or _amount_at(page, anchor.cell, rest)
            if not amounts and _REMARK.sub("", text[rest:]).strip(" :;=.…_()€-–|"):
                continue
        for cell in cells:
            if page.by_cell.get(cell) and page.by_cell[cell][0].start <= 1:
                if _names_a_column(page, cell, linker):
                    continue  # « T1 TVA 5,5 % · BASE · 486,24 · TVA · 26,74 »
                break
            more = amounts_in(page, cell)
            if not more and not _REST.fullmatch(layout.text[cell]):
                break
            amounts += more
            if any(other.start > more[-1].span.end for other in page.by_cell.get(cell, ()) if more):
                break  # the label of another column follows
        if len(amounts) > 1:
            now = [each for each in amounts if not is_past(page, header_over(page, each.span.cell), linker.lexicon)]
            amounts = now or amounts
        rate = _rate_of(match.group(1))
        if len(amounts) > 1 and rate is not None and not _pair(amounts, rate):
            here = [each for each in amounts if is_current(page, header_over(page, each.span.cell), linker.lexicon)]
            amounts = here if len(here) == 1 else amounts
        if not amounts and not cells[:1]:
            amounts = _boxed(page, anchor, linker)
        elif not amounts:
            amounts = _boxed(page, anchor, linker) if starts_with_label(page, cells[0]) else []
        if rate is None or not amounts:
            continue
        row = _row(page, rate, amounts, CellSpan(anchor.cell, anchor.start, len(text)), tabular=False)
        if row is not None and (bare is None or row.proved):
            yield row


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
            rate = _RATE.search(layout.text[cells.start])
            if rate is None or _rate_of(rate.group(1)) != 0 or layout.text[cells.start][rate.end() :].strip(" )"):
                continue
            beside = [each for cell in cells for each in amounts_in(page, cell) if cell > cells.start]
            columns = [
                next((each for each in beside if _share_column(layout, each.span.cell, amount.span.cell)), None)
                for amount in (row.base, row.tax)
            ]
            base, tax = columns
            if base is not None and tax is not None and tax.value == 0 and base.value:
                lines.add(number)
                label = CellSpan(cells.start, 0, len(layout.text[cells.start]))
                yield VatRow(page, Decimal(0), base, tax, row.tabular, True, (label, base.span, tax.span))


MAX_ROWS_APART = 4


def _share_column(layout: PageLayout, one: int, other: int) -> bool:
    return abs(layout.x1[one] - layout.x1[other]) < 0.5 * layout.size[other]


def _names_a_column(page: PageText, cell: int, linker: Linker) -> bool:
    """Whether a cell of a row of the breakdown is nothing but the name of what follows it: « BASE », « TVA »."""
    if re.search(r"\d", page.layout.text[cell]):
        return False
    return any(anchor.has(EntryKind.VAT_HEADER) or is_tax_anchor(anchor, linker) for anchor in page.by_cell[cell])


def _rate_below(page: PageText, anchor: Anchor) -> re.Match[str] | None:
    """Return the rate that stands alone on the second line of a narrow label: « TVA / 20 % »."""
    layout = page.layout
    for under in layout.below(anchor.cell, 0.9 * layout.size[anchor.cell])[:1]:
        match = _RATE.match(layout.text[under])
        flush = abs(layout.x0[under] - layout.x0[anchor.cell]) < layout.size[under]
        if match is not None and flush and not layout.text[under][match.end() :].strip(" )"):
            return match
    return None


def _boxed(page: PageText, anchor: Anchor, linker: Linker) -> list[Amount]:
    """Return the amount under a caption « TVA 20 % », alone in its box, or over it in larger type."""
    layout = page.layout
    size = layout.size[anchor.cell]
    for over in layout.above(anchor.cell, CAPTION_REACH * size)[:1]:
        amounts = amounts_in(page, over)
        if len(amounts) == 1 and layout.size[over] * CAPTION_SHARE >= size:
            return amounts
    for under in column_below(page, anchor.cell, linker.reach)[:1]:
        amounts = amounts_in(page, under)
        return amounts if len(amounts) == 1 else []
    return []


def _rate_near(text: str, anchor: Anchor) -> re.Match[str] | None:
    """Return the rate that stands in the label itself, after the word or right before it."""
    match = _RATE.search(text, anchor.end)
    if match is not None and not re.search(r"\d", text[anchor.end : match.start()]):
        named = any("tva" in entry.phrase.lower() for entry in anchor.entries)
        # « Taxe sur les conventions d'assurance (9 %) » is another tax.
        return match if named or not _WORDS.search(text, anchor.end, match.start()) else None
    for before in _RATE.finditer(text, 0, anchor.start):
        if not text[before.end() : anchor.start].strip(" )-de"):
            return before
    return None


def _skip_words(text: str, at: int) -> int:
    """Skip « ) », « sur », « base », « : » between a rate and its amounts."""
    match = re.compile(
        r"[\s):;=.…_-]*(?:sur|de|base|HT|une base de|à|soit|x|×|\(|[A-Z]\b|\s)*[\s:.…_]*", re.IGNORECASE
    ).match(text, at)
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
    if not re.fullmatch(r"[-−(]?[\d\s.,'’/]+(?:€|EUR|euros?|F CFP|XPF)?\)?", before):
        return False
    # A row that opens with words and then prints numbers is an item; two tables side by side print numbers too, but
    # there the totals' label is far from them and stands over or under other labels of totals.
    near = layout.above(anchor.cell, layout.size[anchor.cell] * 3) + layout.below(
        anchor.cell, layout.size[anchor.cell] * 3
    )
    return not any(
        abs(layout.x0[cell] - layout.x0[anchor.cell]) < layout.size[cell] * 4
        and any(entry.kind is EntryKind.FIELD for other in page.by_cell.get(cell, ()) for entry in other.entries)
        and not any(
            other.has(EntryKind.ITEM_HEADER)
            for near_cell in layout.lines[layout.line_of[cell]]
            for other in page.by_cell.get(near_cell, ())
        )
        and not is_same_words(page, cell, anchor.cell)
        for cell in near
    )


def is_same_words(page: PageText, one: int, other: int) -> bool:
    """Whether two cells print the same words, numbers aside: a column that repeats itself."""
    return re.sub(r"[\d.,\s%]", "", page.folded[one]) == re.sub(r"[\d.,\s%]", "", page.folded[other])


def _table_rows(page: PageText, linker: Linker) -> Iterator[VatRow]:
    """Yield the rows under a header of the kind « Taux · Base HT · Montant TVA », each proved by its own figures."""
    layout = page.layout
    about = [*page.of_kind(EntryKind.VAT_HEADER)]
    about += [anchor for anchor in page.of_kind(EntryKind.FIELD) if is_tax_anchor(anchor, linker)]
    announced = {layout.line_of[cell] for anchor in about for cell in (anchor.cell, anchor.end_cell)}
    for number in sorted(announced):
        headers = _vat_headers(page, layout.lines[number], linker)
        if len(headers) < 2:
            continue
        rates = [cell for cell in headers if _heads_rates(page, cell)]
        left = min(layout.x0[cell] for cell in headers)
        right = max(layout.x1[cell] for cell in headers)
        misses = 0
        for under in layout.lines[number + 1 : number + 16]:
            row = _table_row(page, under, left, right, rates)
            if row is None:
                misses += 1
                if misses > 3:
                    break
            else:
                misses = 0
                yield row


def _vat_headers(page: PageText, line: range, linker: Linker) -> list[int]:
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
                parts |= {linker.rules[each.name].part for each in anchor.entries if each.kind is EntryKind.FIELD}
    cells = list(dict.fromkeys(cells))
    # « Montant HT · TVA · Montant TVA · Montant TTC »: rows under it that prove themselves are a breakdown, too.
    named = {Part.NET, Part.TAX} <= parts and len(cells) >= MIN_AMOUNT_HEADERS
    return cells if rate_or_base or named else []


_RATE_SIGN = re.compile(r"%\s?(?:de\s)?T\.?V\.?A\.?|T\.?V\.?A\.?\s?\(?%\)?", re.IGNORECASE)


def _heads_rates(page: PageText, cell: int) -> bool:
    return _RATE_SIGN.fullmatch(page.layout.text[cell]) is not None or any(
        entry.kind is EntryKind.VAT_HEADER and not entry.phrase.lower().startswith(("base", "assiette", "montant"))
        for anchor in page.by_cell.get(cell, ())
        for entry in anchor.entries
    )


def _table_row(page: PageText, line: range, left: float, right: float, rates: Sequence[int]) -> VatRow | None:
    layout = page.layout
    rate: Decimal | None = None
    amounts: list[Amount] = []
    cells = [cell for cell in line if layout.x1[cell] > left - 70 and layout.x0[cell] < right + 60]
    percents = any(_RATE.search(layout.text[cell]) for cell in cells)
    for cell in cells:
        text = layout.text[cell]
        percent = _RATE.search(text)
        if rate is None and percent is not None:
            rate = _rate_of(percent.group(1))
            amounts += amounts_in(page, cell, percent.end())
            if not amounts:
                amounts += amounts_in(page, cell)
            continue
        bare = _BARE_RATE.fullmatch(text)
        under_rates = any(
            layout.x0[cell] < layout.x1[head] + 4 and layout.x1[cell] > layout.x0[head] - 4 for head in rates
        )
        if percents and bare is not None and "," not in text and "." not in text:
            continue  # the code of a rate
        if rate is None and not percents and bare is not None and (under_rates or not (amounts or rates)):
            rate = _rate_of(bare.group(1))
            if rate is not None:
                continue
        amounts += amounts_in(page, cell)
    if rate is None or len(amounts) < 2:
        return None
    row = _row(page, rate, amounts, CellSpan(cells[0], 0, len(layout.text[cells[0]])), tabular=True)
    return row if row is not None and row.proved else None


def _pair(amounts: Sequence[Amount], rate: Decimal) -> tuple[Amount, Amount] | None:
    """Return the base and the tax among the amounts of a row that prove each other."""
    for base in amounts:
        for tax in amounts:
            if base is not tax and proves(base.value, rate, tax.value):
                return base, tax
    return None


def _row(page: PageText, rate: Decimal, amounts: list[Amount], label: CellSpan, *, tabular: bool) -> VatRow | None:
    """Tell base and tax apart among the amounts of a row: the pair that proves itself, else the only amount."""
    spans = (label, *(amount.span for amount in amounts))
    pair = _pair(amounts, rate)
    if pair is not None:
        return VatRow(page, rate, *pair, tabular, True, spans)
    if len(amounts) == 1 and not tabular:
        return VatRow(page, rate, None, amounts[0], tabular, False, spans)
    return None
