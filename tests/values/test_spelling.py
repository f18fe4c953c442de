"""The classes of characters that compile fast hold what the one class of them all would."""

import re
import sys

import pytest

from chorus_ocr.values.spelling import FAR_HYPHENS, HYPHEN, HYPHENS, LATIN_HYPHENS, any_of

EVERY_CHARACTER = "".join(map(chr, range(sys.maxunicode + 1)))


@pytest.mark.parametrize(
    "classes",
    [(LATIN_HYPHENS, FAR_HYPHENS), (rf"\s.{LATIN_HYPHENS}", FAR_HYPHENS), (rf"+,\w{LATIN_HYPHENS}", "–—’", "№")],
)
def test_any_of_several_classes_is_one_class_of_them_all(classes: tuple[str, ...]) -> None:
    apart, whole = re.compile(any_of(*classes)), re.compile(f"[{''.join(classes)}]")
    assert apart.findall(EVERY_CHARACTER) == whole.findall(EVERY_CHARACTER) != []


def test_a_hyphen_is_one_of_the_hyphens() -> None:
    assert re.findall(HYPHEN, EVERY_CHARACTER) == re.findall(f"[{HYPHENS}]", EVERY_CHARACTER)
    assert len(re.findall(HYPHEN, EVERY_CHARACTER)) == 5
