"""The kit on generated invoices: what is read whole is as meant, and a line that is left out is told with its fix."""

from dataclasses import fields

from hypothesis import given, settings

from chorus_ocr import Prefill
from chorus_ocr.testing import assert_chorus_readable
from chorus_ocr.testing.strategies import Invoice, Layout, invoices, layouts, printed, render


@settings(max_examples=15, derandomize=True, deadline=None)
@given(invoices(), layouts(golden=True))
def test_a_generated_invoice_is_as_meant(invoice: Invoice, layout: Layout) -> None:
    form = printed(invoice, layout)
    check = assert_chorus_readable(render(invoice, layout), form, fail_on=None)
    assert set(check.judged) == {each.name for each in fields(Prefill) if getattr(form, each.name) is not None}
