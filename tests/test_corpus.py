"""The figures reached on labelled invoices, held: a change that loses one says which documents and fields it lost.

Each pin is what the rules reach today, with nothing to spare. A better figure passes, and asks for a new pin.
"""

import math
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from chorus_ocr import CHORUS_PRO, Relation
from chorus_ocr.tuning import Evaluation, Grade, evaluate
from tuning.corpora import INVOICES, SHARED, WITHOUT_SHARED


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    """What is reached on one folder, over all fields: a floor of recall, a ceiling of wrong-rate, 4 decimals each.

    ``failures``: the known ones, « document field grade ». A recall of 0 holds the wrong-rate alone: documents in
    other languages count for wrong values, not for blanks.
    """

    folder: Path
    language: str | None = None
    wrong_rate: float
    recall: float
    wholly_right: int
    failures: frozenset[str] = frozenset()


PINS = {
    "own": Pin(
        folder=INVOICES,
        wrong_rate=0.0,
        recall=1.0,
        wholly_right=15,
        failures=frozenset(),
    ),
    "made": Pin(
        folder=SHARED / "made",
        wrong_rate=0.0,
        recall=1.0,
        wholly_right=86,
        failures=frozenset(),
    ),
    "real-fr": Pin(
        folder=SHARED / "real",
        language="fr",
        wrong_rate=0.0,
        recall=0.9963,
        wholly_right=20,
        failures=frozenset({"fr-securibox-Facture_DOM_EXTENDED-fa3cab lignes_tva missing"}),
    ),
    "real-de": Pin(folder=SHARED / "real", language="de", wrong_rate=0.0, recall=0.0, wholly_right=0),
    "real-en": Pin(folder=SHARED / "real", language="en", wrong_rate=0.0, recall=0.0, wholly_right=0),
}


@pytest.mark.parametrize("name", PINS)
def test_no_figure_is_lost(name: str) -> None:
    pin = PINS[name]
    if not pin.folder.is_dir() and SHARED in pin.folder.parents:
        pytest.skip(WITHOUT_SHARED)
    found = evaluate(pin.folder, language=pin.language)
    assert not found.unread, found.to_text(worst=0)
    assert holds(found, pin), loss(found, pin)


def holds(found: Evaluation, pin: Pin) -> bool:
    """Say whether no figure is worse than its pin."""
    return (
        up(found.wrong_rate) <= pin.wrong_rate
        and down(found.recall) >= pin.recall
        and found.wholly_right >= pin.wholly_right
    )


def loss(found: Evaluation, pin: Pin) -> str:
    """Return what is lost and what is won against a pin, and the figures of today, fit to be pinned."""
    now = failures(found, pin)
    told = [
        f"wrong-rate {found.wrong_rate:.4f} (ceiling {pin.wrong_rate}), "
        f"recall {found.recall:.4f} (floor {pin.recall}), "
        f"{found.wholly_right} documents wholly right (floor {pin.wholly_right})",
        *(f"lost: {each}" for each in sorted(now - pin.failures)),
        *(f"won:  {each}" for each in sorted(pin.failures - now)),
        f"today: wrong_rate={up(found.wrong_rate)}, recall={down(found.recall)}, wholly_right={found.wholly_right}, "
        f"failures=frozenset({sorted(now)})",
    ]
    return "\n".join(told)


def failures(found: Evaluation, pin: Pin) -> frozenset[str]:
    """Return the failures that count for a pin, « document field grade »."""
    return frozenset(
        f"{document.id} {each.field} {each.grade}"
        for document in found.documents
        for each in document.failures
        if pin.recall > 0 or each.grade is not Grade.MISSING
    )


def up(rate: float) -> float:
    """Return a rate with 4 decimals, no lower than it is."""
    return math.ceil(rate * 10_000) / 10_000


def down(rate: float) -> float:
    """Return a rate with 4 decimals, no higher than it is."""
    return math.floor(rate * 10_000) / 10_000


def test_the_message_names_documents_and_fields() -> None:
    pin = Pin(folder=INVOICES, wrong_rate=0.0, recall=1.0, wholly_right=99, failures=frozenset({"gone iban missing"}))
    rules = CHORUS_PRO.with_relations("siret_destinataire", Relation.ABOVE)
    found = evaluate(INVOICES, rules)
    assert not holds(found, pin)
    told = loss(found, pin)
    assert re.search(r"^lost: \w+ siret_destinataire missing$", told, re.MULTILINE)
    assert "won:  gone iban missing" in told
    assert f"{found.wholly_right} documents wholly right (floor 99)" in told
