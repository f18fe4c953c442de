"""Bank accounts that the pages announce in a spelling that is none: recognition finds no candidate there."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from chorus_ocr.layout import CellSpan, PageLayout, lay_out
from chorus_ocr.reading.document import Box, Page
from chorus_ocr.recognition.folding import fold
from chorus_ocr.values.spelling import compact

_IBAN_LENGTHS: Final = range(14, 38)
"""What is shorter is the head of a number whose rest stands elsewhere, what is longer two numbers."""
_IBAN_DIGITS: Final = 11
_BIC_LENGTHS: Final = range(6, 13)
_LINE_REACH: Final = 1.5
"""How far under an IBAN its second line stands, in multiples of the type size."""


class Misspelt(NamedTuple):
    """Print that a label says to be a bank account's, and that is none."""

    raw: str
    page: int
    box: Box


def misspelt_iban(pages: Sequence[Page]) -> Iterator[Misspelt]:
    """Yield what stands behind « IBAN » in its cell or in the next one, and looks like an IBAN without being one."""
    for layout, cell, at, raw in _labelled(pages, ("iban",), colon=False):
        words: list[str] = []
        for word in raw.split():
            if not (word.isascii() and word.isalnum() and word == word.upper()):
                break
            if not words and not (word[:2].isalpha() and word[2:4].isdigit()):
                break
            words.append(word)
        number = "".join(words)
        if len(number) in _IBAN_LENGTHS and sum(map(str.isdigit, number)) >= _IBAN_DIGITS and not _is_cut(layout, cell):
            yield Misspelt(" ".join(words), layout.page.number, layout.box(CellSpan(cell, at, len(layout.text[cell]))))
            return


def misspelt_bic(pages: Sequence[Page]) -> Iterator[Misspelt]:
    """Yield what stands alone behind « BIC : » in its cell or in the next one, and is no BIC."""
    for layout, cell, at, raw in _labelled(pages, ("bic", "swift"), colon=True):
        code = raw.rstrip(" .,;)")
        if len(code) not in _BIC_LENGTHS or not (code.isascii() and code.isalnum() and code == code.upper()):
            continue
        # A word in capitals is perhaps the next label: digits, or the country, tell a code from it.
        if (not code.isalpha() or code[4:6] in ("FR", "MC")) and not is_bic(code):
            yield Misspelt(code, layout.page.number, layout.box(CellSpan(cell, at, len(layout.text[cell]))))
            return


def is_bic(text: str) -> bool:
    """Whether a text has the shape of a BIC, wherever the bank is.

    >>> is_bic("BNPA FR PP"), is_bic("AGRIFRP")
    (True, False)
    """
    from stdnum import bic

    return bool(bic.is_valid(compact(text)))


def _labelled(
    pages: Sequence[Page], labels: tuple[str, ...], *, colon: bool
) -> Iterator[tuple[PageLayout, int, int, str]]:
    """Yield the print behind one of these words, and behind its colon: its cell, where it starts there, and itself."""
    for page in pages:
        whole = " ".join(page.words.text).lower()
        if not any(label in whole for label in labels):
            continue
        layout = lay_out(page)
        for cell, text in enumerate(layout.text):
            folded = fold(text)
            for label in labels:
                at = folded.rfind(label)
                if at < 0:
                    continue
                rest = folded[at + len(label) :].lstrip()
                if colon and not rest.startswith(":"):
                    continue
                rest = rest.lstrip(": ")
                if rest:
                    start = len(text) - len(rest)
                    yield layout, cell, start, text[start:]
                elif cell + 1 in layout.lines[layout.line_of[cell]]:
                    yield layout, cell + 1, 0, layout.text[cell + 1]


def _is_cut(layout: PageLayout, cell: int) -> bool:
    """Whether more of a number stands under it: digits that open the next cell of its column."""
    under = layout.below(cell, _LINE_REACH * layout.size[cell], most=1)
    return any(layout.text[each][:1].isdigit() for each in under)
