"""REF08: an order number stands beside the engagement number."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.recognition.candidate import Verdict
from chorus_ocr.rules.sources import AIFE_SHEET


@check(
    code="REF08",
    slug="commande-a-cote",
    severity=Severity.INFO,
    title=Text("Engagement et commande", "Engagement and order"),
    rationale=Text(
        "« engagement », « EJ » et « commande » annoncent un même champ. L'engagement y va ; le portail, dont les "
        "règles ne sont pas publiques, pourrait prendre la commande.",
        "« engagement », « EJ » and « commande » announce one and the same field. The engagement goes there; the "
        "portal, whose rules are not public, might take the order.",
    ),
    source=AIFE_SHEET,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text(
            "« Engagement : 26D000417 » et « Commande : BC26-0417 ».",
            "« Engagement : 26D000417 » and « Commande : BC26-0417 ».",
        ),
        passes=printed("Engagement : 26D000417"),
    ),
    needs=[Need.PAGE],
    messages={
        "beside": Text(
            "L'engagement {number} va dans le formulaire ; la commande {order} est annoncée aussi, page {page}.",
            "The engagement {number} goes into the form; the order {order} is announced too, on page {page}.",
        )
    },
    hints={
        "beside": Text(
            "Vérifier, au dépôt, que le champ porte {number}. Pour écarter le doute, n'imprimer que l'engagement.",
            "When depositing, check that the field holds {number}. To leave no doubt, print the engagement alone.",
        )
    },
)
def commande_a_cote(seen: Seen) -> Iterator[Message]:
    """An order number that differs from the engagement number is announced besides."""
    number = seen.found("numero_engagement")
    if number is None:
        return
    told = {_solid(str(number))}
    for candidate in seen.decision("numero_engagement").candidates:
        order = str(candidate.value or "")
        if candidate.verdict == Verdict.WEAKER_KEYWORD and candidate.keyword and _solid(order) not in told:
            told.add(_solid(order))
            yield Message.at("beside", candidate, "numero_engagement", number=number, order=order, page=candidate.page)


def _solid(number: str) -> str:
    """Fold what two prints of one reference may differ in."""
    return number.replace(" ", "").upper()
