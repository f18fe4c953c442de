"""Two engines read the same invoices: what comes out differently is known, counted, and may not grow."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

import pytest

from benchmarks.crosscheck import Kind, Reading, compare, counts, explain, main, readings
from chorus_ocr import read, recognize
from chorus_ocr.reading.document import Document, Word, WordTable
from chorus_ocr.tuning import Evaluation, Grade, evaluate
from rules.checks.bills import CLIENT, bill
from tuning.corpora import INVOICES, SHARED, WITHOUT_SHARED


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """What is reached on one folder: how many disagreements of each kind there are at the most, and each failure
    against the truth that is known, « document field grade », of the default reader and of the reference reader."""

    folder: Path
    language: str | None = None
    kinds: dict[str, int] = field(default_factory=dict)
    default: frozenset[str] = frozenset()
    reference: frozenset[str] = frozenset()


WITHOUT_CHARACTERS = frozenset(
    f"gs_02 {name} missing"
    for name in (
        "numero_facture", "date_facture", "type_facture", "siret_destinataire", "code_service", "siret_fournisseur",
        "numero_engagement", "montant_ht", "montant_ttc", "numero_marche", "lignes_tva", "tva_fournisseur",
        "date_echeance", "iban", "bic",
    )
)  # fmt: skip
"""A converter left the fonts without a map from glyphs to characters. PDFium takes the codes for characters, which
they are by chance; pdfminer takes them for nothing."""

PINS = {
    "own": Pin(folder=INVOICES),
    "made": Pin(
        folder=SHARED / "made",
        kinds={"unmapped": 15, "follows": 2},
        default=frozenset(),
        reference=WITHOUT_CHARACTERS,
    ),
    "real-fr": Pin(
        folder=SHARED / "real",
        language="fr",
        default=frozenset({"fr-securibox-Facture_DOM_EXTENDED-fa3cab lignes_tva missing"}),
        reference=frozenset({"fr-securibox-Facture_DOM_EXTENDED-fa3cab lignes_tva missing"}),
    ),
}

EACH = [
    pytest.param(name, marks=pytest.mark.slow if SHARED in pin.folder.parents else ()) for name, pin in PINS.items()
]


@cache
def read_twice(folder: Path, language: str | None) -> tuple[Reading, ...]:
    return tuple(readings(folder, language))


def read_pinned(pin: Pin) -> tuple[Reading, ...]:
    if not pin.folder.is_dir() and SHARED in pin.folder.parents:
        pytest.skip(WITHOUT_SHARED)
    return read_twice(pin.folder, pin.language)


@pytest.mark.parametrize("name", EACH)
def test_the_readers_disagree_on_no_more_than_is_known(name: str) -> None:
    pin = PINS[name]
    found = [each for reading in read_pinned(pin) for each in compare(reading)]
    grown = {kind: count for kind, count in counts(found).items() if count > pin.kinds.get(kind, 0)}
    assert not grown, "\n".join(map(str, (each for each in found if each.kind in grown)))


@pytest.mark.parametrize("name", EACH)
def test_no_reader_is_wrong_more_often_than_is_known(name: str) -> None:
    pin = PINS[name]
    for which, known in (("default", pin.default), ("reference", pin.reference)):
        documents = [(getattr(each, which), each.truth) for each in read_pinned(pin)]
        found = evaluate([(document, truth) for document, truth in documents if document and truth], progress=False)
        assert len(found.documents) >= 15
        assert failures(found) <= known, which


def failures(found: Evaluation) -> frozenset[str]:
    return frozenset(
        f"{document.id} {each.field} {each.grade}" for document in found.documents for each in document.failures
    )


def test_no_known_failure_is_a_wrong_value() -> None:
    known = {failure.rpartition(" ")[2] for pin in PINS.values() for failure in pin.default | pin.reference}
    assert known == {Grade.MISSING}


# --- what the words around a value tell -------------------------------------------------------------------------------

SIRET = CLIENT.split()
"""The client's SIRET as it is printed: four words."""


def altered(change: Callable[[Word], list[Word]]) -> Document:
    """Return a bill as read, with some words of the client's SIRET changed."""
    [page] = (reading := read_bill()).pages
    words: list[Word] = []
    for row in range(len(page.words)):
        word = page.words[row]
        is_of_client = word.text in SIRET and page.words.text[max(row - 5, 0) : row].count("client") == 1
        words += change(word) if is_of_client else [word]
    columns = zip(*((word.text, *word.box, *word[2:]) for word in words), strict=True)
    names = ("text", "x0", "top", "x1", "bottom", "size", "colour", "mode", "angle")
    return replace(reading, pages=(replace(page, words=WordTable(**dict(zip(names, columns, strict=True)))),))


@cache
def read_bill() -> Document:
    return read(bill())


def moved(word: Word, points: float) -> Word:
    return word._replace(box=word.box._replace(x0=word.box.x0 + points, x1=word.box.x1 + points))


CHANGES: dict[Kind, Callable[[Word], list[Word]]] = {
    Kind.LOST: lambda word: [],
    Kind.CUT: lambda word: [word._replace(text=word.text[:1]), word._replace(text=word.text[1:])],
    Kind.SPELT: lambda word: [word._replace(text="O" * len(word.text))],
    Kind.UNMAPPED: lambda word: [word._replace(text="\ufffd" * len(word.text))],
    Kind.STYLE: lambda word: [word._replace(mode=3)],
    Kind.MOVED: lambda word: [moved(word, 3)],
    Kind.ELSEWHERE: lambda word: [word],
}


@pytest.mark.parametrize("kind", CHANGES)
def test_the_words_around_a_value_tell_the_kind(kind: Kind) -> None:
    report, other = recognize(read_bill()), recognize(altered(CHANGES[kind]))
    assert report.fields["siret_destinataire"].value == "".join(SIRET)
    assert explain(report, other, "siret_destinataire")[0] is kind
    assert explain(other, report, "siret_destinataire")[0] is kind


def test_a_value_that_follows_from_another_is_told_as_such() -> None:
    without = altered(CHANGES[Kind.LOST])
    found = compare(Reading(name="bill", truth=None, default=read_bill(), reference=without))
    assert [(each.field, each.kind) for each in found] == [("siret_destinataire", Kind.LOST)]
    assert "only pdfium has" in found[0].reason
    assert str(found[0]).startswith("bill siret_destinataire: lost\n    pdfium     found ")


def test_a_file_that_only_one_can_read_is_told() -> None:
    one = Reading(name="bill", truth=None, default=read_bill(), reference=None, cause="pdfplumber: damaged")
    [found] = compare(one)
    assert (found.kind, found.field, found.reference) == (Kind.UNREAD, "*", "cannot be read")
    assert compare(replace(one, default=None)) == []
    assert compare(replace(one, reference=read_bill())) == []


@pytest.mark.slow
def test_the_command_prints_the_counts(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(INVOICES)]) == 0
    assert capsys.readouterr().out.strip() == f"{INVOICES}: 17 documents, 0 disagreements"
