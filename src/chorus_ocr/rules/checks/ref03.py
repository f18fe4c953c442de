"""REF03: the recipient asks for an engagement number or a service code, and the form would have neither."""

from collections.abc import Iterator

from chorus_ocr.compliance.asked import BLANK, Asker, engagement_lacking
from chorus_ocr.compliance.blank import blank_hints, blank_messages
from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import API_STRUCTURE


@check(
    code="REF03",
    slug="engagement-ou-service-obligatoire",
    severity=Severity.BLOCKING,
    title=Text("Engagement ou code service obligatoire", "Engagement number or service code compulsory"),
    rationale=Text(
        "Un organisme public peut exiger l'un des deux, au choix du fournisseur : son paramètre "
        "« gestionNumeroEJOuCodeService » le dit. Sans l'un ni l'autre, le portail refuse la facture.",
        "A public body may ask for one of the two, whichever the supplier has: its parameter "
        "« gestionNumeroEJOuCodeService » says so. The portal refuses an invoice that has neither.",
    ),
    source=API_STRUCTURE,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text(
            "Une structure dont « gestionNumeroEJOuCodeService » est vrai ; ni engagement, ni code service.",
            "A body whose « gestionNumeroEJOuCodeService » is true; neither an engagement nor a service code.",
        ),
        passes=Text(
            "« Engagement : 26D000417 », ou « Code service : TECHNIQUE ».",
            "One of « Engagement : 26D000417 » and « Code service : TECHNIQUE ».",
        ),
    ),
    needs=[Need.DIRECTORY],
    messages={
        **blank_messages(
            Text(
                "D'après l'annuaire, le destinataire exige un numéro d'engagement ou un code service : le formulaire "
                "n'aurait ni l'un ni l'autre.",
                "By the directory, the recipient asks for an engagement number or a service code: the form would have "
                "neither.",
            ),
            *BLANK,
        ),
        "rivals": Text(
            "D'après l'annuaire, le destinataire exige un numéro d'engagement ou un code service ; plusieurs "
            "engagements sont annoncés ({numbers}), et le formulaire n'aurait ni l'un ni l'autre.",
            "By the directory, the recipient asks for an engagement number or a service code; several engagements are "
            "announced ({numbers}), and the form would have neither.",
        ),
    },
    hints={
        **blank_hints(
            Text(
                "Imprimer « Engagement : », un espace, puis le numéro du bon de commande ; ou « Code service : », un "
                "espace, puis le code donné par le client.",
                "Print « Engagement : », a space, then the number of the order; or « Code service : », a space, then "
                "the code that the client gave.",
            ),
            *BLANK,
        ),
        "rivals": Text(
            "N'imprimer qu'un numéro d'engagement par facture, ou imprimer aussi « Code service : » et le code.",
            "Print one engagement number an invoice, or print « Code service : » and the code besides.",
        ),
    },
)
def engagement_ou_service_obligatoire(seen: Seen) -> Iterator[Message]:
    """The recipient, by the directory, asks for an engagement or a service, and neither can be filled in."""
    message = engagement_lacking(seen, Asker.EITHER)
    if message is not None:
        yield message
