"""What tests of recognition say alike: pages drawn from lines, and what is read on them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from chorus_ocr import Status, recognize
from chorus_ocr.reading.document import Document, Page
from chorus_ocr.recognition.candidate import Decision
from fixtures.parties import HAUTELISSE, PONTVERNOIS, SYLVARDE, spaced
from pages import CHAR, LEADING, document

Line = str | Sequence[tuple[float, str]]
Fields = Mapping[str, Decision[object]]
TITLE = "FACTURE N° F2026-0817"
CLIENT = spaced(PONTVERNOIS.siret, 3, 3, 3, 5)
OWN = spaced(SYLVARDE.siret, 3, 3, 3, 5)
OTHER = spaced(HAUTELISSE.siret, 3, 3, 3, 5)
FOOT = f"{SYLVARDE.name} – {SYLVARDE.form} – SIRET {OWN} – RCS {SYLVARDE.registry}"
TOTALS: tuple[Line, ...] = (
    [(300, "Total HT"), (480, "1 460,00 €")],
    [(300, "TVA 20 %"), (480, "292,00 €")],
    [(300, "Total TTC"), (480, "1 752,00 €")],
)
LARGE = 20.0
TOP = 60.0


def fields(*lines: Line) -> Fields:
    return recognize(document(*lines)).fields


def fields_of(*pages: Page) -> Fields:
    return recognize(Document(pages=pages, page_count=len(pages))).fields


def value(seen: Fields, name: str) -> object:
    """Return what is printed, announced and valid; nothing inferred."""
    return seen[name].value if seen[name].status is Status.FOUND else None


def several(names: Sequence[str], *lines: Line) -> tuple[object, ...]:
    """Return what is printed, announced and valid for these fields of a page; nothing inferred."""
    seen = fields(*lines)
    return tuple(value(seen, name) for name in names)


def printed(name: str, *lines: Line) -> object:
    """Return what is printed, announced and valid for a field of a page; nothing inferred."""
    return value(fields(*lines), name)


def amounts(seen: Fields) -> tuple[object, object, object]:
    return value(seen, "montant_ht"), value(seen, "montant_tva"), value(seen, "montant_ttc")


def squash(raw: object) -> str:
    return "".join(str(raw).split())


def verdicts(seen: Fields, name: str, raw: str) -> set[str]:
    """Return the verdicts of the candidates of a field that are printed like this, spaces aside."""
    return {each.verdict for each in seen[name].candidates if squash(raw) in squash(each.raw)}


def titled_large(sheet: Page) -> Page:
    """Return a page whose first line is set in large type."""
    words = sheet.words
    size = tuple(LARGE if top == TOP else each for top, each in zip(words.top, words.size, strict=True))
    bottom = tuple(top + LARGE if top == TOP else each for top, each in zip(words.top, words.bottom, strict=True))
    return replace(sheet, words=replace(words, size=size, bottom=bottom))


def set_in(sheet: Page, line: int, size: float) -> Page:
    """Return a page with one line, counted from 0 at its top, in type of another size."""
    words, at = sheet.words, TOP + line * LEADING
    sizes = tuple(size if top == at else each for top, each in zip(words.top, words.size, strict=True))
    bottom = tuple(top + size if top == at else each for top, each in zip(words.top, words.bottom, strict=True))
    return replace(sheet, words=replace(words, size=sizes, bottom=bottom))


def spread(*texts: str, gap: float) -> list[tuple[float, str]]:
    """Return cells on one line with the same gap between any two."""
    cells: list[tuple[float, str]] = []
    x = 60.0
    for text in texts:
        cells.append((x, text))
        x += len(text) * CHAR + gap
    return cells
