"""FOU08: the supplier is known by a TAHITI number, of French Polynesia."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.no_siret import tahitis
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import API_IDENTIFIERS


@check(
    code="FOU08",
    slug="identifiant-tahiti",
    severity=Severity.INFO,
    title=Text("Fournisseur identifié par un numéro TAHITI", "Supplier identified by a TAHITI number"),
    rationale=Text(
        "Une entreprise de Polynésie française a un numéro TAHITI et pas de SIRET. Le portail en connaît par ce "
        "numéro : le champ SIRET reste vide à bon droit.",
        "A firm of French Polynesia has a TAHITI number and no SIRET. The portal knows some by that number: the SIRET "
        "field is rightly left blank.",
    ),
    source=API_IDENTIFIERS,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=printed("N° TAHITI : C41287"),
        passes=printed("SIRET fournisseur : 732 829 320 00074"),
    ),
    needs=[Need.PAGE],
    messages={
        "tahiti": Text(
            "La facture porte un numéro TAHITI, de Polynésie française ({numbers}), et aucun SIRET de fournisseur : "
            "le champ reste vide.",
            "The invoice prints a TAHITI number, of French Polynesia ({numbers}), and no SIRET of a supplier: the "
            "field stays blank.",
        )
    },
    hints={
        "tahiti": Text(
            "Au dépôt, choisir la structure du fournisseur par son numéro TAHITI.",
            "When depositing, choose the supplier's structure by its TAHITI number.",
        )
    },
)
def identifiant_tahiti(seen: Seen) -> Iterator[Message]:
    """A TAHITI number is printed, and no SIRET of a supplier."""
    found = tahitis(seen)
    if found:
        numbers = ", ".join(each.value for each in found)
        first = found[0]
        yield Message(
            key="tahiti", field="siret_fournisseur", page=first.page, box=first.box, arguments={"numbers": numbers}
        )
