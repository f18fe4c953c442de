"""Tells whose SIRET and whose VAT number is printed: by keyword, by block, by footer, and by the SIREN they share."""

from collections.abc import Sequence
from typing import NamedTuple

from chorus_ocr.recognition.anchors import PageText
from chorus_ocr.recognition.blocks import (
    ADDRESSED,
    Clue,
    clue_of,
    in_address_block,
    is_subcontracted,
    speaks_of_another_firm,
)
from chorus_ocr.recognition.candidate import Detail, Verdict
from chorus_ocr.recognition.field import Part, Relation
from chorus_ocr.recognition.lexicon import EntryKind
from chorus_ocr.recognition.link import Link
from chorus_ocr.recognition.vocabulary import Party, Reach
from chorus_ocr.values.siren import SIREN

STATE_SIREN = "110002011"
"""« Services de l'État pour la facturation électronique »: it is billed, and bills nobody through the portal."""

_BY_TYPE = ((Part.RECIPIENT_SIRET, Part.SUPPLIER_SIRET), (Part.RECIPIENT_VAT, Part.SUPPLIER_VAT))

MAX_OPENING = 4
"""Before « SIRET » at the head of a label stand at most so many characters: « N° »."""


def siren_of(link: Link) -> str | None:
    """Return the SIREN inside a SIRET or a French VAT number."""
    value = str(link.value or "")
    if value.isdigit() and len(value) == 14:
        return value[:9]
    if value.startswith("FR") and len(value) == 13 and value[4:].isdigit():
        return value[4:]
    return None


class _Sirens(NamedTuple):
    """The SIRENs of which it is known whose they are. The sets of the two parties grow while numbers are settled."""

    recipient: set[str]
    supplier: set[str]
    registered: set[str]
    """Those that stand beside a company's legal mentions."""


def decide_parties(links: dict[Part, list[Link]], pages: Sequence[PageText], reach: Reach) -> None:
    """Give each SIRET and each VAT number to one party, and reject it for the other."""
    sirens = _Sirens(set(), set(), _registered_sirens(pages))
    for recipient, supplier in _BY_TYPE:
        _by_register(links, recipient, supplier, sirens)
        _by_keyword(links, recipient, supplier, sirens)
        _by_own_clues(links, recipient, supplier, reach, sirens)
    both = sirens.recipient & sirens.supplier
    sirens.recipient.difference_update(both)
    sirens.supplier.difference_update(both)
    for recipient, supplier in _BY_TYPE:
        _by_siren(links, recipient, supplier, sirens)
        _by_address(links, recipient, supplier, reach, sirens)
        _by_public_siren(links, recipient, supplier, sirens)
        _by_elimination(links, recipient, supplier, sirens)
    _leave_out_the_head_office(links.get(Part.SUPPLIER_SIRET, []), reach)
    _leave_out_the_contractor(links.get(Part.SUPPLIER_SIRET, []), pages)


def _registered_sirens(pages: Sequence[PageText]) -> set[str]:
    """Return the SIRENs that stand beside a company's legal mentions: who bills signs with its register entry."""
    found: set[str] = set()
    for page in pages:
        for cell in sorted({anchor.cell for anchor in page.of_kind(EntryKind.FOOTER)}):
            if not speaks_of_another_firm(page, cell):
                for match in SIREN.pattern.finditer(page.layout.text[cell]):
                    parsed = SIREN.parse(match.group())
                    if parsed.valid and parsed.value is not None:
                        found.add(str(parsed.value))
    return found


def _pairs(links: dict[Part, list[Link]], recipient: Part, supplier: Part) -> list[tuple[Link, Link]]:
    """Return the links of generic words (« SIRET ») as they stand for both parties, while neither has them."""
    if not any(link.verdict is None for link in links.get(recipient, ())):
        return []
    suppliers = {
        (link.place, link.anchor.start if link.anchor else -1): link
        for link in links.get(supplier, [])
        if link.verdict is None
    }
    pairs = []
    for link in links.get(recipient, []):
        if link.verdict is None and link.anchor is not None:
            other = suppliers.get((link.place, link.anchor.start))
            if other is not None:
                pairs.append((link, other))
    return pairs


def _generic(pairs: Sequence[tuple[Link, Link]]) -> set[int]:
    return {id(link) for pair in pairs for link in pair}


def _by_register(links: dict[Part, list[Link]], recipient: Part, supplier: Part, sirens: _Sirens) -> None:
    """Reject for the recipient what signs the invoice: where a heading says that it is the client's, it is nobody's."""
    generic = _generic(_pairs(links, recipient, supplier))
    for link in links.get(recipient, []):
        if id(link) not in generic and siren_of(link) in sirens.registered - {STATE_SIREN}:
            link.reject(Verdict.WRONG_ROLE, Detail.REGISTER)


def _by_keyword(links: dict[Part, list[Link]], recipient: Part, supplier: Part, sirens: _Sirens) -> None:
    """Take in whose the numbers are that a keyword of one party announces."""
    generic = _generic(_pairs(links, recipient, supplier))
    for part, known in ((recipient, sirens.recipient), (supplier, sirens.supplier)):
        for link in links.get(part, []):
            siren = siren_of(link)
            if link.verdict is None and id(link) not in generic and siren:
                known.add(siren)


def _by_own_clues(
    links: dict[Part, list[Link]], recipient: Part, supplier: Part, reach: Reach, sirens: _Sirens
) -> None:
    """Settle what a generic word announces by register, block or footer."""
    pairs = _pairs(links, recipient, supplier)
    clues = [clue_of(mine, reach) for mine, _ in pairs]
    headed = {siren_of(mine) for (mine, _), clue in zip(pairs, clues, strict=True) if clue == ADDRESSED}
    told = sirens.recipient | {siren for siren in headed if siren}
    printed = {siren_of(mine) for mine, _ in pairs}
    signs = len(printed) > 1 and not printed.isdisjoint(sirens.registered - {STATE_SIREN})
    for (mine, theirs), clue in zip(pairs, clues, strict=True):
        siren = siren_of(mine)
        clue = _outweighed(clue, siren, sirens, signs)
        if clue.by == Detail.PUBLIC_BODY and told and siren not in told:
            continue  # a public body that bills another one: its own number stands under its name
        if clue.party in (Party.SUPPLIER, Party.OTHER):
            mine.reject(Verdict.WRONG_ROLE, clue.by)
        if clue.party in (Party.RECIPIENT, Party.OTHER):
            theirs.reject(Verdict.WRONG_ROLE, clue.by)
        if clue.party is Party.RECIPIENT:
            mine.relation = Relation.BLOCK
            if siren and clue.by != Detail.PUBLIC_BODY:
                sirens.recipient.add(siren)
        elif clue.party is Party.SUPPLIER and siren:
            sirens.supplier.add(siren)


def _outweighed(clue: Clue, siren: str | None, sirens: _Sirens, signs: bool) -> Clue:
    """Return the clue that outweighs the place of a number: the State's own number, or the register entry.

    Who bills signs with its register entry. Of several numbers, the one whose SIREN the legal mentions print is the
    supplier's, whatever heads another block: « Titulaire du marché » over the firm that a subcontractor works for.
    Where a heading says that the number so signed is the client's, it is nobody's.
    """
    if siren == STATE_SIREN:
        return Clue(Party.RECIPIENT, Detail.STATE)
    if siren in sirens.registered:
        contested = clue == ADDRESSED or clue.party is Party.OTHER
        return Clue(Party.OTHER if contested else Party.SUPPLIER, Detail.REGISTER)
    if signs and clue.party is Party.SUPPLIER:
        return Clue(Party.OTHER, Detail.REGISTER)
    return clue


def _by_siren(links: dict[Part, list[Link]], recipient: Part, supplier: Part, sirens: _Sirens) -> None:
    """Settle what is still open by the SIREN it shares with a number whose party is known."""
    for mine, theirs in _pairs(links, recipient, supplier):
        siren = siren_of(mine)
        if siren in sirens.recipient:
            theirs.reject(Verdict.WRONG_ROLE, Detail.SAME_SIREN)
        elif siren in sirens.supplier:
            mine.reject(Verdict.WRONG_ROLE, Detail.SAME_SIREN)


def _by_address(links: dict[Part, list[Link]], recipient: Part, supplier: Part, reach: Reach, sirens: _Sirens) -> None:
    """Settle the one number that is left in an address block, where the legal mentions print the supplier's own."""
    pairs = _pairs(links, recipient, supplier)
    left = {siren_of(mine) for mine, _ in pairs}
    if len(left) != 1 or not sirens.supplier or sirens.recipient or left <= sirens.supplier:
        return
    for mine, theirs in pairs:
        if in_address_block(mine, reach):
            theirs.reject(Verdict.WRONG_ROLE, Detail.ADDRESS)
            mine.relation = Relation.BLOCK
            siren = siren_of(mine)
            if siren:
                sirens.recipient.add(siren)


def _by_public_siren(links: dict[Part, list[Link]], recipient: Part, supplier: Part, sirens: _Sirens) -> None:
    """Settle two numbers of which one is a public body's: INSEE keeps the SIRENs that open with 1 and 2 for those.

    Where the supplier is known, and no public body, one such number that is left is the recipient's.
    """
    if sirens.recipient:
        return
    pairs = _pairs(links, recipient, supplier)
    printed = {siren for mine, _ in pairs if (siren := siren_of(mine)) is not None}
    public = set(filter(_is_public, printed))
    if len(printed) == 1 and any(mine.anchor is not None and mine.anchor.start > MAX_OPENING for mine, _ in pairs):
        return  # in a sentence, a place of work
    if len({str(mine.value) for mine, _ in pairs}) > len(printed):
        return  # establishments of one body
    known = bool(sirens.supplier) and not any(map(_is_public, sirens.supplier))
    if len(public) != 1 or len(printed) != (1 if known else 2):
        return
    bodies = [mine for mine, _ in pairs if siren_of(mine) in public]
    firms = [mine for mine, _ in pairs if siren_of(mine) not in public]
    if any(_is_letterhead_over(body, firm) for body in bodies for firm in firms):
        return  # a public body that bills a firm
    for mine, theirs in pairs:
        if siren_of(mine) in public:
            theirs.reject(Verdict.WRONG_ROLE, Detail.PUBLIC_SIREN)
            mine.relation = Relation.BLOCK
        else:
            mine.reject(Verdict.WRONG_ROLE, Detail.COMPANY_SIREN)


def _is_public(siren: str) -> bool:
    return siren[0] in "12"


def _is_letterhead_over(one: Link, other: Link) -> bool:
    """Whether one number stands in the left half of a page, over another: sender and addressee.

    The other one stands in the right half, or under the title, which parts the letterhead from the rest.
    """
    page, layout = one.page, one.page.layout
    if other.page is not page:
        return False
    here, there = one.spans[0].cell, other.spans[0].cell
    middle = layout.page.width / 2
    if not layout.x0[here] < middle or not layout.bottom[here] < layout.top[there]:
        return False
    titles = [*page.of_kind(EntryKind.TITLE), *page.of_part(Part.NUMBER)]
    return layout.x0[there] > middle or any(
        title.start <= 1 and layout.line_of[here] < layout.line_of[title.cell] < layout.line_of[there]
        for title in titles
    )


def _leave_out_the_head_office(links: list[Link], reach: Reach) -> None:
    """Let the SIRET of the establishment that bills go before that of its head office, where both are printed."""
    live = [link for link in links if link.verdict is None and link.valid and link.entry is not None]
    offices = [link for link in live if link.entry is not None and "siège" in link.entry.phrase]
    for link in offices:
        if clue_of(link, reach).party is Party.RECIPIENT:
            link.reject(Verdict.WRONG_ROLE, Detail.HEADING)
            live.remove(link)
    offices = [link for link in offices if link.verdict is None]
    for link in offices:
        others = [other for other in live if other not in offices and other.value != link.value]
        if any(siren_of(other) == siren_of(link) for other in others):
            link.reject(Verdict.LOST_TO, Detail.ESTABLISHMENT)


def _leave_out_the_contractor(links: list[Link], pages: Sequence[PageText]) -> None:
    """Reject the number of the holder of the contract where a subcontractor bills."""
    if any(is_subcontracted(page) for page in pages):
        for link in links:
            if link.entry is not None and "titulaire" in link.entry.phrase:
                link.reject(Verdict.WRONG_ROLE, Detail.SUBCONTRACTOR)


def _by_elimination(links: dict[Part, list[Link]], recipient: Part, supplier: Part, sirens: _Sirens) -> None:
    """Settle a single number that is left: an invoice prints its supplier's number, if it prints one.

    Where the register entry or the VAT number tells the supplier's SIREN, a number of another firm is not it.
    """
    signed = sirens.registered | {siren for link in links.get(Part.SUPPLIER_VAT, []) if (siren := _french_siren(link))}
    pairs = _pairs(links, recipient, supplier)
    left = {str(mine.value) for mine, _ in pairs}
    supplied = {
        str(link.value)
        for link in links.get(supplier, [])
        if link.verdict is None and not any(link is theirs for _, theirs in pairs)
    }
    printed = {siren_of(mine) for mine, _ in pairs}
    single = len(left) == 1 and not (supplied - left) and not (signed and not printed & signed)
    for mine, theirs in pairs:
        mine.reject(Verdict.WRONG_ROLE, Detail.ELIMINATION if single else Detail.NO_PARTY)
        if not single:
            theirs.reject(Verdict.WRONG_ROLE, Detail.NO_PARTY)


def _french_siren(link: Link) -> str | None:
    return siren_of(link) if link.verdict is None and link.valid else None
