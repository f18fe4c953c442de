"""REF13: the service that is invoiced asks for an engagement number, and none fills the form."""

from collections.abc import Iterator

from chorus_ocr.compliance.asked import BLANK, LACKING_HINTS, Asker, engagement_lacking
from chorus_ocr.compliance.blank import blank_messages
from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import API_SERVICE


@check(
    code="REF13",
    slug="engagement-exige-par-le-service",
    severity=Severity.BLOCKING,
    title=Text("Engagement exigé par le service", "Engagement number asked for by the service"),
    rationale=Text(
        "Un service peut exiger un numéro d'engagement même là où son organisme n'en demande pas : son paramètre "
        "« numeroEngagement » le dit, et le portail refuse les factures qui n'en ont pas.",
        "A service may ask for an engagement number even where its body does not: its parameter « numeroEngagement » "
        "says so, and the portal refuses invoices without one.",
    ),
    source=API_SERVICE,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text(
            "« Code service : TECHNIQUE », un service dont « numeroEngagement » est vrai, et aucun engagement.",
            "« Code service : TECHNIQUE », a service whose « numeroEngagement » is true, and no engagement.",
        ),
        passes=printed("Engagement : 26D000417"),
    ),
    needs=[Need.DIRECTORY],
    messages={
        **blank_messages(
            Text(
                "D'après l'annuaire, le service facturé exige un numéro d'engagement, et aucun n'est annoncé.",
                "By the directory, the service invoiced asks for an engagement number, and none is announced.",
            ),
            *BLANK,
        ),
        "rivals": Text(
            "D'après l'annuaire, le service facturé exige un numéro d'engagement ; plusieurs sont annoncés "
            "({numbers}), et le champ reste vide.",
            "By the directory, the service invoiced asks for an engagement number; several are announced ({numbers}), "
            "and the field stays blank.",
        ),
    },
    hints=LACKING_HINTS,
)
def engagement_exige_par_le_service(seen: Seen) -> Iterator[Message]:
    """The service that the invoice names asks, by the directory, for an engagement, and none can be filled in."""
    message = engagement_lacking(seen, Asker.SERVICE)
    if message is not None:
        yield message
