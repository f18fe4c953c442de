"""IDE06: the invoice is dated in the future."""

from collections.abc import Iterator
from datetime import date

from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import API_FIELDS


@check(
    code="IDE06",
    slug="date-facture-future",
    severity=Severity.BLOCKING,
    title=Text("Date de facture dans le futur", "Invoice dated in the future"),
    rationale=Text(
        "Le portail refuse une date de facture postérieure au jour du dépôt.",
        "The portal refuses an invoice date after the day of the deposit.",
    ),
    source=API_FIELDS,
    firmness=Firmness.MEDIUM,
    since="0.1.0",
    example=Example(
        fails=Text(
            "Une facture du 12/03/2027, déposée le 20/03/2026.", "A bill of 2027-03-12, deposited on 2026-03-20."
        ),
        passes=Text("La même, déposée le 12/03/2027.", "The same, deposited on 2027-03-12."),
    ),
    needs=[Need.TODAY],
    messages={
        "future": Text(
            "La facture est datée du {day}, après le jour du dépôt.",
            "The invoice is dated {day}, after the day of the deposit.",
        )
    },
    hints={
        "future": Text(
            "Corriger la date, ou déposer la facture ce jour-là au plus tôt.",
            "Correct the date, or deposit the invoice on that day at the earliest.",
        )
    },
)
def date_facture_future(seen: Seen) -> Iterator[Message]:
    """The invoice is dated after the day it is deposited on."""
    day = seen.found("date_facture")
    if isinstance(day, date) and seen.today is not None and day > seen.today:
        yield Message.about("future", "date_facture", seen, day=day)
