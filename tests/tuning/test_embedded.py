"""The truth about a Factur-X file: what its embedded invoice says, as far as the page prints it."""

import io
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

import chorus_ocr
from chorus_ocr.errors import MissingExtra, NotAPdf, TruthError
from chorus_ocr.prefill import TypeFacture
from chorus_ocr.tuning import Truth, VatLine, embedded_truth, evaluate
from chorus_ocr.tuning.corpus import NO_TEXT, NO_TRUTH
from chorus_ocr.tuning.embedded import truth_from_xml
from fixtures.sheet import Sheet
from pages import document
from tuning.corpora import INVOICES, LINES, SHARED, WITHOUT_SHARED, XML, facturx_pdf

PAGE = document(*LINES)


def changed(*pairs: tuple[str, str]) -> bytes:
    text = XML
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text.encode()


def told(*pairs: tuple[str, str], page: chorus_ocr.Document = PAGE) -> Truth:
    return truth_from_xml(changed(*pairs), page, name="F")


def printing(*changes: tuple[str, str]) -> chorus_ocr.Document:
    lines = list(LINES)
    for old, new in changes:
        lines[lines.index(old)] = new
    return document(*lines)


def test_what_is_printed_is_the_truth() -> None:
    truth = told()
    assert truth.prefill == {
        "numero_facture": "FX-2026-0042",
        "date_facture": date(2026, 3, 12),
        "type_facture": TypeFacture.FACTURE,
        "siret_fournisseur": "11000201100044",
        "tva_fournisseur": "FR40303265045",
        "siret_destinataire": "21350903700015",
        "code_service": "VOIRIE-07",
        "numero_engagement": "4500123456",
        "devise": "EUR",
        "date_echeance": date(2026, 4, 11),
        "iban": "FR7630006000011234567890189",
        "montant_ttc": Decimal("1200.00"),
        "montant_ht": Decimal("1000.00"),
        "montant_tva": Decimal("200.00"),
        "lignes_tva": (VatLine(taux=Decimal("20.00"), base_ht=Decimal("1000.00"), montant=Decimal("200.00")),),
    }
    assert (truth.truth_source, truth.complete, truth.language, truth.kind) == ("xml", False, "fr", "invoice")
    assert not truth.signs_count
    assert Truth.from_dict(truth.to_dict()) == truth


@pytest.mark.parametrize("name", ["tva_destinataire", "numero_marche", "bic", "numero_facture_origine"])
def test_what_is_not_printed_is_not_scored(name: str) -> None:
    assert name not in told().prefill


def test_the_amount_due_is_scored_only_where_it_is_another_than_the_total() -> None:
    assert "montant_a_payer" not in told().prefill
    page = printing(("Échéance : 11/04/2026", "Net à payer : 300,00 €"))
    due = ("<ram:DuePayableAmount>1200.00", "<ram:DuePayableAmount>300.00")
    assert told(due, page=page).prefill["montant_a_payer"] == Decimal("300.00")


def test_a_total_without_tax_needs_two_prints_of_one_figure() -> None:
    exempt = (
        ("<ram:TaxBasisTotalAmount>1000.00", "<ram:TaxBasisTotalAmount>1200.00"),
        ('currencyID="EUR">200.00', 'currencyID="EUR">0.00'),
    )
    assert "montant_ht" not in told(*exempt).prefill
    twice = printing(("Total HT : 1 000,00 €", "Total HT : 1 200,00 €"))
    assert told(*exempt, page=twice).prefill["montant_ht"] == Decimal("1200.00")


def test_a_due_date_on_the_day_of_the_invoice_is_not_surely_printed() -> None:
    assert "date_echeance" not in told(("20260411", "20260312")).prefill


@pytest.mark.parametrize(
    ("code", "title", "expected"),
    [
        ("380", "FACTURE", TypeFacture.FACTURE),
        ("386", "Facture d'acompte", TypeFacture.FACTURE),
        ("381", "AVOIR", TypeFacture.AVOIR),
        ("381", "FACTURE", None),
        ("380", "AVOIR sur facture", None),
        ("380", "RECHNUNG", None),
    ],
)
def test_the_type_is_what_the_page_says(code: str, title: str, expected: str | None) -> None:
    page = document(title)
    truth = told(("<ram:TypeCode>380", f"<ram:TypeCode>{code}"), page=page)
    assert truth.prefill.get("type_facture") == expected


def test_only_a_credit_note_has_an_invoice_of_origin() -> None:
    credited = printing(("FACTURE", "AVOIR"), ("Facture n° FX-2026-0042", "Sur la facture FX-2026-0007"))
    truth = told(("<ram:TypeCode>380", "<ram:TypeCode>381"), page=credited)
    assert truth.prefill["numero_facture_origine"] == "FX-2026-0007"
    assert truth.kind == "credit_note"
    page = printing(("Échéance : 11/04/2026", "Acompte : facture FX-2026-0007"))
    assert "numero_facture_origine" not in told(page=page).prefill


def test_a_number_whose_key_is_wrong_must_be_flagged() -> None:
    page = printing(("SIRET client : 213 509 037 00015", "SIRET client : 213 509 037 00016"))
    truth = told(("21350903700015", "21350903700016"), page=page)
    assert truth.prefill["siret_destinataire"] is None
    assert truth.invalid == {"siret_destinataire": "21350903700016"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('schemeID="0009">11000201100044', 'schemeID="0002">110002011'),
        ('schemeID="0009">11000201100044', 'schemeID="0088">11000201100044'),
    ],
)
def test_only_fourteen_digits_of_a_french_scheme_are_a_siret(old: str, new: str) -> None:
    assert "siret_fournisseur" not in told((old, new)).prefill


@pytest.mark.parametrize(
    "line", ["Réf. FX-2026-00421", "Réf. FX-2026-0042-3", "Réf. 1/FX-2026-0042", "Réf. FX-2026 et 0042", ""]
)
def test_a_piece_of_another_number_is_no_print(line: str) -> None:
    assert "numero_facture" not in told(page=document("FACTURE", line)).prefill


@pytest.mark.parametrize("line", ["n° fx-2026-0042.", "(FX\u20112026\u20110042)", "FX - 2026 - 0042"])
def test_other_spellings_are(line: str) -> None:
    assert told(page=document("FACTURE", line)).prefill["numero_facture"] == "FX-2026-0042"


def test_editions_name_their_elements_otherwise() -> None:
    old = changed(
        ("CrossIndustryInvoice", "CrossIndustryDocument"),
        ("rsm:ExchangedDocument>", "rsm:HeaderExchangedDocument>"),
        ("rsm:SupplyChainTradeTransaction", "rsm:SpecifiedSupplyChainTradeTransaction"),
        ("ApplicableHeaderTrade", "ApplicableSupplyChainTrade"),
        ("IssuerAssignedID", "ID"),
        ("RateApplicablePercent", "ApplicablePercent"),
        ("SettlementHeaderMonetary", "SettlementMonetary"),
    )
    assert truth_from_xml(old, PAGE, name="F") == told()


@pytest.mark.parametrize(
    ("xml", "fault"),
    [
        (b"<a", "is broken"),
        (b"", "is broken"),
        (b"<Order/>", "is no invoice but a Order"),
        (b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "declares a document type"),
        (b'<?xml version="1.0" encoding="nonsense"?><a/>', "is broken"),
    ],
)
def test_what_is_no_invoice(xml: bytes, fault: str) -> None:
    with pytest.raises(TruthError, match=fault):
        truth_from_xml(xml, PAGE, name="F")


def test_an_invoice_that_says_nothing_leaves_all_out() -> None:
    assert truth_from_xml(b"<CrossIndustryInvoice/>", PAGE, name="F").prefill == {}


@pytest.mark.parametrize("text", ["", "abc", "NaN", "1,5"])
def test_nonsense_where_an_amount_should_be(text: str) -> None:
    assert "montant_ttc" not in told(("<ram:GrandTotalAmount>1200.00", f"<ram:GrandTotalAmount>{text}")).prefill


class TestWithTheFacturxPackage:
    """From the PDF itself; the package is optional."""

    @pytest.fixture(autouse=True)
    def _package(self) -> None:
        pytest.importorskip("facturx", reason="the extra « facturx » is not installed")

    def test_the_invoice_is_taken_out_of_the_pdf(self, tmp_path: Path) -> None:
        path = tmp_path / "FX-42.pdf"
        path.write_bytes(facturx_pdf())
        truth = embedded_truth(path)
        assert truth is not None and truth.id == "FX-42"
        assert truth.prefill == told().prefill

    def test_a_pdf_without_one_has_no_truth(self) -> None:
        assert embedded_truth(INVOICES / "credit_note.pdf") is None

    def test_another_attachment_is_no_invoice(self) -> None:
        assert embedded_truth(facturx_pdf(xml="<order/>")) is None

    def test_no_pdf_at_all(self) -> None:
        with pytest.raises(NotAPdf):
            embedded_truth(b"<html>")

    def test_an_evaluation_grades_by_it(self, tmp_path: Path) -> None:
        (tmp_path / "FX-42.pdf").write_bytes(facturx_pdf())
        (tmp_path / "plain.pdf").write_bytes(facturx_pdf(xml=None))
        (tmp_path / "blank.pdf").write_bytes(facturx_pdf(lines=()))
        found = evaluate(tmp_path)
        assert [each.id for each in found.documents] == ["FX-42"]
        assert found.total.correct >= 14 and found.wrong_rate == 0.0
        assert {(Path(each.source).stem, each.reason) for each in found.skipped} == {
            ("plain", NO_TRUTH),
            ("blank", NO_TEXT),
        }

    def test_a_wrong_value_is_told(self, tmp_path: Path) -> None:
        (tmp_path / "FX-42.pdf").write_bytes(facturx_pdf(changes={"FX-2026-0042": "4500123456"}))
        [outcome] = [each for each in evaluate(tmp_path).documents[0].failures if each.field == "numero_facture"]
        assert (outcome.expected, outcome.returned) == ("4500123456", "FX-2026-0042")

    def test_a_language_that_was_not_asked_for(self, tmp_path: Path) -> None:
        (tmp_path / "FX-42.pdf").write_bytes(facturx_pdf())
        assert not evaluate(tmp_path, language="de").documents
        assert len(evaluate(tmp_path, language="fr").documents) == 1

    def test_bytes_and_open_files_will_do(self) -> None:
        pdf = facturx_pdf()
        found = evaluate([(pdf, None), (io.BytesIO(pdf), None), (chorus_ocr.read(pdf), None)])
        assert len(found.documents) == 2
        assert [each.reason for each in found.skipped] == [NO_TRUTH]

    @pytest.mark.skipif(not SHARED.is_dir(), reason=WITHOUT_SHARED)
    def test_it_agrees_with_people_who_read_the_same_files(self) -> None:
        compared = 0
        for path in sorted(SHARED.glob("*/*.pdf")):
            beside = path.with_suffix("").with_suffix("")
            sidecar = beside.with_name(path.stem + ".expected.json")
            truth = embedded_truth(path) if sidecar.exists() and b"EmbeddedFile" in path.read_bytes() else None
            if truth is None:
                continue
            read = Truth.read(sidecar)
            for name in truth.prefill.keys() & read.prefill.keys():
                if name in read.unannounced or read.truth_source == "none":
                    continue  # XML does not tell what announces a reference
                compared += 1
                assert plain(truth, name) == plain(read, name), (path.name, name)
        assert compared > 300


def plain(truth: Truth, name: str) -> object:
    value = truth.prefill[name]
    if isinstance(value, Decimal):
        return abs(value)
    if isinstance(value, tuple):
        return sorted((line.taux or 0, abs(line.montant or 0)) for line in value if isinstance(line, VatLine))
    return value, truth.invalid.get(name)


def test_without_the_package_the_file_is_named_and_skipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "facturx", None)
    (tmp_path / "FX-42.pdf").write_bytes(facturx_pdf())
    with pytest.raises(MissingExtra, match=r"pip install 'chorus-ocr\[facturx\]'") as caught:
        embedded_truth(tmp_path / "FX-42.pdf")
    assert isinstance(caught.value, ImportError) and caught.value.extra == "facturx"
    found = evaluate(tmp_path)
    assert not found.documents and not found.unread
    assert [each.source for each in found.skipped] == [str(tmp_path / "FX-42.pdf")]
    assert "facturx" in found.skipped[0].reason


def test_a_pdf_without_attachments_never_needs_the_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "facturx", None)
    assert embedded_truth(bytes(Sheet().output())) is None


def test_the_package_is_loaded_only_when_a_file_asks_for_it() -> None:
    code = "import sys, chorus_ocr.tuning; print('facturx' in sys.modules, 'lxml' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
