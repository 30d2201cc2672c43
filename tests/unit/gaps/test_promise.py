"""The promise gap: only what is surely about answering is held against what a channel promises."""

import pytest

from tests.unit.gaps.maps import measure_gap, touchpoint_gap

CHANNEL = "channel c { responds 80% within 20s }"


@pytest.mark.parametrize(
    ("lines", "promise"),
    [
        ("current 96s; desired 20s", -76),
        ("current 1m; intended 20s", -40),
        ("current 15s; desired 20s", 5),
        ("desired 20s", None),
        ("current 26h; desired 4h; intended 12h", None),
        ("current 96s", None),
        ("current 96s; desired 20s; better higher", None),
        ("current 70%", None),
        ("current 2wh", None),
        ("current 4", None),
    ],
)
def test_the_wait_at_a_touchpoint(lines: str, promise: float | None) -> None:
    assert touchpoint_gap(lines, CHANNEL, on="c").promise == promise


def test_a_promise_in_working_time() -> None:
    gap = touchpoint_gap("current 9wh; desired 2wh", "channel c { responds within 2wh }", on="c")
    assert gap.promise == -7 * 3600


@pytest.mark.parametrize("on", ["", '"Phone"', "c"])
def test_no_promise_no_gap(on: str) -> None:
    assert touchpoint_gap("current 96s", "channel c { kind phone }", on=on).promise is None


@pytest.mark.parametrize(
    ("metric", "lines", "promise"),
    [
        ("kind duration; target 20s", "current 96s", -76),
        ("kind duration; window 20s", "current 96s", -76),
        ("kind duration; target 5m", "current 7m", None),
        ("kind duration", "current 7m", None),
        ("kind rate; window 20s", "current 1974/4200", -33),
        ("kind rate; window 1d", "current 47%", None),
        ("kind rate; window 20s; better lower", "current 14%", None),
        ("kind rate", "current 47%", None),
        ("kind csat; window 20s", "current 47%", None),
    ],
)
def test_a_measure_declared_for_the_limit(metric: str, lines: str, promise: float | None) -> None:
    gap = measure_gap(lines, metric, channel="responds 80% within 20s")
    assert gap.promise == (None if promise is None else pytest.approx(promise))


def test_a_promise_without_a_share_says_nothing_of_shares() -> None:
    gap = measure_gap("current 47%", "kind rate; window 20s", channel="responds within 20s")
    assert gap.promise is None
