"""A bar on a terminal that tells how far a long run has come; nothing where standard error is no terminal."""

import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import Final, Self, TextIO, TypeVar

T = TypeVar("T")

WIDTH: Final = 30
PAUSE: Final = 0.05
"""Seconds between two drawings of the bar."""


def with_bar(items: Sequence[T], *, shown: bool | None = None, stream: TextIO | None = None) -> Iterator[T]:
    """Yield the items, drawing a bar on ``stream`` (standard error) and wiping it at the end.

    ``shown`` None: only where the stream is a terminal.
    """
    with Bar(shown=shown, stream=stream) as drawn:
        for done, item in enumerate(items):
            drawn.show(done, len(items))
            yield item


class Bar:
    """A bar on ``stream`` (standard error), wiped at the end of a ``with`` block.

    ``shown`` None: only where the stream is a terminal.
    """

    def __init__(self, *, shown: bool | None = None, stream: TextIO | None = None) -> None:
        out = sys.stderr if stream is None else stream
        self._out = out if out is not None and (out.isatty() if shown is None else shown) else None
        self._last = 0.0
        self._is_drawn = False

    def show(self, done: int, total: int) -> None:
        """Draw the bar anew, unless that was done a moment ago."""
        now = time.monotonic()
        if self._out is not None and now - self._last >= PAUSE:
            self._last, self._is_drawn = now, True
            _draw(self._out, bar(done, total))

    def wipe(self) -> None:
        """Make room for something else to be written."""
        if self._out is not None and self._is_drawn:
            self._is_drawn = False
            _draw(self._out, "")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self.wipe()


def bar(done: int, total: int) -> str:
    """Return the bar as text.

    >>> bar(1, 4)
    '[#######.......................] 1/4'
    """
    full = WIDTH * done // total
    return f"[{'#' * full}{'.' * (WIDTH - full)}] {done}/{total}"


def _draw(out: TextIO, text: str) -> None:
    """Replace the line of the cursor, which stays on it, by a text cut to the width of the terminal."""
    columns = shutil.get_terminal_size().columns - 1
    out.write("\r" + text[:columns].ljust(columns) + ("" if text else "\r"))
    out.flush()
