"""The channels that a stage or a whole journey offers its customers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from jmap.model.forms import AdHoc
from jmap.model.stage import Stage
from jmap.rules.knowledge.channel_kind import kind_of
from jmap.rules.knowledge.reference import meant
from jmap.rules.scene import Scene

ChannelName = str | AdHoc


@dataclass(frozen=True, slots=True)
class Offer:
    """Where something happens in some stages, and where on purpose nothing does."""

    served: frozenset[str]
    """The channels that serve, and after ``=`` their kinds, as far as these are certain."""
    skipped: frozenset[str]
    known: bool
    """Whether something happens in most stages, and each touchpoint says on which channel."""
    declared: bool
    """Whether all channels that serve are declared, none in quotes."""
    kinds_known: bool
    """Whether the kind of each channel that serves is certain."""

    def serves(self, name: ChannelName, scene: Scene) -> bool:
        """Whether something happens on a channel, or on another one of its kind."""
        return not self.served.isdisjoint(_marks([name], scene))

    def lacks(self, name: ChannelName, scene: Scene) -> bool:
        """Whether a channel certainly neither serves nor is left out on purpose.

        What stands in quotes may be another name for the same: then the kinds have to tell.
        """
        marks = _marks([name], scene)
        if not self.known or not marks.isdisjoint(self.served | self.skipped):
            return False
        both_declared = self.declared and not isinstance(name, AdHoc)
        return both_declared or (self.kinds_known and kind_of(name, scene) != "")


def offer_of(stages: Sequence[Stage], scene: Scene) -> Offer:
    """What some stages offer; touchpoints that are retired do not count."""
    live = [
        [one.channel for one in stage.touchpoints if one.status != "retired"] for stage in stages
    ]
    names = [name for some in live for name in some]
    named = [name for name in names if name is not None]
    busy = sum(map(bool, live))
    return Offer(
        _marks(named, scene),
        _marks([skip.channel for stage in stages for skip in stage.skips], scene),
        bool(named) and len(named) == len(names) and 2 * busy >= len(stages),
        not any(isinstance(name, AdHoc) for name in named),
        all(kind_of(name, scene) for name in named),
    )


def _marks(names: Iterable[ChannelName], scene: Scene) -> frozenset[str]:
    """What channels are known by."""
    marks = set()
    for name in names:
        marks.add(meant("channel", name, scene))
        if kind := kind_of(name, scene):
            marks.add(f"={kind}")
    return frozenset(marks)
