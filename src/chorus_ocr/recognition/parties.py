"""Tells whose SIRET and whose VAT number is printed: by keyword, by block, by footer, and by the SIREN they share."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from chorus_ocr.recognition.anchors import Anchor, PageText
from chorus_ocr.recognition.candidate import Verdict
from chorus_ocr.recognition.field import Part, Relation
from chorus_ocr.recognition.lexicon import Entry, EntryKind
from chorus_ocr.recognition.link import Link
from chorus_ocr.recognition.vocabulary import Party, Reach
from chorus_ocr.values.siren import SIREN

FOOTER = 0.82
"""Below this share of the page's height stand the legal mentions of the supplier."""

MAX_BLOCK_LINES = 14
LABEL_GAP = 14.0
"""How far right of a role that opens its line, in multiples of the type size, what it names may stand."""
MAX_BLOCK_LINE = 60
"""A line of an address block is no longer, in characters: a sentence tells of other firms."""

STATE_SIREN = "110002011"
"""« Services de l'État pour la facturation électronique »: it is billed, and bills nobody through the portal."""

_POSTCODE = re.compile(r"\b\d{5}\b|\bcedex\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clue:
    """Whose number it is, and what says so: ``keyword``, ``heading``, ``public_body``, ``footer`` or ``none``."""

    party: Party | None
    by: str


_ADDRESSED = Clue(Party.RECIPIENT, "heading")


def siren_of(link: Link) -> str | None:
    """Return the SIREN inside a SIRET or a French VAT number."""
    value = str(link.value or "")
    if value.isdigit() and len(value) == 14:
        return value[:9]
    if value.startswith("FR") and len(value) == 13 and value[4:].isdigit():
        return value[4:]
    return None


def decide_parties(links: dict[Part, list[Link]], pages: Sequence[PageText], reach: Reach) -> None:
    """Give each SIRET and each VAT number to one party, and reject it for the other."""
    recipient_sirens: set[str] = set()
    supplier_sirens: set[str] = set()
    registered = _registered_sirens(pages)
    for recipient, supplier in (Part.RECIPIENT_SIRET, Part.SUPPLIER_SIRET), (Part.RECIPIENT_VAT, Part.SUPPLIER_VAT):
        _by_own_clues(links, recipient, supplier, reach, recipient_sirens, supplier_sirens, registered)
    both = recipient_sirens & supplier_sirens
    recipient_sirens -= both
    supplier_sirens -= both
    for recipient, supplier in (
        (Part.RECIPIENT_SIRET, Part.SUPPLIER_SIRET),
        (Part.RECIPIENT_VAT, Part.SUPPLIER_VAT),
    ):
        _by_siren(links, recipient, supplier, recipient_sirens, supplier_sirens)
        _by_address(links, recipient, supplier, reach, recipient_sirens, supplier_sirens)
        if not recipient_sirens:
            _by_public_siren(links, recipient, supplier, supplier_sirens)
        _by_elimination(links, recipient, supplier, registered)
    _leave_out_the_head_office(links.get(Part.SUPPLIER_SIRET, []))
    if any(_is_subcontracted(page) for page in pages):
        for link in links.get(Part.SUPPLIER_SIRET, []):
            if link.entry is not None and "titulaire" in link.entry.phrase:
                link.reject(Verdict.WRONG_ROLE, "a subcontractor or a partner bills")


def _registered_sirens(pages: Sequence[PageText]) -> set[str]:
    """Return the SIRENs that stand beside a company's legal mentions: who bills signs with its register entry."""
    found: set[str] = set()
    for page in pages:
        for cell in sorted({anchor.cell for anchor in page.of_kind(EntryKind.FOOTER)}):
            if not _speaks_of_a_factor(page, cell):
                for match in SIREN.pattern.finditer(page.layout.text[cell]):
                    parsed = SIREN.parse(match.group())
                    if parsed.valid and parsed.value is not None:
                        found.add(str(parsed.value))
    return found


_FACTORING = ("affactur", "subrog", " factor", "cession de creance", "dailly", "quittanc")


def _speaks_of_a_factor(page: PageText, cell: int) -> bool:
    """Whether a cell, or a line right over or under it, tells to pay a factor: what it prints is the factor's."""
    words = [word for word in _FACTORING if word in page.whole]
    if not words:
        return False
    layout = page.layout
    near = 0.9 * layout.size[cell]
    around = (cell, *layout.above(cell, near)[:1], *layout.below(cell, near)[:1])
    return any(word in page.folded[each] for each in around for word in words)


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


def _by_own_clues(
    links: dict[Part, list[Link]],
    recipient: Part,
    supplier: Part,
    reach: Reach,
    recipient_sirens: set[str],
    supplier_sirens: set[str],
    registered: set[str],
) -> None:
    """Settle what a keyword of one party announces, then generic ones by register, block or footer.

    Of several numbers, the one whose SIREN the legal mentions print is the supplier's, whatever heads another block:
    « Titulaire du marché » over the firm that a subcontractor works for.
    """
    pairs = _pairs(links, recipient, supplier)
    generic = {id(link) for pair in pairs for link in pair}
    for part, sirens in ((recipient, recipient_sirens), (supplier, supplier_sirens)):
        for link in links.get(part, []):
            siren = siren_of(link)
            if link.verdict is None and id(link) not in generic and siren:
                sirens.add(siren)
    clues = [clue_of(mine, reach) for mine, _ in pairs]
    headed = {siren_of(mine) for (mine, _), clue in zip(pairs, clues, strict=True) if clue == _ADDRESSED}
    told = recipient_sirens | {siren for siren in headed if siren}
    sirens_here = {siren_of(mine) for mine, _ in pairs}
    signs = bool(sirens_here & registered) and len(sirens_here) > 1
    for (mine, theirs), clue in zip(pairs, clues, strict=True):
        siren = siren_of(mine)
        if siren == STATE_SIREN:
            clue = Clue(Party.RECIPIENT, "state")
        elif signs and siren in registered and clue.party is not Party.RECIPIENT:
            clue = Clue(Party.SUPPLIER, "register")
        elif signs and clue.party is Party.SUPPLIER:
            clue = Clue(Party.OTHER, "register")
        if clue.by == "public_body" and told and siren not in told:
            continue  # a public body that bills another one: its own number stands under its name
        if clue.party is Party.RECIPIENT:
            theirs.reject(Verdict.WRONG_ROLE, clue.by)
            mine.relation = Relation.BLOCK
            if siren and clue.by != "public_body":
                recipient_sirens.add(siren)
        elif clue.party is Party.SUPPLIER:
            mine.reject(Verdict.WRONG_ROLE, clue.by)
            if siren:
                supplier_sirens.add(siren)
        elif clue.party is Party.OTHER:
            mine.reject(Verdict.WRONG_ROLE, clue.by)
            theirs.reject(Verdict.WRONG_ROLE, clue.by)


def _by_siren(
    links: dict[Part, list[Link]],
    recipient: Part,
    supplier: Part,
    recipient_sirens: set[str],
    supplier_sirens: set[str],
) -> None:
    """Settle what is still open by the SIREN it shares with a number whose party is known."""
    for mine, theirs in _pairs(links, recipient, supplier):
        siren = siren_of(mine)
        if siren in recipient_sirens:
            theirs.reject(Verdict.WRONG_ROLE, "siren")
        elif siren in supplier_sirens:
            mine.reject(Verdict.WRONG_ROLE, "siren")


def _by_address(
    links: dict[Part, list[Link]],
    recipient: Part,
    supplier: Part,
    reach: Reach,
    recipient_sirens: set[str],
    supplier_sirens: set[str],
) -> None:
    """Settle the one number that is left in an address block, where the legal mentions print the supplier's own."""
    pairs = _pairs(links, recipient, supplier)
    left = {siren_of(mine) for mine, _ in pairs}
    if len(left) != 1 or not supplier_sirens or recipient_sirens or left <= supplier_sirens:
        return
    for mine, theirs in pairs:
        if _in_address_block(mine, reach):
            theirs.reject(Verdict.WRONG_ROLE, "address")
            mine.relation = Relation.BLOCK
            siren = siren_of(mine)
            if siren:
                recipient_sirens.add(siren)


def _by_public_siren(links: dict[Part, list[Link]], recipient: Part, supplier: Part, supplier_sirens: set[str]) -> None:
    """Settle two numbers of which one is a public body's: INSEE keeps the SIRENs that open with 1 and 2 for those.

    Where the supplier is known, and no public body, one such number that is left is the recipient's.
    """
    pairs = _pairs(links, recipient, supplier)
    sirens = {siren for mine, _ in pairs if (siren := siren_of(mine)) is not None}
    public = {siren for siren in sirens if siren[0] in "12"}
    known = bool(supplier_sirens) and not any(siren[0] in "12" for siren in supplier_sirens)
    if len(public) != 1 or len(sirens) != (1 if known else 2):
        return
    for mine, theirs in pairs:
        if siren_of(mine) in public:
            theirs.reject(Verdict.WRONG_ROLE, "siren of a public body")
            mine.relation = Relation.BLOCK
        else:
            mine.reject(Verdict.WRONG_ROLE, "siren of a company")


def _leave_out_the_head_office(links: list[Link]) -> None:
    """Let the SIRET of the establishment that bills go before that of its head office, where both are printed."""
    live = [link for link in links if link.verdict is None and link.valid and link.entry is not None]
    offices = [link for link in live if link.entry is not None and "siège" in link.entry.phrase]
    for link in offices:
        others = [other for other in live if other not in offices and other.value != link.value]
        if any(siren_of(other) == siren_of(link) for other in others):
            link.reject(Verdict.LOST_TO, "the establishment")


def _in_address_block(link: Link, reach: Reach) -> bool:
    assert link.anchor is not None
    page, at = link.page, link.anchor.cell
    layout = page.layout
    if layout.top[at] > 0.5 * layout.page.height or len(layout.text[at]) > MAX_BLOCK_LINE:
        return False
    own = {span.cell for span in link.spans}  # « 678 327 578 09831 » ends like a postcode
    for _ in range(MAX_BLOCK_LINES):
        if at not in own and _POSTCODE.search(layout.text[at]):
            return True
        over = _line_above(page, at, reach)
        if over is None:
            # A blank line parts the name and address of a party from its numbers.
            further = layout.above(at, 2.2 * layout.size[at])[:1]
            if not further or abs(layout.x0[further[0]] - layout.x0[at]) > layout.size[at]:
                return False
            over = further[0]
        at = over
    return False


def _by_elimination(links: dict[Part, list[Link]], recipient: Part, supplier: Part, registered: set[str]) -> None:
    """Settle a single number that is left: an invoice prints its supplier's number, if it prints one.

    Where the register entry or the VAT number tells the supplier's SIREN, a number of another firm is not it.
    """
    signed = registered | {siren for link in links.get(Part.SUPPLIER_VAT, []) if (siren := _french_siren(link))}
    pairs = _pairs(links, recipient, supplier)
    left = {str(mine.value) for mine, _ in pairs}
    supplied = {
        str(link.value)
        for link in links.get(supplier, [])
        if link.verdict is None and not any(link is theirs for _, theirs in pairs)
    }
    sirens = {siren_of(mine) for mine, _ in pairs}
    single = len(left) == 1 and not (supplied - left) and not (signed and not sirens & signed)
    for mine, theirs in pairs:
        mine.reject(Verdict.WRONG_ROLE, "elimination" if single else "no party")
        if not single:
            theirs.reject(Verdict.WRONG_ROLE, "no party")


def _french_siren(link: Link) -> str | None:
    return siren_of(link) if link.verdict is None and link.valid else None


def clue_of(link: Link, reach: Reach) -> Clue:
    """Return what the place of a number tells of its party."""
    page = link.page
    cell = link.spans[0].cell if link.anchor is None else link.anchor.cell
    layout = page.layout
    start = link.spans[0].start if link.anchor is None else link.anchor.start
    own = _role_in(page, cell, start)
    if own is not None:
        return Clue(own, "heading")
    if _speaks_of_a_factor(page, cell):
        return Clue(Party.OTHER, "factor")
    footer = any(
        anchor.has(EntryKind.FOOTER)
        for near in layout.lines[layout.line_of[cell]]
        for anchor in page.by_cell.get(near, ())
    )
    if footer:
        return Clue(Party.SUPPLIER, "footer")
    clue = _block_clue(page, cell, reach)
    if clue is not None:
        return clue
    if layout.top[cell] > FOOTER * layout.page.height and layout.top[cell] < 2 * layout.page.height:
        return Clue(Party.SUPPLIER, "footer")
    return Clue(None, "none")


_SUBCONTRACTED = re.compile(
    r"\bdc4\b|acte special|a payer au sous-trait|sous-trait\w* (?:agree|\(?emett)"
    r"|facture (?:de |du )?(?:sous-|co-?)trait|paiement (?:direct )?(?:du|au) (?:sous-|co-?)trait"
)


def _is_subcontracted(page: PageText) -> bool:
    """Whether a page says that a subcontractor or a partner bills: the holder of the contract is a third party then."""
    return "trait" in page.whole and _SUBCONTRACTED.search(page.whole) is not None


def _party(page: PageText, entry: Entry) -> Party:
    if "titulaire" in entry.phrase and _is_subcontracted(page):
        return Party.OTHER
    return Party(entry.name)


def _role_in(page: PageText, cell: int, before: int) -> Party | None:
    """Return the party that the words right before a keyword name, or those that open its cell like a heading."""
    text = page.layout.text[cell]
    for anchor in page.by_cell.get(cell, ()):
        entry = anchor.entry(EntryKind.ROLE)
        if anchor.cell != cell or anchor.end > before or entry is None or anchor.end - anchor.start <= 2:
            continue
        heads = anchor.start <= 1 and text[anchor.end :].lstrip()[:1] == ":"
        if heads or not text[anchor.end : before].strip(" :–—-|(n°N"):
            return _party(page, entry)
    return None


def _heading(page: PageText, cell: int) -> Party | None:
    """Return the party whose block a cell heads: a role word that fills the cell or is followed by a colon."""
    for anchor in page.by_cell.get(cell, ()):
        if anchor.cell != cell or anchor.start > 2:
            return None
        entry = anchor.entry(EntryKind.ROLE)
        if entry is None:
            continue
        rest = page.layout.text[cell][anchor.end :].strip()
        if len(rest) <= 2 or rest[0] in ":(/-–" or anchor.length > 1:
            return _party(page, entry)
    return None


def _block_clue(page: PageText, cell: int, reach: Reach) -> Clue | None:
    """Go up the lines of an address block to what heads it: a role word, or the name of a public body."""
    layout = page.layout
    body: Clue | None = None
    at = cell
    for _ in range(MAX_BLOCK_LINES):
        line = layout.lines[layout.line_of[at]]
        if at > line.start:
            party = _heading(page, at - 1)
            gap = layout.x0[at] - layout.x1[at - 1]
            near = gap < 6 * layout.size[at] or (at - 1 == line.start and gap < LABEL_GAP * layout.size[at])
            if party is not None and near:
                return Clue(party, "heading")
        over = _line_above(page, at, reach)
        if over is None:
            break
        party = _heading(page, over)
        if party is not None:
            return Clue(party, "heading")
        if _names_public_body(page, over):
            body = Clue(Party.RECIPIENT, "public_body")
        at = over
    if body is None and _names_public_body(page, cell):
        body = Clue(Party.RECIPIENT, "public_body")
    return body


def _names_public_body(page: PageText, cell: int) -> bool:
    anchors: list[Anchor] = page.by_cell.get(cell, [])
    return any(anchor.start <= 1 and anchor.cell == cell and anchor.has(EntryKind.PUBLIC_BODY) for anchor in anchors)


def _line_above(page: PageText, cell: int, reach: Reach) -> int | None:
    """Return the cell of the line above in the same block: set flush left, flush right or centred like this one."""
    layout = page.layout
    size = layout.size[cell]
    for over in layout.above(cell, reach.block * size):
        slack = 1.5 * size
        left = abs(layout.x0[over] - layout.x0[cell])
        right = abs(layout.x1[over] - layout.x1[cell])
        centre = abs(layout.x0[over] + layout.x1[over] - layout.x0[cell] - layout.x1[cell]) / 2
        if min(left, right, centre) <= slack:
            return over
    # A heading stands a little further off than the lines of its block.
    for over in layout.above(cell, 3.2 * size)[:1]:
        if _heading(page, over) is not None:
            return over
    return None


def ministry_block(pages: Sequence[PageText]) -> tuple[PageText, int] | None:
    """Return the cell of the first page in which « Ministère … » opens an address block, or None.

    A ministry named in a sentence is not the recipient: an address, a postcode and a town, must stand under it.
    """
    if not pages:
        return None
    page = pages[0]
    layout = page.layout
    for anchor in page.anchors:
        entry = anchor.entry(EntryKind.PUBLIC_BODY) or anchor.entry(EntryKind.FIELD)
        if entry is None or anchor.start > 1 or not page.folded[anchor.cell].startswith("minist"):
            continue
        cell = anchor.cell
        if layout.top[cell] > 0.5 * layout.page.height:
            continue
        for _ in range(6):
            under = [
                other
                for other in layout.below(cell, 1.7 * layout.size[cell])
                if abs(layout.x0[other] - layout.x0[cell]) < 1.5 * layout.size[cell]
            ]
            if not under:
                break
            cell = under[0]
            if _POSTCODE.search(layout.text[cell]):
                return page, anchor.cell
    return None
