"""The site: it is built without a warning, every page is in its navigation, every public name in its reference."""

import importlib.util
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from enum import Enum
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

from documentation.blocks import ROOT

DOCS = ROOT / "docs"
REFERENCE = DOCS / "reference" / "api"
ROOMS = (
    "chorus_ocr", "chorus_ocr.exporters", "chorus_ocr.rules", "chorus_ocr.testing", "chorus_ocr.testing.strategies",
    "chorus_ocr.tuning",
)  # fmt: skip
"""The public packages: each says by ``__all__`` what it offers."""


def beside(name: str) -> ModuleType:
    """Return one of the scripts of docs/, which is no package."""
    spec = importlib.util.spec_from_file_location(name, DOCS / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class _Config(yaml.SafeLoader):
    """Reads mkdocs.yml, whose tags name functions, and calls none."""


_Config.add_multi_constructor("", lambda *_: None)


def config() -> dict[str, Any]:
    loaded = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), _Config)
    assert isinstance(loaded, dict)
    return loaded


def entries(node: object) -> Iterator[str]:
    """Yield the pages of the navigation."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, list):
        for each in node:
            yield from entries(each)
    elif isinstance(node, dict):
        for each in node.values():
            yield from entries(each)


def test_every_page_is_in_the_navigation_once() -> None:
    pages = [path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")]
    pages += beside("make_site").shown().values()
    assert Counter(entries(config()["nav"])) == Counter(pages)


def test_nothing_is_fetched_from_elsewhere_by_choice() -> None:
    settings = config()
    assert settings["theme"]["font"] is False
    assert "repo_url" not in settings  # of a forge, the theme would ask how many stars there are


def test_links_lead_through_the_site() -> None:
    pages = {"SECURITY.md": "security.md", "docs/examples/web_app.py": "examples/web_app.py.md"}

    def turned(text: str, origin: str, page: str) -> str:
        made: str = beside("make_site").in_site(text, origin=origin, page=page, pages=pages)
        return made

    how_to = ("docs/how-to/a.md", "how-to/a.md")
    assert turned("[s](../../SECURITY.md#top)", *how_to) == "[s](../security.md#top)"
    assert turned("[w](../examples/web_app.py)", *how_to) == "[w](../examples/web_app.py.md)"
    assert turned("[other](b.md)", *how_to) == "[other](b.md)"
    assert turned("[a test](../../tests/test_docs.py)", *how_to) == "a test"
    assert turned("[gone](../../gone.md)", *how_to) == "[gone](../../gone.md)"
    assert turned("[web](https://example.org/a.md)", *how_to) == "[web](https://example.org/a.md)"
    assert turned("```\n[s](../../SECURITY.md)\n```", *how_to) == "```\n[s](../../SECURITY.md)\n```"
    assert turned("[h](docs/how-to/b.md)", "SECURITY.md", "security.md") == "[h](how-to/b.md)"


def test_sessions_are_coloured_as_such() -> None:
    sessions = beside("make_site").sessions
    assert sessions("```python\n>>> 1\n1\n```") == "```pycon\n>>> 1\n1\n```"
    assert sessions("```python\nprint(1)\n```") == "```python\nprint(1)\n```"


def test_docstrings_become_markdown() -> None:
    markdown = beside("make_docstrings").markdown
    assert markdown("Scan.\n\n::\n\n    scan()\n\nThen.") == "Scan.\n\n```python\nscan()\n```\n\nThen."
    assert markdown("Tree::\n\n    A\n    └── B") == "Tree:\n\n```text\nA\n└── B\n```\n"
    assert markdown("Gives a ``Report``, as ``scan()`` does.") == (
        "Gives a [`Report`][chorus_ocr.Report], as [`scan()`][chorus_ocr.scan] does."
    )
    for kept in ("The argument ``scan``.", "A ``Whatever``.", "``None``, ``TypeError``", "``report.page()``"):
        assert markdown(kept) == kept
    assert markdown("One.\n\n>>> 1\n1\n\nTwo.") == "One.\n\n```pycon\n>>> 1\n1\n```\n\nTwo."


def listed() -> set[str]:
    """Return the names that the pages of the reference ask for."""
    pages = [page.read_text(encoding="utf-8") for page in REFERENCE.glob("*.md")]
    return {name for page in pages for name in re.findall(r"^::: (\S+)$", page, re.MULTILINE)}


def named(path: str) -> object:
    """Return the object of a dotted name."""
    room, _, name = path.rpartition(".")
    try:
        return getattr(import_module(room), name)  # first: a function may be named as its module
    except (AttributeError, ModuleNotFoundError, ValueError):
        return import_module(path)


def public() -> Iterator[tuple[str, object]]:
    """Yield the public names with what they name; two rooms may offer the same."""
    for room in ROOMS:
        module = import_module(room)
        for name in module.__all__:
            yield f"{room}.{name}", getattr(module, name)


def test_every_public_name_is_in_the_reference() -> None:
    shown = [named(path) for path in listed()]
    pages = (REFERENCE / "index.md").read_text(encoding="utf-8")
    for path, value in public():
        if path == "chorus_ocr.__version__":
            assert "members: [__version__]" in pages
        elif path not in ROOMS:
            assert any(value is each for each in shown), path


def test_the_reference_shows_each_name_once() -> None:
    pages = "\n".join(page.read_text(encoding="utf-8") for page in REFERENCE.glob("*.md"))
    asked = re.findall(r"^::: (\S+)$", pages, re.MULTILINE)
    assert len(asked) == len(set(asked)) == len({id(named(path)) for path in asked})


class Seen(HTMLParser):
    """What a page of HTML loads, and its text outside code."""

    def __init__(self) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.text: list[str] = []
        self._code = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what is loaded."""
        at = dict(attrs)
        if tag in ("script", "img", "iframe", "link") and at.get("rel") not in ("canonical", "prev", "next"):
            self.loads += [value for value in (at.get("src"), at.get("href")) if value]
        self._code += tag in ("code", "pre", "script", "style")

    def handle_endtag(self, tag: str) -> None:
        """Leave code."""
        self._code -= tag in ("code", "pre", "script", "style")

    def handle_data(self, data: str) -> None:
        """Keep text."""
        if not self._code:
            self.text.append(data)


def inventory(site: Path) -> set[str]:
    """Return the names that the built reference has, from the inventory that other sites link by."""
    import zlib

    raw = (site / "objects.inv").read_bytes()
    body = zlib.decompress(raw.split(b"\n", 4)[4]).decode("utf-8")
    return {line.split(" ", 1)[0] for line in body.splitlines()}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, built with warnings as errors."""
    folder = tmp_path_factory.mktemp("site")
    build = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    done = subprocess.run(build, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.mark.slow
def test_the_site_is_built_whole_and_fetches_nothing(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > len(set(entries(config()["nav"])))  # and the one for what is not found
    for page in pages:
        seen = Seen()
        seen.feed(page.read_text(encoding="utf-8"))
        assert not [each for each in seen.loads if re.match(r"(?:https?:)?//", each)], page
        text = "".join(seen.text)
        for left in ("``", ">>> ", "--8<--", "::: "):
            assert left not in text, f"{page}: {left!r} is left as it was written"
        assert not re.search(r"(?:^|[^:\w]):: *$", text, re.MULTILINE), f"{page}: « :: » is left as it was written"
    assert not list(site.rglob("make_*")) and not list(site.rglob("*.pyc"))
    # Examples and notebooks can be read as pages, and had as files.
    assert (site / "examples" / "web_app.py").is_file() and (site / "examples" / "web_app.py.html").is_file()
    assert (site / "notebooks" / "1-a-first-scan.ipynb").is_file()


@pytest.mark.slow
def test_the_built_reference_has_every_public_name_and_every_member(site: Path) -> None:
    has = inventory(site)
    shown = {id(named(path)): path for path in has & listed()}
    for path, value in public():
        if path in ROOMS or path == "chorus_ocr.__version__":
            continue
        assert id(value) in shown, path
        if isinstance(value, type) and issubclass(value, Enum):
            assert {f"{shown[id(value)]}.{member.name}" for member in value} <= has, path
