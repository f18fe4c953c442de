"""Links lead somewhere, on a forge and in the site alike: to files that are there, and to headings on them."""

import re
from pathlib import Path

import pytest

from documentation.blocks import PAGES, ROOT

_FENCED = re.compile(r"^( *)(`{3,}).*?^\1\2 *$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)#\s]*)(?:#([^)\s]+))?\)")
_ADDRESS = re.compile(r"(?:href|src)=\"([^\"#]+)\"")


def text_of(page: Path) -> str:
    """Return a page without its code."""
    return re.sub(r"`[^`\n]*`", "``", _FENCED.sub("", page.read_text(encoding="utf-8")))


def anchors(page: Path) -> set[str]:
    """Return the anchors of the headings of a page, as forges make them."""
    text = _FENCED.sub("", page.read_text(encoding="utf-8"))
    made = [slug(heading) for heading in re.findall(r"^#+ (.+)$", text, re.MULTILINE)]
    return {each for each in made if made.count(each) == 1}  # forges and sites number others differently


def slug(heading: str) -> str:
    """Return the anchor of a heading.

    >>> slug("What `schema_version` promises: « à lire »")
    'what-schema_version-promises--à-lire-'
    """
    words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).strip().lower()
    return re.sub(r"[^\w\- ]", "", words).replace(" ", "-")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_the_links_of_a_page_lead_somewhere(page: Path) -> None:
    text = text_of(page)
    for target, anchor in [*_LINK.findall(text), *((each, "") for each in _ADDRESS.findall(text))]:
        if re.match(r"[a-z]+:", target):
            continue
        path = (page.parent / target).resolve() if target else page
        assert path.exists() and path.is_relative_to(ROOT), target
        assert not path.is_dir(), f"{target}: a folder is no page of the site"
        if anchor and path.suffix == ".md":
            assert anchor in anchors(path), f"{target}#{anchor}"


def test_headings_have_the_anchors_of_forges() -> None:
    assert slug("DOC : Fichier et lisibilité") == "doc--fichier-et-lisibilité"
    assert slug("`rules` and `explain`") == "rules-and-explain"
    assert slug("1. `scan()` lives in [there](a.md)") == "1-scan-lives-in-there"


def test_references_are_not_written_apart() -> None:
    # « [words][key] » would escape the test of links above.
    for page in PAGES:
        assert not re.search(r"^\[[^\]]+\]: ", text_of(page), re.MULTILINE), page
