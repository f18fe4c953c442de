"""Deposits that the checks of attachments trip on, and such that they do not."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from chorus_ocr import Attachment, ComplianceWarning, check_attachments
from rules.checks.bills import Case

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Files(Case):
    """One message of one check of a deposit: files that draw it, the invoice first, and files that do not."""

    failing: bytes = b""
    passing: bytes = b""
    wrong: tuple[Attachment, ...]
    right: tuple[Attachment, ...]

    def fails(self, **how: Any) -> Sequence[ComplianceWarning]:
        """Return the warnings about the files that draw the message."""
        return check_attachments(self.wrong[0], self.wrong[1:], **how)

    def passes(self) -> Sequence[ComplianceWarning]:
        """Return the warnings about the others."""
        return check_attachments(self.right[0], self.right[1:])


def named(*names: str, byte_size: int = 90_000) -> tuple[Attachment, ...]:
    """Return files of one size."""
    return tuple(Attachment(name=name, byte_size=byte_size) for name in names)


INVOICE = named("facture-FA-2026-0412.pdf")

CASES: tuple[Case, ...] = (
    Files(
        code="PJ01",
        key="long",
        wrong=INVOICE + named("bon_de_livraison_du_10_mars_2026_atelier_municipal.pdf"),
        right=INVOICE + named("bon_de_livraison_du_10_mars_2026_atelier_munic.pdf"),
    ),
    Files(code="PJ02", key="format", wrong=INVOICE + named("plan.dwg"), right=INVOICE + named("plan.DOCX")),
    Files(code="PJ02", key="format", wrong=INVOICE + named("lisez-moi"), right=INVOICE + named("lisez-moi.txt")),
    Files(code="PJ02", key="main", wrong=named("facture.docx"), right=named("facture.PDF")),
    Files(
        code="PJ03",
        key="large",
        wrong=INVOICE + named("plan.pdf", byte_size=10 * MEGABYTE),
        right=INVOICE + named("plan.pdf", byte_size=10 * MEGABYTE - 1),
    ),
    Files(
        code="PJ04",
        key="empty",
        wrong=INVOICE + named("bon.pdf", byte_size=0),
        right=INVOICE + named("bon.pdf", byte_size=1),
    ),
    Files(
        code="PJ05",
        key="all",
        wrong=named("f.pdf", *(f"{rank}.pdf" for rank in range(14)), byte_size=8 * MEGABYTE) + named("reste.pdf"),
        right=named("f.pdf", *(f"{rank}.pdf" for rank in range(14)), byte_size=8 * MEGABYTE),
    ),
    Files(
        code="PJ06",
        key="same",
        wrong=INVOICE + named("bon.pdf", "Bon.pdf"),
        right=INVOICE + named("bon-1.pdf", "bon-2.pdf"),
    ),
)
