"""The flow of paths as data: what is visited, in what order, where paths part, meet and turn."""

from jmap.views.flow import Flow, flow
from tests.unit.pictures.maps import filled, journey, sized

STAGES = """
stage s { touchpoint a; touchpoint b; touchpoint c }
stage u { touchpoint d; touchpoint e }
"""


def made(paths: str, stages: str = STAGES) -> Flow:
    loaded = journey(f"{stages.replace(';', chr(10))}\n{paths}")
    return flow(loaded.workspace, loaded.journeys[0])


def places(found: Flow) -> list[tuple[str, int]]:
    return [(stop.card.title, stop.depth) for stop in found.stops]


def hops(found: Flow) -> list[tuple[str, str, bool]]:
    titles = [stop.card.title for stop in found.stops]
    return [(titles[hop.tail], titles[hop.head], hop.back) for hop in found.hops]


def test_without_paths_the_written_order_is_the_way() -> None:
    found = made("")
    assert hops(found) == [
        ("a", "b", False), ("b", "c", False), ("c", "d", False), ("d", "e", False),
    ]  # fmt: skip
    assert found.ways[0].route is None
    assert found.apart == ()


def test_stops_stand_by_stage_and_by_the_steps_within_it() -> None:
    found = made("path p { step c; step a; step e }")
    assert places(found) == [("c", 0), ("a", 1), ("e", 0)]
    assert [card.title for card in found.apart] == ["b", "d"]


def test_steps_side_by_side_have_one_depth() -> None:
    found = made("path p { step a; step d }\npath q { step b; step d }")
    assert places(found) == [("a", 0), ("b", 0), ("d", 0)]
    assert [stop.card.title for stop in found.meeting] == ["d"]
    assert found.parting == ()


def test_paths_that_share_a_step_part_after_it() -> None:
    found = made("path p { step a; step d }\npath q { step a; step e }")
    assert [stop.card.title for stop in found.parting] == ["a"]
    assert [stop.ways for stop in found.stops] == [(0, 1), (0,), (1,)]


def test_the_same_step_on_two_paths_neither_parts_nor_meets() -> None:
    found = made("path p { step a; step d }\npath q { step a; step d }")
    assert (found.parting, found.meeting) == ((), ())


def test_a_loop_leads_back_and_the_order_stays() -> None:
    found = made('path p { step a; step b; step a "Again"; step d }')
    assert hops(found) == [("a", "b", False), ("b", "a", True), ("a", "d", False)]
    assert places(found) == [("a", 0), ("b", 1), ("d", 0)]
    assert [(hop.number, hop.text) for hop in found.turns] == [(3, "Again")]


def test_a_step_that_stays_is_a_step_back() -> None:
    assert hops(made("path p { step a; step a }")) == [("a", "a", True)]


def test_a_later_stage_back_to_an_earlier_one_leads_back() -> None:
    assert hops(made("path p negative { step e; step a }")) == [("e", "a", True)]


def test_a_path_of_one_step_and_one_of_none_are_ways() -> None:
    found = made("path p { step a }\npath q")
    assert [len(way.steps) for way in found.ways] == [1, 0]
    assert found.hops == ()
    assert places(found) == [("a", 0)]


def test_negative_paths_are_known() -> None:
    assert [way.negative for way in made("path p negative { step a }\npath q").ways] == [
        True,
        False,
    ]


def test_neighbours_in_a_stage_never_have_one_depth() -> None:
    found = made("path p { step a; step d; step b; step a }\npath q { step c; step b; step c }")
    stops = found.stops
    for hop in found.hops:
        tail, head = stops[hop.tail], stops[hop.head]
        assert tail is head or (tail.card.column, tail.depth) != (head.card.column, head.depth)


def test_nothing_is_lost_whatever_the_size() -> None:
    for loaded in (sized(7, 4, each=2, paths=4), sized(2, 0), filled("<b>&\u202e")):
        found = flow(loaded.workspace, loaded.journeys[0])
        assert len(found.stops) + len(found.apart) == len(found.chart.cards)
