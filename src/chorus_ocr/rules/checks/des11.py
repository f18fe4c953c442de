"""DES11: the service code is the one that public bodies keep for each other."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import AIFE_ENTRY

BETWEEN_BODIES = "FACTURES_PUBLIQUES"
_PUBLIC = ("1", "2")
"""INSEE keeps the SIRENs that open with these for public bodies."""


@check(
    code="DES11",
    slug="factures-publiques",
    severity=Severity.INFO,
    title=Text("Service réservé aux factures entre structures publiques", "Service kept for invoices between bodies"),
    rationale=Text(
        "Le service FACTURES_PUBLIQUES reçoit les factures qu'une structure publique adresse à une autre. Celle d'un "
        "fournisseur privé y est rejetée.",
        "The service FACTURES_PUBLIQUES receives what one public body invoices to another. The invoice of a private "
        "supplier is refused there.",
    ),
    source=AIFE_ENTRY,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(fails=printed("Code service : FACTURES_PUBLIQUES"), passes=printed("Code service : TECHNIQUE")),
    messages={
        "reserved": Text(
            "Le service « {service} » est réservé aux factures entre structures publiques.",
            "The service « {service} » is kept for invoices between public bodies.",
        )
    },
    hints={
        "reserved": Text(
            "Fournisseur privé : imprimer le code service que donne le bon de commande.",
            "A private supplier prints the service code that the order gives.",
        )
    },
)
def factures_publiques(seen: Seen) -> Iterator[Message]:
    """A supplier that is no public body invoices the service that these keep for each other."""
    service = str(seen.found("code_service") or "")
    if service.upper().replace(" ", "_") != BETWEEN_BODIES:
        return
    if not str(seen.found("siret_fournisseur") or "").startswith(_PUBLIC):
        yield Message.about("reserved", "code_service", seen, service=service)
