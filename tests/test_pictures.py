"""The pictures in the docs are what the library draws."""

import importlib.util
from pathlib import Path
from types import ModuleType

DOCS = Path(__file__).parents[1] / "docs"


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_pictures", DOCS / "make_pictures.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_pictures_are_fresh() -> None:
    wanted = script().pictures()
    assert set(wanted) == set((DOCS / "images").iterdir())
    stale = [path.name for path, svg in wanted.items() if path.read_text(encoding="utf-8") != svg]
    assert not stale, "run: python docs/make_pictures.py"


def test_each_picture_is_shown_by_a_page() -> None:
    pages = "".join(page.read_text(encoding="utf-8") for page in DOCS.rglob("*.md"))
    assert [path.name for path in (DOCS / "images").iterdir() if f"images/{path.name})" not in pages] == []
