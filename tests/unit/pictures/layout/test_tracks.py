"""Stretches that overlap never share a track, and the order of tracks avoids crossings."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jmap.pictures.layout.tracks import Stretch, assign

STRETCHES = st.lists(
    st.tuples(st.integers(0, 300), st.integers(0, 300), st.sampled_from([-1, 1])).filter(
        lambda made: made[0] != made[1]
    ),
    min_size=1,
    max_size=25,
)


def check_apart(stretches: list[Stretch]) -> None:
    tracks = assign(stretches)
    assert len(tracks) == len(stretches)
    assert min(tracks.values()) == 0
    for one, other in combinations(stretches, 2):
        if one.low <= other.high and other.low <= one.high:
            assert tracks[one.edge, one.leg] != tracks[other.edge, other.leg]


@given(STRETCHES)
def test_overlapping_stretches_have_tracks_of_their_own(made: list[tuple[int, int, int]]) -> None:
    check_apart([Stretch(at, 0, a, b, side, -side) for at, (a, b, side) in enumerate(made)])


def test_a_very_full_gutter() -> None:
    check_apart([Stretch(at, 0, at, at + 900, -1, 1) for at in range(201)])
    shared = assign([Stretch(at, 0, at * 30, at * 30 + 5, -1, 1) for at in range(300)])
    assert set(shared.values()) == {0}


@pytest.mark.parametrize("down", [True, False])
def test_parallel_edges_do_not_cross(*, down: bool) -> None:
    first, second = (0, 100), (50, 150)
    if not down:
        first, second = (100, 0), (150, 50)
    tracks = assign([Stretch(0, 0, *first, -1, 1), Stretch(1, 0, *second, -1, 1)])
    assert (tracks[1, 0] < tracks[0, 0]) is down
