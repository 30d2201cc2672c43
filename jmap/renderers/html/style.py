"""The style sheet of a page: both themes as variables, the font, the rules; nothing of a map."""

from collections.abc import Iterable
from dataclasses import fields
from functools import cache
from pathlib import Path

from markupsafe import Markup

from jmap.paint.font.face import style
from jmap.paint.theme import DARK, LIGHT, Theme, Tone

_FILES = ("base", "header", "map", "rail", "card", "lists", "print")
_PAINTED = ("text", "surface", "accent", "good", "small", "medium", "large", "unknown")
"""The colours in which the marks are painted."""
_LANE, _STAGE = 8.5, 14.5
"""How wide the style sheet lets the channels' column be, and a stage's at least, in rem."""
_AROUND = 5.75
"""Both gutters at their widest, and a window's scroll bar, in rem."""
_PAGE = 120.0
"""The widest page, in rem."""
_FEW, _COLUMN = 3, 34
"""So few columns are not stretched beyond a width of so many rem each: they would be empty."""


def page_style(columns: Iterable[int]) -> Markup:
    """The rules for a page whose maps have these numbers of columns."""
    widths = "".join(_widths(count) for count in sorted(set(columns)))
    # Our own files and numbers, no text of a map.
    return Markup(_fixed() + widths)  # noqa: S704


def _widths(count: int) -> str:
    """How narrow and how wide a map may be; a window that holds it whole scrolls it by itself,
    with the stages in sight at its top.
    """
    table = f".n{count}{{min-inline-size:calc(var(--lane) + {count}*var(--stage))}}"
    frame = f".f{count}"
    if count <= _FEW:
        table += f"{frame}{{max-inline-size:calc(var(--lane) + {max(count, 1) * _COLUMN}rem)}}"
    needed = _LANE + count * _STAGE + _AROUND
    if needed <= _PAGE:
        fits = f"{frame}>.scroll{{overflow:visible}}{frame}>.rail{{display:none}}"
        table += f"@media screen and (min-width:{needed:g}rem){{{fits}}}"
    return table


@cache
def _fixed() -> str:
    dark = (
        f"@media screen and (prefers-color-scheme:dark){{:root{{{_variables(DARK)}}}{_turned()}}}"
    )
    folder = Path(__file__).parent / "css"
    rules = [(folder / f"{name}.css").read_text(encoding="utf-8") for name in _FILES]
    return "\n".join([style(), f":root{{{_variables(LIGHT)}}}", dark, *rules])


def _variables(theme: Theme) -> str:
    made = []
    for entry in fields(theme):
        value = getattr(theme, entry.name)
        if isinstance(value, Tone):
            parts = (("ink", value.ink), ("paper", value.paper), ("line", value.line))
            made += [f"--{entry.name}-{part}:{colour};" for part, colour in parts]
        elif isinstance(value, tuple):
            made += [f"--path-{at}:{colour};" for at, colour in enumerate(value)]
        else:
            made.append(f"--{entry.name}:{value};")
    return "".join(made)


def _turned() -> str:
    """Rules that turn the marks, painted in the light theme's colours, to the dark's."""
    rules = []
    for name in _PAINTED:
        light, dark = _colour(LIGHT, name), _colour(DARK, name)
        rules += [f'symbol [{kind}="{light}"]{{{kind}:{dark}}}' for kind in ("fill", "stroke")]
    return "".join(rules)


def _colour(theme: Theme, name: str) -> str:
    value = getattr(theme, name)
    return value.line if isinstance(value, Tone) else str(value)
