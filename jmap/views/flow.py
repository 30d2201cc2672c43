"""The paths of a journey as a flow: which touchpoints follow each other, on whose way, where ways
part, meet and turn back.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from jmap.model.journey import Journey
from jmap.model.workspace import Workspace
from jmap.views.grid import Card, Map, Route, Step, journey_map


@dataclass(frozen=True, slots=True)
class Stop:
    """A touchpoint that some path visits."""

    card: Card
    depth: int
    """How many touchpoints of its stage some path visits before it."""
    ways: tuple[int, ...]
    """The ways that visit it, by their place in the flow."""


@dataclass(frozen=True, slots=True)
class Hop:
    """One step of a way, from the touchpoint before; both by their place among the stops."""

    way: int
    number: int
    """Which step of its way it leads to, from 1 for the first touchpoint."""
    tail: int
    head: int
    text: str
    """What happens on this step; empty where nothing is said."""
    back: bool
    """Whether it leads back to, or stays at, what comes no later in the journey."""


@dataclass(frozen=True, slots=True)
class Way:
    """A path, or the order in which touchpoints are written where there is none."""

    route: Route | None
    steps: tuple[Step, ...]
    """The steps at touchpoints that exist."""

    @property
    def negative(self) -> bool:
        """Whether things go wrong on it."""
        return self.route is not None and self.route.negative


@dataclass(frozen=True, slots=True)
class Flow:
    """The ways through one journey."""

    chart: Map
    ways: tuple[Way, ...]
    stops: tuple[Stop, ...]
    """By stage, then in the order in which they are first visited."""
    hops: tuple[Hop, ...]
    apart: tuple[Card, ...]
    """The touchpoints on no path."""

    @property
    def parting(self) -> tuple[Stop, ...]:
        """Where customers go on to more than one touchpoint."""
        return self._among((hop.tail, hop.head) for hop in self.hops)

    @property
    def meeting(self) -> tuple[Stop, ...]:
        """What customers come to from more than one touchpoint."""
        return self._among((hop.head, hop.tail) for hop in self.hops)

    @property
    def turns(self) -> tuple[Hop, ...]:
        """The steps that lead back."""
        return tuple(hop for hop in self.hops if hop.back)

    def _among(self, pairs: Iterable[tuple[int, int]]) -> tuple[Stop, ...]:
        found: dict[int, set[int]] = {}
        for at, other in pairs:
            found.setdefault(at, set()).add(other)
        return tuple(stop for at, stop in enumerate(self.stops) if len(found.get(at, ())) > 1)


def flow(workspace: Workspace, journey: Journey) -> Flow:
    """The flow of one journey. Without paths, its touchpoints are one way in the order written."""
    chart = journey_map(workspace, journey)
    ways = tuple(_ways(chart))
    number = {id(card): at for at, card in enumerate(chart.cards)}
    visits = [[number[id(step.card)] for step in way.steps] for way in ways]
    cards = _visited(chart.cards, visits)
    place = {card: at for at, card in enumerate(cards)}
    rows = [[place[card] for card in visited] for visited in visits]
    depths = _depths([chart.cards[card].column for card in cards], rows)
    stops = tuple(
        Stop(chart.cards[card], depths[at], tuple(_ways_at(at, rows)))
        for at, card in enumerate(cards)
    )
    apart = tuple(card for at, card in enumerate(chart.cards) if at not in place)
    return Flow(chart, ways, stops, tuple(_hops(ways, rows, stops)), apart)


def _ways(chart: Map) -> Iterator[Way]:
    for route in chart.routes:
        yield Way(route, tuple(step for step in route.steps if step.card is not None))
    if not chart.routes:
        yield Way(None, tuple(Step(card, card.title, "") for card in chart.cards))


def _ways_at(stop: int, rows: Sequence[Sequence[int]]) -> Iterator[int]:
    return (at for at, row in enumerate(rows) if stop in row)


def _visited(cards: Sequence[Card], visits: Sequence[Sequence[int]]) -> list[int]:
    """The cards that are visited, by stage, then by how early a way comes to them."""
    first: dict[int, tuple[int, int]] = {}
    for way, visited in enumerate(visits):
        for step, card in enumerate(visited):
            first.setdefault(card, (way, step))
    return sorted(first, key=lambda card: (cards[card].column, first[card]))


def _depths(columns: Sequence[int], rows: Sequence[Sequence[int]]) -> list[int]:
    """The longest way to each stop from the first of its stage; every step within a stage counts
    from the stop that is visited earlier to the later one, so that loops end.
    """
    before: dict[int, set[int]] = {}
    for row in rows:
        for pair in pairwise(row):
            early, late = sorted(pair)
            if early != late and columns[early] == columns[late]:
                before.setdefault(late, set()).add(early)
    depths: list[int] = []
    for at in range(len(columns)):
        depths.append(max((depths[early] + 1 for early in before.get(at, ())), default=0))
    return depths


def _hops(
    ways: Sequence[Way], rows: Sequence[Sequence[int]], stops: Sequence[Stop]
) -> Iterator[Hop]:
    for at, (way, row) in enumerate(zip(ways, rows, strict=True)):
        for number, (tail, head) in enumerate(pairwise(row), start=2):
            back = _place(stops[head]) <= _place(stops[tail])
            yield Hop(at, number, tail, head, way.steps[number - 1].text, back)


def _place(stop: Stop) -> tuple[int, int]:
    return stop.card.column, stop.depth
