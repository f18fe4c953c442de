"""Messages on a pipe: eight bytes that tell a length, then as many bytes."""

import os
import struct
import sys
import time

if sys.platform != "win32":
    import select

_LENGTH = struct.Struct(">Q")
_CHUNK = 1024 * 1024
_LONG = 1000.0
"""Seconds that a system can be asked to wait at once."""


def send(pipe: int, message: bytes, until: float | None = None) -> None:
    """Write a message to a pipe, given by its descriptor.

    ``until``: as ``time.monotonic()`` has it; not heeded on Windows, nor where the pipe blocks. Raises ``TimeoutError``
    from then on, and ``OSError`` where nobody is left to read.
    """
    for part in (_LENGTH.pack(len(message)), message):
        left = memoryview(part)
        while left:
            _wait(pipe, until, to_write=True)
            try:
                left = left[os.write(pipe, left[:_CHUNK]) :]
            except BlockingIOError:  # less room than this system writes at once
                continue


def receive(pipe: int, until: float | None = None) -> bytes | None:
    """Read the next message; None at the end of the pipe, where a message that was cut short counts for none.

    ``until``: see ``send``. Raises ``TimeoutError`` from then on.
    """
    header = _read(pipe, _LENGTH.size, until)
    return None if header is None else _read(pipe, _LENGTH.unpack(header)[0], until)


def _read(pipe: int, size: int, until: float | None) -> bytes | None:
    # The room grows with what arrives: a length that a broken process made up reserves nothing.
    message = bytearray()
    while len(message) < size:
        _wait(pipe, until, to_write=False)
        part = os.read(pipe, min(size - len(message), _CHUNK))
        if not part:
            return None
        message += part
    return bytes(message)


if sys.platform == "win32":

    def _wait(pipe: int, until: float | None, *, to_write: bool) -> None: ...

else:

    def _wait(pipe: int, until: float | None, *, to_write: bool) -> None:
        """Wait until there is something to read on a pipe, its end included, or room to write."""
        poll = select.poll()
        poll.register(pipe, select.POLLOUT if to_write else select.POLLIN)
        while True:
            left = _LONG if until is None else until - time.monotonic()
            if left <= 0:
                raise TimeoutError
            for _, event in poll.poll(1000 * min(left, _LONG)):
                if to_write and event & select.POLLERR:
                    raise BrokenPipeError  # before the signal that writing would raise, deadly where not ignored
                return
