"""Folding keeps every character in its place."""

from hypothesis import given
from hypothesis import strategies as st

from chorus_ocr.recognition.folding import fold, letters, restore, token_texts, tokens


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text())
def test_restoring_keeps_the_length(text: str) -> None:
    assert len(restore(text)) == len(text)


@given(st.text() | st.text(alphabet="ab .'-1é\ufffd"))
def test_the_texts_of_tokens_are_those_of_the_tokens(text: str) -> None:
    folded = fold(text)
    assert token_texts(folded) == [token.text for token in tokens(folded)]


@given(st.text())
def test_tokens_lie_in_the_text_in_order(text: str) -> None:
    folded = fold(text)
    end = 0
    for token in tokens(folded):
        assert end <= token.start < token.end <= len(folded)
        assert folded[token.start : token.end].replace(".", "") == token.text
        if " " in token.text:
            assert "".join(part.text for part in letters(token, {"siret", "client"})) == token.text.replace(" ", "")
        end = token.end


def test_letter_spaced_words_are_cut_where_known() -> None:
    [run] = tokens(fold("S I R E T C L I E N T"))
    assert [(part.text, part.start, part.end) for part in letters(run, {"siret", "client"})] == [
        ("siret", 0, 9),
        ("client", 10, 21),
    ]


def test_case_accents_and_typographic_marks_fold() -> None:
    assert fold("N° D’ENGAGEMENT – Échéance") == "n° d'engagement - echeance"
    assert [token.text for token in tokens(fold("T.V.A. 293 B"))] == ["tva", "293", "b"]
