"""The commands of the command line, and the exit code that tells the worst of all files."""

import os
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import datetime
from typing import Any

from chorus_ocr.cli.arguments import WRONG_USAGE, Arguments, parse
from chorus_ocr.cli.catalogue import explain_rule, rules
from chorus_ocr.cli.check import check
from chorus_ocr.cli.compare import compare
from chorus_ocr.cli.evaluate import evaluate
from chorus_ocr.cli.failures import cause_of, told
from chorus_ocr.cli.outcomes import outcomes
from chorus_ocr.cli.overlays import Overlays
from chorus_ocr.cli.streams import prepare
from chorus_ocr.cli.writers import WRITERS
from chorus_ocr.drawing.printable import safe
from chorus_ocr.report import Report
from chorus_ocr.report.unknown import unknown_field
from chorus_ocr.scanning import scan

NOTHING_BLOCKING, BLOCKING, UNREADABLE = 0, 1, 2
INTERRUPTED, BROKEN_PIPE = 130, 141
"""128 and the number of the signal, as shells have it."""


def run(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; nothing but ``SystemExit`` for wrong usage gets out."""
    path = list(sys.path)
    try:
        prepare(sys.stdout)
        prepare(sys.stderr)
        arguments = parse(argv)
        commands: dict[str, Callable[[Any], int]] = {
            "scan": _scan,
            "explain": _explain,
            "check": check,
            "rules": rules,
            "evaluate": evaluate,
            "compare": compare,
        }
        code = commands[arguments.command](arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _let_go_of_output()  # whoever read it went away
        return BROKEN_PIPE
    except Exception as error:  # the disk is full, or a fault of ours: one line, whatever it is
        try:
            sys.stdout.flush()
        except OSError:
            _let_go_of_output()
        print(told(type(error).__name__, str(error)), file=sys.stderr)
        return UNREADABLE
    finally:
        sys.path[:] = path  # where a pack was looked for
    return code


def _let_go_of_output() -> None:
    """Let what is left in the buffer go nowhere: else the interpreter tries again at its end, and complains."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _scan(arguments: Arguments) -> int:
    results: Counter[int] = Counter()
    worst = NOTHING_BLOCKING
    writer = WRITERS[arguments.format](arguments)
    overlays = None if arguments.overlay is None else Overlays(arguments.overlay, arguments)
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
            sys.stdout.flush()  # whoever reads a stream of many files is not to wait for the last one
            if overlays is not None and isinstance(outcome, Report):
                complaint = overlays.save(path, outcome)
                if complaint:
                    sys.stdout.flush()
                    print(told(path, complaint), file=sys.stderr)
                    worst = UNREADABLE
    sys.stdout.write(writer.end(results))
    return max(*results, worst)


def _explain(arguments: Arguments) -> int:
    if arguments.file is None:
        return explain_rule(arguments.pack, arguments.field, arguments.lang)
    if arguments.field not in arguments.pack.rules:
        print(f"chorus-ocr: {unknown_field(arguments.field, arguments.pack.rules)}", file=sys.stderr)
        return WRONG_USAGE
    try:
        report = scan(
            arguments.file,
            rules=arguments.pack,
            pages=arguments.pages,
            password=arguments.password,
            today=datetime.now().astimezone().date(),
            directory=arguments.directory,
            lang=arguments.lang,
        )
        lines = report.explain(arguments.field).split("\n")
    except Exception as error:  # a fault of ours is told like a file that cannot be read
        print(told(arguments.file, cause_of(error, arguments.lang)), file=sys.stderr)
        return UNREADABLE
    for line in lines:
        print(safe(line))
    return NOTHING_BLOCKING
