"""What the site shows besides the pages of docs/: a hook of MkDocs, named in mkdocs.yml.

Pages link to files as they lie in the repository, so that the links work where it is read on a forge. Here the files
that a reader is sent to become pages of the site: what lies beside the README, the examples and the notebooks. A link
to what only the repository has (a test, a module) becomes its name.
"""

import json
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"

BESIDE_THE_README = ("CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md")
LANGUAGES = {".py": "python", ".sh": "sh", ".json": "json"}
LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)#:\s]+)(#[^)\s]*)?\)")
SESSION = re.compile(r"^( *`{3,})python(?=\n *>>> )", re.MULTILINE)
FENCED = re.compile(r"^( *)(`{3,}).*?^\1\2 *$", re.MULTILINE | re.DOTALL)


def shown() -> dict[str, str]:
    """Return the files that become pages, as paths from the root, each with the path of its page from docs/."""
    pages = {name: name.lower() for name in BESIDE_THE_README if (ROOT / name).is_file()}
    for pattern in ("examples/**/*.py", "examples/**/*.sh", "notebooks/*.ipynb", "reference/*.json"):
        for path in sorted(DOCS.glob(pattern)):
            within = path.relative_to(DOCS).as_posix()
            pages[f"docs/{within}"] = f"{within}.md"
    return pages


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that are made of files."""
    for source, page in shown().items():
        files.append(File.generated(config, page, content=_text(ROOT / source)))
    return files


def on_page_markdown(markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Turn the links of a page towards the pages of the site."""
    pages = shown()
    origin = next((source for source, made in pages.items() if made == page.file.src_uri), f"docs/{page.file.src_uri}")
    return sessions(in_site(markdown, origin=origin, page=page.file.src_uri, pages=pages))


def sessions(markdown: str) -> str:
    """Return Markdown whose sessions with the interpreter are coloured as such: what it answers is no Python."""
    return SESSION.sub(r"\1pycon", markdown)


def in_site(markdown: str, *, origin: str, page: str, pages: dict[str, str]) -> str:
    """Return Markdown whose links lead through the site.

    ``origin``: the file that the text was written in, from the root; ``page``: its page, from docs/.
    """

    def turned(link: re.Match[str]) -> str:
        image, words, target, anchor = link[1], link[2], link[3], link[4] or ""
        path = posixpath.normpath(posixpath.join(posixpath.dirname(origin), target))
        inside = pages.get(path) or (path.removeprefix("docs/") if path.startswith("docs/") else None)
        if inside is None:
            return words if (ROOT / path).exists() else link[0]  # what is not there is for MkDocs to tell
        return f"{image}[{words}]({posixpath.relpath(inside, posixpath.dirname(page) or '.')}{anchor})"

    parts: list[str] = []
    end = 0
    for block in FENCED.finditer(markdown):  # what is code is no link
        parts += [LINK.sub(turned, markdown[end : block.start()]), block[0]]
        end = block.end()
    return "".join([*parts, LINK.sub(turned, markdown[end:])])


def _text(path: Path) -> str:
    """Return a file as the text of a page."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        return text
    if path.suffix == ".ipynb":
        title, *cells = _cells(json.loads(text))
        return "\n\n".join([title, _had(path), *cells])
    return f"---\nhide: [toc]\n---\n\n# {path.name}\n\n{_had(path)}\n\n{_fenced(text, LANGUAGES[path.suffix])}\n"


def _had(path: Path) -> str:
    """Return the link to a file as it is: HTML, because a link of Markdown would lead to the page."""
    words = "The notebook: run it to see what it prints and draws" if path.suffix == ".ipynb" else "The file"
    return f'<a href="{path.name}" download>{words}</a>'


def _cells(notebook: dict[str, Any]) -> Iterator[str]:
    """Yield the cells of a notebook as Markdown; its outputs come with a run of it."""
    for cell in notebook["cells"]:
        source = "".join(cell["source"])
        yield source if cell["cell_type"] == "markdown" else _fenced(source, "python")


def _fenced(text: str, language: str) -> str:
    return f"````{language}\n{text.rstrip()}\n````"
