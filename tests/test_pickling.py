"""Reports, documents and packs go to other processes and come back equal; what cannot go says so."""

import copy
import inspect
import multiprocessing
import pickle
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, is_typeddict

import pytest

import chorus_ocr
from chorus_ocr import (
    CHORUS_PRO,
    Cadre,
    Check,
    ComplianceWarning,
    DamagedDocument,
    EncryptedDocument,
    FieldRule,
    Firmness,
    Limits,
    Message,
    MissingExtra,
    NotAPdf,
    Parsed,
    Party,
    Prefill,
    Relation,
    Report,
    RuleError,
    RulePack,
    Seen,
    Severity,
    StopPhrase,
    Text,
    Truth,
    TruthError,
    UnreadableDocument,
    ValueType,
    check,
    exporters,
)
from chorus_ocr.rules.checks.des01 import siret_destinataire_absent
from chorus_ocr.values.identifier import REFERENCE, parse_reference
from fixtures.make_invoices import INVOICES
from rules.checks.bills import LINES, WRONG, bill, with_

pytestmark = pytest.mark.slow  # every value through every protocol

PROTOCOLS = range(2, pickle.HIGHEST_PROTOCOL + 1)
NAMES = sorted(path.stem for path in INVOICES.glob("*.pdf"))
ONE = INVOICES / "invalid_siret.pdf"

DOSSIER: FieldRule[str] = FieldRule(
    name="numero_dossier",
    label="Références : numéro de dossier",
    keywords=("numéro de dossier",),
    value=REFERENCE,
    source="the application's own",
)


@check(
    code="IDE96",
    slug="de-ce-module",
    severity=Severity.INFO,
    title=Text("Module", "Module"),
    rationale="A check of the tests.",
    source="the tests",
    firmness=Firmness.LOW,
    since="0.1.0",
    messages={"day": Text("le {day}", "on {day}")},
    hints={"day": Text("rien", "nothing")},
)
def de_ce_module(seen: Seen) -> Iterator[Message]:
    """Tells the date of the invoice."""
    yield Message(key="day", arguments={"day": seen.found("date_facture")})


PACKS = {
    "standard": CHORUS_PRO,
    "keywords": CHORUS_PRO.with_keywords("siret_destinataire", "SIRET acheteur public"),
    "without keywords": CHORUS_PRO.without_keywords("numero_engagement", "EJ"),
    "field": CHORUS_PRO.with_field(DOSSIER),
    "check": CHORUS_PRO.with_check(de_ce_module),
    "changed check": CHORUS_PRO.with_check(replace(siret_destinataire_absent, severity=Severity.INFO)),
    "stop phrases": CHORUS_PRO.with_stop_phrases(StopPhrase(phrase="engagement moral", verdict="not_a_reference")),
    "roles": CHORUS_PRO.with_roles(Party.RECIPIENT, "notre cher financeur"),
    "relations": CHORUS_PRO.with_relations("numero_facture", Relation.SAME_CELL),
    "reach": CHORUS_PRO.with_reach(below=9.0),
    "without": CHORUS_PRO.without("bic", "DOC01"),
}


def scan(name: str, **arguments: Any) -> Report:
    return chorus_ocr.scan(INVOICES / f"{name}.pdf", password="secret", **arguments)


def copies(value: object) -> Iterator[Any]:
    """Yield a value as it comes back from each protocol of pickle, and as it is copied."""
    for protocol in PROTOCOLS:
        yield pickle.loads(pickle.dumps(value, protocol))
    yield copy.deepcopy(value)
    yield copy.copy(value)


def parts(value: object, seen: dict[type, object]) -> None:
    """Collect one value of each type that a value is made of."""
    if type(value) in seen and not isinstance(value, tuple | dict):
        return
    seen.setdefault(type(value), value)
    match value:
        case dict():
            inside: Any = [*value.keys(), *value.values()]
        case tuple() | list() | frozenset():
            inside = value
        case _ if is_dataclass(value):
            inside = [getattr(value, each.name) for each in fields(value)]
        case _:
            inside = ()
    for each in inside:
        parts(each, seen)


# Reports


@pytest.mark.parametrize("name", NAMES)
def test_a_report_comes_back_equal_and_whole(name: str) -> None:
    report = scan(name, today=date(2026, 11, 1))
    for other in copies(report):
        assert other == report
        assert other.to_json() == report.to_json()
        assert [other.explain(field) for field in report.fields] == [report.explain(field) for field in report.fields]
        assert list(other.fields) == list(report.fields)
        assert [other.value(rule) for rule in CHORUS_PRO.fields] == [report.value(rule) for rule in CHORUS_PRO.fields]
        assert other.document == report.document
        assert other.masked().to_json() == report.masked().to_json()
        assert repr(other) == repr(report)


@pytest.mark.parametrize("name", PACKS)
def test_a_report_of_any_pack_comes_back_equal(name: str) -> None:
    report = chorus_ocr.scan(bill(with_(LINES, own="Numéro de dossier : D-2026/18")), rules=PACKS[name], cadre="A9")
    for other in copies(report):
        assert other == report
        assert other.to_json() == report.to_json()
        assert other.rules.fields == report.rules.fields
        if name == "field":
            assert other.value(DOSSIER) == "D-2026/18"
            assert "D-2026/18" in other.explain("numero_dossier")


def test_a_report_keeps_the_name_of_the_rules_that_made_it() -> None:
    report = chorus_ocr.scan(ONE)
    older = replace(report, rules=replace(report.rules, version="2020.01", fingerprint="0" * 12))
    assert pickle.loads(pickle.dumps(older)) == older
    assert pickle.loads(pickle.dumps(older)).to_dict()["rules"]["fingerprint"] == "0" * 12


def test_a_report_does_not_carry_the_standard_rules_along() -> None:
    own = CHORUS_PRO.with_field(DOSSIER)
    carried = len(pickle.dumps(chorus_ocr.scan(ONE, rules=own))) - len(pickle.dumps(chorus_ocr.scan(ONE)))
    assert carried > len(pickle.dumps(CHORUS_PRO.fields)) > 10_000


WORKER_PACKS = [name for name in PACKS if name != "check"]
"""A worker cannot import this module by the name that pytest gives it."""


@pytest.mark.slow
def test_a_report_from_a_worker_process_is_the_one_made_here() -> None:
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:
        made = {name: pool.submit(chorus_ocr.scan, INVOICES / f"{name}.pdf", password="secret") for name in NAMES}
        for name, task in made.items():
            report = task.result()
            assert report == scan(name)
            assert report.to_json() == scan(name).to_json()
            assert [report.explain(field) for field in report.fields] == [
                scan(name).explain(field) for field in report.fields
            ]
            assert report.prefill == scan(name).prefill
        packed = {name: pool.submit(chorus_ocr.scan, ONE, rules=PACKS[name], lang="en") for name in WORKER_PACKS}
        for name, task in packed.items():
            assert task.result() == chorus_ocr.scan(ONE, rules=PACKS[name], lang="en")
        failed = pool.submit(chorus_ocr.scan, b"%PDF-1.7\n")
        with pytest.raises(DamagedDocument) as raised:
            failed.result()
        assert (raised.value.source, raised.value.cause) == ("<bytes>", "damaged: it cannot be opened")


def test_a_process_that_has_loaded_nothing_understands_a_report(tmp_path: Path) -> None:
    report = chorus_ocr.scan(ONE)
    (tmp_path / "report").write_bytes(pickle.dumps((report, CHORUS_PRO, PACKS["reach"])))
    code = (
        "import pickle, sys; report, rules, changed = pickle.load(open(sys.argv[1], 'rb')); import chorus_ocr;"
        "sys.stdout.reconfigure(encoding='utf-8');"
        "assert rules is chorus_ocr.CHORUS_PRO; print(changed.fingerprint);"
        "print(report.to_json()); print(report.explain('siret_destinataire'))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path / "report")], capture_output=True, check=True)
    told = done.stdout.decode().replace("\r\n", "\n")
    assert told == f"{PACKS['reach'].fingerprint}\n{report.to_json()}\n{report.explain('siret_destinataire')}\n"


# Packs


@pytest.mark.parametrize("name", PACKS)
def test_a_pack_comes_back_equal(name: str) -> None:
    pack = PACKS[name]
    for other in copies(pack):
        assert type(other) is RulePack
        assert other == pack
        assert other.fingerprint == pack.fingerprint
        assert other.stop_rules == pack.stop_rules
        assert other.lexicon == pack.lexicon
    changed = pickle.loads(pickle.dumps(pack)).with_keywords("iban", "compte du trésor")
    assert changed.fingerprint == pack.with_keywords("iban", "compte du trésor").fingerprint
    assert pack is CHORUS_PRO or pack.fingerprint != CHORUS_PRO.fingerprint or name == "changed check"


def test_the_standard_pack_goes_by_its_name() -> None:
    for other in copies(CHORUS_PRO):
        assert other is CHORUS_PRO
    assert all(len(pickle.dumps(CHORUS_PRO, protocol)) < 100 for protocol in PROTOCOLS)
    equal = replace(CHORUS_PRO)
    assert equal == CHORUS_PRO
    assert all(other == CHORUS_PRO and other is not CHORUS_PRO for other in copies(equal))


def test_a_check_goes_by_its_name_with_what_was_changed_in_it() -> None:
    for other in copies(de_ce_module):
        assert other is de_ce_module
    milder = replace(de_ce_module, slug="autre", messages={"day": Text("{day}", "{day}")})
    for other in copies(milder):
        assert other == milder
        assert (other.slug, other.find) == ("autre", de_ce_module.find)


def local_check() -> Check:
    def here(seen: Seen) -> Iterator[Message]:
        yield Message(key="day", arguments={"day": seen.cadre})

    told = {each.name: getattr(de_ce_module, each.name) for each in fields(Check)}
    return Check(**{**told, "code": "IDE95", "find": here})


def local_parser() -> ValueType[str]:
    def understand(raw: str) -> Parsed[str]:
        return parse_reference(raw)

    return ValueType(name="local", pattern=REFERENCE.pattern, parse=understand)


NAMELESS: ValueType[str] = ValueType(name="nameless", pattern=REFERENCE.pattern, parse=lambda raw: parse_reference(raw))

UNNAMED = {
    "a lambda in a rule": (CHORUS_PRO.with_field(replace(DOSSIER, value=NAMELESS)), "lambda"),
    "a function in a function, in a rule": (
        CHORUS_PRO.with_field(replace(DOSSIER, value=local_parser())),
        "understand",
    ),
    "a function in a function, in a check": (CHORUS_PRO.with_check(local_check()), "here"),
}


@pytest.mark.parametrize("name", UNNAMED)
def test_a_function_without_a_name_of_its_own_is_told(name: str) -> None:
    pack, told = UNNAMED[name]
    for protocol in PROTOCOLS:
        # Which of the two, and in what words, depends on the version of Python; the function is always named.
        with pytest.raises((pickle.PicklingError, AttributeError), match=told):
            pickle.dumps(pack, protocol)
    assert copy.deepcopy(pack) == pack
    report = chorus_ocr.scan(bill(with_(LINES, own="Numéro de dossier : D-2026/18")), rules=pack)
    assert copy.deepcopy(report) == report


def test_a_report_of_a_check_without_a_name_goes_all_the_same() -> None:
    report = chorus_ocr.scan(bill(), rules=UNNAMED["a function in a function, in a check"][0])
    assert "IDE95" in [each.code for each in report.warnings]
    assert pickle.loads(pickle.dumps(report)) == report


# Every other public value

ERRORS: tuple[chorus_ocr.ChorusOcrError, ...] = (
    chorus_ocr.ChorusOcrError("something"),
    UnreadableDocument("f.pdf", "no such file"),
    NotAPdf("f.pdf", "the file is empty"),
    EncryptedDocument("f.pdf", "a password is needed"),
    DamagedDocument("f.pdf", "no pages"),
    chorus_ocr.LimitExceeded("f.pdf", "too many pages", "pages"),
    chorus_ocr.FaultsError(("one", "two")),
    chorus_ocr.SourceFaultsError("f.json", ("one", "two")),
    RuleError(("one", "two")),
    TruthError("f.json", ("one", "two")),
    MissingExtra("reading an embedded invoice", "facturx"),
    chorus_ocr.IsolationError("no process starts"),
    chorus_ocr.DirectoryError("annuaire.csv", ("line 2: no SIRET", "line 3: twice")),
    chorus_ocr.PrefillError(("one", "two")),
    chorus_ocr.WordsError(("word 0: one", "word 1: two")),
    chorus_ocr.ReportDataError(("file: missing", "pages: a list is wanted, not 1")),
    chorus_ocr.SchemaVersionError(2, 1),
    chorus_ocr.HandOverError(("dateFacture : absente", "fournisseur.idFournisseur : absent")),
)


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_error_comes_back_with_all_it_says(error: Exception) -> None:
    for other in copies(error):
        assert type(other) is type(error)
        assert (str(other), other.args, vars(other)) == (str(error), error.args, vars(error))


def values() -> dict[type, object]:
    """Return one value of each type that a reading, a recognition or a tuning hands over."""
    seen: dict[type, object] = {}
    reports = [scan(name, rules=PACKS["check"]) for name in NAMES]
    for value in (*reports, CHORUS_PRO, Limits(), chorus_ocr.evaluate(INVOICES, only_three())):
        parts(value, seen)
    parts(chorus_ocr.scan(bill(with_(LINES, client_siret=f"SIRET client : {WRONG}"))).warnings, seen)
    parts(Truth.read(INVOICES / "invalid_siret.expected.json"), seen)
    parts(Message(key="day"), seen)
    parts(chorus_ocr.ScanResult(index=0, source="f.pdf", report=reports[0]), seen)
    parts(Seen(document=reports[0].document, recognition=reports[0].recognition, today=date(2026, 1, 1)), seen)
    parts(chorus_ocr.compare(CHORUS_PRO, CHORUS_PRO, INVOICES), seen)
    parts(chorus_ocr.scan(INVOICES / "overseas.pdf").fields["numero_engagement"].unanswered, seen)
    parts(Report.from_dict(reports[0].to_dict(), rules=PACKS["check"]), seen)
    parts(reports[0].page(1), seen)
    parts(chorus_ocr.Attachment(name="bon.pdf", byte_size=1), seen)
    service = chorus_ocr.Service(code="VOIRIE")
    structure = chorus_ocr.Structure(siret=chorus_ocr.Siret("11000201100044"), services=(service,))
    parts((chorus_ocr.CsvDirectory(structures=(structure,)), structure, service), seen)
    parts(chorus_ocr.PlacedWord(1, "FACTURE", 20.0, 20.0, 80.0, 32.0), seen)
    call = exporters.to_soumettre_facture(reports[0], cadre="A1", piece_jointe_id=1)
    parts((call, exporters.to_form(reports[0]), exporters.PieceComplementaire(id=1, designation="bon")), seen)
    parts(chorus_ocr.golden_block(reports[0].prefill), seen)
    parts(chorus_ocr.PlacedWord(1, "Total", 300, 600, 450, 640), seen)
    parts((chorus_ocr.Checksums.FLAG, REFERENCE.parse("F-12")), seen)
    return seen


def only_three() -> RulePack:
    return CHORUS_PRO.without(*[rule.name for rule in CHORUS_PRO.fields[3:]])


def test_every_public_value_comes_back_equal() -> None:
    seen = values()
    public = {
        value
        for room in (chorus_ocr, exporters)
        for name in room.__all__
        if inspect.isclass(value := getattr(room, name))
        and not is_typeddict(value)
        and not issubclass(value, Exception | Enum)
        and not getattr(value, "_is_protocol", False)
    }
    assert public <= set(seen), public - set(seen)
    for kind, value in seen.items():
        if kind.__module__.startswith("chorus_ocr"):
            for other in copies(value):
                assert other == value, kind
                assert type(other) is kind


def test_every_public_error_is_among_them() -> None:
    public = [getattr(chorus_ocr, name) for name in chorus_ocr.__all__]
    errors = {each for each in public if inspect.isclass(each) and issubclass(each, Exception)}
    assert errors == {type(error) for error in ERRORS}


def test_members_of_enumerations_stay_the_same_objects() -> None:
    public = [getattr(chorus_ocr, name) for name in chorus_ocr.__all__]
    kinds = [each for each in public if inspect.isclass(each) and issubclass(each, Enum)]
    assert Cadre in kinds
    for kind in kinds:
        for member in kind:
            assert all(other is member for other in copies(member))
    assert pickle.loads(pickle.dumps(Cadre.A9)).label == "facture d'un sous-traitant"


def test_a_blank_form_and_a_truth_of_the_callers_own_come_back() -> None:
    warning = ComplianceWarning(
        code="DOC01", slug="s", key="k", severity=Severity.INFO, title="t", message="m", hint="h", source="s"
    )
    for value in (Prefill(), warning, Truth(id="f", prefill={"numero_facture": "F-12"})):
        for other in copies(value):
            assert other == value
