"""The recipes for generators of invoices, run as a reader would run them: each invoice is read whole."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

import chorus_ocr

FOLDER = Path(__file__).parents[2] / "docs" / "examples" / "recipes"


@dataclass(frozen=True)
class Needs:
    """What a recipe needs besides the library: modules, and programs on the path."""

    modules: tuple[str, ...]
    programs: tuple[str, ...] = ()


RECIPES: Mapping[str, Needs] = {
    "reportlab": Needs(("reportlab",)),
    "weasyprint": Needs(("weasyprint",)),
    "libreoffice": Needs(("docx",), ("soffice",)),
    "facturx": Needs(("facturx", "reportlab")),
}


def missing(needs: Needs) -> str | None:
    """Return what a recipe lacks here, or None. A package may be there and lack a library of the system."""
    for module in needs.modules:
        tried = subprocess.run([sys.executable, "-c", f"import {module}"], capture_output=True, check=False)
        if tried.returncode:
            return f"the module {module}"
    return next((f"the program {name}" for name in needs.programs if shutil.which(name) is None), None)


def test_every_recipe_is_tested_and_installed_by_the_script() -> None:
    assert {path.stem for path in FOLDER.glob("with_*.py")} == {f"with_{name}" for name in RECIPES}
    script = (FOLDER / "run_all.sh").read_text(encoding="utf-8")
    assert "with_*.py" in script and "[recipes]" in script


@pytest.mark.slow
@pytest.mark.parametrize("name", RECIPES)
def test_the_invoice_is_read_whole(name: str, tmp_path: Path) -> None:
    lacking = missing(RECIPES[name])
    if lacking:
        pytest.skip(f"{lacking} is not installed: the recipe with {name} is not run")
    out = tmp_path / "facture.pdf"
    done = subprocess.run(
        [sys.executable, str(FOLDER / f"with_{name}.py"), str(out)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"{out}: read whole\n"
    report = chorus_ocr.scan(out)
    assert not report.blocking
    # The page and its XML say the same; that the XML is there is told.
    assert [warning.code for warning in report.warnings] == (["DOC09"] if name == "facturx" else [])
