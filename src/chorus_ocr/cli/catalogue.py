"""The commands ``rules`` and ``explain CODE``: what the rules are, without any invoice."""

import argparse
import json
import shutil
import sys
from difflib import get_close_matches
from typing import Any

from chorus_ocr.catalogue.entries import check_entry, field_entry
from chorus_ocr.catalogue.text import entry_lines, pack_lines
from chorus_ocr.cli.packs import add_pack
from chorus_ocr.compliance.messages import Lang
from chorus_ocr.drawing.printable import safe
from chorus_ocr.rules import RulePack

FINE, WRONG_USAGE = 0, 3
WIDTH = 100
"""In characters, where the output is no terminal."""


class RulesArguments(argparse.Namespace):
    """What ``add_rules`` parses."""

    format: str
    lang: Lang
    pack: RulePack


def add_rules(commands: "argparse._SubParsersAction[Any]") -> None:
    """Add the command to those of a parser."""
    parser = commands.add_parser("rules", help="list the fields, the words that announce them, and the checks")
    parser.add_argument("--format", choices=("text", "json"), default="text", help="text, or one JSON object (text)")
    parser.add_argument("--lang", type=Lang, choices=list(Lang), default=Lang.FR, help="language of the titles (fr)")
    add_pack(parser, "--pack", "list a pack of your own")


def rules(arguments: RulesArguments) -> int:
    """Print the fields and the checks of a pack."""
    if arguments.format == "json":
        print(json.dumps(_plain(arguments.pack, arguments.lang), ensure_ascii=False, indent=1))
    else:
        for line in pack_lines(arguments.pack, arguments.lang, _width()):
            print(safe(line))
    return FINE


def explain_rule(pack: RulePack, name: str, lang: Lang) -> int:
    """Print what a check or a field is, by its code or its name; 3 where there is none of this name."""
    checks = {check.code: check for check in pack.checks}
    fields = pack.rules
    if name.upper() in checks:
        entry = check_entry(checks[name.upper()], lang)
    elif name in fields:
        entry = field_entry(fields[name], lang)
    else:
        known = [*fields, *checks]
        close = get_close_matches(name, known, n=1) or get_close_matches(name.upper(), known, n=1)
        hint = f"did you mean {close[0]!r}?" if close else "« chorus-ocr rules » lists them all"
        print(f"chorus-ocr: no field or check {safe(name)!r}; {hint}", file=sys.stderr)
        return WRONG_USAGE
    for line in entry_lines(entry, _width()):
        print(safe(line))
    return FINE


def _width() -> int:
    return shutil.get_terminal_size((WIDTH, 24)).columns if sys.stdout.isatty() else WIDTH


def _plain(pack: RulePack, lang: Lang) -> dict[str, Any]:
    return {
        "name": pack.name,
        "version": pack.version,
        "fingerprint": pack.fingerprint,
        "fields": [
            {
                "name": rule.name,
                "label": rule.label,
                "type": rule.value.name,
                "keywords": [*rule.keywords, *rule.weak_keywords],
                "aliases": [*rule.aliases, *rule.weak_aliases, *rule.title_aliases],
                "terms": [phrase for phrase, _ in rule.terms],
                "source": rule.source,
            }
            for rule in pack.fields
        ],
        "checks": [
            {
                "code": check.code,
                "slug": check.slug,
                "severity": str(check.severity),
                "title": check.title.in_lang(lang),
                "needs": sorted(map(str, check.needs)),
                "source": check.source,
                "firmness": str(check.firmness),
                "since": check.since,
            }
            for check in pack.checks
        ],
    }
