"""The emotion curve alone: a line for each person, its moments marked, feeling beside fact."""

from itertools import combinations, pairwise

import pytest

from jmap.pictures.parts.curve_field import field_of, mood_xs
from jmap.views.curve import Curve, Mood, spots
from jmap.views.undrawable import NothingToShow
from tests.unit.pictures.drawn import SPACE, Seen, seen
from tests.unit.pictures.maps import journey

PEOPLE = 'persona a "Ann"\npersona b "Bob"'


def moods(*levels: str, language: str = "en", people: str = "") -> Seen:
    cells = [f'touchpoint t{at} "T{at}" {{ {one} }}' for at, one in enumerate(levels)]
    body = f'language {language}\n{"for a" if people else ""}\nstage s "S" {{\n'
    return seen("curve", journey(body + "\n".join(cells) + "\n}", people))


def labelled(found: Seen, word: str) -> list[str]:
    return [text for text in found.texts if text.startswith(word + ":")]


def test_best_weakest_and_end_are_marked_with_their_words() -> None:
    found = moods('feel +2 "glad"', 'feel -2 "lost"', 'feel 0 "calm"')
    assert labelled(found, "Best moment") == ["Best moment: glad"]
    assert labelled(found, "Weakest moment") == ["Weakest moment: lost"]
    assert labelled(found, "End") == ["End: calm"]


def test_of_equals_the_first_is_marked() -> None:
    found = moods('feel +1 "first"', 'feel +1 "second"', 'feel -1 "third"', 'feel -1 "last"')
    assert labelled(found, "Best moment") == ["Best moment: first"]
    assert labelled(found, "Weakest moment") == ["Weakest moment: third"]


def test_everybody_has_a_line_of_their_own() -> None:
    both = 'feel +1 "one" as a\nfeel +1 "two" as b'
    found = moods(both, 'feel -1 "three" as a\nfeel 0 "four" as b', people=PEOPLE)
    lines = found.groups("curve")
    assert [line[0].text for line in lines] == ["Ann", "Bob"]
    assert len([text for text in found.texts if text.startswith("Best moment: ")]) == 2
    shapes = {line.findall(f".//{SPACE}path")[0].get("d", "").count("L") for line in lines}
    assert len(shapes) == 2
    assert {"Ann", "Bob"} <= set(found.texts)


def test_feeling_and_fact_stand_below_each_other() -> None:
    found = moods("feel -1\ncurrent 2; desired 5", "feel +1")
    assert "Attainment" in found.texts
    assert "Mean 25%" in found.texts
    assert "T0" in found.texts
    assert {"j.s", "j.s.t0", "j.s.t1"} <= set(found.ids)


def test_the_scale_has_words() -> None:
    assert {"very good", "good", "neutral", "bad", "very bad"} <= set(moods("feel 0").texts)


def test_many_points_have_numbers_and_a_list() -> None:
    found = moods(*['feel -1 "tired"'] * 30)
    assert [text for text in found.texts if text.isdigit()].count("30") == 2
    assert "T29" in found.texts


def test_persian_runs_from_right_to_left() -> None:
    levels = ("feel -1", "feel 0", "feel +2")
    for language, turned in (("en", False), ("fa", True)):
        found = moods(*levels, language=language)
        heads = [
            next(one.iter(SPACE + "circle")) for one in found.groups("curve")[0].iter(SPACE + "g")
        ]
        xs = [float(head.get("cx", "0")) for head in heads[1:]]
        assert sorted(xs, reverse=turned) == xs
        assert len(set(xs)) == 3


def test_the_story_tells_every_feeling_in_order() -> None:
    told = moods('feel +2 "glad"', "feel -1").told
    assert "– T0: +2 glad, Best moment" in told
    assert "– T1: −1 bad, Weakest moment, End" in told


def test_without_feelings_there_is_no_curve() -> None:
    with pytest.raises(NothingToShow):
        seen("curve", journey('stage s { touchpoint t "T" }'))


def crowd(people: int, each: int) -> tuple[Curve, ...]:
    return tuple(
        Curve(f"P{person}", tuple(Mood(0.5, at % 3 - 1, "", "j.s.t", "T") for at in range(each)))
        for person in range(people)
    )


@pytest.mark.parametrize("people", [1, 2, 6])
@pytest.mark.parametrize("each", [1, 2, 5])
def test_no_point_stands_on_another_and_none_turns_back(people: int, each: int) -> None:
    curves = crowd(people, each)
    field = field_of(spots(curves, ["j.s.t"]), 2, 100, 300)
    xs = mood_xs(field)
    points = [
        (mood.level, x)
        for one, row in zip(curves, xs, strict=True)
        for mood, x in zip(one.moods, row, strict=True)
    ]
    assert all(
        one[0] != other[0] or abs(one[1] - other[1]) >= 20 for one, other in combinations(points, 2)
    )
    assert all(before < after for row in xs for before, after in pairwise(row))
    column = field.columns[0]
    assert all(column.start <= x <= column.end for row in xs for x in row)


def test_the_field_is_as_wide_as_asked_where_that_is_enough() -> None:
    field = field_of(spots(crowd(1, 1), ["j.s.t"]), 3, 136, 1180)
    assert field.end == pytest.approx(1316)
    assert field.is_titled
