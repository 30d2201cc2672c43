"""The walk through a workspace: every part that some rule looks at, with what stands around it."""

from dataclasses import dataclass
from typing import Any

from jmap.model.journey import Journey
from jmap.model.stage import Stage
from jmap.model.touchpoint import Touchpoint
from jmap.rules.plan import Active, Chosen
from jmap.rules.scene import Scene


@dataclass(slots=True)
class Stop:
    """One part of the model, where it stands, and the rules that look at it."""

    item: Any
    scene: Scene
    active: tuple[Active, ...]


@dataclass(slots=True)
class Walk:
    """A walk below some parts. What a variant takes over as it is, is met once: with its base."""

    chosen: Chosen
    _met: set[int]

    def below(self, item: Any, scene: Scene) -> list[Stop]:
        """A part and all within it, from the outside in."""
        found: list[Stop] = []
        self._visit(item, scene, found)
        return found

    def _visit(self, item: Any, scene: Scene, found: list[Stop]) -> None:
        # The busiest place of a check: it comes by every statement of every map.
        if id(item) in self._met:
            return
        self._met.add(id(item))
        kind = type(item)
        view = self.chosen.view(kind)
        if kind in _ENTERED:
            scene = _entered(item, scene)
        if view.active:
            found.append(Stop(item, scene, view.active))
        for name in view.single:
            part = getattr(item, name)
            if part is not None:
                self._visit(part, scene, found)
        for name in view.several:
            for part in getattr(item, name):
                self._visit(part, scene, found)


_ENTERED = (Touchpoint, Stage, Journey)


def _entered(item: Any, scene: Scene) -> Scene:
    if isinstance(item, Touchpoint):
        return Scene(scene.survey, scene.journey, scene.stage, item)
    if isinstance(item, Stage):
        return Scene(scene.survey, scene.journey, item, scene.touchpoint)
    return Scene(scene.survey, item, scene.stage, scene.touchpoint)
