"""The JSON Schema of ``Report.to_dict()``, made from the types of ``plain``: nothing of it is written by hand."""

import inspect
from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, NewType, Union, get_args, get_origin
from typing import is_typeddict as has_keys

from chorus_ocr.report.plain import SCHEMA_VERSION, ReportDict
from chorus_ocr.report.typed import AMOUNT, ANY, DAY, AtLeast, keys_of

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"

_PLAIN: Final = {bool: "boolean", int: "integer", float: "number", str: "string"}

Schema = dict[str, Any]


def report_schema() -> Schema:
    """Return the JSON Schema (draft 2020-12) of a report as plain data.

    Every key that this version writes is required; others are allowed, because a later version may write them.
    """
    named: dict[str, Schema] = {}
    whole = _schema(ReportDict, named)
    told = named.pop(whole["$ref"].rpartition("/")[2])
    return {
        "$schema": DIALECT,
        "$id": f"urn:chorus-ocr:report:{SCHEMA_VERSION}",
        "title": "A report of chorus_ocr",
        **told,
        "$defs": dict(sorted(named.items())),
    }


def _schema(hint: object, named: dict[str, Schema]) -> Schema:
    """Return the schema of a type; those of types with keys go to ``named``, and are referred to."""
    origin, own = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _annotated(own[0], own[1], named)
    if origin in (Union, UnionType):
        [kind] = [each for each in own if each is not NoneType]
        return {"anyOf": [_schema(kind, named), {"type": "null"}]}
    if origin is Literal:
        return {"const": own[0]} if len(own) == 1 else {"enum": list(own)}
    if origin in (list, tuple):
        return {"type": "array", "items": _schema(own[0], named)}
    if origin is dict:
        return {"type": "object", "additionalProperties": _schema(own[1], named)}
    if isinstance(hint, NewType):
        return _schema(hint.__supertype__, named)
    if isinstance(hint, type):
        return _of_type(hint, named)
    raise TypeError(f"no JSON stands for {hint!r}")


def _annotated(plain: object, mark: object, named: dict[str, Schema]) -> Schema:
    if mark == ANY:
        return {}
    if isinstance(mark, AtLeast):
        return {**_schema(plain, named), "minimum": mark.least}
    return _schema(mark, named)


def _of_type(kind: type[Any], named: dict[str, Schema]) -> Schema:
    if kind in _PLAIN:
        return {"type": _PLAIN[kind]}
    if kind is Decimal:
        return {"type": "string", "pattern": f"^{AMOUNT}$"}
    if kind is date:
        return {"type": "string", "format": "date", "pattern": f"^{DAY}$"}
    if issubclass(kind, StrEnum):
        return {"type": "string", "enum": [str(member) for member in kind]}
    if issubclass(kind, tuple):
        size = len(keys_of(kind))
        return {"type": "array", "items": {"type": "number"}, "minItems": size, "maxItems": size}
    if not (has_keys(kind) or is_dataclass(kind)):
        raise TypeError(f"no JSON stands for {kind!r}")
    return _keyed(kind, named)


def _keyed(kind: Any, named: dict[str, Schema]) -> Schema:
    name = kind.__name__.removesuffix("Dict")
    if name not in named:
        named[name] = {}  # so that a type that holds itself ends
        held = {key: _schema(own, named) for key, own in keys_of(kind).items()}
        told = {"description": _first_paragraph(kind), "type": "object"}
        named[name] = {**told, "properties": held, "required": list(held)}
    return {"$ref": f"#/$defs/{name}"}


def _first_paragraph(kind: type) -> str:
    return " ".join(inspect.cleandoc(kind.__doc__ or "").partition("\n\n")[0].split()).replace("``", "")
