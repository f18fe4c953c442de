"""Compares two rule packs on a corpus: each document is read once, and both packs are run on it.

The module is not named after ``compare()``: a submodule of that name would take the function's place in the package.
"""

from collections.abc import Iterable

from chorus_ocr.reading.document import PageScope
from chorus_ocr.reading.reader import Reader
from chorus_ocr.recognition.candidate import Decision
from chorus_ocr.rules import RulePack
from chorus_ocr.tuning.blaming import responsible
from chorus_ocr.tuning.comparison import Comparison, DocumentComparison, Effect, FieldComparison, compared
from chorus_ocr.tuning.corpus import Corpus, cases
from chorus_ocr.tuning.evaluating import Gathered, Grader, field_names
from chorus_ocr.tuning.evaluation import DocumentOutcome
from chorus_ocr.tuning.loading import Loader
from chorus_ocr.tuning.pack_diff import PackDiff, pack_diff
from chorus_ocr.tuning.progress import with_bar


def compare(
    pack_a: RulePack,
    pack_b: RulePack,
    corpus: Corpus,
    *,
    fields: Iterable[str] | None = None,
    language: str | None = None,
    pages: PageScope | str = PageScope.FIRST_THREE,
    reader: Reader | str = "pdfium",
    progress: bool | None = None,
) -> Comparison:
    """Run two packs on every document of a corpus, and tell what the second fixes and breaks where the first stood.

    ``corpus``: as for ``evaluate()``; or documents that ``read()`` or ``chorus_ocr.tuning.read_corpus()`` returned, to
    compare often and read once. A document without a truth counts, too: whatever differs on it is ``changed``, neither
    fixed nor broken. ``fields``: compare only these. ``language``: only documents whose truth, or else whose print, is
    in this language (« fr »). ``progress``: a bar on standard error; None shows one on a terminal only.

    A file that cannot be read, or a sidecar that is wrong, stops nothing: it is listed in ``Comparison.unread``.
    Raises ``UnreadableDocument`` for a folder that is not there, ``ValueError`` for a field that neither pack has.
    """
    names = field_names([pack_a, pack_b], fields)
    diff = pack_diff(pack_a, pack_b)
    loader = Loader(language=language, pages=pages, reader=reader, unlabelled=True)
    graders = Grader.of(pack_a, names), Grader.of(pack_b, names)
    gathered = Gathered(speaks=fields is None)
    sides: tuple[list[DocumentOutcome], list[DocumentOutcome]] = ([], [])
    documents: list[DocumentComparison] = []
    for case in with_bar(list(cases(corpus)), shown=progress):
        loaded = gathered.take(case, loader)
        if loaded is None:
            continue
        before, after = (gathered.hear(grader.grade(loaded)) for grader in graders)
        graded = loaded.truth is not None and bool(loaded.truth.prefill)
        if graded:
            for side, outcome in zip(sides, (before, after), strict=True):
                side.append(outcome)
        if before.error is None and after.error is None:
            documents.append(_document(before, after, diff, graded=graded))
    return Comparison(
        diff=diff,
        before=gathered.evaluation(pack_a, names, sides[0]),
        after=gathered.evaluation(pack_b, names, sides[1]),
        documents=tuple(documents),
    )


def _document(before: DocumentOutcome, after: DocumentOutcome, diff: PackDiff, *, graded: bool) -> DocumentComparison:
    was, now = _decisions(before), _decisions(after)
    fields: list[FieldComparison] = []
    for old, new in zip(before.outcomes, after.outcomes, strict=True):
        effect = compared(old, new)
        blamed = () if effect is Effect.SAME else responsible(diff, old.field, was, now)
        fields.append(FieldComparison(field=old.field, effect=effect, before=old, after=new, responsible=blamed))
    return DocumentComparison(
        id=before.id,
        source=before.source,
        language=before.language,
        kind=before.kind,
        graded=graded,
        fields=tuple(fields),
    )


def _decisions(document: DocumentOutcome) -> dict[str, Decision[object]]:
    return {each.field: each.decision for each in document.outcomes if each.decision is not None}
