"""What the checks of legal mentions share: whom a mention is asked of, and how a page words some of them."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Final

from chorus_ocr.compliance.cadre import Cadre
from chorus_ocr.compliance.prose import Passage
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.unsaid import words

REFORM: Final = date(2026, 9, 1)
"""From this day on the largest firms owe the mentions of 2026; the others a year later."""

COMPANIES: Final = (
    " sarl ", " sas ", " sasu ", " eurl ", " snc ", " sca ", " scs ", " selarl ", " selas ", " s a r l ", " s a s ",
    " e u r l ", " societe anonyme ", " societe par actions ", " societe a responsabilite limitee ",
)  # fmt: skip
"""Forms of companies that no other word is taken for, as whole words."""

FORMS: Final = (
    *COMPANIES,
    " sa ", " s a ", " scop ", " scic ", " scp ", " sci ", " scm ", " gie ", " spl ", " sem ", " epic ", " gaec ",
    " earl ", " scea ", " se ", " ei ", " e i ", " eirl ",
    " association ", " societe ", " cooperative ", " mutuelle ", " entrepreneur ", " micro ", " auto ", " artisan ",
    " autoentrepreneur ", " microentreprise ", " fondation ", " syndicat ", " regie ", " etablissement ",
    " gmbh ", " ltd ", " spa ", " bv ", " plc ", " inc ",
)  # fmt: skip
"""Words that tell what kind of firm it is, companies or not."""

_REGISTERED: Final = words("SIRET", "SIREN", "RCS")
_STREETS: Final = frozenset(
    (
        "rue", "avenue", "av", "boulevard", "bd", "bld", "place", "chemin", "route", "rte", "allee", "allees",
        "impasse", "quai", "zone", "za", "zi", "zac", "bp", "cs", "cedex", "cours", "passage", "faubourg", "parc",
        "residence", "square", "lotissement", "lieudit", "dit", "hameau", "voie", "villa", "immeuble", "batiment",
        "tour",
    )
)  # fmt: skip
_CODE: Final = 5
"""Digits of a postal code."""

_PUBLIC: Final = ("1", "2")
"""What the SIREN of a public body begins with: the State's, and that of the others."""


def is_bill(seen: Seen) -> bool:
    """Whether the document is a bill in its own right: no credit note, no claim on the budget of justice or taxes."""
    return not seen.is_credit_note and seen.cadre not in (Cadre.A3, Cadre.A21)


def is_trade(seen: Seen) -> bool:
    """Whether a bill is a firm's: the law of trade does not bind public bodies that bill each other."""
    return is_bill(seen) and not str(seen.found("siret_fournisseur") or "").startswith(_PUBLIC)


def awaits_payment(seen: Seen) -> bool:
    """Whether a firm's bill is still to be paid."""
    return is_trade(seen) and seen.cadre is not Cadre.A2 and paid(seen) is None


def is_reformed(seen: Seen) -> bool:
    """Whether a firm's bill bears a date at which the mentions of 2026 are owed, by the largest firms at least."""
    day = seen.found("date_facture")
    return isinstance(day, date) and day >= REFORM and is_trade(seen)


def says_word(seen: Seen, wanted: Iterable[str]) -> bool:
    """Whether a page in scope says one of these whole words, each folded and with a space at both ends."""
    return any(each in page.text for page in seen.prose for each in wanted)


def is_registered(seen: Seen) -> bool:
    """Whether the pages print a number or a register of French firms."""
    return any(each in (seen.letters or "") for each in _REGISTERED)


def postal_codes(seen: Seen) -> int:
    """Return how many runs of five digits the pages print that may be postal codes: the tail of a SIRET is none."""
    count = 0
    for page in seen.prose:
        printed = page.text.split()
        for at, word in enumerate(printed):
            if len(word) == _CODE and word.isdigit() and not word.startswith("00"):
                count += not all(map(_is_group, printed[max(at - 2, 0) : at])) or at < 2
    return count


def _is_group(word: str) -> bool:
    """Whether a word is three digits, as a SIREN is printed in."""
    return len(word) == 3 and word.isdigit()


def streets(seen: Seen) -> int:
    """Return how many words the pages print that stand in addresses, without a number being asked for."""
    return sum(word in _STREETS for page in seen.prose for word in page.text.split())


_PAID_ON: Final = ("payée le", "réglée le", "acquittée le", "payé le", "réglé le", "acquitté le")
_PAID: Final = (
    "facture acquittée", "facture déjà payée", "facture déjà réglée", "facture intégralement payée",
    "facture intégralement réglée", "facture entièrement payée", "facture entièrement réglée",
)  # fmt: skip
_OF_ANOTHER: Final = frozenset(
    (
        "acompte", "acomptes", "avance", "provision", "provisions", "precedente", "precedent", "derniere", "dernier",
        "anterieure", "anterieur",
    )
)  # fmt: skip
"""Words that speak of another payment than that of the whole bill, if they stand shortly before."""

_NEAR: Final = 12
_NOT_PAID: Final = frozenset(
    (
        "non", "pas", "sera", "seront", "etre", "tva", "taxe", "taxes", "somme", "partie", "remboursement",
        "subvention", "salaire", "salaires", "si",
    )
)  # fmt: skip
"""Words that speak of a payment to come, or of what is no bill, if they stand just before."""

_JUST: Final = 3
_NO_TITLE: Final = frozenset(
    ("de", "d", "du", "la", "une", "toute", "chaque", "aucune", "sur", "non", "votre", "notre", "cette", "ou", "si")
)


def paid(seen: Seen) -> Passage | None:
    """Return where the pages say that the bill is paid, all of it; None where they do not."""
    if not any("paye" in page.text or "regle" in page.text or "acquitte" in page.text for page in seen.prose):
        return None
    due, gross = seen.found("montant_a_payer"), seen.found("montant_ttc")
    if isinstance(due, Decimal) and due and due != gross:
        return None
    for page in seen.prose:
        for phrase in _PAID_ON:
            passage = page.find(phrase, _is_of_this_bill)
            if passage is not None:
                return passage
        for phrase in _PAID:
            passage = page.find(phrase, _is_title)
            if passage is not None:
                return passage
    return None


def _is_of_this_bill(before: str, after: str) -> bool:
    words_before = before.split()[-_NEAR:]
    if not after.lstrip()[:1].isdigit() or not _OF_ANOTHER.isdisjoint(words_before):
        return False
    return _NOT_PAID.isdisjoint(words_before[-_JUST:])


def _is_title(before: str, _: str) -> bool:
    return _NO_TITLE.isdisjoint(before.split()[-1:])
