"""Priorities with the figures of worked maps."""

import pytest

from jmap.gaps import Priority, Quadrant, priority_of, quadrant, rankings, rice, ulwick
from jmap.model.opportunity import Opportunity
from tests.unit.gaps.maps import read


def opportunity(lines: str) -> Opportunity:
    loaded = read(f'journey j {{ stage s {{ opportunity o "O" {{ {lines} }} }} }}')
    return loaded.journeys[0].stages[0].opportunities[0]


@pytest.mark.parametrize(
    ("reach", "impact", "confidence", "effort", "value"),
    [
        (5924, 1, 80, 1.5, 3159),
        (4044, 2, 80, 3, 2157),
        (2352, 2, 80, 2, 1882),
        (900, 2, 80, 4, 360),
        (484, 1, 50, 1, 242),
        (11430, 2, 80, 2, 9144),
        (13392, 1, 80, 1.5, 7142),
        (3219, 0.5, 80, 0.5, 2575),
        (1704, 2, 50, 1, 1704),
        (3618, 1, 80, 4, 724),
    ],
)
def test_rice(reach: int, impact: float, confidence: int, effort: float, value: int) -> None:
    found = rice(
        opportunity(f"reach {reach}; impact {impact}; confidence {confidence}%; effort {effort}")
    )
    assert found is not None
    assert round(found) == value


@pytest.mark.parametrize(
    ("importance", "satisfaction", "value"),
    [(9.1, 4.2, 14.0), (7.6, 3.9, 11.3), (8.4, 7.9, 8.9), (4, 9, 4), (10, 0, 20), (0, 0, 0)],
)
def test_ulwick(importance: float, satisfaction: float, value: float) -> None:
    assert ulwick(importance, satisfaction) == pytest.approx(value)


@pytest.mark.parametrize(("importance", "satisfaction"), [(11, 5), (5, -1), (float("nan"), 5)])
def test_ulwick_is_from_0_to_10(importance: float, satisfaction: float) -> None:
    with pytest.raises(ValueError, match="0 to 10"):
        ulwick(importance, satisfaction)


@pytest.mark.parametrize(
    ("impact", "effort", "found"),
    [
        (5, 2, Quadrant.QUICK_WIN),
        (4, 3, Quadrant.QUICK_WIN),
        (5, 4, Quadrant.MAJOR_PROJECT),
        (2, 1, Quadrant.FILL_IN),
        (3, 3, Quadrant.FILL_IN),
        (1, 5, Quadrant.AVOID),
        (0.5, 2, None),
        (5, 8, None),
    ],
)
def test_quadrants(impact: float, effort: float, found: Quadrant | None) -> None:
    assert quadrant(impact, effort) is found


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("reach 100; impact 2; confidence 50%; effort 4", Priority("rice", 25)),
        ("reach 0; impact 2; confidence 50%; effort 4", Priority("rice", 0)),
        ("impact 2; confidence 50%; effort 4; importance 9", Priority("ice", 0.25)),
        ("impact 4; effort 2; importance 9; satisfaction 4", Priority("ulwick", 14)),
        ("impact 4; effort 2; importance 9", Priority("impact-effort", 2)),
        ("impact 4; effort 0; confidence 50%", None),
        ("importance 9", None),
        ("", None),
    ],
)
def test_the_fullest_method_counts(lines: str, found: Priority | None) -> None:
    assert priority_of(opportunity(lines)) == found


def test_methods_are_not_mixed() -> None:
    given = [
        opportunity(lines)
        for lines in (
            "impact 1; effort 2",
            "reach 1; impact 1; confidence 50%; effort 2",
            "",
            "impact 4; effort 2",
            "reach 9; impact 1; confidence 50%; effort 2",
            "impact 4; effort 2; due 2027-02-01",
        )
    ]
    found = rankings(given)
    assert [ranking.method for ranking in found] == ["rice", "impact-effort"]
    assert found[0].opportunities == (given[4], given[1])
    assert found[1].opportunities == (given[3], given[5], given[0])
