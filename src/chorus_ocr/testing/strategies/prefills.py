"""Forms of every shape that can be printed: each field filled in or not, and what depends on another in its place."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any, Final

from hypothesis import strategies as st

from chorus_ocr.prefill import LigneTva, ModePaiement, Prefill, TypeFacture, TypeTva
from chorus_ocr.testing.strategies.amounts import amounts, vat_breakdowns
from chorus_ocr.testing.strategies.identifiers import (
    bics,
    engagements,
    ibans,
    invoice_numbers,
    service_codes,
    sirets,
    vat_numbers,
)

CURRENCIES: Final = ("EUR", "EUR", "EUR", "XPF", "CHF", "USD", "GBP")
MENTIONS: Final = (
    "TVA non applicable, art. 293 B du CGI",
    "Autoliquidation",
    "Exonération de TVA, article 261-4-4 du CGI",
    "TVA non applicable, article 256 B du CGI",
)
FACTORS: Final = ("Mistral Factor", "Européenne de Factoring", "Crédit Facteur Breton")
SUBROGATION: Final = "Créance cédée à la banque du Val dans le cadre des articles L. 313-23 et suivants"
FOREIGN_VAT: Final = ("BE0403019261", "DE136695976", "LU15027442")
FOREIGN_IBANS: Final = ("BE71096123456769", "DE89370400440532013000", "LU280019400644750000")
FOREIGN_BICS: Final = ("GKCCBEBB", "COBADEFFXXX")
"""The examples that the Member States, and SWIFT's registry, publish."""
_FIRST_DAY: Final = date(2015, 1, 1)
_DAYS: Final = 365 * 15


def dates() -> st.SearchStrategy[date]:
    """Return a strategy of days on which invoices are issued or due."""
    return st.integers(min_value=0, max_value=_DAYS).map(lambda days: _FIRST_DAY + timedelta(days=days))


@st.composite
def prefills(draw: st.DrawFn) -> Prefill:
    """Draw a form that can be printed and read back: any of its fields may be blank.

    What the form itself ties together holds: only a credit note names the invoice it corrects, a mention of exemption
    makes the type of VAT, a single line of the breakdown is the whole VAT. Totals need not add up.
    """

    def maybe(values: st.SearchStrategy[Any]) -> Any:
        return draw(st.none() | values)

    kind = maybe(st.sampled_from(TypeFacture))
    sign = draw(st.sampled_from((1, 1, -1)))
    sums = st.one_of(amounts(most=99_999_999).map(lambda each: sign * each), st.just(Decimal(0)))
    lines = maybe(_lines(sign))
    regime = maybe(st.sampled_from(TypeTva))
    tax = maybe(sums)
    if lines is not None and draw(st.booleans()):
        tax = sum((line.montant or 0 for line in lines), Decimal(0))
    if lines is not None and len(lines) == 1:
        tax = lines[0].montant
    return Prefill(
        numero_facture=maybe(invoice_numbers()),
        date_facture=maybe(dates()),
        type_facture=kind,
        siret_destinataire=maybe(sirets()),
        code_service=maybe(service_codes()),
        siret_fournisseur=maybe(sirets()),
        numero_engagement=maybe(engagements()),
        devise=maybe(st.sampled_from(CURRENCIES)),
        montant_ht=maybe(sums),
        montant_tva=tax,
        montant_ttc=maybe(sums),
        montant_a_payer=maybe(sums),
        type_tva=regime,
        numero_marche=maybe(engagements()),
        numero_facture_origine=maybe(invoice_numbers()) if kind is TypeFacture.AVOIR else None,
        lignes_tva=lines,
        motif_exoneration=maybe(st.sampled_from(MENTIONS)) if regime is TypeTva.EXONERATION else None,
        tva_fournisseur=maybe(vat_numbers() | st.sampled_from(FOREIGN_VAT)),
        tva_destinataire=maybe(vat_numbers() | st.sampled_from(FOREIGN_VAT)),
        date_echeance=maybe(dates()),
        mode_paiement=maybe(st.sampled_from(ModePaiement)),
        iban=maybe(ibans() | st.sampled_from(FOREIGN_IBANS)),
        bic=maybe(bics() | st.sampled_from(FOREIGN_BICS)),
        affactureur=maybe(st.sampled_from((*FACTORS, SUBROGATION))),
    )


@st.composite
def _lines(draw: st.DrawFn, sign: int) -> tuple[LigneTva, ...]:
    """Draw a breakdown of one sign, its bases told or not."""
    told = draw(st.booleans())
    return tuple(
        LigneTva(
            taux=line.taux,
            base_ht=sign * line.base_ht if told and line.base_ht is not None else None,
            montant=sign * (line.montant or Decimal(0)),
        )
        for line in draw(vat_breakdowns())
    )
