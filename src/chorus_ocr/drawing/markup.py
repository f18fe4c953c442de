"""HTML and SVG, element by element: what is not markup already is escaped, so that no print is taken for markup.

>>> element("p", "<script> & ", element("b", "12"), class_="total")
'<p class="total">&lt;script&gt; &amp; <b>12</b></p>'
"""

from collections.abc import Iterable
from html import escape
from typing import Final

from chorus_ocr.drawing.printable import safe, unbroken

VOID: Final = frozenset({"meta", "br", "hr"})
"""Elements of HTML that hold nothing. They are closed all the same, so that an XML parser reads the page, too."""


class Markup(str):
    """Text that is markup already. Only this module, and constants of the library, make some."""

    __slots__ = ()


NOTHING: Final = Markup("")
NEW_LINE: Final = Markup("\n")


def element(name: str, /, *content: str, **attributes: str | bool | None) -> Markup:
    """Return an element. What it holds is escaped unless it is ``Markup``.

    Attributes that are None or False are left out, those that are True are empty (``open=""``). In their names an
    underscore stands for a hyphen, and one at the end for nothing: ``class_``, ``aria_label``.
    """
    told = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in VOID:
        return Markup(f"<{name}{told}/>")
    return Markup(f"<{name}{told}>{joined(content)}</{name}>")


def joined(content: Iterable[str], separator: Markup = NOTHING) -> Markup:
    """Return content side by side, escaped unless it is ``Markup``."""
    return Markup(separator.join(each if isinstance(each, Markup) else text(each) for each in content))


def text(said: str) -> Markup:
    r"""Return text as markup: escaped, and without what would steer the page.

    >>> text("<b>\u202e12 & \"34\"")
    '&lt;b&gt;�12 &amp; &quot;34&quot;'
    """
    return Markup(escape(safe(said)))


def prose(said: str) -> Markup:
    """Return a sentence as markup: as ``text``, and unbroken where French is."""
    return Markup(escape(unbroken(safe(said))))


def _attribute(name: str, value: str | bool | None) -> str:
    if value is None or value is False:
        return ""
    shown = "" if value is True else text(value)
    return f' {name.rstrip("_").replace("_", "-")}="{shown}"'
