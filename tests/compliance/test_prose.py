"""Phrases are found as whole words on the page, wherever the print puts its accents and its marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chorus_ocr.compliance.prose import Prose, plain
from chorus_ocr.reading.document import Box, Page, WordTable
from chorus_ocr.recognition.folding import fold

TEXT = "Conditions : pénalités de retard, 3 × le taux d'intérêt légal. INDEMNITÉ : 40,00 €"


def page(text: str) -> Page:
    words = text.split()
    count = len(words)
    return Page(
        number=2,
        width=600,
        height=800,
        words=WordTable(
            text=tuple(words),
            x0=tuple(10.0 * row for row in range(count)),
            top=(5.0,) * count,
            x1=tuple(10.0 * row + 8 for row in range(count)),
            bottom=(15.0,) * count,
            size=(10.0,) * count,
            colour=(255,) * count,
            mode=(0,) * count,
            angle=(0,) * count,
        ),
    )


@pytest.mark.parametrize(
    ("phrase", "raw", "box"),
    [
        ("penalites de retard", "pénalités de retard,", Box(20, 5, 48, 15)),
        ("Pénalités", "pénalités", Box(20, 5, 28, 15)),
        ("d'intérêt légal", "d'intérêt légal.", Box(90, 5, 108, 15)),
        ("interet", "d'intérêt", Box(90, 5, 98, 15)),
        ("40,00 €", "40,00 €", Box(130, 5, 148, 15)),
        ("conditions", "Conditions", Box(0, 5, 8, 15)),
        ("retard 3", "retard, 3", Box(40, 5, 58, 15)),
    ],
)
def test_a_phrase_is_found_with_its_place(phrase: str, raw: str, box: Box) -> None:
    assert Prose(page(TEXT)).find(phrase) == (raw, 2, box)


@pytest.mark.parametrize("phrase", ["pénalité", "retards", "de retard de", "légal indemnités", "", ":"])
def test_a_phrase_that_is_not_there_is_not_found(phrase: str) -> None:
    assert Prose(page(TEXT)).find(phrase) is None


def test_an_empty_page_says_nothing() -> None:
    assert Prose(Page(number=1, width=1, height=1)).find("facture") is None


def test_a_place_counts_only_if_it_fits() -> None:
    twice = Prose(page("Payée le 12/03/2026 ou payée le 15/03/2026"))
    around: list[tuple[str, str]] = []

    def second(before: str, after: str) -> bool:
        around.append((before, after))
        return len(around) == 2

    passage = twice.find("payée le", second)
    assert passage is not None
    assert passage.raw == "payée le"
    assert passage.box.x0 > 0
    assert around == [("", " 12 03 2026 ou payee le 15 03 2026 "), (" payee le 12 03 2026 ou", " 15 03 2026 ")]
    assert twice.find("payée le", lambda *_: False) is None


def test_what_stands_after_a_phrase_goes_to_the_end_of_the_page() -> None:
    prose = Prose(page("SIREN client : 217 001 234 – SIREN : 303 265 045"))
    assert list(prose.after("Siren client")) == ["217 001 234 siren 303 265 045"]
    assert list(prose.after("SIREN")) == ["client 217 001 234 siren 303 265 045", "303 265 045"]
    assert list(prose.after("045")) == [""]
    assert [*prose.after("sire"), *prose.after(""), *prose.after(":")] == []


@given(
    st.text(
        alphabet=st.characters(codec="utf-8") | st.sampled_from("'\"«».,;:!?()[]{}|/\\-_*=+<>•·…’–—é \n"), max_size=60
    )
)
def test_marks_part_words_and_letters_stay(text: str) -> None:
    marks = "'\"«».,;:!?()[]{}|/\\-_*=+<>•·…"
    assert plain(text) == " ".join("".join(" " if char in marks else char for char in fold(text)).split())


def test_half_a_character_is_no_mark() -> None:
    assert plain("a\ud800.b") == "a\ud800 b"
