"""Rows of a VAT breakdown whose figures do not prove each other: recognition leaves them out, a check tells of them."""

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from chorus_ocr.layout import CellSpan, PageLayout, lay_out
from chorus_ocr.reading.document import Box, Page
from chorus_ocr.recognition.folding import fold
from chorus_ocr.recognition.vat_row import RATE, proves, rate_of
from chorus_ocr.values.amount import AMOUNT, has_decimals
from chorus_ocr.values.rate import FRENCH_RATES

LARGEST_SHARE: Final = Decimal("0.35")
"""A tax is never more of its base: what is larger is another amount, the total of the row."""

LINES_UNDER_HEADER: Final = 12
"""How many lines under its header a row of a breakdown stands at most."""

_TAX_WORDS: Final = ("tva", "t.v.a", "dont tva", "total tva", "montant tva", "taxe")
_ITEM_WORDS: Final = ("designation", "description", "libelle", "quantite", "qte", "p.u", "pu ", "prix", "article")
_PARTS: Final = 3


class FalseRow(NamedTuple):
    """A printed row whose rate of its base is not its tax."""

    rate: Decimal
    base: Decimal
    tax: Decimal
    page: int
    box: Box


def false_rows(pages: Sequence[Page]) -> Iterator[FalseRow]:
    """Yield the rows of VAT that print a rate, its base and a tax that is not their product, in reading order.

    The rows of items and of deductions are none, and neither is a row of which more than one reading can be made.
    """
    for page in pages:
        if any("%" in text or "％" in text for text in page.words.text):
            yield from _on_page(lay_out(page))


def _on_page(layout: PageLayout) -> Iterator[FalseRow]:
    under = LINES_UNDER_HEADER
    for line in layout.lines:
        texts = [fold(layout.text[cell]) for cell in line]
        if _is_header(texts):
            under = 0
            continue
        under += 1
        if not any("%" in text for text in texts) or any(word in text for text in texts for word in _ITEM_WORDS):
            continue
        if not texts[0].lstrip().startswith(_TAX_WORDS) and under > LINES_UNDER_HEADER:
            continue
        row = _row(layout, line)
        if row is not None:
            yield row


def _is_header(texts: Sequence[str]) -> bool:
    """Whether a line heads a breakdown: « Taux · Base HT · TVA », without a figure and without a word of items."""
    whole = f"{' '.join(texts)} "
    if "tva" not in whole or any(word in whole for word in _ITEM_WORDS) or any(map(str.isdigit, whole)):
        return False
    return "base" in whole or ("taux" in whole and " ht" in whole)


def _row(layout: PageLayout, line: range) -> FalseRow | None:
    rates: set[Decimal] = set()
    amounts: list[Decimal] = []
    for cell in line:
        text = layout.text[cell]
        for percent in RATE.finditer(text):
            rate = rate_of(percent.group(1))
            if rate is None:
                return None
            rates.add(rate)
        for match in AMOUNT.pattern.finditer(text):
            value = AMOUNT.parse(match.group()).value
            if value is not None and has_decimals(match.group()):
                amounts.append(value)
    pair = _base_and_tax(amounts)
    if len(rates) != 1 or pair is None:
        return None
    [rate] = rates
    base, tax = pair
    # « 20 % · 200,00 · 1 200,00 » prints the tax and the total: that proves itself as well.
    if proves(base, rate, tax) or proves(base - tax, rate, tax) or abs(tax) > LARGEST_SHARE * abs(base):
        return None
    first, last = line.start, line.stop - 1
    start = layout.box(CellSpan(first, 0, len(layout.text[first])))
    end = layout.box(CellSpan(last, 0, len(layout.text[last])))
    box = Box(start.x0, min(start.top, end.top), end.x1, max(start.bottom, end.bottom))
    return FalseRow(rate, base, tax, layout.page.number, box)


def _base_and_tax(amounts: Sequence[Decimal]) -> tuple[Decimal, Decimal] | None:
    """Tell base and tax apart: of two the larger, of three those that make the third."""
    small, *others = sorted(amounts, key=abs) if len(amounts) in (_PARTS - 1, _PARTS) else [Decimal(0)]
    if not others:
        return None
    if len(others) == _PARTS - 1 and small + others[0] != others[1]:
        return None
    return others[0], small


def other_rates(pages: Sequence[Page], known: Collection[Decimal]) -> bool:
    """Whether the pages print a rate of French VAT that is none of those known, zero aside."""
    for page in pages:
        texts = page.words.text
        for at in [at for at, text in enumerate(texts) if "%" in text or "％" in text]:
            text = texts[at]
            head = text.strip("()[]:;,.%％") or (texts[at - 1].strip("()[]:;") if at else "")
            rate = rate_of(head) if head[:1].isdigit() else None
            if rate and rate in FRENCH_RATES and rate not in known:
                return True
    return False
