"""DES03: the recipient's SIRET is announced by a word that AIFE does not publish."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.recipient import announcement, is_word_of_both
from chorus_ocr.rules.sources import AIFE_SHEET
from chorus_ocr.values.siret import Siret, format_siret


@check(
    code="DES03",
    slug="siret-destinataire-mot-non-publie",
    severity=Severity.WARNING,
    title=Text(
        "SIRET du destinataire annoncé par un mot non publié", "SIRET of the recipient announced by an unpublished word"
    ),
    rationale=Text(
        "L'AIFE publie « SIRET client » et « SIRET dest » comme mots qui annoncent le destinataire. Une personne,"
        " et cette bibliothèque, en comprennent d'autres ; rien ne dit que le portail le fasse.",
        "AIFE publishes « SIRET client » and « SIRET dest » as the words that announce the recipient. A person, "
        "and this library, understand others; nothing says that the portal does.",
    ),
    source=AIFE_SHEET,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=printed("SIRET acheteur : 110 002 011 00044"),
        passes=printed("SIRET destinataire : 110 002 011 00044"),
    ),
    needs=[Need.PAGE],
    messages={
        "word": Text(
            "« {keyword} » ne fait pas partie des mots publiés par l'AIFE : le champ peut rester vide.",
            "« {keyword} » is not one of the words that AIFE publishes: the field may stay blank.",
        )
    },
    hints={"word": Text("Imprimer « {print_text} ».", "Print « {print_text} ».")},
)
def siret_destinataire_mot_non_publie(seen: Seen) -> Iterator[Message]:
    """The recipient's SIRET is found through a word of its own that AIFE does not publish."""
    choice = announcement(seen)
    if choice is None or choice.keyword is None or choice.published:
        return
    if not is_word_of_both(seen, choice.keyword):
        print_text = f"SIRET client : {format_siret(Siret(str(choice.value)))}"
        yield Message.at("word", choice, "siret_destinataire", print_text=print_text, keyword=choice.keyword)
