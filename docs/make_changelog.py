"""Writes the checks that CHANGELOG.md does not name yet under « Unreleased »: python docs/make_changelog.py.

What stands there stays as it is: a code and its slug are for ever, and the changelog is where that is kept.
"""

import re
from collections.abc import Sequence
from pathlib import Path

from chorus_ocr import CHORUS_PRO, Check

PATH = Path(__file__).parents[1] / "CHANGELOG.md"
HEAD = "- The checks:"
NAMED = re.compile(r"^ *- `([A-Z]{2,3}\d\d)` [a-z0-9-]+ \((?:blocking|warning|info)\)$")
ADDED = "### Added"


def line(check: Check) -> str:
    """Return what the changelog says of a check."""
    return f"  - `{check.code}` {check.slug} ({check.severity})"


def with_new_checks(text: str, checks: Sequence[Check]) -> str:
    """Return a changelog that names every check: those that are new stand under « Unreleased », in their order.

    Raises ``ValueError`` for a changelog without that section.
    """
    named = {found[1] for found in map(NAMED.match, text.splitlines()) if found}
    new = [check for check in checks if check.code not in named]
    if not new:
        return text
    before, mark, rest = text.partition("## [Unreleased]\n")
    if not mark:
        raise ValueError("the changelog has no section « ## [Unreleased] »")
    end = rest.find("\n## [")
    section, after = (rest, "") if end < 0 else (rest[: end + 1], rest[end + 1 :])
    made = _section(section, new, [check.code for check in checks])
    return before + mark + made + ("\n" if after else "") + after


def _section(section: str, new: Sequence[Check], order: Sequence[str]) -> str:
    lines = section.strip().splitlines()
    if ADDED not in lines:
        lines = [ADDED, "", *lines]  # the kind of change that comes first
    if HEAD not in lines:
        at = lines.index(ADDED) + 2
        while at < len(lines) and lines[at].startswith(("- ", "  ")):
            at += 1
        lines[at:at] = [HEAD]
    for check in new:
        at = lines.index(HEAD) + 1
        while at < len(lines) and (found := NAMED.match(lines[at])) and _before(found[1], check.code, order):
            at += 1
        lines.insert(at, line(check))
    return "\n" + "\n".join(lines) + "\n"


def _before(code: str, other: str, order: Sequence[str]) -> bool:
    """Whether a code stands before another: one that is withdrawn stays where it is."""
    return code not in order or order.index(code) < order.index(other)


def main() -> None:
    """Write the changelog anew."""
    PATH.write_text(with_new_checks(PATH.read_text(encoding="utf-8"), CHORUS_PRO.checks), encoding="utf-8")


if __name__ == "__main__":
    main()
