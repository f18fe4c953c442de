"""One profile for property tests: no deadline, because machines are noisy; no chance where CI runs.

And PDFium as the library itself starts it, before a test that draws pages does: with no fonts of this machine.
"""

import gc
import os
from collections.abc import Iterator
from datetime import UTC, date, datetime, tzinfo
from typing import Self

import pytest
from hypothesis import settings

from chorus_ocr.reading import pdfium_api
from processes import children

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")

with pdfium_api.LOCK:
    pdfium_api.load()


@pytest.fixture
def deposit_day(monkeypatch: pytest.MonkeyPatch) -> date:
    """The command line takes 22/11/2026 for the day: what it says of dates must not change while invoices grow old."""

    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> Self:
            return cls(2026, 11, 22, 12, tzinfo=tz or UTC)

    for module in ("outcomes", "commands", "check"):
        monkeypatch.setattr(f"chorus_ocr.cli.{module}.datetime", Clock)
    return Clock.now().date()


@pytest.fixture
def nothing_left() -> Iterator[None]:
    """After the test, no child is left, dead or alive."""
    before = children(os.getpid())
    yield
    gc.collect()
    assert children(os.getpid()) <= before
