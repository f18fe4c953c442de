"""What a generator's invoice is worth to the portal: what differs from what was meant, and the warnings that count."""

import json
from dataclasses import dataclass
from typing import Final

from chorus_ocr.compliance.messages import Lang
from chorus_ocr.compliance.warning import ComplianceWarning, Severity
from chorus_ocr.drawing.printable import safe
from chorus_ocr.errors import UnreadableDocument
from chorus_ocr.recognition.candidate import Status
from chorus_ocr.report import Report
from chorus_ocr.report.plain import Json, plain_warning
from chorus_ocr.tuning.grading import Grade
from chorus_ocr.tuning.truth import plain_truth

SCHEMA_VERSION: Final = 1
"""Of ``InvoiceCheck.to_dict()``: changes when a key is renamed, removed or given another meaning."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Difference:
    """A field that does not hold what was meant.

    ``grade``: ``wrong`` (another value), ``spurious`` (a value where none was meant) or ``missing``. ``meant`` is the
    value that was meant, None for a field that was to stay blank; ``read`` what the form would hold, None for a blank.
    ``why``: a sentence each, the most telling first. ``fixes``: what to do about it; ``lines``: the lines to print.
    ``warnings``: those about this field that go with it.
    """

    field: str
    label: str
    grade: Grade
    status: Status
    meant: object
    read: object
    why: tuple[str, ...]
    fixes: tuple[str, ...]
    lines: tuple[str, ...] = ()
    warnings: tuple[ComplianceWarning, ...] = ()

    def to_dict(self) -> dict[str, Json]:
        """Return the difference as plain data, ready for JSON."""
        return {
            "field": self.field,
            "label": self.label,
            "grade": str(self.grade),
            "status": str(self.status),
            "meant": plain_truth(self.meant),
            "read": plain_truth(self.read),
            "why": list(self.why),
            "fixes": list(self.fixes),
            "lines": list(self.lines),
            "warnings": [each.code for each in self.warnings],
        }

    def __repr__(self) -> str:
        return f"<Difference {self.field} {self.grade}: meant {_short(self.meant)}, read {_short(self.read)}>"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class InvoiceCheck:
    """What ``check_invoice()`` found; ``ok``: the form would be filled in as was meant, and no warning counts.

    ``source`` names the invoice. ``judged``: the fields that were named, in the order of the form. ``differences``:
    those that hold something else than was meant, worst first. ``warnings``: at or above ``fail_on`` and not in
    ``allow``, most severe first. ``report`` is None, and ``error`` says why, for a file that cannot be read at all.
    """

    source: str
    judged: tuple[str, ...]
    differences: tuple[Difference, ...]
    warnings: tuple[ComplianceWarning, ...]
    fail_on: Severity | None
    allow: tuple[str, ...]
    lang: Lang
    report: Report | None
    error: UnreadableDocument | None = None

    @property
    def ok(self) -> bool:
        """Whether the file was read, nothing differs from what was meant, and no warning counts."""
        return self.error is None and not self.differences and not self.warnings

    def to_text(self) -> str:
        """Return what is to be told to a person: one line where all is well, else what to change in the template."""
        from chorus_ocr.testing.text import text  # here and below: what an invoice that is fine needs none of

        return text(self)

    def to_html(self) -> str:
        """Return a page of HTML that stands alone: what differs, then the page of the report, ``Report.to_html()``."""
        from chorus_ocr.testing.page import page

        return page(self)

    def to_dict(self) -> dict[str, Json]:
        """Return the result as plain data, ready for JSON; the report itself is ``report.to_dict()``."""
        error: Json = None
        if self.error is not None:
            error = {"type": type(self.error).__name__, "cause": self.error.cause}
        return {
            "schema_version": SCHEMA_VERSION,
            "file": self.source,
            "ok": self.ok,
            "error": error,
            "fail_on": None if self.fail_on is None else str(self.fail_on),
            "allow": list(self.allow),
            "judged": list(self.judged),
            "differences": [each.to_dict() for each in self.differences],
            "warnings": [plain_truth(plain_warning(each)) for each in self.warnings],
            "not_run": [] if self.report is None else list(self.report.not_run),
        }

    def to_json(self, *, indent: int | None = 2) -> str:
        """Return the result as JSON text, accents as they are."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    def _repr_html_(self) -> str:
        from chorus_ocr.testing.page import section

        return section(self)

    def __repr__(self) -> str:
        if self.error is not None:
            told = "not read"
        elif self.ok:
            told = f"ok, {len(self.judged)} fields as meant"
        else:
            named = ", ".join(f"{each.field} {each.grade}" for each in self.differences[:3])
            more = f" and {len(self.differences) - 3} more" if len(self.differences) > 3 else ""
            told = f"{named}{more}; {len(self.warnings)} warnings" if named else f"{len(self.warnings)} warnings"
        return f"<InvoiceCheck {safe(self.source)}: {told}>"


def _short(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= 60 else shown[:57] + "…"
