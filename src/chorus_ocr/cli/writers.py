"""How the outcomes of a scan are written, one after the other: as text, JSON, a page of HTML, a table, sheets."""

import json
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final, Protocol

from chorus_ocr.cli.arguments import Arguments, Format
from chorus_ocr.cli.failures import cause_of
from chorus_ocr.cli.form import form
from chorus_ocr.cli.ink import Ink, ink_for
from chorus_ocr.cli.outcomes import Outcome
from chorus_ocr.cli.streams import prepare
from chorus_ocr.cli.tables import CsvWriter, JsonlWriter
from chorus_ocr.errors import UnreadableDocument
from chorus_ocr.report import Report
from chorus_ocr.report.phrases import summary
from chorus_ocr.report.plain import SCHEMA_VERSION

WIDTH = 100
"""In characters, where the output is no terminal."""


MOST_DRAWN: Final = 50
"""Of how many reports a page of HTML draws the pages: a browser has to hold them all."""


class Writer(Protocol):
    """Tells outcomes as text; memory does not grow with what they hold."""

    def start(self) -> str:
        """Return what comes before all items."""

    def item(self, path: str, outcome: Outcome) -> str:
        """Return one file: its report, or its error."""

    def end(self, results: Counter[int]) -> str:
        """Return what comes after all items; ``results`` counts them by exit code."""


def _shown(report: Report, path: str, *, masked: bool) -> tuple[Report, str]:
    """Return a report and the name of its file: of a masked one the masked name, without the folders."""
    if not masked:
        return report, path
    hidden = report.masked()
    return hidden, hidden.document.file_name or "<bytes>"


def _width() -> int:
    return shutil.get_terminal_size((WIDTH, 24)).columns if sys.stdout.isatty() else WIDTH


class TextWriter:
    """Reports for people, with one line for all of them where there are several files."""

    def __init__(self, arguments: Arguments) -> None:
        self.lang = arguments.lang
        self.masked = arguments.masked
        self.ink: Ink = ink_for(sys.stdout, arguments.colour)
        self.width = _width()
        self.gap = ""

    def start(self) -> str:
        """Return nothing: text has no opening."""
        return ""

    def item(self, path: str, outcome: Outcome) -> str:
        """Return one report; a file that could not be read is told on standard error only."""
        if not isinstance(outcome, Report):
            return ""
        report, name = _shown(outcome, path, masked=self.masked)
        lines = "\n".join(form(report, name, self.ink, self.width))
        gap, self.gap = self.gap, "\n"
        return f"{gap}{lines}\n"

    def end(self, results: Counter[int]) -> str:
        """Return the summary."""
        return f"\n{self.ink.bold(summary(results, self.lang))}\n" if results.total() > 1 else ""


class FormWriter:
    """The sheets that a clerk keys in from, one after the other; what could not be read is on standard error only."""

    def __init__(self, arguments: Arguments) -> None:
        # Loaded here: the other ways of writing do without.
        from chorus_ocr.exporters import to_form

        self.sheet = to_form
        self.masked = arguments.masked
        self.width = _width()
        self.gap = ""

    def start(self) -> str:
        """Return nothing: sheets have no opening."""
        return ""

    def item(self, path: str, outcome: Outcome) -> str:
        """Return one sheet."""
        if not isinstance(outcome, Report):
            return ""
        report, name = _shown(outcome, path, masked=self.masked)
        gap, self.gap = self.gap, "\n\n"
        return gap + self.sheet(report).to_text(width=self.width, name=name)

    def end(self, results: Counter[int]) -> str:
        """Return nothing: a sheet stands for itself."""
        return ""


class JsonWriter:
    """One JSON array, item by item."""

    def __init__(self, arguments: Arguments) -> None:
        self.masked = arguments.masked
        self.separator = ""

    def start(self) -> str:
        """Open the array."""
        prepare(sys.stdout, "utf-8")
        return "["

    def item(self, path: str, outcome: Outcome) -> str:
        """Return one file: its report, or its error."""
        shown: dict[str, object]
        if isinstance(outcome, Report):
            report, name = _shown(outcome, path, masked=self.masked)
            shown = {**report.to_dict(), "file": name}
        else:
            cause = "" if self.masked else str(outcome)
            if isinstance(outcome, UnreadableDocument):
                cause = outcome.cause
            error = {"type": type(outcome).__name__, "cause": cause}
            shown = {"schema_version": SCHEMA_VERSION, "file": None if self.masked else path, "error": error}
        text = json.dumps(shown, ensure_ascii=False, indent=1)
        separator, self.separator = self.separator, ","
        return f"{separator}\n{text}"

    def end(self, results: Counter[int]) -> str:
        """Close the array."""
        return "\n]\n"


class HtmlWriter:
    """One page of HTML, report by report; the list of contents is written last and shown first."""

    def __init__(self, arguments: Arguments) -> None:
        # Loaded here: the other ways of writing do without.
        from chorus_ocr.report import html

        self.html = html
        self.lang = arguments.lang
        self.masked = arguments.masked
        self.listed: list[html.Listed] = []

    def start(self) -> str:
        """Open the page."""
        prepare(sys.stdout, "utf-8")
        return self.html.opening(self.lang)

    def item(self, path: str, outcome: Outcome) -> str:
        """Return one file: its report, or its error."""
        number = len(self.listed) + 1
        if isinstance(outcome, Report):
            report, name = _shown(outcome, path, masked=self.masked)
            drawings = self.html.page_drawings(report) if number <= MOST_DRAWN else {}
            shown, verdict = self.html.article(report, name, number, drawings), self.html.verdict(report)
        else:
            name = self.html.hidden_name(number, self.lang) if self.masked else path
            cause = cause_of(outcome, self.lang, masked=self.masked)
            shown, verdict = self.html.failure(name, cause, number, self.lang), self.html.unread(self.lang)
        self.listed.append(self.html.Listed(number=number, name=name, verdict=verdict))
        return f"{shown}\n"

    def end(self, results: Counter[int]) -> str:
        """Close the page."""
        return self.html.closing(self.listed, self.lang, summary(results, self.lang))


WRITERS: Final[Mapping[Format, Callable[[Arguments], Writer]]] = MappingProxyType(
    {
        Format.TEXT: TextWriter,
        Format.JSON: JsonWriter,
        Format.HTML: HtmlWriter,
        Format.JSONL: JsonlWriter,
        Format.CSV: CsvWriter,
        Format.FORM: FormWriter,
    }
)
"""What writes each format."""
