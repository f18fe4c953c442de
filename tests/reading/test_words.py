"""The string of a page cut into words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chorus_ocr.reading.words import clean, cuts, spans, texts


def said(text: str) -> list[str]:
    return texts(text, spans(text))


@pytest.mark.parametrize(
    "space",
    [" ", "\r\n", "\t", "\u00a0", "\u202f", "\u2009", "\u2007", "\u2003", "\u3000", "\u2028", " \u00a0 "],
)
def test_every_space_separates(space: str) -> None:
    assert said(f"4{space}470,06{space}€") == ["4", "470,06", "€"]


@pytest.mark.parametrize("unmapped", ["\x1c", "\x1d", "\x1e", "\x1f", "\x01", "\x00"])
def test_a_glyph_without_a_character_does_not_separate(unmapped: str) -> None:
    assert said(f"e{unmapped}ectif") == ["e\ufffdectif"]


def test_an_ellipsis_of_an_old_encoding_is_no_space() -> None:
    assert said("suite\x85") == ["suite\x85"]


@pytest.mark.parametrize("mark", ["\u200b", "\ufeff", "\u2060", "\u200e", "\u202a", "\u200d"])
def test_what_nobody_sees_goes_and_does_not_separate(mark: str) -> None:
    text = f"{mark}SI{mark}RET{mark} {mark} 12{mark}"
    assert said(text) == ["SIRET", "12"]
    assert [text[start] + text[end - 1] for start, end in spans(text)] == ["ST", "12"]


def test_a_hyphen_at_the_end_of_a_line_ends_the_word() -> None:
    assert said("numé\ufffero 12") == ["numé-", "ro", "12"]
    assert said("a \ufffe b") == ["a", "-", "b"]
    assert said("\ufffe\ufffea") == ["-", "-", "a"]


def test_surrogates_are_joined_or_replaced() -> None:
    assert said("\ud83d\udcde 06") == ["📞", "06"]
    assert said("\ud83d 06 \udcde") == ["\ufffd", "06", "\ufffd"]


@given(st.text(st.characters(categories=["L", "N", "Z", "C", "P"]), max_size=30))
def test_whatever_is_said_can_be_written(text: str) -> None:
    for word in said(text):
        assert word
        assert word == clean(word)
        word.encode("utf-8")
        assert word.isprintable() or any(not character.isprintable() for character in text)


def row(*starts: float, width: float = 6, line: float = 0) -> list[tuple[float, float, float, float]]:
    return [(start, start + width, line, line + 12) for start in starts]


def test_a_word_in_one_piece_is_not_cut() -> None:
    assert cuts(row(0, 6, 12, 18), 10) == []
    assert cuts(row(0), 10) == []


def test_a_gap_cuts_and_letter_spacing_does_not() -> None:
    assert cuts(row(0, 6, 60, 66), 10) == [2]
    assert cuts(row(0, 16, 32, 48, 64), 10) == []
    assert cuts(row(0, 16, 32, 80, 96), 10) == [3]
    assert cuts(row(0, 14), 10) == []
    assert cuts(row(0, 40), 10) == [1]
    assert cuts(row(0, 50, 100, 150), 10) == [1, 2, 3]  # as even as lettering, but far too wide: columns of figures


def test_a_jump_backwards_cuts() -> None:
    assert cuts(row(200, 206, 0, 6), 10) == [2]


def test_text_from_right_to_left_is_not_cut() -> None:
    assert cuts(row(18, 12, 6, 0), 10) == []


def test_another_line_cuts_and_an_exponent_does_not() -> None:
    assert cuts(row(0, 6) + row(0, 6, line=-12), 10) == [2]
    assert cuts([*row(0, 6), (12, 15, 6, 13)], 10) == []
