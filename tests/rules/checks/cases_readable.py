"""Invoices whose print can be read, and such whose cannot: every one a PDF, read by the default reader."""

from collections.abc import Callable
from functools import partial

from fixtures.sheet import BLACK, WHITE, Colour, Sheet
from rules.checks.bills import CLIENT, LINES, Case, Lines, bill, case, with_, without

PLACES = {name: (20, 20 + 8 * row) for row, name in enumerate(LINES)}
"""Where ``sheet()`` puts the lines of the invoice: left end and base line, in millimetres."""

Draw = Callable[[Sheet, float, float, str], object]


def put(
    sheet: Sheet, x: float, y: float, line: str, *, size: float = 10, ink: Colour = BLACK, ground: Colour | None = None
) -> None:
    """Draw a line, on a rectangle of its own where a ``ground`` is given."""
    if ground:
        sheet.panel(x - 1, y - 5, 120, 7, fill=ground, edge=None)
    sheet.put(x, y, line, size=size, ink=ink)


def sheet(draw: Draw = put, *names: str, lines: Lines = LINES, **more: str) -> bytes:
    """Draw the invoice, those of its lines that are named by ``draw``; ``more`` lines plainly, under all others."""
    drawn = Sheet()
    for row, (name, line) in enumerate(lines.items()):
        (draw if name in names else put)(drawn, 20, 20 + 8 * row, line)
    for line in more.values():
        drawn.put(20, 20 + 8 * len(lines), line, size=10)
    return drawn.finish()


def look(
    code: str, key: str, name: str | None, draw: Draw, *names: str, passing: Draw = put, blank: bool = False
) -> Case:
    """Return a case of an invoice whose lines ``names`` are drawn otherwise; ``blank``: a field stays blank by that."""
    return Case(
        code=code,
        key=key,
        name=name,
        failing=sheet(draw, *names),
        passing=sheet(passing, *names),
        printed=(lambda line: sheet(draw, *names, printed=line)) if blank else None,
    )


def in_mode(mode: str, drawn: Sheet, x: float, y: float, line: str) -> None:
    drawn._out(f"BT {mode} Tr ET")
    drawn.put(x, y, line, size=10)
    drawn._out("BT 0 Tr ET")


def clipped(to: float, drawn: Sheet, x: float, y: float, line: str) -> None:
    with drawn.rect_clip(x, y - 5, to, 7):
        drawn.put(x, y, line, size=10)


def covered(by: float, drawn: Sheet, x: float, y: float, line: str) -> None:
    drawn.put(x, y, line, size=10)
    drawn.panel(x, y - 5, by, 7, fill=WHITE, edge=None)


def off_the_page(drawn: Sheet, x: float, y: float, line: str) -> None:
    drawn.put(-150, y, line, size=10)


def in_the_margin(drawn: Sheet, x: float, y: float, line: str) -> None:
    with drawn.rotation(90, 10, 200):
        drawn.put(10, 200, line, size=10)


def sideways(lines: Lines = LINES) -> bytes:
    drawn = Sheet()
    for row, line in enumerate(lines.values()):
        with drawn.rotation(90, 15 + 6 * row, 280):
            drawn.put(15 + 6 * row, 280, line, size=9)
    return drawn.finish()


def spaced(drawn: Sheet, x: float, y: float, line: str) -> None:
    """Draw a line whose letters are set apart up to the colon."""
    drawn.set_font("Helvetica", size=10)
    for at, character in enumerate(line):
        drawn.text(x, y, character)
        x += drawn.get_string_width(character) + (2.2 if at < line.index(":") and character != " " else 0)


BLUE: Colour = (12, 63, 140)

CASES: tuple[Case, ...] = (
    look("DOC15", "coloured", "numero_engagement", partial(put, ink=BLUE), "engagement"),
    look("DOC15", "reversed", "numero_engagement", partial(put, ink=WHITE, ground=BLUE), "engagement"),
    look(
        "DOC16",
        "low",
        "numero_engagement",
        partial(put, ink=(176, 176, 176)),
        "engagement",
        passing=partial(put, ink=(110, 110, 110)),
    ),
    look(
        "DOC16",
        "low",
        "numero_engagement",
        partial(put, ground=(0, 0, 102)),
        "engagement",
        passing=partial(put, ground=(200, 200, 255)),
    ),
    look("DOC17", "white", "numero_engagement", partial(put, ink=WHITE), "engagement", blank=True),
    look("DOC18", "invisible", "numero_engagement", partial(in_mode, "3"), "engagement", blank=True),
    look("DOC18", "tiny", "numero_engagement", partial(put, size=1), "engagement", blank=True),
    look(
        "DOC19",
        "clipped",
        "numero_engagement",
        partial(clipped, 22),
        "engagement",
        passing=partial(clipped, 60),
        blank=True,
    ),
    look(
        "DOC19",
        "covered",
        "numero_engagement",
        partial(covered, 60),
        "engagement",
        passing=partial(covered, -15),
        blank=True,
    ),
    look("DOC19", "off_page", "numero_engagement", off_the_page, "engagement", blank=True),
    look("DOC20", "datum", "numero_engagement", in_the_margin, "engagement"),
    Case(code="DOC20", key="page", failing=sideways(), passing=bill()),
    case(
        "DOC21",
        "value",
        with_(LINES, client_siret=f"SIRET client : {' '.join(CLIENT.replace(' ', ''))}"),
        LINES,
        "siret_destinataire",
    ),
    look("DOC21", "keyword", "numero_engagement", spaced, "engagement"),
    look(
        "DOC22",
        "small",
        "numero_engagement",
        partial(put, size=5.5),
        "engagement",
        passing=partial(put, size=6),
    ),
    case(
        "DOC23",
        "glued",
        with_(LINES, engagement="Engagement:26D000417"),
        with_(LINES, engagement="Engagement : 26D000417"),
        "numero_engagement",
    ),
    case(
        "DOC24",
        "together",
        with_(without(LINES, "service"), engagement="Engagement : 26D000417,service : TECHNIQUE"),
        with_(without(LINES, "service"), engagement="Engagement : 26D000417, service : TECHNIQUE"),
        "numero_engagement",
    ),
)
