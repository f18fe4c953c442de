"""IDE08: the invoice is more than a year old."""

from collections.abc import Iterator
from datetime import date, timedelta

from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity

YEAR = timedelta(days=366)
"""A leap year: a day more is not worth a warning that is wrong."""


@check(
    code="IDE08",
    slug="date-facture-ancienne",
    severity=Severity.INFO,
    title=Text("Facture de plus d'un an", "Invoice more than a year old"),
    rationale=Text(
        "Une date si ancienne est souvent une faute de frappe dans l'année. Si elle est juste, la créance peut se "
        "prescrire : quatre ans à compter du 1er janvier qui suit.",
        "So old a date is often a slip in the year. If it is right, the claim may lapse: four years from the "
        "1st of January that follows.",
    ),
    source="Loi n° 68-1250 du 31 décembre 1968, art. 1er; le seuil d'un an est celui de la bibliothèque",
    firmness=Firmness.LOW,
    since="0.1.0",
    example=Example(
        fails=Text(
            "Une facture du 12/03/2024, déposée le 20/03/2026.", "A bill of 2024-03-12, deposited on 2026-03-20."
        ),
        passes=Text("Une facture du 12/03/2026, déposée le même jour.", "One of 2026-03-12, deposited on that day."),
    ),
    needs=[Need.TODAY],
    messages={
        "old": Text(
            "La facture est datée du {day} : elle a plus d'un an.",
            "The invoice is dated {day}: it is more than a year old.",
        )
    },
    hints={"old": Text("Vérifier l'année de la date de facture.", "Check the year of the invoice date.")},
)
def date_facture_ancienne(seen: Seen) -> Iterator[Message]:
    """The invoice is dated more than a year before the day it is deposited on."""
    day = seen.found("date_facture")
    if isinstance(day, date) and seen.today is not None and seen.today - day > YEAR:
        yield Message.about("old", "date_facture", seen, day=day)
