"""MNT16: several amounts have an equal right to a field, which stays blank."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.totals import TOTALS
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import CCP_MENTIONS


@check(
    code="MNT16",
    slug="montants-ambigus",
    severity=Severity.WARNING,
    title=Text("Montants ambigus", "Ambiguous amounts"),
    rationale=Text(
        "Deux montants différents annoncés par les mêmes mots, que les autres totaux ne départagent pas : un mauvais "
        "choix serait pire que rien.",
        "Two different amounts announced by the same words, between which the other totals do not choose: a wrong "
        "choice would be worse than none.",
    ),
    source=CCP_MENTIONS,
    firmness=Firmness.MEDIUM,
    since="0.1.0",
    example=Example(
        fails=Text(
            "« Total TTC : 1 440,00 », puis « Total TTC : 1 500,00 ».",
            "« Total TTC : 1 440,00 », then « Total TTC : 1 500,00 ».",
        ),
        passes=Text(
            "« Total TTC : 1 440,00 », puis « Reste à payer : 1 500,00 ».",
            "« Total TTC : 1 440,00 », then « Reste à payer : 1 500,00 ».",
        ),
    ),
    messages={
        "rivals": Text(
            "Plusieurs montants sont annoncés comme {what} ({values}) : le champ reste vide.",
            "Several amounts are announced as the {what} ({values}): the field stays blank.",
        )
    },
    hints={
        "rivals": Text(
            "N'annoncer qu'un seul montant par ces mots, et nommer autrement les autres : sous-total, acompte, solde.",
            "Announce one amount by these words, and name the others: « sous-total », « acompte », « solde ».",
        )
    },
)
def montants_ambigus(seen: Seen) -> Iterator[Message]:
    """An amount stays blank because several have an equal right."""
    for name, what in TOTALS.items():
        rivals = seen.rivals(name)
        values = tuple(dict.fromkeys(each.value for each in rivals))
        if len(values) > 1:
            yield Message.at("rivals", rivals[0], name, what=what, values=values)
