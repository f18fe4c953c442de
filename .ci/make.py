"""Writes anew every file that is made of the rules, the form or the fixtures: python .ci/make.py.

Nobody edits those files by hand. Look at the difference before you commit it.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

SCRIPTS = (
    "tests/fixtures/make_invoices.py",
    "docs/make_schema.py",
    "docs/make_catalogue.py",
    "docs/make_architecture.py",
    "docs/make_changelog.py",
    "docs/make_landing.py",
    "docs/make_pictures.py",
)
"""Not the golden files of the exporters: that these change is what their test is there to tell."""


def main() -> None:
    """Run every script, and stop at the first that fails."""
    for script in SCRIPTS:
        subprocess.run([sys.executable, str(ROOT / script)], cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
