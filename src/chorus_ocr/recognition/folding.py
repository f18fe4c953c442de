"""Folds print for comparison without changing its length, and cuts it into tokens.

Length is preserved so that a place found in the folded text is the same place in the print.
"""

import re
import unicodedata
from collections.abc import Container
from itertools import accumulate
from typing import NamedTuple

from chorus_ocr.values.late import compile_late


class Token(NamedTuple):
    """A run of letters, a run of digits, or a dotted acronym without its dots, with its place in the text."""

    text: str
    start: int
    end: int


LOST = "\ufffd"
"""What stands for a letter whose code the font does not tell."""

_TOKEN = compile_late(
    rf"(?<![a-z0-9])(?:[a-z]\.){{1,9}}[a-z](?![a-z0-9])"
    rf"|(?<![a-z0-9'])(?:[a-z] ){{2,40}}[a-z](?![a-z0-9'])|[a-z{LOST}]+|[0-9]+"
)
"""A dotted acronym, letter-spaced words, a run of letters, a run of digits."""
_RUN = compile_late(rf"[a-z{LOST}]+|[0-9]+")
_RUN_OR_CELL = re.compile(rf"([a-z{LOST}]+|[0-9]+|\n(?:[^a-z{LOST}\n]*+(?![^\n]))?)")
"""The same, and the start of a cell, with all of the cell where it has no letter."""
# These two open with the rarer of their characters, and look back from it: half of what they cost letter by letter.
_SPECIAL = re.compile(r"[. ](?<=(?<![a-z0-9'])[a-z][. ])(?:(?<=\.)[a-z]|(?<= )[a-z] [a-z])")
"""Where it finds nothing there is neither an acronym nor a letter-spaced word, and the shorter pattern does."""
LETTER_SPACED = re.compile(r" (?<=(?<![a-z0-9'])[a-z] )[a-z] [a-z](?![a-z])")
_PUNCTUATION = {
    "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "º": "°", "˚": "°", "ᵒ": "°",
    "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "\u00ad": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " ",
}  # fmt: skip


def _folds() -> dict[int, str]:
    folds = {}
    for code in range(0xC0, 0x250):
        base = unicodedata.normalize("NFD", chr(code).lower())[0]
        folds[code] = base if len(base) == 1 else chr(code)
    folds.update({ord("Œ"): "o", ord("œ"): "o", ord("Æ"): "a", ord("æ"): "a", ord("Ø"): "o", ord("ø"): "o"})
    folds.update({ord(mark): plain for mark, plain in _PUNCTUATION.items()})
    folds.update({code: chr(code + 32) for code in range(ord("A"), ord("Z") + 1)})
    return folds


_FOLDS = _folds()


def fold(text: str) -> str:
    """Lower the case and strip the accents of Latin letters, one character for one.

    >>> fold("N° SIRET du Client – Référence")
    'n° siret du client - reference'
    """
    lowered = text.lower()
    if lowered.isascii():
        return lowered
    if len(lowered) != len(text):  # « İ » becomes two characters
        return text.translate(_FOLDS)
    # A page holds a dozen different characters beyond ASCII: to replace each is far cheaper than to translate all.
    for char in set(lowered):
        if char > "\x7f":
            plain = _FOLDS.get(ord(char), char)
            if plain != char:
                lowered = lowered.replace(char, plain)
    return lowered


_RESTORED = (
    (compile_late(rf"(?<=[Dd]){LOST}(?=c(?:embre|\.))"), "é"),
    (compile_late(rf"(?<=[Ff]){LOST}(?=v(?:rier|r?\.))"), "é"),
    (compile_late(rf"(?<=[Aa]o){LOST}(?=t\b)"), "û"),
    (compile_late(rf"(?<=\b[Nn]){LOST}(?=\s)"), "°"),
    (compile_late(rf"(?<=\d){LOST}(?=\d{{3}}(?!\d))"), "\u202f"),
)


def restore(text: str) -> str:
    """Give back the letters of months and of « n° », and the spaces between thousands, that a font lost.

    A lost sign of currency is not given back: nothing tells which one it was.

    >>> restore("n\ufffd 12 du 5 d\ufffdcembre 2026 : 8 808,70 \ufffd")
    'n° 12 du 5 décembre 2026 : 8 808,70 \ufffd'
    """
    for pattern, letter in _RESTORED:
        text = pattern.sub(letter, text)
    return text


_token = tuple.__new__
"""Makes a token without the Python-level constructor of a named tuple: pages hold hundreds."""


def tokens(folded: str) -> list[Token]:
    """Cut folded text into tokens.

    >>> [token.text for token in tokens(fold("Total T.V.A. 20% de l'EJ n°4500"))]
    ['total', 'tva', '20', 'de', 'l', 'ej', 'n', '4500']
    """
    if _SPECIAL.search(folded) is None:
        return [_token(Token, (match[0], match.start(), match.end())) for match in _RUN.finditer(folded)]
    found = [_token(Token, (match[0], match.start(), match.end())) for match in _TOKEN.finditer(folded)]
    if "." in folded:
        found = [token._replace(text=token.text.replace(".", "")) if "." in token.text else token for token in found]
    return found


def token_texts(folded: str) -> list[str]:
    """Cut folded text into the texts of its tokens, for those who need no places.

    >>> token_texts(fold("Total T.V.A. 20% de l'EJ n°4500"))
    ['total', 'tva', '20', 'de', 'l', 'ej', 'n', '4500']
    """
    return _RUN.findall(folded) if _SPECIAL.search(folded) is None else [token.text for token in tokens(folded)]


def cell_tokens(whole: str) -> list[list[Token]]:
    """Cut the folded text of the cells of a page, one a line, into the tokens of each cell.

    One pass over the page costs half of what a pass over each cell does. A cell without a letter has no tokens: no
    phrase stands there.

    >>> [[token.text for token in cell] for cell in cell_tokens("siret client\\n123 456\\nt.v.a. 20 %")]
    [['siret', 'client'], [], ['tva', '20']]
    """
    cells: list[list[Token]] = []
    add = list[Token]().append
    pieces = _RUN_OR_CELL.split(f"\n{whole}")  # what is passed over, a run, and so on
    ends = list(accumulate(map(len, pieces)))
    base = 0
    for run, start, end in zip(pieces[1::2], ends[0::2], ends[1::2], strict=False):
        if run[0] == "\n":
            base = start + 1
            cell: list[Token] = []
            cells.append(cell)
            add = cell.append
        else:
            add(_token(Token, (run, start - base, end - base)))
    if _SPECIAL.search(whole):
        texts = whole.split("\n")
        for number in {whole.count("\n", 0, match.start()) for match in _SPECIAL.finditer(whole)}:
            cells[number] = tokens(texts[number])
    return cells


def letters(token: Token, words: Container[str]) -> list[Token]:
    """Cut letter-spaced print into the longest known words: « s i r e t c l i e n t » into two tokens.

    What is left over, letter by letter, stays as it is.
    """
    text = token.text.replace(" ", "")
    cut: list[Token] = []
    at = 0
    while at < len(text):
        end = next((stop for stop in range(len(text), at + 1, -1) if text[at:stop] in words), at + 1)
        cut.append(Token(text[at:end], token.start + 2 * at, token.start + 2 * end - 1))
        at = end
    return cut
