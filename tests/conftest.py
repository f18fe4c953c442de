"""One profile for property tests: no deadline, because machines are noisy; no chance where CI runs.

And PDFium as the library itself starts it, before a test that draws pages does: with no fonts of this machine.
"""

import gc
import os
from collections.abc import Iterator

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
def nothing_left() -> Iterator[None]:
    """After the test, no child is left, dead or alive."""
    before = children(os.getpid())
    yield
    gc.collect()
    assert children(os.getpid()) <= before
