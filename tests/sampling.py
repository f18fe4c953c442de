"""What the everyday run leaves to the slow one, where a test is run on all there is."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

EVERY = 4


def some_now(paths: Sequence[Path]) -> Iterator[Any]:
    """Yield files as parameters; all but each fourth are slow."""
    for at, path in enumerate(paths):
        yield pytest.param(path, id=path.stem, marks=[pytest.mark.slow] if at % EVERY else [])
