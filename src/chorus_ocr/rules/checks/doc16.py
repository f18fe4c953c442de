"""DOC16: a datum hardly differs from what is painted behind it."""

from collections.abc import Iterator
from decimal import Decimal

from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.legibility import hexadecimal, label
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.layout.visibility import OPAQUE, WHITE, background, contrast
from chorus_ocr.reading.document import Page
from chorus_ocr.rules.sources import AIFE_READABLE

LEAST = 3.0
"""The contrast that WCAG 2.2 asks for of large print and of anything that has to be made out at all (1.4.3, 1.4.11)."""


@check(
    code="DOC16",
    slug="contraste-faible",
    severity=Severity.WARNING,
    title=Text("Donnée peu contrastée", "Datum of little contrast"),
    rationale=Text(
        "L'AIFE recommande le noir sur fond blanc. Un gris clair, ou une encre sombre sur un fond sombre, se lit mal, "
        "et disparaît à la première numérisation.",
        "AIFE recommends black on white. A light grey, or dark ink on a dark ground, is hard to read and gone with the "
        "first scan.",
    ),
    source=f"{AIFE_READABLE}; WCAG 2.2, 1.4.3",
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text("Une date en gris #B0B0B0 sur blanc : contraste de 2,1.", "A date in grey #B0B0B0 on white: 2.1."),
        passes=Text("Une date en noir sur blanc : contraste de 21.", "A date in black on white: 21."),
    ),
    needs=[Need.PAGE],
    messages={
        "low": Text(
            "« {raw} » ({label}) est imprimé dans la couleur {ink} sur un fond {ground} : un contraste de {ratio}.",
            "« {raw} » ({label}) is printed in the colour {ink} on a ground of {ground}: a contrast of {ratio}.",
        )
    },
    hints={
        "low": Text(
            "L'imprimer en noir sur blanc, ou viser un contraste de 4,5 au moins.",
            "Print it in black on white, or aim at a contrast of 4.5 at least.",
        )
    },
)
def contraste_faible(seen: Seen) -> Iterator[Message]:
    """A datum hardly differs from what is painted behind it."""
    pages = seen.document.pages
    low = {page.number: _low_inks(page) for page in pages}
    if not any(low.values()):
        return
    low |= {page.number: set(page.words.colour) for page in pages if _is_glazed(page)}
    for datum in seen.data:
        words = datum.page.words
        for row in datum.rows:
            ink = words.colour[row]
            if ink not in low[datum.page.number]:
                continue
            ground = background(datum.page, row)
            if ground is not None and contrast(ink, ground) < LEAST:
                yield Message.at(
                    "low",
                    datum.candidate,
                    datum.name,
                    raw=datum.candidate.raw,
                    label=label(seen, datum.name),
                    ink=hexadecimal(ink >> 8),
                    ground=hexadecimal(ground),
                    ratio=Decimal(f"{contrast(ink, ground):.2f}"),
                )
                break


def _low_inks(page: Page) -> set[int]:
    """Return the inks of a page that are of little contrast to the paper or to any shape, wherever that is."""
    grounds = {WHITE, *(fill.colour >> 8 for fill in page.fills if fill.colour is not None)}
    return {ink for ink in set(page.words.colour) if any(contrast(ink, ground) < LEAST for ground in grounds)}


def _is_glazed(page: Page) -> bool:
    """Tell whether shapes are seen through: behind print their colour is another one."""
    return any(fill.colour is not None and fill.colour & 0xFF != OPAQUE for fill in page.fills)
