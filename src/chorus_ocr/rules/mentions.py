"""What the checks of legal mentions share: whom a mention is asked of, and how a page words some of them."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import chain
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

_ITEM_HEADERS: Final = (
    " designation ",
    " designations ",
    " design ",
    " libelle ",
    " description ",
    " descriptif ",
    " intitule ",
)
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
    """Whether a bill is a firm's under French law of trade and taxes.

    These do not bind public bodies that bill each other, and the Pacific has its own.
    """
    if not is_bill(seen) or seen.found("devise") == "XPF":
        return False
    return not str(seen.found("siret_fournisseur") or "").startswith(_PUBLIC)


def awaits_payment(seen: Seen) -> bool:
    """Whether a firm's bill is still to be paid."""
    return is_trade(seen) and seen.cadre is not Cadre.A2 and paid(seen) is None


def is_reformed(seen: Seen) -> bool:
    """Whether a firm's bill bears a date at which the mentions of 2026 are owed, by the largest firms at least."""
    day = seen.found("date_facture")
    return isinstance(day, date) and day >= REFORM and is_trade(seen)


def says_word(seen: Seen, wanted: tuple[str, ...]) -> bool:
    """Whether a page in scope says one of these whole words, each folded and with a space at both ends."""
    single, several = _by_length(wanted)
    return any(not single.isdisjoint(page.tokens) or any(map(page.text.__contains__, several)) for page in seen.prose)


@lru_cache(maxsize=64)
def _by_length(wanted: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """Part single words, which are looked up, from several in a row, which are searched for."""
    single = frozenset(each.strip() for each in wanted if " " not in each.strip())
    return single, tuple(each for each in wanted if each.strip() not in single)


def is_all_in_scope(seen: Seen) -> bool:
    """Whether no page lies beyond the scope: of those, the letters are known, and not what stands beside what."""
    return not seen.document.beyond_scope


def is_registered(seen: Seen) -> bool:
    """Whether the pages print a number or a register of French firms."""
    return any(each in (seen.letters or "") for each in _REGISTERED)


def has_item_header(seen: Seen) -> bool:
    """Whether a page titles the column of what is billed: without titles, columns of figures may be anything."""
    return says_word(seen, _ITEM_HEADERS)


def postal_codes(seen: Seen) -> Iterator[str]:
    """Yield the runs of five digits that the pages print and that may be postal codes: the tail of a SIRET is none."""
    for page in seen.prose:
        before, last = "", ""
        for word in page.text.split():
            is_code = len(word) == _CODE and word.isdigit() and not word.startswith("00")
            if is_code and not (_is_group(before) and _is_group(last)):
                yield word
            before, last = last, word


def _is_group(word: str) -> bool:
    """Whether a word is three digits, as a SIREN is printed in."""
    return len(word) == 3 and word.isdigit()


def streets(seen: Seen) -> Iterator[str]:
    """Yield the words that the pages print and that stand in addresses."""
    pages = (page for page in seen.prose if not _STREETS.isdisjoint(page.tokens))
    return chain.from_iterable(filter(_STREETS.__contains__, page.text.split()) for page in pages)


_PAID_ON: Final = (" payee le ", " reglee le ", " acquittee le ", " paye le ", " regle le ", " acquitte le ")
_PAID: Final = (
    " facture acquittee ", " facture deja payee ", " facture deja reglee ", " facture integralement payee ",
    " facture integralement reglee ", " facture entierement payee ", " facture entierement reglee ",
)  # fmt: skip
_PAYING: Final = frozenset(("payee", "reglee", "acquittee", "paye", "regle", "acquitte"))
"""A word of these is in each of the phrases."""

_OF_ANOTHER: Final = frozenset(
    (
        "acompte", "acomptes", "avance", "provision", "provisions", "precedente", "precedent", "derniere", "dernier",
        "anterieure", "anterieur",
    )
)  # fmt: skip
"""Words that speak of another payment than that of the whole bill, if they stand shortly before."""

_NEAR: Final = 20
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
    if all(_PAYING.isdisjoint(page.tokens) for page in seen.prose):
        return None
    due, gross = seen.found("montant_a_payer"), seen.found("montant_ttc")
    if isinstance(due, Decimal) and due and due != gross:
        return None
    for page in seen.prose:
        for phrases, fits in ((_PAID_ON, _is_of_this_bill), (_PAID, _is_title)):
            for phrase in phrases:
                passage = page.find(phrase, fits)
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
