"""What the deposit screen takes as files: the length of a name, the size, the formats.

Source: AIFE, « Pièces jointes dans Chorus Pro : quelques règles à respecter », communaute.chorus-pro.gouv.fr, as the
French accounting module of the Odoo community (OCA/l10n-france, l10n_fr_chorus_account) applies it; the API's
documentation for the invoice itself (HTTP 413).
"""

from decimal import Decimal
from typing import Final

LONGEST_NAME: Final = 50
"""Characters in the name of a file, the extension included."""

MEGABYTE: Final = 1024 * 1024
"""A « Mo »: no source says whether a thousand or 1,024 kilobytes are meant; the module cited counts like this."""

LARGEST_FILE: Final = 10 * MEGABYTE
LARGEST_DEPOSIT: Final = 120 * MEGABYTE
"""In bytes: the invoice with all that goes with it."""

FORMATS: Final = frozenset(
    ("bmp", "bz2", "csv", "doc", "docx", "fax", "gif", "gz", "gzip", "htm", "html", "jpeg", "jpg", "odp", "ods", "odt",
     "p7s", "pdf", "png", "pps", "ppt", "pptx", "rtf", "svg", "tgz", "tif", "tiff", "txt", "xhtml", "xlc", "xlm", "xls",
     "xlsx", "xml", "zip")
)  # fmt: skip
"""The extensions of files that go with an invoice."""


def extension(name: str) -> str:
    """Return the extension of a file's name in lower case, without its dot; empty where there is none.

    >>> extension("Bon de livraison.PDF"), extension("lisez-moi"), extension(".pdf")
    ('pdf', '', '')
    """
    stem, _, ending = name.rpartition(".")
    return ending.lower() if stem else ""


def megabytes(byte_size: int) -> Decimal:
    """Return a size in Mo, to two decimals.

    >>> megabytes(12_900_000)
    Decimal('12.30')
    """
    return (Decimal(byte_size) / MEGABYTE).quantize(Decimal("0.01"))
