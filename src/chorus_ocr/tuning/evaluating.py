"""Evaluates a rule pack on a corpus: reads every document, recognises it, and grades each field.

The module is not named after ``evaluate()``: a submodule of that name would take the function's place in the package.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from pathlib import PurePath

from chorus_ocr.errors import UnreadableDocument
from chorus_ocr.reading.document import PageScope
from chorus_ocr.reading.reader import Reader
from chorus_ocr.recognition.candidate import DocumentKind
from chorus_ocr.report import Report
from chorus_ocr.report.rules_used import RulesUsed
from chorus_ocr.rules import CHORUS_PRO, RulePack
from chorus_ocr.scanning import recognize
from chorus_ocr.tuning.corpus import Case, Corpus, Skipped, Unread, cases
from chorus_ocr.tuning.evaluation import DocumentOutcome, Evaluation
from chorus_ocr.tuning.grading import grade_fields
from chorus_ocr.tuning.loading import Loader
from chorus_ocr.tuning.progress import with_bar
from chorus_ocr.tuning.truth import Truth


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
    the source being whatever ``read()`` takes, or a document already read; or what ``chorus_ocr.tuning.read_corpus()``
    returned, to evaluate often and read once. A Factur-X or ZUGFeRD file without a truth is graded against the invoice
    embedded in it, as far as the pages print it (the extra ``facturx``).
    ``fields``: grade only these. ``language``: only documents whose truth is in this language (« fr »). ``progress``:
    a bar on standard error; None shows one on a terminal only.

    A file that cannot be read, or a sidecar that is wrong, stops nothing: it is listed in ``Evaluation.unread``.
    Raises ``UnreadableDocument`` for a folder that is not there, ``ValueError`` for a field the pack does not have.
    """
    names = field_names([rules], fields)
    loader = Loader(language=language, pages=pages, reader=reader, unlabelled=False)
    grader = Grader.of(rules, names)
    gathered = Gathered(speaks=fields is None)
    for case in with_bar(list(cases(corpus)), shown=progress):
        loaded = gathered.take(case, loader)
        if loaded is not None:
            gathered.documents.append(gathered.hear(grader.grade(loaded)))
    return gathered.evaluation(rules, names, gathered.documents)


def field_names(packs: Sequence[RulePack], wanted: Iterable[str] | None) -> tuple[str, ...]:
    """Return the fields to grade, in the order of the form. Raises ``ValueError`` for one that no pack has."""
    for rules in packs:
        if not isinstance(rules, RulePack):
            raise TypeError(f"rules is a RulePack such as CHORUS_PRO, not {type(rules).__name__}")
    # The form of the pack that has the most fields, and what only another has after it.
    known = tuple(dict.fromkeys(name for rules in sorted(packs, key=_size, reverse=True) for name in rules.rules))
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


def _size(rules: RulePack) -> int:
    return len(rules.fields)


@dataclass(slots=True, kw_only=True)
class Gathered:
    """What became of the cases of a corpus, while they are gone through.

    ``speaks``: whether the fields that truths speak of are noted: not where only some are graded.
    """

    speaks: bool
    documents: list[DocumentOutcome] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    spoken_of: set[str] = field(default_factory=set)

    def take(self, case: Case | Unread, loader: Loader) -> Case | None:
        """Return a case as read; None where there is nothing to recognise, which is noted."""
        if self.speaks and isinstance(case, Case) and case.truth is not None:
            self.spoken_of.update(case.truth.prefill)
        match case if isinstance(case, Unread) else loader.load(case):
            case Case() as loaded:
                return loaded
            case Unread() as file:
                self.unread.append(file)
            case Skipped() as reason:
                self.skipped.append(reason)
        return None

    def hear(self, document: DocumentOutcome) -> DocumentOutcome:
        """Note why a document was not read, or not recognised, and return it."""
        if document.error is not None and document.error not in self.unread:
            self.unread.append(document.error)
        return document

    def evaluation(self, rules: RulePack, names: tuple[str, ...], documents: Iterable[DocumentOutcome]) -> Evaluation:
        """Return the evaluation of a pack on some of the documents."""
        return Evaluation(
            rules=RulesUsed.of(rules),
            fields=names,
            documents=tuple(documents),
            unread=tuple(self.unread),
            skipped=tuple(self.skipped),
            unknown_fields=tuple(sorted(self.spoken_of - set(names))),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Grader:
    """Recognises documents with one pack, and grades each field."""

    rules: RulePack
    names: tuple[str, ...]

    @classmethod
    def of(cls, rules: RulePack, names: tuple[str, ...]) -> "Grader":
        """Return what grades a pack on these fields. Its checks decide no field, and are not run."""
        return cls(rules=replace(rules, checks=()), names=names)

    def grade(self, case: Case) -> DocumentOutcome:
        """Return the outcome of a case. One that was not read, or takes too long, misses every printed value."""
        truth = case.truth or Truth(id=PurePath(case.label).stem, kind=str(DocumentKind.UNKNOWN), prefill={})
        report, error = self._report(case)
        return DocumentOutcome(
            id=truth.id,
            source=case.label,
            language=truth.language,
            kind=truth.kind,
            outcomes=grade_fields(truth, report, self.names),
            error=error,
        )

    def _report(self, case: Case) -> tuple[Report | None, Unread | None]:
        if case.document is None:
            return None, case.error
        try:
            return recognize(case.document, rules=self.rules), None
        except UnreadableDocument as error:  # a pattern that a rule of the pack brings ran too long
            return None, Unread.of(case.label, error)
