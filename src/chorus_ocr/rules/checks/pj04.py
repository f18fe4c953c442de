"""PJ04: a file of the deposit is empty."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import ATTACHMENTS


@check(
    code="PJ04",
    slug="piece-vide",
    severity=Severity.BLOCKING,
    title=Text("Pièce vide", "Empty file"),
    rationale=Text(
        "Le portail refuse un fichier sans contenu : c'est le plus souvent un export qui a échoué.",
        "The portal refuses a file without content: most often an export that failed.",
    ),
    source=ATTACHMENTS,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text("Une pièce de 0 octet.", "A file of 0 bytes."),
        passes=Text("Une pièce qui a un contenu.", "A file that has a content."),
    ),
    needs=[Need.FILES],
    messages={
        "empty": Text(
            "La pièce « {name} » est vide.",
            "The file « {name} » is empty.",
        )
    },
    hints={
        "empty": Text(
            "L'enregistrer à nouveau, ou ne pas la joindre.",
            "Save it again, or leave it out.",
        )
    },
)
def piece_vide(seen: Seen) -> Iterator[Message]:
    """A file of the deposit is empty."""
    for each in seen.files:
        if each.byte_size == 0:
            yield Message(key="empty", arguments={"name": each.name})
