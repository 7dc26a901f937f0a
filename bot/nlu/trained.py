"""What our trainable components have in common: how Rasa makes them, and where what they learned is kept."""

from __future__ import annotations

from abc import abstractmethod
from pathlib import Path
from typing import Any, TypeVar

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage

Made = TypeVar("Made", bound="Trained")


class Trained(GraphComponent):
    """A component that keeps what it learned in a folder of its own, and reads it from there."""

    def __init__(self, config: dict[str, Any], model_storage: ModelStorage, resource: Resource) -> None:
        self._model_storage = model_storage
        self._resource = resource

    @classmethod
    def create(
        cls: type[Made],
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> Made:
        """A component that has learned nothing yet."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls: type[Made],
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> Made:
        """The component as it was trained."""
        component = cls(config, model_storage, resource)
        with model_storage.read_from(resource) as folder:
            component._read(folder)
        return component

    def _keep(self) -> Resource:
        """Writes what was learned into the model, for ``train`` to return."""
        with self._model_storage.write_to(self._resource) as folder:
            self._write(folder)
        return self._resource

    @abstractmethod
    def _read(self, folder: Path) -> None:
        """Takes up what ``_write`` left."""

    @abstractmethod
    def _write(self, folder: Path) -> None:
        """Leaves in ``folder`` what was learned."""
