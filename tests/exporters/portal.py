"""The portal's own definitions of its messages, from its OpenAPI file, as JSON Schema."""

import json
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any, Final

from jsonschema import Draft202012Validator

FACTS: Final = Path(__file__).parents[3] / "shared" / "facts" / "chorus-pro-api.openapi.json"
"""The portal's OpenAPI file, which lies beside the repository on some machines; a clone alone does not have it."""

WITHOUT_FACTS: Final = f"no OpenAPI file of the portal beside the repository, at {'/'.join(FACTS.parts[-3:])}"


@cache  # the file is long, and a validator is asked of every example
def validator(name: str, *, nullable: bool = False, without: str | None = None) -> Draft202012Validator:
    """Return what validates a message by its Swagger 2.0 definition and those that it refers to.

    No other key than the definition's is let through: the portal has no use for one. ``nullable``: null stands for what
    was not found, which the portal's own answers show although their definition says « required ». ``without``: a key
    that only the portal can fill.
    """
    definitions = json.loads(FACTS.read_text(encoding="utf-8"))["definitions"]
    made = {key: _converted(each, nullable=nullable and key == name) for key, each in definitions.items()}
    whole = made[name]
    if without is not None:
        del whole["properties"][without]
        whole["required"].remove(without)
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **whole, "definitions": made}
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def _converted(definition: dict[str, Any], *, nullable: bool) -> dict[str, Any]:
    told = deepcopy(definition)
    if told.get("type") != "object":
        return told
    told["additionalProperties"] = False
    for key, own in told.get("properties", {}).items():
        bits = {"int32": 31, "int64": 63}.get(own.get("format", ""))
        if bits is not None:  # JSON Schema takes any whole number for an integer
            own.update(minimum=-(2**bits), maximum=2**bits - 1)
        if own.get("format") == "date-time":  # what the portal writes, and its documentation asks for: AAAA-MM-JJ
            own.update(format="date", pattern=r"^\d{4}-\d{2}-\d{2}$")
        if nullable:
            told["properties"][key] = {"anyOf": [own, {"type": "null"}]}
    return told
