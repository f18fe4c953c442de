"""What is handed over for the project's own invoices is what it was: a difference is looked at, then kept."""

import pytest

from exporters.make_golden import GOLDEN, golden

REFRESH = "look at it; if it is as it should be: python tests/exporters/make_golden.py"

WANTED = dict(golden())


def test_there_is_a_file_for_each() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(WANTED), REFRESH


@pytest.mark.parametrize("name", sorted(WANTED))
def test_it_is_what_it_was(name: str) -> None:
    kept = (GOLDEN / name).read_text(encoding="utf-8")
    assert WANTED[name] == kept, REFRESH
