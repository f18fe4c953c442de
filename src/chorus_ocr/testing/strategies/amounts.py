"""Amounts, the ways in which they are printed, and breakdowns of the VAT that add up."""

from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from typing import Final, NamedTuple

from hypothesis import strategies as st

from chorus_ocr.values.amount import format_amount
from chorus_ocr.values.portal import LigneTva

_CENT: Final = Decimal("0.01")
RATES: Final = tuple(map(Decimal, ("20", "10", "5.5", "2.1")))
"""The rates in force on the mainland."""
NO_BREAK: Final = "\N{NO-BREAK SPACE}"
NARROW: Final = "\N{NARROW NO-BREAK SPACE}"


class SpelledAmount(NamedTuple):
    """An amount and one way to print it."""

    value: Decimal
    text: str


def amounts(most: int = 250_000) -> st.SearchStrategy[Decimal]:
    """Return a strategy of amounts from 0,01 to ``most`` euros, with cents."""
    return st.integers(min_value=1, max_value=most * 100).map(lambda cents: Decimal(cents) / 100).map(_to_the_cent)


def amount_spellings() -> st.SearchStrategy[SpelledAmount]:
    """Return a strategy of amounts as invoices print them: « 1 227,51 € », « 1.227,51 EUR », « -12,00 »."""
    return st.builds(_spelled, amounts(), st.booleans(), st.sampled_from(tuple(SPELLINGS)))


def vat_breakdowns() -> st.SearchStrategy[tuple[LigneTva, ...]]:
    """Return a strategy of breakdowns of one to three rates, each tax the rounded product of its rate and base."""
    rates = st.lists(st.sampled_from(RATES), min_size=1, max_size=3, unique=True)
    lines = rates.flatmap(lambda chosen: st.tuples(*(_line(rate) for rate in chosen)))
    return lines.map(lambda each: tuple(sorted(each, key=lambda line: -line.taux)))


def _line(rate: Decimal) -> st.SearchStrategy[LigneTva]:
    # From five euros on: a smaller base has no tax to print at the lower rates.
    bases = st.integers(min_value=500, max_value=9_000_000).map(lambda cents: Decimal(cents) / 100).map(_to_the_cent)
    return bases.map(lambda base: LigneTva(taux=rate, base_ht=base, montant=_to_the_cent(base * rate / 100)))


def _to_the_cent(value: Decimal) -> Decimal:
    return value.quantize(_CENT, rounding=ROUND_HALF_UP)


def _spelled(value: Decimal, negative: bool, name: str) -> SpelledAmount:
    signed = -value if negative else value
    return SpelledAmount(signed, SPELLINGS[name](signed))


def _french(value: Decimal, group: str = " ") -> str:
    return format_amount(value).replace(" ", group)


SPELLINGS: Final[dict[str, Callable[[Decimal], str]]] = {
    "1 234,50 €": lambda value: f"{_french(value)} €",
    "1 234,50 € unbroken": lambda value: f"{_french(value, NO_BREAK)}{NO_BREAK}€",
    "1 234,50 € narrow": lambda value: f"{_french(value, NARROW)}{NO_BREAK}€",
    "1234,50": lambda value: _french(value, ""),
    "1234,50€": lambda value: f"{_french(value, '')}€",
    "1.234,50 EUR": lambda value: f"{_french(value, '.')} EUR",
    "1,234.50": lambda value: f"{value:,.2f}",
    "1'234.50": lambda value: f"{value:,.2f}".replace(",", "'"),
    "1234.50 euros": lambda value: f"{value:.2f} euros",
}
"""Ways to print an amount, by what they make of 1234.50."""
