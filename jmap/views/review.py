"""When a journey must be checked against reality again."""

from datetime import date

from jmap.model.lines import Reviewed
from jmap.views.term import after


def review_due(reviewed: Reviewed | None, times: int = 1) -> date | None:
    """The day by which a journey is due for review: the last review and the longest time between
    two of them, or several such times.

    None where there was no review, no time is given, or the day would lie beyond the year 9999.
    """
    if reviewed is None or reviewed.every is None:
        return None
    return after(reviewed.on, reviewed.every, times)
