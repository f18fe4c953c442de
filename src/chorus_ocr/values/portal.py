"""The portal's own enumerations and its VAT line, in the words of its API (OpenAPI file of api.gouv.fr)."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class TypeFacture(StrEnum):
    """``typeFacture`` of the portal: an invoice or a credit note."""

    FACTURE = "FACTURE"
    AVOIR = "AVOIR"


class TypeTva(StrEnum):
    """``typeTva`` of the portal: when the VAT falls due, or why there is none."""

    TVA_SUR_DEBIT = "TVA_SUR_DEBIT"
    TVA_SUR_ENCAISSEMENT = "TVA_SUR_ENCAISSEMENT"
    EXONERATION = "EXONERATION"
    SANS_TVA = "SANS_TVA"


class ModePaiement(StrEnum):
    """``modePaiement`` of the portal."""

    CHEQUE = "CHEQUE"
    PRELEVEMENT = "PRELEVEMENT"
    VIREMENT = "VIREMENT"
    ESPECE = "ESPECE"
    AUTRE = "AUTRE"
    REPORT = "REPORT"


@dataclass(frozen=True, slots=True, kw_only=True)
class LigneTva:
    """One line of the VAT breakdown: ``taux`` in percent, ``base_ht`` and ``montant`` in the invoice's currency."""

    taux: Decimal
    base_ht: Decimal | None
    montant: Decimal | None
