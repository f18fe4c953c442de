"""The invoice that a Factur-X or ZUGFeRD file carries besides its pages, by the names of the form.

Source: EN 16931-1, « Semantic data model of the core elements of an electronic invoice » (the BT- numbers), in its
syntax UN/CEFACT Cross Industry Invoice; FNFE-MPE, « Factur-X 1.0 », and ZUGFeRD 1.0, whose elements have other names.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final

from chorus_ocr.prefill import LigneTva, TypeFacture
from chorus_ocr.reading.document import Document

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

ROOTS: Final = ("CrossIndustryInvoice", "CrossIndustryDocument")
NAMES: Final = frozenset({"factur-x.xml", "zugferd-invoice.xml", "xrechnung.xml"})
"""The names, in lower case, that the norms give to the file."""

CREDIT_NOTES: Final = frozenset({"81", "83", "261", "296", "308", "381", "396", "420", "458", "502", "503", "532"})
"""The codes of UNTDID 1001 that EN 16931 allows in BT-3 for a credit note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbeddedInvoice:
    """What the XML of an invoice says. A datum that it does not give, or gives several times, is None.

    Identifiers are as written, amounts and rates as numbers. ``type_code``: BT-3, a code of UNTDID 1001.
    """

    numero_facture: str | None = None
    date_facture: date | None = None
    type_code: str | None = None
    siret_destinataire: str | None = None
    code_service: str | None = None
    siret_fournisseur: str | None = None
    numero_engagement: str | None = None
    devise: str | None = None
    montant_ht: Decimal | None = None
    montant_tva: Decimal | None = None
    montant_ttc: Decimal | None = None
    montant_a_payer: Decimal | None = None
    numero_marche: str | None = None
    numero_facture_origine: str | None = None
    lignes_tva: tuple[LigneTva | None, ...] = ()
    """None stands for a line without a rate."""
    tva_fournisseur: str | None = None
    tva_destinataire: str | None = None
    date_echeance: date | None = None
    iban: str | None = None
    bic: str | None = None

    @property
    def is_credit_note(self) -> bool:
        """Whether the XML calls the invoice an avoir."""
        return self.type_code in CREDIT_NOTES

    def value(self, name: str) -> object:
        """Return what the XML says of a field of the form, None where it says nothing of it."""
        if name == "type_facture":
            if self.is_credit_note:
                return TypeFacture.AVOIR
            # An avoir may be coded as an invoice of negative amounts: then the code does not tell.
            is_negative = self.montant_ttc is not None and self.montant_ttc < 0
            return None if self.type_code is None or is_negative else TypeFacture.FACTURE
        return getattr(self, name, None)


class NoInvoice(ValueError):
    """An embedded file is broken, or no invoice of this syntax; says which."""


def embedded_invoice(document: Document) -> EmbeddedInvoice | NoInvoice | None:
    """Return the invoice that a document carries as XML; None where it carries none.

    ``NoInvoice`` is returned, not raised, for a file that has the name of such an invoice and cannot be read as one.
    """
    fault: NoInvoice | None = None
    for attached in document.embedded_xml:
        try:
            return parse_invoice(attached.data)
        except NoInvoice as error:
            if attached.name.casefold() in NAMES:
                fault = fault or error
    return fault


def parse_invoice(xml: bytes) -> EmbeddedInvoice:
    """Return what the XML of an invoice says. Raises ``NoInvoice``.

    >>> parse_invoice(b"<Order/>")
    Traceback (most recent call last):
        ...
    chorus_ocr.compliance.embedded_invoice.NoInvoice: the embedded XML is no invoice but a Order
    """
    # Loaded for the few files that carry an invoice.
    from xml.etree import ElementTree

    # No invoice needs a document type; what declares one may expand to any size.
    if b"<!DOCTYPE" in xml:
        raise NoInvoice("the embedded XML declares a document type")
    try:
        root = ElementTree.fromstring(xml)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise NoInvoice(f"the embedded XML is broken: {error}") from error
    if _local(root) not in ROOTS:
        raise NoInvoice(f"the embedded XML is no invoice but a {_local(root)}")
    head = _first(root, "ExchangedDocument", "HeaderExchangedDocument")
    trade = _first(root, "SupplyChainTradeTransaction", "SpecifiedSupplyChainTradeTransaction")
    agreement = _first(trade, "ApplicableHeaderTradeAgreement", "ApplicableSupplyChainTradeAgreement")
    settlement = _first(trade, "ApplicableHeaderTradeSettlement", "ApplicableSupplyChainTradeSettlement")
    seller, buyer = _first(agreement, "SellerTradeParty"), _first(agreement, "BuyerTradeParty")
    currency = _text(settlement, "InvoiceCurrencyCode")
    amounts = _amounts(settlement, currency)
    ibans, bics = _accounts(settlement)
    return EmbeddedInvoice(
        numero_facture=_text(head, "ID"),  # BT-1
        date_facture=_day(_text(head, "IssueDateTime/DateTimeString")),  # BT-2
        type_code=_text(head, "TypeCode"),  # BT-3
        siret_destinataire=_siret(buyer),  # BT-47
        code_service=_text(agreement, "BuyerReference"),  # BT-10
        siret_fournisseur=_siret(seller),  # BT-30
        numero_engagement=_reference(agreement, "BuyerOrderReferencedDocument"),  # BT-13
        devise=currency,  # BT-5
        montant_ht=amounts["net"],
        montant_tva=amounts["tax"],
        montant_ttc=amounts["gross"],
        montant_a_payer=amounts["due"],
        numero_marche=_reference(agreement, "ContractReferencedDocument"),  # BT-12
        numero_facture_origine=_reference(settlement, "InvoiceReferencedDocument"),  # BT-25
        lignes_tva=tuple(map(_vat_line, _all(settlement, "ApplicableTradeTax"))),  # BT-116 to BT-119
        tva_fournisseur=_vat_number(seller),  # BT-31
        tva_destinataire=_vat_number(buyer),  # BT-48
        date_echeance=_day(_text(settlement, "SpecifiedTradePaymentTerms/DueDateDateTime/DateTimeString")),  # BT-9
        iban=ibans.pop() if len(ibans) == 1 else None,  # BT-84
        bic=bics.pop() if len(bics) == 1 else None,  # BT-86
    )


def _accounts(settlement: "Element | None") -> tuple[set[str], set[str]]:
    means = list(_all(settlement, "SpecifiedTradeSettlementPaymentMeans"))
    ibans = {found for each in means if (found := _text(each, "PayeePartyCreditorFinancialAccount/IBANID"))}
    bics = {found for each in means if (found := _text(each, "PayeeSpecifiedCreditorFinancialInstitution/BICID"))}
    return ibans, bics


def _amounts(settlement: "Element | None", currency: str | None) -> Mapping[str, Decimal | None]:
    totals = _first(
        settlement,
        "SpecifiedTradeSettlementHeaderMonetarySummation",
        "SpecifiedTradeSettlementMonetarySummation",
    )
    taxes = (each for each in _all(totals, "TaxTotalAmount") if each.get("currencyID") in (None, currency))
    return {
        "net": _amount(totals, "TaxBasisTotalAmount"),  # BT-109
        "tax": next((_number(each.text) for each in taxes), None),  # BT-110
        "gross": _amount(totals, "GrandTotalAmount"),  # BT-112
        "due": _amount(totals, "DuePayableAmount"),  # BT-115
    }


def _vat_line(tax: "Element") -> LigneTva | None:
    rate = _amount(tax, "RateApplicablePercent", "ApplicablePercent")
    if rate is None:
        return None
    return LigneTva(taux=rate, base_ht=_amount(tax, "BasisAmount"), montant=_amount(tax, "CalculatedAmount"))


def _siret(party: "Element | None") -> str | None:
    """The SIRET of a party. Scheme 0009 is SIRET; 0002 is SIREN, under which some software writes a SIRET."""
    ids = [*_all(_first(party, "SpecifiedLegalOrganization"), "ID"), *_all(party, "GlobalID")]
    for each in ids:
        digits = re.sub(r"\s", "", each.text or "")
        if each.get("schemeID") in ("0002", "0009") and re.fullmatch(r"[0-9]{14}", digits):
            return digits
    return None


def _vat_number(party: "Element | None") -> str | None:
    for registration in _all(party, "SpecifiedTaxRegistration"):
        for each in _all(registration, "ID"):
            if each.get("schemeID") == "VA" and each.text:
                return re.sub(r"\s", "", each.text)
    return None


def _reference(parent: "Element | None", name: str) -> str | None:
    """The number of a document that another part of the invoice refers to; None for several, or none."""
    numbers = {found for each in _all(parent, name) if (found := _text(each, "IssuerAssignedID") or _text(each, "ID"))}
    return numbers.pop() if len(numbers) == 1 else None


def _local(element: "Element") -> str:
    return element.tag.rpartition("}")[2]


def _all(parent: "Element | None", *names: str) -> "Iterator[Element]":
    """Yield the direct children of these local names: editions differ in their namespaces."""
    if parent is not None:
        yield from (child for child in parent if _local(child) in names)


def _first(parent: "Element | None", *names: str) -> "Element | None":
    return next(_all(parent, *names), None)


def _text(parent: "Element | None", path: str) -> str | None:
    """Return the text at a path of local names such as ``IssueDateTime/DateTimeString``, None where it is empty."""
    found = parent
    for name in path.split("/"):
        found = _first(found, name)
    return ((found.text or "").strip() or None) if found is not None else None


def _amount(parent: "Element | None", *names: str) -> Decimal | None:
    found = _first(parent, *names)
    return None if found is None else _number(found.text)


def _number(text: str | None) -> Decimal | None:
    try:
        number = Decimal((text or "").strip())
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _day(text: str | None) -> date | None:
    """A date of format 102, « 20261130 », which is the only one that EN 16931 allows; ISO 8601 is read too."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None
