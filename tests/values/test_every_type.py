"""What holds for every value type: no text breaks one, no pattern can blow up, none loads python-stdnum."""

import importlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given

from chorus_ocr.values.amount import AMOUNT
from chorus_ocr.values.bic import BIC
from chorus_ocr.values.currency import CURRENCY
from chorus_ocr.values.date import DATE
from chorus_ocr.values.duration import DURATION
from chorus_ocr.values.iban import IBAN
from chorus_ocr.values.parsed import ValueType
from chorus_ocr.values.rate import RATE, RATE_BARE
from chorus_ocr.values.siren import SIREN
from chorus_ocr.values.siret import SIRET
from chorus_ocr.values.tva import TVA
from values.spellings import NOISE

TYPES: tuple[ValueType[Any], ...] = (
    SIRET,
    SIREN,
    TVA,
    IBAN,
    BIC,
    AMOUNT,
    DATE,
    RATE,
    RATE_BARE,
    CURRENCY,
    DURATION,
)
each_type = pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.name)

#: The longest spelling: a payment term with all its trimmings.
LONGEST = 150

FAULTS = {None, "checksum", "impossible_date", "format"}

#: What makes a careless pattern go back over the text again and again.
ADVERSARIAL = (
    "1",
    "0",
    "1 ",
    "1 234",
    " 234",
    "12.",
    "1,234",
    "1/",
    "/123",
    "1'234",
    "-",
    "- ",
    "(",
    "( 1",
    "(1 234,5",
    "€",
    "€ ",
    "EUR ",
    "F CFP ",
    "12 € ",
    "FR76 ",
    "FR",
    "FR76 3000 3954 8066 0482 6068 85",
    "DE 12345678",
    "BICC",
    "BNPA FR PP ",
    "BNPAFRPP- ",
    "18/02/",
    "18 02 ",
    "le lundi ",
    "1er mars ",
    "30 jours, ",
    "30 jours à réception ",
    "fin de mois le ",
    "20,0",
    "A",
    "a",
    "é",
    " ",
    "\u202f",
    "x1",
    "°1",
)


@each_type
@given(text=NOISE)
def test_parse_never_raises(kind: ValueType[Any], text: str) -> None:
    for raw in (text, *(match[0] for match in kind.pattern.finditer(text))):
        parsed = kind.parse(raw)
        assert parsed.fault in FAULTS
        assert (parsed.value is None) == (parsed.fault in ("impossible_date", "format"))


@each_type
@given(text=NOISE)
def test_a_match_at_a_place_is_a_match_of_the_whole(kind: ValueType[Any], text: str) -> None:
    for match in kind.pattern.finditer(text):
        assert match[0]
        assert match[0] == match[0].strip()
        again = kind.pattern.match(text, match.start())
        assert again is not None
        assert again[0] == match[0]


@each_type
@pytest.mark.parametrize("unit", ADVERSARIAL)
def test_long_text_ends(kind: ValueType[Any], unit: str) -> None:
    text = unit * (20_000 // len(unit))
    for hostile in (text, text + "!", "x" + text + "x"):
        for match in kind.pattern.finditer(hostile):
            assert len(match[0]) <= LONGEST
            kind.parse(match[0])
        kind.parse(hostile)


def _repeats(tree: Any) -> Iterator[tuple[int, int]]:
    """Every quantifier of a parsed pattern, lookarounds included."""
    if isinstance(tree, (list, tuple)):
        if len(tree) == 2 and str(tree[0]).endswith("_REPEAT"):
            yield tree[1][0], tree[1][1]
        for part in tree:
            yield from _repeats(part)
    elif hasattr(tree, "data"):
        yield from _repeats(tree.data)


@each_type
def test_pattern_takes_linear_time(kind: ValueType[Any]) -> None:
    # No quantifier is open-ended: at every place a pattern looks at no more than a fixed number of characters, so that
    # the work over a text grows with its length. Counted, not timed.
    parser: Any = importlib.import_module("re._parser")
    tree = parser.parse(kind.pattern.pattern, kind.pattern.flags)
    assert tree.getwidth()[1] <= LONGEST
    assert all(high <= 60 for _, high in _repeats(tree))


def test_the_count_of_quantifiers_sees_them_all() -> None:
    parser: Any = importlib.import_module("re._parser")
    assert list(_repeats(parser.parse(r"a(?=b{2,3})(?:c|d{1,4}e?)")))[:] == [(2, 3), (1, 4), (0, 1)]
    assert max(high for _, high in _repeats(parser.parse(r"(?<!x)(?:ab*)"))) > 10**6


@each_type
def test_patterns_read_ascii_digits_only(kind: ValueType[Any]) -> None:
    assert r"\d" not in re.sub(r"\[\^\\W\\d_\]|\(\?<!\[\^\\W\\d_\]", "", kind.pattern.pattern).replace(r"[^\W\d_]", "")


def test_importing_every_module_loads_no_stdnum() -> None:
    script = (
        "import importlib, pkgutil, sys\n"
        "import chorus_ocr.values as values\n"
        "names = [module.name for module in pkgutil.iter_modules(values.__path__)]\n"
        "for name in names: importlib.import_module(f'chorus_ocr.values.{name}')\n"
        "assert {'siret', 'amount', 'iban'} <= set(names), names\n"
        "assert not [name for name in sys.modules if name.split('.')[0] == 'stdnum']\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run([sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
