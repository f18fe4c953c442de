"""MNT14: no VAT is charged, and no mention says why."""

from collections.abc import Iterator

from chorus_ocr.compliance.check import Example, Firmness, Message, check
from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.compliance.totals import amount, is_exempt, vat_charged
from chorus_ocr.compliance.warning import Severity
from chorus_ocr.recognition.candidate import Status
from chorus_ocr.rules.sources import CCP_MENTIONS
from chorus_ocr.values.portal import TypeTva

_SMALL_FIRMS = (
    "micro-entrepreneur",
    "micro-entreprise",
    "auto-entrepreneur",
    "auto-entreprise",
    "autoentrepreneur",
    "microentreprise",
)
_FRANCHISE = "TVA non applicable, art. 293 B du CGI"

_MENTIONS = (
    "exonération",
    "exonéré",
    "exonérée",
    "exonérés",
    "exonérées",
    "exempté",
    "exemptée",
    "293B",
    "CIBS",
    "VATEX",
    "hors champ",
    "franchise",
    "marge",
    "reverse charge",
    "auto-liquidation",
    "autoliquidée",
    "autoliquidé",
    "due par le preneur",
    "due par le client",
    "acquittée par le preneur",
    "livraison intracommunautaire",
    "non assujetti",
    "non assujettie",
    "non soumise",
    "non soumis",
    "non taxable",
    "débours",
)
"""Words of a reason that is no mention of the field: somebody has given it, and only its wording may be wanting."""


@check(
    code="MNT14",
    slug="tva-nulle-sans-mention",
    severity=Severity.WARNING,
    title=Text("TVA nulle sans mention", "No VAT and no mention of why"),
    rationale=Text(
        "Une facture sans TVA porte la mention qui l'en dispense. Sans elle, le type de TVA et son motif restent "
        "vides.",
        "An invoice without VAT bears the mention that exempts it. Without it, the type of VAT and its reason stay "
        "blank.",
    ),
    source=CCP_MENTIONS,
    firmness=Firmness.HIGH,
    since="0.1.0",
    example=Example(
        fails=Text(
            "« Total HT : 1 200,00 », « Total TVA : 0,00 » et aucune mention.",
            "« Total HT : 1 200,00 », « Total TVA : 0,00 » and no mention.",
        ),
        passes=Text(
            "Les mêmes, et « TVA non applicable, art. 293 B du CGI ».",
            "The same, and « TVA non applicable, art. 293 B du CGI ».",
        ),
    ),
    messages={
        "zero": Text(
            "Aucune TVA n'est facturée, et aucune mention des pages lues ne dit pourquoi.",
            "No VAT is charged, and no mention on the pages read says why.",
        ),
        "small": Text(
            "Aucune TVA n'est facturée par cette micro-entreprise, et aucune mention des pages lues ne dit pourquoi.",
            "This micro-entreprise charges no VAT, and no mention on the pages read says why.",
        ),
    },
    hints={
        "zero": Text(
            "Imprimer la mention qui s'applique : « TVA non applicable, art. 293 B du CGI » (franchise), "
            "« Autoliquidation », « Exonération de TVA, art. 261 du CGI » (ou l'article exact)…",
            "Print the mention that applies: « TVA non applicable, art. 293 B du CGI » (small firms), "
            "« Autoliquidation » (reverse charge), « Exonération de TVA, art. 261 du CGI » (or the exact article)…",
        ),
        "small": Text(
            "En franchise en base, imprimer « {print_text} ».", "Below the VAT threshold, print « {print_text} »."
        ),
    },
)
def tva_nulle_sans_mention(seen: Seen) -> Iterator[Message]:
    """The VAT is zero, and no mention says why."""
    if is_exempt(seen) or not (seen.has_text and seen.is_invoice) or not _is_free_of_vat(seen):
        return
    if seen.says(*_MENTIONS) is not None:
        return
    if seen.says(*_SMALL_FIRMS) is not None:
        yield Message.about("small", "motif_exoneration", seen, print_text=_FRANCHISE)
    else:
        yield Message.about("zero", "motif_exoneration", seen)


def _is_free_of_vat(seen: Seen) -> bool:
    """Whether the totals hold no VAT: they say zero, or they are one total and no word speaks of VAT."""
    charged = vat_charged(seen)
    if charged is not None:
        # Without any total beside it a zero is an empty row of a form.
        return charged == 0 and any(amount(seen, name) for name in ("montant_ht", "montant_ttc"))
    regime = seen.decision("type_tva")
    return regime.status is Status.INFERRED and regime.value is TypeTva.SANS_TVA
