"""What no single statement can see: equal ids, journeys that extend in a circle, scores off the
journey's scale.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from jmap import limits
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


def renames(names: Names) -> Iterator[Diagnostic]:
    """A rename from an id that still stands, or that two parts claim to have had."""
    for scope in (names, *names.journeys.values()):
        for declared in scope.by_kind.values():
            claimed: dict[str, Declaration] = {}
            for item in (same[0] for same in declared.values()):
                if item.was is None:
                    continue
                other = next(iter(declared.get(item.was, ())), None) or claimed.get(item.was)
                if other is item:
                    yield _not_renamed(item)
                elif other is not None:
                    yield _renamed_twice(item, other)
                claimed[item.was] = item


def _not_renamed(item: Declaration) -> Diagnostic:
    return Diagnostic(
        "renamed-twice",
        f"`{item.id}` has that id already",
        item.source,
        span_of(item.id),
        help="take `was` away, or name the id it had before",
    )


def _renamed_twice(item: Declaration, other: Declaration) -> Diagnostic:
    return Diagnostic(
        "renamed-twice",
        f"`{item.id}` cannot have been `{item.was}`, which `{other.id}` is or was",
        item.source,
        span_of(item.id),
        help="take `was` away where it is not so",
        labels=(Label(other.source, span_of(other.id), "the other one is here"),),
    )


def chains(names: Names) -> Iterator[Diagnostic]:
    """Chains of ``extends`` that lead back to their start, or are longer than anyone can follow."""
    length: dict[str, int] = {}
    for start in names.journeys:
        chain: dict[str, None] = {}
        at: str | None = start
        while at in names.journeys and at not in chain and at not in length:
            chain[at] = None
            at = names.journeys[at].base
        met = list(chain)
        for key in met[met.index(at) :] if at in chain else ():
            yield _extends(
                names, key, "extends-itself", _CIRCLE, "let one of them stand on its own"
            )
        below = length.get(at or "", 0)
        for key in reversed(met):
            below += 1
            length[key] = below
            if below == limits.VARIANTS + 1:
                yield _extends(
                    names, key, "extends-too-deep", _DEEP, "extend an earlier one instead"
                )


_CIRCLE = "extends itself, directly or through others"
_DEEP = f"is the last of more than {limits.VARIANTS} journeys that extend one another"


def _extends(names: Names, key: str, name: str, message: str, hint: str) -> Diagnostic:
    journey = names.by_kind["journey"][key][0]
    return Diagnostic(
        name, f"journey `{journey.id}` {message}", journey.source, span_of(journey.id), help=hint
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
        f"`{again.id}` names a {again.kind} already",
        again.source,
        span_of(again.id),
        help="give one of them another id, or declare the thing once and import it",
        labels=(Label(first.source, span_of(first.id), "the first one is here"),),
    )
