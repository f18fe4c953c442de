"""What the pages say of the project's own files is there: a file that is moved takes the pages with it."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BESIDE = ("README.md", "SECURITY.md", "CONTRIBUTING.md")
PAGES = sorted([*(ROOT / name for name in BESIDE if (ROOT / name).is_file()), *(ROOT / "docs").rglob("*.md")])
_NAMED = re.compile(r"`(?:python )?((?:src|tests|docs)/[\w./-]+)(?=[` ])")


def named(text: str) -> list[str]:
    return _NAMED.findall(text)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_the_files_that_a_page_names_are_there(page: Path) -> None:
    assert [path for path in named(page.read_text(encoding="utf-8")) if not (ROOT / path).exists()] == []


def test_names_are_found() -> None:
    text = "`tests/recognition`, `python docs/make_schema.py` and `src/chorus_ocr/rules/`"
    text += "; not `our/tests/x.py`, docs/x nor `tests/rules/cases_<family>.py`"
    assert named(text) == ["tests/recognition", "docs/make_schema.py", "src/chorus_ocr/rules/"]
