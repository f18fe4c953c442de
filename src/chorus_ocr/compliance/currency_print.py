"""Currencies as the pages print them, those included that recognition does not read: a code beside the totals."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.totals import TOTALS
from chorus_ocr.reading.document import Box, WordTable
from chorus_ocr.recognition.candidate import Candidate
from chorus_ocr.recognition.folding import LOST
from chorus_ocr.values.iso4217 import CODES

_CODE_LENGTH: Final = 3
_MARKS: Final = "().,;"
_LABELS: Final = frozenset({"devise", "monnaie", "currency"})
_INITIALS: Final = frozenset("dDmMcC")
"""Of the labels: most words of a page are told from them by their first letter."""
_NO_CODES: Final = frozenset({"TTC", "TVA", "NET", "HTT", "HTC", "TCC", "HTX", "DUE", "DUS", "PAR", "DES", "SUR"})
_REACH: Final = 1.0
"""How far right of an amount its currency stands, in multiples of the height of the print."""


class PrintedCode(NamedTuple):
    """Three capitals where a currency is told: after « Devise : », or beside two totals."""

    code: str
    page: int
    box: Box


def printed_codes(seen: Seen) -> Iterator[PrintedCode]:
    """Yield the codes of currencies that the pages print, known or not."""
    yield from _after_label(seen)
    beside = [found for name in TOTALS for found in _beside(seen, seen.decision(name).choice)]
    for code in dict.fromkeys(each.code for each in beside):
        same = [each for each in beside if each.code == code]
        # One word after one amount may be anything; after two it is the currency.
        if len({each.box for each in same}) > 1:
            yield same[0]


def _after_label(seen: Seen) -> Iterator[PrintedCode]:
    for prose in seen.prose:
        if prose.tokens.isdisjoint(_LABELS):
            continue
        page, words = prose.page, prose.page.words
        for row, text in enumerate(words.text[:-1]):
            if text[0] not in _INITIALS or text.rstrip(" :").lower() not in _LABELS:
                continue
            at = row + 1
            colon = text.endswith(":") or words.text[at] == ":"
            if words.text[at] == ":":
                at += 1
            # Without a colon the label is perhaps the header of a column, and another one follows.
            if at < len(words.text) and _is_code(words.text[at]) and words.top[at] < words.bottom[row]:
                code = words.text[at].strip(_MARKS)
                if colon or code in CODES:
                    yield PrintedCode(code, page.number, words.box(at))


def _beside(seen: Seen, choice: Candidate[object] | None) -> Iterator[PrintedCode]:
    for words, at, number in _next_words(seen, choice):
        if _is_code(words.text[at]):
            yield PrintedCode(words.text[at].strip(_MARKS), number, words.box(at))


def has_lost_sign(seen: Seen) -> bool:
    """Whether a total is followed by a sign whose character the font does not tell."""
    for name in TOTALS:
        choice = seen.decision(name).choice
        if choice is not None and LOST in choice.raw:
            return True
        if any(words.text[at].strip(_MARKS) == LOST for words, at, _ in _next_words(seen, choice)):
            return True
    return False


def _next_words(seen: Seen, choice: Candidate[object] | None) -> Iterator[tuple[WordTable, int, int]]:
    """Yield the word right of a candidate, on its row."""
    if choice is None or not choice.raw[-1:].isdigit():
        return  # an amount that ends with its currency has no other
    box = choice.box
    height = box.bottom - box.top
    for page in seen.document.pages:
        if page.number != choice.page:
            continue
        words = page.words
        near = (box.x1 - 1, box.x1 + _REACH * height)
        for row in [row for row, left in enumerate(words.x0) if near[0] < left < near[1]]:
            middle = (words.top[row] + words.bottom[row]) / 2
            if box.top < middle < box.bottom:
                yield words, row, page.number


def _is_code(text: str) -> bool:
    code = text.strip(_MARKS)
    return len(code) == _CODE_LENGTH and code.isascii() and code.isalpha() and code.isupper() and code not in _NO_CODES
