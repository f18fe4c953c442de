"""Pages of every kind the public sector sees, drawn by the project from invented data, read as a clerk would."""

from collections import defaultdict
from functools import cache

import pypdfium2
import pytest
import stdnum.fr.siret
import stdnum.fr.tva
import stdnum.iban

from chorus_ocr import read, recognize
from chorus_ocr.recognition.candidate import Status
from kinds.catalogue import KINDS, every_drawing
from kinds.judge import Judgement, Score, judge, same
from kinds.little import affactureur, mode_paiement, motif_exoneration, numero_facture_origine, type_tva
from kinds.little.frames import Little
from kinds.paper import Drawing
from pages import document

DRAWINGS = dict(every_drawing())
RECALL_FLOOR = 0.995
WRONG_RATE_CEILING = 0.001
WHOLLY_RIGHT_FLOOR = 0.95
BLANK_SO_FAR: dict[str, frozenset[str]] = {
    "letter_spaced-tracked_pairs": frozenset({"montant_tva", "lignes_tva"}),  # « T V A  2 0 % »: a spaced rate
    "kerned-kerned_capitals": frozenset({"numero_facture"}),  # « N° F AC TURE » as a header
    "glued-glued_words": frozenset({"tva_fournisseur"}),  # « TVAFR… », which the portal does not read either
    "fee_notes-architect": frozenset({"montant_ht", "montant_tva"}),  # amounts spread over two sentences
    "bilingual-alsatian": frozenset({"montant_ht", "montant_ttc", "tva_fournisseur"}),  # « Montant HT – Nettobetrag »
}
"""Fields that stay blank on a drawing though a clerk would read them: known, pinned, and to be emptied. A wrong value
is never listed here, and a field that is read one day must be struck off."""
BLANK_LITTLE = frozenset(
    {
        ("affactureur", "factor label"),  # a factor whose name does not say that it is one
        ("affactureur", "sentence"),  # the factor's name in a sentence without a word of payment
    }
)
"""The same of little pages."""
ROUTING = ("siret_destinataire", "code_service", "numero_engagement")
"""Fields of which a wrong value sends the invoice to the wrong desk: none is forgiven."""
LITTLE: dict[str, tuple[tuple[Little, ...], tuple[Little, ...]]] = {
    "type_tva": (type_tva.MATCHING, type_tva.OTHER),
    "numero_facture_origine": (numero_facture_origine.MATCHING, numero_facture_origine.OTHER),
    "motif_exoneration": (motif_exoneration.MATCHING, motif_exoneration.OTHER),
    "mode_paiement": (mode_paiement.MATCHING, mode_paiement.OTHER),
    "affactureur": (affactureur.MATCHING, affactureur.OTHER),
}
"""Little pages for the fields that no corpus has a truth for: those that print a value, those that only seem to."""
LITTLE_PAGES = [
    pytest.param(field, each, id=f"{field}-{each.name}")
    for field, pair in LITTLE.items()
    for pages in pair
    for each in pages
]


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
    known = BLANK_SO_FAR.get(name, frozenset())
    faults = [str(each) for each in judged(name) if each.fault and each.field not in known]
    assert not faults, "\n".join([f"{name}: {(DRAWINGS[name].__doc__ or '').strip()}", *faults])
    blank = {each.field for each in judged(name) if each.outcome == "missing"}
    assert known <= blank, f"read by now, strike off: {sorted(known - blank)}"


def test_all_drawings_together_reach_the_floor() -> None:
    total = Score.of(each for name in DRAWINGS for each in judged(name))
    assert total.recall >= RECALL_FLOOR, summary()
    assert total.wrong_rate <= WRONG_RATE_CEILING, summary()


def test_nearly_all_drawings_are_wholly_right() -> None:
    faulty = [name for name in DRAWINGS if any(each.fault for each in judged(name))]
    assert len(faulty) <= (1 - WHOLLY_RIGHT_FLOOR) * len(DRAWINGS), faulty


@pytest.mark.parametrize("field", ROUTING)
def test_nothing_is_sent_to_the_wrong_desk(field: str) -> None:
    bad = [
        name
        for name in DRAWINGS
        for each in judged(name)
        if each.field == field and each.outcome in ("wrong", "spurious")
    ]
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
        for value in (
            printed.numero_facture,
            printed.numero_engagement,
            printed.siret_destinataire,
            printed.iban,
            printed.bic,
        ):
            assert value is None or value in text, value


@pytest.mark.parametrize(("field", "little"), LITTLE_PAGES)
def test_a_little_page_is_read(field: str, little: Little) -> None:
    decision = recognize(document(*little.lines)).fields[field]
    got = decision.value if decision.status is Status.FOUND else None
    shown = "; ".join(f"{each.raw!r} {each.verdict}" for each in decision.candidates)
    if (field, little.name) in BLANK_LITTLE:
        assert got is None, "read by now: strike it off"
        return
    right = got is None if little.want is None else got is not None and same(field, got, little.want)
    assert right, f"got {got}, expected {little.want} ({decision.status}: {shown})"


@pytest.mark.parametrize("field", LITTLE)
def test_twenty_pages_match_and_twenty_do_not(field: str) -> None:
    matching, others = LITTLE[field]
    assert len({str(each.lines) for each in matching}) >= 20
    assert len({str(each.lines) for each in others}) >= 20
    assert all(each.want for each in matching)
    assert not any(each.want for each in others)
