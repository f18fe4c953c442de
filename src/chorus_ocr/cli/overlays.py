"""The drawings of a command: one file of SVG for each PDF, all in one directory."""

from pathlib import Path

from chorus_ocr.cli.arguments import Arguments
from chorus_ocr.cli.failures import cause_of_unwritten
from chorus_ocr.report import Report

SUFFIX = ".svg"


class Overlays:
    """Writes drawings into a directory, which is made where it is not there.

    A drawing bears the name of its PDF; where several of one run have the same, the later ones are numbered. What
    stands in the directory from an earlier run is overwritten.
    """

    def __init__(self, directory: str, arguments: Arguments) -> None:
        self.directory = Path(directory)
        self.masked = arguments.masked
        self.lang = arguments.lang
        self.taken: set[str] = set()

    def save(self, path: str, report: Report) -> str:
        """Write the drawing of one report; return why that cannot be done, or nothing."""
        drawn = report.masked() if self.masked else report
        name = drawn.document.file_name if self.masked else path
        try:
            self.directory.mkdir(parents=True, exist_ok=True)
            drawn.save_overlay(self.directory / self._free(Path(name or "").stem or "page"))
        except OSError as error:
            return cause_of_unwritten(error, self.lang)
        return ""

    def _free(self, stem: str) -> str:
        name, count = f"{stem}{SUFFIX}", 1
        while name.casefold() in self.taken:
            count += 1
            name = f"{stem}-{count}{SUFFIX}"
        self.taken.add(name.casefold())
        return name
