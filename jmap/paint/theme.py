"""The colours of a picture, by what they are for: drawing names a role, writing gives it a colour.

Everything is drawn once, in roles; `coloured` turns them into the colours of a theme, `styled` into
variables of the page that holds the picture. Every ink reads on its paper with a contrast of at
least 4.5 to 1 (WCAG 2.2, AA).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import Enum
from functools import cached_property

_MARK = "\x1a"
"""Begins a role. No text of a map holds it: control characters are shown as something else."""
_ROLE = re.compile(f"{_MARK}([a-z]+(?:-[a-z0-9]+)?)")


class Level(Enum):
    """How far something is from what it should be. Always drawn with a shape of its own, never by
    colour alone.
    """

    GOOD = "good"
    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Tone:
    """A pair of colours: `ink` is read on `paper`; `line` bounds the paper (contrast at least 3 to
    1 to canvas).
    """

    ink: str
    paper: str
    line: str


@dataclass(frozen=True)
class Theme:
    """Named colours: text and lines on a calm surface, one accent, one tone for each level."""

    canvas: str
    surface: str
    sunken: str
    hairline: str
    frame: str
    outline: str
    text: str
    muted: str
    star: str
    accent: Tone
    good: Tone
    small: Tone
    medium: Tone
    large: Tone
    unknown: Tone
    paths: tuple[str, ...]

    def tone(self, level: Level) -> Tone:
        """The tone of a level. Light to dark follows good to large, so that the order survives
        without hue.
        """
        tones = {
            Level.GOOD: self.good,
            Level.SMALL: self.small,
            Level.MEDIUM: self.medium,
            Level.LARGE: self.large,
        }
        return tones.get(level, self.unknown)

    @cached_property
    def colours(self) -> dict[str, str]:
        """Every colour by the name of its role: `text`, `accent-ink`, `path-0` …"""
        return dict(_named(self))

    def colour(self, role: str) -> str:
        """The colour of a role, as the drawing holds it; any other value as it is."""
        return self.colours[role[1:]] if role.startswith(_MARK) else role


def _named(theme: Theme) -> Iterator[tuple[str, str]]:
    for field in fields(theme):
        value = getattr(theme, field.name)
        if isinstance(value, str):
            yield field.name, value
        elif isinstance(value, Tone):
            for part in fields(value):
                yield f"{field.name}-{part.name}", getattr(value, part.name)
        else:
            yield from ((f"path-{at}", colour) for at, colour in enumerate(value))


def coloured(source: str, theme: Theme) -> str:
    """A drawing with every role as a colour of the theme. Raises KeyError for an unknown role."""
    colours = theme.colours
    return _ROLE.sub(lambda found: colours[found[1]], source)


def styled(source: str) -> str:
    """A drawing with every role as a variable of the page around it: `var(--accent-ink)`."""
    return _ROLE.sub(r"var(--\1)", source)


def is_role(value: str) -> bool:
    """Whether a value names a role."""
    return _ROLE.fullmatch(value) is not None


def _role(name: str) -> str:
    return _MARK + name


def _tone(name: str) -> Tone:
    return Tone(*(_role(f"{name}-{part.name}") for part in fields(Tone)))


LIGHT = Theme(
    canvas="#f7f8fa",
    surface="#ffffff",
    sunken="#eef0f4",
    hairline="#dfe3ea",
    frame="#c9cfda",
    outline="#818b9c",
    text="#1b2230",
    muted="#566072",
    star="#9a6a00",
    accent=Tone("#ffffff", "#33507f", "#33507f"),
    good=Tone("#0b4f57", "#d9eff0", "#2b8790"),
    small=Tone("#5f4700", "#fdf0c4", "#9a7a12"),
    medium=Tone("#6b2f00", "#fbd3a8", "#b9601a"),
    large=Tone("#ffffff", "#a02c1c", "#a02c1c"),
    unknown=Tone("#4a5364", "#ffffff", "#7c8595"),
    paths=("#33507f", "#b4531b", "#2b7f6b", "#84459a", "#8a6a00", "#a8325e"),
)

DARK = Theme(
    canvas="#12151b",
    surface="#1c2029",
    sunken="#171a21",
    hairline="#2f3542",
    frame="#3d4556",
    outline="#7b8598",
    text="#edf0f5",
    muted="#a7b0c0",
    star="#e8be5a",
    accent=Tone("#0f1724", "#9dbcf0", "#9dbcf0"),
    good=Tone("#a5e3e6", "#123a3f", "#3f9aa2"),
    small=Tone("#f4dc8a", "#413408", "#8f7526"),
    medium=Tone("#ffc794", "#5a2f0c", "#d98645"),
    large=Tone("#2a0602", "#ff9c88", "#ff9c88"),
    unknown=Tone("#b5bdcb", "#1c2029", "#7b8598"),
    paths=("#9dbcf0", "#f0a06c", "#71cbb5", "#d3a0e6", "#d9bd5c", "#f08cb0"),
)

PRINT = Theme(
    canvas="#ffffff",
    surface="#ffffff",
    sunken="#f3f3f3",
    hairline="#d0d0d0",
    frame="#b0b0b0",
    outline="#6e6e6e",
    text="#000000",
    muted="#444444",
    star="#000000",
    accent=Tone("#ffffff", "#2b2b2b", "#2b2b2b"),
    good=Tone("#000000", "#ffffff", "#808080"),
    small=Tone("#000000", "#f3f3f3", "#757575"),
    medium=Tone("#000000", "#d6d6d6", "#555555"),
    large=Tone("#ffffff", "#1a1a1a", "#1a1a1a"),
    unknown=Tone("#444444", "#ffffff", "#6e6e6e"),
    paths=("#000000", "#6a6a6a", "#3c3c3c", "#7d7d7d", "#545454", "#1f1f1f"),
)
"""For paper and printers without colour: greys, no tinted ground."""

CLEAR = Theme(
    canvas="#fafafa",
    surface="#ffffff",
    sunken="#f0f1f3",
    hairline="#dcdfe5",
    frame="#c4c9d2",
    outline="#7d8593",
    text="#16191f",
    muted="#535a66",
    star="#16191f",
    accent=Tone("#ffffff", "#1f3f66", "#1f3f66"),
    good=Tone("#0f3a5f", "#d5e6f5", "#2665a1"),
    small=Tone("#4a2b00", "#fff1c2", "#c2710e"),
    medium=Tone("#3d2413", "#e3c7ae", "#6f4d37"),
    large=Tone("#ffffff", "#2b0d06", "#2b0d06"),
    unknown=Tone("#4a505b", "#ffffff", "#7d8593"),
    paths=("#07122c", "#009d76", "#a002f9", "#808a16", "#532503", "#bf19ac"),
)
"""Told apart with any colour vision: every two levels, and every two paths, differ for people with
protanopia, deuteranopia and tritanopia as well (a test simulates them).
"""

THEMES = {"light": LIGHT, "dark": DARK, "print": PRINT, "clear": CLEAR}
"""Every theme by the name it is asked for."""

ROLES = Theme(
    **{
        field.name: _role(field.name) if field.type is str else _tone(field.name)
        for field in fields(Theme)
        if field.name != "paths"
    },  # type: ignore[arg-type]
    paths=tuple(_role(f"path-{at}") for at in range(len(LIGHT.paths))),
)
"""What drawings are made of: every colour by its role."""
