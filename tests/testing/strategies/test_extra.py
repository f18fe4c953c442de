"""Without the packages of the extra, the strategies say what to install; the rest of the library never asks."""

import subprocess
import sys

import pytest

WITHOUT = """
import sys
sys.modules[{package!r}] = None
import chorus_ocr, chorus_ocr.testing
try:
    import chorus_ocr.testing.strategies
except chorus_ocr.MissingExtra as error:
    print(error)
"""


@pytest.mark.slow
@pytest.mark.parametrize("package", ["hypothesis", "fpdf"])
def test_a_missing_package_is_named_by_its_extra(package: str) -> None:
    done = subprocess.run([sys.executable, "-c", WITHOUT.format(package=package)], capture_output=True, text=True)
    assert done.stderr == ""
    assert done.stdout.strip() == (
        "chorus_ocr.testing.strategies needs the extra « strategies »: pip install 'chorus-ocr[strategies]'"
    )
