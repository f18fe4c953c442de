"""DOC22: a datum is printed smaller than 6 points."""

from collections.abc import Iterator
from decimal import Decimal

from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.legibility import label
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import AIFE_READABLE

SMALLEST = 6.0
"""In points: what is printed smaller is the small print of a contract, not a datum of an invoice."""


@check(
    code="DOC22",
    slug="texte-minuscule",
    severity=Severity.WARNING,
    title=Text("Donnée imprimée trop petit", "Datum printed too small"),
    rationale=Text(
        "Sous 6 points, les caractères se confondent à l'écran comme à la numérisation, et personne ne contrôle ce "
        "qu'il ne peut pas lire.",
        "Below 6 points characters are confused on a screen as on a scan, and nobody checks what he cannot read.",
    ),
    source=AIFE_READABLE,
    firmness=Firmness.MEDIUM,
    since="0.1.0",
    example=Example(
        fails=Text("L'IBAN en pied de page, en 5 points.", "The IBAN in the footer, in 5 points."),
        passes=Text("L'IBAN en 8 points.", "The IBAN in 8 points."),
    ),
    needs=[Need.PAGE],
    messages={
        "small": Text(
            "« {raw} » ({label}) est imprimé en {size} points.",
            "« {raw} » ({label}) is printed in {size} points.",
        )
    },
    hints={"small": Text("L'imprimer en 8 points ou plus.", "Print it in 8 points or more.")},
)
def texte_minuscule(seen: Seen) -> Iterator[Message]:
    """A datum is printed smaller than 6 points."""
    small = {page.number for page in seen.document.pages if min(page.words.size, default=SMALLEST) < SMALLEST}
    for datum in seen.data:
        words = datum.page.words
        if datum.page.number not in small:
            continue
        size = min((words.size[row] for row in datum.rows), default=SMALLEST)
        # A size is a product of two numbers of the file, which need not be exact.
        if size < SMALLEST - 0.05:
            raw, told = datum.candidate.raw, label(seen, datum.name)
            yield Message.at("small", datum.candidate, datum.name, raw=raw, label=told, size=Decimal(f"{size:.1f}"))
