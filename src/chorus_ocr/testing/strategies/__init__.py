"""Hypothesis strategies that make invoices whose truth is known, and a PDF of each. Needs the extra ``strategies``.

::

    from hypothesis import given
    from chorus_ocr import scan
    from chorus_ocr.testing.strategies import invoices, layouts, printed, render

    @given(invoices(), layouts(golden=True))
    def test_every_invoice_is_read_whole(invoice, layout):
        assert scan(render(invoice, layout)).prefill == printed(invoice, layout)
"""

from chorus_ocr.errors import MissingExtra

try:
    import fpdf as _fpdf  # noqa: F401
    import hypothesis as _hypothesis  # noqa: F401
except ImportError as error:
    raise MissingExtra("chorus_ocr.testing.strategies", "strategies") from error

from chorus_ocr.testing.strategies.amounts import SpelledAmount, amount_spellings, amounts, vat_breakdowns
from chorus_ocr.testing.strategies.identifiers import (
    bics,
    engagements,
    ibans,
    invoice_numbers,
    service_codes,
    sirets,
    vat_numbers,
)
from chorus_ocr.testing.strategies.invoice import Firm, Invoice, Item, Noise, invoices
from chorus_ocr.testing.strategies.layout import (
    AmountStyle,
    Block,
    DateStyle,
    Distractor,
    Layout,
    Parties,
    Place,
    Separator,
    SiretStyle,
    TotalsPlace,
    VatPrint,
    Words,
    layouts,
    printed,
)
from chorus_ocr.testing.strategies.prefills import prefills
from chorus_ocr.testing.strategies.render import render

__all__ = [
    "AmountStyle",
    "Block",
    "DateStyle",
    "Distractor",
    "Firm",
    "Invoice",
    "Item",
    "Layout",
    "Noise",
    "Parties",
    "Place",
    "Separator",
    "SiretStyle",
    "SpelledAmount",
    "TotalsPlace",
    "VatPrint",
    "Words",
    "amount_spellings",
    "amounts",
    "bics",
    "engagements",
    "ibans",
    "invoice_numbers",
    "invoices",
    "layouts",
    "prefills",
    "printed",
    "render",
    "service_codes",
    "sirets",
    "vat_breakdowns",
    "vat_numbers",
]
