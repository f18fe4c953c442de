"""Evaluates a rule pack on a corpus: reads every document, recognises it, and grades each field.

The module is not named after ``evaluate()``: a submodule of that name would take the function's place in the package.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import PurePath
from typing import Final

from chorus_ocr.errors import MissingExtra, TruthError, UnreadableDocument
from chorus_ocr.reading.document import Document, PageScope
from chorus_ocr.reading.reader import Reader
from chorus_ocr.reading.source import PdfSource, load_source
from chorus_ocr.report.rules_used import RulesUsed
from chorus_ocr.rules import CHORUS_PRO, RulePack
from chorus_ocr.scanning import read, recognize
from chorus_ocr.tuning.corpus import Case, Corpus, Unread, cases
from chorus_ocr.tuning.embedded import embedded_truth
from chorus_ocr.tuning.evaluation import DocumentOutcome, Evaluation, Skipped
from chorus_ocr.tuning.grading import grade_fields
from chorus_ocr.tuning.progress import with_bar
from chorus_ocr.tuning.truth import Truth

NO_TEXT: Final = "no text to read"
NO_VALUES: Final = "its truth tells no values"
NO_TRUTH: Final = "neither a sidecar nor an embedded invoice"


def evaluate(
    corpus: Corpus,
    rules: RulePack = CHORUS_PRO,
    *,
    fields: Iterable[str] | None = None,
    language: str | None = None,
    pages: PageScope | str = PageScope.FIRST_THREE,
    reader: Reader | str = "pdfium",
    progress: bool | None = None,
) -> Evaluation:
    """Read and recognise every document of a corpus, and grade each field against what is printed.

    ``corpus``: a folder or several, walked for PDFs with a sidecar ``<id>.expected.json``; or pairs (source, truth),
    the source being whatever ``read()`` takes, or a document already read. A Factur-X or ZUGFeRD file without a truth
    is graded against the invoice embedded in it, as far as the pages print it (the extra ``facturx``).
    ``fields``: grade only these. ``language``: only documents whose truth is in this language (« fr »). ``progress``:
    a bar on standard error; None shows one on a terminal only.

    A file that cannot be read, or a sidecar that is wrong, stops nothing: it is listed in ``Evaluation.unread``.
    Raises ``UnreadableDocument`` for a folder that is not there, ``ValueError`` for a field the pack does not have.
    """
    run = _Run(rules=rules, names=_names(rules, fields), language=language, pages=pages, reader=reader)
    documents: list[DocumentOutcome] = []
    unread: list[Unread] = []
    skipped: list[Skipped] = []
    spoken_of: set[str] = set()
    for case in with_bar(list(cases(corpus)), shown=progress):
        match case if isinstance(case, Unread) else run.evaluate(case):
            case DocumentOutcome() as document:
                documents.append(document)
                if document.error is not None:
                    unread.append(document.error)
            case Unread() as file:
                unread.append(file)
            case Skipped() as reason:
                skipped.append(reason)
        if isinstance(case, Case) and case.truth is not None and fields is None:
            spoken_of.update(case.truth.prefill)
    return Evaluation(
        rules=RulesUsed.of(rules),
        fields=run.names,
        documents=tuple(documents),
        unread=tuple(unread),
        skipped=tuple(skipped),
        unknown_fields=tuple(sorted(spoken_of - set(run.names))),
    )


def _names(rules: RulePack, wanted: Iterable[str] | None) -> tuple[str, ...]:
    """Return the fields to grade, in the order of the form. Raises ``ValueError`` for one the pack does not have."""
    if not isinstance(rules, RulePack):
        raise TypeError(f"rules is a RulePack such as CHORUS_PRO, not {type(rules).__name__}")
    known = tuple(rules.rules)
    if wanted is None:
        return known
    if isinstance(wanted, str):
        raise TypeError("fields is a list of names, not one text")
    asked = set(wanted)
    for name in sorted(asked - set(known)):
        close = get_close_matches(name, known, n=1)
        hint = f"did you mean {close[0]!r}?" if close else f"the fields are {', '.join(known)}"
        raise ValueError(f"no field {name!r}; {hint}")
    return tuple(name for name in known if name in asked)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    rules: RulePack
    names: tuple[str, ...]
    language: str | None
    pages: PageScope | str
    reader: Reader | str

    def evaluate(self, case: Case) -> DocumentOutcome | Unread | Skipped | None:
        """Return what became of one case; None for a document in a language that was not asked for."""
        return self._embedded(case) if case.truth is None else self._labelled(case, case.truth)

    def _labelled(self, case: Case, truth: Truth) -> DocumentOutcome | Skipped | None:
        """Grade a document whose truth is known beforehand; one that cannot be read misses every printed value."""
        if not self._wants(truth):
            return None
        if reason := _not_scored(truth):
            return Skipped(source=case.label, reason=reason)
        try:
            return self._graded(case.label, truth, self._read(case.source))
        except UnreadableDocument as error:
            return self._graded(case.label, truth, None, Unread.of(case.label, error))

    def _embedded(self, case: Case) -> DocumentOutcome | Unread | Skipped | None:
        """Grade a document against the invoice embedded in it."""
        if isinstance(case.source, Document):
            return Skipped(source=case.label, reason=NO_TRUTH)
        try:
            data = load_source(case.source).data  # used twice, and a file object gives its bytes only once
            document = self._read(data)
            truth = embedded_truth(data, document, name=PurePath(case.label).stem)
        except MissingExtra as error:
            return Skipped(source=case.label, reason=str(error))
        except (UnreadableDocument, TruthError) as error:
            return Unread.of(case.label, error)
        if truth is None:
            return Skipped(source=case.label, reason=NO_TRUTH)
        if not self._wants(truth):
            return None
        if reason := _not_scored(truth):
            return Skipped(source=case.label, reason=reason)
        return self._graded(case.label, truth, document)

    def _read(self, source: PdfSource | Document) -> Document:
        return source if isinstance(source, Document) else read(source, pages=self.pages, reader=self.reader)

    def _wants(self, truth: Truth) -> bool:
        return self.language in (None, truth.language)

    def _graded(
        self, label: str, truth: Truth, document: Document | None, error: Unread | None = None
    ) -> DocumentOutcome:
        report = None if document is None else recognize(document, rules=self.rules)
        return DocumentOutcome(
            id=truth.id,
            source=label,
            language=truth.language,
            kind=truth.kind,
            outcomes=grade_fields(truth, report, self.names),
            error=error,
        )


def _not_scored(truth: Truth) -> str | None:
    """Why a document is not scored, whatever it is read as; None when it is."""
    if not truth.text_extractable:
        return NO_TEXT
    return None if truth.prefill else NO_VALUES
