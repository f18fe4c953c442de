"""What a check tells the user: a frozen record with a code for ever, and the words to print instead."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as attribute
from enum import StrEnum
from typing import NamedTuple

from chorus_ocr.compliance.messages import Text
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


class Wording(NamedTuple):
    """What a message and its hint were made from: the texts of the check, and what of the invoice fills them in."""

    message: Text
    hint: Text
    arguments: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ComplianceWarning:
    """One finding of one check on one document; a record, not a Python ``Warning``.

    ``code`` and ``slug`` never change; ``key`` tells the findings of one check apart. ``title``, ``message`` and
    ``hint`` are in the language asked for; ``print_text`` is the line that would cure it, where printing can.
    ``field`` names the field of the form, ``page`` counts from 1, ``box`` is in points from the page's top left.
    ``wording`` is what the message and the hint were made from; a record that no check made has none.
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
    wording: Wording | None = attribute(default=None, repr=False, compare=False)

    def __repr__(self) -> str:
        place = "" if self.page is None else f", page {self.page}"
        about = "" if self.field is None else f", {self.field}"
        return f"<ComplianceWarning {self.code} {self.severity}{about}{place}: {self.message!r}>"
