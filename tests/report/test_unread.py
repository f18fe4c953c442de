"""Why a file could not be read, in both languages, and what a file that is no PDF looks like."""

import pytest

from chorus_ocr import Lang, NotAPdf, UnreadableDocument
from chorus_ocr.reading.source import load_source
from chorus_ocr.report.unread import cause_in


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\xef\xbb\xbf\r\n<!DOCTYPE html><title>500</title>", "HTML"),
        (b"<html>", "HTML"),
        (b'<?xml version="1.0"?>', "XML"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"II*\x00", "TIFF"),
        (b"%!PS-Adobe-3.0", "PostScript"),
        (b"{\\rtf1", "RTF"),
        (b'{"error": "no such invoice"}', "JSON"),
        (b"PK\x03\x04", "ZIP (.docx, .odt…)"),
        (b"Facture", None),
    ],
)
def test_what_a_file_looks_like_that_is_no_pdf(data: bytes, kind: str | None) -> None:
    with pytest.raises(NotAPdf) as raised:
        load_source(data)
    assert raised.value.kind == kind
    told = cause_in(raised.value, Lang.FR)
    assert told == "ce n'est pas un PDF" + ("" if kind is None else f" : il commence comme un fichier {kind}")


def test_an_unknown_cause_is_told_as_it_is() -> None:
    assert cause_in(UnreadableDocument("a.pdf", "the moon is full"), Lang.FR) == "the moon is full"


def test_a_page_that_cannot_be_read_is_told_whatever_its_number() -> None:
    error = UnreadableDocument("a.pdf", "damaged: page 12 cannot be read")
    assert cause_in(error, Lang.FR) == "le PDF est endommagé : une page ne se lit pas"
    assert cause_in(error, Lang.EN) == "damaged: page 12 cannot be read"
