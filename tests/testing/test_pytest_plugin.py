"""The pytest plugin: its fixture, its options, the reports of invoices that fail, and that it costs nothing unused."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import chorus_ocr
from chorus_ocr import Lang, Severity
from chorus_ocr.testing import pytest_plugin

pytest_plugins = ["pytester"]

ROOT = Path(__file__).parents[2]
SOURCE = Path(chorus_ocr.__file__).parents[1]
PLUGIN = "chorus_ocr.testing.pytest_plugin"

HEAD = """
import pytest
from chorus_ocr.testing import assert_chorus_readable
from testing.templates import FINE, GLUED_AND_READ, KEYWORD_REMOVED, MEANT

"""


@pytest.fixture
def run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> "Run":
    """Run pytest in a process of its own, without the plugins that happen to be installed here."""
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(SOURCE), str(ROOT / "tests")]))
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    monkeypatch.delenv("PYTEST_ADDOPTS", raising=False)
    return Run(pytester)


class Run:
    """Runs tests, and knows the reports that they left."""

    def __init__(self, pytester: pytest.Pytester) -> None:
        self.pytester = pytester

    def __call__(self, tests: str, *options: str, plugin: str = PLUGIN) -> pytest.RunResult:
        self.pytester.makepyfile(test_facture=HEAD + tests)
        return self.pytester.runpytest_subprocess("-p", plugin, "-p", "no:cacheprovider", *options)

    def reports(self, folder: str = "reports") -> list[str]:
        """Return the names of the reports, without what tells apart tests of like names."""
        names = sorted(path.name for path in self.pytester.path.joinpath(folder).glob("*"))
        return [re.sub(r"-[0-9a-f]{8}(?=[-.])", "", name) for name in names]

    def report(self, name: str) -> str:
        """Return the text of one report."""
        stem, _, ending = name.partition(".")
        [path] = self.pytester.path.joinpath("reports").glob(f"*{stem}-????????.{ending}")
        return path.read_text(encoding="utf-8")


def test_the_fixture_asserts(run: Run) -> None:
    done = run(
        """
def test_fine(chorus_pro):
    assert chorus_pro(FINE, MEANT, bic="CRRVFR2X").ok

def test_broken(chorus_pro):
    chorus_pro(KEYWORD_REMOVED, **MEANT, file_name="facture.pdf")

def test_misspelt(chorus_pro):
    chorus_pro(FINE, siret_destinatair="110 002 011 00044")
"""
    )
    done.assert_outcomes(passed=1, failed=2)
    done.stdout.fnmatch_lines(
        [
            "E*AssertionError: facture.pdf : non lus : siret_destinataire ; avertissements : DES01",
            "E*  prévu     217 209 147 00016",
            "E*  → Imprimer « SIRET client : 217 209 147 00016 ».",
            "test_facture.py:*: AssertionError",
            "E*TruthError: <meant>: no field 'siret_destinatair'; did you mean 'siret_destinataire'?",
            "FAILED test_facture.py::test_broken - AssertionError: facture.pdf : non lus *",
        ]
    )
    # The test that calls is shown, and none of the library's own lines.
    assert "src/chorus_ocr" not in done.stdout.str()
    assert not run.pytester.path.joinpath("reports").exists()


@pytest.mark.slow
def test_every_invoice_that_makes_a_test_fail_is_reported(run: Run) -> None:
    done = run(
        """
@pytest.fixture
def drawn():
    assert_chorus_readable(KEYWORD_REMOVED, MEANT, file_name="fixture.pdf")

def test_by_the_fixture(chorus_pro):
    chorus_pro(KEYWORD_REMOVED, MEANT, file_name="fixture.pdf")

def test_by_the_function(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert_chorus_readable(KEYWORD_REMOVED, MEANT)

def test_in_the_setup(drawn):
    pass

def test_of_several(chorus_pro):
    checks = [chorus_pro.check(pdf, MEANT) for pdf in (KEYWORD_REMOVED, FINE, KEYWORD_REMOVED)]
    assert [check.ok for check in checks] == [False, True, False]
    chorus_pro(b"<html>")

def test_that_expects_it(chorus_pro):
    with pytest.raises(AssertionError):
        chorus_pro(KEYWORD_REMOVED, MEANT)
    assert not chorus_pro.check(KEYWORD_REMOVED, MEANT).ok

def test_that_fails_for_another_reason(chorus_pro):
    assert chorus_pro.check(FINE, MEANT).ok
    assert 1 + 1 == 3
""",
        "--chorus-report=reports",
    )
    done.assert_outcomes(passed=1, failed=4, errors=1)
    assert run.reports() == [
        "test_facture.py-test_by_the_fixture.html",
        "test_facture.py-test_by_the_fixture.svg",
        "test_facture.py-test_by_the_function.html",
        "test_facture.py-test_by_the_function.svg",
        "test_facture.py-test_in_the_setup.html",
        "test_facture.py-test_in_the_setup.svg",
        "test_facture.py-test_of_several-2.html",
        "test_facture.py-test_of_several-2.svg",
        "test_facture.py-test_of_several-3.html",
        "test_facture.py-test_of_several.html",
        "test_facture.py-test_of_several.svg",
    ]
    page = run.report("test_by_the_fixture.html")
    assert page.startswith("<!DOCTYPE html>") and "fixture.pdf" in page and "217\N{NO-BREAK SPACE}209" in page
    assert "<svg " in run.report("test_by_the_fixture.svg")[:100]
    done.stdout.fnmatch_lines(
        ["*- Chorus Pro -*", f"{run.pytester.path}/reports/test_facture.py-test_by_the_fixture-*.html"]
    )


NAMES = """
@pytest.mark.parametrize("name", ["a/b", "a:b", "a b", "é" * 300, "\\x1b[2J", "../../x"])
def test_name(chorus_pro, name):
    chorus_pro(KEYWORD_REMOVED, MEANT)
"""


@pytest.mark.slow
def test_reports_have_names_of_their_own_that_any_system_takes(run: Run) -> None:
    run(NAMES, "--chorus-report=reports").assert_outcomes(failed=6)
    names = [path.name for path in run.pytester.path.joinpath("reports").iterdir()]
    assert len(names) == 12
    assert len({name.casefold() for name in names}) == 12
    for name in names:
        assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}", name), name


@pytest.mark.slow
def test_workers_write_the_same_reports(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("xdist", reason="pytest-xdist is not installed: reports of its workers are not tested")
    run(NAMES, "--chorus-report=alone").assert_outcomes(failed=6)
    done = run(NAMES, "-p", "xdist", "-n", "2", "--chorus-report=reports")
    done.assert_outcomes(failed=6)
    folders = [run.pytester.path / name for name in ("alone", "reports")]
    alone, spread = ({path.name for path in folder.iterdir()} for folder in folders)
    assert alone == spread and len(alone) == 12
    done.stdout.fnmatch_lines([f"{folders[1]}/test_facture.py-test_name*.html"])


@pytest.mark.slow
def test_a_report_that_cannot_be_written_is_told(run: Run) -> None:
    run.pytester.path.joinpath("taken").write_text("a file", encoding="utf-8")
    done = run("def test_it(chorus_pro):\n    chorus_pro(KEYWORD_REMOVED, MEANT)\n", "--chorus-report=taken/reports")
    done.assert_outcomes(failed=1)
    done.stdout.fnmatch_lines(["the report cannot be written: *"])


@pytest.mark.slow
def test_the_command_line_says_what_a_call_leaves_out(run: Run) -> None:
    tests = """
def test_warning(chorus_pro):
    chorus_pro(GLUED_AND_READ, MEANT, file_name="facture.pdf")

def test_blocking(chorus_pro):
    chorus_pro(KEYWORD_REMOVED, file_name="facture.pdf")

def test_of_its_own(chorus_pro):
    chorus_pro(GLUED_AND_READ, MEANT, fail_on="blocking")
    assert chorus_pro.check(KEYWORD_REMOVED, allow=["DES01"], fail_on=None).allow[0] == "DES01"
    assert chorus_pro.check(b"", lang="fr").lang == "fr"
    with pytest.raises(TypeError, match="allow is a collection"):
        chorus_pro(FINE, allow="DES01")
"""
    run(tests).assert_outcomes(passed=2, failed=1)
    run(tests, "--chorus-fail-on=none").assert_outcomes(passed=3)
    run(tests, "--chorus-fail-on=warning", "--chorus-allow=DOC23, DES01").assert_outcomes(passed=3)
    done = run(tests, "--chorus-fail-on=warning", "--chorus-lang=en")
    done.assert_outcomes(passed=1, failed=2)
    done.stdout.fnmatch_lines(["E*AssertionError: facture.pdf: warnings: DOC23", "E*  WARNING  DOC23  *glues*"])


def test_the_options_are_those_of_the_library() -> None:
    assert tuple(Lang) == pytest_plugin.LANGUAGES
    assert (*Severity, "none") == pytest_plugin.FAIL_ON


@pytest.mark.slow
def test_the_fixture_and_the_options_are_listed(run: Run) -> None:
    run("", "--fixtures").stdout.fnmatch_lines(["chorus_pro*", "*Assert that an invoice fills Chorus Pro's form*"])
    run("", "--help").stdout.fnmatch_lines(["*--chorus-report=DIR*"])


UNUSED = """
def test_it(request):
    import sys
    assert "chorus_ocr.testing.pytest_plugin" in sys.modules
    own = {name for name in sys.modules if name.partition(".")[0] == "chorus_ocr"}
    assert own == {"chorus_ocr", "chorus_ocr.testing", "chorus_ocr.testing.pytest_plugin"}
    assert not {"pypdfium2", "PIL", "regex"} & set(sys.modules)
"""


def test_it_costs_nothing_where_it_is_not_used(run: Run) -> None:
    run.pytester.makepyfile(test_unused=UNUSED)
    run.pytester.runpytest_subprocess("-p", PLUGIN, "--chorus-report=reports").assert_outcomes(passed=1)
    assert not run.pytester.path.joinpath("reports").exists()


@pytest.mark.slow
def test_a_test_that_fails_without_an_invoice_loads_nothing(run: Run) -> None:
    run.pytester.makepyfile(test_other="def test_it():\n    assert 0\n")
    run.pytester.makeconftest("""
def pytest_sessionfinish():
    import sys
    assert "chorus_ocr.report" not in sys.modules
""")
    done = run.pytester.runpytest_subprocess("-p", PLUGIN, "--chorus-report=reports")
    done.assert_outcomes(failed=1)
    assert done.ret == pytest.ExitCode.TESTS_FAILED


def test_the_import_of_the_plugin_loads_none_of_the_library() -> None:
    code = f"import {PLUGIN}, sys; print(*(name for name in sys.modules if name.startswith('chorus_ocr')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["chorus_ocr", "chorus_ocr.testing", PLUGIN]


@pytest.mark.slow
def test_pytest_finds_the_plugin_by_itself_and_can_be_told_not_to(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    # A distribution as an installer leaves it: its name, and the entry points of pyproject.
    with (ROOT / "pyproject.toml").open("rb") as file:
        [(name, target)] = tomllib.load(file)["project"]["entry-points"]["pytest11"].items()
    installed = run.pytester.mkdir("installed") / "generator-0.dist-info"
    installed.mkdir()
    installed.joinpath("METADATA").write_text("Metadata-Version: 2.1\nName: generator\nVersion: 0\n")
    installed.joinpath("entry_points.txt").write_text(f"[pytest11]\n{name} = {target}\n")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(installed.parent), os.environ["PYTHONPATH"]]))
    monkeypatch.delenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD")
    run.pytester.makepyfile(test_facture=HEAD + "def test_it(chorus_pro):\n    chorus_pro(FINE, MEANT)\n")
    run.pytester.runpytest_subprocess().assert_outcomes(passed=1)
    done = run.pytester.runpytest_subprocess("-p", f"no:{name}")
    done.assert_outcomes(errors=1)
    done.stdout.fnmatch_lines(["*fixture 'chorus_pro' not found"])
    assert target == PLUGIN
