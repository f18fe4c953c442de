"""Writes docs/images, the drawings that the pages show, from sample invoices: python docs/make_pictures.py."""

from pathlib import Path

from chorus_ocr import CHORUS_PRO, scan

DOCS = Path(__file__).parent


def pictures() -> dict[Path, str]:
    """Return what each picture should be."""
    too_wide = CHORUS_PRO.with_aliases("numero_engagement", "accord")
    masonry = scan(DOCS / "notebooks" / "invoices" / "masonry.pdf", rules=too_wide, lang="en")
    return {DOCS / "images" / "too-wide.svg": masonry.page(1).show("numero_engagement").to_svg()}


if __name__ == "__main__":
    for path, svg in pictures().items():
        path.write_text(svg, encoding="utf-8")
