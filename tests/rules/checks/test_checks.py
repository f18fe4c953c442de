"""Every check trips on its failing invoices, in both languages, and on no right one; what it says to print cures."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

import chorus_ocr
from chorus_ocr import CHORUS_PRO, ComplianceWarning, Report, Severity
from chorus_ocr.compliance.check import Check, Firmness
from chorus_ocr.reading.document import Box, Document, Page, WordTable
from chorus_ocr.rules import checks
from chorus_ocr.rules.checks import CHECKS
from rules.checks.bills import LINES, STATE_LINES, Case, bill, blank, with_, without
from rules.checks.cases import CASES

KEYS = [(check.code, key) for check in CHECKS for key in check.messages]
OTHER_PACK = {("DOC13", "other"), ("IDE04", "rivals"), ("IDE07", "rivals")}
"""Messages that only another pack than CHORUS_PRO leads to; each has a test of its own."""


def raised(warnings: Sequence[ComplianceWarning], case: Case) -> list[ComplianceWarning]:
    return [each for each in warnings if (each.code, each.key) == (case.code, case.key)]


def codes(report: Report) -> list[str]:
    return [each.code for each in report.warnings]


def test_the_checks_are_all_listed() -> None:
    folder = Path(str(checks.__file__)).parent
    modules = sorted(path.stem for path in folder.glob("*.py") if path.stem != "__init__")
    assert sorted(check.code.lower() for check in CHECKS) == modules
    assert CHORUS_PRO.checks == CHECKS


def test_codes_and_slugs_are_unique() -> None:
    assert len({check.code for check in CHECKS}) == len({check.slug for check in CHECKS}) == len(CHECKS)


def test_the_changelog_names_every_code() -> None:
    changelog = (Path(__file__).parents[3] / "CHANGELOG.md").read_text(encoding="utf-8")
    for check in CHECKS:
        assert f"`{check.code}` {check.slug} ({check.severity})" in changelog, "run: python .ci/make.py"


def test_a_code_that_the_changelog_names_is_a_check_for_ever() -> None:
    changelog = (Path(__file__).parents[3] / "CHANGELOG.md").read_text(encoding="utf-8")
    named = dict(
        re.findall(r"^ *- `([A-Z]{2,3}\d\d)` ([a-z0-9-]+) \((?:blocking|warning|info)\)$", changelog, re.MULTILINE)
    )
    assert named == {check.code: check.slug for check in CHECKS}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_a_check_is_described(check: Check) -> None:
    assert check.find.__doc__ and check.find.__doc__.strip().endswith(".")
    assert check.find.__name__ == check.slug.replace("-", "_")
    assert check.rationale.fr.endswith(".") and check.rationale.en.endswith(".") and check.source
    assert check.rationale.fr != check.rationale.en and check.example is not None
    assert check.example.fails != check.example.passes
    assert check.severity is Severity.INFO or check.firmness is not Firmness.LOW


def test_every_message_has_a_failing_and_a_passing_invoice() -> None:
    assert {(case.code, case.key) for case in CASES} == set(KEYS) - OTHER_PACK


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_check_trips_on_its_failing_invoice(case: Case) -> None:
    [french] = raised(case.fails(), case)
    [english] = raised(case.fails(lang="en"), case)
    assert french.field == english.field == case.name
    for warning in (french, english):
        for text in (warning.title, warning.message, warning.hint):
            assert text and not re.search(r"[{}]|None", text), text
    assert french.message != english.message
    assert french.print_text == english.print_text


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_check_is_silent_on_its_passing_invoice(case: Case) -> None:
    assert case.code not in [each.code for each in case.passes()]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_a_hint_says_to_print_cures(case: Case) -> None:
    [warning] = raised(case.fails(), case)
    if warning.print_text is None:
        assert "print_text" not in next(each for each in CHECKS if each.code == case.code).hints[case.key].fr
        return
    assert warning.print_text in warning.hint
    assert case.code not in [each.code for each in case.cured(warning.print_text)]


@pytest.mark.parametrize("lines", [LINES, STATE_LINES], ids=["commune", "state"])
def test_nothing_is_said_of_an_invoice_that_is_right(lines: dict[str, str]) -> None:
    report = chorus_ocr.scan(bill(lines))
    assert report.warnings == ()
    assert not report.blocking


def test_a_warning_points_at_what_it_is_about() -> None:
    report = chorus_ocr.scan(bill(with_(LINES, gross="Total TTC : 1 445,00 €")))
    [warning] = [each for each in report.warnings if each.code == "MNT05"]
    candidate = report.fields["montant_ttc"].choice
    assert candidate is not None
    assert (warning.page, warning.box) == (1, candidate.box)
    assert "1 200,00" in warning.message and "1 445,00" in warning.message


def test_a_shorter_name_is_proposed() -> None:
    report = chorus_ocr.scan(bill(), file_name="x" * 47 + ".pdf")
    [warning] = report.warnings
    assert "« facture-FA-2026-0412.pdf »" in warning.hint
    assert "51" in warning.message


def test_fifty_characters_and_no_name_at_all_are_fine() -> None:
    assert not chorus_ocr.scan(bill(), file_name="x" * 46 + ".pdf").warnings
    assert not chorus_ocr.scan(bill()).warnings


def test_pages_out_of_scope_are_named() -> None:
    pdf = bill(more_pages=5)
    [first] = chorus_ocr.scan(pdf).warnings
    assert "6 pages ; non lues : 4-6" in first.message
    [both_ends] = chorus_ocr.scan(pdf, pages="first-and-last-two").warnings
    assert "non lues : 2-4" in both_ends.message and both_ends.page == 2
    assert not chorus_ocr.scan(pdf, pages="all").warnings


def test_a_scan_is_told_once_and_not_of_what_it_may_print() -> None:
    assert codes(chorus_ocr.scan(blank())) == ["DOC05"]


def test_a_quote_is_told_once_and_not_of_what_is_left_blank() -> None:
    report = chorus_ocr.scan(bill(with_(LINES, title="DEVIS N° D-2026-0412")))
    assert codes(report) == ["DOC13"]
    assert report.blocking
    assert "« DEVIS" in report.warnings[0].message


def test_a_quote_is_told_by_a_pack_that_does_not_read_titles() -> None:
    pdf = bill(with_(LINES, title="DEVIS N° D-2026-0412"))
    [warning] = chorus_ocr.scan(pdf, rules=CHORUS_PRO.without("type_facture")).warnings
    assert (warning.code, warning.key) == ("DOC13", "other")


def test_several_engagements_are_told_once_to_the_state() -> None:
    report = chorus_ocr.scan(bill(with_(STATE_LINES, other="Engagement : 26D000999")))
    assert codes(report) == ["REF01"]
    assert "1500062783, 26D000999" in report.warnings[0].message


def test_only_a_printed_siret_makes_the_state_ask_for_its_references() -> None:
    # « Ministère » alone is read with less certainty than a blocking warning asks for.
    lines = without(STATE_LINES, "client siret", "service", "engagement")
    address = {
        **lines,
        "client": "Ministère de la Transition écologique",
        "street": "Tour Séquoia",
        "town": "75700 Paris",
    }
    report = chorus_ocr.scan(
        bill({name: address[name] for name in ("title", "date", "client", "street", "town", "net")})
    )
    assert [code for code in codes(report) if code.startswith(("DES", "REF"))] == ["DES16"]
    assert report.prefill.siret_destinataire is None
    assert report.completed.siret_destinataire == "11000201100044"


def test_a_credit_note_of_mixed_signs_is_not_a_sum_that_fails() -> None:
    lines = with_(
        LINES,
        title="AVOIR N° AV-2026-0412",
        net="Total HT : -1 200,00 €",
        gross="Total TTC : -1 440,00 €",
        due="Net à payer : -1 440,00 €",
    )
    assert "MNT05" not in codes(chorus_ocr.scan(bill(lines)))


def page(words: int, *images: Box) -> Document:
    table = WordTable(
        text=("mot",) * words,
        x0=tuple(10.0 * at for at in range(words)),
        top=(10.0,) * words,
        x1=tuple(10.0 * at + 8 for at in range(words)),
        bottom=(20.0,) * words,
        size=(10.0,) * words,
        colour=(0x000000FF,) * words,
        mode=(0,) * words,
        angle=(0,) * words,
    )
    return Document(pages=(Page(number=1, width=595, height=842, words=table, images=images),), page_count=1)


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (page(0), ["DOC05"]),
        (page(3, Box(0, 0, 595, 842)), ["DOC05"]),  # a scan with a stamp
        (page(12, Box(0, 0, 595, 842)), ["DES01"]),  # a background picture
        (page(3, Box(0, 0, 200, 100)), ["DES01"]),  # a logo
        (page(3), ["DES01"]),
    ],
)
def test_a_page_of_pictures_is_told_from_a_page_of_text(document: Document, expected: list[str]) -> None:
    told = codes(chorus_ocr.recognize(document))
    assert [code for code in told if code in ("DOC05", "DES01")] == expected
    assert expected != ["DOC05"] or told == expected
