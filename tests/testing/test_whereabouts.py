"""Where a value that was not read stands: on its own, glued to something, hidden, beyond the pages read, or nowhere."""

from functools import partial

import pytest

from chorus_ocr import read
from chorus_ocr.testing.whereabouts import Found, Whereabouts, whereabouts
from fixtures.sheet import WHITE
from pages import document
from rules.checks.bills import LINES, with_
from rules.checks.cases_readable import off_the_page, put, sheet
from testing.templates import on_page_4


@pytest.mark.parametrize(
    ("line", "value", "how", "around"),
    [
        ("Commande 26D000417", "26D000417", Whereabouts.PLAIN, "26D000417"),
        ("Commande : (26d000417).", "26D000417", Whereabouts.PLAIN, "26d000417"),
        ("SIRET 217 209 147 00016", "21720914700016", Whereabouts.PLAIN, "217 209 147 00016"),
        ("SIRET 21720914700016", "217 209 147 00016", Whereabouts.PLAIN, "21720914700016"),
        ("Commande26D000417", "26D000417", Whereabouts.GLUED, "Commande26D000417"),
        ("client217 209 147 00016 Mairie", "217 209 147 00016", Whereabouts.GLUED, "client217 209 147 00016"),
        ("A:26D000417B:X", "26D000417", Whereabouts.GLUED, "A:26D000417B:X"),
    ],
)
def test_a_value_is_found_in_the_print(line: str, value: str, how: Whereabouts, around: str) -> None:
    assert whereabouts(document(line), value) == (Found(how=how, page=1, printed=around),)


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Commande 26D000418", "26D000417"),
        ("Total 11 440,00", "1 440,00"),  # no value glued to a 1: another number
        ("Total 1 440,005", "1 440,00"),
        ("n° 21720914700016", "20914"),
        ("ATELIER", "AT"),
        ("ATELIER", ""),
        ("ATELIER", " "),
    ],
)
def test_another_value_is_not_taken_for_it(line: str, value: str) -> None:
    assert whereabouts(document(line), value) == ()


def test_print_that_nobody_sees_is_told_apart() -> None:
    hidden = Found(how=Whereabouts.HIDDEN, page=1, printed="26D000417")
    for draw in (partial(put, ink=WHITE), off_the_page):
        assert whereabouts(read(sheet(draw, "engagement")), "26D000417") == (hidden,)
    both = read(sheet(partial(put, ink=WHITE), "engagement", more="N/Réf : 26D000417"))
    assert whereabouts(both, "26D000417") == (Found(how=Whereabouts.PLAIN, page=1, printed="26D000417"), hidden)


def test_a_page_that_is_not_read_is_told_apart() -> None:
    pdf = on_page_4("engagement", with_(LINES, engagement="26D000417"))
    assert whereabouts(read(pdf), "26D000417") == (Found(how=Whereabouts.BEYOND, page=4, printed="26D000417"),)
