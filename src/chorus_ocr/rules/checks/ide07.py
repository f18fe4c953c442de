"""IDE07: the date of the invoice is printed, but nobody can tell which one it is."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.issue_dates import read_two_ways, unlabelled
from chorus_ocr.rules.sources import DATE_MENTION


@check(
    code="IDE07",
    slug="date-facture-ambigue",
    severity=Severity.BLOCKING,
    title=Text("Date de facture ambiguë", "Ambiguous invoice date"),
    rationale=Text(
        "Deux dates sans mot-clé, deux dates annoncées à droit égal, ou un jour et un mois qu'on ne distingue pas "
        "hors d'une facture en français : plutôt que d'en choisir une, le champ obligatoire reste vide.",
        "Two dates without a keyword, two that are announced with an equal right, or a day and a month that cannot be "
        "told apart where the page speaks no French: rather than to choose, the compulsory field is left blank.",
    ),
    source=DATE_MENTION,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(fails=printed("Invoice date: 03/04/2026"), passes=printed("Date de facture : 03/04/2026")),
    messages={
        "order": Text(
            "Dans « {raw} » (page {page}), on ne distingue pas le jour du mois : rien d'autre n'est en français.",
            "In « {raw} » (page {page}), day and month cannot be told apart: nothing else is in French.",
        ),
        "unlabelled": Text(
            "Plusieurs dates sont imprimées sans mot-clé : {days}. Le champ reste vide.",
            "Several dates are printed without a keyword: {days}. The field stays blank.",
        ),
        "rivals": Text(
            "Plusieurs dates de facture différentes sont annoncées : {days}. Le champ reste vide.",
            "Several different invoice dates are announced: {days}. The field stays blank.",
        ),
    },
    hints={
        "order": Text(
            "Imprimer « Date de facture : » puis le jour, le mois et l'année, ou le mois en lettres.",
            "Print « Date de facture : » then day, month and year, or the month in letters.",
        ),
        "unlabelled": Text(
            "Imprimer « Date de facture : » devant la date d'émission.",
            "Print « Date de facture : » before the date of issue.",
        ),
        "rivals": Text(
            "N'annoncer par « Date de facture » que la date d'émission.",
            "Let « Date de facture » announce none but the date of issue.",
        ),
    },
)
def date_facture_ambigue(seen: Seen) -> Iterator[Message]:
    """The invoice date stays blank between two dates, or between two readings of one."""
    odd = read_two_ways(seen)
    if odd is not None:
        yield Message.at("order", odd, "date_facture", raw=odd.raw, page=odd.page)
        return
    for key, several in (("unlabelled", unlabelled(seen)), ("rivals", seen.rivals("date_facture"))):
        if several:
            days = tuple(dict.fromkeys(each.value for each in several))
            yield Message.at(key, several[0], "date_facture", days=days)
