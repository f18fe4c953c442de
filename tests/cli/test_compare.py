"""The command ``compare``: what it prints, how packs are given to it, and the code it ends with."""

import json
import sys
from pathlib import Path

import pytest

from chorus_ocr.cli import main
from html_pages import tree
from tuning.corpora import DESKS, desk_pdf, desks, put

ALIAS = ["--with-alias", "code_service=Guichet"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(desks(tmp_path_factory.mktemp("desks")))


@pytest.fixture
def fixed(tmp_path: Path) -> str:
    """A corpus on which the alias breaks nothing."""
    lines, code = DESKS["d-fixed"]
    put(tmp_path, "d", {"id": "d", "prefill": {"code_service": code}}, pdf=desk_pdf(*lines))
    return str(tmp_path)


def changes(capsys: pytest.CaptureFixture[str], *options: str) -> list[str]:
    """Return what differs between the packs that options give."""
    main(["compare", *options, "--format", "json", "--worst", "0"])
    return [f"{each['sign']} {each['kind']} {each['what']}" for each in json.loads(capsys.readouterr().out)["changes"]]


def test_what_breaks_something_ends_with_1(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", folder, *ALIAS, "--worst", "2"]) == 1
    told = capsys.readouterr()
    assert "net effect -1: 2 broken (1 newly wrong, 1 newly blank), 1 fixed, 0 changed" in told.out
    assert "  + code_service: alias « Guichet »: 2 broken" in told.out
    assert "and 1 more documents that differ" in told.out
    assert told.err == (
        "chorus-ocr: the change breaks something: 2 broken (1 newly wrong, 1 newly blank), 1 fixed, 0 changed\n"
    )


def test_what_only_fixes_ends_with_0(fixed: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", fixed, *ALIAS]) == 0
    told = capsys.readouterr()
    assert "net effect +1: 0 broken, 1 fixed, 0 changed" in told.out and told.err == ""


def test_the_json_and_the_page(fixed: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", fixed, *ALIAS, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["effects"]["fixed"] == 1
    assert main(["compare", fixed, *ALIAS, "--format", "html"]) == 0
    page = capsys.readouterr().out
    assert page.startswith("<!DOCTYPE html>") and tree(page).find("body/article") is not None


def test_words_are_put_in_and_taken_out_in_their_order(fixed: str, capsys: pytest.CaptureFixture[str]) -> None:
    options = [
        "--with-keyword", "numero_engagement=Bon interne", "--without", "numero_engagement=Bon interne",
        "--with-alias", "iban=Compte = n°", "--without", "siret_destinataire=SIRET client", "--without", "bic",
        "--without", "des01",
    ]  # fmt: skip
    assert changes(capsys, fixed, *options) == [
        "removed keyword SIRET client", "added alias Compte = n°", "removed field bic", "removed check DES01",
    ]  # fmt: skip


def test_only_some_fields_and_a_language(folder: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", folder, *ALIAS, "--fields", "iban, numero_facture"]) == 0
    assert "0 broken, 0 fixed, 0 changed" in capsys.readouterr().out
    assert main(["compare", folder, *ALIAS, "--lang", "de"]) == 2
    assert "nothing to compare" in capsys.readouterr().err


def test_a_pack_of_an_application(
    fixed: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    place = Path(fixed)
    (place / "our_desk_rules.py").write_text(
        "from chorus_ocr import CHORUS_PRO\n"
        "PACK = CHORUS_PRO.with_aliases('code_service', 'Guichet')\n"
        "class Held:\n    PACK = PACK.without('bic')\n"
    )
    monkeypatch.chdir(place)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    before = list(sys.path)
    try:
        assert changes(capsys, ".", "--pack", "our_desk_rules:PACK") == ["added alias Guichet"]
        assert changes(capsys, ".", "--pack", "our_desk_rules:Held.PACK", "--against", "our_desk_rules:PACK") == [
            "removed field bic"
        ]
        assert changes(capsys, ".", "--pack", "our_desk_rules:PACK", "--without", "code_service=Guichet") == []
    finally:
        sys.modules.pop("our_desk_rules", None)
    assert sys.path == before


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--with-alias", "code_servic=X"], "no field 'code_servic'; did you mean 'code_service'?"),
        (["--with-alias", "iban=Compte.*"], "looks like a regular expression"),
        (["--without", "iban=Compte n° 7"], "iban: no keyword or alias 'Compte n° 7'"),
        (["--without", "DES1"], "no field or check 'DES1'; did you mean 'DES"),
        (["--fields", "iba"], "no field 'iba'; did you mean 'iban'?"),
    ],
)
def test_what_cannot_be_done_is_told(
    fixed: str, options: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", fixed, *options]) == 3
    shown = capsys.readouterr()
    assert told in shown.err and shown.out == "" and shown.err.count("\n") == 1


@pytest.mark.parametrize(
    "options",
    [[], ["DIR", "--against", "chorus_ocr:PACK"],
     ["DIR", "--with-alias", "code_service"], ["DIR", "--with-keyword", "=X"], ["DIR", "--without", "iban="],
     ["DIR", "--worst", "-1"], ["DIR", "--format", "xml"]],
)  # fmt: skip
def test_wrong_usage(options: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["compare", *options])
    assert ended.value.code == 3
    assert "usage: chorus-ocr compare" in capsys.readouterr().err


def test_a_file_that_cannot_be_read(fixed: str, capsys: pytest.CaptureFixture[str]) -> None:
    (Path(fixed) / "noise.pdf").write_bytes(b"<html>")
    assert main(["compare", fixed, *ALIAS]) == 2
    shown = capsys.readouterr()
    assert "Not read (1):" in shown.out and shown.err == "chorus-ocr: 1 of the files could not be read\n"


def test_no_such_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["compare", str(tmp_path / "gone")]) == 2
    assert capsys.readouterr().err.endswith("gone: no such folder\n")
    assert main(["compare", str(tmp_path)]) == 2
    assert "nothing to compare" in capsys.readouterr().err


def test_nothing_in_a_file_steers_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(tmp_path, "steer", {"id": "steer", "prefill": {"code_service": "\x1b[2J"}}, pdf=desk_pdf("Guichet : AC-3"))
    assert main(["compare", str(tmp_path), *ALIAS]) == 1
    shown = capsys.readouterr().out
    assert "\x1b" not in shown and "printed �[2J" in shown
