"""What the exporters make of the project's own invoices, kept to be compared: python tests/exporters/make_golden.py.

Nothing rewrites the files but this script, and nothing calls it: look at the difference before you commit it.
"""

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Final

if __name__ == "__main__":  # as a script it stands alone; the tests find their modules by themselves
    sys.path.insert(0, str(Path(__file__).parents[1]))

import chorus_ocr
from chorus_ocr import Report
from chorus_ocr.exporters import to_deposer_pdf, to_form, to_soumettre_facture
from fixtures.make_invoices import INVOICES

GOLDEN: Final = Path(__file__).parent / "golden"
TODAY: Final = date(2026, 11, 22)
AS_HTML: Final = ("overseas", "invalid_siret")
"""Whose sheets are kept as pages, too."""


def scan(name: str, lang: str = "fr") -> Report:
    """Return the report on one of the project's own invoices."""
    return chorus_ocr.scan(INVOICES / f"{name}.pdf", password="secret", today=TODAY, lang=lang)


def golden() -> Iterator[tuple[str, str]]:
    """Yield every file by its name, with what it should hold."""
    for path in sorted(INVOICES.glob("*.pdf")):
        report = scan(path.stem)
        yield f"{path.stem}.deposer.json", _json(to_deposer_pdf(report.prefill))
        call = to_soumettre_facture(report, cadre="A1", piece_jointe_id=28093, id_fournisseur=41)
        yield f"{path.stem}.soumettre.json", _json({"payload": call.payload, "gaps": [str(gap) for gap in call.gaps]})
        yield f"{path.stem}.form.txt", to_form(report).to_text()
        if path.stem in AS_HTML:
            yield f"{path.stem}.form.html", to_form(report).to_html()
    yield "invalid_siret.form.en.txt", to_form(scan("invalid_siret", "en")).to_text()


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    """Write the files, and take away those of invoices that are no more."""
    wanted = dict(golden())
    GOLDEN.mkdir(exist_ok=True)
    for stale in {path.name for path in GOLDEN.iterdir()} - set(wanted):
        (GOLDEN / stale).unlink()
    for name, text in wanted.items():
        (GOLDEN / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
