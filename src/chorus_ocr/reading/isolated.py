"""A reading in a process of its own: what a file does to native code, it does not do to the caller's process."""

from chorus_ocr.errors import DamagedDocument, LimitExceeded, UnreadableDocument
from chorus_ocr.isolation import Ended, OutOfMemory, OutOfTime, Worker
from chorus_ocr.reading.document import Document, PageScope
from chorus_ocr.reading.limits import Limits
from chorus_ocr.reading.reader import Reader
from chorus_ocr.reading.source import Source


def read_isolated(
    reader: Reader, source: Source, *, scope: PageScope, password: str | None, limits: Limits
) -> Document:
    """Return what ``reader.read()`` returns, called in a child process for ``limits.seconds`` and ``limits.memory``.

    Raises what it raises; ``LimitExceeded`` for more of either; ``DamagedDocument`` where it ends the process;
    ``TypeError`` for a reader that another process cannot import; ``IsolationError`` where no process starts.
    """
    with Worker(reader.read, seconds=limits.seconds, memory=limits.memory) as worker:
        try:
            return worker.run(source, scope=scope, password=password, limits=limits)
        except Ended as ended:
            raise unreadable(source.label, ended) from None


def unreadable(label: str, ended: Ended) -> UnreadableDocument:
    """Return the error that tells of a document whose process was ended."""
    if isinstance(ended, OutOfTime):
        return LimitExceeded(label, str(ended), "seconds")
    if isinstance(ended, OutOfMemory):
        return LimitExceeded(label, str(ended), "memory")
    return DamagedDocument(label, f"damaged: it ends the process that reads it ({ended})")
