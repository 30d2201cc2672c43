"""What a row of feelings comes to."""

import pytest

from jmap.gaps import MoodSummary, mood_summary


@pytest.mark.parametrize(
    ("levels", "found"),
    [
        ((0, -1, -2, 1), MoodSummary(-2, 1, -0.5, 0.25)),
        ((-1, 2), MoodSummary(-1, 2, 2.0, 0.5)),
        ((2, -2, 0), MoodSummary(-2, 0, -1.0, 1 / 3)),
        ((1,), MoodSummary(1, 1, 1.0, 1.0)),
        ((0, 0), MoodSummary(0, 0, 0.0, 0.0)),
    ],
)
def test_moods(levels: tuple[int, ...], found: MoodSummary) -> None:
    assert mood_summary(levels) == found


def test_no_feelings_say_nothing() -> None:
    assert mood_summary(()) is None
