"""The commands of the command line, and the exit code that tells the worst of all files."""

import io
import json
import os
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import datetime
from typing import Any

from chorus_ocr.cli.arguments import WRONG_USAGE, Arguments, Format, parse
from chorus_ocr.cli.catalogue import explain_rule, rules
from chorus_ocr.cli.evaluate import evaluate
from chorus_ocr.cli.failures import cause_of, told
from chorus_ocr.cli.form import form, summary
from chorus_ocr.cli.ink import Ink, ink_for, safe
from chorus_ocr.cli.outcomes import Outcome, outcomes
from chorus_ocr.errors import UnreadableDocument
from chorus_ocr.report import Report
from chorus_ocr.report.plain import SCHEMA_VERSION
from chorus_ocr.report.report import unknown_field
from chorus_ocr.rules import CHORUS_PRO
from chorus_ocr.scanning import scan

NOTHING_BLOCKING, BLOCKING, UNREADABLE = 0, 1, 2
INTERRUPTED, BROKEN_PIPE = 130, 141
"""128 and the number of the signal, as shells have it."""

WIDTH = 100
"""In characters, where the output is no terminal."""


def run(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; nothing but ``SystemExit`` for wrong usage gets out."""
    try:
        _prepare(sys.stdout)
        _prepare(sys.stderr)
        arguments = parse(argv)
        commands: dict[str, Callable[[Any], int]] = {
            "scan": _scan,
            "explain": _explain,
            "rules": rules,
            "evaluate": evaluate,
        }
        code = commands[arguments.command](arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output went away: what is left in the buffer must go nowhere, without a complaint.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except Exception as error:  # the disk is full, or a fault of ours: one line, whatever it is
        print(told(type(error).__name__, str(error)), file=sys.stderr)
        return UNREADABLE
    return code


def _prepare(stream: object, encoding: str | None = None) -> None:
    """Let a stream take any text: what a terminal cannot show becomes a question mark, never an error."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding=encoding, errors="replace")


def _scan(arguments: Arguments) -> int:
    results: Counter[int] = Counter()
    writer = _Json(arguments) if arguments.format is Format.JSON else _Text(arguments)
    sys.stdout.write(writer.start())
    with closing(outcomes(arguments, scan)) as found:  # an interruption is to end processes before this one
        for path, outcome in found:
            try:
                shown = writer.item(path, outcome)
            except Exception as error:  # a report that cannot be written is told like a file that cannot be read
                outcome = error
                shown = writer.item(path, outcome)
            if isinstance(outcome, Report):
                results[BLOCKING if outcome.blocking else NOTHING_BLOCKING] += 1
            else:
                results[UNREADABLE] += 1
                sys.stdout.flush()  # so that the complaint stands where the report would
                print(told(path, cause_of(outcome, arguments.lang)), file=sys.stderr)
            sys.stdout.write(shown)
    sys.stdout.write(writer.end(results))
    return max(results)


def _shown(report: Report, path: str) -> tuple[Report, str]:
    """Return a masked report, and the masked name of its file without the folders."""
    masked = report.masked()
    return masked, masked.document.file_name or "<bytes>"


class _Text:
    """Reports for people, with one line for all of them where there are several files."""

    def __init__(self, arguments: Arguments) -> None:
        self.lang = arguments.lang
        self.masked = arguments.masked
        self.ink: Ink = ink_for(sys.stdout, arguments.colour)
        self.width = shutil.get_terminal_size((WIDTH, 24)).columns if sys.stdout.isatty() else WIDTH
        self.gap = ""

    def start(self) -> str:
        """Return nothing: text has no opening."""
        return ""

    def item(self, path: str, outcome: Outcome) -> str:
        """Return one report."""
        if not isinstance(outcome, Report):
            return ""
        report, name = _shown(outcome, path) if self.masked else (outcome, path)
        lines = "\n".join(form(report, name, self.ink, self.width))
        gap, self.gap = self.gap, "\n"
        return f"{gap}{lines}\n"

    def end(self, results: Counter[int]) -> str:
        """Return the summary."""
        return f"\n{self.ink.bold(summary(results, self.lang))}\n" if results.total() > 1 else ""


class _Json:
    """One JSON array, item by item: memory does not grow with the number of files."""

    def __init__(self, arguments: Arguments) -> None:
        self.masked = arguments.masked
        self.separator = ""

    def start(self) -> str:
        """Open the array."""
        _prepare(sys.stdout, "utf-8")
        return "["

    def item(self, path: str, outcome: Outcome) -> str:
        """Return one file: its report, or its error."""
        shown: dict[str, object]
        if isinstance(outcome, Report):
            report, name = _shown(outcome, path) if self.masked else (outcome, path)
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


def _explain(arguments: Arguments) -> int:
    if arguments.file is None:
        return explain_rule(arguments.field, arguments.lang)
    if arguments.field not in CHORUS_PRO.rules:
        print(f"chorus-ocr: {unknown_field(arguments.field, CHORUS_PRO.rules)}", file=sys.stderr)
        return WRONG_USAGE
    try:
        report = scan(
            arguments.file,
            pages=arguments.pages,
            password=arguments.password,
            today=datetime.now().astimezone().date(),
            lang=arguments.lang,
        )
        lines = report.explain(arguments.field).split("\n")
    except Exception as error:  # a fault of ours is told like a file that cannot be read
        print(told(arguments.file, cause_of(error, arguments.lang)), file=sys.stderr)
        return UNREADABLE
    for line in lines:
        print(safe(line))
    return NOTHING_BLOCKING
