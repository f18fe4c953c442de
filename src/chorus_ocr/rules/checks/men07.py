"""MEN07: nothing tells what late payment costs."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.unsaid import words
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.mentions import awaits_payment

_MENTION = "Pénalités de retard : taux de la BCE majoré de huit points"
_LATE = words(
    "pénalité", "intérêts de retard", "intérêts moratoires", "intérêt de retard", "intérêts légaux",
    "intérêt légal", "taux légal", "retard de paiement", "retard de règlement", "paiement tardif",
    "en cas de retard", "tout retard", "late payment", "late fee", "overdue", "majoré de", "majorée de", "L441-10",
    "L. 441-6", "R2192-31",
)  # fmt: skip


@check(
    code="MEN07",
    slug="penalites-de-retard",
    severity=Severity.INFO,
    title=Text("Pas de taux des pénalités de retard", "No rate of the penalties for late payment"),
    rationale=Text(
        "Une facture entre professionnels dit le taux des pénalités de retard. Dans la commande publique ce "
        "taux est fixé : celui de la Banque centrale européenne majoré de huit points.",
        "An invoice between professionals tells the rate of the penalties for late payment. In public "
        "procurement that rate is set: that of the European Central Bank and eight points.",
    ),
    source="Code de commerce, art. L441-9, I ; code de la commande publique, art. R2192-31",
    firmness=Firmness.MEDIUM,
    since="0.1.0",
    example=Example(
        fails=Text(
            "Une facture qui ne dit rien d'un retard de paiement.",
            "An invoice that says nothing of late payment.",
        ),
        passes=printed("Pénalités de retard : trois fois le taux d'intérêt légal"),
    ),
    needs=[Need.PAGE],
    messages={
        "absent": Text(
            "Rien n'est dit des pénalités ou des intérêts de retard.",
            "Nothing is said of penalties or interest for late payment.",
        ),
    },
    hints={
        "absent": Text("Imprimer « {print_text} ».", "Print « {print_text} »."),
    },
)
def penalites_de_retard(seen: Seen) -> Iterator[Message]:
    """Nothing printed tells what late payment costs."""
    if seen.lacks(_LATE) and awaits_payment(seen):
        yield Message(key="absent", print_text=_MENTION)
