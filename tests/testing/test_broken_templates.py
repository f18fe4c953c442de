"""A template that was broken on purpose fails with a message that names the fix: the words to print."""

import pytest

from chorus_ocr.testing import assert_chorus_readable, check_invoice
from rules.checks.bills import LINES, bill, with_
from testing.templates import (
    FINE,
    GLUED_AND_READ,
    GLUED_TO_LABEL,
    GLUED_TO_NEXT,
    KEYWORD_REMOVED,
    MEANT,
    WHITE_TEXT,
    on_page_4,
    picture,
)


def told(pdf: bytes, **how: object) -> list[str]:
    """Return the message of the assertion, line by line."""
    with pytest.raises(AssertionError) as raised:
        assert_chorus_readable(pdf, MEANT, file_name="facture.pdf", **how)  # type: ignore[arg-type]
    return str(raised.value).split("\n")


def test_the_template_that_is_fine_passes() -> None:
    check = assert_chorus_readable(FINE, MEANT, fail_on="warning")
    assert check.ok
    assert check.to_text() == "<bytes> : 7 champs lus comme prévu"


def test_a_keyword_removed() -> None:
    assert told(KEYWORD_REMOVED) == [
        "facture.pdf : non lus : siret_destinataire ; avertissements : DES01",
        "",
        "  Destinataire : SIRET (siret_destinataire)",
        "    prévu     217 209 147 00016",
        "    lu        (vide)",
        "    pourquoi  « 217 209 147 00016 », page 1, sans mot-clé : aucun mot-clé ne l'annonce",
        "    → Imprimer « SIRET client : 217 209 147 00016 ».",
        "",
        "  BLOQUANT  DES01  SIRET du destinataire absent (voir siret_destinataire)",
    ]


def test_white_text() -> None:
    lines = told(WHITE_TEXT)
    assert lines[0] == "facture.pdf : non lus : numero_engagement"
    assert lines[5].startswith("    pourquoi  DOC17 « 26D000417 » ")
    assert "imprimé en blanc" in lines[6] or "imprimé en blanc" in lines[5]
    assert lines[-1] == "    → Imprimer en noir « Engagement : 26D000417 »."


def test_an_image_instead_of_text() -> None:
    lines = told(picture())
    assert lines[0].endswith("montant_ttc, lignes_tva ; avertissements : DOC05")
    assert lines[2:6] == [
        "  BLOQUANT  DOC05  Les pages lues sont des images : le portail n'y reconnaîtra rien.",
        "                   → Déposer le PDF produit par le logiciel de facturation, non une",
        "                     numérisation ; vérifier que ses polices y sont incorporées comme du texte.",
        "",
    ]
    assert lines[-7:] == [
        "    Facture n° : FA-2026-0412",
        "    Date de facture : 12/03/2026",
        "    SIRET client : 217 209 147 00016",
        "    Code service : TECHNIQUE",
        "    Engagement : 26D000417",
        "    Total TTC : 1 440,00",
        "    TVA 20 % : 240,00",
    ]
    assert "\n".join(lines).count("DOC05  ") == 1


def test_the_image_is_told_even_where_only_values_are_judged() -> None:
    check = check_invoice(picture(), MEANT, fail_on=None)
    assert not check.warnings
    assert "  BLOQUANT  DOC05  Les pages lues sont des images" in check.to_text()


def test_a_value_glued_to_its_label() -> None:
    lines = told(GLUED_TO_LABEL)
    assert lines[0] == "facture.pdf : non lus : montant_ttc"
    assert "              page 1, la valeur est collée à autre chose : « TTC1 440,00 »" in lines
    assert lines[-1] == "    → Imprimer « Total TTC : 1 440,00 »."


def test_a_value_glued_to_the_next() -> None:
    lines = told(GLUED_TO_NEXT)
    assert lines[0] == "facture.pdf : faux : numero_engagement"
    assert lines[4] == "    lu        26D000417Service:TECHNIQUE"
    assert "              « Engagement:26D000417Service:TECHNIQUE »" in lines
    # Nothing tells to print the wrong value better.
    assert lines[-1] == "    → Imprimer « Engagement : 26D000417 »."
    assert not any("« Engagement : 26D000417Service" in line for line in lines)


def test_a_glued_value_that_is_read_is_a_warning() -> None:
    assert check_invoice(GLUED_AND_READ, MEANT).ok
    lines = told(GLUED_AND_READ, fail_on="warning")
    assert lines[0] == "facture.pdf : avertissements : DOC23"
    assert lines[-1] == "                    → Laisser une espace entre les deux : « Engagement : 26D000417 »."


def test_data_on_page_4() -> None:
    lines = told(on_page_4("engagement"))
    assert lines[0] == "facture.pdf : non lus : numero_engagement"
    assert lines[5].startswith("    pourquoi  DOC08 « 26D000417 » ")
    assert lines[-1] == "    → Imprimer « Engagement : 26D000417 » sur la première page."


def test_data_on_page_4_that_no_word_announces_there() -> None:
    lines = told(on_page_4("engagement", with_(LINES, engagement="26D000417")))
    assert "    pourquoi  « 26D000417 » n'est imprimé qu'à la page 4, qui n'est pas lue" in lines
    assert lines[-1] == "    → Imprimer « Engagement : 26D000417 »."


@pytest.mark.parametrize(
    "fixed",
    [
        ("client siret", "SIRET client : 217 209 147 00016"),
        ("engagement", "Engagement : 26D000417"),
        ("gross", "Total TTC : 1 440,00"),
    ],
    ids=lambda each: each[0],
)
def test_the_fix_mends_the_template(fixed: tuple[str, str]) -> None:
    name, line = fixed
    assert assert_chorus_readable(bill({**LINES, name: line}), MEANT).ok
