"""A pattern that a caller brings gives what it gives anywhere, and cannot hold a recognition up."""

import pickle
import re
import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest
import regex

import chorus_ocr
from chorus_ocr import CHORUS_PRO, FieldRule, LimitExceeded, Limits, RuleError
from chorus_ocr.recognition.timed import compile_brought, is_brought, under_timeout
from chorus_ocr.values.parsed import Parsed, ValueType
from fixtures.make_invoices import INVOICES
from pages import document

SHORT = Limits(seconds_per_pattern=0.2)

CATASTROPHIC = r"(?:a|a)+$"
"""Takes twice as long for every further « a » of a word that does not end with one."""

OPEN = sorted(path for path in INVOICES.glob("*.pdf") if path.stem != "password")

WORD = "a" * 60 + "!"


def rule(pattern: Any) -> FieldRule[str]:
    kind: ValueType[str] = ValueType(name="dossier", pattern=pattern, parse=Parsed)
    return FieldRule(name="dossier", label="Dossier", keywords=("dossier",), value=kind, source="the tests")


def pack(pattern: str, flags: int = 0) -> chorus_ocr.RulePack:
    return CHORUS_PRO.with_field(rule(re.compile(pattern, flags)))


def test_a_pattern_that_does_not_end_is_stopped() -> None:
    seen = document(f"Dossier : {WORD}")
    with pytest.raises(LimitExceeded) as raised:
        chorus_ocr.recognize(seen, rules=pack(CATASTROPHIC), limits=SHORT)
    assert str(raised.value) == "<document>: the pattern of 'dossier' ran over one text for more than 0.2 s"
    assert raised.value.limit == "seconds_per_pattern"
    named = replace(seen, file_name="F-12.pdf")
    with pytest.raises(LimitExceeded, match=r"^F-12\.pdf: the pattern of"):
        chorus_ocr.recognize(named, rules=pack(CATASTROPHIC), limits=SHORT)


@pytest.mark.parametrize("method", ["match", "search", "fullmatch", "finditer"])
def test_every_method_is_stopped(method: str) -> None:
    brought = rule(re.compile(CATASTROPHIC))
    timed = under_timeout({"dossier": brought}, {"dossier": compile_brought(brought)}, 0.1, "<document>")
    pattern = timed["dossier"].value.pattern
    with pytest.raises(LimitExceeded):
        getattr(pattern, method)(WORD)
    assert (pattern.pattern, brought.value.pattern.pattern) == (CATASTROPHIC, CATASTROPHIC)


@pytest.mark.parametrize("pattern", [r"(a+)+$", r"(a+)+b", r"^(\w+\s?)*$", r"(a*)*c"])
def test_patterns_that_are_known_to_run_for_ever_end(pattern: str) -> None:
    # The standard library would take longer than the world has existed. One that the other package sees through is
    # answered, one that it does not is stopped.
    try:
        report = chorus_ocr.recognize(document(f"Dossier : {WORD}"), rules=pack(pattern), limits=SHORT)
    except LimitExceeded as error:
        assert error.limit == "seconds_per_pattern"
    else:
        assert report.fields["dossier"].status in ("absent", "found")


def test_a_page_of_one_word_that_does_not_end() -> None:
    with pytest.raises(LimitExceeded) as raised:
        chorus_ocr.recognize(document(f"Dossier : {WORD[:-1] * 10}!"), rules=pack(CATASTROPHIC), limits=SHORT)
    assert raised.value.limit == "seconds_per_pattern"


def test_what_is_brought_is_found_like_anything_else() -> None:
    seen = document("Dossier : k2-45 sept", "SIRET : 11000201100044")
    report = chorus_ocr.recognize(seen, rules=pack("[A-Z][0-9] - [0-9]{2}", re.IGNORECASE | re.VERBOSE))
    assert (report.fields["dossier"].status, report.fields["dossier"].value) == ("found", "k2-45")
    assert report == chorus_ocr.recognize(
        seen, rules=pack("[A-Z][0-9] - [0-9]{2}", re.IGNORECASE | re.VERBOSE), limits=Limits(seconds_per_pattern=None)
    )


@pytest.mark.parametrize("path", OPEN, ids=lambda path: path.stem)
def test_both_packages_read_our_own_patterns_alike(path: Any) -> None:
    brought = tuple(
        replace(each, value=replace(each.value, pattern=_brought(each.value.pattern))) for each in CHORUS_PRO.fields
    )
    assert all(map(is_brought, brought))
    rules = replace(CHORUS_PRO, fields=brought)
    assert set(rules.brought) == {each.name for each in CHORUS_PRO.fields}
    told = chorus_ocr.scan(path, rules=rules).to_dict()
    assert {**told, "rules": None} == {**chorus_ocr.scan(path).to_dict(), "rules": None}


def _brought(pattern: re.Pattern[str]) -> re.Pattern[str]:
    """Return a pattern that says the same, and is not ours."""
    return re.compile(f"(?:){pattern.pattern}", pattern.flags)


@pytest.mark.parametrize(
    ("pattern", "flags", "text"),
    [
        (r"\w+", re.ASCII, "été"),
        (r"É+", re.IGNORECASE, "éÉe"),
        (r"^b$", re.MULTILINE, "a\nb\nc"),
        (r"a.b", re.DOTALL, "a\nb"),
        (r"a b # blank", re.VERBOSE, "ab"),
        (r"x*", 0, "axb"),
        (r"(?P<open>\()?1(?(open)\)|$)", 0, "(1) 1"),
        (r"(?<=\d)\s(?=\d{3})", 0, "1 234"),
        (r"(?i:k)\d", 0, "K7 k8"),
        (r"\{[a-z]+\}|a{2,}", 0, "{ab} aaa"),
    ],
)
def test_flags_and_syntax_keep_their_meaning(pattern: str, flags: int, text: str) -> None:
    own = re.compile(pattern, flags)
    other = compile_brought(rule(own))
    assert [match.span() for match in other.finditer(text)] == [match.span() for match in own.finditer(text)]


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        ("F-[0-9]+", "the pattern of its values is none that re.compile"),
        (re.compile(b"F-[0-9]+"), "the pattern of its values is none that re.compile"),
        (re.compile("(?:F){e}"), "holds a brace or a bracket that has to be escaped"),
        (re.compile("(?:F){i<=1}"), "holds a brace or a bracket that has to be escaped"),
    ],
)
def test_a_pattern_that_cannot_be_timed_is_a_fault_of_the_pack(pattern: Any, told: str) -> None:
    with pytest.raises(RuleError, match=r"^dossier: ") as raised:
        CHORUS_PRO.with_field(rule(pattern))
    assert told in str(raised.value)


def test_every_pattern_that_cannot_be_timed_is_told() -> None:
    wrong = rule(re.compile("(?:F){e}"))
    with pytest.raises(RuleError) as raised:
        replace(CHORUS_PRO, fields=(wrong, replace(wrong, name="other", keywords=("autre",))))
    assert [fault.split(":")[0] for fault in raised.value.faults] == ["dossier", "other"]


def test_a_pattern_that_the_other_package_refuses_is_a_fault_of_the_pack(monkeypatch: pytest.MonkeyPatch) -> None:
    # No pattern is known that one takes and the other refuses, but for braces.
    def refuse(pattern: str, flags: int) -> None:
        raise regex.error("no", pattern, 0)

    monkeypatch.setattr(regex, "compile", refuse)
    with pytest.raises(RuleError, match=r"dossier: the pattern 'F-.*' cannot be run under a timeout: no"):
        pack("F-[0-9]+")


def test_a_pack_with_a_brought_pattern_survives_pickling() -> None:
    rules = pack("[A-Z]-[0-9]+")
    again = pickle.loads(pickle.dumps(rules))
    assert again == rules
    assert chorus_ocr.recognize(document("Dossier : K-45"), rules=again).fields["dossier"].value == "K-45"


def test_our_own_pack_loads_no_second_package() -> None:
    path = str(INVOICES / "two_columns.pdf")
    code = f"import sys, chorus_ocr; chorus_ocr.scan({path!r}); print('regex' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
