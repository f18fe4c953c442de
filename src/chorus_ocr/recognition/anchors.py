"""Finds every place on a page where a phrase of the pack stands, in one pass over its tokens."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from chorus_ocr.layout.cells import CellSpan, PageLayout
from chorus_ocr.recognition.field import Part
from chorus_ocr.recognition.folding import LETTER_SPACED, LOST, Token, cell_tokens, fold, letters, restore
from chorus_ocr.recognition.lexicon import ANNOUNCING, MIN_SQUEEZED, Entry, EntryKind, Lexicon, Node
from chorus_ocr.values.late import compile_late
from chorus_ocr.values.parsed import Parsed

JOINING = frozenset(" .'°-/()\"*\\")
"""What may stand between two words of one phrase. A colon or a comma ends a label."""

MAX_JOINT = 4
NUMBER = "numero"
GLUED = 0
"""Stands for the length of a phrase that ends inside a token."""

SENTENCE = 40
"""A cell of at least so many characters is prose: what its last words announce opens the next line."""

_DIGIT = compile_late("[0-9]")
_ENDS = compile_late(r"[ )°.]*(?:$|:)")
_GOES_ON = compile_late(r"[ )°.]*+(?:$|:|(?:n[°o]?[. ]|numero )?\s*[a-z]{0,4}[-/]?\d)")

MOST_ANCHORS = 1_500
"""On a page with more labels, none is read: no invoice has a tenth of them, and every two are compared."""

MAX_GLUED = 3
MAX_PREPOSITION = 2

MAX_CODE = 3
"""A token up to this long that runs into digits opens a number."""

FRAGMENT = 4
"""A run of letters up to this long may be a piece of a word that kerning or letter-spacing broke."""


ReadValue = tuple[tuple[CellSpan, ...], str, Parsed[object]]
"""Where a value stands, as printed and as parsed."""


class Anchor(NamedTuple):
    """A phrase of the pack on the page.

    It starts at ``start`` of ``cell`` and ends at ``end`` of ``end_cell``, which is another cell, below, where the
    label is wrapped over two lines. ``length`` counts its tokens. ``kinds``: what its entries are for; ``parts``: of
    the fields that it announces.
    """

    cell: int
    start: int
    end_cell: int
    end: int
    entries: tuple[Entry, ...]
    length: int
    kinds: frozenset[EntryKind]
    parts: frozenset[Part]

    @property
    def span(self) -> CellSpan:
        stop = self.end if self.cell == self.end_cell else 1_000_000
        return CellSpan(self.cell, self.start, stop)

    def has(self, kind: EntryKind) -> bool:
        return kind in self.kinds

    def entry(self, kind: EntryKind) -> Entry | None:
        for entry in self.entries:
            if entry.kind is kind:
                return entry
        return None


@dataclass(slots=True, eq=False, repr=False)
class PageText:
    """The folded text of a page's cells with its tokens and anchors, cell by cell. ``whole`` is all of it, in lines."""

    layout: PageLayout
    whole: str
    folded: list[str]
    tokens: list[list[Token]]
    """Empty for cells without a letter: no phrase stands there."""
    anchors: list[Anchor] = field(default_factory=list)
    by_cell: dict[int, list[Anchor]] = field(default_factory=dict)
    """The anchors that start in a cell, or that are wrapped into it, from left to right."""
    by_kind: dict[EntryKind, list[Anchor]] = field(default_factory=dict)
    """The anchors that have an entry of a kind, in the order of the page."""
    by_part: dict[Part, list[Anchor]] = field(default_factory=dict)
    """The anchors that announce a field of a part, in the order of the page."""
    starts: dict[tuple[int, int], int] = field(default_factory=dict)
    """Where a value may start after a label that ends at a place (cell, character): asked for each of its fields."""
    values: dict[tuple[int, int, int, bool], ReadValue | None] = field(default_factory=dict)
    """What has been read at a place (cell, character, type of value, as an amount), so that it is read once."""

    def add(self, anchor: Anchor) -> None:
        self.anchors.append(anchor)
        self.by_cell.setdefault(anchor.cell, []).append(anchor)
        if anchor.end_cell != anchor.cell:
            self.by_cell.setdefault(anchor.end_cell, []).append(anchor)
        for kind in anchor.kinds:
            self.by_kind.setdefault(kind, []).append(anchor)
        for part in anchor.parts:
            self.by_part.setdefault(part, []).append(anchor)

    def of_kind(self, kind: EntryKind) -> Sequence[Anchor]:
        return self.by_kind.get(kind, ())

    def of_part(self, part: Part) -> Sequence[Anchor]:
        return self.by_part.get(part, ())


def read_page(layout: PageLayout, lexicon: Lexicon) -> PageText:
    """Fold and tokenise the cells of a page and find its anchors: the longest phrase at each place."""
    text = "\n".join(layout.text)
    lost = LOST in text
    if lost:
        text = restore(text)
        layout.text[:] = text.split("\n")
    whole = fold(text)
    folded = whole.split("\n") if layout.text else []
    cut = cell_tokens(whole) if layout.text else []
    if LETTER_SPACED.search(whole):
        cut = [
            [part for token in cell for part in (letters(token, lexicon.words) if " " in token.text else (token,))]
            for cell in cut
        ]
    if lost:
        cut = [
            [token._replace(text=lexicon.recover(token.text)) if LOST in token.text else token for token in cell]
            for cell in cut
        ]
    page = PageText(layout, whole, folded, cut)
    _find_anchors(page, lexicon)
    return page


def _find_anchors(page: PageText, lexicon: Lexicon) -> None:
    """Find the longest phrase at each place of each cell."""
    _find_each(page, lexicon)
    if len(page.anchors) > MOST_ANCHORS:
        page.anchors.clear()
        page.by_cell.clear()
        page.by_kind.clear()
        page.by_part.clear()


def _find_each(page: PageText, lexicon: Lexicon) -> None:
    taken: dict[int, int] = {}
    openers, forms, squeezed, light = lexicon.openers, lexicon.forms, lexicon.squeezed, lexicon.light
    for cell, found in enumerate(page.tokens):
        if len(page.anchors) > MOST_ANCHORS:
            return
        at = taken.get(cell, 0) if taken else 0
        count = len(found)
        while at < count:
            text, start, _ = found[at]
            node = openers.get(text)
            if node is None:
                if text < "a" or (len(text) >= MIN_SQUEEZED and text[:MIN_SQUEEZED] not in squeezed):
                    at += 1  # a number, or a word like most words of a page
                    continue
                reached = None
            elif at and text in light and len(text) <= MAX_PREPOSITION:
                reached = None  # « à » and « de » head a block of their own, but no phrase in a sentence
            else:
                reached = _walk(page, lexicon, node, cell, at)
            if reached is None or (reached[3] == 1 and len(text) <= FRAGMENT and at + 1 < count):
                # « ENG AGE MENT » and « Tot a l HT » open with the short form of a word: the whole word goes before.
                broken = _walk_squeezed(page, lexicon, cell, at) if _may_be_broken(found, at, squeezed) else None
                if broken is not None and (reached is None or broken[3] > 1):
                    reached = broken
            if reached is None:
                at += 1
                continue
            node, end_cell, last, length = reached
            end = page.tokens[end_cell][last].end
            if length == GLUED:
                end, length = start + len(_glued_word(lexicon, text)), 1
            anchor = Anchor(cell, start, end_cell, end, node.entries, length, node.kinds, node.parts)
            page.add(anchor)
            if end_cell == cell:
                at = last + 1
                if at < count and forms.get(found[at].text) == NUMBER and not ANNOUNCING.isdisjoint(anchor.kinds):
                    at += 1  # the « n° » of « engagement juridique n° » is part of its label
            else:
                taken[end_cell] = last + 1
                at = count


_Reached = tuple[Node, int, int, int]


def _walk(page: PageText, lexicon: Lexicon, node: Node, cell: int, at: int) -> _Reached | None:
    """Follow the tree from its first token; return the longest phrase reached: node, cell, last token, tokens."""
    found = page.tokens[cell]
    text = page.folded[cell]
    _, start, end = found[at]
    if start and text[start - 1].isalnum():
        return None  # a digit runs into it: "12ej"
    follows = text[end : end + 1]
    # Nearly always a space or nothing follows; the rest is asked for only where it may matter.
    if follows not in " :" and (follows == "_" or _is_prefix_of_value(text, found[at], node, lexicon)):
        return None
    best: _Reached | None = None
    if node.entries:
        best = (node, cell, at, 1)
    last = at
    length = 1
    index = at + 1
    count = len(found)
    forms, light = lexicon.forms, lexicon.light
    while True:
        if index == count:
            wrapped = _walk_below(page, lexicon, node, cell, last, length) if node.children else None
            return wrapped if wrapped is not None else best
        token = found[index]
        if not _joined(text, end, token[1]):
            return best
        word, start, end = token
        name = forms.get(word, word)
        child = node.children.get(name)
        if child is None:
            child = _by_prefix(node, word) if node.prefixes else None
        elif (
            (name != word or len(word) <= MAX_CODE)
            and _starts_value(text, token)
            and not _leads_on(lexicon, child, found, index)
        ):
            return best  # « TVA FR25… », « N° N26/850 »
        if word in light and (child is None or _goes_on_without(lexicon, node, child, found, index)):
            index += 1
            continue
        if child is None:
            return best
        node = child
        if name != word and index + 1 < count and found[index + 1].start - end == 1:
            # « fac ture »: a short form that its own rest follows
            index += word + found[index + 1].text == name
        last = index
        end = found[index].end
        length += 1
        index += 1
        if node.entries:
            best = (node, cell, last, length)


def _leads_on(lexicon: Lexicon, node: Node, found: list[Token], index: int) -> bool:
    """Whether the token after one belongs to the same phrase: « au sous-traitant »."""
    return index + 1 < len(found) and lexicon.canonical(found[index + 1].text) in node.children


def _goes_on_without(lexicon: Lexicon, node: Node, child: Node, found: list[Token], index: int) -> bool:
    """Whether a phrase goes on only where a light word is left out: « à payer au plus tard le », not « à payer au »."""
    if index + 1 == len(found):
        return False
    name = lexicon.canonical(found[index + 1].text)
    return name in node.children and name not in child.children


def _is_prefix_of_value(text: str, token: Token, node: Node, lexicon: Lexicon) -> bool:
    """Whether letters are the start of a reference (« CDE042026 », « BDC26-6032 »), not a word.

    A word that AIFE publishes is one even where its value touches it (« EJ4500012345 »).
    """
    letters_only = token.text in lexicon.short or len(token.text) <= MAX_CODE
    return letters_only and _starts_value(text, token) and not any(entry.published for entry in node.entries)


def _starts_value(text: str, token: Token) -> bool:
    follows = text[token.end : token.end + 2]
    return follows[:1].isdigit() or (follows[:1] in "-/_" and follows[1:].isalnum())


def _by_prefix(node: Node, token: str) -> Node | None:
    for stem, child in node.prefixes:
        if token.startswith(stem):
            return child
    return None


def _walk_below(page: PageText, lexicon: Lexicon, node: Node, cell: int, last: int, length: int) -> _Reached | None:
    """Go on with a label that is wrapped: its next words open the cell right under this one."""
    if not _ends_label(page, cell, last):
        return None
    layout = page.layout
    size = layout.size[cell]
    for under in layout.below(cell, 0.9 * size, most=1):
        found = page.tokens[under]
        if not found or found[0].start > 1 or abs(layout.size[under] - size) > 0.1 * size:
            return None
        row = _is_row(page, cell)
        if row and (_is_row(page, under) or (node.entries and not _is_suffix(lexicon, found[0]))):
            return None  # « Date : 1/3 » over « Échéance : 1/4 » are two labels
        best: _Reached | None = None
        index = 0
        while index < len(found):
            token = found[index]
            if index and not _joined(page.folded[under], found[index - 1].end, token.start):
                break
            child = node.children.get(lexicon.forms.get(token.text, token.text))
            if child is None:
                if token.text in lexicon.light:
                    index += 1
                    continue
                break
            node = child
            length += 1
            if node.entries:
                best = (node, under, index, length)
            index += 1
        # The rest of a wrapped label fills its line, or its value follows: after a colon, or as a sentence goes on.
        if best is not None:
            rest = page.folded[under][found[best[2]].end :]
            if not (_GOES_ON if len(page.folded[cell]) >= SENTENCE else _ENDS).match(rest):
                return None
        return best
    return None


def _ends_label(page: PageText, cell: int, last: int) -> bool:
    """Whether only the light words that follow a label end its cell: « Numéro SIRET du » goes on with the next line."""
    found = page.tokens[cell]
    rest = page.folded[cell][found[last].end :]
    for token in found[last + 1 :]:
        rest = rest.replace(token.text, "", 1)
    return not rest.strip(" .'°-/(")


def _is_suffix(lexicon: Lexicon, token: Token) -> bool:
    """Whether a word only ever ends a label: « HT » under « Total »."""
    node = lexicon.root.children.get(lexicon.canonical(token.text))
    return node is None or not node.entries or any(entry.suffix for entry in node.entries)


def _is_row(page: PageText, cell: int) -> bool:
    """Whether a number stands right of a cell, on its own line: the cell is a label, complete in itself."""
    layout = page.layout
    line = layout.lines[layout.line_of[cell]]
    return cell + 1 < line.stop and _DIGIT.search(page.folded[cell + 1]) is not None


def _joined(text: str, end: int, start: int) -> bool:
    if start - end == 1:
        return text[end] in JOINING
    return start - end <= MAX_JOINT and JOINING.issuperset(text[end:start])


def _glued_word(lexicon: Lexicon, token: str) -> str:
    """Return the phrase that a token opens with, where the letters of a reference follow it (« EngagementC2019 »)."""
    for phrase, _ in lexicon.squeezed.get(token[:MIN_SQUEEZED], ()):
        if token.startswith(phrase) and 0 < len(token) - len(phrase) <= MAX_GLUED:
            return phrase
    return ""


def _may_be_broken(found: list[Token], at: int, squeezed: "dict[str, list[tuple[str, Node]]]") -> bool:
    """Whether a token may be a piece of a broken phrase, or several words glued together: a cheap first look."""
    text = found[at][0]
    if len(text) >= MIN_SQUEEZED:
        return text[:MIN_SQUEEZED] in squeezed
    if at + 1 == len(found) or len(text) > FRAGMENT:
        return False
    text += found[at + 1][0]
    return (len(text) < MIN_SQUEEZED or text[:MIN_SQUEEZED] in squeezed) and text.isalpha()


def _walk_squeezed(page: PageText, lexicon: Lexicon, cell: int, at: int) -> _Reached | None:
    """Read a phrase out of print whose words are broken (« SI RET DESTI NATAIRE ») or glued (« SIRETclient »)."""
    found = page.tokens[cell]
    text = page.folded[cell]
    joined = ""
    ends: list[int] = []
    for index in range(at, min(at + 24, len(found))):
        token = found[index]
        if not token.text.isalpha() or (index > at and not _joined(text, found[index - 1].end, token.start)):
            break
        joined += token.text
        ends.append(len(joined))
        if len(joined) >= MIN_SQUEEZED and joined[:MIN_SQUEEZED] not in lexicon.squeezed:
            return None
    glued = _glued_word(lexicon, found[at].text)
    if glued and text[found[at].end : found[at].end + 1].isdigit():
        return next(node for phrase, node in lexicon.squeezed[glued[:MIN_SQUEEZED]] if phrase == glued), cell, at, GLUED
    for phrase, node in lexicon.squeezed.get(joined[:MIN_SQUEEZED], ()):
        if joined.startswith(phrase) and len(phrase) in ends:
            last = at + ends.index(len(phrase))
            return node, cell, last, last - at + 1
    return None
