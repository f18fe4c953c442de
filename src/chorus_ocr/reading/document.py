"""What a reader hands on: pages of words with boxes and style, and the facts about the file that checks need."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from chorus_ocr.reading.limits import DEFAULT_LIMITS, Limits

FIRST_WORDS = 5
"""Of a table of words, that its ``repr`` shows."""


class Box(NamedTuple):
    """A rectangle on a page as shown: points from its top left corner, y growing downwards."""

    x0: float
    top: float
    x1: float
    bottom: float


class Word(NamedTuple):
    """One word, as a view on a row of the page's word table."""

    text: str
    box: Box
    size: float
    colour: int
    mode: int
    angle: int


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class WordTable:
    """The words of one page as parallel columns, in the order of the content stream.

    ``text``: not empty, without spaces or line breaks. ``x0``, ``top``, ``x1``, ``bottom``: points from the top left
    of the page as shown (after /Rotate and the crop).
    ``size``: effective font size in points. ``colour``: fill colour as ``0xRRGGBBAA``. ``mode``: PDF text render mode
    (0 filled … 3 invisible … 7 clip only; -1 unknown). ``angle``: reading direction as shown, in degrees
    counter-clockwise, rounded to the nearest of 0, 90, 180, 270 when within 2°, else rounded to whole degrees.
    """

    text: tuple[str, ...] = ()
    x0: tuple[float, ...] = ()
    top: tuple[float, ...] = ()
    x1: tuple[float, ...] = ()
    bottom: tuple[float, ...] = ()
    size: tuple[float, ...] = ()
    colour: tuple[int, ...] = ()
    mode: tuple[int, ...] = ()
    angle: tuple[int, ...] = ()

    def __len__(self) -> int:
        return len(self.text)

    def __getitem__(self, row: int) -> Word:
        return Word(self.text[row], self.box(row), self.size[row], self.colour[row], self.mode[row], self.angle[row])

    def box(self, row: int) -> Box:
        return Box(self.x0[row], self.top[row], self.x1[row], self.bottom[row])

    def __repr__(self) -> str:
        first = " ".join(self.text[:FIRST_WORDS]) + (" …" if len(self) > FIRST_WORDS else "")
        return f"<WordTable of {len(self)} words{f': {first!r}' if first else ''}>"


class Fill(NamedTuple):
    """A filled shape that print may stand on, as the box around it.

    ``colour``: as ``0xRRGGBBAA``; None where it has not one colour, as a gradient. ``whole``: it paints all of its box,
    as a rectangle does; of another shape it is only known that it paints nothing outside.
    """

    box: Box
    colour: int | None
    whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FormValue:
    """What a form field of the PDF is filled in with: text or a choice, never a tick or a signature.

    ``name``: of the field, those of its parents before it (« fournisseur.siret »). ``value``: not empty; of several
    choices the first. ``box``: where the field stands on the page as shown, in points.

    Such a value is painted by whoever shows the file: it is no text of the page, and not among its words.
    """

    name: str
    value: str
    box: Box


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Page:
    """One page in scope. ``number`` counts from 1; ``width`` and ``height`` in points, of the page as shown.

    ``words`` holds only words whose centre lies on the page; ``off_page`` those whose centre does not: they take no
    part in recognition. ``images``: the boxes of the images painted on the page. ``fills``: the filled shapes, in the
    order in which they are painted, without rulings; of very many the largest.
    ``form_values``: of the form fields that are shown on the page and filled in, in the order of the file.

    ``clipped`` and ``covered``: the rows of ``words`` that nobody sees, because their centre lies outside the path
    that their text is clipped to, or because an opaque rectangle is painted over it later. Recognition leaves them out.

    ``unmapped``: how many of its characters, spaces included, the reader found no meaning for in the file, because
    their font tells none. In ``words`` they are U+FFFD, or what the reader takes them for: right or wrong, another
    software may take them for something else. Counted on a page where a piece of print begins with one; else 0.
    """

    number: int
    width: float
    height: float
    words: WordTable = WordTable()
    off_page: WordTable = WordTable()
    images: tuple[Box, ...] = ()
    fills: tuple[Fill, ...] = ()
    clipped: tuple[int, ...] = ()
    covered: tuple[int, ...] = ()
    form_values: tuple[FormValue, ...] = ()
    unmapped: int = 0

    def _repr_html_(self) -> str:
        from chorus_ocr.reading.shown import page_html

        return page_html(self)

    def __repr__(self) -> str:
        size = f"{self.width:.0f} × {self.height:.0f} pt"
        return f"<Page {self.number}: {size}, {len(self.words)} words, {len(self.images)} images>"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageText:
    """A page beyond the scope, as bare text: it feeds warnings about the file, never a field."""

    number: int
    text: str


class PageScope(StrEnum):
    """Which pages are read. AIFE's sheet says the first three; a « bonne pratique » article of the same house says
    the first, the last and the one before it (both cited in facts of the documentation)."""

    FIRST_THREE = "first-three"
    FIRST_AND_LAST_TWO = "first-and-last-two"
    ALL = "all"


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbeddedXml:
    """A file attached to a PDF that may be an invoice in XML: its name, and its bytes as they were attached."""

    name: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Document:
    """A PDF as read: its pages in scope, and the facts about the file that checks need.

    ``file_name`` is a bare name without folders, or None. ``byte_size`` in bytes. ``encrypted``: the file is protected
    but opened (with the password given, or with none). ``embedded_files``: names of the attached files.
    ``embedded_xml``: the content of those whose name ends in « .xml », as far as it stays within the bounds of
    ``reading.attached``: an XML file that is named and not here was too large, empty, or not to be unpacked.
    ``signatures``: how many fields of the file hold a digital signature; whether one is valid is not looked at.
    ``ocr``: the words were recognised on pictures of the pages, which hold none: see ``from_words()``.
    ``bare``: its pages have lost their words, as those of a report that came back from its data.
    """

    pages: tuple[Page, ...]
    page_count: int
    scope: PageScope = PageScope.FIRST_THREE
    beyond_scope: tuple[PageText, ...] = ()
    file_name: str | None = None
    byte_size: int = 0
    encrypted: bool = False
    embedded_files: tuple[str, ...] = ()
    embedded_xml: tuple[EmbeddedXml, ...] = ()
    signatures: int = 0
    ocr: bool = False
    bare: bool = False

    @classmethod
    def from_words(
        cls,
        words: Iterable[tuple[int, str, float, float, float, float]],
        sizes: Sequence[tuple[float, float]],
        *,
        dpi: float = 72,
        ocr: bool = True,
        scope: PageScope = PageScope.FIRST_THREE,
        file_name: str | None = None,
        byte_size: int = 0,
        limits: Limits = DEFAULT_LIMITS,
    ) -> "Document":
        """Return the document that the words of another engine make: a scan that was recognised elsewhere.

        ``words``: number of the page, text, x0, top, x1, bottom (``PlacedWord``), in the order of reading as far as the
        engine knows it, from the top left corner of the page as shown; a line of words is cut at its spaces. ``sizes``:
        width and height of every page, the first one first. All in units of which ``dpi`` make an inch: pixels of the
        pictures, or points.

        ``ocr``: the words were recognised on pictures, of which the portal reads nothing: a blocking warning says so,
        and the boxes, drawn around ink, are evened row by row. Without it they are taken for the text of the PDF, their
        boxes for those of their type.

        Raises ``WordsError`` listing what is wrong with words and sizes, ``LimitExceeded`` for more than ``limits``
        allow, ``ValueError`` for a ``dpi`` or a ``scope`` that is none.

        >>> words = [(1, "SIRET client : 110 002 011 00044", 200, 300, 900, 340)]
        >>> page = Document.from_words(words, [(2480, 3508)], dpi=300).page(1)
        >>> page.words.text, page.words.box(0).x0
        (('SIRET', 'client', ':', '110', '002', '011', '00044'), 48.0)
        """
        from chorus_ocr.reading.placed_words import document_of

        return document_of(
            words, sizes, dpi=dpi, ocr=ocr, scope=PageScope(scope), file_name=file_name, byte_size=byte_size,
            limits=limits,
        )  # fmt: skip

    def page(self, number: int) -> Page:
        """Return the page with this number, counted from 1. Raises ``KeyError`` when it is not in scope."""
        for page in self.pages:
            if page.number == number:
                return page
        raise KeyError(number)

    def __repr__(self) -> str:
        from chorus_ocr.drawing.printable import safe

        bare = ", without words" if self.bare else ""
        name = safe(self.file_name or "<bytes>")
        return f"<Document {name}: {len(self.pages)} of {self.page_count} pages in scope{bare}>"
