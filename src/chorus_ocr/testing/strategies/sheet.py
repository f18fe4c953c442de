"""Paper to draw an invoice on: A4, a core font, a pen that goes down the page and turns to a new one."""

from datetime import UTC, datetime
from typing import Final

from fpdf import FPDF

LEFT: Final = 15.0
RIGHT: Final = 195.0
WIDTH: Final = RIGHT - LEFT
LEADING: Final = 5.2
"""From one line to the next, in millimetres."""
_TOP: Final = 18.0
_BOTTOM: Final = 262.0
"""Below it stands the foot of the page."""
_GREY: Final = 100
_BLACK: Final = 0


class Sheet:
    """Pages in millimetres; ``y`` is the baseline of the line to come. The bytes depend on what is drawn alone."""

    def __init__(self, typeface: str) -> None:
        self._pdf = FPDF(unit="mm", format="A4")
        self._pdf.core_fonts_encoding = "windows-1252"
        self._pdf.set_creation_date(datetime(2026, 1, 5, 8, 0, tzinfo=UTC))
        self._pdf.set_producer("chorus_ocr strategies")
        self._pdf.set_auto_page_break(False)
        self._pdf.set_margin(0)
        self._typeface = typeface
        self.y = _TOP
        self._pdf.add_page()

    @property
    def pages(self) -> int:
        """How many pages there are by now."""
        return int(self._pdf.pages_count)

    def room(self, height: float) -> None:
        """Turn to a new page where so many millimetres are not left on this one."""
        if self.y + height > _BOTTOM:
            self._pdf.add_page()
            self.y = _TOP

    def put(self, x: float, text: str, *, size: float = 9, bold: bool = False, grey: bool = False) -> float:
        """Draw a text on the line, from ``x`` on; return where it ends."""
        return self.put_at(x, self.y, text, size=size, bold=bold, grey=grey)

    def put_at(
        self, x: float, y: float, text: str, *, size: float = 9, bold: bool = False, grey: bool = False
    ) -> float:
        """Draw a text at a place; return the x where it ends."""
        self._pdf.set_font(self._typeface, "B" if bold else "", size)
        self._pdf.set_text_color(_GREY if grey else _BLACK)
        self._pdf.text(x, y, text)
        return x + float(self._pdf.get_string_width(text))

    def put_right(self, x: float, text: str, *, size: float = 9, bold: bool = False) -> None:
        """Draw a text on the line so that it ends at ``x``."""
        self._pdf.set_font(self._typeface, "B" if bold else "", size)
        self.put(x - float(self._pdf.get_string_width(text)), text, size=size, bold=bold)

    def width_of(self, text: str, *, size: float = 9, bold: bool = False) -> float:
        """Return how wide a text is, in millimetres."""
        self._pdf.set_font(self._typeface, "B" if bold else "", size)
        return float(self._pdf.get_string_width(text))

    def rule(self, *, above: float = 3.6) -> None:
        """Draw a line across the page, ``above`` the line of text to come."""
        self._pdf.set_line_width(0.2)
        self._pdf.line(LEFT, self.y - above, RIGHT, self.y - above)

    def box(self, top: float, bottom: float, edges: tuple[float, ...]) -> None:
        """Draw the frame of a row of a table between two heights, with the vertical ``edges`` of its columns."""
        self._pdf.set_line_width(0.2)
        for y in (top, bottom):
            self._pdf.line(edges[0], y, edges[-1], y)
        for x in edges:
            self._pdf.line(x, top, x, bottom)

    def feet(self, lines: list[str], *, numbered: bool) -> None:
        """Draw the same foot on every page, its number under it."""
        for number in range(1, self.pages + 1):
            self._pdf.page = number
            for place, line in enumerate(lines):
                self.put_at(LEFT, 274 + 3.8 * place, line, size=7, grey=True)
            if numbered:
                self.put_at(RIGHT - 18, 290, f"Page {number}/{self.pages}", size=7, grey=True)

    def finish(self) -> bytes:
        """Return the PDF."""
        return bytes(self._pdf.output())
