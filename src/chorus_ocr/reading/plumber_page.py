"""A page of pdfplumber that also knows how its text is painted, and stands in the frame of the page as shown.

pdfminer follows a content stream and hands on less than it knows: the render mode, the size of the font and the
colour space of a text go lost on the way, a form forgets the state that it is painted in, and nobody looks at opacity.
The classes here are pdfminer's and pdfplumber's own, with what was lost.
"""

import math
from collections.abc import Callable, Sequence
from itertools import count
from typing import Any, NamedTuple, cast

from pdfminer.layout import LTChar, LTItem, LTPage
from pdfminer.pdfcolor import PDFColorSpace
from pdfminer.pdfdevice import PDFTextSeq
from pdfminer.pdffont import PDFFont, PDFSimpleFont, PDFType3Font
from pdfminer.pdfinterp import Color, PDFGraphicState, PDFPageInterpreter, PDFStackT, PDFTextState
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import dict_value, list_value, resolve1
from pdfminer.psparser import PSLiteral, literal_name
from pdfminer.utils import MATRIX_IDENTITY as ONE
from pdfminer.utils import Matrix, PathSegment, apply_matrix_pt, apply_matrix_rect, mult_matrix
from pdfplumber.page import Page, PDFPageAggregatorWithMarkedContent
from pdfplumber.pdf import PDF

from chorus_ocr.reading.document import Box
from chorus_ocr.reading.frame import Clip, Frame, is_upright
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
    places are those in a frame turned by its angle, where it reads from left to right.

    Every filled shape has ``colour``, ``is_opaque``, and ``part_of``, the number of the path that it is a part of. Both
    have ``time``, when they are painted, and ``clip``: None, or the box that they are clipped to and whether the clip
    is that box.
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
        self._times = count()

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
        found["time"] = next(self._times)
        if isinstance(obj, LTChar):
            found |= self._seen(found, obj)
        elif found.get("fill"):
            state = _known(vars(obj)["state"])
            found |= {
                "colour": found["non_stroking_color"],
                "is_opaque": not (state.is_mixed or state.is_masked or state.is_grouped),
                "part_of": state.number,
            }
            found["clip"] = self._clip(state)
        return found

    def _clip(self, state: "_State") -> "tuple[Box, bool] | None":
        if state.clip is None:
            return None
        left, bottom, right, top, exact = state.clip
        return Box(left, self.height - top, right, self.height - bottom), exact

    def _seen(self, found: dict[str, Any], char: LTChar) -> dict[str, Any]:
        style = _known(char.graphicstate).print
        assert style is not None
        a, b, c, d, *_ = char.matrix
        # Text that is scaled to less than nothing reads the other way.
        size, angle = size_and_angle(style.size, a * style.sense, b * style.sense, c, d)
        seen: dict[str, Any] = {"colour": style.colour, "mode": style.mode, "angle": angle, "size": size}
        seen["text"], seen["clip"] = _said(char), self._clip(_known(char.graphicstate))
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
    """The graphics state, with what pdfminer leaves out of it, and how the text is painted that it was copied for.

    ``opacity``: of fills. ``is_mixed``, ``is_masked``, ``is_grouped``: what is painted blends with what is under it, is
    seen through a mask, is first painted elsewhere. ``clip``: of the device. ``number``: of the path.
    """

    def __init__(self) -> None:
        super().__init__()
        self.opacity = 1.0
        self.is_mixed = False
        self.is_masked = False
        self.is_grouped = False
        self.clip: Clip | None = None
        self.print: _Print | None = None
        self.number = 0

    def copy(self) -> "_State":
        twin = _State()
        vars(twin).update(vars(self))
        return twin

    def colour(self) -> int:
        return rgba(self.ncolor, self.ncs.name, self.opacity)


class _Device(PDFPageAggregatorWithMarkedContent):
    """Collects what a page paints, and how. ``unmapped``: how many characters without a meaning were painted."""

    unmapped = 0

    _paths = 0

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
        if not state.number:  # a path of several parts comes here again, part by part
            state = state.copy()
            self._paths += 1
            state.ncolor, state.number = state.colour(), self._paths
        before = len(self.cur_item)
        super().paint_path(state, *rest)
        for item in self.cur_item._objs[before:]:
            vars(item)["state"] = state

    def handle_undefined_char(self, font: PDFFont, cid: int) -> str:
        self.unmapped += 1
        return UNREADABLE


class _Interpreter(PDFPageInterpreter):
    """Follows a content stream. A form begins in the state that it is painted in."""

    _outer: "tuple[PDFTextState, _State] | None" = None
    _form: Any = None
    _is_clipping = False

    def dup(self) -> "_Interpreter":
        inner = type(self)(self.rsrcmgr, self.device)
        inner._outer = self.textstate.copy(), _known(self.graphicstate).copy()
        return inner

    def init_resources(self, resources: dict[object, object]) -> None:
        super().init_resources(resources)
        for font in self.fontmap.values():
            _complete(font)

    def render_contents(self, resources: dict[object, object], streams: Sequence[object], ctm: Matrix = ONE) -> None:
        self._form = streams[0] if self._outer else None
        super().render_contents(resources, streams, ctm=ctm)

    def init_state(self, ctm: Matrix) -> None:
        super().init_state(ctm)
        self.graphicstate = state = _State()
        if self._outer:
            self.textstate, self.graphicstate = _, state = self._outer
            self.textstate.reset()
            x0, y0, x1, y1 = (resolve1(side) for side in list_value(self._form["BBox"]))
            self._clip_to([("m", x0, y0), ("l", x1, y0), ("l", x1, y1), ("l", x0, y1)])
            state.is_grouped = state.is_grouped or "Group" in self._form

    def do_gs(self, name: PDFStackT) -> None:
        states, state = dict_value(self.resources.get("ExtGState") or {}), _known(self.graphicstate)
        given = dict_value(states.get(literal_name(name)) or {})
        opacity, mode, mask = (resolve1(given.get(entry)) for entry in ("ca", "BM", "SMask"))
        if isinstance(opacity, int | float):
            state.opacity = opacity
        if mode is not None:
            first = resolve1(mode[0]) if isinstance(mode, list) and mode else mode
            state.is_mixed = not (isinstance(first, PSLiteral) and literal_name(first) in ("Normal", "Compatible"))
        if mask is not None:
            state.is_masked = isinstance(mask, dict)

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

    # A path is added to the clip by an operator of its own, and ends with the one that paints it.

    def do_W(self) -> None:  # noqa: N802
        self._is_clipping = True

    def do_W_a(self) -> None:  # noqa: N802
        self._is_clipping = True

    def do_n(self) -> None:
        self._end_path(super().do_n)

    def do_S(self) -> None:  # noqa: N802
        self._end_path(super().do_S)

    def do_f(self) -> None:
        self._end_path(super().do_f)

    def do_f_a(self) -> None:
        self._end_path(super().do_f_a)

    def do_B(self) -> None:  # noqa: N802
        self._end_path(super().do_B)

    def do_B_a(self) -> None:  # noqa: N802
        self._end_path(super().do_B_a)

    def _end_path(self, paint: Callable[[], None]) -> None:
        path = self.curpath
        paint()
        if self._is_clipping:
            self._is_clipping = False
            self._clip_to(path)

    def _clip_to(self, path: Sequence[PathSegment]) -> None:
        numbers = [(float(x), float(y)) for _, *ends in path for x, y in zip(ends[0::2], ends[1::2], strict=True)]
        places = [apply_matrix_pt(self.ctm, place) for place in numbers]
        xs, ys = [x for x, _ in places], [y for _, y in places]
        if places and math.isfinite(sum(xs) + sum(ys)):
            state = _known(self.graphicstate)
            state.clip = Clip(min(xs), min(ys), max(xs), max(ys), is_upright(xs, ys)).within(state.clip)


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
