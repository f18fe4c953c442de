"""MEN05: nothing refers to an order, a contract or an engagement."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.unsaid import words
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.recognition.inferred import STATE_SIRET
from chorus_ocr.rules.mentions import is_bill, says_word

_REFERENCES = words(
    "commande", "engagement", "marché", "contrat", "convention", "devis", "accord-cadre", "order",
    "votre référence", "vos références", "votre réf", "vos réf", "v/réf", "v/référence", "réf. client",
    "référence client", "ordre de service", "your reference", "agreement", "lettre de", "abonnement", "police",
    "dossier", "délibération", "arrêté", "mission", "affaire", "projet",
)  # fmt: skip
"""Words that refer to what was agreed."""


@check(
    code="MEN05",
    slug="reference-de-commande",
    severity=Severity.INFO,
    title=Text("Ni commande, ni contrat, ni engagement", "Neither order nor contract nor engagement"),
    rationale=Text(
        "Une facture à une personne publique porte le numéro du bon de commande ou, à défaut, les références "
        "du contrat ou le numéro de l'engagement. À l'État, REF01 le dit ; avec un annuaire, REF02, REF03 et REF13.",
        "An invoice to a public body bears the number of the order or, failing that, the references of the "
        "contract or the number of the engagement. To the State, REF01 says so; with a directory, REF02, REF03 "
        "and REF13.",
    ),
    source="Code de la commande publique, art. D2192-2, 4° ; code de commerce, art. L441-9, I",
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text(
            "Une facture qui ne nomme ni commande, ni marché, ni engagement.",
            "An invoice that names no order, contract or engagement.",
        ),
        passes=printed("Engagement : 26D000417"),
    ),
    needs=[Need.PAGE],
    messages={
        "absent": Text(
            "Aucune référence de commande, de contrat, de marché ou d'engagement n'est imprimée.",
            "No reference of an order, a contract or an engagement is printed.",
        ),
    },
    hints={
        "absent": Text(
            "Imprimer « Commande : », un espace, puis le numéro du bon de commande ; sinon « Marché : » et les "
            "références du contrat.",
            "Print « Commande : », a space, then the number of the order; or else « Marché : » and the references"
            " of the contract.",
        ),
    },
)
def reference_de_commande(seen: Seen) -> Iterator[Message]:
    """Nothing printed refers to an order, a contract or an engagement."""
    if not is_bill(seen) or seen.found("siret_destinataire") == STATE_SIRET or seen.directory is not None:
        return
    if any(seen.decision(name).candidates for name in ("numero_engagement", "numero_marche")):
        return
    if seen.lacks(_REFERENCES) and not says_word(seen, (" ej ", " bc ", " bdc ", " po ", " os ")):
        yield Message(key="absent", field="numero_engagement")
