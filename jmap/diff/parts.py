"""The parts of a workspace by what they are known by: made once a workspace, for weighing."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from jmap.diff.identity import key_of
from jmap.model.forms import reference_key
from jmap.model.identical import Identical
from jmap.model.item import Item
from jmap.model.journey import Journey
from jmap.model.opportunity import Opportunity
from jmap.model.presence import is_there
from jmap.model.stage import Stage
from jmap.model.touchpoint import Touchpoint
from jmap.model.workspace import Workspace
from jmap.syntax.fold import fold


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """A touchpoint, and the stage that it stands in."""

    stage: Stage
    touchpoint: Touchpoint


@dataclass(frozen=True, slots=True, eq=False)
class JourneyParts:
    """The parts of one journey; of equal ids the first counts."""

    journey: Journey
    stages: dict[str, Stage] = field(default_factory=dict)
    """By folded id, and by the id that a stage had where no other has it now."""
    touchpoints: dict[str, Standing] = field(default_factory=dict)
    """By folded id, and by the id that a touchpoint had where no other has it now."""
    items: dict[str, Item] = field(default_factory=dict)
    """Pains, opportunities and risks, by keyword and what they are known by."""
    easing: dict[str, list[Opportunity]] = field(default_factory=lambda: defaultdict(list))
    """The opportunities that ease a pain, by its folded id."""
    answering: dict[str, list[Touchpoint]] = field(default_factory=lambda: defaultdict(list))
    """The touchpoints that serve customers and answer a question, by its folded id."""

    channels: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """The channels that serve customers, by the folded id of the stage."""

    def holds(self, item: Item) -> bool:
        """Whether a pain, opportunity or risk is told somewhere in the journey."""
        names = [key_of(item), *([fold(item.was)] if item.was else [])]
        return any(f"{item.keyword} {name}" in self.items for name in names)


def parts_of(workspace: Workspace) -> dict[str, JourneyParts]:
    """The parts of each journey, by its folded id, and by the id that it had."""
    return _parts_of(Identical(workspace))


@lru_cache(maxsize=4)
def _parts_of(same: Identical) -> dict[str, JourneyParts]:
    (workspace,) = same.things
    found: dict[str, JourneyParts] = {}
    for journey in workspace.journeys:
        found.setdefault(fold(journey.id), _journey_parts(journey))
    for journey in workspace.journeys:
        if journey.was:
            found.setdefault(fold(journey.was), found[fold(journey.id)])
    return found


def _journey_parts(journey: Journey) -> JourneyParts:
    made = JourneyParts(journey)
    standing = [Standing(stage, one) for stage in journey.stages for one in stage.touchpoints]
    for stage in journey.stages:
        made.stages.setdefault(fold(stage.id), stage)
        _take_in(made, stage)
    for one in standing:
        made.touchpoints.setdefault(fold(one.touchpoint.id), one)
        _take_in(made, one.touchpoint)
        if is_there(one.touchpoint, journey):
            if one.touchpoint.channel is not None:
                made.channels[fold(one.stage.id)].add(reference_key(one.touchpoint.channel))
            for question in map(fold, one.touchpoint.answers):
                made.answering[question].append(one.touchpoint)
    _by_former_id(made, standing)
    return made


def _by_former_id(made: JourneyParts, standing: list[Standing]) -> None:
    for stage in made.journey.stages:
        if stage.was:
            made.stages.setdefault(fold(stage.was), stage)
    for one in standing:
        if one.touchpoint.was:
            made.touchpoints.setdefault(fold(one.touchpoint.was), one)


def _take_in(made: JourneyParts, place: Stage | Touchpoint) -> None:
    for item in _items(place):
        made.items.setdefault(f"{item.keyword} {key_of(item)}", item)
        if item.was:
            made.items.setdefault(f"{item.keyword} {fold(item.was)}", item)
    for opportunity in place.opportunities:
        for pain in map(fold, opportunity.eases):
            made.easing[pain].append(opportunity)


def _items(place: Stage | Touchpoint) -> Iterator[Item]:
    yield from place.pains
    yield from place.opportunities
    yield from place.risks
