"""Every SIRET that one slip makes of another is read back, and nothing is read that is no SIRET."""

from itertools import combinations

import pytest

from chorus_ocr.compliance.characters import LETTERS_AND_DIGITS, others
from chorus_ocr.compliance.misprint import readings
from chorus_ocr.values.siret import SIRET
from fixtures.parties import COURCERON, SARVANE, STATE_SIRET

LA_POSTE = "35600000049837"


@pytest.mark.parametrize(
    "siret",
    [STATE_SIRET, *(pytest.param(each, marks=pytest.mark.slow) for each in (COURCERON.siret, SARVANE.siret, LA_POSTE))],
)
def test_every_slip_is_read_back(siret: str) -> None:
    changed = {siret[:at] + digit + siret[at + 1 :] for at in range(14) for digit in "0123456789"}
    swapped = set()
    for one, two in combinations(range(14), 2):
        digits = list(siret)
        digits[one], digits[two] = digits[two], digits[one]
        swapped.add("".join(digits))
    wrong = [each for each in (changed | swapped) - {siret} if not SIRET.parse(each).valid]
    assert len(wrong) > 100
    for each in wrong:
        read = readings(each)
        assert siret in read and each not in read
        assert len(set(read)) == len(read)
        assert all(SIRET.parse(other).valid for other in read)


def test_a_character_is_told_once_and_a_space_by_its_name() -> None:
    assert others("A.B.C", LETTERS_AND_DIGITS) == ("« . »",)
    assert others("", LETTERS_AND_DIGITS) == others("A1", LETTERS_AND_DIGITS) == ()
    [space] = others("A B C", LETTERS_AND_DIGITS)
    assert space == ("espace", "space")
