"""The string of a page cut into words, and what each word says once the marks that nobody sees are out.

A word is kept as its two character indices into the string of the page, because the index is also the engine's key to
the place, the colour and the size of a character. Texts are made last.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from chorus_ocr.values.late import compile_late

Span = tuple[int, int]
"""A word: the index of its first character, and the index after its last."""

LINE_END_HYPHEN = "\ufffe"
"""The hyphen that ends a line, where the engine has joined the two halves of the word without a line break."""

UNREADABLE = "\ufffd"
"""Stands for a glyph that the file gives no character for."""

# A class of our own: \s also takes U+001C to U+001F, where fonts without a character map have their ligatures, and
# U+0085, an ellipsis in the same fonts. A no-break space, wide or narrow, separates words like any other: what is
# printed in two pieces is found in two pieces, whatever space the producer chose.
_SPACES = " \t\n\v\f\r\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_WORD = re.compile(f"[^{_SPACES}{LINE_END_HYPHEN}]+{LINE_END_HYPHEN}?|{LINE_END_HYPHEN}")

SOFT_HYPHEN = "\u00ad"
"""Printed by fonts that have a glyph for it, and then a hyphen like any other."""

INVISIBLE = "\u200b"
"""Stands for any character without a glyph."""

# Joiners, direction marks and the like; control characters, lone surrogates and what is no character at all.
_INVISIBLE = re.compile("[\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_NO_CHARACTER = compile_late("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\uffff]")
_UNCLEAN = re.compile(f"{_INVISIBLE.pattern}|{_NO_CHARACTER.pattern}|{LINE_END_HYPHEN}")


def spans(text: str) -> list[Span]:
    """Return the words of a page's string, in its order.

    A word does not begin or end with an invisible character: its box would begin or end there too.

    >>> spans("N° 12\u00a0345\u200b"), spans("numé\ufffero")
    ([(0, 2), (3, 5), (6, 9)], [(0, 5), (5, 7)])
    """
    found = list(map(re.Match[str].span, _WORD.finditer(text)))
    if not _INVISIBLE.search(text):
        return found
    return [trimmed for span in found if (trimmed := _trim(text, span))]


def _trim(text: str, span: Span) -> Span | None:
    start, end = span
    while start < end and _INVISIBLE.match(text, start):
        start += 1
    while start < end and _INVISIBLE.match(text, end - 1):
        end -= 1
    return (start, end) if start < end else None


def texts(text: str, words: Iterable[Span]) -> list[str]:
    """Return what each word of a page's string says."""
    said = [text[start:end] for start, end in words]
    if not _UNCLEAN.search(text):
        return said
    return [clean(word) if _UNCLEAN.search(word) else word for word in said]


def clean(text: str) -> str:
    """Return a text of the engine as it may be compared, printed and encoded.

    Surrogate pairs are joined; a glyph without a character becomes U+FFFD; characters without a glyph go; a line-end
    hyphen is a hyphen again.

    >>> clean("fac\\ufffeture n\\u200bo \\x1c7")
    'fac-ture no �7'
    """
    text = _INVISIBLE.sub("", text).replace(LINE_END_HYPHEN, "-")
    text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _NO_CHARACTER.sub(UNREADABLE, text)


def cuts(boxes: Sequence[tuple[float, float, float, float]], size: float) -> list[int]:
    """Return the indices of the characters where something that the engine took for one word is seen to start anew.

    ``boxes``: of its characters, turned so that the text runs along the first axis: start and end along it, start and
    end across it. ``size``: of the font, in points.

    A character on another line starts a new word, and so does one after a gap of more than 0.6 of the size, unless
    the word is letter-spaced: then all its gaps are alike, and only what exceeds them counts.

    >>> cuts([(0, 6, 0, 12), (6, 12, 0, 12), (60, 66, 0, 12)], 10)
    [2]
    >>> cuts([(0, 6, 0, 12), (16, 22, 0, 12), (32, 38, 0, 12)], 10)
    []
    """
    pairs = list(pairwise(boxes))
    gaps = [max(b[0] - a[1], a[0] - b[1], 0.0) for a, b in pairs]
    # Two characters have one gap only, which cannot be compared: nearly a full character has to be missing between
    # them. No lettering is spaced by more than twice its size: wider gaps that are alike are columns of a table.
    usual = min(sorted(gaps)[(len(gaps) - 1) // 2], 2 * size) if len(gaps) > 1 else 0.4 * size
    return [
        index
        for index, ((a, b), gap) in enumerate(zip(pairs, gaps, strict=True), start=1)
        if gap > usual + 0.6 * size or min(a[3], b[3]) - max(a[2], b[2]) < 0.25 * min(a[3] - a[2], b[3] - b[2])
    ]
