"""What no single statement can see: equal ids, journeys that extend in a circle, scores off the
journey's scale.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from jmap.diagnostics import Diagnostic, Label
from jmap.model.journey import Journey
from jmap.model.quantity import Bounds, Quantity, Score
from jmap.resolve.origins import Origins
from jmap.resolve.symbols import Declaration, Names
from jmap.syntax.nodes import span_of

DEFAULT_SCALE = Bounds(1, 5)
"""The scale of plain scores where a journey names none."""


def equal_ids(names: Names) -> Iterator[Diagnostic]:
    """Ids that were given twice within one scope."""
    for scope in (names, *names.journeys.values()):
        for declared in scope.by_kind.values():
            for same in declared.values():
                for again in same[1:]:
                    yield _equal(same[0], again)


def circles(names: Names) -> Iterator[Diagnostic]:
    """Journeys whose chain of ``extends`` leads back to themselves."""
    for key, inner in names.journeys.items():
        met, at = {key}, inner.base
        while at is not None and at not in met:
            met.add(at)
            at = names.journeys[at].base if at in names.journeys else None
        if at == key:
            journey = names.by_kind["journey"][key][0]
            yield Diagnostic(
                "extends-itself",
                f"journey `{journey.id}` extends itself, directly or through others",
                journey.source,
                span_of(journey.id),
                help="let one journey of the circle stand on its own",
            )


def scores(journey: Journey, origins: Origins) -> Iterator[Diagnostic]:
    """Plain scores of touchpoints that lie off the journey's scale. A measure has its metric's own
    scale.
    """
    scale = journey.scale or DEFAULT_SCALE
    for touchpoint in journey.touchpoints:
        if "net promoter score" in {level.dimension for level in touchpoint.levels.values()}:
            continue
        for name, level in touchpoint.levels.items():
            if _off(level, scale):
                yield from _off_scale(touchpoint, name, level, scale, origins)


def _off(level: Quantity, scale: Bounds) -> bool:
    return isinstance(level, Score) and not scale.low <= level.value <= scale.high


def _off_scale(
    item: Any, name: str, level: Quantity, scale: Bounds, origins: Origins
) -> Iterable[Diagnostic]:
    place = origins.where(item, name)
    if place is None:
        return
    yield Diagnostic(
        "score-off-scale",
        f"{level.magnitude:g} is off this journey's scale of {scale.low} to {scale.high}",
        place.source,
        place.span,
        help=f"write a score from {scale.low} to {scale.high}, a unit (62%, 4m, 3 clicks), or "
        "another `scale` in the journey",
    )


def _equal(first: Declaration, again: Declaration) -> Diagnostic:
    return Diagnostic(
        "equal-ids",
        f"there are two {again.kind}s called `{again.id}`",
        again.source,
        span_of(again.id),
        help="give one of them another id, or declare the thing once and import it",
        labels=(Label(first.source, span_of(first.id), "the first one is here"),),
    )
