"""Layouts of an invoice: the axes along which suppliers' templates differ, each independent of the others."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from hypothesis import strategies as st

from chorus_ocr.prefill import Prefill
from chorus_ocr.testing.strategies.invoice import Invoice


class Words(StrEnum):
    """Which words announce a value."""

    PUBLISHED = "published"
    """The ones that the golden block prints: those that AIFE publishes, and the plainest of the others."""
    CAPITALS = "capitals"
    """The same in capitals."""
    USUAL = "usual"
    """Others that invoices print."""


class Place(StrEnum):
    """Where a value stands, seen from its label."""

    SAME_CELL = "same_cell"
    RIGHT = "right"
    BELOW = "below"
    """Under its label, which stands alone on its row or beside those of another column."""
    HEADER = "header"
    """Under the header of a column of a table."""
    ABOVE = "above"
    """Over a caption in small type."""


class TotalsPlace(StrEnum):
    """Where a total stands, seen from its label."""

    SAME_CELL = "same_cell"
    RIGHT = "right"
    HEADER = "header"
    BEFORE = "before"
    """« 1 200,00 € Total TTC »."""


class Separator(StrEnum):
    """What parts a label from its value."""

    COLON = " : "
    TIGHT = ": "
    SPACE = " "
    DASH = " – "
    DOTS = " ........ "


class AmountStyle(StrEnum):
    """How amounts are printed."""

    SPACES = "1 234,50 €"
    UNBROKEN = "1\N{NO-BREAK SPACE}234,50\N{NO-BREAK SPACE}€"
    SOLID = "1234,50 €"
    DOTTED = "1.234,50 EUR"
    BARE = "1 234,50"
    """Without a currency, which a line under the totals tells."""


class DateStyle(StrEnum):
    """How dates are printed."""

    SLASHES = "05/03/2026"
    DOTS = "05.03.2026"
    DASHES = "05-03-2026"
    ISO = "2026-03-05"
    WORDS = "5 mars 2026"


class SiretStyle(StrEnum):
    """How SIRETs are printed."""

    GROUPS = "110 002 011 00044"
    SOLID = "11000201100044"
    TWO = "110002011 00044"
    DOTTED = "110.002.011.00044"


class Parties(StrEnum):
    """What tells whose a SIRET and a VAT number are."""

    KEYWORDS = "keywords"
    """A keyword of their own: « SIRET client »."""
    BLOCKS = "blocks"
    """The address block they stand in, after a bare « SIRET »."""


class VatPrint(StrEnum):
    """How the breakdown of the VAT is printed."""

    LINES = "lines"
    """« TVA 20 % sur 1 000,00 € : 200,00 € »."""
    TABLE = "table"
    BARE = "bare"
    """« TVA 20 % : 200,00 € », without the base."""


class Block(StrEnum):
    """What stands together on the page."""

    TITLE = "title"
    PARTIES = "parties"
    REFERENCES = "references"
    ITEMS = "items"
    TOTALS = "totals"
    PAYMENT = "payment"


class Distractor(StrEnum):
    """What an invoice prints that looks like a value of the form and is none."""

    PHONE = "phone"
    REGISTER = "register"
    """The supplier's legal mentions: capital, register entry, activity."""
    OTHER_FIRM = "other_firm"
    """The SIREN of somebody else, the publisher of the software."""
    NUMBERS = "numbers"
    """Numbers of a customer, a quote and a delivery."""
    PAGES = "pages"
    BANK = "bank"
    """A bank account in the old spelling, without an IBAN."""
    EARLIER = "earlier"
    """The number, date and amount of an invoice that was not paid yet."""
    PENALTIES = "penalties"
    """The legal mention of the fixed compensation, which is an amount."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A template: one choice along each axis.

    ``order``: of the blocks, top to bottom. ``columns``: of references and of payment, 1 or 2. ``ruled``: whether
    tables have lines. ``typeface``: a core font of PDF. The defaults follow the golden rules.
    """

    words: Words = Words.PUBLISHED
    place: Place = Place.SAME_CELL
    totals: TotalsPlace = TotalsPlace.RIGHT
    separator: Separator = Separator.COLON
    amounts: AmountStyle = AmountStyle.SPACES
    dates: DateStyle = DateStyle.SLASHES
    sirets: SiretStyle = SiretStyle.GROUPS
    parties: Parties = Parties.KEYWORDS
    vat: VatPrint = VatPrint.LINES
    order: tuple[Block, ...] = tuple(Block)
    columns: int = 1
    ruled: bool = False
    typeface: str = "Helvetica"
    distractors: frozenset[Distractor] = frozenset()

    @property
    def plain(self) -> bool:
        """Whether it spells as the golden rules ask, wherever a value stands: of such a page nothing is lost."""
        return (
            self.words is not Words.USUAL
            and self.separator in (Separator.COLON, Separator.TIGHT)
            and self.amounts in (AmountStyle.SPACES, AmountStyle.UNBROKEN)
            and self.dates is DateStyle.SLASHES
            and self.sirets in (SiretStyle.GROUPS, SiretStyle.SOLID)
        )

    @property
    def golden(self) -> bool:
        """Whether it follows the golden rules.

        The golden block's words, a colon, then the value, in the same cell or right of it; keywords that tell whose a
        SIRET is; amounts with a decimal comma and a currency; dates as dd/mm/yyyy.
        """
        return (
            self.plain
            and self.place in (Place.SAME_CELL, Place.RIGHT)
            and self.totals in (TotalsPlace.SAME_CELL, TotalsPlace.RIGHT)
            and self.parties is Parties.KEYWORDS
        )


TYPEFACES: Final = ("Helvetica", "Times", "Courier")


def layouts(*, golden: bool = False, plain: bool = False) -> st.SearchStrategy[Layout]:
    """Return a strategy of layouts, each axis drawn by itself.

    ``golden``: only those that follow the golden rules; ``plain``: only those that spell as the golden rules ask.
    """
    every = st.builds(
        Layout,
        words=st.sampled_from(Words),
        place=st.sampled_from(Place),
        totals=st.sampled_from(TotalsPlace),
        separator=st.sampled_from(Separator),
        amounts=st.sampled_from(AmountStyle),
        dates=st.sampled_from(DateStyle),
        sirets=st.sampled_from(SiretStyle),
        parties=st.sampled_from(Parties),
        vat=st.sampled_from(VatPrint),
        order=_orders(),
        columns=st.sampled_from((1, 2)),
        ruled=st.booleans(),
        typeface=st.sampled_from(TYPEFACES),
        distractors=st.frozensets(st.sampled_from(Distractor)),
    )
    if golden:
        return every.map(_placed).map(_spelled)
    return every.map(_spelled) if plain else every


def _spelled(layout: Layout) -> Layout:
    """Return the nearest layout that spells as the golden rules ask."""
    default = Layout()
    return replace(
        layout,
        words=layout.words if layout.words is not Words.USUAL else default.words,
        separator=layout.separator if layout.separator is Separator.TIGHT else default.separator,
        amounts=layout.amounts if layout.amounts is AmountStyle.UNBROKEN else default.amounts,
        dates=default.dates,
        sirets=layout.sirets if layout.sirets is SiretStyle.SOLID else default.sirets,
    )


def _placed(layout: Layout) -> Layout:
    """Return the nearest layout that sets values where the golden rules ask."""
    default = Layout()
    return replace(
        layout,
        place=layout.place if layout.place is Place.RIGHT else default.place,
        totals=layout.totals if layout.totals is TotalsPlace.SAME_CELL else default.totals,
        parties=default.parties,
    )


@st.composite
def _orders(draw: st.DrawFn) -> tuple[Block, ...]:
    """Draw an order of the blocks; the title stands first or second."""
    rest = draw(st.permutations([block for block in Block if block is not Block.TITLE]))
    at = draw(st.integers(0, 1))
    return (*rest[:at], Block.TITLE, *rest[at:])


def printed(invoice: Invoice, layout: Layout) -> Prefill:
    """Return the truth of a rendered invoice: all of its form but the bases of the VAT where a layout prints none."""
    lines = invoice.prefill.lignes_tva
    if layout.vat is not VatPrint.BARE or lines is None:
        return invoice.prefill
    return replace(invoice.prefill, lignes_tva=tuple(replace(line, base_ht=None) for line in lines))
