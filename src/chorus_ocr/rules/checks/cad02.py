"""CAD02: the text is that of a cotraitant."""

from collections.abc import Iterator

from chorus_ocr.compliance.cadre import Cadre
from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.offer import offer
from chorus_ocr.rules.sources import AIFE_SHARED

_SAID = tuple(
    phrase.format(spelt)
    for spelt in ("cotraitan", "co-traitan")
    for phrase in (
        "qualité de {}t", "qualité de {}te", "en tant que {}t", "en tant que {}te", "comme {}t", "facture de {}t",
        "facture de {}ce", "facture {}t", "facture {}ce", "{}t du groupement", "réalisés en {}ce",
        "réalisées en {}ce", "exécutés en {}ce", "exécutées en {}ce",
    )
)  # fmt: skip

_OF_THE_HEAD = ("qualité de mandataire", "en tant que mandataire", "notre cotraitant", "notre co-traitant")


@check(
    code="CAD02",
    slug="cotraitant",
    severity=Severity.WARNING,
    title=Text("Facture d'un cotraitant", "Invoice of a cotraitant"),
    rationale=Text(
        "La facture d'un membre d'un groupement a son cadre de facturation : le mandataire en prend "
        "connaissance avant l'acheteur. Sous un autre cadre, il ne la voit pas.",
        "The invoice of a member of a consortium has a cadre de facturation of its own: the consortium's "
        "mandataire sees it before the buyer. Under another cadre he does not.",
    ),
    source=AIFE_SHARED,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=printed("Facture établie en qualité de cotraitant"),
        passes=printed("Facture établie en qualité de mandataire du groupement"),
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
            "Choisir le cadre {proposed}, et désigner le mandataire du groupement comme valideur.",
            "Choose the cadre {proposed}, and name the consortium's mandataire as the validator.",
        ),
    },
)
def cotraitant(seen: Seen) -> Iterator[Message]:
    """The text is that of a cotraitant, and the cadre is not."""
    if seen.cadre in (Cadre.A12, Cadre.A13, Cadre.A14) or not any("traitan" in page.text for page in seen.prose):
        return
    passage = None if seen.says(*_OF_THE_HEAD) else seen.says(*_SAID)
    if passage is not None:
        yield offer("said", passage, seen, Cadre.A12)
