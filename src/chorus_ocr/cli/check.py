"""The command ``check``: whether a form would be filled in from a PDF as its generator meant it.

It imports the testing room when it runs, so that the other commands start without it.
"""

import argparse
import sys
from datetime import datetime
from typing import TYPE_CHECKING, Any

from chorus_ocr.cli.evaluate import complain, in_utf8, names
from chorus_ocr.cli.failures import cause_of, told
from chorus_ocr.compliance.cadre import Cadre
from chorus_ocr.compliance.directory import Directory
from chorus_ocr.compliance.messages import Lang
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.drawing.printable import safe
from chorus_ocr.errors import TruthError
from chorus_ocr.reading.document import PageScope
from chorus_ocr.rules import RulePack
from chorus_ocr.scanning import Checksums

if TYPE_CHECKING:
    from chorus_ocr.testing import InvoiceCheck, Meant

FINE, FAILS, UNREADABLE, WRONG_USAGE = 0, 1, 2, 3

EXIT_CODES = (
    "exit codes: 0 the form is filled in as meant, and no warning counts; 1 it is not, or one does; 2 a file that "
    "could not be read; 3 wrong usage, a fault in what is meant among it"
)

_NONE = "none"


class CheckArguments(argparse.Namespace):
    """What ``add_check`` parses."""

    file: str
    expect: str | None
    fail_on: str
    allow: list[str]
    format: str
    cadre: Cadre
    checksums: Checksums
    pages: PageScope
    password: str | None
    directory: Directory | None
    lang: Lang
    pack: RulePack


def add_check(commands: "argparse._SubParsersAction[Any]") -> argparse.ArgumentParser:
    """Add the command to those of a parser; what it shares with ``scan`` is added by the caller."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "check",
        help="fail where the form would not be filled in from a PDF as was meant",
        epilog=EXIT_CODES,
        description="Compares the form that a PDF fills with what its generator meant to print: field by field what "
        "was meant, what is read, why, and what to print instead, then the warnings that count.",
    )
    parser.add_argument("file", metavar="FILE", help="a PDF")
    parser.add_argument(
        "--expect",
        metavar="MEANT.json",
        help="what is meant: one JSON object of fields, null for one that is to stay blank, or a sidecar",
    )
    parser.add_argument(
        "--fail-on",
        choices=[*map(str, Severity), _NONE],
        default=str(Severity.BLOCKING),
        help="warnings that count: these and graver ones (%(default)s)",
    )
    parser.add_argument("--allow", type=names, action="extend", default=[], metavar="A,B", help="codes that do not")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text or JSON (%(default)s)")
    return parser


def check(arguments: CheckArguments) -> int:
    """Run the command and return its exit code."""
    from chorus_ocr.testing import check_invoice, read_meant

    try:
        meant: Meant = {} if arguments.expect is None else read_meant(arguments.expect, rules=arguments.pack)
        found = check_invoice(
            arguments.file,
            meant,
            fail_on=None if arguments.fail_on == _NONE else arguments.fail_on,
            allow=[code.upper() for code in arguments.allow],
            rules=arguments.pack,
            cadre=arguments.cadre,
            today=datetime.now().astimezone().date(),
            directory=arguments.directory,
            lang=arguments.lang,
            checksums=arguments.checksums,
            pages=arguments.pages,
            password=arguments.password,
        )
    except TruthError as error:
        complain(WRONG_USAGE, error.source)
        for fault in error.faults:
            print(safe(f"  {fault}"), file=sys.stderr)
        return WRONG_USAGE
    except ValueError as error:
        return complain(WRONG_USAGE, str(error))
    _write(found, arguments.format)
    if found.error is not None:
        print(told(arguments.file, cause_of(found.error, arguments.lang)), file=sys.stderr)
        return UNREADABLE
    return FINE if found.ok else FAILS


def _write(found: "InvoiceCheck", form: str) -> None:
    if form == "json":
        in_utf8()
        print(found.to_json(indent=1))
    elif found.error is None:
        print(found.to_text())
    sys.stdout.flush()  # so that a complaint stands below
