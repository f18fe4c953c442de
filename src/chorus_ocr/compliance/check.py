"""What a check is: a small generator of messages, with a code, a reason and a source."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from enum import StrEnum
from importlib import import_module
from string import Formatter
from typing import Any, Self, SupportsIndex

from chorus_ocr.compliance.cadre import Cadre
from chorus_ocr.compliance.messages import Lang, Text
from chorus_ocr.compliance.warning import SEVERITIES, ComplianceWarning, Severity, Wording
from chorus_ocr.errors import RuleError
from chorus_ocr.reading.document import Box, Document, Page
from chorus_ocr.recognition.candidate import Candidate, Decision, DocumentKind, Recognition, Status, Verdict

FEW_WORDS = 10
"""A page with fewer words than this under an image that fills it is a scan with a stamp, not a page of text."""

NOTHING: Decision[object] = Decision(status=Status.ABSENT)
"""The decision on a field that the pack does not have."""


class Firmness(StrEnum):
    """How firm the fact behind a check is: official or several agreeing sources, one good source, or inferred."""

    HIGH = "H"
    MEDIUM = "M"
    LOW = "L"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """All that a check may look at: the document, what was recognised, and what the caller said."""

    document: Document
    recognition: Recognition
    cadre: Cadre = Cadre.A1
    today: date | None = None
    lang: Lang = Lang.FR

    def decision(self, name: str) -> Decision[object]:
        """Return the decision on a field; a field that the pack does not have is absent."""
        return self.recognition.get(name, NOTHING)

    def found(self, name: str) -> object:
        """Return the value that is printed, announced and valid, or None."""
        decision = self.decision(name)
        return decision.value if decision.status is Status.FOUND else None

    def rivals(self, name: str) -> tuple[Candidate[object], ...]:
        """Return the candidates between which the decision on a field could not choose; none when it could."""
        return tuple(each for each in self.decision(name).candidates if each.verdict == Verdict.RIVAL)

    @property
    def has_text(self) -> bool:
        """Whether any page in scope carries text; on a scan, what is missing was perhaps printed all the same."""
        return any(not _is_picture(page) for page in self.document.pages)

    @property
    def is_invoice(self) -> bool:
        """Whether the title does not say that this is something else: a quote, an order."""
        return self.recognition.kind not in (DocumentKind.QUOTE, DocumentKind.ORDER)


def _is_picture(page: Page) -> bool:
    count = len(page.words)
    if not count:
        return True
    if count >= FEW_WORDS:
        return False
    return any((box.x1 - box.x0) * (box.bottom - box.top) * 2 > page.width * page.height for box in page.images)


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One finding: ``key`` picks the text of the check, ``arguments`` fill it in, ``print_text`` would cure it."""

    key: str
    arguments: Mapping[str, object] = field(default_factory=dict)
    field: str | None = None
    page: int | None = None
    box: Box | None = None
    print_text: str | None = None

    @classmethod
    def at(
        cls, key: str, candidate: Candidate[object], name: str, *, print_text: str | None = None, **arguments: object
    ) -> Self:
        """Return a message about a candidate of the field ``name``, with its place on the page."""
        return cls(
            key=key, arguments=arguments, field=name, page=candidate.page, box=candidate.box, print_text=print_text
        )


Finder = Callable[[Seen], Iterator[Message]]
"""The body of a check: yields what it finds, in the order of the pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A check of what was read against what the portal accepts.

    ``messages`` and ``hints`` give the text of each key that ``find`` yields. ``needs_today``: the check compares with
    the day's date, and does not run without it.
    """

    code: str
    slug: str
    severity: Severity
    title: Text
    rationale: str
    source: str
    firmness: Firmness
    since: str
    messages: Mapping[str, Text]
    hints: Mapping[str, Text]
    find: Finder
    needs_today: bool = False

    def run(self, seen: Seen) -> Iterator[ComplianceWarning]:
        """Yield a warning for each message that the check finds."""
        for message in self.find(seen):
            arguments = {**message.arguments, "print_text": message.print_text or ""}
            wording = Wording(self.messages[message.key], self.hints[message.key], arguments)
            yield ComplianceWarning(
                code=self.code,
                slug=self.slug,
                key=message.key,
                severity=self.severity,
                title=self.title.in_lang(seen.lang),
                message=wording.message.in_lang(seen.lang, **arguments),
                hint=wording.hint.in_lang(seen.lang, **arguments),
                print_text=message.print_text,
                field=message.field,
                page=message.page,
                box=message.box,
                source=self.source,
                wording=wording,
            )

    def __reduce_ex__(self, protocol: SupportsIndex) -> str | tuple[Any, ...]:
        # The module holds the check under the name of its function, which pickle therefore cannot find by that name:
        # a check is pickled as the name of the one at home, with what was changed in it.
        module, name = self.find.__module__, self.find.__qualname__
        home = getattr(import_module(module), name, None)
        if home is self:
            return _at_home, (module, name)
        if isinstance(home, Check) and home.find is self.find:
            told = {each.name: getattr(self, each.name) for each in fields(self) if each.name != "find"}
            return _like_home, (module, name, told)
        return object.__reduce_ex__(self, protocol)


def _at_home(module: str, name: str) -> Check:
    found = getattr(import_module(module), name)
    if not isinstance(found, Check):
        raise TypeError(f"{module}.{name} is not a check")
    return found


def _like_home(module: str, name: str, told: Mapping[str, Any]) -> Check:
    return Check(**told, find=_at_home(module, name).find)


def check(
    *,
    code: str,
    slug: str,
    severity: Severity,
    title: Text,
    rationale: str,
    source: str,
    firmness: Firmness,
    since: str,
    messages: Mapping[str, Text],
    hints: Mapping[str, Text],
    needs_today: bool = False,
) -> Callable[[Finder], Check]:
    """Turn a generator of messages into a check. Raises ``RuleError`` listing every fault of its description."""

    def bind(find: Finder) -> Check:
        made = Check(
            code=code,
            slug=slug,
            severity=severity,
            title=title,
            rationale=rationale,
            source=source,
            firmness=firmness,
            since=since,
            messages=messages,
            hints=hints,
            find=find,
            needs_today=needs_today,
        )
        faults = tuple(f"{code or 'check'}: {fault}" for fault in _faults(made))
        if faults:
            raise RuleError(faults)
        return made

    return bind


def _faults(made: Check) -> Iterator[str]:
    if not re.fullmatch(r"[A-Z]{2,3}\d\d", made.code):
        yield "a code is two or three capitals and two digits"
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made.slug):
        yield f"the slug {made.slug!r} is not kebab-case"
    for name, told in (("rationale", made.rationale), ("source", made.source), ("since", made.since)):
        if not told.strip():
            yield f"the {name} is empty"
    if set(made.messages) != set(made.hints) or not made.messages:
        yield "every message has a hint, and every hint a message"
    if made.firmness is Firmness.LOW and made.severity is not Severity.INFO:
        yield "a check built on an inferred fact is info"
    for text in (made.title, *made.messages.values(), *made.hints.values()):
        if not (text.fr.strip() and text.en.strip()):
            yield f"a text is empty in one language: {text}"
        try:
            fr, en = _arguments(text.fr), _arguments(text.en)
        except ValueError as error:
            yield f"a text cannot be filled in, {error}: {text}"
        else:
            if fr != en:
                yield f"the two languages do not take the same arguments: {text}"


def _arguments(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def run_checks(checks: tuple[Check, ...], seen: Seen) -> tuple[tuple[ComplianceWarning, ...], tuple[str, ...]]:
    """Run checks; return the warnings, most severe first, and the codes of the checks that could not run."""
    warnings: list[ComplianceWarning] = []
    not_run: list[str] = []
    for each in checks:
        if each.needs_today and seen.today is None:
            not_run.append(each.code)
        else:
            warnings.extend(each.run(seen))
    warnings.sort(key=lambda warning: SEVERITIES.index(warning.severity))
    return tuple(warnings), tuple(not_run)
