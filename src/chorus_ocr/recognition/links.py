"""Links keywords to the values they announce, by named relations: the nearest value that starts right after its label."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from chorus_ocr.layout.page_layout import CellSpan
from chorus_ocr.reading.document import Box
from chorus_ocr.recognition.anchors import Anchor, PageText
from chorus_ocr.recognition.candidate import Candidate, Verdict
from chorus_ocr.recognition.field import FieldRule, Part, Relation
from chorus_ocr.recognition.lexicon import Entry, EntryKind, Lexicon
from chorus_ocr.recognition.vocabulary import Reach
from chorus_ocr.values.parsed import Parsed, ValueType

_PUNCTUATION = re.compile(
    r"(?:F\.?\s?CFP|en\s?[Ee]uros?|[\s:;\ufffd=*°º>→)\]…_|\u2022\u00b7•·\"«»]|\.(?!\d)|#(?=\s)|[-–—](?![\d(])|\((?:[^()\d]{0,40}|\d{1,2} (?:chiffres|caract[^()]*))\))*"
)
"""What may stand between a label and its value: punctuation, dotted leaders, a remark in parentheses."""

_DATED = re.compile(
    r"(?:(?:par\s\w+\s)?(?:avant\s|au plus tard\s)?(?:le|au|du)\s)?"
    r"\d{1,2}(?:[/.-]\d{1,2}[/.-]|(?:er)?\s[^\W\d_]{3,9}\.?\s)(?:20)?\d{2}(?!\d)[\s:]*"
)
"""A date between a label and its amount: « Total à payer avant le 20/03/2026 : 600,00 € »."""

_FILLER_CELL = re.compile(
    r"[\s:;.=*>…_|()\[\]–—-]*(?:€|EUR|(?:en\s?)?[Ee]uros?|EUROS?|F\.?\s?CFP|XPF|HT|TTC)?[\s:]*(?:\(?\d{1,2}(?:[.,]\d{1,3})?\s?%\)?)?[\s:.…_–—-]*"
)
"""A cell that only stands between a label and its amount: leaders, a currency, a rate."""


@dataclass(slots=True, eq=False)
class Link:
    """A keyword and the value it announces, until the joint decision gives its verdict."""

    rule: FieldRule[object]
    page: PageText
    spans: tuple[CellSpan, ...]
    raw: str
    value: object
    fault: str | None
    relation: Relation | None
    anchor: Anchor | None = None
    entry: Entry | None = None
    distance: float = 0.0
    verdict: str | None = None
    detail: str | None = None

    @property
    def valid(self) -> bool:
        return self.fault is None

    @property
    def weak(self) -> bool:
        return self.entry is not None and self.entry.weak

    @property
    def place(self) -> tuple[int, int, int]:
        """Page, cell and character at which the value starts: two links to one place are about one mention."""
        return self.page.layout.page.number, self.spans[0].cell, self.spans[0].start

    @property
    def position(self) -> tuple[int, float, float]:
        """Page, then distance from its top, then from its left: the order in which a person reads."""
        layout = self.page.layout
        cell = self.spans[0].cell
        return layout.page.number, layout.top[cell], layout.x0[cell]

    def reject(self, verdict: str, detail: str | None = None) -> None:
        """Give a verdict, unless one was given already: the first reason stands."""
        if self.verdict is None:
            self.verdict, self.detail = verdict, detail

    def candidate(self) -> Candidate[object]:
        """Return the link as a candidate of the report."""
        verdict = self.verdict or (self.fault or Verdict.LOST_TO)
        layout = self.page.layout
        return Candidate(
            value=self.value,
            raw=self.raw,
            verdict=str(verdict),
            detail=self.detail,
            keyword=self.entry.phrase if self.entry else None,
            published=self.entry.published if self.entry else False,
            relation=str(self.relation) if self.relation else None,
            page=layout.page.number,
            box=_union([layout.box(span) for span in self.spans]),
            keyword_box=layout.box(self.anchor.span) if self.anchor else None,
        )


def _union(boxes: Sequence[Box]) -> Box:
    return Box(
        min(box.x0 for box in boxes),
        min(box.top for box in boxes),
        max(box.x1 for box in boxes),
        max(box.bottom for box in boxes),
    )


@dataclass(slots=True)
class Linker:
    """Finds, for each keyword on a page, the value it announces."""

    rules: Mapping[str, FieldRule[object]]
    lexicon: Lexicon
    reach: Reach
    stop_rules: Mapping[str, tuple[str, ...]]

    def links(self, page: PageText) -> Iterator[Link]:
        """Yield a link for each keyword of a field, and for each stop phrase, that announces a value."""
        yield from self.total_rows(page)
        for anchor in page.anchors:
            for entry in anchor.entries:
                if entry.kind is EntryKind.FIELD:
                    yield from self._announced(page, anchor, entry, self.rules[entry.name])
                elif entry.kind is EntryKind.STOP:
                    for name in self.stop_rules.get(entry.phrase, ()):
                        for link in self._announced(page, anchor, entry, self.rules[name]):
                            link.reject(entry.name, entry.phrase)
                            yield link

    def _announced(
        self, page: PageText, anchor: Anchor, entry: Entry, rule: FieldRule[object]
    ) -> Iterator[Link]:
        """Yield the value that one keyword announces, by the first relation that leads to one."""
        cell = anchor.end_cell
        text = page.layout.text[cell]
        relations = rule.relations
        if Relation.BEFORE in relations and entry.phrase in SUFFIXES:
            # « 1 200,00 € HT, soit 1 440,00 € TTC »: what precedes the word is its own, what follows is another's.
            before = list(self._before(page, anchor, entry, rule))
            if before:
                yield from before
                return
        at = self._after_label(page, anchor)
        if rule.part in AMOUNT_PARTS:
            dated = _DATED.match(text, at)
            at = dated.end() if dated else at
        if Relation.SAME_CELL in relations and at < len(text):
            link = self._value_at(page, cell, at, rule)
            if link is not None:
                yield self._linked(link, anchor, entry, Relation.SAME_CELL, at - anchor.end)
                return
        if at < len(text):
            return
        if not self._opens_label(page, anchor):
            link = self._run_on(page, anchor, rule)
            if link is not None:
                yield self._linked(link, anchor, entry, Relation.BELOW, 0.0)
            return
        if Relation.RIGHT in relations:
            link = self._right(page, anchor, rule)
            if link is not None:
                gap = page.layout.x0[link.spans[0].cell] - page.layout.x1[cell]
                yield self._linked(link, anchor, entry, Relation.RIGHT, gap)
                return
        if Relation.BELOW in relations:
            link = self._below(page, anchor, rule)
            if link is not None:
                drop = page.layout.top[link.spans[0].cell] - page.layout.bottom[cell]
                yield self._linked(link, anchor, entry, Relation.BELOW, drop)

    @staticmethod
    def _linked(link: Link, anchor: Anchor, entry: Entry, relation: Relation, distance: float) -> Link:
        link.anchor, link.entry, link.relation, link.distance = anchor, entry, relation, distance
        return link

    def _after_label(self, page: PageText, anchor: Anchor) -> int:
        """Return where a value may start after a label: past words of no weight and punctuation."""
        cell = anchor.end_cell
        folded = page.folded[cell]
        at = anchor.end
        tail, forms = self.lexicon.tail, self.lexicon.forms
        for token in page.tokens[cell]:
            if token.start < at:
                continue
            if forms.get(token.text, token.text) not in tail:
                break
            between = folded[at : token.start]
            if len(between) > MAX_TAIL_GAP or any(mark.isalnum() or mark in ",;" for mark in between):
                break
            follows = folded[token.end : token.end + 1]
            if follows and (follows in "-/" or follows.isdigit()) and token.text not in ("n", "no", "numero"):
                break  # "EUR-2024-1" is a reference, not a currency before one
            at = token.end
        found = _PUNCTUATION.match(page.layout.text[cell], at)
        return found.end() if found else at

    def _opens_label(self, page: PageText, anchor: Anchor) -> bool:
        """Whether nothing but known words stands before the keyword in its cell: prose announces nothing far away."""
        if anchor.start == 0:
            return True
        if any(
            other.has(EntryKind.STOP) and other.end <= anchor.start
            for other in page.by_cell[anchor.cell]
            if other.cell == anchor.cell
        ):
            return False  # « Retenue de garantie 5 % du TTC »
        known = [(other.start, other.end) for other in page.by_cell[anchor.cell] if other.cell == anchor.cell]
        for token in page.tokens[anchor.cell]:
            if token.start >= anchor.start:
                return True
            name = self.lexicon.forms.get(token.text, token.text)
            if name in self.lexicon.tail or name in self.lexicon.light or len(token.text) == 1:
                continue
            if any(start <= token.start < end for start, end in known):
                continue
            return False
        return True

    def _run_on(self, page: PageText, anchor: Anchor, rule: FieldRule[object]) -> Link | None:
        """Return the value that opens the next line of a sentence whose line ends with its keyword.

        Only what proves itself, by a checksum or as a date, is read so: prose puts anything on its next line.
        """
        if rule.value.name not in SELF_PROVING:
            return None
        layout = page.layout
        cell = anchor.end_cell
        if len(layout.text[cell]) < MIN_PROSE:
            return None
        for under in layout.below(cell, 0.9 * layout.size[cell])[:1]:
            if starts_with_label(page, under):
                return None
            link = self._value_at(page, under, 0, rule)
            if link is not None and link.valid:
                return link
        return None

    def _right(self, page: PageText, anchor: Anchor, rule: FieldRule[object]) -> Link | None:
        layout = page.layout
        if rule.part in AMOUNT_PARTS:
            link = self._right_in_column(page, anchor, rule)
            if link is not None:
                return link
        origins = (anchor.cell,) if anchor.cell == anchor.end_cell else (anchor.cell, anchor.end_cell)
        for origin in origins:
            for cell in layout.right_of(origin):
                text = layout.text[cell]
                if starts_with_label(page, cell):
                    link = self._reference_with_prefix(page, cell, rule)
                    if link is not None:
                        return link
                    break
                start = _PUNCTUATION.match(text)
                link = self._value_at(page, cell, start.end() if start else 0, rule)
                if link is not None:
                    return link
                if not _FILLER_CELL.fullmatch(text):
                    break
        return None

    def _right_in_column(self, page: PageText, anchor: Anchor, rule: FieldRule[object]) -> Link | None:
        """Of several amounts on a row, return the one whose column is the keyword's own, and of this invoice."""
        row = self.amounts_right_of(page, anchor.cell, rule)
        if len(row) < MIN_HEADERS:
            return None
        open_: list[Link] = []
        for link in row:
            header = self.header_over(page, link.spans[0].cell)
            part = self.part_of_header(page, header)
            if header is not None and self.is_past(page, header):
                continue
            if part is rule.part:
                return link
            if part is None:
                open_.append(link)
        # Every amount stands under a header of something else, or of earlier bills: none is this keyword's.
        if not open_:
            row[0].reject(Verdict.ITEM_COLUMN)
            return row[0]
        return open_[0]

    def amounts_right_of(self, page: PageText, cell: int, rule: FieldRule[object]) -> list[Link]:
        """Return the amounts to the right on the same row, up to the next label."""
        found: list[Link] = []
        for near in page.layout.right_of(cell):
            if starts_with_label(page, near):
                break
            start = _PUNCTUATION.match(page.layout.text[near])
            link = self._value_at(page, near, start.end() if start else 0, rule)
            if link is not None:
                found.append(link)
            elif re.search(r"[^\W\d_]{3,}", page.layout.text[near]) and not _FILLER_CELL.fullmatch(page.layout.text[near]):
                break
        return found

    def header_over(self, page: PageText, cell: int) -> int | None:
        """Return the header of the column a cell stands in: the nearest words over it, in a row of several cells."""
        layout = page.layout
        for over in layout.above(cell, HEADER_REACH):
            if re.search(r"[^\W\d_]{2,}", re.sub(r"EUR|euros?|CFP|XPF", "", layout.text[over])):
                return over if len(layout.lines[layout.line_of[over]]) >= MIN_HEADERS else None
        return None

    def part_of_header(self, page: PageText, header: int | None) -> Part | None:
        """Return which amount a column header is about, if any."""
        if header is None:
            return None
        for anchor in page.by_cell.get(header, ()):
            for entry in anchor.entries:
                if entry.kind is EntryKind.FIELD and self.rules[entry.name].part in AMOUNT_PARTS:
                    return self.rules[entry.name].part
        return None

    def is_past(self, page: PageText, header: int) -> bool:
        """Whether a column holds what was billed before, in all, or is still to bill."""
        return any(token.text in self.lexicon.past for token in page.tokens[header])

    def total_rows(self, page: PageText) -> Iterator[Link]:
        """Yield the amounts of a last row « Total » of a table, each for the field its column header names."""
        by_part = {rule.part: rule for rule in self.rules.values() if rule.part in AMOUNT_PARTS}
        for anchor in page.anchors:
            entry = next((each for each in anchor.entries if each.kind is EntryKind.FIELD and each.weak), None)
            if entry is None or self.rules[entry.name].part is not Part.GROSS or anchor.start > 1:
                continue
            row = self.amounts_right_of(page, anchor.cell, self.rules[entry.name])
            if len(row) < MIN_HEADERS:
                continue
            for link in row:
                header = self.header_over(page, link.spans[0].cell)
                part = self.part_of_header(page, header)
                if header is None or part not in by_part or part is Part.GROSS or self.is_past(page, header):
                    continue
                link.rule = by_part[part]
                heading = next(each for each in page.by_cell[header] if each.has(EntryKind.FIELD))
                own = next(each for each in heading.entries if each.name == link.rule.name)
                yield self._linked(link, anchor, own._replace(weak=True), Relation.RIGHT, 0.0)

    def _below(self, page: PageText, anchor: Anchor, rule: FieldRule[object]) -> Link | None:
        layout = page.layout
        for cell in self.column_below(page, anchor.end_cell):
            text = layout.text[cell]
            if starts_with_label(page, cell):
                return self._reference_with_prefix(page, cell, rule)
            start = _PUNCTUATION.match(text)
            at = start.end() if start else 0
            link = self._value_at(page, cell, at, rule)
            if link is not None:
                return link if self._stands_alone(page, link) else None
            if not _FILLER_CELL.fullmatch(text):
                return None
        return None

    def _reference_with_prefix(self, page: PageText, cell: int, rule: FieldRule[object]) -> Link | None:
        """Return the value of a cell whose first word is both a keyword and the start of a reference: « BDC 2026/1 »."""
        first = page.by_cell[cell][0]
        text = page.layout.text[cell]
        word = text[first.start : first.end]
        own = any(entry.kind is EntryKind.FIELD and entry.name == rule.name for entry in first.entries)
        if not own or first.start or first.length > 1 or not word.isupper() or len(word) > MAX_PREFIX:
            return None
        link = value_at(page, cell, 0, rule)
        return link if link is not None and link.spans[0].end > first.end else None

    def column_below(self, page: PageText, cell: int) -> list[int]:
        """Return the cells right under a label, nearest first, within reach: the header's own column.

        A column is as wide as its header, or reaches to the next header where values are set flush right.
        """
        layout = page.layout
        size = layout.size[cell]
        own = layout.below(cell, self.reach.below * size * 1.5)
        found = [
            under
            for under in own
            if layout.top[under] - layout.bottom[cell] <= self.reach.below * max(size, layout.size[under])
        ]
        if found:
            nearest = layout.line_of[found[0]]
            same = [under for under in found if layout.line_of[under] == nearest]
            if len(same) > 1:
                same.sort(key=lambda under: abs(layout.x0[under] - layout.x0[cell]))
                found = same + [under for under in found if layout.line_of[under] != nearest]
            return found
        line = layout.lines[layout.line_of[cell]]
        if len(line) < MIN_HEADERS or layout.line_of[cell] + 1 >= len(layout.lines):
            return []
        under_line = layout.lines[layout.line_of[cell] + 1]
        left = layout.x1[cell - 1] if cell > line.start else float("-inf")
        right = layout.x0[cell + 1] if cell + 1 < line.stop else float("inf")
        return [
            under
            for under in under_line
            if left < layout.x0[under]
            and layout.x1[under] < right
            and layout.top[under] - layout.bottom[cell] <= self.reach.below * max(size, layout.size[under])
        ]

    def _stands_alone(self, page: PageText, link: Link) -> bool:
        """Whether a value under its label fills its cell, so that it is a value and not the start of a sentence."""
        last = link.spans[-1]
        rest = page.layout.text[last.cell][last.end :]
        return not re.search(r"[^\W\d_]{3,}", rest) or bool(re.match(r"\s*[-–—,;/(|]", rest))

    def _before(
        self, page: PageText, anchor: Anchor, entry: Entry, rule: FieldRule[object]
    ) -> Iterator[Link]:
        """Yield the value that stands right before its label in the same cell: « 1 200,00 € TTC »."""
        text = page.layout.text[anchor.cell]
        for match in rule.value.pattern.finditer(text, 0, anchor.start):
            if text[match.end() : anchor.start].strip(" (€.:-") not in ("", "en", "EUR"):
                continue
            parsed = rule.value.parse(match.group())
            if parsed.value is None or any(
                other.start < anchor.start and other.end > match.start() - 30 and other.end <= match.start()
                and any(each.kind is EntryKind.FIELD and each.phrase not in SUFFIXES for each in other.entries)
                for other in page.by_cell[anchor.cell]
            ):
                continue
            link = _link(rule, page, (CellSpan(anchor.cell, match.start(), match.end()),), match.group(), parsed)
            yield self._linked(link, anchor, entry, Relation.BEFORE, 0.0)

    def _value_at(self, page: PageText, cell: int, at: int, rule: FieldRule[object]) -> Link | None:
        """Return the value that starts at a place of a cell, read on over the next line where it is wrapped."""
        return value_at(page, cell, at, rule)


SELF_PROVING = frozenset({"siret", "siren", "tva", "iban", "bic", "date"})
"""Types of value that chance does not spell."""

MIN_PROSE = 12

SUFFIXES = frozenset({"HT", "TTC", "hors taxes", "toutes taxes comprises"})
"""Words that prose puts after an amount."""

AMOUNT_PARTS = frozenset({Part.NET, Part.TAX, Part.GROSS, Part.DUE})

_MONEY = re.compile(r"[.,]\d\d(?!\d)|\d[\s.,'’\u00a0\u202f]\d{3}(?!\d)|€|EUR|[Ee]uro|XPF|CFP|CHF|\$|£|€\d\d")


def looks_like_money(raw: str) -> bool:
    """Whether a number is printed as money: with cents, with grouped thousands or with a currency.

    A bare « 20 » next to « TVA » is a rate, and next to « Total » a quantity.
    """
    return _MONEY.search(raw) is not None


HEADER_REACH = 500.0
"""How far up, in points, the header of a column of numbers may stand."""

MAX_TAIL_GAP = 4
MAX_PREFIX = 4
MIN_HEADERS = 2


def starts_with_label(page: PageText, cell: int) -> bool:
    """Whether a cell opens with a phrase of the pack: it is a label itself, never the value of another one."""
    for anchor in page.by_cell.get(cell, ()):
        if anchor.cell != cell:
            return True
        if anchor.start > 1:
            return False
        if any(entry.kind in _LABELS for entry in anchor.entries):
            return True
    return False


_LABELS = frozenset({EntryKind.FIELD, EntryKind.STOP, EntryKind.ITEM_HEADER, EntryKind.VAT_HEADER})


def value_at(page: PageText, cell: int, at: int, rule: FieldRule[object]) -> Link | None:
    """Return the value of a rule's type that starts at a place of a cell, or None. It may end on the next line."""
    text = page.layout.text[cell]
    kind = rule.value
    match = kind.pattern.match(text, at)
    parsed: Parsed[object] | None = None
    if match is not None and match.end() > at:
        parsed = kind.parse(match.group())
        if parsed.value is None and parsed.fault == "format":
            parsed, match = None, None
    else:
        match = None
    end = match.end() if match else at
    if (match is None or parsed is None or not parsed.valid or _breaks_off(text, end)) and at < len(text):
        wrapped = _wrapped(page, cell, at, end, kind, rule)
        if wrapped is not None:
            return wrapped
    if match is None or parsed is None or (rule.part in AMOUNT_PARTS and not looks_like_money(match.group())):
        return None
    return _link(rule, page, (CellSpan(cell, match.start(), match.end()),), match.group(), parsed)


def _breaks_off(text: str, end: int) -> bool:
    """Whether print breaks off in the middle of a value: the line ends with a hyphen or a slash."""
    rest = text[end:].strip()
    return rest in ("-", "/", "\u00ad", "\u2010", "_")


def _wrapped(
    page: PageText, cell: int, at: int, end: int, kind: ValueType[object], rule: FieldRule[object]
) -> Link | None:
    """Read a value over the end of its line: its rest opens the cell right under the label or under the value."""
    text = page.layout.text[cell]
    first = text[at:].rstrip()
    if len(first) > MAX_WRAPPED or not first or (end > at and end < len(text.rstrip()) and not _breaks_off(text, end)):
        return None
    if not re.search(r"\d|^[A-Z]{1,8}$|[-/_]$", first):
        return None
    layout = page.layout
    for under in layout.below(cell, 0.9 * layout.size[cell])[:2]:
        if starts_with_label(page, under):
            continue
        rest = layout.text[under]
        joint = "" if first[-1] in "-/_\u00ad\u2010" else " "
        match = kind.pattern.match(first + joint + rest)
        if match is None or match.end() <= len(first) + len(joint):
            continue
        parsed = kind.parse(match.group())
        if not parsed.valid:
            continue
        used = match.end() - len(first) - len(joint)
        spans = (CellSpan(cell, at, len(text)), CellSpan(under, 0, used))
        return _link(rule, page, spans, match.group(), parsed)
    return None


MAX_WRAPPED = 40


def _link(
    rule: FieldRule[object], page: PageText, spans: tuple[CellSpan, ...], raw: str, parsed: Parsed[object]
) -> Link:
    return Link(rule, page, spans, raw, parsed.value, parsed.fault, None)
