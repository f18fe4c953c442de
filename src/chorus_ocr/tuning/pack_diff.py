"""What differs from one rule pack to another: words, fields, stop phrases, reach and checks, one change each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from types import MappingProxyType
from typing import Final, TypeAlias

from chorus_ocr.recognition.field import FieldRule
from chorus_ocr.recognition.vocabulary import Reach, StopPhrase, Vocabulary
from chorus_ocr.report.plain import Json, plain
from chorus_ocr.rules import RulePack
from chorus_ocr.values.parsed import ValueType

WORDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "keywords": "keyword",
        "weak_keywords": "weak keyword",
        "aliases": "alias",
        "weak_aliases": "weak alias",
        "title_aliases": "title alias",
        "suffixes": "suffix",
        "terms": "term",
    }
)
"""The sets of words of a field, and what one of each is called."""

OTHER_PARTS: Final = ("value", "part", "relations", "rivals")
"""What else of a field decides how it is read."""

UNREAD_PARTS: Final = frozenset({"name", "label", "source", "examples", "counter_examples"})
"""What of a field says nothing about how it is read: two packs that differ in these alone read alike."""

VOCABULARY: Final[Mapping[str, str]] = MappingProxyType(
    {
        "roles": "role word",
        "public_bodies": "public body",
        "stop_phrases": "stop phrase",
        "abbreviations": "abbreviation",
        "light_words": "light word",
        "tail_words": "tail word",
        "item_headers": "item header",
        "vat_headers": "VAT header",
        "past_columns": "past column",
        "current_columns": "current column",
        "titles": "title",
        "footers": "footer",
        "specimens": "specimen",
        "refused_relations": "refused relation",
    }
)
"""The words around the fields, and what one of each is called."""

STOP_PHRASE: Final = VOCABULARY["stop_phrases"]
ANNOUNCING: Final = frozenset({*WORDS.values(), STOP_PHRASE})
"""What candidates name: the words that announced them, or set them aside."""

Told: TypeAlias = tuple[str, str]
"""A word or a name, and what else there is to it."""


class Sign(StrEnum):
    """What became of something from the first pack to the second."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


MARKS: Final[Mapping[Sign, str]] = MappingProxyType({Sign.ADDED: "+", Sign.REMOVED: "-", Sign.CHANGED: "~"})


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PackChange:
    """One difference between two packs.

    ``kind``: what differs: ``alias``, ``field``, ``stop phrase``, ``relations``, ``check``. ``what``: the phrase, name
    or code. ``field``: the field that it belongs to, None for what belongs to all. ``detail``: what is to be known
    besides, « before → after » of what changed.
    """

    sign: Sign
    kind: str
    what: str
    field: str | None = None
    detail: str = ""

    def __str__(self) -> str:
        own = "" if self.field is None or self.kind == "field" else f"{self.field}: "
        quoted = f"« {self.what} »" if self.kind in ANNOUNCING or self.kind in VOCABULARY.values() else self.what
        named = self.kind if self.kind == self.what else f"{self.kind} {quoted}"
        return f"{MARKS[self.sign]} {own}{named}" + (f" ({self.detail})" if self.detail else "")

    def __repr__(self) -> str:
        return f"<PackChange {self}>"

    @property
    def decides(self) -> bool:
        """Whether it may decide what is read: a check only warns."""
        return self.kind != "check"

    def to_dict(self) -> dict[str, Json]:
        """Return the change as plain data."""
        return {each.name: plain(getattr(self, each.name)) for each in fields(self)}


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PackDiff:
    """What differs from one pack to another, in the order of the form, then the words around the fields, the checks.

    ``before`` and ``after``: the name, version and fingerprint of each pack.
    """

    before: str
    after: str
    changes: tuple[PackChange, ...]

    def __bool__(self) -> bool:
        return bool(self.changes)

    def to_text(self) -> str:
        """Return one change a line."""
        lines = [f"{self.before} → {self.after}", *(f"  {each}" for each in self.changes or ("no difference",))]
        return "\n".join(lines) + "\n"

    def __repr__(self) -> str:
        return f"<PackDiff {self.before} → {self.after}: {few(self.changes) or 'no difference'}>"


def few(changes: Sequence[PackChange]) -> str:
    """Return the first three changes, and how many more there are: for a line that stays short."""
    more = len(changes) - 3
    return "; ".join(map(str, changes[:3])) + (f"; and {more} more" if more > 0 else "")


def pack_diff(pack_a: RulePack, pack_b: RulePack) -> PackDiff:
    """Return what differs from ``pack_a`` to ``pack_b``.

    What changes nothing that is read or checked is left out: labels, sources and examples of fields.

    >>> from chorus_ocr import CHORUS_PRO
    >>> print(*pack_diff(CHORUS_PRO, CHORUS_PRO.with_aliases("iban", "Compte n°").without("bic")).changes, sep="\\n")
    + iban: alias « Compte n° »
    - field bic
    """
    changes = (
        *_fields(pack_a.rules, pack_b.rules),
        *_vocabulary(pack_a.vocabulary, pack_b.vocabulary),
        *_checks(pack_a, pack_b),
    )
    return PackDiff(before=named(pack_a), after=named(pack_b), changes=changes)


def named(pack: RulePack) -> str:
    """Return the name, the version and the fingerprint of a pack."""
    return f"{pack.name} {pack.version} ({pack.fingerprint})"


def _fields(before: Mapping[str, FieldRule[object]], after: Mapping[str, FieldRule[object]]) -> Iterator[PackChange]:
    for name in dict.fromkeys((*before, *after)):
        if name not in after:
            yield PackChange(sign=Sign.REMOVED, kind="field", what=name, field=name)
        elif name not in before:
            yield PackChange(sign=Sign.ADDED, kind="field", what=name, field=name)
        elif before[name] is not after[name]:
            yield from _field(before[name], after[name])
    if _reordered(list(before), list(after)):
        yield PackChange(sign=Sign.CHANGED, kind="order of fields", what="order of fields")


def _field(before: FieldRule[object], after: FieldRule[object]) -> Iterator[PackChange]:
    for words, kind in WORDS.items():
        yield from _words(kind, _told(getattr(before, words)), _told(getattr(after, words)), before.name)
    for part in OTHER_PARTS:
        was, now = getattr(before, part), getattr(after, part)
        if was != now:
            detail = _from_to(_shown(was), _shown(now))
            yield PackChange(sign=Sign.CHANGED, kind=part, what=part, field=before.name, detail=detail)


def _vocabulary(before: Vocabulary, after: Vocabulary) -> Iterator[PackChange]:
    for words, kind in VOCABULARY.items():
        yield from _words(kind, _told(getattr(before, words)), _told(getattr(after, words)))
    for each in fields(Reach):
        was, now = getattr(before.reach, each.name), getattr(after.reach, each.name)
        if was != now:
            yield PackChange(sign=Sign.CHANGED, kind="reach", what=each.name, detail=_from_to(f"{was:g}", f"{now:g}"))


def _checks(before: RulePack, after: RulePack) -> Iterator[PackChange]:
    was, now = ({check.code: check for check in pack.checks} for pack in (before, after))
    for code in dict.fromkeys((*was, *now)):
        if code not in now:
            yield PackChange(sign=Sign.REMOVED, kind="check", what=code)
        elif code not in was:
            yield PackChange(sign=Sign.ADDED, kind="check", what=code)
        elif was[code] != now[code]:
            detail = _from_to(str(was[code].severity), str(now[code].severity))
            yield PackChange(sign=Sign.CHANGED, kind="check", what=code, detail=detail)


def _words(kind: str, before: Sequence[Told], after: Sequence[Told], field: str | None = None) -> Iterator[PackChange]:
    """Yield the changes of a set of words; one that only means something else is changed."""
    was, now = dict(before), dict(after)
    for what in dict.fromkeys((*was, *now)):
        if what not in now:
            yield PackChange(sign=Sign.REMOVED, kind=kind, what=what, field=field, detail=was[what])
        elif what not in was:
            yield PackChange(sign=Sign.ADDED, kind=kind, what=what, field=field, detail=now[what])
        elif was[what] != now[what]:
            detail = _from_to(was[what], now[what])
            yield PackChange(sign=Sign.CHANGED, kind=kind, what=what, field=field, detail=detail)
    if _reordered([what for what, _ in before], [what for what, _ in after]):
        order = f"order of {kind} list"
        yield PackChange(sign=Sign.CHANGED, kind=order, what=order, field=field)


def _reordered(before: Sequence[str], after: Sequence[str]) -> bool:
    """Whether what both hold stands in another order."""
    both = set(before) & set(after)
    return [each for each in before if each in both] != [each for each in after if each in both]


def _from_to(before: str, after: str) -> str:
    return "" if before == after else f"{before} → {after}"


def _told(words: Sequence[object]) -> list[Told]:
    """Return words with what there is to each; a word that stands twice has both."""
    told: dict[str, str] = {}
    for word in words:
        what, detail = _parts(word)
        told[what] = f"{told[what]}, {detail}" if what in told else detail
    return list(told.items())


def _parts(word: object) -> Told:
    match word:
        case StopPhrase(phrase=phrase, verdict=verdict, field=field):
            return phrase, verdict if field is None else f"{verdict}, {field}"
        case (what, detail):
            return str(what), _shown(detail)
        case _:
            return str(word), ""


def _shown(value: object) -> str:
    match value:
        case tuple():
            return ", ".join(map(_shown, value)) or "nothing"
        case ValueType():
            return value.name
        case _:
            return str(plain(value))
