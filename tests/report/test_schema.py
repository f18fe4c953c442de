"""The schema is that of the types, says all that they say, and lies in the docs as they stand."""

import importlib.util
import json
from copy import deepcopy
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import chorus_ocr
from chorus_ocr import Prefill
from chorus_ocr.compliance.cadre import Cadre
from chorus_ocr.report.plain import SCHEMA_VERSION
from chorus_ocr.report.schema import report_schema
from fixtures.make_invoices import INVOICES

DOCS = Path(__file__).parents[2] / "docs"
SCHEMA = report_schema()
REPORT: dict[str, Any] = {**chorus_ocr.scan(INVOICES / "invalid_siret.pdf").to_dict()}


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_schema", DOCS / "make_schema.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_file_is_that_of_the_types() -> None:
    made = script()
    assert made.PATH == DOCS / "reference" / "report.schema.json"
    assert made.PATH.read_text(encoding="utf-8") == made.text(), "run: python docs/make_schema.py"
    assert json.loads(made.text()) == SCHEMA


def test_it_is_a_schema_of_its_dialect() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$id"].endswith(f":{SCHEMA_VERSION}")
    assert SCHEMA["properties"]["schema_version"] == {"const": SCHEMA_VERSION}


def test_it_says_what_the_types_say() -> None:
    form = SCHEMA["$defs"]["Prefill"]
    assert list(form["properties"]) == form["required"] == list(Prefill.__dataclass_fields__)
    assert SCHEMA["properties"]["cadre"]["enum"] == [str(each) for each in Cadre]
    assert set(SCHEMA["$defs"]) == {
        "Candidate", "Document", "Field", "LigneTva", "Prefill", "Rules", "Unanswered", "Warning",
    }  # fmt: skip
    assert list(SCHEMA["properties"]) == SCHEMA["required"] == list(REPORT)
    for each in [SCHEMA, *SCHEMA["$defs"].values()]:
        assert each["description"] and "``" not in each["description"]
        assert each["required"] == list(each["properties"])


@pytest.mark.parametrize(
    ("path", "wrong"),
    [
        (("schema_version",), 2),
        (("pages",), [0]),
        (("cadre",), "A26"),
        (("prefill", "montant_ttc"), 3896.5),
        (("prefill", "montant_ttc"), "3 896,50"),
        (("prefill", "date_facture"), "29/05/2026"),
        (("prefill", "type_facture"), "facture"),
        (("fields", "devise", "status"), "maybe"),
        (("fields", "devise", "candidates", 0, "box"), [1, 2, 3]),
        (("fields", "devise", "candidates", 0, "page"), 0),
        (("warnings", 0, "severity"), "fatal"),
        (("warnings", 0, "title"), None),
    ],
    ids=lambda value: "-".join(map(str, value)) if isinstance(value, tuple) else None,
)
def test_it_refuses_what_is_wrong(path: tuple[str | int, ...], wrong: object) -> None:
    validator = Draft202012Validator(SCHEMA)
    data: Any = deepcopy(REPORT)
    validator.validate(data)
    *holders, last = path
    at = data
    for key in holders:
        at = at[key]
    at[last] = wrong
    [error] = validator.iter_errors(data)
    assert tuple(error.absolute_path)[: len(path)] == path
