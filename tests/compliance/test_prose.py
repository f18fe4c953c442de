"""What a page says: whole words, whatever their case, accents and punctuation, and where they stand."""

from chorus_ocr.compliance.prose import Prose
from pages import page

SAID = Prose.of(page("« Pénalités de retard » :", "10 % l'an. Pénalité", "d'août, PAYÉE le", "12/03/2026"))


def test_a_phrase_is_found_across_lines_and_marks() -> None:
    passage = SAID.find("pénalités de retard 10 %")
    assert passage is not None
    assert passage.raw == "Pénalités de retard » : 10 %"
    assert passage.page == 1
    assert passage.box.top < passage.box.bottom


def test_words_are_whole() -> None:
    assert SAID.find("pénalité") is not None
    assert SAID.find("nalité") is None
    assert SAID.find("") is None
    assert SAID.find("…") is None


def test_one_word_of_print_may_be_several() -> None:
    passage = SAID.find("l an")
    assert passage is not None
    assert passage.raw == "l'an."
    later = SAID.find("août")
    assert later is not None
    assert later.raw == "d'août,"


def test_a_place_counts_only_if_it_fits() -> None:
    before, after = [], []

    def second(left: str, right: str) -> bool:
        before.append(left)
        after.append(right)
        return len(before) == 2

    twice = Prose.of(page("Payée le 12/03/2026", "ou payée le 15/03/2026"))
    passage = twice.find("payée le", second)
    assert passage is not None
    assert (before, after) == (["", " payee le 12 03 2026 ou"], [" 12 03 2026 ou payee le 15 03 2026 ", " 15 03 2026 "])
    assert passage.box.top > 60
    assert twice.find("payée le", lambda *_: False) is None
