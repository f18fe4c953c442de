"""MEN13: nothing tells the category of the operation."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.unsaid import words
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.mentions import is_reformed
from chorus_ocr.rules.sources import REFORM_MENTIONS

_CATEGORY = words(
    "livraison de bien", "livraisons de bien", "prestation de service", "prestations de service", "mixte",
    "nature de l'opération", "nature des opérations", "catégorie d", "type d'opération", "biens et services",
    "biens et de services", "livraison intracommunautaire", "goods and services",
)  # fmt: skip


@check(
    code="MEN13",
    slug="nature-de-l-operation",
    severity=Severity.INFO,
    title=Text("Catégorie de l'opération absente", "No category of the operation"),
    rationale=Text(
        "Parmi les mentions de 2026 : la facture dit si elle porte sur des livraisons de biens, des "
        "prestations de services, ou les deux. Due par les grandes entreprises et les entreprises de taille "
        "intermédiaire depuis le 1er septembre 2026, par les autres un an plus tard ; les sources ne "
        "s'accordent pas tout à fait sur ces dates.",
        "One of the mentions of 2026: an invoice tells whether it is for deliveries of goods, for services, "
        "or for both. Owed by large and middle-sized firms since 1 September 2026, by the others a year "
        "later; sources do not quite agree on these dates.",
    ),
    source=REFORM_MENTIONS,
    firmness=Firmness.MEDIUM,
    since="0.1.0",
    example=Example(
        fails=Text(
            "Une facture d'octobre 2026 qui ne dit pas la catégorie de l'opération.",
            "An invoice of October 2026 that does not tell the category of the operation.",
        ),
        passes=printed("Catégorie de l'opération : prestation de services"),
    ),
    needs=[Need.PAGE],
    messages={
        "absent": Text(
            "Rien ne dit si l'opération est une livraison de biens, une prestation de services, ou les deux.",
            "Nothing tells whether the operation is a delivery of goods, a service, or both.",
        ),
    },
    hints={
        "absent": Text(
            "Imprimer « Catégorie de l'opération : », puis « livraison de biens », « prestation de services » ou "
            "« mixte ».",
            "Print « Catégorie de l'opération : », then « livraison de biens », « prestation de services » or « "
            "mixte ».",
        ),
    },
)
def nature_de_l_operation(seen: Seen) -> Iterator[Message]:
    """Nothing printed tells the category of the operation."""
    if is_reformed(seen) and seen.lacks(_CATEGORY):
        yield Message(key="absent")
