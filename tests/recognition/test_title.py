"""What is an invoice, and what only speaks of one.

Each test draws a kind of page, with invented data, that was once read wrongly or left blank, or is near one that was.
For each there is a page on which a value must be read, and one near by on which it must not.
"""

from datetime import date

import pytest

from chorus_ocr import recognize
from chorus_ocr.prefill import TypeFacture
from chorus_ocr.reading.document import Document
from fixtures.parties import PONTVERNOIS, SYLVARDE
from pages import page
from recognition.seen import CLIENT, Line, fields, printed, titled_large, value, verdicts

ROUTING: tuple[Line, ...] = (
    "",
    "Madame, Monsieur,",
    "",
    f"SIRET client : {CLIENT}",
    "Code service : RH01",
    "Engagement : EJ26004109",
)


LETTERED = ("numero_facture", "date_facture", "type_facture", "siret_destinataire", "code_service", "numero_engagement")


LETTER: tuple[Line, ...] = (
    SYLVARDE.name,
    [(320, PONTVERNOIS.lines[0])],
    [(320, PONTVERNOIS.lines[3])],
    "",
    [(320, "Cléry-la-Forêt, le 20/06/2026")],
    "",
)


@pytest.mark.parametrize("what", ["2e relance", "relance", "mise en demeure", "1re relance"])
def test_a_reminder_is_no_invoice(what: str) -> None:
    seen = fields(*LETTER, f"Objet : {what} – facture n° FA-2026-0118", *ROUTING)
    assert [value(seen, name) for name in LETTERED] == [None] * len(LETTERED)
    assert verdicts(seen, "numero_facture", "FA-2026-0118") == {"not_an_invoice"}
    assert verdicts(seen, "siret_destinataire", CLIENT) == {"not_an_invoice"}


def test_a_letter_whose_object_is_an_invoice_is_one() -> None:
    seen = fields(*LETTER, "Objet : facture n° FA-2026-0118", *ROUTING)
    assert [value(seen, name) for name in LETTERED] == [
        "FA-2026-0118",
        date(2026, 6, 20),
        TypeFacture.FACTURE,
        PONTVERNOIS.siret,
        "RH01",
        "EJ26004109",
    ]


def test_a_letter_about_an_invoice_that_ends_with_a_reminder_is_no_invoice() -> None:
    assert value(fields("Objet : facture n° F2026-0118 – relance"), "numero_facture") is None
    assert value(fields("Objet : facture n° F2026-0118 – travaux"), "numero_facture") == "F2026-0118"


@pytest.mark.parametrize(
    "subject",
    ["Objet : rappel – facture n° F26-014 impayée", "Objet : contestation de la facture n° F26-014"],
)
def test_a_letter_about_a_bill_is_no_bill(subject: str) -> None:
    assert printed("numero_facture", subject, "", "Madame,") is None
    assert printed("numero_facture", "Objet : facture n° F26-014", "", "Madame,") == "F26-014"


def test_a_header_of_a_column_titles_no_order() -> None:
    headers: Line = [(40, "BON DE COMMANDE"), (200, "SERVICE"), (320, "TÉLÉPHONE")]
    values: Line = [(40, "MC45430"), (200, "CUISINE"), (320, "03 65 63 34 12")]
    seen = fields("Pièce n° : F3795327", "", headers, values)
    assert value(seen, "numero_facture") == "F3795327"
    assert value(seen, "numero_engagement") == "MC45430"
    assert value(fields("BON DE COMMANDE N° MC45430", "", "Pièce n° : F3795327"), "numero_facture") is None


@pytest.mark.parametrize("title", ["PROPOSITION N° 2026-12", "OFFRE N° 2026-12"])
def test_an_offer_is_titled_in_large_type(title: str) -> None:
    drawn = page(title, "Tonte de la pelouse", "Taille de la haie")
    large, usual = (
        recognize(Document(pages=(each,), page_count=1)).recognition.kind for each in (titled_large(drawn), drawn)
    )
    assert (large, usual) == ("quote", "unknown")


def test_an_order_number_that_opens_with_its_word_titles_no_order() -> None:
    assert printed("numero_facture", "CDE26000642", "", "Pièce n° : F3795327") == "F3795327"
    assert printed("numero_facture", "COMMANDE", "", "Pièce n° : F3795327") is None
