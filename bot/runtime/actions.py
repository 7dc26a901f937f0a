"""Custom actions inside the bot's own process: an action endpoint without HTTP.

Rasa calls ``EndpointConfig.request`` for each custom action; here it reaches rasa_sdk's executor directly. A server
of its own (``rasa run actions``) stays possible: see ``endpoint``.
"""

from __future__ import annotations

import json as jsonlib
from typing import Any

from rasa.utils.endpoints import ClientResponseError, EndpointConfig
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection, ActionNotFoundException

ACTIONS_PACKAGE = "actions"


class InProcessActions(EndpointConfig):
    """Runs the actions of ``package`` in process; answers and refuses as the action server does over HTTP."""

    def __init__(self, package: str = ACTIONS_PACKAGE) -> None:
        super().__init__(url=f"in-process:{package}")
        self._executor = ActionExecutor()
        self._executor.register_package(package)

    async def request(self, *args: Any, json: dict[str, Any], **kwargs: Any) -> dict[str, Any] | None:
        """The executor's answer: events and responses. Raises ClientResponseError as an HTTP endpoint would."""
        try:
            return await self._executor.run(json)
        except ActionExecutionRejection as rejection:
            raise _refusal(400, rejection.action_name, rejection.message) from rejection
        except ActionNotFoundException as missing:
            raise _refusal(404, missing.action_name, missing.message) from missing


def endpoint(url: str | None) -> EndpointConfig:
    """The action server at ``url``, or the actions in process where there is none."""
    return EndpointConfig(url) if url else InProcessActions()


def _refusal(status: int, action_name: str, error: str) -> ClientResponseError:
    return ClientResponseError(status, error, jsonlib.dumps({"action_name": action_name, "error": error}))
