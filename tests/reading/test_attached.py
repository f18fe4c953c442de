"""Whether the streams of a file stay small when unpacked, known without unpacking one that does not."""

import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chorus_ocr.reading.attached import STREAMS, UNPACKED_BYTES, inflate, is_measured, may_be_invoice
from reading.pdfs import draw, text

SMALL = zlib.compress(b"<a/>")
LARGE = zlib.compress(b" " * UNPACKED_BYTES, 9)
TOO_LARGE = zlib.compress(b" " * (UNPACKED_BYTES + 1), 9)


def object_of(packed: bytes, *, start: bytes = b"stream\n", end: bytes = b"\nendstream") -> bytes:
    return b"1 0 obj << /Length %d >>\n" % len(packed) + start + packed + end + b"\nendobj\n"


@pytest.mark.parametrize("name", ["factur-x.xml", "ZUGFeRD-invoice.XML", "é.xMl"])
def test_names_that_may_be_of_an_invoice(name: str) -> None:
    assert may_be_invoice(name)
    assert not may_be_invoice(f"{name}.ods")


@pytest.mark.parametrize("start", [b"stream\n", b"stream\r\n", b"stream\r", b"stream  \r\n", b"stream %endstream\n"])
def test_a_stream_is_measured_wherever_it_begins(start: bytes) -> None:
    before, after = object_of(SMALL), object_of(b"no deflate")
    assert is_measured(before + object_of(LARGE, start=start) + after)
    assert not is_measured(before + object_of(TOO_LARGE, start=start) + after)
    assert not is_measured(before + object_of(zlib.compress(SMALL), start=start) + after)


def test_a_stream_without_an_end_is_measured() -> None:
    assert is_measured(object_of(LARGE, end=b""))
    assert not is_measured(object_of(TOO_LARGE, end=b""))


def test_a_damaged_stream_is_as_long_as_what_comes_before_the_damage() -> None:
    twice = zlib.compress(b" " * 2 * UNPACKED_BYTES, 9)
    assert not is_measured(object_of(twice[:-1000] + b"\xff" * 100))
    assert is_measured(object_of(LARGE[:1000] + b"\xff" * 100_000))


def test_large_streams_are_measured_in_all() -> None:
    half = zlib.compress(b" " * (UNPACKED_BYTES // 2), 9) + bytes(100_000)
    assert is_measured(object_of(half) * 2)
    assert not is_measured(object_of(half) * 3)


def test_a_file_of_more_streams_than_any_invoice_is_not_measured() -> None:
    assert is_measured(object_of(SMALL) * STREAMS)
    assert not is_measured(object_of(SMALL) * (STREAMS + 1))


def test_a_file_without_deflated_streams_is_measured() -> None:
    assert is_measured(draw(text("SIRET 12")))
    assert is_measured(b"")


def test_what_is_longer_is_not_unpacked() -> None:
    assert inflate(SMALL, 4) == b"<a/>"
    assert inflate(SMALL, 3) is None
    assert inflate(TOO_LARGE, 1000) is None
    assert inflate(b"no deflate", 1000) == b""


PIECES = st.one_of(st.binary(max_size=20), st.sampled_from([b"stream", b"\n", b"\x78\x9c", SMALL, b"endstream"]))


@given(st.lists(PIECES))
@settings(derandomize=True, deadline=None)
def test_any_bytes_are_measured(pieces: list[bytes]) -> None:
    data = b"".join(pieces)
    assert is_measured(data)
    assert not is_measured(object_of(zlib.compress(SMALL)) + data)
