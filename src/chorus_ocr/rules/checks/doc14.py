"""DOC14: the PDF is signed."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import AIFE_SUBMIT_PDF


@check(
    code="DOC14",
    slug="pdf-signe",
    severity=Severity.INFO,
    title=Text("PDF signé", "Signed PDF"),
    rationale=Text(
        "Le portail prend des PDF signés et non signés, et demande lequel est déposé. Ce qui change un fichier après "
        "sa signature la rompt.",
        "The portal takes signed and unsigned PDFs, and asks which one is deposited. Whatever changes a file after "
        "its signature breaks it.",
    ),
    source=AIFE_SUBMIT_PDF,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text("Un PDF qui porte une signature électronique.", "A PDF that carries an electronic signature."),
        passes=Text("Un PDF à l'emplacement de signature vide.", "A PDF with an empty place for a signature."),
    ),
    needs=[Need.PAGE],
    messages={
        "signed": Text(
            "Le PDF porte {count} signature(s) électronique(s) ; leur validité n'est pas vérifiée ici.",
            "The PDF carries {count} electronic signature(s); whether they are valid is not verified here.",
        )
    },
    hints={
        "signed": Text(
            "Annoncer au dépôt un PDF signé (PDF_SIGNE_PADES dans l'API), et ne plus modifier ni réenregistrer le "
            "fichier.",
            "Announce a signed PDF at the deposit (PDF_SIGNE_PADES in the API), and neither change nor save the file "
            "again.",
        )
    },
)
def pdf_signe(seen: Seen) -> Iterator[Message]:
    """The file holds an electronic signature."""
    if seen.document.signatures:
        yield Message(key="signed", arguments={"count": seen.document.signatures})
