"""MNT01: no total without VAT is announced."""

from collections.abc import Iterator

from chorus_ocr.compliance.blank import blank, blank_hints, blank_messages
from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Lang, Text, written
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.totals import amount, is_exempt
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.elsewhere import is_printed_beyond
from chorus_ocr.rules.sources import CCP_MENTIONS

_KEYS = ("absent", "near", "inferred")


@check(
    code="MNT01",
    slug="montant-ht-absent",
    severity=Severity.WARNING,
    title=Text("Total HT absent", "No total without VAT"),
    rationale=Text(
        "Une facture à un organisme public porte son total hors taxe. Sans mot qui l'annonce, le champ reste vide.",
        "An invoice to a public body states its total without tax. Without a word that announces it, the field stays "
        "blank.",
    ),
    source=CCP_MENTIONS,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(fails=printed("Sous-total : 1 200,00 €"), passes=printed("Total HT : 1 200,00 €")),
    messages=blank_messages(
        Text(
            "Aucun total HT lisible n'est annoncé sur les pages lues.",
            "No legible total without VAT is announced on the pages read.",
        ),
        *_KEYS,
    ),
    hints=blank_hints(
        Text(
            "Imprimer « Total HT : », un espace, puis le total hors taxe.",
            "Print « Total HT : », a space, then the total without VAT.",
        ),
        *_KEYS,
    ),
)
def montant_ht_absent(seen: Seen) -> Iterator[Message]:
    """No total without VAT can be filled in."""
    if not seen.is_blank("montant_ht") or is_printed_beyond(seen, "montant_ht"):
        return
    gross, tax = amount(seen, "montant_ttc"), amount(seen, "montant_tva")
    if gross is not None and (tax is not None or is_exempt(seen)):
        net = gross - (tax or 0)
        line = f"Total HT : {written(net, Lang.FR)}"
        yield Message(key="inferred", field="montant_ht", print_text=line, arguments={"value": net})
    else:
        yield blank(seen, "montant_ht", *_KEYS)
