"""A report as plain data for JSON. Amounts are strings with a dot and never an exponent, dates are ISO 8601.

The types here are what ``schema`` makes the JSON Schema of, and what ``back`` reads a report back by: ``Annotated[str,
Status]`` is text that stands for a ``Status``. What ``SCHEMA_VERSION`` promises is told in docs/reference/json.md.
"""

from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Annotated, Final, Literal, NamedTuple, TypeAlias, TypedDict

from chorus_ocr.compliance.cadre import Cadre
from chorus_ocr.compliance.messages import Lang
from chorus_ocr.compliance.warning import ComplianceWarning, Severity
from chorus_ocr.prefill import LigneTva, Prefill
from chorus_ocr.reading.document import Box, Document, PageScope
from chorus_ocr.recognition.candidate import Candidate, Decision, DocumentKind, Status, Unanswered
from chorus_ocr.report.typed import ANY, AtLeast

SCHEMA_VERSION: Final = 1

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

Count: TypeAlias = Annotated[int, AtLeast(0)]
PageNumber: TypeAlias = Annotated[int, AtLeast(1)]
PlainBox: TypeAlias = Annotated[list[float], Box]
Value: TypeAlias = Annotated[Json, ANY]


class PageSize(NamedTuple):
    """The width and the height of a page as shown, in points."""

    width: float
    height: float


class RulesDict(TypedDict):
    """The rule pack that made the report; ``fingerprint`` changes with any of its words, rules and checks."""

    name: str
    version: str
    fingerprint: str


class DocumentDict(TypedDict):
    """What is known of the file besides its words. ``kind``: what its title says it is. ``byte_size`` in bytes."""

    kind: Annotated[str, DocumentKind]
    scope: Annotated[str, PageScope]
    byte_size: Count
    encrypted: bool
    signatures: Count
    ocr: bool
    embedded_files: list[str]
    page_sizes: list[Annotated[list[float], PageSize]]


class CandidateDict(TypedDict):
    """One place that might have been a value. ``detail`` names what it lost to, or the words that set it aside."""

    value: Value
    raw: str
    verdict: str
    detail: str | None
    keyword: str | None
    published: bool
    relation: str | None
    page: PageNumber
    box: PlainBox


class UnansweredDict(TypedDict):
    """A place where words announce the field, and no value of it is in reach."""

    keyword: str
    published: bool
    page: PageNumber
    box: PlainBox


class FieldDict(TypedDict):
    """The decision on one field; ``chosen`` is an index into ``candidates``."""

    status: Annotated[str, Status]
    value: Value
    chosen: Count | None
    premises: list[str]
    candidates: list[CandidateDict]
    unanswered: list[UnansweredDict]


class WarningDict(TypedDict):
    """One finding of one check; ``box`` is ``[x0, top, x1, bottom]`` in points from the page's top left."""

    code: str
    slug: str
    key: str
    severity: Annotated[str, Severity]
    title: str
    message: str
    hint: str
    print_text: str | None
    field: str | None
    page: PageNumber | None
    box: PlainBox | None
    source: str


class ReportDict(TypedDict):
    """A whole report. ``file`` is the name of the file, null when it was read from bytes without one."""

    schema_version: Literal[1]
    file: str | None
    page_count: Count
    pages: list[PageNumber]
    document: DocumentDict
    cadre: Annotated[str, Cadre]
    lang: Annotated[str, Lang]
    checksums: Literal["strict", "flag"]
    rules: RulesDict
    blocking: bool
    prefill: Annotated[dict[str, Json], Prefill]
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


def plain_document(document: Document, kind: DocumentKind) -> DocumentDict:
    """Return what is known of a file besides its words; ``kind``: what its title says it is."""
    return DocumentDict(
        kind=str(kind),
        scope=str(document.scope),
        byte_size=document.byte_size,
        encrypted=document.encrypted,
        signatures=document.signatures,
        ocr=document.ocr,
        embedded_files=list(document.embedded_files),
        page_sizes=[[round(page.width, 2), round(page.height, 2)] for page in document.pages],
    )


def plain_decision(decision: Decision[object]) -> FieldDict:
    """Return a decision with all its candidates."""
    return FieldDict(
        status=str(decision.status),
        value=plain(decision.value),
        chosen=decision.chosen,
        premises=list(decision.premises),
        candidates=[_plain_candidate(each) for each in decision.candidates],
        unanswered=[_plain_unanswered(each) for each in decision.unanswered],
    )


def _plain_candidate(candidate: Candidate[object]) -> CandidateDict:
    return CandidateDict(
        value=plain(candidate.value),
        raw=candidate.raw,
        verdict=str(candidate.verdict),
        detail=candidate.detail,
        keyword=candidate.keyword,
        published=candidate.published,
        relation=candidate.relation,
        page=candidate.page,
        box=_plain_box(candidate.box),
    )


def _plain_unanswered(place: Unanswered) -> UnansweredDict:
    return UnansweredDict(keyword=place.keyword, published=place.published, page=place.page, box=_plain_box(place.box))


def plain_warning(warning: ComplianceWarning) -> WarningDict:
    """Return a warning."""
    return WarningDict(
        code=warning.code,
        slug=warning.slug,
        key=warning.key,
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
