"""What a report holds, as those see it who show one: ``Report`` is above them, and need not be known."""

from typing import Protocol

from chorus_ocr.compliance.cadre import Cadre
from chorus_ocr.compliance.messages import Lang
from chorus_ocr.compliance.warning import ComplianceWarning
from chorus_ocr.reading.document import Document
from chorus_ocr.recognition.candidate import Recognition
from chorus_ocr.report.rules_used import RulesUsed


class Reported(Protocol):
    """The attributes of a ``Report`` that are shown."""

    @property
    def warnings(self) -> tuple[ComplianceWarning, ...]:
        """The warnings, most severe first."""

    @property
    def not_run(self) -> tuple[str, ...]:
        """The codes of the checks that lacked an argument."""

    @property
    def recognition(self) -> Recognition:
        """The decisions."""

    @property
    def document(self) -> Document:
        """The document as read."""

    @property
    def rules(self) -> RulesUsed:
        """The rules that made the report."""

    @property
    def cadre(self) -> Cadre:
        """The cadre de facturation given."""

    @property
    def lang(self) -> Lang:
        """The language of the messages."""

    @property
    def keep_failed(self) -> bool:
        """Whether identifiers that fail their checksum were kept in the form."""
