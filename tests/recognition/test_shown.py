"""Decisions as a notebook shows them."""

from chorus_ocr import CHORUS_PRO, recognize
from chorus_ocr.recognition.shown import MOST_CANDIDATES
from html_pages import Read
from pages import document
from recognition.seen import TITLE, TOTALS


def test_a_decision_is_shown_with_its_candidates_and_the_keywords_that_none_belongs_to() -> None:
    decision = recognize(document(TITLE, "EJ : 4500012345", "EJ : 4500012399", "Votre commande :")).fields[
        "numero_engagement"
    ]
    told = Read(decision._repr_html_()).texts
    assert "ambiguous" in told
    assert told.count("4500012345") == told.count("4500012399") == 2  # as printed, and its value
    assert [told[at + 1] for at, text in enumerate(told) if text == "unanswered"] == ["votre commande"]


def test_what_a_value_was_inferred_from_is_told_with_it() -> None:
    lines = (TITLE, *TOTALS[::2])
    decision = recognize(document(*lines)).fields["montant_tva"]
    assert "inferred – 292.00 – montant_ttc, montant_ht" in Read(decision._repr_html_()).texts


def test_of_very_many_candidates_the_first_are_shown_and_the_others_counted() -> None:
    lines = [f"EJ : {4500000000 + row}" for row in range(MOST_CANDIDATES + 3)]
    few, many = (
        Read(recognize(document(TITLE, *lines[:count])).fields["numero_engagement"]._repr_html_()).texts
        for count in (MOST_CANDIDATES, MOST_CANDIDATES + 3)
    )
    assert ("4500000049" in few, "4500000050" in many) == (True, False)
    assert [text for text in few + many if "candidates more" in text] == ["ambiguous, and 3 candidates more"]


def test_the_decisions_are_shown_one_field_a_row() -> None:
    told = Read(recognize(document(TITLE, *TOTALS)).recognition._repr_html_()).texts
    for name in CHORUS_PRO.rules:
        assert name in told
    at = told.index("montant_ttc")
    assert told[at : at + 5] == ["montant_ttc", "found", "1752.00", "total TTC", "1"]
