"""What a new process costs: bare Python, the import, one scan; beside a process that reads the text with pypdfium2."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

READ_TEXT = """
import sys, pypdfium2
document = pypdfium2.PdfDocument(sys.argv[1])
for number in range(min(3, len(document))):
    document[number].get_textpage().get_text_range()
"""

PROGRAMS = {
    "bare Python": "pass",
    "import chorus_ocr": "import chorus_ocr",
    "import, one scan()": "import sys, chorus_ocr; chorus_ocr.scan(sys.argv[1])",
    "pypdfium2, the text": READ_TEXT,
}


def measure(path: Path, rounds: int) -> dict[str, list[float]]:
    """Return the seconds that a process of each kind took, round by round, in turn."""
    times: dict[str, list[float]] = {name: [] for name in PROGRAMS}
    # Else every process would compile the modules anew, which no installed package does.
    settings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    for _ in range(rounds + 1):
        for name, code in PROGRAMS.items():
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", code, str(path)], check=True, stdout=subprocess.DEVNULL, env=settings)
            times[name].append(time.perf_counter() - start)
    return {name: taken[1:] for name, taken in times.items()}  # the first round compiles and fills the disk's cache


def report(path: Path, rounds: int) -> Iterator[str]:
    """Yield the lines of the table."""
    times = measure(path, rounds)
    bare, text = times["bare Python"], times["pypdfium2, the text"]
    yield f"cold process on {path.name}, medians of {rounds} rounds in turn"
    for name, taken in times.items():
        over = statistics.median(each - zero for each, zero in zip(taken, bare, strict=True))
        yield f"  {name:<20}{1000 * statistics.median(taken):8.1f} ms  {1000 * over:+8.1f} ms over bare Python"
    scans = zip(times["import, one scan()"], text, strict=True)
    yield f"  one scan() is {statistics.median(a / b for a, b in scans):.2f} × pypdfium2 and the text"
