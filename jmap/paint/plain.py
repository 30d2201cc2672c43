"""A picture for programs that make an image of it: only what is drawn, with the shipped font
alone.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jmap import limits
from jmap.paint import font
from jmap.paint.coverage import drawable
from jmap.paint.svg import Svg
from jmap.paint.theme import Theme
from jmap.views.undrawable import TooLarge

_UNDRAWN = re.compile(r"<(style|title|desc)\b[^>]*>.*?</\1>", re.DOTALL)
_TEXT = re.compile(r">([^<]+)<")


@dataclass(frozen=True, slots=True)
class Plain:
    """An SVG source without names, descriptions and embedded font."""

    source: str
    missing: int
    """How many drawn characters the font has no shape for."""

    @property
    def warnings(self) -> tuple[str, ...]:
        """That some characters could not be drawn, where some could not."""
        if not self.missing:
            return ()
        what = "character has" if self.missing == 1 else "characters have"
        why = f"{what} no shape in the font of the picture"
        return (f"{self.missing} {why}: drawn as an empty box",)


def plain(picture: Svg, theme: Theme) -> Plain:
    """A picture in a theme as such a program needs it."""
    drawn = _UNDRAWN.sub("", picture.to_bytes(theme).decode("utf-8"))
    missing = 0

    def shown(found: re.Match[str]) -> str:
        nonlocal missing
        text = drawable(found[1])
        missing += text.missing
        return f">{text.text}<"

    source = _TEXT.sub(shown, drawn)
    return Plain(source, missing)


def require_drawable(picture: Plain) -> None:
    """Raises ``TooLarge`` for a picture whose image would take minutes and gigabytes."""
    if len(picture.source) > limits.DRAWN:
        raise TooLarge(
            f"this picture has {len(picture.source):,} characters; an image or a document is made "
            f"of at most {limits.DRAWN:,}",
            "draw fewer journeys at a time, or make an SVG",
        )


@cache
def font_files() -> tuple[str, ...]:
    """The shipped font as TTF files, regular and bold."""
    folder = Path(font.__file__).parent
    return tuple(str(folder / f"vazirmatn-{name}.ttf") for name in ("regular", "bold"))
