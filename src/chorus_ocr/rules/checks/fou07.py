"""FOU07: the supplier is known by a RIDET, of New Caledonia."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.no_siret import ridets
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import API_IDENTIFIERS


@check(
    code="FOU07",
    slug="identifiant-ridet",
    severity=Severity.INFO,
    title=Text("Fournisseur identifié par un RIDET", "Supplier identified by a RIDET"),
    rationale=Text(
        "Une entreprise de Nouvelle-Calédonie a un RIDET et pas de SIRET. Le portail en connaît par leur RIDET : le "
        "champ SIRET reste vide à bon droit.",
        "A firm of New Caledonia has a RIDET and no SIRET. The portal knows some by their RIDET: the SIRET field is "
        "rightly left blank.",
    ),
    source=API_IDENTIFIERS,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=printed("RIDET : 1 284 663.001"),
        passes=printed("SIRET fournisseur : 732 829 320 00074"),
    ),
    needs=[Need.PAGE],
    messages={
        "ridet": Text(
            "La facture porte un RIDET, de Nouvelle-Calédonie ({numbers}), et aucun SIRET de fournisseur : le champ "
            "reste vide.",
            "The invoice prints a RIDET, of New Caledonia ({numbers}), and no SIRET of a supplier: the field stays "
            "blank.",
        )
    },
    hints={
        "ridet": Text(
            "Au dépôt, choisir la structure du fournisseur par son RIDET.",
            "When depositing, choose the supplier's structure by its RIDET.",
        )
    },
)
def identifiant_ridet(seen: Seen) -> Iterator[Message]:
    """A RIDET is printed, and no SIRET of a supplier."""
    found = ridets(seen)
    if found:
        numbers = ", ".join(each.value for each in found)
        first = found[0]
        yield Message(
            key="ridet", field="siret_fournisseur", page=first.page, box=first.box, arguments={"numbers": numbers}
        )
