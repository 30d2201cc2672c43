"""Whatever figures there are: every idea has a number and a place of its own on a scale that holds
it.
"""

from hypothesis import given
from hypothesis import strategies as st

from jmap.model.journey import Journey
from jmap.model.opportunity import Opportunity
from jmap.model.stage import Stage
from jmap.model.workspace import Workspace
from jmap.paint.geometry import Point, Rect
from jmap.pictures.parts.room import Room
from jmap.pictures.parts.spread import spread
from jmap.views.matrix import matrix, scale

SIZE = 26.0
points = st.one_of(
    st.integers(0, 1_000_000_000), st.floats(0, 1e9, allow_nan=False, allow_infinity=False)
)
opportunities = st.builds(
    Opportunity,
    text=st.just("O"),
    impact=st.none() | points,
    effort=st.none() | points,
    reach=st.none() | st.integers(0, 5),
)


@given(st.lists(points, max_size=20))
def test_a_scale_holds_every_value(values: list[float]) -> None:
    found = scale(values)
    assert all(0 <= found.share(value) <= 1 for value in values)
    assert found.low < found.middle < found.high
    assert list(found.ticks) == sorted(set(found.ticks))


@given(st.lists(opportunities, max_size=12))
def test_no_idea_is_lost_and_none_has_two_numbers(items: list[Opportunity]) -> None:
    stage = Stage(id="s", opportunities=tuple(items))
    journey = Journey(id="j", stages=(stage,))
    found = matrix(Workspace(journeys=(journey,)), journey)
    assert len(found.ranked) + len(found.unestimated) == len(items)
    assert [idea.rank for idea in found.ranked] == list(range(1, len(found.ranked) + 1))
    scores = [idea.score for idea in found.ranked if idea.score is not None]
    assert scores == sorted(scores, reverse=True)
    assert all(idea.quadrant is not None for idea in found.ranked)


places = st.builds(Point, st.integers(20, 580), st.integers(20, 380))


@given(st.lists(places, max_size=60))
def test_no_sign_stands_on_another_or_leaves_the_plot(wanted: list[Point]) -> None:
    bounds = Rect(0, 0, 600, 400)
    placed = spread(wanted, SIZE, Room(bounds))
    rects = [Rect(one.stands.x - 13, one.stands.y - 13, SIZE, SIZE) for one in placed]
    assert [one.wanted for one in placed] == wanted
    for at, one in enumerate(rects):
        assert bounds.x <= one.x
        assert bounds.y <= one.y
        assert one.right <= bounds.right
        assert one.bottom <= bounds.bottom
        assert not any(one.overlaps(other) for other in rects[at + 1 :])
