"""The names by which the parts of a page are linked; each begins with that of its report."""

from collections.abc import Iterator, Sequence

from chorus_ocr.compliance.warning import ComplianceWarning


def decision_anchor(report: str, field: str) -> str:
    """Return the anchor of the decision on a field."""
    return f"{report}-{field}"


def page_anchor(report: str, number: int) -> str:
    """Return the anchor of a page."""
    return f"{report}-page-{number}"


def warning_anchor(report: str, at: int) -> str:
    """Return the anchor of a warning, by its place among those of the report, from 0."""
    return f"{report}-warning-{at + 1}"


def warnings_about(
    field: str, warnings: Sequence[ComplianceWarning], report: str
) -> Iterator[tuple[ComplianceWarning, str]]:
    """Yield the warnings about a field, each with its anchor."""
    for at, warning in enumerate(warnings):
        if warning.field == field:
            yield warning, warning_anchor(report, at)
