"""Marks on the rendered page: where the report says, on the page as it is printed."""

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

import chorus_ocr
from chorus_ocr import DamagedDocument, EncryptedDocument, NotAPdf
from chorus_ocr.drawing.marks import Kind
from chorus_ocr.reading.pdfium_render import MOST_PIXELS, render
from chorus_ocr.reading.source import load_source
from chorus_ocr.tuning import page_image
from fixtures.make_invoices import INVOICES
from reading.pdfs import draw, text

TWO = INVOICES / "two_engagements.pdf"
TEAL = (0, 105, 92)


def seen(image: Image.Image) -> set[tuple[int, ...]]:
    """Return the colours of an image."""
    data = image.tobytes()
    return set(zip(data[::3], data[1::3], data[2::3], strict=True))


def near(image: Image.Image, box: tuple[float, float, float, float], scale: float) -> Image.Image:
    x0, top, x1, bottom = (round(scale * edge) for edge in box)
    return image.crop((x0, top, x1, bottom))


def colours(path: Path, box: tuple[float, float, float, float], field: str | None = None) -> set[tuple[int, ...]]:
    """Return the colours of the rendered page, with its marks, in a box in points."""
    return seen(near(page_image(chorus_ocr.scan(path), path, dpi=144, field=field), box, 2))


def test_the_page_is_rendered_and_marked() -> None:
    report = chorus_ocr.scan(TWO)
    image = page_image(report, TWO, dpi=72)
    page = report.document.page(1)
    assert (image.mode, image.size) == ("RGB", (int(page.width), int(page.height)))
    bare = page_image(report, TWO, dpi=72, field="affactureur")  # of which there is no candidate
    assert image.tobytes() != bare.tobytes()
    plain = render(load_source(TWO), 1, dpi=72)
    unmarked = Image.frombuffer("RGB", (plain.width, plain.height), plain.pixels, "raw", "BGRX", 0, 1)
    assert bare.tobytes() == unmarked.tobytes()
    assert TEAL not in seen(bare) and TEAL in seen(image)
    assert page_image(report, TWO, dpi=72).tobytes() == image.tobytes()


def test_a_frame_stands_around_the_value_that_is_printed() -> None:
    choice = chorus_ocr.scan(TWO).fields["siret_destinataire"].choice
    assert choice is not None
    x0, top, x1, bottom = choice.box
    assert TEAL in colours(TWO, (x0 - 3, top - 3, x0 + 1, bottom + 3))
    inside = colours(TWO, (x0 + 1, top + 1, x1 - 1, bottom - 1))
    assert any(max(colour) < 90 for colour in inside)  # the print
    assert TEAL not in colours(TWO, choice.box, field="affactureur")


def test_a_page_that_is_turned_is_marked_where_it_is_read() -> None:
    turned = draw(text("FACTURE N° F-12", 100, 700), page="/Rotate 90")
    report = chorus_ocr.scan(turned)
    choice = report.fields["numero_facture"].choice
    assert choice is not None
    image = page_image(report, turned, dpi=72)
    assert image.size == (int(report.document.page(1).width), int(report.document.page(1).height))
    x0, top, x1, bottom = choice.box
    around = seen(near(image, (x0 - 3, top - 3, x1 + 3, bottom + 3), 1))
    assert TEAL in around
    assert any(max(colour) < 90 for colour in around)


def test_a_masked_report_shows_no_page() -> None:
    report = chorus_ocr.scan(TWO)
    with pytest.raises(ValueError, match="or the report is masked"):
        page_image(report.masked(), TWO)


def test_the_page_of_another_file_is_not_shown() -> None:
    with pytest.raises(ValueError, match="not the file that the report is about"):
        page_image(chorus_ocr.scan(TWO), INVOICES / "credit_note.pdf")


def test_wrong_arguments_are_told() -> None:
    report = chorus_ocr.scan(TWO)
    with pytest.raises(ValueError, match="no page 2 was read"):
        page_image(report, TWO, page=2)
    with pytest.raises(ValueError, match="no field 'x'"):
        page_image(report, TWO, field="x")
    for dpi in (0, -72, float("nan"), float("inf")):
        with pytest.raises(ValueError, match="dpi is a number above 0"):
            page_image(report, TWO, dpi=dpi)
    with pytest.raises(NotAPdf):
        page_image(report, b"no PDF")


def test_a_protected_page_is_rendered_with_its_password() -> None:
    path = INVOICES / "password.pdf"
    report = chorus_ocr.scan(path, password="secret")
    assert page_image(report, path, password="secret", dpi=20).size[0] > 100
    with pytest.raises(EncryptedDocument):
        page_image(report, path)


def test_a_page_that_is_not_there_is_damaged() -> None:
    with pytest.raises(DamagedDocument):
        render(load_source(TWO), 7, dpi=72)


def test_a_picture_is_bounded() -> None:
    picture = render(load_source(TWO), 1, dpi=100_000)
    assert MOST_PIXELS * 0.99 < picture.width * picture.height <= MOST_PIXELS
    assert len(picture.pixels) == 4 * picture.width * picture.height
    smallest = render(load_source(TWO), 1, dpi=0.001)
    assert (smallest.width, smallest.height, len(smallest.pixels)) == (1, 1, 4)


def test_every_kind_of_mark_is_painted() -> None:
    painted = set()
    for path in (TWO, INVOICES / "table_header.pdf"):
        report = chorus_ocr.scan(path)
        page_image(report, path, dpi=50)
        painted |= {mark.kind for mark in report.page(1).sheet.marks}
    assert painted == set(Kind)


def test_rendering_loads_no_second_binding() -> None:
    code = (
        f"import sys, chorus_ocr; from chorus_ocr.tuning import page_image; p = {str(TWO)!r}; "
        "page_image(chorus_ocr.scan(p), p); print('pypdfium2' in sys.modules, 'PIL' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]
