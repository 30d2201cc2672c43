"""The plan of a run: which rules look at what, how much they weigh, and with which settings."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from jmap.config import Choice, Gate, Override, Settings
from jmap.diagnostics import Diagnostic, Severity
from jmap.globs import matches
from jmap.model.statement import spec
from jmap.resolve.suggest import nearest
from jmap.rules.catalogue import AnyRule, Catalogue
from jmap.rules.profile import PROFILES
from jmap.rules.rule import DEFAULT, Rule
from jmap.syntax.fold import fold

ALL = "all"
"""Selects every rule."""
_LEAST = 0


@dataclass(frozen=True, slots=True)
class Active:
    """A rule that runs, and how much its findings weigh."""

    rule: Rule[Any]
    severity: Severity


@dataclass(frozen=True, slots=True)
class View:
    """What there is to look at in a class of the model."""

    active: tuple[Active, ...]
    """The rules that look at it."""
    single: tuple[str, ...] = ()
    """The fields that hold one part or none, in or below which there is something to look at."""
    several: tuple[str, ...] = ()
    """Those that hold any number of parts."""


@dataclass(slots=True)
class Chosen:
    """The rules for one part of a workspace, by what they look at."""

    active: tuple[Active, ...]
    names: frozenset[str] = field(init=False)
    """What the rules are called."""
    _for: dict[type[Any], tuple[Active, ...]] = field(default_factory=dict)
    _views: dict[type[Any], View] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.names = frozenset(one.rule.name for one in self.active)

    def looking_at(self, kind: type[Any]) -> tuple[Active, ...]:
        """The rules that look at parts of a kind."""
        if kind not in self._for:
            self._for[kind] = tuple(
                one for one in self.active if issubclass(kind, one.rule.looks_at)
            )
        return self._for[kind]

    def view(self, kind: type[Any]) -> View:
        """What there is to look at in a class of the model."""
        view = self._views.get(kind)
        if view is None:
            view = self._views[kind] = self._view(kind)
        return view

    def _view(self, kind: Any) -> View:
        # A class may hold itself, some way down: until its fields are known, it counts as seen.
        self._views[kind] = View(self.looking_at(kind))
        lines = [
            line
            for line in spec(kind).body.values()
            if isinstance(line.item, type) and _sees(self.view(line.item))
        ]
        return View(
            self.looking_at(kind),
            tuple(line.name for line in lines if not line.many),
            tuple(line.name for line in lines if line.many),
        )


def _sees(view: View) -> bool:
    return bool(view.active or view.single or view.several)


@dataclass(slots=True)
class Plan:
    """Which rules run where: the settings of the workspace, and over them what was asked for on
    the way, such as on the command line.
    """

    catalogue: Catalogue
    settings: Settings = field(default_factory=Settings)
    asked: Choice = field(default_factory=Choice)
    _chosen: dict[tuple[int, ...], Chosen] = field(default_factory=dict)
    _at: dict[tuple[str, str | None], Chosen] = field(default_factory=dict)

    def at(self, path: str, journey: str | None = None) -> Chosen:
        """The rules for a journey, or for what stands outside of any, in a file; the path counts
        from the root of the workspace, with slashes.
        """
        found = self._at.get((path, journey))
        if found is None:
            found = self._at[path, journey] = self._found(path, journey)
        return found

    def like(self, settings: Settings) -> "Plan":
        """A plan for settings that say the same in another file."""
        return Plan(self.catalogue, settings, self.asked, self._chosen, self._at)

    @property
    def names(self) -> frozenset[str]:
        """The rules that have run somewhere so far."""
        return frozenset(name for chosen in self._chosen.values() for name in chosen.names)

    def faults(self) -> Iterator[Diagnostic]:
        """What the settings name that there is not."""
        yield from self.settings.diagnostics
        yield from self._faults(self.settings.choice)
        for override in self.settings.overrides:
            yield from self._faults(override.choice, "overrides", override.number)
        gates = (self.settings.gate, *(one.gate for one in self.settings.overrides))
        if any(gate != Gate() for gate in gates):
            # Only here: a check has nothing else to do with changes.
            from jmap.diff.gate import faults

            yield from faults(self.settings)

    def _faults(self, choice: Choice, *keys: str | int) -> Iterator[Diagnostic]:
        for fault in faults_of(choice, self.catalogue):
            yield self.settings.complaint(fault.message, fault.help, *keys, *fault.keys)

    def _found(self, path: str, journey: str | None) -> Chosen:
        key = tuple(
            number
            for number, override in enumerate(self.settings.overrides)
            if self._applies(override, path, journey)
        )
        if key not in self._chosen:
            layers = [self.settings.overrides[number].choice for number in key]
            self._chosen[key] = Chosen(tuple(self._choose(layers)))
        return self._chosen[key]

    def _choose(self, overrides: list[Choice]) -> Iterator[Active]:
        layers = [self.settings.choice, *overrides, self.asked]
        named = next((one.profile for one in reversed(layers) if one.profile), None)
        profile = PROFILES.get(named or DEFAULT, PROFILES[DEFAULT])
        running = {
            name: (profile.holds(rule), _LEAST) for name, rule in self.catalogue.rules.items()
        }
        for layer in layers:
            if layer.select is not None:
                running = dict.fromkeys(running, (False, _LEAST))
                self._set(running, layer.select, runs=True)
            self._set(running, layer.extend_select, runs=True)
            self._set(running, layer.ignore, runs=False)
        for name, (runs, _) in running.items():
            if runs:
                yield self._active(name, profile.name, layers)

    def _set(
        self, running: dict[str, tuple[bool, int]], selectors: Iterable[str], *, runs: bool
    ) -> None:
        # A name says more than a tag, and a tag more than "all"; of equals the last word counts.
        for selector in selectors:
            for name, rank in self._matches(selector):
                if rank >= running[name][1]:
                    running[name] = (runs, rank)

    def _matches(self, selector: str) -> Iterator[tuple[str, int]]:
        for name, rule in self.catalogue.rules.items():
            if selector == name:
                yield name, 3
            elif selector in rule.tags:
                yield name, 2
            elif selector == ALL:
                yield name, 1

    def _active(self, name: str, profile: str, layers: list[Choice]) -> Active:
        cls = self.catalogue.rules[name]
        values: dict[str, Any] = {
            setting.name: setting.profiles[profile]
            for setting in cls.settings().values()
            if profile in setting.profiles
        }
        severity = cls.severity
        for layer in layers:
            values.update(_values(cls, layer.rules.get(name, {})))
            severity = Severity(layer.severity.get(name, severity.value))
        return Active(cls(values), severity)

    def _applies(self, override: Override, path: str, journey: str | None) -> bool:
        if override.journeys and (
            journey is None or fold(journey) not in map(fold, override.journeys)
        ):
            return False
        return not override.paths or any(matches(one, path) for one in override.paths)


@dataclass(frozen=True, slots=True)
class Fault:
    """A name or value in a choice that means nothing."""

    message: str
    help: str
    keys: tuple[str | int, ...]
    """The way to it in a configuration."""


def faults_of(choice: Choice, catalogue: Catalogue) -> Iterator[Fault]:
    """What a choice names that there is not, and settings with values that they do not take."""
    guesses = _Guesses()
    if choice.profile is not None and choice.profile not in PROFILES:
        message = f"there is no profile {choice.profile!r}"
        yield Fault(message, _other_profile(choice.profile, guesses), ("profile",))
    known = sorted({ALL, *catalogue.rules, *catalogue.tags})
    yield from _unknown_selectors(choice, known, guesses)
    for key, table in (("severity", choice.severity), ("rules", choice.rules)):
        for name in table:
            if name not in catalogue.rules:
                hint = guesses.of(name, catalogue.rules) or _LISTED
                yield Fault(f"there is no rule {name!r}", hint, (key, name))
    for name, values in choice.rules.items():
        if name in catalogue.rules:
            yield from _setting_faults(catalogue.rules[name], values, guesses)


_LISTED = "`jmap rules` lists all rules and their tags"


def _other_profile(name: str, guesses: "_Guesses") -> str:
    if name == "none":
        return "to run no rules, write select = []"
    return guesses.of(name, PROFILES) or f"there is {', '.join(PROFILES)}"


def _unknown_selectors(choice: Choice, known: list[str], guesses: "_Guesses") -> Iterator[Fault]:
    lists = {
        "select": choice.select or (),
        "extend-select": choice.extend_select,
        "ignore": choice.ignore,
    }
    there = frozenset(known)
    for key, names in lists.items():
        for number, name in enumerate(names):
            if name not in there:
                hint = guesses.of(name, known) or _LISTED
                yield Fault(f"there is no rule or tag {name!r}", hint, (key, number))


def _setting_faults(
    rule: AnyRule, values: Mapping[str, Any], guesses: "_Guesses"
) -> Iterator[Fault]:
    settings = rule.settings()
    for key, value in values.items():
        where = ("rules", rule.name, key)
        if key not in settings:
            hint = guesses.of(key, settings) or f"there is: {', '.join(settings) or 'none'}"
            yield Fault(f"{rule.name} has no setting {key!r}", hint, where)
            continue
        try:
            settings[key].read(value)
        except ValueError as error:
            yield Fault(f"{key} of {rule.name} {error}", f"write {settings[key].line}", where)


def _values(cls: AnyRule, table: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    settings = cls.settings()
    for key, value in table.items():
        if key not in settings:
            continue
        try:
            yield settings[key].name, settings[key].read(value)
        except ValueError:
            continue


@dataclass(slots=True)
class _Guesses:
    """What unknown names were meant to be. Of very many, the first are compared with all there
    are: a configuration may be somebody else's.
    """

    left: int = 100

    def of(self, name: str, known: Iterable[str]) -> str:
        self.left -= 1
        meant = nearest(name, {one: one for one in known}) if self.left >= 0 else None
        return f'did you mean "{meant}"?' if meant else ""
