"""What can go wrong with a file, or with what a caller gives: a small tree of typed errors.

::

    ChorusOcrError
    ├── UnreadableDocument      no file, a directory, no rights, no pages
    │   ├── NotAPdf             the bytes are no PDF at all (or there are none)
    │   ├── EncryptedDocument   a password is needed, or the one given is wrong
    │   ├── DamagedDocument     a PDF that the engine cannot open or read
    │   └── LimitExceeded       larger than the caller allows
    ├── FaultsError             what was given is wrong: lists every fault at once
    │   ├── RuleError           a rule or a pack
    │   ├── PrefillError        a filled-in form holds what no print can tell
    │   ├── WordsError          words that another engine found cannot be a document
    │   ├── HandOverError       what is to be handed over has gaps
    │   ├── ReportDataError     plain data is no report; each fault has its path
    │   │   └── SchemaVersionError  … or one that was written in another version of the schema
    │   └── SourceFaultsError   a file that is named
    │       ├── TruthError      what an invoice is said to print
    │       └── DirectoryError  a directory of public bodies
    ├── MissingExtra            an optional package is not installed; names what to install
    └── IsolationError          a process of its own, which was asked for, cannot be had

A page without text, or an invoice that breaks a rule, is not an error: it is a report with warnings.
"""


class ChorusOcrError(Exception):
    """The base of every error that this library raises on purpose."""


class UnreadableDocument(ChorusOcrError):
    """A source could not be read as a PDF.

    ``source`` names it (a path, or ``<bytes>``), ``cause`` says why in one sentence.
    """

    def __init__(self, source: str, cause: str) -> None:
        super().__init__(source, cause)
        self.source = source
        self.cause = cause

    def __str__(self) -> str:
        return f"{self.source}: {self.cause}"


class NotAPdf(UnreadableDocument):
    """The bytes are not a PDF. ``kind``: what they look like instead, such as ``HTML``; None where nothing tells."""

    def __init__(self, source: str, cause: str, kind: str | None = None) -> None:
        super().__init__(source, cause)
        self.args = (source, cause, kind)  # what an exception is pickled with
        self.kind = kind


class EncryptedDocument(UnreadableDocument):
    """The PDF asks for a password that was not given, or the one given is wrong."""


class DamagedDocument(UnreadableDocument):
    """The file starts like a PDF, but the engine cannot open it or one of its pages."""


class LimitExceeded(UnreadableDocument):
    """The document is larger than the caller allows. ``limit`` is the name of the limit, as ``Limits`` has it."""

    def __init__(self, source: str, cause: str, limit: str) -> None:
        super().__init__(source, cause)
        self.args = (source, cause, limit)  # what an exception is pickled with
        self.limit = limit


class FaultsError(ChorusOcrError, ValueError):
    """What was given is wrong. ``faults`` lists every fault found, not only the first."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__(faults)
        self.faults = faults

    def __str__(self) -> str:
        return "; ".join(self.faults)


class SourceFaultsError(FaultsError):
    """A file is wrong, or a value that was given in its place. ``source`` names it."""

    def __init__(self, source: str, faults: tuple[str, ...]) -> None:
        super().__init__(faults)
        self.args = (source, faults)  # what an exception is pickled with
        self.source = source

    def __str__(self) -> str:
        return f"{self.source}: {super().__str__()}"


class RuleError(FaultsError):
    """A rule or a rule pack is wrong. ``faults`` lists every fault found, not only the first."""


class TruthError(SourceFaultsError):
    """What an invoice is said to print (a sidecar, an embedded invoice) is wrong.

    ``source`` names it (a path, or ``<truth>``); ``faults`` lists every fault found, not only the first.
    """


class DirectoryError(SourceFaultsError):
    """A directory of public bodies is wrong, or cannot be read.

    ``source`` names it (a path, or ``<directory>``); ``faults`` lists every fault found, each with its line.
    """


class PrefillError(FaultsError):
    """A form that was filled in holds what cannot be printed and read back. ``faults`` lists every fault found."""


class WordsError(FaultsError):
    """Words that another engine found, or the sizes of their pages, are wrong. ``faults`` lists the first of them."""


class ReportDataError(FaultsError):
    """Plain data is no report. ``faults`` lists every fault found, each with its path (``warnings[2].page: …``)."""


class SchemaVersionError(ReportDataError):
    """A report was written in another version of the schema.

    ``found``: that of the data. ``known``: the one that this version of the library reads and writes.
    """

    def __init__(self, found: int, known: int) -> None:
        super().__init__((f"schema_version: the data has version {found}, and this library reads version {known}",))
        self.args = (found, known)  # what an exception is pickled with
        self.found = found
        self.known = known


class HandOverError(FaultsError):
    """What is to be handed over to the portal cannot be. ``faults`` lists every gap, with what would fill it."""


class MissingExtra(ChorusOcrError, ImportError):
    """Something needs a package that is optional and not installed; ``extra`` is the extra that brings it."""

    def __init__(self, task: str, extra: str) -> None:
        super().__init__(task, extra)
        self.task = task
        self.extra = extra

    def __str__(self) -> str:
        return f"{self.task} needs the extra « {self.extra} »: pip install 'chorus-ocr[{self.extra}]'"


class IsolationError(ChorusOcrError, RuntimeError):
    """A process of its own was asked for, and does not start or is not understood. The document is not at fault."""
