"""Every relation of the engine is needed: without any one of them, generated invoices are no longer read whole."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import Phase, given, settings

from chorus_ocr import CHORUS_PRO, Prefill, Relation, read, recognize
from chorus_ocr.reading.document import Document
from chorus_ocr.testing.strategies import (
    Invoice,
    Layout,
    Parties,
    Place,
    TotalsPlace,
    invoices,
    layouts,
    printed,
    render,
)
from testing.strategies.generated import SETTINGS, differences

SIZE = 12


@cache
def sample() -> tuple[tuple[Document, Prefill, Layout], ...]:
    """Return a fixed sample of invoices on layouts that lose nothing, each place of a value among them."""
    drawn: list[tuple[Invoice, Layout]] = []

    @given(invoices(), layouts(plain=True))
    @settings(SETTINGS, max_examples=SIZE, phases=[Phase.generate], database=None)
    def take(invoice: Invoice, layout: Layout) -> None:
        drawn.append((invoice, layout))

    take()
    return tuple(
        (read(render(invoice, layout)), printed(invoice, layout), layout)
        for (invoice, first), places in zip(drawn, _places(), strict=False)
        for layout in [replace(first, place=places[0], totals=places[1], parties=places[2])]
    )


def _places() -> Iterator[tuple[Place, TotalsPlace, Parties]]:
    """Yield places in turn, the golden ones first: every one of each axis comes soon."""
    yield Place.SAME_CELL, TotalsPlace.SAME_CELL, Parties.KEYWORDS
    yield Place.RIGHT, TotalsPlace.RIGHT, Parties.KEYWORDS
    for at in range(SIZE - 2):
        yield (
            tuple(Place)[at % len(Place)],
            tuple(TotalsPlace)[at % len(TotalsPlace)],
            tuple(Parties)[at % len(Parties)],
        )


def lost(relation: Relation | None) -> dict[int, list[str]]:
    """Return the fields that are not read as printed, by place in the sample, without one relation."""
    rules = CHORUS_PRO if relation is None else CHORUS_PRO.without_relations(relation)
    told = {
        at: sorted(differences(meant, recognize(document, rules=rules).prefill, blanks=True))
        for at, (document, meant, _) in enumerate(sample())
    }
    return {at: names for at, names in told.items() if names}


def test_with_all_relations_nothing_is_lost() -> None:
    assert len(sample()) == SIZE
    assert not lost(None)


@pytest.mark.parametrize("relation", Relation)
def test_without_a_relation_the_property_fails(relation: Relation) -> None:
    assert lost(relation)


@pytest.mark.parametrize("relation", [Relation.SAME_CELL, Relation.RIGHT, Relation.ITSELF])
def test_so_it_does_where_the_golden_rules_are_followed(relation: Relation) -> None:
    golden = {at for at, (_, _, layout) in enumerate(sample()) if layout.golden}
    assert golden
    assert golden & set(lost(relation))


def test_what_is_refused_is_shown() -> None:
    document, meant, _ = sample()[0]
    decision = recognize(document, rules=CHORUS_PRO.without_relations(Relation.ITSELF)).fields["type_facture"]
    assert decision.value is None
    assert any(each.value is meant.type_facture for each in decision.candidates)
    assert {each.detail for each in decision.candidates if each.verdict == "not_announced"} == {"refused_place"}
