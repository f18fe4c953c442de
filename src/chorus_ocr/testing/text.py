"""The result of a check as text: what was meant, what is read, why, and what to print; then the warnings that count."""

import textwrap
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from chorus_ocr.catalogue.entries import family
from chorus_ocr.compliance.messages import Lang, Text, written
from chorus_ocr.compliance.warning import ComplianceWarning, Severity
from chorus_ocr.drawing.printable import NO_BREAK, safe, unbroken
from chorus_ocr.prefill import LigneTva
from chorus_ocr.report.phrases import SEVERITIES
from chorus_ocr.report.unread import cause_in
from chorus_ocr.testing.invoice_check import Difference, InvoiceCheck
from chorus_ocr.testing.why import ANNOUNCED_BY_NOTHING, spelt_as
from chorus_ocr.tuning.grading import Grade
from chorus_ocr.tuning.truth import VatLine

WIDTH: Final = 96
"""In characters: what a test prints is shown behind a margin."""

_GAP: Final = "  "

_HEAD: Final = Text("{source} : {told}", "{source}: {told}")
_JOIN: Final = Text(" ; ", "; ")
_UNREADABLE: Final = Text("illisible, {cause}", "unreadable, {cause}")
_GRADES: Final = {
    Grade.WRONG: Text("faux : {names}", "wrong: {names}"),
    Grade.SPURIOUS: Text("en trop : {names}", "not meant: {names}"),
    Grade.MISSING: Text("non lus : {names}", "not read: {names}"),
}
_CODES: Final = Text("avertissements : {codes}", "warnings: {codes}")
_FINE: Final = {
    0: Text("rien à signaler", "nothing to report"),
    1: Text("1 champ lu comme prévu", "1 field read as meant"),
    2: Text("{count} champs lus comme prévu", "{count} fields read as meant"),
}

_FIELD: Final = Text("{label} ({name})", "{label} ({name})")
MEANT: Final = Text("prévu", "meant")
READ: Final = Text("lu", "read")
WHY: Final = Text("pourquoi", "why")
BLANK: Final = Text("(vide)", "(blank)")
_TOLD_ABOVE: Final = Text("{title} (voir {field})", "{title} (see {field})")
NOTHING_OF: Final = Text(
    "Rien ne se lit de ce qui était prévu ({names}). À imprimer, en texte :",
    "Nothing is read of what was meant ({names}). To be printed, as text:",
)


def text(check: InvoiceCheck) -> str:
    """Return a check as text: one line where all is well."""
    lines = [headline(check)]
    for block in _blocks(check):
        lines += ["", *block]
    return "\n".join(map(safe, lines))


def headline(check: InvoiceCheck) -> str:
    """Return the first line: the worst of it all, for those who read no more."""
    lang, told = check.lang, []
    if check.error is not None:
        told.append(_UNREADABLE.in_lang(lang, cause=cause_in(check.error, lang)))
    for grade, phrase in _GRADES.items():
        names = ", ".join(each.field for each in check.differences if each.grade is grade)
        if names:
            told.append(phrase.in_lang(lang, names=names))
    if check.warnings:
        told.append(_CODES.in_lang(lang, codes=", ".join(dict.fromkeys(each.code for each in check.warnings))))
    count = len(check.judged)
    fine = _FINE[min(count, 2)].in_lang(lang, count=count)
    return _HEAD.in_lang(lang, source=check.source, told=_JOIN.in_lang(lang).join(told) or fine)


def shown(value: object, check: InvoiceCheck, field: str) -> str:
    """Return a value of a field as people write it; a blank is called so."""
    if value is None or value == ():
        return BLANK.in_lang(check.lang)
    if isinstance(value, tuple):
        return "; ".join(shown(each, check, field) for each in value)
    if isinstance(value, VatLine):
        if value.taux is None:
            return "?"
        value = LigneTva(taux=value.taux, base_ht=value.base_ht, montant=value.montant)
    rule = None if check.report is None else check.report.rules.fields.get(field)
    return written(value, check.lang, "" if rule is None else spelt_as(rule, value))


def of_the_file(check: InvoiceCheck) -> Sequence[ComplianceWarning]:
    """Return the warnings about the file, its pages or its title, where values are not read that they may explain."""
    if check.report is None or all(each.grade is Grade.SPURIOUS for each in check.differences):
        return ()
    named = {each.field for each in check.differences}
    return [
        each
        for each in check.report.warnings
        if family(each.code) == "DOC" and each.severity is not Severity.INFO and each.code not in check.allow
        if each.field is None or (each.severity is Severity.BLOCKING and each.field not in named)
    ]


def _blocks(check: InvoiceCheck) -> Iterator[list[str]]:
    first = of_the_file(check)
    if first:
        yield list(_warnings(first, check.lang))
    # What explains all of them is told once, and not again for each.
    silent = [each for each in check.differences if first and _is_traceless(each, check.lang)]
    if silent:
        yield list(_traceless(silent, check.lang))
    for difference in check.differences:
        if difference not in silent:
            yield list(_difference(difference, check))
    rest = [each for each in check.warnings if each not in first]
    if rest:
        yield list(_warnings(rest, check.lang, {each.field for each in check.differences}))


def _is_traceless(difference: Difference, lang: Lang) -> bool:
    return difference.why == (ANNOUNCED_BY_NOTHING.in_lang(lang),) and not difference.warnings


def _traceless(differences: Sequence[Difference], lang: Lang) -> Iterator[str]:
    names = ", ".join(each.field for each in differences)
    yield from _wrapped(NOTHING_OF.in_lang(lang, names=names), _GAP, _GAP)
    for line in (line for each in differences for line in each.lines):
        yield f"{_GAP * 2}{line}"


def _difference(difference: Difference, check: InvoiceCheck) -> Iterator[str]:
    lang = check.lang
    yield _GAP + _FIELD.in_lang(lang, label=difference.label, name=difference.field)
    reasons = list(difference.why) + [f"{each.code} {each.message}" for each in difference.warnings]
    rows = [
        (MEANT, [shown(difference.meant, check, difference.field)]),
        (READ, [shown(difference.read, check, difference.field)]),
        (WHY, reasons),
    ]
    width = max(len(head.in_lang(lang)) for head, _ in rows)
    for head, told in rows:
        for at, each in enumerate(told):
            first = head.in_lang(lang) if at == 0 else ""
            yield from _wrapped(each, f"{_GAP * 2}{first.ljust(width)}{_GAP}", " " * (width + 3 * len(_GAP)))
    for each in difference.fixes:
        yield from _wrapped(each, f"{_GAP * 2}→ ", f"{_GAP * 2}  ")


def _warnings(warnings: Sequence[ComplianceWarning], lang: Lang, above: Collection[str] = frozenset()) -> Iterator[str]:
    """Yield warnings; of a field that is told above, the title only."""
    names = max(len(SEVERITIES[each.severity].in_lang(lang)) for each in warnings)
    for warning in warnings:
        name = SEVERITIES[warning.severity].in_lang(lang).ljust(names)
        margin = f"{_GAP}{name}{_GAP}{warning.code}{_GAP}"
        if warning.field in above:
            told, hint = _TOLD_ABOVE.in_lang(lang, title=warning.title, field=warning.field), ""
        else:
            told, hint = warning.message, warning.hint
        yield from _wrapped(told, margin, " " * len(margin))
        if hint:
            yield from _wrapped(hint, f"{' ' * len(margin)}→ ", " " * (len(margin) + 2))


def _wrapped(told: str, first: str, others: str) -> Iterator[str]:
    lines = textwrap.wrap(unbroken(safe(told)), WIDTH - len(first), break_long_words=False)
    for at, line in enumerate(lines or [""]):
        yield (others if at else first) + line.replace(NO_BREAK, " ")
