"""The JSON Schema (draft 7) of a guide's file, made from the dataclasses, for editors that help while one types.

``python -m bot.guide.schema`` writes it to the terminal; ``knowledge/guide.schema.json`` is its committed output.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from bot.guide.decode import hints, required
from bot.guide.model import Guide

Schema = dict[str, Any]

DRAFT = "http://json-schema.org/draft-07/schema#"

SCALARS: Mapping[type, Schema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    Decimal: {"type": "number"},
    NoneType: {"type": "null"},
}


def schema() -> Schema:
    """The schema of a whole guide; each dataclass is a definition of its own."""
    definitions: dict[str, Schema] = {}
    root = _of(Guide, definitions)
    return {"$schema": DRAFT, "allOf": [root], "definitions": dict(sorted(definitions.items()))}


def text() -> str:
    """The schema as it is committed."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _of(hint: Any, definitions: dict[str, Schema]) -> Schema:
    origin, inner = get_origin(hint), get_args(hint)
    if is_dataclass(hint):
        return _reference(hint, definitions)  # type: ignore[arg-type]
    if origin in (Union, UnionType):
        return {"anyOf": [_of(option, definitions) for option in inner]}
    if origin is Literal:
        return {"enum": list(inner)}
    if origin is tuple:
        return {"type": "array", "items": _of(inner[0], definitions)}
    if origin is not None:
        return {"type": "object", "additionalProperties": _of(inner[1], definitions)}
    return dict(SCALARS[hint])


def _reference(cls: type, definitions: dict[str, Schema]) -> Schema:
    if cls.__name__ not in definitions:
        definitions[cls.__name__] = {}  # so that a dataclass that holds itself ends
        definitions[cls.__name__] = _definition(cls, definitions)
    return {"$ref": f"#/definitions/{cls.__name__}"}


def _definition(cls: type, definitions: dict[str, Schema]) -> Schema:
    names = [field.name for field in fields(cls)]
    needed = required(cls) | ({"kind"} if _is_tagged(cls) else set())
    return {
        "type": "object",
        "description": (cls.__doc__ or "").strip().split("\n")[0],
        "properties": {name: _of(hints(cls)[name], definitions) for name in names},
        "required": [name for name in names if name in needed],
        "additionalProperties": False,
    }


def _is_tagged(cls: type) -> bool:
    """Whether the field ``kind`` tells this member of a union from the others: it can have one value only."""
    return len(get_args(hints(cls).get("kind"))) == 1


if __name__ == "__main__":
    sys.stdout.write(text())
