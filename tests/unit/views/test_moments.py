"""The moments of a curve that stand out, and the places that its people share."""

import pytest

from jmap.views.curve import Curve, Mood, spots
from jmap.views.moments import best, moments, weakest


def curve(*levels: int, persona: str = "") -> Curve:
    moods = (Mood(at + 0.5, level, "", f"j.s{at}", f"T{at}") for at, level in enumerate(levels))
    return Curve(persona, tuple(moods))


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ((1, 0, -1), {0: ("peak",), 2: ("lowest", "end")}),
        ((0, 2, 2, -2, -2, 0), {1: ("peak",), 3: ("lowest",), 5: ("end",)}),
        ((0, 2), {1: ("peak", "end")}),
        ((-1, 0), {0: ("lowest",), 1: ("end",)}),
        ((1, 2, 1), {1: ("peak",), 2: ("end",)}),
        ((1, 1), {1: ("end",)}),
        ((-2,), {0: ("end",)}),
        ((), {}),
    ],
)
def test_the_first_of_equals_stands_out(
    levels: tuple[int, ...], expected: dict[int, tuple[str, ...]]
) -> None:
    found = moments(curve(*levels))
    assert {moment.place: moment.standings for moment in found} == expected
    assert [moment.place for moment in found] == sorted(expected)
    assert all(moment.mood.level == levels[moment.place] for moment in found)


def test_best_and_weakest_are_what_the_moments_say() -> None:
    moved = curve(-1, 2, 2, -1)
    assert best(moved) is moved.moods[1]
    assert weakest(moved) is moved.moods[0]
    assert best(curve(-1, -1)) is None
    assert weakest(curve(0, 1)) is None


def test_spots_follow_the_journey_and_not_the_first_person() -> None:
    one = Curve("A", (Mood(0.5, 1, "", "j.a", "A"), Mood(2.5, 0, "", "j.c", "C")))
    other = Curve("B", (Mood(1.5, -1, "", "j.b", "B"), Mood(2.5, -2, "", "j.c", "C")))
    found = spots((one, other), ["j.a", "j.x", "j.b", "j.c"])
    assert [spot.key for spot in found] == ["j.a", "j.b", "j.c"]
    assert [spot.column for spot in found] == [0, 1, 2]
    assert found[0].moods == ((one.moods[0],), ())
    assert found[2].moods == ((one.moods[1],), (other.moods[1],))
