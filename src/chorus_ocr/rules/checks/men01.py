"""MEN01: nothing dates the delivery or the performance."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.prose import Prose
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.unsaid import words
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.mentions import is_all_in_scope, is_bill
from chorus_ocr.values.date import DATE
from chorus_ocr.values.late import compile_late

_WHEN = words(
    "livraison", "livré le", "livrés le", "livrée le", "livrées le", "exécution", "exécutés", "exécutées",
    "réalisation", "réalisés", "réalisées", "effectuée", "effectués", "intervention", "prestation du",
    "prestations du", "prestation de la", "période", "mois de", "mois d'", "du mois", "au titre de", "service fait",
    "date de service", "date de prestation", "date d'opération", "date de vente", "semaine", "trimestre",
    "semestre", "année", "exercice", "saison", "session", "séjour", "achèvement", "consommation", "relève",
    "delivery", "delivered", "period", "service date", "shipped",
)  # fmt: skip
"""Words by which print tells when, or over what time."""

_MONTHS = {
    month: number
    for number, month in enumerate(
        (
            "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre",
            "novembre", "decembre",
        ),
        start=1,
    )
}  # fmt: skip
_OWN = ("date_facture", "date_echeance")
# Two like marks with figures after the second; eight figures; a slash alone after a number. What stands before is taken
# from the line: a pattern that opens with its rarest sign, and is one of its kind, is many times faster.
_LIKE_A_DATE = (
    compile_late(r"([/.-])[^\s/.-]{1,9}\1[^\s/.-]{0,3}[0-9]"),
    compile_late(r"20(?<![^\n]20)[0-9]{6}(?![^\n])"),
    compile_late(r"/(?<=[0-9]\n/)(?![^\n])"),
)


def _has_other_dates(seen: Seen) -> bool:
    """Whether a page prints another day than the invoice's own, or one of these again: beside an item, it dates it.

    A month without a day is no day of the invoice's own: « maintenance d'août 2026 ».
    """
    own = {raw: (day.day, day.month) for name in _OWN for raw, day in _days_of(seen, name)}
    for page in seen.prose:
        days = [*_in_numbers(page, own), *_in_words(page)]
        if not set(days) <= set(own.values()) or len(set(days)) < len(days):
            return True
    return False


def _days_of(seen: Seen, name: str) -> list[tuple[str, date]]:
    choice = seen.decision(name).choice
    taken = seen.rivals(name) if choice is None else (choice,)
    return [(candidate.raw, candidate.value) for candidate in taken if isinstance(candidate.value, date)]


def _in_numbers(page: Prose, known: Mapping[str, tuple[int, int]]) -> Iterator[tuple[int, int]]:
    whole = page.raw
    for found in chain.from_iterable(pattern.finditer(whole) for pattern in _LIKE_A_DATE):
        end = whole.find("\n", found.end())
        word = whole[whole.rfind("\n", 0, found.start()) + 1 : end if end >= 0 else None]
        if word == "/":
            yield 0, 0  # « 12 / 03 / 2026 », or another sum of numbers: not surely no date
            continue
        if word in known:  # to parse it again would cost more than all the rest
            yield known[word]
            continue
        for match in DATE.pattern.finditer(word):
            day = DATE.parse(match[0]).value
            yield (0, 0) if day is None else (day.day, day.month)


def _in_words(page: Prose) -> Iterator[tuple[int, int]]:
    before = ""
    if page.tokens.isdisjoint(_MONTHS):
        return
    for word in page.text.split():
        if word in _MONTHS:
            number = before.removesuffix("er")
            yield (int(number) if number.isdigit() else 0), _MONTHS[word]
        before = word


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
    if is_bill(seen) and is_all_in_scope(seen) and seen.lacks(_WHEN) and not _has_other_dates(seen):
        yield Message(key="absent")
