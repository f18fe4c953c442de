"""The door of the kit: complete, and light until something is asked of it."""

import subprocess
import sys

import pytest

from chorus_ocr import testing


def loaded(code: str) -> set[str]:
    """Return the modules that a fresh interpreter has loaded after some code."""
    done = subprocess.run(
        [sys.executable, "-c", f"{code}; import sys; print(*sys.modules)"], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_every_name_is_there() -> None:
    assert all(getattr(testing, name) is not None for name in testing.__all__)
    assert dir(testing) == sorted(testing.__all__) == testing.__all__


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match=r"module 'chorus_ocr.testing' has no attribute 'assert_readable'"):
        testing.assert_readable  # type: ignore[attr-defined]  # noqa: B018 - the misspelling is the test


def test_the_import_loads_nothing() -> None:
    own = {name for name in loaded("import chorus_ocr.testing") if name.startswith("chorus_ocr")}
    assert own == {"chorus_ocr", "chorus_ocr.testing"}


def test_the_kit_needs_neither_pytest_nor_hypothesis() -> None:
    code = "from chorus_ocr.testing import *; check_invoice(b'', {}).to_html()"
    assert not loaded(code) & {"pytest", "_pytest", "hypothesis", "fpdf"}
