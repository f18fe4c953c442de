"""Markup: whatever a file says stays text, wherever it is put, and keeps its marks and its length."""

from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chorus_ocr.drawing.markup import NEW_LINE, Markup, element, joined, prose, text
from chorus_ocr.drawing.printable import safe, unbroken
from html_pages import Read, said, tree

HOSTILE = "</p><script>alert('x' + \"y\")</script><img src=x onerror=alert(1)> & &amp; ]]> <!-- -->"


def test_content_is_escaped_unless_it_is_markup() -> None:
    assert element("p", HOSTILE, element("b", "ok")).startswith("<p>&lt;/p&gt;&lt;script&gt;")
    assert said(tree(element("p", HOSTILE))) == HOSTILE
    assert [tag for tag, _ in Read(element("p", HOSTILE, element("b", HOSTILE))).elements] == ["p", "b"]


def test_attributes_are_escaped_and_named_as_html_names_them() -> None:
    made = element("p", "x", class_="a b", aria_label=HOSTILE, http_equiv=None, hidden=False, open=True)
    assert tree(made).attrib == {"class": "a b", "aria-label": HOSTILE, "open": ""}
    assert [name for name, _ in Read(made).attributes] == ["class", "aria-label", "open"]


def test_elements_that_hold_nothing_are_closed() -> None:
    assert element("meta", charset="utf-8") == '<meta charset="utf-8"/>'
    assert element("p") == "<p></p>"


def test_pieces_are_joined_each_as_it_is() -> None:
    assert joined(["<", Markup("<br/>"), ">"], NEW_LINE) == "&lt;\n<br/>\n&gt;"
    assert type(joined([])) is type(text("")) is type(prose("")) is Markup


def test_marks_that_turn_a_line_are_lost() -> None:
    assert text("12\u202e34\u2066\u200f") == "12�34��"
    assert prose("« 12\u202e » : 1 200,00 €") == "«\xa012�\xa0»\xa0: 1\xa0200,00\xa0€"


@pytest.mark.parametrize("lost", ["\x00", "\x1b", "\udc80", "\ufffe", "\ufdd0", "\ue000", "\u2028", "\u061c"])
def test_what_no_page_may_hold_is_replaced(lost: str) -> None:
    assert said(tree(element("p", f"a{lost}b"))) in ("a�b", "a b")


@given(st.text(st.characters(), max_size=60))
@settings(max_examples=300, derandomize=True, deadline=None)
def test_any_text_comes_back_as_it_is_shown(written: str) -> None:
    made = element("p", written, title=written)
    assert [tag for tag, _ in Read(made).elements] == ["p"]
    element_read = tree(made)
    assert "".join(element_read.itertext()) == element_read.get("title") == safe(written)
    assert len(safe(written)) == len(written)
    assert unescape(prose(written)) == unbroken(safe(written))
    made.encode("utf-8")
