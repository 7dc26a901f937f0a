"""How one answer to the question for a figure will be understood, shown before it is sent."""

from __future__ import annotations

from typing import Any

from bot.answers.numbers import shown
from bot.answers.reply import render
from bot.figures.known import to_json
from bot.figures.possible import impossible
from bot.figures.readings import Readings, readings
from bot.guide.model import Figure, Guide


def preview(guide: Guide, figure: Figure, text: str) -> dict[str, Any]:
    """``{"ok": True, "value", "shown"}``, ``value`` as the contract's ``figures`` have it (null: 不知道); or ``{"ok": False, "reason"}``."""
    heard = readings(text, guide, figure.id)
    value = heard.value(figure.id)
    reason = _refusal(figure, heard)
    if reason or value is None and figure.id not in heard.unknown:
        return {"ok": False, "reason": reason or render("preview_unread", figure=figure)}
    if value is None:
        return {"ok": True, "value": None, "shown": render("preview_unknown")}
    return {"ok": True, "value": to_json({figure.id: value})[figure.id], "shown": shown(figure, value)}


def _refusal(figure: Figure, heard: Readings) -> str:
    """Why what was read will not be kept; empty where it will."""
    doubt = next((each for each in heard.unit_doubts if each.figure == figure.id), None)
    if doubt:
        return render("which_unit", numbers=f"“{doubt.text}”")
    reading = next((each for each in heard.readings if each.figure == figure.id), None)
    if reading is None:
        return ""
    if reading.reversed_doubt:
        return render("which_way", figures=[figure.name])
    impossibility = impossible(figure, reading.value)
    return render("impossible", reason=figure.name + impossibility) if impossibility else ""
