"""``python -m bot questions``: what was not answered is listed, exported once, and not lost when a file cannot be written."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.cli import main
from bot.store import database, repository


@pytest.fixture
def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    url = f"sqlite:///{tmp_path}/data.db"
    monkeypatch.setenv("DATABASE_URL", url)
    database.ready(url)
    with database.transaction(url) as session:
        repository.add_unanswered(session, text="某专项咋个弄法", intent="ask_submission", confidence=0.2)
    return url


def test_they_are_listed_until_exported(url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["questions"]) == 0
    assert "ask_submission  某专项咋个弄法" in capsys.readouterr().out
    file = tmp_path / "phrases.yml"
    assert main(["questions", "--export", str(file)]) == 0
    assert "- 某专项咋个弄法" in file.read_text(encoding="utf-8")
    capsys.readouterr()
    assert main(["questions"]) == 0
    assert capsys.readouterr().out == "没有未答上来的问题\n"


def test_a_file_that_cannot_be_written_exports_nothing(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["questions", "--export", str(tmp_path / "missing" / "phrases.yml")]) == 1
    capsys.readouterr()
    assert main(["questions"]) == 0
    assert "某专项咋个弄法" in capsys.readouterr().out
