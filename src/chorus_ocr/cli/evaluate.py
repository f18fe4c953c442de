"""The command ``evaluate``: what the rules are worth on folders of labelled PDFs.

It imports the tuning room when it runs, so that the other commands start without it.
"""

import argparse
import io
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

from chorus_ocr.cli.packs import add_pack
from chorus_ocr.drawing.printable import safe
from chorus_ocr.errors import UnreadableDocument
from chorus_ocr.rules import RulePack

if TYPE_CHECKING:
    from chorus_ocr.tuning import Comparison, Evaluation

FINE, FLOOR_MISSED, UNREADABLE, WRONG_USAGE = 0, 1, 2, 3

EXIT_CODES = (
    "exit codes: 0 every file read, and the floor met; 1 the floor missed; 2 a file that could not be read, or "
    "nothing to evaluate; 3 wrong usage"
)


class Floor(NamedTuple):
    """The least recall and the greatest wrong-rate that are put up with, over all fields."""

    recall: float
    wrong_rate: float


class EvaluateArguments(argparse.Namespace):
    """What ``add_evaluate`` parses."""

    folders: list[str]
    format: str
    language: str | None
    fields: list[str] | None
    worst: int
    floor: Floor | None
    pack: RulePack


def add_evaluate(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add the command to those of a parser."""
    parser = commands.add_parser(
        "evaluate",
        help="grade the rules on folders of labelled PDFs",
        epilog=EXIT_CODES,
        description="Grades every field of every PDF under the folders against its sidecar <id>.expected.json, or "
        "against the invoice embedded in it, as far as the pages print it. The wrong-rate is told before the recall.",
    )
    parser.add_argument("folders", nargs="+", metavar="DIR", help="a folder that is walked for PDFs")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text or JSON (%(default)s)")
    parser.add_argument("--lang", dest="language", metavar="CODE", help="only documents in this language, such as fr")
    parser.add_argument("--fields", type=names, metavar="A,B", help="grade only these fields")
    parser.add_argument("--worst", type=count, default=5, metavar="N", help="how many documents to show (%(default)s)")
    add_pack(parser, "--pack", "grade a pack of your own")
    parser.add_argument("--floor", type=_floor, metavar="RECALL,WRONGRATE", help="fail below this, over all fields")


def evaluate(arguments: argparse.Namespace) -> int:
    """Run the command and return its exit code."""
    from chorus_ocr.tuning import evaluate as run

    given = EvaluateArguments(**vars(arguments))
    try:
        found = run(given.folders, given.pack, fields=given.fields, language=given.language)
    except UnreadableDocument as error:
        return complain(UNREADABLE, f"{error.source}: {error.cause}")
    except ValueError as error:
        return complain(WRONG_USAGE, str(error))
    write(found, given.format, given.worst)
    if not found.documents and not found.unread:
        return complain(UNREADABLE, "nothing to evaluate: no PDF with a truth to grade it by")
    if found.unread:
        return complain(UNREADABLE, f"{len(found.unread)} of the files could not be read")
    if given.floor is not None and not found.meets(recall=given.floor.recall, wrong_rate=given.floor.wrong_rate):
        return complain(
            FLOOR_MISSED,
            f"floor missed: wrong-rate {found.wrong_rate:.4f} (ceiling {given.floor.wrong_rate:g}), "
            f"recall {found.recall:.4f} (floor {given.floor.recall:g})",
        )
    return FINE


def write(found: "Evaluation | Comparison", form: str, worst: int) -> None:
    """Print what was found, as text or as JSON."""
    if form == "json":
        in_utf8()
        print(found.to_json(worst=worst, indent=1))
    else:
        for line in found.to_text(worst=worst).splitlines():
            print(safe(line))


def in_utf8() -> None:
    """Write in UTF-8 from now on, whatever the terminal's own encoding."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")


def complain(code: int, text: str) -> int:
    """Tell on standard error why a command ends with a code, and return the code."""
    sys.stdout.flush()
    print(safe(f"chorus-ocr: {text}"), file=sys.stderr)
    return code


def names(text: str) -> list[str]:
    """Return the names in a list with commas."""
    return [name.strip() for name in text.split(",") if name.strip()]


def count(text: str) -> int:
    """Return a number of documents. Raises argparse's error for what is none."""
    if not (text.isascii() and text.isdigit()):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of documents")
    return int(text)


def _floor(text: str) -> Floor:
    try:
        recall, wrong_rate = map(float, text.split(","))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not RECALL,WRONGRATE, such as 0.98,0.005") from None
    if not (0 <= recall <= 1 and 0 <= wrong_rate <= 1):
        raise argparse.ArgumentTypeError(f"{text!r} holds a rate that is not between 0 and 1")
    return Floor(recall, wrong_rate)
