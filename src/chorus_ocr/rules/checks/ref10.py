"""REF10: the engagement number of an invoice to the State is not made of ten digits."""

from collections.abc import Iterator

from chorus_ocr.compliance.asked import strange_characters
from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.recognition.inferred import STATE_SIRET

DIGITS = 10


@check(
    code="REF10",
    slug="engagement-de-l-etat-pas-dix-chiffres",
    severity=Severity.INFO,
    title=Text("Engagement de l'État sans dix chiffres", "Engagement of the State without ten digits"),
    rationale=Text(
        "Les engagements de l'État que l'on connaît ont dix chiffres ; aucun texte public ne l'impose. Un autre numéro "
        "est peut-être celui d'un marché ou du fournisseur.",
        "The engagements of the State that are known have ten digits; no public text demands it. Another number is "
        "perhaps that of a contract, or the supplier's own.",
    ),
    source="Aucun texte public : longueur des engagements d'un jeu d'essai du portail, limite de 10 de clients anciens",
    firmness=Firmness.LOW,
    since="0.1.0",
    example=Example(
        fails=printed("Engagement : 26D000417"),
        passes=printed("Engagement : 1500062783"),
    ),
    messages={
        "digits": Text(
            "L'engagement « {number} » n'a pas les dix chiffres des engagements de l'État que l'on connaît.",
            "The engagement « {number} » has not the ten digits of the State's engagements that are known.",
        )
    },
    hints={
        "digits": Text(
            "Vérifier sur le bon de commande que c'est bien le numéro d'engagement juridique (EJ).",
            "Check on the order that this is the number of the legal engagement (EJ).",
        )
    },
)
def engagement_de_l_etat_pas_dix_chiffres(seen: Seen) -> Iterator[Message]:
    """The engagement number of an invoice to the State is not made of ten digits."""
    number = seen.found("numero_engagement")
    if number is None or seen.found("siret_destinataire") != STATE_SIRET:
        return
    text = str(number)
    if not (len(text) == DIGITS and text.isdecimal()) and strange_characters(text) is None:  # else REF06 tells
        yield Message.about("digits", "numero_engagement", seen, number=number)
