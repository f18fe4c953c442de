"""DOC03: the file has 10 Mo or more."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.deposit_limits import LARGEST_FILE, megabytes
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import AIFE_SUBMIT_PDF


@check(
    code="DOC03",
    slug="fichier-trop-lourd",
    severity=Severity.BLOCKING,
    title=Text("Fichier trop lourd", "File too large"),
    rationale=Text(
        "Une facture déposée pèse 10 Mo au plus ; au-delà, le portail répond par l'erreur 413 et ne lit rien.",
        "An invoice that is deposited has 10 Mo at most; beyond, the portal answers with the error 413 and reads "
        "nothing.",
    ),
    source=AIFE_SUBMIT_PDF,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text("Un PDF de 12,30 Mo.", "A PDF of 12.30 Mo."),
        passes=Text("Un PDF de 0,40 Mo.", "A PDF of 0.40 Mo."),
    ),
    needs=[Need.PAGE],
    messages={
        "large": Text(
            "Le PDF pèse {size} Mo ; le portail en accepte 10 au plus.",
            "The PDF has {size} Mo; the portal takes 10 at most.",
        )
    },
    hints={
        "large": Text(
            "Réduire les images du PDF, ou déposer à part, comme pièces complémentaires, ce qui n'est pas la facture.",
            "Make the pictures of the PDF smaller, or deposit what is not the invoice apart, as attachments.",
        )
    },
)
def fichier_trop_lourd(seen: Seen) -> Iterator[Message]:
    """The file has 10 Mo or more."""
    size = seen.document.byte_size
    if size >= LARGEST_FILE:
        yield Message(key="large", arguments={"size": megabytes(size)})
