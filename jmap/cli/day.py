"""The day on which dates are judged: the only place that asks the clock."""

import os
from datetime import UTC, date, datetime

import click


def day(asked: datetime | None) -> date:
    """The day that was asked for, that of ``SOURCE_DATE_EPOCH``, or today's, in UTC everywhere."""
    if asked is not None:
        return asked.date()
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return datetime.now(UTC).date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise click.UsageError(
            f"SOURCE_DATE_EPOCH is {epoch!r}: it holds seconds since 1970, such as 1795305600"
        ) from None


day_option = click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Judge dates as of this day, such as overdue reviews [today, in UTC].",
)
