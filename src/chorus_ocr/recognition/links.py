"""Links keywords to the values they announce, by named relations: the nearest value that starts right after it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from chorus_ocr.layout.cells import CellSpan
from chorus_ocr.recognition.anchors import Anchor, PageText
from chorus_ocr.recognition.candidate import Detail, Verdict
from chorus_ocr.recognition.columns import column_below, header_over, part_of_header
from chorus_ocr.recognition.field import FieldRule, Part, Relation
from chorus_ocr.recognition.labels import (
    MIN_BARE_IN_PROSE,
    PARTIES,
    REFERENCES,
    VAGUE,
    after_label,
    after_party,
    in_parentheses,
    is_address,
    is_bare,
    is_explicit,
    is_name,
    is_numbered,
    is_of_a_web_shop,
    is_policy,
    is_rest_of_label,
    is_translated,
    is_vague,
    names_its_party,
    opens_address,
    opens_label,
    stands_alone,
    told_party,
)
from chorus_ocr.recognition.lexicon import Entry, EntryKind, Lexicon
from chorus_ocr.recognition.link import AMOUNT_PARTS, Link, link_to
from chorus_ocr.recognition.rows import (
    QUANTITY,
    SPLIT_GROUP,
    is_rate_of_header,
    right_in_column,
    stands_under_rates,
    total_rows,
)
from chorus_ocr.recognition.value_at import (
    FILLER_CELL,
    amount_before,
    start_of_value,
    starts_with_label,
    value_at,
)
from chorus_ocr.recognition.vocabulary import Reach
from chorus_ocr.values.late import compile_late

_DATED = compile_late(
    r"(?:(?:par\s\w+\s)?(?:avant\s|(?:au\s)?plus tard\s)?(?:le|au|du)\s)?"
    r"\d{1,2}(?:[/.-]\d{1,2}[/.-]|(?:er)?\s[^\W\d_]{3,9}\.?\s)(?:20)?\d{2}(?!\d)[\s:]*"
)
"""A date between a label and its amount: « Total à payer avant le 20/03/2026 : 600,00 € »."""

SELF_PROVING = frozenset({"siret", "siren", "tva", "iban", "bic", "date"})
"""Types of value that chance does not spell."""

MIN_PROSE = 12
MAX_COUNT = 2
_YEAR_OF_LABEL = compile_late(r"20\d\d\s*:\s*(?=\S)")
"""« N° d'engagement 2026 : CV26-00057 »."""
_NAMED = compile_late(r"\s*:\s*[^\W\d_]{3,}")
_ASKED = compile_late(r"\b(?:sans|indiquer|preciser|mentionner)\b")
_MISSING = compile_late(r"\b(?:sans|absence de|defaut de) (?:votre |notre |le |un |aucun |l')?$")
"""« Sans votre numéro d'engagement la facture 26-118 sera rejetée » announces none."""
LISTED = frozenset({"iban", "bic"})
"""Types of value of which several may stand under one header, each as good as the first."""
MAX_PREFIX = 4
CAPTION_REACH = 1.2
CAPTION_SHARE = 0.9
"""A caption under its box is set in smaller type than the value, and close to it."""


@dataclass(slots=True, eq=False, repr=False)
class Linker:
    """Finds, for each keyword on a page, the value it announces."""

    rules: Mapping[str, FieldRule[object]]
    lexicon: Lexicon
    reach: Reach
    stop_rules: Mapping[str, tuple[str, ...]]

    def links(self, page: PageText) -> Iterator[Link]:
        """Yield a link for each keyword of a field, and for each stop phrase, that announces a value."""
        yield from total_rows(page, self.rules, self.lexicon)
        for anchor in page.anchors:
            for entry in anchor.entries:
                if entry.kind is EntryKind.FIELD:
                    for link in self._announced(page, anchor, entry, self.rules[entry.name]):
                        if opens_address(link):
                            link.reject(Verdict.NOT_ANNOUNCED, Detail.STREET)
                        elif is_of_a_web_shop(link):
                            link.reject(Verdict.WRONG_ROLE, Detail.WEB_SHOP)
                        yield link
                elif entry.kind is EntryKind.STOP:
                    for name in self.stop_rules.get(entry.phrase, ()):
                        for link in self._announced(page, anchor, entry, self.rules[name]):
                            link.reject(entry.name, entry.phrase)
                            yield link

    def _announced(self, page: PageText, anchor: Anchor, entry: Entry, rule: FieldRule[object]) -> Iterator[Link]:
        """Yield the value that one keyword announces, by the first relation that leads to one."""
        if (
            rule.value.name in REFERENCES
            and anchor.start
            and _MISSING.search(page.folded[anchor.cell], 0, anchor.start)
        ):
            return
        before = self._before_label(page, anchor, entry, rule)
        if before:
            yield from before
            return
        at = after_label(page, anchor, self.lexicon)
        if rule.part in PARTIES and told_party(page, anchor, 0, at) not in (None, PARTIES[rule.part]):
            return  # « SIRET entreprise (client) »
        text = page.layout.text[anchor.end_cell]
        at = self._past_remarks(page, anchor, rule, at)
        if Relation.SAME_CELL in rule.relations and at < len(text):
            link = value_at(page, anchor.end_cell, at, rule)
            if link is not None and not self._heads_its_column(link, anchor):
                yield self._in_cell(
                    link.tied(anchor, entry, Relation.SAME_CELL, at - anchor.end), text[anchor.end : at]
                )
                return
            at = len(text) if link is not None else at
        if at < len(text) and not names_its_party(page, anchor, rule, at) and not is_translated(page, anchor, rule):
            return
        vague = entry.weak and entry.phrase in VAGUE
        if not opens_label(page, anchor, self.lexicon):
            link = None if vague else self._run_on(page, anchor, rule)
            if link is not None:
                yield link.tied(anchor, entry, Relation.BELOW, 0.0)
            return
        link = self._beside(page, anchor, entry, rule) if Relation.RIGHT in rule.relations else None
        if link is not None:
            yield link
        elif Relation.BELOW in rule.relations and not vague:
            yield from self._under_or_over(page, anchor, entry, rule)

    def _before_label(self, page: PageText, anchor: Anchor, entry: Entry, rule: FieldRule[object]) -> list[Link]:
        """Return the values that stand before a label that announces them, in its cell."""
        if Relation.BEFORE in rule.relations and entry.suffix:
            # « 1 200,00 € HT, soit 1 440,00 € TTC »: what precedes the word is its own, what follows is another's.
            before = list(self._before(page, anchor, entry, rule))
            if before:
                return before
        link = None
        if rule.value.name in SELF_PROVING:
            link = in_parentheses(page, anchor, rule)
        elif rule.part in AMOUNT_PARTS and Relation.BEFORE in rule.relations:
            link = amount_before(page, anchor, rule)
        return [] if link is None else [link.tied(anchor, entry, Relation.BEFORE, 0.0)]

    def _past_remarks(self, page: PageText, anchor: Anchor, rule: FieldRule[object], at: int) -> int:
        """Return where a value may start past what a label says besides: a date, a year, a party."""
        text = page.layout.text[anchor.end_cell]
        if rule.part in AMOUNT_PARTS:
            said = _DATED.match(text, at)
        elif rule.value.name in REFERENCES:
            said = _YEAR_OF_LABEL.match(text, at)
        elif rule.part in PARTIES:
            return after_party(page, anchor, rule, at)
        else:
            return at
        return said.end() if said else at

    def _heads_its_column(self, link: Link, anchor: Anchor) -> bool:
        """Whether a label and the number after it head a column: « TVA 20,00 » over an amount, « Engagement n° 1 »."""
        if link.rule.part is Part.TAX:
            return is_rate_of_header(link, anchor, self.reach)
        count = link.rule.part is Part.ROUTING and len(link.raw) <= MAX_COUNT and link.raw.isdigit()
        # Behind a colon stands a value, however short: « Code service : 12 ».
        return count and ":" not in link.page.layout.text[anchor.end_cell][anchor.end : link.spans[0].start]

    def _in_cell(self, link: Link, between: str) -> Link:
        """Return a value that follows its label in the same cell, judged by what stands around and between the two."""
        anchor, entry, rule = link.anchor, link.entry, link.rule
        assert anchor is not None and entry is not None
        # A sentence of the terms of sale quotes amounts, too: a label of its own, or a colon, goes before.
        quoted = rule.part in AMOUNT_PARTS and ":" not in between
        link.loose = quoted and not opens_label(link.page, anchor, self.lexicon)
        if is_policy(link, entry):
            link.reject(Verdict.NOT_ANNOUNCED, Detail.POLICY)
        last = link.spans[-1]
        if rule.part is Part.NUMBER and entry.weak and _NAMED.match(link.page.layout.text[anchor.end_cell], last.end):
            link.reject(Verdict.NOT_ANNOUNCED, Detail.THING)  # « Pièce n° 0451-2 : joint torique »
        if rule.value.name in REFERENCES and not is_explicit(link, between, self.lexicon):
            link.reject(Verdict.NOT_ANNOUNCED, Detail.NO_NUMBER_SIGN)
        elif is_name(link, anchor, entry) or (entry.weak and is_bare(link, anchor)) or is_vague(link, anchor, entry):
            link.reject(Verdict.NOT_ANNOUNCED, Detail.NO_CODE)
        return link

    def _beside(self, page: PageText, anchor: Anchor, entry: Entry, rule: FieldRule[object]) -> Link | None:
        """Return the value in another cell on the row of a label."""
        link = self._right(page, anchor, rule)
        if link is None:
            return None
        gap = page.layout.x0[link.spans[0].cell] - page.layout.x1[anchor.end_cell]
        if rule.part in AMOUNT_PARTS and entry.weak and stands_under_rates(page, anchor):
            header = header_over(page, link.spans[0].cell)
            if part_of_header(page, header, self.rules) not in (None, rule.part):
                link.reject(Verdict.VAT_TABLE)
        if is_name(link, anchor, entry) or is_vague(link, anchor, entry):
            link.reject(Verdict.NOT_ANNOUNCED, Detail.NO_CODE)
        return link.tied(anchor, entry, Relation.RIGHT, gap)

    def _under_or_over(self, page: PageText, anchor: Anchor, entry: Entry, rule: FieldRule[object]) -> Iterator[Link]:
        """Yield the value that a caption in small type is printed under, else those in the column of a label."""
        layout = page.layout
        link = self._above(page, anchor, rule)
        if link is not None:
            rise = layout.top[anchor.end_cell] - layout.bottom[link.spans[0].cell]
            yield link.tied(anchor, entry, Relation.ABOVE, rise)
            return
        link = self._below(page, anchor, rule)
        if link is None:
            return
        if is_name(link, anchor, entry):
            link.reject(Verdict.NOT_ANNOUNCED, Detail.NO_CODE)
        drop = layout.top[link.spans[0].cell] - layout.bottom[anchor.end_cell]
        yield link.tied(anchor, entry, Relation.BELOW, drop)
        for more in self._more_below(page, link) if rule.value.name in LISTED else ():
            yield more.tied(anchor, entry, Relation.BELOW, drop)

    def _run_on(self, page: PageText, anchor: Anchor, rule: FieldRule[object]) -> Link | None:
        """Return the value that opens the next line of a sentence whose line ends with its keyword.

        Only what proves itself, by a checksum or as a date, is read so: prose puts anything on its next line.
        """
        ends = page.layout.text[anchor.end_cell][anchor.end :].strip() == ":"
        last = rule.value.name in REFERENCES and anchor.end == len(page.layout.text[anchor.end_cell])
        last = last and _ASKED.search(page.folded[anchor.cell][: anchor.start]) is None
        numbered = rule.value.name in REFERENCES and (ends or last or is_numbered(page, anchor, self.lexicon))
        if rule.value.name not in SELF_PROVING and not numbered:
            return None
        layout = page.layout
        cell = anchor.end_cell
        if len(layout.text[cell]) < MIN_PROSE:
            return None
        for under in layout.below(cell, 0.9 * layout.size[cell], most=1):
            if starts_with_label(page, under):
                return None
            link = value_at(page, under, 0, rule)
            alone = link is not None and ends and layout.text[under][link.spans[-1].end :].strip()[:1] in ("", *".,;")
            if last and link is not None and layout.text[under][link.spans[-1].end :].strip(" ."):
                return None  # only a number that has the next line for itself follows a bare « engagement »
            if link is not None and link.valid and (not numbered or alone or len(link.raw) >= MIN_BARE_IN_PROSE):
                return link
        return None

    def _right(self, page: PageText, anchor: Anchor, rule: FieldRule[object]) -> Link | None:
        layout = page.layout
        if rule.part in AMOUNT_PARTS:
            link = right_in_column(page, anchor, rule, self.rules, self.lexicon)
            if link is not None:
                return link
        rows = [layout.right_of(anchor.cell)]
        if anchor.cell != anchor.end_cell:
            block = layout.right_of_block(anchor.cell, anchor.end_cell)
            rows = [block, *rows, layout.right_of(anchor.end_cell)]
        for row in rows:
            quantity: str | None = None
            for cell in row:
                text = layout.text[cell]
                if starts_with_label(page, cell):
                    link = self._value_like_a_label(page, cell, rule)
                    if link is not None:
                        return link
                    break
                link = value_at(page, cell, start_of_value(text), rule)
                if link is not None and quantity is not None and SPLIT_GROUP.match(link.raw) and len(quantity) < 4:
                    return None  # « 1 | 460,00 »: a group of thousands that stands apart
                if link is not None:
                    return None if is_address(link) else link
                if rule.part in AMOUNT_PARTS and QUANTITY.fullmatch(text):
                    quantity = text
                elif not FILLER_CELL.fullmatch(text):
                    break
        return None

    def _below(self, page: PageText, anchor: Anchor, rule: FieldRule[object]) -> Link | None:
        layout = page.layout
        for cell in column_below(page, anchor.end_cell, self.reach):
            text = layout.text[cell]
            if starts_with_label(page, cell):
                return self._value_like_a_label(page, cell, rule)
            link = value_at(page, cell, start_of_value(text), rule)
            if link is not None:
                return link if stands_alone(link) else None
            if is_rest_of_label(page, anchor, cell, self.lexicon):
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
            under = layout.below(cell, 1.8 * layout.size[cell], most=1)
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
        for over in layout.above(cell, CAPTION_REACH * size, most=1):
            if layout.size[over] * CAPTION_SHARE < size or starts_with_label(page, over):
                return None
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
            if link is not None and link.valid and stands_alone(link):
                return link
        return None

    def _value_like_a_label(self, page: PageText, cell: int, rule: FieldRule[object]) -> Link | None:
        """Return the value of a cell that opens with a keyword as a part of it: « BDC 2026/1 », « COMMUNICATION »."""
        first = page.by_cell[cell][0]
        text = page.layout.text[cell]
        word = text[first.start : first.end]
        if rule.value.name == "service" and word == text and word.isalpha() and word.isupper():
            # A word that heads other things elsewhere may be the code of a service; the label of a field is none.
            return None if first.has(EntryKind.FIELD) else value_at(page, cell, 0, rule)
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
            yield link.tied(anchor, entry, Relation.BEFORE, 0.0)
