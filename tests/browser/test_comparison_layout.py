"""In a real browser a journey beside what it should become is set well, at any size and in either
direction.
"""

from pathlib import Path

import pytest

from tests.browser.test_svg_layout import check
from tests.tools.chromium import Chromium
from tests.unit.pictures.maps import filled, read
from tests.unit.pictures.variants import becoming


@pytest.mark.parametrize("language", ["en", "de", "fa"])
@pytest.mark.parametrize("shape", [(1, 1), (3, 2), (12, 3)], ids=str)
def test_pairs_of_any_size_are_set_well(
    chromium: Chromium, shape: tuple[int, int], language: str, tmp_path: Path
) -> None:
    check(chromium, becoming(*shape, language), tmp_path, "comparison")


def test_a_stage_of_many_touchpoints_goes_on_in_the_next_strip(
    chromium: Chromium, tmp_path: Path
) -> None:
    check(chromium, becoming(2, 3, "de", each=9), tmp_path, "comparison")


@pytest.mark.parametrize("text", ["w" * 10_000, "word " * 2_000, "سلام " * 2_000], ids=range(3))
def test_long_texts_are_set_well(chromium: Chromium, text: str, tmp_path: Path) -> None:
    variant = f'journey k "{text}" {{\nextends j\nstate future\nscenario "{text}"\nstage s {{\n'
    variant += f'touchpoint x "{text}" {{ action "{text}"; owner "{text}" }}\n}}\n}}'
    source = filled(text).files[0].text
    check(chromium, read(f"{source}\n{variant}"), tmp_path, "comparison")
