"""IDE04: several invoice numbers are announced, and the field stays blank."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import NUMBER_MENTION


@check(
    code="IDE04",
    slug="numeros-de-facture-differents",
    severity=Severity.BLOCKING,
    title=Text("Numéros de facture différents", "Different invoice numbers"),
    rationale=Text(
        "Une facture a un seul numéro. Si plusieurs sont annoncés à droit égal et que les règles ne disent pas "
        "lequel prendre, le champ obligatoire reste vide.",
        "An invoice has one number. Where several are announced with an equal right, and the rules do not tell which "
        "one to take, the compulsory field stays blank.",
    ),
    source=NUMBER_MENTION,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text(
            "« Facture n° : FA-2026-0412 » et « Facture n° : FA-2026-0413 », sous des règles qui n'en préfèrent aucun.",
            "« Facture n° : FA-2026-0412 » and « Facture n° : FA-2026-0413 », under rules that prefer neither.",
        ),
        passes=printed("Facture n° : FA-2026-0412"),
    ),
    messages={
        "rivals": Text(
            "Plusieurs numéros de facture différents sont annoncés : {numbers}. Le champ reste vide.",
            "Several different invoice numbers are announced: {numbers}. The field stays blank.",
        )
    },
    hints={
        "rivals": Text(
            "N'annoncer par « Facture n° » que le numéro de cette facture.",
            "Let « Facture n° » announce none but the number of this invoice.",
        )
    },
)
def numeros_de_facture_differents(seen: Seen) -> Iterator[Message]:
    """Several different invoice numbers are announced with an equal right, and none is taken."""
    rivals = seen.rivals("numero_facture")
    if rivals:
        numbers = ", ".join(dict.fromkeys(str(rival.value) for rival in rivals))
        yield Message.at("rivals", rivals[0], "numero_facture", numbers=numbers)
