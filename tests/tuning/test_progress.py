"""A bar on a terminal, nothing elsewhere."""

import io
import sys

import pytest

from chorus_ocr.tuning import evaluate
from chorus_ocr.tuning.progress import bar, with_bar
from tuning.corpora import INVOICES


class Terminal(io.StringIO):
    """A stream that says it is one."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_shows_a_bar_and_is_left_clean() -> None:
    out = Terminal()
    assert list(with_bar("abc", stream=out)) == ["a", "b", "c"]
    drawn = out.getvalue()
    assert drawn.startswith("\r[") and " 0/3" in drawn
    assert "\n" not in drawn
    assert drawn.endswith("\r") and drawn.rstrip("\r").rpartition("\r")[2].strip() == ""


def test_no_terminal_shows_nothing() -> None:
    out = io.StringIO()
    assert list(with_bar("abc", stream=out)) == ["a", "b", "c"]
    assert out.getvalue() == ""


def test_the_caller_decides_otherwise() -> None:
    quiet, loud = Terminal(), io.StringIO()
    list(with_bar("abc", stream=quiet, shown=False))
    list(with_bar("abc", stream=loud, shown=True))
    assert quiet.getvalue() == "" and loud.getvalue() != ""


def test_the_line_is_wiped_after_an_error_too() -> None:
    out = Terminal()
    with pytest.raises(ZeroDivisionError):
        for _ in with_bar("abc", stream=out):
            raise ZeroDivisionError
    assert out.getvalue().endswith("\r")


def test_no_standard_error_at_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    assert list(with_bar("abc")) == ["a", "b", "c"]


def test_nothing_to_do() -> None:
    assert list(with_bar([], stream=Terminal())) == []


def test_the_bar_grows() -> None:
    assert [bar(done, 3).count("#") for done in range(4)] == [0, 10, 20, 30]


def test_an_evaluation_draws_on_standard_error_only(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    evaluate(INVOICES)
    assert isinstance(sys.stderr, Terminal) and sys.stderr.getvalue() != ""
    assert capsys.readouterr().out == ""
    monkeypatch.setattr(sys, "stderr", Terminal())
    evaluate(INVOICES, progress=False)
    assert sys.stderr.getvalue() == ""
