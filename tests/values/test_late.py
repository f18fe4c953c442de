"""Patterns compiled late: they pass for those of the standard library, and are compiled when first asked."""

import copy
import importlib
import pickle
import re
from typing import Any

import pytest

from chorus_ocr.values.late import compile_late, without_remarks
from chorus_ocr.values.own import OWN_PATTERNS
from values.test_patterns import PATTERNS

LATE = [pattern for pattern in PATTERNS if type(pattern) is not re.Pattern]


def compilations(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Return a list that takes every pattern compiled from now on."""
    compiled: list[object] = []
    inner: Any = vars(re)["_compiler"]
    compile_ = inner.compile

    def watched(*given: Any) -> Any:
        compiled.append(given)
        return compile_(*given)

    monkeypatch.setattr(inner, "compile", watched)
    return compiled


def test_nothing_is_compiled_before_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = compilations(monkeypatch)
    pattern = compile_late("such as this one, which is (?P<new>new) to the process", re.IGNORECASE)
    assert pattern.pattern.startswith("such as")
    assert pattern.flags == re.IGNORECASE | re.UNICODE
    assert {pattern: 1} == {copy.copy(pattern): 1}
    assert repr(pattern).startswith("compile_late('such as")
    assert compiled == []
    assert pattern.match("SUCH AS THIS ONE, WHICH IS NEW TO THE PROCESS")
    assert pattern.search("no") is None
    assert dict(pattern.groupindex) == {"new": 1}
    assert len(compiled) == 1


@pytest.mark.parametrize("method", ["findall", "finditer", "fullmatch", "match", "search", "split"])
def test_every_method_is_the_compiled_ones(method: str) -> None:
    for text in ("a1b22", "22", "", "b"):
        late, own = getattr(compile_late("[0-9]+"), method)(text), getattr(re.compile("[0-9]+"), method)(text)
        if method == "finditer":
            late, own = list(late), list(own)
        assert re.sub("0x[0-9a-f]+", "", repr(late)) == re.sub("0x[0-9a-f]+", "", repr(own))
    assert compile_late("[0-9]+").sub("-", "a1b22") == "a-b-"
    assert compile_late("[0-9]+").subn("-", "a1b22") == ("a-b-", 2)


def test_it_passes_for_a_pattern_of_the_standard_library() -> None:
    pattern = compile_late("a|b", re.VERBOSE)
    assert isinstance(pattern, re.Pattern)
    assert re.compile(pattern) is pattern
    for same in (copy.deepcopy(pattern), pickle.loads(pickle.dumps(pattern)), compile_late("a|b", re.VERBOSE)):
        assert same == pattern
        assert hash(same) == hash(pattern)
    assert pattern != compile_late("a|b")
    assert pattern != compile_late("a|c", re.VERBOSE)
    assert pattern != "a|b"
    assert compile_late("a", re.ASCII).flags == re.compile("a", re.ASCII).flags
    with pytest.raises(AttributeError):
        pattern.__array__  # type: ignore[attr-defined]  # noqa: B018
    with pytest.raises(re.error):
        compile_late("(").match("")


def test_the_projects_late_patterns_have_the_flags_that_they_tell() -> None:
    assert len(LATE) > 80
    assert {type(pattern) for pattern in OWN_PATTERNS} > {re.Pattern}
    for pattern in LATE:
        assert pattern.flags == re.compile(pattern.pattern, pattern.flags).flags


def test_verbose_patterns_say_the_same_without_their_remarks() -> None:
    parser: Any = importlib.import_module("re._parser")
    verbose = [pattern for pattern in LATE if pattern.flags & re.VERBOSE]
    assert len(verbose) > 5
    for pattern in verbose:
        bare = without_remarks(pattern.pattern)
        assert len(bare) < len(pattern.pattern)
        assert repr(parser.parse(bare, pattern.flags)) == repr(parser.parse(pattern.pattern, pattern.flags))
