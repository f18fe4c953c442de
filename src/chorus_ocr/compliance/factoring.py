"""What a mention of factoring says: that the claim is assigned, and to whom."""

from typing import Final

from chorus_ocr.recognition.folding import fold

_ASSIGNED: Final = ("subrog", "cession", "cede", "liberatoire", "quittance", "dailly", "nantissement")
_NOT_NAMES: Final = frozenset(
    {"iban", "bic", "rib", "siret", "siren", "code", "article", "art", "cgi", "dailly", "loi"}
)
_NAME_LENGTH: Final = 3


def is_assigned(text: str) -> bool:
    """Whether a text speaks of an assigned claim.

    >>> is_assigned("Subrogation : payer à l'ordre de Mistral Factor"), is_assigned("Mistral Factor")
    (True, False)
    """
    folded = fold(text)
    return any(word in folded for word in _ASSIGNED)


def names_somebody(mention: str) -> bool:
    """Whether a mention names somebody, as its capitals tell; one all in capitals is believed to.

    >>> names_somebody("Paiement libératoire à l'ordre de Mistral Factor"), names_somebody("Facture subrogée.")
    (True, False)
    """
    if mention.isupper():
        return True
    words = [word.strip(' .,;:()«»"') for word in mention.replace("'", " ").replace("’", " ").split()]
    return any(
        word[:1].isupper() and len(word) >= _NAME_LENGTH and fold(word) not in _NOT_NAMES and word.isalpha()
        for word in words[1:]
    )
