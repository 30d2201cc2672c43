"""That a change alters the gate by which it is judged."""

from collections.abc import Iterator
from dataclasses import dataclass

from jmap.config import Gate, Settings
from jmap.locale import label

_FAIL_ON = "fail-on"


@dataclass(frozen=True, slots=True)
class Altered:
    """A setting of a gate that is another one after a change."""

    name: str
    """What is set; empty where it is for some paths or journeys alone."""
    before: tuple[str, ...] | None = None
    """None where nothing was set."""
    after: tuple[str, ...] | None = None

    def said(self, language: str) -> str:
        """The setting as it was, and as it is."""
        if not self.name:
            return label("gate-somewhere", language)
        unset = "gate-not-set" if self.name == _FAIL_ON else "gate-as-usual"
        before, after = (
            label(unset, language) if one is None else _listed(one, language)
            for one in (self.before, self.after)
        )
        return label("gate-part", language).format(name=self.name, before=before, after=after)


def altered(before: Settings, after: Settings) -> tuple[Altered, ...]:
    """How a change alters the gate itself."""
    if _whole(before) == _whole(after):
        return ()
    return tuple(_differences(before.gate, after.gate)) or (Altered(""),)


def _differences(before: Gate, after: Gate) -> Iterator[Altered]:
    if before.fail_on != after.fail_on:
        yield Altered(_FAIL_ON, before.fail_on, after.fail_on)
    for name in sorted({*before.weights, *after.weights}):
        old, new = (_weight(gate, name) for gate in (before, after))
        if old != new:
            yield Altered(name, old, new)


def _weight(gate: Gate, name: str) -> tuple[str, ...] | None:
    return (gate.weights[name],) if name in gate.weights else None


def _listed(names: tuple[str, ...], language: str) -> str:
    return ", ".join(names) or label("gate-nothing", language)


def _whole(settings: Settings) -> tuple[object, ...]:
    overrides = ((one.paths, one.journeys, one.gate) for one in settings.overrides)
    return (settings.gate, *(one for one in overrides if one[-1] != Gate()))
