"""Words that are values: what they name, and what names nothing."""

import pytest

from chorus_ocr.values.parsed import Parsed, ValueType
from chorus_ocr.values.portal import ModePaiement
from chorus_ocr.values.words import LIGNES_TVA, MODE_PAIEMENT, TYPE_FACTURE


@pytest.mark.parametrize(
    ("raw", "mode"),
    [("par Virement SEPA", ModePaiement.VIREMENT), ("chèque", ModePaiement.CHEQUE), ("espèces", ModePaiement.ESPECE)],
)
def test_a_mode_of_payment_is_named_by_its_word(raw: str, mode: ModePaiement) -> None:
    assert MODE_PAIEMENT.parse(raw) == Parsed(mode)


def test_a_word_that_names_no_mode_is_told() -> None:
    assert MODE_PAIEMENT.parse("troc") == Parsed(None, "format")


@pytest.mark.parametrize("kind", [TYPE_FACTURE, LIGNES_TVA], ids=lambda kind: kind.name)
@pytest.mark.parametrize("text", ["FACTURE", "TVA 20 % sur 1 200,00 : 240,00", ""])
def test_what_is_decided_from_the_page_is_read_from_no_text(kind: ValueType[object], text: str) -> None:
    assert kind.parse(text) == Parsed(None, "format")
    assert kind.pattern.search(text) is None
