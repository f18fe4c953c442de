"""From cases to documents: each is read once, with its truth, for whatever is then done with it, and how often."""

from dataclasses import dataclass, replace
from pathlib import PurePath

from chorus_ocr.errors import MissingExtra, TruthError, UnreadableDocument
from chorus_ocr.reading.document import Document, PageScope
from chorus_ocr.reading.reader import Reader
from chorus_ocr.reading.source import PdfSource, load_source
from chorus_ocr.scanning import read
from chorus_ocr.tuning.corpus import NO_TEXT, NO_VALUES, Case, Corpus, Skipped, Unread, cases
from chorus_ocr.tuning.embedded import embedded_truth
from chorus_ocr.tuning.printed import Print
from chorus_ocr.tuning.progress import with_bar
from chorus_ocr.tuning.truth import Truth


def read_corpus(
    corpus: Corpus,
    *,
    language: str | None = None,
    pages: PageScope | str = PageScope.FIRST_THREE,
    reader: Reader | str = "pdfium",
    progress: bool | None = None,
) -> tuple[Case | Unread, ...]:
    """Read every document of a corpus once, with its truth: a corpus that ``evaluate()`` and ``compare()`` do not read.

    The arguments are those of ``evaluate()``; without a truth, ``language`` is that of the print. All documents are
    held at once. What cannot be read is kept, to be listed.
    """
    loader = Loader(language=language, pages=pages, reader=reader, unlabelled=True)
    held: list[Case | Unread] = []
    for case in with_bar(list(cases(corpus)), shown=progress):
        loaded = case if isinstance(case, Unread) else loader.load(case)
        if isinstance(loaded, Skipped):
            loaded = case  # who uses the corpus skips it again, and says why
        if loaded is not None:
            held.append(loaded)
    return tuple(held)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loader:
    """Reads cases. ``unlabelled``: keeps those whose values no truth tells, instead of skipping them."""

    language: str | None
    pages: PageScope | str
    reader: Reader | str
    unlabelled: bool

    def load(self, case: Case) -> Case | Unread | Skipped | None:
        """Return a case as read, with its truth; None for a document in a language that was not asked for.

        Of a case whose truth was known beforehand and that cannot be read, ``error`` is set.
        """
        return self._embedded(case) if case.truth is None else self._labelled(case, case.truth)

    def _labelled(self, case: Case, truth: Truth) -> Case | Skipped | None:
        other = self._left_out(case, truth)
        if other is not case or case.error is not None or case.document is not None:
            return other
        try:
            return replace(case, source=self._read(case.source))
        except UnreadableDocument as error:
            return replace(case, error=Unread.of(case.label, error))

    def _embedded(self, case: Case) -> Case | Unread | Skipped | None:
        """Read a document, and take its truth from the invoice embedded in it."""
        if isinstance(case.source, Document):
            return self._untold(case, case.source)
        try:
            opened = load_source(case.source)  # used twice, and a file object gives its bytes only once
            document = self._read(opened.data, opened.file_name)
        except UnreadableDocument as error:
            return Unread.of(case.label, error)
        found = replace(case, source=document)
        try:
            truth = embedded_truth(opened.data, document, name=PurePath(case.label).stem)
        except MissingExtra as error:
            return self._untold(replace(found, no_truth=str(error)), document)
        except TruthError as error:
            return Unread.of(case.label, error)
        if truth is None:
            return self._untold(found, document)
        return self._left_out(replace(found, truth=truth), truth)

    def _left_out(self, case: Case, truth: Truth) -> Case | Skipped | None:
        """Return a case as it is, or what it is left out for."""
        if self.language not in (None, truth.language):
            return None
        if not truth.text_extractable:
            return Skipped(source=case.label, reason=NO_TEXT)
        if not truth.prefill and not self.unlabelled:
            return Skipped(source=case.label, reason=NO_VALUES)
        return case

    def _untold(self, case: Case, document: Document) -> Case | Skipped | None:
        if not self.unlabelled:
            return Skipped(source=case.label, reason=case.no_truth)
        return case if self.language in (None, Print.of(document).language) else None

    def _read(self, source: PdfSource | Document, file_name: str | None = None) -> Document:
        if isinstance(source, Document):
            return source
        return read(source, pages=self.pages, reader=self.reader, file_name=file_name)
