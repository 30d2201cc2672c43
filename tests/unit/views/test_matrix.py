"""Where opportunities lie between impact and effort, and in which order they stand."""

from itertools import product

import pytest

from jmap.gaps import Quadrant, quadrant
from jmap.loading import load_text
from jmap.model.opportunity import Opportunity
from jmap.views.matrix import Matrix, Scale, impact_scale, matrix, quadrant_of, scale


def ideas(*bodies: str, more: str = "") -> Matrix:
    lines = "\n".join(f'opportunity o{at} "O{at}" {{ {one} }}' for at, one in enumerate(bodies))
    loaded = load_text(f'journey j "J" {{ stage s "S" {{\n{lines}\n}} }}\n{more}')
    assert loaded.ok, [found.message for found in loaded.diagnostics]
    return matrix(loaded.workspace, loaded.workspace.journeys[0])


def titles(found: Matrix) -> list[str]:
    return [idea.title for idea in found.ranked]


@pytest.mark.parametrize(
    ("values", "low", "high"),
    [
        ((1, 5), 1, 5),
        ((), 1, 5),
        ((0.5, 2), 0, 3),
        ((0, 4), 0, 5),
        ((6,), 0, 10),
        ((5, 10.5), 0, 30),
        ((100,), 0, 100),
        ((1_000_000_000,), 0, 1_000_000_000),
    ],
)
def test_a_scale_is_one_of_a_few_fixed_ones(
    values: tuple[float, ...], low: float, high: float
) -> None:
    found = scale(values)
    assert (found.low, found.high) == (low, high)
    assert found.ticks[0] == low
    assert found.ticks[-1] == high
    assert all(low <= value <= high for value in values)


def test_impacts_of_rice_stand_on_its_scale() -> None:
    counted = Opportunity(text="O", impact=2, effort=1, reach=40)
    assert impact_scale([counted]) == Scale(0, 3, (0, 1, 2, 3))
    uncounted = Opportunity(text="O", impact=2, effort=1)
    assert impact_scale([uncounted]).high == 5
    beyond = Opportunity(text="O", impact=4, effort=1, reach=40)
    assert impact_scale([counted, beyond]).high == 5


def test_the_quadrants_are_those_of_the_gaps() -> None:
    rated = Scale(1, 5, (1, 2, 3, 4, 5))
    for impact, effort in product((1, 2, 3, 3.5, 4, 5), repeat=2):
        assert quadrant_of(impact, effort, (rated, rated)) is quadrant(impact, effort)


def test_each_quadrant_has_its_ideas() -> None:
    found = ideas(
        "impact 5; effort 1", "impact 5; effort 5", "impact 1; effort 1", "impact 1; effort 5"
    )
    assert {idea.title: idea.quadrant for idea in found.ranked} == {
        "O0": Quadrant.QUICK_WIN,
        "O1": Quadrant.MAJOR_PROJECT,
        "O2": Quadrant.FILL_IN,
        "O3": Quadrant.AVOID,
    }


def test_equals_keep_their_order_and_ranks_are_counted_through() -> None:
    found = ideas("impact 2; effort 2", "impact 4; effort 2", "impact 3; effort 3")
    assert titles(found) == ["O1", "O0", "O2"]
    assert [idea.rank for idea in found.ranked] == [1, 2, 3]


def test_the_fullest_method_that_all_have_figures_for_ranks() -> None:
    rice = "impact 1; effort 1; confidence 50%; reach 10"
    ice = "impact 2; effort 1; confidence 50%"
    assert ideas(rice, rice).order == "rice"
    assert ideas(rice, ice).order == "ice"
    assert ideas(rice, ice, "impact 1; effort 1").order == "impact-effort"
    assert [idea.score for idea in ideas(rice, ice).ranked] == [1.0, 0.5]


def test_what_is_not_estimated_is_kept_apart_and_not_lost() -> None:
    found = ideas("impact 2", "effort 2", "importance 9; satisfaction 1", "impact 0; effort 1")
    assert [idea.title for idea in found.unestimated] == ["O0", "O1", "O2"]
    assert all(idea.rank is None and idea.quadrant is None for idea in found.unestimated)
    assert titles(found) == ["O3"]


def test_an_idea_without_effort_has_a_place_and_no_score() -> None:
    found = ideas("impact 5; effort 0", "impact 1; effort 5")
    assert titles(found) == ["O1", "O0"]
    assert found.ranked[1].score is None
    assert found.ranked[1].quadrant is Quadrant.QUICK_WIN


def test_two_journeys_of_a_workspace_have_one_scale() -> None:
    other = 'journey k "K" { stage s "S" { opportunity "P" { impact 8; effort 40 } } }'
    found = ideas("impact 5; effort 1", more=other)
    assert (found.impact.high, found.effort.high) == (10, 50)
    assert found.ranked[0].quadrant is Quadrant.FILL_IN


def test_ideas_know_where_they_belong() -> None:
    loaded = load_text(
        'journey j "J" { stage s "Stage" { opportunity "Whole" { impact 1; effort 1 }\n'
        'touchpoint t "Touch" { opportunity o "Part" { impact 1; effort 1 } } } }'
    )
    found = matrix(loaded.workspace, loaded.workspace.journeys[0])
    assert [(idea.key, idea.stage, idea.touchpoint) for idea in found.ranked] == [
        ("j.s.opportunity", "Stage", ""),
        ("j.s.t.o", "Stage", "Touch"),
    ]
    assert found.ranked[1].fact.word == "opportunity"
