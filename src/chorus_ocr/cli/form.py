"""A report as text for a terminal: the form block by block, then the warnings, the most severe first."""

from collections.abc import Iterator
from dataclasses import dataclass

from chorus_ocr.cli.ink import Ink
from chorus_ocr.compliance.messages import Lang, Text
from chorus_ocr.compliance.warning import ComplianceWarning, Severity
from chorus_ocr.drawing.printable import safe
from chorus_ocr.drawing.wrapping import wrapped
from chorus_ocr.recognition.candidate import Status
from chorus_ocr.report import Report
from chorus_ocr.report.form import form_entries
from chorus_ocr.report.phrases import FINE, SEVERITIES, pages

BLANK = "—"
GAP = "  "

_CADRE = Text("Cadre", "Cadre")

_NOT_RUN = Text(
    "Contrôles non faits, faute d'annuaire (--directory) : {codes}",
    "Checks not run, for want of a directory (--directory): {codes}",
)
"""The command line passes the day's date: a directory is all that may be missing."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the form. ``mark`` stands behind the value; ``blank`` when the form would be left so."""

    block: str
    label: str
    value: str
    mark: str = ""
    blank: bool = False
    amount: bool = False


def form(report: Report, path: str, ink: Ink, width: int) -> Iterator[str]:
    """Yield the lines of a report: the file, the form, the warnings. Lines are wrapped to ``width``."""
    count = pages(report.document.page_count, report.lang)
    yield f"{ink.bold(safe(path))} {ink.dim(f'({count})')}"
    yield from _rows(list(rows(report)), ink, width)
    yield ""
    yield from _warnings(report, ink, width)


def rows(report: Report) -> Iterator[Row]:
    """Yield the lines of the form. Of the fields that the portal does not fill, those that are absent are left out."""
    yield Row(_CADRE.in_lang(report.lang), str(report.cadre), report.cadre.label)
    for entry in form_entries(report):
        mark = safe(entry.mark)
        for at, value in enumerate(entry.values):
            yield Row(entry.block, entry.label if at == 0 else "", safe(value), mark, amount=entry.amount)
        if not entry.values and (entry.prefilled or entry.status is not Status.ABSENT):
            yield Row(entry.block, entry.label, BLANK, mark, blank=True)


def _rows(shown: list[Row], ink: Ink, width: int) -> Iterator[str]:
    blocks = max(len(row.block) for row in shown)
    labels = max(len(row.label) for row in shown)
    amounts = max((len(row.value) for row in shown if row.amount), default=0)
    indent = len(GAP) * 3 + blocks + labels
    last = None
    for row in shown:
        block = ink.bold(("" if row.block == last else row.block).ljust(blocks))
        last = row.block
        value = row.value.rjust(amounts) if row.amount else row.value
        first, *rest = wrapped(f"{value}{GAP}{row.mark}" if row.mark else value, max(width - indent, 20))
        yield f"{GAP}{block}{GAP}{row.label.ljust(labels)}{GAP}{_inked(row, first, value, ink)}"
        for line in rest:
            yield " " * indent + (ink.dim(line.strip()) if row.blank else line.strip())


def _inked(row: Row, line: str, value: str, ink: Ink) -> str:
    if row.blank:
        return ink.dim(line)
    if row.mark and line.startswith(value):
        return value + ink.yellow(line[len(value) :])
    return line


def _warnings(report: Report, ink: Ink, width: int) -> Iterator[str]:
    lang = report.lang
    if not report.warnings:
        yield GAP + ink.green(FINE.in_lang(lang))
    names = max((len(SEVERITIES[each.severity].in_lang(lang)) for each in report.warnings), default=0)
    for warning in report.warnings:
        yield from _warning(warning, names, lang, ink, width)
    if report.not_run:
        for line in wrapped(_NOT_RUN.in_lang(lang, codes=", ".join(report.not_run)), max(width - len(GAP), 30)):
            yield GAP + ink.dim(line.strip())


def _warning(warning: ComplianceWarning, names: int, lang: Lang, ink: Ink, width: int) -> Iterator[str]:
    paint = {Severity.BLOCKING: ink.red, Severity.WARNING: ink.yellow, Severity.INFO: ink.blue}[warning.severity]
    name = SEVERITIES[warning.severity].in_lang(lang).ljust(names)
    indent = len(GAP) * 3 + names + len(warning.code)
    room = max(width - indent, 30)
    for at, line in enumerate(wrapped(safe(warning.message), room)):
        yield f"{GAP}{paint(name)}{GAP}{ink.bold(warning.code)}{GAP}{line}" if at == 0 else " " * indent + line
    for at, line in enumerate(wrapped(safe(warning.hint), room - 2)):
        yield " " * indent + ("→ " if at == 0 else "  ") + line
