"""The portal's form as it is shown: each field with its value, or with what would fill it."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Final

from chorus_ocr.compliance.blank import near_miss
from chorus_ocr.compliance.messages import Lang, Text, written
from chorus_ocr.compliance.verdicts import why
from chorus_ocr.prefill import LigneTva, Prefill
from chorus_ocr.recognition.candidate import Decision, Status, Verdict
from chorus_ocr.recognition.field import FieldRule
from chorus_ocr.report.fill import printed_value
from chorus_ocr.report.reported import Reported

_NAMES = [each.name for each in fields(Prefill)]
PREFILLED: Final = frozenset(_NAMES[: _NAMES.index("type_tva") + 1])
"""The fields of the portal's own answer: a blank one is a blank of the form. The others are keyed in by hand."""

WORDS_TOLD: Final = 2
"""How many of the words that announce a field are named where it is blank."""

_INFERRED = Text("calculé", "inferred")
_FAILED = Text("clé fausse", "wrong check digits")
_RIVALS = Text("ambigu : {values}", "ambiguous: {values}")
_INVALID = Text("invalide : {values}", "invalid: {values}")
_LOOK_FOR = Text("à annoncer par {words}", "to be announced by {words}")
_FOR_INSTANCE = Text("à imprimer, par exemple « {line} »", "to be printed, for instance « {line} »")
_OR = Text(" ou ", " or ")
_NEAR = Text("au plus près : « {near} » (page {page}), {why}", "the nearest: « {near} » (page {page}), {why}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One field of the form, in words.

    ``values``: one, or one for each line of VAT; none where the form would be left blank. ``mark``: what to know of the
    value, or of the blank; empty where a value is printed and valid. ``amount``: the value is one of money. All are as
    the invoice has them: who shows them makes them safe.
    """

    name: str
    block: str
    label: str
    status: Status
    values: tuple[str, ...]
    mark: str
    amount: bool

    @property
    def prefilled(self) -> bool:
        """Whether the portal itself fills this field; others are keyed in by hand."""
        return self.name in PREFILLED

    @property
    def needless(self) -> bool:
        """Whether a blank is as good: many an invoice has no contract, no factor and no exemption."""
        return self.status is Status.ABSENT and not self.prefilled


def form_entries(report: Reported) -> Iterator[Entry]:
    """Yield the fields block by block in the order of the form, those that an application adds in or after theirs."""
    blocks: dict[str, list[Entry]] = {}
    for name, rule in report.rules.fields.items():
        entry = _entry(rule, report.recognition[name], report)
        blocks.setdefault(entry.block, []).append(entry)
    for entries in blocks.values():
        yield from entries


def why_blank(report: Reported, name: str) -> str | None:
    """Return what would fill a field that is blank, or what is wrong with it; None where the pack has no such field."""
    rule = report.rules.fields.get(name)
    return None if rule is None else _why_blank(rule, report.recognition[name], report.lang)


def near_told(report: Reported, name: str) -> str | None:
    """Return the candidate that came closest to filling a field that is blank, and why it did not; None without one."""
    near = near_miss(report.recognition[name])
    if near is None:
        return None
    found, lang = near.candidate, report.lang
    return _NEAR.in_lang(lang, near=found.raw, page=found.page, why=why(found, lang))


def lines_to_print(report: Reported, name: str) -> tuple[str, ...]:
    """Return the lines that the warnings about a field say to print, each once."""
    told = (each.print_text for each in report.warnings if each.field == name and each.print_text)
    return tuple(dict.fromkeys(told))


def _entry(rule: FieldRule[object], decision: Decision[object], report: Reported) -> Entry:
    block, _, label = rule.label.rpartition(" : ")
    values, mark = _values(rule, decision, report)
    return Entry(
        name=rule.name,
        block=block,
        label=label[:1].upper() + label[1:],
        status=decision.status,
        values=values,
        mark=mark,
        amount=isinstance(decision.value, Decimal),
    )


def _values(rule: FieldRule[object], decision: Decision[object], report: Reported) -> tuple[tuple[str, ...], str]:
    lang, kind = report.lang, rule.value.name
    if decision.status in (Status.FOUND, Status.INFERRED):
        value = decision.value
        several = isinstance(value, tuple) and all(isinstance(each, LigneTva) for each in value)
        values = value if several and isinstance(value, tuple) else (value,)
        mark = _INFERRED.in_lang(lang) if decision.status is Status.INFERRED else ""
        return tuple(written(each, lang, kind) for each in values), mark
    kept = printed_value(decision, keep_failed=report.keep_failed)
    if kept is not None:
        return (written(kept, lang, kind),), _FAILED.in_lang(lang)
    return (), _why_blank(rule, decision, lang)


def _why_blank(rule: FieldRule[object], decision: Decision[object], lang: Lang) -> str:
    if decision.status in (Status.AMBIGUOUS, Status.INVALID):
        told = {Status.AMBIGUOUS: (Verdict.RIVAL,), Status.INVALID: (Verdict.CHECKSUM, Verdict.IMPOSSIBLE_DATE)}
        values = dict.fromkeys(
            each.raw if each.value is None else written(each.value, lang, rule.value.name)
            for each in decision.candidates
            if each.verdict in told[decision.status]
        )
        text = _RIVALS if decision.status is Status.AMBIGUOUS else _INVALID
        return text.in_lang(lang, values=", ".join(values))
    # What no word announces is its own print (« AVOIR », « TVA sur les débits »): an example will do.
    if rule.terms or not rule.words():
        example = next(iter([phrase for phrase, _ in rule.terms] + [line for line, _ in rule.examples]), rule.label)
        return _FOR_INSTANCE.in_lang(lang, line=example)
    words = _OR.in_lang(lang).join(f"« {word} »" for word in rule.words()[:WORDS_TOLD])
    return _LOOK_FOR.in_lang(lang, words=words)
