"""Maps that have not been looked at for longer than was agreed."""

from collections.abc import Iterable

from jmap.model.journey import Journey
from jmap.model.lines import Reviewed
from jmap.rules.finding import Finding
from jmap.rules.rule import CONTACT_CENTRE, DEFAULT, ERROR, STRICT, WARNING, Rule
from jmap.rules.scene import Scene
from jmap.rules.setting import Setting
from jmap.views.review import review_due


class ReviewOverdue(Rule[Journey]):
    """A map has not been reviewed for longer than it says itself it should be.

    Services change every month, and nobody redraws the map. After a while it shows a service that
    is no more, and decisions are still taken from it. In the strict and the contact-centre profile
    a map that was missed twice weighs as an error, so that a build stops for it.

    The day is reckoned by the calendar from `reviewed … every …`, five working days to a week.
    Silent about maps that name no interval, and about retired ones.
    """

    tags = ("upkeep",)
    profiles = (DEFAULT,)
    missed_twice = Setting(
        WARNING.value,
        "How much it weighs that a second review was missed as well.",
        choices=(WARNING.value, ERROR.value),
        profiles={STRICT: ERROR.value, CONTACT_CENTRE: ERROR.value},
    )
    good = """
journey refund "Getting a refund" {
  reviewed 2026-10-04 every 90d
}
"""
    bad = """
journey refund "Getting a refund" {
  reviewed 2026-02-28 every 6mo
}
"""

    def check(self, item: Journey, scene: Scene) -> Iterable[Finding]:
        reviewed = item.reviewed
        if reviewed is None or item.status == "retired":
            return
        due = review_due(reviewed)
        if due is None or due == reviewed.on or scene.today <= due:
            return
        again = review_due(reviewed, 2)
        twice = again is not None and scene.today > again
        yield Finding(
            f"the review of the map was due on {due.isoformat()}"
            + (f", and again on {again.isoformat()}" if twice and again else ""),
            "check it against what customers meet today, then write the day: reviewed "
            + _example(reviewed),
            field="reviewed",
            severity=ERROR if twice and self.missed_twice == ERROR.value else None,
        )


def _example(reviewed: Reviewed) -> str:
    every = reviewed.every
    return f"… every {every.value:g}{every.unit}" if every else "…"
