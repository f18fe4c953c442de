"""From the arguments of the command line to PDF files: a directory stands for all those under it."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path


def pdf_files(argument: str, on_error: Callable[[OSError], None]) -> Iterator[str]:
    """Yield a file as it is named, or the PDFs under a directory, sorted; links to directories are not followed.

    ``on_error`` is told of each directory that cannot be listed.
    """
    if not Path(argument).is_dir():
        yield argument
        return
    for folder, folders, names in os.walk(argument, onerror=on_error):
        folders.sort()
        for name in sorted(names):
            if name.lower().endswith(".pdf"):
                yield str(Path(folder, name))
