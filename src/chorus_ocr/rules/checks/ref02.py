"""REF02: the recipient asks for an engagement number, and none fills the form."""

from collections.abc import Iterator

from chorus_ocr.compliance.asked import BLANK, LACKING_HINTS, Asker, engagement_lacking
from chorus_ocr.compliance.blank import blank_messages
from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import API_STRUCTURE


@check(
    code="REF02",
    slug="engagement-obligatoire",
    severity=Severity.BLOCKING,
    title=Text("Numéro d'engagement obligatoire", "Engagement number compulsory"),
    rationale=Text(
        "Un organisme public peut exiger un numéro d'engagement de toutes ses factures : son paramètre "
        "« numeroEJDoitEtreRenseigne » le dit, et le portail refuse celles qui n'en ont pas.",
        "A public body may ask for an engagement number on all its invoices: its parameter "
        "« numeroEJDoitEtreRenseigne » says so, and the portal refuses those without one.",
    ),
    source=API_STRUCTURE,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text(
            "Une structure dont « numeroEJDoitEtreRenseigne » est vrai, et aucun engagement.",
            "A body whose « numeroEJDoitEtreRenseigne » is true, and no engagement.",
        ),
        passes=printed("Engagement : 26D000417"),
    ),
    needs=[Need.DIRECTORY],
    messages={
        **blank_messages(
            Text(
                "D'après l'annuaire, le destinataire exige un numéro d'engagement, et aucun n'est annoncé.",
                "By the directory, the recipient asks for an engagement number, and none is announced.",
            ),
            *BLANK,
        ),
        "rivals": Text(
            "D'après l'annuaire, le destinataire exige un numéro d'engagement ; plusieurs sont annoncés ({numbers}), "
            "et le champ reste vide.",
            "By the directory, the recipient asks for an engagement number; several are announced ({numbers}), and the "
            "field stays blank.",
        ),
    },
    hints=LACKING_HINTS,
)
def engagement_obligatoire(seen: Seen) -> Iterator[Message]:
    """The recipient, by the directory, asks for an engagement number, and none can be filled in."""
    message = engagement_lacking(seen, Asker.STRUCTURE)
    if message is not None:
        yield message
