"""The gaps of several journeys are each told once, and what is retired has none."""

from jmap.api import list_gaps
from jmap.gaps import Level, gaps_of, gaps_of_each
from jmap.loading import Loaded, load_text
from jmap.views.health import health_of

PAIR = """
journey now {
  state current
  stage s {
    touchpoint a { current 1; desired 5; intended 4 }
    touchpoint b { current 2; desired 5 }
  }
}
journey next {
  extends now
  state future
  stage s {
    touchpoint a { intended 5 }
    touchpoint b { status retired }
    touchpoint c { intended 3; desired 5 }
  }
}
"""


def pair() -> Loaded:
    loaded = load_text(PAIR)
    assert loaded.ok, loaded.diagnostics
    return loaded


def test_what_is_taken_over_is_listed_once() -> None:
    loaded = load_text(
        PAIR.replace("touchpoint a { intended 5 }", "").replace("status retired", "")
    )
    keys = [gap.key for gap in gaps_of_each(loaded.workspace, loaded.journeys)]
    assert keys == ["now.s.a", "now.s.b", "next.s.c"]


def test_what_is_restated_is_listed_again_and_one_journey_is_listed_whole() -> None:
    loaded = pair()
    assert [gap.key for gap in list_gaps(loaded)] == ["now.s.a", "now.s.b", "next.s.b", "next.s.c"]
    restated = load_text(PAIR.replace("touchpoint a { intended 5", "touchpoint a { current 3"))
    assert "next.s.a" in [gap.key for gap in list_gaps(restated)]
    assert {gap.key for gap in list_gaps(loaded, journeys=["next"])} == {
        "next.s.a",
        "next.s.b",
        "next.s.c",
    }


def test_what_is_retired_has_no_gap() -> None:
    loaded = pair()
    found = {gap.key: gap for gap in gaps_of(loaded.workspace, loaded.journeys[1])}
    assert found["next.s.b"].level is Level.UNKNOWN
    assert found["next.s.b"].experience is None
    assert found["next.s.a"].experience == -4


def test_the_health_of_a_journey_to_be_is_as_it_is_intended() -> None:
    loaded = pair()
    now, following = (health_of(loaded.workspace, journey) for journey in loaded.journeys)
    assert now.mean is not None
    assert following.mean is not None
    assert following.mean > now.mean
