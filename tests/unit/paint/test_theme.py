"""Contrast is computed, not promised; levels and moods differ in shape, not only in colour."""

from dataclasses import astuple
from itertools import combinations, pairwise

import pytest

from jmap.paint.face import face
from jmap.paint.geometry import Point
from jmap.paint.level import level_mark
from jmap.paint.theme import DARK, LIGHT, Level, Theme

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK])


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


@THEMES
def test_text_is_readable_on_every_paper(theme: Theme) -> None:
    for ink in (theme.text, theme.muted):
        for paper in (theme.canvas, theme.surface, theme.sunken):
            assert contrast(ink, paper) >= 4.5
    for tone in (theme.accent, *map(theme.tone, Level)):
        assert contrast(tone.ink, tone.paper) >= 4.5


@THEMES
def test_outlines_and_paths_stand_out(theme: Theme) -> None:
    lines = [theme.outline, *theme.paths, *(theme.tone(level).line for level in Level)]
    for paper in (theme.canvas, theme.surface, theme.sunken):
        assert all(contrast(line, paper) >= 3 for line in lines)


@THEMES
def test_the_ramp_is_ordered_without_hue(theme: Theme) -> None:
    ramp = [Level.SMALL, Level.MEDIUM, Level.LARGE]
    steps = [contrast(theme.tone(level).line, theme.surface) for level in ramp]
    assert all(a < b for a, b in pairwise(steps))


@THEMES
def test_colours_are_plain_hexadecimal(theme: Theme) -> None:
    def flat(value: object) -> list[str]:
        return [value] if isinstance(value, str) else [c for v in value for c in flat(v)]  # type: ignore[attr-defined]

    assert all(len(colour) == 7 and colour[0] == "#" for colour in flat(astuple(theme)))


def test_levels_differ_in_shape() -> None:
    def shape(level: Level) -> str:
        source = level_mark(level, Point(0, 0), 14, LIGHT).source
        return source.replace(LIGHT.tone(level).line, "#000000")

    assert all(shape(a) != shape(b) for a, b in combinations(Level, 2))


def test_moods_differ_and_stay_within_the_scale() -> None:
    def drawn(mood: float) -> str:
        return face(mood, Point(0, 0), 20, ink="#000000", paper="#ffffff").source

    moods = [-2, -1, -0.5, 0, 0.5, 1, 2]
    assert len({drawn(mood) for mood in moods}) == len(moods)
    assert drawn(9) == drawn(2)
    assert drawn(-9) == drawn(-2)
