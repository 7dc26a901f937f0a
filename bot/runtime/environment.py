"""The process's surroundings, settled in one place before Rasa is imported: threads, telemetry, and noise.

Only warnings are hidden that nobody who runs the bot can act on: they speak of the versions that Rasa pins.
"""

from __future__ import annotations

import importlib
import logging
import os
import sys
import warnings

from bot.runtime import lean
from bot.settings import Settings

VARIABLES = {
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",  # Rasa 3.6 needs SQLAlchemy 1.4, which announces 2.0
    "RASA_TELEMETRY_ENABLED": "false",  # nothing that an applicant or an office does is reported to anyone
    "LOG_LEVEL": "WARNING",  # above it Rasa draws a bar for each step of training, most of them empty
    "RASA_MAX_CACHE_SIZE": "0",  # models are kept by name: see bot.runtime.model
    "OMP_NUM_THREADS": "1",  # a turn is too short to share out: threads only take the cores from other turns
    "OPENBLAS_NUM_THREADS": "1",
}
IGNORED_WARNINGS: tuple[tuple[type[Warning], str], ...] = (
    (DeprecationWarning, r".*"),
    (PendingDeprecationWarning, r".*"),
    (UserWarning, r"pkg_resources is deprecated"),
    (FutureWarning, r".*"),
    (UserWarning, r"Slot auto-fill has been removed"),  # said of every domain, whatever stands in it
    (UserWarning, r"lbfgs failed to converge"),  # as many iterations as pay: see bot.nlu.regression
    (UserWarning, r"You have defined training data consisting of lookup"),  # read by our own components, not Rasa's
)
CHATTY_LOGGERS = ("rasa", "rasa_sdk", "sanic", "matplotlib", "apscheduler", "asyncio", "alembic", "absl")


def settle() -> None:
    """Set the variables that the user has not set, and hide the warnings."""
    for name, value in VARIABLES.items():
        os.environ.setdefault(name, value)
    lean.leave_out()
    importlib.import_module("sanic")  # it switches deprecation warnings on when it is imported
    for category, message in IGNORED_WARNINGS:
        warnings.filterwarnings("ignore", message=message, category=category)


def settle_port(settings: Settings, port: int) -> Settings:
    """The settings with the port that was taken, also for whoever reads them again: links name it."""
    os.environ["PORT"] = str(port)
    return Settings.from_environment() if settings.port == 0 else settings


def configure_logging(level: str) -> None:
    """Our modules log at ``level`` to standard error; Rasa's never below WARNING, where it logs message texts."""
    import jieba
    from rasa.utils.log_utils import configure_structlog

    jieba.setLogLevel(logging.WARNING)
    logging.basicConfig(level=level, stream=sys.stderr, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    for name in CHATTY_LOGGERS:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger("sanic.error").setLevel(logging.ERROR)  # it warns that this is no debugging session
    configure_structlog(logging.WARNING)
