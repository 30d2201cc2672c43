"""Decides which gutters an edge runs through, before any track is known.

Onward edges leave on the right and enter on the left; edges back to an earlier column do the
opposite, so that the direction shows. No leg ever lies where a box is.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from jmap.paint.geometry import Rect
from jmap.pictures.layout.model import Box, Graph
from jmap.pictures.layout.placement import Placement
from jmap.pictures.layout.ports import Port, Side


@dataclass(frozen=True, slots=True)
class Leg:
    """A stretch along one gutter: upright in the gutter left of a column, or level in the one above
    a lane.
    """

    upright: bool
    gutter: int


@dataclass(frozen=True, slots=True)
class Plan:
    """The way of one edge: out of a port, along legs, into a port."""

    start: Port
    end: Port
    legs: tuple[Leg, ...]


class Planner:
    """Plans edge after edge, keeping count of what runs where."""

    def __init__(self, graph: Graph, placement: Placement) -> None:
        self._placement = placement
        self._boxes = {box.id: box for box in graph.boxes}
        self._columns: list[list[Box]] = [[] for _ in graph.columns]
        for box in graph.boxes:
            self._columns[box.column].append(box)
        for column in self._columns:
            column.sort(key=lambda box: self._rect(box).y)
        self._load = [0] * len(placement.lane_gutters)
        self._through: dict[int, list[tuple[Box, Rect]]] = {}

    def plan(self, edge: int, tail: str, head: str) -> Plan:
        """The way of an edge; `edge` is its number."""
        one, other = self._boxes[tail], self._boxes[head]
        if one.column == other.column:
            return self._within_column(edge, one, other)
        if self._is_turn(one, other):
            return self._turn(edge, one, other)
        return self._across(edge, one, other)

    def _within_column(self, edge: int, one: Box, other: Box) -> Plan:
        column = self._columns[one.column]
        step = column.index(other) - column.index(one)
        if abs(step) == 1:
            leave: Side = "bottom" if step > 0 else "top"
            enter: Side = "top" if step > 0 else "bottom"
            return self._ends(edge, one, other, (leave, enter), ())
        side: Side = "right" if step >= 0 else "left"
        leg = Leg(upright=True, gutter=one.column + (step >= 0))
        return self._ends(edge, one, other, (side, side), (leg,))

    def _is_turn(self, one: Box, other: Box) -> bool:
        """Back within a lane, with nothing below either box: the edge turns underneath."""
        if other.column > one.column or one.lane != other.lane:
            return False
        return all(self._is_lowest(box) for box in (one, other))

    def _turn(self, edge: int, one: Box, other: Box) -> Plan:
        gutter = one.lane + 1
        self._load[gutter] += 1
        leg = Leg(upright=False, gutter=gutter)
        return self._ends(edge, one, other, ("bottom", "bottom"), (leg,))

    def _across(self, edge: int, one: Box, other: Box) -> Plan:
        onward = other.column > one.column
        sides: tuple[Side, Side] = ("right", "left") if onward else ("left", "right")
        first, last = one.column + onward, other.column + (not onward)
        if first == last:
            return self._ends(edge, one, other, sides, (Leg(upright=True, gutter=first),))
        for box, gutter in ((one, last), (other, first)):
            if self._is_clear(box, first, last):
                return self._ends(edge, one, other, sides, (Leg(upright=True, gutter=gutter),))
        level = self._lane_gutter(one, other, onward=onward)
        legs = (Leg(True, first), Leg(False, level), Leg(True, last))
        return self._ends(edge, one, other, sides, legs)

    def _is_clear(self, box: Box, first: int, last: int) -> bool:
        """Whether level lines from the box pass all columns between; if so, one is taken.

        The whole height of the box must be free, as its ports are not known yet.
        """
        low, high = min(first, last), max(first, last)
        rect = self._rect(box)
        begin = self._placement.column_gutters[low].start
        end = self._placement.column_gutters[high].end
        way = Rect(begin, rect.y, end - begin, rect.height)
        if any(way.overlaps(self._rect(other)) for other in self._between(low, high)):
            return False
        lane = self._through.setdefault(box.lane, [])
        if any(other is not box and way.overlaps(taken) for other, taken in lane):
            return False
        lane.append((box, way))
        return True

    def _between(self, low: int, high: int) -> Iterator[Box]:
        return (box for column in self._columns[low:high] for box in column)

    def _lane_gutter(self, one: Box, other: Box, *, onward: bool) -> int:
        low, high = sorted((one.lane, other.lane))
        choices = range(low + 1, high + 1) if low < high else (low, low + 1)
        preferred = low if onward else low + 1
        level = min(choices, key=lambda at: (self._load[at], at != preferred, at))
        self._load[level] += 1
        return level

    def _is_lowest(self, box: Box) -> bool:
        cell = [other for other in self._columns[box.column] if other.lane == box.lane]
        return cell[-1] is box

    def _ends(
        self, edge: int, one: Box, other: Box, sides: tuple[Side, Side], legs: tuple[Leg, ...]
    ) -> Plan:
        aims = list(self._aims(one, other, legs))
        start = Port(edge, True, one.id, sides[0], aims[0])
        end = Port(edge, False, other.id, sides[1], aims[1])
        return Plan(start, end, legs)

    def _aims(self, one: Box, other: Box, legs: tuple[Leg, ...]) -> Iterator[float]:
        """Along which coordinate the edge goes on from its start, and comes from at its end."""
        if len(legs) == 3:
            level = self._placement.lane_gutters[legs[1].gutter].middle
            yield from (level, level)
            return
        first, last = self._rect(one).centre, self._rect(other).centre
        upright = not legs or not legs[0].upright
        yield last.x if upright else last.y
        yield first.x if upright else first.y

    def _rect(self, box: Box) -> Rect:
        return self._placement.boxes[box.id]
