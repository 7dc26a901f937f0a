"""The shape of one turn as docs/contract.md promises it: every kind with its fields, and what their values may be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import yaml

SOURCE = (Path(__file__).parents[2] / "knowledge" / "guide_2022.txt").read_bytes().decode("utf-8")
SCHEMAS = yaml.safe_load((Path(__file__).parents[1] / "cases" / "contract.yml").read_text(encoding="utf-8"))
KINDS = frozenset(SCHEMAS["kinds"])
TOPICS = frozenset(SCHEMAS["definitions"]["topic"]["enum"])


def faults(text: str, payload: dict[str, Any]) -> list[str]:
    """What one turn has against the contract; empty where it keeps it."""
    if payload.get("kind") not in KINDS:
        return [f"unknown kind {payload.get('kind')!r}"]
    schema = {"definitions": SCHEMAS["definitions"], **SCHEMAS["kinds"][payload["kind"]]}
    errors = jsonschema.Draft7Validator(schema).iter_errors(payload)
    found = [f"{'.'.join(map(str, error.absolute_path))}: {error.message}" for error in errors]
    return [*found, *_text_faults(text), *_quote_faults(text, payload)]


def _text_faults(text: str) -> Iterator[str]:
    if not text.strip():
        yield "the text is empty"
    words = re.sub(r"https?://\S+", "", text)  # a report's key is random, and may spell anything
    if any(mark in words for mark in ("{{", "{%", "None", "Undefined", "Decimal")):
        yield "the text shows how it was made"


def _quote_faults(text: str, payload: dict[str, Any]) -> Iterator[str]:
    for each in payload.get("citations", ()):
        if each["quote"] not in SOURCE:
            yield f"{each['clause']}: not the guide's words: {each['quote']}"
        if each["quote"] not in text or each["clause"] not in text:
            yield f"{each['clause']}: cited and not shown"
