"""MEN16: building works are billed, and no insurance is named."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.unsaid import words
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.mentions import is_trade, says_word

_INSURED = words("assur", "décennale", "garant", "police n", "honoraires", "maîtrise d'œuvre", "maîtrise d'oeuvre")
"""Words that name an insurance, and those of architects, whose own insurance is no mention of works."""

_WORKS = (
    "travaux de bâtiment", "travaux de maçonnerie", "travaux de gros œuvre", "travaux de charpente",
    "travaux de couverture", "travaux de toiture", "travaux d'étanchéité", "travaux de plomberie",
    "travaux d'électricité", "travaux de menuiserie", "travaux d'isolation", "travaux de plâtrerie",
    "travaux de carrelage", "travaux de rénovation", "travaux de chauffage", "travaux de ravalement",
    "travaux de réhabilitation", "travaux de construction", "réfection de toiture", "réfection de la toiture",
    "réfection de couverture", "ravalement de façade", "ravalement de façades",
)  # fmt: skip
_OF_WORKS = (" travaux ", " refection ", " ravalement ")
"""A word of these opens each of the phrases."""


@check(
    code="MEN16",
    slug="assurance-decennale",
    severity=Severity.INFO,
    title=Text("Assurance décennale non dite", "No ten-year building insurance named"),
    rationale=Text(
        "Pour des travaux de bâtiment soumis à l'assurance décennale, l'attestation est jointe aux devis et "
        "aux factures ; l'artisan imprime l'assureur et la couverture. Les ouvrages de voirie et de réseaux "
        "n'y sont pas tenus.",
        "For building works under the ten-year liability insurance, the certificate goes with quotes and "
        "invoices; a craftsman prints the insurer and the cover. Roads and networks are exempt.",
    ),
    source="Code des assurances, art. L243-2",
    firmness=Firmness.MEDIUM,
    since="0.1.0",
    example=Example(
        fails=printed("Travaux de couverture, école maternelle"),
        passes=printed("Assurance décennale : Mutuelle du Bocage, contrat 12345, France métropolitaine"),
    ),
    needs=[Need.PAGE],
    messages={
        "absent": Text(
            "La facture porte sur « {works} », et aucune assurance n'est nommée.",
            "The invoice is for « {works} », and no insurance is named.",
        ),
    },
    hints={
        "absent": Text(
            "Si les travaux y sont soumis, imprimer « Assurance décennale : », puis l'assureur, le contrat et la "
            "couverture géographique, et joindre l'attestation.",
            "If the works are subject to it, print « Assurance décennale : », then the insurer, the contract and "
            "the area covered, and attach the certificate.",
        ),
    },
)
def assurance_decennale(seen: Seen) -> Iterator[Message]:
    """Building works are billed, and no insurance is named."""
    if not says_word(seen, _OF_WORKS) or not is_trade(seen) or not seen.lacks(_INSURED):
        return
    passage = seen.says(*_WORKS)
    if passage is not None:
        yield Message(key="absent", arguments={"works": passage.raw}, page=passage.page, box=passage.box)
