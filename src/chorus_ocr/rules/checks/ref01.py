"""REF01: the State is invoiced without an engagement number."""

from collections.abc import Iterator

from chorus_ocr.compliance.asked import BLANK, LACKING_HINTS, Asker, engagement_lacking
from chorus_ocr.compliance.blank import blank_messages
from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import AIFE_ENTRY


@check(
    code="REF01",
    slug="etat-sans-engagement",
    severity=Severity.BLOCKING,
    title=Text("État destinataire sans numéro d'engagement", "The State is invoiced without an engagement number"),
    rationale=Text(
        "Une facture à l'État nomme l'engagement sur lequel elle est payée, que les fournisseurs connaissent "
        "comme numéro du bon de commande.",
        "An invoice to the State names the engagement that it is paid against, which suppliers know as the number"
        " of the order.",
    ),
    source=AIFE_ENTRY,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text(
            "« SIRET client : 110 002 011 00044 » et aucun engagement.",
            "« SIRET client : 110 002 011 00044 » and no engagement.",
        ),
        passes=printed("Engagement : 26D000417"),
    ),
    messages={
        **blank_messages(
            Text(
                "Le destinataire est l'État, et aucun numéro d'engagement n'est annoncé sur les pages lues.",
                "The recipient is the State, and no engagement number is announced on the pages read.",
            ),
            *BLANK,
        ),
        "rivals": Text(
            "Le destinataire est l'État, et plusieurs engagements différents sont annoncés ({numbers}) : le champ "
            "reste vide.",
            "The recipient is the State, and several different engagements are announced ({numbers}): the field stays "
            "blank.",
        ),
    },
    hints=LACKING_HINTS,
)
def etat_sans_engagement(seen: Seen) -> Iterator[Message]:
    """The recipient is the State, and no engagement number can be filled in."""
    message = engagement_lacking(seen, Asker.STATE)
    if message is not None:
        yield message
