"""A row of the breakdown of the VAT, and the amounts of cells: what the readers of tables and of labels share."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from chorus_ocr.layout.cells import CellSpan
from chorus_ocr.recognition.anchors import PageText
from chorus_ocr.recognition.rows import MAX_RATE
from chorus_ocr.recognition.value_at import looks_like_money
from chorus_ocr.values.amount import AMOUNT
from chorus_ocr.values.late import compile_late
from chorus_ocr.values.portal import LigneTva

CENT = Decimal("0.02")
"""How far base × rate may lie from the printed tax: a cent of rounding on either side."""

RATE = compile_late(r"(?<![\d.,/-])\(?(\d{1,2}(?:[.,]\d{1,3})?)\s?%")
REST = compile_late(r"[\s\ufffd:;=*…_.|()\[\]%–—-]*(?:€|EUR|euros?)?[\s.…_·]*", re.IGNORECASE)


class Amount(NamedTuple):
    """An amount of a row, with its place."""

    value: Decimal
    span: CellSpan
    raw: str


class VatRow(NamedTuple):
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


def amounts_in(page: PageText, cell: int, start: int = 0, *, clean: bool = True) -> list[Amount]:
    """Return the amounts of a cell from a place on. ``clean``: only where nothing but amounts and currencies stands."""
    text = page.layout.text[cell]
    found: list[Amount] = []
    at = start
    for match in AMOUNT.pattern.finditer(text, start):
        if clean and not REST.fullmatch(text, at, match.start()):
            return found if found else []
        parsed = AMOUNT.parse(match.group())
        if parsed.value is not None and parsed.valid:
            found.append(Amount(parsed.value, CellSpan(cell, match.start(), match.end()), match.group()))
        at = match.end()
    if clean and found and not REST.fullmatch(text, at):
        if start:
            return []
        label = next((anchor.start for anchor in page.by_cell.get(cell, ()) if anchor.start >= at), None)
        if label is None or not REST.fullmatch(text, at, label):
            return []  # « 41,76 € Total TVA » are columns that touch; « 41,76 € de plus » is a sentence
    return found


def amount_at(page: PageText, cell: int, at: int) -> list[Amount]:
    """Return the amount that a sentence puts right after a rate: « au taux de 20 % soit 760,00 euros, ce qui … »."""
    match = AMOUNT.pattern.match(page.layout.text[cell], at)
    parsed = AMOUNT.parse(match.group()) if match and looks_like_money(match.group()) else None
    if match is None or parsed is None or parsed.value is None or not parsed.valid:
        return []
    return [Amount(parsed.value, CellSpan(cell, match.start(), match.end()), match.group())]


def proves(base: Decimal, rate: Decimal, tax: Decimal) -> bool:
    """Whether base × rate = tax, to the cent of rounding; a rate of zero proves a tax of zero."""
    return abs(base * rate / 100 - tax) <= CENT and (tax == 0) == (rate == 0 or abs(base * rate) < 1)


def rate_of(text: str) -> Decimal | None:
    try:
        rate = Decimal(text.replace(",", "."))
    except ArithmeticError:
        return None
    return rate if rate <= MAX_RATE else None


def pair(amounts: Sequence[Amount], rate: Decimal) -> tuple[Amount, Amount] | None:
    """Return the base and the tax among the amounts of a row that prove each other."""
    for base in amounts:
        for tax in amounts:
            if base is not tax and proves(base.value, rate, tax.value):
                return base, tax
    return None


def make_row(page: PageText, rate: Decimal, amounts: list[Amount], label: CellSpan, *, tabular: bool) -> VatRow | None:
    """Tell base and tax apart among the amounts of a row: the pair that proves itself, else the only amount."""
    spans = (label, *(amount.span for amount in amounts))
    proved = pair(amounts, rate)
    if proved is not None:
        return VatRow(page, rate, *proved, tabular, True, spans)
    if len(amounts) == 1 and not tabular:
        return VatRow(page, rate, None, amounts[0], tabular, False, spans)
    return None
