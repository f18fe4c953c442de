"""The page that tells how the house is built tells it as it is; each module of it says its duty, and has but one."""

import ast
import importlib.util
import re
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "chorus_ocr"
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
MAX_LINES = 400


@pytest.fixture(scope="module")
def made() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_architecture", ROOT / "docs" / "make_architecture.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_drawing_and_the_table_are_those_of_the_imports(made: ModuleType) -> None:
    rooms = made.rooms()
    assert made.page(rooms) == PAGE, "run: python docs/make_architecture.py"
    assert made.DRAWING.read_text(encoding="utf-8") == made.drawing(rooms), "run: python docs/make_architecture.py"


def test_every_room_uses_only_those_below_it(made: ModuleType) -> None:
    names = [room.name for room in made.rooms()]
    for at, room in enumerate(made.rooms()):
        assert room.uses & set(names) <= set(names[at + 1 :]), room.name


STEPS = PAGE.split("## ")[1]


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`(\w+(?:\.\w+)+)`", STEPS)) - {"pyproject.toml"}))
def test_every_step_names_what_there_is(name: str) -> None:
    home, _, last = f"chorus_ocr.{name}".rpartition(".")
    try:
        assert import_module(f"{home}.{last}")
    except ModuleNotFoundError:
        assert hasattr(import_module(home), last), name


def test_every_module_says_its_duty_in_its_first_line_and_stays_short() -> None:
    faults = []
    for path in sorted(PACKAGE.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        duty = (ast.get_docstring(ast.parse(text)) or "").partition("\n")[0]
        if not text.startswith('"""') or not duty.endswith(".") or text.count("\n") > MAX_LINES:
            faults.append(path.relative_to(PACKAGE).as_posix())
    assert faults == []
