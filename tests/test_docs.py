"""The README and the other pages tell what happens: their examples run, and what they show is what is printed."""

import doctest
import re
import shlex
from pathlib import Path

import pytest

from chorus_ocr.cli import main

ROOT = Path(__file__).parents[1]
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "SECURITY.md", *(ROOT / "docs").rglob("*.md")])
README = (ROOT / "README.md").read_text(encoding="utf-8")


def command(marker: str) -> str:
    """Return the one command of the block under a marker."""
    found = re.search(rf"<!-- {marker} -->\n```sh\n(.+)\n```\n", README)
    assert found is not None, marker
    return found[1]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_the_examples_of_a_page_run(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    failed, _ = doctest.testfile(str(page), module_relative=False, encoding="utf-8")
    assert failed == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_the_links_of_a_page_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


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
