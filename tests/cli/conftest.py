"""The command line reads the clock: its tests are run on one day."""

from datetime import date

import pytest


@pytest.fixture(autouse=True)
def today(deposit_day: date) -> date:
    """The day that the command line passes on."""
    return deposit_day
