"""From folders and pairs to cases: what is walked, in which order, and what is wrong with it."""

import io
from pathlib import Path

import pytest

import chorus_ocr
from chorus_ocr.errors import UnreadableDocument
from chorus_ocr.tuning import Truth, Unread
from chorus_ocr.tuning.corpus import Case, Corpus, cases
from tuning.corpora import INVOICES, put, sidecar


def labels(corpus: Corpus) -> list[str]:
    return [Path(each.label if isinstance(each, Case) else each.source).name for each in cases(corpus)]


def own(name: str) -> dict[str, object]:
    return {**sidecar("credit_note"), "id": name}


def test_a_folder_is_walked_in_the_order_of_names(tmp_path: Path) -> None:
    put(tmp_path / "b", "2", own("2"), pdf="credit_note")
    put(tmp_path / "b", "10", own("10"), pdf="credit_note")
    put(tmp_path / "a", "z", own("z"), pdf="credit_note")
    (tmp_path / "a" / "notes.txt").write_text("no invoice")
    assert labels(tmp_path) == ["z.pdf", "10.pdf", "2.pdf"]
    assert labels([tmp_path / "b", str(tmp_path / "a")]) == ["10.pdf", "2.pdf", "z.pdf"]


def test_a_pdf_without_a_sidecar_is_a_case_without_a_truth(tmp_path: Path) -> None:
    (tmp_path / "alone.PDF").write_bytes(b"%PDF-")
    [case] = cases(tmp_path)
    assert isinstance(case, Case) and case.truth is None


def test_a_sidecar_without_its_pdf_is_unread(tmp_path: Path) -> None:
    put(tmp_path, "gone", own("gone"))
    [unread] = cases(tmp_path)
    assert isinstance(unread, Unread)
    assert (Path(unread.source).name, unread.error_type) == ("gone.pdf", "UnreadableDocument")


def test_a_broken_sidecar_is_unread_with_all_its_faults(tmp_path: Path) -> None:
    put(tmp_path, "F", {"id": "G", "prefill": {"montant_ht": "x"}}, pdf="credit_note")
    [unread] = cases(tmp_path)
    assert isinstance(unread, Unread)
    assert (Path(unread.source).name, unread.error_type) == ("F.expected.json", "TruthError")
    assert unread.message == (
        "id: 'G' does not name this file; prefill.montant_ht: 'x' is not a number such as \"1227.50\""
    )


def test_pairs_keep_their_order_and_their_names(tmp_path: Path) -> None:
    pdf = INVOICES / "credit_note.pdf"
    truth = Truth.from_dict(own("first"))
    document = chorus_ocr.read(pdf, file_name="read.pdf")
    with pdf.open("rb") as file:
        pairs: Corpus = [
            (pdf, truth),
            (pdf.read_bytes(), own("second")),
            (io.BytesIO(b"%PDF-"), own("third")),
            (file, truth),
            (document, own("fourth")),
            (b"%PDF-", None),
            INVOICES.parent / "layouts",
        ]
        assert labels(pairs) == ["credit_note.pdf", "second", "third", "credit_note.pdf", "read.pdf", "<bytes>"]


def test_a_broken_truth_in_a_pair_is_unread() -> None:
    [unread] = cases([(b"%PDF-", {"id": "F", "prefill": []})])
    assert unread == Unread(
        source="<truth>", error_type="TruthError", message="prefill: [] is not an object of attributes"
    )


@pytest.mark.parametrize(("name", "cause"), [("gone", "no such folder"), ("file", "a file, not a folder")])
def test_what_is_no_folder(tmp_path: Path, name: str, cause: str) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UnreadableDocument, match=cause):
        list(cases(tmp_path / name))


def test_what_is_no_corpus() -> None:
    with pytest.raises(TypeError, match="folders or pairs"):
        list(cases([3]))  # type: ignore[list-item]
    with pytest.raises(TypeError):
        list(cases(3))  # type: ignore[arg-type]
