"""What each stage of a scan costs beside PDFium's own bare text of the same pages: medians, interleaved in one run."""

import ctypes
import gc
import io
import logging
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pdfplumber
import pypdfium2.raw as pdfium

from chorus_ocr import CHORUS_PRO, Document, UnreadableDocument, read, recognize, scan
from chorus_ocr.compliance.check import run_checks
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.layout import PageLayout, lay_out
from chorus_ocr.recognition.anchors import read_page
from chorus_ocr.recognition.candidate import Recognition
from chorus_ocr.recognition.recognise import find, recognise

PAGES = 3
"""The pages in scope by default: the limit is measured on the same."""

WORD_GAP = 0.15
"""pdfplumber's own default glues words where a producer draws no spaces; this does not, and costs the same."""


@dataclass(frozen=True)
class Case:
    """A file in memory, read once for the stages that start from a document."""

    path: Path
    data: bytes
    document: Document
    layouts: tuple[PageLayout, ...]
    seen: Seen


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


def extract_words(data: bytes) -> list[object]:
    """Return the words of the first pages as pdfplumber gives them, without size or colour."""
    with pdfplumber.open(io.BytesIO(data)) as document:
        return [page.extract_words(x_tolerance_ratio=WORD_GAP) for page in document.pages[:PAGES]]


def _recognise(document: Document) -> Recognition:
    pack = CHORUS_PRO
    return recognise(document, pack.rules, pack.lexicon, pack.vocabulary, pack.stop_rules)


def _find(document: Document) -> object:
    pack = CHORUS_PRO
    return find(document, pack.rules, pack.lexicon, pack.vocabulary, pack.stop_rules)


Stages = dict[str, Callable[[Case], object]]

LIMIT = "bare text"
STAGES: Stages = {
    LIMIT: lambda case: bare_text(case.data),
    "read()": lambda case: read(case.data),
    "  lay out": lambda case: [lay_out(page) for page in case.document.pages],
    "  find keywords": lambda case: [read_page(layout, CHORUS_PRO.lexicon) for layout in case.layouts],
    "  all candidates": lambda case: _find(case.document),
    "  all decisions": lambda case: _recognise(case.document),
    "  checks": lambda case: run_checks(CHORUS_PRO.checks, replace(case.seen)),  # afresh: it keeps what it was asked
    "recognize()": lambda case: recognize(case.document),
    "scan()": lambda case: scan(case.data),
}
"""What is timed, in the order of the data. « all decisions » starts at the layout and holds the candidates, which hold
the layout and the keywords; recognize() adds the checks and the report."""

SLOW: Stages = {"extract_words": lambda case: extract_words(case.data)}
"""pdfplumber, timed in the last rounds only: it takes twenty times as long as all the rest together."""


def cases(folder: Path) -> Iterator[Case]:
    """Yield the files of a folder that can be read and have text."""
    for path in sorted(folder.glob("*.pdf")):
        data = path.read_bytes()
        try:
            document = read(data)
        except UnreadableDocument:
            continue
        if any(len(page.words) for page in document.pages):
            seen = Seen(document=document, recognition=_recognise(document), rules=CHORUS_PRO.rules, again=_recognise)
            yield Case(path, data, document, tuple(map(lay_out, document.pages)), seen)


def measure(files: Sequence[Case], rounds: int, slow_rounds: int) -> dict[str, float]:
    """Return the seconds of each stage: the sum over the files of the median of the rounds."""
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    totals = dict.fromkeys([*STAGES, *SLOW], 0.0)
    gc.collect()
    gc.freeze()  # the files held here are no part of what a scan gives the collector to do
    for case in files:
        times: dict[str, list[float]] = {name: [] for name in totals}
        for number in range(rounds):
            for name, run in (STAGES | SLOW if number >= rounds - slow_rounds else STAGES).items():
                gc.collect(0)
                start = time.perf_counter()
                run(case)
                times[name].append(time.perf_counter() - start)
        for name, taken in times.items():
            totals[name] += statistics.median(taken) if taken else 0.0
    gc.unfreeze()
    return totals


def report(folders: Sequence[Path], rounds: int, slow_rounds: int) -> Iterator[str]:
    """Yield the lines of a table a folder, and of one of the corpus as a whole where it is among them."""
    corpus: Counter[str] = Counter()
    for folder in folders:
        files = list(cases(folder))
        if not files:
            continue
        totals = measure(files, rounds, slow_rounds)
        yield f"{folder.parent.name}/{folder.name}: {len(files)} files with text, medians of {rounds} rounds, summed"
        yield from _table(totals)
        if folder.parent.name == "corpus":
            corpus.update(totals)
    if corpus:
        yield "the corpus as a whole"
        yield from _table(corpus)


def _table(totals: Mapping[str, float]) -> Iterator[str]:
    limit, slow = totals[LIMIT], totals["extract_words"]
    for stage, taken in totals.items():
        if taken:
            yield f"  {stage:<18}{1000 * taken:10.1f} ms  {taken / limit:6.2f} × bare text"
    if slow:
        times = (f"{name} {slow / totals[name]:.1f}" for name in ("read()", "scan()"))
        yield f"  times faster than extract_words alone: {', '.join(times)}"
