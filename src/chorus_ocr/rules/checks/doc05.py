"""DOC05: there is no text to recognise anything in."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import AIFE_SHEET

_HINT = Text(
    "Déposer le PDF produit par le logiciel de facturation, non une numérisation ; vérifier que ses polices y sont "
    "incorporées comme du texte.",
    "Deposit the PDF that the invoicing software makes, not a scan of it; see that its fonts are embedded as text.",
)


@check(
    code="DOC05",
    slug="sans-texte",
    severity=Severity.BLOCKING,
    title=Text("Aucun texte à reconnaître", "No text to recognise"),
    rationale=Text(
        "Le portail lit le texte du PDF, jamais ses images : sur une numérisation, rien n'est reconnu et tous les"
        " champs restent vides.",
        "The portal reads the text of the PDF, never its pictures: nothing is recognised on a scan, and every "
        "field stays blank.",
    ),
    source=AIFE_SHEET,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text(
            "Une facture numérisée, sans texte.",
            "A scanned invoice, without text.",
        ),
        passes=Text(
            "Une facture enregistrée en PDF par le logiciel qui l'a faite.",
            "An invoice saved as PDF by the software that made it.",
        ),
    ),
    needs=[Need.PAGE],
    messages={
        "scan": Text(
            "Les pages lues sont des images : le portail n'y reconnaîtra rien.",
            "The pages read are pictures: the portal will recognise nothing on them.",
        ),
        "empty": Text(
            "Les pages lues ne portent aucun texte : elles sont vides, ou leurs lettres sont dessinées.",
            "The pages read carry no text: they are empty, or their letters are drawn as shapes.",
        ),
    },
    hints={"scan": _HINT, "empty": _HINT},
)
def sans_texte(seen: Seen) -> Iterator[Message]:
    """No page in scope carries text, whatever others have recognised on its pictures."""
    if seen.document.ocr or not seen.has_text:
        pictures = [page.number for page in seen.document.pages if page.images]
        yield Message(key="scan" if pictures else "empty", page=pictures[0] if pictures else 1)
