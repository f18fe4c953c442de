"""Which attached files are read, how much of them, and how it is known that a packed one stays small.

A few kilobytes may unpack to gigabytes, and the default engine unpacks an attached file when it is only asked for its
length. So it is asked for none where the file holds a stream that grows without measure.
"""

import re
import zlib

MEBIBYTE = 1024 * 1024

XML_BYTES = 4 * MEBIBYTE
"""How much attached XML is kept of a document, in all. That of an invoice has some ten thousand bytes."""

XML_FILES = 16
"""How many attached files with the name of an XML file are looked at."""

UNPACKED_BYTES = 64 * MEBIBYTE
"""To how much a stream of the file may unpack, whatever it is for, if attached files are to be looked at: a picture of
a whole page has half of it."""

STREAMS = 10_000
"""How many deflated streams of a file are looked at to know that."""

_MOST = 1032
"""How many bytes a byte of deflate can stand for."""

_PIECE = 64 * 1024

_STREAM = re.compile(rb"stream[^\r\n]*(?:\r\n|\n|\r)")


def may_be_invoice(name: str) -> bool:
    """Say whether an attached file of this name may be an invoice in XML.

    >>> may_be_invoice("Factur-X.XML"), may_be_invoice("détail.xml.pdf")
    (True, False)
    """
    return name.lower().endswith(".xml")


def is_measured(data: bytes) -> bool:
    """Say whether no deflated stream of a PDF, given as its bytes, unpacks to more than ``UNPACKED_BYTES``.

    One that is deflated twice counts as one that does, whatever it holds, and so does one of more than ``STREAMS``.
    Not seen are the streams of an encrypted file, and those that are packed in still other ways on top.

    >>> packed = zlib.compress(bytes(1000))
    >>> is_measured(b"stream\\n" + packed), is_measured(b"stream\\n" + zlib.compress(packed))
    (True, False)
    """
    room = UNPACKED_BYTES
    starts = (start for found in _STREAM.finditer(data) if _is_deflated(data, start := found.end()))
    for count, start in enumerate(starts, start=1):
        if count > STREAMS or _is_deflated(_first_two(data[start : start + _PIECE])):
            return False
        if data.find(b"endstream", start, start + UNPACKED_BYTES // _MOST) < 0:
            room -= _unpacked_size(data, start, room)
            if room < 0:
                return False
    return True


def inflate(data: bytes, most: int) -> bytes | None:
    """Return deflated data unpacked, nothing where it is damaged, or None for more than ``most`` bytes."""
    try:
        unpacked = zlib.decompressobj().decompress(data, most + 1)
    except zlib.error:
        return b""
    return unpacked if len(unpacked) <= most else None


def _is_deflated(data: bytes, start: int = 0) -> bool:
    """Say whether data may be deflated, going by the two bytes that the format begins with."""
    head = data[start : start + 2]
    return len(head) == 2 and head[0] & 0x8F == 8 and int.from_bytes(head, "big") % 31 == 0


def _unpacked_size(data: bytes, start: int, most: int) -> int:
    """Return how long a deflated stream is when unpacked, or somewhat more than ``most`` where it is longer.

    One that is damaged is as long as what comes before the damage.
    """
    unpacking, size = zlib.decompressobj(), 0
    for at in range(start, len(data), _PIECE):
        packed = data[at : at + _PIECE]
        while packed and not unpacking.eof and size <= most:
            try:
                size += len(unpacking.decompress(packed, _PIECE))
            except zlib.error:
                return size
            packed = unpacking.unconsumed_tail
        if unpacking.eof or size > most:
            break
    return size


def _first_two(data: bytes) -> bytes:
    """Return the first two bytes of deflated data, as far as there are any, when unpacked."""
    try:
        return zlib.decompressobj().decompress(data, 2)
    except zlib.error:
        return b""
