"""CAD01: the text is that of a sous-traitant."""

from collections.abc import Iterator

from chorus_ocr.compliance.cadre import Cadre
from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.offer import offer
from chorus_ocr.rules.sources import AIFE_SHARED

_SAID = (
    "qualité de sous-traitant", "qualité de sous-traitante", "en tant que sous-traitant", "comme sous-traitant",
    "au titre de sous-traitant", "facture de sous-traitance", "facture de sous-traitant", "facture sous-traitant",
    "facture sous-traitance", "sous-traitant du titulaire", "sous-traitant de l'entreprise",
    "sous-traitant de la société", "sous-traitant de la SARL", "sous-traitant de la SAS",
    "en sous-traitance de", "en sous-traitance pour", "réalisés en sous-traitance",
    "réalisées en sous-traitance", "exécutés en sous-traitance",
    "exécutées en sous-traitance", "283-2 nonies",
)  # fmt: skip
"""Words of the sous-traitant about itself. Article 283, 2 nonies of the CGI is about nobody else."""

_OF_ANOTHER = (
    "notre sous-traitant", "nos sous-traitants", "RGPD", "données personnelles", "données à caractère personnel",
)  # fmt: skip
"""Words of who has a sous-traitant, and of who is one in the sense of the law on personal data."""


@check(
    code="CAD01",
    slug="sous-traitant",
    severity=Severity.WARNING,
    title=Text("Facture d'un sous-traitant", "Invoice of a sous-traitant"),
    rationale=Text(
        "Le paiement direct d'un sous-traitant a son cadre de facturation : le titulaire du marché valide la "
        "facture avant l'acheteur. Sous un autre cadre, il ne la voit pas.",
        "The direct payment of a sous-traitant has a cadre de facturation of its own: the holder of the "
        "contract validates the invoice before the buyer. Under another cadre he does not see it.",
    ),
    source=AIFE_SHARED,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=printed("Facture établie en qualité de sous-traitant"),
        passes=printed("Nous travaillons sans sous-traitant"),
    ),
    needs=[Need.PAGE],
    messages={
        "said": Text(
            "Le texte dit « {word} » (page {page}), et le cadre choisi est {cadre}.",
            "The text says « {word} » (page {page}), and the cadre chosen is {cadre}.",
        ),
    },
    hints={
        "said": Text(
            "Choisir le cadre {proposed}, et désigner comme valideur celui qui sous-traite. Sans paiement direct "
            "par l'acheteur, la facture ne se dépose pas sur le portail.",
            "Choose the cadre {proposed}, and name as the validator who gave the work out. Without direct payment"
            " by the buyer, the invoice is not deposited on the portal.",
        ),
    },
)
def sous_traitant(seen: Seen) -> Iterator[Message]:
    """The text is that of a sous-traitant, and the cadre is not."""
    if seen.cadre in (Cadre.A9, Cadre.A10, Cadre.A11):
        return
    if not any("traitan" in page.text or "nonies" in page.text for page in seen.prose):
        return
    passage = None if seen.says(*_OF_ANOTHER) else seen.says(*_SAID)
    if passage is not None:
        yield offer("said", passage, seen, Cadre.A9)
