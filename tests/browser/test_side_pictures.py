"""In a real browser crowded matrices, curves and persona sheets are set well: every text in its
frame, none on another.
"""

from itertools import product
from pathlib import Path

import pytest

from jmap.loading import Loaded
from tests.browser.test_svg_layout import check
from tests.tools.chromium import Chromium
from tests.unit.pictures.maps import WORDS, read

STATUSES = ("idea", "planned", "doing", "done", "dropped")
MOODS = ("-2", "+1", "0", "+2", "-1")
LANGUAGES = pytest.mark.parametrize("language", ["en", "de", "fa"])


def ideas(count: int, language: str, places: int) -> Loaded:
    """Opportunities in a few places of the matrix."""
    spots = list(product((1, 3, 5), (1, 3, 5)))[:places]
    text = WORDS[language]
    lines = []
    for at in range(count):
        impact, effort = spots[at % places]
        figures = f"impact {impact}; effort {effort}; status {STATUSES[at % 5]}"
        lines.append(f'opportunity o{at} "{text[at % 5]}" {{ {figures}; owner "{text[3]}" }}')
    lines.append(f'opportunity "{text[0]}" {{ impact 2 }}')
    body = "\n".join(lines)
    return read(
        f'journey j "{text[0]}" {{ language {language}\nstage s "{text[4]}" {{ {body} }} }}'
    )


def felt(people: int, stages: int, each: int, language: str) -> Loaded:
    """Touchpoints at which everybody feels something, twice."""
    text = WORDS[language]
    lines = [f'persona p{at} "{text[at % 5]}" {{ goal "{text[1]}" }}' for at in range(people)]
    lines.append(f'journey j "{text[0]}" {{ language {language}')
    lines += [f"for p{at}" for at in range(people)]
    for stage in range(stages):
        lines.append(f'stage s{stage} "{text[stage % 5]}" {{')
        for at in range(each):
            lines.append(f'touchpoint t{stage}x{at} "{text[at % 5]}" {{ current 1; desired 5')
            lines += _feelings(people, stage + at, text)
            lines.append("}")
        lines.append("}")
    return read("\n".join([*lines, "}"]))


def _feelings(people: int, at: int, text: tuple[str, ...]) -> list[str]:
    return [
        f'feel {MOODS[(at * 2 + person * turn) % 5]} "{text[(at + person) % 5]}" as p{person}'
        for person in range(people)
        for turn in (1, 2)
    ]


@LANGUAGES
@pytest.mark.parametrize(("count", "places"), [(1, 1), (8, 9), (8, 1), (40, 9), (60, 2)])
def test_matrices_of_any_crowd_are_set_well(
    chromium: Chromium, count: int, places: int, language: str, tmp_path: Path
) -> None:
    check(chromium, ideas(count, language, places), tmp_path, "matrix")


@LANGUAGES
@pytest.mark.parametrize(
    ("people", "stages", "each"), [(1, 1, 1), (1, 12, 1), (2, 5, 2), (6, 3, 3), (3, 6, 6)]
)
@pytest.mark.parametrize("view", ["curve", "personas"])
def test_curves_of_any_crowd_are_set_well(
    chromium: Chromium,
    people: int,
    stages: int,
    each: int,
    language: str,
    view: str,
    tmp_path: Path,
) -> None:
    check(chromium, felt(people, stages, each, language), tmp_path, view)
