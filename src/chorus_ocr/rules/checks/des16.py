"""DES16: the recipient is a ministry by name only."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.recognition.candidate import Status
from chorus_ocr.recognition.inferred import STATE_SIRET
from chorus_ocr.rules.sources import AIFE_SHEET
from chorus_ocr.values.siret import format_siret


@check(
    code="DES16",
    slug="ministere-sans-siret",
    severity=Severity.INFO,
    title=Text("Ministère nommé sans SIRET", "Ministry named without a SIRET"),
    rationale=Text(
        "L'AIFE publie « Ministère » comme mot qui annonce le destinataire, sans dire de quoi le formulaire est "
        "alors rempli. Tous les ministères ont le même SIRET, ce qui ne laisse pas de doute.",
        "AIFE publishes « Ministère » as a word that announces the recipient, without saying what the form is "
        "then filled with. All ministries share one SIRET, which leaves no doubt.",
    ),
    source=AIFE_SHEET,
    firmness=Firmness.LOW,
    since="0.1.0",
    example=Example(
        fails=printed("Ministère de la Transition écologique"),
        passes=printed("SIRET client : 110 002 011 00044"),
    ),
    needs=[Need.PAGE],
    messages={
        "named": Text(
            "Le destinataire est un ministère d'après son nom ; aucun SIRET ne l'annonce.",
            "The recipient is a ministry by its name; no SIRET announces it.",
        )
    },
    hints={
        "named": Text(
            "Imprimer « {print_text} », le SIRET de l'État, avec le code service et le numéro d'engagement.",
            "Print « {print_text} », the State's SIRET, with the service code and the engagement number.",
        )
    },
)
def ministere_sans_siret(seen: Seen) -> Iterator[Message]:
    """The recipient's SIRET is not printed: it follows from « Ministère » at the head of the address."""
    decision = seen.decision("siret_destinataire")
    if decision.status is Status.INFERRED and decision.value == STATE_SIRET:
        print_text = f"SIRET client : {format_siret(STATE_SIRET)}"
        yield Message(key="named", field="siret_destinataire", page=1, print_text=print_text)
