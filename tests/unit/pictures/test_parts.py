"""The parts of a picture: measured pieces, hatching, ids, and what a journey reaches."""

import re
import time

import pytest

from jmap.paint.geometry import Point, Rect
from jmap.paint.mirror import STRAIGHT
from jmap.paint.piece import NOTHING, fitted, flow, listed, row, space, stack, text_piece
from jmap.paint.text import Type
from jmap.paint.theme import ROLES
from jmap.pictures.names import Names
from jmap.pictures.symbols import hatching
from jmap.renderers.svg import Svg
from jmap.views.declared import reached, unreached
from tests.unit.pictures.maps import read, sized

KIND = Type(12, ROLES.text)


def test_pieces_stack_without_gaps_for_nothing() -> None:
    both = stack([space(10, 5), NOTHING, space(20, 7)], 3)
    assert (both.width, both.height) == (20, 15)
    assert stack([NOTHING], 3) is NOTHING


def test_pieces_stand_in_a_row() -> None:
    both = row([space(10, 5), NOTHING, space(20, 7)], 3)
    assert (both.width, both.height) == (33, 7)


def test_a_flow_breaks_where_a_row_is_full() -> None:
    assert flow([space(40, 10)] * 5, 100, 5, 2).height == 3 * 10 + 2 * 2


def test_texts_in_a_list_stay_whole_and_lines_end_without_a_dot() -> None:
    piece = listed(["one", "two", "three and more"], 60, KIND)
    drawn = piece.paint(Point(0, 0), STRAIGHT).source
    assert re.findall("\u2068(.*?)\u2069", drawn) == ["one · two", "three and", "more"]


def test_a_text_of_white_space_is_nothing() -> None:
    assert text_piece(" \n ", 100, KIND) is NOTHING


@pytest.mark.parametrize("text", ["w" * 100_000, "a " * 100_000, "سلام" * 50_000])
def test_of_an_endless_text_only_the_head_is_set(text: str) -> None:
    started = time.perf_counter()
    lines = fitted(text, 200, KIND, 3)
    assert len(lines.lines) == 3
    assert lines.cut
    assert time.perf_counter() - started < 0.5


def test_hatching_stays_inside() -> None:
    rect = Rect(10, 20, 200, 90)
    shape = hatching(rect)
    points = [
        tuple(map(float, pair.split())) for pair in re.findall(r"[ML](-?[\d.]+ -?[\d.]+)", shape)
    ]
    assert len(points) > 20
    assert all(10 <= x <= 210 and 20 <= y <= 110 for x, y in points)


def test_ids_are_given_once() -> None:
    names = Names("taken")
    given = [names.take(wanted) for wanted in ("a", "a", "a:2", "taken", "a b", "a_b", "", "")]
    assert given[0] == "a"
    assert len(set(given)) == len(given)
    assert "taken" not in given
    assert not any(" " in name for name in given)


SOURCE = """
team boss "Boss" { accountable ceo }
team ceo "Chief"
team idle "Idle"
channel web "Web" { owner boss }
journey j "J" { stage s { touchpoint t on web } }
journey k "K" { owner idle }
"""


def test_a_journey_reaches_what_it_names_and_what_that_names() -> None:
    loaded = read(SOURCE)
    first, second = loaded.journeys
    assert [item.id for item in reached(loaded.workspace, [first])] == ["web", "boss", "ceo"]
    assert [item.id for item in reached(loaded.workspace, [second])] == ["idle"]
    assert unreached(loaded.workspace, (first,)) == ()
    assert unreached(loaded.workspace, loaded.journeys) == ()


def seconds(stages: int) -> float:
    loaded = sized(stages, 4, each=2)
    started = time.process_time()
    Svg("grid", engine="grid").render(loaded.workspace, loaded.journeys)
    return time.process_time() - started


def test_cost_grows_with_size_and_no_faster() -> None:
    small = min(seconds(40) for _ in range(2))
    large = min(seconds(160) for _ in range(2))
    assert large < 8 * small
