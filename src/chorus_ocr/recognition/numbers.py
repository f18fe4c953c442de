"""Finds the number of the bill by its title, and sets aside what « n° » announces elsewhere."""

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

BESIDE, UNDER = 12.0, 1.3
"""How far right of its title, and under it, in multiples of its type size, the number of a bill may stand alone."""

MIN_DIGITS = 3
_DIGIT = re.compile(r"\d")
_ALONE = compile_late(r"\s*(?:$|[·•|,–—-]\s*\d{1,2}[\s/.-]|du\s+\d)")
_YEAR = compile_late(r"(?:19|20)\d\d")
_OTHER = compile_late(
    r"\d{1,5}|\d{4}[A-Z]|[A-Z]{2}-\d{3}-[A-Z]{2}|FR\w{2}\d{9}|(?:\d{3} ?){3}|ISO \d+|www\..*|\d{2} \d{3}"
)
"""More likely a postcode, a SIREN, an activity code, a plate than the number of a bill."""

_BILLING = ("factur", "avoir", "invoice", "honoraire", "credit")
_COUNTED_BILLS = ("situation", "acompte", "solde")
MAX_COUNT = 2
"""A contract has less than a hundred situations or deposits."""

MAX_COLON = 4
"""Behind a label its colon stands within so many characters."""

_COUNTED = compile_late(r"situation|etat d|decompte|releve|bordereau|avenant|\blot\b")


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
        if link.anchor is None or link.entry is None or not link.entry.weak:
            continue
        in_title = title is not None and title.holds(link.page, link.anchor)
        lead = link.page.folded[link.anchor.cell][: link.anchor.start]
        billing = any(word in link.entry.phrase for word in _BILLING)
        if link.anchor.start > 1 and (not in_title or (_counts_another(lead) and not billing)):
            link.reject(Verdict.NOT_ANNOUNCED, Detail.NOT_AT_HEAD)
        # « SITUATION DE TRAVAUX N° 3 » numbers the situation.
        bills = billing or any(word in lead for word in _BILLING)
        if in_title and link.relation is Relation.SAME_CELL and bills and not _YEAR.fullmatch(link.raw):
            link.entry = link.entry._replace(weak=False, by_title=False)


def reject_counts(numbers: Sequence[Link]) -> None:
    """Reject what counts situations or deposits: the third is « FACTURE – Situation n° 3 », whatever its number is.

    « Facture n° 4 » counts, too, where « Numéro : 26.929 » is printed besides.
    """
    numbered = any(_is_labelled(link) for link in numbers)
    for link in numbers:
        phrase = link.entry.phrase.lower() if link.entry is not None else ""
        counted = numbered or any(word in phrase for word in _COUNTED_BILLS)
        if counted and link.raw.isdigit() and len(link.raw) <= MAX_COUNT:
            link.reject(Verdict.NOT_ANNOUNCED, Detail.COUNT)


def _is_labelled(link: Link) -> bool:
    """Whether a number longer than a count stands behind a label of its own, with a colon."""
    anchor = link.anchor
    if anchor is None or anchor.start > 1 or link.verdict is not None or not link.valid or len(link.raw) <= MAX_COUNT:
        return False
    return ":" in link.page.layout.text[anchor.cell][anchor.end :][:MAX_COLON]


def number_beside_the_title(rule: FieldRule[object], title: Title | None) -> Iterator[Link]:
    """Yield a reference that stands alone right of the title of a bill, or right under it: « FACTURE / F-26-118 »."""
    if title is None or title.label or title.kind not in (DocumentKind.INVOICE, DocumentKind.CREDIT_NOTE):
        return
    page = title.page
    if _DIGIT.search(page.folded[title.anchor.cell]):
        return  # the title tells its number, or a date, itself
    for cell, relation in _beside(title):
        match = rule.value.pattern.match(page.layout.text[cell])
        if match is None or not _ALONE.match(match.string, match.end()) or not _may_number(match.group()):
            continue
        parsed = rule.value.parse(match.group())
        if not parsed.valid or _is_one_of_several(rule, title, cell, relation):
            continue
        span = CellSpan(cell, match.start(), match.end())
        link = plain_link(rule, page, (span,), match.group(), parsed.value, relation)
        link.loose = True
        yield link
        return


def _beside(title: Title) -> Iterator[tuple[int, Relation]]:
    """Yield the next cell to the right of a title, and the next one under it, where they are near enough to be its."""
    layout, cell = title.page.layout, title.anchor.cell
    size = max(title.size, layout.size[cell])
    for near in layout.right_of(cell)[:1]:
        if layout.x0[near] - layout.x1[cell] < BESIDE * size or _in_grid(layout, cell, near):
            yield near, Relation.RIGHT
    for near in layout.below(title.anchor.end_cell, UNDER * size, most=1):
        if abs(layout.x0[near] - layout.x0[cell]) < size or abs(layout.x1[near] - layout.x1[cell]) < size:
            yield near, Relation.BELOW


def _may_number(raw: str) -> bool:
    """Whether print that stands alone may be a number: no year, postcode, SIREN, activity code, plate or period."""
    digits = sum(char.isdigit() for char in raw)
    return digits >= MIN_DIGITS and not (_YEAR.fullmatch(raw) or _OTHER.fullmatch(raw) or is_period(raw))


def _is_one_of_several(rule: FieldRule[object], title: Title, cell: int, relation: Relation) -> bool:
    """Whether more stands beside a reference, so that it may be anything: a customer's number, a file."""
    layout = title.page.layout
    size = max(title.size, layout.size[title.anchor.cell])
    line = layout.lines[layout.line_of[cell]]
    if relation is Relation.BELOW and cell > line.start and layout.x0[cell] - layout.x1[cell - 1] < size:
        return True
    titled = layout.lines[layout.line_of[title.anchor.cell]]
    beside = cell + 1 in line and layout.x0[cell + 1] - layout.x1[cell] < BESIDE * size
    return beside and (relation is Relation.RIGHT or len(titled) == 1) and _is_value(rule, layout.text[cell + 1])


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


def _heads_another_column(link: Link, title: Title | None) -> bool:
    """Whether « Facture d'acompte » heads a column elsewhere than in the title of the document."""
    if title is None or link.page is not title.page or link.anchor is None:
        return False
    return link.entry is not None and link.entry.by_title and not title.holds(link.page, link.anchor)


def _solid(raw: str) -> str:
    return raw.replace(" ", "").upper()


def _in_grid(layout: PageLayout, label: int, value: int) -> bool:
    """Whether the next line sets a label and a value in the same two columns."""
    number = layout.line_of[label] + 1
    under = layout.lines[number] if number < len(layout.lines) else ()
    return all(
        any(abs(layout.x0[near] - layout.x0[cell]) < 2 or abs(layout.x1[near] - layout.x1[cell]) < 2 for near in under)
        for cell in (label, value)
    )


def _counts_another(lead: str) -> bool:
    """Whether the words before a « n° » number something else: of « relevé-facture » the nearer word is the bill."""
    counted = max((match.end() for match in _COUNTED.finditer(lead)), default=0)
    return counted > max(lead.rfind(word) for word in _BILLING)


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
