"""DOC13: the title says that this is no invoice."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Need, Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.recognition.candidate import Verdict
from chorus_ocr.rules.sources import AIFE_DEPOSIT


@check(
    code="DOC13",
    slug="pas-une-facture",
    severity=Severity.BLOCKING,
    title=Text("Ce n'est pas une facture", "Not an invoice"),
    rationale=Text(
        "Le dépôt prend des factures et des avoirs. Le numéro, la date et les parties d'un devis ou d'un bon de "
        "commande sont ceux d'autre chose : ils restent vides.",
        "The deposit takes invoices and credit notes. The number, the date and the parties of a quote or of an "
        "order are those of something else: they are left blank.",
    ),
    source=AIFE_DEPOSIT,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=printed("DEVIS N° D-2026-0412"),
        passes=printed("FACTURE N° FA-2026-0412"),
    ),
    needs=[Need.PAGE],
    messages={
        "title": Text(
            "Le titre « {title} » annonce un autre document qu'une facture ou un avoir.",
            "The title « {title} » announces a document other than an invoice or a credit note.",
        ),
        "other": Text(
            "Le document n'est ni une facture ni un avoir.",
            "The document is neither an invoice nor a credit note.",
        ),
    },
    hints={
        key: Text(
            "Déposer la facture elle-même, intitulée « FACTURE » ou « AVOIR » ; joindre l'autre document comme pièce "
            "complémentaire.",
            "Deposit the invoice itself, headed « FACTURE » or « AVOIR »; attach the other document to it.",
        )
        for key in ("title", "other")
    },
)
def pas_une_facture(seen: Seen) -> Iterator[Message]:
    """The title of the document is that of a quote, of an order or of something else that is no invoice."""
    if seen.is_invoice:
        return
    candidates = seen.decision("type_facture").candidates
    titles = [each for each in candidates if each.verdict == Verdict.NOT_AN_INVOICE]
    if titles:
        yield Message.at("title", titles[0], "type_facture", title=titles[0].raw)
    else:
        yield Message(key="other", field="type_facture")
