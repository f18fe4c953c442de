"""MEN02: nothing announces a quantity."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.unsaid import words
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.mentions import has_item_header, is_all_in_scope, is_bill

_HOW_MANY = words(
    "quantité", "qté", "qtés", "qty", "quantity", "nombre", "nbre", "unité", "unit", "pièce", "×", "kwh", "m3",
    "m²", "m2", "prix forfaitaire", "montant forfaitaire", "vacation", "honoraire", "abonnement", "consommation",
    "acompte", "situation", "décompte", "avancement",
)  # fmt: skip
"""Words that count or measure, and those of bills for a share of a whole."""

_UNITS = frozenset(
    (
        "x", "u", "h", "heure", "heures", "j", "jour", "jours", "journee", "journees", "mois", "ml", "km", "kg", "l",
        "litres", "t", "tonnes", "nuits", "nuitees", "repas", "seances", "lot", "lots", "ensemble", "ens", "fft",
        "forfait", "forfaits", "hours", "days",
    )
)  # fmt: skip
_TERMS = frozenset(("8", "10", "14", "15", "20", "30", "40", "45", "50", "60", "90"))
"""Days of terms of payment."""


def _counts(seen: Seen) -> bool:
    """Whether a number stands before a unit, or « forfait » alone: « 12 h », « 3 x 45,00 », and not « à 30 jours »."""
    for page in seen.prose:
        before = ""
        for word in page.text.split():
            if word == "forfait" or (word in _UNITS and before[:1].isdigit() and not _is_term(before, word)):
                return True
            before = word
    return False


def _is_term(number: str, unit: str) -> bool:
    return unit.startswith("jour") and number in _TERMS


@check(
    code="MEN02",
    slug="designation-et-quantite",
    severity=Severity.INFO,
    title=Text("Pas de quantité", "No quantity"),
    rationale=Text(
        "Une facture à une personne publique donne la quantité et la dénomination précise de ce qui est livré"
        " ou réalisé, qui sont rapprochées de la commande. Demandée là où les colonnes ont des titres.",
        "An invoice to a public body gives the quantity and the precise designation of what is delivered or "
        "done; these are held against the order. Asked for where the columns have headers.",
    ),
    source="Code de la commande publique, art. D2192-2, 7° ; code de commerce, art. L441-9, I",
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text("« Réparation du portail 1 200,00 € »", "« Réparation du portail 1 200,00 € »"),
        passes=Text(
            "« Réparation du portail, quantité 1, 1 200,00 € »",
            "« Réparation du portail, quantité 1, 1 200,00 € »",
        ),
    ),
    needs=[Need.PAGE],
    messages={
        "quantity": Text(
            "Aucun mot et aucun signe n'annonce une quantité.", "No word and no sign announces a quantity."
        ),
    },
    hints={
        "quantity": Text(
            "Imprimer une colonne « Quantité » (1 pour un forfait) à côté de la désignation.",
            "Print a column « Quantité » (1 for a lump sum) beside the designation.",
        ),
    },
)
def designation_et_quantite(seen: Seen) -> Iterator[Message]:
    """Nothing printed announces a quantity."""
    if (
        is_bill(seen)
        and is_all_in_scope(seen)
        and has_item_header(seen)
        and seen.lacks(_HOW_MANY)
        and not _counts(seen)
    ):
        yield Message(key="quantity")
