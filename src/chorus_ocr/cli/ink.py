"""The colours of a terminal, where they are wanted."""

import os
from dataclasses import dataclass
from enum import StrEnum
from typing import TextIO


class Colour(StrEnum):
    """When to write in colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Ink:
    """Wraps text in the terminal's colour codes, or leaves it as it is."""

    coloured: bool = False

    def bold(self, text: str) -> str:
        """Return the text in bold."""
        return self._in("1", text)

    def dim(self, text: str) -> str:
        """Return the text, faint."""
        return self._in("2", text)

    def red(self, text: str) -> str:
        """Return the text in bold red."""
        return self._in("1;31", text)

    def green(self, text: str) -> str:
        """Return the text in green."""
        return self._in("32", text)

    def yellow(self, text: str) -> str:
        """Return the text in yellow."""
        return self._in("33", text)

    def blue(self, text: str) -> str:
        """Return the text in blue."""
        return self._in("34", text)

    def _in(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.coloured and text.strip() else text


def ink_for(stream: TextIO, wanted: Colour) -> Ink:
    """Return the ink for a stream: ``auto`` colours a terminal, unless NO_COLOR is set (no-color.org)."""
    if wanted is not Colour.AUTO:
        return Ink(wanted is Colour.ALWAYS)
    refused = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return Ink(stream.isatty() and not refused)
