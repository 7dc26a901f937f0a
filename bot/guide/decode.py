"""Turns parsed JSON into dataclasses by their type hints, and collects everything that does not fit.

A part that does not fit is replaced by an empty one of its type, so that the rest keeps its place and can be read on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from bot.guide.faults import Fault, nearest

Built = TypeVar("Built")

SCALARS: dict[type, tuple[tuple[type, ...], str]] = {
    str: ((str,), "文字（加引号）"),
    bool: ((bool,), "true 或 false"),
    int: ((int,), "整数"),
    Decimal: ((int, Decimal), "数（不加引号）"),
}


class JsonObject(dict[str, Any]):
    """A JSON object that remembers which keys stood in it more than once."""

    repeated: tuple[str, ...] = ()


@cache
def hints(cls: type) -> Mapping[str, Any]:
    """The resolved types of a dataclass's fields."""
    return get_type_hints(cls)


def decode(cls: type[Built], value: object) -> tuple[Built, tuple[Fault, ...]]:
    """``value`` as a ``cls`` with all faults found; numbers come as int or Decimal, objects as ``JsonObject``."""
    decoder = _Decoder()
    return cast(Built, decoder.read(cls, value, "")), tuple(decoder.faults)


class _Decoder:
    """Reads one document; ``where`` is the JSON path so far."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def refuse(self, where: str, what: str, mend: str) -> None:
        self.faults.append(Fault(where or "文件", what, mend))

    def read(self, hint: Any, value: object, where: str) -> Any:
        origin = get_origin(hint)
        if is_dataclass(hint):
            return self.record(cast(type, hint), value, where)
        if origin in (Union, UnionType):
            return self.union(get_args(hint), value, where)
        if origin is Literal:
            return self.literal(get_args(hint), value, where)
        if origin is tuple:
            return self.sequence(get_args(hint)[0], value, where)
        if origin is not None and issubclass(origin, Mapping):
            return self.mapping(get_args(hint)[1], value, where)
        return self.scalar(hint, value, where)

    def scalar(self, hint: type, value: object, where: str) -> Any:
        accepted, wanted = SCALARS[hint]
        if type(value) not in accepted:
            self.refuse(where, f"应当是{wanted}，现在是 {shown(value)}", f"改成{wanted}")
            return hint()
        return hint(value)

    def literal(self, allowed: tuple[str, ...], value: object, where: str) -> str:
        if value in allowed:
            return value
        self.refuse(where, f"不认识 {shown(value)}", nearest(str(value), allowed))
        return allowed[0]

    def sequence(self, item: Any, value: object, where: str) -> tuple[Any, ...]:
        if not isinstance(value, Sequence) or isinstance(value, str):
            self.refuse(where, f"应当是列表，现在是 {shown(value)}", "用方括号 [ ] 括起来")
            return ()
        return tuple(self.read(item, part, f"{where}[{place}]") for place, part in enumerate(value))

    def mapping(self, item: Any, value: object, where: str) -> dict[str, Any]:
        entries = self.entries(value, where)
        return {key: self.read(item, part, f"{where}.{key}") for key, part in entries.items()}

    def union(self, options: tuple[Any, ...], value: object, where: str) -> Any:
        if value is None and NoneType in options:
            return None
        options = tuple(option for option in options if option is not NoneType)
        if len(options) == 1:
            return self.read(options[0], value, where)
        kinds = {get_args(hints(option)["kind"])[0]: option for option in options}
        kind = value.get("kind") if isinstance(value, Mapping) else None
        if isinstance(kind, str) and kind in kinds:
            return self.read(kinds[kind], value, where)
        self.refuse(f"{where}.kind", f"不认识 {shown(kind)}", nearest(str(kind), kinds))
        return empty(options[0])

    def record(self, cls: type, value: object, where: str) -> Any:
        entries = self.entries(value, where)
        known = {field.name: field for field in fields(cls)}
        for key in entries.keys() - known.keys():
            self.refuse(join(where, key), "没有这个项目", nearest(key, known))
        given = {
            key: self.read(hints(cls)[key], part, join(where, key)) for key, part in entries.items() if key in known
        }
        for name in required(cls) - given.keys():
            self.refuse(join(where, name), "缺少这一项", f"补上“{name}”")
            given[name] = empty(hints(cls)[name])
        return cls(**given)

    def entries(self, value: object, where: str) -> Mapping[str, Any]:
        if not isinstance(value, Mapping):
            self.refuse(where, f"应当是对象，现在是 {shown(value)}", "用花括号 { } 括起来")
            return {}
        for key in getattr(value, "repeated", ()):
            self.refuse(join(where, key), "同一个名称写了两次", "只留一个")
        return value


def required(cls: type) -> set[str]:
    """The fields of a dataclass that have no default."""
    return {field.name for field in fields(cls) if field.default is MISSING and field.default_factory is MISSING}


def empty(hint: Any) -> Any:
    """An empty value of this type, to stand for one that could not be read."""
    return _Decoder().read(hint, {} if is_dataclass(hint) or isinstance(hint, UnionType) else None, "")


def join(where: str, key: str) -> str:
    """The JSON path of ``key`` below ``where``."""
    return f"{where}.{key}" if where else key


def shown(value: object) -> str:
    """A value as a message shows it: short, in JSON's words."""
    text = {"None": "null", "True": "true", "False": "false"}.get(str(value), str(value))
    return f"“{text[:30]}”"
