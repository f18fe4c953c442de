"""Generated invoices over all layouts: never a wrong value, and no blank one where the golden rules are followed."""

from collections import Counter
from dataclasses import fields, replace
from decimal import Decimal

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chorus_ocr import Prefill, TypeFacture, TypeTva, golden_block
from chorus_ocr.testing.strategies import (
    Distractor,
    Invoice,
    Layout,
    VatPrint,
    invoices,
    layouts,
    printed,
    render,
)
from testing.strategies.generated import ALL_LAYOUTS, SETTINGS, misread

ALWAYS = ("numero_facture", "date_facture", "type_facture", "siret_destinataire", "siret_fournisseur", "devise",
          "montant_ht", "montant_ttc", "montant_a_payer")  # fmt: skip


@given(invoices(), ALL_LAYOUTS)
@settings(SETTINGS, max_examples=20)  # two thousand are in the slow run
def test_no_value_is_wrong_and_none_is_lost_by_the_golden_rules(invoice: Invoice, layout: Layout) -> None:
    assert not misread(invoice, layout)


@pytest.mark.slow
def test_two_thousand_invoices() -> None:
    seen: Counter[str] = Counter()

    @given(invoices(), ALL_LAYOUTS)
    @settings(SETTINGS, max_examples=2000)
    def judge(invoice: Invoice, layout: Layout) -> None:
        seen.update(("all", *(("golden",) if layout.golden else ()), *layout.distractors))
        assert not misread(invoice, layout)

    judge()
    assert seen["all"] >= 2000
    assert seen["golden"] >= 400
    assert all(seen[each] >= 400 for each in Distractor)


@pytest.mark.slow
@given(invoices())
@settings(SETTINGS, max_examples=50)
def test_an_invoice_adds_up_and_can_be_printed_as_a_golden_block(invoice: Invoice) -> None:
    form = invoice.prefill
    assert all(getattr(form, name) is not None for name in ALWAYS)
    assert form.montant_ht is not None and form.montant_ttc is not None and form.montant_a_payer is not None
    assert form.montant_ht == sum(item.total for item in invoice.items)
    assert all(item.total == item.count * item.price for item in invoice.items)
    assert form.montant_ttc == form.montant_ht + (form.montant_tva or 0)
    assert form.montant_a_payer == form.montant_ttc - (invoice.deposit or 0)
    assert (form.type_facture is TypeFacture.AVOIR) == (form.numero_facture_origine is not None)
    assert (form.type_tva is TypeTva.EXONERATION) == (form.motif_exoneration is not None) == (form.lignes_tva is None)
    assert golden_block(form).lines


@pytest.mark.slow
@given(invoices())
@settings(SETTINGS, max_examples=50)
def test_noise_is_none_of_the_values(invoice: Invoice) -> None:
    held = {str(getattr(invoice.prefill, each.name)) for each in fields(Prefill)}
    noise = invoice.noise
    assert not held & {noise.phone, noise.fax, noise.customer, noise.quote, noise.note, noise.earlier_number}
    assert not any(each.startswith(noise.other_siren) for each in held)


@given(invoices(), layouts())
@settings(SETTINGS, max_examples=15)
def test_the_same_draw_gives_the_same_bytes(invoice: Invoice, layout: Layout) -> None:
    assert render(invoice, layout) == render(invoice, layout)


@given(invoices(), layouts())
@settings(SETTINGS, max_examples=25)
def test_the_truth_is_printed(invoice: Invoice, layout: Layout) -> None:
    with pypdfium2.PdfDocument(render(invoice, layout)) as document:
        text = "".join("".join(page.get_textpage().get_text_bounded().split()) for page in document)
    form = invoice.prefill
    for value in (form.numero_facture, form.numero_engagement, form.code_service, form.iban, form.numero_marche):
        assert value is None or value.replace(" ", "") in text
    for siret in (form.siret_destinataire, form.siret_fournisseur):
        assert str(siret) in text.replace(".", "")


@given(invoices())
@settings(SETTINGS, max_examples=20)
def test_the_truth_leaves_out_the_bases_that_a_layout_does_not_print(invoice: Invoice) -> None:
    assert printed(invoice, Layout()) == invoice.prefill
    bare = printed(invoice, Layout(vat=VatPrint.BARE))
    assert replace(bare, lignes_tva=invoice.prefill.lignes_tva) == invoice.prefill
    assert [line.base_ht for line in bare.lignes_tva or ()] == [None] * len(invoice.prefill.lignes_tva or ())


@given(invoices(), layouts())
@settings(SETTINGS, max_examples=5)
def test_an_invoice_without_a_type_has_no_title(invoice: Invoice, layout: Layout) -> None:
    untitled = replace(invoice, prefill=Prefill(siret_destinataire=invoice.prefill.siret_destinataire))
    with pypdfium2.PdfDocument(render(untitled, layout)) as document:
        text = document[0].get_textpage().get_text_bounded()
    assert "FACTURE\r" not in text and "AVOIR\r" not in text


@given(st.data())
@settings(SETTINGS, max_examples=5)
def test_long_invoices_turn_the_page(data: st.DataObject) -> None:
    invoice = data.draw(invoices())
    [item, *_] = invoice.items
    many = replace(invoice, items=(replace(item, total=Decimal(0), price=Decimal(0)),) * 30)
    with pypdfium2.PdfDocument(render(many, Layout())) as document:
        assert len(document) > 1
