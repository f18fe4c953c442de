"""MNT13: a code of currency that is none."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.currency_print import printed_codes
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.values.iso4217 import CODES


@check(
    code="MNT13",
    slug="devise-inconnue",
    severity=Severity.WARNING,
    title=Text("Code de devise inconnu", "Unknown currency code"),
    rationale=Text(
        "La devise du formulaire est un code ISO 4217 de trois lettres. Un autre code n'est celui de rien.",
        "The currency of the form is an ISO 4217 code of three letters. Any other code is that of nothing.",
    ),
    source="ISO 4217; API de Chorus Pro, « deposer/pdf », § codeDeviseFacture",
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(fails=printed("Devise : ERU"), passes=printed("Devise : EUR")),
    messages={
        "unknown": Text(
            "« {code} » n'est le code ISO d'aucune devise.",
            "« {code} » is the ISO code of no currency.",
        )
    },
    hints={
        "unknown": Text(
            "Imprimer « EUR » pour des euros, « XPF » pour des francs CFP.",
            "Print « EUR » for euros, « XPF » for CFP francs.",
        )
    },
)
def devise_inconnue(seen: Seen) -> Iterator[Message]:
    """The currency is a code that ISO 4217 does not list."""
    value = seen.found("devise")
    if value is not None and str(value) not in CODES:
        yield Message.about("unknown", "devise", seen, code=str(value))
    for code in printed_codes(seen):
        if code.code not in CODES:
            yield Message(key="unknown", field="devise", page=code.page, box=code.box, arguments={"code": code.code})
            return
