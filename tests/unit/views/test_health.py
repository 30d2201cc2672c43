"""The health of journeys, and their order."""

from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from jmap.gaps import Level
from jmap.loading import Loaded, load
from jmap.views.health import Health, health_of, worst_first
from jmap.views.index import journey_index
from tests.unit.pictures.maps import journey, read

EXAMPLES = Path(__file__).parents[3] / "examples"


def health(loaded: Loaded, at: int = 0) -> Health:
    return health_of(loaded.workspace, loaded.journeys[at])


def rated(name: str, *stages: tuple[float, ...]) -> str:
    """A journey whose touchpoints get so many of ten points."""
    lines = [f'journey {name} "{name}" {{\nscale 0..10']
    for at, values in enumerate(stages):
        lines.append(f"stage {name}{at} {{")
        for number, value in enumerate(values):
            current = f"current {value}; desired 10"
            lines.append(f"touchpoint {name}{at}x{number} {{ {current} }}")
        lines.append("}")
    return "\n".join([*lines, "}"])


def test_each_stage_counts_once_in_the_mean() -> None:
    found = health(read(rated("a", (2, 4, 6), (10,))))
    assert found.mean == (0.4 + 1.0) / 2
    assert found.minimum == 0.2


def test_the_worst_gap_and_its_place() -> None:
    found = health(read(rated("a", (9, 3), (6,))))
    assert found.worst is not None
    assert found.worst.touchpoint is not None
    assert found.worst.touchpoint.id == "a0x1"
    assert found.place == "a0x1"


def test_wishes_that_are_met_leave_no_worst_gap() -> None:
    found = health(read(rated("a", (10,))))
    assert (found.worst, found.place, found.mean) == (None, "", 1.0)


def test_gaps_are_counted_by_level_in_their_order() -> None:
    found = health(journey("stage s { touchpoint t { current 1; desired 5 }\ntouchpoint u }"))
    assert [one.level for one in found.levels] == list(Level)
    counts = {one.level: one.count for one in found.levels}
    assert counts[Level.LARGE] == 1
    assert counts[Level.UNKNOWN] == 1
    assert sum(counts.values()) == 2


def test_a_journey_of_which_nothing_is_known() -> None:
    found = health(journey(""))
    assert (found.mean, found.minimum, found.worst, found.due, found.owner) == (
        None, None, None, None, "",
    )  # fmt: skip
    assert (found.stages, found.touchpoints, found.curves, found.personas) == (0, 0, (), ())


def test_names_are_the_titles_of_what_is_named() -> None:
    declared = 'team t "Field operations"\npersona p "Dana"'
    lines = 'owner t; for p; for "Sam"; state future; status draft\nreviewed 2026-10-04 every 90d'
    found = health(journey(lines, declared))
    assert found.owner == "Field operations"
    assert found.personas == ("Dana", "Sam")
    assert (found.state, found.status) == ("future", "draft")
    assert (found.reviewed, found.due) == (date(2026, 10, 4), date(2027, 1, 2))


def test_a_review_is_overdue_from_the_day_after() -> None:
    found = health(journey("reviewed 2026-10-04 every 90d"))
    assert not found.is_overdue(date(2027, 1, 2))
    assert found.is_overdue(date(2027, 1, 3))
    assert not health(journey("")).is_overdue(date(9999, 12, 31))


def test_the_worst_journey_is_first_and_the_unknown_last() -> None:
    loaded = read('journey n "n"\n' + "\n".join([rated("a", (9,)), rated("b", (2,))]))
    found = [health_of(loaded.workspace, one) for one in loaded.journeys]
    assert [one.title for one in worst_first(found)] == ["b", "a", "n"]


def test_between_equal_means_the_smaller_minimum_is_first_then_the_order_of_the_file() -> None:
    loaded = read("\n".join([rated("a", (5, 5)), rated("b", (5, 5)), rated("c", (3, 7))]))
    found = [health_of(loaded.workspace, one) for one in loaded.journeys]
    assert [one.title for one in worst_first(found)] == ["c", "a", "b"]


def test_the_index_has_the_language_of_most_journeys() -> None:
    loaded = read("journey a { language en }\njourney b { language fa }\njourney c { language fa }")
    found = journey_index(loaded.workspace, loaded.journeys)
    assert (found.language, found.direction) == ("fa", "rtl")
    first = journey_index(loaded.workspace, loaded.journeys[:2])
    assert (first.language, first.direction) == ("en", "ltr")


def test_the_index_adds_up() -> None:
    loaded = read(f"{rated('a', (1, 10), (5,))}\n{rated('b', (2,))}")
    found = journey_index(loaded.workspace, loaded.journeys)
    assert (found.stages, found.touchpoints) == (3, 4)
    counts = {one.level: one.count for one in found.levels}
    assert counts[Level.LARGE] == 2
    assert sum(counts.values()) == 4


def test_an_index_of_nothing() -> None:
    found = journey_index(read("").workspace, ())
    assert (found.entries, found.levels, found.stages) == ((), (), 0)


def test_an_example_has_the_figures_of_its_map() -> None:
    loaded = load(EXAMPLES / "home-internet" / "internet.jmap")
    found = health(loaded)
    assert (found.stages, found.touchpoints) == (7, 9)
    assert found.owner == "Growth marketing"
    assert found.place == "Duty manager calls, then the app"
    assert round(found.minimum or 0, 3) == 0.154


@given(st.lists(st.lists(st.integers(0, 10), min_size=1, max_size=3), min_size=1, max_size=4))
def test_no_mean_is_below_the_minimum(stages: list[list[int]]) -> None:
    found = health(read(rated("a", *map(tuple, stages))))
    assert found.mean is not None
    assert found.minimum is not None
    assert 0 <= found.minimum <= found.mean + 1e-12 <= 1 + 2e-12
