"""What a gap says of one touchpoint or measure, and what it leaves unknown."""

import pytest

from jmap.gaps import Level, gaps_of
from jmap.model.forms import AdHoc
from tests.unit.gaps.maps import FRIDGE, gaps_in, measure_gap, read, touchpoint_gap


def test_a_wait_is_better_short() -> None:
    gap = touchpoint_gap("current 4m; desired 2m; intended 3m; importance 5")
    assert gap.direction == -1
    assert (gap.experience, gap.delivery, gap.design) == (-120, -60, -60)
    assert gap.attainment == pytest.approx(0.5)
    assert gap.importance == 5
    assert gap.weighted == pytest.approx(2.5)
    assert gap.level is Level.MEDIUM


def test_a_share_is_better_high() -> None:
    gap = touchpoint_gap("current 60%; desired 80%; intended 75%")
    assert (gap.experience, gap.delivery, gap.design) == (-20, -15, -5)
    assert gap.attainment == pytest.approx(0.75)
    assert gap.importance == 3
    assert gap.level is Level.SMALL


def test_counted_answers_compare_with_a_percentage() -> None:
    gap = touchpoint_gap("current 412/640; desired 90%")
    assert gap.experience == pytest.approx(64.375 - 90)
    assert gap.interval is not None
    assert (round(gap.interval.low, 1), round(gap.interval.high, 1)) == (60.6, 68.0)


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ("", "no `current` and no `desired`"),
        ("current 4m", "no `desired`"),
        ("desired 4m", "no `current`"),
        ('action "We answer quickly"; effect + "Feels heard"', "no `current` and no `desired`"),
        ("current 3 clicks; desired 1 clicks", "say `better higher` or `better lower`"),
    ],
)
def test_the_unknown_is_not_zero(lines: str, why: str) -> None:
    gap = touchpoint_gap(lines)
    assert gap.why_unknown == why
    assert gap.experience is None
    assert gap.attainment is None
    assert gap.weighted is None
    assert gap.level is Level.UNKNOWN


def test_different_units_are_never_subtracted() -> None:
    gap = measure_gap("current 4m; intended 3m", "target 80%")
    assert gap.experience is None
    assert gap.design is None
    assert gap.delivery == -60
    assert gap.direction == -1
    assert gap.why_unknown == "a duration does not compare with a percentage"


def test_working_days_do_not_compare_with_days() -> None:
    assert measure_gap("current 26d", "target 20wd").level is Level.UNKNOWN
    assert measure_gap("current 2wd", "target 8wh").experience == -28_800


@pytest.mark.parametrize(
    ("lines", "attainment"),
    [
        ("current 28%; desired 0%; better lower", 0),
        ("current 0%; desired 0%; better lower", 1),
        ("current 0%; desired 0%", 1),
        ("current 0%; desired 90%", 0),
        ("current 5%; desired 0%", 1),
        ("current 0s; desired 0s", 1),
        ("current 0s; desired 5s", 1),
        ("current 5s; desired 0s", 0),
        ("current 0/40; desired 90%", 0),
        ("current 120%; desired 90%", 1),
    ],
)
def test_zero_on_a_ratio_scale(lines: str, attainment: float) -> None:
    gap = touchpoint_gap(lines)
    assert gap.attainment == attainment
    assert gap.why_unweighed == ""


def test_no_distance_is_a_negative_zero() -> None:
    gap = touchpoint_gap("current 4m; desired 4m; intended 4m")
    assert [str(part) for part in (gap.experience, gap.delivery, gap.design)] == ["0.0"] * 3


def test_a_negative_amount_has_no_share() -> None:
    gap = touchpoint_gap("current -5%; desired 10%")
    assert gap.experience == -15
    assert gap.attainment is None
    assert gap.level is Level.UNKNOWN
    assert gap.why_unweighed == "no share can be taken of a negative amount"


@pytest.mark.parametrize(
    ("lines", "journey", "attainment"),
    [
        ("current 2; desired 5", "", 0.25),
        ("current 1; desired 5", "", 0),
        ("current 5; desired 4", "", 1),
        ("current 1; desired 1", "", 1),
        ("current 2; desired 5", "scale 0..10", 0.4),
        ("current -1; desired 1", "scale -2..2", 1 / 3),
        ("current 4; desired 2; better lower", "", 1 / 3),
        ("current 5; desired 2; better lower", "", 0),
        ("current 31/40/49; desired 30", "", 85 / 130),
    ],
)
def test_scores_are_on_an_interval_scale(lines: str, journey: str, attainment: float) -> None:
    assert touchpoint_gap(lines, journey=journey).attainment == pytest.approx(attainment)


@pytest.mark.parametrize(
    ("metric", "lines", "attainment"),
    [
        ("kind csat; scale 1..7", "current 4; desired 7", 0.5),
        ("kind nps", "current 15; desired 30", 115 / 130),
        ("kind nps; scale 0..10; target 30", "current -40", 60 / 130),
        ("kind nps; scale 0..10; target 30", "current 31/40/49", 85 / 130),
        ("kind ces; method ces2-mean", "current 4; desired 7", 0.5),
        ("kind ces; method ces1", "current 4; desired 2", 1 / 3),
        ("kind score", "current 4; desired 10", 1 / 3),
    ],
)
def test_a_measure_is_on_the_scale_of_its_metric(
    metric: str, lines: str, attainment: float
) -> None:
    gap = measure_gap(lines, metric, journey="scale 1..10")
    assert gap.attainment == pytest.approx(attainment)


@pytest.mark.parametrize(
    ("metric", "why"),
    [
        ("kind count; better lower", "a plain number needs the `scale` of its metric"),
        ("kind score; better lower", "a number lies off the scale 1..5"),
    ],
)
def test_a_number_off_every_scale_has_no_attainment(metric: str, why: str) -> None:
    gap = measure_gap("current 9; desired 3", metric)
    assert gap.experience == -6
    assert gap.attainment is None
    assert gap.why_unweighed == why
    assert gap.level is Level.UNKNOWN


def test_a_number_beside_answers_is_on_the_scale_of_a_net_promoter_score() -> None:
    gap = touchpoint_gap("current -300; desired 31/40/49")
    assert gap.experience == -285
    assert gap.why_unweighed == "a number lies off the scale -100..100"


def test_a_wish_below_zero_has_no_share_even_where_it_is_met() -> None:
    gap = touchpoint_gap("current 5%; desired -5%")
    assert gap.attainment is None
    assert gap.level is Level.GOOD


def test_a_wish_that_is_met_is_good_without_a_scale() -> None:
    assert measure_gap("current 9; desired 9", "kind count; better lower").level is Level.GOOD
    assert measure_gap("current 3; desired 9", "kind count; better lower").level is Level.GOOD


@pytest.mark.parametrize(
    ("metric", "lines", "direction"),
    [
        ("kind csat", "current 4", 1),
        ("kind nps", "current 4", 1),
        ("kind ces; method ces1-mean", "current 4", -1),
        ("kind ces; method ces2-top", "current 40%", 1),
        ("kind ces", "current 4", 1),
        ("kind duration", "current 4 shifts", -1),
        ("kind rate", "current 4%", 1),
        ("kind rate; better lower", "current 4%", -1),
        ("kind rate; better lower", "current 4%; better higher", 1),
        ("kind count", "current 4 clicks", None),
        ("kind score", "current 4", 1),
        ("kind csat", "current 4m", -1),
        ("kind csat", "", 1),
        ("", "", None),
        ("", "current 4m", -1),
        ("", "current 4wd", -1),
        ("", "current 31/40/49", 1),
        ("", "current 4 clicks; better lower", -1),
    ],
)
def test_which_way_is_better(metric: str, lines: str, direction: int | None) -> None:
    assert measure_gap(lines, metric).direction == direction


def test_the_target_of_a_metric_is_the_wish_where_a_measure_has_none() -> None:
    assert measure_gap("current 60%", "target 80%").experience == -20
    assert measure_gap("current 60%; desired 70%", "target 80%").experience == -10


@pytest.mark.parametrize(
    ("lines", "level"),
    [
        ("current 95%; desired 100%", Level.GOOD),
        ("current 2.09%; desired 2.2%", Level.GOOD),
        ("current 94.9%; desired 100%", Level.SMALL),
        ("current 75%; desired 100%", Level.SMALL),
        ("current 0.15%; desired 0.2%", Level.SMALL),
        ("current 74.9%; desired 100%", Level.MEDIUM),
        ("current 50%; desired 100%", Level.MEDIUM),
        ("current 49.9%; desired 100%", Level.LARGE),
    ],
)
def test_levels(lines: str, level: Level) -> None:
    assert touchpoint_gap(lines).level is level


def test_the_map_in_order() -> None:
    gaps = gaps_in(read(FRIDGE))
    assert list(gaps) == [
        "fridge.find.page",
        "fridge.connect.queue",
        "fridge.connect.talk",
        "fridge.connect.letter",
        "fridge.agent.first-line",
        "fridge.visit.repair",
        "fridge.visit.coming",
        "fridge.after.survey.csat",
        "fridge.after.renew",
        "fridge.nps",
    ]


def test_a_stage_tells_its_measures_first_and_an_ad_hoc_metric_its_name() -> None:
    gaps = gaps_in(
        read("""journey j { stage s {
          measure "Overall view" { current 4; desired 5 }
          touchpoint t { measure "Wait" { current 4m; desired 5m } }
        } }""")
    )
    assert list(gaps) == ["j.s.Overall view", "j.s.t.Wait"]
    assert gaps["j.s.Overall view"].touchpoint is None


def test_a_touchpoint_is_measured_by_its_one_measure_only_where_it_says_nothing_itself() -> None:
    one = 'measure "Wait" { current 4m; desired 5m }'
    assert list(gaps_in(read(_with(one)))) == ["j.s.t.Wait"]
    assert list(gaps_in(read(_with(f"current 2\n{one}")))) == ["j.s.t", "j.s.t.Wait"]
    two = one.replace("Wait", "Talk")
    assert list(gaps_in(read(_with(f"{one}\n{two}")))) == ["j.s.t", "j.s.t.Wait", "j.s.t.Talk"]
    assert list(gaps_in(read(_with('think "?"')))) == ["j.s.t"]


def _with(lines: str) -> str:
    return f"journey j {{ stage s {{ touchpoint t {{\n{lines}\n}} }} }}"


def test_who_answers_for_a_gap() -> None:
    gaps = gaps_in(read(FRIDGE))
    owners = {key: gap.owner.team for key, gap in gaps.items() if gap.owner}
    assert owners["fridge.connect.letter"] == AdHoc("مدیر فروش")
    assert owners["fridge.connect.queue"] == AdHoc("سرپرست شیفت")
    assert owners["fridge.visit.repair"] == AdHoc("مدیر مرکز")
    assert owners["fridge.nps"] == AdHoc("مدیر مرکز")
    assert touchpoint_gap("").owner is None


def test_the_figures_of_the_fridge() -> None:
    gaps = gaps_in(read(FRIDGE))
    nps = gaps["fridge.nps"]
    assert nps.stage is None
    assert nps.experience == -45
    assert nps.interval is not None
    assert (round(nps.interval.low, 1), round(nps.interval.high, 1)) == (-28.8, -0.5)
    assert gaps["fridge.find.page"].attainment == pytest.approx(1 / 3)
    assert gaps["fridge.agent.first-line"].attainment == 0
    assert gaps["fridge.visit.repair"].attainment == pytest.approx(1 / 3.2)
    assert gaps["fridge.after.renew"].why_unknown == "no `desired`"
    assert gaps["fridge.after.renew"].delivery == -9
    csat = gaps["fridge.after.survey.csat"]
    assert csat.experience == pytest.approx(-25.625)
    assert csat.delivery == pytest.approx(-15.625)
    assert csat.design == -10


def test_a_variant_has_the_gaps_of_what_it_does_not_restate() -> None:
    loaded = read("""
    journey now { stage s { touchpoint t { current 4m; desired 2m } } }
    journey then { extends now; stage s { touchpoint t { current 2m } } }""")
    then = [journey for journey in loaded.journeys if journey.id == "then"]
    assert [gap.experience for gap in gaps_of(loaded.workspace, then[0])] == [0]
