"""A comparison as a page: it stands alone, tells what the text tells, and obeys nothing that a file says."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import chorus_ocr
from chorus_ocr import CHORUS_PRO, Comparison, Truth, compare
from chorus_ocr.drawing.printable import safe
from html_pages import Read, of_class, said, shown, tree
from tuning.corpora import desk_pdf, desks

GUICHET = CHORUS_PRO.with_aliases("code_service", "Guichet")
SCRIPT = "<script>alert('1'+\"2\")</script>&amp;\u202e<img/src=x/onerror=alert(1)>"


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    folder = desks(tmp_path_factory.mktemp("desks"))
    (folder / "e-unknown.pdf").write_bytes(desk_pdf("Guichet : ACCUEIL-3"))
    (folder / "noise.pdf").write_bytes(b"<html>")
    return compare(CHORUS_PRO, GUICHET, folder)


def assert_it_stands_alone(page: str) -> None:
    """Assert that a page is well-formed, and neither runs nor fetches anything."""
    read = Read(page)
    assert page.startswith("<!DOCTYPE html>\n") and page.endswith("</html>\n")
    assert tree(page).get("lang") == "en"
    assert not {"script", "img", "link", "iframe", "object", "a", "form"} & {tag for tag, _ in read.elements}
    assert {name for name, _ in read.attributes} <= {
        "lang", "charset", "http-equiv", "content", "name", "class", "open", "scope", "aria-hidden",
    }  # fmt: skip
    assert not re.search(r"url\(|@import|expression|behavior", read.style)
    policies = [own["content"] for _, own in read.elements if own.get("http-equiv") == "Content-Security-Policy"]
    assert [(policy or "").partition(";")[0] for policy in policies] == ["default-src 'none'"]
    page.encode("utf-8")


def rows(page: str) -> Iterator[list[str]]:
    """Yield the rows of all tables, cell by cell."""
    for row in tree(page).iter("tr"):
        yield [said(cell) for cell in row]


def test_the_page_stands_alone(found: Comparison) -> None:
    page = found.to_html()
    assert_it_stands_alone(page)
    assert "prefers-color-scheme: dark" in Read(page).style
    assert "http:" not in page and "https:" not in page


def test_the_page_tells_what_the_text_tells(found: Comparison) -> None:
    page = found.to_html()
    told = list(rows(page))
    assert ["+ code_service: alias « Guichet »", "1", "1", "1", "1"] in told
    assert ["code_service", "1", "1", "1", "1", "1"] in told
    assert ["before", "0.0000", "0.7500", "8", "6", "0", "0", "0", "2"] in told
    assert ["after", "0.1429", "0.7500", "8", "6", "0", "1", "0", "1"] in told
    assert [
        "code_service", "broken (missing → wrong)", "VOIRIE-07", "nothing (absent)",
        "ACCUEIL-3 (found), « Guichet » same_cell, page 1", "+ code_service: alias « Guichet »",
    ] in told  # fmt: skip
    text = shown(page)
    assert "net effect -1: 2 broken (1 newly wrong, 1 newly blank), 1 fixed, 1 changed" in text
    assert "noise.pdf: NotAPdf: the file does not start like a PDF" in text
    summaries = [said(each) for each in tree(page).iter("summary")]
    assert [each.split()[0] for each in summaries] == ["b-newly-wrong", "c-newly-blank", "d-fixed", "e-unknown"]
    assert summaries[0].startswith("b-newly-wrong × NEWLY WRONG 1 ")


def test_only_the_documents_to_look_at_first(found: Comparison) -> None:
    page = found.to_html(worst=1)
    assert len(list(tree(page).iter("summary"))) == 1
    assert "and 3 more documents that differ" in shown(page)


def test_nothing_that_differs_is_told() -> None:
    page = compare(CHORUS_PRO, CHORUS_PRO, [chorus_ocr.read(desk_pdf("Guichet : ACCUEIL-3"))]).to_html()
    assert_it_stands_alone(page)
    [verdict] = of_class(tree(page), "verdict")
    assert said(verdict) == "✓ NOTHING DIFFERS"


def test_a_notebook_shows_the_same_in_brief_without_headings_or_a_style_sheet(found: Comparison) -> None:
    shown_part = found._repr_html_()
    part = tree(shown_part)
    assert (part.tag, part.get("lang")) == ("div", "en")
    assert {each.tag for each in part.iter()} <= {"div", "p", "b", "table", "thead", "tbody", "tr", "th", "td"}
    assert {name for name, _ in Read(shown_part).attributes} <= {"lang", "scope", "style"}
    told = list(rows(shown_part))
    assert ["before", "0.0000", "0.7500", "8", "6", "0", "0", "0", "2"] in told
    assert ["+ code_service: alias « Guichet »", "1", "1", "1", "1"] in told
    assert ["code_service", "1", "1", "1", "1", "1"] in told
    documents = [row for row in told if row[1:2] == ["code_service"]]
    assert [row[0] for row in documents] == ["b-newly-wrong", "c-newly-blank", "d-fixed", "e-unknown"]
    assert documents[0][2:] == [
        "broken (missing → wrong)", "VOIRIE-07", "nothing (absent)",
        "ACCUEIL-3 (found), « Guichet » same_cell, page 1", "+ code_service: alias « Guichet »",
    ]  # fmt: skip
    assert documents[-1][3] == ""  # nobody knows what is printed
    assert "× newly wrong 1 · ! newly blank 1 · ✓ fixed 1 · i changed 1" in shown(shown_part)
    assert "NotAPdf" in shown(shown_part)
    assert found._repr_html_() == shown_part


def test_in_a_notebook_figures_stand_right_and_words_left(found: Comparison) -> None:
    for row in tree(found._repr_html_()).iter("tr"):
        for cell in row:
            side = "right" if re.fullmatch(r"[\d.]+", said(cell)) else "left"
            assert f"text-align:{side}" in (cell.get("style") or "") or cell.get("scope") == "col", said(cell)


def test_a_notebook_shows_only_so_many_documents() -> None:
    documents = [chorus_ocr.read(desk_pdf(f"Guichet : ACCUEIL-{at}"), file_name=f"{at:02}.pdf") for at in range(14)]
    told = compare(CHORUS_PRO, GUICHET, documents)._repr_html_()
    assert len([row for row in rows(told) if row[1:2] == ["code_service"]]) == 10
    assert "and 4 more documents that differ" in shown(told)


def test_a_notebook_shows_only_so_many_changes_first_those_that_did_something(found: Comparison) -> None:
    words = (f"Guichet numéro {at}" for at in range(60))
    pack = CHORUS_PRO.with_aliases("code_service", *words, "Guichet")
    told = compare(CHORUS_PRO, pack, [chorus_ocr.read(desk_pdf("Guichet : ACCUEIL-3"))])._repr_html_()
    changes = [row for row in rows(told) if row[0].startswith("+ ")]
    assert changes[0] == ["+ code_service: alias « Guichet »", "0", "0", "0", "1"]
    assert len(changes) == 20
    assert "and 41 more changes" in shown(told)
    assert "more changes" not in shown(found._repr_html_())


def test_a_notebook_tells_what_was_not_read_left_out_or_not_known(tmp_path: Path) -> None:
    truth = Truth.from_dict({"id": "A", "prefill": {"code_service": "AC-3", "couleur": "bleu"}})
    empty = Truth.from_dict({"id": "B", "text_extractable": False, "prefill": {}})
    pdf = desk_pdf("Guichet : AC-3")
    for at in range(12):
        (tmp_path / f"{at:02}.pdf").write_bytes(b"no PDF")
    corpus: list[Any] = [tmp_path, (chorus_ocr.read(pdf, file_name="a.pdf"), truth), (pdf, empty)]
    for each in (compare(CHORUS_PRO, GUICHET, corpus), chorus_ocr.evaluate(corpus)):
        told = list(rows(each._repr_html_()))
        assert len([row for row in told if row[1:2] == ["NotAPdf"]]) == 10
        assert [row[1] for row in told if row[1] == "no text to read"] == ["no text to read"]
        text = shown(each._repr_html_())
        assert "and 2 more files that were not read" in text and "not in the rules: couleur" in text


def test_a_notebook_tells_that_nothing_differs() -> None:
    told = compare(CHORUS_PRO, CHORUS_PRO, [chorus_ocr.read(desk_pdf("Guichet : ACCUEIL-3"))])._repr_html_()
    assert "✓ nothing differs" in shown(told)
    assert [row[0] for row in rows(told)] == ["", "before", "after"]


def test_nothing_that_a_file_says_is_obeyed(tmp_path: Path) -> None:
    truth = Truth.from_dict({"id": SCRIPT, "prefill": {"code_service": SCRIPT}})
    read = chorus_ocr.read(desk_pdf("Guichet : AC-3"), file_name=f"{SCRIPT}.pdf")
    other = CHORUS_PRO.with_aliases("code_service", "Guichet").with_aliases("iban", f"{SCRIPT.replace('+', '')}")
    found = compare(CHORUS_PRO, other, [(read, truth), (b"%PDF-", {"id": SCRIPT, "prefill": []})])
    page = found.to_html()
    assert_it_stands_alone(page)
    for told in (page, found._repr_html_()):
        assert "<script" not in told and "<img" not in told and "\u202e" not in told
        assert "&lt;script&gt;" in told
    assert safe(SCRIPT) in " ".join(Read(page).texts)


def test_every_class_of_the_page_has_a_style_or_is_plain(found: Comparison) -> None:
    read = Read(found.to_html())
    used = {each for name, value in read.attributes if name == "class" for each in value.split()}
    styled = set(re.findall(r"\.([a-z][a-z-]*)", re.sub(r"\{.*?\}", "{}", read.style.replace("\n", " "))))
    assert used - styled <= {"sign"}
