"""What a check is: it yields messages, and runs only when it has what it needs."""

import pickle
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chorus_ocr import CHORUS_PRO, Candidate, Document, Lang, Message, Seen, Severity, Text, check, recognize
from chorus_ocr.compliance.check import Firmness, _any_arguments, _arguments, run_checks
from chorus_ocr.reading.document import Box
from chorus_ocr.recognition.candidate import Recognition, Status

SEEN = Seen(document=Document(pages=(), page_count=0), recognition=Recognition())


@check(
    code="PAI98",
    slug="deux-constats",
    severity=Severity.WARNING,
    title=Text("titre", "title"),
    rationale="A check of the tests.",
    source="the tests",
    firmness=Firmness.HIGH,
    since="0.1.0",
    messages={"one": Text("un {what}", "one {what}"), "two": Text("deux", "two")},
    hints={"one": Text("imprimer {print_text}", "print {print_text}"), "two": Text("rien", "nothing")},
)
def deux_constats(seen: Seen) -> Iterator[Message]:
    """Finds two things."""
    candidate: Candidate[object] = Candidate(
        value="12", raw="12", verdict="chosen", keyword=None, relation=None, page=2, box=Box(1, 2, 3, 4)
    )
    yield Message.at("one", candidate, "iban", print_text="IBAN : 12", what="constat")
    yield Message(key="two")


def test_a_message_becomes_a_warning() -> None:
    (one, two), not_run = run_checks((deux_constats,), SEEN)
    assert not_run == ()
    assert (one.code, one.slug, one.key, one.severity) == ("PAI98", "deux-constats", "one", Severity.WARNING)
    assert (one.title, one.message, one.hint) == ("titre", "un constat", "imprimer IBAN : 12")
    assert (one.field, one.page, one.box, one.print_text) == ("iban", 2, Box(1, 2, 3, 4), "IBAN : 12")
    assert (two.message, two.hint, two.field, two.page, two.print_text) == ("deux", "rien", None, None, None)
    assert one.source == "the tests"


def test_the_language_is_that_of_the_caller() -> None:
    english = Seen(document=SEEN.document, recognition=SEEN.recognition, lang=Lang.EN)
    assert [warning.message for warning in deux_constats.run(english)] == ["one constat", "two"]


def test_a_warning_can_be_kept_and_compared() -> None:
    [one, _] = deux_constats.run(SEEN)
    assert pickle.loads(pickle.dumps(one)) == one
    assert len({one, *deux_constats.run(SEEN)}) == 2


def test_a_field_that_the_pack_does_not_have_is_absent() -> None:
    assert SEEN.decision("siret_destinataire").status is Status.ABSENT
    assert SEEN.found("siret_destinataire") is None
    assert SEEN.rivals("siret_destinataire") == ()


def test_a_pack_takes_a_check_of_the_applications_own_and_gives_it_up() -> None:
    pack = CHORUS_PRO.with_check(deux_constats)
    document = Document(pages=(), page_count=0)
    assert "PAI98" in {warning.code for warning in recognize(document, rules=pack).warnings}
    assert "PAI98" not in {warning.code for warning in recognize(document, rules=pack.without("PAI98")).warnings}
    assert pack.fingerprint != CHORUS_PRO.fingerprint


@pytest.mark.parametrize("each", CHORUS_PRO.checks, ids=lambda each: each.code)
def test_no_check_stumbles_over_an_empty_pack_or_document(each: object) -> None:
    pack = CHORUS_PRO.without(*[rule.name for rule in CHORUS_PRO.fields if rule.name != "devise"])
    report = recognize(Document(pages=(), page_count=0), rules=pack)
    assert {warning.code for warning in report.warnings} == {"DOC05"}


def outcome(read: Callable[[str], set[str]], template: str) -> set[str] | str:
    try:
        return read(template)
    except ValueError as error:
        return str(error)


@given(
    st.lists(st.sampled_from(["{", "}", "{{", "}}", "a", "page", "é", "1", " ", "!r", ":>3", ".b", "[0]"]), max_size=9)
)
def test_the_arguments_of_a_text_are_those_that_python_fills_in(pieces: list[str]) -> None:
    template = "".join(pieces)
    assert outcome(_arguments, template) == outcome(_any_arguments, template)


def test_the_arguments_of_plain_texts() -> None:
    assert _arguments("« {word} » (page {page})") == {"word", "page"}
    assert _arguments("no argument") == set()
    assert _arguments("{{no}} {one:>3}") == {"one"}
    with pytest.raises(ValueError, match="Single '}'"):
        _arguments("a } {page}")
