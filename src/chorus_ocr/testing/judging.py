"""A generated invoice, judged: scanned as the portal's form would be filled, and compared with what was meant."""

import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from typing import Final

from chorus_ocr.arguments import kind_of, one_of
from chorus_ocr.compliance.blank import KEYS
from chorus_ocr.compliance.cadre import Cadre
from chorus_ocr.compliance.directory import Directory
from chorus_ocr.compliance.messages import Lang, Text, written
from chorus_ocr.compliance.warning import SEVERITIES, ComplianceWarning, Severity
from chorus_ocr.errors import UnreadableDocument
from chorus_ocr.prefill import LigneTva, TypeFacture
from chorus_ocr.reading.document import PageScope
from chorus_ocr.reading.limits import DEFAULT_LIMITS, Limits
from chorus_ocr.reading.reader import Reader
from chorus_ocr.reading.source import PdfSource
from chorus_ocr.recognition.candidate import Decision
from chorus_ocr.recognition.field import FieldRule, Relation
from chorus_ocr.report import Report
from chorus_ocr.rules import CHORUS_PRO, RulePack
from chorus_ocr.scanning import Checksums, scan, way_of_reading, way_of_recognising
from chorus_ocr.testing.invoice_check import Difference, InvoiceCheck
from chorus_ocr.testing.lines import lines_to_print
from chorus_ocr.testing.meant import Meant, meant_truth
from chorus_ocr.testing.why import fault_of, why
from chorus_ocr.tuning.grading import Grade, Outcome, cents, grade_fields
from chorus_ocr.tuning.truth import VAT_LINES, Truth, VatLine

_GRADES: Final = tuple(Grade)
"""Worst first."""

_BLANK_MESSAGES: Final = frozenset({*KEYS, "inferred"})
"""Keys of warnings that tell of a blank what the difference itself tells."""

_PRINT: Final = Text("Imprimer « {line} ».", "Print « {line} ».")
_NOT_ANNOUNCED: Final = Text(
    "Ne pas imprimer « {printed} », ou pas là où « {keyword} » l'annonce.",
    "Do not print « {printed} », or not where « {keyword} » announces it.",
)
_NO_VALUE: Final = Text(
    "Corriger ce qui était prévu : ce n'est pas une valeur juste de ce champ.",
    "Correct what was meant: it is no right value of this field.",
)
_NOT_SO: Final = Text("Ne pas imprimer « {printed} ».", "Do not print « {printed} ».")


def check_invoice(
    pdf: PdfSource,
    meant: Meant,
    *,
    fail_on: Severity | str | None = Severity.BLOCKING,
    allow: Collection[str] = (),
    rules: RulePack = CHORUS_PRO,
    cadre: Cadre | str = Cadre.A1,
    today: date | None = None,
    directory: Directory | None = None,
    lang: Lang | str = Lang.FR,
    checksums: Checksums | str = Checksums.STRICT,
    pages: PageScope | str = PageScope.FIRST_THREE,
    password: str | None = None,
    file_name: str | None = None,
    reader: Reader | str = "pdfium",
    limits: Limits = DEFAULT_LIMITS,
    isolated: bool = False,
) -> InvoiceCheck:
    """Say whether the form would be filled in from an invoice as its generator meant it.

    ``meant``: values by the name of their field, as typed or as text (« 110 002 011 00044 », ``Decimal("1440")`` or
    « 1 440,00 », a date or « 2026-03-12 », VAT lines as objects); None: meant to stay blank. A field that is not named
    is not judged. Or a ``Prefill``, of which the filled fields are meant, or a ``Truth``.
    ``fail_on``: warnings of this severity and above count, None: none does. ``allow``: codes of warnings that do not.
    All others are the arguments of ``scan()``.

    A bad invoice raises nothing, nor does a file that cannot be read: the result has its ``error``. Raises
    ``TruthError`` listing every field that there is not and every value that cannot be understood, ``TypeError`` or
    ``ValueError`` for a wrong argument.

    >>> from chorus_ocr.testing import check_invoice
    >>> check = check_invoice("tests/fixtures/invoices/two_columns.pdf", {"code_service": "VOIRIE"})
    >>> check.ok, check.differences
    (False, (<Difference code_service missing: meant 'VOIRIE', read None>,))
    """
    __tracebackhide__ = True  # pytest shows the call with a wrong argument, not this
    truth = meant_truth(meant, rules=rules)
    counted = None if fail_on is None else one_of(Severity, "fail_on", fail_on)
    allowed = _codes(allow, rules)
    way = way_of_recognising(
        rules=rules, cadre=cadre, today=today, directory=directory, lang=lang, checksums=checksums, limits=limits
    )
    way_of_reading(pages=pages, password=password, reader=reader, limits=limits)
    judged = tuple(name for name in rules.rules if name in truth.prefill)
    report, error = None, None
    try:
        report = scan(
            pdf, pages=pages, password=password, file_name=file_name, reader=reader, limits=limits, isolated=isolated,
            rules=rules, cadre=cadre, today=today, directory=directory, lang=lang, checksums=checksums,
        )  # fmt: skip
    except UnreadableDocument as unreadable:
        error = unreadable
    return InvoiceCheck(
        source=_name(pdf, file_name, error),
        judged=judged,
        differences=() if report is None else tuple(_differences(truth, report, judged)),
        warnings=() if report is None else tuple(_counting(report, counted, allowed)),
        fail_on=counted,
        allow=allowed,
        lang=way.lang,
        report=report,
        error=error,
    )


def _codes(allow: Collection[str], rules: RulePack) -> tuple[str, ...]:
    """Return the codes that are allowed. Raises ``TypeError``, or ``ValueError`` for one that no check has."""
    if isinstance(allow, str) or not isinstance(allow, Collection):
        raise TypeError(f"allow is a collection of codes such as ('DOC08',), not {kind_of(allow)}")
    known = [each.code for each in rules.checks]
    faults = []
    for code in allow:
        if code not in known:
            close = get_close_matches(str(code).upper(), known, n=1)
            faults.append(f"no check {code!r}" + (f"; did you mean {close[0]!r}?" if close else ""))
    if faults:
        raise ValueError(f"allow: {'; '.join(faults)}")
    return tuple(allow)


def _name(pdf: PdfSource, file_name: str | None, error: UnreadableDocument | None) -> str:
    if file_name is not None:
        return file_name
    if isinstance(pdf, str | os.PathLike):
        return os.fsdecode(pdf)
    name = getattr(pdf, "name", None)
    return error.source if error is not None else name if isinstance(name, str) else "<bytes>"


def _counting(report: Report, fail_on: Severity | None, allow: Collection[str]) -> Iterator[ComplianceWarning]:
    if fail_on is not None:
        counted = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
        yield from (each for each in report.warnings if each.severity in counted and each.code not in allow)


def _differences(truth: Truth, report: Report, names: tuple[str, ...]) -> Iterator[Difference]:
    """Yield the fields that hold something else than was meant, the worst grades first."""
    outcomes = [replace(each, grade=_grade(each)) for each in grade_fields(truth, report, names)]
    for outcome in sorted(outcomes, key=lambda each: _GRADES.index(each.grade)):
        if outcome.failed:
            yield _difference(outcome, report)


def _grade(outcome: Outcome) -> Grade:
    """Return the grade of a field; what ``evaluate()`` does not compare is compared here, as far as it was named."""
    meant, read = outcome.expected, outcome.returned
    if outcome.field == VAT_LINES and isinstance(meant, tuple) and meant and isinstance(read, tuple):
        if _same_lines(meant, read):
            return Grade.CORRECT
        return Grade.MISSING if _same_lines(meant, read, partly=True) else Grade.WRONG
    if outcome.failed and meant is not None and meant == read:  # a value of an application's own type
        return Grade.CORRECT
    return outcome.grade


def _same_lines(meant: tuple[object, ...], read: tuple[object, ...], *, partly: bool = False) -> bool:
    """Tell whether the lines of VAT are those that were meant, in any order; what a line leaves out is not compared.

    ``partly``: nor is what was not read of it.
    """
    left = [each for each in read if isinstance(each, LigneTva)]
    lines = [each for each in meant if isinstance(each, VatLine)]
    for line in sorted(lines, key=lambda each: (each.base_ht, each.montant).count(None)):
        same = next((each for each in left if _same_line(line, each, partly=partly)), None)
        if same is None:
            return False
        left.remove(same)
    return not left


def _same_line(meant: VatLine, read: LigneTva, *, partly: bool) -> bool:
    pairs = ((meant.taux, read.taux), (meant.base_ht, read.base_ht), (meant.montant, read.montant))
    return all(wanted is None or _same(wanted, got, partly=partly) for wanted, got in pairs)


def _same(meant: Decimal, read: Decimal | None, *, partly: bool) -> bool:
    if read is None:
        return partly
    return cents(meant) == cents(read) and (meant < 0) == (read < 0)


def _difference(outcome: Outcome, report: Report) -> Difference:
    name, meant = outcome.field, outcome.expected
    rule, decision = report.rules.fields[name], report.recognition[name]
    about = [each for each in report.warnings if each.field == name and each.severity is not Severity.INFO]
    telling = tuple(each for each in about if each.key not in _BLANK_MESSAGES)
    one = meant is not None and (name == VAT_LINES or not isinstance(meant, tuple))  # and not several with equal right
    kind = report.prefill.type_facture or TypeFacture.FACTURE
    lines = lines_to_print(rule, meant, kind) if one and not fault_of(rule, meant) else ()
    return Difference(
        field=name,
        label=rule.label,
        grade=outcome.grade,
        status=decision.status,
        meant=meant,
        read=outcome.returned,
        why=tuple(why(rule, decision, meant, report, told=bool(telling))),
        fixes=tuple(_fixes(rule, decision, outcome, lines, about, report.lang)),
        lines=lines,
        warnings=telling,
    )


def _fixes(
    rule: FieldRule[object],
    decision: Decision[object],
    outcome: Outcome,
    lines: tuple[str, ...],
    about: Iterable[ComplianceWarning],
    lang: Lang,
) -> Iterator[str]:
    """Yield what to change: the line to print, unless a warning says more of how to print it."""
    choice = decision.choice
    if outcome.grade is Grade.SPURIOUS:
        if choice is None or choice.keyword is None or choice.relation == Relation.ITSELF:
            yield _NOT_SO.in_lang(lang, printed=written(outcome.returned, lang) if choice is None else choice.raw)
        else:
            yield _NOT_ANNOUNCED.in_lang(lang, printed=choice.raw, keyword=choice.keyword)
        return
    # Of a wrong value warnings say how to print it better: not what to print in its place.
    other = None if outcome.returned is None else written(outcome.returned, Lang.FR, rule.value.name)
    hints = [each.hint for each in about if (each.key not in _BLANK_MESSAGES or not lines) and each.hint]
    hints = [each for each in hints if other is None or other not in each]
    fault = fault_of(rule, outcome.expected)
    if fault == "format" or (fault and not hints):
        yield _NO_VALUE.in_lang(lang)
    yield from (_PRINT.in_lang(lang, line=line) for line in lines if not any(f"« {line} »" in hint for hint in hints))
    yield from dict.fromkeys(hints)
