"""Two journeys side by side as data: what is matched with what, and what becomes of each gap."""

import pytest

from jmap.model.journey import Journey
from jmap.model.workspace import Workspace
from jmap.views.comparison import Comparison, Pair, base_of, comparison
from jmap.views.shift import Shift
from tests.unit.pictures.maps import filled, read
from tests.unit.pictures.variants import becoming

TEAMS = 'team t "Team"\nteam u "Other"\nmetric m "Waiting" { better lower; target 5m }'


def made(before: str, after: str, head: str = "state future") -> Comparison:
    source = (
        f'{TEAMS}\njourney j "J" {{\n{before}\n}}\njourney k "K" {{\nextends j\n{head}\n{after}\n}}'
    )
    loaded = read(source)
    one, other = loaded.journeys
    return comparison(loaded.workspace, one, other)


def pair(before: str, after: str, head: str = "state future") -> Pair:
    found = made(
        f"stage s {{\ntouchpoint x {{\n{before}\n}}\n}}",
        f"stage s {{\ntouchpoint x {{\n{after}\n}}\n}}",
        head,
    )
    return next(found.pairs)


def shift(before: str, after: str, head: str = "state future") -> Shift:
    return pair(before, after, head).shift


@pytest.mark.parametrize(
    ("before", "after", "outcome", "closes"),
    [
        ("current 31m; desired 10m", "intended 10m", "closed", 1260.0),
        ("current 31m; desired 10m", "intended 20m", "narrowed", 660.0),
        ("current 31m; desired 10m", "status planned", "same", 0.0),
        ("current 31m; desired 10m", "current 40m", "widened", -540.0),
        ("current 9m; desired 10m", "current 12m", "opened", -120.0),
        ("current 9m; desired 10m", "intended 5m", "met", 0.0),
        ("current 31m", "intended 10m", "unknown", None),
        ("desired 10m", "intended 10m", "unknown", None),
    ],
)
def test_what_becomes_of_a_gap(before: str, after: str, outcome: str, closes: float | None) -> None:
    found = shift(before, after)
    assert found.outcome == outcome
    assert found.closes == closes


def test_attainment_rises_by_points_of_a_share() -> None:
    assert shift("current 40%; desired 80%", "intended 60%").gains == pytest.approx(0.25)
    assert shift("current 40%", "intended 60%").gains is None


def test_what_is_intended_is_planned_and_what_is_stated_is_not() -> None:
    assert shift("current 31m; desired 10m", "intended 10m").planned
    measured = shift("current 31m; desired 10m", "current 12m; intended 10m")
    assert not measured.planned
    assert measured.outcome == "narrowed"


def test_only_a_future_journey_is_taken_at_its_word() -> None:
    found = shift("current 31m; desired 10m", "intended 10m", "state current")
    assert found.outcome == "same"


def test_a_wish_may_change_too() -> None:
    assert shift("current 10m; desired 10m", "desired 5m").outcome == "opened"


def test_parts_are_matched_by_the_id_they_had() -> None:
    found = made(
        "stage s { touchpoint x { current 3; desired 5 } }",
        'stage t was s "T" {\ntouchpoint y was x "Y" { intended 5 }\n}',
    )
    (stage,) = found.stages
    (one,) = stage.pairs
    assert (stage.change, one.change, one.shift.outcome) == ("changed", "changed", "closed")
    assert one.before is not None
    assert one.before.touchpoint.id == "x"
    assert one.card.touchpoint.id == "y"


def test_new_and_retired_touchpoints_stand_where_they_belong() -> None:
    found = made(
        "stage s { touchpoint a\ntouchpoint b { current 3; desired 5 }\ntouchpoint c }",
        "stage s { touchpoint b { status retired }\ntouchpoint n { desired 5; intended 5 } }",
    )
    assert [(one.card.title, one.change) for one in found.pairs] == [
        ("a", "same"), ("b", "gone"), ("n", "new"), ("c", "same"),
    ]  # fmt: skip
    assert [one.shift.outcome for one in found.pairs][1:3] == ["gone", "new"]


def test_differences_say_what_both_sides_say() -> None:
    one = pair('owner t\nfeel -1\naction "Wait"', "owner u\nfeel +1")
    told = {found.word: (found.before, found.after) for found in one.differences}
    assert told["owner"] == (("Team",), ("Other",))
    assert set(told) == {"owner", "feel"}


def test_the_headline_counts_like_with_like() -> None:
    found = made(
        "stage s { touchpoint a { current 40%; desired 80% }\ntouchpoint b { current 10m } }",
        "stage s { touchpoint a { intended 80% }\ntouchpoint n { desired 5; intended 1 } }",
    )
    assert found.attainment is not None
    assert (found.attainment.before, found.attainment.after) == (0.5, 1.0)
    assert found.attainment.count == 1
    assert (found.count("closed"), found.count("unknown"), found.count("new")) == (1, 1, 1)


def test_measures_are_matched_by_their_metric() -> None:
    found = made("measure m { current 20m }\nstage s", "measure m { intended 5m }")
    (one,) = found.measures
    assert (one.outcome, one.closes) == ("closed", 900.0)
    assert found.attainment is not None


def test_paths_that_lead_another_way_are_told_and_renamed_stops_are_not() -> None:
    paths = "path p { step a\nstep b }\npath q { step a }"
    found = made(
        f"stage s {{ touchpoint a\ntouchpoint b }}\n{paths}",
        'stage s { touchpoint a "Anew" }\npath p { step b\nstep a }',
    )
    told = [one for one in found.differences if one.word == "path"]
    assert [(one.label, one.before, one.after) for one in told] == [
        ("p", ("a", "b"), ("b", "Anew")),
    ]


def test_a_journey_that_extends_nothing_has_no_base() -> None:
    loaded = read('journey j "J"\njourney k "K" { extends j }')
    one, other = loaded.journeys
    assert base_of(loaded.workspace, one) is None
    assert base_of(loaded.workspace, other) is one
    assert base_of(Workspace(journeys=(other,)), other) is None
    itself = Journey(id="k", extends="k")
    assert base_of(Workspace(journeys=(itself,)), itself) is None


def test_two_journeys_of_two_workspaces_are_compared() -> None:
    old = read("journey j { stage s { touchpoint a\ntouchpoint b } }")
    new = read("journey j { stage s { touchpoint b } }")
    found = comparison(new.workspace, old.journeys[0], new.journeys[0], earlier=old.workspace)
    assert [(one.card.title, one.change) for one in found.pairs] == [("a", "gone"), ("b", "same")]


def test_a_touchpoint_that_moves_to_another_stage_is_one() -> None:
    old = read("journey j { stage s { touchpoint a }\nstage u { touchpoint b } }")
    new = read("journey j { stage s\nstage u { touchpoint b\ntouchpoint a } }")
    found = comparison(new.workspace, old.journeys[0], new.journeys[0], earlier=old.workspace)
    assert [len(stage.pairs) for stage in found.stages] == [0, 2]
    moved = found.stages[1].pairs[1]
    assert [one.word for one in moved.differences] == ["stage"]


def test_a_stage_that_is_gone_is_kept_with_its_touchpoints() -> None:
    old = read("journey j { stage s { touchpoint a }\nstage u { touchpoint b } }")
    new = read("journey j { stage u { touchpoint b } }")
    found = comparison(new.workspace, old.journeys[0], new.journeys[0], earlier=old.workspace)
    assert [(stage.change, len(stage.pairs)) for stage in found.stages] == [
        ("gone", 1),
        ("same", 1),
    ]


def test_other_units_do_not_compare() -> None:
    old = read("journey j { stage s { touchpoint a { current 3m; desired 1m } } }")
    new = read("journey j { stage s { touchpoint a { current 50%; desired 90% } } }")
    found = comparison(new.workspace, old.journeys[0], new.journeys[0], earlier=old.workspace)
    assert next(found.shifts).outcome == "unknown"
    assert next(found.shifts).closes is None


def test_a_journey_beside_itself_does_not_differ() -> None:
    for loaded in (becoming(5, 3, "fa"), filled("<b>&\u202e"), read("journey j")):
        one = loaded.journeys[0]
        found = comparison(loaded.workspace, one, one)
        assert {stage.change for stage in found.stages} <= {"same"}
        assert {pair.change for pair in found.pairs} <= {"same"}
        assert {shift.outcome for shift in found.shifts} <= {"same", "met", "unknown"}
        assert found.differences == ()
