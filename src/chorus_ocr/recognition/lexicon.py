"""All the words of a pack in one token tree, so that a page is read once however many keywords there are."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from chorus_ocr.recognition.field import FieldRule, Part
from chorus_ocr.recognition.folding import LOST, fold, token_texts
from chorus_ocr.recognition.vocabulary import Vocabulary


class EntryKind(StrEnum):
    """What a phrase of the pack is for."""

    FIELD = "field"
    TERM = "term"
    STOP = "stop"
    ROLE = "role"
    PUBLIC_BODY = "public_body"
    ITEM_HEADER = "item_header"
    VAT_HEADER = "vat_header"
    TITLE = "title"
    FOOTER = "footer"
    SPECIMEN = "specimen"


ANNOUNCING = frozenset({EntryKind.FIELD, EntryKind.STOP})
"""What announces a value, even if to say that it is none."""


class Entry(NamedTuple):
    """One meaning of a phrase: ``name`` is the field, the verdict, the party or the kind of document."""

    kind: EntryKind
    name: str
    phrase: str
    published: bool = False
    weak: bool = False
    by_title: bool = False
    suffix: bool = False


@dataclass(slots=True, repr=False)
class Node:
    """A place in the token tree: what the tokens so far mean, and how they may go on."""

    entries: tuple[Entry, ...] = ()
    kinds: frozenset[EntryKind] = frozenset()
    """What the entries are for."""
    parts: frozenset[Part] = frozenset()
    """The parts of the fields that they announce."""
    children: "dict[str, Node]" = field(default_factory=dict)
    prefixes: "tuple[tuple[str, Node], ...]" = ()
    """Last tokens of published keywords, which also match where the print goes on with them."""


MIN_PREFIX = 4
MIN_SQUEEZED = 5


@dataclass(slots=True, repr=False)
class Lexicon:
    """The token tree of a pack, and the forms under which its tokens are printed."""

    root: Node = field(default_factory=Node)
    forms: dict[str, str] = field(default_factory=dict)
    """Every printed form (plural, abbreviation) of a token of the tree -> that token."""
    short: frozenset[str] = frozenset()
    """The abbreviations among these forms."""
    light: frozenset[str] = frozenset()
    tail: frozenset[str] = frozenset()
    past: frozenset[str] = frozenset()
    """Words of the columns of earlier bills."""
    current: frozenset[str] = frozenset()
    """Words of the column of this bill, where there are columns of earlier ones."""
    openers: dict[str, Node] = field(default_factory=dict)
    """Every printed form of a token that may open a phrase -> its place in the tree."""
    squeezed: dict[str, list[tuple[str, Node]]] = field(default_factory=dict)
    """Phrases without their spaces, by their first letters: for letter-spaced, split and glued print."""

    paths: dict[str, list[str]] = field(default_factory=dict)
    """The tokens under which each phrase of the pack stands in the tree."""
    inflected: set[str] = field(default_factory=set)
    """The tokens whose plurals, where they have any, are among the forms."""
    solid: dict[str, str] = field(default_factory=dict)
    """The same phrases as they are printed, folded, without what stands between their tokens."""
    words: frozenset[str] = frozenset()
    """Every token of the tree and every form of one."""

    def recover(self, token: str) -> str:
        """Return the only word of the pack that a token with lost letters can be, or the token itself."""
        shape = re.compile(token.replace(LOST, "."))
        found = {self.canonical(word) for word in _by_length(self.words).get(len(token), ()) if shape.fullmatch(word)}
        return found.pop() if len(found) == 1 else token

    def canonical(self, token: str) -> str:
        """Return the form under which a token stands in the tree (itself when it stands there under no other)."""
        return self.forms.get(token, token)


@lru_cache(maxsize=1)
def _by_length(words: frozenset[str]) -> dict[int, list[str]]:
    by_length: dict[int, list[str]] = {}
    for word in words:
        by_length.setdefault(len(word), []).append(word)
    return by_length


def build_lexicon(fields: Sequence[FieldRule[object]], vocabulary: Vocabulary) -> Lexicon:
    """Build the token tree of a pack."""
    lexicon = Lexicon(
        light=frozenset(vocabulary.light_words),
        tail=frozenset(fold(word) for word in vocabulary.tail_words),
    )
    short = {fold(form): fold(word) for form, word in vocabulary.abbreviations}
    lexicon.forms.update(short)
    lexicon.short = frozenset(short)
    for rule in fields:
        _add_rule(lexicon, rule)
    for stop in vocabulary.stop_phrases:
        _add(lexicon, stop.phrase, Entry(EntryKind.STOP, stop.verdict, stop.phrase))
    for phrase, party in vocabulary.roles:
        _add(lexicon, phrase, Entry(EntryKind.ROLE, party, phrase))
    for phrase, kind in vocabulary.titles:
        _add(lexicon, phrase, Entry(EntryKind.TITLE, kind, phrase))
    for kind_, phrases in (
        (EntryKind.PUBLIC_BODY, vocabulary.public_bodies),
        (EntryKind.ITEM_HEADER, vocabulary.item_headers),
        (EntryKind.VAT_HEADER, vocabulary.vat_headers),
        (EntryKind.FOOTER, vocabulary.footers),
        (EntryKind.SPECIMEN, vocabulary.specimens),
    ):
        for phrase in phrases:
            _add(lexicon, phrase, Entry(kind_, phrase, phrase))
    lexicon.past = frozenset(fold(word) + end for word in vocabulary.past_columns for end in ("", "s", "e", "es"))
    lexicon.current = frozenset(fold(word) for word in vocabulary.current_columns)
    lexicon.tail |= {lexicon.canonical(word) for word in lexicon.tail}
    root = lexicon.root.children
    lexicon.openers = {form: root[token] for form, token in lexicon.forms.items() if token in root}
    lexicon.openers |= {token: node for token, node in root.items() if token not in lexicon.forms}
    words = set(lexicon.forms)
    _sum_up(lexicon, lexicon.root, "", {rule.name: rule.part for rule in fields}, words)
    lexicon.words = frozenset(words)
    for phrases_ in lexicon.squeezed.values():
        if len(phrases_) > 1:
            phrases_.sort(key=lambda pair: -len(pair[0]))
    return lexicon


def _add_rule(lexicon: Lexicon, rule: FieldRule[object]) -> None:
    published = [phrase_tokens(lexicon, word) for word in rule.keywords + rule.weak_keywords]
    for phrases, weak in (
        (rule.keywords, False),
        (rule.aliases, False),
        (rule.weak_keywords, True),
        (rule.weak_aliases, True),
    ):
        for phrase in phrases:
            own = phrase_tokens(lexicon, phrase)
            known = bool(published) and any(_goes_on_with(own, stem) for stem in published)
            suffix = phrase in rule.suffixes
            _add(lexicon, phrase, Entry(EntryKind.FIELD, rule.name, phrase, known, weak, suffix=suffix))
    for phrase in rule.title_aliases:
        _add(lexicon, phrase, Entry(EntryKind.FIELD, rule.name, phrase, weak=True, by_title=True))
    for stem in published:
        if len(stem) > 1 and len(stem[-1]) >= MIN_PREFIX:
            node = _reach(lexicon.root, stem[:-1])
            node.prefixes += ((stem[-1], _reach(node, stem[-1:])),)
    for phrase, _ in rule.terms:
        _add(lexicon, phrase, Entry(EntryKind.TERM, rule.name, phrase))


def _goes_on_with(phrase: list[str], stem: list[str]) -> bool:
    """Whether a phrase holds a published one (« n° d'engagement »), which may go on (« SIRET destinataire »)."""
    size = len(stem)
    return any(
        phrase[at : at + size - 1] == stem[:-1] and phrase[at + size - 1].startswith(stem[-1])
        for at in range(len(phrase) - size + 1)
    )


def phrase_tokens(lexicon: Lexicon, phrase: str) -> list[str]:
    """Return the tokens under which a phrase stands in the tree: light words inside it are left out."""
    known = lexicon.paths.get(phrase)
    if known is not None:
        return known
    solid, singulars = _printed(phrase)
    lexicon.solid[phrase] = solid
    forms = lexicon.forms
    path = [forms.get(token, token) for token in singulars]
    if len(path) > 2:
        light = lexicon.light
        path[1:-1] = [token for token in path[1:-1] if token not in light]
    lexicon.paths[phrase] = path
    return path


@lru_cache(maxsize=8192)  # a pack has some three thousand phrases, and a changed pack nearly the same ones
def _printed(phrase: str) -> tuple[str, tuple[str, ...]]:
    """Return a phrase as it is printed, folded and without what stands between its tokens, and these as singulars."""
    printed = token_texts(fold(phrase))
    return "".join(printed), tuple(map(_singular, printed))


def _singular(token: str) -> str:
    return token[:-1] if token[-1] in "sx" and len(token) > 3 and token.isalpha() else token


def _add(lexicon: Lexicon, phrase: str, entry: Entry) -> None:
    path = phrase_tokens(lexicon, phrase)
    node = lexicon.root
    for token in path:
        child = node.children.get(token)
        if child is None:
            child = node.children[token] = Node()
            if token not in lexicon.inflected:
                _inflect(lexicon, token)
        node = child
    solid = lexicon.solid[phrase]
    if entry.kind in ANNOUNCING and len(solid) >= MIN_SQUEEZED and solid != "".join(path):
        spelt = lexicon.squeezed.setdefault(solid[:MIN_SQUEEZED], [])
        if (solid, node) not in spelt:
            spelt.append((solid, node))
    if not node.entries or all((old.kind, old.name) != (entry.kind, entry.name) for old in node.entries):
        node.entries += (entry,)


def _inflect(lexicon: Lexicon, token: str) -> None:
    lexicon.inflected.add(token)
    if len(token) > 2 and token.isalpha():
        lexicon.forms.setdefault(token + "s", token)
        lexicon.forms.setdefault(token + "x", token)


def _reach(node: Node, path: Sequence[str]) -> Node:
    for token in path:
        node = node.children[token]
    return node


def _sum_up(lexicon: Lexicon, node: Node, text: str, parts: Mapping[str, Part], words: set[str]) -> None:
    """Say once for every phrase what its entries are for: pages ask it of every keyword, many times over.

    What announces a value is filed without its spaces, too: nothing else is worth reading out of glued or
    letter-spaced print. ``text``: the tokens up to the node. ``words`` takes every token under it.
    """
    entries = node.entries
    if entries:
        node.kinds = _ONE_KIND[entries[0].kind] if len(entries) == 1 else frozenset([entry.kind for entry in entries])
        if EntryKind.FIELD in node.kinds:
            node.parts = frozenset([parts[entry.name] for entry in entries if entry.kind is EntryKind.FIELD])
        if len(text) >= MIN_SQUEEZED and not ANNOUNCING.isdisjoint(node.kinds):
            lexicon.squeezed.setdefault(text[:MIN_SQUEEZED], []).append((text, node))
    if node.children:
        words.update(node.children)
        for token, child in node.children.items():
            _sum_up(lexicon, child, text + token, parts, words)


_ONE_KIND = {kind: frozenset([kind]) for kind in EntryKind}
"""Most phrases have one meaning: these need no set of their own."""
