"""A report as one flat row of a table: for a data frame, a CSV file, a database."""

import json
from collections import Counter
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Final, TypeAlias

from chorus_ocr.compliance.warning import SEVERITIES
from chorus_ocr.report.fill import printed_value
from chorus_ocr.report.plain import plain
from chorus_ocr.report.reported import Reported

Cell: TypeAlias = bool | int | float | str | Decimal | date | None
"""What a column holds: amounts are ``Decimal``, dates ``date``, codes of the portal and identifiers text."""


_OF_THE_FILE: Final = ("file", "page_count", "cadre", "rules", *map(str, SEVERITIES), "codes")
"""The columns before those of the fields."""


def columns(names: Iterable[str]) -> tuple[str, ...]:
    """Return the columns of a record of these fields, in their order.

    >>> columns(["bic"])[-3:]
    ('codes', 'bic', 'bic_status')
    """
    return (*_OF_THE_FILE, *(column for name in names for column in (name, f"{name}_status")))


def record_of_report(report: Reported) -> dict[str, Cell]:
    """Return what the form holds and what there is to say, as one flat row.

    Raises ``ValueError`` where an application's own field has the name of another column.
    """
    counts = Counter(warning.severity for warning in report.warnings)
    row: dict[str, Cell] = {
        "file": report.document.file_name,
        "page_count": report.document.page_count,
        "cadre": str(report.cadre),
        "rules": report.rules.fingerprint,
        **{str(severity): counts[severity] for severity in SEVERITIES},
        "codes": " ".join(dict.fromkeys(warning.code for warning in report.warnings)),
    }
    for name, decision in report.recognition.items():
        value = printed_value(decision, keep_failed=report.keep_failed)
        for column, held in ((name, _cell(value)), (f"{name}_status", str(decision.status))):
            if column in row:
                raise ValueError(f"two columns of a record would be named {column!r}: the field needs another name")
            row[column] = held
    return row


def _cell(value: object) -> Cell:
    match value:
        case Enum() if isinstance(value, str):
            return str(value)
        case str():
            return str.__str__(value)
        case None | bool() | int() | float() | Decimal() | date():
            return value
        case _:
            return json.dumps(plain(value), ensure_ascii=False)
