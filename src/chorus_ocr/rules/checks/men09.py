"""MEN09: nothing tells when the invoice has to be paid."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.unsaid import words
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.recognition.candidate import Status
from chorus_ocr.rules.mentions import awaits_payment
from chorus_ocr.rules.sources import TRADE_MENTIONS

_TERM = words(
    "échéance", "payable", "à régler", "à payer avant", "à payer le", "jours", "jrs", "30j", "30 j", "comptant",
    "réception", "conditions de règlement", "conditions de paiement", "modalités de", "délai", "immédiat",
    "payée le", "acquitté", "exigib", "prélev", "fin de mois", "mandat administratif", "date de paiement",
    "date de règlement", "avant le", "au plus tard", "date limite", "due date", "due on", "due by", "payable",
    "payment terms", "terms", "days",
)  # fmt: skip
"""Words of terms of payment."""


@check(
    code="MEN09",
    slug="date-d-echeance",
    severity=Severity.INFO,
    title=Text("Ni échéance ni délai de paiement", "Neither a due date nor a term of payment"),
    rationale=Text(
        "Une facture dit quand elle doit être payée. Un délai (« à 30 jours ») vaut date.",
        "An invoice tells when it has to be paid. A term (« à 30 jours ») is as good as a date.",
    ),
    source=TRADE_MENTIONS,
    firmness=Firmness.MEDIUM,
    since="0.1.0",
    example=Example(
        fails=Text("Une facture sans échéance ni délai.", "An invoice with neither due date nor term."),
        passes=printed("Date d'échéance : 11/04/2026"),
    ),
    needs=[Need.PAGE],
    messages={
        "absent": Text(
            "Ni date d'échéance ni délai de paiement n'est imprimé.",
            "Neither a due date nor a term of payment is printed.",
        ),
    },
    hints={
        "absent": Text(
            "Imprimer « Date d'échéance : », un espace, puis le jour ; ou « Paiement à 30 jours ».",
            "Print « Date d'échéance : », a space, then the day; or « Paiement à 30 jours ».",
        ),
    },
)
def date_d_echeance(seen: Seen) -> Iterator[Message]:
    """Nothing printed tells when the invoice has to be paid."""
    decision = seen.decision("date_echeance")
    if decision.status is not Status.ABSENT or (seen.rules and "date_echeance" not in seen.rules):
        return
    if seen.lacks(_TERM) and awaits_payment(seen):
        yield Message(key="absent", field="date_echeance")
