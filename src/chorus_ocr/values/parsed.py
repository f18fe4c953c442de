"""What a value type is, and what parsing one spelling gives."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Parsed(NamedTuple, Generic[T_co]):
    """A spelling, understood: ``value``, and ``fault`` when the value is not valid.

    ``fault`` is None for a valid value. ``"checksum"`` keeps the normalised value beside it, because a caller may
    ask for identifiers that fail their checksum; ``"impossible_date"`` and ``"format"`` come without a value.
    """

    value: T_co | None
    fault: str | None = None

    @property
    def valid(self) -> bool:
        return self.fault is None and self.value is not None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class ValueType(Generic[T_co]):
    """A type of value that invoices print.

    ``pattern`` finds a spelling (it is used with ``match`` at a position and with ``finditer``, always inside one
    cell or over a value wrapped on two lines, joined by one space); ``parse`` turns the spelling into a value or says
    why not, and never raises.
    """

    name: str
    pattern: re.Pattern[str]
    parse: Callable[[str], Parsed[T_co]]

    def __repr__(self) -> str:
        return f"<ValueType {self.name}>"
