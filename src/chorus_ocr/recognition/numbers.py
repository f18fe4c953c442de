"""Tells the number of this invoice from the numbers of others: by its title, and on a credit note by its words."""

import re
from collections.abc import Iterator, Mapping, Sequence

from chorus_ocr.layout.cells import CellSpan, PageLayout
from chorus_ocr.recognition.candidate import Detail, DocumentKind, Verdict
from chorus_ocr.recognition.field import FieldRule, Relation
from chorus_ocr.recognition.lexicon import EntryKind
from chorus_ocr.recognition.link import Link, plain_link
from chorus_ocr.recognition.title import Title
from chorus_ocr.values.identifier import is_period
from chorus_ocr.values.late import compile_late

TITLE_REACH = 3.5
"""How far under its title, in multiples of the larger type, « N° 26-12 » still is the number of the document."""


def keep_title_aliases_by_the_title(links: Mapping[str, list[Link]], titles: Sequence[Title]) -> None:
    """Reject what « N° » or « Référence » announces away from the title of the document.

    Reject also SIRETs without a keyword, once it is known that no keyword announces the same place.
    """
    announced = {link.place for own in links.values() for link in own if link.anchor is not None}
    for own in links.values():
        for link in own:
            if link.entry is not None and link.entry.by_title and not _by_title(link, titles):
                link.reject(Verdict.NOT_ANNOUNCED, Detail.AWAY_FROM_TITLE)
            elif link.relation is None and link.anchor is None:
                link.reject(Verdict.LOST_TO if link.place in announced else Verdict.NOT_ANNOUNCED)


def _heads_row(link: Link) -> bool:
    """Whether the title is a header beside other headers: « Facture · Date · Échéance » over their values."""
    assert link.anchor is not None
    layout = link.page.layout
    line = layout.lines[layout.line_of[link.anchor.cell]]
    others = [cell for cell in line if cell != link.anchor.cell]
    return link.relation is Relation.BELOW and any(
        anchor.start <= 1 and anchor.has(EntryKind.FIELD)
        for cell in others
        for anchor in link.page.by_cell.get(cell, ())
    )


def prefer_the_number_in_the_title(numbers: Sequence[Link], title: Title | None) -> None:
    """« FACTURE 26-7518 » in the title of the document is as good as « N° de facture »: a year is no number.

    In a sentence, « n° » announces the number of something else: « inscrit à l'ordre sous le n° 44532 ».
    """
    for link in numbers:
        own = title is not None and link.anchor is not None and link.anchor.cell == title.anchor.cell
        if link.entry is None or not link.entry.weak or link.anchor is None or link.anchor.start <= 1:
            continue
        lead = link.page.folded[link.anchor.cell][: link.anchor.start]
        billing = any(word in link.entry.phrase for word in _BILLING)
        if not own or (_counts_another(lead) and not billing):
            link.reject(Verdict.NOT_ANNOUNCED, Detail.NOT_AT_HEAD)
    if title is None:
        return
    for link in numbers:
        if link.entry is None or link.anchor is None or not link.entry.weak or link.page is not title.page:
            continue
        own = link.anchor.cell == title.anchor.cell and link.relation is Relation.SAME_CELL
        # « SITUATION DE TRAVAUX N° 3 » numbers the situation.
        lead = link.page.folded[link.anchor.cell][: link.anchor.start]
        bills = any(word in lead or word in link.entry.phrase for word in _BILLING)
        if own and bills and not _YEAR.fullmatch(link.raw):
            link.entry = link.entry._replace(weak=False, by_title=False)


def number_beside_the_title(rule: FieldRule[object], title: Title | None) -> Iterator[Link]:
    """Yield a reference that stands alone right of the title of a bill, or right under it: « FACTURE / F-26-118 »."""
    if title is None or title.label or title.kind not in (DocumentKind.INVOICE, DocumentKind.CREDIT_NOTE):
        return
    page, cell = title.page, title.anchor.cell
    layout = page.layout
    size = max(title.size, layout.size[cell])
    if _DIGIT.search(page.folded[cell]):
        return  # the title tells its number, or a date, itself
    titled = layout.lines[layout.line_of[cell]]
    right = [
        near
        for near in layout.right_of(cell)[:1]
        if layout.x0[near] - layout.x1[cell] < BESIDE * size or _in_grid(layout, cell, near)
    ]
    under = [
        near
        for near in layout.below(title.anchor.end_cell, UNDER * size)[:1]
        if abs(layout.x0[near] - layout.x0[cell]) < size or abs(layout.x1[near] - layout.x1[cell]) < size
    ]
    for near, relation in (*((each, Relation.RIGHT) for each in right), *((each, Relation.BELOW) for each in under)):
        text = layout.text[near]
        match = rule.value.pattern.match(text)
        if match is None or not _ALONE.match(text, match.end()) or _YEAR.fullmatch(match.group()):
            continue
        parsed = rule.value.parse(match.group())
        if not parsed.valid or sum(char.isdigit() for char in match.group()) < MIN_DIGITS or _is_other(match.group()):
            continue
        line = layout.lines[layout.line_of[near]]
        beside = near + 1 in line and layout.x0[near + 1] - layout.x1[near] < BESIDE * size
        if beside and (relation is Relation.RIGHT or len(titled) == 1) and _is_value(rule, layout.text[near + 1]):
            continue  # one of several: a customer's number, a file
        if relation is Relation.BELOW and near > line.start and layout.x0[near] - layout.x1[near - 1] < size:
            continue
        span = CellSpan(near, match.start(), match.end())
        link = plain_link(rule, page, (span,), match.group(), parsed.value, relation)
        link.loose = True
        yield link
        return


_OTHER = compile_late(
    r"\d{1,5}|\d{4}[A-Z]|[A-Z]{2}-\d{3}-[A-Z]{2}|FR\w{2}\d{9}|(?:\d{3} ?){3}|ISO \d+|www\..*|\d{2} \d{3}"
)


def _is_other(raw: str) -> bool:
    """Whether print that stands alone is more likely a postcode, a SIREN, an activity code, a plate, a period."""
    return _OTHER.fullmatch(raw) is not None or is_period(raw)


def _is_value(rule: FieldRule[object], text: str) -> bool:
    return rule.value.pattern.fullmatch(text) is not None and rule.value.parse(text).valid


def reject_numbers_of_others(numbers: Sequence[Link], links: Mapping[str, list[Link]], title: Title | None) -> None:
    """Reject a number that only its place announces where a word announces one, or gives this one to another field."""
    loose = [link for link in numbers if link.loose and link.verdict is None]
    if not loose:
        return
    told = any(
        link.verdict is None and link.valid and not link.loose and not _heads_another_column(link, title)
        for link in numbers
    )
    others = {
        _solid(link.raw)
        for own in links.values()
        for link in own
        if link.anchor is not None
        and link.entry is not None
        and (link.rule is not loose[0].rule or link.entry.kind is EntryKind.STOP)
    }
    for link in loose:
        if told or _solid(link.raw) in others:
            link.reject(Verdict.NOT_ANNOUNCED, Detail.OTHER_NUMBER)


_QUOTING = compile_late(r"\b(?:trop-?percu|suite a|complement a|remplace|annule)\b[^.]*$|\($")
_SETTLED = compile_late(r"[^.]*\b(?:deja )?(?:reglee|payee|acquittee|remplacee|annulee|soldee)\b(?! (?:par|le)\b)")


def _is_quoted(link: Link) -> bool:
    """Whether the words around a number tell of a bill that was: « trop-perçu sur », « déjà réglée »."""
    assert link.anchor is not None
    folded = link.page.folded[link.anchor.cell]
    return _QUOTING.search(folded[: link.anchor.start]) is not None or _is_settled(link)


def _is_settled(link: Link) -> bool:
    """Whether the words after a number or a date say that its bill is paid, replaced or cancelled."""
    last = link.spans[-1]
    return _SETTLED.match(link.page.folded[last.cell][last.end :]) is not None


def _heads_another_column(link: Link, title: Title | None) -> bool:
    """Whether « Facture d'acompte » heads a column elsewhere than in the title of the document."""
    own = title is not None and link.page is title.page and link.anchor is not None
    by_title = link.entry is not None and link.entry.by_title
    return by_title and own and link.anchor is not None and title is not None and link.anchor.cell != title.anchor.cell


def _solid(raw: str) -> str:
    return raw.replace(" ", "").upper()


def reject_other_invoices(dates: Sequence[Link], numbers: Sequence[Link], title: Title | None) -> None:
    """Reject the number of another invoice, a deposit or a balance brought forward, and the date printed beside it."""
    for link in numbers:
        own = title is not None and link.anchor is not None and link.anchor.cell == title.anchor.cell
        if not own and _stands_after_another_amount(link):
            link.reject(Verdict.WRONG_ROLE, Detail.DEPOSIT)
    for link in numbers:
        if link.verdict is None and link.relation is Relation.SAME_CELL and _is_quoted(link):
            link.reject(Verdict.WRONG_ROLE, Detail.OTHER_INVOICE)
    for link in dates:
        quoted = link.entry is not None and link.entry.phrase in QUOTED and link.anchor is not None
        if quoted and link.anchor is not None and link.anchor.start > 1:
            link.reject(Verdict.WRONG_ROLE, Detail.OTHER_INVOICE)  # « Suite à notre facture établie le … »
        elif link.anchor is not None and link.relation is Relation.SAME_CELL and _is_settled(link):
            link.reject(Verdict.WRONG_ROLE, Detail.OTHER_INVOICE)  # « Facture du 12/04/2026 remplacée »
    live = [link for link in numbers if link.verdict is None and link.valid]
    best = [link for link in live if not link.weak] or live
    chosen = min(best, key=lambda link: link.position).value if best else None
    for link in dates:
        if link.basis is not None and (link.basis.verdict is not None or link.basis.value != chosen):
            link.reject(Verdict.WRONG_ROLE, link.basis.raw)


def _in_grid(layout: PageLayout, label: int, value: int) -> bool:
    """Whether the next line sets a label and a value in the same two columns."""
    number = layout.line_of[label] + 1
    under = layout.lines[number] if number < len(layout.lines) else ()
    return all(
        any(abs(layout.x0[near] - layout.x0[cell]) < 2 or abs(layout.x1[near] - layout.x1[cell]) < 2 for near in under)
        for cell in (label, value)
    )


QUOTED = frozenset({"facture établie le", "facture émise le"})
BESIDE, UNDER = 12.0, 1.3
"""How far right of its title, and under it, in multiples of its type size, the number of a bill may stand alone."""

MIN_DIGITS = 3
_DIGIT = re.compile(r"\d")
_ALONE = compile_late(r"\s*(?:$|[·•|,–—-]\s*\d{1,2}[\s/.-]|du\s+\d)")


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
        in_title = title is not None and link.page is title.page and link.anchor.cell == title.anchor.cell
        if phrase.startswith(("facture", "votre facture")) and "avoir" not in phrase and not in_title:
            link.reject(Verdict.WRONG_ROLE, Detail.OTHER_INVOICE)
            if origin is not None and link.anchor.start > 1:  # at the head of its cell it may be a template's own label
                yield Link(origin, link.page, link.spans, link.raw, link.value, link.fault, link.relation, link.anchor,
                           link.entry)  # fmt: skip


_BILLING = ("factur", "avoir", "invoice", "honoraire", "credit")
_COUNTED = compile_late(r"situation|etat d|decompte|releve|bordereau|avenant|\blot\b")


def _stands_after_another_amount(link: Link) -> bool:
    """Whether a number follows the name of another amount in its cell: « Acompte de 30 % – facture n° … »."""
    anchor = link.anchor
    return anchor is not None and any(
        other.end <= anchor.start and entry.kind is EntryKind.STOP and entry.name == "not_the_total"
        for other in link.page.by_cell.get(anchor.cell, ())
        for entry in other.entries
    )


def _counts_another(lead: str) -> bool:
    """Whether the words before a « n° » number something else: of « relevé-facture » the nearer word is the bill."""
    counted = max((match.end() for match in _COUNTED.finditer(lead)), default=0)
    return counted > max(lead.rfind(word) for word in _BILLING)


_YEAR = compile_late(r"(?:19|20)\d\d")


def _by_title(link: Link, titles: Sequence[Title]) -> bool:
    assert link.anchor is not None
    layout = link.page.layout
    cell = link.anchor.cell
    for title in titles:
        if title.page is not link.page or title.label:
            continue
        head = title.anchor.cell
        if head == cell:
            parted = link.page.folded[cell][: link.anchor.start].rstrip()[-1:] in ("", "-", "/", "|", "(")
            return parted and (link.relation is Relation.SAME_CELL or _heads_row(link))
        drop = layout.top[cell] - layout.bottom[head]
        size = max(title.size, layout.size[cell])
        same_column = layout.x0[cell] < layout.x1[head] + size and layout.x1[cell] > layout.x0[head] - size
        if -1.6 * size < drop < TITLE_REACH * size and (same_column or layout.line_of[cell] == layout.line_of[head]):
            return True
    return False
