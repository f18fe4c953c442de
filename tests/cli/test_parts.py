"""The parts of the command line: colours, the walk of a directory, the causes it tells in French."""

import io
import re
from pathlib import Path

import pytest

import chorus_ocr
from chorus_ocr.cli.failures import cause_of
from chorus_ocr.cli.files import pdf_files
from chorus_ocr.cli.form import form
from chorus_ocr.cli.ink import Colour, Ink, ink_for
from chorus_ocr.compliance.messages import Lang
from chorus_ocr.drawing.printable import safe
from chorus_ocr.errors import UnreadableDocument
from chorus_ocr.report.unread import CAUSES
from fixtures.make_invoices import INVOICES

READING = Path(chorus_ocr.__file__).parent / "reading"


class Terminal(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        """Say so."""
        return True


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forget what the environment of the tests says of colours."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")


def test_colours_are_for_terminals() -> None:
    assert ink_for(Terminal(), Colour.AUTO).coloured
    assert not ink_for(io.StringIO(), Colour.AUTO).coloured
    assert ink_for(io.StringIO(), Colour.ALWAYS).coloured
    assert not ink_for(Terminal(), Colour.NEVER).coloured


@pytest.mark.parametrize(
    ("name", "value", "coloured"), [("NO_COLOR", "1", False), ("NO_COLOR", "", True), ("TERM", "dumb", False)]
)
def test_colours_can_be_refused(monkeypatch: pytest.MonkeyPatch, name: str, value: str, coloured: bool) -> None:
    monkeypatch.setenv(name, value)
    assert ink_for(Terminal(), Colour.AUTO).coloured is coloured
    assert ink_for(Terminal(), Colour.ALWAYS).coloured


def test_colours_change_nothing_but_colours() -> None:
    for path in INVOICES.glob("*.pdf"):
        report = chorus_ocr.scan(path, password="secret")
        plain = list(form(report, path.name, Ink(), 100))
        coloured = list(form(report, path.name, Ink(coloured=True), 100))
        assert [re.sub(r"\x1b\[[0-9;]*m", "", line) for line in coloured] == plain
        assert coloured != plain


@pytest.mark.parametrize("width", [10, 40, 72, 200])
def test_lines_keep_to_the_width_where_words_allow(width: int) -> None:
    report = chorus_ocr.scan(INVOICES / "scan.pdf")
    lines = list(form(report, "scan.pdf", Ink(), width))
    assert all(line == line.rstrip() for line in lines)
    if width >= 72:
        assert max(map(len, lines)) <= width


def test_what_cannot_be_shown_is_replaced() -> None:
    assert safe("déjà vu — « 12 € »") == "déjà vu — « 12 € »"
    assert safe("a\u202eb\tc\udc80") == "a\N{REPLACEMENT CHARACTER}b c\N{REPLACEMENT CHARACTER}"


def test_a_walk_is_sorted_and_a_file_is_itself(tmp_path: Path) -> None:
    for name in ("b/2.pdf", "b/1.pdf", "a/x.Pdf", "z.pdf", "z.pdfx", "not"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "c").mkdir()
    failures: list[OSError] = []
    found = [Path(path).relative_to(tmp_path).as_posix() for path in pdf_files(str(tmp_path), failures.append)]
    assert found == ["z.pdf", "a/x.Pdf", "b/1.pdf", "b/2.pdf"]
    assert list(pdf_files(str(tmp_path / "not"), failures.append)) == [str(tmp_path / "not")]
    assert failures == []


def test_a_walk_does_not_go_round_in_circles(tmp_path: Path) -> None:
    (tmp_path / "1.pdf").touch()
    try:
        (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    except OSError:
        pytest.skip("no symbolic links here")
    assert list(pdf_files(str(tmp_path), print)) == [str(tmp_path / "1.pdf")]


def test_every_cause_that_reading_gives_is_told_in_french() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in READING.glob("*.py"))
    raised = re.findall(
        r'(?:NotAPdf|EncryptedDocument|DamagedDocument|UnreadableDocument)\([\w.]+, f?"([^"]+)"', source
    )
    returned = re.findall(r'return "([^"]+)"\n', source.partition("def _cause")[2].partition("\n\n\n")[0])
    assert len(raised) >= 8 and len(returned) >= 3
    for cause in raised + returned:
        error = UnreadableDocument("x.pdf", cause.replace("{number}", "12"))
        assert cause_of(error, Lang.FR) != error.cause
        assert cause_of(error, Lang.EN) == error.cause
    assert cause_of(UnreadableDocument("x.pdf", "Input/output error"), Lang.FR) == "Input/output error"
    assert all(text.fr != text.en for text in CAUSES.values())
