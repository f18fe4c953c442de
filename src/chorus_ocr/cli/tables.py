"""A table of the files that are scanned, one row each, failures included: as lines of JSON, as CSV."""

import csv
import io
import json
import sys
from collections import Counter
from typing import Final

from chorus_ocr.cli.arguments import Arguments
from chorus_ocr.cli.failures import cause_of
from chorus_ocr.cli.outcomes import Outcome
from chorus_ocr.cli.streams import prepare
from chorus_ocr.report import Report
from chorus_ocr.report.plain import Json, plain
from chorus_ocr.report.record import columns
from chorus_ocr.rules import CHORUS_PRO

FAILURE: Final = ("error", "cause")
"""The columns of a file that could not be read: the type of the error, and why."""

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""What makes a spreadsheet take a text for a formula, and run it."""


class Table:
    """Rows of what was scanned: the columns are the same whatever the files hold."""

    def __init__(self, arguments: Arguments) -> None:
        self.lang = arguments.lang
        self.masked = arguments.masked
        file, *others = columns(CHORUS_PRO.rules)
        self.columns = (file, *FAILURE, *others)

    def row(self, path: str, outcome: Outcome) -> dict[str, Json]:
        """Return one file: its record, or its error."""
        row: dict[str, Json] = dict.fromkeys(self.columns)
        if isinstance(outcome, Report):
            report = outcome.masked() if self.masked else outcome
            row |= {column: plain(value) for column, value in report.to_record().items()}
            row["file"] = report.document.file_name if self.masked else path
        else:
            cause = cause_of(outcome, self.lang, masked=self.masked)
            row |= {"file": None if self.masked else path, "error": type(outcome).__name__, "cause": cause}
        return row

    def end(self, results: Counter[int]) -> str:
        """Return nothing: a table ends with its last row."""
        return ""


class JsonlWriter(Table):
    """One JSON object a line."""

    def start(self) -> str:
        """Return nothing: every row names its columns."""
        prepare(sys.stdout, "utf-8", newline="\n")
        return ""

    def item(self, path: str, outcome: Outcome) -> str:
        """Return one file as a line."""
        return json.dumps(self.row(path, outcome), ensure_ascii=False) + "\n"


class CsvWriter(Table):
    """Comma-separated values as RFC 4180 has them, in UTF-8. A blank and what is not known are both empty."""

    def start(self) -> str:
        """Return the names of the columns."""
        prepare(sys.stdout, "utf-8", newline="")
        return _line(self.columns)

    def item(self, path: str, outcome: Outcome) -> str:
        """Return one file as a row."""
        return _line(tuple(map(_cell, self.row(path, outcome).values())))


def _line(cells: tuple[str, ...]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()


def _cell(value: Json) -> str:
    """Return a cell. An invoice must not make a spreadsheet calculate: such a text gets an apostrophe before it."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) and not _is_number(text) else text


def _is_number(text: str) -> bool:
    return text.removeprefix("-").replace(".", "", 1).isdecimal()
