"""The reference reader on files made to break readers: a document or a typed error, and not a word besides."""

import os
import subprocess
import sys
from collections import Counter

import pytest

from tuning.corpora import SHARED, WITHOUT_SHARED

HOSTILE = SHARED / "hostile"

SCAN = """
import sys
from pathlib import Path
import chorus_ocr
for name in sys.stdin.read().splitlines():
    try:
        document = chorus_ocr.scan(name, reader="pdfplumber").document
        told = f"report of {len(document.pages)}"
    except chorus_ocr.UnreadableDocument as error:
        told = type(error).__name__
    except BaseException as error:
        told = f"bare {error!r}"
    print(Path(name).name, told, sep="\\t", flush=True)
"""

DEADLINE = 600
"""In seconds, for all files together: a guard against a file that never ends, far over what they take."""


@pytest.mark.slow
def test_every_hostile_file_gives_a_report_or_a_typed_error() -> None:
    if not HOSTILE.is_dir():
        pytest.skip(WITHOUT_SHARED)
    files = sorted(HOSTILE.glob("*.pdf"))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    # A process of its own: a crash of native code, or memory without end, is then a failure and not the end of all.
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", SCAN],
        env=environment, input="\n".join(map(str, files)), capture_output=True, text=True, check=False,
        timeout=DEADLINE,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, ""), done.stdout[-500:]
    told = dict(line.split("\t") for line in done.stdout.splitlines())
    assert told.keys() == {file.name for file in files}
    assert not {name: each for name, each in told.items() if each.startswith("bare")}
    kinds = Counter(each.partition(" ")[0] for each in told.values())
    assert kinds.keys() == {"report", "DamagedDocument", "EncryptedDocument", "NotAPdf"}
    assert kinds["report"] > 130
