"""The blocks of code of a page, and what is said of them in a comment before."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
BESIDE = ("README.md", "SECURITY.md", "CHANGELOG.md", "CONTRIBUTING.md")
PAGES = sorted([*(ROOT / name for name in BESIDE if (ROOT / name).is_file()), *(ROOT / "docs").rglob("*.md")])
CATALOGUE = ROOT / "docs" / "catalogue"
"""Made from the rules, and held to them by a test of its own: its blocks are examples of print."""

LANGUAGES = ("python", "sh", "text", "json", "yaml", "toml")

REASONS = {
    "needs an OCR engine": "the library has none, and the tests cannot ask for one",
    "needs the network": "it fetches what the tests must not",
    "usage": "the synopsis of the command line, which a test holds to its options",
}
"""Why a block may not be run."""

_FENCE = re.compile(
    r"(?P<before>^[^\n]*\n)?(?P<indent>^ *)(?P<fence>`{3,}|~{3,})(?P<language>[^\n`]*)\n(?P<code>.*?)"
    r"^(?P=indent)(?P=fence) *$",
    re.MULTILINE | re.DOTALL,
)
_COMMENT = re.compile(r"^ *<!-- (?P<key>not run|file): (?P<said>.+?) -->$")
_HEADING = re.compile(r"^#", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block of code.

    ``line``: where its fence opens, from 1. ``reason``: why it is not run; ``file``: the name it is kept under. Both
    empty where nothing is said. ``follows``: whether the block before it stands under the same heading.
    """

    page: Path
    line: int
    language: str
    code: str
    reason: str = ""
    file: str = ""
    follows: bool = False

    @property
    def is_doctest(self) -> bool:
        """Whether it is a session with the interpreter."""
        return ">>> " in self.code

    @property
    def where(self) -> str:
        """The page and the line, for messages."""
        return f"{self.page.relative_to(ROOT).as_posix()}:{self.line}"


def blocks(page: Path) -> tuple[Block, ...]:
    """Return the blocks of a page, in their order."""
    return tuple(blocks_of(page.read_text(encoding="utf-8"), page))


def blocks_of(text: str, page: Path) -> Iterator[Block]:
    """Yield the blocks in the text of a page."""
    end = None
    for found in _FENCE.finditer(text):
        indent, start = found["indent"], found.start("fence")
        said = _COMMENT.match((found["before"] or "").rstrip("\n"))
        yield Block(
            page=page,
            line=text.count("\n", 0, start) + 1,
            language=found["language"].strip(),
            code=re.sub(rf"^{indent}", "", found["code"], flags=re.MULTILINE),
            reason=said["said"] if said and said["key"] == "not run" else "",
            file=said["said"] if said and said["key"] == "file" else "",
            follows=end is not None and not _HEADING.search(text, end, start),
        )
        end = found.end()
