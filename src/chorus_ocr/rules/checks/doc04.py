"""DOC04: the PDF opens, but it is protected."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import AIFE_DEPOSIT


@check(
    code="DOC04",
    slug="pdf-protege",
    severity=Severity.WARNING,
    title=Text("PDF protégé", "Protected PDF"),
    rationale=Text(
        "Le portail demande un PDF sans mot de passe. Celui qui ne limite que l'impression ou la copie est "
        "chiffré tout de même, et aucun guide ne dit qu'il est lu.",
        "The portal asks for a PDF without a password. One that only restricts printing or copying is encrypted "
        "all the same, and no guide says that it is read.",
    ),
    source=AIFE_DEPOSIT,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text(
            "Un PDF chiffré qui s'ouvre sans mot de passe.",
            "An encrypted PDF that opens without a password.",
        ),
        passes=Text(
            "Un PDF sans protection.",
            "A PDF without protection.",
        ),
    ),
    needs=[Need.PAGE],
    messages={
        "protected": Text(
            "Le PDF est chiffré : il s'ouvre ici, mais le portail demande un document sans protection.",
            "The PDF is encrypted: it opens here, but the portal asks for a document without protection.",
        )
    },
    hints={
        "protected": Text(
            "Exporter le PDF sans mot de passe ni restriction d'impression ou de copie.",
            "Export the PDF without a password and without restrictions on printing or copying.",
        )
    },
)
def pdf_protege(seen: Seen) -> Iterator[Message]:
    """The PDF is encrypted, though it could be opened."""
    if seen.document.encrypted:
        yield Message(key="protected")
