"""A report goes out as plain data and comes back saying the same; what is no report is refused, every fault named."""

import copy
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import chorus_ocr
from chorus_ocr import (
    CHORUS_PRO,
    ChorusOcrError,
    FieldRule,
    LigneTva,
    Parsed,
    Prefill,
    Report,
    ReportDataError,
    SchemaVersionError,
    Status,
    UnreadableDocument,
    ValueType,
)
from chorus_ocr.report.plain import SCHEMA_VERSION
from chorus_ocr.report.schema import report_schema
from chorus_ocr.rules.fields.siret_destinataire import SIRET_DESTINATAIRE
from chorus_ocr.tuning import draft_truth
from chorus_ocr.values.amount import AMOUNT
from chorus_ocr.values.identifier import REFERENCE
from fixtures.make_invoices import INVOICES
from rules.checks.bills import LINES, Case, bill, with_
from rules.checks.cases import failing_cases
from sampling import some_now
from tuning.corpora import SHARED, WITHOUT_SHARED

PDFS = sorted(INVOICES.glob("*.pdf"))
TODAY = date(2026, 11, 22)
VALIDATOR = Draft202012Validator(report_schema())

Data = dict[str, Any]


def scan(path: Path, **how: Any) -> Report:
    return chorus_ocr.scan(path, password="secret", today=TODAY, **how)


def assert_it_comes_back(report: Report, **how: Any) -> Report:
    """Assert that a report comes back from its data and from its JSON, saying in every way what it said."""
    data = report.to_dict()
    VALIDATOR.validate(data)
    back = Report.from_dict(data, **how)
    assert back.to_dict() == data == Report.from_dict(json.loads(report.to_json()), **how).to_dict()
    assert (back.prefill, back.completed, back.blocking) == (report.prefill, report.completed, report.blocking)
    # What a message was made from is not in the data: in the other language it stays as it was written.
    plainly = replace(report, warnings=tuple(replace(each, wording=None) for each in report.warnings))
    for name, decision in report.fields.items():
        again = back.fields[name]
        assert (again.status, again.value, again.premises) == (decision.status, decision.value, decision.premises)
        assert [type(each.value) for each in again.candidates] == [type(each.value) for each in decision.candidates]
        assert [each.value for each in again.candidates] == [each.value for each in decision.candidates]
        assert back.explain(name) == report.explain(name)
        for lang in ("fr", "en"):
            assert back.explain(name, lang=lang) == plainly.explain(name, lang=lang)
    assert back.to_record() == report.to_record()
    return back


@pytest.mark.parametrize("how", [{}, {"lang": "en", "checksums": "flag", "cadre": "A9"}], ids=["fr", "en-flag"])
@pytest.mark.parametrize("path", some_now(PDFS))
def test_every_report_comes_back_masked_or_not(path: Path, how: dict[str, str]) -> None:
    report = scan(path, **how)
    back = assert_it_comes_back(report)
    assert (back.lang, back.cadre, back.keep_failed) == (report.lang, report.cadre, report.keep_failed)
    assert_it_comes_back(report.masked())


@pytest.mark.parametrize("case", list(failing_cases()))
def test_the_report_of_every_case_comes_back(case: Case) -> None:
    report = chorus_ocr.scan(case.failing, file_name=case.failing_name, **case.how)
    assert_it_comes_back(report)
    assert_it_comes_back(report.masked())


@pytest.mark.slow
@pytest.mark.skipif(not SHARED.exists(), reason=WITHOUT_SHARED)
def test_the_reports_of_the_labelled_invoices_come_back() -> None:
    read = 0
    for path in sorted([*SHARED.glob("made/**/*.pdf"), *SHARED.glob("real/**/*.pdf")]):
        try:
            report = scan(path)
        except UnreadableDocument:
            continue
        assert_it_comes_back(report)
        assert_it_comes_back(report.masked())
        read += 1
    assert read > 100


# What one that came back can do, and what it cannot


def test_what_came_back_has_no_words_and_says_so() -> None:
    report = scan(INVOICES / "overseas.pdf")
    back = Report.from_dict(report.to_dict())
    assert back.document.bare and not report.document.bare
    assert repr(back.document) == "<Document overseas.pdf: 1 of 1 pages in scope, without words>"
    assert [len(page.words) for page in back.document.pages] == [0]
    with pytest.raises(ValueError, match="came back from its data, which holds no words"):
        back.page(1)
    with pytest.raises(ValueError, match="came back from its data, which holds no words"):
        back.save_overlay("/nowhere/at/all.svg")
    with pytest.raises(ValueError, match="it has no words to recognise"):
        chorus_ocr.recognize(back.document)
    with pytest.raises(ValueError, match="made of the words of the pages"):
        draft_truth(back)


def test_its_page_tells_the_facts_that_are_known_and_no_counts() -> None:
    report = scan(INVOICES / "overseas.pdf")
    back = Report.from_dict(report.to_dict())
    page, before = back.to_html(), report.to_html()
    assert "Les pages ne sont pas dessinées ici." in page and "<svg" not in page
    for fact in ("210 × 297 mm", "overseas.pdf", CHORUS_PRO.fingerprint, " octets"):
        assert fact in page and fact in before
    assert "Mots hors de la page" in before and "Mots hors de la page" not in page
    assert "overseas.pdf" in back._repr_html_()
    assert repr(back) == repr(report)


def test_it_can_be_masked() -> None:
    report = scan(INVOICES / "invalid_siret.pdf")
    masked = Report.from_dict(report.to_dict()).masked()
    told = masked.to_json()
    assert "217 029 147 00016" in report.to_json() and "21702914700016" not in told and "217 029 147" not in told
    assert [each.code for each in masked.warnings] == [each.code for each in report.warnings]
    assert_it_comes_back(masked)


def test_values_have_the_types_of_the_form() -> None:
    back = Report.from_dict(json.loads(scan(INVOICES / "several_pages.pdf").to_json()))
    assert type(back.prefill.montant_ht) is Decimal and type(back.prefill.date_facture) is date
    assert back.prefill.lignes_tva is not None
    assert (
        LigneTva(taux=Decimal("5.5"), base_ht=Decimal("5640.30"), montant=Decimal("310.22")) in back.prefill.lignes_tva
    )
    assert back.value(SIRET_DESTINATAIRE) == back.prefill.siret_destinataire


def test_the_words_of_another_engine_are_told_as_such() -> None:
    words = [
        (1, "FACTURE N° FA-26-118", 200, 200, 900, 240),
        (1, "SIRET client : 110 002 011 00044", 200, 300, 900, 340),
    ]
    report = chorus_ocr.recognize(chorus_ocr.Document.from_words(words, [(2480, 3508)], dpi=300))
    back = assert_it_comes_back(report)
    assert back.document.ocr and back.blocking and back.prefill.siret_destinataire == "11000201100044"


# Packs of an application's own


@dataclass(frozen=True)
class Shelf:
    """A value type of an application's own."""

    row: int

    def __str__(self) -> str:
        return f"R{self.row}"


def shelf(raw: str) -> Parsed[Shelf]:
    digits = "".join(filter(str.isdigit, raw))
    return Parsed(Shelf(int(digits))) if digits else Parsed(None, "format")


SHELF: FieldRule[Shelf] = FieldRule(
    name="rayon",
    label="Rayon",
    keywords=("rayon",),
    value=ValueType(name="shelf", pattern=REFERENCE.pattern, parse=shelf),
    source="the application's own",
)
DOSSIER = FieldRule(
    name="dossier", label="Dossier", keywords=("numéro de dossier",), value=REFERENCE, source="the application's own"
)
SURCHARGE = FieldRule(
    name="supplement", label="Supplément", keywords=("supplément",), value=AMOUNT, source="the application's own"
)
PACK = CHORUS_PRO.with_field(SHELF).with_field(DOSSIER).with_field(SURCHARGE).without("bic", "DES03")
OWN_LINES = with_(LINES, shelf="Rayon : B-0412", file="Numéro de dossier : D-2026/18", more="Supplément : 12,50 €")


def test_a_report_of_another_pack_comes_back_with_that_pack() -> None:
    report = chorus_ocr.scan(bill(OWN_LINES), rules=PACK)
    assert report.value(SHELF) == Shelf(412)
    back = assert_it_comes_back(report, rules=PACK)
    assert (back.value(SHELF), back.value(DOSSIER), back.value(SURCHARGE)) == (
        Shelf(412),
        "D-2026/18",
        Decimal("12.50"),
    )
    assert back.rules.fingerprint == PACK.fingerprint and "bic" not in back.fields
    masked = assert_it_comes_back(report.masked(), rules=PACK)
    assert masked.fields["supplement"].value != Decimal("12.50")


def test_a_report_of_fields_that_the_pack_has_not_is_refused_by_their_names() -> None:
    data = chorus_ocr.scan(bill(OWN_LINES), rules=PACK).to_dict()
    with pytest.raises(ReportDataError) as caught:
        Report.from_dict(data)
    assert caught.value.faults == tuple(
        f"fields.{name}: the pack {CHORUS_PRO.name} has no such field: give from_dict() the pack that has it"
        for name in ("rayon", "dossier", "supplement")
    )


def nothing(raw: str) -> Parsed[tuple[LigneTva, ...]]:
    return Parsed(None, "format")


TABLE = FieldRule(
    name="tableau",
    label="Tableau",
    keywords=("tableau",),
    value=ValueType(name="table", pattern=REFERENCE.pattern, parse=nothing),
    source="the application's own",
)


def with_table(value: object) -> Data:
    """Return the data of a report with a value that its type reads in no print."""
    report = chorus_ocr.scan(bill(), rules=CHORUS_PRO.with_field(TABLE))
    data: Data = {**report.to_dict()}
    data["fields"]["tableau"].update(status="found", value=value)
    return data


def test_a_value_that_no_print_gives_comes_back_as_it_is_written() -> None:
    line = LigneTva(taux=Decimal("5.5"), base_ht=None, montant=Decimal("11.00"))
    for value, back in (
        ([{"taux": "5.5", "base_ht": None, "montant": "11.00"}], (line,)),
        ([["a", 1], [True, None]], (("a", 1), (True, None))),
        ("text", "text"),
        (1.5, 1.5),
    ):
        data = with_table(value)
        report = Report.from_dict(data, rules=CHORUS_PRO.with_field(TABLE))
        assert report.fields["tableau"].value == back
        assert report.to_dict() == data


def test_a_value_that_no_report_writes_is_a_fault() -> None:
    deep: list[object] = []
    for _ in range(900):
        deep = [deep]
    for value, fault in ((deep, "lists in lists more than 8 deep"), ({"a": 1}, r"tableau\.value\.taux: missing")):
        with pytest.raises(ReportDataError, match=fault):
            Report.from_dict(with_table(value), rules=CHORUS_PRO.with_field(TABLE))


def test_a_report_keeps_the_name_of_the_pack_that_made_it() -> None:
    data = scan(PDFS[0]).to_dict()
    data["rules"] = {"name": "older", "version": "0.0.1", "fingerprint": "0123456789ab"}
    back = Report.from_dict(data)
    assert (back.rules.name, back.rules.version, back.rules.fingerprint) == ("older", "0.0.1", "0123456789ab")
    assert back.to_dict() == data


def test_the_rules_are_a_pack() -> None:
    with pytest.raises(TypeError, match="rules is a RulePack"):
        Report.from_dict(scan(PDFS[0]).to_dict(), rules="CHORUS_PRO")  # type: ignore[arg-type]


# Versions


@pytest.mark.parametrize("version", [0, 2, 99])
def test_another_version_is_refused_by_both_their_numbers(version: int) -> None:
    with pytest.raises(SchemaVersionError) as caught:
        Report.from_dict({"schema_version": version})
    assert (caught.value.found, caught.value.known) == (version, 1)
    assert str(caught.value) == (f"schema_version: the data has version {version}, and this library reads version 1")


ARCHIVE = sorted((Path(__file__).parent / "archive").glob("report-*.json"))
"""Reports as the first release of each version of the schema wrote them: never written anew."""


def with_younger_fields(data: dict[str, Any]) -> dict[str, Any]:
    """Return data with null for each field of the form that it lacks: an earlier version may have written it."""
    form = data.get("prefill")
    return {**data, "prefill": dict.fromkeys(Prefill.__dataclass_fields__) | form} if isinstance(form, dict) else data


def test_what_the_first_release_of_this_version_wrote_is_still_read() -> None:
    [path] = [path for path in ARCHIVE if path.stem == f"report-{SCHEMA_VERSION}"]
    data = json.loads(path.read_text(encoding="utf-8"))
    assert data["prefill"].keys() <= set(Prefill.__dataclass_fields__)
    VALIDATOR.validate(with_younger_fields(data))
    assert_says_all(Report.from_dict(data).to_dict(), data)


def test_a_field_that_the_form_got_later_is_blank_in_what_was_written_before() -> None:
    written = scan(INVOICES / "overseas.pdf").to_dict()
    before: dict[str, Any] = {**written, "prefill": {**written["prefill"]}}
    del before["prefill"]["affactureur"]
    assert Report.from_dict(before).to_dict() == written
    del before["prefill"]["code_service"]  # which was filled in: no version that reads it left it out
    with pytest.raises(ReportDataError, match=r"prefill\.code_service: None, and the decision on the field gives"):
        Report.from_dict(before)


def assert_says_all(told: Any, data: Any) -> None:
    """Assert that data says all that other data does; a later version may say more."""
    if isinstance(data, dict):
        for key, value in data.items():
            assert_says_all(told[key], value)
    elif isinstance(data, list):
        assert len(told) == len(data)
        for one, other in zip(told, data, strict=True):
            assert_says_all(one, other)
    else:
        assert told == data


def test_there_is_a_report_of_every_version() -> None:
    assert [path.stem for path in ARCHIVE] == [f"report-{version}" for version in range(1, SCHEMA_VERSION + 1)]


@cache
def blocked() -> str:
    """Return the JSON of a report with warnings of every severity, ambiguous and inferred fields apart."""
    return scan(INVOICES / "invalid_siret.pdf").to_json()


def sample() -> Data:
    data: Data = json.loads(blocked())
    return data


def test_keys_that_a_later_version_may_write_are_passed_over() -> None:
    data = sample()
    wanted = copy.deepcopy(data)
    for holder in (
        data,
        data["rules"],
        data["document"],
        data["fields"]["devise"],
        data["warnings"][0],
        data["prefill"],
    ):
        holder["of_tomorrow"] = {"any": ["thing"]}
    assert Report.from_dict(data).to_dict() == wanted


# Faults


def changed(change: Callable[[Data], object]) -> Data:
    data = sample()
    change(data)
    return data


FAULTS: dict[str, tuple[Callable[[Data], object], tuple[str, ...]]] = {
    "keys missing": (
        lambda data: (data.pop("file"), data["fields"]["devise"].pop("status"), data["warnings"][0].pop("code")),
        ("file: missing", "fields.devise.status: missing", "warnings[0].code: missing"),
    ),
    "no version": (lambda data: data.pop("schema_version"), ("schema_version: missing",)),
    "a version that is no number": (
        lambda data: data.update(schema_version="1"),
        ("schema_version: one of 1 is wanted, not '1'",),
    ),
    "other kinds": (
        lambda data: data.update(page_count="1", pages={}, blocking=1, not_run=[1, None]),
        (
            "page_count: a whole number is wanted, not '1'",
            "pages: a list is wanted, not an object",
            "blocking: true or false is wanted, not 1",
            "not_run[0]: text is wanted, not 1",
            "not_run[1]: text is wanted, not null",
        ),
    ),
    "true is no number": (
        lambda data: data.update(page_count=True),
        ("page_count: a whole number is wanted, not True",),
    ),
    "numbers of thousands of digits": (
        lambda data: data.update(page_count=-(10**5000), schema_version=10**5000, lang=10**5000),
        (
            "schema_version: one of 1 is wanted, not a huge number",
            "page_count: 0 or more is wanted, not a huge number",
            "lang: one of 'fr', 'en' is wanted, not a huge number",
        ),
    ),
    "pages count from one": (lambda data: data.update(pages=[0]), ("pages[0]: 1 or more is wanted, not 0",)),
    "codes that there are not": (
        lambda data: (data["fields"]["devise"].update(status="maybe"), data.update(lang="de")),
        (
            "lang: one of 'fr', 'en' is wanted, not 'de'",
            "fields.devise.status: one of 'found', 'ambiguous', 'invalid', 'absent', 'inferred' is wanted, not 'maybe'",
        ),
    ),
    "a box of three": (
        lambda data: data["warnings"][0].update(box=[1, 2, 3]),
        ("warnings[0].box: 4 numbers is wanted, not a list",),
    ),
    "an edge that is nowhere": (
        lambda data: data["warnings"][0].update(box=[1, 2, 3, float("nan")]),
        ("warnings[0].box[3]: a number is wanted, not nan",),
    ),
    "an amount as a number": (
        lambda data: data["prefill"].update(montant_ttc=3896.5),
        ('prefill.montant_ttc: an amount as text is wanted, such as "1200.00", not 3896.5',),
    ),
    "an amount of words": (
        lambda data: data["fields"]["montant_ttc"].update(value="1E+3"),
        ("fields.montant_ttc.value: an amount as text is wanted, such as \"1200.00\", not '1E+3'",),
    ),
    "a day that there is not": (
        lambda data: data["prefill"].update(date_facture="2026-02-31"),
        ("prefill.date_facture: a day as text is wanted, such as \"2026-03-12\", not '2026-02-31'",),
    ),
    "a form that the decisions do not make": (
        lambda data: data["prefill"].update(siret_destinataire="11000201100044"),
        ("prefill.siret_destinataire: '11000201100044', and the decision on the field gives None",),
    ),
    "a value without the status": (
        lambda data: data["fields"]["siret_destinataire"].update(value="11000201100044"),
        ("fields.siret_destinataire.value: a field that is invalid has none",),
    ),
    "a status without the value": (
        lambda data: data["fields"]["devise"].update(value=None),
        ("fields.devise.value: a field that is found has a value",),
    ),
    "a choice that there is not": (
        lambda data: data["fields"]["devise"].update(chosen=99),
        ("fields.devise.chosen: there is no candidate 99, there are ",),
    ),
    "a verdict of the whole that is none": (
        lambda data: data.update(blocking=False),
        ("blocking: not what the severities of the warnings say",),
    ),
    "a page without its size": (
        lambda data: data["document"].update(page_sizes=[]),
        ("document.page_sizes: 0 sizes, and 1 pages were read",),
    ),
    "a key that is no text": (
        lambda data: data["fields"].update({3: {}}),
        ("fields: a key is text, not 3",),
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_every_fault_is_named_by_its_path(name: str) -> None:
    change, wanted = FAULTS[name]
    with pytest.raises(ReportDataError) as caught:
        Report.from_dict(changed(change))
    assert len(caught.value.faults) == len(wanted)
    for told, fault in zip(sorted(caught.value.faults), sorted(wanted), strict=True):
        assert told.startswith(fault)
    assert str(caught.value) == "; ".join(caught.value.faults)


@pytest.mark.parametrize("data", [None, 1, "{}", [], [{}]], ids=repr)
def test_what_is_no_object_is_refused(data: object) -> None:
    with pytest.raises(ReportDataError, match="the data: a report is one object"):
        Report.from_dict(data)


def test_an_item_of_the_command_line_that_tells_of_an_unread_file_is_told_as_such() -> None:
    data = {"schema_version": 1, "file": "x.pdf", "error": {"type": "NotAPdf", "cause": "the file is empty"}}
    with pytest.raises(ReportDataError, match=r"could not be read \(NotAPdf: the file is empty\)"):
        Report.from_dict(data)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 10**20) | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)


def places(data: object) -> list[tuple[Any, Any]]:
    """Return every place in JSON data: what holds it, and its key there."""
    if isinstance(data, dict):
        own: list[tuple[Any, Any]] = [(data, key) for key in data]
        return own + [place for each in data.values() for place in places(each)]
    if isinstance(data, list):
        return [(data, at) for at in range(len(data))] + [place for each in data for place in places(each)]
    return []


@settings(max_examples=150, derandomize=True)
@given(draw=st.data())
def test_spoilt_data_is_a_report_or_a_typed_error(draw: st.DataObject) -> None:
    data = sample()
    for _ in range(draw.draw(st.integers(1, 2))):
        holder, key = draw.draw(st.sampled_from(places(data)))
        if draw.draw(st.booleans()):
            del holder[key]
        else:
            holder[key] = draw.draw(JSON)
    valid = VALIDATOR.is_valid(with_younger_fields(data))
    try:
        back = Report.from_dict(data)
    except ChorusOcrError as error:
        assert isinstance(error, ReportDataError) and error.faults
    else:
        assert valid  # what the schema refuses is refused
        again = back.to_dict()
        assert Report.from_dict(again).to_dict() == again


@pytest.mark.slow
@settings(max_examples=3000, derandomize=True)
@given(draw=st.data())
def test_much_spoilt_data_is_a_report_or_a_typed_error(draw: st.DataObject) -> None:
    test_spoilt_data_is_a_report_or_a_typed_error.hypothesis.inner_test(draw)  # type: ignore[attr-defined]


def test_a_candidate_of_each_status_is_among_the_samples() -> None:
    met = {decision.status for path in PDFS for decision in scan(path).fields.values()}
    assert met == set(Status)


def test_a_report_that_was_put_together_by_hand_comes_back() -> None:
    report = replace(scan(PDFS[0]), warnings=(), not_run=("DES12",))
    assert_it_comes_back(report)
