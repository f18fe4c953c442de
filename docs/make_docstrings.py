"""Makes Markdown of docstrings, for the site's reference: an extension of Griffe, named in mkdocs.yml.

Docstrings are plain text, to be read in an editor: a doctest stands as it is, code after « :: ». On a page both want
a fence, and a class or a function that is named wants a link.
"""

import re
from functools import cache
from pathlib import Path
from textwrap import dedent
from typing import Any

from griffe import Extension, Module, Object

EXAMPLE = re.compile(r"^>>> .*(?:\n.+)*", re.MULTILINE)
LITERAL = re.compile(r"^(?P<said>.*?):?:: *\n\n(?P<code>(?: {4}.*(?:\n|\Z)|\n(?= {4}|\n))+)", re.MULTILINE)
NAMED = re.compile(r"``((?P<class>[A-Z]\w*[a-z]\w*)|(?P<function>\w+)\(\))``")
REFERENCE = Path(__file__).parent / "reference" / "api"
DRAWN = "├└│"
FENCE = "```"


def markdown(text: str) -> str:
    """Return a docstring as Markdown.

    >>> print(markdown("Add one.\\n\\n>>> add(1)\\n2"))
    Add one.
    <BLANKLINE>
    ```pycon
    >>> add(1)
    2
    ```
    """
    fenced = EXAMPLE.sub(lambda found: f"```pycon\n{found[0]}\n```", LITERAL.sub(_fenced, text))
    parts = fenced.split(FENCE)
    return FENCE.join([NAMED.sub(_linked, part) if number % 2 == 0 else part for number, part in enumerate(parts)])


@cache
def paths() -> dict[str, str]:
    """Return the names that the reference shows, each with its dotted path; two of one name have none."""
    asked = [
        path for page in REFERENCE.glob("*.md") for path in re.findall(r"^::: (\S+)$", page.read_text("utf-8"), re.M)
    ]
    names = [path.rpartition(".")[2] for path in asked]
    return {name: path for name, path in zip(names, asked, strict=True) if names.count(name) == 1}


def _linked(named: re.Match[str]) -> str:
    path = paths().get(named["class"] or named["function"])
    return f"[`{named[1]}`][{path}]" if path else named[0]


def _fenced(literal: re.Match[str]) -> str:
    said, code = literal["said"], dedent(literal["code"]).rstrip()
    language = "text" if any(sign in code for sign in DRAWN) else "python"
    return "\n\n".join([*([f"{said}:"] if said else []), f"```{language}\n{code}\n```\n"])


class Docstrings(Extension):
    """Makes Markdown of every docstring that is loaded."""

    def on_object(self, *, obj: Object, **_: Any) -> None:
        """Change the docstring of one object."""
        if obj.docstring is not None and FENCE not in obj.docstring.value:
            obj.docstring.value = markdown(obj.docstring.value)

    def on_package(self, *, pkg: Module, **_: Any) -> None:
        """Change the docstring of the package itself, which is none of the objects."""
        self.on_object(obj=pkg)
