"""``python -m bot``: running the bot, checking companies in bulk, replaying receipts, setting up WeChat, keeping the guide true."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from functools import partial
from pathlib import Path

from bot.guide.faults import GuideFaults
from bot.guide.load import load
from bot.settings import ROOT, Settings, SettingsError

GENERATED = ROOT / "data" / "generated"
SCHEMA = ROOT / "knowledge" / "guide.schema.json"


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command; 0: done, 1: something is wrong, which was said."""
    options = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = options.command
    try:
        return command(options)
    except (GuideFaults, SettingsError, OSError) as error:
        print(error, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot", description=__doc__)
    commands = parser.add_subparsers(required=True)
    commands.add_parser("run", help="serve on HOST:PORT").set_defaults(command=_run)
    commands.add_parser("shell", help="rasa shell on the same bot").set_defaults(command=_shell)
    commands.add_parser("train", help="train the model unless it is up to date").set_defaults(command=_train)
    assess = commands.add_parser("assess", help="check companies: JSON Lines or CSV in, JSON Lines out")
    assess.add_argument("file", help="a file, or - for standard input")
    assess.add_argument("--output", type=Path, help="a file; standard output where it is missing")
    assess.set_defaults(command=_assess)
    receipt = commands.add_parser("receipt", help="show a finished check again by the code of its receipt")
    receipt.add_argument("code")
    receipt.set_defaults(command=_receipt)
    questions = commands.add_parser("questions", help="list the questions that were not answered")
    questions.add_argument(
        "--export", type=Path, metavar="FILE", help="write them as training phrases, and list them no more"
    )
    questions.set_defaults(command=_questions)
    _guide_commands(commands.add_parser("guide", help="keep a guide's file true").add_subparsers(required=True))
    for platform, words in (("wechat", "a 公众号"), ("wecom", "a 企业微信 application")):
        _tencent_commands(commands.add_parser(platform, help=f"set up {words}").add_subparsers(required=True), platform)
    return parser


def _tencent_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser], platform: str) -> None:
    check = commands.add_parser("check", help="say what of the configuration is missing or wrong")
    check.set_defaults(command=partial(_tencent, platform, "check", "配置没有发现问题。"))
    menu = commands.add_parser("menu", help="the menu below the conversation").add_subparsers(required=True)
    push = menu.add_parser("push", help="publish the menu")
    push.set_defaults(command=partial(_tencent, platform, "push_menu", "菜单已发布，几分钟内生效。"))


def _guide_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    check = commands.add_parser("check", help="prove a guide against its source text")
    check.add_argument("file", type=Path)
    check.set_defaults(command=_guide_check)
    generate = commands.add_parser("generate", help="write what comes from the guide: training data, JSON Schema")
    generate.add_argument("--check", action="store_true", help="only say whether the files are in step")
    generate.set_defaults(command=_guide_generate)


def _run(options: argparse.Namespace) -> int:
    from bot.runtime import server  # Rasa takes seconds to import: only commands that need it wait for it

    return _served(server.run)


def _shell(options: argparse.Namespace) -> int:
    from bot.runtime import shell

    return _served(shell.run)


def _served(run: Callable[..., None]) -> int:
    from bot import service
    from bot.runtime.model import TrainingError
    from bot.runtime.server import PortInUse

    try:
        run(Settings.from_environment(), service.decline)
    except (PortInUse, TrainingError) as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0
    return 0


def _train(options: argparse.Namespace) -> int:
    from bot.runtime import model

    try:
        print(model.ensure(Settings.from_environment()))
    except model.TrainingError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _assess(options: argparse.Namespace) -> int:
    from bot.batch import assess_file

    guide = load(Settings.from_environment().guide)
    with ExitStack() as files:
        source = sys.stdin.buffer if options.file == "-" else files.enter_context(Path(options.file).open("rb"))
        output = files.enter_context(options.output.open("w", encoding="utf-8")) if options.output else sys.stdout
        return assess_file(guide, source, output, name=options.file, progress=sys.stderr.isatty())


def _receipt(options: argparse.Namespace) -> int:
    from sqlalchemy.exc import SQLAlchemyError

    from bot import service

    try:
        text = service.replay(options.code)
    except SQLAlchemyError as error:
        print(f"数据库用不了，请检查 DATABASE_URL：{error}", file=sys.stderr)
        return 1
    if text is None:
        print(f"没有编号为 {options.code} 的回执，请核对编号，例如 K7QM-3WRC", file=sys.stderr)
        return 1
    print(text)
    return 0


def _tencent(platform: str, action: str, done: str, options: argparse.Namespace) -> int:
    from bot.channels.tencent import setup

    faults = asyncio.run(getattr(setup, action)(platform, Settings.from_environment()))
    for fault in faults:
        print(fault, file=sys.stderr)
    if not faults:
        print(done)
    return 1 if faults else 0


def _questions(options: argparse.Namespace) -> int:
    from sqlalchemy.exc import SQLAlchemyError

    from bot import service

    try:
        if options.export:
            count = service.export_unanswered(lambda text: options.export.write_text(text, encoding="utf-8"))
            print(f"{count} 个问题写进了 {options.export}")
        else:
            print("\n".join(service.unanswered()) or "没有未答上来的问题")
    except SQLAlchemyError as error:
        print(f"数据库用不了，请检查 DATABASE_URL：{error}", file=sys.stderr)
        return 1
    return 0


def _guide_check(options: argparse.Namespace) -> int:
    from bot.guide.check import check_file, render

    report = check_file(options.file)
    print(render(report))
    return 1 if report.faults else 0


def _guide_generate(options: argparse.Namespace) -> int:
    from bot.guide.schema import schema
    from bot.nlu import generate

    guide = load(Settings.from_environment().guide)
    text = json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
    if not options.check:
        generate.write(guide, GENERATED)
        SCHEMA.write_text(text, encoding="utf-8")
        return 0
    stale = generate.out_of_step(guide, GENERATED)
    stale += [] if SCHEMA.is_file() and SCHEMA.read_text(encoding="utf-8") == text else [SCHEMA.name]
    for name in stale:
        print(f"{name} 与指南不一致，请运行 python -m bot guide generate", file=sys.stderr)
    return 1 if stale else 0
