"""Finds values that no keyword stands before: words that are themselves a value, the title, the date of a letter,
SIRETs without a label, the currency beside the amounts, the VAT breakdown."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from chorus_ocr.layout.page_layout import CellSpan
from chorus_ocr.recognition.anchors import Anchor, PageText
from chorus_ocr.recognition.candidate import DocumentKind, Verdict
from chorus_ocr.recognition.field import FieldRule, Part, Relation
from chorus_ocr.recognition.lexicon import Entry, EntryKind
from chorus_ocr.recognition.link import Link
from chorus_ocr.recognition.title import Title
from chorus_ocr.recognition.vat import VatRow
from chorus_ocr.values.currency import CURRENCY
from chorus_ocr.values.portal import LigneTva, TypeFacture, TypeTva
from chorus_ocr.values.words import FACTOR

TITLE_REACH = 3.5
"""How far under its title, in multiples of the larger type, « N° 26-12 » still is the number of the document."""

LABEL_GAP = 8.0
"""How far left of a value, in multiples of the type size, an unknown label that ends with a colon still is its own."""

MIN_DATE = 6
MAX_DATE_LINE = 60

HEAD = 0.5
"""The date of a letter stands in the upper half of the first page."""

_SENTENCE_END = re.compile(r"(?<=[a-zà-ÿ)\d])(?<!\bart)(?<!\bArt)(?<!\bal)\.\s|[;•|]")
_DATE_LINE = re.compile(
    r"(?:[^\W\d_][\w’'.-]*(?:[ -][^\W\d_][\w’'.-]*){0,4}\s?,\s*)?(?:(?:le|du|émise? le|date)\s+)?", re.IGNORECASE
)

SIRET_DIGITS = 14

_FOURTEEN = re.compile(r"(?:\d[\s.-]?){14}")

_Rules = Mapping[str, FieldRule[object]]


def all_mentions(
    pages: Sequence[PageText],
    rules: _Rules,
    titles: Sequence[Title],
    kind: DocumentKind,
    title: Title | None,
    rows: Sequence[VatRow],
) -> Iterator[Link]:
    """Yield the candidates of every field that are not announced by a keyword before them."""
    for rule in rules.values():
        if rule.part is Part.TYPE:
            yield from _types(rule, titles, kind, title)
        elif rule.part is Part.VAT_LINES:
            yield from _vat_lines(rule, rows)
        elif rule.part is Part.TAX:
            yield from _tax_of_single_row(rule, rows)
        elif rule.part is Part.CURRENCY:
            yield from _currencies(rule, pages)
        elif rule.part is Part.ISSUED and pages:
            yield from _head_dates(rule, title.page if title is not None else pages[0], rules)
        if rule.terms:
            yield from _terms(rule, pages)
        if rule.value is FACTOR:
            yield from _payees(rule, pages)
    yield from _unannounced(rules, pages)


def _link(
    rule: FieldRule[object],
    page: PageText,
    spans: tuple[CellSpan, ...],
    raw: str,
    value: object,
    relation: Relation | None,
    anchor: Anchor | None = None,
) -> Link:
    return Link(rule, page, spans, raw, value, None, relation, anchor)


def _types(rule: FieldRule[object], titles: Sequence[Title], kind: DocumentKind, title: Title | None) -> Iterator[Link]:
    values = {DocumentKind.INVOICE: TypeFacture.FACTURE, DocumentKind.CREDIT_NOTE: TypeFacture.AVOIR}
    for each in titles:
        text = each.page.layout.text[each.anchor.cell]
        raw = text[each.anchor.start : each.anchor.span.end]
        value = values.get(each.kind)
        link = _link(rule, each.page, (each.span,), raw, value, Relation.ITSELF)
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
    yield _link(rule, first.page, spans, raw, value, Relation.ITSELF)


def _tax_of_single_row(rule: FieldRule[object], rows: Sequence[VatRow]) -> Iterator[Link]:
    """Yield the tax of the only row: one « TVA 20 % : 12,00 € » among the totals is the whole VAT."""
    if len({(row.rate, row.tax.value) for row in rows}) != 1:
        return
    for row in rows:
        if not row.tabular:
            yield _link(rule, row.page, (row.tax.span,), row.tax.raw, row.tax.value, Relation.RIGHT)


def _currencies(rule: FieldRule[object], pages: Sequence[PageText]) -> Iterator[Link]:
    seen: set[object] = set()
    spellings: set[str] = set()
    for page in pages:
        for cell, text in enumerate(page.layout.text):
            for match in CURRENCY.pattern.finditer(text):
                if match.group() in spellings:
                    continue
                spellings.add(match.group())
                parsed = CURRENCY.parse(match.group())
                if parsed.value is not None and parsed.value not in seen:
                    seen.add(parsed.value)
                    span = CellSpan(cell, match.start(), match.end())
                    yield _link(rule, page, (span,), match.group(), parsed.value, Relation.ITSELF)


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
            link.reject(Verdict.LOST_TO, "the currency of the totals")


def _head_dates(rule: FieldRule[object], page: PageText, rules: _Rules) -> Iterator[Link]:
    """Yield the date of a letter: alone in its cell in the head of the page that bears the title, or after its town.

    Of several dates without a label none is the invoice's: an arrival, a departure.
    """
    found = list(_unlabelled_dates(rule, page, rules))
    several = len({link.value for link in found}) > 1
    for link in found:
        if several:
            link.reject(Verdict.NOT_ANNOUNCED)
        yield link


def _unlabelled_dates(rule: FieldRule[object], page: PageText, rules: _Rules) -> Iterator[Link]:
    layout = page.layout
    for cell, text in enumerate(layout.text):
        if layout.top[cell] > HEAD * layout.page.height or not MIN_DATE <= len(text) <= MAX_DATE_LINE:
            continue
        opening = _DATE_LINE.match(text)
        at = opening.end() if opening else 0
        match = rule.value.pattern.match(text, at)
        if match is None or text[match.end() :].strip(" .,"):
            continue
        parsed = rule.value.parse(match.group())
        if parsed.value is None or not parsed.valid:
            continue
        span = CellSpan(cell, match.start(), match.end())
        link = _link(rule, page, (span,), match.group(), parsed.value, Relation.BLOCK)
        if _in_table(page, cell) or _has_label(page, cell, match.start(), rules):
            continue
        link.loose = True
        yield link


_AFTER_NUMBER = re.compile(
    r"[\s,–—-]*(?:du|en date du|le|émise? le|établie? le|datée? du)\s+"
    r"|\s*[–—-]\s+(?:[^\W\d_][\w’'.-]*(?:[ -][^\W\d_][\w’'.-]*){0,3}\s?,\s*(?:le\s+)?)?",
    re.IGNORECASE,
)


def date_after_number(rule: FieldRule[object], numbers: Sequence[Link]) -> Iterator[Link]:
    """Yield the date that the print adds to the invoice's own number: « Facture n° 26-12 du 05/03/2026 »."""
    for number in numbers:
        if number.verdict is not None or not number.valid:
            continue
        last = number.spans[-1]
        text = number.page.layout.text[last.cell]
        opening = _AFTER_NUMBER.match(text, last.end)
        match = rule.value.pattern.match(text, opening.end()) if opening else None
        if match is None:
            continue
        parsed = rule.value.parse(match.group())
        if parsed.valid:
            span = CellSpan(last.cell, match.start(), match.end())
            link = _link(rule, number.page, (span,), match.group(), parsed.value, Relation.SAME_CELL, number.anchor)
            link.entry = number.entry
            yield link


_FRENCH = ("facture", "avoir ", "montant", "echeance", "reglement", "honoraires", "hors taxe", "a payer")
_FOREIGN = ("invoice", "amount", "rechnung", "datum", "betrag", "fattura", "factura", "due date", "lieferung")
_EITHER_WAY = re.compile(r"(0?[1-9]|1[0-2])/(0?[1-9]|1[0-2])/\d{2,4}")


def is_french(pages: Sequence[PageText]) -> bool:
    """Whether the pages speak French, in which dates are day first: nothing on them says otherwise."""
    cells = [folded for page in pages for folded in page.folded]
    return any(word in folded for folded in cells for word in _FRENCH) or not any(
        word in folded for folded in cells for word in _FOREIGN
    )


def reject_dates_of_other_languages(dates: Sequence[Link], pages: Sequence[PageText]) -> None:
    """Reject dates that English reads in two ways, and unlabelled ones, where no French stands on the pages."""
    if not dates or is_french(pages):
        return
    for link in dates:
        if link.anchor is None:
            link.reject(Verdict.NOT_ANNOUNCED)
        elif _EITHER_WAY.fullmatch(link.raw.strip()):
            link.reject(Verdict.AMBIGUOUS_DATE)


_BESIDE = re.compile(r"\s*(?:[(/,–—-]|et|BIC|:)?\s*")


def values_beside(rule: FieldRule[object], links: Sequence[Link]) -> Iterator[Link]:
    """Yield the BIC that the print adds to an IBAN without a word of its own: « FR76 … (BNPAFRPP) »."""
    for link in links:
        if link.verdict is not None or not link.valid:
            continue
        last = link.spans[-1]
        text = link.page.layout.text[last.cell]
        opening = _BESIDE.match(text, last.end)
        match = rule.value.pattern.match(text, opening.end()) if opening else None
        if match is None:
            continue
        parsed = rule.value.parse(match.group())
        if parsed.valid:
            span = CellSpan(last.cell, match.start(), match.end())
            beside = _link(rule, link.page, (span,), match.group(), parsed.value, Relation.SAME_CELL, link.anchor)
            beside.entry = link.entry
            yield beside


def _in_table(page: PageText, cell: int) -> bool:
    """Whether a cell stands in a row of amounts: the date of an item."""
    layout = page.layout
    return any(_AMOUNT.search(layout.text[near]) for near in layout.lines[layout.line_of[cell]] if near != cell)


_AMOUNT = re.compile(r"\d[.,]\d\d(?!\d|[.,/])")


def _has_label(page: PageText, cell: int, before: int, rules: _Rules) -> bool:
    """Whether some label stands before a date: in its cell, in the cell to its left or, a date's, right over it."""
    layout = page.layout
    text = layout.text[cell]
    if any(anchor.start < before and _is_label(anchor) for anchor in page.by_cell.get(cell, ())):
        return True
    line = layout.lines[layout.line_of[cell]]
    if cell > line.start:
        left = cell - 1
        near = layout.x0[cell] - layout.x1[left] < LABEL_GAP * layout.size[cell]
        if near and layout.text[left].rstrip().endswith(":") and not _DATE_LINE.match(text).end():  # type: ignore[union-attr]  # matches the empty string
            return True
        ends = [anchor.end for anchor in page.by_cell.get(left, ()) if _is_label(anchor)]
        if ends and not any(char.isdigit() for char in layout.text[left][max(ends) :]):
            return True
    return any(
        _announces_dates(anchor, rules)
        for over in layout.above(cell, 1.6 * layout.size[cell])[:1]
        for anchor in page.by_cell.get(over, ())
    )


def _is_label(anchor: Anchor) -> bool:
    labels = (EntryKind.FIELD, EntryKind.STOP, EntryKind.ITEM_HEADER)
    titled = anchor.has(EntryKind.TITLE) or any(entry.by_title for entry in anchor.entries)
    return not titled and any(entry.kind in labels for entry in anchor.entries)


def _announces_dates(anchor: Anchor, rules: _Rules) -> bool:
    return any(
        entry.name == "other_date" or (entry.kind is EntryKind.FIELD and rules[entry.name].value.name == "date")
        for entry in anchor.entries
        if not entry.by_title
    )


def _terms(rule: FieldRule[object], pages: Sequence[PageText]) -> Iterator[Link]:
    """Yield the words of the page that are themselves a value of the rule."""
    values = dict(rule.terms)
    for page in pages:
        for anchor in page.anchors:
            for entry in anchor.entries:
                if entry.kind is not EntryKind.TERM or entry.name != rule.name:
                    continue
                text = page.layout.text[anchor.cell]
                end = anchor.end if anchor.cell == anchor.end_cell else len(text)
                value = values[entry.phrase]
                spans: tuple[CellSpan, ...] = (CellSpan(anchor.cell, anchor.start, end),)
                raw = text[anchor.start : end]
                if rule.value.name == "mention":
                    spans, raw = _sentence(page, anchor, end)
                    value = rule.value.parse(raw).value
                    named = _named_near(rule, page, anchor)
                    if named is not None and rule.value.pattern.search(raw) is None:
                        spans, raw = (named[0],), named[1]
                        value = raw
                link = _link(rule, page, spans, raw, value, Relation.ITSELF)
                link.entry = entry._replace(weak=bool(rule.aliases))
                if _OR_ELSE.match(text, end):
                    link.reject(Verdict.RIVAL, "one of several offered")
                elif _CONDITIONAL.search(page.folded[anchor.cell][: anchor.start]) or not _founded(page, anchor, entry):
                    link.reject(Verdict.NOT_ANNOUNCED, "said of another case")
                elif rule.value.name == "mode_paiement" and _REFUSED.search(page.folded[anchor.cell]):
                    link.reject(Verdict.NOT_ANNOUNCED, "refused, accepted or already paid")
                yield link


_CONDITIONAL = re.compile(r"\b(?:si|en cas d|lorsque|sauf|quand)\b[^.]*$")
_REFUSED = re.compile(r"interdit|accept|acompte|refuse|ne sont pas")
_LAW = re.compile(r"cgi|tva|t\.v\.a|impot|code general|exoner|autoliquid|livraison|export|intracom|taxe")


def _founded(page: PageText, anchor: Anchor, entry: Entry) -> bool:
    """Whether an article is one of the tax code: « article 261 du bordereau des prix » is none."""
    if not entry.phrase.startswith("art"):
        return True
    near = [anchor.cell, *page.layout.above(anchor.cell, page.layout.size[anchor.cell])[:1]]
    return any(_LAW.search(page.folded[cell]) for cell in near)


_OR_ELSE = re.compile(
    r"\s*(?:,|/|ou|et)\s+(?:par\s+|en\s+)?(?:virement|ch[èe]que|pr[ée]l[èe]vement|esp[èe]ces|carte)", re.I
)
"""A choice of means of payment is none."""


def reject_refused_modes(links: Mapping[str, list[Link]]) -> None:
    """Reject a means of payment that a sentence refuses or only accepts: « les chèques ne sont pas acceptés »."""
    for own in links.values():
        for link in own:
            if link.rule.value.name == "mode_paiement" and link.anchor is not None:
                cell = link.spans[0].cell
                if _REFUSED.search(link.page.folded[cell]) or _OR_ELSE.match(
                    link.page.layout.text[cell], link.spans[0].end
                ):
                    link.reject(Verdict.NOT_ANNOUNCED, "refused, accepted or one of several")


def _named_near(rule: FieldRule[object], page: PageText, anchor: Anchor) -> tuple[CellSpan, str] | None:
    """Return the name that a mention is about, where it stands before the mention or on the lines around it."""
    layout = page.layout
    cell, size = anchor.cell, layout.size[anchor.cell]
    for near in (cell, *layout.below(cell, 2.2 * size)[:2], *layout.above(cell, 2.2 * size)[:2]):
        match = rule.value.pattern.search(layout.text[near])
        if match is not None:
            return CellSpan(near, match.start(), match.end()), match.group().strip(" .,;")
    return None


def _payees(rule: FieldRule[object], pages: Sequence[PageText]) -> Iterator[Link]:
    """Yield a factor's name in a sentence that tells to pay it: « règlement à l'ordre de Mistral Factor »."""
    for page in pages:
        for cell, text in enumerate(page.layout.text):
            if "fact" not in page.folded[cell]:
                continue  # the trade is in the name, and most cells have neither: looked for first
            match = rule.value.pattern.search(text)
            if match is not None and _PAYABLE.search(page.folded[cell][: match.start()]):
                raw = match.group().strip(" .,;")
                yield _link(rule, page, (CellSpan(cell, match.start(), match.end()),), raw, raw, Relation.ITSELF)


_PAYABLE = re.compile(
    r"ordre d|regl\w* (?:a|aupres)|pay\w* (?:a|aupres)|creance|cede|subrog|profit d|verse|quittance|cession"
)


def _sentence(page: PageText, anchor: Anchor, end: int) -> tuple[tuple[CellSpan, ...], str]:
    """Return a mention from its first word to the end of its sentence, which may stand on the next line."""
    layout = page.layout
    cell = anchor.end_cell
    spans = [CellSpan(anchor.cell, anchor.start, len(layout.text[anchor.cell]))] if cell != anchor.cell else []
    raw = layout.text[anchor.cell][anchor.start :] if spans else ""
    start = 0 if spans else anchor.start
    for _ in range(MAX_SENTENCE_LINES):
        text = layout.text[cell]
        stop = _SENTENCE_END.search(text, end)
        stop_at = stop.start() if stop else len(text)
        spans.append(CellSpan(cell, start, stop_at))
        raw = f"{raw} {text[start:stop_at]}".strip()
        under = layout.below(cell, 0.9 * layout.size[cell])[:1]
        if stop or raw.endswith(".") or not under or abs(layout.x0[under[0]] - layout.x0[cell]) > layout.size[cell]:
            break
        goes_on = (
            layout.text[under[0]][:1].islower() or raw.rsplit(" ", 1)[-1].casefold() in _OPEN_ENDS or raw[-1] == ","
        )
        if not goes_on:
            break
        cell, start, end = under[0], 0, 0
    return tuple(spans), raw


_OPEN_ENDS = frozenset(
    {"de", "du", "des", "la", "le", "les", "à", "au", "aux", "l'ordre", "par", "et", "article", "art."}
)
MAX_SENTENCE_LINES = 3


def _unannounced(rules: _Rules, pages: Sequence[PageText]) -> Iterator[Link]:
    """Yield every SIRET that stands on the pages without a keyword, so that the report can show it."""
    parties = [rule for rule in rules.values() if rule.part in (Part.RECIPIENT_SIRET, Part.SUPPLIER_SIRET)]
    if not parties:
        return
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
                    link = _link(rule, page, (span,), match.group(), parsed.value, None)
                    yield link


def keep_title_aliases_by_the_title(links: Mapping[str, list[Link]], titles: Sequence[Title]) -> None:
    """Reject what « N° » or « Référence » announces away from the title of the document.

    Reject also SIRETs without a keyword, once it is known that no keyword announces the same place.
    """
    announced = {link.place for own in links.values() for link in own if link.anchor is not None}
    for own in links.values():
        for link in own:
            if link.entry is not None and link.entry.by_title and not _by_title(link, titles):
                link.reject(Verdict.NOT_ANNOUNCED, "not beside the title")
            elif link.relation is None and link.anchor is None:
                link.reject(Verdict.LOST_TO if link.place in announced else Verdict.NOT_ANNOUNCED)


def _heads_row(link: Link) -> bool:
    """Whether the title is a header beside other headers: « Facture · Date · Échéance » over their values."""
    assert link.anchor is not None
    layout = link.page.layout
    line = layout.lines[layout.line_of[link.anchor.cell]]
    others = [cell for cell in line if cell != link.anchor.cell]
    return link.relation is Relation.BELOW and any(
        anchor.start <= 1 and anchor.has(EntryKind.FIELD)
        for cell in others
        for anchor in link.page.by_cell.get(cell, ())
    )


def prefer_the_number_in_the_title(numbers: Sequence[Link], title: Title | None) -> None:
    """« FACTURE 26-7518 » in the title of the document is as good as « N° de facture »: a year is no number.

    In a sentence, « n° » announces the number of something else: « inscrit à l'ordre sous le n° 44532 ».
    """
    for link in numbers:
        own = title is not None and link.anchor is not None and link.anchor.cell == title.anchor.cell
        if link.entry is None or not link.entry.weak or link.anchor is None or link.anchor.start <= 1:
            continue
        lead = link.page.folded[link.anchor.cell][: link.anchor.start]
        billing = any(word in link.entry.phrase for word in _BILLING)
        if not own or (_COUNTED.search(lead) and not billing):
            link.reject(Verdict.NOT_ANNOUNCED, "not at the head of its cell")
    if title is None:
        return
    for link in numbers:
        if link.entry is None or link.anchor is None or not link.entry.weak or link.page is not title.page:
            continue
        own = link.anchor.cell == title.anchor.cell and link.relation is Relation.SAME_CELL
        # « SITUATION DE TRAVAUX N° 3 » numbers the situation.
        lead = link.page.folded[link.anchor.cell][: link.anchor.start]
        bills = any(word in lead or word in link.entry.phrase for word in _BILLING)
        if own and bills and not _YEAR.fullmatch(link.raw):
            link.entry = link.entry._replace(weak=False, by_title=False)


def numbers_of_corrected_invoices(
    numbers: Sequence[Link], kind: DocumentKind, title: Title | None, origin: FieldRule[object] | None
) -> Iterator[Link]:
    """On a credit note, « la facture n° … » is the invoice it corrects: reject it as its own number, yield it."""
    if kind is not DocumentKind.CREDIT_NOTE:
        return
    for link in numbers:
        if link.entry is None or link.anchor is None or link.verdict is not None:
            continue
        phrase = link.entry.phrase.lower()
        in_title = title is not None and link.page is title.page and link.anchor.cell == title.anchor.cell
        if (
            phrase.startswith(("facture", "votre facture"))
            and "avoir" not in phrase
            and not in_title
            and link.anchor.start > 1
        ):
            link.reject(Verdict.WRONG_ROLE, "credit note")
            if origin is not None:
                yield Link(origin, link.page, link.spans, link.raw, link.value, link.fault, link.relation, link.anchor,
                           link.entry)  # fmt: skip


_BILLING = ("factur", "avoir", "invoice", "honoraire", "credit")
_COUNTED = re.compile(r"situation|etat d|decompte|releve|bordereau|avenant|\blot\b")
_YEAR = re.compile(r"(?:19|20)\d\d")


def _by_title(link: Link, titles: Sequence[Title]) -> bool:
    assert link.anchor is not None
    layout = link.page.layout
    cell = link.anchor.cell
    for title in titles:
        if title.page is not link.page or title.label:
            continue
        head = title.anchor.cell
        if head == cell:
            parted = link.page.folded[cell][: link.anchor.start].rstrip()[-1:] in ("", "-", "/", "|", "(")
            return parted and (link.relation is Relation.SAME_CELL or _heads_row(link))
        drop = layout.top[cell] - layout.bottom[head]
        size = max(title.size, layout.size[cell])
        same_column = layout.x0[cell] < layout.x1[head] + size and layout.x1[cell] > layout.x0[head] - size
        if -size < drop < TITLE_REACH * size and (same_column or layout.line_of[cell] == layout.line_of[head]):
            return True
    return False


def regime_fits(value: object, tax: Decimal | None) -> bool:
    """Whether a VAT regime fits the printed VAT: an exempt invoice charges none."""
    return not (value is TypeTva.EXONERATION and tax is not None and tax != 0)
