"""What is said without a turn of the dialogue: welcomes, what can be read, and that an answer takes longer."""

from __future__ import annotations

from bot.answers.reply import render


def notice(kind: str) -> str:
    """The words for an event (``subscribe``) or for a kind of message that cannot be read (``image``)."""
    return render("wechat_welcome" if kind == "subscribe" else "wechat_unreadable", kind=kind)


def later() -> str:
    """The answer takes longer than WeChat waits, and is given with the next message."""
    return render("wechat_later")


def failed() -> str:
    """The turn went wrong, through no fault of the applicant's."""
    return render("wechat_failed")
