"""As is beside to be as a picture: both sides of every touchpoint, what becomes of each gap, told
for those who do not see it.
"""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from jmap.loading import Loaded, load
from jmap.paint.theme import LIGHT
from jmap.pictures import picture
from jmap.pictures.parts.comparison_strip import strips
from jmap.views.comparison import base_of, comparison
from jmap.views.undrawable import NothingToShow
from tests.unit.pictures.drawn import SPACE, Seen, seen
from tests.unit.pictures.maps import filled, read
from tests.unit.pictures.test_svg import everything, shown, told
from tests.unit.pictures.variants import becoming

EXAMPLES = Path(__file__).parents[3] / "examples"
PERMIT = EXAMPLES / "parking-permit" / "permit-future.jmap"


def story(found: Seen) -> list[str]:
    text = found.root.findtext(SPACE + "desc") or ""
    return re.sub("[\u2066-\u2069]", "", text).split("\n")


def only(before: str, after: str) -> Seen:
    """The picture of one touchpoint before and after."""
    source = f"journey j {{\nstage s {{ touchpoint x {{ {before} }} }}\n}}\n"
    source += f"journey k {{\nextends j\nstate future\nstage s {{ touchpoint x {{ {after} }} }}\n}}"
    return seen("comparison", read(source))


def test_both_sides_of_every_touchpoint_are_drawn() -> None:
    found = seen("comparison", load(PERMIT))
    keys = [group.get("id") or "" for group in found.groups("touchpoint")]
    before = [key for key in keys if key.startswith("permit.")]
    after = [key for key in keys if key.startswith("permit-future.")]
    assert len(before) == 11
    assert len(after) == 12
    assert "permit-future.realise.reminder-sms" in after


def test_the_story_tells_a_board_what_changes() -> None:
    lines = story(seen("comparison", load(PERMIT)))
    assert "Mean attainment (of 11 gaps known on both sides): from 65% to 95%" in lines
    assert (
        "– (changed) Decision after an application by post: falls from 41 working days to "
        "15 working days; gap closed; closes 21 working days; +51 points of attainment."
    ) in lines
    assert any(line.startswith("– (new) Text message") for line in lines)
    assert (
        "– (unchanged) Appeal by phone and letter: stays at 65.9% (27/41); change unknown." in lines
    )


def test_a_gap_that_stays_open_says_what_is_to_go() -> None:
    found = only("current 31m; desired 10m", "intended 20m")
    assert "closes 11 min, 10 min to go" in found.texts
    assert "gap narrowed" in found.texts


def test_a_gap_that_grows_says_so() -> None:
    found = only("current 31m; desired 10m", "current 40m")
    assert "grows by 9 min, 30 min to go" in found.texts


def test_what_is_unknown_is_called_unknown() -> None:
    found = only("current 31m", "intended 10m")
    assert "change unknown" in found.texts
    assert not any(text.startswith("Mean attainment") for text in found.texts)


def test_levels_nobody_measured_are_said_to_be_planned() -> None:
    planned = "Levels to be are what we intend to give; nobody has measured them yet."
    assert planned in only("current 31m; desired 10m", "intended 10m").texts
    assert planned not in only("current 31m; desired 10m", "current 12m").texts


def test_what_hardly_moves_is_not_said_to_move() -> None:
    lines = story(only("current 64/66; desired 90%", "intended 97%"))
    assert "– (changed) x: stays at 97%; on target before and after." in lines


def test_what_is_gone_is_named_where_it_stood() -> None:
    found = only('current 1; desired 5; owner "Ann"', "status retired")
    assert "gone" in found.texts
    assert found.texts.count("x") == 2
    assert "– (gone) x: 1 until now; measured no longer." in story(found)


def test_a_base_alone_or_a_variant_without_its_base_has_nothing_to_show() -> None:
    loaded = load(PERMIT)
    base = [one for one in loaded.journeys if one.extends is None]
    variant = [one for one in loaded.journeys if one.extends]
    alone = loaded.workspace.model_copy(update={"journeys": tuple(variant)})
    for workspace, journeys in ((loaded.workspace, base), (alone, variant)):
        assert journeys
        with pytest.raises(NothingToShow):
            picture("comparison", workspace, journeys)


def test_each_variant_is_drawn_with_its_own_base() -> None:
    source = "journey j { stage s { touchpoint x } }\n"
    source += 'journey k "K" { extends j\nstage s { touchpoint y } }\njourney l "L" { extends k }'
    texts = seen("comparison", read(source)).texts
    assert sum(text.startswith("Compared with: j") for text in texts) == 1
    assert sum(text.startswith("Compared with: K") for text in texts) == 1


@pytest.mark.parametrize("language", ["en", "fa"])
def test_nothing_of_a_pair_is_lost(language: str) -> None:
    assert lost(becoming(5, 3, language)) == []


def test_nothing_of_the_example_is_lost() -> None:
    assert lost(load(PERMIT)) == []


def lost(loaded: Loaded) -> list[str]:
    whole = told(seen("comparison", loaded).root)
    return [text for text in map(shown, everything(loaded)) if text not in whole]


def test_hostile_text_stays_text() -> None:
    text = "</text><script>alert(1)</script>"
    source = filled(text).files[0].text
    variant = f'journey k "{text}" {{ extends j\nstage s {{ touchpoint x "{text}" }} }}'
    found = seen("comparison", read(f"{source}\n{variant}"))
    assert not list(found.root.iter(SPACE + "script"))


@pytest.mark.parametrize("shape", [(1, 1), (7, 3), (12, 2), (2, 9)])
def test_strips_are_few_and_never_too_long(shape: tuple[int, int]) -> None:
    loaded = becoming(*shape, each=2)
    _, after = loaded.journeys
    before = base_of(loaded.workspace, after)
    assert before is not None
    found = comparison(loaded.workspace, before, after)
    drawn = strips(found.stages)
    assert [pair for strip in drawn for part in strip for pair in part.pairs] == list(found.pairs)
    assert all(sum(part.columns for part in strip) <= 8 for strip in drawn)
    assert len({id(part.stage) for strip in drawn for part in strip}) == len(found.stages)


def test_right_to_left_pairs_are_mirrored() -> None:
    found = seen("comparison", becoming(2, 2, "fa"))
    cards = [group for group in found.groups("touchpoint") if (group.get("id") or "")[:2] == "j."]
    left = [float(next(group.iter(SPACE + "rect")).get("x") or 0) for group in cards]
    assert left == sorted(left, reverse=True)


def test_the_colours_are_those_of_the_theme() -> None:
    loaded = load(PERMIT)
    content = picture("comparison", loaded.workspace, loaded.journeys).document.to_bytes(LIGHT)
    fills = {one.get("fill") for one in ET.fromstring(content).iter() if one.get("fill")}
    assert fills <= {*LIGHT.colours.values(), "none"}
