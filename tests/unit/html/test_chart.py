"""The emotion curve: aligned with the columns, mirrored, its captions clear of each other."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from jmap.loading import load_text
from jmap.renderers.html.chart import Chart, chart
from jmap.views.grid import journey_map


def drawn(stages: list[list[int]], language: str = "en") -> Chart:
    rows = "\n".join(
        f"stage s{at} {{ touchpoint t{at} {{\n"
        + "\n".join(f"feel {mood}" for mood in moods)
        + "\n} }"
        for at, moods in enumerate(stages)
    )
    loaded = load_text(f"journey j {{\nlanguage {language}\n{rows}\n}}")
    made = chart(journey_map(loaded.workspace, loaded.journeys[0]))
    assert made is not None
    return made


def test_a_point_stands_in_its_column() -> None:
    dots = drawn([[1], [-2, 2], [0], [0]]).strokes[0].dots
    assert [dot.x for dot in dots] == ["12.5", "31.25", "43.75", "62.5", "87.5"]


def test_right_to_left_is_the_mirror_image() -> None:
    stages = [[1], [-2, 2], [0]]
    plain, turned = drawn(stages).strokes[0].dots, drawn(stages, "fa").strokes[0].dots
    assert all(
        abs(float(a.x) + float(b.x) - 100) < 0.02 for a, b in zip(plain, turned, strict=True)
    )
    assert [dot.y for dot in plain] == [dot.y for dot in turned]


def test_better_is_higher() -> None:
    heights = [float(dot.y) for dot in drawn([[2], [1], [0], [-1], [-2]]).strokes[0].dots]
    assert heights == sorted(heights)
    assert len(set(heights)) == 5


def test_best_weakest_and_last_moment_are_named() -> None:
    captions = drawn([[0], [2], [-2], [1]]).captions
    assert [caption.text for caption in captions] == ["Best moment", "Weakest moment", "End"]


def test_a_level_mood_has_no_best_moment() -> None:
    assert [caption.text for caption in drawn([[1], [1]]).captions] == ["End"]


def test_a_neutral_moment_is_neither_the_best_nor_the_weakest() -> None:
    assert [caption.text for caption in drawn([[2], [0]]).captions] == ["Best moment", "End"]
    assert [caption.text for caption in drawn([[-2], [0]]).captions] == ["Weakest moment", "End"]


def test_without_feelings_there_is_no_curve() -> None:
    loaded = load_text("journey j { stage s }")
    assert chart(journey_map(loaded.workspace, loaded.journeys[0])) is None


@given(st.lists(st.lists(st.integers(-2, 2), min_size=1, max_size=4), min_size=1, max_size=6))
def test_everything_is_inside_the_picture(stages: list[list[int]]) -> None:
    made = drawn(stages)
    heights = [float(dot.y) for dot in made.strokes[0].dots]
    heights += [float(caption.y) for caption in made.captions]
    assert all(8 < height < float(made.height) - 2 for height in heights)


def test_captions_do_not_lie_on_each_other() -> None:
    loaded = load_text(
        "journey j { stage a { touchpoint t {\n"
        'feel 2 as "A"\nfeel 2 as "B"\nfeel -2 as "A"\nfeel -2 as "B"\n} } }'
    )
    made = chart(journey_map(loaded.workspace, loaded.journeys[0]))
    assert made is not None
    places = sorted(float(caption.y) for caption in made.captions)
    assert len(places) == 4
    assert all(after - before > 10 for before, after in pairwise(places))
