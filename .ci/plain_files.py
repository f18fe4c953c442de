"""Tells what is wrong with text files: python .ci/plain_files.py FILE….

YAML, TOML and JSON are read; a text ends in one line end, and no line in a space. Exit code 1 when anything is.
"""

import json
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import yaml


def _yaml(text: str) -> object:
    return yaml.compose(text, Loader=yaml.SafeLoader)  # parsed and not built: mkdocs.yml names functions of Python


READ: dict[str, Callable[[str], object]] = {
    ".cff": _yaml,
    ".json": json.loads,
    ".toml": tomllib.loads,
    ".yaml": _yaml,
    ".yml": _yaml,
}
AS_MADE = ("tests/exporters/golden/", "tests/fixtures/ocr/", "docs/notebooks/")
"""Where files are what a program writes, to the byte."""


def faults(path: Path) -> Iterator[str]:
    """Yield what is wrong with a file."""
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return  # a table in the encoding of a spreadsheet, made for a test
    if read := READ.get(path.suffix):
        try:
            read(text)
        except (ValueError, yaml.YAMLError) as error:
            yield str(error)
    if path.as_posix().startswith(AS_MADE) or not text:
        return
    if not text.endswith("\n") or text.endswith("\n\n"):
        yield "a text ends in one line end"
    for at, line in enumerate(text.split("\n"), 1):
        if line.endswith((" ", "\t")):
            yield f"line {at} ends in a space"


def main() -> int:
    """Print every fault; return the exit code."""
    found = [f"{name}: {fault}" for name in sys.argv[1:] for fault in faults(Path(name))]
    print(*found, sep="\n", end="\n" if found else "")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
