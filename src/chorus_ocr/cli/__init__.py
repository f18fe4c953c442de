"""The command line ``chorus-ocr``."""

from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    try:
        # Loading takes a moment: an interruption while it lasts is to end as quietly as one during the work.
        from chorus_ocr.cli.commands import run

        return run(argv)
    except KeyboardInterrupt:
        return 130


__all__ = ["main"]
