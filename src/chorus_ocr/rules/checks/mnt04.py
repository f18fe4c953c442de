"""MNT04: no amount to pay is announced."""

from collections.abc import Iterator

from chorus_ocr.compliance.blank import blank, blank_hints, blank_messages
from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.elsewhere import is_printed_beyond
from chorus_ocr.rules.sources import API_DEPOSIT

_KEYS = ("absent", "near", "inferred")


@check(
    code="MNT04",
    slug="montant-a-payer-absent",
    severity=Severity.INFO,
    title=Text("Montant à payer absent", "No amount to pay"),
    rationale=Text(
        "Le formulaire demande le montant à payer à part du total TTC, même quand les deux sont égaux. Un avoir ne "
        "se paie pas : rien n'est demandé de lui.",
        "The form asks for the amount to pay apart from the total with VAT, even where both are equal. A credit note "
        "is not paid: nothing is asked of it.",
    ),
    source=API_DEPOSIT,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text("« Total TTC : 1 440,00 » seul.", "« Total TTC : 1 440,00 » alone."),
        passes=printed("Net à payer : 1 440,00 €"),
    ),
    messages=blank_messages(
        Text(
            "Aucun montant à payer lisible n'est annoncé sur les pages lues.",
            "No legible amount to pay is announced on the pages read.",
        ),
        *_KEYS,
    ),
    hints=blank_hints(
        Text(
            "Imprimer « Net à payer : », un espace, puis le montant, même s'il est égal au total TTC.",
            "Print « Net à payer : », a space, then the amount, even if it equals the total with VAT.",
        ),
        *_KEYS,
    ),
)
def montant_a_payer_absent(seen: Seen) -> Iterator[Message]:
    """No amount to pay can be filled in."""
    if seen.is_credit_note or not seen.is_blank("montant_a_payer"):
        return
    if not is_printed_beyond(seen, "montant_a_payer"):
        yield blank(seen, "montant_a_payer", *_KEYS)
