"""Reads the value that starts at a place of a cell, and over the end of its line where it is wrapped."""

from chorus_ocr.layout.cells import CellSpan
from chorus_ocr.recognition.anchors import Anchor, PageText, ReadValue
from chorus_ocr.recognition.field import FieldRule
from chorus_ocr.recognition.lexicon import EntryKind
from chorus_ocr.recognition.link import AMOUNT_PARTS, Link, link_to
from chorus_ocr.values.identifier import goes_on
from chorus_ocr.values.late import compile_late
from chorus_ocr.values.parsed import Parsed, ValueType

PUNCTUATION = compile_late(
    r"(?:F\.?\s?CFP|en\s?(?:[Ee]uros?|EUR|€)|FR\s?:"
    # the same label in another language: « N° d'engagement / Commitment no. », « Date – Datum : »
    r"|/\s?[A-Z][A-Za-z]+(?: [A-Za-z.]+){0,3}\.?\s*(?=:|$)"
    r"|[–—-]\s[A-Z][^\W\d_.]+\.?(?: [^\W\d_.]+\.?){0,2}\s*(?=:)"
    r"|[\s:;=*°º>)\]_|!\u00b7\"«»]|[\ufffd→]|[…\u2022]|€(?=\s*$)|\.{2,}|\.(?!\d)|#(?=\s)|[-–—](?![\d(])"
    r"|\((?:(?=[^()]*(?:art\.|exon))[^()]{0,80}|[^()\d]{0,40}|\d{1,2} (?:chiffres|caract[^()]*))\))*"
)
"""What may stand between a label and its value: punctuation, dotted leaders, a remark in parentheses."""

FILLER_CELL = compile_late(
    # Nothing is given back: each part would try every share of a row of dots, and there are three.
    r"(?:[\s:;.=*>_|()\[\]-]++|[…–—]++)*+(?:€|EUR|(?:en\s?)?[Ee]uros?|EUROS?|F\.?\s?CFP|XPF|HT|TTC)?[\s:]*+"
    r"(?:\(?\d{1,2}(?:[.,]\d{1,3})?\s?%\)?)?(?:[\s:._-]++|[…–—]++)*+"
)
"""A cell that only stands between a label and its amount: leaders, a currency, a rate."""

ENUMERATOR = compile_late(r"\(?(?:\d{1,2}|[A-Za-z])[.)°]\s*|[①-⑳]\s*|(?:[☐☒]|[▪•]|[–-](?=))\s*")
"""What numbers the boxes of a form: « 5. N° de facture »."""

MAX_WRAPPED = 40
"""A value that starts more than so many characters before the end of its line does not run over it."""

_MONEY = compile_late(
    r"[.,]\d\d(?!\d)|\d{3}[.,]\d(?!\d)|\d(?:[\s.,']|’(?=))\d{3}(?!\d)|€|EUR|[Ee]uro|XPF|CFP|CHF|\$|£|€\d\d"
)


def looks_like_money(raw: str) -> bool:
    """Whether a number is printed as money: with cents, with grouped thousands or with a currency.

    A bare « 20 » next to « TVA » is a rate, and next to « Total » a quantity.
    """
    return _MONEY.search(raw) is not None


def start_of_value(text: str) -> int:
    """Return where a value may start in a cell of its own: past leading punctuation."""
    found = PUNCTUATION.match(text)
    return found.end() if found else 0


def starts_with_label(page: PageText, cell: int) -> bool:
    """Whether a cell opens with a phrase of the pack: it is a label itself, never the value of another one."""
    for anchor in page.by_cell.get(cell, ()):
        if anchor.cell != cell:
            return True
        text = page.layout.text[cell]
        if _opens_reference(text, anchor) or (anchor.start > 1 and not ENUMERATOR.fullmatch(text, 0, anchor.start)):
            return False
        if not _LABELS.isdisjoint(anchor.kinds):
            return True
    return False


def _opens_reference(text: str, anchor: Anchor) -> bool:
    """Whether a keyword is the first letters of a reference: « BDC26-1547 »."""
    follows = text[anchor.end : anchor.end + 2]
    joined = follows[:1] in "-/_" and (follows[1:].isdigit() or " " not in text)
    return anchor.length == 1 and (follows[:1].isdigit() or (joined and follows[1:].isalnum()))


_LABELS = frozenset({EntryKind.FIELD, EntryKind.STOP, EntryKind.ITEM_HEADER, EntryKind.VAT_HEADER})


def value_at(page: PageText, cell: int, at: int, rule: FieldRule[object]) -> Link | None:
    """Return the value of a rule's type that starts at a place of a cell, or None. It may end on the next line."""
    is_amount = rule.part in AMOUNT_PARTS
    # « SIRET » may announce either party's, « Total » several amounts: a place is read once for all of them.
    key = cell, at, id(rule.value), is_amount
    if key not in page.values:
        page.values[key] = _read_value(page, cell, at, rule.value, is_amount=is_amount)
    found = page.values[key]
    return link_to(rule, page, *found) if found is not None else None


def _read_value(page: PageText, cell: int, at: int, kind: ValueType[object], *, is_amount: bool) -> ReadValue | None:
    text = page.layout.text[cell]
    if is_amount and at:
        sign = at - 2 if at > 1 and text[at - 1].isspace() else at - 1
        if text[sign] in "-−" and kind.pattern.match(text, sign):
            at = sign  # « - 218,48 »: the punctuation before an amount is its sign
    match = kind.pattern.match(text, at)
    parsed: Parsed[object] | None = None
    if match is not None and match.end() > at:
        parsed = kind.parse(match.group())
        if parsed.value is None and parsed.fault == "format":
            parsed, match = None, None
    else:
        match = None
    if match is not None and kind.name == "reference" and goes_on(match.group(), text[match.end() :]):
        return None
    end = match.end() if match else at
    if (match is None or parsed is None or not parsed.valid or _breaks_off(text, end)) and at < len(text):
        wrapped = _wrapped(page, cell, at, end, kind)
        if wrapped is not None:
            return wrapped
    if match is None or parsed is None or (is_amount and not looks_like_money(match.group())):
        return None
    return (CellSpan(cell, match.start(), match.end()),), match.group(), parsed


def _breaks_off(text: str, end: int) -> bool:
    """Whether print breaks off in the middle of a value: the line ends with a hyphen or a slash."""
    rest = text[end:].strip()
    return rest in ("-", "/", "\u00ad", "\u2010", "_")


_MAY_GO_ON = compile_late(r"\d|^[A-Z]{1,8}$|[-/_]$")


def _wrapped(page: PageText, cell: int, at: int, end: int, kind: ValueType[object]) -> ReadValue | None:
    """Read a value over the end of its line: its rest opens the cell right under the label or under the value."""
    text = page.layout.text[cell]
    first = text[at:].rstrip()
    if len(first) > MAX_WRAPPED or not first or (end > at and end < len(text.rstrip()) and not _breaks_off(text, end)):
        return None
    if _MAY_GO_ON.search(first) is None:
        return None
    layout = page.layout
    if kind.name == "reference" and not _breaks_off(text, end):
        whole = kind.pattern.match(text, at)
        if whole is not None and not text[whole.end() :].strip():
            return None  # a number that ends its line by itself
    for under in layout.below(cell, 0.9 * layout.size[cell], most=2):
        if starts_with_label(page, under):
            continue
        rest = layout.text[under]
        joint = "" if first[-1] in "-/_\u00ad\u2010" else " "
        match = kind.pattern.match(first + joint + rest)
        if match is None or match.end() <= len(first) + len(joint):
            continue
        parsed = kind.parse(match.group())
        if not parsed.valid:
            continue
        used = match.end() - len(first) - len(joint)
        spans = (CellSpan(cell, at, len(text)), CellSpan(under, 0, used))
        return spans, match.group(), parsed
    return None


_ENDS_CELL = compile_late(r"[\s:.]*(?:\(?\d\d?(?:[.,]\d{1,2})?\s?%\)?)?[\s:.]*")


def amount_before(page: PageText, anchor: Anchor, rule: FieldRule[object]) -> Link | None:
    """Return the amount that alone stands before a label that ends its cell: « 40 764,08 € Total TTC ».

    Where an amount stands right of the cell, the label announces that one, and columns touch.
    """
    layout = page.layout
    text = layout.text[anchor.cell]
    if anchor.cell != anchor.end_cell or not text[:1].isdigit() or not _ENDS_CELL.fullmatch(text, anchor.end):
        return None
    match = rule.value.pattern.match(text)
    if match is None or not looks_like_money(match.group()) or text[match.end() : anchor.start].strip(" €:"):
        return None
    parsed = rule.value.parse(match.group())
    line = layout.lines[layout.line_of[anchor.cell]]
    if anchor.cell > line.start and starts_with_label(page, anchor.cell - 1):
        return None  # « Remise | 12,00 € Total TTC »: the label left of it has it
    if not parsed.valid or any(rule.value.pattern.search(layout.text[near]) for near in layout.right_of(anchor.cell)):
        return None
    return link_to(rule, page, (CellSpan(anchor.cell, match.start(), match.end()),), match.group(), parsed)
