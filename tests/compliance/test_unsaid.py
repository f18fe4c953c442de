"""What a document is certain not to print: in all its letters, and only where all of its print is known."""

from dataclasses import replace

import pytest

from chorus_ocr.compliance.prose import Prose
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.unsaid import all_letters, words
from chorus_ocr.reading.document import Box, Document, FormValue, Page, PageText
from chorus_ocr.recognition.candidate import DocumentKind, Recognition
from pages import document, page

BILL = (
    "FACTURE N° FA-2026-0412 du 12/03/2026",
    "Sarvane Informatique, 8 rue des Charpentiers, 49990 Sainte-Aurée",
    "Mairie de Courceron, 1 place de la Mairie, 18910 Courceron",
    "Réparation du portail de l'atelier municipal, quantité 1, prix 1 200,00",
    "Total HT 1 200,00 TVA 240,00 Total TTC 1 440,00",
    "Règlement par virement à 30 jours",
)


def letters(whole: Document) -> str | None:
    return all_letters(whole, tuple(map(Prose, whole.pages)))


def with_page(whole: Document, changed: Page) -> Document:
    return replace(whole, pages=(changed,))


@pytest.mark.parametrize(
    "line",
    [
        "PÉNALITÉS DE RETARD : néant",
        "P é n a l i t é s d e r e t a r d",
        "Pénalitésderetard:néant",
        "péna- lités de re- tard",
    ],
)
def test_a_mention_is_found_however_its_letters_are_set(line: str) -> None:
    told = letters(document(*BILL, line))
    assert told is not None
    assert words("Pénalités de retard")[0] in told


def test_a_mention_is_found_in_content_that_is_in_no_order() -> None:
    whole = document(*BILL, "Livraison de biens et services")
    [only] = whole.pages
    table = only.words
    order = sorted(range(len(table)), key=lambda row: (row * 7919) % len(table))
    shuffled = replace(
        only,
        words=replace(
            table,
            **{
                name: tuple(getattr(table, name)[row] for row in order)
                for name in ("text", "x0", "top", "x1", "bottom", "size", "colour", "mode", "angle")
            },
        ),
    )
    assert "livraisondebiens" not in Prose(shuffled).text.replace(" ", "")
    told = letters(with_page(whole, shuffled))
    assert told is not None
    assert "livraisondebiens" in told


def test_a_mention_beyond_the_scope_is_printed_all_the_same() -> None:
    whole = replace(document(*BILL), page_count=2, beyond_scope=(PageText(number=2, text="Escompte : néant"),))
    told = letters(whole)
    assert told is not None
    assert "escompte" in told


def test_nothing_is_certain_of_pages_that_were_not_looked_at() -> None:
    assert letters(document(*BILL)) is not None
    assert letters(replace(document(*BILL), page_count=9)) is None


def test_nothing_is_certain_beside_a_wide_picture() -> None:
    whole = document(*BILL)
    [only] = whole.pages
    logo, letterhead = Box(40, 20, 160, 80), Box(0, 780, 595, 842)
    assert letters(with_page(whole, replace(only, images=(logo,)))) is not None
    assert letters(with_page(whole, replace(only, images=(logo, letterhead)))) is None


def test_nothing_is_certain_of_few_words_nor_of_another_language() -> None:
    assert letters(document(*BILL[:2])) is None
    english = ["Invoice FA-2026-0412", "TVA FR11999999998 SIRET 99999999800010", *["Olive oil, 5 litres, 99.00"] * 9]
    assert letters(document(*english)) is None


def test_nothing_is_certain_where_letters_are_lost() -> None:
    assert letters(document(*BILL, "\ufffd 02 61 91 04 18")) is not None
    assert letters(document(*BILL, "P\ufffdnalit\ufffds de retard")) is None
    whole = document(*BILL)
    assert letters(with_page(whole, replace(whole.pages[0], unmapped=3))) is None


def test_what_a_form_field_is_filled_in_with_is_shown() -> None:
    whole = document(*BILL)
    field = FormValue(name="conditions", value="Escompte : néant", box=Box(40, 700, 300, 712))
    told = letters(with_page(whole, replace(whole.pages[0], form_values=(field,))))
    assert told is not None
    assert "escompteneant" in told


def test_only_a_bill_lacks_mentions() -> None:
    whole = document(*BILL)

    def seen(kind: DocumentKind) -> Seen:
        return Seen(document=whole, recognition=Recognition(kind=kind))

    absent, printed = words("escompte"), words("escompte", "virement")
    assert seen(DocumentKind.INVOICE).lacks(absent)
    assert seen(DocumentKind.CREDIT_NOTE).lacks(absent)
    assert not seen(DocumentKind.INVOICE).lacks(printed)
    assert not any(seen(kind).lacks(absent) for kind in (DocumentKind.QUOTE, DocumentKind.ORDER, DocumentKind.UNKNOWN))


def test_pages_without_words_have_no_letters() -> None:
    assert letters(Document(pages=(page(),), page_count=1)) is None
