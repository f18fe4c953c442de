"""From plain data back to a report: every fault of the data is told with its path, and nothing is believed twice.

The form is made anew from the decisions, as a scan makes it; where the data holds another, that is a fault.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from chorus_ocr.compliance.warning import ComplianceWarning, Severity
from chorus_ocr.errors import ReportDataError, RuleError, SchemaVersionError
from chorus_ocr.prefill import LigneTva, Prefill
from chorus_ocr.reading.document import Document, Page
from chorus_ocr.recognition.candidate import Candidate, Decision, Recognition, Status, Unanswered
from chorus_ocr.recognition.field import FieldRule
from chorus_ocr.report.fill import forms
from chorus_ocr.report.plain import SCHEMA_VERSION, ReportDict, plain, plain_prefill
from chorus_ocr.report.rules_used import RulesUsed
from chorus_ocr.report.typed import keys_of, value_of
from chorus_ocr.rules import RulePack

_HOLDING: Final = frozenset({Status.FOUND, Status.INFERRED})
"""The statuses of fields that have a value."""

MOST_VERSIONS: Final = 10**6
"""A number beyond is no version, but a fault."""

DEEPEST: Final = 8
"""How deep lists may lie in lists, in a value of an application's own."""


def parts_of(data: object, rules: RulePack) -> dict[str, Any]:
    """Return the attributes of the report in plain data.

    Raises ``SchemaVersionError`` for another version of the schema, and ``ReportDataError`` listing every other fault.
    """
    _check_version(data)
    faults: list[str] = []
    told = value_of(ReportDict, _with_every_field(data), "", faults)
    _stop_at(faults)
    return _Back(told, rules, faults).parts()


def _check_version(data: object) -> None:
    """Refuse what another version wrote, and what is no report at all, before its keys are looked at."""
    if not isinstance(data, Mapping):
        raise ReportDataError(("the data: a report is one object, as to_dict() returns it",))
    found = data.get("schema_version")
    if type(found) is int and found != SCHEMA_VERSION and abs(found) < MOST_VERSIONS:
        raise SchemaVersionError(found, SCHEMA_VERSION)
    error = data.get("error")
    if isinstance(error, Mapping) and "fields" not in data:
        cause = f"{error.get('type')}: {error.get('cause')}"
        raise ReportDataError((f"error: the data tells of a file that could not be read ({cause})",))


def _with_every_field(data: object) -> object:
    """Return the data with null for the fields of the form that are younger than the version that wrote it."""
    if not isinstance(data, Mapping) or not isinstance(data.get("prefill"), Mapping):
        return data
    return {**data, "prefill": dict.fromkeys(keys_of(Prefill)) | dict(data["prefill"])}


def _stop_at(faults: list[str]) -> None:
    if faults:
        raise ReportDataError(tuple(faults))


class _Back:
    """Data of the right types on its way to a report; what does not fit together is told in ``faults``."""

    def __init__(self, told: dict[str, Any], rules: RulePack, faults: list[str]) -> None:
        self.told = told
        self.rules = rules
        self.faults = faults
        self.form = keys_of(Prefill)
        self.known = list(_known())

    def parts(self) -> dict[str, Any]:
        """Return the attributes of the report. Raises ``ReportDataError`` listing every fault."""
        told, keep_failed = self.told, self.told["checksums"] == "flag"
        known = self.rules.rules
        unknown = [name for name in told["fields"] if name not in known]
        self.faults += [
            f"fields.{name}: the pack {self.rules.name} has no such field: give from_dict() the pack that has it"
            for name in unknown
        ]
        recognition = Recognition(
            decisions={
                name: self._decision(known[name], each) for name, each in told["fields"].items() if name in known
            },
            kind=told["document"]["kind"],
        )
        warnings = tuple(ComplianceWarning(**each) for each in told["warnings"])
        if told["blocking"] != any(each.severity is Severity.BLOCKING for each in warnings):
            self.faults.append("blocking: not what the severities of the warnings say")
        document = self._document()
        _stop_at(self.faults)
        prefill, completed = self._forms(recognition, keep_failed=keep_failed)
        _stop_at(self.faults)
        return {
            "prefill": prefill,
            "completed": completed,
            "warnings": warnings,
            "not_run": tuple(told["not_run"]),
            "recognition": recognition,
            "document": document,
            "rules": RulesUsed(
                **told["rules"], fields={name: known[name] for name in recognition}, vocabulary=self.rules.vocabulary
            ),
            "cadre": told["cadre"],
            "lang": told["lang"],
            "keep_failed": keep_failed,
        }

    def _document(self) -> Document:
        told = self.told["document"]
        numbers, sizes = self.told["pages"], told["page_sizes"]
        if len(numbers) != len(sizes):
            self.faults.append(f"document.page_sizes: {len(sizes)} sizes, and {len(numbers)} pages were read")
        return Document(
            pages=tuple(Page(number=n, width=size[0], height=size[1]) for n, size in zip(numbers, sizes, strict=False)),
            page_count=self.told["page_count"],
            scope=told["scope"],
            file_name=self.told["file"],
            byte_size=told["byte_size"],
            encrypted=told["encrypted"],
            embedded_files=tuple(told["embedded_files"]),
            signatures=told["signatures"],
            ocr=told["ocr"],
            bare=True,
        )

    def _decision(self, rule: FieldRule[object], told: dict[str, Any]) -> Decision[object]:
        at = f"fields.{rule.name}"
        candidates = tuple(
            Candidate(
                **{**each, "value": self._value(rule, each["value"], [each["raw"]], f"{at}.candidates[{n}].value")}
            )
            for n, each in enumerate(told["candidates"])
        )
        raws = [each.raw for each in candidates]
        status, chosen = told["status"], told["chosen"]
        if chosen is not None and chosen >= len(candidates):
            self.faults.append(f"{at}.chosen: there is no candidate {chosen}, there are {len(candidates)}")
        if (told["value"] is not None) != (status in _HOLDING):
            said = "has a value" if status in _HOLDING else "has none"
            self.faults.append(f"{at}.value: a field that is {status} {said}")
        return Decision(
            status=status,
            value=self._value(rule, told["value"], raws, f"{at}.value"),
            chosen=chosen,
            candidates=candidates,
            premises=tuple(told["premises"]),
            unanswered=tuple(Unanswered(**each) for each in told["unanswered"]),
        )

    def _value(self, rule: FieldRule[object], data: object, raws: list[str], at: str) -> object:
        if data is None:
            return None
        kind = self.form.get(rule.name) or next((kind for known, kind in self.known if known == rule.value), None)
        if kind is not None:
            return value_of(kind, data, at, self.faults)
        return self._own_value(rule, data, raws, at)

    def _own_value(self, rule: FieldRule[object], data: object, raws: list[str], at: str) -> object:
        """Return a value of an application's own type: one of its terms, what it reads in the print, or the data."""
        told = [value for _, value in rule.terms]
        spellings = [*raws, data] if isinstance(data, str) else raws
        told += [rule.value.parse(each).value for each in spellings]
        made = next((each for each in told if each is not None and plain(each) == data), None)
        return self._as_written(data, at, DEEPEST) if made is None else made

    def _as_written(self, data: object, at: str, depth: int) -> object:
        """Return what data says by itself: lists are tuples, objects are VAT lines, for there are no others."""
        if isinstance(data, list | tuple) and depth:
            return tuple(self._as_written(each, f"{at}[{n}]", depth - 1) for n, each in enumerate(data))
        if isinstance(data, list | tuple):
            self.faults.append(f"{at}: lists in lists more than {DEEPEST} deep")
            return None
        if isinstance(data, Mapping):
            return value_of(LigneTva, data, at, self.faults)
        return data

    def _forms(self, recognition: Recognition, *, keep_failed: bool) -> tuple[Prefill, Prefill]:
        try:
            prefill, completed = forms(recognition, keep_failed=keep_failed)
        except RuleError as error:
            self.faults += error.faults
            return Prefill(), Prefill()
        said, made = plain_prefill(self.told["prefill"]), plain_prefill(prefill)
        self.faults += [
            f"prefill.{name}: {said[name]!r}, and the decision on the field gives {made[name]!r}"
            for name in made
            if said[name] != made[name]
        ]
        return prefill, completed


def _known() -> Iterator[tuple[object, object]]:
    """Yield the value types of this library whose values JSON tells without their print, with what they give."""
    from chorus_ocr.values import amount, bic, currency, date, iban, identifier, rate, siren, siret, tva, words

    form = keys_of(Prefill)
    yield from ((each, form["montant_ht"]) for each in (amount.AMOUNT, rate.RATE, rate.RATE_BARE))
    yield date.DATE, form["date_facture"]
    yield from ((each, str) for each in (identifier.REFERENCE, identifier.SERVICE, words.MENTION, words.FACTOR))
    yield from ((each, str) for each in (siret.SIRET, siren.SIREN, tva.TVA, iban.IBAN, bic.BIC, currency.CURRENCY))
    yield words.TYPE_FACTURE, form["type_facture"]
    yield words.TYPE_TVA, form["type_tva"]
    yield words.MODE_PAIEMENT, form["mode_paiement"]
    yield words.LIGNES_TVA, form["lignes_tva"]
