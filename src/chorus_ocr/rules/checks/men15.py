"""MEN15: no number of the client is printed."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.recognition.candidate import Status
from chorus_ocr.rules.mentions import is_reformed


def _names_a_siren(seen: Seen, supplier: str) -> bool:
    """Whether a SIREN is announced that is not the supplier's."""
    letters = seen.letters or ""
    return letters.count("siren") > letters.count(f"siren{supplier}")


@check(
    code="MEN15",
    slug="siren-du-client",
    severity=Severity.INFO,
    title=Text("Aucun numéro du client", "No number of the client"),
    rationale=Text(
        "Parmi les mentions de 2026 : le SIREN du client, que son SIRET contient. Une facture à une personne "
        "publique portait déjà les deux numéros d'identité.",
        "One of the mentions of 2026: the client's SIREN, which its SIRET holds. An invoice to a public body "
        "bore both identity numbers already.",
    ),
    source="Décret n° 2022-1299 du 7 octobre 2022 ; code de la commande publique, art. D2192-2, dernier alinéa",
    firmness=Firmness.MEDIUM,
    since="0.1.0",
    example=Example(
        fails=Text(
            "Une facture d'octobre 2026 qui ne porte de numéro que celui du fournisseur.",
            "An invoice of October 2026 that bears no number but the supplier's.",
        ),
        passes=printed("SIRET client : 110 002 011 00044"),
    ),
    needs=[Need.PAGE],
    messages={
        "absent": Text(
            "Ni SIREN, ni SIRET, ni numéro de TVA du client n'est imprimé.",
            "Neither a SIREN, a SIRET nor a VAT number of the client is printed.",
        ),
    },
    hints={
        "absent": Text(
            "Imprimer « SIRET client : », un espace, puis les 14 chiffres donnés par le client : les neuf "
            "premiers sont son SIREN.",
            "Print « SIRET client : », a space, then the 14 digits that the client gave: the first nine are its SIREN.",
        ),
    },
)
def siren_du_client(seen: Seen) -> Iterator[Message]:
    """No number of the client is printed."""
    supplier = str(seen.found("siret_fournisseur") or "")[:9]
    decision = seen.decision("siret_destinataire")
    if not supplier or decision.status is not Status.ABSENT or not is_reformed(seen) or not seen.lacks(()):
        return
    if seen.rules and "siret_destinataire" not in seen.rules:
        return
    numbers = {str(candidate.value)[:9] for candidate in decision.candidates}
    if seen.decision("tva_destinataire").candidates or _names_a_siren(seen, supplier):
        return
    if numbers <= {supplier}:
        yield Message(key="absent", field="siret_destinataire")
