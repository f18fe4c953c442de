"""Messages on a pipe: eight bytes that tell a length, then as many bytes."""

import os
import struct

_LENGTH = struct.Struct(">Q")
_CHUNK = 1024 * 1024


def send(pipe: int, message: bytes) -> None:
    """Write a message to a pipe, given by its descriptor. Raises ``OSError`` where nobody is left to read it."""
    for part in (_LENGTH.pack(len(message)), message):
        left = memoryview(part)
        while left:
            left = left[os.write(pipe, left) :]


def receive(pipe: int) -> bytes | None:
    """Read the next message; None at the end of the pipe, where a message that was cut short counts for none."""
    header = _read(pipe, _LENGTH.size)
    return None if header is None else _read(pipe, _LENGTH.unpack(header)[0])


def _read(pipe: int, size: int) -> bytes | None:
    # The room grows with what arrives: a length that a broken process made up reserves nothing.
    message = bytearray()
    while len(message) < size:
        part = os.read(pipe, min(size - len(message), _CHUNK))
        if not part:
            return None
        message += part
    return bytes(message)
