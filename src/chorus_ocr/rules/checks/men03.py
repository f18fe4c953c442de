"""MEN03: nothing announces a unit price or a lump sum."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.unsaid import words
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.mentions import has_item_header, is_all_in_scope, is_bill, says_word

_HOW_MUCH = words(
    "unit", "PU HT", "P.U. HT", "prix", "montant forfaitaire", "coût", "tarif", "taux horaire", "price", "×",
    "par jour", "par heure", "de l'heure", "la journée", "honoraire", "vacation", "abonnement",
    "indemnité de mission", "acompte", "situation", "décompte", "avancement",
)  # fmt: skip
"""Words that tell what one costs, and those of bills that have no unit price."""

_ABBREVIATED = (" pu ", " p u ", " u ", " forfait ")


def _multiplies(seen: Seen) -> bool:
    """Whether a page prints « 3 x 45,00 » or « 45,00 €/h »."""
    for page in seen.prose:
        printed = page.text.split()
        for at, word in enumerate(printed[1:-1], start=1):
            if word == "x" and printed[at - 1][:1].isdigit() and printed[at + 1][:1].isdigit():
                return True
        if "€/" in "".join(page.page.words.text):
            return True
    return False


@check(
    code="MEN03",
    slug="prix-unitaire-ht",
    severity=Severity.INFO,
    title=Text("Pas de prix unitaire hors taxes", "No unit price without tax"),
    rationale=Text(
        "Une facture à une personne publique donne le prix unitaire hors taxes, ou le prix forfaitaire. "
        "Demandé là où les colonnes ont des titres.",
        "An invoice to a public body gives the unit price without tax, or the lump sum agreed. Asked for "
        "where the columns have headers.",
    ),
    source="Code de la commande publique, art. D2192-2, 8° ; code de commerce, art. L441-9, I",
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text(
            "Les colonnes « Désignation », « Qté », « Montant HT ».",
            "The columns « Désignation », « Qté », « Montant HT ».",
        ),
        passes=Text(
            "Les colonnes « Désignation », « Qté », « Prix unitaire HT », « Montant HT ».",
            "The columns « Désignation », « Qté », « Prix unitaire HT », « Montant HT ».",
        ),
    ),
    needs=[Need.PAGE],
    messages={
        "absent": Text(
            "Aucun mot et aucun signe n'annonce un prix unitaire ou forfaitaire.",
            "No word and no sign announces a unit price or a lump sum.",
        ),
    },
    hints={
        "absent": Text(
            "Imprimer une colonne « Prix unitaire HT », ou « forfait » auprès d'un prix forfaitaire.",
            "Print a column « Prix unitaire HT », or « forfait » beside a lump sum.",
        ),
    },
)
def prix_unitaire_ht(seen: Seen) -> Iterator[Message]:
    """Nothing printed announces a unit price or a lump sum."""
    if (
        is_bill(seen)
        and is_all_in_scope(seen)
        and has_item_header(seen)
        and seen.lacks(_HOW_MUCH)
        and not says_word(seen, _ABBREVIATED)
        and not _multiplies(seen)
    ):
        yield Message(key="absent")
