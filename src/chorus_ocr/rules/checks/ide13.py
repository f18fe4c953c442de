"""IDE13: another date is announced as the invoice's, beside the one that was taken."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.overruled import overruled
from chorus_ocr.rules.sources import DATE_MENTION


@check(
    code="IDE13",
    slug="autre-date-de-facture",
    severity=Severity.WARNING,
    title=Text("Autre date de facture annoncée", "Another invoice date announced"),
    rationale=Text(
        "Une facture a une seule date d'émission. Si une même page en annonce deux, la première est prise ; rien ne "
        "dit que le portail, ou l'acheteur, prenne la même.",
        "An invoice has one date of issue. Where one page announces two, the first is taken; nothing says that the "
        "portal, or the buyer, takes the same.",
    ),
    source=DATE_MENTION,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text(
            "« Date de facture : 12/03/2026 » et « Facture du 15/03/2026 ».",
            "« Date de facture : 12/03/2026 » and « Facture du 15/03/2026 ».",
        ),
        passes=Text(
            "« Date de facture : 12/03/2026 » et « Facture du 12/03/2026 ».",
            "« Date de facture : 12/03/2026 » and « Facture du 12/03/2026 ».",
        ),
    ),
    needs=[Need.PAGE],
    messages={
        "other": Text(
            "« {keyword} » annonce aussi le {other} ; le {day}, imprimé d'abord, est retenu.",
            "« {keyword} » announces {other}, too; {day}, printed first, is taken.",
        )
    },
    hints={
        "other": Text(
            "N'annoncer par « {keyword} » que la date d'émission de cette facture.",
            "Let « {keyword} » announce none but the date on which this invoice is issued.",
        )
    },
)
def autre_date_de_facture(seen: Seen) -> Iterator[Message]:
    """Another date is announced as the invoice's on the same page, as well as the one that was taken."""
    if seen.is_credit_note:
        return  # it also tells the date of the invoice that it corrects
    for each in overruled(seen, "date_facture"):
        day = seen.found("date_facture")
        yield Message.at("other", each, "date_facture", keyword=each.keyword, other=each.value, day=day)
