"""A report as plain data for JSON. Amounts are strings with a dot and never an exponent, dates are ISO 8601.

``SCHEMA_VERSION`` changes when a key is renamed, removed or given another meaning; a new key does not change it.
"""

from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Final, TypeAlias, TypedDict

from chorus_ocr.compliance.warning import ComplianceWarning
from chorus_ocr.prefill import LigneTva, Prefill
from chorus_ocr.reading.document import Box
from chorus_ocr.recognition.candidate import Candidate, Decision

SCHEMA_VERSION: Final = 1

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


class RulesDict(TypedDict):
    """The rule pack that made the report; ``fingerprint`` changes with any of its words, rules and checks."""

    name: str
    version: str
    fingerprint: str


class CandidateDict(TypedDict):
    """One place that might have been a value. ``detail`` names what it lost to, or the words that set it aside."""

    value: Json
    raw: str
    verdict: str
    detail: str | None
    keyword: str | None
    relation: str | None
    page: int
    box: list[float]


class FieldDict(TypedDict):
    """The decision on one field; ``chosen`` is an index into ``candidates``."""

    status: str
    value: Json
    chosen: int | None
    premises: list[str]
    candidates: list[CandidateDict]


class WarningDict(TypedDict):
    """One finding of one check; ``box`` is ``[x0, top, x1, bottom]`` in points from the page's top left."""

    code: str
    slug: str
    severity: str
    title: str
    message: str
    hint: str
    print_text: str | None
    field: str | None
    page: int | None
    box: list[float] | None
    source: str


class ReportDict(TypedDict):
    """A whole report. ``file`` is the name of the file, null when it was read from bytes without one."""

    schema_version: int
    file: str | None
    page_count: int
    pages: list[int]
    cadre: str
    rules: RulesDict
    blocking: bool
    prefill: dict[str, Json]
    fields: dict[str, FieldDict]
    warnings: list[WarningDict]
    not_run: list[str]


def plain(value: object) -> Json:
    """Return a value as JSON data.

    >>> plain(Decimal("1E+3")), plain(date(2026, 3, 12)), plain(None)
    ('1000', '2026-03-12', None)
    >>> plain((LigneTva(taux=Decimal("5.5"), base_ht=None, montant=Decimal("12.00")),))
    [{'taux': '5.5', 'base_ht': None, 'montant': '12.00'}]
    """
    match value:
        case None | bool() | int() | float():
            return value
        case Decimal():
            return f"{value:f}"
        case date():
            return value.isoformat()
        case LigneTva():
            return {"taux": plain(value.taux), "base_ht": plain(value.base_ht), "montant": plain(value.montant)}
        case tuple() | list():
            return [plain(each) for each in value]
        case _:
            return str(value)


def plain_prefill(prefill: Prefill) -> dict[str, Json]:
    """Return every attribute of the form, null where it is blank."""
    return {each.name: plain(getattr(prefill, each.name)) for each in fields(prefill)}


def plain_decision(decision: Decision[object]) -> FieldDict:
    """Return a decision with all its candidates."""
    return FieldDict(
        status=str(decision.status),
        value=plain(decision.value),
        chosen=decision.chosen,
        premises=list(decision.premises),
        candidates=[_plain_candidate(each) for each in decision.candidates],
    )


def _plain_candidate(candidate: Candidate[object]) -> CandidateDict:
    return CandidateDict(
        value=plain(candidate.value),
        raw=candidate.raw,
        verdict=str(candidate.verdict),
        detail=candidate.detail,
        keyword=candidate.keyword,
        relation=candidate.relation,
        page=candidate.page,
        box=_plain_box(candidate.box),
    )


def plain_warning(warning: ComplianceWarning) -> WarningDict:
    """Return a warning."""
    return WarningDict(
        code=warning.code,
        slug=warning.slug,
        severity=str(warning.severity),
        title=warning.title,
        message=warning.message,
        hint=warning.hint,
        print_text=warning.print_text,
        field=warning.field,
        page=warning.page,
        box=None if warning.box is None else _plain_box(warning.box),
        source=warning.source,
    )


def _plain_box(box: Box) -> list[float]:
    return [round(edge, 2) for edge in box]
