"""IDE09: a credit note does not name the invoice that it corrects."""

from collections.abc import Iterator

from chorus_ocr.compliance.blank import blank, blank_hints, blank_messages
from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.recognition.candidate import Detail, Verdict
from chorus_ocr.rules.overruled import overruled
from chorus_ocr.rules.sources import CORRECTED_INVOICE

_KEYS = ("absent", "near")


@check(
    code="IDE09",
    slug="avoir-sans-facture-origine",
    severity=Severity.WARNING,
    title=Text("Avoir sans numéro de la facture d'origine", "Credit note without the number of its invoice"),
    rationale=Text(
        "Un avoir corrige une facture, à laquelle il fait référence. Le formulaire a un champ pour son numéro ; sans "
        "lui, l'acheteur ne sait pas de quoi déduire l'avoir.",
        "A credit note corrects an invoice, to which it refers. The form has a field for its number; without it the "
        "buyer cannot tell what to take the credit from.",
    ),
    source=CORRECTED_INVOICE,
    firmness=Firmness.MEDIUM,
    since="0.1.0",
    example=Example(
        fails=printed("AVOIR N° AV-2026-0012"),
        passes=printed("AVOIR N° AV-2026-0012, facture d'origine : FA-2026-0412"),
    ),
    messages={
        **blank_messages(
            Text(
                "Aucun mot-clé lisible n'annonce, sur les pages lues, la facture que cet avoir corrige.",
                "On the pages read no legible keyword announces the invoice that this credit note corrects.",
            ),
            *_KEYS,
        ),
        "quoted": Text(
            "« {number} » (page {page}) est le numéro d'une facture ; rien ne dit que cet avoir la corrige.",
            "« {number} » (page {page}) is the number of an invoice; nothing says that this credit note corrects it.",
        ),
    },
    hints={
        **blank_hints(
            Text(
                "Imprimer « Facture d'origine : », un espace, puis le numéro de la facture corrigée.",
                "Print « Facture d'origine : », a space, then the number of the invoice that is corrected.",
            ),
            *_KEYS,
        ),
        "quoted": Text("Si c'est bien elle, imprimer « {print_text} ».", "If that is it, print « {print_text} »."),
    },
)
def avoir_sans_facture_origine(seen: Seen) -> Iterator[Message]:
    """A credit note does not name the invoice that it corrects."""
    name = "numero_facture_origine"
    if not seen.is_credit_note or not seen.is_blank(name):
        return
    others = [
        each
        for each in seen.decision("numero_facture").candidates
        if each.value is not None and each.verdict == Verdict.WRONG_ROLE and each.detail == Detail.OTHER_INVOICE
    ]
    quoted = {str(each.value): each for each in (*others, *overruled(seen, "numero_facture"))}
    if len(quoted) == 1:
        [(number, each)] = quoted.items()
        line = f"Facture d'origine : {number}"
        yield Message.at("quoted", each, name, print_text=line, number=number, page=each.page)
    else:
        yield blank(seen, name, *_KEYS)
