"""The shared corpus of labelled invoices, judged by its own yardstick, where it lies beside the repository."""

import subprocess
import sys
from pathlib import Path

import pytest

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"

pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason=f"no corpus of labelled invoices at {CORPUS}")

RECALL, WRONG_RATE = 0.93, 0.015
"""The floor and the ceiling that every change keeps."""


@pytest.mark.parametrize("arguments", [("made",), ("real", "--lang", "fr")], ids=["made", "real"])
def test_recall_and_wrong_rate(arguments: tuple[str, ...]) -> None:
    folder, *options = arguments
    command = [sys.executable, str(CORPUS / "score.py"), str(CORPUS / folder), *options]
    command += ["--floor", f"{RECALL},{WRONG_RATE}", "--show", "20"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
