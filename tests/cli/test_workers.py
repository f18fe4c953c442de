"""``scan --workers N``: what is printed and the exit code are those of a scan without workers."""

import sys
from pathlib import Path

import pytest

from chorus_ocr.cli import main
from chorus_ocr.cli.failures import cause_of
from chorus_ocr.compliance.messages import Lang
from chorus_ocr.errors import UnreadableDocument
from chorus_ocr.isolation import Died, OutOfMemory, OutOfTime
from chorus_ocr.reading.isolated import unreadable
from cli.test_commands import BLOCKED, GOOD, SHUT
from rules.checks.bills import bill

pytestmark = pytest.mark.slow  # a process or two for every test

WAYS = [["--workers", "1"], ["--workers", "3"], ["--isolated"], ["--timeout", "60"], ["--isolated", "--workers", "2"]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a directory with PDFs in several places, one of them no PDF at all, and an empty directory."""
    for name in ("b", "empty"):
        (tmp_path / name).mkdir()
    for name in ("z.pdf", "a.PDF", "b/d.pdf"):
        (tmp_path / name).write_bytes(bill())
    (tmp_path / "b" / "c.pdf").write_bytes(b"no PDF")
    return tmp_path


@pytest.mark.parametrize("way", WAYS, ids=" ".join)
@pytest.mark.parametrize("shape", ["text", "json", "html"])
def test_the_output_and_the_code_are_the_same(
    folder: Path, way: list[str], shape: str, capfd: pytest.CaptureFixture[str]
) -> None:
    files = [str(folder), GOOD, str(folder / "gone.pdf"), str(folder / "empty"), BLOCKED, SHUT]
    arguments = ["scan", "--format", shape, "--lang", "en", "--pages", "all", "--cadre", "A9", *files]
    code = main(arguments)
    alone = capfd.readouterr()
    assert (main([*arguments, *way]), capfd.readouterr()) == (code, alone)
    assert code == 2 and alone.err.count("\n") == 4


def test_options_reach_the_workers(capfd: pytest.CaptureFixture[str]) -> None:
    arguments = ["scan", "--password", "secret", "--checksums", "flag", SHUT, BLOCKED]
    code = main(arguments)
    alone = capfd.readouterr()
    assert (main([*arguments, "--workers", "2"]), capfd.readouterr()) == (code, alone)
    assert code == 1


def test_a_file_that_takes_too_long_is_told(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["scan", "--timeout", "0.000001", GOOD]) == 2
    told = f"chorus-ocr: {GOOD}: il y faut plus de temps que permis (--timeout)\n"
    assert capfd.readouterr() == ("", told)


@pytest.mark.parametrize("ended", [OutOfTime("it takes longer than allowed"), Died("SIGSEGV"), Died("exit code 3")])
def test_what_ends_a_process_is_told_in_both_languages(ended: Died | OutOfTime) -> None:
    error = unreadable("x.pdf", ended)
    assert cause_of(error, Lang.EN) == error.cause
    assert cause_of(error, Lang.FR) != error.cause


@pytest.mark.parametrize(
    "cause", ["it takes more memory than allowed", "killed by the system, as happens where memory runs out"]
)
def test_memory_is_told_in_both_languages(cause: str) -> None:
    error = unreadable("x.pdf", OutOfMemory(cause))
    assert isinstance(error, UnreadableDocument) and error.cause == cause
    assert cause_of(error, Lang.FR) != error.cause


@pytest.mark.parametrize(
    "options",
    [
        ["--workers", "0"],
        ["--workers", "-1"],
        ["--workers", "two"],
        ["--timeout", "0"],
        ["--timeout", "nan"],
        ["--timeout", "inf"],
        ["--timeout", "soon"],
    ],
)
def test_wrong_usage(options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["scan", *options, GOOD])
    assert ended.value.code == 3
    assert f"argument {options[0]}: " in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "drawn"), [(["--workers", "1"], ["1/3", "2/3", "3/3"]), ([], ["0/3", "1/3", "2/3"])]
)
def test_a_bar_is_drawn_on_a_terminal_and_wiped_before_anything_else(
    options: list[str], drawn: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    written: list[str] = []

    def wiped() -> bool:
        return written[-1].strip() == "" and written[-1].endswith("\r")

    class Terminal:
        """A stream that is a terminal and remembers what was written."""

        def isatty(self) -> bool:
            """Say so."""
            return True

        def write(self, text: str) -> int:
            """Remember a text, and that the line was clean where it is no bar."""
            assert text.startswith("\r") or text == "\n" or wiped()
            written.append(text)
            return len(text)

        def flush(self) -> None:
            """Do nothing."""

    monkeypatch.setattr("chorus_ocr.tuning.progress.PAUSE", 0)
    monkeypatch.setattr(sys, "stderr", Terminal())
    assert main(["scan", *options, GOOD, "gone.pdf", GOOD]) == 2
    bars = [text for text in written if text.startswith("\r[")]
    assert [text.split()[-1] for text in bars] == drawn
    assert [text for text in written if not text.startswith("\r")] == [
        "chorus-ocr: gone.pdf: ce fichier n'existe pas",
        "\n",
    ]
    assert "\r" not in capsys.readouterr().out
