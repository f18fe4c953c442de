"""CAD03: the text says that the invoice is paid."""

from collections.abc import Iterator

from chorus_ocr.compliance.cadre import Cadre
from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.mentions import paid
from chorus_ocr.rules.offer import offer
from chorus_ocr.rules.sources import CADRES


@check(
    code="CAD03",
    slug="facture-acquittee",
    severity=Severity.WARNING,
    title=Text("Facture déjà payée", "Invoice paid already"),
    rationale=Text(
        "Une facture déjà payée (régie, carte d'achat) se dépose sous le cadre A2. Sous un autre, elle est "
        "mise en paiement une seconde fois, ou rejetée.",
        "An invoice that is paid already (petty cash, purchase card) is deposited under the cadre A2. Under "
        "another it is put up for payment a second time, or refused.",
    ),
    source=CADRES,
    firmness=Firmness.MEDIUM,
    since="0.1.0",
    example=Example(
        fails=printed("Acquittée le 12/03/2026 par carte d'achat"),
        passes=printed("TVA acquittée sur les encaissements"),
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
            "Si toute la facture est payée, choisir le cadre {proposed}.",
            "If all of the invoice is paid, choose the cadre {proposed}.",
        ),
    },
)
def facture_acquittee(seen: Seen) -> Iterator[Message]:
    """The text says that the invoice is paid, and the cadre is not that of a paid one."""
    if seen.cadre not in (Cadre.A1, Cadre.A9, Cadre.A12) or seen.is_credit_note:
        return
    passage = paid(seen)
    if passage is not None:
        yield offer("said", passage, seen, Cadre.A2)
