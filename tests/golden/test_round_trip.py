"""What a golden block prints is read back, field by field, from words and from a PDF, as lines and as a table.

The drawing is the tests' own: that a block reads itself back before it is returned proves nothing here.
"""

from collections.abc import Sequence
from dataclasses import fields

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chorus_ocr import GoldenBlock, Prefill, PrefillError, TypeFacture, golden_block, read, recognize
from chorus_ocr.reading.document import Document
from chorus_ocr.testing.strategies import engagements, prefills
from fixtures.sheet import Sheet
from pages import document

AS_HYPOTHESIS_MAY = settings(
    derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
LEFT, TOP = 18.0, 20.0


def words_as_lines(block: GoldenBlock) -> Document:
    return document("Ateliers Belverne", "4 rue du Four", "", *map(str, block.lines), "", "Merci de votre confiance")


def words_as_table(block: GoldenBlock) -> Document:
    rows: Sequence[Sequence[tuple[float, str]]] = [[(40.0, label), (310.0, value)] for label, value in block.to_rows()]
    return document("Ateliers Belverne", "", *rows)


def pdf_of_lines(block: GoldenBlock) -> Document:
    sheet = Sheet("Times")
    sheet.stack(LEFT, TOP, block.to_text().split("\n"), size=10, leading=6)
    return read(sheet.finish())


def pdf_of_table(block: GoldenBlock) -> Document:
    sheet = Sheet("Helvetica")
    for place, (label, value) in enumerate(block.to_rows()):
        sheet.put(LEFT, TOP + 6 * place, label)
        sheet.put(LEFT + 75, TOP + 6 * place, value, bold=True)
    return read(sheet.finish())


DRAWINGS = (words_as_lines, words_as_table, pdf_of_lines, pdf_of_table)


def check(form: Prefill) -> None:
    """Assert that a form comes back the same from every drawing of its block."""
    block = golden_block(form)
    for draw in DRAWINGS:
        back = recognize(draw(block)).prefill
        lost = {
            each.name: (getattr(form, each.name), getattr(back, each.name))
            for each in fields(form)
            if getattr(form, each.name) != getattr(back, each.name)
        }
        assert not lost, f"{draw.__name__}:\n{block.to_text()}"


@given(prefills())
@settings(AS_HYPOTHESIS_MAY, max_examples=40)
def test_any_form_comes_back(form: Prefill) -> None:
    check(form)


@pytest.mark.slow
@given(prefills())
@settings(AS_HYPOTHESIS_MAY, max_examples=600)
def test_many_forms_come_back(form: Prefill) -> None:
    check(form)


references = st.one_of(
    st.text(max_size=12),
    st.text(alphabet="ABEJ0129-_/+. ", min_size=1, max_size=16),
    st.text(alphabet="0123456789 ", min_size=1, max_size=16),
)
NAMED = ("numero_facture", "code_service", "numero_engagement", "numero_marche", "numero_facture_origine")


@pytest.mark.slow
@given(st.sampled_from(NAMED), references)
@settings(AS_HYPOTHESIS_MAY, max_examples=250)
def test_a_reference_is_refused_or_comes_back(name: str, reference: str) -> None:
    form = Prefill(type_facture=TypeFacture.AVOIR, **{name: reference})  # type: ignore[arg-type]  # each of them is text
    try:
        golden_block(form)
    except PrefillError:
        return
    check(form)


@given(st.sampled_from(NAMED), engagements())
@settings(AS_HYPOTHESIS_MAY, max_examples=60)
def test_a_number_in_the_shape_of_an_engagement_is_never_refused(name: str, reference: str) -> None:
    check(Prefill(type_facture=TypeFacture.AVOIR, **{name: reference}))  # type: ignore[arg-type]  # each of them is text
