"""The gap at a touchpoint or measure that a rule looks at, and how messages name that place."""

from jmap.gaps import Gap
from jmap.model.measure import Measure, Measured
from jmap.model.number_forms import QuantityForm
from jmap.model.quantity import Quantity
from jmap.rules.knowledge.figures import name_of
from jmap.rules.scene import Scene


def gap_of(item: Measured, scene: Scene) -> Gap | None:
    """The gap of a touchpoint's own levels, or of a measure; none where it has none."""
    measure = item if isinstance(item, Measure) else None
    gaps = scene.gaps().get(scene.address, ())
    return next((gap for gap in gaps if gap.measure is measure), None)


def place_of(item: Measured, scene: Scene) -> str:
    """What a message calls a touchpoint or a measure, by its ids."""
    part = scene.touchpoint or scene.stage or scene.journey
    here = f"`{part.id}`" if part is not None else ""
    return f"`{name_of(item)}` at {here}" if isinstance(item, Measure) else here


def typed(quantity: Quantity) -> str:
    """A figure as one types it: ``3m``, ``412/640``."""
    return QuantityForm().write(quantity)
