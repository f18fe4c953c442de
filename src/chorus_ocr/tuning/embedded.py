"""The truth about a Factur-X or ZUGFeRD file: the invoice embedded in it, as far as the pages print it.

Source: EN 16931-1, « Semantic data model of the core elements of an electronic invoice » (the BT- numbers), in its
syntax UN/CEFACT Cross Industry Invoice; FNFE-MPE, « Factur-X 1.0 », and ZUGFeRD 1.0, whose elements have other names.

XML says what the invoice means, not what it prints: a value that is not seen on the pages in scope is left out of the
truth, and is not scored. Nor does it say what announces a reference: one printed beside « Votre référence » counts as
missing, until a person writes the sidecar (``draft_truth``). Amounts are scored without their sign.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final
from xml.etree import ElementTree

from chorus_ocr.errors import MissingExtra, TruthError
from chorus_ocr.prefill import TypeFacture
from chorus_ocr.reading.document import Document
from chorus_ocr.reading.source import PdfSource, load_source
from chorus_ocr.scanning import read
from chorus_ocr.tuning.printed import Print
from chorus_ocr.tuning.truth import Truth, TruthValue, VatLine
from chorus_ocr.values import bic, iban, siret, tva
from chorus_ocr.values.parsed import ValueType

EXTRA: Final = "facturx"
ROOTS: Final = ("CrossIndustryInvoice", "CrossIndustryDocument")
CREDIT_NOTES: Final = frozenset({"81", "83", "261", "296", "308", "381", "396", "420", "458", "502", "503", "532"})
"""The codes of UNTDID 1001 that EN 16931 allows in BT-3 for a credit note."""


def embedded_truth(source: PdfSource, document: Document | None = None, *, name: str | None = None) -> Truth | None:
    """Return the truth about a PDF from the invoice embedded in it; None when there is none.

    ``document``: the same PDF as read; None reads its first three pages. ``name``: the ``id`` of the truth; by default
    the name of the file.

    Raises ``MissingExtra`` when the factur-x package is not installed, ``TruthError`` for an embedded file that is no
    invoice anybody could read, ``UnreadableDocument`` where ``source`` cannot be read.
    """
    opened = load_source(source)
    held = read(opened.data, file_name=opened.file_name) if document is None else document
    if not has_embedded_xml(held):
        return None
    xml = _extract(opened.data, opened.label)
    if xml is None:
        return None
    return truth_from_xml(xml, held, name=name or _stem(opened.file_name) or opened.label)


def has_embedded_xml(document: Document) -> bool:
    """Whether a file that may be an invoice is attached to a document."""
    return any(attached.lower().endswith(".xml") for attached in document.embedded_files)


def truth_from_xml(xml: bytes, document: Document, *, name: str) -> Truth:
    """Return the truth in an invoice of the syntax CII, keeping what the pages in scope of a document print.

    Raises ``TruthError`` when the XML is broken or no such invoice.
    """
    # No invoice needs a document type; what declares one may expand to any size.
    if b"<!DOCTYPE" in xml:
        raise TruthError(name, ("the embedded XML declares a document type",))
    try:
        root = ElementTree.fromstring(xml)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise TruthError(name, (f"the embedded XML is broken: {error}",)) from error
    if _local(root) not in ROOTS:
        raise TruthError(name, (f"the embedded XML is no invoice but a {_local(root)}",))
    printed = Print.of(document)
    kept = _Kept(printed)
    _fill(kept, root)
    return Truth(
        id=name,
        origin="embedded XML",
        kind="credit_note" if kept.prefill.get("type_facture") == TypeFacture.AVOIR else "invoice",
        language=printed.language,
        complete=False,
        truth_source="xml",
        has_xml=True,
        text_extractable=any(len(page.words) for page in document.pages),
        prefill=kept.prefill,
        invalid=kept.invalid,
    )


def _extract(data: bytes, label: str) -> bytes | None:
    """Return the invoice embedded in a PDF, by the factur-x package, or None."""
    try:
        import facturx
    except ImportError as error:
        raise MissingExtra("reading the invoice embedded in a PDF", EXTRA) from error
    try:
        _, xml = facturx.get_xml_from_pdf(data, check_xsd=False, filenames=["*.xml"])
    except Exception as error:  # whatever its own PDF library thinks of a damaged file
        raise TruthError(label, (f"the embedded XML cannot be taken out: {error}",)) from error
    return xml if isinstance(xml, bytes) and xml else None


@dataclass(slots=True)
class _Kept:
    """The truth while it is gathered: only what is printed gets in."""

    printed: Print
    prefill: dict[str, TruthValue] = field(default_factory=dict)
    invalid: dict[str, str] = field(default_factory=dict)

    def reference(self, name: str, value: str | None) -> None:
        if value and self.printed.holds(value):
            self.prefill[name] = value

    def checked(self, name: str, value: str | None, kind: ValueType[str]) -> None:
        """Keep an identifier that has a key; one whose key is wrong must be reported, and stay blank."""
        if not value or not self.printed.holds(value):
            return
        parsed = kind.parse(value)
        if parsed.valid:
            self.prefill[name] = parsed.value
        elif parsed.fault == "checksum":
            self.prefill[name] = None
            self.invalid[name] = parsed.value or value

    def amount(self, name: str, value: Decimal | None, *, times: int = 1) -> None:
        """Keep an amount that is printed so many times: once for each datum that has the same figure."""
        if value is not None and self.printed.amounts[abs(value)] >= times:
            self.prefill[name] = value


def _fill(kept: _Kept, root: ElementTree.Element) -> None:
    head = _first(root, "ExchangedDocument", "HeaderExchangedDocument")
    trade = _first(root, "SupplyChainTradeTransaction", "SpecifiedSupplyChainTradeTransaction")
    agreement = _first(trade, "ApplicableHeaderTradeAgreement", "ApplicableSupplyChainTradeAgreement")
    settlement = _first(trade, "ApplicableHeaderTradeSettlement", "ApplicableSupplyChainTradeSettlement")
    issued = _day(_text(head, "IssueDateTime/DateTimeString"))
    kept.reference("numero_facture", _text(head, "ID"))  # BT-1
    if issued and kept.printed.dates[issued]:
        kept.prefill["date_facture"] = issued  # BT-2
    _fill_type(kept, _text(head, "TypeCode"))
    for party, role in (("SellerTradeParty", "fournisseur"), ("BuyerTradeParty", "destinataire")):
        body = _first(agreement, party)
        kept.checked(f"siret_{role}", _siret(body), siret.SIRET)  # BT-30, BT-47
        kept.checked(f"tva_{role}", _vat_number(body), tva.TVA)  # BT-31, BT-48
    kept.reference("code_service", _text(agreement, "BuyerReference"))  # BT-10
    kept.reference("numero_engagement", _document(agreement, "BuyerOrderReferencedDocument"))  # BT-13
    kept.reference("numero_marche", _document(agreement, "ContractReferencedDocument"))  # BT-12
    if kept.prefill.get("type_facture") == TypeFacture.AVOIR:
        kept.reference("numero_facture_origine", _document(settlement, "InvoiceReferencedDocument"))  # BT-25
    code = _text(settlement, "InvoiceCurrencyCode")  # BT-5
    if code in kept.printed.currencies:
        kept.prefill["devise"] = code
    due = _day(_text(settlement, "SpecifiedTradePaymentTerms/DueDateDateTime/DateTimeString"))
    if due and kept.printed.dates[due] and due != issued:  # the one print of a day may be the invoice's own date
        kept.prefill["date_echeance"] = due  # BT-9
    _fill_accounts(kept, settlement)
    _fill_amounts(kept, settlement, code)


def _fill_type(kept: _Kept, code: str | None) -> None:
    """BT-3, where the page has a word for it: a credit note may be coded as an invoice of negative amounts."""
    says_credit = kept.printed.says("avoir") or kept.printed.says("note de crédit")
    if code in CREDIT_NOTES and says_credit:
        kept.prefill["type_facture"] = TypeFacture.AVOIR
    elif code is not None and code not in CREDIT_NOTES and not says_credit and kept.printed.says("facture"):
        kept.prefill["type_facture"] = TypeFacture.FACTURE


def _fill_accounts(kept: _Kept, settlement: ElementTree.Element | None) -> None:
    """BT-84 and BT-86, where there is one account to pay to."""
    means = list(_all(settlement, "SpecifiedTradeSettlementPaymentMeans"))
    ibans = {found for each in means if (found := _text(each, "PayeePartyCreditorFinancialAccount/IBANID"))}
    bics = {found for each in means if (found := _text(each, "PayeeSpecifiedCreditorFinancialInstitution/BICID"))}
    if len(ibans) == 1:
        kept.checked("iban", ibans.pop(), iban.IBAN)
    if len(bics) == 1:
        kept.checked("bic", bics.pop(), bic.BIC)


def _fill_amounts(kept: _Kept, settlement: ElementTree.Element | None, code: str | None) -> None:
    totals = _first(
        settlement,
        "SpecifiedTradeSettlementHeaderMonetarySummation",
        "SpecifiedTradeSettlementMonetarySummation",
    )
    net, gross = _amount(totals, "TaxBasisTotalAmount"), _amount(totals, "GrandTotalAmount")
    tax = next(
        (_number(each.text) for each in _all(totals, "TaxTotalAmount") if each.get("currencyID") in (None, code)), None
    )
    due = _amount(totals, "DuePayableAmount")
    kept.amount("montant_ttc", gross)  # BT-112
    kept.amount("montant_ht", net, times=2 if net == gross else 1)  # BT-109
    kept.amount("montant_tva", tax)  # BT-110
    if due != gross:  # the same figure is printed once, and nothing tells as what
        kept.amount("montant_a_payer", due)  # BT-115
    lines = [_vat_line(each) for each in _all(settlement, "ApplicableTradeTax")]
    if lines and all(_is_printed(line, kept.printed) for line in lines):
        kept.prefill["lignes_tva"] = tuple(lines)  # BT-116 to BT-119


def _vat_line(tax: ElementTree.Element) -> VatLine:
    return VatLine(
        taux=_amount(tax, "RateApplicablePercent", "ApplicablePercent"),
        base_ht=_amount(tax, "BasisAmount"),
        montant=_amount(tax, "CalculatedAmount"),
    )


def _is_printed(line: VatLine, printed: Print) -> bool:
    return line.taux in printed.rates and line.montant is not None and printed.amounts[abs(line.montant)] > 0


def _siret(party: ElementTree.Element | None) -> str | None:
    """The SIRET of a party. Scheme 0009 is SIRET; 0002 is SIREN, under which some software writes a SIRET."""
    ids = [*_all(_first(party, "SpecifiedLegalOrganization"), "ID"), *_all(party, "GlobalID")]
    for each in ids:
        digits = re.sub(r"\s", "", each.text or "")
        if each.get("schemeID") in ("0002", "0009") and re.fullmatch(r"[0-9]{14}", digits):
            return digits
    return None


def _vat_number(party: ElementTree.Element | None) -> str | None:
    for registration in _all(party, "SpecifiedTaxRegistration"):
        for each in _all(registration, "ID"):
            if each.get("schemeID") == "VA" and each.text:
                return re.sub(r"\s", "", each.text)
    return None


def _document(parent: ElementTree.Element | None, name: str) -> str | None:
    """The number of a document that another part of the invoice refers to; None for several, or none."""
    numbers = {found for each in _all(parent, name) if (found := _text(each, "IssuerAssignedID") or _text(each, "ID"))}
    return numbers.pop() if len(numbers) == 1 else None


def _local(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]


def _all(parent: ElementTree.Element | None, *names: str) -> Iterator[ElementTree.Element]:
    """Yield the direct children of these local names: editions differ in their namespaces."""
    if parent is not None:
        yield from (child for child in parent if _local(child) in names)


def _first(parent: ElementTree.Element | None, *names: str) -> ElementTree.Element | None:
    return next(_all(parent, *names), None)


def _text(parent: ElementTree.Element | None, path: str) -> str | None:
    """Return the text at a path of local names such as ``IssueDateTime/DateTimeString``, None where it is empty."""
    found = parent
    for name in path.split("/"):
        found = _first(found, name)
    return ((found.text or "").strip() or None) if found is not None else None


def _amount(parent: ElementTree.Element | None, *names: str) -> Decimal | None:
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


def _stem(file_name: str | None) -> str | None:
    return re.sub(r"\.pdf\Z", "", file_name, flags=re.IGNORECASE) if file_name else None
