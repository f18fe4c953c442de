"""Layouts vary along independent axes, and know whether they follow the golden rules."""

from dataclasses import fields, replace
from itertools import combinations

import pytest
from hypothesis import Phase, given, settings

from chorus_ocr.testing.strategies import (
    AmountStyle,
    Block,
    DateStyle,
    Layout,
    Parties,
    Place,
    Separator,
    SiretStyle,
    TotalsPlace,
    Words,
    layouts,
)
from testing.strategies.generated import SETTINGS

AXES = tuple(each.name for each in fields(Layout))


def drawn(count: int = 400) -> list[Layout]:
    found: list[Layout] = []

    @given(layouts())
    @settings(SETTINGS, max_examples=count, phases=[Phase.generate], database=None)
    def take(layout: Layout) -> None:
        found.append(layout)

    take()
    return found


def test_every_axis_varies_whatever_the_others_are() -> None:
    found = drawn()
    assert len(AXES) >= 6
    for one, other in combinations(AXES, 2):
        pairs = {(getattr(layout, one), getattr(layout, other)) for layout in found}
        firsts, seconds = {pair[0] for pair in pairs}, {pair[1] for pair in pairs}
        assert len(firsts) > 1 and len(seconds) > 1, (one, other)
        # Neither follows from the other.
        assert len(pairs) > max(len(firsts), len(seconds)), (one, other)


def test_every_choice_is_drawn() -> None:
    found = drawn()
    for name, choices in (
        ("words", Words),
        ("place", Place),
        ("totals", TotalsPlace),
        ("separator", Separator),
        ("amounts", AmountStyle),
        ("dates", DateStyle),
        ("sirets", SiretStyle),
        ("parties", Parties),
    ):
        assert {getattr(layout, name) for layout in found} == set(choices)


@given(layouts())
@settings(SETTINGS)
def test_every_block_stands_once_and_the_title_near_the_top(layout: Layout) -> None:
    assert sorted(layout.order) == sorted(Block)
    assert layout.order.index(Block.TITLE) < 2


@given(layouts(golden=True), layouts(plain=True))
@settings(SETTINGS)
def test_golden_and_plain_layouts_are_what_was_asked_for(golden: Layout, plain: Layout) -> None:
    assert golden.golden and golden.plain
    assert plain.plain


@pytest.mark.parametrize(
    "changed",
    [
        {"words": Words.USUAL},
        {"separator": Separator.SPACE},
        {"amounts": AmountStyle.BARE},
        {"dates": DateStyle.WORDS},
        {"sirets": SiretStyle.DOTTED},
    ],
    ids=str,
)
def test_one_spelling_makes_a_layout_neither(changed: dict[str, object]) -> None:
    assert Layout().golden and Layout().plain
    layout = replace(Layout(), **changed)  # type: ignore[arg-type]  # one attribute each, of its own type
    assert not layout.golden and not layout.plain


@pytest.mark.parametrize(
    "changed", [{"place": Place.ABOVE}, {"totals": TotalsPlace.BEFORE}, {"parties": Parties.BLOCKS}], ids=str
)
def test_one_place_makes_it_plain_only(changed: dict[str, object]) -> None:
    layout = replace(Layout(), **changed)  # type: ignore[arg-type]  # one attribute each, of its own type
    assert layout.plain and not layout.golden
