"""Standard output and standard error, made ready for any text."""

import io


def prepare(stream: object, encoding: str | None = None, *, newline: str | None = None) -> None:
    """Let a stream take any text: what a terminal cannot show becomes a question mark, never an error.

    ``newline``: how lines end; None leaves it to the system, ``""`` to what is written.
    """
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding=encoding, errors="replace", newline=newline)
