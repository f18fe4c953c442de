"""For the tuner of rules: what a rule pack is worth on a corpus, document by document and candidate by candidate.

::

    from chorus_ocr import CHORUS_PRO, evaluate

    evaluation = evaluate("invoices/", rules=CHORUS_PRO.with_aliases("code_service", "Service gestionnaire"))
    print(evaluation.to_text())
"""

from chorus_ocr.tuning.corpus import Corpus, Unread
from chorus_ocr.tuning.draft import draft_truth
from chorus_ocr.tuning.embedded import embedded_truth
from chorus_ocr.tuning.evaluating import evaluate
from chorus_ocr.tuning.evaluation import DocumentOutcome, Evaluation, Skipped
from chorus_ocr.tuning.grading import Grade, Outcome, Tally
from chorus_ocr.tuning.page_image import page_image
from chorus_ocr.tuning.truth import Truth, VatLine, write_truth

__all__ = [
    "Corpus",
    "DocumentOutcome",
    "Evaluation",
    "Grade",
    "Outcome",
    "Skipped",
    "Tally",
    "Truth",
    "Unread",
    "VatLine",
    "draft_truth",
    "embedded_truth",
    "evaluate",
    "page_image",
    "write_truth",
]
