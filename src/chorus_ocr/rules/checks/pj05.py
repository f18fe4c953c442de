"""PJ05: the invoice and what goes with it exceed 120 Mo."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.deposit_limits import LARGEST_DEPOSIT, megabytes
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import ATTACHMENTS


@check(
    code="PJ05",
    slug="dossier-trop-lourd",
    severity=Severity.BLOCKING,
    title=Text("Dossier de facturation trop lourd", "Deposit too large"),
    rationale=Text(
        "La facture et ses pièces forment un dossier, qui pèse au plus 120 Mo.",
        "The invoice and what goes with it are one file set, of 120 Mo at most.",
    ),
    source=ATTACHMENTS,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text("Une facture et quatorze pièces de 9 Mo.", "An invoice and fourteen files of 9 Mo."),
        passes=Text("Une facture et deux pièces de 9 Mo.", "An invoice and two files of 9 Mo."),
    ),
    needs=[Need.FILES],
    messages={
        "all": Text(
            "La facture et ses {count} pièces pèsent {size} Mo ensemble ; le portail en accepte 120 au plus.",
            "The invoice and its {count} files have {size} Mo together; the portal takes 120 at most.",
        )
    },
    hints={
        "all": Text(
            "Réduire ou retirer des pièces.",
            "Make some of the files smaller, or leave some out.",
        )
    },
)
def dossier_trop_lourd(seen: Seen) -> Iterator[Message]:
    """The invoice and what goes with it exceed 120 Mo."""
    sizes = [each.byte_size for each in seen.files]
    if sum(sizes) > LARGEST_DEPOSIT:
        yield Message(key="all", arguments={"count": len(sizes) - 1, "size": megabytes(sum(sizes))})
