"""Where in a map a finding is: the ids from the journey down to it, joined by dots."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from jmap.model.declared import Declared
from jmap.model.experience import Experience
from jmap.model.forms import reference_name
from jmap.model.item import Item
from jmap.model.journey import Journey
from jmap.model.measure import Measure
from jmap.model.statement import Statement
from jmap.rules.scene import Scene


def address(item: Any, scene: Scene) -> str:
    """The address of a part that was met in a scene, or of another part of the scene's journey.

    What has no id of its own has the address of what is around it; a declaration outside of any
    journey is ``channel.email``.
    """
    journey = scene.journey
    if journey is None:
        return f"{item.keyword}.{item.id}" if isinstance(item, Declared) else ""
    found = scene.survey.once(("addresses", id(journey)), lambda: dict(_addresses(journey)))
    return found.get(id(item), scene.address)


class _Placed(NamedTuple):
    """A part by its identity, and its address."""

    part: int
    address: str


def _addresses(journey: Journey) -> Iterator[_Placed]:
    yield _Placed(id(journey), journey.id)
    for part in (*journey.questions, *journey.measures, *journey.paths):
        yield _below(part, journey.id)
    for stage in journey.stages:
        yield from _experience(stage, f"{journey.id}.{stage.id}")
        for touchpoint in stage.touchpoints:
            yield from _experience(touchpoint, f"{journey.id}.{stage.id}.{touchpoint.id}")


def _experience(item: Experience, here: str) -> Iterator[_Placed]:
    yield _Placed(id(item), here)
    for part in (*item.pains, *item.opportunities, *item.risks, *item.measures):
        yield _below(part, here)


def _below(part: Statement, here: str) -> _Placed:
    name = _name(part)
    return _Placed(id(part), f"{here}.{name}" if name else here)


def _name(part: Statement) -> str:
    if isinstance(part, Measure):
        return reference_name(part.metric)
    return (part.id or "") if isinstance(part, Item | Declared) else ""
