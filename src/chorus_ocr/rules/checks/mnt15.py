"""MNT15: a credit note mixes positive and negative amounts."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.totals import TOTALS, amount
from chorus_ocr.compliance.warning import Severity


@check(
    code="MNT15",
    slug="avoir-signes-melanges",
    severity=Severity.INFO,
    title=Text("Signes mêlés sur un avoir", "Mixed signs on a credit note"),
    rationale=Text(
        "Le sens d'un avoir est donné par son type. Ses montants peuvent être tous positifs ou tous négatifs ; mêlés, "
        "rien ne dit comment les lire. Le signe que le portail attend n'est pas publié.",
        "Its type gives the direction of a credit note. Its amounts may be all positive or all negative; mixed, "
        "nothing tells how to read them. The sign that the portal expects is not published.",
    ),
    source="Spécifications externes de la facturation électronique, annexe 7, signe des avoirs",
    firmness=Firmness.LOW,
    since="0.1.0",
    example=Example(
        fails=Text(
            "« Total HT : -1 200,00 », « Total TVA : 240,00 », « Total TTC : -1 440,00 ».",
            "« Total HT : -1 200,00 », « Total TVA : 240,00 », « Total TTC : -1 440,00 ».",
        ),
        passes=Text(
            "« Total HT : -1 200,00 », « Total TVA : -240,00 », « Total TTC : -1 440,00 ».",
            "« Total HT : -1 200,00 », « Total TVA : -240,00 », « Total TTC : -1 440,00 ».",
        ),
    ),
    messages={
        "mixed": Text(
            "Les montants de l'avoir n'ont pas tous le même signe ({minus} : {negative} ; {plus} : {positive}).",
            "The amounts of the credit note do not all have the same sign ({minus}: {negative}; {plus}: {positive}).",
        )
    },
    hints={
        "mixed": Text(
            "Imprimer tous les montants de l'avoir avec le même signe.",
            "Print all the amounts of the credit note with the same sign.",
        )
    },
)
def avoir_signes_melanges(seen: Seen) -> Iterator[Message]:
    """A credit note has amounts of both signs."""
    if not seen.is_credit_note:
        return
    told = {name: value for name in TOTALS if (value := amount(seen, name))}
    minus = next((name for name, value in told.items() if value < 0), None)
    plus = next((name for name, value in told.items() if value > 0), None)
    if minus is not None and plus is not None:
        yield Message.about(
            "mixed",
            plus,
            seen,
            minus=TOTALS[minus],
            plus=TOTALS[plus],
            negative=told[minus],
            positive=told[plus],
        )
