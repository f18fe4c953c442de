"""IDE03: the invoice number holds characters that the portal does not take."""

from collections.abc import Iterator

from chorus_ocr.compliance.characters import NUMBER, SIGNS_OF_NUMBERS, others
from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import API_FIELDS


@check(
    code="IDE03",
    slug="numero-facture-caracteres",
    severity=Severity.WARNING,
    title=Text("Caractères refusés dans le numéro de facture", "Characters refused in the invoice number"),
    rationale=Text(
        "Le portail reçoit dans ce champ des lettres, des chiffres et les signes « - _ / + ». Un autre signe, ou un "
        "espace, fait rejeter le numéro ou le change.",
        "The portal takes letters, digits and the signs « - _ / + » in this field. Any other sign, or a space, makes "
        "it refuse or change the number.",
    ),
    source=API_FIELDS,
    firmness=Firmness.MEDIUM,
    since="0.1.0",
    example=Example(fails=printed("FACTURE N° FA.2026:0412"), passes=printed("FACTURE N° FA-2026-0412")),
    messages={
        "characters": Text(
            "Le numéro « {number} » contient des caractères que le portail ne prend pas : {characters}.",
            "The number « {number} » holds characters that the portal does not take: {characters}.",
        )
    },
    hints={
        "characters": Text(
            "Numéroter avec des lettres sans accent, des chiffres et « - _ / + » : « {instead} ».",
            "Number with letters without accents, digits and « - _ / + »: « {instead} ».",
        )
    },
)
def numero_facture_caracteres(seen: Seen) -> Iterator[Message]:
    """The invoice number holds something else than letters, digits and « - _ / + »."""
    number = str(seen.found("numero_facture") or "")
    found = others(number, NUMBER)
    if found:
        instead = _instead(number)
        yield Message.about("characters", "numero_facture", seen, number=number, characters=found, instead=instead)


def _instead(number: str) -> str:
    """Return a number with hyphens for what is not taken: « FA-2026-0412 » for « FA.2026 - 0412 »."""
    text = " ".join("".join(mark if mark in NUMBER else " " for mark in number).split())
    for sign in SIGNS_OF_NUMBERS:
        text = text.replace(f" {sign}", sign).replace(f"{sign} ", sign)
    return text.replace(" ", "-")
