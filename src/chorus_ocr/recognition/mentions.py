"""Finds values that no keyword stands before.

Words that are themselves a value, the title, the date of a letter, SIRETs without a label, the currency beside the
amounts, the breakdown of the VAT.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from chorus_ocr.layout.cells import CellSpan
from chorus_ocr.recognition.anchors import PageText
from chorus_ocr.recognition.candidate import Detail, DocumentKind, Verdict
from chorus_ocr.recognition.dates import head_dates
from chorus_ocr.recognition.field import FieldRule, Part, Relation
from chorus_ocr.recognition.link import Link, plain_link
from chorus_ocr.recognition.terms import payees, terms_on
from chorus_ocr.recognition.title import Title
from chorus_ocr.recognition.vat_row import VatRow
from chorus_ocr.values.currency import CURRENCY
from chorus_ocr.values.late import compile_late
from chorus_ocr.values.portal import LigneTva, TypeFacture
from chorus_ocr.values.words import FACTOR

SIRET_DIGITS = 14
BREAK = "\n"
"""Joins the cells of a page: no word holds it, and nothing matches across it."""
_FOURTEEN = re.compile(r"(?:\d[\s.-]?){14}")
_Rules = Mapping[str, FieldRule[object]]


def all_mentions(
    pages: Sequence[PageText],
    rules: _Rules,
    parts: Mapping[Part, Sequence[FieldRule[object]]],
    titles: Sequence[Title],
    kind: DocumentKind,
    title: Title | None,
    rows: Sequence[VatRow],
) -> Iterator[Link]:
    """Yield the candidates of every field that are not announced by a keyword before them. ``parts``: rules by part."""
    for rule in parts.get(Part.TYPE, ()):
        yield from _types(rule, titles, kind, title)
    for rule in parts.get(Part.VAT_LINES, ()):
        yield from _vat_lines(rule, rows)
    for rule in parts.get(Part.TAX, ()):
        yield from _tax_of_single_row(rule, rows)
    for rule in parts.get(Part.CURRENCY, ()):
        yield from _currencies(rule, pages)
    for rule in parts.get(Part.ISSUED, ()) if pages else ():
        yield from head_dates(rule, title.page if title is not None else pages[0], rules)
    for rule in rules.values():
        if rule.terms:
            yield from terms_on(rule, pages)
        if rule.value is FACTOR:
            yield from payees(rule, pages)
    parties = [rule for part in (Part.RECIPIENT_SIRET, Part.SUPPLIER_SIRET) for rule in parts.get(part, ())]
    if parties:
        yield from _unannounced(parties, pages)


def _types(rule: FieldRule[object], titles: Sequence[Title], kind: DocumentKind, title: Title | None) -> Iterator[Link]:
    values = {DocumentKind.INVOICE: TypeFacture.FACTURE, DocumentKind.CREDIT_NOTE: TypeFacture.AVOIR}
    for each in titles:
        text = each.page.layout.text[each.anchor.cell]
        raw = text[each.anchor.start : each.anchor.span.end]
        value = values.get(each.kind)
        link = plain_link(rule, each.page, (each.span,), raw, value, Relation.ITSELF)
        if value is None or kind not in values:
            link.reject(Verdict.NOT_AN_INVOICE, str(each.kind))
        elif value is not values[kind]:
            link.reject(Verdict.LOST_TO, title.anchor.entries[0].phrase if title else None)
        yield link


def _vat_lines(rule: FieldRule[object], rows: Sequence[VatRow]) -> Iterator[Link]:
    """Yield the breakdown as one value: the rows of tables where there are any, one row a rate."""
    if not rows:
        return
    lines: dict[Decimal, list[VatRow]] = {}
    for row in rows:
        lines.setdefault(row.rate, []).append(row)
    chosen: list[VatRow] = []
    for same in lines.values():
        proved = [row for row in same if row.proved] or same
        tabular = {(row.base.value if row.base else None, row.tax.value): row for row in proved if row.tabular}
        if len({row.tax.value for row in proved}) > 1 and len(tabular) < len(proved):
            return  # two different taxes at one rate: which of them is the invoice's is not known
        # A table may hold two rows of one rate: an exempt one and one that is delivered within the Union.
        chosen.extend(list(tabular.values()) or proved[:1])
    value: tuple[LigneTva, ...] = tuple(row.line for row in chosen)
    first = chosen[0]
    spans = tuple(span for row in chosen if row.page is first.page for span in row.spans)
    raw = " / ".join(f"{row.rate} % {row.tax.raw}" for row in chosen)
    yield plain_link(rule, first.page, spans, raw, value, Relation.ITSELF)


def _tax_of_single_row(rule: FieldRule[object], rows: Sequence[VatRow]) -> Iterator[Link]:
    """Yield the tax of the only row: one « TVA 20 % : 12,00 € » among the totals is the whole VAT."""
    if len({(row.rate, row.tax.value) for row in rows}) != 1:
        return
    for row in rows:
        if not row.tabular:
            yield plain_link(rule, row.page, (row.tax.span,), row.tax.raw, row.tax.value, Relation.RIGHT)


def _currencies(rule: FieldRule[object], pages: Sequence[PageText]) -> Iterator[Link]:
    seen: set[object] = set()
    spellings: set[str] = set()
    for page in pages:
        whole = BREAK.join(page.layout.text)  # one look at the page is cheaper than one at each cell
        for match in CURRENCY.pattern.finditer(whole):
            if match.group() in spellings:
                continue
            spellings.add(match.group())
            parsed = CURRENCY.parse(match.group())
            if parsed.value is not None and parsed.value not in seen:
                seen.add(parsed.value)
                start = whole.rfind(BREAK, 0, match.start()) + 1
                span = CellSpan(whole.count(BREAK, 0, match.start()), match.start() - start, match.end() - start)
                yield plain_link(rule, page, (span,), match.group(), parsed.value, Relation.ITSELF)


def tie_currency_to_amounts(parts: Mapping[Part, list[Link]]) -> None:
    """Of several currencies, keep the one printed with the totals."""
    currencies = [link for link in parts.get(Part.CURRENCY, []) if link.verdict is None]
    if len({link.value for link in currencies}) < 2:
        return
    beside: set[object] = set()
    for part in (Part.GROSS, Part.DUE, Part.NET):
        for link in parts.get(part, []):
            if link.verdict is not None or not link.valid:
                continue
            cells = [link.spans[-1].cell, *link.page.layout.right_of(link.spans[-1].cell)[:1]]
            for cell in cells:
                for match in CURRENCY.pattern.finditer(link.page.layout.text[cell]):
                    beside.add(CURRENCY.parse(match.group()).value)
        if beside:
            break
    for link in currencies:
        if beside and link.value not in beside:
            link.reject(Verdict.LOST_TO, Detail.OTHER_CURRENCY)


def _unannounced(parties: Sequence[FieldRule[object]], pages: Sequence[PageText]) -> Iterator[Link]:
    """Yield every SIRET that stands on the pages without a keyword, so that the report can show it."""
    pattern, parse = parties[0].value.pattern, parties[0].value.parse
    for page in pages:
        for cell, text in enumerate(page.layout.text):
            if len(text) < SIRET_DIGITS or page.by_cell.get(cell) or not _FOURTEEN.search(text):
                continue
            for match in pattern.finditer(text):
                parsed = parse(match.group())
                if not parsed.valid:
                    continue
                span = CellSpan(cell, match.start(), match.end())
                for rule in parties:
                    link = plain_link(rule, page, (span,), match.group(), parsed.value, None)
                    yield link


BESIDE_IBAN = compile_late(r"\s*(?:[(/,-]|[–—]|et|BIC|:)?\s*")
"""Between an IBAN and the BIC that the print adds to it: « FR76 … (BNPAFRPP) »."""


_UNTIL = re.compile(r"\s*au\b")
"""After a date it makes a period of it: « du 01/04/2026 au 30/04/2026 »."""


def values_after(rule: FieldRule[object], links: Sequence[Link], opening: re.Pattern[str]) -> Iterator[Link]:
    """Yield the values of a rule that the print adds, without a word of their own, to the values of other links."""
    for link in links:
        if link.verdict is not None or not link.valid:
            continue
        last = link.spans[-1]
        text = link.page.layout.text[last.cell]
        between = opening.match(text, last.end)
        match = rule.value.pattern.match(text, between.end()) if between else None
        if match is None:
            continue
        parsed = rule.value.parse(match.group())
        if parsed.valid and not _UNTIL.match(text, match.end()):
            span = CellSpan(last.cell, match.start(), match.end())
            added = plain_link(rule, link.page, (span,), match.group(), parsed.value, Relation.SAME_CELL, link.anchor)
            added.entry, added.basis = link.entry, link
            yield added
