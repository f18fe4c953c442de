"""Patterns that are compiled when they are first asked: an ordinary invoice needs a part of the many there are.

>>> number = compile_late(r"n° ([0-9]+)")
>>> number.search("Facture n° 12")[1]
'12'
"""

import re
from typing import Any, cast

_METHODS = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn")


def compile_late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern that is compiled when one of its methods is first called.

    For patterns that a process may never need. One that every page is searched with is better compiled at once: each
    call of a method takes a little longer here. Not for patterns with flags inside (``(?i)``) that hold for all of it.
    """
    return cast("re.Pattern[str]", _LatePattern(pattern, flags))


def without_remarks(verbose: str) -> str:
    """Return a verbose pattern without the ends and beginnings of its lines, which cost time to compile.

    >>> without_remarks("  [0-9]  # a digit\\n  # then\\n  x")
    '[0-9]  x'
    """
    return " ".join([line.partition(" #")[0].strip() for line in verbose.splitlines()])


class _LatePattern:
    """Passes for a pattern of the standard library, and equals another of the same text and flags."""

    __slots__ = ("flags", "pattern", *_METHODS)

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = int(flags) | (0 if flags & re.ASCII else re.UNICODE.value)

    @property  # type: ignore[misc]
    def __class__(self) -> type[Any]:
        return re.Pattern

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # the protocols of copying and the like: they are this class's own affair
            raise AttributeError(name)
        # Two threads may both compile it: either's methods do.
        compiled = re.compile(without_remarks(self.pattern) if self.flags & re.VERBOSE else self.pattern, self.flags)
        for each in _METHODS:
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, name)

    def __eq__(self, other: object) -> bool:
        if type(other) is not _LatePattern:
            return NotImplemented
        return (self.pattern, self.flags) == (other.pattern, other.flags)

    def __hash__(self) -> int:
        return hash((self.pattern, self.flags))

    def __repr__(self) -> str:
        return f"compile_late({self.pattern!r}, {self.flags})"

    def __reduce__(self) -> tuple[Any, ...]:
        return compile_late, (self.pattern, self.flags)
