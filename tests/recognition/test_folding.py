"""Folding keeps every character in its place."""

from hypothesis import given
from hypothesis import strategies as st

from chorus_ocr.recognition.folding import fold, restore, tokens


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text())
def test_restoring_keeps_the_length(text: str) -> None:
    assert len(restore(text)) == len(text)


@given(st.text())
def test_tokens_lie_in_the_text_in_order(text: str) -> None:
    folded = fold(text)
    end = 0
    for token in tokens(folded):
        assert end <= token.start < token.end <= len(folded)
        assert folded[token.start : token.end].replace(".", "") == token.text
        end = token.end


def test_case_accents_and_typographic_marks_fold() -> None:
    assert fold("N° D’ENGAGEMENT – Échéance") == "n° d'engagement - echeance"
    assert [token.text for token in tokens(fold("T.V.A. 293 B"))] == ["tva", "293", "b"]
