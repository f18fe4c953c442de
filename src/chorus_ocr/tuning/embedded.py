"""The truth about a Factur-X or ZUGFeRD file: the invoice embedded in it, as far as the pages print it.

The XML is taken out of the file by the package factur-x, not by the reader that is graded.

XML says what the invoice means, not what it prints: a value that is not seen on the pages in scope is left out of the
truth, and is not scored. Nor does it say what announces a reference: one printed beside « Votre référence » counts as
missing, until a person writes the sidecar (``draft_truth``). Amounts are scored without their sign.
"""

import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from chorus_ocr.compliance.embedded_invoice import EmbeddedInvoice, NoInvoice, parse_invoice
from chorus_ocr.errors import MissingExtra, TruthError
from chorus_ocr.prefill import LigneTva, TypeFacture
from chorus_ocr.reading.document import Document
from chorus_ocr.reading.source import PdfSource, load_source
from chorus_ocr.scanning import read
from chorus_ocr.tuning.printed import Print
from chorus_ocr.tuning.truth import Truth, TruthValue, VatLine
from chorus_ocr.values import bic, iban, siret, tva
from chorus_ocr.values.parsed import ValueType

EXTRA: Final = "facturx"


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
    try:
        invoice = parse_invoice(xml)
    except NoInvoice as error:
        raise TruthError(name, (str(error),)) from error
    printed = Print.of(document)
    kept = _Kept(printed)
    _fill(kept, invoice)
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


def _fill(kept: _Kept, invoice: EmbeddedInvoice) -> None:
    issued, due = invoice.date_facture, invoice.date_echeance
    kept.reference("numero_facture", invoice.numero_facture)
    if issued and kept.printed.dates[issued]:
        kept.prefill["date_facture"] = issued
    _fill_type(kept, invoice)
    kept.checked("siret_fournisseur", invoice.siret_fournisseur, siret.SIRET)
    kept.checked("siret_destinataire", invoice.siret_destinataire, siret.SIRET)
    kept.checked("tva_fournisseur", invoice.tva_fournisseur, tva.TVA)
    kept.checked("tva_destinataire", invoice.tva_destinataire, tva.TVA)
    kept.reference("code_service", invoice.code_service)
    kept.reference("numero_engagement", invoice.numero_engagement)
    kept.reference("numero_marche", invoice.numero_marche)
    if kept.prefill.get("type_facture") == TypeFacture.AVOIR:
        kept.reference("numero_facture_origine", invoice.numero_facture_origine)
    if invoice.devise in kept.printed.currencies:
        kept.prefill["devise"] = invoice.devise
    if due and kept.printed.dates[due] and due != issued:  # the one print of a day may be the invoice's own date
        kept.prefill["date_echeance"] = due
    kept.checked("iban", invoice.iban, iban.IBAN)
    kept.checked("bic", invoice.bic, bic.BIC)
    _fill_amounts(kept, invoice)


def _fill_type(kept: _Kept, invoice: EmbeddedInvoice) -> None:
    """Keep the type where the page has a word for it: a credit note may be coded as an invoice of negative amounts."""
    says_credit = kept.printed.says("avoir") or kept.printed.says("note de crédit")
    if invoice.is_credit_note and says_credit:
        kept.prefill["type_facture"] = TypeFacture.AVOIR
    elif invoice.type_code and not invoice.is_credit_note and not says_credit and kept.printed.says("facture"):
        kept.prefill["type_facture"] = TypeFacture.FACTURE


def _fill_amounts(kept: _Kept, invoice: EmbeddedInvoice) -> None:
    net, gross, due = invoice.montant_ht, invoice.montant_ttc, invoice.montant_a_payer
    kept.amount("montant_ttc", gross)
    kept.amount("montant_ht", net, times=2 if net == gross else 1)
    kept.amount("montant_tva", invoice.montant_tva)
    if due != gross:  # the same figure is printed once, and nothing tells as what
        kept.amount("montant_a_payer", due)
    lines = [
        VatLine(taux=line.taux, base_ht=line.base_ht, montant=line.montant)
        for line in invoice.lignes_tva
        if line is not None and _is_printed(line, kept.printed)
    ]
    if lines and len(lines) == len(invoice.lignes_tva):
        kept.prefill["lignes_tva"] = tuple(lines)


def _is_printed(line: LigneTva, printed: Print) -> bool:
    return line.taux in printed.rates and line.montant is not None and printed.amounts[abs(line.montant)] > 0


def _stem(file_name: str | None) -> str | None:
    return re.sub(r"\.pdf\Z", "", file_name, flags=re.IGNORECASE) if file_name else None
