"""What a label says besides its words: where its value may start, whose it is, whether it announces a reference."""

import re

from chorus_ocr.layout.cells import CellSpan
from chorus_ocr.recognition.anchors import Anchor, PageText
from chorus_ocr.recognition.field import FieldRule, Part
from chorus_ocr.recognition.lexicon import Entry, EntryKind, Lexicon
from chorus_ocr.recognition.link import AMOUNT_PARTS, Link, link_to
from chorus_ocr.recognition.value_at import ENUMERATOR, PUNCTUATION
from chorus_ocr.recognition.vocabulary import Party
from chorus_ocr.values.identifier import is_period
from chorus_ocr.values.late import compile_late

NUMBER_WORDS = frozenset({"n", "no", "num", "numero"})
SIGN_WORDS = frozenset({"numero", "reference", "code", "identifiant", "id"})
REFERENCES = frozenset({"reference", "service"})
MIN_BARE = 2
MIN_BARE_IN_PROSE = 6
"""How long a reference is, at least, that no number sign announces: at the head of a cell, and in a sentence."""
PARTIES = {
    Part.RECIPIENT_SIRET: Party.RECIPIENT,
    Part.RECIPIENT_VAT: Party.RECIPIENT,
    Part.SUPPLIER_SIRET: Party.SUPPLIER,
    Part.SUPPLIER_VAT: Party.SUPPLIER,
}
MAX_PARTY_LABEL = 40
MIN_EXTRA, MAX_EXTRA = 4, 2
"""Besides the role, a label that names it has one word at most: « à rappeler par le client » names none."""
MAX_TAIL_GAP = 4
MAX_REST = 3
POSTCODE = 5
WORDY = frozenset({"mode_paiement", "mention"})
"""Types of value that are words, and that more words may follow."""

_AMOUNT = compile_late(r"(?:[-(]|−|)\d[\d\s.,']*(?:’[\d\s.,']*)*[.,]\d\d\)?\s*(?:€|EUR|euros)?\s*")
"""What stands before a label where the columns of two tables touch: « 41,76 € Total TVA »."""

_TRANSLATION = compile_late(r"[°\s]*/\s*[A-Za-z][A-Za-z'. ]{2,30}#?\s*:?")
_TOWN = compile_late(r"\s+[^\W\d_a-z]")
_ADDRESS = compile_late(
    r"\d{1,4} ?(?:bis|ter|quater|[a-d])?[\s,]+"
    r"(?:rue|ruelle|av\.|avenue|boulevard|bd\.?|bld|place|chemin|route|rte|allees?|impasse|quai|faubourg|square"
    r"|sentier|esplanade|promenade|lotissement|parvis|rond-point|venelle|cours|passage)\s+\w"
    r"|(?:bp|cs|tsa) ?\d{2,6}[\s,–—-]+\d{5}\s"
)
"""The number of a house and its street, or a post office box and its postcode."""


def after_label(page: PageText, anchor: Anchor, lexicon: Lexicon) -> int:
    """Return where a value may start after a label: past words of no weight and punctuation."""
    place = anchor.end_cell, anchor.end
    start = page.starts.get(place)
    if start is None:
        start = page.starts[place] = _after_place(page, *place, lexicon)
    return start


def _after_place(page: PageText, cell: int, at: int, lexicon: Lexicon) -> int:
    folded = page.folded[cell]
    tail, forms = lexicon.tail, lexicon.forms
    for token in page.tokens[cell]:
        if token.start < at:
            continue
        if forms.get(token.text, token.text) not in tail:
            break
        between = folded[at : token.start]
        if ":" in between and token.text not in NUMBER_WORDS:
            break  # after a colon stands the value
        if len(between) > MAX_TAIL_GAP or any(mark.isalnum() or mark in ",;" for mark in between):
            break
        follows = folded[token.end : token.end + 1]
        if follows and (follows in "-/_+" or follows.isdigit()):
            break  # « EUR-2024-1 » and « N26/850 » are references, not words before one
        at = token.end
    found = PUNCTUATION.match(page.layout.text[cell], at)
    return found.end() if found else at


def opens_label(page: PageText, anchor: Anchor, lexicon: Lexicon) -> bool:
    """Whether nothing but known words stands before the keyword in its cell: prose announces nothing far away."""
    text = page.layout.text[anchor.cell]
    if anchor.start == 0 or ENUMERATOR.fullmatch(text, 0, anchor.start) or _AMOUNT.fullmatch(text, 0, anchor.start):
        return True
    if any(
        other.has(EntryKind.STOP) and other.end <= anchor.start
        for other in page.by_cell[anchor.cell]
        if other.cell == anchor.cell
    ):
        return False  # « Retenue de garantie 5 % du TTC »
    known = [(other.start, other.end) for other in page.by_cell[anchor.cell] if other.cell == anchor.cell]
    return all(
        len(token.text) == 1
        or (name := lexicon.forms.get(token.text, token.text)) in lexicon.tail
        or name in lexicon.light
        or any(start <= token.start < end for start, end in known)
        for token in page.tokens[anchor.cell]
        if token.start < anchor.start
    )


_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBER_SIGN = compile_late(r"[:°#]|\bn[o.]?\b", re.IGNORECASE)


def is_explicit(link: Link, between: str, lexicon: Lexicon) -> bool:
    """Whether a label says that a reference follows: with a number sign, with a colon, or by heading its cell.

    « place du Marché – 26000 Valence » and « votre engagement de 36 mois » announce nothing.
    """
    anchor = link.anchor
    assert anchor is not None
    words = [token.text for token in link.page.tokens[anchor.cell] if anchor.start <= token.start < anchor.end]
    if any(lexicon.canonical(word) in SIGN_WORDS for word in words) or _NUMBER_SIGN.search(between):
        return True
    value = link.raw.replace(" ", "")
    if _YEAR.fullmatch(value):
        return False  # « Marché 2026 »
    return len(value) >= MIN_BARE if opens_label(link.page, anchor, lexicon) else len(value) >= MIN_BARE_IN_PROSE


def is_numbered(page: PageText, anchor: Anchor, lexicon: Lexicon) -> bool:
    """Whether a label ends with « n° », so that a number must follow wherever the line breaks."""
    last = page.tokens[anchor.end_cell][-1:]
    return bool(last) and lexicon.canonical(last[0].text) == "numero"


def is_rest_of_label(page: PageText, anchor: Anchor, cell: int, lexicon: Lexicon) -> bool:
    """Whether a cell goes on with the label over it: « Date d'émission de la / facture »."""
    words = [token.text for token in page.tokens[cell]]
    label = page.tokens[anchor.end_cell]
    if not words or len(words) > MAX_REST or not all(word.isalpha() for word in words):
        return False
    if all(lexicon.canonical(word) in lexicon.tail for word in words):
        return True
    return bool(label) and label[-1].text in lexicon.light


def told_party(page: PageText, anchor: Anchor, start: int, end: int) -> str | None:
    """Return the party that the last role word between a label and a place names."""
    told = [
        entry.name
        for other in page.by_cell.get(anchor.end_cell, ())
        for entry in other.entries
        if max(start, anchor.end) <= other.start < end and entry.kind is EntryKind.ROLE
    ]
    return told[-1] if told else None


def names_its_party(page: PageText, anchor: Anchor, rule: FieldRule[object], at: int) -> bool:
    """Whether the rest of a label says whose number it is: « SIRET contractant (client) »."""
    party = PARTIES.get(rule.part)
    text = page.layout.text[anchor.end_cell]
    if party is None or len(text) - at > MAX_PARTY_LABEL or any(char.isdigit() for char in text[at:]):
        return False
    extra = [token for token in page.tokens[anchor.end_cell] if token.start >= at and len(token.text) >= MIN_EXTRA]
    return len(extra) <= MAX_EXTRA and told_party(page, anchor, at, len(text)) == party


def is_translated(page: PageText, anchor: Anchor, rule: FieldRule[object]) -> bool:
    """Whether the rest of a label says it again in English: « N° d'engagement / PO number »."""
    cell = anchor.end_cell
    if rule.part in AMOUNT_PARTS or not _TRANSLATION.fullmatch(page.layout.text[cell], anchor.end):
        return False
    return all(
        entry.name == rule.name
        for other in page.by_cell.get(cell, ())
        if other.start >= anchor.end
        for entry in other.entries
        if entry.kind is EntryKind.FIELD
    )


def after_party(page: PageText, anchor: Anchor, rule: FieldRule[object], at: int) -> int:
    """Return where a value may start past the party that a label names: « N° de TVA du bailleur : FR52… »."""
    text = page.layout.text[anchor.end_cell]
    colon = text.find(":", at, at + MAX_PARTY_LABEL)
    if colon < 0 or any(char.isdigit() for char in text[at:colon]):
        return at
    if told_party(page, anchor, at, colon) != PARTIES[rule.part]:
        return at
    found = PUNCTUATION.match(text, colon)
    return found.end() if found else at


def in_parentheses(page: PageText, anchor: Anchor, rule: FieldRule[object]) -> Link | None:
    """Return the value that a label in parentheses stands behind: « FR76 1820 … 670 (IBAN) »."""
    text = page.layout.text[anchor.cell]
    if text[anchor.end : anchor.end + 1] != ")" or text[anchor.start - 1 : anchor.start] != "(":
        return None
    for match in rule.value.pattern.finditer(text, 0, anchor.start):
        parsed = rule.value.parse(match.group())
        if parsed.valid and text[match.end() : anchor.start].strip() == "(":
            return link_to(rule, page, (CellSpan(anchor.cell, match.start(), match.end()),), match.group(), parsed)
    return None


def is_address(link: Link) -> bool:
    """Whether a reference is the postcode of an address beside an empty field: « Engagement … 17400 SAINT-JEAN »."""
    last = link.spans[-1]
    postcode = link.rule.value.name in REFERENCES and len(link.raw) == POSTCODE and link.raw.isdigit()
    return postcode and _TOWN.match(link.page.layout.text[last.cell], last.end) is not None


def opens_address(link: Link) -> bool:
    """Whether a reference is the beginning of an address: « Code service : 12 rue des Lilas »."""
    first = link.spans[0]
    return link.rule.value.name in REFERENCES and _ADDRESS.match(link.page.folded[first.cell], first.start) is not None


_WEB_SHOP = compile_late(
    r"[\s,(]*(?:(?:passee|effectuee|saisie|validee|recue|enregistree)\b[^.:;]*|du |de |sur |via )"
    r"(?:\b(?:notre|votre|la|le) )?\b"
    r"(?:(?:site |boutique )?(?:web|internet|marchand|en ligne)|(?<=notre )site|boutique|e-?shop|webshop)\b"
)


def is_of_a_web_shop(link: Link) -> bool:
    """Whether the words after an order say that it was made in the supplier's shop, so that its number is theirs."""
    last = link.spans[-1]
    return link.rule.part is Part.ROUTING and _WEB_SHOP.match(link.page.folded[last.cell], last.end) is not None


_CODE = compile_late(r"\d|[-_/]")
_PARTING = "–—-·,;|"


def _printed(page: PageText, anchor: Anchor) -> str:
    """Return the words of a label as printed."""
    return page.layout.text[anchor.cell][anchor.start : anchor.span.end]


def is_name(link: Link, anchor: Anchor, entry: Entry) -> bool:
    """Whether the word after a bare « Service » may be the name of a service and no code: « SERVICE : FINANCES ».

    Among small letters a word of capitals is a code; in print that knows only capitals nothing tells it from a name.
    """
    if not entry.weak or link.rule.value.name != "service" or _CODE.search(link.raw):
        return False
    return _printed(link.page, anchor).isupper()


_NO_CODE = frozenset({"INCLUS", "OUI", "NON", "OFFERT", "PREMIUM", "SAV", "FAIT"})
_AND_MORE = compile_late(r"\s*(?:/|,|et\b|\+)")


def is_vague(link: Link, anchor: Anchor, entry: Entry) -> bool:
    """Whether a bare « Service » or « Contrat » announces nothing sure: a period, a count, the first of several."""
    if not entry.weak or entry.phrase not in VAGUE:
        return False
    last = link.spans[-1]
    text = link.page.layout.text[last.cell]
    label = link.page.layout.text[anchor.cell]
    digits = link.raw.replace(" ", "")
    short = len(digits) < MIN_VAGUE or (
        digits.isdigit() and (len(digits) < MIN_VAGUE_DIGITS or entry.phrase == "service")
    )
    return (
        (anchor.start > 1 and label[: anchor.start].rstrip()[-1:] not in _PARTING)
        or short
        or is_period(link.raw)
        or link.raw.upper() in _NO_CODE
        or _AND_MORE.match(text, last.end) is not None
    )


_INSURANCE = compile_late(r"assuranc|decennale|responsabilite civile")


def is_policy(link: Link, entry: Entry) -> bool:
    """Whether a « contrat » is one of insurance, which the trades print: « Contrat n° 118 assurance décennale »."""
    folded = link.page.folded[link.spans[0].cell]
    return "contrat" in entry.phrase.lower() and _INSURANCE.search(folded) is not None


VAGUE = frozenset({"service", "contrat", "contrat maintenance", "accord-cadre"})
"""Words without « n° » that announce a reference only where it looks like one."""
MIN_VAGUE, MIN_VAGUE_DIGITS = 3, 6


def is_bare(link: Link, anchor: Anchor) -> bool:
    """Whether nothing but a space stands between a bare « Service » and what follows it."""
    if link.rule.value.name != "service":
        return False
    text = link.page.layout.text[anchor.end_cell]
    opens = anchor.start <= 1 or text[: anchor.start].rstrip()[-1:] in _PARTING
    return not opens or ":" not in text[anchor.end : link.spans[0].start]


_WORD = re.compile(r"[^\W\d_]{3,}")
_ASIDE = compile_late(r"\s*[-–—,;/(|]")


def stands_alone(link: Link) -> bool:
    """Whether a value under its label fills its cell, so that it is a value and not the start of a sentence."""
    last = link.spans[-1]
    rest = link.page.layout.text[last.cell][last.end :]
    if link.rule.value.name in WORDY:
        return True
    return not _WORD.search(rest) or _ASIDE.match(rest) is not None
