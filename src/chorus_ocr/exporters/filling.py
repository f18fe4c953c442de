"""A payload while it is filled, key by key: what fits is put in, what does not becomes a gap."""

import re
from decimal import Decimal
from typing import Any, Final

from chorus_ocr.compliance.asked import strange_characters
from chorus_ocr.compliance.characters import (
    LONGEST_ENGAGEMENT,
    LONGEST_NUMBER,
    LONGEST_SERVICE,
    NUMBER,
    others,
    strange_in_service,
)
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.warning import ComplianceWarning, Severity
from chorus_ocr.exporters.gaps import WHYS, Gap, GapKind
from chorus_ocr.exporters.numbers import number
from chorus_ocr.prefill import Prefill
from chorus_ocr.report import Report
from chorus_ocr.report.form import why_blank
from chorus_ocr.values.iso4217 import CODES

PREFILL: Final = "prefill"
"""The argument that fills what a field of the form lacks."""

_SIRET: Final = re.compile("[0-9]{14}")


class Filling:
    """The payload of one call, and its gaps. ``given``: the form is the caller's own, not that of the report."""

    def __init__(self, report: Report, form: Prefill, *, given: bool) -> None:
        self.report = report
        self.form = form
        self.given = given
        self.payload: dict[str, Any] = {}
        self.gaps: list[Gap] = []

    def set(self, path: str, value: object) -> None:
        """Put a value in its place; None is left out."""
        if value is not None:
            *holders, key = path.split(".")
            at = self.payload
            for holder in holders:
                at = at.setdefault(holder, {})
            at[key] = value

    def said(self, name: str) -> str | None:
        """Return a text of the form; an empty one, as a user's form may hold, is none."""
        value: str | None = getattr(self.form, name)
        return value if value is not None and value.strip() else None

    def needed(self, path: str, value: object, why: str, *, argument: str) -> None:
        """Put in what only an argument tells; it is missing without."""
        if value is None:
            self._gap(path, WHYS[why], argument=argument)
        self.set(path, value)

    def field(self, path: str, name: str, value: object, why: str | None = None) -> None:
        """Put in what a field of the form tells; it is missing without."""
        if value is None:
            self._blank(path, name, why)
        else:
            self.set(path, str(value))

    def amount(self, path: str, name: str) -> None:
        """Put in an amount of the form."""
        value = getattr(self.form, name)
        if value is None:
            self._blank(path, name, None)
        else:
            self.set(path, self.number(path, value, name))

    def number(self, path: str, value: Decimal | None, name: str) -> float | None:
        """Return an amount as the API takes it; None, with its gap, where it is not printed or has no number."""
        if value is None:
            self._gap(path, WHYS["vat part"], field=name, argument=PREFILL)
            return None
        told = number(value)
        if told is None:
            self._refuse(path, value, WHYS["amount"], field=name, argument=PREFILL)
        return told

    def invoice_number(self, path: str, name: str) -> None:
        """Put in the number of the invoice."""
        value = self.said(name)
        characters = others(value or "", NUMBER)
        self._checked(path, name, value, LONGEST_NUMBER, self._characters(characters))

    def service_code(self, path: str, name: str, why: str | None) -> None:
        """Put in the code of the service."""
        value = self.said(name)
        self._checked(path, name, value, LONGEST_SERVICE, self._characters(strange_in_service(value or "")), why)

    def engagement(self, path: str, name: str, why: str | None) -> None:
        """Put in the number of the engagement."""
        value = self.said(name)
        strange = strange_characters(value or "")
        self._checked(
            path, name, value, LONGEST_ENGAGEMENT, self._characters(() if strange is None else (strange,)), why
        )

    def siret(self, path: str, name: str) -> None:
        """Put in a SIRET; its key is no matter here: the portal's sandbox has some that fail it."""
        value = self.said(name)
        wrong = value is not None and not _SIRET.fullmatch(value)
        self._checked(path, name, value, 14, WHYS["siret"] if wrong else None)

    def currency(self, path: str, name: str) -> None:
        """Put in a currency."""
        value = self.said(name)
        wrong = value is not None and value not in CODES
        self._checked(path, name, value, 3, WHYS["currency"] if wrong else None)

    def bounded(self, path: str, value: str | None, longest: int, *, argument: str) -> None:
        """Put in a text of an argument, where it is short enough."""
        self.set(path, self.fit(path, value, longest, argument=argument))

    def fit(self, path: str, value: str | None, longest: int, *, argument: str) -> str | None:
        """Return a text of an argument; None, with its gap, where it is too long."""
        if value is None or len(value) <= longest:
            return value
        self._refuse(path, value, self._long(value, longest), argument=argument)
        return None

    def asked(self, name: str) -> str | None:
        """Say whether a warning of the report asks for a field that is blank, so that the deposit fails without."""
        return "warning" if any(each.severity is Severity.BLOCKING for each in self._warnings(name)) else None

    def _checked(
        self, path: str, name: str, value: str | None, longest: int, wrong: Text | None, why: str | None = None
    ) -> None:
        if value is None:
            self._blank(path, name, why)
        elif wrong is not None:
            self._refuse(path, value, wrong, field=name, argument=PREFILL)
        elif len(value) > longest:
            self._refuse(path, value, self._long(value, longest), field=name, argument=PREFILL)
        else:
            self.set(path, str(value))

    def _blank(self, path: str, name: str, why: str | None) -> None:
        """Tell of a field that is blank, in the words of the most severe warning about it."""
        warnings = self._warnings(name)
        if warnings:
            line = next((each.print_text for each in warnings if each.print_text is not None), None)
            self._gap(path, warnings[0].message, field=name, argument=PREFILL, print_text=line)
        elif why is not None and why in WHYS:
            self._gap(path, WHYS[why], field=name, argument=PREFILL)
        else:
            told = None if self.given else why_blank(self.report, name)
            self._gap(path, told or WHYS["user"], field=name, argument=PREFILL)

    def _warnings(self, name: str) -> list[ComplianceWarning]:
        """Return the warnings about a field that the report itself leaves blank: of a printed one they say nothing."""
        if getattr(self.report.prefill, name) is not None:
            return []
        return [each for each in self.report.warnings if each.field == name]

    def _characters(self, characters: tuple[Text | str, ...]) -> Text | None:
        if not characters:
            return None
        told = [each if isinstance(each, str) else each.in_lang(self.report.lang) for each in characters]
        return Text(*(each.replace("{characters}", ", ".join(told)) for each in WHYS["characters"]))

    @staticmethod
    def _long(value: str, longest: int) -> Text:
        return Text(*(each.format(length=len(value), longest=longest) for each in WHYS["long"]))

    def _gap(
        self,
        path: str,
        why: Text | str,
        *,
        field: str | None = None,
        argument: str | None = None,
        print_text: str | None = None,
    ) -> None:
        lang = self.report.lang
        told = why if isinstance(why, str) else why.in_lang(lang)
        self.gaps.append(
            Gap(
                path=path,
                kind=GapKind.MISSING,
                why=told,
                field=field,
                argument=argument,
                print_text=print_text,
                lang=lang,
            )
        )

    def _refuse(
        self, path: str, value: object, why: Text, *, field: str | None = None, argument: str | None = None
    ) -> None:
        lang = self.report.lang
        told = why.fr if lang == "fr" else why.en
        self.gaps.append(
            Gap(path=path, kind=GapKind.REFUSED, why=told, field=field, argument=argument, value=value, lang=lang)
        )
