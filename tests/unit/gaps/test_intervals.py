"""Intervals against independently computed figures."""

import pytest

from jmap.gaps import Interval, nps_difference, nps_interval, nps_sample, wilson
from jmap.model.quantity import Triple


def shown(interval: Interval) -> tuple[float, float]:
    return round(interval.low, 1), round(interval.high, 1)


@pytest.mark.parametrize(
    ("part", "whole", "low", "high"),
    [
        (8, 10, 49.0, 94.3),
        (80, 100, 71.1, 86.7),
        (10, 10, 72.2, 100.0),
        (7, 50, 7.0, 26.2),
        (412, 640, 60.6, 68.0),
        (1974, 4200, 45.5, 48.5),
        (511, 902, 53.4, 59.9),
        (27, 41, 50.5, 78.4),
        (19, 31, 43.8, 76.3),
        (47, 60, 66.4, 86.9),
        (1206, 1774, 65.8, 70.1),
        (0, 10, 0.0, 27.8),
    ],
)
def test_wilson(part: int, whole: int, low: float, high: float) -> None:
    assert shown(wilson(part, whole)) == (low, high)


def test_unanimous_answers_end_exactly_at_the_edge() -> None:
    assert {wilson(0, whole).low for whole in range(1, 200)} == {0}
    assert {wilson(whole, whole).high for whole in range(1, 200)} == {100}


@pytest.mark.parametrize(("part", "whole"), [(0, 0), (1, 0), (-1, 5), (6, 5)])
def test_no_share_no_interval(part: int, whole: int) -> None:
    with pytest.raises(ValueError, match="no part"):
        wilson(part, whole)


@pytest.mark.parametrize(
    ("counts", "low", "high"),
    [
        ((5, 3, 2), -19.1, 65.2),
        ((10, 0, 0), 47.5, 100.0),
        ((50, 30, 20), 14.1, 44.2),
        ((210, 140, 150), 4.6, 19.3),
        ((31, 40, 49), -28.8, -0.5),
        ((63, 58, 39), 2.7, 26.7),
        ((0, 0, 10), -100.0, -47.5),
    ],
)
def test_net_promoter_score(counts: tuple[int, int, int], low: float, high: float) -> None:
    assert shown(nps_interval(*counts)) == (low, high)


@pytest.mark.parametrize(
    ("sample", "reach"),
    [(10, 43), (30, 28), (50, 22), (100, 16), (200, 11), (400, 8), (1000, 5)],
)
def test_the_reach_of_a_score_near_20(sample: int, reach: int) -> None:
    interval = nps_interval(0.455 * sample, 0.29 * sample, 0.255 * sample)
    assert round(interval.half_width) == reach


@pytest.mark.parametrize("counts", [(0, 0, 0), (-1, 5, 5)])
def test_no_answers_no_score(counts: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="needs answers"):
        nps_interval(*counts)


def test_a_rise_of_23_points_may_be_noise() -> None:
    before, after = Triple(12, 9, 9), Triple(16, 8, 6)
    assert (round(before.magnitude), round(after.magnitude)) == (10, 33)
    assert round(nps_difference(before, after), 2) == 1.07
    assert nps_difference(after, before) == pytest.approx(-nps_difference(before, after))
    assert nps_difference(before, before) == 0


@pytest.mark.parametrize(("margin", "sample"), [(10, 381), (5, 1534)])
def test_answers_needed_at_worst(margin: float, sample: int) -> None:
    assert nps_sample(margin) == sample
    half = sample / 2
    assert nps_interval(half, 0, half).half_width == pytest.approx(margin, rel=0.001, abs=0.05)


def test_a_margin_is_positive() -> None:
    with pytest.raises(ValueError, match="positive"):
        nps_sample(0)
