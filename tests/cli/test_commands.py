"""The command line: what it prints, the code it ends with, and that it never shows a traceback."""

import json
import os
import re
import subprocess
import sys
import textwrap
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest

import chorus_ocr
from chorus_ocr import CHORUS_PRO, exporters
from chorus_ocr.cli import main
from chorus_ocr.compliance.seen import Need
from fixtures.make_invoices import INVOICES
from html_pages import Read, by_id, of_class, said, tree
from rules.checks.bills import CLIENT, LINES, WRONG, bill, with_, without

ROOT = Path(__file__).parents[2]
GOOD = str(INVOICES / "inline_labels.pdf")
BLOCKED = str(INVOICES / "invalid_siret.pdf")
SHUT = str(INVOICES / "password.pdf")
_ASKING = ", ".join(each.code for each in CHORUS_PRO.checks if Need.DIRECTORY in each.needs)
WITHOUT_DIRECTORY = textwrap.fill(
    f"Contrôles non faits, faute d'annuaire (--directory) : {_ASKING}",
    100,
    initial_indent="  ",
    subsequent_indent="  ",
)
"""The checks that no invoice of this module is put to."""


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "chorus_ocr", *arguments],
        capture_output=True,
        check=False,
        env={**os.environ, **environment},
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a directory with PDFs in several places, one of them no PDF at all."""
    (tmp_path / "b").mkdir()
    (tmp_path / "z.pdf").write_bytes(bill())
    (tmp_path / "a.PDF").write_bytes(bill(with_(LINES, client_siret=f"SIRET client : {WRONG}")))
    (tmp_path / "b" / "c.pdf").write_bytes(b"no PDF")
    (tmp_path / "b" / "notes.txt").write_text("no PDF either", encoding="utf-8")
    return tmp_path


# Text


def test_the_form_is_shown_block_by_block(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scan", GOOD]) == 0
    shown = capsys.readouterr()
    assert shown.err == ""
    assert (
        shown.out
        == f"""{GOOD} (1 page)
  Cadre           A1                   facture d'un fournisseur
  Identification  Numéro de facture    FA-2026-0187
                  Date de facture      12/03/2026
                  Type de facture      facture
  Destinataire    SIRET                110 002 011 00044
                  Code service         DRVDACH049
  Fournisseur     SIRET                648 126 977 09674
                  Numéro de TVA        FR 35 648 126 977
  Références      Numéro d'engagement  1405728316
                  Numéro de marché     2025-VDR-014
  Montants        Devise               EUR
                  Total HT             10 974,20
                  Total TVA             2 194,84
                  Total TTC            13 169,04
                  Net à payer          13 169,04
                  Type de TVA          TVA sur les débits
  TVA             Détail par taux      20 % = 2 194,84
  Paiement        Date d'échéance      11/04/2026
                  Mode de paiement     virement
                  IBAN                 FR76 1938 3397 8531 4121 0723 606
                  BIC                  CRRVFR2X

  INFO  MEN01  Aucune date de livraison ou d'exécution n'est imprimée.
               → Imprimer « Date de livraison : » ou « Prestations du … au … », même si c'est le
                 jour de la facture.
{WITHOUT_DIRECTORY}
"""
    )


def test_an_invoice_that_is_right_is_told_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "f.pdf"
    path.write_bytes(bill())
    assert "  Rien à signaler." in lines_of(capsys, str(path))


def lines_of(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    main(["scan", *arguments])
    return capsys.readouterr().out.split("\n")


def row(lines: Sequence[str], label: str) -> str:
    found = next(line for line in lines if f"  {label}  " in line)
    return found.partition(label)[2].strip()


def test_a_blank_is_shown_as_a_blank_with_what_to_look_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "f.pdf"
    path.write_bytes(bill(with_(without(LINES, "service", "engagement", "rate", "iban"), tax="TVA au taux normal")))
    lines = lines_of(capsys, str(path))
    assert row(lines, "Code service") == "—  à annoncer par « code service » ou « code du service »"
    assert row(lines, "Numéro d'engagement") == "—  à annoncer par « engagement » ou « EJ »"
    assert row(lines, "Total TVA") == "240,00  calculé"
    assert row(lines, "Type de TVA") == "—  à imprimer, par exemple « TVA acquittée sur les débits »"
    assert not any("IBAN" in line for line in lines)


def test_invalid_and_ambiguous_values_are_shown_as_blanks(capsys: pytest.CaptureFixture[str]) -> None:
    assert row(lines_of(capsys, BLOCKED), "SIRET").startswith("—  invalide : 217 029 147 00016")
    two = str(INVOICES / "two_engagements.pdf")
    assert row(lines_of(capsys, two), "Numéro d'engagement") == "—  ambigu : 1400772158, 1400772163"


def test_flagged_checksums_are_shown_with_a_mark(capsys: pytest.CaptureFixture[str]) -> None:
    assert row(lines_of(capsys, "--checksums", "flag", BLOCKED), "SIRET").startswith("217 029 147 00016  clé fausse")


def test_warnings_come_last_the_most_severe_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "f.pdf"
    path.write_bytes(
        bill(with_(LINES, client_siret=f"SIRET client : {WRONG}", engagement="BDC n° : BC26-0417"), more_pages=3)
    )
    lines = lines_of(capsys, str(path))
    codes = [line.split()[:2] for line in lines if line.startswith(("  BLOQUANT", "  ATTENTION", "  INFO"))]
    assert codes == [["BLOQUANT", "DES02"], ["ATTENTION", "REF09"], ["INFO", "DOC07"]]
    assert any(line.strip() == "→ Imprimer « Commande : BC26-0417 »." for line in lines)
    assert max(map(len, lines)) <= 100


def test_english_on_request(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scan", "--lang", "en", BLOCKED]) == 1
    shown = capsys.readouterr().out
    assert "BLOCKING  DES02  The check digit of the SIRET 217 029 147 00016" in shown
    assert "3,298.00" in shown and "2026-05-29" in shown


def test_the_cadre_and_the_pages_are_arguments(capsys: pytest.CaptureFixture[str]) -> None:
    several = str(INVOICES / "several_pages.pdf")
    assert "A9                   facture d'un sous-traitant" in "\n".join(lines_of(capsys, "--cadre", "A9", several))
    assert not any("DOC07" in line for line in lines_of(capsys, "--pages", "all", several))


# Several files


def test_a_directory_is_walked_and_a_bad_file_keeps_none_back(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scan", str(folder), GOOD]) == 2
    shown = capsys.readouterr()
    headers = [line for line in shown.out.split("\n") if line.endswith("(1 page)")]
    assert headers == [f"{folder / name} (1 page)" for name in ("a.PDF", "z.pdf")] + [f"{GOOD} (1 page)"]
    assert shown.err == f"chorus-ocr: {folder / 'b' / 'c.pdf'}: ce n'est pas un PDF\n"
    assert shown.out.endswith("\n\n4 fichiers : sans blocage 2, avec blocage 1, illisibles 1\n")


@pytest.mark.parametrize(
    ("files", "code"),
    [((GOOD,), 0), ((GOOD, BLOCKED), 1), ((SHUT, BLOCKED, GOOD), 2), ((GOOD, "missing.pdf"), 2)],
)
def test_the_exit_code_tells_the_worst(files: tuple[str, ...], code: int) -> None:
    assert main(["scan", *files]) == code
    assert main(["scan", "--format", "json", *files]) == code
    assert main(["scan", "--format", "html", *files]) == code


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "le fichier est vide"),
        (b"hello", "ce n'est pas un PDF"),
        (b"%PDF-1.7\n", "le PDF est endommagé et ne s'ouvre pas"),
    ],
)
def test_an_unreadable_file_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes, told: str
) -> None:
    path = tmp_path / "f.pdf"
    path.write_bytes(content)
    assert main(["scan", str(path)]) == 2
    assert capsys.readouterr().err == f"chorus-ocr: {path}: {told}\n"


def test_passwords_missing_files_and_empty_directories_are_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = tmp_path / "missing.pdf"
    assert main(["scan", SHUT, str(missing), str(tmp_path)]) == 2
    assert capsys.readouterr().err.split("\n") == [
        f"chorus-ocr: {SHUT}: un mot de passe est nécessaire (--password)",
        f"chorus-ocr: {missing}: ce fichier n'existe pas",
        f"chorus-ocr: {tmp_path}: aucun PDF dans ce dossier",
        "",
    ]
    assert main(["scan", "--lang", "en", "--password", "wrong", SHUT]) == 2
    assert "the password is wrong" in capsys.readouterr().err
    assert main(["scan", "--password", "secret", SHUT]) == 0


def test_a_directory_that_cannot_be_listed_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.scandir

    def guarded(path: str) -> Any:
        if str(path).endswith("b"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr("os.scandir", guarded)
    assert main(["scan", str(folder)]) == 2
    shown = capsys.readouterr()
    assert shown.err == f"chorus-ocr: {folder / 'b'}: la lecture n'en est pas permise\n"
    assert str(folder / "z.pdf") in shown.out


# JSON


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    main(["scan", "--format", "json", *arguments])
    items = json.loads(capsys.readouterr().out)
    assert isinstance(items, list)
    return items


def test_json_is_always_an_array(folder: Path, capsys: pytest.CaptureFixture[str], today: date) -> None:
    [one] = told(capsys, GOOD)
    assert one["file"] == GOOD
    expected: dict[str, Any] = {**chorus_ocr.scan(GOOD, today=today).to_dict(), "file": GOOD}
    assert one == expected
    items = told(capsys, str(folder))
    assert [item["file"] for item in items] == [str(folder / name) for name in ("a.PDF", "z.pdf", "b/c.pdf")]
    assert items[2]["error"] == {"type": "NotAPdf", "cause": "the file does not start like a PDF"}
    assert [item.get("blocking") for item in items] == [True, False, None]


def test_json_is_utf_8_wherever_it_goes() -> None:
    done = run("scan", "--format", "json", BLOCKED, PYTHONIOENCODING="ascii")
    assert done.returncode == 1
    [item] = json.loads(done.stdout.decode("utf-8"))
    assert "clé de contrôle" in item["warnings"][0]["message"]


# HTML


def page_of(capsys: pytest.CaptureFixture[str], *arguments: str) -> Element:
    main(["scan", "--format", "html", *arguments])
    page = capsys.readouterr().out
    Read(page)  # balanced
    return tree(page)


def test_one_file_is_the_page_of_its_report(capsys: pytest.CaptureFixture[str], today: date) -> None:
    assert main(["scan", "--format", "html", "--lang", "en", BLOCKED]) == 1
    shown = capsys.readouterr()
    page = chorus_ocr.scan(BLOCKED, lang="en", today=today).to_html()
    title = re.compile(r"<title>.*?</title>")
    assert title.sub("", shown.out) == title.sub("", page).replace("invalid_siret.pdf", BLOCKED)
    assert "<title>Chorus Pro pre-fill</title>" in shown.out
    assert shown.err == ""


def test_several_files_are_one_page_with_its_contents(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = page_of(capsys, str(folder), GOOD)
    names = [str(folder / name) for name in ("a.PDF", "z.pdf", "b/c.pdf")] + [GOOD]
    reports = of_class(root, "report")
    assert [said(each.find("header/h1")) for each in reports] == names
    assert [each.get("id") for each in reports] == [f"report-{number}" for number in (1, 2, 3, 4)]
    assert said(of_class(reports[2], "verdict")[0]) == "× ILLISIBLE ce n'est pas un PDF"
    contents = by_id(root, "contents")
    assert said(contents.find("p")) == "4 fichiers : sans blocage 2, avec blocage 1, illisibles 1"
    assert [said(each) for each in contents.iter("li")] == [
        f"{names[0]} × BLOQUANT 1", f"{names[1]} ✓ Rien à signaler", f"{names[2]} × ILLISIBLE",
        f"{names[3]} i INFO 1",
    ]  # fmt: skip
    anchors = [each.get("id") for each in root.iter() if each.get("id")]
    assert len(set(anchors)) == len(anchors)
    links = {each.get("href") for each in root.iter("a")}
    assert links <= {f"#{anchor}" for anchor in anchors}
    assert {"#report-1", "#report-4", "#contents"} <= links


def test_a_page_of_one_file_has_no_contents(capsys: pytest.CaptureFixture[str]) -> None:
    for path in (GOOD, "missing.pdf"):
        assert [each.tag for each in page_of(capsys, path).iter("nav")] == []


def test_a_page_of_very_many_reports_draws_the_first_ones(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("chorus_ocr.cli.writers.MOST_DRAWN", 1)
    first, second = of_class(page_of(capsys, GOOD, BLOCKED), "report")
    assert next(first.iter("svg"), None) is not None
    assert next(second.iter("svg"), None) is None
    assert "Les pages ne sont pas dessinées ici." in said(second)


# Overlays


def test_overlays_are_one_drawing_a_file(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], today: date
) -> None:
    into = tmp_path / "new" / "overlays"
    assert main(["scan", "--overlay", str(into), GOOD, GOOD, str(folder)]) == 2
    stem = Path(GOOD).stem
    assert sorted(each.name for each in into.iterdir()) == sorted([f"{stem}.svg", f"{stem}-2.svg", "a.svg", "z.svg"])
    report = chorus_ocr.scan(GOOD, today=today)
    report.save_overlay(tmp_path / "own.svg")
    assert (into / f"{stem}.svg").read_bytes() == (tmp_path / "own.svg").read_bytes()
    with_overlays = capsys.readouterr().out
    main(["scan", GOOD, GOOD, str(folder)])
    assert capsys.readouterr().out == with_overlays


def test_overlays_of_masked_reports_are_masked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scan", "--masked", "--overlay", str(tmp_path), GOOD]) == 0
    [drawing] = tmp_path.iterdir()
    assert Path(GOOD).stem not in drawing.name
    number = str(chorus_ocr.scan(GOOD).prefill.numero_facture)
    assert number and number not in drawing.read_text(encoding="utf-8")
    capsys.readouterr()


def test_an_overlay_that_cannot_be_written_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "file"
    file.write_text("in the way", encoding="utf-8")
    assert main(["scan", "--overlay", str(file), GOOD]) == 2
    told = capsys.readouterr()
    assert told.err.startswith(f"chorus-ocr: {GOOD}: le dessin ne peut pas être écrit : ")
    assert str(file) in told.err and told.err.count("\n") == 1
    main(["scan", GOOD])
    assert capsys.readouterr().out == told.out


def test_the_exit_code_and_the_complaints_are_those_of_text(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scan", "--format", "html", str(folder)]) == 2
    assert capsys.readouterr().err == f"chorus-ocr: {folder / 'b' / 'c.pdf'}: ce n'est pas un PDF\n"
    assert main(["scan", "--format", "html", GOOD]) == 0


def test_html_is_utf_8_wherever_it_goes() -> None:
    done = run("scan", "--format", "html", BLOCKED, "missing.pdf", PYTHONIOENCODING="ascii")
    assert done.returncode == 2
    assert "clé de contrôle" in done.stdout.decode("utf-8")


def test_a_page_is_written_as_files_are_scanned(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = chorus_ocr.scan
    right = tmp_path / "f.pdf"  # without a warning, which would be an article of its own
    right.write_bytes(bill())

    def watching(path: str, **arguments: Any) -> object:
        written = capsys.readouterr().out
        seen.append((written.startswith("<!DOCTYPE html>"), written.count("</article>")))
        return real(path, **arguments)

    seen: list[tuple[bool, int]] = []
    monkeypatch.setattr("chorus_ocr.cli.commands.scan", watching)
    assert main(["scan", "--format", "html", *[str(right)] * 3]) == 0
    assert seen == [(True, 0), (False, 1), (False, 1)]
    assert capsys.readouterr().out.count("</article>") == 1


def test_a_fault_of_ours_is_a_part_of_the_page(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def faulty(*_: object, **__: object) -> object:
        raise ZeroDivisionError("by <Dupont>")

    monkeypatch.setattr("chorus_ocr.cli.commands.scan", faulty)
    told = said(of_class(page_of(capsys, GOOD), "verdict")[0])
    assert told == "× ILLISIBLE erreur interne, à signaler : ZeroDivisionError: by <Dupont>"
    hidden = page_of(capsys, "--masked", GOOD)
    assert said(of_class(hidden, "verdict")[0]) == "× ILLISIBLE erreur interne, à signaler : ZeroDivisionError"
    assert said(of_class(hidden, "report")[0].find("header/h1")) == "Fichier n° 1"


def test_a_page_that_cannot_be_written_is_told_like_a_file_that_cannot_be_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("no page")

    monkeypatch.setattr("chorus_ocr.report.html.article", broken)
    assert main(["scan", "--format", "html", GOOD, GOOD]) == 2
    shown = capsys.readouterr()
    assert shown.err == f"chorus-ocr: {GOOD}: erreur interne, à signaler : RuntimeError: no page\n" * 2
    assert [each.get("id") for each in of_class(tree(shown.out), "report")] == ["report-1", "report-2"]


# Masked


def test_a_masked_page_does_not_tell_its_files(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["scan", "--masked", "--format", "html", str(folder), BLOCKED])
    shown = capsys.readouterr().out
    assert [said(each.find("header/h1")) for each in of_class(tree(shown), "report")] == [
        "a.PDF", "x.pdf", "Fichier n° 3", "xxxxxxx_siret.pdf",
    ]  # fmt: skip
    for secret in (WRONG, CLIENT, "217 029 147 00016", "FA-2026", str(folder), "1 440,00", "3 298,00", "c.pdf"):
        assert secret not in shown.replace("\N{NO-BREAK SPACE}", " ")


def test_a_form_is_the_sheet_of_its_report(capsys: pytest.CaptureFixture[str], today: date) -> None:
    assert main(["scan", "--format", "form", BLOCKED]) == 1
    report = chorus_ocr.scan(BLOCKED, today=today)
    assert capsys.readouterr().out == exporters.to_form(report).to_text(name=BLOCKED)


def test_forms_stand_one_after_the_other_and_a_bad_file_keeps_none_back(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["scan", "--format", "form", "--lang", "en", str(folder)]) == 2
    told = capsys.readouterr()
    titles = [line for line in told.out.splitlines() if line.startswith("Chorus Pro keying sheet – ")]
    assert [title.rpartition("/")[2] for title in titles] == ["a.PDF", "z.pdf"]
    assert told.out.count("\n\n\nChorus Pro keying sheet – ") == 1
    assert "c.pdf" not in told.out and "c.pdf: " in told.err


def test_a_masked_form_tells_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scan", "--masked", "--format", "form", BLOCKED]) == 1
    told = capsys.readouterr().out
    assert "900 000 000 0000" in told and "21702914700016" not in told and "invalid_siret" not in told


def test_masked_reports_do_not_tell_their_files(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["scan", "--masked", str(folder), BLOCKED]) == 2
    shown = capsys.readouterr()
    assert "SIRET                —  invalide : 900 000 000 00001" in shown.out
    assert "DES02  Le SIRET 900 000 000 00001 (page 1) a une clé de contrôle fausse." in shown.out
    assert [line for line in shown.out.split("\n") if line.endswith("(1 page)")] == [
        "a.PDF (1 page)", "x.pdf (1 page)", "xxxxxxx_siret.pdf (1 page)"
    ]  # fmt: skip
    for secret in (WRONG, CLIENT, "217 029 147 00016", "FA-2026", str(folder), "1 440,00", "3 298,00"):
        assert secret not in shown.out
    assert shown.err == f"chorus-ocr: {folder / 'b' / 'c.pdf'}: ce n'est pas un PDF\n"


def test_masked_json_does_not_tell_its_files(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    items = told(capsys, "--masked", BLOCKED, str(folder))
    assert [item["file"] for item in items] == ["xxxxxxx_siret.pdf", "a.PDF", "x.pdf", None]
    assert items[0] == {**chorus_ocr.scan(BLOCKED).masked().to_dict(), "not_run": items[0]["not_run"]}
    assert items[3]["error"] == {"type": "NotAPdf", "cause": "the file does not start like a PDF"}

    def faulty(path: str, **arguments: object) -> object:
        raise ZeroDivisionError("by Dupont")

    monkeypatch.setattr("chorus_ocr.cli.commands.scan", faulty)
    assert told(capsys, "--masked", GOOD)[0]["error"] == {"type": "ZeroDivisionError", "cause": ""}


# Explain


def test_a_field_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "siret_destinataire", BLOCKED]) == 0
    assert capsys.readouterr().out == chorus_ocr.scan(BLOCKED).explain("siret_destinataire") + "\n"
    assert main(["explain", "devise", "--lang", "en", SHUT, "--password", "secret"]) == 0
    assert "Found: EUR" in capsys.readouterr().out


def test_a_field_that_is_none_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "siret_destinatair", BLOCKED]) == 3
    assert "did you mean 'siret_destinataire'?" in capsys.readouterr().err
    assert main(["explain", "devise", "missing.pdf"]) == 2
    assert capsys.readouterr().err == "chorus-ocr: missing.pdf: ce fichier n'existe pas\n"


def test_every_field_can_be_named() -> None:
    for name in CHORUS_PRO.rules:
        assert main(["explain", name, GOOD]) == 0


# Usage


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["scan"],
        ["read", GOOD],
        ["scan", "--format", "yaml", GOOD],
        ["scan", "--pages", "3", GOOD],
        ["scan", "--cadre", "B1", GOOD],
        ["scan", "--nothing", GOOD],
        ["explain"],
    ],
)
def test_wrong_usage_ends_with_three(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 3
    assert "usage: chorus-ocr" in capsys.readouterr().err


def test_help_and_version_end_with_nothing_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["--help"], ["scan", "--help"], ["explain", "--help"], ["rules", "--help"], ["--version"]):
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        assert ended.value.code == 0
    assert capsys.readouterr().out.endswith(f"chorus-ocr {chorus_ocr.__version__}\n")


# Whatever happens


def test_python_m_is_the_same_command() -> None:
    done = run("scan", GOOD)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"FA-2026-0187" in done.stdout


def test_a_terminal_that_knows_ascii_only_gets_question_marks() -> None:
    done = run("scan", BLOCKED, PYTHONIOENCODING="ascii")
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"cl? de contr?le" in done.stdout


def test_a_reader_that_goes_away_is_no_trouble() -> None:
    command = [sys.executable, "-m", "chorus_ocr", "scan", str(INVOICES)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None and process.stderr is not None
    process.stdout.close()
    complaints = process.stderr.read()
    process.stderr.close()
    assert process.wait() == 141
    assert b"Traceback" not in complaints and b"BrokenPipe" not in complaints


def test_an_interruption_is_quiet(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("chorus_ocr.cli.commands.scan", interrupted)
    assert main(["scan", GOOD]) == 130
    assert main(["explain", "devise", GOOD]) == 130
    assert capsys.readouterr().err == ""


def test_a_fault_of_ours_is_one_line_that_names_the_file(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    real = chorus_ocr.scan

    def faulty(path: str, **arguments: Any) -> object:
        if path == BLOCKED:
            raise ZeroDivisionError("by\nzero")
        return real(path, **arguments)

    monkeypatch.setattr("chorus_ocr.cli.commands.scan", faulty)
    assert main(["scan", BLOCKED, GOOD]) == 2
    shown = capsys.readouterr()
    assert shown.err == f"chorus-ocr: {BLOCKED}: erreur interne, à signaler : ZeroDivisionError: by zero\n"
    assert "FA-2026-0187" in shown.out
    assert main(["explain", "devise", BLOCKED]) == 2
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_a_report_that_cannot_be_written_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("no form")

    monkeypatch.setattr("chorus_ocr.cli.writers.form", broken)
    assert main(["scan", GOOD]) == 2
    assert capsys.readouterr().err == f"chorus-ocr: {GOOD}: erreur interne, à signaler : RuntimeError: no form\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_disk_that_is_full_is_one_line(unbuffered: str) -> None:
    environment = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "chorus_ocr", "scan", GOOD]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False, env=environment)
    assert done.stderr.startswith("chorus-ocr: OSError: ") and done.stderr.count("\n") == 1
    assert done.returncode == 2


def test_a_file_name_cannot_steer_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a\x1b[2J\nb.pdf"
    path.write_bytes(bill())
    assert main(["scan", str(path), str(tmp_path / "\x1b[31m.pdf")]) == 2
    shown = capsys.readouterr()
    assert "\x1b" not in shown.out + shown.err
    assert shown.err.count("\n") == 1
