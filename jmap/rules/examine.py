"""Running the rules over a loaded workspace: the walk, the findings with their places, the
allowances that let some stand.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from jmap.diagnostics import Diagnostic, Label, Severity, in_order
from jmap.garbage import uncollected
from jmap.loading import Loaded
from jmap.model.journey import Journey
from jmap.paths import below_root
from jmap.resolve.origins import Place
from jmap.resolve.suggest import nearest
from jmap.rules.address import address
from jmap.rules.allowance import Allowance, allowances
from jmap.rules.finding import Finding
from jmap.rules.permits import Permits
from jmap.rules.plan import Active, Chosen, Plan
from jmap.rules.scene import Scene, Survey
from jmap.rules.script import Script
from jmap.rules.walk import Walk
from jmap.source import SourceFile, Span
from jmap.syntax.fold import fold


def examine(loaded: Loaded, plan: Plan, today: date) -> tuple[Diagnostic, ...]:
    """Everything there is to say of the files that were asked for: what was said when they were
    loaded, and what the rules find, less what is allowed.

    A file with errors is not examined, nor one that imports it: rules would take what could not be
    read for missing. ``today`` is the day on which dates are judged.
    """
    with uncollected():
        return _Examination(loaded, plan, Survey(loaded.workspace, loaded.origins, today)).all()


@dataclass(slots=True)
class _Examination:
    loaded: Loaded
    plan: Plan
    survey: Survey
    scripts: tuple[Script, ...] = field(init=False)
    allowances: list[Allowance] = field(init=False)
    """Those in the files that were asked for."""
    permits: Permits = field(init=False)
    _paths: dict[SourceFile, str] = field(default_factory=dict)
    _crashed: set[str] = field(default_factory=set)
    _guessed: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        number = self.loaded.asked
        asked, imported = self.loaded.parsed[:number], self.loaded.parsed[number:]
        unsound = self.loaded.unsound
        notes = self._notes()
        self.scripts = tuple(
            Script(one, tuple(notes.get(one.source, ())))
            for one in asked
            if one.source not in unsound
        )
        self.allowances = [self._known(one) for parsed in asked for one in allowances(parsed)]
        # What the language itself says of an imported file, its own comments allow.
        others = (one for parsed in imported for one in allowances(parsed))
        self.permits = Permits((*self.allowances, *others), self.survey.today)

    def all(self) -> tuple[Diagnostic, ...]:
        asked = {script.source for script in self.scripts}
        found = [item for item in self._found() if item.source in asked]
        # What a rule has taken up is the rule's to say.
        said = [item for item in self.loaded.diagnostics if not self._is_noted(item)]
        found = [item for item in (*said, *found) if not self._allowed(item)]
        # Only now it is known which allowances were of use.
        self.permits.close()
        found += self._of_allowances()
        return in_order(found)

    def _notes(self) -> dict[SourceFile, list[Diagnostic]]:
        notes: dict[SourceFile, list[Diagnostic]] = {}
        for item in self.loaded.diagnostics:
            if self._is_noted(item):
                notes.setdefault(item.source, []).append(item)
        return notes

    def _is_noted(self, item: Diagnostic) -> bool:
        """Whether something was noted when a file was read that is for a rule to say."""
        is_note = item.severity is not Severity.ERROR
        return is_note and item.name in self.plan.catalogue.rules

    def _found(self) -> Iterator[Diagnostic]:
        workspace = self.survey.workspace
        scene = Scene(self.survey)
        met: set[int] = set()
        if not self.loaded.unsound:
            whole = self._chosen(None).looking_at(type(workspace))
            yield from self._looked(workspace, scene, whole)
        yield from self._declared(scene, met)
        for script in self.scripts:
            active = self._chosen(script.source).looking_at(Script)
            yield from self._looked(script, scene, active)
        yield from self._journeys(scene, met)

    def _declared(self, scene: Scene, met: set[int]) -> Iterator[Diagnostic]:
        for item in self.survey.index.declared.values():
            if not isinstance(item, Journey) and self._sound(item):
                walk = Walk(self._chosen(self._source(item)), met)
                yield from self._below(item, scene, walk)

    def _journeys(self, scene: Scene, met: set[int]) -> Iterator[Diagnostic]:
        """Bases first: what is said of a base is not said again of what extends it."""
        said: dict[str, set[tuple[str, str, str]]] = {}
        for journey in _bases_first(self.survey.workspace.journeys):
            if not self._sound(journey):
                continue
            chosen = self._chosen(self._source(journey), journey.id)
            known = said.get(fold(journey.extends), set()) if journey.extends else set()
            here = said.setdefault(fold(journey.id), set(known))
            for item in self._below(journey, scene, Walk(chosen, met)):
                key = (item.name, item.address.partition(".")[2], item.message)
                here.add(key)
                if key not in known:
                    yield item

    def _below(self, item: Any, scene: Scene, walk: Walk) -> Iterator[Diagnostic]:
        for stop in walk.below(item, scene):
            yield from self._looked(stop.item, stop.scene, stop.active)

    def _looked(self, item: Any, scene: Scene, active: tuple[Active, ...]) -> Iterator[Diagnostic]:
        for one in active:
            try:
                found = list(one.rule.check(item, scene))
                told = [self._diagnostic(one, item, scene, finding) for finding in found]
            except Exception as fault:  # noqa: BLE001 - somebody else's rule must not stop the others
                yield from self._crash(one, item, scene, fault)
                continue
            yield from told

    def _diagnostic(self, active: Active, item: Any, scene: Scene, finding: Finding) -> Diagnostic:
        if not isinstance(finding, Finding):
            raise TypeError(f"{finding!r} is no Finding")
        about = item if finding.item is None else finding.item
        place = self._place(item, about, scene, finding)
        _require_within(place, finding)
        return Diagnostic(
            active.rule.name,
            finding.message,
            place.source,
            place.span,
            _weight(active, finding),
            finding.help,
            tuple(self._labels(finding)),
            address(about, scene),
            finding.fix,
        )

    def _place(self, item: Any, about: Any, scene: Scene, finding: Finding) -> Place:
        if isinstance(item, Script):
            return Place(item.source, finding.span or Span(0, 0))
        if isinstance(item, Allowance):
            return Place(item.source, finding.span or item.span)
        found = self.loaded.origins.where(about, finding.field, finding.nth)
        if found is None and scene.journey is not None:
            found = self.loaded.origins.where(scene.journey)
        return found or Place(self._source(None), Span(0, 0))

    def _labels(self, finding: Finding) -> Iterator[Label]:
        for also in finding.also:
            place = self.loaded.origins.where(also.item, also.field, also.nth)
            if place is not None:
                yield Label(place.source, place.span, also.message)

    def _crash(
        self, active: Active, item: Any, scene: Scene, fault: Exception
    ) -> Iterator[Diagnostic]:
        name = active.rule.name
        if name in self._crashed:
            return
        self._crashed.add(name)
        place = self._place(item, item, scene, Finding(""))
        yield Diagnostic(
            CRASHED,
            f"the rule {name} stopped here: {type(fault).__name__}: {_said(fault)}",
            place.source,
            place.span,
            help="what else it would have found is missing; report this to whoever wrote it, and "
            f'set ignore = ["{name}"] until it is mended',
            address=address(item, scene),
        )

    def _allowed(self, item: Diagnostic) -> bool:
        return item.name != CRASHED and self.permits.lets(item.name, item.source, item.span.start)

    def _of_allowances(self) -> Iterator[Diagnostic]:
        scene = Scene(self.survey)
        for one in self.allowances:
            if one.source in self.loaded.unsound:
                continue
            # Whether it is of use shows only where its rule runs.
            inside = self._chosen(one.source, one.journey)
            one.judged = one.rule in inside.names
            active = self._chosen(one.source).looking_at(Allowance)
            yield from self._looked(one, scene, active)

    def _known(self, one: Allowance) -> Allowance:
        """An allowance with what is wrong with the rule that it names."""
        rule = self.plan.catalogue.rules.get(one.rule)
        if rule is not None and issubclass(Allowance, rule.looks_at):
            one.problem = one.problem or f"names `{one.rule}`, which is about comments themselves"
        elif rule is None and not self._is_of_changes(one):
            one.problem = one.problem or f"names `{one.rule}`, {self._guess(one.rule)}"
        return one

    def _is_of_changes(self, one: Allowance) -> bool:
        """Whether it is for a change, which `jmap diff` judges, and for no finding."""
        if one.problem:
            return False
        # Only here: a check has nothing else to do with changes.
        from jmap.diff.weights import WEIGHTS

        return one.rule in WEIGHTS

    def _guess(self, name: str) -> str:
        """What to say of a rule that there is not; of many, the first few are compared with all."""
        if name not in self._guessed:
            rules = self.plan.catalogue.rules if len(self._guessed) < _GUESSES else {}
            meant = nearest(name, {one: one for one in rules})
            self._guessed[name] = "and there is no such rule" + (
                f": did you mean `{meant}`?" if meant else ""
            )
        return self._guessed[name]

    def _chosen(self, source: SourceFile | None, journey: str | None = None) -> Chosen:
        path = "" if source is None else self._path(source)
        return self.plan.at(path, journey)

    def _sound(self, item: Any) -> bool:
        return not self.loaded.unsound or self._source(item) not in self.loaded.unsound

    def _source(self, item: Any) -> SourceFile:
        """The file that something was written in; the first where that is not known."""
        found = self.loaded.origins.source(item)
        if found is not None:
            return found
        return self.scripts[0].source if self.scripts else _NOWHERE

    def _path(self, source: SourceFile) -> str:
        if source not in self._paths:
            self._paths[source] = below_root(source.path, self.loaded.root)
        return self._paths[source]


CRASHED = "rule-crashed"
_NOWHERE = SourceFile("<model>", "")
_GUESSES = 100


def _weight(active: Active, finding: Finding) -> Severity:
    if finding.severity is None:
        return active.severity
    # What somebody has set for a rule counts for all of its findings.
    usual = active.severity is type(active.rule).severity
    return finding.severity if usual else active.severity


def _require_within(place: Place, finding: Finding) -> None:
    """Raises ``ValueError`` where a rule points outside of the text it is about."""
    size = len(place.source.text)
    edits = finding.fix.edits if finding.fix else ()
    for start, end in (place.span, *(edit.span for edit in edits)):
        if not 0 <= start <= end <= size:
            raise ValueError(f"it points at {start}-{end} of a text of {size} characters")


def _said(fault: Exception) -> str:
    try:
        return str(fault)
    except Exception:  # noqa: BLE001 - even that may be wrong with somebody else's exception
        return "it does not say why"


def _bases_first(journeys: Iterable[Journey]) -> Iterator[Journey]:
    by_id = {fold(journey.id): journey for journey in journeys}
    done: set[str] = set()
    for start in by_id:
        chain: list[str] = []
        at: str | None = start
        while at in by_id and at not in done:
            done.add(at)
            chain.append(at)
            base = by_id[at].extends
            at = fold(base) if base else None
        yield from (by_id[name] for name in reversed(chain))
