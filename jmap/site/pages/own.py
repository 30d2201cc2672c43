"""What a journey says itself, without what it takes over unchanged from the one that it extends."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from jmap.site.atlas import Atlas, Tour
from jmap.site.summary import GapLine, OpportunityLine, PainLine, Spot, StageLine

_Line = TypeVar("_Line", GapLine, OpportunityLine, PainLine)


def own_gaps(atlas: Atlas, tour: Tour) -> Iterator[GapLine]:
    """Its gaps."""
    base = atlas.base(tour)
    return _own(tour.line.gaps, base.line.gaps if base else ())


def own_opportunities(atlas: Atlas, tour: Tour) -> Iterator[OpportunityLine]:
    """Its opportunities."""
    base = atlas.base(tour)
    return _own(tour.line.opportunities, base.line.opportunities if base else ())


def own_pains(atlas: Atlas, tour: Tour) -> Iterator[PainLine]:
    """Its pains."""
    base = atlas.base(tour)
    return _own(tour.line.pains, base.line.pains if base else ())


def own_stages(atlas: Atlas, tour: Tour) -> Iterator[StageLine]:
    """Its stages."""
    base = atlas.base(tour)
    known = {_stage_apart(stage) for stage in base.line.stages} if base else set()
    return (stage for stage in tour.line.stages if _stage_apart(stage) not in known)


def _own(lines: Iterable[_Line], inherited: Iterable[_Line]) -> Iterator[_Line]:
    known = [_apart(line) for line in inherited]
    return (line for line in lines if not known or _apart(line) not in known)


def _stage_apart(stage: StageLine) -> StageLine:
    return replace(stage, anchor=stage.anchor.partition(".")[2])


def _apart(line: _Line) -> _Line:
    """A line apart from its journey, and from the titles of its place, which may be restated."""
    inside = line.spot.anchor.partition(".")[2]
    return replace(line, spot=Spot(inside, "", ""))
