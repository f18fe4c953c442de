"""A report as text for a terminal: the form block by block, then the warnings, the most severe first."""

import textwrap
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, fields
from decimal import Decimal

from chorus_ocr.cli.ink import Ink, safe
from chorus_ocr.compliance.messages import Lang, Text, written
from chorus_ocr.compliance.warning import ComplianceWarning, Severity
from chorus_ocr.prefill import LigneTva, Prefill
from chorus_ocr.recognition.candidate import Decision, Status, Verdict
from chorus_ocr.recognition.field import FieldRule
from chorus_ocr.report import Report

_NAMES = [each.name for each in fields(Prefill)]
ALWAYS_SHOWN = frozenset(_NAMES[: _NAMES.index("type_tva") + 1])
"""The fields of the portal's own answer: a blank one is shown as a blank. The others are shown unless absent."""

BLANK = "—"
NO_BREAK = "\N{NO-BREAK SPACE}"
GAP = "  "
WORDS_TOLD = 2
"""How many of the words that announce a field are named where it is blank."""

_CADRE = Text("Cadre", "Cadre")
_PAGES = {
    1: Text("1 page", "1 page"),
    2: Text("{count} pages", "{count} pages"),
}
_INFERRED = Text("calculé", "inferred")
_FAILED = Text("clé fausse", "wrong check digits")
_RIVALS = Text("ambigu : {values}", "ambiguous: {values}")
_INVALID = Text("invalide : {values}", "invalid: {values}")
_LOOK_FOR = Text("à annoncer par {words}", "to be announced by {words}")
_FOR_INSTANCE = Text("à imprimer, par exemple « {line} »", "to be printed, for instance « {line} »")
_OR = Text(" ou ", " or ")
_FINE = Text("Rien à signaler.", "Nothing to report.")
_NOT_RUN = Text("Contrôles non faits : {codes}", "Checks not run: {codes}")
_SEVERITIES = {
    Severity.BLOCKING: Text("BLOQUANT", "BLOCKING"),
    Severity.WARNING: Text("ATTENTION", "WARNING"),
    Severity.INFO: Text("INFO", "INFO"),
}

_FILES = Text("{count} fichiers : {told}", "{count} files: {told}")
_RESULTS = (
    Text("sans blocage {count}", "nothing blocking {count}"),
    Text("avec blocage {count}", "blocking {count}"),
    Text("illisibles {count}", "unreadable {count}"),
)
"""By exit code."""


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
    count = report.document.page_count
    pages = _PAGES[min(count, 2)].in_lang(report.lang, count=count)
    yield f"{ink.bold(safe(path))} {ink.dim(f'({pages})')}"
    yield from _rows(list(rows(report)), ink, width)
    yield ""
    yield from _warnings(report, ink, width)


def rows(report: Report) -> Iterator[Row]:
    """Yield the lines of the form, block by block in the order of the form."""
    lang = report.lang
    blocks: dict[str, list[Row]] = {
        _CADRE.in_lang(lang): [Row(_CADRE.in_lang(lang), str(report.cadre), report.cadre.label)]
    }
    for name, rule in report.rules.fields.items():
        decision = report.fields[name]
        if name in ALWAYS_SHOWN or decision.status is not Status.ABSENT:
            block, _, label = rule.label.rpartition(" : ")
            own = blocks.setdefault(block, [])
            own.extend(_field(rule, decision, block, label[:1].upper() + label[1:], report))
    for own in blocks.values():
        yield from own


def _field(
    rule: FieldRule[object], decision: Decision[object], block: str, label: str, report: Report
) -> Iterator[Row]:
    lang = report.lang
    if decision.status in (Status.FOUND, Status.INFERRED):
        mark = _INFERRED.in_lang(lang) if decision.status is Status.INFERRED else ""
        several = isinstance(decision.value, tuple) and all(isinstance(each, LigneTva) for each in decision.value)
        values = decision.value if several and isinstance(decision.value, tuple) else (decision.value,)
        for at, value in enumerate(values):
            shown = safe(written(value, lang, rule.value.name))
            yield Row(block, label if at == 0 else "", shown, mark, amount=isinstance(value, Decimal))
        return
    kept = report.value(rule)
    if kept is not None:
        yield Row(block, label, safe(written(kept, lang, rule.value.name)), _FAILED.in_lang(lang))
        return
    yield Row(block, label, BLANK, _why_blank(rule, decision, lang), blank=True)


def _why_blank(rule: FieldRule[object], decision: Decision[object], lang: Lang) -> str:
    if decision.status in (Status.AMBIGUOUS, Status.INVALID):
        told = {Status.AMBIGUOUS: (Verdict.RIVAL,), Status.INVALID: (Verdict.CHECKSUM, Verdict.IMPOSSIBLE_DATE)}
        values = dict.fromkeys(
            each.raw if each.value is None else written(each.value, lang, rule.value.name)
            for each in decision.candidates
            if each.verdict in told[decision.status]
        )
        text = _RIVALS if decision.status is Status.AMBIGUOUS else _INVALID
        return safe(text.in_lang(lang, values=", ".join(values)))
    # What no word announces is its own print (« AVOIR », « TVA sur les débits »): an example will do.
    if rule.terms or not rule.words():
        example = next(iter([phrase for phrase, _ in rule.terms] + [line for line, _ in rule.examples]), rule.label)
        return _FOR_INSTANCE.in_lang(lang, line=example)
    words = _OR.in_lang(lang).join(f"« {word} »" for word in rule.words()[:WORDS_TOLD])
    return _LOOK_FOR.in_lang(lang, words=words)


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
        first, *rest = _wrapped(f"{value}{GAP}{row.mark}" if row.mark else value, max(width - indent, 20))
        yield f"{GAP}{block}{GAP}{row.label.ljust(labels)}{GAP}{_inked(row, first, value, ink)}"
        for line in rest:
            yield " " * indent + (ink.dim(line.strip()) if row.blank else line.strip())


def _wrapped(text: str, width: int) -> list[str]:
    """Break text into lines at its spaces, but not inside French quotes nor before a colon."""
    for mark in ("« ", " »", " :", " ;"):
        text = text.replace(mark, mark.replace(" ", NO_BREAK))
    lines = textwrap.wrap(text, width, drop_whitespace=False, break_long_words=False)
    return [line.replace(NO_BREAK, " ").rstrip() for line in lines] or [""]


def _inked(row: Row, line: str, value: str, ink: Ink) -> str:
    if row.blank:
        return ink.dim(line)
    if row.mark and line.startswith(value):
        return value + ink.yellow(line[len(value) :])
    return line


def _warnings(report: Report, ink: Ink, width: int) -> Iterator[str]:
    lang = report.lang
    if not report.warnings:
        yield GAP + ink.green(_FINE.in_lang(lang))
    names = max((len(_SEVERITIES[each.severity].in_lang(lang)) for each in report.warnings), default=0)
    for warning in report.warnings:
        yield from _warning(warning, names, lang, ink, width)
    if report.not_run:
        yield GAP + ink.dim(_NOT_RUN.in_lang(lang, codes=", ".join(report.not_run)))


def _warning(warning: ComplianceWarning, names: int, lang: Lang, ink: Ink, width: int) -> Iterator[str]:
    paint = {Severity.BLOCKING: ink.red, Severity.WARNING: ink.yellow, Severity.INFO: ink.blue}[warning.severity]
    name = _SEVERITIES[warning.severity].in_lang(lang).ljust(names)
    indent = len(GAP) * 3 + names + len(warning.code)
    room = max(width - indent, 30)
    for at, line in enumerate(_wrapped(safe(warning.message), room)):
        yield f"{GAP}{paint(name)}{GAP}{ink.bold(warning.code)}{GAP}{line}" if at == 0 else " " * indent + line
    for at, line in enumerate(_wrapped(safe(warning.hint), room - 2)):
        yield " " * indent + ("→ " if at == 0 else "  ") + line


def summary(results: Counter[int], lang: Lang) -> str:
    """Return one line for a run over several files; ``results`` counts them by exit code."""
    told = [text.in_lang(lang, count=results[code]) for code, text in enumerate(_RESULTS) if results[code]]
    return _FILES.in_lang(lang, count=results.total(), told=", ".join(told))
