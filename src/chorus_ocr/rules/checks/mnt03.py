"""MNT03: no total with VAT is announced."""

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
    code="MNT03",
    slug="montant-ttc-absent",
    severity=Severity.WARNING,
    title=Text("Total TTC absent", "No total with VAT"),
    rationale=Text(
        "Le total à payer toutes taxes comprises est une mention obligatoire. Un net à payer n'en tient pas lieu : un "
        "acompte ou une retenue peuvent l'en séparer.",
        "The total with all taxes is compulsory. A net à payer does not stand for it: a deposit or a retention may "
        "lie between them.",
    ),
    source=CCP_MENTIONS,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(fails=printed("Net à payer : 1 440,00 €"), passes=printed("Total TTC : 1 440,00 €")),
    messages=blank_messages(
        Text(
            "Aucun total TTC lisible n'est annoncé sur les pages lues.",
            "No legible total with VAT is announced on the pages read.",
        ),
        *_KEYS,
    ),
    hints=blank_hints(
        Text(
            "Imprimer « Total TTC : », un espace, puis le total toutes taxes comprises.",
            "Print « Total TTC : », a space, then the total with all taxes.",
        ),
        *_KEYS,
    ),
)
def montant_ttc_absent(seen: Seen) -> Iterator[Message]:
    """No total with VAT can be filled in."""
    if not seen.is_blank("montant_ttc") or is_printed_beyond(seen, "montant_ttc"):
        return
    net, tax = amount(seen, "montant_ht"), amount(seen, "montant_tva")
    if net is not None and (tax is not None or is_exempt(seen)):
        gross = net + (tax or 0)
        line = f"Total TTC : {written(gross, Lang.FR)}"
        yield Message(key="inferred", field="montant_ttc", print_text=line, arguments={"value": gross})
    else:
        yield blank(seen, "montant_ttc", *_KEYS)
