"""IDE12: another number is announced as the invoice's, beside the one that was taken."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.overruled import overruled
from chorus_ocr.rules.sources import NUMBER_MENTION


@check(
    code="IDE12",
    slug="autre-numero-de-facture",
    severity=Severity.WARNING,
    title=Text("Autre numéro de facture annoncé", "Another invoice number announced"),
    rationale=Text(
        "Une facture a un seul numéro. Si une même page en annonce deux, le premier est pris ; rien ne dit que le "
        "portail, ou l'acheteur, prenne le même.",
        "An invoice has one number. Where one page announces two, the first is taken; nothing says that the portal, or "
        "the buyer, takes the same.",
    ),
    source=NUMBER_MENTION,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text(
            "« FACTURE N° FA-2026-0412 » et « N° de facture : FA-2026-0413 ».",
            "« FACTURE N° FA-2026-0412 » and « N° de facture : FA-2026-0413 ».",
        ),
        passes=Text(
            "« FACTURE N° FA-2026-0412 » et « N° de facture : FA-2026-0412 ».",
            "« FACTURE N° FA-2026-0412 » and « N° de facture : FA-2026-0412 ».",
        ),
    ),
    needs=[Need.PAGE],
    messages={
        "other": Text(
            "« {keyword} » annonce aussi le numéro « {other} » ; « {number} », le premier, est retenu.",
            "« {keyword} » announces the number « {other} », too; « {number} », the first, is taken.",
        )
    },
    hints={
        "other": Text(
            "N'annoncer par « {keyword} » que le numéro de cette facture.",
            "Let « {keyword} » announce none but the number of this invoice.",
        )
    },
)
def autre_numero_de_facture(seen: Seen) -> Iterator[Message]:
    """Another number is announced as the invoice's on the same page, as well as the one that was taken."""
    if seen.is_credit_note:
        return  # it also names the invoice that it corrects
    for each in overruled(seen, "numero_facture"):
        number = seen.found("numero_facture")
        yield Message.at("other", each, "numero_facture", keyword=each.keyword, other=each.value, number=number)
