"""Plain data read by types: a type says which JSON stands for a value of it, and every fault is told with its path.

>>> faults: list[str] = []
>>> value_of(dict[str, Decimal], {"ht": "1200.00", "tva": 240.0}, "", faults)["ht"]
Decimal('1200.00')
>>> faults
['tva: an amount as text is wanted, such as "1200.00", not 240.0']
"""

import math
import re
from collections.abc import Mapping
from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, NamedTuple, NewType, Union, get_args, get_origin, get_type_hints
from typing import is_typeddict as has_keys

ANY: Final = "any JSON"
"""Marks, in ``Annotated``, a value of which only the pack that made it knows the type."""

AMOUNT: Final = r"-?[0-9]+(\.[0-9]+)?"
DAY: Final = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"

MOST_SHOWN: Final = 40
"""Characters of a wrong value that a fault shows."""


class AtLeast(NamedTuple):
    """Marks, in ``Annotated``, the least that a whole number may be."""

    least: int


def value_of(hint: object, data: object, at: str, faults: list[str]) -> Any:
    """Return the value of a type that plain data stands for; what it cannot be is None, and told in ``faults``.

    ``hint``: ``bool``, ``int``, ``float``, ``str``, ``Decimal``, ``date``, an enumeration of text, a dataclass, a
    typed dictionary, a named tuple; lists, tuples and dictionaries of them; one of them or None. In ``Annotated`` a
    type is what the plain one stands for. ``at``: the path, empty for the whole.
    """
    origin, own = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _annotated(own[0], own[1], data, at, faults)
    if origin in (Union, UnionType):
        [kind] = [each for each in own if each is not NoneType]
        return None if data is None else value_of(kind, data, at, faults)
    if origin is Literal:
        return data if type(data) in map(type, own) and data in own else _one_of(own, data, at, faults)
    if origin in (list, tuple):
        each_of = [value_of(own[0], each, f"{at}[{n}]", faults) for n, each in enumerate(_list(data, at, faults))]
        return each_of if origin is list else tuple(each_of)
    if origin is dict:
        return {key: value_of(own[1], each, _under(at, key), faults) for key, each in _object(data, at, faults).items()}
    if isinstance(hint, NewType):
        return value_of(hint.__supertype__, data, at, faults)
    if isinstance(hint, type):
        return _of_type(hint, data, at, faults)
    raise TypeError(f"no JSON stands for {hint!r}")


@cache
def keys_of(hint: Any) -> Mapping[str, object]:
    """Return what a typed dictionary, a dataclass or a named tuple holds: the type of each key."""
    return get_type_hints(hint, include_extras=True)


def _annotated(plain: object, mark: object, data: object, at: str, faults: list[str]) -> Any:
    if mark == ANY:
        return data
    if not isinstance(mark, AtLeast):
        return value_of(mark, data, at, faults)
    number = value_of(plain, data, at, faults)
    if isinstance(number, int) and number < mark.least:
        _wrong(f"{mark.least} or more", number, at, faults)
    return number


def _of_type(kind: type[Any], data: object, at: str, faults: list[str]) -> Any:
    if kind in _PLAIN:
        return data if type(data) is kind else _wrong(_PLAIN[kind], data, at, faults)
    if kind is float:
        is_number = isinstance(data, int | float) and not isinstance(data, bool) and math.isfinite(data)
        return data if is_number else _wrong("a number", data, at, faults)
    if kind is Decimal:
        if isinstance(data, str) and re.fullmatch(AMOUNT, data):
            return Decimal(data)
        return _wrong('an amount as text is wanted, such as "1200.00"', data, at, faults)
    if kind is date:
        return _day(data, at, faults)
    if issubclass(kind, StrEnum):
        codes = [str(member) for member in kind]
        return kind(data) if isinstance(data, str) and data in codes else _one_of(codes, data, at, faults)
    if issubclass(kind, tuple):
        edges = value_of(list[float], data, at, faults)
        names = tuple(keys_of(kind))
        return kind(*edges) if len(edges) == len(names) else _wrong(f"{len(names)} numbers", data, at, faults)
    return _keyed(kind, data, at, faults)


def _keyed(kind: type, data: object, at: str, faults: list[str]) -> Any:
    """Read an object with known keys: all of them have to be there, and others are passed over."""
    told, before = _object(data, at, faults), len(faults)
    held = {}
    for key, hint in keys_of(kind).items():
        if key in told:
            held[key] = value_of(hint, told[key], _under(at, key), faults)
        elif isinstance(data, Mapping):
            faults.append(f"{_under(at, key)}: missing")
    if has_keys(kind):
        return held
    assert is_dataclass(kind)
    return kind(**held) if isinstance(data, Mapping) and len(faults) == before else None


def _day(data: object, at: str, faults: list[str]) -> date | None:
    try:
        if isinstance(data, str) and re.fullmatch(DAY, data):
            return date.fromisoformat(data)
    except ValueError:  # no such day
        pass
    _wrong('a day as text is wanted, such as "2026-03-12"', data, at, faults)
    return None


def _list(data: object, at: str, faults: list[str]) -> list[object]:
    if isinstance(data, list):
        return data
    _wrong("a list", data, at, faults)
    return []


def _object(data: object, at: str, faults: list[str]) -> Mapping[str, object]:
    if not isinstance(data, Mapping):
        _wrong("an object", data, at, faults)
        return {}
    strange = [key for key in data if not isinstance(key, str)]
    faults.extend(f"{at or 'the data'}: a key is text, not {_shown(key)}" for key in strange)
    return {key: each for key, each in data.items() if isinstance(key, str)}


def _one_of(allowed: object, data: object, at: str, faults: list[str]) -> None:
    assert isinstance(allowed, list | tuple)
    _wrong(f"one of {', '.join(map(repr, allowed))}", data, at, faults)


def _wrong(wanted: str, data: object, at: str, faults: list[str]) -> None:
    said = wanted if " is wanted" in wanted else f"{wanted} is wanted"
    faults.append(f"{at or 'the data'}: {said}, not {_shown(data)}")


def _shown(data: object) -> str:
    if isinstance(data, Mapping):
        return "an object"
    if isinstance(data, list | tuple):
        return "a list"
    if data is None:
        return "null"
    if isinstance(data, int) and data.bit_length() > MOST_SHOWN:
        return "a huge number"  # one of thousands of digits has no repr
    told = repr(data)
    return told if len(told) <= MOST_SHOWN else f"{told[:MOST_SHOWN]}…"


def _under(at: str, key: str) -> str:
    return f"{at}.{key}" if at else key


_PLAIN: Final[Mapping[type, str]] = {bool: "true or false", int: "a whole number", str: "text"}
