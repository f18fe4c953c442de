"""MEN18: an address of delivery is announced, and none is printed."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.unsaid import words
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.mentions import is_all_in_scope, is_reformed, postal_codes
from chorus_ocr.rules.sources import REFORM_MENTIONS

_HEADINGS = ("adresse de livraison", "lieu de livraison", "expédier à", "livrer à")
_HEADINGS_LETTERS = words(*_HEADINGS)
_OF_PARTIES = 2
"""Addresses that every invoice has: the supplier's and the client's."""


@check(
    code="MEN18",
    slug="adresse-de-livraison",
    severity=Severity.INFO,
    title=Text("Adresse de livraison annoncée et vide", "Address of delivery announced and empty"),
    rationale=Text(
        "Parmi les mentions de 2026 : l'adresse de livraison des biens, quand elle n'est pas celle du client."
        " La page l'annonce, et n'imprime pas plus de deux adresses.",
        "One of the mentions of 2026: the address that goods are delivered to, where it is not the client's. "
        "The page announces it, and prints no more than two addresses.",
    ),
    source=REFORM_MENTIONS,
    firmness=Firmness.MEDIUM,
    since="0.1.0",
    example=Example(
        fails=Text("« Adresse de livraison : », et rien après.", "« Adresse de livraison : », and nothing after."),
        passes=printed("Adresse de livraison : 3 rue du Lavoir, 18910 Courceron"),
    ),
    needs=[Need.PAGE],
    messages={
        "empty": Text(
            "« {word} » n'est suivi d'aucune adresse : deux au plus sont imprimées, celles des parties.",
            "« {word} » is followed by no address: two at most are printed, those of the parties.",
        ),
    },
    hints={
        "empty": Text(
            "Imprimer l'adresse de livraison si elle n'est pas celle du client ; sinon ôter l'intitulé.",
            "Print the address of delivery where it is not the client's; else take the heading out.",
        ),
    },
)
def adresse_de_livraison(seen: Seen) -> Iterator[Message]:
    """An address of delivery is announced, and none is printed."""
    if (
        not is_reformed(seen)
        or not is_all_in_scope(seen)
        or not seen.lacks(())
        or seen.lacks(_HEADINGS_LETTERS)
        or len(list(postal_codes(seen))) > _OF_PARTIES
    ):
        return
    passage = seen.says(*_HEADINGS)
    if passage is not None:
        yield Message(key="empty", arguments={"word": passage.raw}, page=passage.page, box=passage.box)
