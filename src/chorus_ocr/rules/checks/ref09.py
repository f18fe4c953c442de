"""REF09: the engagement is announced by a word that AIFE does not publish."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import AIFE_SHEET


@check(
    code="REF09",
    slug="engagement-mot-non-publie",
    severity=Severity.WARNING,
    title=Text(
        "Numéro d'engagement annoncé par un mot non publié", "Engagement number announced by an unpublished word"
    ),
    rationale=Text(
        "L'AIFE publie « engagement », « EJ » et « commande » comme mots qui annoncent l'engagement. Une "
        "personne, et cette bibliothèque, en comprennent d'autres ; rien ne dit que le portail le fasse.",
        "AIFE publishes « engagement », « EJ » and « commande » as the words that announce the engagement. A "
        "person, and this library, understand others; nothing says that the portal does.",
    ),
    source=AIFE_SHEET,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=printed("BDC n° : BC26-0417"),
        passes=printed("Votre bon de commande n° : BC26-0417"),
    ),
    needs=[Need.PAGE],
    messages={
        "word": Text(
            "« {keyword} » ne contient aucun des mots publiés par l'AIFE (engagement, EJ, commande) : le champ peut "
            "rester vide.",
            "« {keyword} » holds none of the words that AIFE publishes (engagement, EJ, commande): the field may stay "
            "blank.",
        )
    },
    hints={"word": Text("Imprimer « {print_text} ».", "Print « {print_text} ».")},
)
def engagement_mot_non_publie(seen: Seen) -> Iterator[Message]:
    """The engagement is found through a word that AIFE does not publish."""
    choice = seen.decision("numero_engagement").choice
    if choice is not None and choice.keyword is not None and not choice.published:
        print_text = f"Commande : {choice.value}"
        yield Message.at("word", choice, "numero_engagement", print_text=print_text, keyword=choice.keyword)
