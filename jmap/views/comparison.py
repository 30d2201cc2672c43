"""A journey as it is beside the same journey as it should be: what stays, what goes, what is new,
and how much of each gap that closes.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from typing import Literal

from jmap.gaps import Gap
from jmap.model.forms import AdHoc
from jmap.model.index import index
from jmap.model.journey import Journey
from jmap.model.stage import Stage
from jmap.model.workspace import Workspace
from jmap.syntax.fold import fold
from jmap.views.difference import Difference, differences
from jmap.views.facts import Fact, Part
from jmap.views.grid import Card, Column, Map, Route, journey_map
from jmap.views.matched import Matched, same_parts, woven
from jmap.views.outlook import outlook
from jmap.views.shift import Attainment, Outcome, Shift

Change = Literal["new", "gone", "changed", "same"]
"""What became of a part: ``gone`` is also what is retired and was not."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A touchpoint before and after; one side is missing where it is new or gone."""

    change: Change
    before: Card | None
    after: Card | None
    shift: Shift
    """Of the touchpoint's own gap."""
    measures: tuple[Shift, ...]
    differences: tuple[Difference, ...]

    @property
    def card(self) -> Card:
        """The side by which it is called: the one after, where there is one."""
        card = self.after or self.before
        assert card is not None
        return card


@dataclass(frozen=True, slots=True)
class StagePair:
    """A stage before and after, with its touchpoints."""

    change: Change
    before: Column | None
    after: Column | None
    pairs: tuple[Pair, ...]
    measures: tuple[Shift, ...]
    differences: tuple[Difference, ...]

    @property
    def column(self) -> Column:
        """The side by which it is called: the one after, where there is one."""
        column = self.after or self.before
        assert column is not None
        return column


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two journeys side by side."""

    before: Map
    after: Map
    stages: tuple[StagePair, ...]
    measures: tuple[Shift, ...]
    """Those of the whole journey."""
    differences: tuple[Difference, ...]
    metrics: Mapping[str, str]
    """What people call each declared metric, by its folded id."""

    @property
    def pairs(self) -> Iterator[Pair]:
        """All touchpoints, stage by stage."""
        return (pair for stage in self.stages for pair in stage.pairs)

    @property
    def shifts(self) -> Iterator[Shift]:
        """Every gap, in the order of the map."""
        for stage in self.stages:
            yield from stage.measures
            for pair in stage.pairs:
                yield pair.shift
                yield from pair.measures
        yield from self.measures

    def count(self, *outcomes: Outcome) -> int:
        """How many gaps came to one of some outcomes."""
        return sum(shift.outcome in outcomes for shift in self.shifts)

    @property
    def attainment(self) -> Attainment | None:
        """The mean attainment on both sides, of what is known on both: like with like."""
        known = [
            (shift.before.attainment, shift.after.attainment)
            for shift in self.shifts
            if shift.before and shift.after
        ]
        both = [(old, new) for old, new in known if old is not None and new is not None]
        if not both:
            return None
        old, new = (fsum(side) / len(both) for side in zip(*both, strict=True))
        return Attainment(old, new, len(both))


_MOVED = ("closed", "narrowed", "widened", "opened")


def base_of(workspace: Workspace, journey: Journey) -> Journey | None:
    """The journey that a journey extends; none where it extends none that is there."""
    if not journey.extends:
        return None
    name = fold(journey.extends)
    found = (other for other in workspace.journeys if fold(other.id) == name)
    return next((other for other in found if other is not journey), None)


def comparison(
    workspace: Workspace, before: Journey, after: Journey, *, earlier: Workspace | None = None
) -> Comparison:
    """Two journeys side by side: stages and touchpoints by id, or by the id they had (``was``), in
    the order of the later journey, what is gone where it stood. `earlier` is the workspace of the
    first where that is another one.

    In a journey of the future, what customers will get is what is intended, unless it states a
    level of its own.
    """
    old = journey_map(earlier or workspace, before)
    new = journey_map(workspace, after)
    promised = outlook(workspace, new) if after.state == "future" else {}
    metrics = index(workspace).labels.get("metric", {})
    return _Sides(old, new, promised, _twins(old, new), metrics).compared()


@dataclass(frozen=True, slots=True)
class _Sides:
    """Both maps, the gaps there will be, and the cards that show one touchpoint."""

    old: Map
    new: Map
    promised: Mapping[int, Gap]
    """The gaps there will be once we give what we intend, by the identity of the gap as written."""
    twins: tuple[Matched[Card], ...]
    metrics: Mapping[str, str]

    def compared(self) -> Comparison:
        old, new = self.old, self.new
        stages = ([one.stage for one in side.columns] for side in (old, new))
        return Comparison(
            before=old,
            after=new,
            stages=tuple(map(self._stage, woven(old.columns, new.columns, same_parts(*stages)))),
            measures=self._shifts(_at(old, None), _at(new, None)),
            differences=(*differences(old.facts, new.facts), *self._paths()),
            metrics=self.metrics,
        )

    def _stage(self, match: Matched[Column]) -> StagePair:
        before, after = match.before, match.after
        told = differences(self._facts(before), self._facts(after)) if before and after else ()
        pairs = tuple(self._pair(one) for one in self._here(match))
        measures = self._shifts(
            _at(self.old, before.stage) if before else (),
            _at(self.new, after.stage) if after else (),
        )
        change = _change(told, before=before is not None, after=after is not None)
        if change == "same" and any(pair.change != "same" for pair in pairs):
            change = "changed"
        return StagePair(change, before, after, pairs, measures, told)

    def _facts(self, column: Column) -> tuple[Fact, ...]:
        title = self.new.label("comparison-title")
        return (Fact("title", title, (Part("text", column.title),)), *column.facts)

    def _here(self, match: Matched[Column]) -> Iterator[Matched[Card]]:
        """The touchpoints of a stage, and those that were there and are nowhere now."""
        for twin in self.twins:
            stage = match.after if twin.after else match.before
            card = twin.after or twin.before
            if stage and card and card.stage is stage.stage:
                yield twin

    def _pair(self, twin: Matched[Card]) -> Pair:
        before, after = twin.before, twin.after
        told = self._told(before, after) if before and after else ()
        change = _change(told, before=_is_there(before), after=_is_there(after))
        gone = change == "gone"
        shifts = self._shifts(_of_card(before), () if gone else _of_card(after))
        if change == "same" and any(shift.outcome in _MOVED for shift in shifts):
            change = "changed"
        return Pair(change, before, after, shifts[0], shifts[1:], told)

    def _told(self, before: Card, after: Card) -> tuple[Difference, ...]:
        words = {"title": "comparison-title", "channel": "comparison-channel"}
        own = [
            Difference(word, self.new.label(key), (getattr(before, word),), (getattr(after, word),))
            for word, key in words.items()
            if getattr(before, word) != getattr(after, word)
        ]
        if fold(before.stage.id) not in (fold(after.stage.id), fold(after.stage.was or "")):
            stages = ((before.stage.label,), (after.stage.label,))
            own.append(Difference("stage", self.new.label("comparison-stage"), *stages))
        return (*own, *differences(before.facts, after.facts))

    def _paths(self) -> Iterator[Difference]:
        """The paths that are new, gone, or lead another way."""
        old, new = self.old.routes, self.new.routes
        same = same_parts([route.path for route in old], [route.path for route in new])
        for match in woven(old, new, same):
            before, after = match.before, match.after
            if before is None or after is None or self._way(before) != self._way(after):
                route = after or before
                assert route is not None
                yield Difference("path", route.title, _steps(before), _steps(after))

    def _way(self, route: Route) -> list[tuple[str, str]]:
        """The steps of a path by the addresses after, whatever touchpoints were called before."""
        now = {twin.before.key: twin.after.key for twin in self.twins if twin.before and twin.after}
        keys = [step.card.key if step.card else step.title for step in route.steps]
        texts = (step.text for step in route.steps)
        return [(now.get(key, key), text) for key, text in zip(keys, texts, strict=True)]

    def _shifts(self, olds: Iterable[Gap], news: Iterable[Gap]) -> tuple[Shift, ...]:
        """Gaps by what is measured, in the order after."""
        before = {_metric(gap): gap for gap in olds}
        after = {_metric(gap): gap for gap in news}
        found = [self._shift(before.get(key), gap) for key, gap in after.items()]
        return (*found, *(Shift(gap, None) for key, gap in before.items() if key not in after))

    def _shift(self, before: Gap | None, after: Gap) -> Shift:
        """A level that the later side states itself counts before what it intends."""
        own = after.actual is not None and (before is None or before.actual != after.actual)
        promised = self.promised.get(id(after))
        if promised is None or own or promised.actual == after.actual:
            return Shift(before, after)
        return Shift(before, promised, planned=True)


def _twins(old: Map, new: Map) -> tuple[Matched[Card], ...]:
    sides = ([card.touchpoint for card in side.cards] for side in (old, new))
    return tuple(woven(old.cards, new.cards, same_parts(*sides)))


def _is_there(card: Card | None) -> bool:
    return card is not None and card.touchpoint.status != "retired"


def _change(told: Sequence[Difference], *, before: bool, after: bool) -> Change:
    if before != after:
        return "new" if after else "gone"
    return "changed" if told else "same"


def _of_card(card: Card | None) -> tuple[Gap, ...]:
    return (card.gap, *card.measures) if card else ()


def _at(chart: Map, stage: Stage | None) -> tuple[Gap, ...]:
    """The gaps of measures of a stage itself, or of the journey."""
    return tuple(gap for gap in chart.gaps if gap.stage is stage and gap.touchpoint is None)


def _metric(gap: Gap) -> str:
    if gap.measure is None:
        return ""
    metric = gap.measure.metric
    return f'"{metric.name}"' if isinstance(metric, AdHoc) else fold(metric)


def _steps(route: Route | None) -> tuple[str, ...]:
    if route is None:
        return ()
    return tuple(f"{step.title}: {step.text}" if step.text else step.title for step in route.steps)
