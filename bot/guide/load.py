"""Reads a guide from its JSON file, and says of a file that is no guide everything that is wrong with it."""

from __future__ import annotations

import json
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

from bot.guide.decode import JsonObject, decode
from bot.guide.faults import Fault, GuideFaults
from bot.guide.model import Guide
from bot.guide.references import reference_faults


def load(path: Path) -> Guide:
    """The guide in this file. Raises GuideFaults with every fault, and OSError when the file cannot be read."""
    return parse(text_of(path))


def parse(text: str) -> Guide:
    """The guide in this JSON text. Raises GuideFaults with every fault."""
    guide, faults = read(text)
    if faults:
        raise GuideFaults(faults)
    return guide


def read(text: str) -> tuple[Guide, tuple[Fault, ...]]:
    """The guide in this JSON text as far as it can be read, and every fault. Raises GuideFaults for broken JSON."""
    guide, faults = decode(Guide, _json(text))
    broken = {fault.where for fault in faults}
    followed = tuple(fault for fault in reference_faults(guide) if not _below(fault.where, broken))
    return guide, faults + followed


def text_of(path: Path) -> str:
    """The text of a UTF-8 file, without its byte order mark. Raises GuideFaults and OSError."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        fault = Fault(f"{path.name} 第 {error.start} 个字节", "不是 UTF-8 文字", "用 UTF-8 编码另存这个文件")
        raise GuideFaults([fault]) from error


def _json(text: str) -> Any:
    try:
        return json.loads(text, parse_float=Decimal, object_pairs_hook=_object)
    except json.JSONDecodeError as error:
        where = f"第 {error.lineno} 行第 {error.colno} 个字"
        fault = Fault(where, f"不是正确的 JSON（{error.msg}）", "检查这里和前一行的引号、逗号、括号")
        raise GuideFaults([fault]) from error
    except RecursionError as error:
        raise GuideFaults([Fault("文件", "括号套得太深", "检查有没有多余的括号")]) from error


def _object(pairs: list[tuple[str, Any]]) -> JsonObject:
    read = JsonObject(pairs)
    read.repeated = tuple(key for key, times in Counter(key for key, _ in pairs).items() if times > 1)
    return read


def _below(where: str, broken: set[str]) -> bool:
    """Whether the place, or what holds it, is already known to be broken: one fault is reported once."""
    return any(where == path or where.startswith((f"{path}.", f"{path}[")) for path in broken)
