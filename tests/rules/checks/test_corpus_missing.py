"""On labelled invoices, what a check says to be missing is not printed, and what the labels want told is told."""

import json
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import chorus_ocr
from chorus_ocr import EncryptedDocument, Report
from tuning.corpora import SHARED, WITHOUT_SHARED

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not SHARED.is_dir(), reason=WITHOUT_SHARED)]

FAMILIES = ("IDE", "DES")
BLANK = frozenset({"absent", "near", "unannounced", "unlabelled", "order", "impossible", "checksum", "corrected"})
"""The messages that say that a field holds nothing."""
TAGS = {
    "missing_service_code": "code_service",
    "missing_recipient_siret": "siret_destinataire",
    "invalid_recipient_siret": "siret_destinataire",
}


@cache
def scanned() -> tuple[tuple[str, dict[str, Any], Report], ...]:
    return tuple(_scanned())


def _scanned() -> Iterator[tuple[str, dict[str, Any], Report]]:
    for path in sorted([*(SHARED / "made").glob("*.json"), *(SHARED / "real").glob("*.json")]):
        truth = json.loads(path.read_text(encoding="utf-8"))
        if truth["language"] == "fr":
            pdf = Path(str(path).replace(".expected.json", ".pdf"))
            try:
                yield pdf.stem, truth, chorus_ocr.scan(pdf, today=date(2026, 11, 22))
            except EncryptedDocument:
                continue


def test_what_is_said_to_be_missing_is_not_printed() -> None:
    told = [
        (name, truth["prefill"].get(warning.field), warning)
        for name, truth, report in scanned()
        for warning in report.warnings
        if warning.code.startswith(FAMILIES) and warning.key in BLANK
    ]
    assert len(told) > 20
    assert [(name, warning.code, value) for name, value, warning in told if value is not None] == []


def test_what_the_labels_want_told_is_told() -> None:
    wanted = [
        (name, TAGS[tag], {warning.field for warning in report.warnings})
        for name, truth, report in scanned()
        for tag in truth.get("expected_warnings", ())
        if tag in TAGS
    ]
    assert len(wanted) > 10
    assert [(name, field) for name, field, fields in wanted if field not in fields] == []
