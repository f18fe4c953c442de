"""DOC20: a datum, or a page, is not printed from left to right."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.legibility import label
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import AIFE_READABLE


@check(
    code="DOC20",
    slug="texte-tourne",
    severity=Severity.WARNING,
    title=Text("Texte tourné", "Turned text"),
    rationale=Text(
        "L'AIFE recommande d'éviter les effets. Un texte imprimé de côté se lit lettre à lettre, ou pas du tout.",
        "AIFE recommends to avoid effects. Text that is printed sideways is read letter by letter, or not at all.",
    ),
    source=AIFE_READABLE,
    firmness=Firmness.MEDIUM,
    since="0.1.0",
    example=Example(
        fails=Text(
            "L'engagement imprimé de bas en haut dans la marge.", "The engagement printed upwards in the margin."
        ),
        passes=Text("L'engagement imprimé de gauche à droite.", "The engagement printed from left to right."),
    ),
    needs=[Need.PAGE],
    messages={
        "datum": Text(
            "« {raw} » ({label}) est tourné de {angle}°.",
            "« {raw} » ({label}) is turned by {angle}°.",
        ),
        "page": Text(
            "Le texte de la page {page} est tourné de {angle}° : la page se lit de côté.",
            "The text of page {page} is turned by {angle}°: the page is read sideways.",
        ),
    },
    hints={
        "datum": Text("L'imprimer de gauche à droite.", "Print it from left to right."),
        "page": Text(
            "Tourner la page elle-même, pas le texte : à l'écran, elle doit s'afficher à l'endroit.",
            "Turn the page itself and not the text: on a screen it has to be shown upright.",
        ),
    },
)
def texte_tourne(seen: Seen) -> Iterator[Message]:
    """A datum, or a page, is not printed from left to right."""
    if not any(any(page.words.angle) for page in seen.document.pages):
        return
    sideways: set[int] = set()
    for datum in seen.data:
        page, words = datum.page, datum.page.words
        angle = next((words.angle[row] for row in datum.rows if words.angle[row]), 0)
        if not angle or page.number in sideways:
            continue
        if 2 * words.angle.count(angle) > len(words):
            sideways.add(page.number)
            yield Message(key="page", arguments={"page": page.number, "angle": angle}, page=page.number)
        else:
            raw, told = datum.candidate.raw, label(seen, datum.name)
            yield Message.at("datum", datum.candidate, datum.name, raw=raw, label=told, angle=angle)
