"""The invoice embedded in a PDF is read by the names of the form, whatever edition of the syntax it is written in."""

from datetime import date
from decimal import Decimal

import pytest

from chorus_ocr import Document, LigneTva, TypeFacture
from chorus_ocr.compliance.embedded_invoice import NoInvoice, embedded_invoice, parse_invoice
from chorus_ocr.reading.document import EmbeddedXml
from tuning.corpora import XML

NOTHING = "<CrossIndustryInvoice/>"


def document(*files: tuple[str, str]) -> Document:
    return Document(
        pages=(),
        page_count=0,
        embedded_xml=tuple(EmbeddedXml(name=name, data=text.encode()) for name, text in files),
    )


def test_every_datum_is_read() -> None:
    found = parse_invoice(XML.encode())
    assert (found.numero_facture, found.date_facture, found.date_echeance) == (
        "FX-2026-0042",
        date(2026, 3, 12),
        date(2026, 4, 11),
    )
    assert (found.siret_fournisseur, found.siret_destinataire) == ("11000201100044", "21350903700015")
    assert (found.tva_fournisseur, found.tva_destinataire) == ("FR40303265045", "FR44732829320")
    assert (found.code_service, found.numero_engagement, found.numero_marche) == ("VOIRIE-07", "4500123456", "2025M017")
    totals = (found.montant_ht, found.montant_tva, found.montant_ttc, found.montant_a_payer)
    assert totals == (Decimal(1000), Decimal(200), Decimal(1200), Decimal(1200))
    assert found.lignes_tva == (LigneTva(taux=Decimal("20.00"), base_ht=Decimal("1000.00"), montant=Decimal("200.00")),)
    assert (found.iban, found.bic, found.devise) == ("FR7630006000011234567890189", "AGRIFRPP882", "EUR")
    assert found.numero_facture_origine == "FX-2026-0007"
    assert found.value("type_facture") is TypeFacture.FACTURE and found.value("nothing") is None


def test_an_empty_invoice_says_nothing() -> None:
    found = parse_invoice(NOTHING.encode())
    assert found.numero_facture is None and found.montant_ttc is None and found.value("type_facture") is None
    assert found.lignes_tva == ()


@pytest.mark.parametrize(
    ("code", "total", "expected"),
    [("381", "1200.00", TypeFacture.AVOIR), ("381", "-5", TypeFacture.AVOIR), ("380", "-1200.00", None)],
)
def test_the_type_is_that_of_the_code_unless_the_amounts_are_negative(
    code: str, total: str, expected: TypeFacture | None
) -> None:
    xml = XML.replace("<ram:TypeCode>380<", f"<ram:TypeCode>{code}<").replace(
        "TotalAmount>1200.00", f"TotalAmount>{total}"
    )
    assert parse_invoice(xml.encode()).value("type_facture") is expected


def test_several_values_with_one_right_are_none() -> None:
    means = "<ram:SpecifiedTradeSettlementPaymentMeans>"
    account = "ram:PayeePartyCreditorFinancialAccount"
    other = f"{means}<{account}><ram:IBANID>FR14</ram:IBANID></{account}>{means.replace('<', '</')}"
    assert means in XML
    assert parse_invoice(XML.replace(means, other + means).encode()).iban is None


@pytest.mark.parametrize(
    "xml", ["", "<a", "<Invoice/>", "<!DOCTYPE a []><a/>", "\x00", "<?xml version='1.0' encoding='none'?><a/>"]
)
def test_what_is_no_invoice_is_told(xml: str) -> None:
    with pytest.raises(NoInvoice, match="the embedded XML"):
        parse_invoice(xml.encode())


def test_the_first_invoice_among_the_attached_files_is_taken() -> None:
    found = embedded_invoice(document(("commande.xml", "<Order/>"), ("factur-x.xml", XML)))
    assert not isinstance(found, NoInvoice) and found is not None and found.numero_facture == "FX-2026-0042"
    assert embedded_invoice(document()) is None
    assert embedded_invoice(document(("commande.xml", "<Order/>"))) is None
    assert isinstance(embedded_invoice(document(("Factur-X.xml", "<Order/>"))), NoInvoice)
