"""PAI03: the invoice is due before it is issued."""

from collections.abc import Iterator
from datetime import date

from chorus_ocr.compliance.cadre import Cadre
from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import INVOICE_MENTIONS


@check(
    code="PAI03",
    slug="echeance-avant-la-facture",
    severity=Severity.WARNING,
    title=Text("Échéance antérieure à la facture", "Due before the invoice date"),
    rationale=Text(
        "Une échéance d'avant la facture est une date fausse : souvent l'année de l'une des deux. Une facture déjà "
        "payée fait exception.",
        "A due date before the invoice's own is a wrong date: often the year of one of them. An invoice that is paid "
        "already is an exception.",
    ),
    source=INVOICE_MENTIONS,
    firmness=Firmness.MEDIUM,
    since="0.1.0",
    example=Example(
        fails=Text(
            "« Date de facture : 12/03/2026 » et « Échéance : 11/04/2025 ».",
            "« Date de facture : 12/03/2026 » and « Échéance : 11/04/2025 ».",
        ),
        passes=Text(
            "« Date de facture : 12/03/2026 » et « Échéance : 12/03/2026 ».",
            "« Date de facture : 12/03/2026 » and « Échéance : 12/03/2026 ».",
        ),
    ),
    messages={
        "before": Text(
            "L'échéance, {due}, est antérieure à la date de la facture, {issued}.",
            "The due date, {due}, comes before the date of the invoice, {issued}.",
        )
    },
    hints={"before": Text("Vérifier les deux dates, l'année d'abord.", "Check both dates, the year first.")},
)
def echeance_avant_la_facture(seen: Seen) -> Iterator[Message]:
    """The due date printed comes before the date of the invoice."""
    issued, due = seen.found("date_facture"), seen.found("date_echeance")
    if isinstance(issued, date) and isinstance(due, date) and due < issued and seen.cadre is not Cadre.A2:
        yield Message.about("before", "date_echeance", seen, due=due, issued=issued)
