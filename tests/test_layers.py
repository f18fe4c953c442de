"""The house: its rooms use only what lies below them, and the wheel holds all that it should and nothing else."""

import subprocess
import sys
import tomllib
import zipfile
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "chorus_ocr"


def pyproject() -> dict[str, Any]:
    with (ROOT / "pyproject.toml").open("rb") as file:
        return tomllib.load(file)


def rooms() -> set[str]:
    """Return the modules and packages of the first level."""
    return {
        path.stem
        for path in PACKAGE.iterdir()
        if (path.suffix == ".py" or (path / "__init__.py").exists()) and not path.stem.startswith("__")
    }


def contract(kind: str) -> dict[str, Any]:
    [found] = [each for each in pyproject()["tool"]["importlinter"]["contracts"] if each["type"] == kind]
    assert isinstance(found, dict)
    return found


def test_every_room_has_its_layer() -> None:
    layers = contract("layers")
    named = [layer.strip("()") for layer in layers["layers"]]
    assert rooms() <= set(named)
    assert {layer for layer in layers["layers"] if not layer.startswith("(")} <= rooms()
    assert layers["exhaustive"] is True


def test_every_room_but_one_is_kept_from_pdf_libraries() -> None:
    assert set(contract("forbidden")["source_modules"]) == {f"chorus_ocr.{room}" for room in rooms() - {"reading"}}


def test_the_contracts_are_kept() -> None:
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


def test_the_console_script_is_a_function() -> None:
    module, _, name = pyproject()["project"]["scripts"]["chorus-ocr"].partition(":")
    assert callable(getattr(import_module(module), name))


def test_the_top_level_holds_only_what_it_should() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    top = {Path(name).parts[0] for name in listed.stdout.split("\n") if name}
    assert top <= {
        ".ci", ".gitattributes", ".github", ".gitignore", ".pre-commit-config.yaml", "CHANGELOG.md", "CITATION.cff",
        "CONTRIBUTING.md", "LICENSE", "README.md", "SECURITY.md", "docs", "mkdocs.yml", "pyproject.toml", "src",
        "tests",
    }  # fmt: skip


@pytest.mark.slow
def test_the_wheel_ships_every_module_and_the_marker_of_types(tmp_path: Path) -> None:
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)]
    done = subprocess.run(build, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    [wheel] = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    shipped = {name for name in names if ".dist-info/" not in name}
    present = {
        path.relative_to(PACKAGE.parent).as_posix()
        for path in PACKAGE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert shipped == present
    assert "chorus_ocr/py.typed" in shipped
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)
