"""Runs the blocks of a page in its order: one folder, one namespace, as who reads it would."""

import doctest
import inspect
import json
import re
import shutil
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from chorus_ocr.cli.arguments import parse
from documentation.blocks import ROOT, Block
from documentation.shell import NOT_REPEATED, PROGRAM, Shell, commands, needs_a_shell

OVERSEAS = "tests/fixtures/invoices/overseas.pdf"
MEANT = {"siret_destinataire": "219 749 090 00011", "montant_ttc": "12 118,04"}


def furnish(folder: Path) -> None:
    """Lay out what a page may name: the invoices of the repository where they lie, and a reader's own."""
    for name in ("tests/fixtures/invoices", "docs/notebooks/invoices", "docs/examples"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / OVERSEAS, folder / "facture.pdf")
    (folder / "meant.json").write_text(json.dumps(MEANT), encoding="utf-8")
    shutil.copytree(ROOT / "docs/notebooks/invoices", folder / "invoices")
    shutil.copytree(ROOT / "docs/notebooks/invoices", folder / "factures", ignore=shutil.ignore_patterns("*.json"))
    shutil.copy(ROOT / "tests/fixtures/ocr/scan-1.tsv", folder / "page-1.tsv")


@dataclass(slots=True, kw_only=True)
class Reading:
    """A page as it is followed: the folder, the names that its Python has made, what the last command printed.

    ``fixture`` gives a fixture of pytest by its name, for the tests that a page shows.
    """

    shell: Shell
    fixture: Callable[[str], Any]
    names: dict[str, Any] = field(default_factory=lambda: {"__name__": "__main__"})
    printed: str | None = None

    def follow(self, block: Block) -> None:
        """Do with one block what its language asks for."""
        printed, self.printed = self.printed, None
        if block.reason:
            return
        if block.file:
            path = self.shell.folder / block.file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block.code, encoding="utf-8")
        match block.language:
            case "python" if block.is_doctest:
                self._session(block)
            case "python" if block.file:
                compile(block.code, block.where, "exec")
            case "python":
                self._script(block)
            case "sh":
                self.printed = self.shell.run(block)
            case "text" if not block.file:
                assert printed is not None and block.follows, f"{block.where}: no command before it prints this text"
                assert_printed(block, printed)
            case _:
                parsed(block)

    def _session(self, block: Block) -> None:
        examples = doctest.DocTestParser().get_doctest(block.code, self.names, block.where, block.where, block.line)
        told: list[str] = []
        failed, _ = doctest.DocTestRunner(verbose=False).run(examples, out=told.append, clear_globs=False)
        self.names = examples.globs
        assert failed == 0, "".join(told)

    def _script(self, block: Block) -> None:
        made: dict[str, Any] = {}
        before = dict(self.names)
        exec(compile(block.code, block.where, "exec"), self.names)
        made = {name: value for name, value in self.names.items() if before.get(name) is not value}
        for name, value in made.items():
            if name.startswith("test_") and inspect.isfunction(value):
                value(**{each: self.fixture(each) for each in inspect.signature(value).parameters})


def assert_printed(block: Block, printed: str) -> None:
    """Hold a block of text to what was printed; a line « … » stands for any lines."""
    if "…" in block.code.splitlines():
        pattern = "".join(".*" if line == "…" else re.escape(line) + r"\n" for line in block.code.splitlines())
        assert re.fullmatch(pattern, printed, re.DOTALL), f"{block.where}: what is printed is\n{printed}"
    else:
        assert block.code == printed, block.where


def parsed(block: Block) -> None:
    """Parse a block of data; of a workflow, hold the commands to those that there are."""
    match block.language:
        case "json":
            json.loads(block.code)
        case "toml":
            tomllib.loads(block.code)
        case "yaml":
            for document in yaml.safe_load_all(block.code):
                for line in _lines_to_run(document):
                    _known(line, block)
        case "text":
            return
        case other:
            raise AssertionError(f"{block.where}: nobody knows how to run {other!r}")


def _lines_to_run(node: object) -> list[str]:
    """Return the commands of the steps of a workflow, wherever they stand."""
    if isinstance(node, list):
        return [line for each in node for line in _lines_to_run(each)]
    if not isinstance(node, dict):
        return []
    own = [str(node["run"])] if "run" in node else []
    script = node.get("script")
    own += [str(each) for each in (script if isinstance(script, list) else [script] if script else [])]
    return own + [line for each in node.values() for line in _lines_to_run(each)]


def _known(text: str, block: Block) -> None:
    """Hold one command of a workflow to those that there are: the package's, with its options, or a known one."""
    as_block = Block(page=block.page, line=block.line, language="sh", code=text)
    for command in commands(as_block):
        if command in NOT_REPEATED:
            continue
        assert not needs_a_shell(Block(page=block.page, line=block.line, language="sh", code=command)), command
        program, *arguments = command.split()
        if program in PROGRAM:
            parse([each for each in arguments if each != ">"])
