"""PAI04: the invoice is due later than a public body may pay."""

from collections.abc import Iterator
from datetime import date

from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.recognition.candidate import Status
from chorus_ocr.rules.sources import PAYMENT_DELAY

_USUAL, _HEALTH, _UNDERTAKINGS = 30, 50, 60

_OF_HEALTH = (
    "centre hospitalier",
    "hôpital",
    "hôpitaux",
    "CHU",
    "CHRU",
    "CHR",
    "hospices civils",
    "assistance publique",
    "établissement public de santé",
    "service de santé des armées",
)
_OF_UNDERTAKINGS = (
    "SNCF",
    "RATP",
    "Aéroports de Paris",
    "entreprise publique",
    "société publique locale",
    "société d'économie mixte",
)


@check(
    code="PAI04",
    slug="echeance-au-dela-du-delai",
    severity=Severity.INFO,
    title=Text("Échéance au-delà du délai de paiement public", "Due beyond the public delay of payment"),
    rationale=Text(
        "Un organisme public paie en 30 jours, un établissement public de santé en 50, une entreprise publique en 60 ; "
        "un délai plus long ne peut pas être convenu. Il court de la réception de la facture : ici, de sa date.",
        "A public body pays within 30 days, a public hospital within 50, a public undertaking within 60; no longer "
        "delay can be agreed. It runs from the day the invoice is received: here, from its date.",
    ),
    source=PAYMENT_DELAY,
    firmness=Firmness.MEDIUM,
    since="0.1.0",
    example=Example(
        fails=Text(
            "« Date de facture : 12/03/2026 » et « Échéance : 11/05/2026 ».",
            "« Date de facture : 12/03/2026 » and « Échéance : 11/05/2026 ».",
        ),
        passes=Text(
            "« Date de facture : 12/03/2026 » et « Échéance : 11/04/2026 ».",
            "« Date de facture : 12/03/2026 » and « Échéance : 11/04/2026 ».",
        ),
    ),
    needs=[Need.PAGE],
    messages={
        "beyond": Text(
            "L'échéance, {due}, vient {days} jours après la date de la facture ; le délai de paiement est de {limit} "
            "jours pour {whom}.",
            "The due date, {due}, comes {days} days after the date of the invoice; the delay of payment is {limit} "
            "days for {whom}.",
        )
    },
    hints={
        "beyond": Text(
            "Imprimer une échéance à {limit} jours au plus ; passé ce délai, les intérêts moratoires sont dus de "
            "plein droit.",
            "Print a due date within {limit} days; beyond them interest for late payment is due by law.",
        )
    },
)
def echeance_au_dela_du_delai(seen: Seen) -> Iterator[Message]:
    """The due date, printed or told by a term, lies beyond the delay that the law gives a public body."""
    issued, decision = seen.found("date_facture"), seen.decision("date_echeance")
    due = decision.value
    told = decision.status in (Status.FOUND, Status.INFERRED)
    if seen.is_credit_note or not told or not isinstance(issued, date) or not isinstance(due, date):
        return
    days = (due - issued).days
    if days <= _USUAL:
        return
    if seen.says(*_OF_UNDERTAKINGS) is not None:
        limit, whom = _UNDERTAKINGS, Text("une entreprise publique", "a public undertaking")
    elif seen.says(*_OF_HEALTH) is not None:
        limit, whom = _HEALTH, Text("un établissement public de santé", "a public hospital")
    else:
        limit, whom = _USUAL, Text("un organisme public", "a public body")
    if days > limit:
        yield Message.about("beyond", "date_echeance", seen, due=due, days=days, limit=limit, whom=whom)
