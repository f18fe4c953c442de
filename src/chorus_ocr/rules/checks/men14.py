"""MEN14: VAT on debits is told in other words than those of the law."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.unsaid import words
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.mentions import is_reformed
from chorus_ocr.rules.sources import REFORM_MENTIONS
from chorus_ocr.values.portal import TypeTva

_MENTION = "Option pour le paiement de la taxe d'après les débits"
_OPTION = words("option pour", "opté pour", "option TVA", "option débits", "option sur les débits", "option d'après")


@check(
    code="MEN14",
    slug="option-debits",
    severity=Severity.INFO,
    title=Text("Option pour les débits dite en d'autres mots", "Option for VAT on debits told in other words"),
    rationale=Text(
        "Parmi les mentions de 2026 : qui a opté pour le paiement de la TVA d'après les débits l'imprime dans"
        " ces mots.",
        "One of the mentions of 2026: who has opted to pay VAT on debits prints it in these words.",
    ),
    source=REFORM_MENTIONS,
    firmness=Firmness.MEDIUM,
    since="0.1.0",
    example=Example(
        fails=printed("TVA sur les débits"), passes=printed("Option pour le paiement de la taxe d'après les débits")
    ),
    needs=[Need.PAGE],
    messages={
        "words": Text(
            "La TVA sur les débits est annoncée par « {word} » : la mention voulue est une autre.",
            "VAT on debits is told by « {word} »: the mention wanted is another.",
        ),
    },
    hints={
        "words": Text("Imprimer « {print_text} ».", "Print « {print_text} »."),
    },
)
def option_debits(seen: Seen) -> Iterator[Message]:
    """VAT on debits is told in other words than those of the law."""
    choice = seen.decision("type_tva").choice
    if choice is None or choice.value is not TypeTva.TVA_SUR_DEBIT or not is_reformed(seen):
        return
    if seen.lacks(_OPTION):
        yield Message.at("words", choice, "type_tva", print_text=_MENTION, word=choice.raw)
