"""The words around the fields that a pack brings along: roles, stop phrases, abbreviations, words of no weight."""

from dataclasses import dataclass
from enum import StrEnum

from chorus_ocr.errors import RuleError
from chorus_ocr.recognition.field import Relation


class Party(StrEnum):
    """The two parties of an invoice, and third ones that no field is about."""

    SUPPLIER = "supplier"
    RECIPIENT = "recipient"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class StopPhrase:
    """A phrase that looks like a keyword, or announces a value that no field wants.

    ``verdict`` is what the report says of a value it announces: « capital social » gives ``share_capital``. The
    candidate is shown with the fields whose own words the phrase contains (« fin d'*engagement* »), and with ``field``.
    """

    phrase: str
    verdict: str
    field: str | None = None


MAX_REACH = 100.0
"""More type sizes than any page is high."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How far a keyword announces, in multiples of the larger of the two type sizes.

    ``below``: from the bottom of the keyword to the top of the value. ``block``: the largest gap between two lines of
    one address block. Raises ``RuleError`` for a distance that is none.
    """

    below: float = 2.6
    block: float = 1.7

    def __post_init__(self) -> None:
        faults = tuple(
            f"the reach {name!r} is a number of type sizes greater than 0 and at most {MAX_REACH:g}, not {value!r}"
            for name, value in (("below", self.below), ("block", self.block))
            if not 0 < value <= MAX_REACH
        )
        if faults:
            raise RuleError(faults)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The words around the fields: plain words, folded like keywords.

    ``roles``: headings of an address block and whose block it is. ``public_bodies``: words that open the name of a
    public body. ``abbreviations``: (short form, word). ``light_words``: words that may stand inside a keyword without
    changing it (« numéro *de l'* engagement »). ``tail_words``: words that may stand between a keyword and its value.
    ``item_headers``: headers that only a table of items has. ``vat_headers``: headers of the VAT breakdown.
    ``past_columns``: words over what was billed before, or in all; ``current_columns``: over what this invoice bills.
    ``titles``: (phrase, kind) that name the document in its title. ``footers``: words of a company's legal mentions.
    ``specimens``: titles of a page that explains an invoice with invented figures. ``reach``: how far a keyword
    announces. ``refused_relations``: places from which no value of any field is taken.
    """

    roles: tuple[tuple[str, Party], ...] = ()
    public_bodies: tuple[str, ...] = ()
    stop_phrases: tuple[StopPhrase, ...] = ()
    abbreviations: tuple[tuple[str, str], ...] = ()
    light_words: tuple[str, ...] = ()
    tail_words: tuple[str, ...] = ()
    item_headers: tuple[str, ...] = ()
    vat_headers: tuple[str, ...] = ()
    past_columns: tuple[str, ...] = ()
    current_columns: tuple[str, ...] = ()
    titles: tuple[tuple[str, str], ...] = ()
    footers: tuple[str, ...] = ()
    specimens: tuple[str, ...] = ()
    reach: Reach = Reach()
    refused_relations: tuple[Relation, ...] = ()
