"""A masked report: it tells the decisions and nothing of the invoice, whatever way it is told."""

import json
import pickle
import re
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from functools import cache
from inspect import getmembers
from pathlib import Path
from typing import Any, is_typeddict

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import chorus_ocr
from chorus_ocr import CHORUS_PRO, FieldRule, Firmness, LigneTva, Message, Parsed, Report, Seen, Severity, Text, check
from chorus_ocr import ValueType as Type
from chorus_ocr.catalogue import entries
from chorus_ocr.cli import form as text_of
from chorus_ocr.cli.ink import Ink
from chorus_ocr.compliance import blank as blank_fields
from chorus_ocr.compliance import messages, no_siret, verdicts
from chorus_ocr.compliance.warning import ComplianceWarning
from chorus_ocr.exporters import form as sheet_of
from chorus_ocr.exporters import form_text as sheet_text
from chorus_ocr.exporters import gaps, payloads, to_deposer_pdf, to_form, to_soumettre_facture
from chorus_ocr.exporters.soumettre import CADRES
from chorus_ocr.reading.document import PageText, WordTable
from chorus_ocr.recognition.folding import fold
from chorus_ocr.report import explain, form, notebook, overlay, phrases
from chorus_ocr.report.html import phrases as page_phrases
from chorus_ocr.report.mask import Mask
from chorus_ocr.report.masking import NO_NAMES
from chorus_ocr.rules.fields.siret_destinataire import SIRET_DESTINATAIRE
from chorus_ocr.values.rate import FRENCH_RATES
from fixtures.make_invoices import INVOICES
from fixtures.parties import siren, siret
from html_pages import shown, tree
from pages import document
from reading.pdfs import draw, stream, text
from rules.checks.bills import CLIENT, LINES, OTHER, WRONG, Case, bill, with_
from rules.checks.cases import failing_cases
from sampling import some_now
from tuning.corpora import SHARED, WITHOUT_SHARED

PDFS = sorted(INVOICES.glob("*.pdf"))

_RUN = re.compile(r"[^\W_]*\d[^\W_]*(?:[ \u00a0\u202f.,/'’+_:-][^\W_]*\d[^\W_]*)*")
_WORD = re.compile(r"[^\W\d_]{3,}")


def scan(path: Path) -> Report:
    return chorus_ocr.scan(path, password="secret")


# What a report tells, in every way it can be told


def strings(data: object) -> Iterator[str]:
    """Yield every text of plain data, but not its keys, which are the library's."""
    match data:
        case str():
            yield data
        case list():
            for each in data:
                yield from strings(each)
        case dict():
            for each in data.values():
                yield from strings(each)


def told(report: Report) -> str:
    """Return all that a report says of its invoice, in every way it can be told."""
    plain: dict[str, Any] = {**report.to_dict(), "rules": None}
    warnings = [replace(each, source="", box=None) for each in report.warnings]
    plain["warnings"] = [str([getattr(each, own.name) for own in fields(each)]) for each in warnings]
    lines = [*strings(plain), repr(report), repr(report.prefill), repr(report.completed), repr(warnings)]
    lines += [repr(report.document), repr(report.fields), repr(list(report.fields.values()))]
    lines += [repr(each.candidates) + repr(each.unanswered) for each in report.fields.values()]
    lines += [shown_in_notebook(each) for each in (report.prefill, report.fields, *report.fields.values())]
    for name in report.fields:
        lines += [report.explain(name, lang="fr"), report.explain(name, lang="en")]
    lines += text_of.form(report, report.document.file_name or "", Ink(), 200)
    lines.append(
        shown(replace(report, warnings=tuple(warnings), rules=replace(report.rules, fingerprint="")).to_html())
    )
    unsourced = replace(report, warnings=tuple(warnings), rules=replace(report.rules, fingerprint=""))
    lines.append(shown_in_notebook(unsourced))
    sheet = to_form(unsourced)
    lines += [str(sheet), repr(sheet), shown(sheet.to_html())]
    call = to_soumettre_facture(unsourced, cadre="A1", piece_jointe_id=1)
    lines += [*strings(call.payload), *map(str, call.gaps), repr(call)]
    lines += strings(to_deposer_pdf(report.prefill))
    for page in report.document.pages:
        view = unsourced.page(page.number)
        lines += [repr(page), shown_in_notebook(page), drawn(view.to_svg())]
        for each in (view.show(name).sheet for name in report.fields):
            lines += [f"{mark.label} {mark.told}" for mark in each.marks]
            lines += [" ".join([row.tag, row.title, *row.told]) for row in each.rows]
        lines += [*page.words.text, *page.off_page.text]
        lines += [f"{each.name} {each.value}" for each in page.form_values]
    lines += [page.text for page in report.document.beyond_scope]
    lines += report.document.embedded_files
    # The names of the norms stand in every file: « http://www.w3.org/2001/XMLSchema » tells of no invoice.
    xmls = [
        (each.name, re.sub(r'="(?:https?:|urn:)[^"]*"', "", each.data.decode()))
        for each in report.document.embedded_xml
    ]
    lines += [f"{name} {xml}" for name, xml in xmls]
    # A size of a page stays, and is no number of the invoice; nor is the escape that a repr writes for a narrow space.
    said = re.sub(r"\b\d+ × \d+ pt\b", "", "\n".join(lines))
    return said.replace("\\u202f", "\u202f").replace("\\xa0", "\u00a0")


def shown_in_notebook(value: Any) -> str:
    """Return all the text that a notebook shows of a value."""
    return shown(value._repr_html_())


def drawn(picture: str) -> str:
    """Return all the text of a drawing, tooltips included."""
    return "\n".join(tree(picture.partition("?>")[2]).itertext())


def numbers(text: str) -> set[str]:
    """Return the digits of every number of at least four, however it is grouped."""
    found = {re.sub(r"\D", "", run) for run in _RUN.findall(text)}
    return {digits for digits in found if len(digits) >= 4}


def groups(text: str) -> set[str]:
    """Return every group of at least four digits."""
    return {digits for digits in re.findall(r"\d+", text) if len(digits) >= 4}


def words(text: str) -> set[str]:
    return {fold(word) for word in _WORD.findall(text)}


@cache
def own_words() -> frozenset[str]:
    """Return the words of the pack and of the library: what a masked report may say."""
    lexicon = CHORUS_PRO.lexicon
    said = " ".join([*lexicon.words, *lexicon.light, *lexicon.tail, *lexicon.past, *lexicon.current, *NO_NAMES])
    handed_over_by = (gaps, sheet_of, sheet_text)
    shown_by = (form, phrases, overlay, notebook, page_phrases)
    for module in (explain, messages, text_of, verdicts, blank_fields, no_siret, *shown_by, *handed_over_by, entries):
        for _, value in getmembers(module):
            each = [value] if isinstance(value, Text) else list(value.values()) if isinstance(value, dict) else []
            said += " ".join(f" {text}" for text in each)
            said += str(dict(value)) if type(value).__name__ == "mappingproxy" else ""
    for made in CHORUS_PRO.checks:
        said += f" {made.code} {made.slug} {made.severity} {made.title} {made.messages} {made.hints}"
    for rule in CHORUS_PRO.fields:
        said += f" {rule.label} {rule.name} {rule.examples} {rule.words()}"
    blank = chorus_ocr.recognize(document("xxxx"))
    said += told(blank) + repr(verdicts.VERDICTS) + repr(list(verdicts.DETAILS)) + " VIREMENT PRELEVEMENT CHEQUE"
    said += " unanswered"
    api = " ".join(key for each in vars(payloads).values() if is_typeddict(each) for key in each.__annotations__)
    said += f" {api} {list(CADRES.values())}"
    said += (
        " FACTURE AVOIR TVA_SUR_DEBIT TVA_SUR_ENCAISSEMENT EXONERATION SANS_TVA LigneTva taux montant Decimal datetime"
    )
    return frozenset(words(said) | {"xxx"})


@cache
def own_numbers() -> frozenset[str]:
    """Return the numbers of the library: those of phrases of the pack, of messages, and the VAT rates in force."""
    kept = {each for phrase in CHORUS_PRO.lexicon.paths for each in numbers(phrase)}
    kept |= {f"{100 * rate:04.0f}" for rate in FRENCH_RATES}
    return frozenset(kept | numbers(told(chorus_ocr.recognize(document("xxxx")))))


def assert_nothing_survives(report: Report) -> None:
    before, after = told(report), told(report.masked())
    same = ((numbers(before) | groups(before)) & numbers(after)) - own_numbers()
    assert not same
    left = {word for word in words(before) & words(after) if set(word) != {"x"}} - own_words()
    assert not left


@pytest.mark.parametrize("path", some_now(PDFS))
def test_nothing_of_an_invoice_survives(path: Path) -> None:
    report = scan(path)
    assert_nothing_survives(report)
    data = pickle.dumps(report.masked())
    names = ("siret_destinataire", "siret_fournisseur", "iban", "bic", "tva_fournisseur", "numero_facture")
    for name in (*names, "numero_engagement", "numero_marche", "code_service"):
        for candidate in report.fields[name].candidates:
            for secret in (candidate.raw, str(candidate.value)):
                if len(secret) > 4:
                    assert secret.encode() not in data, name
    if report.fields["siret_fournisseur"].value:
        assert str(report.fields["siret_fournisseur"].value).encode() in pickle.dumps(report)


@pytest.mark.slow
def test_nothing_of_the_labelled_invoices_survives() -> None:
    if not SHARED.is_dir():
        pytest.skip(WITHOUT_SHARED)
    paths = sorted([*(SHARED / "made").rglob("*.pdf"), *(SHARED / "real").rglob("*.pdf")])
    assert len(paths) > 50
    for path in paths:
        assert_nothing_survives(chorus_ocr.scan(path))


@pytest.mark.parametrize("case", list(failing_cases()))
def test_nothing_survives_in_a_warning(case: Case) -> None:
    for lang in ("fr", "en"):
        report = chorus_ocr.scan(case.failing, file_name=case.failing_name, lang=lang, **case.how)
        assert case.code in [each.code for each in report.warnings]
        assert_nothing_survives(report)


def test_nothing_survives_of_what_a_file_carries_besides_its_print() -> None:
    invoice = b"<Name>Atelier Hugonnard</Name><ID>73282932000074</ID>"
    field = "/Type /Annot /Subtype /Widget /Rect [100 600 300 620] /FT /Tx /T (Madame Hugonnard) /V (FR4473282932)"
    attached = "/Type /Filespec /F (hugonnard-73282932.xml) /UF (hugonnard-73282932.xml) /EF << /UF 101 0 R >>"
    data = draw(
        text("SIRET client"),
        page="/Annots [100 0 R]",
        catalog="/AcroForm << /Fields [100 0 R] >> /Names << /EmbeddedFiles << /Names [(a) 102 0 R] >> >>",
        objects={
            100: f"<< {field} >>".encode(),
            101: stream("/Type /EmbeddedFile", invoice),
            102: f"<< {attached} >>".encode(),
        },
    )
    report = chorus_ocr.scan(data)
    assert "73282932000074" in told(report) and "FR4473282932" in told(report)
    assert_nothing_survives(report)
    masked = report.masked().document
    assert (len(masked.embedded_files), masked.embedded_xml) == (1, ())
    [value], [shown] = report.document.pages[0].form_values, masked.pages[0].form_values
    assert (shown.box, len(shown.value)) == (value.box, len(value.value))
    assert b"73282932" not in pickle.dumps(report.masked())


# What is kept


def skeleton(report: Report) -> object:
    """Return what a reader needs to understand a decision: everything but what the invoice says."""
    return [
        (
            name, decision.status, decision.chosen, decision.value is None, len(decision.premises),
            [
                (
                    each.verdict, each.keyword, each.published, each.relation, each.page, each.box, each.keyword_box,
                    [mark for mark in each.raw if not mark.isalnum()], len(each.raw), type(each.value),
                )
                for each in decision.candidates
            ],
        )
        for name, decision in report.fields.items()
    ], [
        (each.code, each.key, each.severity, each.title, each.field, each.page, each.box) for each in report.warnings
    ]  # fmt: skip


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.stem)
def test_the_decisions_stay(path: Path) -> None:
    report = scan(path)
    masked = report.masked()
    assert type(masked) is Report
    assert skeleton(masked) == skeleton(report)
    assert (masked.blocking, masked.not_run, masked.cadre, masked.lang) == (
        report.blocking, report.not_run, report.cadre, report.lang,
    )  # fmt: skip
    assert masked.rules == report.rules
    for before, after in zip(report.document.pages, masked.document.pages, strict=True):
        assert replace(after, words=WordTable(), off_page=WordTable()) == replace(
            before, words=WordTable(), off_page=WordTable()
        )
        assert list(map(len, after.words.text)) == list(map(len, before.words.text))
        assert replace(after.words, text=()) == replace(before.words, text=())
    for name in masked.fields:
        assert (getattr(masked.prefill, name) is None) == (getattr(report.prefill, name) is None)
        assert (getattr(masked.completed, name) is None) == (getattr(report.completed, name) is None)
    again = json.loads(masked.to_json())
    assert again == masked.to_dict()
    assert pickle.loads(pickle.dumps(masked)) == masked


@pytest.mark.parametrize("path", PDFS, ids=lambda path: path.stem)
def test_one_value_has_one_mask_and_long_numbers_have_their_own(path: Path) -> None:
    report = scan(path)
    masked = report.masked()
    masks: dict[object, object] = {}
    for name, decision in report.fields.items():
        pairs = zip(decision.candidates, masked.fields[name].candidates, strict=True)
        for before, after in pairs:
            assert masks.setdefault(before.value, after.value) == after.value
            assert masks.setdefault(before.raw, after.raw) == after.raw
    digits = {
        re.sub(r"\D", "", str(value)): re.sub(r"\D", "", str(mask))
        for value, mask in masks.items()
        if isinstance(value, str) and sum(map(str.isdigit, value)) >= 4
    }
    assert len(set(digits.values())) == len(digits) > 1 or report.fields["siret_destinataire"].candidates == ()


def test_a_masked_report_is_readable() -> None:
    report = chorus_ocr.scan(INVOICES / "invalid_siret.pdf").masked()
    assert report.explain("siret_destinataire").split("\n")[3:] == [
        "  « 900 000 000 00001 », page 1, sous « SIRET client » : sa clé de contrôle est fausse",
        "  « 90000000000002 », page 1, après « SIRET » : c'est celui de l'autre partie (d'après les mentions légales "
        "du pied de page)",
        "Avertissements :",
        "  DES02 Le SIRET 900 000 000 00001 (page 1) a une clé de contrôle fausse. Vérifier les 14 chiffres auprès du "
        "client, puis imprimer « SIRET client : » et le numéro exact.",
    ]
    assert report.prefill.siret_fournisseur == "90000000000002"
    assert report.value(SIRET_DESTINATAIRE) is None
    assert report.prefill.montant_ttc == Decimal("9000.03")
    assert (report.prefill.date_facture, report.prefill.date_echeance) == (date(2001, 1, 1), date(2001, 1, 2))
    assert report.prefill.lignes_tva is not None
    assert [line.taux for line in report.prefill.lignes_tva] == [20, 10]


def test_pages_stay_readable_in_messages() -> None:
    report = chorus_ocr.scan(bill(more_pages=4)).masked()
    [warning] = [each for each in report.warnings if each.code == "DOC07"]
    assert warning.message == "Le document a 5 pages ; non lues : 4-5."
    assert warning.hint.endswith("sur les pages lues : 1-3. La première l'est toujours.")


def test_a_flagged_identifier_is_masked_in_the_form() -> None:
    pdf = bill(with_(LINES, client_siret=f"SIRET client : {WRONG}"))
    report = chorus_ocr.scan(pdf, checksums="flag").masked()
    assert report.prefill.siret_destinataire == report.completed.siret_destinataire == "90000000000001"


def test_the_file_is_not_told_by_its_name_or_its_size() -> None:
    report = chorus_ocr.scan(bill(), file_name="facture Dupont 2026-04.pdf")
    drawn = replace(report.document, embedded_files=("factur-x.xml", "devis-Dupont.pdf"))
    masked = chorus_ocr.recognize(drawn).masked()
    assert masked.document.file_name == masked.to_dict()["file"]
    assert re.fullmatch(r"facture Xxxxxx 9\d{3}-\d\d\.pdf", masked.document.file_name or "")
    assert masked.document.embedded_files == ("factur-x.xml", "devis-Xxxxxx.pdf")
    assert masked.document.byte_size % 1024 == 0
    assert 0 < masked.document.byte_size - report.document.byte_size <= 1024


# Nothing can be computed from a mask


def test_two_invoices_that_differ_in_their_values_only_are_masked_alike() -> None:
    changed = with_(
        LINES,
        title="FACTURE N° GB-1734-5820",
        date="Date de facture : 25/11/2024",
        delivery="Date de livraison : 23/11/2024",
        term="Date d'échéance : 25/12/2024",
        client_siret=f"SIRET client : {OTHER}",
        engagement="Engagement : 37E111528",
        net="Total HT : 3 300,00 €",
        tax="Total TVA : 660,00 €",
        rate="TVA 20 % : 660,00 €",
        gross="Total TTC : 3 960,00 €",
        due="Net à payer : 3 960,00 €",
    )
    one, two = chorus_ocr.scan(bill()), chorus_ocr.scan(bill(changed))
    assert one.prefill != two.prefill
    hidden = [report.masked().to_dict() for report in (one, two)]
    for each in hidden:
        for decision in each["fields"].values():
            for candidate in decision["candidates"]:
                candidate["box"] = []  # letters are not all of one width
    assert hidden[0] == hidden[1]


sirets = st.builds(lambda head, rank: siret(siren(str(head)), rank), st.integers(10**7, 10**8 - 1), st.integers(1, 99))
names = st.text(st.characters(categories=("Ll", "Lu", "Lo"), exclude_characters="xX"), min_size=5, max_size=14).filter(
    lambda name: fold(name) not in own_words() and name.isalpha()
)
amounts = st.integers(10_000, 99_999_999).map(lambda cents: f"{cents // 100},{cents % 100:02}")
codes = st.from_regex(r"[A-Z]{2}-?[0-9]{5,9}", fullmatch=True)


@pytest.mark.slow
@example(number="10000000900017", name="AAAAA", gross="100,00", code="AA00000", day=date(2001, 1, 1), joint="")
@given(
    number=sirets, name=names, gross=amounts, code=codes, day=st.dates(date(1990, 1, 1), date(2099, 12, 31)),
    joint=st.sampled_from(["", " ", "\u00a0", "\u202f", "."]),
)  # fmt: skip
@settings(max_examples=40, derandomize=True)
def test_no_value_survives(number: str, name: str, gross: str, code: str, day: date, joint: str) -> None:
    grouped = joint.join((number[:3], number[3:6], number[6:9], number[9:]))
    drawn = replace(
        document(
            f"FACTURE N° {code}",
            f"Date : {day:%d/%m/%Y}",
            f"{name} SARL",
            f"SIRET client : {grouped}",
            f"SIRET : {number[:-1]}{(int(number[-1]) + 1) % 10}",
            f"Engagement : {code}",
            f"Total TTC : {gross} €",
            f"Votre règlement est à faire à {name} Factor",
        ),
        file_name=f"{name}_{code}.pdf",
        beyond_scope=(PageText(number=4, text=f"{name}\n{grouped} {gross}"),),
        embedded_files=(f"{number}.xml",),
    )
    report = chorus_ocr.recognize(drawn)
    masked = report.masked()
    said = told(masked)
    for secret in (number, grouped, gross, gross.replace(",", "."), f"{day:%d/%m/%Y}", day.isoformat(), name, code):
        assert secret in told(report) or secret in (gross.replace(",", "."), day.isoformat(), number)
        assert not re.search(rf"(?<![^\W_]){re.escape(secret)}(?![^\W_])", said)
    assert_nothing_survives(report)


@given(st.text(max_size=80))
@settings(max_examples=200, derandomize=True)
def test_any_text_keeps_its_length_and_loses_its_signs(text: str) -> None:
    mask = Mask(words=frozenset({"siret"}), phrases=("art 293 B",))
    masked = mask.text(text)
    assert len(masked) == len(text)
    assert mask.text(text) == masked
    for before, after in zip(text, masked, strict=True):
        if before.isascii() and not before.isalnum():
            assert after in (before, "\ufffd")
        elif not before.isascii() and before == after:
            assert not before.isalnum() or before in masked.lower()
    assert all(mark.isascii() or not mark.isalnum() for mark in masked) or "siret" in fold(text)


def test_the_words_of_a_code_are_hidden_though_the_pack_knows_them() -> None:
    report = chorus_ocr.scan(bill(with_(LINES, service="Code service : FACTURATION")))
    assert report.prefill.code_service == "FACTURATION"
    assert report.masked().prefill.code_service == "XXXXXXXXXXX"
    assert "FACTURATION" not in told(report.masked())


def test_the_article_of_an_exemption_stays_and_no_amount_behind_one() -> None:
    mask = Mask(words=frozenset({"tva", "art", "b", "article"}), phrases=("art 293 B", "article 262"))
    assert mask.text("TVA non applicable, art. 293 B du CGI") == "TVA xxx xxxxxxxxxx, art. 293 B xx XXX"
    assert mask.text("article 262 000,00") == "article 900 000,01"


def test_a_sign_that_may_be_a_letter_is_none() -> None:
    mask = Mask(words=frozenset())
    assert mask.text("\ue041\ue042 Ⓐ ① m² ٣") == "\ufffd\ufffd \ufffd 9 x9 9"


def test_short_numbers_look_alike_when_there_are_too_many() -> None:
    mask = Mask(words=frozenset(), numbers={"9"})
    masks = {str(digit): mask.text(str(digit)) for digit in range(10)}
    assert all(before != after for before, after in masks.items())
    assert len(mask.text("12")) == 2


def test_no_mask_is_what_another_value_says() -> None:
    mask = Mask(words=frozenset(), numbers={"9001", "9002", "2002"}, days={date(2001, 1, 1), date(2020, 5, 5)})
    assert [mask.text("1234"), mask.text("9001"), mask.text("9003")] == ["9003", "9004", "9005"]
    assert [mask.day(date(2001, 1, 1)), mask.day(date(2020, 5, 5))] == [date(2003, 1, 1), date(2003, 1, 2)]


def test_a_page_that_prints_every_year_is_masked_all_the_same() -> None:
    mask = Mask(words=frozenset(), numbers={str(year) for year in range(1000, 10_000)}, days={date(2020, 5, 5)})
    assert mask.day(date(2020, 5, 5)) == date(2001, 1, 1)
    assert mask.text("1234") == "9999"


# What an application adds


@check(
    code="IDE98",
    slug="tout-dire",
    severity=Severity.INFO,
    title=Text("Tout", "All"),
    rationale="A check of the tests.",
    source="the tests",
    firmness=Firmness.LOW,
    since="0.1.0",
    messages={
        "all": Text("{siret} {count} {siren} {rate} {line} {thing}", "{siret} {count} {siren} {rate} {line} {thing}")
    },
    hints={"all": Text("dit", "told")},
)
def tout_dire(seen: Seen) -> Iterator[Message]:
    """Tells values of every type."""
    line = LigneTva(taux=Decimal("20"), base_ht=Decimal("1234.56"), montant=None)
    arguments = {
        "siret": CLIENT, "count": 12, "siren": 219749090, "rate": 1234.5, "line": (line,), "thing": Thing(),
    }  # fmt: skip
    yield Message(key="all", arguments=arguments)


class Thing:
    """A type that the library does not know."""

    def __str__(self) -> str:
        return "Dupont 5678"


def thing(raw: str) -> Parsed[Thing]:
    return Parsed(Thing())


def test_arguments_of_every_type_are_masked() -> None:
    report = chorus_ocr.scan(bill(), rules=CHORUS_PRO.with_check(tout_dire))
    [before] = [each for each in report.warnings if each.code == "IDE98"]
    [after] = [each for each in report.masked().warnings if each.code == "IDE98"]
    assert before.message == f"{CLIENT} 12 219749090 1234.5 20 % de 1 234,56 Dupont 5678"
    assert re.fullmatch(r"900 000 000 00001 12 9\d{8} 9000.\d+ 20 % de 9 000,\d\d Xxxxxx 9\d{3}", after.message)
    assert after.hint == "dit"


def test_a_warning_that_no_check_made_is_masked_word_for_word() -> None:
    report = chorus_ocr.scan(bill())
    own = ComplianceWarning(
        code="IDE97", slug="own", key="own", severity=Severity.INFO, title="Own", message=f"Dupont : {CLIENT}",
        hint="SIRET client de Dupont", print_text=f"SIRET client : {CLIENT}", source="the tests",
    )  # fmt: skip
    [masked] = replace(report, warnings=(own,)).masked().warnings
    assert masked.message == "Xxxxxx : 900 000 000 00001"
    assert masked.hint == "SIRET client de Xxxxxx"
    assert masked.print_text == "SIRET client : 900 000 000 00001"


def test_a_value_of_an_unknown_type_becomes_its_masked_text() -> None:
    rule = FieldRule(
        name="chose",
        label="Références : chose",
        keywords=("numéro de chose",),
        value=Type(name="thing", pattern=re.compile(r"T\d+"), parse=thing),
        source="the tests",
    )
    report = chorus_ocr.scan(bill(with_(LINES, own="Numéro de chose : T123")), rules=CHORUS_PRO.with_field(rule))
    assert isinstance(report.fields["chose"].value, Thing)
    value = report.masked().fields["chose"].value
    assert isinstance(value, str) and re.fullmatch(r"Xxxxxx 9\d{3}", value)
    assert "Dupont" not in told(report.masked())
