"""A report as one page of HTML: self-contained, without script, and asking nobody for anything.

It lives above ``drawing`` and beside the other ways of telling a report, because it shows decisions, rules and
warnings; of ``drawing`` it takes the elements that escape what they hold, and ready drawings of pages.
"""

from chorus_ocr.report.html.document import (
    Listed,
    article,
    closing,
    failure,
    hidden_name,
    opening,
    page,
    unread,
    verdict,
)
from chorus_ocr.report.html.severity import signed
from chorus_ocr.report.page_view import page_drawings

__all__ = [
    "Listed",
    "article",
    "closing",
    "failure",
    "hidden_name",
    "opening",
    "page",
    "page_drawings",
    "signed",
    "unread",
    "verdict",
]
