"""What a check is: a small generator of messages, with a code, a reason and a source."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from importlib import import_module
from typing import Any, Self, SupportsIndex

from chorus_ocr.compliance.messages import Lang, Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import SEVERITIES, ComplianceWarning, Severity, Wording
from chorus_ocr.errors import RuleError
from chorus_ocr.reading.document import Box
from chorus_ocr.recognition.candidate import Candidate


class Firmness(StrEnum):
    """How firm the fact behind a check is: official or several agreeing sources, one good source, or inferred."""

    HIGH = "H"
    MEDIUM = "M"
    LOW = "L"


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
    def about(cls, key: str, name: str, seen: Seen, *, print_text: str | None = None, **arguments: object) -> Self:
        """Return a message about the field ``name``, with the place of the value on the page where there is one."""
        choice = seen.decision(name).choice
        page, box = (None, None) if choice is None else (choice.page, choice.box)
        return cls(key=key, arguments=arguments, field=name, page=page, box=box, print_text=print_text)

    @classmethod
    def at(
        cls, key: str, candidate: Candidate[object], name: str, *, print_text: str | None = None, **arguments: object
    ) -> Self:
        """Return a message about a candidate of the field ``name``, with its place on the page."""
        return cls(
            key=key, arguments=arguments, field=name, page=candidate.page, box=candidate.box, print_text=print_text
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """Print that a check trips on, and print that it does not; or what the file is like, where no print tells it."""

    fails: Text
    passes: Text


def printed(line: str) -> Text:
    """Return a line of print as a text: it is the same in every language."""
    return Text(line, line)


Finder = Callable[[Seen], Iterator[Message]]
"""The body of a check: yields what it finds, in the order of the pages."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Check:
    """A check of what was read against what the portal accepts.

    ``messages`` and ``hints`` give the text of each key that ``find`` yields. ``rationale``: why it matters. ``source``
    names what it rests on by title and section, ``firmness`` how sure that is, ``since`` the version that brought it.
    ``example``: print that fails and print that passes. ``needs``: what it does not run without.
    """

    code: str
    slug: str
    severity: Severity
    title: Text
    rationale: Text
    source: str
    firmness: Firmness
    since: str
    messages: Mapping[str, Text]
    hints: Mapping[str, Text]
    find: Finder
    example: Example | None = None
    needs: frozenset[Need] = frozenset()

    def run(self, seen: Seen) -> Iterator[ComplianceWarning]:
        """Yield a warning for each message that the check finds."""
        for message in self.find(seen):
            yield self.warning(message, seen.lang)

    def warning(self, message: Message, lang: Lang) -> ComplianceWarning:
        """Return the warning that a message of this check makes."""
        arguments = {**message.arguments, "print_text": message.print_text or ""}
        wording = Wording(self.messages[message.key], self.hints[message.key], arguments)
        return ComplianceWarning(
            code=self.code,
            slug=self.slug,
            key=message.key,
            severity=self.severity,
            title=self.title.in_lang(lang),
            message=wording.message.in_lang(lang, **arguments),
            hint=wording.hint.in_lang(lang, **arguments),
            print_text=message.print_text,
            field=message.field,
            page=message.page,
            box=message.box,
            source=self.source,
            wording=wording,
        )

    def __repr__(self) -> str:
        return f"<Check {self.code} {self.slug} ({self.severity})>"

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
    rationale: Text | str,
    source: str,
    firmness: Firmness,
    since: str,
    messages: Mapping[str, Text],
    hints: Mapping[str, Text],
    example: Example | None = None,
    needs: Collection[Need] = (),
) -> Callable[[Finder], Check]:
    """Turn a generator of messages into a check: see ``Check``. A ``rationale`` may be told in one language only.

    Raises ``RuleError`` listing every fault of the description.
    """

    def bind(find: Finder) -> Check:
        made = Check(
            code=code,
            slug=slug,
            severity=severity,
            title=title,
            rationale=rationale if isinstance(rationale, Text) else Text(rationale, rationale),
            source=source,
            firmness=firmness,
            since=since,
            messages=messages,
            hints=hints,
            find=find,
            example=example,
            needs=frozenset(needs),
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
    for name, told in (("source", made.source), ("since", made.since)):
        if not told.strip():
            yield f"the {name} is empty"
    if set(made.messages) != set(made.hints) or not made.messages:
        yield "every message has a hint, and every hint a message"
    if made.firmness is Firmness.LOW and made.severity is not Severity.INFO:
        yield "a check built on an inferred fact is info"
    examples = () if made.example is None else (made.example.fails, made.example.passes)
    if not all(text.fr.strip() and text.en.strip() for text in (made.rationale, *examples)):
        yield "the rationale or an example is empty"
    for text in (made.title, *made.messages.values(), *made.hints.values()):
        if not (text.fr.strip() and text.en.strip()):
            yield f"a text is empty in one language: {text}"
        if "{" in text.fr or "{" in text.en or "}" in text.fr or "}" in text.en:  # most take no argument
            yield from _faults_of_arguments(text)


def _faults_of_arguments(text: Text) -> Iterator[str]:
    try:
        fr, en = _arguments(text.fr), _arguments(text.en)
    except ValueError as error:
        yield f"a text cannot be filled in, {error}: {text}"
    else:
        if fr != en:
            yield f"the two languages do not take the same arguments: {text}"


def _arguments(template: str) -> set[str]:
    before, *parts = template.split("{")
    names = [part.partition("}") for part in parts]
    plain = all(closed and name.isidentifier() and "}" not in rest for name, closed, rest in names)
    return {name for name, _, _ in names} if plain and "}" not in before else _any_arguments(template)


def _any_arguments(template: str) -> set[str]:
    from string import Formatter  # tells what is wrong with a template, and reads those of a brace or a format

    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


_OF_OTHERS = frozenset({Need.PAGE, Need.FILES})
"""What no argument brings: another function does these checks."""


def run_checks(checks: tuple[Check, ...], seen: Seen) -> tuple[tuple[ComplianceWarning, ...], tuple[str, ...]]:
    """Run checks; return the warnings, most severe first, and the codes of those that lacked an argument.

    Checks of the page do not run on a form without one, nor checks of files where there are none: no argument of the
    caller would let them.
    """
    warnings: list[ComplianceWarning] = []
    not_run: list[str] = []
    given = seen.given
    for each in checks:
        if each.needs <= given:
            warnings += [each.warning(message, seen.lang) for message in each.find(seen)]
        elif not each.needs - given & _OF_OTHERS:
            not_run.append(each.code)
    warnings.sort(key=lambda warning: SEVERITIES.index(warning.severity))
    return tuple(warnings), tuple(not_run)
