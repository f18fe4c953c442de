"""Rule packs from the command line: one that an application defines, and words put in or taken out."""

import argparse
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from chorus_ocr.errors import RuleError
from chorus_ocr.rules import CHORUS_PRO, RulePack


class Edit(NamedTuple):
    """A change of a pack: the option it was given with, the field or code, and the phrase, None for all of it."""

    option: str
    name: str
    phrase: str | None


def add_pack(parser: argparse.ArgumentParser, flag: str, told: str) -> None:
    """Add an option that names a pack of an application; unless it is given, the standard pack is meant."""
    where = "imported: trusted code, looked for in the current directory, too"
    parser.add_argument(flag, type=pack_named, default=CHORUS_PRO, metavar="MODULE:NAME", help=f"{told} ({where})")


def pack_named(name: str) -> RulePack:
    """Return the pack that ``module:NAME`` names.

    The module is imported, which runs its code. It is looked for where Python looks, then in the current directory,
    which is looked at from then on: worker processes find there what the pack is made of. Raises argparse's error.
    """
    module, _, attribute = name.partition(":")
    if not module or not attribute:
        raise argparse.ArgumentTypeError(f"{name!r} is not MODULE:NAME, such as our_rules:PACK")
    here = str(Path.cwd())
    if here not in sys.path:
        sys.path.append(here)
    try:
        held: object = import_module(module)
        for part in attribute.split("."):
            held = getattr(held, part)
    except Exception as error:  # whatever a module of somebody else's does while it is imported
        raise argparse.ArgumentTypeError(f"no pack {name!r}: {type(error).__name__}: {error}") from error
    if not isinstance(held, RulePack):
        raise argparse.ArgumentTypeError(f"{name!r} is a {type(held).__name__}, not a RulePack")
    return held


def edited(pack: RulePack, edits: Sequence[Edit]) -> RulePack:
    """Return a pack with changes, one after the other. Raises ``RuleError``."""
    for option, name, phrase in edits:
        if phrase is None:
            _check_known(pack, name)
            pack = pack.without(name if name in pack.rules else name.upper())
        elif option == "with_alias":
            pack = pack.with_aliases(name, phrase)
        elif option == "with_keyword":
            pack = pack.with_keywords(name, phrase)
        else:
            pack = pack.without_keywords(name, phrase)
    return pack


def _check_known(pack: RulePack, name: str) -> None:
    codes = [check.code for check in pack.checks]
    if name not in pack.rules and name.upper() not in codes:
        close = get_close_matches(name, [*pack.rules, *codes], n=1)
        raise RuleError((f"no field or check {name!r}" + (f"; did you mean {close[0]!r}?" if close else ""),))
