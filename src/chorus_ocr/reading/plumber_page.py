"""A page of pdfplumber that also knows how its text is painted, and stands in the frame of the page as shown.

pdfminer follows a content stream and hands on less than it knows: the render mode, the size of the font and the
colour space of a text go lost on the way, a form forgets the state that it is painted in, and nobody looks at opacity.
The classes here are pdfminer's and pdfplumber's own, with what was lost.
"""

import math
from typing import Any, NamedTuple, cast

from pdfminer.layout import LTChar, LTItem, LTPage
from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFTextSeq
from pdfminer.pdffont import PDFFont, PDFSimpleFont, PDFType3Font
from pdfminer.pdfinterp import Color, PDFGraphicState, PDFPageInterpreter, PDFStackT, PDFTextState
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import dict_value, resolve1
from pdfminer.psparser import literal_name
from pdfminer.utils import Matrix, apply_matrix_rect, mult_matrix
from pdfplumber.page import Page, PDFPageAggregatorWithMarkedContent
from pdfplumber.pdf import PDF

from chorus_ocr.reading.frame import Frame
from chorus_ocr.reading.pdfium_words import ASCENT, DESCENT, size_and_angle
from chorus_ocr.reading.plumber_colours import NO_COLOUR, rgba
from chorus_ocr.reading.words import INVISIBLE, SOFT_HYPHEN, UNREADABLE, clean

US_LETTER = (0.0, 0.0, 612.0, 792.0)
"""The rectangle of a page that says none."""


def page_frame(page: PDFPage) -> Frame:
    """Return the visible rectangle of a page: its crop box within its media box, and its rotation.

    Raises whatever pdfminer raises for a page dictionary that makes no sense.
    """
    media = _upright(page.mediabox) or US_LETTER
    crop = _upright(page.cropbox) or media
    left, bottom, right, top = media
    left, bottom, right, top = max(left, crop[0]), max(bottom, crop[1]), min(right, crop[2]), min(top, crop[3])
    if not (left < right and bottom < top):
        left, bottom, right, top = US_LETTER
    return Frame(left=left, bottom=bottom, right=right, top=top, quarters=int(page.rotate) // 90 % 4)


def _upright(box: tuple[float, float, float, float]) -> tuple[float, float, float, float] | None:
    """Return a rectangle with its corners in order, or None if it is none."""
    left, right = sorted(box[0::2])
    bottom, top = sorted(box[1::2])
    return (left, bottom, right, top) if left < right and bottom < top and math.isfinite(sum(box)) else None


class ShownPage(Page):
    """A page whose objects stand in points from the top left of the page as shown, /Rotate and the crop applied.

    Every character has the further keys ``colour`` (``0xRRGGBBAA``), ``mode`` (PDF text render mode), ``angle`` (its
    reading direction in degrees), ``shown`` (its box on the page), and says what ``clean()`` makes of it. Its other
    places are those in a frame turned by its angle, where it reads from left to right. Every shape has ``colour``.
    """

    def __init__(self, pdf: PDF, page: PDFPage, number: int) -> None:
        self.frame = frame = page_frame(page)
        self.unmapped = 0
        """How many characters of the page have no meaning in the file, once its objects have been looked at."""
        # What is shown becomes the whole page: both libraries then count from its corner, and do the turning.
        page.mediabox = page.cropbox = (frame.left, frame.bottom, frame.right, frame.top)
        page.rotate = 90 * frame.quarters
        width, height = frame.right - frame.left, frame.top - frame.bottom
        page.attrs = {"MediaBox": [0, 0, width, height], "Rotate": page.rotate}
        super().__init__(pdf, page, page_number=number)

    @property
    def layout(self) -> LTPage:
        """Follow the content of the page. Raises whatever pdfminer raises."""
        device = _Device(self.pdf.rsrcmgr, pageno=self.page_number, laparams=None)
        _Interpreter(self.pdf.rsrcmgr, device).process_page(self.page_obj)
        self.unmapped = device.unmapped
        return device.get_result()

    def process_object(self, obj: LTItem) -> dict[str, Any]:
        """Return an object of the page as pdfplumber does, with more keys."""
        found = super().process_object(obj)
        if isinstance(obj, LTChar):
            found |= self._seen(found, obj)
        elif found.get("fill"):
            found["colour"] = found["non_stroking_color"]
        return found

    def _seen(self, found: dict[str, Any], char: LTChar) -> dict[str, Any]:
        style = _known(char.graphicstate).print
        assert style is not None
        a, b, c, d, *_ = char.matrix
        # Text that is scaled to less than nothing reads the other way.
        size, angle = size_and_angle(style.size, a * style.sense, b * style.sense, c, d)
        seen: dict[str, Any] = {"colour": style.colour, "mode": style.mode, "angle": angle, "size": size}
        seen["text"] = _said(char)
        if not style.font.is_vertical() and (angle or _misleads(style.font)):
            under, over = _reach(style.font)
            box = (0.0, style.size * under + style.rise, char.adv, style.size * over + style.rise)
            box = (min(box[0::2]), min(box[1::2]), max(box[0::2]), max(box[1::2]))
            seen |= self._box(apply_matrix_rect(char.matrix, box))
            seen["shown"] = tuple(seen[side] for side in ("x0", "top", "x1", "bottom"))
            seen["size"] = size = size * max(1.0, (over - under) / (ASCENT + DESCENT))
            if angle:
                seen |= self._box(apply_matrix_rect(_turned(char.matrix, -angle), box)) | {"upright": True}
        else:
            seen["shown"] = tuple(found[side] for side in ("x0", "top", "x1", "bottom"))
        return seen

    def _box(self, box: tuple[float, float, float, float]) -> dict[str, Any]:
        """Return the places of a rectangle that is given with y upwards, under pdfplumber's names."""
        x0, y0, x1, y1 = box
        top, bottom = self.height - y1, self.height - y0
        return {"x0": x0, "x1": x1, "top": top, "bottom": bottom, "doctop": top, "width": x1 - x0, "height": y1 - y0}


class _Print(NamedTuple):
    """How a text is painted: ``size`` and ``rise`` before any matrix; ``sense`` is -1 where it is scaled backwards."""

    mode: int
    colour: int
    size: float
    sense: int
    rise: float
    font: PDFFont


class _State(PDFGraphicState):
    """The graphics state, with the opacity of fills, and how the text is painted that it was copied for."""

    def __init__(self) -> None:
        super().__init__()
        self.opacity = 1.0
        self.print: _Print | None = None
        self.is_known = False

    def copy(self) -> "_State":
        twin = _State()
        vars(twin).update(vars(self))
        return twin

    def colour(self) -> int:
        return rgba(self.ncolor, self.ncs.name, self.opacity)


class _Device(PDFPageAggregatorWithMarkedContent):
    """Collects what a page paints, and how. ``unmapped``: how many characters without a meaning were painted."""

    unmapped = 0

    def render_string(
        self, textstate: PDFTextState, seq: PDFTextSeq, ncs: PDFColorSpace, graphicstate: PDFGraphicState
    ) -> None:
        state, font = _known(graphicstate), textstate.font
        if font is not None and isinstance(seq, list):  # and not an operand of another operator
            state.print = _Print(
                mode=textstate.render,
                colour=state.colour(),
                size=textstate.fontsize,
                sense=-1 if textstate.scaling < 0 else 1,
                rise=textstate.rise,
                font=font,
            )
            super().render_string(textstate, seq, ncs, state)

    def paint_path(self, gstate: PDFGraphicState, *rest: Any) -> None:
        state = _known(gstate)
        if not state.is_known:  # a path of several parts comes here again, part by part
            state = state.copy()
            state.ncolor, state.is_known = state.colour(), True
        super().paint_path(state, *rest)

    def handle_undefined_char(self, font: PDFFont, cid: int) -> str:
        self.unmapped += 1
        return UNREADABLE


class _Interpreter(PDFPageInterpreter):
    """Follows a content stream. A form begins in the state that it is painted in."""

    _outer: "tuple[PDFTextState, _State] | None" = None

    def dup(self) -> "_Interpreter":
        inner = type(self)(self.rsrcmgr, self.device)
        inner._outer = self.textstate.copy(), _known(self.graphicstate).copy()
        return inner

    def init_resources(self, resources: dict[object, object]) -> None:
        super().init_resources(resources)
        for font in self.fontmap.values():
            _complete(font)

    def init_state(self, ctm: Matrix) -> None:
        super().init_state(ctm)
        self.graphicstate = _State()
        if self._outer:
            self.textstate, self.graphicstate = self._outer
            self.textstate.reset()

    def do_gs(self, name: PDFStackT) -> None:
        states = dict_value(self.resources.get("ExtGState") or {})
        opacity = resolve1(dict_value(states.get(literal_name(name)) or {}).get("ca"))
        if isinstance(opacity, int | float):
            _known(self.graphicstate).opacity = opacity

    def do_cs(self, name: PDFStackT) -> None:
        super().do_cs(name)
        self.graphicstate.ncolor = NO_COLOUR

    def do_scn(self) -> None:
        count = self.graphicstate.ncs.ncomponents
        if count in (1, 3, 4):
            super().do_scn()
        else:  # as many inks as the space likes: pdfminer would keep the colour before
            self.graphicstate.ncolor = cast("Color", tuple(self.pop(count)))

    def do__w(self, aw: PDFStackT, ac: PDFStackT, s: PDFStackT) -> None:
        # The operator " moves to the next line like the operator ' does; pdfminer's stays where it is.
        self.do_Tw(aw)
        self.do_Tc(ac)
        self.do__q(s)

    def do_F(self) -> None:  # noqa: N802 - the name of the operator
        self.do_f()


def _complete(font: PDFFont) -> None:
    """Give a standard font the widths of its codes, those included that pdfminer's tables leave out.

    pdfminer has these widths by character, and looks for the character that the text layer says: a code that stands
    for another one there has no width, and what follows is printed on top of it.
    """
    widths = font.widths
    if not isinstance(font, PDFSimpleFont) or not {" ", "-", "0"} <= widths.keys():
        return
    # In all of these fonts the euro is as wide as a figure.
    by_character = {"€": widths["0"], "\u00a0": widths[" "], SOFT_HYPHEN: widths["-"]}
    by_character |= {character: width for character, width in widths.items() if isinstance(character, str)}
    complete = dict(widths)  # the tables are shared by all documents, and are left as they are
    for code, character in font.cid2unicode.items():
        if character in by_character:
            complete.setdefault(code, by_character[character])
    font.widths = complete


def _known(state: PDFGraphicState) -> _State:
    """Return a state that ``_Interpreter`` has made, as what it is."""
    assert isinstance(state, _State)
    return state


def _said(char: LTChar) -> str:
    """Return what a character says: ``INVISIBLE`` where nobody sees it, so that it stays in its word."""
    said = char.get_text()
    if said == SOFT_HYPHEN and not char.adv:
        return INVISIBLE
    # A text layer that says nothing says what cannot be understood, such as half of a surrogate pair.
    return clean(said) or INVISIBLE if said else UNREADABLE


def _misleads(font: PDFFont) -> bool:
    """Say whether the box that a font claims for its characters cannot be that of a line of text."""
    return abs(font.get_descent()) > 0.5 or _is_scaled(font)


def _is_scaled(font: PDFFont) -> bool:
    """Say whether a font drawn by procedures is scaled by its own matrix: text of size 1 may be ten points high."""
    return isinstance(font, PDFType3Font) and font.get_height() > 2


def _reach(font: PDFFont) -> tuple[float, float]:
    """Return from where to where the characters of a font reach across the base line, in ems."""
    if _is_scaled(font):
        return font.bbox[1] * font.vscale, font.bbox[3] * font.vscale
    if _misleads(font):
        return -DESCENT, ASCENT
    return font.get_descent(), font.get_descent() + 1


def _turned(matrix: Matrix, degrees: float) -> Matrix:
    """Return a matrix followed by a turn about the origin, counter-clockwise."""
    cos, sin = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return mult_matrix(matrix, (cos, sin, -sin, cos, 0, 0))
