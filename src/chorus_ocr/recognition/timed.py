"""Patterns that a caller's rule brings, run under a timeout.

The standard library cannot stop a pattern that goes back over a text again and again. Such patterns are compiled a
second time, by a package that can, and stand in the rules for the length of one recognition.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple, TypeVar, cast

from chorus_ocr.errors import LimitExceeded
from chorus_ocr.recognition.field import FieldRule
from chorus_ocr.values.late import compile_late
from chorus_ocr.values.own import OWN_PATTERNS

R = TypeVar("R")

Compiled = Any
"""A compiled pattern of the package ``regex``, which ships no types."""

_FLAGS = ("ASCII", "IGNORECASE", "MULTILINE", "DOTALL", "VERBOSE")

# What the two packages read differently: « a{e} » is three characters to one, a misspelt « a » to the other.
_READ_DIFFERENTLY = compile_late(r"(?<!\\)\{(?!\d*,?\d*\})(?=[^{}]*[a-z<])|\[\[:")


def is_brought(rule: FieldRule[object]) -> bool:
    """Whether a caller brought the pattern of a rule's values, rather than the project."""
    return not isinstance(rule.value.pattern, re.Pattern) or rule.value.pattern not in OWN_PATTERNS


def compile_brought(rule: FieldRule[object]) -> Compiled:
    """Compile the pattern that a caller's rule brings, to be run under a timeout.

    Raises ``ValueError``, with the reason, for one that cannot be, or that would be read otherwise.
    """
    pattern: object = rule.value.pattern
    if not isinstance(pattern, re.Pattern) or not isinstance(pattern.pattern, str):
        raise ValueError("the pattern of its values is none that re.compile() makes of a text")
    if _READ_DIFFERENTLY.search(pattern.pattern):
        raise ValueError(f"the pattern {pattern.pattern!r} holds a brace or a bracket that has to be escaped")
    import regex  # not at the top: it takes longer to load than most invoices take to read

    flags = 0
    for name in _FLAGS:
        # The two packages give the same names to different bits.
        flags |= int(getattr(regex, name)) if pattern.flags & getattr(re, name) else 0
    try:
        return regex.compile(pattern.pattern, flags | int(regex.VERSION0))
    except regex.error as error:
        raise ValueError(f"the pattern {pattern.pattern!r} cannot be run under a timeout: {error}") from error


def under_timeout(
    rules: Mapping[str, FieldRule[object]], brought: Mapping[str, Compiled], seconds: float | None, source: str
) -> Mapping[str, FieldRule[object]]:
    """Return rules whose brought patterns, by the name of the rule, raise ``LimitExceeded`` after so many seconds.

    ``source`` names the document. Without a limit the rules are returned as they are.
    """
    if not brought or seconds is None:
        return rules
    timed = dict(rules)
    for name, compiled in brought.items():
        pattern = _TimedPattern(compiled, seconds, name, source)
        # It has every method that recognition asks of a pattern, and no common type with one.
        timed[name] = replace(rules[name], value=replace(rules[name].value, pattern=cast("re.Pattern[str]", pattern)))
    return timed


class _TimedPattern(NamedTuple):
    """Answers like a pattern of the standard library. Each run raises ``LimitExceeded`` after so many seconds."""

    compiled: Compiled
    seconds: float
    rule: str
    source: str

    @property
    def pattern(self) -> str:
        return str(self.compiled.pattern)

    def match(self, text: str, *bounds: int) -> Any:
        return self._run(self.compiled.match, text, bounds)

    def fullmatch(self, text: str, *bounds: int) -> Any:
        return self._run(self.compiled.fullmatch, text, bounds)

    def search(self, text: str, *bounds: int) -> Any:
        return self._run(self.compiled.search, text, bounds)

    def finditer(self, text: str, *bounds: int) -> Iterator[Any]:
        # All at once: the time that its caller takes between two matches is not the pattern's.
        return iter(self._run(self._find_all, text, bounds))

    def _find_all(self, text: str, *bounds: int, timeout: float) -> list[Any]:
        return list(self.compiled.finditer(text, *bounds, timeout=timeout))

    def _run(self, method: Callable[..., R], text: str, bounds: tuple[int, ...]) -> R:
        try:
            return method(text, *bounds, timeout=self.seconds)
        except TimeoutError:
            cause = f"the pattern of {self.rule!r} ran over one text for more than {self.seconds} s"
        raise LimitExceeded(self.source, cause, "seconds_per_pattern")
