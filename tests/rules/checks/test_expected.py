"""What the labels of the shared invoices expect to be warned of is warned of, on its field."""

import json

import pytest

import chorus_ocr
from tuning.corpora import SHARED, WITHOUT_SHARED

FIELDS = {"invalid_iban": "iban", "missing_total_incl_tax": "montant_ttc"}
"""The loose tags of the labels, and the field that a warning has to be about."""


@pytest.mark.slow
@pytest.mark.parametrize("tag", FIELDS)
def test_an_expected_warning_is_given(tag: str) -> None:
    if not SHARED.is_dir():
        pytest.skip(WITHOUT_SHARED)
    met = 0
    for label in sorted(SHARED.glob("*/*.expected.json")):
        if tag in json.loads(label.read_text(encoding="utf-8")).get("expected_warnings", []):
            report = chorus_ocr.scan(label.with_name(label.name.replace(".expected.json", ".pdf")))
            assert FIELDS[tag] in {each.field for each in report.warnings}, label.name
            met += 1
    assert met
