"""What a comparison of two rule packs costs once the documents are read: seconds, beside those of the reading.

python tests/benchmarks/compare.py FOLDER
"""

import sys
import time

from chorus_ocr import CHORUS_PRO, compare
from chorus_ocr.tuning import read_corpus


def main(folder: str) -> None:
    """Print what it costs to read a folder, and to compare one more alias on it."""
    start = time.perf_counter()
    corpus = read_corpus(folder)
    read = time.perf_counter()
    other = CHORUS_PRO.with_aliases("code_service", "Guichet des factures")
    found = compare(CHORUS_PRO, other, corpus)
    done = time.perf_counter()
    print(found)
    print(f"{len(found.documents)} documents: read in {read - start:.2f} s, compared in {done - read:.2f} s")


if __name__ == "__main__":
    main(*sys.argv[1:])
