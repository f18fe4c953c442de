"""The same bytes and the same arguments give the same report, wherever and whenever: nothing else is asked."""

import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

import pytest

import chorus_ocr
from fixtures.make_invoices import INVOICES
from telling import telling_of
from tuning.corpora import SHARED, WITHOUT_SHARED

HERE: Final = Path(__file__).parent
PACKAGE: Final = Path(str(chorus_ocr.__file__)).parent
OWN: Final = sorted(str(path) for path in INVOICES.glob("*.pdf"))

BARE: Final = {name: value for name, value in os.environ.items() if name in ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH")}

PLACES: Final[Mapping[str, tuple[Sequence[str], Mapping[str, str]]]] = {
    "no seed": ((), {"PYTHONHASHSEED": "0"}),
    "one seed": ((), {"PYTHONHASHSEED": "1"}),
    "another seed": ((), {"PYTHONHASHSEED": "4294967295"}),
    "in French": ((), {"LC_ALL": "fr_FR.UTF-8", "LANG": "fr_FR.UTF-8", "LANGUAGE": "fr", "TZ": "Europe/Paris"}),
    "in Turkish": ((), {"LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Istanbul"}),
    "in the C locale": (("-X", "utf8=0"), {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}),
    "in POSIX": ((), {"LC_ALL": "POSIX", "TZ": "Pacific/Kiritimati"}),
    "with UTF-8 forced": (("-X", "utf8=1"), {"LC_ALL": "C", "TZ": "America/Adak"}),
    "isolated and optimised": (("-s", "-OO"), {"HOME": "/nonexistent", "TZ": "UTC", "PYTHONIOENCODING": "ascii"}),
}
"""Options of the interpreter and the environment, on top of an empty one."""


def elsewhere(place: str, paths: Sequence[str], folder: Path) -> bytes:
    """Return what is told of some PDFs in another process, in another place."""
    options, environment = PLACES[place]
    done = subprocess.run(
        [sys.executable, *options, str(HERE / "telling.py")],
        input=json.dumps(list(paths)).encode(),
        capture_output=True,
        check=False,
        cwd=folder,
        env={**BARE, "HOME": str(folder), "PYTHONPATH": str(PACKAGE.parent), **environment},
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


@pytest.fixture(scope="module")
def here() -> bytes:
    """Return what is told of the project's own invoices, in this process."""
    return telling_of(OWN)


@pytest.mark.slow
@pytest.mark.parametrize("place", PLACES)
def test_every_process_tells_the_same(place: str, here: bytes, tmp_path: Path) -> None:
    assert here.count(b"\n") == len(OWN) and b"FA-2026-0187" in here
    assert elsewhere(place, OWN, tmp_path) == here


@pytest.mark.slow
def test_every_process_tells_the_same_of_the_corpus(tmp_path: Path) -> None:
    if not SHARED.is_dir():
        pytest.skip(WITHOUT_SHARED)
    paths = sorted(str(path) for path in SHARED.rglob("*.pdf"))
    assert len(paths) > 100
    first = elsewhere("one seed", paths, tmp_path)
    assert first.count(b"\n") == len(paths)
    assert elsewhere("in the C locale", paths, tmp_path) == first


@pytest.mark.slow
def test_what_was_scanned_before_does_not_matter() -> None:
    forwards, backwards = (telling_of(paths).split(b"\n") for paths in (OWN, OWN[::-1]))
    assert sorted(backwards) == sorted(forwards)


# Nothing else is asked


@pytest.fixture(scope="module", params=[pytest.param("several_pages", marks=pytest.mark.slow), "password"])
def watched(request: pytest.FixtureRequest) -> dict[str, list[str]]:
    """Return what ``watching`` sees of one PDF, in a process of its own."""
    path = INVOICES / f"{request.param}.pdf"
    done = subprocess.run(
        [sys.executable, str(HERE / "watching.py"), str(path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    seen: dict[str, list[str]] = json.loads(done.stdout)
    return {**seen, "path": [str(path)]}


@pytest.mark.slow
def test_nothing_asks_for_the_day_the_machine_or_chance(watched: dict[str, list[str]]) -> None:
    assert watched["work"] == []


@pytest.mark.slow
def test_not_even_the_first_use_and_the_import_do(watched: dict[str, list[str]]) -> None:
    assert watched["first use"] == []


def test_nothing_but_the_pdf_is_opened(watched: dict[str, list[str]]) -> None:
    assert watched["events"] == [f"open {watched['path'][0]}"]


@pytest.mark.parametrize(("kind", "module"), [("prying", "__main__"), ("prying of ours", "chorus_ocr.prying")])
def test_the_watch_sees_who_pries(watched: dict[str, list[str]], kind: str, module: str) -> None:
    told = {name for line in watched[kind] if (name := line.removesuffix(f" from {module}")) != line}
    assert {"time.time", "time.localtime", "datetime.now", "date.today", "os.urandom", "os.getcwd"} <= told
    assert {"os._Environ.__getitem__", "random.py:Random.randint", "_locale.localeconv"} <= told
    assert {"socket.py:socket.__init__", "tempfile.py:TemporaryFile"} <= told


def test_the_audit_hears_who_pries(watched: dict[str, list[str]]) -> None:
    assert "socket.__new__" in watched["prying events"]
    assert any(line.startswith("open ") for line in watched["prying events"])


# Nothing else is written down

FORBIDDEN_MODULES: Final = frozenset(
    {"random", "secrets", "uuid", "socket", "ssl", "http", "urllib", "ftplib", "smtplib", "locale", "gettext",
     "logging", "warnings", "tempfile", "getpass", "platform"}
)  # fmt: skip
FORBIDDEN_NAMES: Final = frozenset(
    {"time.time", "time.time_ns", "time.localtime", "time.gmtime", "time.ctime", "time.strftime", "time.sleep",
     "datetime.now", "datetime.today", "datetime.utcnow", "date.today", "datetime.datetime.now", "datetime.date.today",
     "os.environ", "os.environb", "os.getenv", "os.urandom", "os.getcwd", "os.getlogin", "os.uname", "os.getpid",
     "Path.cwd", "Path.home", "sys.argv"}
)  # fmt: skip

# What no report can depend on: which process a child belongs to, how often one looks whether it has ended, and whom
# pdfminer may tell what it thinks of a file.
NEEDED: Final = {
    "isolation/child.py": frozenset({"os.getpid"}),
    "isolation/process.py": frozenset({"os.getpid", "time.sleep"}),
    "reading/plumber.py": frozenset({"logging"}),
}

SOURCES: Final = sorted(
    path for path in PACKAGE.rglob("*.py") if path.relative_to(PACKAGE).parts[0] not in ("cli", "__main__.py")
)


def dotted(node: ast.expr) -> str:
    """Return « a.b.c » for names and attributes of names, else an empty text."""
    match node:
        case ast.Name():
            return node.id
        case ast.Attribute():
            base = dotted(node.value)
            return f"{base}.{node.attr}" if base else ""
        case _:
            return ""


def forbidden(source: str) -> Iterator[str]:
    """Yield the modules and names of the clock, the machine or chance that a source mentions."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import():
                yield from (each.name for each in node.names if each.name.partition(".")[0] in FORBIDDEN_MODULES)
            case ast.ImportFrom(module=str(module)):
                if module.partition(".")[0] in FORBIDDEN_MODULES:
                    yield module
                yield from (name for each in node.names if (name := f"{module}.{each.name}") in FORBIDDEN_NAMES)
            case ast.Attribute():
                if (name := dotted(node)) in FORBIDDEN_NAMES:
                    yield name
            case _:
                pass


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_source_names_the_clock_the_machine_or_chance(path: Path) -> None:
    allowed = NEEDED.get(path.relative_to(PACKAGE).as_posix(), frozenset())
    assert set(forbidden(path.read_text(encoding="utf-8"))) == allowed


def test_all_the_sources_are_looked_at() -> None:
    rooms = {path.relative_to(PACKAGE).parts[0] for path in SOURCES}
    assert {"reading", "layout", "recognition", "compliance", "rules", "report", "values", "scanning.py"} <= rooms
    assert len(SOURCES) > 100


@pytest.mark.parametrize(
    "source",
    [
        "import time\ntime.time()",
        "from time import time",
        "from datetime import datetime\ndatetime.now()",
        "import datetime\ndatetime.date.today()",
        "import os\nos.environ['HOME']",
        "from os import environ",
        "import locale",
        "from random import choice",
        "import urllib.request",
        "import logging.config",
        "from pathlib import Path\nPath.cwd()",
    ],
)
def test_what_must_not_be_named_is_found(source: str) -> None:
    assert list(forbidden(source))
    assert not list(forbidden("import time\nfrom datetime import date\nimport os\ntime.monotonic()\nos.fspath('x')"))


COLD = """
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

sys.setswitchinterval(1e-5)
together = Barrier(8)

def scanned(path):
    together.wait()
    import chorus_ocr
    return chorus_ocr.scan(path).to_json()

with ThreadPoolExecutor(8) as pool:
    print(*pool.map(scanned, [sys.argv[1]] * 8), sep="\\0")
"""


def test_threads_that_start_cold_together_read_alike() -> None:
    path = INVOICES / "label_above_value.pdf"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONUTF8": "1"}
    done = subprocess.run([sys.executable, "-c", COLD, str(path)], env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    told = done.stdout.decode().rstrip("\n").split("\0")
    assert told == [chorus_ocr.scan(path).to_json()] * 8
