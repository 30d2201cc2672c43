"""The service blueprint as data: rows, order, failures, waits and times."""

import pytest

from jmap.loading import Loaded
from jmap.views.blueprint import BANDS, Blueprint, Moment, has, service_blueprint
from jmap.views.grid import journey_map
from tests.unit.pictures.maps import filled, journey, sized

BEHIND = """
system crm "Customer records"
process check "Credit check"
product box "Router"
team desk "Desk" { kind unit }
team mia "Mia" { kind person }
team post "Post" { kind partner }
"""


def made(loaded: Loaded) -> Blueprint:
    chart = journey_map(loaded.workspace, loaded.journeys[0])
    return service_blueprint(loaded.workspace, chart)


def only(body: str, declarations: str = "") -> Moment:
    """The one moment of a journey with one touchpoint."""
    found = made(journey(f"stage s {{ touchpoint t {{ {body} }} }}", declarations)).moments
    assert len(found) == 1
    return found[0]


def titles(body: str) -> list[str]:
    return [moment.card.title for moment in made(journey(body)).moments]


def test_touchpoints_stand_as_written_where_no_path_leads() -> None:
    assert titles("stage s { touchpoint b\ntouchpoint a }\nstage u { touchpoint c }") == [
        "b", "a", "c",
    ]  # fmt: skip


def test_within_a_stage_the_main_path_gives_the_order() -> None:
    stage = "stage s { touchpoint a\ntouchpoint x\ntouchpoint b\ntouchpoint c }"
    path = "path p { step c; step a; step b; step a }"
    assert titles(f"{stage}\n{path}") == ["c", "x", "a", "b"]


def test_a_path_on_which_things_go_wrong_gives_no_order() -> None:
    stage = "stage s { touchpoint a\ntouchpoint b }"
    assert titles(f"{stage}\npath p negative {{ step b; step a }}") == ["a", "b"]


def test_a_stage_without_touchpoints_is_kept() -> None:
    found = made(journey("stage s\nstage u { touchpoint t }"))
    assert [len(phase.moments) for phase in found.phases] == [0, 1]


def test_customers_are_named_where_the_file_names_them() -> None:
    moment = only('story "A long day"; do "Waits"; do as p "Calls"', 'persona p "Ann"')
    assert [(entry.text, entry.persona) for entry in moment.customer] == [
        ("A long day", ""), ("Waits", ""), ("Calls", "Ann"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "kind", "title"),
    [
        ("crm", "system", "Customer records"),
        ("check", "process", "Credit check"),
        ("box", "product", "Router"),
        ("desk", "team", "Desk"),
        ("mia", "person", "Mia"),
        ("post", "partner", "Post"),
        ('"Somebody"', "other", "Somebody"),
    ],
)
@pytest.mark.parametrize("row", ["backstage", "support"])
def test_who_acts_behind_the_scenes(row: str, name: str, kind: str, title: str) -> None:
    moment = only(f'{row} {name} "Acts"', BEHIND)
    (entry,) = moment.backstage if row == "backstage" else moment.support
    assert entry.actor is not None
    assert (entry.actor.kind, entry.actor.name, entry.text) == (kind, title, "Acts")


def test_an_action_without_an_actor_and_an_actor_without_an_action() -> None:
    moment = only('backstage "Sorted by hand"; backstage crm', BEHIND)
    assert [(one.actor is None, one.text) for one in moment.backstage] == [
        (True, "Sorted by hand"), (False, ""),
    ]  # fmt: skip


def test_physical_evidence_is_where_and_not_what_a_statement_rests_on() -> None:
    body = 'stage s { touchpoint t on c { evidence "Interviews"; image "a.png" } }'
    (moment,) = made(journey(body, 'channel c "Shop" { kind meeting; mode physical }')).moments
    sight = moment.sight
    assert (sight.channel, sight.kind, sight.mode) == ("Shop", "meeting", "physical")
    assert sight.image is not None
    assert sight.image.text == "a.png"
    assert not has(only('evidence "Interviews"'), "evidence")


def test_a_touchpoint_says_itself_whether_it_is_digital() -> None:
    body = "stage s { touchpoint t on c { mode digital } }"
    (moment,) = made(journey(body, 'channel c "Shop" { mode physical }')).moments
    assert moment.sight.mode == "digital"


def test_pains_risks_and_large_gaps_are_failures() -> None:
    moment = only('current 1; desired 5; pain "It hurts" { severity low }; risk "It may rain"')
    assert [(one.kind, one.text, one.certain) for one in moment.failures] == [
        ("gap", "", True), ("pain", "It hurts", True), ("risk", "It may rain", False),
    ]  # fmt: skip


def test_a_medium_gap_is_known_and_no_failure() -> None:
    moment = only("current 60%; desired 100%")
    assert (moment.failures, len(moment.readings)) == ((), 1)


def test_a_measure_is_called_by_the_title_of_its_metric() -> None:
    moment = only(
        "measure m { current 1; desired 5 }\nmeasure n { current 2; desired 5 }",
        'metric m "Ease"\nmetric n "Clarity"',
    )
    assert [one.metric for one in moment.readings] == ["Ease", "Clarity"]


@pytest.mark.parametrize(
    ("levels", "waits"),
    [
        ("current 20m; desired 5m", 1),
        ("current 3m; desired 5m", 0),
        ("current 2m; desired 5m; better higher", 0),
        ("current 3 clicks; desired 1 clicks; better lower", 0),
        ("current 20m", 0),
        ('measure "m" { current 9wd; desired 2wd }', 1),
    ],
)
def test_a_wait_is_a_time_longer_than_wanted(levels: str, waits: int) -> None:
    assert len(only(levels).waits) == waits


def test_times_with_and_without_a_range() -> None:
    moment = only("takes 40m; takes 1d..3d as p", 'persona p "Ann"')
    assert [(one.text("en"), one.persona) for one in moment.spells] == [
        ("40 min", ""), ("1 day – 3 days", "Ann"),
    ]  # fmt: skip


def test_the_times_of_all_stages_come_to_a_total_clock_and_working_time_apart() -> None:
    found = made(
        journey(
            "stage s { takes 2d; touchpoint a { takes 9d } }\n"
            "stage u { touchpoint b { takes 6h..12h }\ntouchpoint c { takes 2wd } }"
        )
    )
    assert [total.text("en") for total in found.totals] == [
        "2.2 days – 2.5 days", "2 working days",
    ]  # fmt: skip


def test_one_time_alone_is_no_total() -> None:
    assert made(journey("stage s { touchpoint t { takes 1h } }")).totals == ()


def test_what_is_said_of_a_stage_is_kept_with_it() -> None:
    found = made(journey('stage s { do "Looks around"; pain "Nobody is there" }'))
    (phase,) = found.phases
    assert [entry.text for entry in phase.customer] == ["Looks around"]
    assert [one.text for one in phase.failures] == ["Nobody is there"]
    assert found.failures == 1
    assert not found.is_empty


@pytest.mark.parametrize("body", ["", 'stage s "S"', 'stage s { pain "Hurts" }'])
def test_without_touchpoints_and_actions_it_is_empty(body: str) -> None:
    assert made(journey(body)).is_empty


def test_a_row_without_entries_is_known_to_be_empty() -> None:
    found = made(journey('stage s { touchpoint t { do "Waits" } }'))
    assert [band for band in BANDS if found.holds(band)] == ["customer", "frontstage"]


def test_a_map_of_any_size_keeps_every_touchpoint_once() -> None:
    loaded = sized(9, 7, "fa", each=2)
    keys = [moment.card.key for moment in made(loaded).moments]
    assert len(keys) == len(set(keys)) == sum(1 for _ in loaded.journeys[0].touchpoints)


def test_hostile_text_is_text() -> None:
    text = "</title><script>alert(1)</script>\u202e"
    first = made(filled(text)).moments[0]
    assert any(one.text == text for one in first.failures)
