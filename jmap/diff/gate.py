"""The gate: which changes fail a comparison, and what a workspace itself says that changes of some
name do to customers.

It is the gate of the state before that counts: a change cannot let itself pass by altering it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import cast

from jmap.config import Gate, Override, Settings
from jmap.diagnostics import Diagnostic
from jmap.diff.around import around, part_before
from jmap.diff.change import Change, Kind
from jmap.diff.judged import Judged
from jmap.diff.weight import Effect
from jmap.diff.weights import WEIGHTS
from jmap.globs import matches
from jmap.loading import Loaded
from jmap.paths import below_root
from jmap.resolve.suggest import nearest
from jmap.syntax.fold import fold

NOTHING = "none"
ANYTHING = "any"
KINDS: tuple[Kind, ...] = ("added", "removed", "moved", "renamed", "changed")
SELECTORS = ("worse", ANYTHING, NOTHING, *KINDS)
"""What may fail a comparison, beside changes of a name."""
_GUESSES = 100
"""How many unknown names are compared with all that there are."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A name that means nothing here."""

    message: str
    help: str
    keys: tuple[str | int, ...] = ()
    """The way to it in the table of a configuration."""


def faults_of(gate: Gate) -> Iterator[Fault]:
    """What a gate names that there is not."""
    guesses = _Guesses()
    names = gate.fail_on or ()
    for number, name in enumerate(names):
        if name not in SELECTORS and name not in WEIGHTS:
            hint = guesses.of(name, (*SELECTORS, *WEIGHTS))
            yield Fault(f"there is no change {name!r} to fail on", hint, ("fail-on", number))
    if NOTHING in names and len(names) > 1:
        number = names.index(NOTHING)
        yield Fault("none stands alone", "drop it, or drop the others", ("fail-on", number))
    for name in gate.weights:
        if name not in WEIGHTS:
            hint = guesses.of(name, WEIGHTS)
            yield Fault(f"there is no change {name!r} to weigh", hint, ("weights", name))


def faults(settings: Settings) -> Iterator[Diagnostic]:
    """The same for a configuration, each at its place in the file."""
    for fault in faults_of(settings.gate):
        yield settings.complaint(fault.message, fault.help, "diff", *fault.keys)
    for one in settings.overrides:
        for fault in faults_of(one.gate):
            keys = ("overrides", one.number, "diff", *fault.keys)
            yield settings.complaint(fault.message, fault.help, *keys)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a change is, as overrides speak of it."""

    path: str
    """From the root of the workspace, with slashes."""
    journey: str | None


@dataclass(slots=True)
class Policy:
    """What counts in one workspace. Names that there are not count for nothing."""

    settings: Settings = field(default_factory=Settings)
    asked: tuple[str, ...] | None = None
    """What to fail on, as it was asked for on the way; it counts in place of all settings."""

    def apart(self, changes: Iterable[Judged], old: Loaded, new: Loaded) -> Iterator[Judged]:
        """The changes, and what variants take over of them where another gate is set for that."""
        for one in changes:
            gates = self._layers(one, old, new) if one.echoes else []
            alike = {id(e): self._layers(e, old, new) == gates for e in one.echoes}
            yield replace(one, echoes=tuple(e for e in one.echoes if alike[id(e)]))
            yield from (e for e in one.echoes if not alike[id(e)])

    def weighed(self, changes: Iterable[Judged], old: Loaded, new: Loaded) -> tuple[Judged, ...]:
        """The changes with the effects that they have in this workspace."""
        if not self._reweighs:
            return tuple(changes)
        return tuple(self._weighed(one, old, new) for one in changes)

    def stops(self, one: Judged, old: Loaded, new: Loaded) -> bool:
        """Whether a change fails the comparison. One that is allowed does not."""
        if one.allowed is not None:
            return False
        selectors = self.asked if self.asked is not None else self._fail_on(one, old, new)
        if ANYTHING in selectors:
            return True
        names = {one.weight.effect, one.change.kind, one.weight.name} - {"", *_HARMLESS}
        return not names.isdisjoint(selectors)

    @property
    def _reweighs(self) -> bool:
        return any(gate.weights for gate in _gates(self.settings))

    def _weighed(self, one: Judged, old: Loaded, new: Loaded) -> Judged:
        effect: str = one.weight.effect
        for gate in self._layers(one, old, new):
            effect = gate.weights.get(one.weight.name, effect)
        if effect == one.weight.effect:
            return one
        return replace(one, weight=replace(one.weight, effect=cast(Effect, effect)))

    def _fail_on(self, one: Judged, old: Loaded, new: Loaded) -> tuple[str, ...]:
        said = [gate.fail_on for gate in self._layers(one, old, new) if gate.fail_on is not None]
        return said[-1] if said else ()

    def _layers(self, one: Judged, old: Loaded, new: Loaded) -> list[Gate]:
        ours = [override for override in self.settings.overrides if override.gate != Gate()]
        if not ours:
            return [self.settings.gate]
        spot = spot_of(one.change, old, new)
        return [self.settings.gate, *(each.gate for each in ours if _applies(each, spot))]


_HARMLESS = ("better", "neutral")
"""Effects that no gate asks for; names of weights are never so."""


def spot_of(change: Change, old: Loaded, new: Loaded) -> Spot:
    """Where a change is: where the part stood, for what somebody moves to a place with a gate that
    is wide open came from another one.
    """
    later = around(change, new.workspace)
    before = around(change, old.workspace, later)
    journey = before.journey or later.journey
    part = before.place or part_before(change, before) or later.place or change.part
    for side in (old, new):
        for item in (part, change.part):
            source = side.origins.source(item)
            if source is not None:
                path = below_root(source.path, side.root)
                return Spot(path, journey.id if journey is not None else None)
    return Spot("", journey.id if journey is not None else None)


def _gates(settings: Settings) -> Iterator[Gate]:
    yield settings.gate
    yield from (one.gate for one in settings.overrides)


def _applies(override: Override, spot: Spot) -> bool:
    journeys = {fold(name) for name in override.journeys}
    if journeys and (spot.journey is None or fold(spot.journey) not in journeys):
        return False
    return not override.paths or any(matches(one, spot.path) for one in override.paths)


@dataclass(slots=True)
class _Guesses:
    left: int = _GUESSES

    def of(self, name: str, known: Iterable[str]) -> str:
        self.left -= 1
        meant = nearest(name, {one: one for one in known}) if self.left >= 0 else None
        return f'did you mean "{meant}"?' if meant else "`jmap explain changes` lists all names"
