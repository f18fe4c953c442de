"""From folders and pairs to cases: one document each, and what is printed on it."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from chorus_ocr.errors import ChorusOcrError, TruthError, UnreadableDocument
from chorus_ocr.reading.document import Document
from chorus_ocr.reading.source import PdfSource
from chorus_ocr.report.plain import Json
from chorus_ocr.tuning.truth import SUFFIX, Truth

Folder: TypeAlias = str | os.PathLike[str]
Pair: TypeAlias = tuple[PdfSource | Document, Truth | Mapping[str, object] | None]
"""A document and what is printed on it, None where an embedded invoice tells it."""

NO_TEXT: Final = "no text to read"
NO_VALUES: Final = "its truth tells no values"
NO_TRUTH: Final = "neither a sidecar nor an embedded invoice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A PDF or a sidecar that could not be read or understood. ``error_type``: the name of the error's class."""

    source: str
    error_type: str
    message: str

    @classmethod
    def of(cls, source: str, error: ChorusOcrError) -> "Unread":
        """Return the record of an error, without the name of the file in its message."""
        match error:
            case UnreadableDocument():
                message = error.cause
            case TruthError():
                message = "; ".join(error.faults)
            case _:
                message = str(error)
        return cls(source=source, error_type=type(error).__name__, message=message)

    def to_dict(self) -> dict[str, Json]:
        """Return the record as plain data."""
        return {"source": self.source, "error_type": self.error_type, "message": self.message}

    def __str__(self) -> str:
        return f"{self.source}: {self.error_type}: {self.message}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """A document that is not scored, and why: no text to read, no truth to compare with."""

    source: str
    reason: str

    def to_dict(self) -> dict[str, Json]:
        """Return the record as plain data."""
        return {"source": self.source, "reason": self.reason}

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Case:
    """One document to evaluate: where it is read from, what it is called, and its truth, if anything tells it.

    Read already, ``source`` is the document, or ``error`` says why there is none. ``no_truth``: why no truth is known.
    """

    source: PdfSource | Document
    label: str
    truth: Truth | None
    error: Unread | None = None
    no_truth: str = NO_TRUTH

    @property
    def document(self) -> Document | None:
        """The document, where it was read."""
        return self.source if isinstance(self.source, Document) else None

    def __repr__(self) -> str:
        read = "not to be read" if self.error else "read" if self.document else "not read yet"
        return f"<Case {self.label}: {read}, {'no truth' if self.truth is None else 'its truth known'}>"


Corpus: TypeAlias = Folder | Iterable[Folder | Document | Pair | Case | Unread]
"""Folders of PDFs with a sidecar ``<id>.expected.json`` beside each; documents, alone or with their truths; or what
``read_corpus()`` returns."""


def cases(corpus: Corpus) -> Iterator[Case | Unread]:
    """Yield the cases of a corpus: folder by folder, in the order of the names in it; pairs in their own order.

    A folder is walked. A PDF without a sidecar is a case without a truth; a sidecar without its PDF, or a broken one,
    is unread. What ``read_corpus()`` returned is passed on.

    Raises ``UnreadableDocument`` for what is no folder, ``TypeError`` for what is no corpus.
    """
    for item in [corpus] if isinstance(corpus, str | os.PathLike) else corpus:
        match item:
            case str() | os.PathLike():
                yield from _in_folder(Path(item))
            case Case() | Unread():
                yield item
            case Document():
                yield _pair(item, None)
            case (source, truth):
                yield _pair(source, truth)
            case _:
                raise TypeError(
                    f"a corpus holds folders or pairs (source, truth) or documents, not {type(item).__name__}"
                )


def _in_folder(folder: Path) -> Iterator[Case | Unread]:
    if not folder.is_dir():
        raise UnreadableDocument(str(folder), "a file, not a folder" if folder.exists() else "no such folder")
    found: dict[Path, Path | None] = {
        path: None for path in folder.rglob("*") if path.suffix.lower() == ".pdf" and path.is_file()
    }
    for sidecar in folder.rglob(f"*{SUFFIX}"):
        pdf = sidecar.with_name(sidecar.name.removesuffix(SUFFIX) + ".pdf")
        found[pdf] = sidecar
    for pdf, beside in sorted(found.items()):
        yield _beside(pdf, beside)


def _beside(pdf: Path, sidecar: Path | None) -> Case | Unread:
    if sidecar is None:
        return Case(source=pdf, label=str(pdf), truth=None)
    try:
        truth = Truth.read(sidecar)
    except TruthError as error:
        return Unread.of(str(sidecar), error)
    if not pdf.is_file():
        return Unread(
            source=str(pdf), error_type=UnreadableDocument.__name__, message="no such file beside its sidecar"
        )
    return Case(source=pdf, label=str(pdf), truth=truth)


def _pair(source: PdfSource | Document, truth: Truth | Mapping[str, object] | None) -> Case | Unread:
    label = _label(source)
    if truth is None or isinstance(truth, Truth):
        return Case(source=source, label=label or (truth.id if truth else _nameless(source)), truth=truth)
    try:
        held = Truth.from_dict(truth, source=label or "<truth>")
    except TruthError as error:
        return Unread.of(error.source, error)
    return Case(source=source, label=label or held.id, truth=held)


def _nameless(source: PdfSource | Document) -> str:
    return "<document>" if isinstance(source, Document) else "<bytes>"


def _label(source: PdfSource | Document) -> str | None:
    if isinstance(source, Document):
        return source.file_name
    if isinstance(source, str | os.PathLike):
        return os.fsdecode(source)
    name = getattr(source, "name", None)
    return name if isinstance(name, str) else None
