"""MNT05: the totals do not add up."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.totals import amount
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.recognition.amounts import TOLERANCE
from chorus_ocr.rules.sources import CCP_MENTIONS


@check(
    code="MNT05",
    slug="ht-plus-tva-different-du-ttc",
    severity=Severity.WARNING,
    title=Text("HT + TVA ne font pas le TTC", "Net and VAT do not make the total"),
    rationale=Text(
        "Le total avec taxe est le total sans taxe plus la taxe. Deux centimes sont admis pour l'arrondi : aucune"
        " tolérance officielle n'est publiée.",
        "The total with tax is the total without plus the tax. Two cents are allowed for rounding: no official "
        "tolerance is published.",
    ),
    source=CCP_MENTIONS,
    firmness=Firmness.MEDIUM,
    since="0.1.0",
    example=Example(
        fails=Text(
            "« Total HT : 1 200,00 », « Total TVA : 240,00 », « Total TTC : 1 445,00 ».",
            "« Total HT : 1 200,00 », « Total TVA : 240,00 », « Total TTC : 1 445,00 ».",
        ),
        passes=Text(
            "« Total HT : 1 200,00 », « Total TVA : 240,00 », « Total TTC : 1 440,00 ».",
            "« Total HT : 1 200,00 », « Total TVA : 240,00 », « Total TTC : 1 440,00 ».",
        ),
    ),
    messages={
        "gap": Text(
            "{net} HT + {tax} de TVA font {sum}, et le total TTC imprimé est {gross}.",
            "{net} net + {tax} of VAT make {sum}, and the total printed is {gross}.",
        )
    },
    hints={
        "gap": Text(
            "Vérifier les trois totaux ; imprimer à part les remises, débours et acomptes qui ne sont pas du TTC.",
            "Check the three totals; print apart any discount, disbursement or deposit that is not part of the total.",
        )
    },
)
def ht_plus_tva_different_du_ttc(seen: Seen) -> Iterator[Message]:
    """The printed totals do not add up."""
    net, tax, gross = (amount(seen, name) for name in ("montant_ht", "montant_tva", "montant_ttc"))
    if net is None or tax is None or gross is None:
        return
    # A credit note may print a negative net beside a positive tax: its sizes add up, and the sign is another matter.
    if abs(net + tax - gross) <= TOLERANCE or abs(abs(net) + abs(tax) - abs(gross)) <= TOLERANCE:
        return
    yield Message.about("gap", "montant_ttc", seen, net=net, tax=tax, gross=gross, sum=net + tax)
