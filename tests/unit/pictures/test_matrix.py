"""The picture of the opportunity matrix: nothing lost, nothing hidden, turned for Persian."""

from math import hypot
from xml.etree.ElementTree import Element

import pytest

from jmap.paint.geometry import Point, Rect
from jmap.pictures.parts.idea_list import figure
from jmap.pictures.parts.idea_sign import SIZE
from jmap.pictures.parts.room import Room
from jmap.pictures.parts.spread import spread
from jmap.views.undrawable import NothingToShow
from tests.unit.pictures.drawn import SPACE, Seen, seen
from tests.unit.pictures.maps import journey

STATUSES = ("idea", "planned", "doing", "done", "dropped")


def ideas(*bodies: str, language: str = "en") -> Seen:
    lines = "\n".join(
        f'opportunity o{at} "Title {at}" {{ {one} }}' for at, one in enumerate(bodies)
    )
    return seen("matrix", journey(f'language {language}\nstage s "S" {{\n{lines}\n}}'))


def disc(found: Seen, key: str) -> Point:
    """The middle of an idea's disc."""
    return middle(found.group(key))


def middle(group: Element) -> Point:
    rect = next(group.iter(SPACE + "rect"))
    x, y, width, height = (float(rect.get(name, "0")) for name in ("x", "y", "width", "height"))
    return Rect(x, y, width, height).centre


def test_impact_goes_up_and_effort_onwards() -> None:
    found = ideas("impact 5; effort 1", "impact 1; effort 5")
    best, worst = disc(found, "j.s.o0"), disc(found, "j.s.o1")
    assert best.y < worst.y
    assert best.x < worst.x


def test_little_effort_stands_where_reading_begins() -> None:
    found = ideas("impact 5; effort 1", "impact 1; effort 5", language="fa")
    assert disc(found, "j.s.o0").x > disc(found, "j.s.o1").x
    assert "بردهای سریع" in found.texts
    assert "تلاش" in found.texts


def test_axes_quadrants_and_border_are_printed() -> None:
    texts = ideas("impact 4; effort 2").texts
    for wanted in ("Quick wins", "Major projects", "Fill-ins", "Avoid", "Impact", "Effort"):
        assert wanted in texts
    assert texts.count("3") == 2
    assert "High means above the middle of the scale: Impact 3 · Effort 3" in texts


def test_every_idea_is_listed_with_what_bears_on_it() -> None:
    texts = ideas('impact 4; effort 2; due 2027-01-31; owner "Web"; status doing').texts
    assert "doing · Due: 2027-01-31 · Owner: Web" in texts
    assert "Impact 4 · Effort 2 · Impact ÷ effort 2" in texts


def test_ideas_without_figures_are_listed_apart() -> None:
    found = ideas("impact 4; effort 2", "impact 4")
    assert "Not yet estimated" in found.texts
    assert "Title 1" in found.texts
    assert "j.s.o1" in found.ids
    alone = ideas("status idea")
    assert "Not yet estimated" in alone.texts
    assert "Quick wins" not in alone.texts


def test_ideas_in_one_place_are_fanned_out() -> None:
    found = ideas(*["impact 5; effort 5"] * 12)
    spots = [disc(found, f"j.s.o{at}") for at in range(12)]
    for at, one in enumerate(spots):
        for other in spots[at + 1 :]:
            assert hypot(one.x - other.x, one.y - other.y) >= SIZE
    assert [text for text in found.texts if text.isdigit()].count("12") == 2


def test_hundreds_of_ideas_in_one_place_all_have_their_own() -> None:
    room = Room(Rect(0, 0, 900, 900))
    placed = spread([Point(450, 450)] * 300, SIZE, room)
    spots = {(one.stands.x, one.stands.y) for one in placed}
    assert len(spots) == 300
    assert not placed[0].is_moved
    assert all(one.is_moved for one in placed[1:])


def test_how_far_an_idea_is_shows_without_colour() -> None:
    found = ideas(*(f"impact 5; effort {at}; status {one}" for at, one in enumerate(STATUSES, 1)))
    shapes = set()
    for at in range(len(STATUSES)):
        group = found.group(f"j.s.o{at}")
        rect = next(group.iter(SPACE + "rect"))
        signs = len(list(group.iter(SPACE + "path")))
        filled = rect.get("fill") == rect.get("stroke")
        shapes.add((rect.get("stroke-dasharray"), signs, filled))
    assert len(shapes) == len(STATUSES)
    for one in STATUSES:
        assert one in found.texts


def test_all_that_is_said_of_an_idea_is_told() -> None:
    found = ideas('impact 1; effort 1; benefit retention; enabler training "Two hours"')
    assert "Two hours" in found.told
    assert "retention" in found.told


def test_the_story_names_numbers_and_places() -> None:
    story = ideas("impact 5; effort 1; status planned", "impact 1").told
    assert "1. Title 0, Quick wins, Impact 5, Effort 1, planned" in story
    assert "– Title 1, Impact 1" in story


def test_a_journey_without_opportunities_has_no_matrix() -> None:
    with pytest.raises(NothingToShow):
        seen("matrix", journey('stage s { pain "P" }'))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.333, "0.33"),
        (2.0, "2"),
        (1.25, "1.25"),
        (24.6, "24.6"),
        (1234.5, "1234"),
        (0, "0"),
        (1e9, "1000000000"),
    ],
)
def test_figures_are_short(value: float, text: str) -> None:
    assert figure(value, "en") == text


def test_persian_figures() -> None:
    assert figure(2.5, "fa") == "۲٫۵"
