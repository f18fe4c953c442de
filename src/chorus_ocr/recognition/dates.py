"""Finds dates that no label announces: the date of a letter, and the language in which dates are to be read."""

import re
from collections.abc import Iterator, Mapping, Sequence

from chorus_ocr.layout.cells import CellSpan
from chorus_ocr.recognition.anchors import Anchor, PageText
from chorus_ocr.recognition.candidate import Detail, Verdict
from chorus_ocr.recognition.field import FieldRule, Relation
from chorus_ocr.recognition.lexicon import EntryKind
from chorus_ocr.recognition.link import Link, plain_link
from chorus_ocr.values.late import compile_late

LABEL_GAP = 8.0
"""How far left of a value, in multiples of the type size, an unknown label that ends with a colon still is its own."""

MIN_DATE = 6
MAX_DATE_LINE = 60
HEAD = 0.5
"""The date of a letter stands in the upper half of the first page."""

# The apostrophe of print beside the other, but not in one class with it: that would take long to compile.
_NAME = r"[^\W\d_][\w'.-]*+(?:’[\w'.-]*+)*+"
_DATE_LINE = re.compile(rf"(?:{_NAME}(?:[ -]{_NAME}){{0,4}}\s?,\s*)?(?:(?:le|du|émise? le|date)\s+)?", re.IGNORECASE)
_TOWN = compile_late(r"\b(?:F-)?\d{5} ([^\W\d_][^\W\d_]+)")
_TOWN_LINE = re.compile(r"(?:(?:[Ff]ait|[ÉéEe]mise?|[ÉéEe]tablie?) à )?([^\W\d_][^\W\d_]+),? (?:le|LE) ")
"""« Cahors le 14/04/2026 »: without a comma, only the town of an address on the page is one."""
_EVENT = re.compile(
    r"(?:formation|mission|livraison|intervention|session|reunion|acquittee?|paiement|paye|payee|reglement|regle|reglee"
    r"|recu|recue|visite|expertise|audience|stage|prestation|spectacle|concert|atelier|commande|devis)s?\b"
)
"""What may open the date of something else: « Formation, le 14/04/2026 »."""
_DATE_ENDS = frozenset("0123456789 .,")
"""A date ends with its year, and its line perhaps with a full stop: most cells end otherwise."""
_Rules = Mapping[str, FieldRule[object]]


def head_dates(rule: FieldRule[object], page: PageText, rules: _Rules) -> Iterator[Link]:
    """Yield the date of a letter: alone in its cell in the head of the page that bears the title, or after its town.

    Of several dates without a label none is the invoice's: an arrival, a departure.
    """
    found = list(_unlabelled_dates(rule, page, rules))
    several = len({link.value for link in found}) > 1
    for link in found:
        if several:
            link.reject(Verdict.NOT_ANNOUNCED)
        yield link


def _unlabelled_dates(rule: FieldRule[object], page: PageText, rules: _Rules) -> Iterator[Link]:
    layout = page.layout
    lowest = HEAD * layout.page.height
    for cell, text in enumerate(layout.text):
        if text[-1] not in _DATE_ENDS or layout.top[cell] > lowest or not MIN_DATE <= len(text) <= MAX_DATE_LINE:
            continue
        if not text.rstrip(" .,")[-1:].isdigit():
            continue
        if _EVENT.match(page.folded[cell]):
            continue
        opening = _DATE_LINE.match(text)
        at = opening.end() if opening else 0
        plain = _TOWN_LINE.match(text)
        if plain is not None and plain[1].casefold() in _towns(page):
            at = plain.end()
        match = rule.value.pattern.match(text, at)
        if match is None or text[match.end() :].strip(" .,"):
            continue
        parsed = rule.value.parse(match.group())
        if parsed.value is None or not parsed.valid:
            continue
        span = CellSpan(cell, match.start(), match.end())
        link = plain_link(rule, page, (span,), match.group(), parsed.value, Relation.BLOCK)
        if _in_table(page, cell) or _under_another(page, cell, rule) or _has_label(page, cell, match.start(), rules):
            continue
        link.loose = True
        yield link


def _towns(page: PageText) -> set[str]:
    return {town.casefold() for text in page.layout.text for town in _TOWN.findall(text)}


_FRENCH = ("facture", "avoir ", "montant", "echeance", "reglement", "honoraires", "hors taxe", "a payer")
_FOREIGN = ("invoice", "amount", "rechnung", "datum", "betrag", "fattura", "factura", "due date", "lieferung")
_EITHER_WAY = compile_late(r"(0?[1-9]|1[0-2])/(0?[1-9]|1[0-2])/\d{2,4}")


def is_french(pages: Sequence[PageText]) -> bool:
    """Whether the pages speak French, in which dates are day first: nothing on them says otherwise."""
    return any(word in page.whole for page in pages for word in _FRENCH) or not any(
        word in page.whole for page in pages for word in _FOREIGN
    )


def reject_dates_of_other_languages(dates: Sequence[Link], pages: Sequence[PageText]) -> None:
    """Reject dates that English reads in two ways, and unlabelled ones, where no French stands on the pages."""
    if not dates or is_french(pages):
        return
    for link in dates:
        if link.anchor is None:
            link.reject(Verdict.NOT_ANNOUNCED)
        elif _EITHER_WAY.fullmatch(link.raw.strip()):
            link.reject(Verdict.AMBIGUOUS_DATE)


def _in_table(page: PageText, cell: int) -> bool:
    """Whether a cell stands in a row of amounts: the date of an item."""
    layout = page.layout
    return any(_AMOUNT.search(layout.text[near]) for near in layout.lines[layout.line_of[cell]] if near != cell)


_AMOUNT = compile_late(r"\d[.,]\d\d(?!\d|[.,/])")


def _under_another(page: PageText, cell: int, rule: FieldRule[object]) -> bool:
    """Whether the cell right over a date, in its column, is a date as well: a list of days."""
    layout = page.layout
    return any(
        abs(layout.x0[over] - layout.x0[cell]) < 1 and rule.value.pattern.fullmatch(layout.text[over]) is not None
        for over in layout.above(cell, 1.8 * layout.size[cell], most=1)
    )


def _has_label(page: PageText, cell: int, before: int, rules: _Rules) -> bool:
    """Whether some label stands before a date: in its cell, in the cell to its left or, a date's, right over it."""
    layout = page.layout
    text = layout.text[cell]
    if any(anchor.start < before and _is_label(anchor) for anchor in page.by_cell.get(cell, ())):
        return True
    line = layout.lines[layout.line_of[cell]]
    if cell > line.start:
        left = cell - 1
        near = layout.x0[cell] - layout.x1[left] < LABEL_GAP * layout.size[cell]
        if near and layout.text[left].rstrip().endswith((":", " du")) and not _DATE_LINE.match(text).end():  # type: ignore[union-attr]  # matches the empty string
            return True
        ends = [anchor.end for anchor in page.by_cell.get(left, ()) if _is_label(anchor)]
        if ends and not any(char.isdigit() for char in layout.text[left][max(ends) :]):
            return True
    return any(
        _announces_dates(anchor, rules)
        for over in layout.above(cell, 1.6 * layout.size[cell], most=1)
        for anchor in page.by_cell.get(over, ())
    )


def _is_label(anchor: Anchor) -> bool:
    labels = (EntryKind.FIELD, EntryKind.STOP, EntryKind.ITEM_HEADER)
    titled = anchor.has(EntryKind.TITLE) or any(entry.by_title for entry in anchor.entries)
    return not titled and any(entry.kind in labels for entry in anchor.entries)


def _announces_dates(anchor: Anchor, rules: _Rules) -> bool:
    return any(
        entry.name == "other_date" or (entry.kind is EntryKind.FIELD and rules[entry.name].value.name == "date")
        for entry in anchor.entries
        if not entry.by_title
    )


_PAYING = compile_late(
    r"\b(?:pai\w+|pay(?:er|ez|able|e|ee)\b|regl\w+|vers(?:er|e|ement)\b|virement|prelev\w+|acquit\w+|echean\w+"
    r"|net\b|montant\b|somme\b|dues?\b|a reception,|delai global)"
)
_DISCOUNT = compile_late(r"\bescompte\b|\bremise\b")


def reject_other_deadlines(dates: Sequence[Link]) -> None:
    """Reject « avant le 30/11/2026 » where the sentence speaks of no payment: « sauf avis contraire avant le … »."""
    for link in dates:
        if link.anchor is not None and "origine" in link.page.folded[link.anchor.cell][: link.anchor.start]:
            link.reject(Verdict.WRONG_ROLE, Detail.OTHER_INVOICE)  # « Rappel facture d'origine : …, échéance … »
        if link.anchor is None or link.entry is None or link.entry.phrase not in _DEADLINES:
            continue
        page, cell = link.page, link.anchor.cell
        if link.anchor.start <= 1 and _stands_for_itself(link):
            continue
        start = page.folded[cell].rfind(". ", 0, link.anchor.start) + 1
        near = [
            page.folded[cell][start:],
            *(page.folded[over] for over in page.layout.above(cell, page.layout.size[cell], most=1)),
        ]
        if not any(_PAYING.search(text) for text in near) or _DISCOUNT.search(near[0]):
            link.reject(Verdict.NOT_ANNOUNCED, Detail.NO_PAYMENT)


def _stands_for_itself(link: Link) -> bool:
    """Whether « avant le 26 juin 2025 » fills its cell, and no words of another thing stand left of it."""
    assert link.anchor is not None
    layout, cell = link.page.layout, link.anchor.cell
    last = link.spans[-1]
    if _WORDY.search(layout.text[last.cell], last.end):
        return False
    line = layout.lines[layout.line_of[cell]]
    left = layout.text[cell - 1] if cell > line.start else ""
    return not _WORDY.search(left) or _PAYING.search(link.page.folded[cell - 1]) is not None


_WORDY = re.compile(r"[^\W\d_]{4,}")
_DEADLINES = frozenset({"avant le", "au plus tard le", "soit le"})


AFTER_NUMBER = compile_late(
    r"[\s,–—-]*(?:du|en date du|le|émise? le|établie? le|datée? du)(?:\s*:)?\s+"
    r"|\s*[–—-]\s+(?:[^\W\d_][\w'.-]*(?:’[\w'.-]*)*(?:[ -][^\W\d_][\w'.-]*(?:’[\w'.-]*)*){0,3}\s?,\s*(?:le\s+)?)?",
    re.IGNORECASE,
)
"""Between the invoice's own number and its date: « Facture n° 26-12 du 05/03/2026 »."""
