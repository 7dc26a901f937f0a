"""What can be asked: offered where a message was not understood, and where somebody does not know what to say."""

from __future__ import annotations

from bot.answers.reply import Reply, button, render
from bot.guide.model import Guide


def fallback(guide: Guide, *, off_topic: bool) -> Reply:
    """Not understood, or none of the bot's business: said so, with what can be asked."""
    offers = suggestions(guide)
    text = render("fallback", guide=guide, off_topic=off_topic, suggestions=offers)
    return Reply(text, {"kind": "fallback", "suggestions": offers})


def suggestions(guide: Guide) -> list[dict[str, str]]:
    """Three useful things to say."""
    first = guide.programs[0].aliases[0] if guide.programs[0].aliases else guide.programs[0].name
    return [button("有哪些专项可以申报"), button(f"{first}的申报要求是什么"), button("我们公司能申报哪些项目")]
