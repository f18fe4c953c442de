"""MEN11: a company names no register of commerce."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Own, Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.unsaid import words
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.mentions import COMPANIES, is_all_in_scope, is_registered, is_trade, says_word

_REGISTERS = words(
    "RCS", "registre du commerce", "registre national", "RNE", "répertoire des métiers", "chambre des métiers",
    "greffe", "immatricul",
)  # fmt: skip


@check(
    code="MEN11",
    slug="numero-d-immatriculation",
    severity=Severity.INFO,
    title=Text("Registre du commerce absent", "No register of commerce"),
    rationale=Text(
        "Les factures d'une société portent la mention RCS, suivie de la ville du greffe, avec son numéro.",
        "The invoices of a company bear the mention RCS, then the town of its registry, with its number.",
    ),
    source="Code de commerce, art. R123-237",
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=printed("SARL au capital de 12 000 € - SIRET 612 345 678 00010"),
        passes=printed("SARL au capital de 12 000 € - RCS Bourges 612 345 678"),
    ),
    needs=[Need.PAGE],
    messages={
        "register": Text(
            "Le fournisseur est une société ({form}), et rien ne dit à quel registre elle est inscrite.",
            "The supplier is a company ({form}), and nothing tells the register that it is in.",
        ),
    },
    hints={
        "register": Text(
            "Imprimer « RCS », puis la ville du greffe et le numéro SIREN.",
            "Print « RCS », then the town of the registry and the SIREN.",
        ),
    },
)
def numero_d_immatriculation(seen: Seen) -> Iterator[Message]:
    """A company names no register of commerce."""
    if (
        not is_trade(seen)
        or not is_registered(seen)
        or not is_all_in_scope(seen)
        or not seen.lacks(_REGISTERS)
        or says_word(seen, (" rm ",))
    ):
        return
    for form in COMPANIES:
        passage = seen.says(form)
        if passage is not None:
            yield Message(
                key="register", arguments={"form": Own(form.strip().upper())}, page=passage.page, box=passage.box
            )
            return
