"""No pattern of the project can hold a reading up: every one, tried on texts that are made to make it go back.

A pattern sees one cell, cut to its longest, or words of one. Over such a text a pattern that goes back over it once for
each place takes milliseconds; one that goes back for each pair of places takes minutes, and one for each way to divide
the text would not end. The cap lies in between by a factor of a hundred either way: it is no timing.
"""

import importlib
import pkgutil
import re
import signal
import string
from collections.abc import Collection, Iterator
from pathlib import Path
from types import FrameType

import pytest

import chorus_ocr
import chorus_ocr.values
from chorus_ocr.layout.page_layout import LONGEST_CELL
from chorus_ocr.values.own import OWN_PATTERNS, OWN_TYPES
from chorus_ocr.values.parsed import ValueType

CAP = 10.0
"""Seconds of this process for all texts of one pattern; the worst of ours takes a fraction of one."""

PIECES = (
    *(
        "1",
        "12 ",
        "1 234",
        "1.234,",
        "12/",
        "20/20",
        "-",
        "- ",
        "–",
        ".",
        ". ",
        "..",
        ",",
        " ",
        "  ",
        "\u00a0",
        "\n",
        ":",
    ),
    *(
        "(",
        "()",
        "(1",
        "(a",
        "/",
        "/ A",
        "/a ",
        "_",
        "€",
        "€ ",
        "20 % ",
        "EUR ",
        "F CFP ",
        "a",
        "A",
        "Aa",
        "a ",
        "A ",
        "AA ",
    ),
    *(
        "Aa ",
        "é",
        "Éa ",
        "ab-",
        "A1",
        "A-1",
        "1A ",
        "°",
        "n°",
        "n° ",
        "'",
        "l'a ",
        "’",
        "a.",
        "a. ",
        "A. ",
        "*",
        "#",
        "[",
        "|",
    ),
    *(
        "FR76 ",
        "FR",
        "BNPA",
        "le ",
        "du ",
        "au ",
        "de ",
        "30 jours ",
        "fin de mois ",
        "mars ",
        "01/",
        "2026-",
        "SIRET ",
        "TVA ",
    ),
    *(
        "FACTOR ",
        "DE FACTOR ",
        "Facto ",
        "Ab de ",
        "art. ",
        "article 293 ",
        "par virement ",
        "votre compte ",
        "facture ",
    ),
)
ENDS = ("", "!", "a1")


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield every pattern that a module of the project holds, with its name."""
    for module in pkgutil.walk_packages(chorus_ocr.__path__, "chorus_ocr."):
        if module.name.endswith("__main__"):
            continue
        loaded = importlib.import_module(module.name)
        for name, value in vars(loaded).items():
            for at, each in enumerate(value if isinstance(value, tuple) else (value,)):
                if isinstance(each, re.Pattern) and isinstance(each.pattern, str):
                    yield f"{module.name}.{name}.{at}", each


PATTERNS = {pattern: name for name, pattern in patterns()}


def texts() -> Iterator[str]:
    """Yield texts of the longest cell: one piece over and over, alone and after a digit or a letter, then an end."""
    for piece in PIECES:
        body = (piece * LONGEST_CELL)[:LONGEST_CELL]
        for end in ENDS:
            yield body[: LONGEST_CELL - len(end)] + end
        yield ("x" + body)[:LONGEST_CELL]


def too_long(number: int, frame: FrameType | None) -> None:
    raise TimeoutError


SOURCES = "\n".join(path.read_text(encoding="utf-8") for path in Path(chorus_ocr.__file__).parent.rglob("*.py"))
METHODS = ("match", "search", "fullmatch")


def methods(name: str) -> Iterator[str]:
    """Yield how the project asks a pattern: for most, one way. One that is handed on may be asked any way."""
    bare = re.escape(name.split(".")[-2])
    used = set(re.findall(rf"\b{bare}\.(\w+)\(", SOURCES))
    if not used or len(re.findall(rf"(?<![\w.]){bare}\b(?!\.| = | import|,\n)", SOURCES)) > 1:
        yield from METHODS
    else:
        yield from sorted(used & {"match", "fullmatch"})
        if used - {"match", "fullmatch"}:
            yield "search"


def runs_within_the_cap(pattern: re.Pattern[str], asked: Collection[str] = METHODS) -> bool:
    before = signal.signal(signal.SIGVTALRM, too_long)
    signal.setitimer(signal.ITIMER_VIRTUAL, CAP)
    try:
        for text in texts():
            for method in asked:
                getattr(pattern, method)(text)
    except TimeoutError:
        return False
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    return True


unix = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system cannot interrupt a pattern")


@unix
@pytest.mark.slow
@pytest.mark.parametrize("pattern", PATTERNS, ids=PATTERNS.values())
def test_no_pattern_goes_back_without_end(pattern: re.Pattern[str]) -> None:
    assert runs_within_the_cap(pattern, list(methods(PATTERNS[pattern])))


@unix
@pytest.mark.slow
@pytest.mark.parametrize("pattern", [r"(?:a|aa)+$", r"(a+)+b", r"(?:\w+\s?)*:"])
def test_the_cap_stops_a_pattern_that_does(pattern: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(globals(), "CAP", 0.5)
    assert not runs_within_the_cap(re.compile(pattern))


def test_the_patterns_are_all_there() -> None:
    assert set(PATTERNS) >= OWN_PATTERNS
    assert len(PATTERNS) > 100
    assert set("".join(PIECES)) >= set(string.digits[:4]) | {" ", "-", "/", ".", ",", "€", "("}


def test_every_value_type_is_known_as_our_own() -> None:
    found = set()
    for module in pkgutil.iter_modules(chorus_ocr.values.__path__, "chorus_ocr.values."):
        held = vars(importlib.import_module(module.name)).values()
        found |= {each.pattern for each in held if isinstance(each, ValueType)}
    assert found == OWN_PATTERNS
    assert len(OWN_TYPES) == len({id(kind) for kind in OWN_TYPES})
