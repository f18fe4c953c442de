"""Nothing of an invoice leaks by the side: nothing is logged, warned of, printed or written, whatever is read."""

import logging
import os
import subprocess
import sys
import warnings
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

import chorus_ocr
from fixtures.make_invoices import INVOICES
from reading.pdfs import draw, text, write
from tuning.corpora import SHARED, WITHOUT_SHARED

SOURCE = Path(str(chorus_ocr.__file__)).parent
WHOLE = (INVOICES / "overseas.pdf").read_bytes()

HOSTILE: dict[str, bytes] = {
    "empty": b"",
    "no PDF": b"PK\x03\x04" + bytes(2000),
    "header only": b"%PDF-1.7\n",
    "cut": WHOLE[: len(WHOLE) // 3],
    "cut late": WHOLE[:-200],
    "noise": WHOLE[:400] + bytes(range(256)) * 20 + WHOLE[400:],
    "no pages": write({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [] /Count 0 >>"}),
    "no font": draw(text("SIRET client : 110 002 011 00044"), font="/Type /Nothing"),
    "nonsense": draw("BT /F9 12 Tf (SIRET) Tj ET Q Q Q 1 0 0 1 cm BI ID EI"),
    "lost letters": draw(text("\x01\x02\x03 12")),
}


class Heard(logging.Handler):
    """Keeps every record of whatever level."""

    def __init__(self) -> None:
        super().__init__(logging.NOTSET)
        self.records: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one record."""
        self.records.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture
def heard() -> Iterator[list[str]]:
    """Hear the root logger, with every level let through."""
    handler, root = Heard(), logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.NOTSET)
    yield handler.records
    root.setLevel(level)
    root.removeHandler(handler)


def use(source: str | bytes) -> None:
    """Do with one PDF all that can be done with it."""
    with suppress(chorus_ocr.UnreadableDocument):
        report = chorus_ocr.scan(source, password="secret")
        report.to_json()
        report.to_html()
        report.masked().to_json()
        for name in report.fields:
            report.explain(name)
        assert repr(report)


@pytest.mark.parametrize("path", sorted(INVOICES.glob("*.pdf")), ids=lambda path: path.stem)
def test_an_invoice_is_read_in_silence(path: Path, heard: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        use(str(path))
    assert (heard, warned) == ([], [])
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_read_in_silence(name: str, heard: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        use(HOSTILE[name])
    assert (heard, warned) == ([], [])
    assert capfd.readouterr() == ("", "")


@pytest.mark.slow
def test_the_hostile_files_of_the_corpus_are_read_in_silence() -> None:
    if not SHARED.is_dir():
        pytest.skip(WITHOUT_SHARED)
    # In a process of its own: a native fault must not take the tests down, and its last words are heard, too.
    code = (
        "import logging, sys, warnings; warnings.simplefilter('always');"
        "logging.basicConfig(level=logging.NOTSET, stream=sys.stdout);"
        "from pathlib import Path; sys.path.insert(0, sys.argv[2]); from test_silence import use\n"
        "paths = sorted(Path(sys.argv[1]).rglob('*.pdf'))\n"
        "assert len(paths) > 100\n"
        "for path in paths: use(str(path))\n"
    )
    tests = str(Path(__file__).parent)
    done = subprocess.run(
        [sys.executable, "-c", code, str(SHARED / "hostile"), tests],
        capture_output=True, check=False, env={**os.environ, "PYTHONPATH": str(SOURCE.parent)},
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_who_speaks_is_heard(heard: list[str]) -> None:
    logging.getLogger("chorus_ocr.anything").debug("Dupont")
    assert heard == ["chorus_ocr.anything: Dupont"]


def test_nothing_is_written(tmp_path: Path) -> None:
    home, work, temporary = (tmp_path / name for name in ("home", "work", "temporary"))
    for folder in (home, work, temporary):
        folder.mkdir()
    (work / "f.pdf").write_bytes(WHOLE)
    code = "import chorus_ocr; report = chorus_ocr.scan('f.pdf'); report.masked().to_json(); chorus_ocr.scan(b'%PDF-1')"
    environment = {"HOME": home, "TMPDIR": temporary, "TEMP": temporary, "XDG_CACHE_HOME": home}
    done = subprocess.run(
        [sys.executable, "-B", "-c", code],
        capture_output=True,
        check=False,
        cwd=work,
        env={
            **os.environ,
            **{name: str(value) for name, value in environment.items()},
            "PYTHONPATH": str(SOURCE.parent),
        },
    )
    assert b"DamagedDocument" in done.stderr
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["f.pdf", "home", "temporary", "work"]
