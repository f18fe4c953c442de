"""The command ``compare``: what a change of the rules fixes and breaks on folders of PDFs.

It imports the tuning room when it runs, so that the other commands start without it.
"""

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from chorus_ocr.cli.evaluate import FINE, UNREADABLE, WRONG_USAGE, complain, count, in_utf8, names, write
from chorus_ocr.cli.packs import Edit, add_pack, edited
from chorus_ocr.errors import RuleError, UnreadableDocument
from chorus_ocr.rules import RulePack

if TYPE_CHECKING:
    from chorus_ocr.tuning import Comparison

BREAKS = 1

EXIT_CODES = (
    "exit codes: 0 every file read, and nothing broken; 1 something broken; 2 a file that could not be read, or "
    "nothing to compare; 3 wrong usage"
)


class CompareArguments(argparse.Namespace):
    """What ``add_compare`` parses."""

    folders: list[str]
    pack: RulePack
    against: RulePack
    edits: list[Edit] | None
    format: str
    language: str | None
    fields: list[str] | None
    worst: int


def add_compare(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add the command to those of a parser."""
    parser = commands.add_parser(
        "compare",
        help="tell what a change of the rules fixes and breaks on folders of PDFs",
        epilog=EXIT_CODES,
        description="Reads every PDF under the folders once, runs two rule packs on it, and tells per field and "
        "document what the second fixes, breaks or changes. The first is the standard pack, or --against; the second "
        "is the standard pack, or --pack, with the words that the options put in and take out, in their order.",
    )
    parser.add_argument("folders", nargs="+", metavar="DIR", help="a folder that is walked for PDFs")
    _edit(parser, "--with-alias", _words, "FIELD=PHRASE", "add words that announce a field, as unpublished ones")
    _edit(parser, "--with-keyword", _words, "FIELD=PHRASE", "add words that announce a field, as published ones")
    _edit(parser, "--without", _gone, "FIELD=PHRASE|NAME", "take out words, or a field or a check altogether")
    add_pack(parser, "--pack", "start from a pack of your own")
    add_pack(parser, "--against", "compare with a pack of your own")
    parser.add_argument(
        "--format", choices=("text", "json", "html"), default="text", help="text, JSON or a page (%(default)s)"
    )
    parser.add_argument("--lang", dest="language", metavar="CODE", help="only documents in this language, such as fr")
    parser.add_argument("--fields", type=names, metavar="A,B", help="compare only these fields")
    parser.add_argument("--worst", type=count, default=5, metavar="N", help="how many documents to show (%(default)s)")


def compare(arguments: argparse.Namespace) -> int:
    """Run the command and return its exit code."""
    from chorus_ocr.tuning import compare as run

    given = CompareArguments(**vars(arguments))
    try:
        after = edited(given.pack, given.edits or [])
        found = run(given.against, after, given.folders, fields=given.fields, language=given.language)
    except UnreadableDocument as error:
        return complain(UNREADABLE, f"{error.source}: {error.cause}")
    except (RuleError, ValueError) as error:
        return complain(WRONG_USAGE, str(error))
    if given.format == "html":
        in_utf8()
        print(found.to_html(worst=given.worst), end="")
    else:
        write(found, given.format, given.worst)
    return _code(found)


def _code(found: "Comparison") -> int:
    if not found.documents and not found.unread:
        return complain(UNREADABLE, "nothing to compare: no PDF that could be read")
    if found.unread:
        return complain(UNREADABLE, f"{len(found.unread)} of the files could not be read")
    effects = found.effects
    return complain(BREAKS, f"the change breaks something: {effects}") if effects.broken else FINE


def _edit(
    parser: argparse.ArgumentParser, flag: str, read: Callable[[str], tuple[str, str | None]], metavar: str, told: str
) -> None:
    option = flag.removeprefix("--").replace("-", "_")

    def edit(text: str) -> Edit:
        return Edit(option, *read(text))

    parser.add_argument(flag, type=edit, action="append", dest="edits", metavar=metavar, help=told)


def _words(text: str) -> tuple[str, str | None]:
    name, given, phrase = text.partition("=")
    if not name.strip() or not phrase.strip():
        raise argparse.ArgumentTypeError(f"{text!r} is not FIELD=PHRASE" + ("" if given else ", with a « = »"))
    return name.strip(), phrase.strip()


def _gone(text: str) -> tuple[str, str | None]:
    return _words(text) if "=" in text else (text.strip(), None)
