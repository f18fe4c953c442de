"""DOC15: data are printed in colour, or light on dark."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.datum import Datum
from chorus_ocr.compliance.legibility import hexadecimal, told
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.layout.visibility import background, is_dark, is_light
from chorus_ocr.reading.document import Page
from chorus_ocr.recognition.field import Relation
from chorus_ocr.rules.sources import AIFE_READABLE

COLOURED = 64
"""How far apart the channels of a colour (of 255) are at least, for a person to call it one: a dark slate is not."""


@check(
    code="DOC15",
    slug="texte-colore",
    severity=Severity.INFO,
    title=Text("Données imprimées en couleur", "Data printed in colour"),
    rationale=Text(
        "L'AIFE recommande d'éviter les couleurs et les effets, et de préférer le noir sur fond blanc.",
        "AIFE recommends to avoid colours and effects, and to prefer black on white.",
    ),
    source=AIFE_READABLE,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text("Le numéro d'engagement en bleu vif.", "The engagement number in bright blue."),
        passes=Text("Tout ce que le formulaire reprend en noir.", "All that the form takes over in black."),
    ),
    needs=[Need.PAGE],
    messages={
        "coloured": Text(
            "Imprimé dans la couleur {colour} : {labels}.",
            "Printed in the colour {colour}: {labels}.",
        ),
        "reversed": Text(
            "Imprimé en clair sur un fond {colour} : {labels}.",
            "Printed in a light colour on a ground of {colour}: {labels}.",
        ),
    },
    hints={
        key: Text(
            "Imprimer en noir sur blanc ce que le formulaire reprend ; garder la couleur pour le reste.",
            "Print in black on white what the form takes over; keep colours for the rest.",
        )
        for key in ("coloured", "reversed")
    },
)
def texte_colore(seen: Seen) -> Iterator[Message]:
    """Data are printed in a colour, or light on dark."""
    plain = {page.number for page in seen.document.pages if _is_plain(page)}
    by_colour: dict[tuple[str, int], list[Datum]] = {}
    for datum in seen.data:
        if datum.page.number in plain or datum.candidate.relation == Relation.ITSELF:
            continue  # a coloured title says as well what it is
        # A datum may be part in one colour, part in another: the first that is no black is told.
        found = next((each for row in datum.rows if (each := _colour(datum.page, row))), None)
        if found:
            by_colour.setdefault(found, []).append(datum)
    for (key, colour), alike in by_colour.items():
        labels = told(seen, [datum.name for datum in alike])
        yield Message.at(key, alike[0].candidate, alike[0].name, colour=hexadecimal(colour), labels=labels)


def _is_plain(page: Page) -> bool:
    return not any(_is_coloured(colour) or is_light(colour) for colour in set(page.words.colour))


def _colour(page: Page, row: int) -> tuple[str, int] | None:
    colour = page.words.colour[row]
    ground = background(page, row) if is_light(colour) else None
    if ground is not None and is_dark(ground << 8 | 0xFF):
        return "reversed", ground
    return ("coloured", colour >> 8) if _is_coloured(colour) else None


def _is_coloured(colour: int) -> bool:
    channels = (colour >> 24 & 0xFF, colour >> 16 & 0xFF, colour >> 8 & 0xFF)
    return max(channels) - min(channels) >= COLOURED
