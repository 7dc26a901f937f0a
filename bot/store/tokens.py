"""Access tokens in the database: read by every worker, renewed by one at a time."""

from __future__ import annotations

from sqlalchemy import update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.store.models import AccessToken


def read(session: Session, account: str) -> tuple[str, float]:
    """The account's token and until when it is good (seconds since 1970); an empty one where there is none."""
    row = session.get(AccessToken, account)
    return (row.token, row.expires) if row else ("", 0.0)


def lock(session: Session, account: str, now: float, until: float) -> bool:
    """Whether this worker is the one to renew the token, until ``until``."""
    if session.get(AccessToken, account) is None:
        try:
            with session.begin_nested():
                session.add(AccessToken(account=account))
        except IntegrityError:  # another worker was faster
            return False
    free = update(AccessToken).where(AccessToken.account == account, AccessToken.renewing < now)
    return bool(session.execute(free.values(renewing=until)).rowcount == 1)


def keep(session: Session, account: str, token: str, expires: float) -> None:
    """The new token; the lock is open again."""
    row = update(AccessToken).where(AccessToken.account == account)
    session.execute(row.values(token=token, expires=expires, renewing=0.0))


def release(session: Session, account: str) -> None:
    """Open the lock: the token could not be renewed."""
    session.execute(update(AccessToken).where(AccessToken.account == account).values(renewing=0.0))


def spoil(session: Session, account: str, token: str) -> None:
    """This token is no good; one that another worker has fetched since then is left alone."""
    stale = update(AccessToken).where(AccessToken.account == account, AccessToken.token == token)
    session.execute(stale.values(expires=0.0))
