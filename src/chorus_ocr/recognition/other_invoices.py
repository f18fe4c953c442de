"""Tells the numbers and dates of other invoices: deposits, bills brought forward, the one that an avoir corrects."""

from collections.abc import Iterator, Sequence

from chorus_ocr.recognition.candidate import Detail, DocumentKind, Verdict
from chorus_ocr.recognition.field import FieldRule, Relation
from chorus_ocr.recognition.lexicon import EntryKind
from chorus_ocr.recognition.link import Link
from chorus_ocr.recognition.title import Title
from chorus_ocr.values.late import compile_late

_QUOTING = compile_late(r"\b(?:trop-?percu|suite a|complement a|remplace|annule)\b[^.]*$|\($")
_SETTLED = compile_late(r"[^.]*\b(?:deja )?(?:reglee|payee|acquittee|remplacee|annulee|soldee)\b(?! (?:par|le)\b)")
QUOTED = frozenset({"facture établie le", "facture émise le"})


def reject_other_invoices(dates: Sequence[Link], numbers: Sequence[Link], title: Title | None) -> None:
    """Reject the number of another invoice, a deposit or a balance brought forward, and the date printed beside it."""
    for link in numbers:
        in_title = title is not None and link.anchor is not None and title.holds(link.page, link.anchor)
        if not in_title and _stands_after_another_amount(link):
            link.reject(Verdict.WRONG_ROLE, Detail.DEPOSIT)
    for link in numbers:
        if link.verdict is None and link.relation is Relation.SAME_CELL and _is_quoted(link):
            link.reject(Verdict.WRONG_ROLE, Detail.OTHER_INVOICE)
    for link in dates:
        if _dates_another(link):
            link.reject(Verdict.WRONG_ROLE, Detail.OTHER_INVOICE)
    _reject_dates_beside_others(dates, numbers)


def _dates_another(link: Link) -> bool:
    """Whether a date is another bill's: « Suite à notre facture établie le … », « Facture du 12/04/2026 remplacée »."""
    if link.anchor is None:
        return False
    quoted = link.entry is not None and link.entry.phrase in QUOTED and link.anchor.start > 1
    return quoted or (link.relation is Relation.SAME_CELL and _is_settled(link))


def _reject_dates_beside_others(dates: Sequence[Link], numbers: Sequence[Link]) -> None:
    """Reject a date that follows a number where that number is not the one of this invoice."""
    live = [link for link in numbers if link.verdict is None and link.valid]
    best = [link for link in live if not link.weak] or live
    chosen = min(best, key=lambda link: link.position).value if best else None
    for link in dates:
        if link.basis is not None and (link.basis.verdict is not None or link.basis.value != chosen):
            link.reject(Verdict.WRONG_ROLE, link.basis.raw)


def numbers_of_corrected_invoices(
    numbers: Sequence[Link], kind: DocumentKind, title: Title | None, origin: FieldRule[object] | None
) -> Iterator[Link]:
    """On a credit note, « la facture n° … » is the invoice it corrects: reject it as its own number, yield it."""
    if kind is not DocumentKind.CREDIT_NOTE:
        return
    for link in numbers:
        if link.entry is None or link.anchor is None or link.verdict is not None:
            continue
        phrase = link.entry.phrase.lower()
        in_title = title is not None and title.holds(link.page, link.anchor)
        if phrase.startswith(("facture", "votre facture")) and "avoir" not in phrase and not in_title:
            link.reject(Verdict.WRONG_ROLE, Detail.OTHER_INVOICE)
            if origin is not None and link.anchor.start > 1:  # at the head of its cell it may be a template's own label
                yield Link(origin, link.page, link.spans, link.raw, link.value, link.fault, link.relation, link.anchor,
                           link.entry)  # fmt: skip


def _is_quoted(link: Link) -> bool:
    """Whether the words around a number tell of a bill that was: « trop-perçu sur », « déjà réglée »."""
    assert link.anchor is not None
    folded = link.page.folded[link.anchor.cell]
    return _QUOTING.search(folded[: link.anchor.start]) is not None or _is_settled(link)


def _is_settled(link: Link) -> bool:
    """Whether the words after a number or a date say that its bill is paid, replaced or cancelled."""
    last = link.spans[-1]
    return _SETTLED.match(link.page.folded[last.cell][last.end :]) is not None


def _stands_after_another_amount(link: Link) -> bool:
    """Whether a number follows the name of another amount in its cell: « Acompte de 30 % – facture n° … »."""
    anchor = link.anchor
    return anchor is not None and any(
        other.end <= anchor.start and entry.kind is EntryKind.STOP and entry.name == "not_the_total"
        for other in link.page.by_cell.get(anchor.cell, ())
        for entry in other.entries
    )
