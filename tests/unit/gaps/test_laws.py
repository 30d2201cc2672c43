"""What holds for whatever numbers a map gives."""

from dataclasses import replace
from math import copysign
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jmap.gaps import (
    Gap,
    gaps_of,
    interval_attainment,
    nps_interval,
    ranked,
    ratio_attainment,
    stage_score,
    wilson,
)
from jmap.model.journey import Journey
from jmap.model.lines import Importance
from jmap.model.measure import Measure
from jmap.model.quantity import Bounds, Count, Duration, Percent, Quantity, Ratio, Score, Triple
from jmap.model.stage import Stage
from jmap.model.touchpoint import Touchpoint
from jmap.model.workspace import Workspace

AMOUNTS = st.floats(0, 1e12) | st.integers(0, 10**12)
DIRECTIONS = st.sampled_from((1, -1))
SCALE = Bounds(1, 5)
MARKS = st.floats(1, 5)

QUANTITIES: st.SearchStrategy[Quantity] = st.one_of(
    st.builds(Score, st.integers(-2, 12)),
    st.builds(Percent, st.integers(-5, 120)),
    st.builds(Duration, st.integers(0, 90), st.sampled_from(("s", "h", "wd"))),
    st.builds(Count, st.integers(0, 9), st.sampled_from(("clicks", "pages"))),
    st.builds(lambda part, more: Ratio(part, part + more), st.integers(0, 9), st.integers(1, 9)),
    st.builds(Triple, st.integers(0, 9), st.integers(0, 9), st.integers(1, 9)),
)
LEVELS: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {name: st.none() | QUANTITIES for name in ("current", "desired", "intended")}
    | {"better": st.none() | st.sampled_from(("higher", "lower"))}
)


@st.composite
def gaps(draw: st.DrawFn) -> tuple[Gap, ...]:
    """The gaps of a journey with one stage of several touchpoints."""
    touchpoints = tuple(
        Touchpoint(
            id=f"t{at}",
            channel=draw(st.sampled_from((None, "web", "phone"))),
            moment_of_truth=draw(st.booleans()),
            importance=draw(st.none() | st.builds(Importance, st.integers(1, 5))),
            measures=tuple(
                Measure(metric=f"m{number}", **draw(LEVELS))
                for number in range(draw(st.integers(0, 2)))
            ),
            **draw(LEVELS),
        )
        for at in range(draw(st.integers(1, 4)))
    )
    journey = Journey(id="j", stages=(Stage(id="s", touchpoints=touchpoints),))
    return gaps_of(Workspace(journeys=(journey,)), journey)


@given(AMOUNTS, AMOUNTS, AMOUNTS, DIRECTIONS)
def test_a_ratio_attainment_grows_with_what_is_given(
    one: float, other: float, desired: float, direction: int
) -> None:
    worse, better = sorted((one, other), key=lambda actual: direction * actual)
    low = ratio_attainment(worse, desired, direction)
    high = ratio_attainment(better, desired, direction)
    assert low is not None
    assert high is not None
    assert 0 <= low <= high <= 1


@given(MARKS, MARKS, MARKS, DIRECTIONS)
def test_an_interval_attainment_grows_with_what_is_given(
    one: float, other: float, desired: float, direction: int
) -> None:
    worse, better = sorted((one, other), key=lambda actual: direction * actual)
    low = interval_attainment(worse, desired, direction, SCALE)
    high = interval_attainment(better, desired, direction, SCALE)
    assert low is not None
    assert high is not None
    assert 0 <= low <= high <= 1


@given(MARKS, MARKS)
def test_a_scale_read_from_the_other_end_is_the_same(actual: float, desired: float) -> None:
    turned = interval_attainment(-actual, -desired, -1, Bounds(-5, -1))
    assert interval_attainment(actual, desired, 1, SCALE) == turned


@given(AMOUNTS, DIRECTIONS)
def test_who_gets_what_they_want_has_all_of_it(wish: float, direction: int) -> None:
    assert ratio_attainment(wish, wish, direction) == 1


@given(gaps())
def test_a_gap_is_consistent(found: tuple[Gap, ...]) -> None:
    for gap in found:
        assert (gap.experience is None) == bool(gap.why_unknown)
        unweighed = gap.experience is not None and gap.attainment is None
        assert unweighed == bool(gap.why_unweighed)
        if gap.actual is None or gap.desired is None:
            assert gap.experience is None
        if gap.experience is None:
            assert gap.attainment is None
        if gap.attainment is None:
            assert gap.weighted is None
        else:
            assert 0 <= gap.attainment <= 1
            assert gap.weighted == gap.importance * (1 - gap.attainment)
            assert (gap.attainment == 1) == (gap.experience is not None and gap.experience >= 0)


@given(gaps())
def test_distances_add_up_and_have_no_negative_zero(found: tuple[Gap, ...]) -> None:
    for gap in found:
        distances = (gap.experience, gap.delivery, gap.design)
        for distance in distances:
            assert distance is None or distance != 0 or copysign(1, distance) == 1
        experience, delivery, design = distances
        if experience is not None and delivery is not None and design is not None:
            assert experience == pytest.approx(delivery + design)


@given(gaps(), st.randoms(use_true_random=False))
def test_a_ranking_is_total_and_stable(found: tuple[Gap, ...], random: Random) -> None:
    first = ranked(found)
    assert sorted(map(id, first)) == sorted(map(id, found))
    assert ranked(first) == first
    known = [gap for gap in first if gap.weighted is not None]
    shuffled = list(found)
    random.shuffle(shuffled)
    assert [gap for gap in ranked(shuffled) if gap.weighted is not None] == known
    assert first[: len(known)] == tuple(known)
    unknown = [gap for gap in found if gap.weighted is None]
    assert list(first[len(known) :]) == unknown
    weights = [gap.weighted or 0 for gap in known]
    assert weights == pytest.approx(sorted(weights, reverse=True))


@given(gaps())
def test_a_stage_is_as_good_as_what_is_in_it(found: tuple[Gap, ...]) -> None:
    stage = found[0].stage
    assert stage is not None
    score = stage_score(stage, found)
    if score.mean is None or score.minimum is None or score.weakest is None:
        assert all(gap.attainment is None for gap in found)
        return
    assert 0 <= score.minimum <= score.mean + 1e-9
    assert score.mean <= 1
    assert score.weakest.attainment is not None
    assert score.weakest.attainment <= score.minimum + 1e-9


@given(st.integers(0, 500), st.integers(0, 500))
def test_a_share_lies_in_its_interval(part: int, more: int) -> None:
    whole = part + more + 1
    interval = wilson(part, whole)
    assert 0 <= interval.low <= 100 * part / whole <= interval.high <= 100
    assert interval.low < interval.high


@given(st.integers(0, 500), st.integers(0, 500), st.integers(1, 500))
def test_a_score_has_an_interval_of_some_width(
    promoters: int, passives: int, detractors: int
) -> None:
    interval = nps_interval(promoters, passives, detractors)
    turned = nps_interval(detractors, passives, promoters)
    assert -100 <= interval.low < interval.high <= 100
    assert interval.low == pytest.approx(-turned.high)


def test_ties() -> None:
    def touchpoint(name: str, importance: int, current: int, *, truth: bool) -> Touchpoint:
        return Touchpoint(
            id=name,
            importance=Importance(importance),
            current=Percent(current),
            desired=Percent(100),
            moment_of_truth=truth,
        )

    touchpoints = (
        touchpoint("unknown", 5, 0, truth=True).model_copy(update={"desired": None}),
        touchpoint("good", 5, 100, truth=False),
        touchpoint("later", 4, 50, truth=False),
        touchpoint("earlier", 4, 50, truth=False),
        touchpoint("truth", 4, 50, truth=True),
        touchpoint("smaller", 5, 60, truth=True),
        touchpoint("largest", 5, 50, truth=False),
    )
    journey = Journey(id="j", stages=(Stage(id="s", touchpoints=touchpoints),))
    found = gaps_of(Workspace(journeys=(journey,)), journey)
    assert [gap.touchpoint.id for gap in ranked(found) if gap.touchpoint] == [
        "largest",
        "truth",
        "earlier",
        "later",
        "smaller",
        "good",
        "unknown",
    ]
    assert ranked(replace(gap, weighted=None) for gap in found) == tuple(
        replace(gap, weighted=None) for gap in found
    )
