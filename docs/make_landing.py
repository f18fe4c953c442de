"""Writes docs/landing and the figures of docs/index.md from an invoice: python docs/make_landing.py."""

import html
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from PIL import Image

import chorus_ocr
from chorus_ocr import Report, Severity
from chorus_ocr.reading.pdfium_render import render
from chorus_ocr.reading.source import load_source
from chorus_ocr.report.form import Entry, form_entries

ROOT = Path(__file__).parents[1]
INVOICE = ROOT / "tests" / "fixtures" / "invoices" / "invalid_siret.pdf"
PAGE = ROOT / "docs" / "index.md"
PICTURE = ROOT / "docs" / "landing" / "invoice.png"
OVERLAY = ROOT / "docs" / "landing" / "overlay.svg"
DPI = 130
COLOURS = 64
"""Of the picture's palette: enough for print, and a quarter of the bytes."""

BEGIN, END = "<!-- made by docs/make_landing.py: from here -->", "<!-- made by docs/make_landing.py: to here -->"
LOUD = (Severity.BLOCKING, Severity.WARNING)


def report() -> Report:
    """Return what is read of the invoice."""
    return chorus_ocr.scan(INVOICE)


def picture() -> Image.Image:
    """Return the page as PDFium paints it, in a palette of few colours."""
    painted = render(load_source(INVOICE), 1, dpi=DPI)
    size = (painted.width, painted.height)
    return Image.frombuffer("RGB", size, painted.pixels, "raw", "BGRX", 0, 1).quantize(COLOURS)


def _rows(entries: Iterator[Entry]) -> Iterator[str]:
    """Yield the rows of the form, block by block; what is as good blank is left out."""
    shown = (entry for entry in entries if not entry.needless)
    for block, group in groupby(shown, key=lambda entry: entry.block):
        yield f'<tr><th colspan="2" scope="rowgroup">{html.escape(block)}</th></tr>'
        for entry in group:
            value = "<br>".join(html.escape(each) for each in entry.values) or "—"
            mark = f" <small>{html.escape(entry.mark)}</small>" if entry.mark else ""
            kind = "" if entry.values else ' class="blank"'
            yield f"<tr{kind}><td>{html.escape(entry.label)}</td><td>{value}{mark}</td></tr>"


def _warnings(read: Report) -> Iterator[str]:
    """Yield the warnings that say that something stays blank or is refused, then how many others there are."""
    loud = [warning for warning in read.warnings if warning.severity in LOUD]
    for warning in loud:
        yield f"<p><strong>{warning.code}</strong> {html.escape(warning.message)}<br>→ {html.escape(warning.hint)}</p>"
    yield f"<p>Et {len(read.warnings) - len(loud)} conseils.</p>"


def figures(read: Report) -> str:
    """Return the figures as the page holds them: the invoice, what is seen on it, what fills the form."""
    rows, warnings = "\n".join(_rows(form_entries(read))), "\n".join(_warnings(read))
    return f"""<div class="landing">
<figure>
<a href="landing/invoice.png"><img src="landing/invoice.png" alt="A landscape gardener's invoice to a town hall"></a>
<figcaption>An invoice</figcaption>
</figure>
<figure>
<a href="landing/overlay.svg"><img src="landing/overlay.svg" alt="The same page, each value and its keyword marked"></a>
<figcaption>What is recognised on it, and why</figcaption>
</figure>
<figure>
<div class="form" lang="fr">
<table class="prefill">
{rows}
</table>
{warnings}
</div>
<figcaption>What fills Chorus Pro's form</figcaption>
</figure>
</div>"""


def page(text: str) -> str:
    """Return the text of the landing page with its figures made anew."""
    made = f"{BEGIN}\n{figures(report())}\n{END}"
    return re.sub(rf"{re.escape(BEGIN)}.*{re.escape(END)}", lambda _: made, text, count=1, flags=re.DOTALL)


def main() -> None:
    """Write the picture, the overlay and the figures."""
    PICTURE.parent.mkdir(exist_ok=True)
    picture().save(PICTURE, optimize=True)
    report().save_overlay(OVERLAY)
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
