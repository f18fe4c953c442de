"""The assertion of a generator's own test-suite: the form fills itself from this invoice, as was meant."""

from collections.abc import Collection
from datetime import date
from types import MappingProxyType
from typing import Final, Unpack

from chorus_ocr.compliance.cadre import Cadre
from chorus_ocr.compliance.directory import Directory
from chorus_ocr.compliance.messages import Lang
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.prefill import Fields
from chorus_ocr.reading.document import PageScope
from chorus_ocr.reading.limits import DEFAULT_LIMITS, Limits
from chorus_ocr.reading.reader import Reader
from chorus_ocr.reading.source import PdfSource
from chorus_ocr.rules import CHORUS_PRO, RulePack
from chorus_ocr.scanning import Checksums
from chorus_ocr.testing.invoice_check import InvoiceCheck
from chorus_ocr.testing.judging import check_invoice
from chorus_ocr.testing.meant import Meant, meant_truth

_CHECK: Final = "chorus_check"
"""The attribute of the error that holds what was found."""

_NOTHING: Final[Meant] = MappingProxyType({})


def assert_chorus_readable(
    pdf: PdfSource,
    meant: Meant = _NOTHING,
    /,
    *,
    fail_on: Severity | str | None = Severity.BLOCKING,
    allow: Collection[str] = (),
    rules: RulePack = CHORUS_PRO,
    cadre: Cadre | str = Cadre.A1,
    today: date | None = None,
    directory: Directory | None = None,
    lang: Lang | str = Lang.FR,
    checksums: Checksums | str = Checksums.STRICT,
    pages: PageScope | str = PageScope.FIRST_THREE,
    password: str | None = None,
    file_name: str | None = None,
    reader: Reader | str = "pdfium",
    limits: Limits = DEFAULT_LIMITS,
    isolated: bool = False,
    **fields: Unpack[Fields],
) -> InvoiceCheck:
    """Assert that the form would be filled in from an invoice as its generator meant it.

    The values that are meant are given by the name of their field, or as the second argument of ``check_invoice()``,
    whose arguments the others are. Returns what was found.

    Raises ``AssertionError`` whose message tells, field by field, what was meant, what is read, why, and what to print
    instead, then the warnings that count; also for a file that cannot be read at all. ``failed_check()`` of the error
    is what was found.
    Raises ``TruthError`` listing every field that there is not and every value that cannot be understood, ``TypeError``
    or ``ValueError`` for another wrong argument.

    >>> from chorus_ocr.testing import assert_chorus_readable
    >>> assert_chorus_readable("tests/fixtures/invoices/two_columns.pdf", numero_facture="F26/0093")
    <InvoiceCheck tests/fixtures/invoices/two_columns.pdf: ok, 1 fields as meant>
    """
    __tracebackhide__ = True  # the test that calls is to be shown, not this
    check = check_invoice(
        pdf, meant_truth(meant, rules=rules, **fields), fail_on=fail_on, allow=allow,
        rules=rules, cadre=cadre, today=today, directory=directory, lang=lang, checksums=checksums,
        pages=pages, password=password, file_name=file_name, reader=reader, limits=limits, isolated=isolated,
    )  # fmt: skip
    if check.ok:
        return check
    # No class of our own: the first line of a message is short, and runners put the name of the class before it.
    error = AssertionError(check.to_text())
    setattr(error, _CHECK, check)
    raise error


def failed_check(error: BaseException) -> InvoiceCheck | None:
    """Return what was found, of an error that ``assert_chorus_readable`` raised; None of any other."""
    check: object = getattr(error, _CHECK, None)
    return check if isinstance(check, InvoiceCheck) else None
