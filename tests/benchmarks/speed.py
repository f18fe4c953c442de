"""What a scan costs: stage by stage beside PDFium's bare text, in a new process, in memory, and as the work grows.

Run from anywhere: ``python tests/benchmarks/speed.py``. It takes the fixtures and, where it lies beside the repository,
the shared corpus; or the folders named on the command line. Times are of this machine and this minute; the ratios are
what to compare.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from chorus_ocr import read

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # as the tests have it

from benchmarks import cold, growth, memory, stages

ROOT = Path(__file__).resolve().parents[2]
INVOICES = ROOT / "tests" / "fixtures" / "invoices"
FOLDERS = (INVOICES, ROOT.parent / "shared" / "corpus" / "made", ROOT.parent / "shared" / "corpus" / "real")
PARTS = ("stages", "cold", "memory", "growth")
ONE = INVOICES / "label_above_value.pdf"


def lines(options: argparse.Namespace) -> Iterator[str]:
    """Yield what the chosen parts have to print."""
    folders = options.folders or [folder for folder in FOLDERS if folder.is_dir()]
    if "stages" in options.parts:
        yield from stages.report(folders, options.rounds, options.slow_rounds)
    if "cold" in options.parts:
        yield from cold.report(ONE, options.rounds)
    if "memory" in options.parts:
        yield from memory.report([path for path in sorted(INVOICES.glob("*.pdf")) if path.stem != "password"])
    if "growth" in options.parts:
        yield from growth.report(read(ONE), options.rounds)


def main() -> int:
    """Print the tables; exit 2 where there is nothing to measure."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folders", nargs="*", type=Path, metavar="FOLDER", help="measure the stages on these PDFs")
    parser.add_argument("--rounds", type=int, default=9, help="timings of each (default: %(default)s)")
    parser.add_argument("--slow-rounds", type=int, default=1, help="timings of pdfplumber, 0 for none (default: 1)")
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS, metavar="PART", help=", ".join(PARTS))
    printed = 0
    for line in lines(parser.parse_args()):
        print(line, flush=True)
        printed += 1
    if not printed:
        print("no PDF with text to measure", file=sys.stderr)
    return 0 if printed else 2


if __name__ == "__main__":
    raise SystemExit(main())
