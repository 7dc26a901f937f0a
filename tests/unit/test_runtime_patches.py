"""The patches do what Rasa does, and are looked at again when Rasa changes what they replace."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from jsonschema import ValidationError
from rasa.core.actions.action import RemoteAction
from rasa.shared.core.events import Event, SlotSet
from rasa.shared.utils.common import all_subclasses

from bot.runtime import patches

GOOD = {"events": [{"event": "slot", "name": "a", "value": 1, "timestamp": None}], "responses": [{"text": "好"}]}
BAD = [{"responses": "好"}, {"events": {}}, {"events": [{"name": "a"}]}, {"responses": [1]}]


@pytest.fixture
def patched() -> Iterator[None]:
    """The patches in place for one test."""
    validate, resolve = RemoteAction._validate_action_result, Event.resolve_by_type
    patches.apply()
    yield
    RemoteAction._validate_action_result, Event.resolve_by_type = validate, staticmethod(resolve)


@pytest.mark.parametrize("function", patches.PATCHED, ids=lambda function: function.__qualname__)
def test_rasa_still_has_what_the_patch_was_written_against(function: Callable[..., Any]) -> None:
    assert patches.digest(function) == patches.PATCHED[function]


@pytest.mark.parametrize("result", [GOOD, {}, *BAD], ids=repr)
def test_an_action_result_is_judged_as_by_rasa(patched: None, result: dict[str, Any]) -> None:
    action = RemoteAction("action", None)
    assert _refusal(action._validate_action_result, result) == _refusal(
        lambda value: patches._original_validate(action, value), result
    )


def _refusal(validate: Callable[[Any], bool], result: Any) -> list[Any] | None:
    try:
        validate(result)
    except ValidationError as error:
        return list(error.absolute_path)
    return None


def test_bad_results_are_refused(patched: None) -> None:
    for result in BAD:
        with pytest.raises(ValidationError):
            RemoteAction("action", None)._validate_action_result(result)


def test_every_event_is_found_by_its_name(patched: None) -> None:
    for event in all_subclasses(Event):
        if hasattr(event, "type_name"):
            assert Event.resolve_by_type(event.type_name) is patches._original_resolve(event.type_name)


def test_an_unknown_event_is_refused_or_the_default(patched: None) -> None:
    assert Event.resolve_by_type("nothing", SlotSet) is SlotSet
    with pytest.raises(ValueError, match="nothing"):
        Event.resolve_by_type("nothing")
