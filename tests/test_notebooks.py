"""The notebooks run from top to bottom in a fresh kernel, and show what their prose says that they show."""

import asyncio
import json
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import nbformat
import pytest
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient

import chorus_ocr

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "docs" / "notebooks"
README = (ROOT / "README.md").read_text(encoding="utf-8")
NOTEBOOKS = sorted(path.stem for path in FOLDER.glob("*.ipynb"))
KERNEL = "the-tests-own"

SVG, TABLE, IMAGE = "<svg ", "<table", "image/png"


@dataclass(frozen=True, slots=True)
class Shows:
    """What a cell shows: pieces of its text, in this order, and kinds of display."""

    cell: str
    text: tuple[str, ...] = ()
    display: tuple[str, ...] = ()


STORIES: dict[str, tuple[Shows, ...]] = {
    "1-a-first-scan": (
        Shows("scan", ("<Report two_columns.pdf: ", " 0 blocking"), (SVG, TABLE)),
        Shows("prefill", ("'BC-2026-0417'", "date(2026, 5, 18)", "Decimal('8517.60')", "None)")),
        Shows("completed", ("Decimal('8517.60')",)),
        Shows("warnings", ("warning  DES04", "Print « SIRET client : 248 699 738 00030 »", "False")),
        Shows("doubt", ("numero_engagement only: 2 places marked, 0 taken",), (SVG,)),
        Shows("explain", ("Ambiguous", "« 1400772158 »", "neither is taken", "« 1400772163 »", "neither is taken")),
        Shows("fields", ("Status.AMBIGUOUS", "rival", "rival")),
        Shows("image", (), (IMAGE,)),
        Shows("folder", ("password.pdf: a password is needed", "two_engagements.pdf", "ambiguous"), (TABLE,)),
        Shows("codes", ("MEN06", "MEN07", "MEN08")),
    ),
    "2-tune-a-keyword": (
        Shows("blank", ("Absent: nothing announces it", "REF04")),
        Shows("words", ("<Page 1",), (SVG,)),
        Shows("wide", ("1 places marked, 1 taken",), (SVG,)),
        Shows("corpus", ("(0.0, 0.8981",)),
        Shows("compare-wide", ("1 broken (1 newly wrong, 0 newly blank), 4 fixed, 1 changed",), (TABLE,)),
        Shows("masonry", ("<page 1 of masonry.pdf", "2 places marked, 1 taken"), (SVG,)),
        Shows("locks", ("Ambiguous", "« 26-DT-0431 »", "« D-1874 »")),
        Shows("compare-narrow", (": 0 broken, 5 fixed, 0 changed; 6 documents",), (TABLE,)),
        Shows("strangers", (": 0 broken, 0 fixed, 0 changed",), (TABLE,)),
        Shows("portal", ("26-DT-0417", "REF09", "Print « Commande : 26-DT-0417 »")),
    ),
    "3-write-a-rule-pack": (
        Shows("words", ("<RulePack chorus-pro ",)),
        Shows("words-seen", ("'26-DT-0422', 'SUD-1', '",)),
        Shows("field", ("point_d_eau only: 1 places marked, 1 taken",), (SVG,)),
        Shows("value", ("'PE-0107'",)),
        Shows("value-explained", ("Found: PE-0107", "below « point d'eau »")),
        Shows("check", ("REF90 – No water point is announced.",)),
        Shows("faults", ("'commande' already announces", "d'accord\" already announces")),
        Shows("misspelt", ("did you mean 'code_service'?",)),
        Shows("diff", ("alias « antenne »", "alias « numéro d'accord »", "+ field point_d_eau", "+ check REF90")),
        Shows("use", ("locks.pdf 26-DT-0431 NORD-2 ", " 1255.00 REF09 REF90 3 masonry.pdf 26-DT-0433 SUD-1"), (TABLE,)),
        Shows("group", ("NORD-2 2 2660.40 1", "SUD-1 2 8786.40 0"), (TABLE,)),
    ),
    "4-evaluate-and-compare": (
        Shows("truth", ("'code_service': 'NORD-2'", "'numero_engagement': '26-DT-0417'")),
        Shows("draft", ("{'code_service': (None, 'NORD-2'), 'numero_engagement': (None, '26-DT-0417')}",)),
        Shows("evaluate", ("wrong-rate 0.0000, recall 0.9692",), (TABLE,)),
        Shows("records", ("analyses NORD-2 26-DT-0417", "masonry SUD-1 NaN"), (TABLE,)),
        Shows("relations", ("relation below block", "siret_destinataire 3 1 0 1 14"), (TABLE,)),
        Shows("change", ("1 broken (1 newly wrong, 0 newly blank), 10 fixed, 1 changed",)),
        Shows("by-change", ("« antenne » 0 0 6 0", "« secteur » 0 0 0 0", "« accord » 1 0 0 1", " 0 0 4 1"), (TABLE,)),
        Shows("worst", ("broken (correct → wrong), by + numero_engagement: alias « accord »",)),
        Shows("better", (": 0 broken, 11 fixed, 0 changed",), (TABLE,)),
        Shows("effects", ("fixed     11",)),
        Shows("responsible", ("analyses code_service NORD-2 antenne same_cell + code_service: alias",), (TABLE,)),
        Shows("floor", ("(True, False)",)),
        Shows("page", ("net effect +11",)),
    ),
}
"""What a reader is told to see. What is to be found here has to be found on the next run, too."""


def cells(name: str) -> list[dict[str, Any]]:
    """Return the cells of a committed notebook."""
    notebook: dict[str, Any] = json.loads((FOLDER / f"{name}.ipynb").read_text(encoding="utf-8"))
    assert (notebook["nbformat"], notebook["metadata"]["kernelspec"]["name"]) == (4, "python3")
    found: list[dict[str, Any]] = notebook["cells"]
    return found


@pytest.fixture
def kernel(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[AsyncKernelManager]:
    """A kernel of the interpreter that runs the tests, with the package that they import, whatever the machine has.

    It talks through sockets of a folder, not through ports, which two workers might both take; the path of a socket is
    short, so that the folder is not pytest's own. What it writes besides goes into ``tmp_path``.
    """
    for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))
    package = str(Path(chorus_ocr.__file__).parents[1])
    paths = [package, *filter(None, [os.environ.get("PYTHONPATH")])]
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(paths))

    spec = tmp_path / "kernels" / KERNEL / "kernel.json"
    spec.parent.mkdir(parents=True)
    argv = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    spec.write_text(json.dumps({"argv": argv, "display_name": KERNEL, "language": "python"}), encoding="utf-8")
    specs = KernelSpecManager(kernel_dirs=[str(spec.parents[1])], ensure_native_kernel=False)
    with TemporaryDirectory(prefix="nb") as folder:
        yield AsyncKernelManager(
            kernel_name=KERNEL,
            kernel_spec_manager=specs,
            transport="ipc" if os.name == "posix" else "tcp",
            connection_file=str(Path(folder, "k.json")),
        )


def executed(name: str, kernel: AsyncKernelManager) -> dict[str, list[dict[str, Any]]]:
    """Run a notebook in its own folder; return the outputs of its cells."""
    notebook = nbformat.read(FOLDER / f"{name}.ipynb", as_version=4)
    client = NotebookClient(notebook, km=kernel, startup_timeout=600, resources={"metadata": {"path": str(FOLDER)}})
    asyncio.run(client.async_execute(cleanup_kc=True))
    return {cell.id: cell.outputs for cell in notebook.cells if cell.cell_type == "code"}


def told(outputs: list[dict[str, Any]]) -> str:
    """Return the text of a cell's outputs: what it printed, and the plain form of what it displayed.

    Of a data frame, the text of its HTML, one blank between two cells: the plain form breaks wide rows.
    """
    return "\n".join(each["text"] if "text" in each else _plain(each["data"]) for each in outputs)


def _plain(data: dict[str, str]) -> str:
    html = data.get("text/html", "")
    if 'class="dataframe"' not in html:
        return data["text/plain"]
    table = html[html.index("<table") :]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", table)).split())


def shown(outputs: list[dict[str, Any]]) -> str:
    """Return what a cell displays: its HTML, and the kinds of its displays."""
    data = [each.get("data", {}) for each in outputs]
    return "\n".join([each.get("text/html", "") for each in data] + [kind for each in data for kind in each])


def test_there_are_four_and_each_has_its_story() -> None:
    assert list(STORIES) == NOTEBOOKS and len(NOTEBOOKS) == 4
    assert all(f"]({FOLDER.relative_to(ROOT).as_posix()}/{name}.ipynb)" in README for name in NOTEBOOKS)


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_is_committed_without_outputs(name: str) -> None:
    for cell in cells(name):
        assert cell["metadata"] == {}
        if cell["cell_type"] == "code":
            assert (cell["outputs"], cell["execution_count"]) == ([], None), cell["id"]


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_notebook_reads_as_a_text(name: str) -> None:
    first, *rest = found = cells(name)
    assert first["source"][0].startswith("# ")
    assert rest[-1]["cell_type"] == "markdown"  # where to go from here
    for before, cell in pairwise(found):
        assert len(cell["source"]) <= 40, cell["id"]
        if before["cell_type"] == cell["cell_type"] == "code":
            assert len(cell["source"]) <= 8, f"{cell['id']} goes without a word"


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_the_links_of_a_notebook_lead_somewhere(name: str) -> None:
    prose = "".join("".join(cell["source"]) + "\n" for cell in cells(name) if cell["cell_type"] == "markdown")
    targets = re.findall(r"\]\(([^)#:]+)\)", prose)
    assert targets
    for target in targets:
        assert (FOLDER / target).exists(), target


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=() if name.startswith("2") else pytest.mark.slow) for name in NOTEBOOKS]
)
def test_a_notebook_runs_and_shows_what_it_says(name: str, kernel: AsyncKernelManager) -> None:
    outputs = executed(name, kernel)
    assert not [key for key, each in outputs.items() if any(output.get("name") == "stderr" for output in each)]
    for shows in STORIES[name]:
        text, display = told(outputs[shows.cell]), shown(outputs[shows.cell])
        at = 0
        for piece in shows.text:
            at = text.find(piece, at) + len(piece)
            assert at >= len(piece), (shows.cell, piece, text)
        for kind in shows.display:
            assert kind in display, (shows.cell, kind)
    silent = [cell for cell, each in outputs.items() if not each]
    assert not silent, "every code cell shows something"


@pytest.mark.slow
def test_the_kernel_imports_the_package_under_test(kernel: AsyncKernelManager) -> None:
    source = "import sys, chorus_ocr; print(sys.executable, chorus_ocr.__file__, sep='\\n')"
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source)])
    asyncio.run(NotebookClient(notebook, km=kernel).async_execute(cleanup_kc=True))
    [printed] = notebook.cells[0].outputs
    assert printed["text"].splitlines() == [sys.executable, chorus_ocr.__file__]
