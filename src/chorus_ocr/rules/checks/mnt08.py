"""MNT08: a VAT rate that is none of French law."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check, printed
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.totals import rate_alone, vat_lines
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.rules.sources import VAT_RATES
from chorus_ocr.rules.vat_rates import KNOWN


@check(
    code="MNT08",
    slug="taux-tva-inconnu",
    severity=Severity.WARNING,
    title=Text("Taux de TVA inconnu en France", "VAT rate unknown in France"),
    rationale=Text(
        "Le formulaire demande la TVA taux par taux, et ne connaît que ceux de France. Un autre est une erreur, "
        "ou la taxe d'un autre pays.",
        "The form asks for the VAT rate by rate, and knows only those of France. Another one is an error, or the tax "
        "of another country.",
    ),
    source=VAT_RATES,
    firmness=Firmness.MEDIUM,
    since="0.1.0",
    example=Example(fails=printed("TVA 21 % : 252,00 €"), passes=printed("TVA 20 % : 240,00 €")),
    messages={
        "unknown": Text(
            "Le taux de {rate} n'est, et n'a récemment été, celui d'aucun territoire français.",
            "The rate of {rate} is not, and has not been of late, that of any French territory.",
        )
    },
    hints={
        "unknown": Text(
            "Vérifier le taux : en métropole 20 %, 10 %, 5,5 % ou 2,1 %.",
            "Check the rate: on the mainland 20 %, 10 %, 5.5 % or 2.1 %.",
        )
    },
)
def taux_tva_inconnu(seen: Seen) -> Iterator[Message]:
    """A line of the VAT breakdown has a rate that is none of French law."""
    for rate in dict.fromkeys(line.taux for line in vat_lines(seen)):
        if rate not in KNOWN:
            yield Message.about("unknown", "lignes_tva", seen, rate=rate_alone(rate))
