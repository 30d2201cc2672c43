"""In the image no text leaves its frame, and none stands on another: seen in its pixels."""

from pathlib import Path

import pytest

from jmap.loading import Loaded, load
from jmap.paint.plain import plain
from jmap.paint.theme import LIGHT
from jmap.pictures import VIEWS, picture
from jmap.views.undrawable import NothingToShow
from tests.tools.ink import inks, outside, overlaps
from tests.unit.pictures.maps import filled, mixed, sized

EXAMPLES = Path(__file__).parents[3] / "examples"
JOURNEYS = [path for path in sorted(EXAMPLES.rglob("*.jmap")) if load(path).journeys]
EVERY = pytest.mark.parametrize("view", VIEWS)


def check(loaded: Loaded, view: str) -> None:
    try:
        drawn = picture(view, loaded.workspace, loaded.journeys)
    except NothingToShow:
        return
    found = inks(plain(drawn.document, LIGHT).source)
    assert found.inks
    assert outside(found) == []
    assert overlaps(found) == []


@EVERY
@pytest.mark.parametrize("path", JOURNEYS, ids=lambda path: path.stem)
def test_the_examples_are_set_well(path: Path, view: str) -> None:
    check(load(path), view)


@EVERY
@pytest.mark.parametrize("seed", range(50))
def test_generated_maps_are_set_well(seed: int, view: str) -> None:
    check(mixed(seed), view)


@EVERY
@pytest.mark.parametrize("language", ["en", "de", "fa"])
def test_full_maps_are_set_well(language: str, view: str) -> None:
    check(sized(5, 4, language), view)


@pytest.mark.parametrize("view", ["map", "grid"])
def test_long_texts_are_set_well(view: str) -> None:
    check(filled("سلام word " * 400), view)


def test_the_checks_see_what_is_wrong() -> None:
    found = inks(
        '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" '
        'font-family="Vazirmatn"><rect width="200" height="100" fill="#ffffff"/>'
        '<rect x="10" y="10" width="20" height="20"/>'
        '<text x="12" y="25" font-size="12">far too long</text>'
        '<text x="20" y="25" font-size="12">on it</text></svg>'
    )
    assert len(found.inks) == 2
    assert outside(found)
    assert overlaps(found)
