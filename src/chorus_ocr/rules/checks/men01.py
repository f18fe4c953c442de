"""MEN01: nothing dates the delivery or the performance."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.unsaid import words
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.recognition.candidate import Candidate
from chorus_ocr.rules.mentions import is_bill
from chorus_ocr.values.date import DATE

_WHEN = words(
    "livraison", "livré le", "livrés le", "livrée le", "livrées le", "exécution", "exécutés", "exécutées",
    "réalisation", "réalisés", "réalisées", "effectuée", "effectués", "intervention", "prestation du",
    "prestations du", "prestation de la", "période", "mois de", "mois d'", "du mois", "au titre de", "service fait",
    "date de service", "date de prestation", "date d'opération", "date de vente", "semaine", "trimestre",
    "semestre", "année", "exercice", "saison", "session", "séjour", "achèvement", "consommation", "relève",
    "delivery", "delivered", "period", "service date", "shipped",
)  # fmt: skip
"""Words by which print tells when, or over what time."""

_MONTHS = frozenset(
    (
        "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre",
        "decembre",
    )
)  # fmt: skip
_OWN = ("date_facture", "date_echeance")


def _has_other_dates(seen: Seen) -> bool:
    """Whether a page prints another day than the invoice's own, or one of these again: beside an item, it dates it."""
    own = {candidate.value for name in _OWN for candidate in _taken(seen, name)}
    for page in seen.document.pages:
        days = [DATE.parse(match[0]).value for match in DATE.pattern.finditer(" ".join(page.words.text))]
        if not own.issuperset(days) or len(set(days)) < len(days):
            return True
    return False


def _taken(seen: Seen, name: str) -> tuple[Candidate[object], ...]:
    choice = seen.decision(name).choice
    return seen.rivals(name) if choice is None else (choice,)


def _names_a_month(seen: Seen) -> bool:
    """Whether a month is named without a day before it: « maintenance d'août 2026 »."""
    for page in seen.prose:
        before = ""
        for word in page.text.split():
            if word in _MONTHS and not before[:1].isdigit():
                return True
            before = word
    return False


@check(
    code="MEN01",
    slug="date-de-livraison",
    severity=Severity.INFO,
    title=Text("Pas de date de livraison ou d'exécution", "No date of delivery or performance"),
    rationale=Text(
        "Une facture à une personne publique date la livraison des fournitures, ou l'exécution des services "
        "ou des travaux : c'est de là que part le contrôle du service fait. Une autre date, un mois ou une "
        "période imprimés valent réponse.",
        "An invoice to a public body dates the delivery of the goods, or the performance of the services or "
        "works: the control of what was done starts from there. Another date, a month or a period in print "
        "will do.",
    ),
    source="Code de la commande publique, art. D2192-2, 6° ; CGI, annexe II, art. 242 nonies A, I",
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text(
            "Une facture qui ne porte que sa date et son échéance.",
            "An invoice that bears no dates but its own and the term.",
        ),
        passes=printed("Date de livraison : 10/03/2026"),
    ),
    needs=[Need.PAGE],
    messages={
        "absent": Text(
            "Aucune date de livraison ou d'exécution n'est imprimée.",
            "No date of delivery or performance is printed.",
        ),
    },
    hints={
        "absent": Text(
            "Imprimer « Date de livraison : » ou « Prestations du … au … », même si c'est le jour de la facture.",
            "Print « Date de livraison : » or « Prestations du … au … », even where it is the day of the invoice.",
        ),
    },
)
def date_de_livraison(seen: Seen) -> Iterator[Message]:
    """Nothing printed dates the delivery or the performance."""
    if is_bill(seen) and seen.lacks(_WHEN) and not _has_other_dates(seen) and not _names_a_month(seen):
        yield Message(key="absent")
