"""The commands of the README are those that it is known for. What pages say besides is tested in documentation/."""

import re
import shlex
from pathlib import Path

import pytest

from chorus_ocr.cli import main

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def command(marker: str) -> str:
    """Return the one command of the block under a marker."""
    found = re.search(rf"<!-- {marker} -->\n```sh\n(.+)\n```\n", README)
    assert found is not None, marker
    return found[1]


@pytest.mark.usefixtures("deposit_day")
def test_the_readme_shows_what_its_command_prints(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    *setting_up, install, scan = command("the main job").split(" && ")
    assert setting_up == ["python3 -m venv .venv"]
    assert install == ".venv/bin/python -m pip install -q ."
    program, *arguments = shlex.split(scan)
    assert program == ".venv/bin/chorus-ocr"
    assert main(arguments) == 0
    assert f"It prints:\n\n```text\n{capsys.readouterr().out}```\n" in README


def test_the_test_command_runs_all_the_tests() -> None:
    *_, install, run = command("the test command").split(" && ")
    assert install == ".venv/bin/python -m pip install -q -e '.[dev]'"
    assert run == ".venv/bin/python -m pytest -n auto"
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "<!-- the test command -->" in script and "pip install" not in script


def test_the_docs_command_builds_the_site() -> None:
    make, install, build = command("the docs command").split(" && ")
    assert make == "python3 -m venv .venv"
    assert install == ".venv/bin/python -m pip install -q -e '.[docs]'"
    assert build == ".venv/bin/mkdocs build --strict"
