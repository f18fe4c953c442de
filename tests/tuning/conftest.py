"""Says aloud that the shared corpus is missing: a skipped test is easily overlooked."""

import pytest

from tuning.corpora import SHARED, WITHOUT_SHARED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Add a line to the summary of a run without the shared corpus."""
    if not SHARED.is_dir():
        told = f"{WITHOUT_SHARED}: figures and agreement with its yardstick are held on the project's own invoices only"
        terminalreporter.write_line(told, yellow=True)
