"""Contrast is computed, not promised; levels and moods differ in shape, not only in colour."""

from collections.abc import Iterable
from dataclasses import astuple
from itertools import combinations, pairwise
from math import dist

import pytest

from jmap.paint.face import face
from jmap.paint.geometry import Point
from jmap.paint.level import level_mark
from jmap.paint.theme import ROLES, THEMES, Level, Theme, coloured, is_role, styled

EVERY = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_that_of_the_web_guidelines() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@EVERY
def test_text_is_readable_on_every_paper(theme: Theme) -> None:
    for ink in (theme.text, theme.muted):
        for paper in (theme.canvas, theme.surface, theme.sunken):
            assert contrast(ink, paper) >= 4.5
    for tone in (theme.accent, *map(theme.tone, Level)):
        assert contrast(tone.ink, tone.paper) >= 4.5


@EVERY
def test_outlines_and_paths_stand_out(theme: Theme) -> None:
    lines = [theme.outline, *theme.paths, *(theme.tone(level).line for level in Level)]
    for paper in (theme.canvas, theme.surface, theme.sunken):
        assert all(contrast(line, paper) >= 3 for line in lines)


@EVERY
def test_the_ramp_is_ordered_without_hue(theme: Theme) -> None:
    ramp = [Level.SMALL, Level.MEDIUM, Level.LARGE]
    steps = [contrast(theme.tone(level).line, theme.surface) for level in ramp]
    assert all(a < b for a, b in pairwise(steps))


@EVERY
def test_colours_are_plain_hexadecimal(theme: Theme) -> None:
    def flat(value: object) -> list[str]:
        return [value] if isinstance(value, str) else [c for v in value for c in flat(v)]  # type: ignore[attr-defined]

    assert all(len(colour) == 7 and colour[0] == "#" for colour in flat(astuple(theme)))
    assert flat(astuple(theme)) == list(theme.colours.values())


@EVERY
def test_every_role_has_a_colour(theme: Theme) -> None:
    for name, role in ROLES.colours.items():
        assert is_role(role)
        assert coloured(f'fill="{role}"', theme) == f'fill="{theme.colours[name]}"'
        assert theme.colour(role) == theme.colours[name]
        assert styled(role) == f"var(--{name})"


def test_an_unknown_role_is_a_fault() -> None:
    with pytest.raises(KeyError):
        coloured("\x1anosuch", THEMES["light"])


# Machado, Oliveira, Fernandes, "A Physiologically-based Model for Simulation of Color Vision
# Deficiency", IEEE TVCG 15 (2009): severity 1.0, for linear RGB.
VISIONS = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def seen(colour: str, vision: str) -> tuple[float, ...]:
    """A colour in CIE L*a*b*, as somebody sees it."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    red, green, blue = (
        min(1, max(0, sum(part * value for part, value in zip(row, linear, strict=True))))
        for row in VISIONS[vision]
    )
    x, y, z = (
        value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116
        for value in (
            (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505,
            0.2126 * red + 0.7152 * green + 0.0722 * blue,
            (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089,
        )
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def closest(colours: Iterable[str], vision: str) -> float:
    """The least distance of two colours (CIE 1976); 2.3 is the least that is noticed."""
    labs = [seen(colour, vision) for colour in colours]
    return min(dist(one, other) for one, other in combinations(labs, 2))


@pytest.mark.parametrize("vision", VISIONS)
def test_the_clear_theme_is_clear_to_everybody(vision: str) -> None:
    theme = THEMES["clear"]
    levels = [level for level in Level if level is not Level.UNKNOWN]
    assert closest((theme.tone(level).line for level in levels), vision) > 20
    assert closest((theme.tone(level).paper for level in levels), vision) > 10
    assert closest(theme.paths, vision) > 25


def test_the_usual_colours_are_not() -> None:
    assert closest(THEMES["light"].paths, "deuteranopia") < 10


def test_levels_differ_in_shape() -> None:
    def shape(level: Level) -> str:
        source = level_mark(level, Point(0, 0), 14, ROLES).source
        return source.replace(ROLES.tone(level).line, "")

    assert all(shape(a) != shape(b) for a, b in combinations(Level, 2))


def test_moods_differ_and_stay_within_the_scale() -> None:
    def drawn(mood: float) -> str:
        return face(mood, Point(0, 0), 20, ink=ROLES.text, paper=ROLES.surface).source

    moods = [-2, -1, -0.5, 0, 0.5, 1, 2]
    assert len({drawn(mood) for mood in moods}) == len(moods)
    assert drawn(9) == drawn(2)
    assert drawn(-9) == drawn(-2)
