"""What a scan costs beside PDFium's own bare text of the same pages: medians, interleaved in one run, and ratios.

Run from anywhere: ``python tests/benchmarks/speed.py``. It takes the fixtures and, where it lies beside the repository,
the shared corpus; or the folders named on the command line. Times are of this machine and this minute; the ratios are
what to compare.
"""

import argparse
import ctypes
import gc
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2.raw as pdfium

from chorus_ocr import CHORUS_PRO, Document, UnreadableDocument, read, recognize, scan
from chorus_ocr.layout import PageLayout, lay_out
from chorus_ocr.recognition.anchors import read_page
from chorus_ocr.recognition.recognise import find, recognise

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = (ROOT / "tests" / "fixtures" / "invoices", ROOT.parent / "shared" / "corpus" / "made")
PAGES = 3
"""The pages in scope by default: the limit is measured on the same."""


@dataclass(frozen=True)
class Case:
    """A file in memory, read once for the stages that start from a document."""

    path: Path
    data: bytes
    document: Document
    layouts: tuple[PageLayout, ...]


def bare_text(data: bytes) -> str:
    """Return the text of the first pages as PDFium's bulk call gives it: the limit that nothing can beat."""
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    texts = []
    for number in range(min(PAGES, pdfium.FPDF_GetPageCount(document))):
        page = pdfium.FPDF_LoadPage(document, number)
        text_page = pdfium.FPDFText_LoadPage(page)
        count = pdfium.FPDFText_CountChars(text_page)
        buffer = (ctypes.c_ushort * (count + 1))()
        pdfium.FPDFText_GetText(text_page, 0, count, buffer)
        texts.append(bytes(buffer).decode("utf-16-le", "replace"))
        pdfium.FPDFText_ClosePage(text_page)
        pdfium.FPDF_ClosePage(page)
    pdfium.FPDF_CloseDocument(document)
    return "".join(texts)


def _recognise(case: Case) -> object:
    pack = CHORUS_PRO
    return recognise(case.document, pack.rules, pack.lexicon, pack.vocabulary, pack.stop_rules)


def _find(case: Case) -> object:
    pack = CHORUS_PRO
    return find(case.document, pack.rules, pack.lexicon, pack.vocabulary, pack.stop_rules)


STAGES: dict[str, Callable[[Case], object]] = {
    "bare text": lambda case: bare_text(case.data),
    "read()": lambda case: read(case.data),
    "  lay out": lambda case: [lay_out(page) for page in case.document.pages],
    "  find keywords": lambda case: [read_page(layout, CHORUS_PRO.lexicon) for layout in case.layouts],
    "  all candidates": _find,
    "  all decisions": _recognise,
    "recognize()": lambda case: recognize(case.document),
    "scan()": lambda case: scan(case.data),
}
"""What is timed, in the order of the data. Each contains those set in under it: « all decisions » starts at the layout,
recognize() adds the checks and the report."""


def cases(folder: Path) -> Iterator[Case]:
    """Yield the files of a folder that can be read and have text."""
    for path in sorted(folder.glob("*.pdf")):
        data = path.read_bytes()
        try:
            document = read(data)
        except UnreadableDocument:
            continue
        if any(len(page.words) for page in document.pages):
            yield Case(path, data, document, tuple(map(lay_out, document.pages)))


def measure(folder: Path, rounds: int) -> dict[str, float]:
    """Return the seconds of each stage: the sum over the files of the median of the rounds."""
    totals = dict.fromkeys(STAGES, 0.0)
    files = list(cases(folder))
    gc.collect()
    gc.freeze()  # the files held here are no part of what a scan gives the collector to do
    for case in files:
        times: dict[str, list[float]] = {name: [] for name in STAGES}
        for _ in range(rounds):
            for name, run in STAGES.items():
                gc.collect(0)
                start = time.perf_counter()
                run(case)
                times[name].append(time.perf_counter() - start)
        for name, taken in times.items():
            totals[name] += statistics.median(taken)
    gc.unfreeze()
    return totals


def main() -> int:
    """Print a table a folder; exit 2 where a folder holds nothing to measure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER")
    parser.add_argument("--rounds", type=int, default=9, help="timings of each stage on each file (default: 9)")
    options = parser.parse_args()
    for folder in options.folders or [folder for folder in FOLDERS if folder.is_dir()]:
        count = sum(1 for _ in cases(folder))
        if not count:
            print(f"{folder}: no PDF with text", file=sys.stderr)
            return 2
        totals = measure(folder, options.rounds)
        limit = totals["bare text"]
        name = f"{folder.parent.name}/{folder.name}"
        print(f"{name}: {count} files with text, medians of {options.rounds} rounds, summed")
        for stage, taken in totals.items():
            print(f"  {stage:<18}{1000 * taken:10.1f} ms  {taken / limit:6.2f} × bare text")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
