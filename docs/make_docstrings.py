"""Makes Markdown of docstrings, for the site's reference: an extension of Griffe, named in mkdocs.yml.

Docstrings are plain text, to be read in an editor: a doctest stands as it is, code after « :: ». On a page both want
a fence.
"""

import re
from textwrap import dedent
from typing import Any

from griffe import Extension, Module, Object

EXAMPLE = re.compile(r"^>>> .*(?:\n.+)*", re.MULTILINE)
LITERAL = re.compile(r"^(?P<said>.*?):?:: *\n\n(?P<code>(?: {4}.*(?:\n|\Z)|\n(?= {4}|\n))+)", re.MULTILINE)
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
    return EXAMPLE.sub(lambda found: f"```pycon\n{found[0]}\n```", LITERAL.sub(_fenced, text))


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
