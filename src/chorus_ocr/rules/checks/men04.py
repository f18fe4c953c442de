"""MEN04: fewer than two addresses are printed."""

from collections.abc import Iterator
from itertools import islice

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.mentions import is_all_in_scope, is_registered, is_trade, postal_codes, streets


@check(
    code="MEN04",
    slug="adresses",
    severity=Severity.INFO,
    title=Text("Adresse absente", "No address"),
    rationale=Text(
        "Une facture porte l'adresse du fournisseur et celle du client.",
        "An invoice bears the supplier's address and the client's.",
    ),
    source="CGI, annexe II, art. 242 nonies A, I, 1° ; code de commerce, art. L441-9, I",
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text("Les deux noms, sans rue ni code postal.", "The two names, with neither street nor postal code."),
        passes=printed("1 place de la Mairie, 18910 Courceron"),
    ),
    needs=[Need.PAGE],
    messages={
        "none": Text(
            "Ni code postal ni nom de voie n'est imprimé : aucune adresse ne se reconnaît.",
            "Neither a postal code nor the name of a street is printed: no address can be made out.",
        ),
        "one": Text(
            "Une seule adresse est imprimée : il faut celle du fournisseur et celle du client.",
            "One address only is printed: the supplier's and the client's are wanted.",
        ),
    },
    hints={
        key: Text(
            "Imprimer sous chacun des deux noms la voie, le code postal et la ville.",
            "Print the street, the postal code and the town under each of the two names.",
        )
        for key in ("none", "one")
    },
)
def adresses(seen: Seen) -> Iterator[Message]:
    """Fewer than two addresses are printed."""
    if not is_trade(seen) or not is_registered(seen) or not is_all_in_scope(seen) or not seen.lacks(()):
        return
    ways = len(list(islice(streets(seen), 2)))
    if ways > 1:
        return
    codes = len(list(islice(postal_codes(seen), 2)))
    if codes == ways == 0:
        yield Message(key="none")
    elif codes <= 1:
        yield Message(key="one")
