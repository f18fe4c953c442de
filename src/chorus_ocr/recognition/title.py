"""Reads the title of the document: an invoice, a credit note, or something that is no invoice at all."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from chorus_ocr.layout.cells import CellSpan, PageLayout
from chorus_ocr.recognition.anchors import Anchor, PageText
from chorus_ocr.recognition.candidate import DocumentKind
from chorus_ocr.recognition.field import FieldRule, Part
from chorus_ocr.recognition.folding import tokens
from chorus_ocr.recognition.lexicon import EntryKind
from chorus_ocr.values.late import compile_late

MIN_HEADERS = 3
"""A row of so many cells is one of headers, and titles no order."""

MAX_TITLE_TOKENS = 8
"""A title is short: prose that opens with « facture » is not one."""

CLEARLY_LARGER = 1.15
"""A title in type so much larger than another one outranks it."""

SPECIMEN_HEAD = 0.3
MAX_SPECIMEN_TAIL = 3
"""The title of a specimen page stands in its head, and is no sentence."""

_SEPARATOR = compile_late(r"[|;·]|•|\s[-–—]\s")

_BILLING = (DocumentKind.INVOICE, DocumentKind.CREDIT_NOTE)
_GLUED = compile_late(r"[-_/.]?[A-Za-z0-9]")
"""After « CDE » this makes a reference of it: « CDE26000642 », « CDE-RESTO » are values and title nothing."""

_WORD = re.compile(r"[^\W\d_]{4,}")
_OBJECT = compile_late(r"\W*(?:objet|concerne|document|type)\W*(?:\d+\s?(?:e|re|er|eme|nde?)\s)?")
"""A letter names the document in its subject line: « Objet : facture n° F2026-6011 »."""

_REMINDER = re.compile(
    r"\W*(?:objet|concerne)\b.*\b(?:relance|rappel|mise en demeure|impayee?s?|contestation|retard de paiement)\b"
)
"""The subject of a letter that reminds of a bill: « Objet : facture n° 12 – relance »."""


class Title(NamedTuple):
    """A cell that names the document."""

    page: PageText
    anchor: Anchor
    kind: DocumentKind
    size: float
    label: bool
    """Whether it is a label of the number (« N° de facture ») rather than a heading."""

    @property
    def span(self) -> CellSpan:
        return self.anchor.span

    def holds(self, page: PageText, anchor: Anchor) -> bool:
        """Whether a keyword stands in the very cell of the title."""
        return page is self.page and anchor.cell == self.anchor.cell


def usual_size(layout: PageLayout) -> float:
    """Return the size of type in the middle of all cells of a page, in points; 0 where it has none."""
    sizes = sorted(layout.size)
    half = len(sizes) // 2
    if not sizes:
        return 0.0
    return sizes[half] if len(sizes) % 2 else (sizes[half - 1] + sizes[half]) / 2


def titles(pages: Sequence[PageText], rules: Mapping[str, FieldRule[object]]) -> list[Title]:
    """Return the cells that name the document, the most title-like first: headings before labels, then by size."""
    found: list[Title] = []
    for page in pages:
        layout = page.layout
        large = CLEARLY_LARGER * usual_size(layout)
        reminders = [cell for cell in page.by_cell if _REMINDER.match(page.folded[cell])]
        found += [
            Title(page, page.by_cell[cell][0], DocumentKind.ORDER, layout.size[cell], False) for cell in reminders
        ]
        for anchor in page.anchors:
            if anchor.cell not in reminders and _opens(page, anchor):
                kind, label = _kind_in_type(page, anchor, large, rules)
                if kind is not None and _may_title(page, anchor, kind):
                    found.append(Title(page, anchor, kind, layout.size[anchor.cell], label))
        if any(not title.label for title in found):
            break
    found.sort(key=lambda title: (title.label, -round(title.size, 1), title.page.layout.page.number))
    return found


def _opens(page: PageText, anchor: Anchor) -> bool:
    """Whether a phrase opens its cell, or follows « Objet : »; « (facture FA26-0103) » quotes another one."""
    if page.layout.text[anchor.cell][0] == "(":
        return False
    return anchor.start <= 1 or _OBJECT.fullmatch(page.folded[anchor.cell], 0, anchor.start) is not None


def _kind_in_type(
    page: PageText, anchor: Anchor, large: float, rules: Mapping[str, FieldRule[object]]
) -> tuple[DocumentKind | None, bool]:
    """Return what a phrase titles, and whether as a label: in large type or capitals an order is titled, too."""
    kind, label = _kind(anchor, rules)
    if kind in _BILLING:
        return kind, label
    if len(page.layout.lines[page.layout.line_of[anchor.cell]]) >= MIN_HEADERS:
        return None, False  # « Bon de commande · Service · Téléphone » heads columns
    if kind is not None:
        return kind, label
    if page.layout.size[anchor.cell] > large:
        return _kind_of_other_title(anchor), False
    if page.layout.text[anchor.cell][anchor.start : anchor.end].isupper() and anchor.length > 2:
        return _kind_of_other_title(anchor), True  # « BON DE COMMANDE N° 12 », where nothing bills
    return None, False


def _may_title(page: PageText, anchor: Anchor, kind: DocumentKind) -> bool:
    """Whether what follows a phrase leaves it a title: neither the rest of a reference, nor a sentence."""
    text = page.layout.text[anchor.cell]
    if kind not in _BILLING and _GLUED.match(text, anchor.end):
        return False
    if anchor.cell != anchor.end_cell:
        return True
    labels = [other.start for other in page.by_cell[anchor.cell] if other.start > anchor.end and _is_field(other)]
    rest = _SEPARATOR.split(page.folded[anchor.cell][anchor.end : min(labels, default=None)])[0]
    return sum(token.text.isalpha() for token in tokens(rest)) <= MAX_TITLE_TOKENS - anchor.length


_TITLING = frozenset({EntryKind.TITLE, EntryKind.STOP, EntryKind.ROLE})
_NAMING = frozenset({Part.ISSUED, Part.NUMBER})


def _is_field(anchor: Anchor) -> bool:
    return anchor.has(EntryKind.FIELD)


def _kind(anchor: Anchor, rules: Mapping[str, FieldRule[object]]) -> tuple[DocumentKind | None, bool]:
    if _TITLING.isdisjoint(anchor.kinds) and _NAMING.isdisjoint(anchor.parts):
        return None, False  # most keywords
    title = anchor.entry(EntryKind.TITLE)
    if title is not None:
        return DocumentKind(title.name), False
    if any(entry.kind is EntryKind.STOP and entry.phrase.startswith("devis") for entry in anchor.entries):
        return DocumentKind.QUOTE, True
    role = anchor.entry(EntryKind.ROLE)
    if role is not None and role.phrase.lower().startswith("factur") and anchor.length > 1:
        return DocumentKind.INVOICE, True  # « Facturé à » heads a block of an invoice
    for entry in anchor.entries:
        phrase = entry.phrase.lower()
        if entry.kind is EntryKind.FIELD and rules[entry.name].part is Part.ISSUED and phrase.endswith("facture du"):
            return DocumentKind.INVOICE, True  # « Facture du 5 mars 2026 »
        if entry.kind is EntryKind.FIELD and rules[entry.name].part is Part.NUMBER:
            if phrase.startswith(("avoir", "facture", "invoice", "note d")):
                return (DocumentKind.CREDIT_NOTE if "avoir" in phrase else DocumentKind.INVOICE), False
            if "avoir" in phrase:
                return DocumentKind.CREDIT_NOTE, True
            if "facture" in phrase or "invoice" in phrase:
                return DocumentKind.INVOICE, True
    return None, False


def _kind_of_other_title(anchor: Anchor) -> DocumentKind | None:
    """Return what a label in clearly larger type titles: « DEVIS N° 12 », « BON DE COMMANDE N° 12 »."""
    for entry in anchor.entries:
        phrase = entry.phrase.lower()
        if phrase.startswith(("devis", "proposition", "offre")):
            return DocumentKind.QUOTE
        if phrase.startswith(("bon de commande", "bon de livraison", "commande")):
            return DocumentKind.ORDER
    return None


def is_specimen(page: PageText) -> bool:
    """Whether the head of a page says that it explains an invoice, with invented figures."""
    layout = page.layout
    return any(
        anchor.start <= 1
        and layout.top[anchor.cell] < SPECIMEN_HEAD * layout.page.height
        and sum(token.start >= anchor.end for token in page.tokens[anchor.cell]) <= MAX_SPECIMEN_TAIL
        for anchor in page.of_kind(EntryKind.SPECIMEN)
    )


def is_annex(page: PageText, rules: Mapping[str, FieldRule[object]]) -> bool:
    """Whether the head of a page titles another document, in large type: the copy of an order, terms of sale."""
    layout = page.layout
    large = CLEARLY_LARGER * usual_size(layout)
    kinds = [
        (_kind_of_other_title(anchor) or _kind(anchor, rules)[0])
        for anchor in page.anchors
        if anchor.start <= 1
        and layout.top[anchor.cell] < SPECIMEN_HEAD * layout.page.height
        and layout.size[anchor.cell] > large
        and not _WORD.search(layout.text[anchor.cell], anchor.end)
    ]
    return bool({DocumentKind.ORDER, DocumentKind.QUOTE} & set(kinds)) and not any(kind in _BILLING for kind in kinds)


def document_kind(found: Sequence[Title]) -> tuple[DocumentKind, Title | None]:
    """Return what the document is, and the title that says so.

    A quote or an order is one only where nothing says invoice, or says it in clearly smaller type: invoices quote
    the number of the quote they bill.
    """
    if not found:
        return DocumentKind.UNKNOWN, None
    billing = [title for title in found if title.kind in _BILLING]
    others = [title for title in found if title.kind in (DocumentKind.QUOTE, DocumentKind.ORDER)]
    if others and (not billing or others[0].size > CLEARLY_LARGER * max(title.size for title in billing)):
        return others[0].kind, others[0]
    best = billing[0]
    for title in billing:
        # « Facture » stands on many a credit note as a label of the invoice it corrects.
        if title.kind is DocumentKind.CREDIT_NOTE and not title.label and title.size * CLEARLY_LARGER >= best.size:
            return title.kind, title
    return best.kind, best
