"""Where everything meets: a scan is a reading and a recognition; wrong arguments and bad files are told."""

import io
import pickle
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

import chorus_ocr
from chorus_ocr import (
    CHORUS_PRO,
    ChorusOcrError,
    DamagedDocument,
    Document,
    EncryptedDocument,
    Lang,
    Limits,
    Message,
    Need,
    NotAPdf,
    PageScope,
    RuleError,
    Seen,
    Severity,
    Text,
    UnreadableDocument,
    check,
)
from chorus_ocr.compliance.check import Check, Firmness
from chorus_ocr.reading.limits import DEFAULT_LIMITS
from chorus_ocr.reading.pdfium import PdfiumReader
from chorus_ocr.reading.source import Source
from fixtures.make_invoices import INVOICES
from rules.checks.bills import CLIENT, LINES, OTHER, WRONG, bill, blank, with_

NAMES = sorted(path.stem for path in INVOICES.glob("*.pdf") if path.stem != "password")
ONE = INVOICES / "inline_labels.pdf"


@check(
    code="IDE99",
    slug="date-de-demain",
    severity=Severity.INFO,
    title=Text("Demain", "Tomorrow"),
    rationale="A check of the tests.",
    source="the tests",
    firmness=Firmness.LOW,
    since="0.1.0",
    messages={"day": Text("le {day}", "on {day}")},
    hints={"day": Text("rien", "nothing")},
    needs=[Need.TODAY],
)
def date_de_demain(seen: Seen) -> Iterator[Message]:
    """Tells the day's date."""
    yield Message(key="day", arguments={"day": seen.today, "cadre": seen.cadre})


DATED = CHORUS_PRO.with_check(date_de_demain)


@pytest.mark.parametrize("name", NAMES)
def test_a_scan_is_a_reading_and_a_recognition(name: str) -> None:
    path = INVOICES / f"{name}.pdf"
    report = chorus_ocr.scan(path)
    assert report == chorus_ocr.recognize(chorus_ocr.read(path))
    assert report == chorus_ocr.scan(str(path))
    assert report.to_dict() == chorus_ocr.scan(path.read_bytes(), file_name=path.name).to_dict()
    with path.open("rb") as file:
        assert report == chorus_ocr.scan(file)


def test_every_argument_reaches_its_half() -> None:
    path = INVOICES / "several_pages.pdf"
    whole = chorus_ocr.scan(
        path,
        pages="all",
        password="unused",
        file_name="facture.pdf",
        reader=PdfiumReader(),
        rules=DATED,
        cadre="A9",
        today=date(2026, 7, 1),
        lang="en",
        checksums="flag",
    )
    document = chorus_ocr.read(path, pages=PageScope.ALL, password="unused", file_name="facture.pdf", reader="pdfium")
    halves = chorus_ocr.recognize(
        document, rules=DATED, cadre="A9", today=date(2026, 7, 1), lang=Lang.EN, checksums="flag"
    )
    assert whole == halves
    assert whole != chorus_ocr.scan(path)
    assert (whole.document.scope, whole.document.file_name) == (PageScope.ALL, "facture.pdf")
    assert (whole.cadre, whole.lang, whole.keep_failed) == ("A9", "en", True)
    [dated] = [warning for warning in whole.warnings if warning.code == "IDE99"]
    assert dated.message == "on 2026-07-01"


def test_a_reader_of_the_callers_own_is_asked() -> None:
    class Blind:
        def read(
            self,
            source: Source,
            *,
            scope: PageScope = PageScope.FIRST_THREE,
            password: str | None = None,
            limits: Limits = DEFAULT_LIMITS,
        ) -> Document:
            """Return one empty page, whatever the source."""
            document = chorus_ocr.read(blank())
            assert (source.label, scope, password, limits) == (str(ONE), "all", "sesame", Limits(words=7))
            return document

    report = chorus_ocr.scan(ONE, reader=Blind(), pages="all", password="sesame", limits=Limits(words=7))
    assert [warning.code for warning in report.warnings] == ["DOC05"]


def test_a_report_survives_pickling_and_copies_of_it_are_equal() -> None:
    report = chorus_ocr.scan(INVOICES / "invalid_siret.pdf")
    assert pickle.loads(pickle.dumps(report)) == report


def test_without_a_date_the_checks_of_dates_do_not_run() -> None:
    report = chorus_ocr.scan(ONE, rules=DATED)
    dated, asking = (
        [check.code for check in DATED.checks if need in check.needs] for need in (Need.TODAY, Need.DIRECTORY)
    )
    assert "IDE99" in dated and "IDE06" in dated
    assert sorted(report.not_run) == sorted({*dated, *asking})
    assert not set(dated) & {warning.code for warning in report.warnings}
    assert sorted(chorus_ocr.scan(ONE, rules=DATED, today=date(2026, 7, 1)).not_run) == sorted(asking)


def test_warnings_are_sorted_by_severity() -> None:
    pdf = bill(with_(LINES, client_siret=f"SIRET client : {WRONG}", other="Purchase order : 12"), more_pages=4)
    report = chorus_ocr.scan(pdf, rules=DATED, today=date(2026, 7, 1), file_name="x" * 60 + ".pdf")
    severities = [warning.severity for warning in report.warnings]
    assert severities == sorted(severities, key=list(Severity).index)
    assert severities[0] is Severity.BLOCKING and severities[-1] is Severity.INFO


# Checksums


def test_an_identifier_that_fails_its_checksum_stays_out_of_the_form() -> None:
    report = chorus_ocr.scan(bill(with_(LINES, client_siret=f"SIRET client : {WRONG}")))
    assert report.prefill.siret_destinataire is None
    assert report.fields["siret_destinataire"].status == "invalid"


def test_flagged_it_is_kept_with_its_status_and_its_warning() -> None:
    pdf = bill(with_(LINES, client_siret=f"SIRET client : {WRONG}"))
    report = chorus_ocr.scan(pdf, checksums="flag")
    assert report.prefill.siret_destinataire == report.completed.siret_destinataire == WRONG.replace(" ", "")
    assert report.fields["siret_destinataire"].status == "invalid"
    assert report.fields["siret_destinataire"].value is None
    assert [warning.code for warning in report.warnings] == ["DES02"]


def test_flagged_two_that_differ_are_not_chosen_between() -> None:
    other = f"{OTHER[:-1]}{(int(OTHER[-1]) + 1) % 10}"
    lines = with_(LINES, client_siret=f"SIRET client : {WRONG}", other=f"SIRET client : {other}")
    assert chorus_ocr.scan(bill(lines), checksums="flag").prefill.siret_destinataire is None


def test_flagged_a_valid_one_is_what_it_was() -> None:
    assert chorus_ocr.scan(bill(), checksums="flag").prefill == chorus_ocr.scan(bill()).prefill
    assert chorus_ocr.scan(bill()).prefill.siret_destinataire == CLIENT.replace(" ", "")


# Wrong arguments


@pytest.mark.parametrize(
    ("arguments", "error", "told"),
    [
        ({"pages": "three"}, ValueError, "pages is one of 'first-three', 'first-and-last-two', 'all', not 'three'"),
        ({"pages": 3}, TypeError, "pages is one of 'first-three', 'first-and-last-two', 'all', not int"),
        ({"password": b"secret"}, TypeError, "password is a str or None, not bytes"),
        ({"file_name": Path("x.pdf")}, TypeError, r"file_name is a str or None, not \w*Path"),
        ({"reader": "pdfminer"}, ValueError, "reader is one of 'pdfium'.* or a Reader, not 'pdfminer'"),
        ({"reader": PdfiumReader}, TypeError, "or a Reader, not the class PdfiumReader"),
        ({"reader": 7}, TypeError, "or a Reader, not int"),
        ({"limits": 7}, TypeError, "limits is a Limits, not int"),
        ({"limits": Limits}, TypeError, "limits is a Limits, not the class Limits"),
        ({"rules": "chorus-pro"}, TypeError, "rules is a RulePack such as CHORUS_PRO, not str"),
        ({"cadre": "B1"}, ValueError, "cadre is one of 'A1', 'A2', .*'A25', not 'B1'"),
        ({"today": "2026-07-01"}, TypeError, "today is a datetime.date or None, not str"),
        ({"today": datetime(2026, 7, 1)}, TypeError, "today is a datetime.date or None, not datetime"),  # noqa: DTZ001
        ({"lang": "de"}, ValueError, "lang is one of 'fr', 'en', not 'de'"),
        ({"checksums": False}, TypeError, "checksums is one of 'strict', 'flag', not bool"),
    ],
)
def test_a_wrong_argument_is_told_with_what_is_allowed(
    arguments: dict[str, Any], error: type[Exception], told: str
) -> None:
    with pytest.raises(error, match=told):
        chorus_ocr.scan(ONE, **arguments)


def test_a_source_of_another_type_is_told() -> None:
    with pytest.raises(TypeError, match="a PDF is read from a path, bytes or a binary file, not from int"):
        chorus_ocr.scan(7)  # type: ignore[arg-type] # the mistake is the test
    with pytest.raises(TypeError, match="document is a Document, as read"):
        chorus_ocr.recognize("facture.pdf")  # type: ignore[arg-type] # the mistake is the test


# Bad files


@pytest.mark.parametrize(
    ("data", "error", "told"),
    [
        (b"", NotAPdf, "x.pdf: the file is empty"),
        (b"PK\x03\x04" + b"\0" * 2000, NotAPdf, "x.pdf: the file does not start like a PDF"),
        (b"%PDF-1.7\n", DamagedDocument, "x.pdf: "),
        (bill()[:300], DamagedDocument, "x.pdf: "),
        ((INVOICES / "password.pdf").read_bytes(), EncryptedDocument, "x.pdf: a password is needed"),
    ],
    ids=["empty", "no-pdf", "header-only", "truncated", "password"],
)
def test_a_file_that_cannot_be_read_is_a_typed_error(
    tmp_path: Path, data: bytes, error: type[UnreadableDocument], told: str
) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(data)
    with pytest.raises(error, match=told) as raised:
        chorus_ocr.scan(path)
    assert type(raised.value) is error
    assert isinstance(raised.value, ChorusOcrError)


def test_no_pages_no_file_and_a_directory_are_typed_errors(tmp_path: Path) -> None:
    no_pages = (
        b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
        b"2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n"
        b"xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000058 00000 n \n"
        b"trailer << /Size 3 /Root 1 0 R >>\nstartxref\n110\n%%EOF\n"
    )
    with pytest.raises(DamagedDocument):
        chorus_ocr.scan(no_pages)
    with pytest.raises(UnreadableDocument, match="no such file"):
        chorus_ocr.scan(tmp_path / "missing.pdf")
    with pytest.raises(UnreadableDocument, match="a directory, not a file"):
        chorus_ocr.scan(tmp_path)


def test_the_wrong_password_is_told_and_the_right_one_opens() -> None:
    path = INVOICES / "password.pdf"
    with pytest.raises(EncryptedDocument, match="the password is wrong"):
        chorus_ocr.scan(path, password="wrong")
    report = chorus_ocr.scan(path, password="secret")
    assert report.prefill.numero_facture is not None
    assert [warning.code for warning in report.warnings if warning.code.startswith("DOC")] == ["DOC04"]


@pytest.mark.parametrize("pdf", [blank(), (INVOICES / "scan.pdf").read_bytes()], ids=["empty page", "scan"])
def test_a_page_without_text_is_a_report_with_a_blocking_warning(pdf: bytes) -> None:
    report = chorus_ocr.scan(io.BytesIO(pdf))
    assert report.blocking
    assert {decision.status for decision in report.fields.values()} == {"absent"}
    assert report.prefill == chorus_ocr.Prefill()


def test_a_wrong_pack_is_told_at_its_construction() -> None:
    with pytest.raises(RuleError) as raised:
        CHORUS_PRO.with_keywords("siret_destinataire", "SIRET.*", "[0-9]+")
    assert len(raised.value.faults) >= 2


def test_a_wrong_check_is_told_with_all_its_faults() -> None:
    def nothing(seen: Seen) -> Iterator[Message]:
        yield from ()

    with pytest.raises(RuleError) as raised:
        made: Check = check(
            code="X1",
            slug="Not Kebab",
            severity=Severity.BLOCKING,
            title=Text("", "t"),
            rationale=" ",
            source="s",
            firmness=Firmness.LOW,
            since="",
            messages={"a": Text("{x}", "{y}"), "b": Text("{", "{")},
            hints={"a": Text("h", "h")},
        )(nothing)
        assert made
    told = str(raised.value)
    for fault in (
        "two or three capitals and two digits",
        "not kebab-case",
        "the rationale or an example is empty",
        "since is empty",
        "every message has a hint",
        "inferred fact is info",
        "empty in one language",
        "do not take the same arguments",
        "cannot be filled in",
    ):
        assert fault in told, fault
