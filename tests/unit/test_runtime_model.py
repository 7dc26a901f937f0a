"""The model is named after what it is made of, and trained only when that has changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.runtime import model, server
from bot.settings import Settings


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A project of a few files, whose training writes the model at once."""
    for name in ("config.yml", "domain.yml", "data/nlu.yml", "knowledge/guide.json", "bot/nlu/words.py"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    monkeypatch.setattr(model, "ROOT", tmp_path)
    monkeypatch.setattr(model, "_train_with_rasa", _write)
    return Settings(guide=tmp_path / "knowledge" / "guide.json", models=tmp_path / "models")


def _write(folder: Path, name: str, guide: Path) -> Path:
    path = Path(folder, name)
    path.write_text("trained", encoding="utf-8")
    return path


def test_a_second_start_does_not_train(project: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    first = model.ensure(project)
    monkeypatch.setattr(model, "_train_with_rasa", None)
    assert model.ensure(project) == first
    assert first.read_text(encoding="utf-8") == "trained"


@pytest.mark.parametrize(
    "name", ["config.yml", "domain.yml", "data/nlu.yml", "data/more.yml", "knowledge/guide.json", "bot/nlu/words.py"]
)
def test_every_source_counts(project: Settings, name: str) -> None:
    before = model.ensure(project)
    (model.ROOT / name).write_text("changed", encoding="utf-8")
    after = model.ensure(project)
    assert list(project.models.iterdir()) == [after]
    assert after != before


def test_another_guide_is_another_model(project: Settings, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = tmp_path_factory.mktemp("guide") / "other.json"
    other.write_text("other", encoding="utf-8")
    assert model.fingerprint(replace(project, guide=other)) != model.fingerprint(project)


def test_caches_and_their_kind_do_not_count(project: Settings) -> None:
    before = model.fingerprint(project)
    cache = model.ROOT / "bot" / "nlu" / "__pycache__" / "words.pyc"
    cache.parent.mkdir()
    cache.write_bytes(b"")
    assert model.fingerprint(project) == before


def test_a_broken_training_leaves_no_model(project: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(folder: Path, name: str, guide: Path) -> Path:
        _write(folder, name, guide)
        raise model.TrainingError("no")

    monkeypatch.setattr(model, "_train_with_rasa", broken)
    with pytest.raises(model.TrainingError):
        model.ensure(project)
    assert list(project.models.iterdir()) == []


def test_training_tells_how_far_it_is(project: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    model.ensure(project)
    said = capsys.readouterr()
    assert said.out == ""
    assert "正在训练模型" in said.err
    assert "训练完成" in said.err


def test_a_port_in_use_is_said_before_anything_is_trained() -> None:
    with server.listen(Settings(port=0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(server.PortInUse, match=str(port)):
            server.listen(Settings(port=port))
