"""DOC06: a scan whose text is a hidden layer that software has guessed from its picture."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.layout.visibility import INVISIBLE_MODES
from chorus_ocr.reading.document import Page
from chorus_ocr.rules.sources import AIFE_SHEET


@check(
    code="DOC06",
    slug="couche-ocr-cachee",
    severity=Severity.WARNING,
    title=Text("Numérisation à texte caché", "Scan with hidden text"),
    rationale=Text(
        "Le portail lit un PDF fait de texte, non une numérisation. Le texte caché sous une image est ce qu'un "
        "logiciel y a cru lire : il confond O et 0, l et 1, et nul ne le voit pour le corriger.",
        "The portal reads a PDF made of text, not a scan. The text hidden under a picture is what software took it "
        "for: it takes O for 0, l for 1, and nobody sees it to correct it.",
    ),
    source=AIFE_SHEET,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text(
            "Une facture numérisée, passée par un logiciel de reconnaissance de texte.",
            "A scanned invoice that went through software that recognises text.",
        ),
        passes=Text(
            "Une facture enregistrée en PDF par le logiciel qui l'a faite.",
            "An invoice saved as PDF by the software that made it.",
        ),
    ),
    needs=[Need.PAGE],
    messages={
        "layer": Text(
            "La page {page} est une image ; son texte, caché, est celui d'une reconnaissance de caractères et peut "
            "être faux.",
            "Page {page} is a picture; its text is hidden, comes from character recognition and may be wrong.",
        )
    },
    hints={
        "layer": Text(
            "Déposer le PDF produit par le logiciel de facturation, non une numérisation ; à défaut, vérifier un à un "
            "les champs que le portail remplit.",
            "Deposit the PDF that the invoicing software makes, not a scan of it; failing that, verify one by one the "
            "fields that the portal fills in.",
        )
    },
)
def couche_ocr_cachee(seen: Seen) -> Iterator[Message]:
    """The text of a page is hidden, and a picture is what is seen of it."""
    for page in seen.document.pages:
        if INVISIBLE_MODES.isdisjoint(page.words.mode) or not _is_covered(page):
            continue
        hidden = sum(mode in INVISIBLE_MODES for mode in page.words.mode)
        # A stamp or a footer may be painted over the scan.
        if hidden * 4 >= len(page.words) * 3:
            yield Message(key="layer", page=page.number, arguments={"page": page.number})


def _is_covered(page: Page) -> bool:
    """Say whether one picture takes more than half of a page."""
    return any((box.x1 - box.x0) * (box.bottom - box.top) * 2 > page.width * page.height for box in page.images)
