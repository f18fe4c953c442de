"""Runs the tests on the wheel, where no source lies beside them: python .ci/wheel.py [--wheel DIR] [PYTEST…].

Copies everything that git knows but ``src`` into a new folder, builds the wheel (or takes the one in DIR), installs it
there with what the tests need, and runs the suite. What is left out looks at the sources themselves.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

ABOUT_THE_SOURCES = (
    "tests/test_layers.py",
    "tests/test_quality.py",
    "tests/test_architecture.py",
    "tests/test_named_files.py",
)
"""They hold the sources to their tools, to the rooms and to what pages name: here they have nothing to look at."""


def run(*command: str | Path, folder: Path) -> str:
    """Run a command, fail with it, and return what it prints."""
    return subprocess.run(list(map(str, command)), cwd=folder, check=True, stdout=subprocess.PIPE, text=True).stdout


def python_of(folder: Path) -> Path:
    """Make a virtual environment, and return its interpreter."""
    venv.create(folder, with_pip=True)
    return folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def copied(folder: Path) -> None:
    """Copy what git knows, as it stands, without the sources."""
    for name in run("git", "ls-files", "-z", folder=ROOT).split("\0"):
        if name and not name.startswith("src/") and (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)


def built(python: Path, folder: Path) -> Path:
    """Build the wheel into a folder, and return it."""
    run(python, "-m", "pip", "install", "-q", "hatchling>=1.27", folder=ROOT)
    run(python, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder, folder=ROOT)
    return only_wheel(folder)


def only_wheel(folder: Path) -> Path:
    """Return the wheel in a folder. Raises ``ValueError`` unless there is exactly one."""
    [wheel] = folder.resolve().glob("*.whl")
    return wheel


def main() -> int:
    """Return the exit code of the suite."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("--wheel", type=Path, metavar="DIR", help="the folder of a wheel that is built already")
    told, options = parser.parse_known_args()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "tests-only"
        folder.mkdir()
        copied(folder)
        python = python_of(Path(made) / "venv")
        wheel = only_wheel(told.wheel) if told.wheel else built(python, Path(made) / "dist")
        run(python, "-m", "pip", "install", "-q", f"{wheel}[dev]", folder=folder)
        where = "import chorus_ocr; print(chorus_ocr.__file__)"
        print(f"+ {wheel.name}: {run(python, '-c', where, folder=folder).strip()}", flush=True)
        left_out = [f"--ignore={name}" for name in ABOUT_THE_SOURCES]
        suite = [str(python), "-m", "pytest", "tests", *left_out, *options]
        return subprocess.run(suite, cwd=folder, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
