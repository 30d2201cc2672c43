"""A workspace with random edits: parts taken away, doubled, shuffled, renamed, carried elsewhere;
values changed.
"""

import random
from dataclasses import dataclass, replace
from typing import Any

from jmap.model.forms import ChoiceForm
from jmap.model.statement import BodyField, Statement, spec
from jmap.model.workspace import Workspace
from jmap.syntax.fold import fold

WORDS = ("price", "wait", "call", "letter", "نامه", "انتظار", "تماس", "again", "twice", "never")


def edited(workspace: Workspace, seed: int, count: int = 3) -> Workspace:
    """The workspace after some random edits. References may lead nowhere then."""
    dice = random.Random(seed)
    made = workspace
    for _ in range(count):
        made = carried(made, dice) if dice.random() < 0.25 else _edited(made, dice)
    return made


def canonical(item: Any) -> Any:
    """The workspace with every list whose order says nothing in one order, and without former
    ids: what two workspaces that say the same have in common.
    """
    if not isinstance(item, Statement):
        return item
    updates: dict[str, Any] = {"was": None} if "was" in type(item).model_fields else {}
    shape = spec(type(item))
    for line in shape.lines:
        if line.many:
            values = [canonical(value) for value in getattr(item, line.name)]
            updates[line.name] = tuple(values if line.ordered else sorted(values, key=repr))
    return item.model_copy(update=updates)


def carried(workspace: Workspace, dice: random.Random) -> Workspace:
    """One touchpoint, or something that is told of one, put into another stage or touchpoint."""
    if not workspace.journeys:
        return workspace
    at = dice.randrange(len(workspace.journeys))
    journey = workspace.journeys[at]
    places = [Place((n,), "touchpoints") for n in range(len(journey.stages))]
    for field in ("pains", "opportunities", "risks"):
        places += [
            Place((n, m), field)
            for n, stage in enumerate(journey.stages)
            for m in range(len(stage.touchpoints))
        ]
    full = [place for place in places if place.listed(journey)]
    if not full:
        return workspace
    source = dice.choice(full)
    target = dice.choice([place for place in places if place.field == source.field])
    part = dice.choice(source.listed(journey))
    without = tuple(one for one in source.listed(journey) if one is not part)
    made = source.replaced(journey, without)
    there = target.listed(made)
    into = dice.randrange(len(there) + 1)
    made = target.replaced(made, (*there[:into], part, *there[into:]))
    journeys = (*workspace.journeys[:at], made, *workspace.journeys[at + 1 :])
    return workspace.model_copy(update={"journeys": journeys})


@dataclass(frozen=True)
class Place:
    """A list of parts in a stage, or in a touchpoint of one."""

    way: tuple[int, ...]
    field: str

    def listed(self, journey: Any) -> tuple[Any, ...]:
        """What it holds."""
        holder = journey.stages[self.way[0]]
        for number in self.way[1:]:
            holder = holder.touchpoints[number]
        return tuple(getattr(holder, self.field))

    def replaced(self, journey: Any, parts: tuple[Any, ...]) -> Any:
        """The journey with other parts there."""
        stage = journey.stages[self.way[0]]
        if len(self.way) == 1:
            stage = stage.model_copy(update={self.field: parts})
        else:
            one = stage.touchpoints[self.way[1]].model_copy(update={self.field: parts})
            touchpoints = (
                *stage.touchpoints[: self.way[1]], one, *stage.touchpoints[self.way[1] + 1 :],
            )  # fmt: skip
            stage = stage.model_copy(update={"touchpoints": touchpoints})
        at = self.way[0]
        return journey.model_copy(
            update={"stages": (*journey.stages[:at], stage, *journey.stages[at + 1 :])}
        )


def _edited(part: Any, dice: random.Random) -> Any:
    """One edit somewhere in a part."""
    kind: Any = type(part)
    lines = [line for line in spec(kind).body.values() if getattr(part, line.name)]
    if not lines:
        return _reworded(part, dice)
    line = dice.choice(lines)
    value = getattr(part, line.name)
    if not line.many:
        return part.model_copy(update={line.name: _other(line, value, dice)})
    at = dice.randrange(len(value))
    deeper = isinstance(value[at], Statement) and dice.random() < 0.75
    if deeper:
        inner = _edited(value[at], dice)
        return part.model_copy(update={line.name: (*value[:at], inner, *value[at + 1 :])})
    return part.model_copy(update={line.name: _listed(value, at, dice)})


def _listed(value: tuple[Any, ...], at: int, dice: random.Random) -> tuple[Any, ...]:
    how = dice.choice(["drop", "shuffle", "double", "reword"])
    if how == "drop":
        return (*value[:at], *value[at + 1 :])
    if how == "shuffle":
        return tuple(dice.sample(value, len(value)))
    if how == "double":
        twin = _renamed(value[at], dice, {fold(getattr(one, "id", None) or "") for one in value})
        return (*value[: at + 1], twin, *value[at + 1 :])
    return (*value[:at], _reworded(value[at], dice), *value[at + 1 :])


def _other(line: BodyField, value: Any, dice: random.Random) -> Any:
    if isinstance(line.item, ChoiceForm):
        return dice.choice(line.item.names)
    if line.required or dice.random() < 0.5:
        return _reworded(value, dice)
    return False if value is True else None


def _reworded(item: Any, dice: random.Random) -> Any:
    if isinstance(item, str):
        return f"{item} {dice.choice(WORDS)}"
    for name in ("title", "text", "word"):
        if isinstance(getattr(item, name, None), str):
            return _with(item, name, f"{getattr(item, name)} {dice.choice(WORDS)}")
    return item


def _renamed(item: Any, dice: random.Random, taken: set[str]) -> Any:
    if getattr(item, "id", None) is None:
        return _reworded(item, dice)
    name = item.id
    while fold(name) in taken:
        name = f"{name}-{dice.choice(WORDS)}"
    return _with(item, "id", name)


def _with(item: Any, name: str, value: Any) -> Any:
    if isinstance(item, Statement):
        return item.model_copy(update={name: value})
    return replace(item, **{name: value})
