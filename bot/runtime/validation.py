"""``python -m bot.runtime.validation``: what ``rasa data validate`` checks, with this project's surroundings."""

from __future__ import annotations

from rasa.cli.utils import validate_files
from rasa.shared.importers.importer import TrainingDataImporter

from bot.runtime.environment import configure_logging
from bot.settings import ROOT


def main() -> None:
    """Check domain, training data and rules against each other; ends the process with status 1 on an error."""
    configure_logging("WARNING")
    importer = TrainingDataImporter.load_from_config(
        str(ROOT / "config.yml"), str(ROOT / "domain.yml"), [str(ROOT / "data")]
    )
    validate_files(fail_on_warnings=False, max_history=None, importer=importer)


if __name__ == "__main__":
    main()
