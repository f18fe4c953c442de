"""From decisions to the portal's form: what is printed and valid fills it, and what follows from that completes it."""

from collections.abc import Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import Any, Final, NamedTuple, get_args, get_origin

from chorus_ocr.errors import RuleError
from chorus_ocr.prefill import Prefill
from chorus_ocr.recognition.candidate import Decision, Recognition, Status, Verdict


def printed_value(decision: Decision[object], *, keep_failed: bool) -> object:
    """Return what the form is filled with: a value that is printed, announced and valid, else None.

    ``keep_failed``: also an identifier that fails its checksum, unless different ones are announced.
    """
    if decision.status is Status.FOUND:
        return decision.value
    if keep_failed and decision.status is Status.INVALID:
        failed = [each for each in decision.candidates if each.verdict == Verdict.CHECKSUM]
        best = [each for each in failed if each.published] or failed
        if len({each.value for each in best}) == 1:
            return best[0].value
    return None


def forms(recognition: Recognition, *, keep_failed: bool) -> tuple[Prefill, Prefill]:
    """Return the form filled with what is printed, and the same with what is inferred besides. Raises like ``fill``."""
    printed = {name: printed_value(each, keep_failed=keep_failed) for name, each in recognition.items()}
    inferred = {name: each.value for name, each in recognition.items() if each.status is Status.INFERRED}
    return fill(printed), fill(printed | inferred)


def fill(values: Mapping[str, object]) -> Prefill:
    """Return the form filled with values by attribute; those of fields that it does not have are left out.

    Raises ``RuleError`` listing every value of another type than the form holds, which a pack's own rule may give.
    """
    faults: list[str] = []
    for name, held in _HELD.items():
        value = values.get(name)
        if value is None:
            continue
        if not isinstance(value, held.kind):
            gives = type(value).__name__
            faults.append(f"{name}: the form holds a {held.kind.__name__}, and the rule gives a {gives}")
        elif held.member is not None and isinstance(value, tuple) and not _all_are(held.member, value):
            faults.append(f"{name}: the form holds lines of type {held.member.__name__}, and the rule gives others")
    if faults:
        raise RuleError(tuple(faults))
    known: dict[str, Any] = {name: values.get(name) for name in _HELD}
    return Prefill(**known)


def _all_are(kind: type, values: tuple[object, ...]) -> bool:
    return all(isinstance(each, kind) for each in values)


class _Held(NamedTuple):
    """What an attribute of the form holds besides None; ``member``: what a tuple of lines is made of."""

    kind: type
    member: type | None


def _held(annotation: object) -> _Held:
    """Return what an annotation says of values.

    >>> _held(str | None)
    _Held(kind=<class 'str'>, member=None)
    >>> _held(tuple[str, ...] | None)
    _Held(kind=<class 'tuple'>, member=<class 'str'>)
    """
    kind, _none = get_args(annotation)
    kind = getattr(kind, "__supertype__", kind)  # a Siret is a str to the interpreter
    return _Held(get_origin(kind) or kind, next(iter(get_args(kind)), None))


_HELD: Final[Mapping[str, _Held]] = MappingProxyType({each.name: _held(each.type) for each in fields(Prefill)})
"""The attributes of the form, in its order."""
