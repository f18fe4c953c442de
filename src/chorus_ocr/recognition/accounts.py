"""Tells whose bank account is printed: the one to pay to, not the customer's own, from which a bill is collected."""

from collections.abc import Iterable

from chorus_ocr.recognition.candidate import Detail, Verdict
from chorus_ocr.recognition.link import Link
from chorus_ocr.values.late import compile_late

ACCOUNTS = frozenset({"iban", "bic"})
"""Types of value that name an account."""

MAX_LINES = 4
"""How many lines over an account its sentence may stand."""

_COLLECTED = compile_late(
    r"preleve\w*\b.{0,50}\b(?:votre|vos) compte|compte (?:a debiter|debite)|debit\w* (?:de )?votre compte"
    r"|(?:sur|depuis) votre compte|votre (?:iban|rib|compte bancaire)\b"
    r"|coordonnees bancaires du (?:debiteur|client|titulaire)"
)


_HINTS = ("votre", "compte a deb", "coordonnees bancaires du")
"""One of these is in every sentence that the pattern finds: they are looked for first, at a tenth of its cost."""


def reject_accounts_of_the_customer(links: Iterable[Link]) -> None:
    """Reject the account that a sentence over it, or before it, says to be the customer's own."""
    for link in links:
        if link.verdict is None and link.rule.value.name in ACCOUNTS and _is_collected_from(link):
            link.reject(Verdict.WRONG_ROLE, Detail.CUSTOMERS_ACCOUNT)


def _is_collected_from(link: Link) -> bool:
    page, cell = link.page, link.spans[0].cell
    if not any(word in page.whole for word in _HINTS):
        return False
    layout = page.layout
    if link.anchor is not None:
        cell = link.anchor.cell
    for _ in range(MAX_LINES + 1):
        if _COLLECTED.search(page.folded[cell]):
            return True
        over = [
            near
            for near in layout.above(cell, 1.2 * layout.size[cell])
            if abs(layout.x0[near] - layout.x0[cell]) < layout.size[cell]
        ]
        if not over:
            return False
        cell = over[0]
    return False
