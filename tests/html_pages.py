"""Reads pages of HTML back: as an XML parser sees them, and as a browser does."""

from collections.abc import Iterator
from html.parser import HTMLParser
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

VOID = frozenset({"meta", "br", "hr"})


class Read(HTMLParser):
    """What a browser would find on a page: elements with their attributes, and the text that is shown."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.style = ""
        self.open: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take an element that opens."""
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take an element that holds nothing."""
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Take the end of an element, which must be the last that opened."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Take text."""
        if self.open[-1:] == ["style"]:
            self.style += data
        else:
            self.texts.append(data)

    @property
    def attributes(self) -> Iterator[tuple[str, str]]:
        """Every attribute of every element."""
        for _, own in self.elements:
            yield from ((name, value or "") for name, value in own.items())


def tree(page: str) -> Element:
    """Return a page as XML. Raises ``ParseError`` where it is not well-formed."""
    return ElementTree.fromstring(page.removeprefix("<!DOCTYPE html>"))


def said(element: Element | None) -> str:
    """Return the text of an element as it is shown: on one line, with plain spaces."""
    assert element is not None
    return " ".join("".join(element.itertext()).split())


def shown(page: str) -> str:
    """Return all the text that a page shows, piece by piece, and what links and anchors are called."""
    read = Read(page)
    named = [value for name, value in read.attributes if name in ("href", "id", "title")]
    return "\n".join([*(" ".join(text.split()) for text in read.texts), *named])


def of_class(element: Element, name: str) -> list[Element]:
    """Return the elements of a class within one, in their order."""
    return [each for each in element.iter() if name in each.get("class", "").split()]


def by_id(element: Element, name: str) -> Element:
    """Return the one element with an id."""
    [found] = [each for each in element.iter() if each.get("id") == name]
    return found
