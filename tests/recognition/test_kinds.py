"""Pages of every kind the public sector sees, drawn by the project from invented data, read as a careful clerk would."""

from collections import defaultdict
from functools import cache

import pypdfium2
import pytest
import stdnum.fr.siret
import stdnum.fr.tva
import stdnum.iban

from chorus_ocr import read, recognize
from kinds.catalogue import KINDS, every_drawing
from kinds.judge import Judgement, Score, judge
from kinds.paper import Drawing

DRAWINGS = dict(every_drawing())
RECALL_FLOOR = 0.995
WRONG_RATE_CEILING = 0.001
WHOLLY_RIGHT_FLOOR = 0.95
ROUTING = ("siret_destinataire", "code_service", "numero_engagement")
"""Fields of which a wrong value sends the invoice to the wrong desk: none is forgiven."""


@cache
def drawn(name: str) -> Drawing:
    return DRAWINGS[name]()


@cache
def judged(name: str) -> tuple[Judgement, ...]:
    drawing = drawn(name)
    return tuple(judge(drawing, recognize(read(drawing.pdf)).fields))


def summary() -> str:
    """Return the figures over all drawings and by kind, worst first."""
    by_kind: dict[str, list[Judgement]] = defaultdict(list)
    for name in DRAWINGS:
        by_kind[name.split("-")[0]] += judged(name)
    scores = {kind: Score.of(judgements) for kind, judgements in by_kind.items()}
    total = Score.of(each for judgements in by_kind.values() for each in judgements)
    worst = sorted(scores.items(), key=lambda pair: (pair[1].recall, -pair[1].wrong_rate))
    return "\n".join([f"all: {total}", *(f"{kind}: {score}" for kind, score in worst)])


@pytest.mark.parametrize("name", DRAWINGS)
def test_every_field_is_as_printed(name: str) -> None:
    faults = [str(each) for each in judged(name) if each.fault]
    assert not faults, "\n".join([f"{name}: {(DRAWINGS[name].__doc__ or '').strip()}", *faults])


def test_all_drawings_together_reach_the_floor() -> None:
    total = Score.of(each for name in DRAWINGS for each in judged(name))
    assert total.recall >= RECALL_FLOOR, summary()
    assert total.wrong_rate <= WRONG_RATE_CEILING, summary()


def test_nearly_all_drawings_are_wholly_right() -> None:
    faulty = [name for name in DRAWINGS if any(each.fault for each in judged(name))]
    assert len(faulty) <= (1 - WHOLLY_RIGHT_FLOOR) * len(DRAWINGS), faulty


@pytest.mark.parametrize("field", ROUTING)
def test_nothing_is_sent_to_the_wrong_desk(field: str) -> None:
    bad = [name for name in DRAWINGS for each in judged(name) if each.field == field and each.outcome in ("wrong", "spurious")]
    assert not bad


def test_every_kind_has_three_different_drawings() -> None:
    for kind in KINDS:
        assert len({drawn(f"{kind.name}-{draw.__name__}").pdf for draw in kind.drawings}) >= 3, kind.name


@pytest.mark.parametrize("name", DRAWINGS)
def test_the_truth_is_printed_and_its_identifiers_are_valid(name: str) -> None:
    printed = drawn(name).printed
    with pypdfium2.PdfDocument(drawn(name).pdf) as document:
        text = "".join("".join(page.get_textpage().get_text_bounded().split()) for page in document)
    for siret in (printed.siret_destinataire, printed.siret_fournisseur):
        assert siret is None or stdnum.fr.siret.is_valid(siret)
    for vat in (printed.tva_destinataire, printed.tva_fournisseur):
        assert vat is None or stdnum.fr.tva.is_valid(vat)
    assert printed.iban is None or stdnum.iban.is_valid(printed.iban)
    if not name.startswith(("shuffled", "turned", "wrapped")):
        for value in (printed.numero_facture, printed.numero_engagement, printed.siret_destinataire, printed.iban, printed.bic):
            assert value is None or value in text, value
