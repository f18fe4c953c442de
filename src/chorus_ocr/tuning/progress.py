"""A bar on a terminal that tells how far a long run has come; nothing where standard error is no terminal."""

import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from typing import Final, TextIO, TypeVar

T = TypeVar("T")

WIDTH: Final = 30
PAUSE: Final = 0.05
"""Seconds between two drawings of the bar."""


def with_bar(items: Sequence[T], *, shown: bool | None = None, stream: TextIO | None = None) -> Iterator[T]:
    """Yield the items, drawing a bar on ``stream`` (standard error) and wiping it at the end.

    ``shown`` None: only where the stream is a terminal.
    """
    out = sys.stderr if stream is None else stream
    if out is None or not (out.isatty() if shown is None else shown):
        yield from items
        return
    last = 0.0
    try:
        for done, item in enumerate(items):
            now = time.monotonic()
            if now - last >= PAUSE:
                last = now
                _draw(out, bar(done, len(items)))
            yield item
    finally:
        _draw(out, "")


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
