"""The pytest plugin: a fixture that asserts that an invoice fills the form, and a report of every one that does not.

Loaded by pytest itself wherever the package is installed; ``-p no:chorus_ocr`` leaves it out. It imports nothing of the
package before a test asks for the fixture.
"""

import re
import sys
from collections.abc import Collection, Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol

import pytest

if TYPE_CHECKING:
    from chorus_ocr.reading.source import PdfSource
    from chorus_ocr.testing.invoice_check import InvoiceCheck
    from chorus_ocr.testing.meant import Meant

LANGUAGES: Final = ("fr", "en")
FAIL_ON: Final = ("blocking", "warning", "info", "none")
LONGEST_STEM: Final = 80
"""In characters, of the name of a report before its ending: some systems take no more than 255 with all folders."""

_CHECKS: Final = pytest.StashKey[list[Any]]()
"""What ``ChorusPro.check`` found at fault in a test: the reports that are written if the test fails."""

_WRITTEN: Final = pytest.StashKey[int]()
"""How many reports of a test are written."""


class Options(Protocol):
    """What the command line says; the type checker's view of it."""

    chorus_report: str | None
    chorus_lang: str
    chorus_fail_on: str
    chorus_allow: str


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options of the plugin."""
    group = parser.getgroup("chorus_ocr", "invoices for Chorus Pro")
    group.addoption(
        "--chorus-report",
        metavar="DIR",
        help="write a page of HTML and a drawing of every invoice that makes a test fail",
    )
    group.addoption("--chorus-lang", choices=LANGUAGES, default="fr", help="language of the messages (%(default)s)")
    group.addoption(
        "--chorus-fail-on",
        choices=FAIL_ON,
        default="blocking",
        help="warnings that make the fixture fail, where a call names none: these and graver ones (%(default)s)",
    )
    group.addoption(
        "--chorus-allow", metavar="CODES", default="", help="codes of warnings that never do, such as DOC08,DES03"
    )


def pytest_configure(config: pytest.Config) -> None:
    """Make the directory of reports absolute: tests change the current directory."""
    if config.option.chorus_report is not None:
        config.option.chorus_report = str(config.invocation_params.dir / config.option.chorus_report)


class ChorusPro:
    """The fixture: called as ``assert_chorus_readable``, with the command line's options for what a call leaves out."""

    def __init__(self, options: Options, checks: "list[InvoiceCheck]") -> None:
        self._options = options
        self._checks = checks

    def __call__(self, pdf: "PdfSource", meant: "Meant | None" = None, /, **how: Any) -> "InvoiceCheck":
        """Assert that an invoice fills the form as was meant: see ``chorus_ocr.testing.assert_chorus_readable``."""
        __tracebackhide__ = True
        from chorus_ocr.testing import assert_chorus_readable

        return assert_chorus_readable(pdf, {} if meant is None else meant, **self._completed(how))

    def check(self, pdf: "PdfSource", meant: "Meant | None" = None, /, **how: Any) -> "InvoiceCheck":
        """Return what ``chorus_ocr.testing.check_invoice`` finds; takes fields by name, as the fixture itself does."""
        from chorus_ocr.testing import failed_check

        try:
            return self(pdf, meant, **how)
        except AssertionError as error:
            check = failed_check(error)
            if check is None:
                raise
            self._checks.append(check)
            return check

    def _completed(self, how: dict[str, Any]) -> dict[str, Any]:
        fail_on = self._options.chorus_fail_on
        allow: Collection[str] = how.get("allow", ())
        if not isinstance(allow, str) and isinstance(allow, Collection):  # what is wrong is told where it is checked
            named = [code.strip() for code in self._options.chorus_allow.split(",") if code.strip()]
            how = {**how, "allow": (*allow, *named)}
        return {"lang": self._options.chorus_lang, "fail_on": None if fail_on == "none" else fail_on, **how}


@pytest.fixture
def chorus_pro(request: pytest.FixtureRequest) -> ChorusPro:
    """Assert that an invoice fills Chorus Pro's form as its generator meant: chorus_pro(pdf, siret_destinataire=…)."""
    return ChorusPro(request.config.option, request.node.stash.setdefault(_CHECKS, []))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Write the reports of a test that fails, and name them below its message."""
    report = yield
    folder = item.config.option.chorus_report
    if folder is not None and report.failed:
        found = item.stash.get(_CHECKS, [])
        raised = None if call.excinfo is None else _check_of(call.excinfo.value)
        for check in [*found, *([] if raised is None else [raised])]:
            item.stash[_WRITTEN] = item.stash.get(_WRITTEN, 0) + 1
            told = _write(check, Path(folder), _stem(item.nodeid, item.stash[_WRITTEN]))
            report.sections.append(("Chorus Pro", told))
        found.clear()
    return report


def _check_of(error: BaseException) -> "InvoiceCheck | None":
    """Return what an error tells of an invoice, whoever raised it: the fixture, or the function itself."""
    if "chorus_ocr.testing.assertion" not in sys.modules:
        return None
    from chorus_ocr.testing import failed_check

    return failed_check(error)


def _stem(nodeid: str, number: int) -> str:
    """Return the name of a test's report without its ending: to be read by people, and another for each test."""
    from hashlib import sha1

    readable = re.sub(r"[^A-Za-z0-9._-]+", "-", nodeid)[-LONGEST_STEM:].strip("-.")
    only = sha1(nodeid.encode(errors="surrogatepass"), usedforsecurity=False).hexdigest()[:8]
    return f"{readable}-{only}" + (f"-{number}" if number > 1 else "")


def _write(check: "InvoiceCheck", folder: Path, stem: str) -> str:
    """Write the page and the drawing of one check; return where they are, or why they are not."""
    page, drawing = folder / f"{stem}.html", folder / f"{stem}.svg"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        page.write_text(check.to_html(), encoding="utf-8", newline="\n")
        if check.report is None:
            return str(page)
        check.report.save_overlay(drawing)
    except OSError as error:
        return f"the report cannot be written: {error}"
    return f"{page}\n{drawing}"
