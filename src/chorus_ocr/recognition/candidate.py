"""What recognition concludes: every candidate with its verdict, and one decision a field."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from chorus_ocr.reading.document import Box

T_co = TypeVar("T_co", covariant=True)


class Status(StrEnum):
    """What is known of a field after the joint decision."""

    FOUND = "found"
    """Printed, announced and valid."""
    AMBIGUOUS = "ambiguous"
    """Two different values have an equal right: neither is taken, both are shown."""
    INVALID = "invalid"
    """Announced, but it fails its checksum or is an impossible date."""
    ABSENT = "absent"
    """Nothing on the pages in scope announces a value."""
    INFERRED = "inferred"
    """Not printed, but it follows from something printed: the premises are listed."""


class Verdict(StrEnum):
    """Why a candidate was taken, or was not. A pack's stop phrases add verdicts of their own."""

    CHOSEN = "chosen"
    SAME_VALUE = "same_value"
    """Says the same as the chosen one, elsewhere on the pages."""
    RIVAL = "rival"
    """As good as another, different candidate."""
    CHECKSUM = "checksum"
    IMPOSSIBLE_DATE = "impossible_date"
    NOT_ANNOUNCED = "not_announced"
    WRONG_ROLE = "wrong_role"
    LOST_TO = "lost_to"
    WEAKER_KEYWORD = "weaker_keyword"
    DOES_NOT_ADD_UP = "does_not_add_up"
    ITEM_COLUMN = "item_column"
    """Under a header of the table of items: a line's amount, not the invoice's."""
    VAT_TABLE = "vat_table"
    """A row of the VAT breakdown, not a total."""
    NOT_A_TITLE = "not_a_title"
    NOT_AN_INVOICE = "not_an_invoice"
    SPECIMEN = "specimen"
    """On a page that explains an invoice with invented figures."""
    AMBIGUOUS_DATE = "ambiguous_date"
    """03/11/2026 on a page without French: day and month cannot be told apart."""


class Detail(StrEnum):
    """What recognition adds to a verdict in code; a ``detail`` that is none of these is print."""

    HEADING = "heading"
    """The heading of its block names the party."""
    FOOTER = "footer"
    REGISTER = "register"
    """A register entry stands beside the same SIREN: who signs with it bills."""
    ADDRESS = "address"
    PUBLIC_BODY = "public_body"
    STATE = "state"
    """The SIREN that all ministries share."""
    FACTOR = "factor"
    SAME_SIREN = "same_siren"
    PUBLIC_SIREN = "public_siren"
    """INSEE's series 1 and 2 are public bodies'."""
    COMPANY_SIREN = "company_siren"
    ELIMINATION = "elimination"
    NO_PARTY = "no_party"
    SUBCONTRACTOR = "subcontractor"
    ESTABLISHMENT = "establishment"
    """The SIRET of the establishment that bills goes before its head office's."""
    CUSTOMERS_ACCOUNT = "customers_account"
    OTHER_INVOICE = "other_invoice"
    NO_CREDIT_NOTE = "no_credit_note"
    DEPOSIT = "deposit"
    OTHER_NUMBER = "other_number"
    AWAY_FROM_TITLE = "away_from_title"
    NOT_AT_HEAD = "not_at_head"
    """A bare word announces nothing in the middle of its cell."""
    NO_CODE = "no_code"
    NO_NUMBER_SIGN = "no_number_sign"
    IN_SENTENCE = "in_sentence"
    POLICY = "policy"
    THING = "thing"
    """« Pièce n° 0451-2 : joint torique »."""
    WEB_SHOP = "web_shop"
    """« Commande n° 10233 passée sur notre boutique »: the supplier's own order."""
    STREET = "street"
    """« Code service : 12 rue des Lilas »."""
    NO_PAYMENT = "no_payment"
    NOT_CHOSEN = "not_chosen"
    """A means of payment that is refused, only accepted, one of several or used already."""
    OTHER_CASE = "other_case"
    ONE_OF_SEVERAL = "one_of_several"
    OTHER_CURRENCY = "other_currency"
    REFUSED_PLACE = "refused_place"
    """Where the pack takes no value from: see ``RulePack.without_relations``."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Candidate(Generic[T_co]):
    """One place that might have been the value of a field.

    ``value`` is None when the spelling has none; ``raw`` is the print. ``verdict`` is a ``Verdict`` or the verdict of
    one of the pack's stop phrases; ``detail`` is a ``Detail`` or the print it lost to. ``keyword`` is the phrase of
    the pack that announces it, ``published`` whether it is a keyword of the field: AIFE publishes it, or an application
    put it beside those. ``relation``: where the value stands, seen from the phrase. ``box`` and ``keyword_box``: points
    from the top left of the page as shown; ``page`` counts from 1.
    """

    value: T_co | None
    raw: str
    verdict: str
    detail: str | None = None
    keyword: str | None
    published: bool = False
    relation: str | None
    page: int
    box: Box
    keyword_box: Box | None = None

    def __repr__(self) -> str:
        announced = "" if self.keyword is None else f", « {self.keyword} » {self.relation}"
        detail = "" if self.detail is None else f" ({self.detail!r})"
        return f"<Candidate {self.verdict}{detail}: {self.raw!r}{announced}, page {self.page}>"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Unanswered:
    """A place where words stand that announce a field, and no value of it in reach: there is no candidate to show.

    ``keyword`` is the phrase of the pack, ``published`` as in ``Candidate``; ``page`` counts from 1, ``box`` is
    in points from the top left of the page as shown.
    """

    keyword: str
    published: bool
    page: int
    box: Box

    def __repr__(self) -> str:
        return f"<Unanswered « {self.keyword} », page {self.page}>"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Decision(Generic[T_co]):
    """What was decided for one field: the status, the value if any, and every candidate with its verdict.

    ``chosen`` is an index into ``candidates``, or None. ``premises`` lists what an inferred value follows from.
    ``unanswered``: the keywords of the field that no candidate belongs to, in the order of the pages.
    """

    status: Status
    value: T_co | None = None
    chosen: int | None = None
    candidates: tuple[Candidate[T_co], ...] = ()
    premises: tuple[str, ...] = ()
    unanswered: tuple[Unanswered, ...] = ()

    @property
    def choice(self) -> Candidate[T_co] | None:
        """The candidate that was chosen, or None."""
        return None if self.chosen is None else self.candidates[self.chosen]

    def _repr_html_(self) -> str:
        from chorus_ocr.recognition.shown import decision_html

        return decision_html(self)

    def __repr__(self) -> str:
        value = "" if self.value is None else f" {self.value!r},"
        premises = f", from {', '.join(self.premises)}" if self.premises else ""
        keywords = f", {len(self.unanswered)} unanswered keywords" if self.unanswered else ""
        return f"<Decision {self.status}:{value} {len(self.candidates)} candidates{premises}{keywords}>"


class DocumentKind(StrEnum):
    """What the title of the document says it is."""

    INVOICE = "invoice"
    CREDIT_NOTE = "credit_note"
    QUOTE = "quote"
    ORDER = "order"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Recognition(Mapping[str, Decision[object]]):
    """The decisions on one document, by field name, in the order of the pack."""

    decisions: Mapping[str, Decision[object]] = field(default_factory=dict)
    kind: DocumentKind = DocumentKind.UNKNOWN

    def __getitem__(self, name: str) -> Decision[object]:
        return self.decisions[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.decisions)

    def __len__(self) -> int:
        return len(self.decisions)

    def _repr_html_(self) -> str:
        from chorus_ocr.recognition.shown import recognition_html

        return recognition_html(self)

    def __repr__(self) -> str:
        counted = Counter(str(each.status) for each in self.decisions.values())
        told = ", ".join(f"{counted[status]} {status}" for status in Status if counted[status])
        return f"<Recognition of {self.kind}: {told or 'no field'}>"
