"""Messages on a pipe: whole, in order, or not at all."""

import os
import signal
import struct
import sys
import threading
import time
from collections.abc import Iterator

import pytest

from chorus_ocr.isolation.frames import receive, send
from processes import PATIENCE

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="pipes of Windows cannot be waited for")


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    """A pipe: the descriptor to read from, and the one to write to."""
    ends = os.pipe()
    yield ends
    for end in ends:
        try:
            os.close(end)
        except OSError:  # closed by the test
            continue


@pytest.mark.parametrize("size", [0, 1, 8, 4096, 65536, 65537, 3_000_000])
@pytest.mark.parametrize("blocking", [True, False])
def test_messages_arrive_as_they_were_sent(pipe: tuple[int, int], size: int, blocking: bool) -> None:
    out, into = pipe
    os.set_blocking(into, blocking)
    messages = [os.urandom(size), b"", b"end"]

    def write() -> None:
        for message in messages:
            send(into, message, time.monotonic() + PATIENCE)
        os.close(into)

    thread = threading.Thread(target=write)
    thread.start()
    assert [receive(out) for _ in messages] == messages
    assert receive(out) is None
    thread.join()


@pytest.mark.parametrize("cut", [b"\0\0", struct.pack(">Q", 5), struct.pack(">Q", 5) + b"four", b"\xff" * 8 + b"few"])
def test_a_message_cut_short_is_none(pipe: tuple[int, int], cut: bytes) -> None:
    out, into = pipe
    os.write(into, cut)
    os.close(into)
    assert receive(out) is None


@posix_only
def test_nobody_reads_and_nobody_writes(pipe: tuple[int, int]) -> None:
    out, into = pipe
    os.set_blocking(into, False)
    with pytest.raises(TimeoutError):
        receive(out, time.monotonic() + 0.05)
    with pytest.raises(TimeoutError):
        send(into, bytes(1_000_000), time.monotonic() + 0.05)
    os.close(out)
    with pytest.raises(BrokenPipeError):
        send(into, b"x")


@posix_only
def test_a_pipe_without_a_reader_is_an_error_even_where_it_would_be_deadly(pipe: tuple[int, int]) -> None:
    out, into = pipe
    before = signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    try:
        os.close(out)
        with pytest.raises(BrokenPipeError):
            send(into, b"x")
    finally:
        signal.signal(signal.SIGPIPE, before)
