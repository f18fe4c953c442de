"""Writes docs/reference/report.schema.json from the types of a report's data: python docs/make_schema.py."""

import json
from pathlib import Path

from chorus_ocr.report.schema import report_schema

PATH = Path(__file__).parent / "reference" / "report.schema.json"


def text() -> str:
    """Return the file as it should be."""
    return json.dumps(report_schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    PATH.write_text(text(), encoding="utf-8")
