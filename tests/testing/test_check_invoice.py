"""What check_invoice() finds, what counts, and what it refuses."""

import io
import json
import pickle
from datetime import date
from decimal import Decimal
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from chorus_ocr import (
    CHORUS_PRO,
    FieldRule,
    LigneTva,
    ModePaiement,
    Severity,
    Truth,
    TruthError,
    TypeFacture,
    TypeTva,
    scan,
)
from chorus_ocr.testing import InvoiceCheck, assert_chorus_readable, check_invoice, failed_check
from chorus_ocr.tuning import Grade
from chorus_ocr.values.amount import AMOUNT
from fixtures.make_invoices import INVOICES
from rules.checks.bills import CLIENT, LINES, OTHER, WRONG, bill, with_, without
from rules.checks.cases import CASES
from testing.templates import FINE, KEYWORD_REMOVED, MEANT, picture

ODD = bill(with_(LINES, client_siret=f"SIRET client : {OTHER}"))
"""Another client's SIRET stands where the client's was meant."""

TWO = bill(with_(LINES, again="Engagement : 26D000999"))
"""Two engagements with equal right."""


def grades(check: InvoiceCheck) -> dict[str, Grade]:
    return {each.field: each.grade for each in check.differences}


def test_a_field_that_is_not_named_is_not_judged() -> None:
    check = check_invoice(ODD, {"numero_engagement": "26D000417"})
    assert (check.ok, check.judged) == (True, ("numero_engagement",))


def test_differences_come_worst_first_and_in_the_order_of_the_form() -> None:
    meant = {"montant_ttc": "1", "siret_destinataire": CLIENT, "bic": None, "iban": None, "numero_marche": "M-1"}
    assert list(grades(check_invoice(ODD, meant)).items()) == [
        ("siret_destinataire", Grade.WRONG),
        ("montant_ttc", Grade.WRONG),
        ("iban", Grade.SPURIOUS),
        ("bic", Grade.SPURIOUS),
        ("numero_marche", Grade.MISSING),
    ]


def test_a_value_where_none_was_meant_names_the_words_that_announce_it() -> None:
    [found] = check_invoice(FINE, {"numero_engagement": None}).differences
    assert (found.meant, found.read, found.lines) == (None, "26D000417", ())
    assert found.why == ("lu à cet endroit : « 26D000417 », page 1, après « engagement », mot-clé publié",)
    assert found.fixes == ("Ne pas imprimer « 26D000417 », ou pas là où « engagement » l'annonce.",)


def test_a_print_that_is_itself_a_value_is_not_to_be_printed() -> None:
    [found] = check_invoice(bill(with_(LINES, vat="TVA acquittée sur les débits")), {"type_tva": None}).differences
    assert found.fixes == ("Ne pas imprimer « TVA acquittée sur les débits ».",)


def test_two_values_with_equal_right_are_both_told() -> None:
    [found] = check_invoice(TWO, {"numero_engagement": "26D000417"}).differences
    assert [each.partition(",")[0] for each in found.why] == ["« 26D000417 »", "« 26D000999 »"]
    assert [each.code for each in found.warnings] == ["REF07"]
    assert found.fixes[0] == "Imprimer « Engagement : 26D000417 »."


def test_a_number_whose_key_is_wrong_is_not_to_be_printed_again() -> None:
    pdf = bill(with_(LINES, client_siret=f"SIRET client : {WRONG}"))
    [found] = check_invoice(pdf, {"siret_destinataire": WRONG}).differences
    assert found.lines == ()
    assert found.why[0].endswith("sa clé de contrôle est fausse")
    assert found.fixes[0].startswith("Vérifier les 14 chiffres auprès du client")
    assert check_invoice(pdf, {"siret_destinataire": WRONG}, checksums="flag", fail_on=None).ok


def test_a_text_that_is_no_value_of_its_field_is_told_so() -> None:
    [found] = check_invoice(without_siret(), {"siret_destinataire": "1100"}).differences
    assert found.why[0] == "« 1100 » ne peut pas être lu : ce n'est pas une valeur de ce champ"
    assert found.lines == ()
    assert found.fixes[0] == "Corriger ce qui était prévu : ce n'est pas une valeur juste de ce champ."
    [found] = check_invoice(FINE, {"siret_destinataire": "1100"}).differences
    assert len(found.why) == 2
    lines = check_invoice(FINE, {"siret_destinataire": "1100"}).to_text().split("\n")
    assert lines[3:5] == ["    prévu     1100", "    lu        217 209 147 00016"]


def without_siret() -> bytes:
    return bill(without(LINES, "client siret"))


def test_a_value_that_follows_from_others_is_not_printed() -> None:
    [found] = check_invoice(bill(without(LINES, "due")), {"montant_a_payer": 1440}).differences
    assert found.read is None
    assert "Calculé : 1 440,00, qui n'est pas imprimé ; le champ reste vide" in found.why
    assert found.fixes == ("Imprimer « Net à payer : 1 440,00 ».",)


def test_no_vat_is_to_be_printed_as_well() -> None:
    lines = with_(without(LINES, "rate", "tax", "supplier vat"), net="Total HT : 1 440,00 €")
    [found] = check_invoice(bill(lines), {"type_tva": "SANS_TVA"}).differences
    assert "Calculé : sans TVA, qui n'est pas imprimé ; le champ reste vide" in found.why
    assert check_invoice(bill(with_(lines, regime=found.lines[0])), {"type_tva": "SANS_TVA"}).ok


def test_the_line_of_a_number_says_what_the_document_is() -> None:
    credit = bill(with_(LINES, title="AVOIR N° AV-1", origin="Facture d'origine : FA-0"))
    [found] = check_invoice(credit, {"numero_facture": "AV-2"}).differences
    assert found.lines == ("Avoir n° : AV-2",)


@pytest.mark.parametrize(
    ("meant", "grade"),
    [
        ([{"taux": 20}], None),
        ([{"taux": "20 %", "montant": "240,00"}], None),
        ([LigneTva(taux=Decimal("20.0"), base_ht=None, montant=Decimal(240))], None),
        ([{"taux": 20, "base_ht": 1200, "montant": 240}], Grade.MISSING),
        ([{"taux": 10, "montant": 240}], Grade.WRONG),
        ([{"taux": 20, "montant": -240}], Grade.WRONG),
        ([{"taux": 20}, {"taux": 20}], Grade.WRONG),
        ([], Grade.SPURIOUS),
        (None, Grade.SPURIOUS),
    ],
    ids=str,
)
def test_lines_of_vat_are_compared_as_far_as_they_are_named(meant: Any, grade: Grade | None) -> None:
    assert grades(check_invoice(FINE, {"lignes_tva": meant})) == ({} if grade is None else {"lignes_tva": grade})


def test_amounts_are_compared_with_their_signs_and_to_the_cent() -> None:
    assert check_invoice(FINE, {"montant_ttc": Decimal("1440.004")}).ok
    assert grades(check_invoice(FINE, {"montant_ttc": -1440})) == {"montant_ttc": Grade.WRONG}


def test_a_truth_is_judged_as_an_evaluation_does() -> None:
    truth = Truth.read(INVOICES / "two_engagements.expected.json")
    assert truth.rivals.keys() == {"numero_engagement"}
    assert check_invoice(INVOICES / "two_engagements.pdf", truth).ok


def test_a_field_of_an_own_pack_is_judged() -> None:
    own = FieldRule(name="consigne", label="Consigne", aliases=("consigne",), value=AMOUNT, source="ours")
    pack, pdf = CHORUS_PRO.with_field(own), bill(with_(LINES, more="Consigne : 12,50 €"))
    assert check_invoice(pdf, {"consigne": Decimal("12.5")}, rules=pack).ok
    [found] = check_invoice(pdf, {"consigne": "13,00"}, rules=pack).differences
    assert (found.label, found.lines) == ("Consigne", ("Consigne : 13,00",))


def test_which_warnings_count() -> None:
    meant = {"numero_engagement": "26D000417"}
    assert [each.code for each in check_invoice(KEYWORD_REMOVED, meant).warnings] == ["DES01"]
    assert check_invoice(KEYWORD_REMOVED, meant, allow=("DES01",)).ok
    assert check_invoice(KEYWORD_REMOVED, meant, fail_on=None).ok
    pdf = bill(with_(LINES, engagement="Engagement:26D000417"))
    assert check_invoice(pdf, meant).ok
    for fail_on in (Severity.WARNING, "warning", "info"):
        assert [each.code for each in check_invoice(pdf, meant, fail_on=fail_on).warnings] == ["DOC23"]


def test_the_arguments_of_scan_reach_it(tmp_path: Path) -> None:
    path = tmp_path / "facture.txt"
    path.write_bytes(FINE)
    assert [each.code for each in check_invoice(path, {}, fail_on="info").warnings] == ["DOC02"]
    assert check_invoice(path, {}, fail_on="info", file_name="facture.pdf").ok
    assert check_invoice(path, MEANT, reader="pdfplumber", pages="all", file_name="facture.pdf").ok


@pytest.mark.parametrize(
    ("how", "fault"),
    [
        ({"fail_on": "blockin"}, "fail_on is one of 'blocking', 'warning', 'info', not 'blockin'"),
        (
            {"allow": ["DOC9", "des01"]},
            "no check 'DOC9'; did you mean 'DOC.9'.; no check 'des01'; did you mean",
        ),
        ({"reader": "acrobat"}, "reader is one of"),
        ({"pages": "none"}, "pages is one of"),
        ({"lang": "de"}, "lang is one of"),
    ],
    ids=str,
)
def test_a_wrong_argument_is_refused(how: dict[str, Any], fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        check_invoice(b"", {}, **how)


@pytest.mark.parametrize("allow", ["DOC08", 8, None])
def test_allow_is_a_collection_of_codes(allow: Any) -> None:
    with pytest.raises(TypeError, match="allow is a collection of codes such as"):
        check_invoice(FINE, {}, allow=allow)


UNREAD: list[tuple[Any, str, str]] = [
    (b"", "<bytes>", "illisible, le fichier est vide"),
    (b"<html><body>500", "<bytes>", "illisible, ce n'est pas un PDF : il commence comme un fichier HTML"),
    (INVOICES / "password.pdf", str(INVOICES / "password.pdf"), "illisible, un mot de passe est nécessaire"),
    (INVOICES, str(INVOICES), "illisible, c'est un dossier, non un fichier"),
    ("absent.pdf", "absent.pdf", "illisible, ce fichier n'existe pas"),
    (b"%PDF-1.7 nothing", "<bytes>", "illisible, le PDF est endommagé et ne s'ouvre pas"),
]


@pytest.mark.parametrize(("pdf", "source", "told"), UNREAD, ids=[told for *_, told in UNREAD])
def test_a_file_that_cannot_be_read_is_told_without_raising(pdf: Any, source: str, told: str) -> None:
    check = check_invoice(pdf, MEANT)
    assert not check.ok
    assert (check.report, check.differences, check.warnings) == (None, (), ())
    assert check.to_text() == f"{source} : {told}"
    assert check.to_dict()["error"] == {"type": type(check.error).__name__, "cause": getattr(check.error, "cause", "")}
    assert told.removeprefix("illisible, ") in unescape(check.to_html()).replace("\N{NO-BREAK SPACE}", " ")


def test_the_assertion_fails_for_a_file_that_cannot_be_read() -> None:
    with pytest.raises(AssertionError, match=r"^facture.pdf: unreadable, .+, but like PNG$"):
        assert_chorus_readable(b"\x89PNG\r\n", file_name="facture.pdf", lang="en")


def test_the_assertion_hands_over_what_was_found() -> None:
    assert assert_chorus_readable(FINE, siret_destinataire=CLIENT, montant_ttc="1 440,00", bic="CRRVFR2X").ok
    with pytest.raises(AssertionError) as raised:
        assert_chorus_readable(KEYWORD_REMOVED, {"code_service": "TECHNIQUE"}, siret_destinataire=CLIENT)
    check = failed_check(raised.value)
    assert check is not None and check.judged == ("siret_destinataire", "code_service")
    assert str(raised.value) == check.to_text()
    assert failed_check(AssertionError("another")) is None
    again = failed_check(pickle.loads(pickle.dumps(raised.value)))
    assert again is not None and again.to_dict() == check.to_dict()


def test_a_binary_file_is_named_by_its_path(tmp_path: Path) -> None:
    path = tmp_path / "facture.pdf"
    path.write_bytes(FINE)
    with path.open("rb") as file:
        assert check_invoice(file, {}).source == str(path)
    assert check_invoice(io.BytesIO(FINE), {}).source == "<bytes>"


def test_the_result_as_data() -> None:
    check = check_invoice(KEYWORD_REMOVED, MEANT, allow=["DOC08"], file_name="facture.pdf")
    data = json.loads(check.to_json())
    assert data == check.to_dict()
    assert data["schema_version"] == 1
    assert {key: data[key] for key in ("file", "ok", "error", "fail_on", "allow")} == {
        "file": "facture.pdf", "ok": False, "error": None, "fail_on": "blocking", "allow": ["DOC08"],
    }  # fmt: skip
    assert data["judged"] == [name for name in CHORUS_PRO.rules if name in MEANT]
    assert data["differences"] == [
        {
            "field": "siret_destinataire",
            "label": "Destinataire : SIRET",
            "grade": "missing",
            "status": "absent",
            "meant": "21720914700016",
            "read": None,
            "why": ["« 217 209 147 00016 », page 1, sans mot-clé : aucun mot-clé ne l'annonce"],
            "fixes": ["Imprimer « SIRET client : 217 209 147 00016 »."],
            "lines": ["SIRET client : 217 209 147 00016"],
            "warnings": [],
        }
    ]
    assert [(each["code"], each["severity"]) for each in data["warnings"]] == [("DES01", "blocking")]
    assert "DES12" in data["not_run"]
    lines = check_invoice(FINE, {"lignes_tva": [{"taux": "5,5"}]}).to_dict()["differences"]
    assert isinstance(lines, list) and isinstance(lines[0], dict)
    assert lines[0]["meant"] == [{"taux": "5.5", "base_ht": None, "montant": None}]
    assert lines[0]["read"] == [{"taux": "20", "base_ht": None, "montant": "240.00"}]


def test_the_result_shows_itself() -> None:
    check = check_invoice(ODD, MEANT, file_name="facture.pdf")
    assert repr(check) == "<InvoiceCheck facture.pdf: siret_destinataire wrong; 0 warnings>"
    assert repr(check.differences[0]) == (
        "<Difference siret_destinataire wrong: meant '21720914700016', read '21180902500011'>"
    )
    assert repr(check_invoice(FINE, MEANT)) == "<InvoiceCheck <bytes>: ok, 7 fields as meant>"
    assert repr(check_invoice(b"", {})) == "<InvoiceCheck <bytes>: not read>"
    assert repr(check_invoice(picture(), {})) == "<InvoiceCheck <bytes>: 1 warnings>"
    many = check_invoice(picture(), MEANT, file_name="\x1b[2J.pdf")
    assert "and 4 more; 1 warnings" in repr(many) and "\x1b" not in repr(many)
    shown = check._repr_html_()
    assert "<td" in shown and "211 809 025 00011" in shown.replace("\N{NO-BREAK SPACE}", " ")


def test_the_page_stands_alone_and_escapes_what_the_invoice_says() -> None:
    pdf = bill(with_(LINES, engagement="Engagement : <script>alert(1)</script>"))
    page = check_invoice(pdf, MEANT, file_name="<b>.pdf").to_html()
    assert page.startswith("<!DOCTYPE html>") and page.endswith("</html>\n")
    assert "<script" not in page and "<b>.pdf" not in page
    assert page.index('id="check"') < page.index('id="report-1"')
    assert "DES01" in check_invoice(KEYWORD_REMOVED, MEANT)._repr_html_()


def test_print_cannot_steer_the_terminal() -> None:
    check = check_invoice(ODD, {"numero_facture": "\x1b[2J"}, file_name="\x1b[2J.pdf")
    assert "\x1b" not in check.to_text()


def test_the_messages_in_english() -> None:
    check = check_invoice(KEYWORD_REMOVED, {**MEANT, "bic": None}, lang="en", file_name="invoice.pdf")
    assert check.to_text().split("\n") == [
        "invoice.pdf: not meant: bic; not read: siret_destinataire; warnings: DES01",
        "",
        "  Paiement : BIC (bic)",
        "    meant  (blank)",
        "    read   CRRVFR2X",
        "    why    read there: « CRRVFR2X », page 1, after « BIC »",
        "    → Do not print « CRRVFR2X », or not where « BIC » announces it.",
        "",
        "  Destinataire : SIRET (siret_destinataire)",
        "    meant  217 209 147 00016",
        "    read   (blank)",
        "    why    « 217 209 147 00016 », page 1, without a keyword: no keyword announces it",
        "    → Print « SIRET client : 217 209 147 00016 ».",
        "",
        "  BLOCKING  DES01  No SIRET of the recipient (see siret_destinataire)",
    ]


def test_an_invoice_that_is_fine_is_one_line() -> None:
    assert check_invoice(FINE, {}).to_text() == "<bytes> : rien à signaler"
    assert check_invoice(FINE, {"bic": "CRRVFR2X"}, lang="en").to_text() == "<bytes>: 1 field read as meant"


def failing(code: str, key: str) -> bytes:
    """Return the invoice that a check of the file trips on."""
    return next(each.failing for each in CASES if (each.code, each.key) == (code, key))


@pytest.mark.parametrize(
    ("pdf", "told"),
    [
        (failing("DOC10", "lost"), "  ATTENTION  DOC10  Page 1 : 71 caractères sur 71 sont dessinés sans dire"),
        (
            failing("DOC11", "value"),
            "  ATTENTION  DOC11  Page 1 : un champ de formulaire porte une valeur que le texte",
        ),
        (failing("DOC13", "title"), "  BLOQUANT  DOC13  Le titre « DEVIS N » annonce un autre document"),
    ],
    ids=["letters without a meaning", "a form field", "a quote"],
)
def test_what_is_wrong_with_the_file_comes_first_and_once(pdf: bytes, told: str) -> None:
    code = told.split()[1]
    for fail_on in ("blocking", None):
        lines = check_invoice(pdf, MEANT, fail_on=fail_on).to_text().split("\n")
        assert lines[2].startswith(told)
        assert sum(f"  {code}  " in line for line in lines) == 1
    allowed = check_invoice(pdf, MEANT, fail_on=None, allow=[code])
    assert not any(f"  {code}  " in line for line in allowed.to_text().split("\n"))


def test_the_file_is_not_blamed_for_a_value_that_was_not_meant() -> None:
    text = check_invoice(failing("DOC11", "value"), {"bic": None}, fail_on=None).to_text()
    assert "bic" in text and "DOC11" not in text


INVOICES_READ = sorted(path for path in INVOICES.glob("*.pdf") if path.stem != "password")


@pytest.mark.parametrize("path", INVOICES_READ, ids=lambda path: path.stem)
def test_what_is_read_is_as_meant_and_nothing_else_is(path: Path) -> None:
    form = scan(path).prefill
    check = check_invoice(path, form, fail_on=None)
    assert check.ok
    held = {name: getattr(form, name) for name in check.judged}
    other = {name: _another(value) for name, value in held.items()}
    differing = check_invoice(path, other, fail_on=None)
    assert grades(differing) == {name: Grade.SPURIOUS if other[name] is None else Grade.WRONG for name in held}
    text = differing.to_text()
    assert all(f"({name})" in text for name in held)
    assert all(each.why and (each.fixes or not each.lines) for each in differing.differences)


def _another(value: object) -> object:
    match value:
        case Decimal():
            return value + 1
        case date():
            return value.replace(year=value.year - 1, day=1)
        case tuple():
            return [{"taux": "2,1"}]
        case TypeFacture() | TypeTva() | ModePaiement():
            return next(each for each in type(value) if each != value)
        case _:
            return None


def test_rivals_that_are_not_there_have_no_line_to_print() -> None:
    truth = Truth(id="x", prefill={"numero_engagement": None}, rivals={"numero_engagement": ("A-1", "B-2")})
    [found] = check_invoice(FINE, truth).differences
    assert (found.grade, found.meant, found.lines) == (Grade.WRONG, ("A-1", "B-2"), ())
    assert "    prévu     A-1; B-2" in check_invoice(FINE, truth).to_text()


def test_type_checkers_know_the_fields() -> None:
    # Each « ignore » is itself checked: mypy warns of one that nothing needs.
    with pytest.raises(TruthError):
        assert_chorus_readable(FINE, siret_destinatair=CLIENT)  # type: ignore[call-arg]
    with pytest.raises(TruthError):
        assert_chorus_readable(FINE, code_service=12)  # type: ignore[arg-type]
