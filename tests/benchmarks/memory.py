"""What memory a scan takes, and whether a thousand of them take more than the first hundred."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

SCANS = 1_000
PROGRAM = """
import resource, sys

def peak():
    try:
        with open("/proc/self/status") as status:  # its own: the other figure is inherited from the parent
            return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM"))
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024 ** 2)

start = peak()
import chorus_ocr
files = [open(path, "rb").read() for path in sys.argv[2:]]
chorus_ocr.scan(files[0])
one = peak()
for number in range(100):
    chorus_ocr.scan(files[number % len(files)])
hundred = peak()
for number in range(int(sys.argv[1])):
    chorus_ocr.scan(files[number % len(files)])
print(start, one, hundred, peak())
"""


def report(paths: list[Path]) -> Iterator[str]:
    """Yield the lines of the table for files that can be read: peaks of resident memory in MiB, in its own process."""
    if sys.platform == "win32":
        yield "peak memory: not measured on this system"
        return
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(SCANS), *map(str, paths)], check=True, stdout=subprocess.PIPE, text=True
    )
    start, one, hundred, end = map(float, done.stdout.split())
    yield f"peak memory over {len(paths)} files in turn"
    yield f"  bare Python {start:.1f} MiB, one scan {one:.1f} MiB, 100 more {hundred:.1f} MiB"
    yield f"  {SCANS:,} more {end:.1f} MiB: {end - hundred:+.1f} MiB"
