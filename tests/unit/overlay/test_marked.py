"""What is marked on a map, and what is told at each place."""

from dataclasses import replace

import pytest

from jmap.diff.allowed import Allowed
from jmap.gaps import Level
from jmap.pictures.overlay.marked import Levels, Overlay
from jmap.pictures.overlay.marking import overlays
from tests.tools.changes import compared
from tests.unit.overlay.pairs import (
    AFTER,
    BEFORE,
    LANGUAGES,
    edited_pair,
    golden_pair,
    small_pair,
)


def only(before: str, after: str) -> Overlay:
    return overlays(compared(before, after)).journeys[0]


def marks(overlay: Overlay) -> dict[str, str]:
    return {key: place.mark for key, place in overlay.places.items()}


def test_every_kind_of_change_has_its_mark() -> None:
    overlay = overlays(small_pair()).journeys[0]
    assert marks(overlay) == {
        "j.look": "renamed",
        "j.look.ask": "changed",
        "j.look.call:was": "moved",
        "j.buy": "",
        "j.buy.settle": "renamed",
        "j.buy.call": "moved",
        "j.buy.wait": "",
        "j.buy.thank": "added",
    }
    assert overlay.place("j.look.call:was").now == "Buy"
    assert overlay.place("j.buy.call").was == "Look around"
    assert overlay.place("j.look.ask").effect == "worse"
    assert overlay.place("j.buy.settle").effect == "better"


def test_the_worst_is_told_first_with_place_and_owner() -> None:
    overlay = overlays(small_pair()).journeys[0]
    effects = [one.told.effect for one in overlay.entries]
    assert effects == sorted(effects, key=["worse", "better", "neutral"].index)
    first = overlay.entries[0]
    assert (first.title, first.stage, first.owner) == ("Asks an agent", "Look", "Web team")
    assert first.told.reason


def test_a_change_tells_what_was_and_what_is() -> None:
    overlay = overlays(small_pair()).journeys[0]
    said = {one.about: (one.before, one.after) for one in overlay.place("j.look.ask").told}
    assert said["Current"] == ("4 min", "6 min")
    assert said["Pain · Severity"] == ("low", "high")
    assert said["Think"] == ("Is anybody there?", "")
    assert said["Say"] == ("", "Hello?")


def test_what_is_gone_stands_where_it_stood() -> None:
    after = BEFORE.replace('touchpoint call on phone "Calls" { current 3; desired 5 }', "")
    overlay = only(BEFORE, after.replace("step call; ", ""))
    keys = [card.key for card in overlay.chart.cards]
    assert keys == ["j.look.ask", "j.look.call:was", "j.buy.pay", "j.buy.wait"]
    ghost = overlay.place("j.look.call:was")
    assert (ghost.mark, ghost.ghost) == ("removed", True)
    old, new = overlay.sides(overlay.chart.cards[1])
    assert old is not None
    assert old.title == "Calls"
    assert new is None


def test_a_stage_that_is_gone_keeps_its_touchpoints() -> None:
    cut = BEFORE[: BEFORE.index("  stage buy")] + "}\n"
    overlay = only(BEFORE, cut)
    assert overlay.place("j.buy:was").mark == "removed"
    assert overlay.place("j.buy:was.pay:was").mark == "removed"


def test_a_removed_channel_still_names_the_lane_of_what_is_gone() -> None:
    after = BEFORE.replace('channel phone "Phone" { kind phone }', "")
    after = after.replace('touchpoint call on phone "Calls" { current 3; desired 5 }', "")
    after = after.replace('touchpoint wait on phone "Waits" { current 2; desired 5 }', "")
    after = after.replace("step ask; step call; step pay", "step ask; step pay")
    overlay = only(BEFORE, after)
    assert "Phone" in [lane.title for lane in overlay.chart.lanes]


def test_journeys_on_one_side_only() -> None:
    other = 'journey k "Another" { stage s "Start" { touchpoint t "Meets us" } }'
    new = overlays(compared(BEFORE, BEFORE + other))
    assert [one.chart.title for one in new.changed] == ["Another"]
    assert new.changed[0].twin.before is None
    gone = overlays(compared(BEFORE + other, BEFORE)).changed[0]
    assert gone.twin.after is None
    assert {place.mark for place in gone.places.values()} == {"removed"}


def test_a_renamed_journey_is_one_journey() -> None:
    after = BEFORE.replace('journey j "Buying a line"', 'journey k was j "Buying a fibre line"')
    found = overlays(compared(BEFORE, after)).journeys
    assert len(found) == 1
    assert found[0].whole.mark == "renamed"
    assert found[0].before is not None
    assert found[0].before.title == "Buying a line"


def test_a_variant_says_whose_changes_it_takes_over() -> None:
    variant = 'journey k "Next year" {\nextends j\nstate future\n}'
    before = BEFORE + variant
    after = AFTER + variant.replace("state future", 'state future\nscenario "All is well"')
    found = {one.chart.title: one for one in overlays(compared(before, after)).journeys}
    assert found["Next year"].base == "Buying a line"
    assert found["Buying a line"].base == ""


def test_levels_count_the_gaps_of_either_side() -> None:
    overlay = overlays(small_pair()).journeys[0]
    counts = {one.level.value: (one.before, one.after) for one in overlay.levels()}
    assert set(counts) == {"large", "medium"}
    assert counts["large"][0] is not None


def test_the_mood_before_stands_on_the_places_after() -> None:
    overlay = overlays(small_pair()).journeys[0]
    assert [(mood.key, mood.level) for mood in overlay.felt[0].moods] == [
        ("j.look.ask", 1),
        ("j.buy.settle", 0),
    ]


def test_every_change_of_a_journey_is_told_once() -> None:
    for seed in range(25):
        pair = edited_pair("parking-permit/permit-future.jmap", seed)
        found = overlays(pair)
        told = [id(entry.told.judged) for one in found.journeys for entry in one.entries]
        declared = [id(entry.told.judged) for entry in found.declared]
        inside = {
            id(one)
            for one in pair.changes
            if one.change.address[:1] and one.change.address[0].field == "journeys"
        }
        assert inside <= set(told)
        assert {id(one) for one in pair.changes} - inside == set(declared)
        assert len([one for one in told if one in inside]) == len(inside)


def test_a_guess_is_said_to_be_one() -> None:
    after = BEFORE.replace('touchpoint wait on phone "Waits"', 'touchpoint hold on phone "Waits"')
    place = only(BEFORE, after).place("j.buy.hold")
    assert (place.mark, place.guess) == ("renamed", "as it seems")


def test_what_is_allowed_comes_after_what_is_not() -> None:
    pair = small_pair()
    first = next(one for one in pair.changes if one.weight.effect == "worse")
    allowed = replace(first, allowed=Allowed("the agents were trained", "Sam"))
    changes = tuple(allowed if one is first else one for one in pair.changes)
    overlay = overlays(replace(pair, changes=changes)).journeys[0]
    worse = [entry.told for entry in overlay.entries if entry.told.effect == "worse"]
    assert worse[-1].judged is allowed
    assert worse[-1].allowed == "allowed: \u2068the agents were trained\u2069 (Sam)"


@pytest.mark.parametrize("language", LANGUAGES)
def test_reasons_and_words_are_in_the_language_of_the_map(language: str) -> None:
    overlay = overlays(golden_pair(language)).journeys[0]
    assert overlay.chart.language == language
    reasons = " ".join(one.reason for one in overlay.everything)
    assert ("customers" in reasons.lower()) == (language == "en")
    assert ("مشتری" in reasons) == (language == "fa")


def test_a_part_that_moved_says_where_from() -> None:
    pain = 'pain wait "A wait" { severity low; owner web }'
    call = "current 3; desired 5"
    after = BEFORE.replace(pain, "").replace(call, f"{call}; {pain}", 1)
    found = only(BEFORE, after).place("j.look.call").told
    moved = next(one for one in found if one.mark == "moved")
    assert moved.about == "Pain · from \u2068Asks an agent\u2069"
    assert (moved.before, moved.after) == ("", "")


def test_a_step_that_moved_did_not_change() -> None:
    after = BEFORE.replace("step ask; step call; step pay", "step call; step ask; step pay")
    told = only(BEFORE, after).whole.told
    assert [(one.mark, one.before) for one in told] == [("moved", "")]


def test_channels_and_personas_say_what_they_are() -> None:
    after = BEFORE.replace("within 3m", "within 5m").replace('"Pat"', '"Pat" { age 40 }')
    found = {entry.title: entry.stage for entry in only(BEFORE, after).entries}
    assert found == {"Chat": "Channel", "Pat": "Persona"}


@pytest.mark.parametrize(
    ("before", "after", "name", "turn"),
    [
        (4, 3, "overlay-large", "better"),
        (1, 4, "overlay-large", "worse"),
        (3, 1, "overlay-large", "better"),
        (2, 2, "overlay-large", ""),
        (1, 1, "level-large", ""),
        (None, 1, "level-large", ""),
        (None, 2, "overlay-large", ""),
        (2, None, "overlay-large", ""),
    ],
)
def test_gaps_are_called_by_their_number(
    before: int | None, after: int | None, name: str, turn: str
) -> None:
    one = Levels(Level.LARGE, before, after)
    overlay = overlays(small_pair()).journeys[0]
    assert one.name == name
    assert overlay.turn(one) == turn


def test_fewer_gaps_by_a_lower_wish_are_no_better() -> None:
    after = BEFORE.replace("current 3; desired 5", "current 3; desired 3")
    overlay = only(BEFORE, after)
    assert overlay.turn(Levels(Level.LARGE, 2, 1)) == "paper"


def test_every_change_is_counted_in_its_list() -> None:
    eased = BEFORE.replace("current 3; desired 5", "current 3; desired 3")
    overlay = only(BEFORE, eased)
    assert overlay.counted == ("worse", "paper", "better", "neutral")
    assert [overlay.count(one) for one in overlay.counted] == [0, 1, 0, 0]
    assert "paper" not in only(BEFORE, AFTER).counted
