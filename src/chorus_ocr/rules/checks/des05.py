"""DES05: two SIRETs are announced as the recipient's."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import AIFE_SHEET
from chorus_ocr.values.siret import Siret, format_siret


@check(
    code="DES05",
    slug="siret-destinataire-ambigu",
    severity=Severity.BLOCKING,
    title=Text("SIRET du destinataire ambigu", "Ambiguous SIRET of the recipient"),
    rationale=Text(
        "Une facture a un seul destinataire. Si plusieurs SIRET sont annoncés comme le sien à droit égal, le "
        "champ reste vide : le mauvais enverrait la facture au mauvais bureau.",
        "An invoice has one recipient. Where several SIRETs are announced as its own with an equal right, the "
        "field is left blank: the wrong one would send the invoice to the wrong desk.",
    ),
    source=AIFE_SHEET,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text(
            "Deux lignes « SIRET client : … » de SIRET différents.",
            "Two lines « SIRET client : … » with different SIRETs.",
        ),
        passes=printed("SIRET client : 110 002 011 00044"),
    ),
    messages={
        "rivals": Text(
            "Plusieurs SIRET sont annoncés comme celui du destinataire : {sirets}.",
            "Several SIRETs are announced as the recipient's: {sirets}.",
        )
    },
    hints={
        "rivals": Text(
            "N'annoncer par « SIRET client » que celui de la structure facturée.",
            "Let « SIRET client » announce none but that of the body invoiced.",
        )
    },
)
def siret_destinataire_ambigu(seen: Seen) -> Iterator[Message]:
    """Several different SIRETs are announced as the recipient's, none better than the others."""
    rivals = seen.rivals("siret_destinataire")
    if rivals:
        sirets = ", ".join(dict.fromkeys(format_siret(Siret(str(rival.value))) for rival in rivals))
        yield Message.at("rivals", rivals[0], "siret_destinataire", sirets=sirets)
