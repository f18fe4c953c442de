"""What a check tells the user: a frozen record with a code for ever, and the words to print instead."""

from dataclasses import dataclass
from enum import StrEnum

from chorus_ocr.reading.document import Box


class Severity(StrEnum):
    """How bad it is, worst first.

    ``blocking``: the deposit or its routing fails, or a compulsory datum stays blank. ``warning``: a field stays blank
    or is at risk. ``info``: good to know.
    """

    BLOCKING = "blocking"
    WARNING = "warning"
    INFO = "info"


SEVERITIES = tuple(Severity)
"""The severities, worst first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ComplianceWarning:
    """One finding of one check on one document; a record, not a Python ``Warning``.

    ``code`` and ``slug`` never change; ``key`` tells the findings of one check apart. ``title``, ``message`` and
    ``hint`` are in the language asked for; ``print_text`` is the line that would cure it, where printing can.
    ``field`` names the field of the form, ``page`` counts from 1, ``box`` is in points from the page's top left.
    """

    code: str
    slug: str
    key: str
    severity: Severity
    title: str
    message: str
    hint: str
    print_text: str | None = None
    field: str | None = None
    page: int | None = None
    box: Box | None = None
    source: str
