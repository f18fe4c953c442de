"""``--pack MODULE:NAME``: every command that recognises or lists takes a pack of an application."""

import json
import sys
from pathlib import Path

import pytest

from chorus_ocr.cli import main
from tuning.corpora import desk_pdf, put

OURS = """
from dataclasses import replace
from chorus_ocr import CHORUS_PRO, FieldRule, ValueType, Parsed
import re

def parse(raw):
    return Parsed(raw.upper())

DESK = FieldRule(
    name="guichet", label="Guichet", aliases=("Guichet",), source="our template",
    value=ValueType(name="desk", pattern=re.compile(r"[A-Z]{2}-[0-9]+"), parse=parse),
)
PACK = replace(CHORUS_PRO.with_field(DESK), name="our-desks", version="3")
"""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current directory, with a module of rules and an invoice."""
    (tmp_path / "our_desks.py").write_text(OURS)
    put(tmp_path, "d", {"id": "d", "prefill": {"guichet": "AB-12"}}, pdf=desk_pdf("Guichet : AB-12"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    monkeypatch.delitem(sys.modules, "our_desks", raising=False)
    return tmp_path


def desk_of(capsys: pytest.CaptureFixture[str]) -> object:
    [item] = json.loads(capsys.readouterr().out)
    assert item["rules"]["name"] == "our-desks"
    return item["fields"]["guichet"]["value"]


def test_a_scan_recognises_by_it(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = list(sys.path)
    main(["scan", "d.pdf", "--format", "json", "--pack", "our_desks:PACK"])
    assert desk_of(capsys) == "AB-12"
    assert sys.path == before


@pytest.mark.slow
def test_workers_find_what_it_is_made_of(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["scan", "d.pdf", "--format", "json", "--pack", "our_desks:PACK", "--workers", "1"])
    assert desk_of(capsys) == "AB-12"


def test_a_field_of_it_is_explained_with_a_file_and_without(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "guichet", "d.pdf", "--pack", "our_desks:PACK"]) == 0
    assert "« AB-12 », page 1, après « Guichet »" in capsys.readouterr().out
    assert main(["explain", "guichet", "--pack", "our_desks:PACK"]) == 0
    assert capsys.readouterr().out.startswith("guichet  Guichet\ndesk\n")
    assert main(["explain", "guichet", "d.pdf"]) == 3


def test_it_is_listed(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "--pack", "our_desks:PACK"]) == 0
    assert capsys.readouterr().out.startswith("our-desks 3 (")
    assert main(["rules", "--pack", "our_desks:PACK", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["fields"][-1]["name"] == "guichet"


def test_it_is_graded(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", ".", "--pack", "our_desks:PACK", "--fields", "guichet", "--floor", "1,0"]) == 0
    assert capsys.readouterr().out.startswith("our-desks 3 (")


def test_what_is_meant_may_name_a_field_of_it(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("meant.json").write_text('{"guichet": "AB-13"}')
    told = ["check", "d.pdf", "--expect", "meant.json", "--fail-on", "none", "--format", "json"]
    assert main([*told, "--pack", "our_desks:PACK"]) == 1
    [difference] = json.loads(capsys.readouterr().out)["differences"]
    assert (difference["field"], difference["grade"], difference["read"]) == ("guichet", "wrong", "AB-12")
    assert main(told) == 3


@pytest.mark.parametrize("command", [["scan", "d.pdf"], ["explain", "iban"], ["rules"], ["evaluate", "."]])
@pytest.mark.parametrize(
    ("pack", "told"),
    [
        ("rules", "'rules' is not MODULE:NAME, such as our_rules:PACK"),
        ("no_such_rules:PACK", "no pack 'no_such_rules:PACK': ModuleNotFoundError: "),
        ("chorus_ocr:PACK", "no pack 'chorus_ocr:PACK': AttributeError: "),
        ("chorus_ocr:Prefill", "'chorus_ocr:Prefill' is a type, not a RulePack"),
    ],
)
def test_one_that_cannot_be_had_is_wrong_usage(
    place: Path, command: list[str], pack: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*command, "--pack", pack])
    shown = capsys.readouterr()
    assert ended.value.code == 3 and shown.out == ""
    assert f"argument --pack: {told}" in shown.err
