"""What a check is: a small generator of messages, with a code, a reason and a source."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from chorus_ocr.compliance.warning import SEVERITIES, ComplianceWarning, Severity
from chorus_ocr.errors import RuleError
from chorus_ocr.reading.document import Box, Document
from chorus_ocr.recognition.candidate import Candidate, Decision, Recognition


class Lang(StrEnum):
    """The languages of messages."""

    FR = "fr"
    EN = "en"


class Text(NamedTuple):
    """A text in both languages, with ``{names}`` for the arguments of a message."""

    fr: str
    en: str

    def in_lang(self, lang: Lang, **arguments: object) -> str:
        """Return the text in one language, its arguments filled in."""
        return (self.fr if lang is Lang.FR else self.en).format(**arguments)


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
    cadre: str = "A1"
    today: date | None = None
    lang: Lang = Lang.FR

    def decision(self, name: str) -> Decision[object] | None:
        """Return the decision on a field, or None when the pack has no such field."""
        return self.recognition.decisions.get(name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One finding: ``key`` picks the text of the check, ``arguments`` fill it in, ``at`` gives page and box."""

    key: str
    arguments: Mapping[str, object] = field(default_factory=dict)
    field: str | None = None
    page: int | None = None
    box: Box | None = None
    print_text: str | None = None

    @classmethod
    def at(cls, key: str, candidate: Candidate[object], name: str, *, print_text: str | None = None, **arguments: object) -> "Message":
        """Return a message about a candidate of a field, with its place on the page."""
        return cls(
            key=key, arguments=arguments, field=name, page=candidate.page, box=candidate.box, print_text=print_text
        )


Finder = Callable[[Seen], Iterator[Message]]


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
            yield ComplianceWarning(
                code=self.code,
                slug=self.slug,
                key=message.key,
                severity=self.severity,
                title=self.title.in_lang(seen.lang),
                message=self.messages[message.key].in_lang(seen.lang, **message.arguments),
                hint=self.hints[message.key].in_lang(
                    seen.lang, print_text=message.print_text or "", **message.arguments
                ),
                print_text=message.print_text,
                field=message.field,
                page=message.page,
                box=message.box,
                source=self.source,
            )


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
    faults = []
    if not re.fullmatch(r"[A-Z]{2,3}\d\d", code):
        faults.append(f"{code}: a code is two or three capitals and two digits")
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug):
        faults.append(f"{code}: the slug {slug!r} is not kebab-case")
    if set(messages) != set(hints) or not messages:
        faults.append(f"{code}: every message has a hint, and every hint a message")
    if firmness is Firmness.LOW and severity is not Severity.INFO:
        faults.append(f"{code}: a check built on an inferred fact is info")
    if not rationale.strip() or not source.strip():
        faults.append(f"{code}: a check has a rationale and a source")
    if faults:
        raise RuleError(tuple(faults))

    def bind(find: Finder) -> Check:
        return Check(
            code=code, slug=slug, severity=severity, title=title, rationale=rationale, source=source,
            firmness=firmness, since=since, messages=messages, hints=hints, find=find, needs_today=needs_today,
        )  # fmt: skip

    return bind


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
