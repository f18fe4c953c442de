"""For those who make invoices: fail the build where the town hall's form would not fill itself.

::

    from chorus_ocr.testing import assert_chorus_readable

    assert_chorus_readable(pdf, siret_destinataire="110 002 011 00044", numero_engagement="26D000417")

Every name is loaded at its first use: neither pytest nor hypothesis is imported until asked for.
"""

from importlib import import_module

TYPE_CHECKING = False

if TYPE_CHECKING:
    from chorus_ocr.prefill import Fields
    from chorus_ocr.testing.assertion import assert_chorus_readable, failed_check
    from chorus_ocr.testing.invoice_check import Difference, InvoiceCheck
    from chorus_ocr.testing.judging import check_invoice
    from chorus_ocr.testing.meant import Meant, meant_truth, read_meant

__all__ = [
    "Difference",
    "Fields",
    "InvoiceCheck",
    "Meant",
    "assert_chorus_readable",
    "check_invoice",
    "failed_check",
    "meant_truth",
    "read_meant",
]

_HOMES = {
    "assertion": ("assert_chorus_readable", "failed_check"),
    "invoice_check": ("Difference", "InvoiceCheck"),
    "judging": ("check_invoice",),
    "meant": ("Fields", "Meant", "meant_truth", "read_meant"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

if not TYPE_CHECKING:  # else a checker would take any misspelt name for an object

    def __getattr__(name: str) -> object:
        home = _HOME_OF.get(name)
        if home is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value: object = getattr(import_module(f"{__name__}.{home}"), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return sorted(__all__)
