"""Links keywords to the values they announce, by named relations: the nearest value that starts right after it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from chorus_ocr.layout.page_layout import CellSpan
from chorus_ocr.recognition.anchors import Anchor, PageText
from chorus_ocr.recognition.candidate import Verdict
from chorus_ocr.recognition.columns import MIN_HEADERS, column_below, header_over, is_current, is_past, part_of_header
from chorus_ocr.recognition.field import FieldRule, Part, Relation
from chorus_ocr.recognition.lexicon import Entry, EntryKind, Lexicon
from chorus_ocr.recognition.link import AMOUNT_PARTS, Link, link_to
from chorus_ocr.recognition.value_at import (
    ENUMERATOR,
    FILLER_CELL,
    PUNCTUATION,
    amount_before,
    start_of_value,
    starts_with_label,
    value_at,
)
from chorus_ocr.recognition.vocabulary import Party, Reach

_DATED = re.compile(
    r"(?:(?:par\s\w+\s)?(?:avant\s|(?:au\s)?plus tard\s)?(?:le|au|du)\s)?"
    r"\d{1,2}(?:[/.-]\d{1,2}[/.-]|(?:er)?\s[^\W\d_]{3,9}\.?\s)(?:20)?\d{2}(?!\d)[\s:]*"
)
"""A date between a label and its amount: « Total à payer avant le 20/03/2026 : 600,00 € »."""

SELF_PROVING = frozenset({"siret", "siren", "tva", "iban", "bic", "date"})
"""Types of value that chance does not spell."""

NUMBER_WORDS = frozenset({"n", "no", "num", "numero"})
MIN_PROSE = 12
SIGN_WORDS = frozenset({"numero", "reference", "code", "identifiant", "id"})
REFERENCES = frozenset({"reference", "service"})
MAX_COUNT = 2
MIN_BARE = 2
MIN_BARE_IN_PROSE = 6
"""How long a reference is, at least, that no number sign announces: at the head of a cell, and in a sentence."""
PARTIES = {
    Part.RECIPIENT_SIRET: Party.RECIPIENT,
    Part.RECIPIENT_VAT: Party.RECIPIENT,
    Part.SUPPLIER_SIRET: Party.SUPPLIER,
    Part.SUPPLIER_VAT: Party.SUPPLIER,
}
_YEAR_OF_LABEL = re.compile(r"20\d\d\s*:\s*(?=\S)")
"""« N° d'engagement 2026 : CV26-00057 »."""
LISTED = frozenset({"iban", "bic"})
"""Types of value of which several may stand under one header, each as good as the first."""
MAX_PARTY_LABEL = 40
MAX_RATE = 30
"""No French VAT rate, past or present, comes near it."""
MAX_TAIL_GAP = 4
POSTCODE = 5
MAX_PREFIX = 4
MAX_REST = 3
WORDY = frozenset({"mode_paiement", "mention"})
"""Types of value that are words, and that more words may follow."""
CAPTION_REACH = 1.2
CAPTION_SHARE = 0.9
"""A caption under its box is set in smaller type than the value, and close to it."""


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

    def _announced(self, page: PageText, anchor: Anchor, entry: Entry, rule: FieldRule[object]) -> Iterator[Link]:
        """Yield the value that one keyword announces, by the first relation that leads to one."""
        cell = anchor.end_cell
        text = page.layout.text[cell]
        relations = rule.relations
        if Relation.BEFORE in relations and entry.suffix:
            # « 1 200,00 € HT, soit 1 440,00 € TTC »: what precedes the word is its own, what follows is another's.
            before = list(self._before(page, anchor, entry, rule))
            if before:
                yield from before
                return
        if rule.value.name in SELF_PROVING:
            link = self._in_parentheses(page, anchor, rule)
            if link is not None:
                yield self._linked(link, anchor, entry, Relation.BEFORE, 0.0)
                return
        at = self._after_label(page, anchor)
        if rule.part in PARTIES and self._told_party(page, anchor, 0, at) not in (None, PARTIES[rule.part]):
            return  # « SIRET entreprise (client) »
        if rule.part in AMOUNT_PARTS:
            link = amount_before(page, anchor, rule) if Relation.BEFORE in relations else None
            if link is not None:
                yield self._linked(link, anchor, entry, Relation.BEFORE, 0.0)
                return
            dated = _DATED.match(text, at)
            at = dated.end() if dated else at
        if rule.value.name in REFERENCES:
            year = _YEAR_OF_LABEL.match(text, at)
            at = year.end() if year else at
        elif rule.part in PARTIES:
            at = self._after_party(page, anchor, rule, at)
        if Relation.SAME_CELL in relations and at < len(text):
            link = value_at(page, cell, at, rule)
            if link is not None and rule.part is Part.TAX and self._is_rate_of_header(link):
                at, link = len(text), None  # « TVA 20,00 » over an amount heads its column
            if link is not None and rule.part is Part.ROUTING and len(link.raw) <= MAX_COUNT and link.raw.isdigit():
                at, link = len(text), None  # « Engagement n° 1 » counts the engagements, and heads their column
            if link is not None:
                self._linked(link, anchor, entry, Relation.SAME_CELL, at - anchor.end)
                # A sentence of the terms of sale quotes amounts, too: a label of its own, or a colon, goes before.
                quoted = rule.part in AMOUNT_PARTS and ":" not in text[anchor.end : at]
                link.loose = quoted and not self._opens_label(page, anchor)
                if rule.value.name in REFERENCES and not self._is_explicit(link, text[anchor.end : at]):
                    link.reject(Verdict.NOT_ANNOUNCED, "no number sign")
                elif _is_name(link, anchor, entry) or (entry.weak and _is_bare(link, anchor)):
                    link.reject(Verdict.NOT_ANNOUNCED, "no code")
                yield link
                return
        if at < len(text) and not self._names_its_party(page, anchor, rule, at):
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
                if rule.part in AMOUNT_PARTS and entry.weak and self._stands_under_rates(page, anchor):
                    header = header_over(page, link.spans[0].cell)
                    if part_of_header(page, header, self.rules) not in (None, rule.part):
                        link.reject(Verdict.VAT_TABLE)
                if _is_name(link, anchor, entry):
                    link.reject(Verdict.NOT_ANNOUNCED, "no code")
                yield self._linked(link, anchor, entry, Relation.RIGHT, gap)
                return
        if Relation.BELOW in relations:
            link = self._above(page, anchor, rule)
            if link is not None:
                rise = page.layout.top[cell] - page.layout.bottom[link.spans[0].cell]
                yield self._linked(link, anchor, entry, Relation.ABOVE, rise)
                return
            link = self._below(page, anchor, rule)
            if link is not None:
                if _is_name(link, anchor, entry):
                    link.reject(Verdict.NOT_ANNOUNCED, "no code")
                drop = page.layout.top[link.spans[0].cell] - page.layout.bottom[cell]
                yield self._linked(link, anchor, entry, Relation.BELOW, drop)
                for more in self._more_below(page, link) if rule.value.name in LISTED else ():
                    yield self._linked(more, anchor, entry, Relation.BELOW, drop)

    def _is_rate_of_header(self, link: Link) -> bool:
        """Whether a number after « TVA » is a rate, small and without a currency, over the amount of its column."""
        layout = link.page.layout
        span = link.spans[-1]
        if not isinstance(link.value, Decimal) or abs(link.value) > MAX_RATE or len(layout.text[span.cell]) > span.end:
            return False
        if not link.raw[-1].isdigit():
            return False
        for under in column_below(link.page, span.cell, self.reach)[:1]:
            amount = value_at(link.page, under, start_of_value(layout.text[under]), link.rule)
            return amount is not None and amount.valid
        return False

    @staticmethod
    def _linked(link: Link, anchor: Anchor, entry: Entry, relation: Relation, distance: float) -> Link:
        link.anchor, link.entry, link.relation, link.distance = anchor, entry, relation, distance
        return link

    @staticmethod
    def _names_its_party(page: PageText, anchor: Anchor, rule: FieldRule[object], at: int) -> bool:
        """Whether the rest of a label says whose number it is: « SIRET contractant (client) »."""
        party = PARTIES.get(rule.part)
        text = page.layout.text[anchor.end_cell]
        if party is None or len(text) - at > MAX_PARTY_LABEL or any(char.isdigit() for char in text[at:]):
            return False
        return Linker._told_party(page, anchor, at, len(text)) == party

    @staticmethod
    def _after_party(page: PageText, anchor: Anchor, rule: FieldRule[object], at: int) -> int:
        """Return where a value may start past the party that a label names: « N° de TVA du bailleur : FR52… »."""
        text = page.layout.text[anchor.end_cell]
        colon = text.find(":", at, at + MAX_PARTY_LABEL)
        if colon < 0 or any(char.isdigit() for char in text[at:colon]):
            return at
        if Linker._told_party(page, anchor, at, colon) != PARTIES[rule.part]:
            return at
        found = PUNCTUATION.match(text, colon)
        return found.end() if found else at

    @staticmethod
    def _told_party(page: PageText, anchor: Anchor, start: int, end: int) -> str | None:
        """Return the party that the last role word between a label and a place names."""
        told = [
            entry.name
            for other in page.by_cell.get(anchor.end_cell, ())
            for entry in other.entries
            if max(start, anchor.end) <= other.start < end and entry.kind is EntryKind.ROLE
        ]
        return told[-1] if told else None

    @staticmethod
    def _in_parentheses(page: PageText, anchor: Anchor, rule: FieldRule[object]) -> Link | None:
        """Return the value that a label in parentheses stands behind: « FR76 1820 … 670 (IBAN) »."""
        text = page.layout.text[anchor.cell]
        if text[anchor.end : anchor.end + 1] != ")" or text[anchor.start - 1 : anchor.start] != "(":
            return None
        for match in rule.value.pattern.finditer(text, 0, anchor.start):
            parsed = rule.value.parse(match.group())
            if parsed.valid and text[match.end() : anchor.start].strip() == "(":
                return link_to(rule, page, (CellSpan(anchor.cell, match.start(), match.end()),), match.group(), parsed)
        return None

    def _is_explicit(self, link: Link, between: str) -> bool:
        """Whether a label says that a reference follows: with a number sign, with a colon, or by heading its cell.

        « place du Marché – 26000 Valence » and « votre engagement de 36 mois » announce nothing.
        """
        anchor = link.anchor
        assert anchor is not None
        words = [token.text for token in link.page.tokens[anchor.cell] if anchor.start <= token.start < anchor.end]
        if any(self.lexicon.canonical(word) in SIGN_WORDS for word in words) or re.search(
            r"[:°#]|\bn[o.]?\b", between, re.I
        ):
            return True
        value = link.raw.replace(" ", "")
        return len(value) >= MIN_BARE if self._opens_label(link.page, anchor) else len(value) >= MIN_BARE_IN_PROSE

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
            if ":" in between and token.text not in NUMBER_WORDS:
                break  # after a colon stands the value
            if len(between) > MAX_TAIL_GAP or any(mark.isalnum() or mark in ",;" for mark in between):
                break
            follows = folded[token.end : token.end + 1]
            if follows and (follows in "-/_" or follows.isdigit()):
                break  # « EUR-2024-1 » and « N26/850 » are references, not words before one
            at = token.end
        found = PUNCTUATION.match(page.layout.text[cell], at)
        return found.end() if found else at

    def _opens_label(self, page: PageText, anchor: Anchor) -> bool:
        """Whether nothing but known words stands before the keyword in its cell: prose announces nothing far away."""
        text = page.layout.text[anchor.cell]
        if anchor.start == 0 or ENUMERATOR.fullmatch(text, 0, anchor.start) or _AMOUNT.fullmatch(text, 0, anchor.start):
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
        ends = page.layout.text[anchor.end_cell][anchor.end :].strip() == ":"
        last = rule.value.name in REFERENCES and anchor.end == len(page.layout.text[anchor.end_cell])
        numbered = rule.value.name in REFERENCES and (ends or last or self._is_numbered(page, anchor))
        if rule.value.name not in SELF_PROVING and not numbered:
            return None
        layout = page.layout
        cell = anchor.end_cell
        if len(layout.text[cell]) < MIN_PROSE:
            return None
        for under in layout.below(cell, 0.9 * layout.size[cell])[:1]:
            if starts_with_label(page, under):
                return None
            link = value_at(page, under, 0, rule)
            alone = link is not None and ends and layout.text[under][link.spans[-1].end :].strip()[:1] in ("", *".,;")
            if last and link is not None and layout.text[under][link.spans[-1].end :].strip(" ."):
                return None  # only a number that has the next line for itself follows a bare « engagement »
            if link is not None and link.valid and (not numbered or alone or len(link.raw) >= MIN_BARE_IN_PROSE):
                return link
        return None

    def _is_numbered(self, page: PageText, anchor: Anchor) -> bool:
        """Whether a label ends with « n° », so that a number must follow wherever the line breaks."""
        last = page.tokens[anchor.end_cell][-1:]
        return bool(last) and self.lexicon.canonical(last[0].text) == "numero"

    def _right(self, page: PageText, anchor: Anchor, rule: FieldRule[object]) -> Link | None:
        layout = page.layout
        if rule.part in AMOUNT_PARTS:
            link = self._right_in_column(page, anchor, rule)
            if link is not None:
                return link
        rows = [layout.right_of(anchor.cell)]
        if anchor.cell != anchor.end_cell:
            block = layout.right_of_block(anchor.cell, anchor.end_cell)
            rows = [block, *rows, layout.right_of(anchor.end_cell)]
        for row in rows:
            for cell in row:
                text = layout.text[cell]
                if starts_with_label(page, cell):
                    link = self._reference_with_prefix(page, cell, rule)
                    if link is not None:
                        return link
                    break
                link = value_at(page, cell, start_of_value(text), rule)
                if link is not None:
                    return None if _is_address(link) else link
                quantity = rule.part in AMOUNT_PARTS and _QUANTITY.fullmatch(text)
                if not FILLER_CELL.fullmatch(text) and not quantity:
                    break
        return None

    def _right_in_column(self, page: PageText, anchor: Anchor, rule: FieldRule[object]) -> Link | None:
        """Of several amounts on a row, return the one whose column is the keyword's own, and of this invoice."""
        row = self.amounts_right_of(page, anchor.cell, rule)
        if len(row) < MIN_HEADERS:
            return None
        open_: list[Link] = []
        for link in row:
            header = header_over(page, link.spans[0].cell)
            part = part_of_header(page, header, self.rules)
            if is_past(page, header, self.lexicon) or _stands_under_rate(page, link.spans[0].cell):
                continue
            if part is rule.part:
                return link
            if part is None:
                open_.append(link)
        for link in open_:
            if is_current(page, header_over(page, link.spans[0].cell), self.lexicon):
                return link
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
            link = value_at(page, near, start_of_value(page.layout.text[near]), rule)
            if link is not None:
                found.append(link)
            elif re.search(r"[^\W\d_]{3,}", page.layout.text[near]) and not FILLER_CELL.fullmatch(
                page.layout.text[near]
            ):
                break
        return found

    def total_rows(self, page: PageText) -> Iterator[Link]:
        """Yield the amounts of a last row « Total » of a table, each for the field its column header names."""
        by_part = {rule.part: rule for rule in self.rules.values() if rule.part in AMOUNT_PARTS}
        for anchor in page.of_kind(EntryKind.FIELD):
            entry = anchor.entry(EntryKind.FIELD)
            if entry is None or self.rules[entry.name].part is not Part.GROSS or anchor.start > 1:
                continue
            rule = self.rules[entry.name]
            row = self.amounts_right_of(page, anchor.cell, rule)
            in_rates = self._stands_under_rates(page, anchor)
            if in_rates:  # « 1 717,66 · 94,66 · Total · 1 623,00 »: the label stands in the column of the rates
                row = self._amounts_left_of(page, anchor.cell, rule) + row
            if len(row) < MIN_HEADERS:
                continue
            for link in row:
                header = header_over(page, link.spans[0].cell)
                part = part_of_header(page, header, self.rules)
                told = part is Part.GROSS and not in_rates  # by the label itself, to its right
                if part not in by_part or told or is_past(page, header, self.lexicon):
                    continue
                link.rule = by_part[part]
                headings = [each for head in header for near in page.by_cell.get(head, ()) for each in near.entries]
                own = next(each for each in headings if each.name == link.rule.name)
                yield self._linked(link, anchor, own._replace(weak=True), Relation.RIGHT, 0.0)

    @staticmethod
    def _stands_under_rates(page: PageText, anchor: Anchor) -> bool:
        return bool(page.of_kind(EntryKind.VAT_HEADER)) and any(
            head.has(EntryKind.VAT_HEADER)
            for over in header_over(page, anchor.cell)
            for head in page.by_cell.get(over, ())
        )

    @staticmethod
    def _amounts_left_of(page: PageText, cell: int, rule: FieldRule[object]) -> list[Link]:
        line = page.layout.lines[page.layout.line_of[cell]]
        found = [value_at(page, near, start_of_value(page.layout.text[near]), rule) for near in range(line.start, cell)]
        return [link for link in found if link is not None]

    def _below(self, page: PageText, anchor: Anchor, rule: FieldRule[object]) -> Link | None:
        layout = page.layout
        for cell in column_below(page, anchor.end_cell, self.reach):
            text = layout.text[cell]
            if starts_with_label(page, cell):
                return self._reference_with_prefix(page, cell, rule)
            link = value_at(page, cell, start_of_value(text), rule)
            if link is not None:
                return link if _stands_alone(link) else None
            if self._is_rest_of_label(page, anchor, cell):
                for near in layout.right_of(cell)[:1]:
                    link = value_at(page, near, start_of_value(layout.text[near]), rule)
                    if link is not None:
                        return link
            elif not FILLER_CELL.fullmatch(text):
                return None
        return None

    def _more_below(self, page: PageText, link: Link) -> Iterator[Link]:
        """Yield the values that stand row by row under one: several accounts « to choose from »."""
        layout = page.layout
        cell = link.spans[-1].cell
        while True:
            under = layout.below(cell, 1.8 * layout.size[cell])[:1]
            if not under or abs(layout.x0[under[0]] - layout.x0[cell]) > layout.size[cell]:
                return
            more = value_at(page, under[0], start_of_value(layout.text[under[0]]), link.rule)
            if more is None or not more.valid:
                return
            yield more
            cell = under[0]

    def _above(self, page: PageText, anchor: Anchor, rule: FieldRule[object]) -> Link | None:
        """Return the value a caption in smaller type is printed under, where it stands nearer than one below."""
        layout = page.layout
        cell = anchor.cell
        size = layout.size[cell]
        for over in layout.above(cell, CAPTION_REACH * size)[:1]:
            if layout.size[over] * CAPTION_SHARE < size or starts_with_label(page, over):
                return None
            rise = layout.top[cell] - layout.bottom[over]
            rise = layout.top[cell] - layout.bottom[over]
            # In a row of captions one box may be empty: the values under the others tell on which side they stand.
            number = layout.line_of[anchor.end_cell] + 1
            captions = [each for each in layout.lines[layout.line_of[cell]] if starts_with_label(page, each)]
            for near in layout.lines[number] if number < len(layout.lines) else ():
                drop = layout.top[near] - layout.bottom[anchor.end_cell]
                if -size < drop < 2 * max(rise, 1.0) and any(
                    layout.x0[near] < layout.x1[each] and layout.x1[near] > layout.x0[each] for each in captions
                ):
                    return None
            link = value_at(page, over, start_of_value(layout.text[over]), rule)
            if link is not None and link.valid and _stands_alone(link):
                return link
        return None

    def _is_rest_of_label(self, page: PageText, anchor: Anchor, cell: int) -> bool:
        """Whether a cell goes on with the label over it: « Date d'émission de la / facture »."""
        words = [token.text for token in page.tokens[cell]]
        label = page.tokens[anchor.end_cell]
        if not words or len(words) > MAX_REST or not all(word.isalpha() for word in words):
            return False
        if all(self.lexicon.canonical(word) in self.lexicon.tail for word in words):
            return True
        return bool(label) and label[-1].text in self.lexicon.light

    def _reference_with_prefix(self, page: PageText, cell: int, rule: FieldRule[object]) -> Link | None:
        """Return the value of a cell that opens with a keyword which is part of a reference: « BDC 2026/1 »."""
        first = page.by_cell[cell][0]
        text = page.layout.text[cell]
        word = text[first.start : first.end]
        own = any(entry.kind is EntryKind.FIELD and entry.name == rule.name for entry in first.entries)
        if not own or first.start or first.length > 1 or not word.isupper() or len(word) > MAX_PREFIX:
            return None
        link = value_at(page, cell, 0, rule)
        return link if link is not None and link.spans[0].end > first.end else None

    def _before(self, page: PageText, anchor: Anchor, entry: Entry, rule: FieldRule[object]) -> Iterator[Link]:
        """Yield the value that stands right before its label in the same cell: « 1 200,00 € TTC »."""
        text = page.layout.text[anchor.cell]
        for match in rule.value.pattern.finditer(text, 0, anchor.start):
            if text[match.end() : anchor.start].strip(" (€.:-") not in ("", "en", "EUR"):
                continue
            parsed = rule.value.parse(match.group())
            if parsed.value is None or any(
                other.start < anchor.start
                and other.end > match.start() - 30
                and other.end <= match.start()
                and any(each.kind is EntryKind.FIELD and not each.suffix for each in other.entries)
                for other in page.by_cell[anchor.cell]
            ):
                continue
            link = link_to(rule, page, (CellSpan(anchor.cell, match.start(), match.end()),), match.group(), parsed)
            yield self._linked(link, anchor, entry, Relation.BEFORE, 0.0)


_QUANTITY = re.compile(r"\d{1,6}")
"""A bare number between « Total HT » and its amount: hours, pieces."""

_AMOUNT = re.compile(r"[-−(]?\d[\d\s.,'’]*[.,]\d\d\)?\s*(?:€|EUR|euros)?\s*")
"""What stands before a label where the columns of two tables touch: « 41,76 € Total TVA »."""

_TOWN = re.compile(r"\s+[^\W\d_a-z]")


_RATE_CELL = re.compile(r"\d{1,2}(?:[.,]\d{1,3})?\s?%")
_NUMBER_CELL = re.compile(r"[-−(]?[\d\s.,'’]+\)?\s?(?:€|EUR)?")


def _stands_under_rate(page: PageText, cell: int) -> bool:
    """Whether the column of an amount is headed by a rate: it is the share of that rate, not the total."""
    layout = page.layout
    for over in layout.above(cell, 8 * layout.size[cell]):
        if _RATE_CELL.fullmatch(layout.text[over]):
            return True
        if not _NUMBER_CELL.fullmatch(layout.text[over]):
            return False
    return False


def _is_address(link: Link) -> bool:
    """Whether a reference is the postcode of an address beside an empty field: « Engagement … 17400 SAINT-JEAN »."""
    last = link.spans[-1]
    postcode = link.rule.value.name in REFERENCES and len(link.raw) == POSTCODE and link.raw.isdigit()
    return postcode and _TOWN.match(link.page.layout.text[last.cell], last.end) is not None


_CODE = re.compile(r"\d|[-_/]")
_PARTING = "–—-·,;|"


def anchor_text(page: PageText, anchor: Anchor) -> str:
    """Return the words of a label as printed."""
    return page.layout.text[anchor.cell][anchor.start : anchor.span.end]


def _is_name(link: Link, anchor: Anchor, entry: Entry) -> bool:
    """Whether the word after a bare « Service » may be the name of a service and no code: « SERVICE : FINANCES ».

    Among small letters a word of capitals is a code; in print that knows only capitals nothing tells it from a name.
    """
    if not entry.weak or link.rule.value.name != "service" or _CODE.search(link.raw):
        return False
    return anchor_text(link.page, anchor).isupper()


def _is_bare(link: Link, anchor: Anchor) -> bool:
    """Whether nothing but a space stands between a bare « Service » and what follows it."""
    if link.rule.value.name != "service":
        return False
    text = link.page.layout.text[anchor.end_cell]
    opens = anchor.start <= 1 or text[: anchor.start].rstrip()[-1:] in _PARTING
    return not opens or ":" not in text[anchor.end : link.spans[0].start]


def _stands_alone(link: Link) -> bool:
    """Whether a value under its label fills its cell, so that it is a value and not the start of a sentence."""
    last = link.spans[-1]
    rest = link.page.layout.text[last.cell][last.end :]
    if link.rule.value.name in WORDY:
        return True
    return not re.search(r"[^\W\d_]{3,}", rest) or bool(re.match(r"\s*[-–—,;/(|]", rest))
