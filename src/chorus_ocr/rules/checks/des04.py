"""DES04: no word of the recipient's announces its SIRET, only its place on the page tells whose it is."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.recipient import announcement, is_word_of_both
from chorus_ocr.rules.sources import AIFE_SHEET
from chorus_ocr.values.siret import Siret, format_siret


@check(
    code="DES04",
    slug="siret-destinataire-sans-mot-cle",
    severity=Severity.WARNING,
    title=Text("SIRET du destinataire sans mot-clé à lui", "SIRET of the recipient without a keyword of its own"),
    rationale=Text(
        "Dans le bloc du client, « SIRET » suffit à une personne. L'AIFE demande un mot qui annonce le destinataire ; "
        "rien ne dit que le portail tienne compte de la place.",
        "In the client's block « SIRET » is enough for a person. AIFE asks for a word that announces the recipient; "
        "nothing says that the portal looks at the place.",
    ),
    source=AIFE_SHEET,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text(
            "« SIRET : 110 002 011 00044 » sous l'adresse du client.",
            "« SIRET : 110 002 011 00044 » under the client's address.",
        ),
        passes=printed("SIRET client : 110 002 011 00044"),
    ),
    needs=[Need.PAGE],
    messages={
        "place": Text(
            "« {keyword} » ne dit pas à qui est le SIRET {siret} : seul ce qui l'entoure le donne au destinataire.",
            "« {keyword} » does not say whose the SIRET {siret} is: only what stands around it gives it to the "
            "recipient.",
        )
    },
    hints={"place": Text("Imprimer « {print_text} ».", "Print « {print_text} ».")},
)
def siret_destinataire_sans_mot_cle(seen: Seen) -> Iterator[Message]:
    """The recipient's SIRET is found by its place, behind a word that may announce either party's."""
    choice = announcement(seen)
    if choice is not None and is_word_of_both(seen, choice.keyword):
        siret = format_siret(Siret(str(choice.value)))
        print_text = f"SIRET client : {siret}"
        yield Message.at(
            "place", choice, "siret_destinataire", print_text=print_text, keyword=choice.keyword, siret=siret
        )
