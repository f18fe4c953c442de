"""Whose block a number stands in: the role word or the public body that heads it, the footer, a factor's paragraph."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from chorus_ocr.recognition.anchors import Anchor, PageText
from chorus_ocr.recognition.candidate import Detail
from chorus_ocr.recognition.lexicon import Entry, EntryKind
from chorus_ocr.recognition.link import Link
from chorus_ocr.recognition.vocabulary import Party, Reach
from chorus_ocr.values.late import compile_late

FOOTER = 0.82
"""Below this share of the page's height stand the legal mentions of the supplier."""

MAX_BLOCK_LINES = 14
LABEL_GAP = 14.0
"""How far right of a role that opens its line, in multiples of the type size, what it names may stand."""
MAX_BLOCK_LINE = 60
"""A line of an address block is no longer, in characters: a sentence tells of other firms."""

_POSTCODE = compile_late(r"(?<!\d )\b\d{5}\b(?! \d)|\bcedex\b", re.IGNORECASE)


class Clue(NamedTuple):
    """Whose number it is, and what says so."""

    party: Party | None
    by: Detail


ADDRESSED = Clue(Party.RECIPIENT, Detail.HEADING)


def clue_of(link: Link, reach: Reach) -> Clue:
    """Return what the place of a number tells of its party."""
    page = link.page
    cell = link.spans[0].cell if link.anchor is None else link.anchor.cell
    layout = page.layout
    start = link.spans[0].start if link.anchor is None else link.anchor.start
    own = _role_in(page, cell, start)
    if own is not None:
        return Clue(own, Detail.HEADING)
    if speaks_of_another_firm(page, cell):
        return Clue(Party.OTHER, Detail.FACTOR)
    footer = any(
        anchor.has(EntryKind.FOOTER)
        for near in layout.lines[layout.line_of[cell]]
        for anchor in page.by_cell.get(near, ())
    )
    clue = _block_clue(page, cell, reach)
    if footer:
        # The register entry of a client, in the block that is headed so, makes nobody's number of it.
        return Clue(Party.OTHER if clue == ADDRESSED else Party.SUPPLIER, Detail.FOOTER)
    if clue is not None:
        return clue
    if layout.top[cell] > FOOTER * layout.page.height and layout.top[cell] < 2 * layout.page.height:
        return Clue(Party.SUPPLIER, Detail.FOOTER)
    return Clue(None, Detail.NO_PARTY)


_SUBCONTRACTED = compile_late(
    r"\bdc4\b|acte special|a payer au sous-trait|sous-trait\w* (?:agree|\(?emett)"
    r"|facture (?:de |du )?(?:sous-|co-?)trait|paiement (?:direct )?(?:du|au) (?:sous-|co-?)trait"
)


def is_subcontracted(page: PageText) -> bool:
    """Whether a page says that a subcontractor or a partner bills: the holder of the contract is a third party then."""
    return "trait" in page.whole and _SUBCONTRACTED.search(page.whole) is not None


def _party(page: PageText, entry: Entry) -> Party:
    if "titulaire" in entry.phrase and is_subcontracted(page):
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
                return Clue(party, Detail.HEADING)
        over = _line_above(page, at, reach)
        if over is None:
            break
        party = _heading(page, over)
        if party is not None:
            return Clue(party, Detail.HEADING)
        if _names_public_body(page, over):
            body = Clue(Party.RECIPIENT, Detail.PUBLIC_BODY)
        at = over
    if body is None and _names_public_body(page, cell):
        body = Clue(Party.RECIPIENT, Detail.PUBLIC_BODY)
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
    for over in layout.above(cell, 3.2 * size, most=1):
        party = _heading(page, over)
        if party is not None and not (party is Party.OTHER and _names_its_own(page, over)):
            return over
    return None


def _names_its_own(page: PageText, cell: int) -> bool:
    """Whether a heading has its name on its own row, so that the block further down is somebody else's."""
    _, colon, name = page.layout.text[cell].partition(":")
    beside = page.layout.right_of(cell)[:1]
    return bool(colon) and (bool(name.strip()) or any(_heading(page, near) is None for near in beside))


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


_OTHER_FIRMS = (
    "affactur",
    "subrog",
    " factor",
    "creance",
    "dailly",
    "quittanc",
    "recouvrement confie",
    "heberge par",
    "edite par",
    "editee par",
    "edite avec",
    "editee avec",
    "genere par",
    "generee par",
    "genere avec",
    "generee avec",
    "logiciel de facturation",
    "filiale",
    "societe mere",
)


def speaks_of_another_firm(page: PageText, cell: int) -> bool:
    """Whether a cell, or a line right over or under it, is about a factor, a host or a parent: its number is theirs."""
    layout = page.layout
    near = 0.9 * layout.size[cell]
    around = (cell, *layout.above(cell, near, most=1), *layout.below(cell, near, most=1))
    said = "\n".join([page.folded[each] for each in around])
    return any(word in said for word in _OTHER_FIRMS)


_OTHER_ADDRESSES = compile_late(r"\bbanque\b|transporteur|assurance|factor|reglement a\b|mandataire|domiciliation")


def in_address_block(link: Link, reach: Reach) -> bool:
    assert link.anchor is not None
    page, at = link.page, link.anchor.cell
    layout = page.layout
    if layout.top[at] > 0.5 * layout.page.height or len(layout.text[at]) > MAX_BLOCK_LINE:
        return False
    own = {span.cell for span in link.spans}  # « 678 327 578 09831 » ends like a postcode
    for _ in range(MAX_BLOCK_LINES):
        if _OTHER_ADDRESSES.search(page.folded[at]):
            return False
        if at not in own and _POSTCODE.search(layout.text[at]):
            return True
        over = _line_above(page, at, reach)
        if over is None:
            # A blank line parts the name and address of a party from its numbers.
            further = layout.above(at, 2.2 * layout.size[at], most=1)
            if not further or abs(layout.x0[further[0]] - layout.x0[at]) > layout.size[at]:
                return False
            over = further[0]
        at = over
    return False
