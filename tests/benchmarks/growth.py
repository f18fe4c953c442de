"""How the cost grows with the words, the pages, the keywords and the checks: ten times and a hundred times as many."""

import gc
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain, product

from fpdf import FPDF, XPos, YPos

from chorus_ocr import CHORUS_PRO, Document, PageScope, RulePack, recognize, scan
from chorus_ocr.reading.document import Page, WordTable

FACTORS = (1, 10, 100)
ITEM = (("Ronde", 40.0), ("de", 70.0), ("nuit", 85.0), ("12", 300.0), ("10,00", 380.0), ("120,00", 480.0))
"""A row of a table of items: words and where they stand, in points."""
LINES = 60


def many_pages(count: int) -> bytes:
    """Return a PDF whose first page is an invoice and whose other pages are prose."""
    pdf = FPDF(format="A4")
    pdf.set_font("Helvetica", size=9)
    for number in range(1, count + 1):
        pdf.add_page()
        for line in range(LINES):
            pdf.cell(
                0,
                4,
                f"Page {number}, ligne {line} : prestations de nettoyage des locaux au titre du lot 3",
                new_x=XPos.LMARGIN,
                new_y=YPos.NEXT,
            )
        if number == 1:
            for label in ("Facture n° F-2026-118", "SIRET client : 110 002 011 00044", "Total TTC : 1 200,00 EUR"):
                pdf.cell(0, 4, label, new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    return bytes(pdf.output())


def repeated(document: Document, times: int) -> Document:
    """Return a document whose first page holds its words so many times over, one copy under the other."""
    page = document.pages[0]
    return replace(document, pages=(replace(page, height=page.height * times, words=_stacked(page, times)),))


def with_items(document: Document, times: int) -> Document:
    """Return a document whose page holds so many times its words: under the invoice, rows of items without a label."""
    page = document.pages[0]
    wanted = len(page.words) * (times - 1)
    rows = range(-(-wanted // len(ITEM)))
    words = page.words
    added = [(text, x, page.height + 14.0 * row) for row in rows for text, x in ITEM]
    count = len(added)
    table = WordTable(
        text=words.text + tuple(text for text, _, _ in added),
        x0=words.x0 + tuple(x for _, x, _ in added),
        top=words.top + tuple(top for _, _, top in added),
        x1=words.x1 + tuple(x + 5.0 * len(text) for text, x, _ in added),
        bottom=words.bottom + tuple(top + 10.0 for _, _, top in added),
        size=words.size + (10.0,) * count,
        colour=words.colour + (0xFF,) * count,
        mode=words.mode + (0,) * count,
        angle=words.angle + (0,) * count,
    )
    return replace(document, pages=(replace(page, height=page.height + 14.0 * len(rows), words=table),))


def _stacked(page: Page, times: int) -> WordTable:
    words = page.words
    shifts = [number * page.height for number in range(times)]
    return replace(
        words,
        text=words.text * times,
        x0=words.x0 * times,
        x1=words.x1 * times,
        top=tuple(chain.from_iterable([y + shift for y in words.top] for shift in shifts)),
        bottom=tuple(chain.from_iterable([y + shift for y in words.bottom] for shift in shifts)),
        size=words.size * times,
        colour=words.colour * times,
        mode=words.mode * times,
        angle=words.angle * times,
    )


def more_keywords(times: int) -> RulePack:
    """Return the pack with so many times its keywords, all but its own printed nowhere."""
    own = sum(len(rule.keywords + rule.aliases + rule.weak_aliases) for rule in CHORUS_PRO.fields)
    return CHORUS_PRO.with_aliases(
        "numero_marche", *(f"zeugme {_letters(number)}" for number in range(own * (times - 1)))
    )


def _letters(number: int) -> str:
    return "".join(chr(ord("b") + int(digit)) for digit in f"{number:06}")


def more_checks(times: int) -> RulePack:
    """Return the pack with so many times its checks: the same ones, under other codes."""
    codes = (f"{''.join(family)}{number:02}" for family in product("XYZ", repeat=3) for number in range(100))
    own = CHORUS_PRO.checks
    return replace(
        CHORUS_PRO, checks=own + tuple(replace(each, code=next(codes)) for _ in range(times - 1) for each in own)
    )


def _median(run: Callable[[], object], rounds: int) -> float:
    times = []
    for _ in range(rounds):
        gc.collect()
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def _row(what: str, runs: Sequence[Callable[[], object]], rounds: int) -> str:
    taken = [_median(run, rounds) for run in runs]
    grown = ", ".join(
        f"{factor:>3} × as many cost {each / taken[0]:6.2f} ×" for factor, each in zip(FACTORS, taken, strict=False)
    )
    return f"  {what:<26}{grown}"


def report(document: Document, rounds: int) -> Iterator[str]:
    """Yield the lines of the table for a document of one page, and for files that this module makes."""
    yield f"growth, medians of {rounds} rounds"
    items = [with_items(document, times) for times in FACTORS]
    yield _row("words, recognize()", [partial(recognize, each) for each in items], rounds)
    copies = [repeated(document, times) for times in FACTORS[:-1]]  # of a hundred invoices no label would be read
    yield _row("invoices on a page", [partial(recognize, each) for each in copies], rounds)
    files = [many_pages(count) for count in FACTORS]
    yield _row("pages, scan(pages='all')", [partial(scan, each, pages=PageScope.ALL) for each in files], rounds)
    for what, packs in (("keywords", map(more_keywords, FACTORS)), ("checks", map(more_checks, FACTORS))):
        yield _row(f"{what}, recognize()", [partial(recognize, document, rules=pack) for pack in packs], rounds)
    seven, many = many_pages(7), many_pages(200)
    ratio = _median(partial(scan, many), rounds) / _median(partial(scan, seven), rounds)
    yield f"  a file of 200 pages costs {ratio:.2f} × one of seven"
