"""What the totals of an invoice say together: the amounts that are filled in, and whether VAT is charged."""

from decimal import Decimal
from typing import Final

from chorus_ocr.compliance.messages import Text
from chorus_ocr.compliance.seen import Seen
from chorus_ocr.recognition.candidate import Status
from chorus_ocr.values.portal import LigneTva, TypeTva

TOTALS: Final = {
    "montant_ht": Text("total HT", "total without VAT"),
    "montant_tva": Text("total de la TVA", "total of the VAT"),
    "montant_ttc": Text("total TTC", "total with VAT"),
    "montant_a_payer": Text("montant à payer", "amount to pay"),
}
"""The amounts of the form, and what they are called in a message."""

UNTAXED: Final = (
    "débours",
    "non soumis",
    "non soumise",
    "non taxable",
    "non taxé",
    "exonéré",
    "exonérée",
    "hors champ",
)
"""Words of a part of the total that is not taxed: the rates are then not those of all of it."""


def amount(seen: Seen, name: str) -> Decimal | None:
    """Return the amount that is printed, announced and valid, or None."""
    return _finite(seen.found(name))


def _finite(value: object) -> Decimal | None:
    """Return an amount as it is; what a caller keys in may be infinite or no number, and is none."""
    return value if isinstance(value, Decimal) and value.is_finite() else None


def cent(seen: Seen) -> Decimal:
    """Return the smallest sum of the invoice's currency: the CFP franc has no decimals."""
    return Decimal(1) if seen.found("devise") == "XPF" else Decimal("0.01")


def vat_lines(seen: Seen) -> tuple[LigneTva, ...]:
    """Return the lines of the VAT breakdown; none where it is blank."""
    value = seen.found("lignes_tva")
    lines = value if isinstance(value, tuple) else ()
    return tuple(line for line in lines if isinstance(line, LigneTva) and _is_finite(line))


def _is_finite(line: LigneTva) -> bool:
    return all(each is None or each.is_finite() for each in (line.taux, line.base_ht, line.montant))


def vat_charged(seen: Seen) -> Decimal | None:
    """Return the VAT that is charged, as printed or as the other totals tell it, or None where nothing tells it."""
    decision = seen.decision("montant_tva")
    told = _finite(decision.value) if decision.status in (Status.FOUND, Status.INFERRED) else None
    if told is not None:
        return told
    net, gross = amount(seen, "montant_ht"), amount(seen, "montant_ttc")
    return None if net is None or gross is None else gross - net


def charges_vat(seen: Seen) -> bool:
    """Whether the invoice charges VAT, by anything that is printed on it."""
    charged = vat_charged(seen)
    if charged is not None:
        return charged != 0
    if any(line.montant for line in vat_lines(seen)):
        return True
    return seen.found("type_tva") in (TypeTva.TVA_SUR_DEBIT, TypeTva.TVA_SUR_ENCAISSEMENT)


def is_exempt(seen: Seen) -> bool:
    """Whether a mention, or the regime chosen in the form, says why no VAT is charged."""
    if seen.found("motif_exoneration") is not None:
        return True
    return seen.found("type_tva") in (TypeTva.EXONERATION, TypeTva.SANS_TVA)


def rate_alone(rate: Decimal) -> LigneTva:
    """Return a rate as messages take it, which write it « 5,5 % »."""
    return LigneTva(taux=rate, base_ht=None, montant=None)
