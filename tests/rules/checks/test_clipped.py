"""Print that its frame cuts off is read, as the text of the file holds it, and never without a warning."""

import chorus_ocr
from reading.pdfs import draw, text

CLIPPED = "q 0 0 50 50 re W n " + text("Engagement : 26D000417", y=600) + "Q"


def test_a_clipped_datum_is_read_with_a_warning() -> None:
    report = chorus_ocr.scan(draw(text("FACTURE") + CLIPPED))
    assert report.prefill.numero_engagement == "26D000417"
    [warning] = [each for each in report.warnings if each.code == "DOC19"]
    assert (warning.key, warning.field, warning.page) == ("clipped", "numero_engagement", 1)
    assert warning.box is not None and warning.print_text is None


def test_the_same_datum_within_its_frame_is_read_without() -> None:
    report = chorus_ocr.scan(draw(text("FACTURE") + CLIPPED.replace("50 50 re", "600 700 re")))
    assert report.prefill.numero_engagement == "26D000417"
    assert "DOC19" not in [each.code for each in report.warnings]
