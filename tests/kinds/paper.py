"""A sheet that keeps account of what it prints: drawing a value through ``tell`` makes it part of the page's truth."""

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from fixtures.bill import day, euros, money, percent
from fixtures.parties import spaced
from fixtures.sheet import BLACK, GREY, Align, Colour, Column, Sheet
from fixtures.truth import Printed
from kinds.deals import MODES, Deal
from kinds.pdf import with_codes

SPARE = {
    "\u202f": (0x81, "space"),
    "\u2212": (0x8D, "minus"),
    "\u2010": (0x8F, "hyphen"),
    "\u2011": (0x90, "hyphen"),
    "\u2009": (0x9D, "space"),
}
"""Characters that Windows-1252 lacks, the free code that carries each, and the glyph to draw."""

Rows = list[tuple[str, str]]


def bare(value: Decimal) -> str:
    """Write an amount without its currency: « 1 234,50 »."""
    return money(value)


def code_eur(value: Decimal) -> str:
    """Write « 1234,50 EUR »."""
    return f"{money(value, '')} EUR"


def plain_euros(value: Decimal) -> str:
    """Write « 1 234,50 € » with plain spaces, as most word processors do."""
    return f"{money(value, ' ')} €"


def tight_euros(value: Decimal) -> str:
    """Write « 1234,50€ »."""
    return f"{money(value, '')}€"


def dotted_euros(value: Decimal) -> str:
    """Write « 1.234,50 € »."""
    return f"{money(value, '.')} €"


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A drawn page and what a careful human reads on it.

    ``either``: blank and this value are both right. ``invalid``, ``rivals``: as in the corpus. ``statuses``: what the
    decision must say besides. ``verdicts``: (field, print without spaces, verdict) of candidates that must be shown.
    """

    pdf: bytes
    printed: Printed
    either: Mapping[str, object] = field(default_factory=dict)
    invalid: Mapping[str, str] = field(default_factory=dict)
    rivals: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    statuses: Mapping[str, str] = field(default_factory=dict)
    verdicts: tuple[tuple[str, str, str], ...] = ()
    unscored: frozenset[str] = frozenset()


class Paper(Sheet):
    """A sheet for one deal. ``write`` is how it spells amounts; ``shuffle`` seeds the order of the content stream."""

    def __init__(
        self,
        deal: Deal,
        typeface: str = "Helvetica",
        *,
        landscape: bool = False,
        write: Callable[[Decimal], str] = euros,
        shuffle: int | None = None,
    ) -> None:
        super().__init__(typeface, landscape=landscape)
        self.deal = deal
        self.write_amount = write
        self.printed = Printed(devise=None, type_facture="FACTURE")
        self.either: dict[str, object] = {}
        self._shuffle = shuffle
        self._held: list[Callable[[], None]] = []

    def normalize_text(self, text: str) -> str:
        """Encode for the core fonts, spare characters included."""
        return "".join(
            chr(SPARE[char][0]) if char in SPARE else char.encode("cp1252").decode("latin-1") for char in text
        )

    def put(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = 9,
        bold: bool = False,
        italic: bool = False,
        align: Align = "L",
        ink: Colour = BLACK,
        typeface: str | None = None,
    ) -> float:
        """Draw one line of text, at once or, on a shuffled page, later."""
        if self._shuffle is None:
            return super().put(x, y, text, size=size, bold=bold, italic=italic, align=align, ink=ink, typeface=typeface)
        self.set_font(typeface or self.typeface, ("B" if bold else "") + ("I" if italic else ""), size)
        left = x - {"L": 0.0, "C": 0.5, "R": 1.0}[align] * self.get_string_width(text)
        for word in text.split(" "):
            if word:
                self._hold(left, y, word, size=size, bold=bold, italic=italic, ink=ink, typeface=typeface)
            left += self.get_string_width(word + " ")
        return left - self.get_string_width(" ")

    def _hold(self, x: float, y: float, word: str, **style: Any) -> None:
        def draw() -> None:
            super(Paper, self).put(x, y, word, **style)

        self._held.append(draw)

    # What the page says

    def tell(self, name: str, text: str | None = None) -> str:
        """Return a value of the deal as printed (``text`` where given) and note that the page prints it."""
        self.printed = replace(self.printed, **{name: getattr(self.deal.full, name)})
        return self.spell(name) if text is None else text

    def spell(self, name: str) -> str:
        """Return a value of the deal as printed, without taking it for told."""
        value = getattr(self.deal.full, name)
        if isinstance(value, Decimal):
            return self.amount(value)
        if isinstance(value, date):
            return day(value)
        assert isinstance(value, str), name
        if name.startswith("siret_"):
            return spaced(value, 3, 3, 3, 5)
        if name == "iban":
            return spaced(value, 4)
        return MODES[value] if name == "mode_paiement" else value

    def amount(self, value: Decimal) -> str:
        """Write an amount; its currency, if it shows one, is the page's."""
        text = self.write_amount(value)
        if "€" in text or "EUR" in text:
            self.printed = replace(self.printed, devise="EUR")
        return text

    def says(self, **values: object) -> None:
        """Note values that the page prints in words of its own, or does not print after all."""
        self.printed = replace(self.printed, **values)  # type: ignore[arg-type]

    def pairs_of(self, **labels: str) -> Rows:
        """Return (label, printed value) rows for the fields named, all told."""
        return [(label, self.tell(name)) for name, label in labels.items()]

    def total_rows(
        self,
        ht: str | None = "Total HT",
        vat: str | None = "TVA {}",
        ttc: str | None = "Total TTC",
        *,
        tax: str | None = None,
        due: str | None = None,
    ) -> Rows:
        """Return the totals as (label, amount) rows; ``{}`` in ``vat`` stands for the rate, one row a rate."""
        rows: Rows = [(ht, self.tell("montant_ht"))] if ht else []
        lines = self.deal.bill.vat_lines
        if vat:
            rows += [(vat.format(percent(line.rate)), self.amount(line.amount)) for line in lines]
            self.says(lignes_tva=self.deal.bill.bare_vat_lines)
            if len(lines) == 1:
                self.tell("montant_tva")
            elif not tax:
                self.either["montant_tva"] = self.deal.full.montant_tva
        if tax:
            rows.append((tax, self.tell("montant_tva")))
        if ttc:
            rows.append((ttc, self.tell("montant_ttc")))
        elif due:
            self.either["montant_ttc"] = self.deal.full.montant_ttc
        if due:
            rows.append((due, self.tell("montant_a_payer")))
        return rows

    # Ways to set words

    def tracked(self, x: float, y: float, text: str, gap: float, *, size: float = 9, bold: bool = False) -> float:
        """Draw letter by letter, ``gap`` millimetres apart beyond the usual; a space is three gaps wider."""
        for char in text:
            if char == " ":
                x += self.get_string_width(" ") + 2 * gap
            else:
                x = self.put(x, y, char, size=size, bold=bold) + gap
        return x

    def kerned(self, x: float, y: float, *runs: str, gap: float = 0.5, size: float = 9, bold: bool = False) -> float:
        """Draw one word or phrase in several runs, ``gap`` millimetres apart, as a kerning array does."""
        for run in runs:
            x = self.put(x, y, run, size=size, bold=bold) + gap
        return x - gap

    def justified(self, x: float, y: float, width: float, lines: Iterable[str], *, size: float = 10) -> float:
        """Draw lines, each stretched to ``width`` by wider spaces; a line that ends in « | » is left as it is."""
        for line in lines:
            words = line.removesuffix("|").split(" ")
            self.set_font(self.typeface, "", size)
            free = width - sum(self.get_string_width(word) for word in words)
            gap = free / max(len(words) - 1, 1) if not line.endswith("|") else self.get_string_width(" ")
            left = x
            for word in words:
                left = self.put(left, y, word, size=size) + gap
            y += size * 0.52
        return y

    def columns(
        self, x: float, y: float, widths: Sequence[float], cells: Sequence[str], *, size: float = 9, bold: bool = False
    ) -> None:
        """Draw cells at the left of columns."""
        for width, cell in zip(widths, cells, strict=True):
            self.put(x, y, cell, size=size, bold=bold)
            x += width

    def ledger(
        self,
        x: float,
        y: float,
        value_x: float,
        rows: Iterable[tuple[str, str]],
        *,
        size: float = 9,
        leading: float = 5.5,
        align: Align = "L",
        last_bold: bool = False,
        ink: Colour = BLACK,
    ) -> float:
        """Draw labels at ``x`` and their values at ``value_x``; return the baseline after the last."""
        listed = list(rows)
        for place, (label, value) in enumerate(listed):
            bold = last_bold and place == len(listed) - 1
            self.put(x, y, label, size=size, bold=bold, ink=ink)
            self.put(value_x, y, value, size=size, bold=bold, align=align)
            y += leading
        return y

    def grid_of_items(self, y: float, *, x: float = 15) -> float:
        """Draw a plain table of items with line totals; return its bottom edge."""
        columns = (
            Column("Désignation", 100),
            Column("Qté", 20, "R"),
            Column("P.U. HT", 28, "R"),
            Column("Montant", 32, "R"),
        )
        rows = [(i.label, i.count, money(i.price), money(i.total)) for i in self.deal.bill.items]
        return self.grid(x, y, columns, rows)

    def caption(self, x: float, y: float, text: str) -> None:
        """Draw a small grey caption."""
        self.put(x, y, text, size=7, ink=GREY)

    # The end

    def finish(self) -> bytes:
        """Return the PDF, its held words drawn in a shuffled order."""
        if self._shuffle is not None:
            random.Random(self._shuffle).shuffle(self._held)
            for draw in self._held:
                draw()
        pdf = super().finish()
        codes = {code: (glyph, char) for char, (code, glyph) in SPARE.items()}
        return with_codes(pdf, codes) if any(bytes([code]) in _shown(pdf) for code in codes) else pdf

    def done(
        self,
        *,
        change: Callable[[bytes], bytes] | None = None,
        invalid: Mapping[str, str] | None = None,
        rivals: Mapping[str, tuple[str, ...]] | None = None,
        statuses: Mapping[str, str] | None = None,
        verdicts: tuple[tuple[str, str, str], ...] = (),
        unscored: Iterable[str] = (),
        either: Mapping[str, object] | None = None,
    ) -> Drawing:
        """Return the drawing with its truth."""
        pdf = self.finish()
        return Drawing(
            pdf=change(pdf) if change else pdf,
            printed=self.printed,
            either={**self.either, **(either or {})},
            invalid=invalid or {},
            rivals=rivals or {},
            statuses=statuses or {},
            verdicts=verdicts,
            unscored=frozenset(unscored),
        )


def _shown(pdf: bytes) -> bytes:
    """Return the text operators of an uncompressed PDF: a spare code elsewhere is none."""
    return b"".join(line for line in pdf.splitlines() if line.endswith((b"ET", b"ET Q")))
