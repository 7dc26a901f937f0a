"""The two places where Rasa 3.6 repeats constant work each turn and offers neither a setting nor a subclass.

Each patch keeps what the original does; ``PATCHED`` holds the digest of the source that it was written against, so
that a test fails as soon as Rasa changes it.
"""

from __future__ import annotations

import hashlib
import inspect
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from jsonschema.exceptions import best_match
from jsonschema.validators import validator_for
from rasa.core.actions.action import RemoteAction
from rasa.shared.core.events import Event

_original_validate = RemoteAction._validate_action_result
_original_resolve = Event.resolve_by_type

PATCHED: dict[Callable[..., Any], str] = {
    _original_validate: "f8cdb4be6812396167ced74161b2ccd65c5ea676ad86d7d359d8c322d9d8dc42",
    _original_resolve: "b5cf570fa7f286c7059ec73d8880528d03a78b28cf4e80285a46079c0fa65968",
}


def apply() -> None:
    """Put the patches in place; a second call changes nothing."""
    RemoteAction._validate_action_result = _validate_action_result
    Event.resolve_by_type = staticmethod(_resolve_by_type)


def digest(function: Callable[..., Any]) -> str:
    """SHA-256 of the function's source."""
    return hashlib.sha256(inspect.getsource(function).encode()).hexdigest()


@lru_cache(maxsize=1)
def _validator() -> Any:
    schema = RemoteAction.action_response_format_spec()
    return validator_for(schema)(schema)


def _validate_action_result(self: RemoteAction, result: dict[str, Any]) -> bool:
    """As in Rasa, with the validator kept: checking the constant schema itself took more than half of every turn."""
    error = best_match(_validator().iter_errors(result))
    if error is not None:
        raise error
    return True


# Rasa walks all subclasses of Event for every event of the conversation that it reads back from the database.
_resolve_by_type = lru_cache(maxsize=256)(_original_resolve)
