"""Journeys that do not say where they start and end."""

from collections.abc import Iterable

from jmap.model.journey import Journey
from jmap.rules.finding import Finding
from jmap.rules.rule import INFO, STRICT, Rule
from jmap.rules.scene import Scene


class JourneyWithoutBoundaries(Rule[Journey]):
    """A journey does not say where it starts, or where it ends.

    Organisations see the journey begin at their door and end at their till. For the customer it
    begins when the lease is signed and ends when the bill is right: what lies outside of the
    boundaries is left to nobody, and often is the part that hurts. One boundary is no more than
    half of that: who knows what sets customers off, and not when they have what they came for,
    cannot tell whether the map is complete.

    The goal of the journey and the `exit` of its last stage say how it ends as well as `ends` does.
    A journey that is retired is not looked at. Most maps leave it to the reader to guess, and are
    of use: only the strict profile asks.
    """

    tags = ("framing",)
    severity = INFO
    profiles = (STRICT,)
    good = """
journey internet "Ordering home internet" {
  starts "The lease is signed"
  ends "The first bill is what was promised"
}
"""
    bad = """
journey internet "Ordering home internet" {
  starts "The lease is signed"
}
"""

    def check(self, item: Journey, scene: Scene) -> Iterable[Finding]:
        has_end = _says_end(item)
        if item.status == "retired" or (item.starts is not None and has_end):
            return
        if item.starts is not None:
            yield Finding(
                "the journey says what begins it and not what ends it",
                'say when the customer has what they came for: ends "…"',
                field="starts",
            )
        elif has_end:
            yield Finding(
                "the journey does not say what begins it",
                'say what sets the customer off: starts "…"',
                field="ends",
            )
        else:
            yield Finding(
                "the journey says neither what begins it nor what ends it",
                'say both, as the customer sees it: starts "…", and ends "…"',
            )


def _says_end(journey: Journey) -> bool:
    last = journey.stages[-1].exit if journey.stages else None
    return journey.ends is not None or bool(journey.goals) or last is not None
