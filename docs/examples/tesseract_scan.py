"""Reads a scanned invoice that Tesseract has recognised, and says what a supplier has to know of it.

    pdftoppm -r 300 -png scan.pdf page
    tesseract page-1.png page-1 -l fra tsv
    python docs/examples/tesseract_scan.py 300 page-1.tsv

One TSV file for each page, the first one first; the number is the resolution of the pictures, in dots per inch. Any
other engine does as well: what it takes is words with their boxes.
"""

import csv
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import chorus_ocr
from chorus_ocr import Document, PlacedWord, Report

PAGE, WORD = "1", "5"
"""The levels of Tesseract's table that are of use here."""


def scan_tables(tables: Sequence[Path], dpi: float) -> Report:
    """Return the report on the pages that some tables hold, one table a page."""
    pages = [list(rows(table)) for table in tables]
    sizes = [(float(row["width"]), float(row["height"])) for page in pages for row in page if row["level"] == PAGE]
    words = [word(number, row) for number, page in enumerate(pages, start=1) for row in page if row["level"] == WORD]
    return chorus_ocr.recognize(Document.from_words(words, sizes, dpi=dpi))


def rows(table: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a table. Tesseract quotes nothing: a quotation mark is one that was read."""
    with table.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def word(page: int, row: dict[str, str]) -> PlacedWord:
    """Return one word. What it has little confidence in stays: a number that lost its middle would be a wrong one."""
    left, top = float(row["left"]), float(row["top"])
    right, bottom = left + float(row["width"]), top + float(row["height"])
    return PlacedWord(page, row["text"], left, top, right, bottom)


if __name__ == "__main__":
    report = scan_tables([Path(name) for name in sys.argv[2:]], float(sys.argv[1]))
    for name, decision in report.fields.items():
        if decision.value is not None:
            print(f"{name}: {decision.choice.raw if decision.choice else decision.value}")
    for warning in report.warnings:
        if warning.severity == "blocking":
            print(f"{warning.code} {warning.message}")
