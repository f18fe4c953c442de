"""What a scan costs, counted and not timed: pages touched, passes over the text, calls, modules, patterns compiled."""

import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

import chorus_ocr
from benchmarks.growth import many_pages, more_checks, more_keywords, repeated
from chorus_ocr import CHORUS_PRO, Document
from chorus_ocr.reading import pdfium_api
from chorus_ocr.recognition import recognise as stage
from counting import lines_run
from fixtures.make_invoices import INVOICES

ONE = INVOICES / "inline_labels.pdf"
ALL_OF_IT = INVOICES / "label_above_value.pdf"
"""An invoice with a value of every type: IBAN, VAT number, term, rate."""

OPEN = sorted(path for path in INVOICES.glob("*.pdf") if path.stem != "password")
CALLS_A_WORD = 3
"""Of the engine: the box of its first character, that of its last, its text object."""

CALLS_AN_OBJECT = 8
"""Of the engine: whose it is, and of one that is text its size, matrix, colour, mode, whether its font tells what it
means, and its clip, which takes two."""

CALLS_A_FILL = 16
"""Of the engine: its kind, box, mode, colour and clip, five points and where each is, how many they are, its matrix."""

CALLS_A_PAGE = 40


@contextmanager
def engine_calls(monkeypatch: pytest.MonkeyPatch) -> Iterator[Counter[str]]:
    """Count the calls of each function of the engine."""
    calls: Counter[str] = Counter()
    with pdfium_api.LOCK:
        library = pdfium_api.load()

    def counted(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any) -> Any:
            calls[name] += 1
            return function(*arguments)

        return call

    with monkeypatch.context() as patch:
        for name, function in vars(library).items():
            patch.setattr(library, name, counted(name, function))
        yield calls


@pytest.mark.parametrize(
    ("pages", "scope", "opened"), [(2, "first-three", 2), (60, "first-three", 7), (60, "first-and-last-two", 7)]
)
def test_no_page_is_opened_that_is_not_looked_at(
    pages: int, scope: str, opened: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = many_pages(pages)
    with engine_calls(monkeypatch) as calls:
        chorus_ocr.scan(made, pages=scope)
    opens = ("FPDF_LoadPage", "FPDFText_LoadPage", "FPDFText_GetText", "FPDFText_ClosePage", "FPDF_ClosePage")
    assert {name: calls[name] for name in opens} == dict.fromkeys(opens, opened)
    assert calls["FPDF_LoadMemDocument64"] == calls["FPDF_CloseDocument"] == 1


@pytest.mark.parametrize("path", OPEN, ids=lambda path: path.stem)
def test_the_engine_is_asked_a_few_times_a_word(path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    with engine_calls(monkeypatch) as calls:
        document = chorus_ocr.read(path)
    words = sum(len(page.words) + len(page.off_page) for page in document.pages)
    objects = calls["FPDFPage_GetObject"] + calls["FPDFFormObj_GetObject"]
    fills = sum(len(page.fills) for page in document.pages)
    most = CALLS_A_WORD * words + CALLS_AN_OBJECT * objects + CALLS_A_FILL * fills + CALLS_A_PAGE * document.page_count
    assert words == 0 or sum(calls.values()) > 2 * words
    assert sum(calls.values()) <= most


def test_every_page_is_laid_out_and_searched_once(monkeypatch: pytest.MonkeyPatch) -> None:
    document = chorus_ocr.read(INVOICES / "several_pages.pdf")
    passes: Counter[str] = Counter()

    def counted(name: str) -> None:
        function = getattr(stage, name)

        def call(*arguments: Any) -> Any:
            passes[name] += 1
            return function(*arguments)

        monkeypatch.setattr(stage, name, call)

    counted("lay_out")
    counted("read_page")
    chorus_ocr.recognize(document)
    pages = len(document.pages) + len(document.beyond_scope)  # what lies beyond the scope is looked at for warnings
    assert (len(document.pages), len(document.beyond_scope)) == (3, 2)
    assert passes == {"lay_out": pages, "read_page": pages}


def test_no_pattern_is_compiled_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    documents = [chorus_ocr.read(path) for path in OPEN]
    for document in documents:
        chorus_ocr.recognize(document)
    compiled: list[object] = []
    inner: Any = vars(re)["_compiler"]  # there is no public place that all of them pass
    compile_ = inner.compile

    def watched(*given: Any) -> Any:
        compiled.append(given)
        return compile_(*given)

    monkeypatch.setattr(inner, "compile", watched)
    for document in documents:
        chorus_ocr.recognize(document)
    assert compiled == []
    re.compile("such as this one, which is new to the process")
    assert len(compiled) == 1


FIRST_SCAN = """
import re, sys
compiled, large = [], []
optimize = re._compiler._optimize_charset
def watched_class(*given):
    made = optimize(*given)
    large.extend(item for item in made[0] if str(item[0]) == "BIGCHARSET")
    return made
re._compiler._optimize_charset = watched_class
compile_ = re._compiler.compile
def watched(*given):
    caller = sys._getframe()
    while caller.f_globals["__name__"].partition(".")[0] in ("re", "__main__"):
        caller = caller.f_back
    compiled.extend([given] if caller.f_globals["__name__"].startswith("chorus_ocr") else [])
    return compile_(*given)
re._compiler.compile = watched
before = set(sys.modules)
import chorus_ocr
chorus_ocr.scan(sys.argv[1])
print(len(compiled), len(large), *sorted(set(sys.modules) - before))
"""
MOST_PATTERNS = 92
"""Of the 150 that there are: the others are for what an ordinary invoice does not print."""

MOST_LARGE_CLASSES = 10
"""Of characters in these patterns: beyond Latin-1, in more than two runs. Each takes as long as a small pattern."""

MOST_MODULES = 120
"""Of this package, the fields and checks apart; what several checks share counts."""

MOST_OTHERS = 115
"""Of the standard library and of python-stdnum, beyond those that Python starts with."""


def first_scan() -> tuple[int, int, set[str]]:
    """Return how many patterns and large classes a new process compiles for a scan, and which modules it loads."""
    done = subprocess.run(
        [sys.executable, "-S", "-c", FIRST_SCAN, str(ALL_OF_IT)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    count, large, *modules = done.stdout.split()
    return int(count), int(large), set(modules)


def test_a_first_scan_compiles_and_loads_only_so_much() -> None:
    compiled, large, loaded = first_scan()
    assert 40 < compiled <= MOST_PATTERNS
    assert 0 < large <= MOST_LARGE_CLASSES
    own = {name for name in loaded if name.startswith("chorus_ocr")}
    rules = {name for name in own if name.startswith(("chorus_ocr.rules.fields.", "chorus_ocr.rules.checks."))}
    assert len(rules) > 30
    assert 50 < len(own - rules) <= MOST_MODULES
    assert 60 < len(loaded - own) <= MOST_OTHERS


def test_a_scan_loads_what_it_needs_and_no_more() -> None:
    _, _, loaded = first_scan()
    assert {"chorus_ocr.reading.pdfium", "stdnum.luhn", "stdnum.iso7064.mod_97_10"} <= loaded
    for_others = ("json", "difflib", "pathlib", "tempfile", "zipfile", "calendar", "importlib.resources", "stdnum.iban")
    assert not {*for_others} & loaded
    assert not {"hashlib", "string"} & loaded  # for the fingerprint of a pack, and for faults in the texts of a check
    told = ("chorus_ocr.report.plain", "chorus_ocr.report.explain", "chorus_ocr.report.masking")
    assert not {*told} & loaded
    assert not {"chorus_ocr.compliance.attachment", "chorus_ocr.compliance.embedded_invoice"} & loaded
    kept_out = ("pypdfium2", "pypdfium2_raw", "pdfplumber", "pdfminer", "regex", "subprocess", "pickle", "statistics")
    assert "PIL" not in loaded
    assert not {*kept_out} & loaded
    rooms = ("isolation", "scanning_many", "tuning", "cli", "reading.plumber", "drawing", "report.html", "report.form",
             "report.overlay", "report.page_view", "report.notebook", "reading.shown", "recognition.shown")  # fmt: skip
    assert not [name for name in loaded if name.startswith(tuple(f"chorus_ocr.{room}" for room in rooms))]


def grown(run: Callable[[int], Callable[[], object]]) -> float:
    """Return how many times the lines are run where there is ten times as much."""
    run(1)()  # what happens once in a process
    return lines_run(run(10)) / lines_run(run(1))


def of(document: Document, **arguments: Any) -> Callable[[], object]:
    return lambda: chorus_ocr.recognize(document, **arguments)


def test_ten_times_the_words_are_ten_times_the_work() -> None:
    documents = {times: repeated(chorus_ocr.read(ONE), times) for times in (1, 10)}
    assert 5 < grown(lambda times: of(documents[times])) < 11


def test_ten_times_the_keywords_are_hardly_more_work() -> None:
    document = chorus_ocr.read(ONE)
    packs = {times: more_keywords(times) for times in (1, 10)}
    words = {times: sum(len(rule.words()) for rule in pack.fields) for times, pack in packs.items()}
    assert words[10] > 8 * words[1]
    assert grown(lambda times: of(document, rules=packs[times])) < 1.02


def test_ten_times_the_checks_are_ten_times_their_share() -> None:
    document = chorus_ocr.read(ONE)
    packs = {times: more_checks(times) for times in (1, 10)}
    without = lines_run(of(document, rules=CHORUS_PRO.without(*[check.code for check in CHORUS_PRO.checks])))
    share = lines_run(of(document)) - without
    assert lines_run(of(document, rules=packs[10])) < without + 11 * share
