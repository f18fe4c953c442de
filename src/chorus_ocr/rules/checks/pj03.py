"""PJ03: a file has 10 Mo or more."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.deposit_limits import LARGEST_FILE, megabytes
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import ATTACHMENTS


@check(
    code="PJ03",
    slug="piece-trop-lourde",
    severity=Severity.BLOCKING,
    title=Text("Pièce trop lourde", "File too large"),
    rationale=Text(
        "Chaque fichier du dépôt pèse moins de 10 Mo ; au-delà, le portail répond par l'erreur 413.",
        "Each file of a deposit is under 10 Mo; beyond, the portal answers with the error 413.",
    ),
    source=ATTACHMENTS,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text("Une pièce de 12,30 Mo.", "A file of 12.30 Mo."),
        passes=Text("Une pièce de 9,80 Mo.", "A file of 9.80 Mo."),
    ),
    needs=[Need.FILES],
    messages={
        "large": Text(
            "La pièce « {name} » pèse {size} Mo ; le portail en accepte moins de 10.",
            "The file « {name} » has {size} Mo; the portal takes less than 10.",
        )
    },
    hints={
        "large": Text(
            "Réduire les images de la pièce, ou la partager en plusieurs.",
            "Make its pictures smaller, or cut it into several files.",
        )
    },
)
def piece_trop_lourde(seen: Seen) -> Iterator[Message]:
    """A file has 10 Mo or more."""
    for each in seen.files:
        if each.byte_size >= LARGEST_FILE:
            yield Message(key="large", arguments={"name": each.name, "size": megabytes(each.byte_size)})
