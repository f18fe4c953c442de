"""What the everyday run leaves to the slow one, where a test is run on all there is."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

EVERY = 4


def some_now(paths: Sequence[Path]) -> list[Any]:
    """Return files as parameters; all but each fourth are slow."""
    return [
        pytest.param(path, id=path.stem, marks=[pytest.mark.slow] if at % EVERY else [])
        for at, path in enumerate(paths)
    ]
