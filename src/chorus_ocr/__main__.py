"""``python -m chorus_ocr``: the command line."""

import sys

from chorus_ocr.cli import main

if __name__ == "__main__":
    sys.exit(main())
