"""The catalogue from the command line: what a code or a field is, and all that the rules hold."""

import json

import pytest

from chorus_ocr import CHORUS_PRO
from chorus_ocr.cli import main


def test_a_code_is_explained_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "DES02"]) == main(["explain", "des02"]) == 0
    out = capsys.readouterr().out
    assert out.count("DES02  SIRET du destinataire invalide\nsiret-destinataire-invalide (bloquant)\n") == 2
    assert "    SIRET client : 110 002 011 00045\n" in out
    assert main(["explain", "DES02", "--lang", "en"]) == 0
    assert "DES02  Invalid SIRET of the recipient\n" in capsys.readouterr().out


def test_a_field_without_a_file_is_explained_by_its_rule(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "siret_destinataire"]) == 0
    out = capsys.readouterr().out
    assert "« SIRET client », « SIRET dest », « Ministère »" in out
    assert "    SIRET client : 06 12 34 56 78\n" in out


@pytest.mark.parametrize(
    ("name", "told"), [("DES0", "'DES0"), ("devize", "'devise'"), ("\x1b[31m", "chorus-ocr rules"), ("", "rules")]
)
def test_a_name_that_is_none_is_told(name: str, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", name]) == 3
    out, err = capsys.readouterr()
    assert out == "" and told in err and "\x1b" not in err and err.count("\n") == 1


def test_the_rules_are_listed_as_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules"]) == 0
    out = capsys.readouterr().out
    assert all(f"  {rule.name}  {rule.label}\n" in out for rule in CHORUS_PRO.fields)
    assert all(f"    {check.code}  " in out for check in CHORUS_PRO.checks)
    assert max(map(len, out.splitlines())) <= 100


def test_the_rules_are_listed_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "--format", "json", "--lang", "en"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["fingerprint"] == CHORUS_PRO.fingerprint
    assert [each["name"] for each in told["fields"]] == [rule.name for rule in CHORUS_PRO.fields]
    assert [each["code"] for each in told["checks"]] == [check.code for check in CHORUS_PRO.checks]
    [one] = [each for each in told["checks"] if each["code"] == "DES01"]
    assert one["severity"] == "blocking" and one["title"] == "No SIRET of the recipient" and one["firmness"] == "H"
