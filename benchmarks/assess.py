"""How many companies a second ``assess`` decides on one core: ``python -m benchmarks.assess [COMPANIES]``.

The companies are generated with a fixed seed: about a third of their figures unknown, some numbers as ranges or as
people write them.
"""

from __future__ import annotations

import io
import json
import random
import sys
import time
from pathlib import Path

from bot.batch import assess_file
from bot.guide.load import load
from bot.guide.model import Figure, Guide

GUIDE = Path(__file__).parent.parent / "knowledge" / "guide_2022.json"
UNKNOWN = 0.3
RANGE = 0.1
WRITTEN = 0.1


def company(guide: Guide, draw: random.Random, number: int) -> dict[str, object]:
    """One company: a value for most figures."""
    given = {figure.id: _cell(guide, figure, draw) for figure in guide.figures if draw.random() > UNKNOWN}
    if "rd_staff" in given:
        given.pop("total_staff", None)
    return {"id": number, **given}


def _cell(guide: Guide, figure: Figure, draw: random.Random) -> object:
    match figure.kind:
        case "yes_no":
            return draw.random() < 0.7
        case "choice":
            return draw.choice(figure.choices).id
        case "choices":
            return [choice.id for choice in figure.choices if draw.random() < 0.3]
        case "text":
            return draw.choice(_terms(guide)) + "的研发和产业化"
        case "people":
            return draw.randint(1, 40)
        case "ratio" | "share":
            return draw.randint(1, 99) / 100
    return _money(draw)


def _money(draw: random.Random) -> object:
    wan = draw.randint(100, 5_000)
    if draw.random() < RANGE:
        return [wan * 10_000, (wan + 500) * 10_000]
    return f"{wan}万" if draw.random() < WRITTEN else wan * 10_000


def _terms(guide: Guide) -> list[str]:
    return [term for program in guide.programs for direction in program.directions for term in direction.terms]


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    guide, draw = load(GUIDE), random.Random(2022)
    lines = (json.dumps(company(guide, draw, number), ensure_ascii=False) for number in range(count))
    source, output = io.BytesIO("\n".join(lines).encode()), io.StringIO()
    begun = time.perf_counter()
    status = assess_file(guide, source, output, name="companies.jsonl", progress=False)
    seconds = time.perf_counter() - begun
    written = output.getvalue().count("\n")
    sys.stdout.write(
        f"{written} companies in {seconds:.2f} s: {written / seconds:.0f} a second, exit status {status}\n"
    )


if __name__ == "__main__":
    main()
