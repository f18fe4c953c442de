"""For the tuner of rules: what a rule pack is worth on a corpus, and what a change of it fixes and breaks.

::

    from chorus_ocr import CHORUS_PRO, compare, evaluate

    print(evaluate("invoices/").to_text())
    print(compare(CHORUS_PRO, CHORUS_PRO.with_aliases("code_service", "Guichet"), "invoices/").to_text())
"""

from chorus_ocr.tuning.comparing import compare
from chorus_ocr.tuning.comparison import Comparison, DocumentComparison, Effect, Effects, FieldComparison
from chorus_ocr.tuning.corpus import Case, Corpus, Skipped, Unread
from chorus_ocr.tuning.draft import draft_truth
from chorus_ocr.tuning.embedded import embedded_truth
from chorus_ocr.tuning.evaluating import evaluate
from chorus_ocr.tuning.evaluation import DocumentOutcome, Evaluation
from chorus_ocr.tuning.grading import Grade, Outcome, Tally
from chorus_ocr.tuning.loading import read_corpus
from chorus_ocr.tuning.pack_diff import PackChange, PackDiff, Sign, pack_diff
from chorus_ocr.tuning.page_image import page_image
from chorus_ocr.tuning.truth import Truth, VatLine, write_truth

__all__ = [
    "Case",
    "Comparison",
    "Corpus",
    "DocumentComparison",
    "DocumentOutcome",
    "Effect",
    "Effects",
    "Evaluation",
    "FieldComparison",
    "Grade",
    "Outcome",
    "PackChange",
    "PackDiff",
    "Sign",
    "Skipped",
    "Tally",
    "Truth",
    "Unread",
    "VatLine",
    "compare",
    "draft_truth",
    "embedded_truth",
    "evaluate",
    "pack_diff",
    "page_image",
    "read_corpus",
    "write_truth",
]
