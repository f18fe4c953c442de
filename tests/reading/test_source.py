"""The bytes behind whatever a caller holds."""

import io
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest

from chorus_ocr.errors import NotAPdf, UnreadableDocument
from chorus_ocr.reading.source import HEADER_REACH, load_source

PDF = b"%PDF-1.7\n% invented\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "facture 12.pdf"
    path.write_bytes(PDF)
    return path


def test_a_path_of_either_type_gives_the_same(path: Path) -> None:
    source = load_source(path)
    assert source == load_source(str(path))
    assert (source.data, source.label, source.file_name) == (PDF, str(path), "facture 12.pdf")


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
def test_bytes_of_every_type_have_no_name(kind: Any) -> None:
    source = load_source(kind(PDF))
    assert (source.data, source.label, source.file_name) == (PDF, "<bytes>", None)
    assert type(source.data) is bytes


def test_bytes_are_copied_out_of_what_can_change() -> None:
    changing = bytearray(PDF)
    source = load_source(changing)
    changing[:] = b"gone"
    assert source.data == PDF


def test_a_file_object_is_read_from_where_it_stands_and_left_open(path: Path) -> None:
    with path.open("rb") as file:
        assert load_source(file) == load_source(path)
        assert not file.closed
    stream = io.BytesIO(b"a header of the transport\r\n" + PDF)
    stream.seek(len(b"a header of the transport\r\n"))
    source = load_source(stream)
    assert (source.data, source.label, source.file_name) == (PDF, "<file>", None)
    assert not stream.closed


def test_a_file_object_without_a_path_has_no_name() -> None:
    with tempfile.TemporaryFile() as file:  # its name is the number of a descriptor
        file.write(PDF)
        file.seek(0)
        assert load_source(file).file_name is None
    stdin = io.BytesIO(PDF)
    stdin.name = "<stdin>"
    assert load_source(stdin).file_name is None


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("F-12.pdf", "F-12.pdf"),
        ("envoi/F-12.pdf", "F-12.pdf"),
        (r"C:\fakepath\F-12.pdf", "F-12.pdf"),
        ("a:b.pdf", "a:b.pdf"),
        ("", None),
        ("dossier/", None),
    ],
)
def test_a_given_name_replaces_the_own_one_and_loses_its_folders(path: Path, given: str, kept: str | None) -> None:
    assert load_source(path, file_name=given).file_name == kept
    assert load_source(PDF, file_name=given).file_name == kept


def test_an_empty_file_is_no_pdf(path: Path) -> None:
    path.write_bytes(b"")
    for empty in (path, b"", io.BytesIO()):
        with pytest.raises(NotAPdf, match="empty"):
            load_source(empty)


def test_the_header_may_stand_behind_some_junk_only() -> None:
    assert load_source(b"\xef\xbb\xbf" + PDF).data.endswith(PDF)
    assert load_source(b"\0" * HEADER_REACH + PDF).data.endswith(PDF)
    for other in (b"\0" * (HEADER_REACH + 1) + PDF, b"PK\x03\x04", b"<html>", PDF[1:]):
        with pytest.raises(NotAPdf, match="does not start like a PDF"):
            load_source(other)


def test_a_file_that_cannot_be_read_is_named_with_the_cause(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match=r"absent\.pdf: no such file") as missing:
        load_source(tmp_path / "absent.pdf")
    assert isinstance(missing.value.__cause__, FileNotFoundError)
    assert missing.value.source == str(tmp_path / "absent.pdf")
    with pytest.raises(UnreadableDocument, match="a directory, not a file") as directory:
        load_source(tmp_path)
    assert isinstance(directory.value.__cause__, OSError)
    with pytest.raises(UnreadableDocument, match="null") as nul:
        load_source("facture\0.pdf")
    assert isinstance(nul.value.__cause__, ValueError)


def test_no_permission_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str, mode: str) -> Any:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch, pytest.raises(UnreadableDocument, match="no permission to read it"):
        patch.setattr("builtins.open", refuse)  # the mode of a file does not stop the superuser
        load_source(path)


def test_a_file_object_that_fails_is_told(path: Path) -> None:
    with path.open("ab") as file, pytest.raises(UnreadableDocument, match=r"facture 12\.pdf: "):
        load_source(file)


def test_a_file_in_text_mode_is_a_mistake_of_the_caller(path: Path) -> None:
    with path.open(encoding="latin-1") as file, pytest.raises(TypeError, match="text mode"):
        load_source(file)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="text mode"):
        load_source(io.StringIO("%PDF-1.7"))  # type: ignore[arg-type]

    class Odd:
        def read(self, size: int = -1) -> str:
            return "%PDF-1.7"

    with pytest.raises(TypeError, match="gives str where a file open in binary mode gives bytes"):
        load_source(Odd())  # type: ignore[arg-type]


@pytest.mark.parametrize("other", [None, 7, 3.5, ["a.pdf"], object()])
def test_another_type_is_a_mistake_of_the_caller(other: Any) -> None:
    with pytest.raises(TypeError, match=type(other).__name__):
        load_source(other)


@pytest.mark.skipif(sys.platform == "win32", reason="file names are text on Windows")
def test_a_path_whose_name_is_no_text_is_read(tmp_path: Path) -> None:
    odd = os.fsencode(tmp_path) + b"/f\xe9v.pdf"
    Path(os.fsdecode(odd)).write_bytes(PDF)
    assert load_source(os.fsdecode(odd)).data == PDF


def test_the_bytes_stay_out_of_the_representation() -> None:
    assert repr(load_source(PDF)) == "Source(label='<bytes>', file_name=None)"
