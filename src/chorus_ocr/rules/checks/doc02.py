"""DOC02: the name of the file does not end in .pdf."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.deposit_limits import extension
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import AIFE_DEPOSIT


@check(
    code="DOC02",
    slug="extension-inattendue",
    severity=Severity.BLOCKING,
    title=Text("Extension inattendue", "Unexpected extension"),
    rationale=Text(
        "L'écran de dépôt prend des fichiers .pdf, .xml, .zip et .tar.gz, reconnus à l'extension de leur nom : un PDF "
        "qui porte un autre nom n'est pas traité comme un PDF.",
        "The deposit screen takes .pdf, .xml, .zip and .tar.gz files, told by the extension of their names: a PDF "
        "under another name is not treated as a PDF.",
    ),
    source=AIFE_DEPOSIT,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text("Un PDF nommé « facture-FA-2026-0412 ».", "A PDF named « facture-FA-2026-0412 »."),
        passes=Text("Un PDF nommé « facture-FA-2026-0412.pdf ».", "A PDF named « facture-FA-2026-0412.pdf »."),
    ),
    needs=[Need.PAGE],
    messages={
        "other": Text(
            "Le nom « {name} » ne se termine pas par « .pdf ».",
            "The name « {name} » does not end in « .pdf ».",
        )
    },
    hints={
        "other": Text(
            "Renommer le fichier avant le dépôt, avec l'extension « .pdf ».",
            "Rename the file before the deposit, with the extension « .pdf ».",
        )
    },
)
def extension_inattendue(seen: Seen) -> Iterator[Message]:
    """The name of the file has another extension than .pdf, or none."""
    name = seen.document.file_name
    if name is not None and extension(name) != "pdf":
        yield Message(key="other", arguments={"name": name})
