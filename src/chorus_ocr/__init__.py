"""Reads a French PDF invoice the way Chorus Pro's deposit form does, and says why a field would stay blank.

::

    import chorus_ocr

    report = chorus_ocr.scan("facture.pdf")
    report.prefill.siret_destinataire  # what is printed and valid, nothing else
    report.warnings                    # what would stay blank or be refused, with the words to print instead
    print(report.explain("siret_destinataire"))

Every name of the door is loaded at its first use: importing the package loads nothing besides.
"""

from importlib import import_module

TYPE_CHECKING = False
"""True to type checkers, as typing's own: the module costs more to load than all of this one."""

if TYPE_CHECKING:
    from chorus_ocr import exporters
    from chorus_ocr.checking import check_attachments, check_prefill
    from chorus_ocr.compliance.attachment import Attachment
    from chorus_ocr.compliance.cadre import Cadre
    from chorus_ocr.compliance.check import Check, Example, Firmness, Message, check, printed
    from chorus_ocr.compliance.csv_directory import CsvDirectory
    from chorus_ocr.compliance.directory import Directory, Service, Structure
    from chorus_ocr.compliance.messages import Lang, Text
    from chorus_ocr.compliance.seen import Need, Seen
    from chorus_ocr.compliance.warning import ComplianceWarning, Severity
    from chorus_ocr.errors import (
        ChorusOcrError,
        DamagedDocument,
        DirectoryError,
        EncryptedDocument,
        FaultsError,
        HandOverError,
        IsolationError,
        LimitExceeded,
        MissingExtra,
        NotAPdf,
        PrefillError,
        ReportDataError,
        RuleError,
        SchemaVersionError,
        SourceFaultsError,
        TruthError,
        UnreadableDocument,
        WordsError,
    )
    from chorus_ocr.golden import GoldenBlock, GoldenLine, golden_block
    from chorus_ocr.prefill import LigneTva, ModePaiement, Prefill, TypeFacture, TypeTva
    from chorus_ocr.reading.document import Box, Document, Page, PageScope
    from chorus_ocr.reading.limits import Limits
    from chorus_ocr.reading.placed_words import PlacedWord
    from chorus_ocr.reading.reader import Reader
    from chorus_ocr.recognition.candidate import Candidate, Decision, Status, Unanswered, Verdict
    from chorus_ocr.recognition.field import FieldRule, Relation
    from chorus_ocr.recognition.vocabulary import Party, StopPhrase
    from chorus_ocr.report import Report
    from chorus_ocr.report.page_view import PageView
    from chorus_ocr.rules import CHORUS_PRO, RulePack
    from chorus_ocr.scanning import Checksums, read, recognize, scan
    from chorus_ocr.scanning_many import ScanResult, scan_many
    from chorus_ocr.tuning.comparing import compare
    from chorus_ocr.tuning.comparison import Comparison
    from chorus_ocr.tuning.evaluating import evaluate
    from chorus_ocr.tuning.evaluation import Evaluation
    from chorus_ocr.tuning.truth import Truth
    from chorus_ocr.values.parsed import Parsed, ValueType
    from chorus_ocr.values.siret import Siret

__version__ = "0.1.0"

__all__ = [
    "CHORUS_PRO",
    "Attachment",
    "Box",
    "Cadre",
    "Candidate",
    "Check",
    "Checksums",
    "ChorusOcrError",
    "Comparison",
    "ComplianceWarning",
    "CsvDirectory",
    "DamagedDocument",
    "Decision",
    "Directory",
    "DirectoryError",
    "Document",
    "EncryptedDocument",
    "Evaluation",
    "Example",
    "FaultsError",
    "FieldRule",
    "Firmness",
    "GoldenBlock",
    "GoldenLine",
    "HandOverError",
    "IsolationError",
    "Lang",
    "LigneTva",
    "LimitExceeded",
    "Limits",
    "Message",
    "MissingExtra",
    "ModePaiement",
    "Need",
    "NotAPdf",
    "Page",
    "PageScope",
    "PageView",
    "Parsed",
    "Party",
    "PlacedWord",
    "Prefill",
    "PrefillError",
    "Reader",
    "Relation",
    "Report",
    "ReportDataError",
    "RuleError",
    "RulePack",
    "ScanResult",
    "SchemaVersionError",
    "Seen",
    "Service",
    "Severity",
    "Siret",
    "SourceFaultsError",
    "Status",
    "StopPhrase",
    "Structure",
    "Text",
    "Truth",
    "TruthError",
    "TypeFacture",
    "TypeTva",
    "Unanswered",
    "UnreadableDocument",
    "ValueType",
    "Verdict",
    "WordsError",
    "__version__",
    "check",
    "check_attachments",
    "check_prefill",
    "compare",
    "evaluate",
    "exporters",
    "golden_block",
    "printed",
    "read",
    "recognize",
    "scan",
    "scan_many",
]

_HOMES = {
    "chorus_ocr.checking": ("check_attachments", "check_prefill"),
    "chorus_ocr.compliance.attachment": ("Attachment",),
    "chorus_ocr.compliance.cadre": ("Cadre",),
    "chorus_ocr.compliance.check": ("Check", "Example", "Firmness", "Message", "check", "printed"),
    "chorus_ocr.compliance.csv_directory": ("CsvDirectory",),
    "chorus_ocr.compliance.directory": ("Directory", "Service", "Structure"),
    "chorus_ocr.compliance.messages": ("Lang", "Text"),
    "chorus_ocr.compliance.seen": ("Need", "Seen"),
    "chorus_ocr.compliance.warning": ("ComplianceWarning", "Severity"),
    "chorus_ocr.errors": (
        "ChorusOcrError",
        "DamagedDocument",
        "DirectoryError",
        "EncryptedDocument",
        "FaultsError",
        "HandOverError",
        "IsolationError",
        "LimitExceeded",
        "MissingExtra",
        "NotAPdf",
        "PrefillError",
        "ReportDataError",
        "RuleError",
        "SchemaVersionError",
        "SourceFaultsError",
        "TruthError",
        "UnreadableDocument",
        "WordsError",
    ),
    "chorus_ocr.golden": ("GoldenBlock", "GoldenLine", "golden_block"),
    "chorus_ocr.prefill": ("LigneTva", "ModePaiement", "Prefill", "TypeFacture", "TypeTva"),
    "chorus_ocr.reading.document": ("Box", "Document", "Page", "PageScope"),
    "chorus_ocr.reading.limits": ("Limits",),
    "chorus_ocr.reading.placed_words": ("PlacedWord",),
    "chorus_ocr.reading.reader": ("Reader",),
    "chorus_ocr.recognition.candidate": ("Candidate", "Decision", "Status", "Unanswered", "Verdict"),
    "chorus_ocr.recognition.field": ("FieldRule", "Relation"),
    "chorus_ocr.recognition.vocabulary": ("Party", "StopPhrase"),
    "chorus_ocr.report": ("Report",),
    "chorus_ocr.report.page_view": ("PageView",),
    "chorus_ocr.rules": ("CHORUS_PRO", "RulePack"),
    "chorus_ocr.scanning": ("Checksums", "read", "recognize", "scan"),
    "chorus_ocr.scanning_many": ("ScanResult", "scan_many"),
    "chorus_ocr.tuning.comparing": ("compare",),
    "chorus_ocr.tuning.comparison": ("Comparison",),
    "chorus_ocr.tuning.evaluating": ("evaluate",),
    "chorus_ocr.tuning.evaluation": ("Evaluation",),
    "chorus_ocr.tuning.truth": ("Truth",),
    "chorus_ocr.values.parsed": ("Parsed", "ValueType"),
    "chorus_ocr.values.siret": ("Siret",),
}
_ROOMS = ("exporters",)
"""Modules that are public themselves."""

_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

if not TYPE_CHECKING:  # else a checker would take any misspelt name for an object

    def __getattr__(name: str) -> object:
        if name in _ROOMS:
            return import_module(f"{__name__}.{name}")  # which puts it here under its name
        home = _HOME_OF.get(name)
        if home is None:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value: object = getattr(import_module(home), name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return sorted(__all__)
