"""Runs the commands of a page: those of the package here, any other in a shell.

Commands of the package run in this process: that takes a tenth of the time, and the day of the tests is theirs, too.
"""

import contextlib
import io
import os
import re
import shlex
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from chorus_ocr.cli import main
from documentation.blocks import ROOT, Block

PROGRAM = ("chorus-ocr", ".venv/bin/chorus-ocr")

NOT_REPEATED = {
    "python3 -m venv .venv": "makes the environment that the tests run in",
    ".venv/bin/python -m pip install -q .": "installs the package, which is here",
    ".venv/bin/python -m pip install -q -e '.[dev]'": "the same, with what the tests need",
    ".venv/bin/python -m pytest -n auto": "these tests",
    ".venv/bin/python -m pip install -q -e '.[docs]'": "the same, with what the site needs",
    ".venv/bin/mkdocs build --strict": "a test of its own builds the site",
    ".venv/bin/python .ci/make.py": "writes into the repository what other tests hold to be fresh",
    "python -m pip install 'chorus-ocr[strategies]'": "an extra of the package",
}
"""Commands that are known word for word, and why a page's test does not run them again."""

_AND = re.compile(r"&&|\n")


@dataclass(slots=True, kw_only=True)
class Shell:
    """A folder to run commands in; what they print, and what the last one ended with."""

    folder: Path
    status: int = 0
    printed: list[str] = field(default_factory=list)

    def run(self, block: Block) -> str:
        """Run the commands of a block, and return what they print."""
        self.printed = []
        if needs_a_shell(block):
            self._ask_a_shell(block)
        else:
            for command in commands(block):
                self._run(command, block)
        assert self.status in (0, 1), f"{block.where}: the last command ended with {self.status}: {self.printed}"
        return "".join(self.printed)

    def _run(self, command: str, block: Block) -> None:
        if command in NOT_REPEATED:
            return
        words = shlex.split(command, comments=True)
        if words == ["echo", "$?"]:
            self.printed.append(f"{self.status}\n")
            self.status = 0
            return
        assert self.status in (0, 1), f"{block.where}: the command before {command!r} ended with {self.status}"
        if words[0] == "cat":
            self.printed += [(self.folder / name).read_text(encoding="utf-8") for name in words[1:]]
            return
        target = words[words.index(">") + 1] if ">" in words else None
        arguments = words[1 : words.index(">") if target else None]
        out, err = io.StringIO(), io.StringIO()
        with contextlib.chdir(self.folder), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            try:
                self.status = main(arguments)
            except SystemExit as wrong_usage:
                self.status = int(wrong_usage.code or 0)
        if target:
            (self.folder / target).write_text(out.getvalue(), encoding="utf-8")
        self.printed += ["" if target else out.getvalue(), err.getvalue()]

    def _ask_a_shell(self, block: Block) -> None:
        programs = self.folder / ".programs"
        programs.mkdir(exist_ok=True)
        for name, started in (("chorus-ocr", "-m chorus_ocr"), ("python", ""), ("pytest", "-m pytest")):
            program = programs / name
            program.write_text(f'#!/bin/sh\nexec "{sys.executable}" {started} "$@"\n', encoding="utf-8")
            program.chmod(0o755)
        path = os.pathsep.join([str(programs), os.environ["PATH"]])
        kept = [line for line in block.code.splitlines() if line not in NOT_REPEATED]
        done = subprocess.run(
            ["bash", "-c", "\n".join(kept)],
            cwd=self.folder, capture_output=True, encoding="utf-8", check=False,
            env={**os.environ, "PATH": path, "PYTHONPATH": str(ROOT / "src"), "PYTHONDONTWRITEBYTECODE": "1"},
        )  # fmt: skip
        self.status = done.returncode
        self.printed = [done.stdout, done.stderr]


def commands(block: Block) -> list[str]:
    """Return the commands of a block one by one, without comments; one after « && » is as good as on its own line."""
    joined = re.sub(r"\\\n *", "", block.code)
    stripped = (re.sub(r"\s+# .*|^#.*", "", each.strip()) for each in _AND.split(joined))
    return [each for each in stripped if each]


def needs_a_shell(block: Block) -> bool:
    """Whether a block has a command that is neither one of the package nor known word for word."""
    return not all(command in NOT_REPEATED or _is_ours(command) for command in commands(block))


def _is_ours(command: str) -> bool:
    if any(sign in command for sign in ("|", "`", "$(", "2>", ">>", "<")):
        return False
    words = shlex.split(command, comments=True)
    return words[:1] == ["cat"] or words == ["echo", "$?"] or (bool(words) and words[0] in PROGRAM)
