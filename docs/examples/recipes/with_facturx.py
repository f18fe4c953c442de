"""Factur-X: the same PDF with its data as XML inside, scanned; page and XML must say the same.

pip install chorus-ocr factur-x reportlab
python with_facturx.py facture.pdf
"""

import sys
from pathlib import Path
from xml.sax.saxutils import escape

import with_reportlab
from an_invoice import CLIENT, PREFILL, SUPPLIER, check
from facturx import generate_from_binary

XML = """<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryInvoice
    xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
    xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"
    xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
  <rsm:ExchangedDocumentContext>
    <ram:GuidelineSpecifiedDocumentContextParameter>
      <ram:ID>urn:factur-x.eu:1p0:minimum</ram:ID>
    </ram:GuidelineSpecifiedDocumentContextParameter>
  </rsm:ExchangedDocumentContext>
  <rsm:ExchangedDocument>
    <ram:ID>{number}</ram:ID>
    <ram:TypeCode>380</ram:TypeCode>
    <ram:IssueDateTime><udt:DateTimeString format="102">{day:%Y%m%d}</udt:DateTimeString></ram:IssueDateTime>
  </rsm:ExchangedDocument>
  <rsm:SupplyChainTradeTransaction>
    <ram:ApplicableHeaderTradeAgreement>
      <ram:BuyerReference>{service}</ram:BuyerReference>
      <ram:SellerTradeParty>
        <ram:Name>{seller}</ram:Name>
        <ram:SpecifiedLegalOrganization><ram:ID schemeID="0009">{seller_siret}</ram:ID></ram:SpecifiedLegalOrganization>
        <ram:PostalTradeAddress><ram:CountryID>FR</ram:CountryID></ram:PostalTradeAddress>
        <ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">{seller_vat}</ram:ID></ram:SpecifiedTaxRegistration>
      </ram:SellerTradeParty>
      <ram:BuyerTradeParty>
        <ram:Name>{buyer}</ram:Name>
        <ram:SpecifiedLegalOrganization><ram:ID schemeID="0009">{buyer_siret}</ram:ID></ram:SpecifiedLegalOrganization>
      </ram:BuyerTradeParty>
      <ram:BuyerOrderReferencedDocument>
        <ram:IssuerAssignedID>{order}</ram:IssuerAssignedID>
      </ram:BuyerOrderReferencedDocument>
    </ram:ApplicableHeaderTradeAgreement>
    <ram:ApplicableHeaderTradeDelivery/>
    <ram:ApplicableHeaderTradeSettlement>
      <ram:InvoiceCurrencyCode>{currency}</ram:InvoiceCurrencyCode>
      <ram:SpecifiedTradeSettlementHeaderMonetarySummation>
        <ram:TaxBasisTotalAmount>{net}</ram:TaxBasisTotalAmount>
        <ram:TaxTotalAmount currencyID="{currency}">{tax}</ram:TaxTotalAmount>
        <ram:GrandTotalAmount>{gross}</ram:GrandTotalAmount>
        <ram:DuePayableAmount>{due}</ram:DuePayableAmount>
      </ram:SpecifiedTradeSettlementHeaderMonetarySummation>
    </ram:ApplicableHeaderTradeSettlement>
  </rsm:SupplyChainTradeTransaction>
</rsm:CrossIndustryInvoice>"""


def invoice() -> bytes:
    """Return the invoice as PDF with its XML, profile MINIMUM, which factur-x checks against its schema."""
    pdf: bytes = generate_from_binary(with_reportlab.invoice(), xml(), flavor="factur-x", level="minimum")
    return pdf


def xml() -> bytes:
    """Return what the form is to hold as XML: the same values that the page prints."""
    told = {
        "number": PREFILL.numero_facture,
        "service": PREFILL.code_service,
        "seller": SUPPLIER[0],
        "seller_siret": PREFILL.siret_fournisseur,
        "seller_vat": PREFILL.tva_fournisseur,
        "buyer": CLIENT[0],
        "buyer_siret": PREFILL.siret_destinataire,
        "order": PREFILL.numero_engagement,
        "currency": PREFILL.devise,
        "net": PREFILL.montant_ht,
        "tax": PREFILL.montant_tva,
        "gross": PREFILL.montant_ttc,
        "due": PREFILL.montant_a_payer,
    }
    escaped = {name: escape(str(value)) for name, value in told.items()}
    return XML.format(day=PREFILL.date_facture, **escaped).encode()


if __name__ == "__main__":
    pdf = invoice()
    check(pdf)
    Path(sys.argv[1]).write_bytes(pdf)
    print(f"{sys.argv[1]}: read whole")
