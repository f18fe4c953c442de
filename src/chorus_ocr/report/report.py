"""What a scan hands over: the form as the portal would fill it, the decision behind each field, and the warnings."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self, TypeVar, cast

from chorus_ocr.arguments import check_rules
from chorus_ocr.compliance.cadre import Cadre
from chorus_ocr.compliance.messages import Lang
from chorus_ocr.compliance.warning import ComplianceWarning, Severity
from chorus_ocr.prefill import Prefill
from chorus_ocr.reading.document import Document
from chorus_ocr.recognition.candidate import Decision, Recognition, Status
from chorus_ocr.recognition.field import FieldRule
from chorus_ocr.report.fill import forms, printed_value
from chorus_ocr.report.rules_used import RulesUsed
from chorus_ocr.rules import CHORUS_PRO, RulePack

if TYPE_CHECKING:
    from chorus_ocr.report.page_view import PageView
    from chorus_ocr.report.plain import ReportDict
    from chorus_ocr.report.record import Cell

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Report:
    """What was recognised on a document, and what the portal will trip on.

    ``prefill``: the form, filled with what is printed, announced and valid. ``completed``: the same with inferred
    values besides. ``warnings``: most severe first. ``not_run``: codes of the checks that lacked an argument.
    ``keep_failed``: whether identifiers that fail their checksum were kept in the form, as the caller asked.
    """

    prefill: Prefill
    completed: Prefill
    warnings: tuple[ComplianceWarning, ...]
    not_run: tuple[str, ...]
    recognition: Recognition
    document: Document
    rules: RulesUsed
    cadre: Cadre
    lang: Lang
    keep_failed: bool

    @property
    def fields(self) -> Mapping[str, Decision[object]]:
        """The decision on each field of the pack, by name, with every candidate."""
        return self.recognition

    @property
    def blocking(self) -> bool:
        """Whether any warning is blocking: the deposit would fail, or a compulsory datum stays blank."""
        return any(warning.severity is Severity.BLOCKING for warning in self.warnings)

    def value(self, rule: FieldRule[T]) -> T | None:
        """Return the value of a rule, typed, as the form holds it: printed, announced and valid, else None.

        Raises ``ValueError`` when the report was made without this rule, or with another of its name.
        """
        own = self._rule(rule.name)
        if own.value.name != rule.value.name:
            raise ValueError(f"the report was made with another rule named {rule.name!r}, of type {own.value.name}")
        # The rule's own value type made the value: the decision of a rule of T holds a T.
        return cast("T | None", printed_value(self.recognition[rule.name], keep_failed=self.keep_failed))

    def page(self, number: int) -> "PageView":
        """Return a page that was read, as a drawing of the decisions on it; ``show(field=…)`` narrows it to one field.

        Raises ``ValueError`` for a page that is not in scope, and where the report came back from its data.
        """
        from chorus_ocr.report.page_view import PageView

        return PageView.of(self, number)

    def save_overlay(self, path: str | os.PathLike[str], *, page: int | None = None, field: str | None = None) -> None:
        """Write the pages with the decisions on them as a file of SVG; one that is there is overwritten.

        ``page``: this one only, else the first ten that were read. ``field``: the marks of this one only.

        The file is drawn from the words and boxes of the report: no PDF is needed. Raises ``ValueError`` for a page
        that is not in scope, a field that the pack does not have or a report that came back from its data, and
        ``OSError`` where the file cannot be written.
        """
        from pathlib import Path

        from chorus_ocr.report.page_view import overlay

        Path(path).write_text(overlay(self, page, field), encoding="utf-8", newline="\n")

    def explain(self, name: str, *, lang: Lang | str | None = None) -> str:
        """Return the decision on a field in words, as ``fields[name]`` holds it.

        What was taken and by which keyword, from where, on which page; why every other candidate lost; which keywords
        stand on the pages and have no value in reach; which words would announce an absent field; the warnings.

        Raises ``ValueError`` for a field that the pack does not have, naming the nearest one.
        """
        from chorus_ocr.report.explain import explain  # here and below: what a scan itself needs none of

        about = [warning for warning in self.warnings if warning.field == name]
        told = self.lang if lang is None else Lang(lang)
        return explain(self._rule(name), self.recognition[name], self.rules.fields, about, told)

    def masked(self) -> Self:
        """Return a report fit to be shared: the same decisions, and nothing of what the invoice says.

        Masked: every number (SIRET, VAT number, IBAN, BIC, references, amounts, dates), every name and every other
        word of the pages but those of the rule pack (« SIRET client », « Total »), the names of the file and of those
        embedded in it, and its exact size. Kept: statuses, verdicts, keywords, relations, codes, boxes, lengths,
        separators, capitals, the codes of enumerations and the VAT rates in force, so that a misreading can be told.

        One value has one mask throughout the report, and two long numbers have two. A mask is the rank of a value
        among those of its length (« 900 000 000 00001 »), so nothing about the value can be computed from it: a hash
        could be reversed by trying all SIRETs, and would give a number away that stands in two reports.

        What is kept may tell something to one who knows the supplier's template, and in a proportional font the width
        of a box narrows the names that fit. Words that the pack knows stay where a name is made of them.
        """
        from chorus_ocr.report.masking import mask_all

        parts = mask_all(
            self.document,
            self.recognition,
            self.warnings,
            rules=self.rules.fields,
            vocabulary=self.rules.vocabulary,
            lang=self.lang,
        )
        prefill, completed = forms(parts.recognition, keep_failed=self.keep_failed)
        return replace(
            self,
            prefill=prefill,
            completed=completed,
            warnings=parts.warnings,
            recognition=parts.recognition,
            document=parts.document,
        )

    @classmethod
    def from_dict(cls, data: object, *, rules: RulePack = CHORUS_PRO) -> Self:
        """Return the report in plain data, as ``to_dict()`` or the JSON of it has it.

        ``rules``: the pack that made the report, for the labels, words and types of its fields: a report of fields of
        the application's own needs the pack that has them. The report keeps the name and fingerprint that are written
        in the data. Keys that it does not know are passed over: a later version may write more of them.

        What comes back says all that the report said (``to_dict()`` is the same), explains its fields, can be masked
        and handed over. It has no words of the pages, hence no drawing: ``document.bare`` is True. A value of an
        application's own type is what the type's ``parse`` reads in the print, and else what was written.

        Raises ``SchemaVersionError`` for another version of the schema, and ``ReportDataError`` listing every fault of
        data that is no report.
        """
        from chorus_ocr.report.back import parts_of

        check_rules(rules)
        return cls(**parts_of(data, rules))

    def to_dict(self) -> "ReportDict":
        """Return the report as plain data, ready for JSON: see ``ReportDict``."""
        from chorus_ocr.report import plain

        return plain.ReportDict(
            schema_version=plain.SCHEMA_VERSION,
            file=self.document.file_name,
            page_count=self.document.page_count,
            pages=[page.number for page in self.document.pages],
            document=plain.plain_document(self.document, self.recognition.kind),
            cadre=str(self.cadre),
            lang=str(self.lang),
            checksums="flag" if self.keep_failed else "strict",
            rules=plain.RulesDict(name=self.rules.name, version=self.rules.version, fingerprint=self.rules.fingerprint),
            blocking=self.blocking,
            prefill=plain.plain_prefill(self.prefill),
            fields={name: plain.plain_decision(decision) for name, decision in self.recognition.items()},
            warnings=[plain.plain_warning(warning) for warning in self.warnings],
            not_run=list(self.not_run),
        )

    def to_json(self, *, indent: int | None = 2) -> str:
        """Return the report as JSON text, accents as they are."""
        import json

        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    def to_record(self) -> "dict[str, Cell]":
        """Return the report as one flat row, for a data frame: ``pandas.DataFrame([report.to_record(), …])``.

        ``file``, ``page_count``, ``cadre``, ``rules`` (the fingerprint of the pack); how many warnings are
        ``blocking``, ``warning`` and ``info``, and their ``codes``, separated by blanks. Then, for each field of the
        pack, its value as the form holds it (amounts are ``Decimal``, dates ``date``, VAT lines JSON text) and
        ``<field>_status``. An inferred value is not in the form: its column is None, its status says so.

        Raises ``ValueError`` where an application's own field has the name of another column.
        """
        # Not at the top: a scan of which no table is made does not load what makes one.
        from chorus_ocr.report.record import record_of_report

        return record_of_report(self)

    def to_html(self) -> str:
        """Return the report as a page of HTML that stands alone, in the language of its messages.

        It holds the form, the warnings, the decision on each field and the facts. Whatever the invoice says is escaped;
        there is no script, and nothing is fetched: the page can be attached to a ticket.
        """
        # Not at the top: a scan of which no page is made does not load what makes one.
        from chorus_ocr.report.html import page

        return page(self, self.document.file_name or "<bytes>")

    def _repr_html_(self) -> str:
        from chorus_ocr.report.notebook import report_html

        return report_html(self)

    def __repr__(self) -> str:
        from chorus_ocr.drawing.printable import safe

        found = sum(decision.status is Status.FOUND for decision in self.recognition.values())
        blocking = sum(warning.severity is Severity.BLOCKING for warning in self.warnings)
        return (
            f"<Report {safe(self.document.file_name or '<bytes>')}: {found} of {len(self.recognition)} fields found, "
            f"{blocking} blocking of {len(self.warnings)} warnings>"
        )

    def _rule(self, name: str) -> FieldRule[object]:
        rule = self.rules.fields.get(name)
        if rule is None:
            from chorus_ocr.report.unknown import unknown_field

            raise ValueError(unknown_field(name, self.rules.fields))
        return rule
