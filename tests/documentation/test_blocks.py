"""Every block of code of the README and of the docs is run: none escapes but those that say why."""

import re
import sys
from pathlib import Path

import pytest

from chorus_ocr.cli import main
from documentation.blocks import CATALOGUE, LANGUAGES, PAGES, REASONS, ROOT, Block, blocks, blocks_of
from documentation.running import Reading, assert_printed, furnish, parsed
from documentation.shell import NOT_REPEATED, Shell, commands, needs_a_shell

RUN = [page for page in PAGES if not page.is_relative_to(CATALOGUE) and blocks(page)]
WITH_A_SHELL = [page for page in RUN if any(each.language == "sh" and not each.reason and needs_a_shell(each)
                                            for each in blocks(page))]  # fmt: skip
LONG = (
    "docs/how-to/compare-two-packs.md",
    "docs/how-to/generate-invoices.md",
    "docs/how-to/ship-a-pack.md",
    "docs/how-to/untrusted-uploads-and-batches.md",
    "docs/how-to/write-a-reader.md",
    "docs/reference/command-line.md",
    "docs/tutorial.md",
)
"""Pages that take seconds: they read folders, draw invoices and start processes."""

OPTION = re.compile(r"--[a-z]+(?:-[a-z]+)*")
NOWHERE = ROOT / "README.md"


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def follow(page: Path, folder: Path, request: pytest.FixtureRequest, *, shells: bool) -> None:
    """Follow a page from its top; without ``shells``, what needs one, and what it prints, is passed over."""
    monkeypatch: pytest.MonkeyPatch = request.getfixturevalue("monkeypatch")
    request.getfixturevalue("deposit_day")
    furnish(folder)
    monkeypatch.chdir(folder)
    monkeypatch.syspath_prepend(str(folder))  # a page may write a module, and import it
    loaded = set(sys.modules)
    reading = Reading(shell=Shell(folder=folder), fixture=request.getfixturevalue)
    passed_over = False
    for block in blocks(page):
        passed_over = not shells and (
            (block.language == "sh" and needs_a_shell(block)) or (passed_over and block.language == "text")
        )
        if not passed_over:
            reading.follow(block)
    for name in set(sys.modules) - loaded:
        if str(folder) in str(getattr(sys.modules[name], "__file__", None)):
            del sys.modules[name]


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(page, marks=[pytest.mark.slow] * (name_of(page) in LONG), id=name_of(page))
        for page in RUN
        if name_of(page) not in LONG or page not in WITH_A_SHELL  # else it is run below, and whole
    ],
)
def test_the_blocks_of_a_page_run(page: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    follow(page, tmp_path, request, shells=False)


@pytest.mark.slow
@pytest.mark.parametrize("page", WITH_A_SHELL, ids=name_of)
def test_the_commands_of_a_page_run_in_a_shell(page: Path, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    follow(page, tmp_path, request, shells=True)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_no_block_escapes(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    found = blocks(page)
    fences = re.findall(r"^[ >]*(?:`{3,}|~{3,})", text, re.MULTILINE)
    assert len(fences) == 2 * len(found), "a fence that is not closed, or is quoted"
    inside = "".join(block.code for block in found if block.language == "python")
    assert text.count(">>> ") == inside.count(">>> "), "an example outside a block of Python"
    for block in found:
        assert block.language in LANGUAGES, f"{block.where}: {block.language!r} is none of {LANGUAGES}"
        assert block.reason in ("", *REASONS), f"{block.where}: {block.reason!r} is none of {tuple(REASONS)}"
    if page.is_relative_to(CATALOGUE):
        assert {block.language for block in found} <= {"text"}, "the catalogue shows print, and nothing to be run"
    said = re.findall(r"<!-- (?:not run|file): ", text)
    assert len(said) == sum(bool(block.reason or block.file) for block in found), "a comment that no block follows"


def test_every_reason_is_still_given() -> None:
    assert {block.reason for page in PAGES for block in blocks(page)} - {""} == set(REASONS)


def test_the_usage_names_every_option_of_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    [usage] = [block.code for page in PAGES for block in blocks(page) if block.reason == "usage"]
    said: dict[str, set[str]] = {}
    for command in re.split(r"^chorus-ocr ", usage, flags=re.MULTILINE)[1:]:
        said.setdefault(command.split()[0], set()).update(OPTION.findall(command))

    def helped(*words: str) -> str:
        with pytest.raises(SystemExit):
            main([*words, "--help"])
        return capsys.readouterr().out

    names = re.findall(r"^ {4}([a-z]+) ", helped(), re.MULTILINE)
    assert said == {name: set(OPTION.findall(helped(name).partition("\n\n")[0])) for name in names}


def test_every_long_page_is_there() -> None:
    assert set(LONG) <= {name_of(page) for page in RUN}


def test_every_known_command_is_still_shown() -> None:
    shown = {command for page in RUN for block in blocks(page) if block.language == "sh" for command in commands(block)}
    assert set(NOT_REPEATED) <= shown


TEXT = """\
<!-- not run: needs the network -->
```sh
curl
```

- indented

  <!-- file: a.json -->
  ```json
  {}
  ```

## Next

````text
```
````
"""


def test_blocks_are_found_with_what_is_said_of_them() -> None:
    first, second, third = blocks_of(TEXT, NOWHERE)
    assert (first.language, first.code, first.reason, first.line, first.follows) == (
        "sh", "curl\n", "needs the network", 2, False,
    )  # fmt: skip
    assert (second.language, second.code, second.file, second.follows) == ("json", "{}\n", "a.json", True)
    assert (third.language, third.code, third.follows) == ("text", "```\n", False)


def reading(folder: Path, request: pytest.FixtureRequest) -> Reading:
    return Reading(shell=Shell(folder=folder), fixture=request.getfixturevalue)


@pytest.mark.parametrize(
    ("language", "code", "told"),
    [
        ("python", ">>> 1 + 1\n3\n", "Got:\n    2"),
        ("python", "raise ValueError('this')\n", "this"),
        ("python", "def test_it(tmp_path):\n    int(tmp_path.name + ' is given')\n", "is given"),
        ("sh", "chorus-ocr scan nowhere.pdf\n", "ended with 2"),
        ("sh", "chorus-ocr scan nowhere.pdf\nchorus-ocr rules\n", "ended with 2"),
        ("sh", "chorus-ocr scann\n", "ended with 3"),
        ("text", "anything\n", "no command before it"),
        ("json", "{", "Expecting property name"),
        ("toml", "a = ", "Invalid value"),
        ("yaml", "jobs: [{run: chorus-ocr scan --fromat json facture.pdf}]", "3"),
        ("yaml", "a: [", "expected the node content"),
        ("yaml", "jobs: [{run: curl anything}]", "curl"),
        ("rst", "::", "'rst'"),
    ],
)
def test_what_does_not_hold_is_told(
    language: str, code: str, told: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    block = Block(page=NOWHERE, line=1, language=language, code=code)
    with pytest.raises(BaseException, match=re.escape(told)) as raised:
        reading(tmp_path, request).follow(block)
    assert isinstance(raised.value, Exception | SystemExit)


def test_text_is_held_to_what_is_printed() -> None:
    exact, cut = (Block(page=NOWHERE, line=1, language="text", code=code) for code in ("a\nb\n", "a\n…\nd\n"))
    assert_printed(exact, "a\nb\n")
    assert_printed(cut, "a\nb\nc\nd\n")
    for block, printed in ((exact, "a\n"), (exact, "a\nb\nc\n"), (cut, "a\nb\n"), (cut, "a\nd\ne\n")):
        with pytest.raises(AssertionError):
            assert_printed(block, printed)


def test_commands_and_their_output(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    furnish(tmp_path)
    here = reading(tmp_path, request)
    here.follow(Block(page=NOWHERE, line=1, language="sh", code="chorus-ocr scan nowhere.pdf > x.txt\necho $?\n"))
    assert here.printed is not None and here.printed.endswith(" ce fichier n'existe pas\n2\n")
    here.follow(Block(page=NOWHERE, line=1, language="sh", code="chorus-ocr rules --format json > r.json  # all\n"))
    assert here.printed == "" and (tmp_path / "r.json").read_text(encoding="utf-8").startswith("{")


@pytest.mark.slow
def test_a_shell_runs_this_package(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    furnish(tmp_path)
    here = reading(tmp_path, request)
    code = "chorus-ocr scan --format json facture.pdf | python -c 'import json, sys; print(len(json.load(sys.stdin)))'"
    here.follow(Block(page=NOWHERE, line=1, language="sh", code=code))
    assert here.printed == "1\n"
    with pytest.raises(AssertionError, match="ended with 7"):
        here.follow(Block(page=NOWHERE, line=1, language="sh", code="exit 7\n"))


def test_data_is_parsed() -> None:
    workflow = (
        "jobs:\n  - run: |\n      chorus-ocr check --expect meant.json facture.pdf\n  - script: [chorus-ocr rules]\n"
    )
    parsed(Block(page=NOWHERE, line=1, language="yaml", code=workflow))
