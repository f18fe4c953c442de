"""A comparison end to end: what is fixed, broken and changed, by which word, and how it is told."""

import json
import pickle
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import chorus_ocr
from chorus_ocr import CHORUS_PRO, Comparison, Document, FieldRule, Parsed, RulePack, StopPhrase, ValueType, compare
from chorus_ocr.errors import UnreadableDocument
from chorus_ocr.reading.document import PageScope
from chorus_ocr.reading.limits import DEFAULT_LIMITS, Limits
from chorus_ocr.reading.pdfium import PdfiumReader
from chorus_ocr.reading.source import Source
from chorus_ocr.tuning import Effect, Grade, Truth, Unread, evaluate, evaluating, read_corpus
from chorus_ocr.tuning.comparison import Effects
from chorus_ocr.tuning.corpus import NO_TEXT, NO_TRUTH, Case, Corpus
from chorus_ocr.values.identifier import REFERENCE
from tuning.corpora import DESKS, INVOICES, SHARED, WITHOUT_SHARED, desk_pdf, desks, put, sidecar

GUICHET = CHORUS_PRO.with_aliases("code_service", "Guichet")
BY_GUICHET = "+ code_service: alias « Guichet »"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus of one document for each thing that an alias can do, one of them without a truth."""
    made = desks(tmp_path_factory.mktemp("desks"))
    (made / "e-unknown.pdf").write_bytes(desk_pdf("Guichet : ACCUEIL-3"))
    return made


@pytest.fixture(scope="module")
def found(folder: Path) -> Comparison:
    return compare(CHORUS_PRO, GUICHET, folder)


def effects(comparison: Comparison) -> dict[str, tuple[str, str, str]]:
    """Return for each document that differs its one difference: the effect, and the grades."""
    told = {}
    for document in comparison.worst():
        [each] = document.differences
        told[document.id] = (str(each.effect), str(each.before.grade), str(each.after.grade))
    return told


# What differs


def test_each_effect_is_told_the_most_harm_first(found: Comparison) -> None:
    assert list(effects(found).items()) == [
        ("b-newly-wrong", ("broken", "missing", "wrong")),
        ("c-newly-blank", ("broken", "correct", "missing")),
        ("d-fixed", ("fixed", "missing", "correct")),
        ("e-unknown", ("changed", "not_scored", "not_scored")),
    ]
    assert [each.id for each in found.worst(1)] == ["b-newly-wrong"]
    assert [each.id for each in found.documents] == [*sorted(DESKS), "e-unknown"]


def test_the_counts_add_up(found: Comparison) -> None:
    whole = found.effects
    assert whole == Effects(newly_wrong=1, newly_blank=1, fixed=1, changed=1, same=5 * len(CHORUS_PRO.rules) - 4)
    assert (found.broken, found.fixed, whole.net) == (2, 1, -1)
    assert found.by_field["code_service"] == Effects(newly_wrong=1, newly_blank=1, fixed=1, changed=1, same=1)
    assert list(found.by_field) == list(CHORUS_PRO.rules)
    assert sum(each.same for each in found.by_field.values()) == whole.same


def test_both_sides_are_the_evaluations_of_the_packs(found: Comparison, folder: Path) -> None:
    assert found.before.total == evaluate(folder).total
    assert found.after.total == evaluate(folder, GUICHET).total
    assert [each.id for each in found.after.documents] == sorted(DESKS)
    assert (found.before.total.wrong, found.after.total.wrong) == (0, 1)


def test_the_other_way_round_mends_what_was_broken(found: Comparison, folder: Path) -> None:
    back = compare(GUICHET, CHORUS_PRO, folder)
    assert {name: effect for name, (effect, _, _) in effects(back).items()} == {
        "c-newly-blank": "fixed", "d-fixed": "broken", "e-unknown": "changed", "b-newly-wrong": "changed",
    }  # fmt: skip
    # A wrong value that is blank now is not right: no more than changed.
    [each] = [each for each in back.documents if each.id == "b-newly-wrong"]
    assert [(each.before.grade, each.after.grade) for each in each.differences] == [(Grade.WRONG, Grade.MISSING)]
    assert back.after.total.wrong == found.before.total.wrong == 0


def test_a_pack_compared_with_itself_differs_in_nothing(folder: Path) -> None:
    same = compare(CHORUS_PRO, CHORUS_PRO, folder)
    assert same.worst() == () and same.effects == Effects(same=5 * len(CHORUS_PRO.rules))
    assert not same.diff and "net effect +0: 0 broken, 0 fixed, 0 changed" in same.to_text()


def test_two_comparisons_are_the_same(found: Comparison, folder: Path) -> None:
    again = compare(CHORUS_PRO, GUICHET, folder)
    assert again == found
    assert (again.to_text(), again.to_json(), again.to_html()) == (found.to_text(), found.to_json(), found.to_html())
    assert again.to_records() == found.to_records()


def test_every_process_tells_the_same(found: Comparison, folder: Path) -> None:
    code = (
        "import sys, chorus_ocr as c; sys.stdout.reconfigure(encoding='utf-8', newline='');"
        "sys.stdout.write(c.compare(c.CHORUS_PRO, c.CHORUS_PRO.with_aliases('code_service', 'Guichet'),"
        "sys.argv[1]).to_json())"
    )
    done = subprocess.run([sys.executable, "-c", code, str(folder)], capture_output=True, check=True)
    assert done.stdout.decode() == found.to_json()


def test_without_a_truth_nothing_is_fixed_or_broken(folder: Path) -> None:
    alone = [chorus_ocr.read(path) for path in sorted(folder.glob("*.pdf"))]
    found = compare(CHORUS_PRO, GUICHET, alone)
    assert found.effects == Effects(changed=4, same=5 * len(CHORUS_PRO.rules) - 4)
    assert not any(each.graded for each in found.documents) and found.before.documents == ()
    assert [each.id for each in found.documents] == [Path(each.file_name or "").stem for each in alone]
    assert not found.skipped


def test_a_truth_that_tells_no_values_is_as_none(tmp_path: Path) -> None:
    put(tmp_path, "silent", {"id": "silent", "prefill": {}}, pdf=desk_pdf("Guichet : ACCUEIL-3"))
    found = compare(CHORUS_PRO, GUICHET, tmp_path)
    assert [(each.id, each.graded) for each in found.documents] == [("silent", False)]
    assert found.effects.changed == 1


# What is responsible


def only(comparison: Comparison) -> list[str]:
    """Return what is responsible for each difference: the same everywhere."""
    told = {each.responsible for document in comparison.documents for each in document.differences}
    [changes] = told
    return [str(each) for each in changes]


def one(pack: RulePack, *lines: str, before: RulePack = CHORUS_PRO) -> Comparison:
    """Compare on one page with these lines in place of its service code."""
    return compare(before, pack, [chorus_ocr.read(desk_pdf(*lines))])


def test_the_alias_is_responsible(found: Comparison) -> None:
    assert only(found) == [BY_GUICHET]
    [(change, worth)] = found.by_change.items()
    assert str(change) == BY_GUICHET and (worth.broken, worth.fixed, worth.changed) == (2, 1, 1)
    same = [each for document in found.documents for each in document.fields if each.effect is Effect.SAME]
    assert len(same) > 100 and not any(each.responsible for each in same)


def test_of_several_words_the_one_that_announces(folder: Path) -> None:
    found = compare(CHORUS_PRO, GUICHET.with_aliases("code_service", "Bâtiment").with_aliases("iban", "Cpte"), folder)
    assert only(found) == [BY_GUICHET]
    assert [each.fixed + each.broken for each in found.by_change.values()] == [3, 0, 0]


def test_a_word_that_is_taken_out_is_responsible() -> None:
    found = one(CHORUS_PRO.with_aliases("iban", "Cpte"), "Guichet : VOIRIE-07", before=GUICHET)
    assert only(found) == ["- code_service: alias « Guichet »"]


def test_a_stop_phrase_is_responsible() -> None:
    stop = StopPhrase(phrase="Ancien code service", verdict="internal", field="code_service")
    found = one(CHORUS_PRO.with_stop_phrases(stop).with_aliases("iban", "Cpte"), "Ancien code service : VOIRIE-07")
    assert only(found) == ["+ stop phrase « Ancien code service » (internal, code_service)"]


def test_a_field_that_only_one_pack_has_is_responsible() -> None:
    found = one(CHORUS_PRO.without("code_service").with_aliases("iban", "Cpte"), "Code service : VOIRIE-07")
    assert only(found) == ["- field code_service"]
    [each] = found.documents[0].differences
    assert (each.before.returned, each.after.returned, each.after.decision) == ("VOIRIE-07", None, None)


def test_a_field_of_the_applications_own_is_compared() -> None:
    own: FieldRule[str] = FieldRule(name="guichet", label="Guichet", value=REFERENCE, aliases=("Guichet",), source="o")
    found = one(CHORUS_PRO.with_field(own), "Guichet : ACCUEIL-3")
    assert only(found) == ["+ field guichet"]
    assert list(found.by_field) == [*CHORUS_PRO.rules, "guichet"]
    back = one(CHORUS_PRO, "Guichet : ACCUEIL-3", before=CHORUS_PRO.with_field(own))
    assert list(back.by_field) == [*CHORUS_PRO.rules, "guichet"]


def test_what_else_of_the_field_was_changed_is_responsible() -> None:
    above = CHORUS_PRO.with_relations("code_service", chorus_ocr.Relation.ABOVE).with_aliases("iban", "Cpte")
    assert only(one(above, "Code service : VOIRIE-07")) == [
        "~ code_service: relations (same_cell, right, below → above)"
    ]


def test_a_word_of_another_field_is_responsible_where_fields_are_decided_together() -> None:
    less = CHORUS_PRO.without_keywords("siret_destinataire", "SIRET").with_aliases("bic", "Cpte")
    found = one(less, "SIRET guichet : 303 265 045 00024")
    assert [each.field for each in found.documents[0].differences] == ["siret_fournisseur"]
    assert only(found) == ["- siret_destinataire: weak alias « SIRET »"]


def test_where_no_candidate_tells_all_that_decides_is_responsible() -> None:
    near = CHORUS_PRO.with_reach(below=0.1, block=0.1).without("DES01")
    below = ("Code service",), ("VOIRIE-07",)
    found = one(near, *(line for lines in below for line in lines))
    assert [each.field for each in found.documents[0].differences] == ["code_service"]
    assert only(found) == ["~ reach below (2.6 → 0.1)", "~ reach block (1.7 → 0.1)"]


# Documents are read once


class Counting:
    """PDFium's reader, and what it was asked to read."""

    def __init__(self) -> None:
        self.read_by_size: Counter[int] = Counter()
        self.reader = PdfiumReader()

    def read(
        self,
        source: Source,
        *,
        scope: PageScope = PageScope.FIRST_THREE,
        password: str | None = None,
        limits: Limits = DEFAULT_LIMITS,
    ) -> Document:
        """Count, and read."""
        self.read_by_size[len(source.data)] += 1
        return self.reader.read(source, scope=scope, password=password, limits=limits)


def test_documents_are_read_once(folder: Path) -> None:
    reader = Counting()
    compare(CHORUS_PRO, GUICHET, folder, reader=reader)
    assert reader.read_by_size.total() == len(list(folder.glob("*.pdf"))) == 5


def test_a_corpus_that_was_read_is_not_read_again(folder: Path, found: Comparison) -> None:
    reader = Counting()
    corpus = read_corpus(folder, reader=reader)
    assert reader.read_by_size.total() == 5 and len(corpus) == 5
    assert compare(CHORUS_PRO, GUICHET, corpus, reader=reader).to_json() == found.to_json()
    assert evaluate(corpus, GUICHET, reader=reader).total == found.after.total
    assert reader.read_by_size.total() == 5


def test_each_pack_is_run_once_on_a_document_and_no_check(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: Counter[str] = Counter()

    def counted(document: Document, **how: Any) -> chorus_ocr.Report:
        looked_at[f"{document.file_name} {len(how['rules'].checks)} checks"] += 1
        return chorus_ocr.recognize(document, **how)

    monkeypatch.setattr(evaluating, "recognize", counted)
    compare(CHORUS_PRO, GUICHET, folder)
    assert looked_at == {f"{path.name} 0 checks": 2 for path in folder.glob("*.pdf")}


def test_a_corpus_that_was_read_says_the_same_of_bad_files(tmp_path: Path) -> None:
    put(tmp_path, "damaged", {**sidecar("overseas"), "id": "damaged"}, pdf=b"%PDF-1.7\nnothing more")
    put(tmp_path, "broken", "{", pdf="credit_note")
    put(tmp_path, "scan", {**sidecar("scan"), "id": "scan"}, pdf="scan")
    (tmp_path / "noise.pdf").write_bytes(b"<html>")
    (tmp_path / "alone.pdf").write_bytes(desk_pdf("Guichet : ACCUEIL-3"))
    corpus = read_corpus(tmp_path)
    assert [type(each) for each in corpus] == [Case, Unread, Case, Unread, Case]
    assert evaluate(corpus) == evaluate(tmp_path)
    found = compare(CHORUS_PRO, GUICHET, corpus)
    assert found == compare(CHORUS_PRO, GUICHET, tmp_path)
    assert sorted(Path(each.source).name for each in found.unread) == [
        "broken.expected.json",
        "damaged.pdf",
        "noise.pdf",
    ]
    assert [(Path(each.source).name, each.reason) for each in found.skipped] == [("scan.pdf", NO_TEXT)]
    assert [each.id for each in found.documents] == ["alone"]
    assert [each.id for each in found.before.documents] == ["damaged"]
    text = found.to_text()
    assert "Not read (3):" in text and "Left out (1):" in text
    assert [str(each)[len(str(tmp_path)) + 1 :] for each in evaluate(corpus).skipped] == [
        f"alone.pdf: {NO_TRUTH}", f"scan.pdf: {NO_TEXT}",
    ]  # fmt: skip


def test_a_case_says_what_it_is(tmp_path: Path) -> None:
    put(tmp_path, "damaged", {**sidecar("overseas"), "id": "damaged"}, pdf=b"%PDF-1.7\nnothing more")
    (tmp_path / "alone.pdf").write_bytes(desk_pdf("Guichet : ACCUEIL-3"))
    alone, damaged = read_corpus(tmp_path)
    assert repr(alone) == f"<Case {tmp_path / 'alone.pdf'}: read, no truth>"
    assert repr(damaged) == f"<Case {tmp_path / 'damaged.pdf'}: not to be read, its truth known>"


@pytest.mark.slow
def test_a_pattern_that_runs_too_long_stops_nothing(folder: Path) -> None:
    kind: ValueType[str] = ValueType(name="endless", pattern=re.compile("(?:a|a)+$"), parse=Parsed)
    rule = FieldRule(name="endless", label="Endless", value=kind, aliases=("endless",), source="the tests")
    long = chorus_ocr.read(desk_pdf("Endless : " + "a" * 60 + "!"), file_name="long.pdf")
    corpus: Corpus = [(long, Truth.from_dict({"id": "long", "prefill": {"devise": "EUR"}})), folder]
    found = compare(CHORUS_PRO, CHORUS_PRO.with_field(rule), corpus)
    assert [(each.source, each.error_type) for each in found.unread] == [("long.pdf", "LimitExceeded")]
    assert len(found.documents) == 5 and (found.before.total.missing + 1, 0) == (
        found.after.total.missing,
        found.broken,
    )
    alone = evaluate(corpus, CHORUS_PRO.with_field(rule))
    assert alone.unread == found.unread and alone.total == found.after.total


# Arguments


def test_pairs_of_documents_and_truths(folder: Path, found: Comparison) -> None:
    pairs = [
        (chorus_ocr.read(path), Truth.read(path.with_suffix(".expected.json")))
        for path in sorted(folder.glob("[a-d]*.pdf"))
    ]
    assert compare(CHORUS_PRO, GUICHET, pairs).after.total == found.after.total


def test_only_some_fields(folder: Path) -> None:
    found = compare(CHORUS_PRO, GUICHET, folder, fields=["iban"])
    assert list(found.by_field) == ["iban"] and found.effects.same == 5 and not found.worst()
    with pytest.raises(ValueError, match="no field 'ibam'; did you mean 'iban'"):
        compare(CHORUS_PRO, GUICHET, folder, fields=["ibam"])


def test_only_a_language(folder: Path) -> None:
    assert len(compare(CHORUS_PRO, GUICHET, folder, language="fr").documents) == 5  # one by its print
    assert compare(CHORUS_PRO, GUICHET, folder, language="de").documents == ()


def test_wrong_arguments(folder: Path) -> None:
    with pytest.raises(TypeError, match="RulePack"):
        compare(CHORUS_PRO, "chorus", folder)  # type: ignore[arg-type]
    with pytest.raises(UnreadableDocument, match="no such folder"):
        compare(CHORUS_PRO, GUICHET, folder / "gone")


# How it is told


def test_a_comparison_can_be_pickled(found: Comparison) -> None:
    back = pickle.loads(pickle.dumps(found))
    assert back.to_json() == found.to_json() and repr(back) == repr(found)


def test_the_text_tells_what_to_look_at_first(found: Comparison) -> None:
    text = found.to_text(worst=3)
    lines = text.splitlines()
    assert lines[0] == f"{found.diff.before} → {found.diff.after}"
    assert lines[1:3] == [
        "5 documents, 4 with a truth",
        "net effect -1: 2 broken (1 newly wrong, 1 newly blank), 1 fixed, 1 changed",
    ]
    assert f"  {BY_GUICHET}: 2 broken (1 newly wrong, 1 newly blank), 1 fixed, 1 changed" in lines
    header = next(line for line in lines if "newly wrong newly blank" in line)
    assert header.split() == ["newly", "wrong", "newly", "blank", "fixed", "changed", "same"]
    assert lines[lines.index(header) + 1].split() == ["code_service", "1", "1", "1", "1", "1"]
    at = next(at for at, line in enumerate(lines) if line.startswith("b-newly-wrong: 1 newly wrong · "))
    assert lines[at + 1 : at + 5] == [
        "  code_service: broken (missing → wrong) · printed VOIRIE-07",
        "    before: nothing (absent)",
        "    after:  ACCUEIL-3 (found), « Guichet » same_cell, page 1",
        f"    by {BY_GUICHET}",
    ]
    assert "e-unknown" not in text and "and 1 more documents that differ" in text
    assert "code_service: changed\n" in found.to_text()


def test_the_json_is_plain_data(found: Comparison) -> None:
    data = json.loads(found.to_json())
    assert data == found.to_dict()
    assert data["schema_version"] == 1 and (data["documents"], data["graded"]) == (5, 4)
    assert data["effects"]["newly_wrong"] == 1 and data["after"]["all_fields"]["wrong"] == 1
    [change] = data["changes"]
    assert (change["what"], change["sign"], change["newly_blank"]) == ("Guichet", "added", 1)
    assert [each["id"] for each in data["worst"]] == ["b-newly-wrong", "c-newly-blank", "d-fixed", "e-unknown"]
    [difference] = data["worst"][0]["differences"]
    assert (difference["effect"], difference["responsible"]) == ("broken", [BY_GUICHET])
    assert difference["after"]["decision"]["candidates"][0]["keyword"] == "Guichet"
    assert len(json.loads(found.to_json(worst=1))["worst"]) == 1


def test_records_are_flat_and_alike(found: Comparison) -> None:
    records = found.to_records()
    assert len(records) == 5 * len(CHORUS_PRO.rules)
    assert len({tuple(each) for each in records}) == 1
    kinds: set[type] = {type(value) for each in records for value in each.values()}
    assert kinds <= {str, int, type(None)}
    [row] = [each for each in records if each["document"] == "b-newly-wrong" and each["effect"] != "same"]
    assert (row["field"], row["effect"], row["newly_wrong"], row["expected"]) == (
        "code_service",
        "broken",
        1,
        "VOIRIE-07",
    )
    assert (row["returned_before"], row["returned_after"], row["keyword_after"]) == (None, "ACCUEIL-3", "Guichet")
    assert (row["grade_before"], row["grade_after"], row["responsible"]) == ("missing", "wrong", BY_GUICHET)


def test_a_comparison_and_its_parts_show_themselves(found: Comparison) -> None:
    assert repr(found) == (
        f"<Comparison {found.diff.before} → {found.diff.after}: 2 broken (1 newly wrong, 1 newly blank), 1 fixed, "
        "1 changed; 5 documents, 4 with a truth, 0 unread>"
    )
    worst = found.worst()
    assert repr(worst[0]) == "<DocumentComparison b-newly-wrong: 1 newly wrong>"
    assert repr(worst[3]) == "<DocumentComparison e-unknown: 1 changed, no truth>"
    assert repr(worst[0].differences[0]) == (
        f"<FieldComparison code_service: broken (missing → wrong), by {BY_GUICHET}>"
    )


def test_no_data_frame_is_loaded(folder: Path) -> None:
    code = (
        "import sys, chorus_ocr as c; pack = c.CHORUS_PRO.with_aliases('code_service', 'Guichet');"
        "e = c.compare(c.CHORUS_PRO, pack, sys.argv[1]); e.to_records(), e.to_json(), e.to_text(), e.to_html();"
        "c.scan(sys.argv[1] + '/a-same.pdf').to_record();"
        "print({'pandas', 'numpy', 'facturx'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()" and done.stderr == ""


@pytest.mark.slow
def test_one_alias_on_the_corpus_is_compared_without_reading() -> None:
    if not SHARED.is_dir():
        pytest.skip(WITHOUT_SHARED)
    reader = Counting()
    corpus = read_corpus(SHARED / "made", reader=reader)
    read = reader.read_by_size.total()
    found = compare(CHORUS_PRO, CHORUS_PRO.with_aliases("code_service", "Objet"), corpus, reader=reader)
    assert len(found.documents) > 80 and reader.read_by_size.total() == read
    assert found.before.total == evaluate(corpus).total


def test_the_projects_own_invoices_are_all_the_same(tmp_path: Path) -> None:
    found = compare(CHORUS_PRO, CHORUS_PRO.with_aliases("iban", "Numéro de compte sans pareil"), INVOICES)
    assert found.effects.same == len(found.documents) * len(CHORUS_PRO.rules) > 300
