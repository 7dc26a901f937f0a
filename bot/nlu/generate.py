"""Training data that comes from the guide: Rasa's lookup tables and synonyms, jieba's dictionary, words of directions,
sentences of clauses, what single points say.

Written by ``python -m bot guide generate``; ``--check`` fails when the committed files are out of step with the guide.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import yaml

from bot.guide.model import Guide
from bot.guide.points import wordings
from bot.guide.words import SENTENCE
from bot.nlu.lexicon import Entry, entries

LOOKUPS = "lookups.yml"
DICTIONARY = "jieba/guide.txt"
TECHNOLOGIES = "technologies.yml"
PASSAGES = "passages.yml"
POINTS = "points.yml"
HEADER = "# Generated from the guide by `python -m bot guide generate`. Do not edit.\n"


def generated(guide: Guide) -> dict[str, str]:
    """File name below the folder of generated data -> its text."""
    known = entries(guide)
    return {
        LOOKUPS: _lookups(known),
        DICTIONARY: _dictionary(known),
        TECHNOLOGIES: _technologies(guide),
        PASSAGES: _passages(guide),
        POINTS: _points(guide),
    }


def write(guide: Guide, folder: Path) -> None:
    """Put the generated files below ``folder``."""
    for name, text in generated(guide).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def out_of_step(guide: Guide, folder: Path) -> list[str]:
    """Names of files below ``folder`` that are missing or differ from what the guide gives."""
    return [
        name
        for name, text in generated(guide).items()
        if not (folder / name).is_file() or (folder / name).read_text(encoding="utf-8") != text
    ]


def _lookups(known: tuple[Entry, ...]) -> str:
    tables: dict[str, list[str]] = defaultdict(list)
    synonyms: dict[str, list[str]] = defaultdict(list)
    for entry in known:
        tables[entry.label].append(entry.phrase)
        if entry.phrase != entry.id:
            synonyms[entry.id].append(entry.phrase)
    blocks = [_block("lookup", label, phrases) for label, phrases in tables.items()]
    blocks += [_block("synonym", value, phrases) for value, phrases in synonyms.items()]
    return HEADER + 'version: "3.1"\nnlu:\n' + "".join(blocks)


def _block(kind: str, name: str, phrases: list[str]) -> str:
    lines = "".join(f"    - {phrase}\n" for phrase in phrases)
    return f"- {kind}: {name}\n  examples: |\n{lines}"


def _dictionary(known: tuple[Entry, ...]) -> str:
    """One word a line with a frequency high enough that jieba keeps it whole."""
    words = sorted({entry.phrase for entry in known if " " not in entry.phrase})
    return "".join(f"{word} 100000\n" for word in words)


def _technologies(guide: Guide) -> str:
    """Words by the directions that they lead to; those of businesses outside lead to none."""
    groups = [
        {"directions": list(each.directions), "words": [each.term, *each.words]} for each in guide.common_knowledge
    ]
    groups += [{"directions": [], "words": list(each.words)} for each in guide.outside]
    return HEADER + str(yaml.safe_dump(groups, allow_unicode=True, sort_keys=False, width=118))


def _passages(guide: Guide) -> str:
    """Every sentence, by its clause."""
    rows = {
        clause.id: [sentence.strip() for sentence in SENTENCE.findall(clause.text) if sentence.strip()]
        for clause in guide.clauses
    }
    return HEADER + str(yaml.safe_dump(rows, allow_unicode=True, sort_keys=False, width=118))


def _points(guide: Guide) -> str:
    """What each single point says, by itself."""
    rows = {words: [words] for words in wordings(guide)}
    return HEADER + str(yaml.safe_dump(rows, allow_unicode=True, sort_keys=False, width=118))
