"""The score of a stage: mean, weakest link and parity, with the figures of two worked maps."""

import pytest

from jmap.gaps import (
    PARITY_LIMIT,
    ChannelAttainment,
    Parity,
    StageScore,
    gaps_of,
    ranked,
    stage_score,
)
from tests.unit.gaps.maps import FRIDGE, PERMIT, read, stages


def score(source: str, stage: str) -> StageScore:
    loaded = read(source)
    return stage_score(stages(loaded)[stage], gaps_of(loaded.workspace, loaded.journeys[0]))


def by_channel(parity: Parity | None) -> dict[str, float]:
    assert parity is not None
    return {channel.channel: round(channel.attainment, 2) for channel in parity.by_channel}


def test_waits_of_seconds_minutes_and_hours_compare() -> None:
    found = score(FRIDGE, "connect")
    assert by_channel(found.parity) == {"phone": 0.21, "chat": 0.43, "mail": 0.77}
    assert found.parity is not None
    assert round(found.parity.spread, 2) == 0.57
    assert found.parity.exceeds
    assert found.mean == pytest.approx((20 / 96 + 3 / 7 + 24 / 31) / 3)
    assert found.minimum == pytest.approx(20 / 96)
    assert found.weakest is not None
    assert found.weakest.key == "fridge.connect.queue"


def test_which_stages_of_the_fridge_are_out_of_parity() -> None:
    found = {name: score(FRIDGE, name).parity for name in stages(read(FRIDGE))}
    assert [name for name, parity in found.items() if parity and parity.exceeds] == [
        "connect",
        "visit",
    ]
    assert found["find"] is None


def test_a_decision_by_web_post_and_desk() -> None:
    found = score(PERMIT, "decision")
    assert by_channel(found.parity) == {"Web": 0.77, "Post": 0.49, "Desk": 0.91}
    assert found.parity is not None
    assert round(found.parity.spread, 2) == 0.42
    assert found.parity.exceeds
    assert found.weakest is not None
    assert found.weakest.key == "permit.decision.post"


def test_an_application_by_web_phone_and_desk() -> None:
    assert by_channel(score(PERMIT, "apply").parity) == {"Web": 0.63, "Phone": 1.0, "Desk": 1.0}


def test_the_order_of_the_gaps_does_not_matter() -> None:
    loaded = read(FRIDGE)
    gaps = gaps_of(loaded.workspace, loaded.journeys[0])
    for stage in loaded.journeys[0].stages:
        assert stage_score(stage, gaps) == stage_score(stage, ranked(gaps))
        assert stage_score(stage, gaps) == stage_score(stage, reversed(gaps))


def test_a_touchpoint_counts_once() -> None:
    found = score(
        """journey j { stage s {
          measure "Whole stage" { current 90%; desired 100% }
          touchpoint own on "a" {
            current 80%; desired 100%
            measure "Ignored" { current 10%; desired 100% }
          }
          touchpoint by-measures on "b" {
            measure "High" { current 70%; desired 100% }
            measure "Low" { current 30%; desired 100% }
            measure "Unknown" { desired 100% }
          }
          touchpoint unknown on "c" { desired 100% }
        } }""",
        "s",
    )
    assert found.mean == pytest.approx((0.9 + 0.8 + 0.5) / 3)
    assert found.minimum == pytest.approx(0.5)
    assert found.weakest is not None
    assert found.weakest.key == "j.s.by-measures.Low"
    assert by_channel(found.parity) == {"a": 0.8, "b": 0.5}


def test_a_channel_is_the_mean_of_its_touchpoints() -> None:
    found = score(
        """journey j { stage s {
          touchpoint a on "x" { current 80%; desired 100% }
          touchpoint b on "y" { current 50%; desired 100% }
          touchpoint c on "x" { current 60%; desired 100% }
          touchpoint d { current 10%; desired 100% }
        } }""",
        "s",
    )
    assert by_channel(found.parity) == {"x": 0.7, "y": 0.5}


def test_nothing_known() -> None:
    found = score('journey j { stage s { touchpoint t on "x" { current 4m } } }', "s")
    assert found.mean is None
    assert found.minimum is None
    assert found.weakest is None
    assert found.parity is None


def test_a_spread_at_the_limit_does_not_exceed_it() -> None:
    def parity(high: float, low: float) -> Parity:
        return Parity((ChannelAttainment("a", high), ChannelAttainment("b", low)))

    assert parity(0.54, 0.29).spread > PARITY_LIMIT
    assert not parity(0.54, 0.29).exceeds
    assert not parity(1, 0.75).exceeds
    assert parity(1, 0.7499).exceeds
