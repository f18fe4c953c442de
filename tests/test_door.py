"""The public door: complete, typed, and light until something is asked of it."""

import ast
import inspect
import re
import subprocess
import sys
import types
from importlib import import_module, resources
from pathlib import Path

import pytest

import chorus_ocr
from chorus_ocr import errors

SOURCE = Path(inspect.getsourcefile(chorus_ocr) or "").read_text(encoding="utf-8")


def run(code: str) -> str:
    """Return what a fresh interpreter prints."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def type_checking_names() -> set[str]:
    blocks = [node for node in ast.parse(SOURCE).body if isinstance(node, ast.If)]
    imports = [each for block in blocks for each in block.body if isinstance(each, ast.ImportFrom)]
    return {alias.name for each in imports for alias in each.names}


def test_the_import_loads_nothing() -> None:
    loaded = run("import sys; before = set(sys.modules); import chorus_ocr; print(*sorted(set(sys.modules) - before))")
    heavy = ("pdfplumber", "pypdfium2", "pypdfium2_raw", "pdfminer", "stdnum", "regex", "dataclasses", "decimal")
    assert not set(heavy) & set(loaded.split())
    assert [name for name in loaded.split() if name.startswith("chorus_ocr")] == ["chorus_ocr"]


def test_reading_and_recognising_need_no_pdfplumber() -> None:
    code = "import sys, chorus_ocr; chorus_ocr.scan; print('pdfplumber' in sys.modules, 'pypdfium2' in sys.modules)"
    assert run(code) == "False False"


def test_every_name_is_there() -> None:
    for name in chorus_ocr.__all__:
        assert getattr(chorus_ocr, name) is not None
    assert dir(chorus_ocr) == sorted(chorus_ocr.__all__)
    assert len(set(chorus_ocr.__all__)) == len(chorus_ocr.__all__)


def test_checkers_and_the_interpreter_see_the_same_names() -> None:
    assert type_checking_names() == set(chorus_ocr.__all__) - {"__version__"}


def test_every_error_is_public() -> None:
    tree = {name for name, each in vars(errors).items() if getattr(each, "__module__", None) == errors.__name__}
    assert tree <= set(chorus_ocr.__all__)
    assert all(issubclass(getattr(errors, name), chorus_ocr.ChorusOcrError) for name in tree)


def test_no_name_is_also_that_of_a_submodule() -> None:
    # Importing a submodule puts it into the package under its name: « chorus_ocr.scan » must stay the function.
    folder = Path(str(resources.files("chorus_ocr")))
    rooms = {path.stem for path in folder.iterdir()}
    both = rooms & set(chorus_ocr.__all__)
    assert both == {"exporters"}
    # A room that is public itself is the same, whoever imports it first.
    assert all(getattr(chorus_ocr, name) is import_module(f"chorus_ocr.{name}") for name in both)


def test_a_public_room_is_loaded_when_it_is_asked_for() -> None:
    first = "import sys, chorus_ocr; before = 'chorus_ocr.exporters' in sys.modules"
    assert run(f"{first}; print(before, callable(chorus_ocr.exporters.to_form))") == "False True"


def test_functions_stay_functions_whatever_is_imported_first() -> None:
    first = "import chorus_ocr; chorus_ocr.read; import chorus_ocr.scanning, chorus_ocr.cli"
    assert run(f"{first}; print(callable(chorus_ocr.scan))") == "True"


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match=r"module 'chorus_ocr' has no attribute 'scann'"):
        chorus_ocr.scann  # type: ignore[attr-defined]  # noqa: B018 - the misspelling is the test, for mypy too


def test_names_come_from_the_room_that_makes_them() -> None:
    for name in chorus_ocr.__all__:
        value = getattr(chorus_ocr, name)
        home = getattr(value, "__module__", None)
        if isinstance(value, type | types.FunctionType) and home is not None:
            assert getattr(import_module(home), name) is value


def test_the_version_is_one() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", chorus_ocr.__version__)
    pyproject = (Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8")
    assert 'dynamic = ["version"]' in pyproject and 'path = "src/chorus_ocr/__init__.py"' in pyproject
