"""IDE11: the date announced as the invoice's does not exist."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.recognition.candidate import Status, Verdict
from chorus_ocr.rules.sources import DATE_MENTION


@check(
    code="IDE11",
    slug="date-facture-impossible",
    severity=Severity.BLOCKING,
    title=Text("Date de facture impossible", "Impossible invoice date"),
    rationale=Text(
        "Une date que le calendrier n'a pas ne remplit aucun champ : le jour et le mois sont faux, ou dans l'ordre "
        "anglo-saxon.",
        "A date that the calendar does not have fills no field: day and month are wrong, or stand in the American "
        "order.",
    ),
    source=DATE_MENTION,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(fails=printed("Date de facture : 31/02/2026"), passes=printed("Date de facture : 28/02/2026")),
    messages={
        "impossible": Text(
            "La date de facture « {raw} » (page {page}) n'existe pas.",
            "There is no such date as « {raw} » (page {page}).",
        )
    },
    hints={
        "impossible": Text(
            "Imprimer « Date de facture : », puis le jour, le mois et l'année d'émission, dans cet ordre.",
            "Print « Date de facture : », then the day, the month and the year of issue, in this order.",
        )
    },
)
def date_facture_impossible(seen: Seen) -> Iterator[Message]:
    """The date announced as the invoice's does not exist."""
    decision = seen.decision("date_facture")
    if decision.status is not Status.INVALID:
        return
    impossible = {each.raw: each for each in reversed(decision.candidates) if each.verdict == Verdict.IMPOSSIBLE_DATE}
    for each in reversed(impossible.values()):
        yield Message.at("impossible", each, "date_facture", raw=each.raw, page=each.page)
