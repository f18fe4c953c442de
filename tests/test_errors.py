"""Every error travels between processes, and comes back telling what it told."""

import copy
import pickle

import pytest

from chorus_ocr import (
    ChorusOcrError,
    DamagedDocument,
    DirectoryError,
    EncryptedDocument,
    FaultsError,
    HandOverError,
    IsolationError,
    LimitExceeded,
    MissingExtra,
    NotAPdf,
    PrefillError,
    ReportDataError,
    RuleError,
    SchemaVersionError,
    SourceFaultsError,
    TruthError,
    UnreadableDocument,
    WordsError,
    errors,
)

EXAMPLES = [
    ChorusOcrError("why"),
    UnreadableDocument("x.pdf", "why"),
    NotAPdf("x.pdf", "why"),
    EncryptedDocument("x.pdf", "why"),
    DamagedDocument("x.pdf", "why"),
    LimitExceeded("x.pdf", "why", "words"),
    FaultsError(("one", "two")),
    SourceFaultsError("x.json", ("one", "two")),
    RuleError(("one", "two")),
    TruthError("x.json", ("one", "two")),
    PrefillError(("one", "two")),
    DirectoryError("x.csv", ("line 1: one", "line 2: two")),
    WordsError(("word 0: one", "word 1: two")),
    ReportDataError(("pages: one", "file: two")),
    SchemaVersionError(2, 1),
    HandOverError(("dateFacture: one", "fournisseur.idFournisseur: two")),
    MissingExtra("reading", "facturx"),
    IsolationError("why"),
]


def test_there_is_an_example_of_every_error() -> None:
    assert {type(each) for each in EXAMPLES} == {each for each in vars(errors).values() if isinstance(each, type)}


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_it_survives_pickling(error: ChorusOcrError, protocol: int) -> None:
    for again in (pickle.loads(pickle.dumps(error, protocol)), copy.deepcopy(error)):
        assert type(again) is type(error)
        assert (again.args, vars(again), str(again)) == (error.args, vars(error), str(error))
