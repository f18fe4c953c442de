"""Small corpora for the tests of this room: the project's own invoices, and Factur-X files drawn here."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from fixtures.sheet import Sheet

ROOT: Final = Path(__file__).parents[2]
INVOICES: Final = ROOT / "tests" / "fixtures" / "invoices"
"""The project's own invoices, each with its sidecar."""

SHARED: Final = ROOT.parent / "shared" / "corpus"
"""The corpus that lies beside the repository on some machines; a clone alone does not have it."""

WITHOUT_SHARED: Final = f"no shared corpus beside the repository, at {SHARED.parent.name}/{SHARED.name}"

Data = dict[str, object]


def sidecar(name: str) -> Data:
    """Return the sidecar of one of the project's own invoices."""
    data = json.loads((INVOICES / f"{name}.expected.json").read_text(encoding="utf-8"))
    assert isinstance(data, dict)
    return data


def put(folder: Path, name: str, data: object, *, pdf: str | bytes | None = None) -> Path:
    """Write a sidecar of this name, and beside it a copy of one of the project's PDFs, or these bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.expected.json"
    path.write_text(data if isinstance(data, str) else json.dumps(data, ensure_ascii=False), encoding="utf-8")
    if isinstance(pdf, str):
        shutil.copy(INVOICES / f"{pdf}.pdf", folder / f"{name}.pdf")
    elif pdf is not None:
        (folder / f"{name}.pdf").write_bytes(pdf)
    return path


def prefill_of(data: Data) -> Data:
    """Return the values of a sidecar."""
    prefill = data["prefill"]
    assert isinstance(prefill, dict)
    return prefill


LINES: Final = (
    "FACTURE",
    "Facture n° FX-2026-0042",
    "Date : 12/03/2026",
    "Émetteur : Scierie du Gravelot SARL",
    "SIRET : 110 002 011 00044",
    "N° TVA : FR40 303 265 045",
    "Client : Commune de Brumevent",
    "SIRET client : 213 509 037 00015",
    "Code service : VOIRIE-07",
    "Engagement : 4500 123 456",
    "Total HT : 1 000,00 €",
    "TVA 20,00 % : 200,00 €",
    "Total TTC : 1 200,00 €",
    "Échéance : 11/04/2026",
    "IBAN : FR76 3000 6000 0112 3456 7890 189",
)
"""A page that prints nearly all that ``XML`` says, in the spellings of people."""

XML: Final = """<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
  xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"
  xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
 <rsm:ExchangedDocumentContext><ram:GuidelineSpecifiedDocumentContextParameter>
   <ram:ID>urn:cen.eu:en16931:2017</ram:ID>
 </ram:GuidelineSpecifiedDocumentContextParameter></rsm:ExchangedDocumentContext>
 <rsm:ExchangedDocument>
  <ram:ID>FX-2026-0042</ram:ID><ram:TypeCode>380</ram:TypeCode>
  <ram:IssueDateTime><udt:DateTimeString format="102">20260312</udt:DateTimeString></ram:IssueDateTime>
 </rsm:ExchangedDocument>
 <rsm:SupplyChainTradeTransaction>
  <ram:ApplicableHeaderTradeAgreement>
   <ram:BuyerReference>VOIRIE-07</ram:BuyerReference>
   <ram:SellerTradeParty>
    <ram:SpecifiedLegalOrganization><ram:ID schemeID="0009">11000201100044</ram:ID></ram:SpecifiedLegalOrganization>
    <ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">FR40303265045</ram:ID></ram:SpecifiedTaxRegistration>
   </ram:SellerTradeParty>
   <ram:BuyerTradeParty>
    <ram:SpecifiedLegalOrganization><ram:ID schemeID="0002">21350903700015</ram:ID></ram:SpecifiedLegalOrganization>
    <ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">FR44732829320</ram:ID></ram:SpecifiedTaxRegistration>
   </ram:BuyerTradeParty>
   <ram:BuyerOrderReferencedDocument>
    <ram:IssuerAssignedID>4500123456</ram:IssuerAssignedID>
   </ram:BuyerOrderReferencedDocument>
   <ram:ContractReferencedDocument><ram:IssuerAssignedID>2025M017</ram:IssuerAssignedID></ram:ContractReferencedDocument>
  </ram:ApplicableHeaderTradeAgreement>
  <ram:ApplicableHeaderTradeSettlement>
   <ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
   <ram:SpecifiedTradeSettlementPaymentMeans>
    <ram:PayeePartyCreditorFinancialAccount>
     <ram:IBANID>FR7630006000011234567890189</ram:IBANID>
    </ram:PayeePartyCreditorFinancialAccount>
    <ram:PayeeSpecifiedCreditorFinancialInstitution><ram:BICID>AGRIFRPP882</ram:BICID>
    </ram:PayeeSpecifiedCreditorFinancialInstitution>
   </ram:SpecifiedTradeSettlementPaymentMeans>
   <ram:ApplicableTradeTax>
    <ram:CalculatedAmount>200.00</ram:CalculatedAmount><ram:TypeCode>VAT</ram:TypeCode>
    <ram:BasisAmount>1000.00</ram:BasisAmount><ram:RateApplicablePercent>20.00</ram:RateApplicablePercent>
   </ram:ApplicableTradeTax>
   <ram:SpecifiedTradePaymentTerms>
    <ram:DueDateDateTime><udt:DateTimeString format="102">20260411</udt:DateTimeString></ram:DueDateDateTime>
   </ram:SpecifiedTradePaymentTerms>
   <ram:SpecifiedTradeSettlementHeaderMonetarySummation>
    <ram:TaxBasisTotalAmount>1000.00</ram:TaxBasisTotalAmount>
    <ram:TaxTotalAmount currencyID="EUR">200.00</ram:TaxTotalAmount>
    <ram:GrandTotalAmount>1200.00</ram:GrandTotalAmount><ram:DuePayableAmount>1200.00</ram:DuePayableAmount>
   </ram:SpecifiedTradeSettlementHeaderMonetarySummation>
   <ram:InvoiceReferencedDocument><ram:IssuerAssignedID>FX-2026-0007</ram:IssuerAssignedID></ram:InvoiceReferencedDocument>
  </ram:ApplicableHeaderTradeSettlement>
 </rsm:SupplyChainTradeTransaction>
</rsm:CrossIndustryInvoice>
"""


def facturx_pdf(
    lines: tuple[str, ...] = LINES, xml: str | None = XML, *, changes: Mapping[str, str] | None = None
) -> bytes:
    """Return a PDF that prints these lines, with this invoice embedded; ``changes`` replace parts of the XML."""
    sheet = Sheet()
    sheet.stack(20, 30, lines, size=10, leading=7)
    if xml is not None:
        for old, new in (changes or {}).items():
            assert old in xml
            xml = xml.replace(old, new)
        sheet.embed_file(bytes=xml.encode(), basename="factur-x.xml", desc="Factur-X", mime_type="text/xml")
    return bytes(sheet.output())


DESKS: Final[Mapping[str, tuple[tuple[str, ...], str | None]]] = {
    "d-fixed": (("Guichet : VOIRIE-07",), "VOIRIE-07"),
    "c-newly-blank": (("Code service : VOIRIE-07", "Guichet : ACCUEIL-3"), "VOIRIE-07"),
    "b-newly-wrong": (("Bureau des factures : VOIRIE-07", "Guichet : ACCUEIL-3"), "VOIRIE-07"),
    "a-same": (("Code service : VOIRIE-07",), "VOIRIE-07"),
}
"""What « Guichet », once it announces the service code, does to a page: the lines that it prints, and its code."""


def desks(folder: Path) -> Path:
    """Write PDFs, each with its sidecar, to a folder: one for each thing that « Guichet » can do; return the folder."""
    for name, (lines, code) in DESKS.items():
        truth = {"id": name, "language": "fr", "prefill": {"code_service": code, "numero_facture": "FX-2026-0042"}}
        put(folder, name, truth, pdf=desk_pdf(*lines))
    return folder


def desk_pdf(*lines: str) -> bytes:
    """Return the PDF of an invoice with these lines in place of its service code."""
    at = LINES.index("Code service : VOIRIE-07")
    return facturx_pdf((*LINES[:at], *lines, *LINES[at + 1 :]), None)
