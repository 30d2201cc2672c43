"""The colours of a picture. Every ink reads on its paper with a contrast of at least 4.5 to 1 (WCAG
2.2, AA).
"""

from dataclasses import dataclass
from enum import Enum


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


@dataclass(frozen=True, slots=True)
class Theme:
    """Named colours: text and lines on a calm surface, one accent, one tone for each level."""

    canvas: str
    surface: str
    sunken: str
    hairline: str
    outline: str
    text: str
    muted: str
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


LIGHT = Theme(
    canvas="#f7f8fa",
    surface="#ffffff",
    sunken="#eef0f4",
    hairline="#dfe3ea",
    outline="#818b9c",
    text="#1b2230",
    muted="#566072",
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
    outline="#7b8598",
    text="#edf0f5",
    muted="#a7b0c0",
    accent=Tone("#0f1724", "#9dbcf0", "#9dbcf0"),
    good=Tone("#a5e3e6", "#123a3f", "#3f9aa2"),
    small=Tone("#f4dc8a", "#413408", "#8f7526"),
    medium=Tone("#ffc794", "#5a2f0c", "#d98645"),
    large=Tone("#2a0602", "#ff9c88", "#ff9c88"),
    unknown=Tone("#b5bdcb", "#1c2029", "#7b8598"),
    paths=("#9dbcf0", "#f0a06c", "#71cbb5", "#d3a0e6", "#d9bd5c", "#f08cb0"),
)
