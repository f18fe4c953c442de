"""PJ01: a file has a name of more than 50 characters."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.deposit_limits import LONGEST_NAME
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import ATTACHMENTS


@check(
    code="PJ01",
    slug="nom-de-piece-trop-long",
    severity=Severity.BLOCKING,
    title=Text("Nom de pièce trop long", "Name of a file too long"),
    rationale=Text(
        "L'écran de dépôt ne prend pas de fichier dont le nom, extension comprise, dépasse 50 caractères.",
        "The deposit screen takes no file whose name, with its extension, is longer than 50 characters.",
    ),
    source=ATTACHMENTS,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text(
            "Une pièce « bon_de_livraison_du_10_mars_2026_atelier_municipal.pdf ».",
            "A file « bon_de_livraison_du_10_mars_2026_atelier_municipal.pdf ».",
        ),
        passes=Text("Une pièce « bon-de-livraison-2026-03-10.pdf ».", "A file « bon-de-livraison-2026-03-10.pdf »."),
    ),
    needs=[Need.FILES],
    messages={
        "long": Text(
            "Le nom « {name} » compte {length} caractères ; le portail en accepte 50 au plus.",
            "The name « {name} » has {length} characters; the portal takes 50 at most.",
        )
    },
    hints={
        "long": Text(
            "Renommer la pièce avant le dépôt.",
            "Rename the file before the deposit.",
        )
    },
)
def nom_de_piece_trop_long(seen: Seen) -> Iterator[Message]:
    """A file has a name of more than 50 characters."""
    for each in seen.files:
        if len(each.name) > LONGEST_NAME:
            yield Message(key="long", arguments={"name": each.name, "length": len(each.name)})
