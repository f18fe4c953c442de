"""Writes the pages of docs/catalogue from the rules: python docs/make_catalogue.py."""

from collections.abc import Iterator
from pathlib import Path

from chorus_ocr import CHORUS_PRO, Lang
from chorus_ocr.catalogue.markdown import catalogue_pages

FOLDER = Path(__file__).parent / "catalogue"


def pages() -> Iterator[tuple[Path, str]]:
    """Yield every page of the catalogue with its text."""
    for lang in Lang:
        for name, text in catalogue_pages(CHORUS_PRO, lang).items():
            yield FOLDER / lang / name, text


def main() -> None:
    """Write the pages, and take away those of families that are no more."""
    wanted = dict(pages())
    for stale in set(FOLDER.glob("*/*.md")) - set(wanted):
        stale.unlink()
    for path, text in wanted.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
