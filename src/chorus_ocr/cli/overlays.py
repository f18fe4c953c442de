"""The drawings of a command: one file of SVG for each PDF, all in one directory."""

from pathlib import Path

from chorus_ocr.report import Report

SUFFIX = ".svg"


class Overlays:
    """Writes drawings into a directory, which is made where it is not there.

    A drawing bears the name of its PDF; where several of one run have the same, the later ones are numbered. What
    stands in the directory from an earlier run is overwritten.
    """

    def __init__(self, directory: str, *, masked: bool) -> None:
        self.directory = Path(directory)
        self.masked = masked
        self.taken: set[str] = set()

    def save(self, path: str, report: Report) -> None:
        """Write the drawing of one report. Raises ``OSError`` where that cannot be done."""
        drawn = report.masked() if self.masked else report
        name = drawn.document.file_name if self.masked else path
        self.directory.mkdir(parents=True, exist_ok=True)
        drawn.save_overlay(self.directory / self._free(Path(name or "").stem or "page"))

    def _free(self, stem: str) -> str:
        name, count = f"{stem}{SUFFIX}", 1
        while name.casefold() in self.taken:
            count += 1
            name = f"{stem}-{count}{SUFFIX}"
        self.taken.add(name.casefold())
        return name
