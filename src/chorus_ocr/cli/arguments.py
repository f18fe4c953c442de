"""What the command line takes."""

import argparse
import math
import sys
from collections.abc import Sequence
from enum import StrEnum
from typing import Never

from chorus_ocr import __version__
from chorus_ocr.cli.catalogue import add_rules
from chorus_ocr.cli.check import add_check
from chorus_ocr.cli.compare import add_compare
from chorus_ocr.cli.evaluate import add_evaluate
from chorus_ocr.cli.ink import Colour
from chorus_ocr.cli.packs import add_pack
from chorus_ocr.compliance.cadre import Cadre
from chorus_ocr.compliance.directory import Directory
from chorus_ocr.compliance.messages import Lang
from chorus_ocr.drawing.printable import safe
from chorus_ocr.errors import DirectoryError
from chorus_ocr.reading.document import PageScope
from chorus_ocr.rules import RulePack
from chorus_ocr.scanning import Checksums

WRONG_USAGE = 3
"""The exit code of a command that was not understood; argparse's own, 2, means here an unreadable file."""

_EXIT_CODES = (
    "exit codes: 0 nothing blocking, 1 a blocking warning, 2 a file that could not be read (the worst of all files), "
    "3 wrong usage"
)


class Parser(argparse.ArgumentParser):
    """An argument parser that ends with the design's exit code for wrong usage."""

    def error(self, message: str) -> Never:
        """Print the usage and the fault, and exit."""
        self.print_usage(sys.stderr)
        self.exit(WRONG_USAGE, f"{self.prog}: {message}\n")


class Format(StrEnum):
    """How reports are written."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"
    JSONL = "jsonl"
    CSV = "csv"
    FORM = "form"


class Arguments(argparse.Namespace):
    """The parsed command line; which attributes are set depends on ``command``."""

    command: str
    paths: list[str]
    format: Format
    masked: bool
    overlay: str | None
    colour: Colour
    cadre: Cadre
    checksums: Checksums
    pages: PageScope
    password: str | None
    directory: Directory | None
    lang: Lang
    field: str
    file: str | None
    workers: int | None
    timeout: float | None
    isolated: bool
    pack: RulePack


def parse(argv: Sequence[str] | None) -> Arguments:
    """Parse the command line. Exits with code 3 when it is wrong, 0 after ``--help`` and ``--version``."""
    parser = Parser(
        prog="chorus-ocr",
        description="Reads French PDF invoices the way Chorus Pro's deposit form does: what the form would be "
        "pre-filled with, what would stay blank or be refused, and what to print instead.",
        epilog=_EXIT_CODES,
    )
    parser.add_argument("--version", action="version", version=f"chorus-ocr {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND", title="commands")

    scan = commands.add_parser("scan", help="show the form that each PDF fills, and its warnings", epilog=_EXIT_CODES)
    scan.add_argument("paths", nargs="+", metavar="FILE|DIR", help="a PDF, or a directory that is walked for PDFs")
    _choice(
        scan,
        "--format",
        Format,
        Format.TEXT,
        "text, a JSON array of reports, a page, a table with a row a file, or the sheet to key in from (%(default)s)",
    )
    _recognising(scan)
    scan.add_argument("--masked", action="store_true", help="hide what the invoices say: reports fit to be shared")
    scan.add_argument("--overlay", metavar="DIR", help="draw the pages with the decisions on them: an SVG a file")
    _choice(scan, "--color", Colour, Colour.AUTO, "colours: auto is on a terminal only (%(default)s)", dest="colour")
    _reading(scan)
    scan.add_argument("--workers", type=_number, metavar="N", help="scan so many files at a time, each in a process")
    scan.add_argument(
        "--timeout", type=_seconds, metavar="S", help="seconds for one file, in a process of its own (30)"
    )
    scan.add_argument("--isolated", action="store_true", help="scan in another process: the same as --workers 1")

    explain = commands.add_parser("explain", help="tell why a field is blank or not, or what a check is")
    explain.add_argument(
        "field", metavar="FIELD|CODE", help="the name of a field, such as siret_destinataire, or a code, such as DES01"
    )
    explain.add_argument("file", metavar="FILE", nargs="?", help="a PDF: tells what became of the field there")
    _reading(explain)

    check = add_check(commands)
    _recognising(check)
    _reading(check)

    add_rules(commands)
    add_evaluate(commands)
    add_compare(commands)
    arguments, unknown = parser.parse_known_args(argv, namespace=Arguments())
    # An argument that may be left out is looked for before the options that follow, and not after them.
    if arguments.command == "explain" and arguments.file is None and len(unknown) == 1 and unknown[0][:1] != "-":
        arguments.file = unknown.pop()
    if unknown:
        parser.error(f"unrecognized arguments: {' '.join(unknown)}")
    return arguments


def _recognising(parser: argparse.ArgumentParser) -> None:
    _choice(parser, "--cadre", Cadre, Cadre.A1, "cadre de facturation, A1 to A25 (%(default)s)", metavar="CODE")
    _choice(parser, "--checksums", Checksums, Checksums.STRICT, "flag keeps identifiers that fail theirs (%(default)s)")


def _reading(parser: argparse.ArgumentParser) -> None:
    add_pack(parser, "--pack", "recognise by a pack of your own")
    _choice(parser, "--pages", PageScope, PageScope.FIRST_THREE, "which pages are read (%(default)s)")
    parser.add_argument("--password", help="opens protected files")
    parser.add_argument(
        "--directory", type=_directory, metavar="FILE.csv", help="what each public body asks for, one row a service"
    )
    _choice(parser, "--lang", Lang, Lang.FR, "language of the messages (%(default)s)")


def _directory(text: str) -> Directory:
    # Loaded here: few calls bring a directory.
    from chorus_ocr.compliance.csv_directory import CsvDirectory

    try:
        return CsvDirectory.read(text)
    except DirectoryError as error:
        told = "\n".join(safe(f"  {fault}") for fault in error.faults)
        raise argparse.ArgumentTypeError(f"{safe(error.source)}\n{told}") from error


def _number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) > 0):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of processes, 1 or more")
    return int(text)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = math.nan
    if not (seconds > 0 and math.isfinite(seconds)):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of seconds above 0")
    return seconds


def _choice(
    parser: argparse.ArgumentParser,
    flag: str,
    kind: type[StrEnum],
    default: StrEnum,
    help: str,  # noqa: A002 - argparse's own word
    *,
    metavar: str | None = None,
    dest: str | None = None,
) -> None:
    allowed = [str(member) for member in kind]

    def member(text: str) -> StrEnum:
        if text not in allowed:
            raise argparse.ArgumentTypeError(f"{text!r} is not one of {', '.join(allowed)}")
        return kind(text)

    shown = metavar or "{" + ",".join(allowed) + "}"
    name = dest or flag.removeprefix("--")
    parser.add_argument(flag, type=member, default=default, help=help, metavar=shown, dest=name)
