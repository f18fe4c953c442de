"""What a field rule is: the words that announce a datum, the type of its value, and examples that prove both."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from chorus_ocr.errors import RuleError
from chorus_ocr.values.parsed import ValueType

T_co = TypeVar("T_co", covariant=True)


class Relation(StrEnum):
    """Where a value stands, seen from the keyword that announces it."""

    SAME_CELL = "same_cell"
    """After the keyword, in the same cell."""
    RIGHT = "right"
    """In a cell to the right, on the same row."""
    BELOW = "below"
    """In the nearest cell under the keyword: its second line, a caption over its box, the header of a column."""
    ABOVE = "above"
    """In the cell over the keyword: a caption printed under its box."""
    BEFORE = "before"
    """Right before the keyword, in the same cell: « 1 200,00 € TTC »."""
    ITSELF = "itself"
    """The words are themselves the value: « AVOIR », « € »."""
    BLOCK = "block"
    """In the address block of a party, or in the footer, without a keyword of its own that tells whose it is."""


class Part(StrEnum):
    """The part a field plays in the decision that is taken over all fields together."""

    PLAIN = "plain"
    NUMBER = "number"
    """The invoice's own number."""
    CORRECTED = "corrected"
    """The number of the invoice that a credit note corrects."""
    ISSUED = "issued"
    """The invoice's own date."""
    DUE_DATE = "due_date"
    TYPE = "type"
    """Invoice or credit note, read from the title."""
    RECIPIENT_SIRET = "recipient_siret"
    SUPPLIER_SIRET = "supplier_siret"
    RECIPIENT_VAT = "recipient_vat"
    SUPPLIER_VAT = "supplier_vat"
    ROUTING = "routing"
    """What sends the invoice to a desk: engagement, service code. Blank on a quote or an order."""
    NET = "net"
    TAX = "tax"
    GROSS = "gross"
    DUE = "due"
    CURRENCY = "currency"
    VAT_LINES = "vat_lines"
    MENTION = "mention"
    """A sentence or a word of the page that is itself the value, wherever it stands."""


class Rivals(StrEnum):
    """What to make of two equally well announced, different values."""

    AMBIGUOUS = "ambiguous"
    """Neither: both are shown."""
    FIRST = "first"
    """The first on the pages: a number repeated in the header of every page, with a reference to another one later."""


ANNOUNCED = (Relation.SAME_CELL, Relation.RIGHT, Relation.BELOW)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class FieldRule(Generic[T_co]):
    """How one field of the form is recognised.

    ``name``: snake_case; the attribute of the pre-fill, or the application's own. ``label``: what a person calls it.
    ``value``: the type that finds, normalises and validates its spelling.

    Sets of plain words (never regular expressions) announce it; case, accents, plural, punctuation, spacing and
    usual abbreviations are folded. ``keywords`` are the words AIFE publishes; ``aliases`` are what invoices print
    besides, which Chorus Pro may not know. The weak ones of both sets announce the value only where no strong one
    does; ``title_aliases`` only beside or under the title of the document (« FACTURE », and « N° 26-12 » under it).
    ``terms`` are words that are themselves a value. ``suffixes`` are those of the phrases that print puts right after
    the value (« 1 200,00 € TTC »).

    ``examples`` are (line of print, value as text) pairs that must match; ``counter_examples`` lines that must not.
    ``source`` names the document and section that the rule rests on.

    Raises ``RuleError`` listing every fault of the rule.
    """

    name: str
    label: str
    value: ValueType[T_co]
    keywords: tuple[str, ...] = ()
    weak_keywords: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    weak_aliases: tuple[str, ...] = ()
    title_aliases: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    terms: tuple[tuple[str, T_co], ...] = ()
    part: Part = Part.PLAIN
    relations: tuple[Relation, ...] = ANNOUNCED
    rivals: Rivals = Rivals.AMBIGUOUS
    source: str
    examples: tuple[tuple[str, str], ...] = ()
    counter_examples: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        faults = [f"{self.name or 'rule'}: {fault}" for fault in _faults(self)]
        if faults:
            raise RuleError(tuple(faults))

    def __repr__(self) -> str:
        keywords, aliases = len(self.keywords + self.weak_keywords), len(self.aliases + self.weak_aliases)
        return f"<FieldRule {self.name}: a {self.value.name}, {keywords} keywords, {aliases} aliases>"

    @property
    def published(self) -> bool:
        """Whether AIFE publishes words for this field, so that any other word deserves a warning."""
        return bool(self.keywords or self.weak_keywords)

    def words(self) -> tuple[str, ...]:
        """Return every word or phrase that announces the field or is its value."""
        told = self.keywords + self.weak_keywords + self.aliases + self.weak_aliases + self.title_aliases
        return told + tuple(phrase for phrase, _ in self.terms)


def _faults(rule: FieldRule[object]) -> list[str]:
    faults = []
    if not re.fullmatch(r"[a-z][a-z0-9_]*", rule.name):
        faults.append(f"the name {rule.name!r} is not snake_case")
    if not rule.label.strip():
        faults.append("the label is empty")
    if not rule.source.strip():
        faults.append("the source is empty")
    phrases = rule.words()
    if not phrases and rule.part in (Part.PLAIN, Part.MENTION):
        faults.append("nothing announces it: no keyword, alias or term")
    for phrase in phrases:
        if not re.search(r"[^\W_]|€", phrase):
            faults.append(f"the phrase {phrase!r} holds no letter or digit")
        if re.search(r"[\\\[\]|*+?^${}]", phrase.replace("€", "").replace("$", "")):
            faults.append(f"the phrase {phrase!r} looks like a regular expression; phrases are plain words")
    told = rule.keywords + rule.weak_keywords + rule.aliases + rule.weak_aliases + rule.title_aliases
    seen: set[str] = set()
    for phrase in told:
        if phrase.casefold() in seen:
            faults.append(f"the phrase {phrase!r} stands twice")
        seen.add(phrase.casefold())
    unknown = [phrase for phrase in rule.suffixes if phrase not in told]
    faults.extend(f"the suffix {phrase!r} is none of the rule's phrases" for phrase in unknown)
    if not rule.relations:
        faults.append("no relation may link it to a value")
    return faults
