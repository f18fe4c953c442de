"""Draws an invoice by a layout: block by block down the page, with fpdf2."""

from collections.abc import Iterable, Sequence

from chorus_ocr.golden.lines import SEPARATOR
from chorus_ocr.testing.strategies.invoice import Firm, Invoice
from chorus_ocr.testing.strategies.layout import (
    AmountStyle,
    Block,
    Distractor,
    Layout,
    Parties,
    Place,
    TotalsPlace,
    VatPrint,
)
from chorus_ocr.testing.strategies.sheet import LEADING, LEFT, RIGHT, WIDTH, Sheet
from chorus_ocr.testing.strategies.spelling import Pair, Speller, rate
from chorus_ocr.values.amount import format_amount

_REFERENCES = ("numero_facture", "date_facture", "numero_engagement", "numero_marche", "code_service",
               "numero_facture_origine")  # fmt: skip
_NUMBERS = ("siret_destinataire", "tva_destinataire", "siret_fournisseur", "tva_fournisseur")
_PAYMENT = ("date_echeance", "mode_paiement", "iban", "bic", "affactureur")
_TALL = 11.5
"""From one pair to the next where the value stands over or under its label, in millimetres."""


def render(invoice: Invoice, layout: Layout) -> bytes:
    """Return an invoice as a PDF: the same bytes for the same invoice and layout."""
    page = _Page(invoice, layout)
    for block in layout.order:
        page.draw(block)
    return page.finish()


class _Page:
    """An invoice on its way to paper."""

    def __init__(self, invoice: Invoice, layout: Layout) -> None:
        self.invoice = invoice
        self.layout = layout
        self.speller = Speller(invoice.prefill, layout)
        self.sheet = Sheet(layout.typeface)

    def draw(self, block: Block) -> None:
        """Draw one block, and leave a gap under it."""
        match block:
            case Block.TITLE:
                self.title()
            case Block.PARTIES:
                self.parties()
            case Block.REFERENCES:
                self.references()
            case Block.ITEMS:
                self.items()
            case Block.TOTALS:
                self.totals()
            case Block.PAYMENT:
                self.payment()
        self.sheet.y += 7

    def title(self) -> None:
        kind = self.invoice.prefill.type_facture
        self.sheet.room(12)
        self.sheet.y += 3
        if kind is not None:
            self.sheet.put(LEFT, kind.value, size=18, bold=True)
        self.sheet.y += 7

    def parties(self) -> None:
        self.sheet.room(40)
        top = self.sheet.y
        self._party(LEFT, self.invoice.supplier, "siret_fournisseur", "tva_fournisseur", heading=None)
        after, self.sheet.y = self.sheet.y, top
        self._party(LEFT + 100, self.invoice.recipient, "siret_destinataire", "tva_destinataire", heading="Client")
        self.sheet.y = max(after, self.sheet.y)

    def _party(self, x: float, firm: Firm, siret: str, vat: str, *, heading: str | None) -> None:
        lines = [firm.name, firm.street, firm.town]
        if self.layout.parties is Parties.BLOCKS:
            for name, label in ((siret, "SIRET"), (vat, "N° TVA")):
                pair = self.speller.pair(name)
                lines += [f"{label}{self.layout.separator}{pair[1]}"] if pair is not None else []
        if heading is not None:
            self.sheet.put(x, heading, bold=True)
            self.sheet.y += LEADING
        for at, line in enumerate(lines):
            self.sheet.put(x, line, bold=at == 0 and heading is None)
            self.sheet.y += LEADING

    def references(self) -> None:
        names = _REFERENCES if self.layout.parties is Parties.BLOCKS else (*_REFERENCES, *_NUMBERS)
        self._pairs(names)
        noise = self.invoice.noise
        if Distractor.NUMBERS in self.layout.distractors:
            self.sheet.room(10)
            self.sheet.y += 2
            line = f"N° client : {noise.customer}    Devis n° {noise.quote}    Bon de livraison n° {noise.note}"
            self.sheet.put(LEFT, line, size=8)
            self.sheet.y += LEADING
        if Distractor.EARLIER in self.layout.distractors:
            self.sheet.room(10)
            day, due = self.speller.day(noise.earlier_date), self.speller.amount(noise.earlier_amount)
            line = f"Rappel : la facture {noise.earlier_number} du {day} ({due}) reste impayée."
            self.sheet.put(LEFT, line, size=8)
            self.sheet.y += LEADING

    def payment(self) -> None:
        self._pairs(_PAYMENT)
        for mention in self.speller.mentions:
            if mention not in ("FACTURE", "AVOIR"):
                self.sheet.room(LEADING)
                self.sheet.put(LEFT, mention)
                self.sheet.y += LEADING
        if Distractor.BANK in self.layout.distractors:
            self.sheet.room(LEADING)
            self.sheet.put(LEFT, "Banque du Val - guichet 00112 - compte 34567890189 - clé 45", size=8)
            self.sheet.y += LEADING
        if Distractor.PENALTIES in self.layout.distractors:
            self.sheet.room(LEADING)
            forty = "40 euros" if self.layout.amounts is AmountStyle.BARE else "40 €"
            line = f"Indemnité forfaitaire pour frais de recouvrement en cas de retard de paiement : {forty}."
            self.sheet.put(LEFT, line, size=8)
            self.sheet.y += LEADING

    # Labels and values

    def _pairs(self, names: Sequence[str]) -> None:
        pairs = [pair for name in names if (pair := self.speller.pair(name)) is not None]
        if self.layout.place is Place.HEADER:
            self._table_of(pairs)
            return
        step = _TALL if self.layout.place in (Place.BELOW, Place.ABOVE) else LEADING
        columns = self.layout.columns if self._fit_in_two(pairs) else 1
        for at in range(0, len(pairs), columns):
            self.sheet.room(step)
            for column, pair in enumerate(pairs[at : at + columns]):
                self._pair(LEFT + column * WIDTH / 2, pair)
            self.sheet.y += step

    def _fit_in_two(self, pairs: Sequence[Pair]) -> bool:
        """Whether pairs leave a gap between two columns of them: what touches is read as one."""
        width = max((self._width_of(pair) for pair in pairs), default=0)
        return width < WIDTH / 2 - 8

    def _width_of(self, pair: Pair) -> float:
        label, value = pair
        if self.layout.place is Place.SAME_CELL:
            return self.sheet.width_of(f"{label}{self.layout.separator}{value}")
        if self.layout.place is Place.RIGHT:
            return self._column_of_values() + self.sheet.width_of(value, bold=True)
        return max(self.sheet.width_of(f"{label}{self.layout.separator}"), self.sheet.width_of(value, size=10))

    def _pair(self, x: float, pair: Pair) -> None:
        label, value = pair
        match self.layout.place:
            case Place.SAME_CELL:
                self.sheet.put(x, f"{label}{self.layout.separator}{value}")
            case Place.RIGHT:
                self.sheet.put(x, f"{label}{self.layout.separator}".rstrip())
                self.sheet.put(x + self._column_of_values(), value, bold=True)
            case Place.BELOW:
                self.sheet.put(x, f"{label}{self.layout.separator}".rstrip(), size=8)
                self.sheet.put_at(x, self.sheet.y + 4.6, value)
            case _:
                self.sheet.put(x, value, size=10)
                self.sheet.put_at(x, self.sheet.y + 3.4, label, size=7, grey=True)

    def _column_of_values(self) -> float:
        """Return how far right of its label a value stands: clear of the widest of them."""
        names = (*_REFERENCES, *_NUMBERS, *_PAYMENT)
        pairs = [pair for name in names if (pair := self.speller.pair(name)) is not None]
        return 6 + max(self.sheet.width_of(f"{label}{self.layout.separator}".rstrip()) for label, _ in pairs)

    def _table_of(self, pairs: Sequence[Pair]) -> None:
        for at in range(0, len(pairs), 2):
            rows = pairs[at : at + 2]
            edges = (LEFT, LEFT + WIDTH / 2, RIGHT)[: len(rows) + 1]
            self._grid(edges, [[label for label, _ in rows], [value for _, value in rows]])
            self.sheet.y += 3

    def _grid(self, edges: Sequence[float], rows: Sequence[Sequence[str]], *, right: bool = False) -> None:
        """Draw a table whose first row is its header; ``right``: all columns but the first are flush right."""
        self.sheet.room(LEADING * len(rows) + 4)
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                if right and column:
                    self.sheet.put_right(edges[column + 1] - 2, text, bold=number == 0)
                else:
                    self.sheet.put(edges[column] + 2, text, bold=number == 0)
            if self.layout.ruled:
                self.sheet.box(self.sheet.y - 3.8, self.sheet.y - 3.8 + LEADING, tuple(edges))
            self.sheet.y += LEADING

    # Amounts

    def items(self) -> None:
        rows = [
            [item.label, str(item.count), format_amount(item.price), format_amount(item.total)]
            for item in self.invoice.items
        ]
        heads = ["Désignation", "Qté", "P.U. HT", "Montant HT"]
        edges = (LEFT, LEFT + 92, LEFT + 108, LEFT + 144, RIGHT)
        self._grid(edges, [heads, *rows], right=True)

    def totals(self) -> None:
        if self.layout.vat is VatPrint.TABLE and self.invoice.prefill.lignes_tva:
            self._vat_table()
            self.sheet.y += 4
        rows = list(self._total_rows())
        if self.layout.totals is TotalsPlace.HEADER:
            named = [pair for pair in map(self.speller.pair, _TOTALS) if pair is not None]
            apart = [row for row in rows if row not in named]
            self._lines(apart)
            if named:
                edges = [LEFT + WIDTH * at / len(named) for at in range(len(named) + 1)]
                self._grid(edges, [[label for label, _ in named], [value for _, value in named]])
        elif self.layout.totals is TotalsPlace.RIGHT:
            for label, value in rows:
                self.sheet.room(LEADING)
                self.sheet.put(LEFT + 70, f"{label}{self.layout.separator}".rstrip())
                self.sheet.put_right(RIGHT, value, bold=label == rows[-1][0])
                self.sheet.y += LEADING
        elif self.layout.totals is TotalsPlace.BEFORE:
            self._lines([row for row in rows if row[0].startswith("TVA")])
            for label, value in rows:
                if not label.startswith("TVA"):
                    self.sheet.room(LEADING)
                    self.sheet.put(LEFT + 70, f"{value} {label}")
                    self.sheet.y += LEADING
        else:
            self._lines(rows)
        if self.layout.amounts is AmountStyle.BARE:
            self.sheet.room(LEADING)
            self.sheet.put(LEFT + 70, "Montants exprimés en euros", size=8)
            self.sheet.y += LEADING

    def _lines(self, rows: Iterable[Pair]) -> None:
        for label, value in rows:
            self.sheet.room(LEADING)
            # After a rate and its base only a colon says that the tax follows.
            separator = SEPARATOR if label.startswith("TVA") else self.layout.separator
            self.sheet.put(LEFT + 70, f"{label}{separator}{value}")
            self.sheet.y += LEADING

    def _total_rows(self) -> Iterable[Pair]:
        deposit = self.invoice.deposit
        for name in _TOTALS:
            if name == "montant_tva":
                yield from self.speller.vat_rows()
            if name == "montant_a_payer" and deposit is not None:
                yield self.speller.cased("Acompte versé"), self.speller.amount(-deposit)
            pair = self.speller.pair(name)
            if pair is not None:
                yield pair

    def _vat_table(self) -> None:
        rows = [
            [rate(line), *("" if each is None else self.speller.amount(each) for each in (line.base_ht, line.montant))]
            for line in self.invoice.prefill.lignes_tva or ()
        ]
        edges = (LEFT, LEFT + 30, LEFT + 75, LEFT + 120)
        self._grid(edges, [["Taux TVA", "Base HT", "Montant TVA"], *rows], right=True)

    # The foot

    def finish(self) -> bytes:
        """Draw the foot of the pages and return the PDF."""
        noise, chosen, supplier = self.invoice.noise, self.layout.distractors, self.invoice.supplier
        siren = str(self.invoice.prefill.siret_fournisseur)[:9]
        lines = []
        if Distractor.PHONE in chosen:
            lines.append(f"Tél. {noise.phone} - Fax {noise.fax} - contact@exemple.fr")
        if Distractor.REGISTER in chosen:
            spaced = f"{siren[:3]} {siren[3:6]} {siren[6:]}"
            lines.append(f"{supplier.name} - SARL au capital de 15 000 euros - RCS Montauvert {spaced} - APE 4332A")
        if Distractor.OTHER_FIRM in chosen:
            lines.append(f"Facture éditée avec Plumeau, un logiciel de Scribouille SAS, SIREN {noise.other_siren}")
        self.sheet.feet(lines, numbered=Distractor.PAGES in chosen)
        return self.sheet.finish()


_TOTALS = ("montant_ht", "montant_tva", "montant_ttc", "montant_a_payer")
