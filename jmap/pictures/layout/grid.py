"""A grid of boxes with edges that run in its gutters, each on a track of its own, like the lines of
a metro.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from jmap.paint.geometry import Point
from jmap.pictures.layout.model import Engine, Extent, Graph, Layout, Route
from jmap.pictures.layout.placement import Placement, least_gutters, place
from jmap.pictures.layout.plan import Leg, Plan, Planner
from jmap.pictures.layout.ports import Port, offsets, place_port
from jmap.pictures.layout.tracks import Stretch, assign

_PITCH = 10.0
_WIDEST = 240.0


@dataclass(frozen=True, slots=True)
class _Tracks:
    """Where each leg runs within its gutter, and how many tracks each gutter has."""

    of: dict[tuple[int, int], int]
    counts: dict[Leg, int]


def lay_out_grid(
    graph: Graph, heights: Mapping[str, float], engine: Engine, warning: str | None = None
) -> Layout:
    """Lay the graph out, boxes standing at `heights` in their lanes: set out, route, widen the
    gutters.
    """
    across, down = least_gutters(graph)
    draft = place(graph, heights, across, down)
    planner = Planner(graph, draft)
    plans = [planner.plan(at, edge.tail, edge.head) for at, edge in enumerate(graph.edges)]
    ports = [port for plan in plans for port in (plan.start, plan.end)]
    shifts = offsets(ports, draft.boxes)
    tracks = _assign(plans, shifts, draft)
    across = [_grown(Leg(True, at), width, tracks) for at, width in enumerate(across)]
    down = [_grown(Leg(False, at), height, tracks) for at, height in enumerate(down)]
    final = place(graph, heights, across, down)
    routes = tuple(
        Route(edge.id, _points(at, plan, shifts, tracks, final))
        for at, (edge, plan) in enumerate(zip(graph.edges, plans, strict=True))
    )
    return Layout(
        final.boxes, final.columns, final.lanes, routes, final.width, final.height, engine, warning
    )


def _grown(leg: Leg, least: float, tracks: _Tracks) -> float:
    return max(least, min(_WIDEST, (tracks.counts.get(leg, 0) + 1) * _PITCH))


def _assign(plans: Sequence[Plan], shifts: dict[Port, float], draft: Placement) -> _Tracks:
    gutters: dict[Leg, list[Stretch]] = {}
    for at, plan in enumerate(plans):
        corners = _corners(plan, shifts, draft, [_middle(leg, draft) for leg in plan.legs])
        for number, leg in enumerate(plan.legs):
            stretch = _stretch(at, number, leg, corners[number : number + 4])
            if stretch is not None:
                gutters.setdefault(leg, []).append(stretch)
    of: dict[tuple[int, int], int] = {}
    counts: dict[Leg, int] = {}
    for leg, stretches in gutters.items():
        assigned = assign(stretches)
        of |= assigned
        counts[leg] = max(assigned.values()) + 1
    return _Tracks(of, counts)


def _stretch(edge: int, number: int, leg: Leg, corners: Sequence[Point]) -> Stretch | None:
    """The stretch between the middle two of four corners; None where the edge runs straight."""
    along = [point.y if leg.upright else point.x for point in corners]
    beside = [point.x if leg.upright else point.y for point in corners]
    if along[1] == along[2]:
        return None
    before = 1 if beside[0] > beside[1] else -1
    after = 1 if beside[3] > beside[2] else -1
    return Stretch(edge, number, along[1], along[2], before, after)


def _points(
    at: int, plan: Plan, shifts: dict[Port, float], tracks: _Tracks, final: Placement
) -> tuple[Point, ...]:
    places = [
        _track(leg, tracks.of.get((at, number)), tracks, final)
        for number, leg in enumerate(plan.legs)
    ]
    corners = _corners(plan, shifts, final, places)
    return _straightened([Point(round(point.x, 1), round(point.y, 1)) for point in corners])


def _corners(
    plan: Plan, shifts: dict[Port, float], placement: Placement, places: Sequence[float]
) -> list[Point]:
    """The start, a corner at each end of every leg, and the end; without legs, a straight line."""
    start = place_port(plan.start, shifts[plan.start], placement.boxes[plan.start.box])
    end = place_port(plan.end, shifts[plan.end], placement.boxes[plan.end.box])
    if not plan.legs:
        x = min(start.x, end.x, key=lambda at: abs(at - placement.boxes[plan.end.box].centre.x))
        return [Point(x, start.y), Point(x, end.y)]
    corners = [start]
    for leg, spot in zip(plan.legs, places, strict=True):
        last = corners[-1]
        corners.append(Point(spot, last.y) if leg.upright else Point(last.x, spot))
    last = corners[-1]
    corners.append(Point(last.x, end.y) if plan.legs[-1].upright else Point(end.x, last.y))
    return [*corners, end]


def _gutter(leg: Leg, placement: Placement) -> Extent:
    gutters = placement.column_gutters if leg.upright else placement.lane_gutters
    return gutters[leg.gutter]


def _middle(leg: Leg, placement: Placement) -> float:
    return _gutter(leg, placement).middle


def _track(leg: Leg, track: int | None, tracks: _Tracks, placement: Placement) -> float:
    gutter = _gutter(leg, placement)
    if track is None:
        return gutter.middle
    count = tracks.counts[leg]
    pitch = min(_PITCH, gutter.length / (count + 1))
    return gutter.middle + (track - (count - 1) / 2) * pitch


def _straightened(points: Sequence[Point]) -> tuple[Point, ...]:
    """The points without those that lie on the line between their neighbours."""
    kept = list(points[:1])
    for point, following in pairwise(points[1:]):
        level = kept[-1].y == point.y == following.y
        upright = kept[-1].x == point.x == following.x
        if not (level or upright) and point != kept[-1]:
            kept.append(point)
    return (*kept, points[-1])
