"""The catalogue says of every check and field what it is, and its pages are those of the rules as they stand."""

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from chorus_ocr import CHORUS_PRO, Lang
from chorus_ocr.catalogue.entries import FAMILIES, check_entry, family, field_entry
from chorus_ocr.catalogue.markdown import catalogue_pages
from chorus_ocr.catalogue.text import entry_lines, pack_lines

DOCS = Path(__file__).parents[2] / "docs"


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_catalogue", DOCS / "make_catalogue.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_pages_are_those_of_the_rules() -> None:
    wanted = dict(script().pages())
    written = {path: path.read_text(encoding="utf-8") for path in (DOCS / "catalogue").glob("*/*.md")}
    assert written.keys() == wanted.keys()
    stale = [str(path) for path, text in wanted.items() if written[path] != text]
    assert not stale, "run: python .ci/make.py"


def test_every_family_has_a_name_and_stands_in_its_place() -> None:
    met = list(dict.fromkeys(family(check.code) for check in CHORUS_PRO.checks))
    assert met == [letters for letters in FAMILIES if letters in met]
    codes = [check.code for check in CHORUS_PRO.checks]
    assert codes == sorted(codes, key=lambda code: (list(FAMILIES).index(family(code)), code))


@pytest.mark.parametrize("lang", list(Lang))
@pytest.mark.parametrize("check", CHORUS_PRO.checks, ids=lambda check: check.code)
def test_an_entry_tells_all_of_a_check(check: object, lang: Lang) -> None:
    assert check in CHORUS_PRO.checks
    [check] = [each for each in CHORUS_PRO.checks if each is check]
    text = "\n".join(entry_lines(check_entry(check, lang), 10_000))
    assert check.example is not None
    for told in (
        check.code,
        check.slug,
        check.title.in_lang(lang),
        check.rationale.in_lang(lang),
        check.source,
        check.example.fails.in_lang(lang),
        check.example.passes.in_lang(lang),
    ):
        assert told in text
    assert not re.search(r"[{}]", text)
    for texts in (check.messages, check.hints):
        for each in texts.values():
            template = each.fr if lang is Lang.FR else each.en
            assert re.sub(r"\{\w+\}", "…", template) in text


@pytest.mark.parametrize("rule", CHORUS_PRO.fields, ids=lambda rule: rule.name)
def test_an_entry_tells_all_words_and_examples_of_a_field(rule: object) -> None:
    [known] = [each for each in CHORUS_PRO.fields if each is rule]
    text = "\n".join(entry_lines(field_entry(known, Lang.EN), 100_000))
    assert all(f"« {word} »" in text for word in known.words())
    assert all(line in text for line, _ in known.examples)
    assert all(line in text for line in known.counter_examples)


def test_lines_are_no_wider_than_asked_for_and_marks_stay_with_their_words() -> None:
    lines = list(pack_lines(CHORUS_PRO, Lang.FR, 60))
    assert max(map(len, (line for line in lines if not re.match(r"    [A-Z]+\d\d|  \w+  ", line)))) <= 60
    assert not [line for line in lines if line.endswith("«") or line.lstrip().startswith(("»", ":"))]


def test_the_index_links_to_every_check() -> None:
    pages = catalogue_pages(CHORUS_PRO, Lang.EN)
    for check in CHORUS_PRO.checks:
        page = f"{family(check.code).lower()}.md"
        assert f"[{check.code}]({page}#{check.code.lower()})" in pages["index.md"]
        assert f"\n## {check.code}\n" in pages[page]
