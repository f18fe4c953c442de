"""PJ02: a file has an extension that the portal refuses."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.deposit_limits import FORMATS, extension
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import ATTACHMENTS


@check(
    code="PJ02",
    slug="extension-de-piece-refusee",
    severity=Severity.BLOCKING,
    title=Text("Format de pièce refusé", "Format of a file refused"),
    rationale=Text(
        "Le portail ne prend que les formats de sa liste, reconnus à l'extension du nom ; un nom sans extension est "
        "refusé.",
        "The portal takes the formats of its list only, told by the extension of the name; a name without one is "
        "refused.",
    ),
    source=ATTACHMENTS,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text("Une pièce « plan.dwg ».", "A file « plan.dwg »."),
        passes=Text("Une pièce « plan.pdf ».", "A file « plan.pdf »."),
    ),
    needs=[Need.FILES],
    messages={
        "main": Text(
            "La facture « {name} » n'est pas un fichier .pdf.",
            "The invoice « {name} » is no .pdf file.",
        ),
        "format": Text(
            "La pièce « {name} » n'a pas une extension que le portail accepte.",
            "The file « {name} » has no extension that the portal takes.",
        ),
    },
    hints={
        "main": Text(
            "Déposer la facture en PDF, sous un nom en .pdf.",
            "Deposit the invoice as a PDF, under a name that ends in .pdf.",
        ),
        "format": Text(
            "L'enregistrer en PDF, ou dans une archive zip.",
            "Save it as a PDF, or put it into a zip archive.",
        ),
    },
)
def extension_de_piece_refusee(seen: Seen) -> Iterator[Message]:
    """A file has an extension that the portal refuses."""
    for each in seen.files[:1]:
        if extension(each.name) != "pdf":
            yield Message(key="main", arguments={"name": each.name})
    for each in seen.files[1:]:
        if extension(each.name) not in FORMATS:
            yield Message(key="format", arguments={"name": each.name})
