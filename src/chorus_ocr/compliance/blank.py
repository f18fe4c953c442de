"""A field that stays blank: what came closest to filling it, why it did not, and the line that would."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from chorus_ocr.compliance.check import Message
from chorus_ocr.compliance.messages import Lang, Text, written
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.verdicts import reason
from chorus_ocr.recognition.candidate import Candidate, Decision, Detail, Status, Verdict
from chorus_ocr.recognition.field import FieldRule

_CLOSEST: Final = (
    Verdict.NOT_ANNOUNCED,
    Verdict.WEAKER_KEYWORD,
    Verdict.AMBIGUOUS_DATE,
    Verdict.IMPOSSIBLE_DATE,
    Verdict.CHECKSUM,
    Verdict.LOST_TO,
    Verdict.WRONG_ROLE,
    Verdict.DOES_NOT_ADD_UP,
    Verdict.NOT_A_TITLE,
    Verdict.VAT_TABLE,
    Verdict.ITEM_COLUMN,
)
"""Verdicts, the nearest to being taken first. Those of stop phrases come last: print says that it is another thing."""

_NEAR: Final = Text("Au plus près : « {near} » (page {page}), {why}.", "The nearest: « {near} » (page {page}), {why}.")
_UNANNOUNCED: Final = Text(
    "« {near} » (page {page}) n'est annoncé par aucun mot.", "« {near} » (page {page}) is announced by no word."
)
_INFERRED: Final = Text("D'après le reste, ce serait {value}.", "By all the rest it would be {value}.")
_IF_RIGHT: Final = Text("Si c'est bien lui, imprimer « {print_text} ».", "If that is it, print « {print_text} ».")
_PRINT: Final = Text("Imprimer « {print_text} ».", "Print « {print_text} ».")

_TELLING: Final = {"absent": None, "near": _NEAR, "unannounced": _UNANNOUNCED, "inferred": _INFERRED}

KEYS: Final = ("absent", "near", "unannounced")
"""The keys of a blank field that nothing lets infer."""


class NearMiss(NamedTuple):
    """The candidate that came closest to filling a field. ``may_be_it``: it only lacks a word that announces it."""

    candidate: Candidate[object]
    may_be_it: bool


def near_miss(decision: Decision[object]) -> NearMiss | None:
    """Return the candidate that came closest to filling a field that is blank, or None where there is none.

    The first on the pages of those with the nearest verdict. It may be the value where nothing speaks against it, and
    no other value on the pages has the same right.
    """
    tried = [each for each in decision.candidates if each.verdict not in (Verdict.CHOSEN, Verdict.RIVAL)]
    if not tried:
        return None
    closest = min(tried, key=_distance)
    unclaimed = {each.value for each in tried if _is_unclaimed(each)}
    return NearMiss(closest, _is_unclaimed(closest) and len(unclaimed) == 1)


def _distance(candidate: Candidate[object]) -> int:
    if _is_unclaimed(candidate):
        return -1
    return next((rank for rank, each in enumerate(_CLOSEST) if each == candidate.verdict), len(_CLOSEST))


def _is_unclaimed(candidate: Candidate[object]) -> bool:
    """Whether a candidate has a value that nothing on the page gives to anything else."""
    if candidate.value is None:
        return False
    if candidate.verdict == Verdict.WRONG_ROLE:
        return candidate.detail == Detail.NO_PARTY
    return candidate.verdict == Verdict.NOT_ANNOUNCED and candidate.detail is None


def line_to_print(rule: FieldRule[object], value: object) -> str:
    """Return the line that announces a value by the strongest word of a rule: « SIRET client : 110 002 011 00044 »."""
    return f"{words_to_print(rule)} : {written(value, Lang.FR, rule.value.name)}"


def words_to_print(rule: FieldRule[object]) -> str:
    """Return the strongest word of a rule as a label: a published one where there is any: « SIRET client »."""
    phrase = next(iter(rule.keywords or rule.aliases or rule.words()), rule.label)
    return f"{phrase[:1].upper()}{phrase[1:]}"


def blank_messages(absent: Text, *keys: str) -> Mapping[str, Text]:
    """Return the messages of a check of a blank field, for ``keys`` (``KEYS`` by default; ``inferred`` besides).

    ``absent`` says what is missing; the others go on with the near miss, or with the value that follows from others.
    """
    told = {key: _TELLING[key] for key in keys or KEYS}
    return {
        key: absent if more is None else Text(f"{absent.fr} {more.fr}", f"{absent.en} {more.en}")
        for key, more in told.items()
    }


def blank_hints(print_it: Text, *keys: str) -> Mapping[str, Text]:
    """Return the hints that go with ``blank_messages``; ``print_it`` says what to print, where no value is known."""
    known = {"unannounced": _IF_RIGHT, "inferred": _PRINT}
    return {key: known.get(key, print_it) for key in keys or KEYS}


def blank(seen: Seen, name: str, *keys: str) -> Message:
    """Return the message about a field that is blank: with the line to print where its value is known.

    ``keys``: those that the check has texts for (``KEYS`` by default); the first, ``absent``, stands for the others.
    """
    told = keys or KEYS
    decision = seen.decision(name)
    rule = seen.rules.get(name)
    if "inferred" in told and decision.status is Status.INFERRED and rule is not None:
        line = line_to_print(rule, decision.value)
        return Message(key="inferred", field=name, print_text=line, arguments={"value": decision.value})
    near = near_miss(decision)
    if near is None:
        return Message(key="absent", field=name)
    candidate = near.candidate
    if near.may_be_it and rule is not None and "unannounced" in told:
        line = line_to_print(rule, candidate.value)
        return Message.at("unannounced", candidate, name, print_text=line, near=candidate.raw, page=candidate.page)
    if "near" not in told:
        return Message(key="absent", field=name)
    return Message.at("near", candidate, name, near=candidate.raw, page=candidate.page, why=reason(candidate))
