"""What a part of a variant says itself, apart from what it takes over from the journey that it
extends.
"""

from typing import Any

from jmap.model.journey import Journey
from jmap.resolve.origins import Place
from jmap.rules.scene import Scene


def is_stated(item: Any, field: str, scene: Scene) -> bool:
    """Whether lines of a field stand in the block of a part, and are not taken over for it."""
    origins = scene.survey.origins
    # A field without a line in the block is placed at the head of the block.
    return origins.where(item, field) != origins.where(item)


def is_own(item: Any, scene: Scene) -> bool:
    """Whether a stage, touchpoint or path is written in its journey, wholly or in part, and not
    taken over as it is.
    """
    journey = scene.journey
    base = scene.base(journey) if journey is not None else None
    if base is None:
        return True
    written = scene.survey.once(("written", id(base)), lambda: _written(base, scene))
    return scene.survey.origins.where(item) not in written


def _written(journey: Journey, scene: Scene) -> frozenset[Place | None]:
    parts = (*journey.stages, *journey.touchpoints, *journey.paths)
    return frozenset(scene.survey.origins.where(part) for part in parts)
