"""The form in the shape of the government's own answer, ``deposerPdfFacture``: to compare with what the portal says."""

from decimal import Decimal

from chorus_ocr.arguments import kind_of
from chorus_ocr.errors import HandOverError
from chorus_ocr.exporters.numbers import number
from chorus_ocr.exporters.payloads import DeposerPdfDict
from chorus_ocr.prefill import Prefill


def to_deposer_pdf(prefill: Prefill) -> DeposerPdfDict:
    """Return the thirteen data of ``WsRetourDeposerPdfFacture``, ready for JSON; None where nothing was found.

    ``pieceJointeId``, ``codeRetour`` and ``libelle`` are left out: only the portal knows them. Dates are
    ``AAAA-MM-JJ``, as the portal writes them, although its OpenAPI file says « date-time ». Amounts are doubles whose
    JSON text is exactly the amount that is printed (``949.34``; ``1200.00`` becomes ``1200.0``).

    ``typeFacture`` is None where the page does not say it; the portal itself answers FACTURE even then.

    Raises ``TypeError`` for what is no form, and ``HandOverError`` for an amount that no JSON number of the portal
    tells: one of more than thirteen digits before the point or six after it.
    """
    if not isinstance(prefill, Prefill):
        raise TypeError(f"prefill is a Prefill, not {kind_of(prefill)}")
    faults: list[str] = []

    def amount(name: str, value: Decimal | None) -> float | None:
        told = None if value is None else number(value)
        if value is not None and told is None:
            faults.append(f"{name}: the portal has no number for {value}")
        return told

    def text(value: str | None) -> str | None:
        return None if value is None else str(value)

    told = DeposerPdfDict(
        numeroFacture=prefill.numero_facture,
        dateFacture=None if prefill.date_facture is None else prefill.date_facture.isoformat(),
        codeDestinataire=prefill.siret_destinataire,
        codeServiceExecutant=prefill.code_service,
        codeFournisseur=prefill.siret_fournisseur,
        codeDeviseFacture=prefill.devise,
        typeFacture=text(prefill.type_facture),
        typeTva=text(prefill.type_tva),
        numeroBonCommande=prefill.numero_engagement,
        montantTtcAvantRemiseGlobalTTC=amount("montantTtcAvantRemiseGlobalTTC", prefill.montant_ttc),
        montantAPayer=amount("montantAPayer", prefill.montant_a_payer),
        montantHtTotal=amount("montantHtTotal", prefill.montant_ht),
        montantTVA=amount("montantTVA", prefill.montant_tva),
    )
    if faults:
        raise HandOverError(tuple(faults))
    return told
